/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "debrief/qh-debrief-caught.h"
#include "qh-field-edit.h"
#include "store/qh-debriefs.h"
#include "store/qh-runs.h"
#include "widgets/qh-date-button.h"
#include "widgets/qh-list-sync.h"
#include "widgets/qh-plain-row.h"
#include "widgets/qh-severity-mark.h"
#include <glib/gi18n-lib.h>

struct _QhDebriefCaught {
  AdwBin parent_instance;

  GtkListBox *list;
  GtkWidget *nothing;

  QhStore *store;
  QhMeeting *meeting;
  gint64 opened;
  GListStore *records;
};

G_DEFINE_FINAL_TYPE (QhDebriefCaught, qh_debrief_caught, ADW_TYPE_BIN)

/* --- Rows */

static GtkWidget *
build_icon (QhRecord *record)
{
  GtkWidget *mark;

  if (QH_IS_PROMISE (record))
    return gtk_image_new_from_icon_name ("qh-promise-symbolic");
  if (QH_IS_REMARK (record))
    return gtk_image_new_from_icon_name ("audio-input-microphone-symbolic");
  mark = g_object_new (QH_TYPE_SEVERITY_MARK, NULL);
  qh_severity_mark_set (QH_SEVERITY_MARK (mark), QH_FRICTION (record)->severity);
  return mark;
}

/* Words stand on the page of whoever said them. */
static void
set_action (GtkActionable *row, QhRecord *record)
{
  const char *id = QH_IS_REMARK (record) ? QH_REMARK (record)->client : record->id;

  gtk_actionable_set_action_target (row, "s", id);
  gtk_actionable_set_action_name (row, QH_IS_PROMISE (record)  ? "win.open-promise"
                                       : QH_IS_REMARK (record) ? "win.open-client"
                                                               : "win.open-friction");
}

static void
add_due (QhDebriefCaught *self, AdwActionRow *row, QhRecord *record)
{
  GtkWidget *day =
      g_object_new (QH_TYPE_DATE_BUTTON, "optional", TRUE, "valign", GTK_ALIGN_CENTER, NULL);

  adw_action_row_add_suffix (row, gtk_label_new (_ ("Due")));
  adw_action_row_add_suffix (row, day);
  qh_field_edit_new (day, "due", self->store, record);
}

static GtkWidget *
build_row (gpointer item, gpointer user_data)
{
  QhDebriefCaught *self = user_data;
  QhRecord *record = item;
  g_autofree char *title = qh_record_title (record);
  GtkWidget *row = qh_plain_row_new (title, QH_IS_PROMISE (record)  ? _ ("Promise")
                                            : QH_IS_REMARK (record) ? _ ("Words")
                                                                    : _ ("Friction"));

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), build_icon (record));
  if (!QH_IS_REMARK (record))
    add_due (self, ADW_ACTION_ROW (row), record);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  set_action (GTK_ACTIONABLE (row), record);
  return row;
}

/* --- What was caught */

static gboolean
is_there (GPtrArray *records, const char *id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_str_equal (QH_RECORD (g_ptr_array_index (records, i))->id, id))
      return TRUE;
  return FALSE;
}

static void
add_all (QhDebriefCaught *self, GPtrArray *records, const QhEntity *entity)
{
  g_autoptr (GPtrArray) found =
      qh_debrief_list_caught (self->store, self->meeting, self->opened, entity, NULL);

  for (guint i = 0; found && i < found->len; i++)
    g_ptr_array_add (records, g_object_ref (g_ptr_array_index (found, i)));
}

/* What the clock's page caught names its records, also those about another client. */
static void
add_run (QhDebriefCaught *self, GPtrArray *records)
{
  g_autoptr (QhRun) run = qh_runs_read (self->store, QH_RECORD (self->meeting)->id, NULL);

  for (guint i = 0; run && i < run->caught->len; i++) {
    const QhCaught *caught = g_ptr_array_index (run->caught, i);
    g_autoptr (QhRecord) record =
        caught->record ? qh_store_find (self->store, caught->record, NULL) : NULL;
    if (record && (QH_IS_PROMISE (record) || QH_IS_FRICTION (record) || QH_IS_REMARK (record)) &&
        !is_there (records, record->id))
      g_ptr_array_add (records, g_steal_pointer (&record));
  }
}

static void
update (QhDebriefCaught *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);

  add_all (self, records, &qh_promise_entity);
  add_all (self, records, &qh_friction_entity);
  add_all (self, records, &qh_remark_entity);
  add_run (self, records);
  qh_list_sync (self->records, records);
  gtk_widget_set_visible (GTK_WIDGET (self->list), records->len > 0);
  gtk_widget_set_visible (self->nothing, records->len == 0);
}

static void
on_store_changed (QhDebriefCaught *self, guint64 entities)
{
  QhEntities mine = QH_ENTITY_BIT (&qh_promise_entity) | QH_ENTITY_BIT (&qh_friction_entity) |
                    QH_ENTITY_BIT (&qh_remark_entity) | QH_ENTITY_BIT (&qh_meeting_entity);

  if ((entities & mine) != 0)
    update (self);
}

void
qh_debrief_caught_show (QhDebriefCaught *self, QhStore *store, QhMeeting *meeting)
{
  g_return_if_fail (QH_IS_DEBRIEF_CAUGHT (self));
  g_return_if_fail (QH_IS_STORE (store) && QH_IS_MEETING (meeting));
  g_return_if_fail (!self->store);

  self->store = g_object_ref (store);
  self->meeting = g_object_ref (meeting);
  self->opened = qh_clock_now (qh_store_get_clock (store));
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->records), build_row, self, NULL);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update (self);
}

static void
qh_debrief_caught_dispose (GObject *object)
{
  QhDebriefCaught *self = QH_DEBRIEF_CAUGHT (object);

  g_clear_object (&self->records);
  g_clear_object (&self->meeting);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_debrief_caught_parent_class)->dispose (object);
}

static void
qh_debrief_caught_class_init (QhDebriefCaughtClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_debrief_caught_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/debrief/debrief-caught.ui");
  gtk_widget_class_bind_template_child (widget_class, QhDebriefCaught, list);
  gtk_widget_class_bind_template_child (widget_class, QhDebriefCaught, nothing);
}

static void
qh_debrief_caught_init (QhDebriefCaught *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->records = g_list_store_new (QH_TYPE_RECORD);
}
