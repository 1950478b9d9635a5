/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "debrief/qh-debrief-deliveries.h"
#include "qh-report.h"
#include "store/qh-ledger.h"
#include "store/qh-settings.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

struct _QhDebriefDeliveries {
  AdwBin parent_instance;

  AdwPreferencesGroup *group;

  QhStore *store;
  QhMeeting *meeting;
  GPtrArray *rows; /* AdwActionRow, borrowed */
  GPtrArray *switches; /* GtkSwitch, borrowed, in the same order */
  GPtrArray *items; /* ids of content, in the same order */
};

G_DEFINE_FINAL_TYPE (QhDebriefDeliveries, qh_debrief_deliveries, ADW_TYPE_BIN)

/* Where it is kept what was switched off. */
static char *
get_place (QhDebriefDeliveries *self)
{
  return g_strconcat ("debrief-kept ", QH_RECORD (self->meeting)->id, NULL);
}

static gboolean
is_given (QhDebriefDeliveries *self, guint index)
{
  return gtk_switch_get_active (g_ptr_array_index (self->switches, index));
}

GPtrArray *
qh_debrief_deliveries_get_kept (QhDebriefDeliveries *self)
{
  g_return_val_if_fail (QH_IS_DEBRIEF_DELIVERIES (self), NULL);

  GPtrArray *kept = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->items->len; i++)
    if (!is_given (self, i))
      g_ptr_array_add (kept, g_strdup (g_ptr_array_index (self->items, i)));
  return kept;
}

static void
on_switched (QhDebriefDeliveries *self)
{
  g_autoptr (GPtrArray) kept = qh_debrief_deliveries_get_kept (self);
  g_autofree char *place = get_place (self);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (kept, NULL);
  text = g_strjoinv (" ", (char **)kept->pdata);
  if (!qh_settings_set_draft (self->store, place, text, &error))
    qh_report_error (GTK_WIDGET (self), error);
}

/* "Copy 9 of 12" */
static char *
describe_copy (QhContent *content, QhMovement *line)
{
  if (content->edition == QH_NONE || line->number == QH_NONE)
    return NULL;
  return g_strdup_printf (_ ("Copy %d of %d"), (int)line->number, (int)content->edition);
}

static void
add_row (QhDebriefDeliveries *self, QhContent *content, QhMovement *line, gboolean given)
{
  g_autofree char *copy = describe_copy (content, line);
  GtkWidget *row = qh_plain_row_new (content->title, copy);
  GtkWidget *choice = gtk_switch_new ();
  g_autofree char *label = g_strdup_printf (_ ("“%s” was given"), content->title);

  gtk_switch_set_active (GTK_SWITCH (choice), given);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), choice);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), choice);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->switches, choice);
  g_ptr_array_add (self->items, g_strdup (QH_RECORD (content)->id));
  g_signal_connect_object (choice, "notify::active", G_CALLBACK (on_switched), self,
                           G_CONNECT_SWAPPED);
}

static void
clear (QhDebriefDeliveries *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->switches, 0);
  g_ptr_array_set_size (self->items, 0);
}

static gboolean
is_listed (QhDebriefDeliveries *self, GPtrArray *lines)
{
  if (lines->len != self->items->len)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    if (!g_str_equal (QH_MOVEMENT (g_ptr_array_index (lines, i))->content,
                      g_ptr_array_index (self->items, i)))
      return FALSE;
  return TRUE;
}

static void
fill (QhDebriefDeliveries *self, GPtrArray *lines)
{
  g_autofree char *place = get_place (self);
  g_autofree char *draft = qh_settings_get_draft (self->store, place);
  g_auto (GStrv) kept = g_strsplit (draft, " ", -1);

  clear (self);
  for (guint i = 0; i < lines->len; i++) {
    QhMovement *line = g_ptr_array_index (lines, i);
    g_autoptr (QhRecord) content =
        qh_store_get (self->store, &qh_content_entity, line->content, NULL);
    if (content)
      add_row (self, QH_CONTENT (content), line,
               !g_strv_contains ((const char *const *)kept, content->id));
  }
}

/* A row that stays keeps the focus. */
static void
update (QhDebriefDeliveries *self)
{
  g_autoptr (GPtrArray) lines =
      qh_ledger_list_reserved (self->store, QH_RECORD (self->meeting)->id, NULL);

  if (lines && !is_listed (self, lines))
    fill (self, lines);
  gtk_widget_set_visible (GTK_WIDGET (self), self->items->len > 0);
}

static void
on_store_changed (QhDebriefDeliveries *self, guint64 entities)
{
  if ((entities & QH_ENTITY_BIT (&qh_movement_entity)) != 0)
    update (self);
}

void
qh_debrief_deliveries_show (QhDebriefDeliveries *self, QhStore *store, QhMeeting *meeting)
{
  g_return_if_fail (QH_IS_DEBRIEF_DELIVERIES (self));
  g_return_if_fail (QH_IS_STORE (store) && QH_IS_MEETING (meeting));
  g_return_if_fail (!self->store);

  self->store = g_object_ref (store);
  self->meeting = g_object_ref (meeting);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
}

void
qh_debrief_deliveries_forget (QhDebriefDeliveries *self)
{
  g_return_if_fail (QH_IS_DEBRIEF_DELIVERIES (self));

  g_autofree char *place = get_place (self);

  qh_settings_set_draft (self->store, place, "", NULL);
}

static void
qh_debrief_deliveries_dispose (GObject *object)
{
  QhDebriefDeliveries *self = QH_DEBRIEF_DELIVERIES (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_debrief_deliveries_parent_class)->dispose (object);
}

static void
qh_debrief_deliveries_finalize (GObject *object)
{
  QhDebriefDeliveries *self = QH_DEBRIEF_DELIVERIES (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->switches);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (qh_debrief_deliveries_parent_class)->finalize (object);
}

static void
qh_debrief_deliveries_class_init (QhDebriefDeliveriesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_debrief_deliveries_dispose;
  G_OBJECT_CLASS (klass)->finalize = qh_debrief_deliveries_finalize;
}

static void
qh_debrief_deliveries_init (QhDebriefDeliveries *self)
{
  self->rows = g_ptr_array_new ();
  self->switches = g_ptr_array_new ();
  self->items = g_ptr_array_new_with_free_func (g_free);
  self->group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ ("Given"), NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
