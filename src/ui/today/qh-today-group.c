/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today/qh-today-group.h"
#include "today/qh-today-meeting.h"
#include "today/qh-today-row.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-list-sync.h"
#include <glib/gi18n-lib.h>

/* Of each section so many are shown, what a click on one does, and the place where all are. */
static const struct {
  const char *title;
  guint shown;
  const char *action, *place;
} groups[QH_N_TODAY] = {
  [QH_TODAY_MEETINGS] = { N_ ("Today"), 12, "win.open-meeting", "meetings" },
  [QH_TODAY_TOMORROW] = { N_ ("Tomorrow"), 8, "win.open-meeting", "meetings" },
  [QH_TODAY_DEBRIEFS] = { N_ ("To Debrief"), 5, "win.debrief", "meetings" },
  [QH_TODAY_PROMISES] = { N_ ("Promises Due"), 6, "win.open-promise", "promises" },
  [QH_TODAY_FRICTIONS] = { N_ ("Friction Waiting for Me"), 5, "win.open-friction", "friction" },
  [QH_TODAY_CONTENT] = { N_ ("Content Running Out or Expiring"), 5, "win.open-item", "content" },
};

struct _QhTodayGroup {
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *count;
  GtkListBox *list;
  GtkButton *more;

  QhStore *store;
  QhFiguresCache *cache;
  QhTodaySection section;
  GListStore *records;
  QhClock at;
  guint idle;
};

G_DEFINE_FINAL_TYPE (QhTodayGroup, qh_today_group, ADW_TYPE_BIN)

/* --- Rows */

static void
on_row_label (QhRow *row)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (row));
  const char *label = qh_row_get_label (row);

  if (parent)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    label ? label : "", -1);
}

static QhRow *
new_row (QhTodayGroup *self)
{
  gboolean is_ahead = self->section == QH_TODAY_MEETINGS || self->section == QH_TODAY_TOMORROW;

  return is_ahead ? qh_today_meeting_new (self->store, self->cache)
                  : qh_today_row_new (self->store);
}

static GtkWidget *
build_row (gpointer record, gpointer user_data)
{
  QhTodayGroup *self = user_data;
  QhRow *row = new_row (self);
  GtkWidget *item = gtk_list_box_row_new ();

  gtk_widget_add_css_class (GTK_WIDGET (row), "qh-text-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (item), GTK_WIDGET (row));
  g_signal_connect (row, "notify::label", G_CALLBACK (on_row_label), NULL);
  qh_row_set_record (row, record);
  on_row_label (row);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (item), "s", QH_RECORD (record)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (item), groups[self->section].action);
  return item;
}

/* --- Counts */

static void
show_count (QhTodayGroup *self, guint total)
{
  guint listed = g_list_model_get_n_items (G_LIST_MODEL (self->records));
  g_autofree char *count = g_strdup_printf ("%'u", total);
  /* Translators: a button: all that there are: "Show All 23" */
  g_autofree char *more = g_strdup_printf (_ ("Show All %s"), count);

  gtk_label_set_label (self->count, count);
  gtk_button_set_label (self->more, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more), total > listed);
}

static gboolean
on_idle (gpointer user_data)
{
  QhTodayGroup *self = user_data;

  self->idle = 0;
  show_count (self, qh_today_count (self->store, &self->at, self->section));
  return G_SOURCE_REMOVE;
}

/* Of many it takes a moment: behind drawing. */
static void
schedule_count (QhTodayGroup *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, on_idle, self, NULL);
}

/* --- What it is made of */

static QhEntities
get_entities (QhTodaySection section)
{
  switch (section) {
  case QH_TODAY_PROMISES:
    return QH_ENTITY_BIT (&qh_promise_entity);
  case QH_TODAY_FRICTIONS:
    return QH_ENTITY_BIT (&qh_friction_entity);
  case QH_TODAY_CONTENT:
    return QH_ENTITY_BIT (&qh_content_entity) | QH_ENTITY_BIT (&qh_movement_entity);
  default:
    return QH_ENTITY_BIT (&qh_meeting_entity) | QH_ENTITY_BIT (&qh_client_entity);
  }
}

void
qh_today_group_update (QhTodayGroup *self, const QhClock *at)
{
  g_return_if_fail (QH_IS_TODAY_GROUP (self));
  g_return_if_fail (at);

  guint shown = groups[self->section].shown;
  g_autoptr (GPtrArray) records = qh_today_list (self->store, at, self->section, shown, NULL);

  if (!records)
    return;
  self->at = *at;
  qh_list_sync (self->records, records);
  gtk_widget_set_visible (GTK_WIDGET (self), records->len > 0);
  if (records->len < shown)
    show_count (self, records->len);
  else
    schedule_count (self);
}

void
qh_today_group_follow (QhTodayGroup *self, const QhClock *at, guint64 entities)
{
  g_return_if_fail (QH_IS_TODAY_GROUP (self));

  if ((entities & get_entities (self->section)) != 0)
    qh_today_group_update (self, at);
}

guint
qh_today_group_count (QhTodayGroup *self)
{
  g_return_val_if_fail (QH_IS_TODAY_GROUP (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->records));
}

static gboolean
qh_today_group_grab_focus (GtkWidget *widget)
{
  return !qh_focus_is_within (widget) &&
         gtk_widget_child_focus (GTK_WIDGET (QH_TODAY_GROUP (widget)->list), GTK_DIR_TAB_FORWARD);
}

static void
qh_today_group_dispose (GObject *object)
{
  QhTodayGroup *self = QH_TODAY_GROUP (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->records);
  g_clear_object (&self->cache);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_today_group_parent_class)->dispose (object);
}

static void
qh_today_group_class_init (QhTodayGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_today_group_dispose;
  widget_class->grab_focus = qh_today_group_grab_focus;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/today/today-group.ui");
  gtk_widget_class_bind_template_child (widget_class, QhTodayGroup, title);
  gtk_widget_class_bind_template_child (widget_class, QhTodayGroup, count);
  gtk_widget_class_bind_template_child (widget_class, QhTodayGroup, list);
  gtk_widget_class_bind_template_child (widget_class, QhTodayGroup, more);
}

static void
qh_today_group_init (QhTodayGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->records = g_list_store_new (QH_TYPE_RECORD);
}

GtkWidget *
qh_today_group_new (QhStore *store, QhFiguresCache *cache, QhTodaySection section)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_FIGURES_CACHE (cache), NULL);
  g_return_val_if_fail (section < QH_N_TODAY, NULL);

  QhTodayGroup *self = g_object_new (QH_TYPE_TODAY_GROUP, "visible", FALSE, NULL);
  const char *title = _ (groups[section].title);

  self->store = g_object_ref (store);
  self->cache = g_object_ref (cache);
  self->section = section;
  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->more), "s", groups[section].place);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->records), build_row, self, NULL);
  return GTK_WIDGET (self);
}
