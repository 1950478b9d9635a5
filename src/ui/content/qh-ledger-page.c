/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-ledger-page.h"
#include "content/qh-copy-dialog.h"
#include "content/qh-movement-row.h"
#include "store/qh-ledger.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-header.h"
#include "widgets/qh-record-list.h"
#include <glib/gi18n-lib.h>

struct _QhLedgerPage {
  AdwBin parent_instance;

  QhRecordList *list;

  QhStore *store;
  QhContent *item;
};

G_DEFINE_FINAL_TYPE (QhLedgerPage, qh_ledger_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_ITEM, N_PROPS };
static GParamSpec *props[N_PROPS];

static QhRow *
build_row (gpointer user_data)
{
  return qh_movement_row_new (QH_LEDGER_PAGE (user_data)->store);
}

/* The one line an action is about; NULL when several are chosen, or none. (transfer full) */
static QhMovement *
get_chosen (QhLedgerPage *self)
{
  g_autoptr (GPtrArray) chosen = qh_record_list_get_chosen (self->list);

  return chosen->len == 1 ? g_object_ref (g_ptr_array_index (chosen, 0)) : NULL;
}

static void
on_list_chosen (QhLedgerPage *self)
{
  g_autoptr (QhMovement) line = get_chosen (self);
  gboolean is_delivery = line && line->kind == QH_MOVEMENT_KIND_DELIVER;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ledger.open", line && line->client);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ledger.reaction", is_delivery);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "ledger.correct", line != NULL);
}

static void
on_list_open (QhLedgerPage *self, QhRecord *line)
{
  if (QH_MOVEMENT (line)->client)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-client", "s",
                                QH_MOVEMENT (line)->client);
}

static void
open_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (QhMovement) line = get_chosen (QH_LEDGER_PAGE (widget));

  if (line)
    on_list_open (QH_LEDGER_PAGE (widget), QH_RECORD (line));
}

static void
ask (QhLedgerPage *self, QhDeed deed)
{
  g_autoptr (QhMovement) line = get_chosen (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (line && GTK_IS_WINDOW (root))
    gtk_window_present (
        qh_copy_dialog_new_for_line (GTK_WINDOW (root), self->store, self->item, deed, line));
}

static void
note_reaction (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask (QH_LEDGER_PAGE (widget), QH_DEED_REACTION);
}

static void
correct (GtkWidget *widget, const char *action, GVariant *parameter)
{
  ask (QH_LEDGER_PAGE (widget), QH_DEED_CORRECT);
}

static void
on_store_changed (QhLedgerPage *self)
{
  g_autoptr (QhRecord) record =
      qh_store_get (self->store, &qh_content_entity, QH_RECORD (self->item)->id, NULL);

  if (!record)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
}

static gboolean
qh_ledger_page_grab_focus (GtkWidget *widget)
{
  return qh_focus_hand_on (widget, GTK_WIDGET (QH_LEDGER_PAGE (widget)->list));
}

static void
qh_ledger_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhLedgerPage *self = QH_LEDGER_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_ITEM:
    g_value_set_object (value, self->item);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_ledger_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhLedgerPage *self = QH_LEDGER_PAGE (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  case PROP_ITEM:
    self->item = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_ledger_page_constructed (GObject *object)
{
  QhLedgerPage *self = QH_LEDGER_PAGE (object);

  G_OBJECT_CLASS (qh_ledger_page_parent_class)->constructed (object);

  qh_record_list_set_factory (self->list, build_row, self);
  qh_record_list_add_section (
      self->list, NULL,
      G_LIST_MODEL (qh_ledger_list_lines (self->store, QH_RECORD (self->item)->id, TRUE)));
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
qh_ledger_page_dispose (GObject *object)
{
  QhLedgerPage *self = QH_LEDGER_PAGE (object);

  g_clear_object (&self->item);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_ledger_page_parent_class)->dispose (object);
}

static void
qh_ledger_page_class_init (QhLedgerPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_ledger_page_get_property;
  object_class->set_property = qh_ledger_page_set_property;
  object_class->constructed = qh_ledger_page_constructed;
  object_class->dispose = qh_ledger_page_dispose;
  widget_class->grab_focus = qh_ledger_page_grab_focus;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, once);
  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, qh_content_get_type (), once);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "ledger.open", NULL, open_chosen);
  gtk_widget_class_install_action (widget_class, "ledger.reaction", NULL, note_reaction);
  gtk_widget_class_install_action (widget_class, "ledger.correct", NULL, correct);

  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_RECORD_LIST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/content/ledger-page.ui");
  gtk_widget_class_bind_template_child (widget_class, QhLedgerPage, list);
  gtk_widget_class_bind_template_callback (widget_class, on_list_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_list_open);
}

static void
qh_ledger_page_init (QhLedgerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_ledger_page_new (QhStore *store, QhContent *item)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_CONTENT (item), NULL);

  return g_object_new (QH_TYPE_LEDGER_PAGE, "store", store, "item", item, NULL);
}
