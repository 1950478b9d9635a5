/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-item-waiting.h"
#include "content/qh-copy-dialog.h"
#include "qh-report.h"
#include "store/qh-ledger.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

struct _QhItemWaiting {
  QhItemPart parent_instance;

  AdwPreferencesGroup *group;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (QhItemWaiting, qh_item_waiting, QH_TYPE_ITEM_PART)

static gboolean
is_offered (GPtrArray *offers, QhWaiting *waiting)
{
  return offers && g_ptr_array_find (offers, waiting, NULL);
}

static GtkWidget *
build_button (const char *label, const char *action, QhWaiting *waiting, const char *accessible)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", QH_RECORD (waiting)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  accessible, -1);
  return button;
}

static void
add_buttons (AdwActionRow *row, QhWaiting *waiting, const char *name, gboolean offered)
{
  g_autofree char *reserve = g_strdup_printf (_ ("Reserve a copy for %s"), name);
  g_autofree char *leave = g_strdup_printf (_ ("Take %s off the waiting list"), name);
  GtkWidget *button;

  if (offered) {
    button = build_button (_ ("_Reserve"), "waiting.reserve", waiting, reserve);
    gtk_widget_add_css_class (button, "suggested-action");
    adw_action_row_add_suffix (row, button);
  }
  button = build_button (_ ("Remove"), "waiting.leave", waiting, leave);
  gtk_button_set_icon_name (GTK_BUTTON (button), "list-remove-symbolic");
  gtk_widget_set_tooltip_text (button, leave);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, leave,
                                  -1);
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
build_row (QhStore *store, QhWaiting *waiting, gboolean offered)
{
  g_autoptr (QhRecord) client = qh_store_get (store, &qh_client_entity, waiting->client, NULL);
  const char *name = client ? QH_CLIENT (client)->name : _ ("No client any more");
  gint64 now = qh_clock_now (qh_store_get_clock (store));
  g_autofree char *date = qh_instant_to_date (waiting->since, NULL);
  g_autofree char *day = qh_date_label (date, now, NULL);
  g_autofree char *since = offered ? g_strdup_printf (_ ("Waits since %s; a copy is free"), day)
                                   : g_strdup_printf (_ ("Waits since %s"), day);
  GtkWidget *row = qh_plain_row_new (name, since);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  add_buttons (ADW_ACTION_ROW (row), waiting, name, offered);
  return row;
}

static void
qh_item_waiting_update (QhItemPart *part)
{
  QhItemWaiting *self = QH_ITEM_WAITING (part);
  QhStore *store = qh_item_part_get_store (part);
  QhContent *item = qh_item_part_get_item (part);
  const char *id = QH_RECORD (item)->id;
  g_autoptr (GPtrArray) waiting = qh_ledger_list_waiting (store, id, NULL);
  g_autoptr (GPtrArray) offers = qh_ledger_list_offers (store, id, NULL);
  guint n = waiting ? waiting->len : 0;

  qh_item_part_clear (self->list);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, build_row (store, g_ptr_array_index (waiting, i),
                                                is_offered (offers, waiting->pdata[i])));
  adw_preferences_group_set_description (self->group, n > 0 ? NULL : _ ("Nobody waits for a copy"));
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), item->edition != QH_NONE || n > 0);
}

static QhWaiting *
get_waiting (QhItemWaiting *self, GVariant *parameter, GError **error)
{
  return (QhWaiting *)qh_store_get (qh_item_part_get_store (QH_ITEM_PART (self)),
                                    &qh_waiting_entity, g_variant_get_string (parameter, NULL),
                                    error);
}

static void
join (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhItemPart *part = QH_ITEM_PART (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GTK_IS_WINDOW (root))
    gtk_window_present (qh_copy_dialog_new (GTK_WINDOW (root), qh_item_part_get_store (part),
                                            qh_item_part_get_item (part), QH_DEED_WAIT, QH_NONE,
                                            NULL));
}

static void
reserve (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.accept-offer", "s",
                              g_variant_get_string (parameter, NULL));
}

static void
leave (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhStore *store = qh_item_part_get_store (QH_ITEM_PART (widget));
  g_autoptr (GError) error = NULL;
  g_autoptr (QhWaiting) waiting = get_waiting (QH_ITEM_WAITING (widget), parameter, &error);

  if (waiting && qh_ledger_leave (store, waiting->content, waiting->client, &error))
    qh_report (widget, _ ("Taken off the waiting list"), TRUE);
  else
    qh_report_error (widget, error);
}

static void
qh_item_waiting_class_init (QhItemWaitingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  QH_ITEM_PART_CLASS (klass)->update = qh_item_waiting_update;

  gtk_widget_class_install_action (widget_class, "waiting.join", NULL, join);
  gtk_widget_class_install_action (widget_class, "waiting.reserve", "s", reserve);
  gtk_widget_class_install_action (widget_class, "waiting.leave", "s", leave);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/content/item-waiting.ui");
  gtk_widget_class_bind_template_child (widget_class, QhItemWaiting, group);
  gtk_widget_class_bind_template_child (widget_class, QhItemWaiting, list);
}

static void
qh_item_waiting_init (QhItemWaiting *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
