/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-item-copies.h"
#include "content/qh-copy-dialog.h"
#include "content/qh-hand-over-dialog.h"
#include "content/qh-holders.h"
#include "content/qh-scarcity-button.h"
#include "qh-report.h"
#include "widgets/qh-box.h"
#include "widgets/qh-pips-view.h"
#include "widgets/qh-plain-row.h"
#include "widgets/qh-wrap-layout.h"
#include <glib/gi18n-lib.h>

/* How many holders are shown at first (about as many as fit beside the rest), and at most. */
#define SHORT 12
#define LONG 500

struct _QhItemCopies {
  QhItemPart parent_instance;

  QhPipsView *pips_view;
  GtkLabel *label;
  QhScarcityButton *scarcity;
  GtkListBox *list;
  GtkWidget *more;
  GtkWidget *hand_over;

  guint max;
};

G_DEFINE_FINAL_TYPE (QhItemCopies, qh_item_copies, QH_TYPE_ITEM_PART)

/* --- Who has what */

static void
append_action (GMenu *menu, const char *label, const char *action, const QhHolder *holder)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);
  gint64 number = holder->number != QH_NONE ? holder->number : 0;

  g_menu_item_set_action_and_target (item, action, "(xs)", number, holder->client);
  g_menu_append_item (menu, item);
}

static GMenuModel *
build_menu (const QhHolder *holder)
{
  GMenu *menu = g_menu_new ();

  if (holder->pip == QH_PIP_RESERVED) {
    append_action (menu, _ ("_Give It to Them…"), "copies.give", holder);
    append_action (menu, _ ("_Release…"), "copies.release", holder);
  } else {
    append_action (menu, _ ("_Take It Back…"), "copies.return", holder);
  }
  return G_MENU_MODEL (menu);
}

/* A popover costs more than its row: it is made when it is first asked for. */
static void
make_popover (GtkMenuButton *button, gpointer menu)
{
  if (gtk_menu_button_get_popover (button) == NULL)
    gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static GtkWidget *
build_menu_button (const QhHolder *holder)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autofree char *label = g_strdup_printf (_ ("What to do with the copy of %s"), holder->name);

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_popover,
                                         build_menu (holder), g_object_unref);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return button;
}

static GtkWidget *
build_row (const QhHolder *holder, gint64 now)
{
  g_autofree char *label = qh_holder_label (holder, now);
  GtkWidget *row = qh_plain_row_new (holder->name ? holder->name : _ ("No client any more"), label);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  if (!holder->client || !holder->name)
    return row;
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", holder->client);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-client");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), build_menu_button (holder));
  return row;
}

static void
show_holders (QhItemCopies *self, QhStore *store, QhContent *item)
{
  gint64 now = qh_clock_now (qh_store_get_clock (store));
  g_autoptr (GPtrArray) holders = qh_holders_read (store, item, self->max + 1);

  qh_item_part_clear (self->list);
  for (guint i = 0; i < MIN (holders->len, self->max); i++)
    gtk_list_box_append (self->list, build_row (g_ptr_array_index (holders, i), now));
  gtk_widget_set_visible (GTK_WIDGET (self->list), holders->len > 0);
  gtk_widget_set_visible (self->more, holders->len > self->max && self->max < LONG);
}

static void
qh_item_copies_update (QhItemPart *part)
{
  QhItemCopies *self = QH_ITEM_COPIES (part);
  QhStore *store = qh_item_part_get_store (part);
  QhContent *item = qh_item_part_get_item (part);
  QhPips pips = qh_supply_read (store, item);
  g_autofree char *label = qh_pips_label (&pips);

  qh_pips_view_show (self->pips_view, &pips);
  gtk_label_set_label (self->label, label);
  qh_scarcity_button_show (self->scarcity, item, &pips);
  gtk_widget_set_visible (self->hand_over, item->edition != QH_NONE);
  show_holders (self, store, item);
}

static void
on_more_clicked (QhItemCopies *self)
{
  self->max = LONG;
  qh_item_copies_update (QH_ITEM_PART (self));
}

/* --- What can be done */

static void
ask (GtkWidget *widget, QhDeed deed, gint64 number, const char *client)
{
  QhItemPart *part = QH_ITEM_PART (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  qh_report_flush (widget);
  if (GTK_IS_WINDOW (root))
    gtk_window_present (qh_copy_dialog_new (GTK_WINDOW (root), qh_item_part_get_store (part),
                                            qh_item_part_get_item (part), deed, number, client));
}

static void
ask_for_holder (GtkWidget *widget, QhDeed deed, GVariant *parameter)
{
  gint64 number;
  const char *client;

  g_variant_get (parameter, "(x&s)", &number, &client);
  ask (widget, deed, number > 0 ? number : QH_NONE, client);
}

static void
reserve (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask (widget, QH_DEED_RESERVE, QH_NONE, NULL);
}

static void
deliver (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask (widget, QH_DEED_DELIVER, QH_NONE, NULL);
}

static void
change_edition (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask (widget, QH_DEED_EDITION, QH_NONE, NULL);
}

static void
hand_over (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhItemPart *part = QH_ITEM_PART (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  qh_report_flush (widget);
  if (GTK_IS_WINDOW (root))
    gtk_window_present (qh_hand_over_dialog_new (GTK_WINDOW (root), qh_item_part_get_store (part),
                                                 qh_item_part_get_item (part)));
}

static void
give (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_for_holder (widget, QH_DEED_DELIVER, parameter);
}

static void
release (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_for_holder (widget, QH_DEED_RELEASE, parameter);
}

static void
take_back (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask_for_holder (widget, QH_DEED_RETURN, parameter);
}

static void
qh_item_copies_class_init (QhItemCopiesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  QH_ITEM_PART_CLASS (klass)->update = qh_item_copies_update;

  gtk_widget_class_install_action (widget_class, "copies.reserve", NULL, reserve);
  gtk_widget_class_install_action (widget_class, "copies.deliver", NULL, deliver);
  gtk_widget_class_install_action (widget_class, "copies.edition", NULL, change_edition);
  gtk_widget_class_install_action (widget_class, "copies.hand-over", NULL, hand_over);
  gtk_widget_class_install_action (widget_class, "copies.give", "(xs)", give);
  gtk_widget_class_install_action (widget_class, "copies.release", "(xs)", release);
  gtk_widget_class_install_action (widget_class, "copies.return", "(xs)", take_back);

  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_PIPS_VIEW);
  g_type_ensure (QH_TYPE_SCARCITY_BUTTON);
  g_type_ensure (QH_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/content/item-copies.ui");
  gtk_widget_class_bind_template_child (widget_class, QhItemCopies, pips_view);
  gtk_widget_class_bind_template_child (widget_class, QhItemCopies, label);
  gtk_widget_class_bind_template_child (widget_class, QhItemCopies, scarcity);
  gtk_widget_class_bind_template_child (widget_class, QhItemCopies, list);
  gtk_widget_class_bind_template_child (widget_class, QhItemCopies, more);
  gtk_widget_class_bind_template_child (widget_class, QhItemCopies, hand_over);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

static void
qh_item_copies_init (QhItemCopies *self)
{
  self->max = SHORT;
  gtk_widget_init_template (GTK_WIDGET (self));
}
