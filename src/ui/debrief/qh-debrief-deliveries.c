/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "debrief/qh-debrief-deliveries.h"
#include "qh-closures.h"
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
  GPtrArray *switches; /* GtkSwitch, borrowed: of what is reserved still */
  GPtrArray *items; /* ids of content, in the same order */
  char *listed; /* what the rows were made from */
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

/* What was given in the meeting already: a copy of his, with a number. */
static void
add_given (QhDebriefDeliveries *self, QhContent *content, QhMovement *line)
{
  g_autofree char *copy = describe_copy (content, line);
  g_autofree char *told = qh_closure_join (NULL, copy, _ ("given"));
  GtkWidget *row = qh_plain_row_new (content->title, told);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("object-select-symbolic"));
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
add_line (QhDebriefDeliveries *self, QhMovement *line, const char *const *kept)
{
  g_autoptr (QhRecord) content =
      qh_store_get (self->store, &qh_content_entity, line->content, NULL);

  if (content && QH_RECORD (line)->id)
    add_given (self, QH_CONTENT (content), line);
  else if (content)
    add_row (self, QH_CONTENT (content), line, !g_strv_contains (kept, content->id));
}

static void
fill (QhDebriefDeliveries *self, GPtrArray *lines)
{
  g_autofree char *place = get_place (self);
  g_autofree char *draft = qh_settings_get_draft (self->store, place);
  g_auto (GStrv) kept = g_strsplit (draft, " ", -1);

  clear (self);
  for (guint i = 0; i < lines->len; i++)
    add_line (self, g_ptr_array_index (lines, i), (const char *const *)kept);
}

/* Which lines they are, those to come without an id. */
static char *
describe_lines (GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    QhMovement *line = g_ptr_array_index (lines, i);
    const char *id = QH_RECORD (line)->id;
    g_string_append_printf (text, "%s %s\n", line->content, id ? id : "");
  }
  return g_strdup (text->str);
}

/* What was given, then what is reserved still. */
static GPtrArray *
read_lines (QhDebriefDeliveries *self)
{
  const char *values[] = { QH_RECORD (self->meeting)->id, NULL };
  GPtrArray *lines = qh_store_select (
      self->store, &qh_movement_entity,
      "WHERE id IN (SELECT movement FROM holding WHERE meeting = ?1 AND state = 'delivered') "
      "ORDER BY at, id",
      values, NULL);
  g_autoptr (GPtrArray) reserved = qh_ledger_list_reserved (self->store, values[0], NULL);

  for (guint i = 0; lines && reserved && i < reserved->len; i++)
    g_ptr_array_add (lines, g_object_ref (g_ptr_array_index (reserved, i)));
  return lines;
}

/* A row that stays keeps the focus. */
static void
update (QhDebriefDeliveries *self)
{
  g_autoptr (GPtrArray) lines = read_lines (self);
  g_autofree char *listed = lines ? describe_lines (lines) : NULL;

  if (!lines || g_strcmp0 (listed, self->listed) == 0)
    return;
  g_free (self->listed);
  self->listed = g_steal_pointer (&listed);
  fill (self, lines);
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
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
  g_free (self->listed);

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
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", _ ("Given"), NULL);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
