/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "today/qh-today-row.h"
#include "qh-closures.h"
#include "store/qh-runs.h"
#include "widgets/qh-friction-text.h"
#include "widgets/qh-promise-text.h"
#include "widgets/qh-severity-mark.h"
#include "widgets/qh-supply.h"
#include <glib/gi18n-lib.h>

struct _QhTodayRow {
  QhRow parent_instance;

  QhSeverityMark *mark;
  GtkImage *icon;

  QhStore *store;
  char *title, *facts, *state;
  gboolean is_bad;
  char *day; /* on which it was read */
  gboolean is_stale; /* something has changed since, out of sight */
};

G_DEFINE_FINAL_TYPE (QhTodayRow, qh_today_row, QH_TYPE_ROW)

enum { PROP_TITLE = 1, PROP_FACTS, PROP_STATE, PROP_IS_BAD, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
clear (QhTodayRow *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->facts, g_free);
  g_clear_pointer (&self->state, g_free);
  self->is_bad = FALSE;
}

/* --- What is said of each */

/* Whether something of the debrief is written down already. */
static gboolean
is_begun (QhMeeting *meeting)
{
  return meeting->output_reached || meeting->result || meeting->learned || meeting->ease != QH_NONE;
}

static void
show_meeting (QhTodayRow *self, QhMeeting *meeting)
{
  g_autoptr (QhRecord) client =
      qh_store_get (self->store, &qh_client_entity, meeting->client, NULL);
  gint64 at = meeting->start != QH_NONE ? meeting->start : meeting->began;
  gint64 now = qh_clock_now (qh_store_get_clock (self->store));
  g_autofree char *when = at != QH_NONE ? qh_closure_when (NULL, at, meeting->zone, now) : NULL;
  g_autofree char *aim = qh_closure_aim (NULL, meeting->output, meeting->title);

  self->title = g_strdup (client ? QH_CLIENT (client)->name : "");
  self->facts = qh_closure_join (NULL, when, aim);
  if (qh_runs_is_under_way (self->store, QH_RECORD (meeting)->id))
    self->state = g_strdup (_ ("Under way"));
  else if (is_begun (meeting))
    /* Translators: of a debrief that is written down in part */
    self->state = g_strdup (_ ("Begun"));
}

static void
show_promise (QhTodayRow *self, QhPromise *promise)
{
  const QhClock *clock = qh_store_get_clock (self->store);
  g_autofree char *today = qh_clock_today (clock);

  self->title = g_strdup (promise->what);
  self->facts = qh_promise_facts_label (self->store, promise);
  self->state = qh_promise_state_label (promise, today, qh_clock_now (clock), &self->is_bad);
}

static void
show_friction (QhTodayRow *self, QhFriction *friction)
{
  g_autofree char *today = qh_clock_today (qh_store_get_clock (self->store));
  g_autofree char *clients = qh_friction_clients_label (self->store, friction);
  g_autofree char *hand = qh_friction_hand_label (friction, today, &self->is_bad);

  self->title = g_strdup (friction->title);
  self->facts = qh_closure_join (NULL, clients, hand);
  self->state = self->is_bad ? g_strdup (_ ("overdue")) : NULL;
  qh_severity_mark_set (self->mark, friction->severity);
}

static void
show_content (QhTodayRow *self, QhContent *content)
{
  g_autofree char *today = qh_clock_today (qh_store_get_clock (self->store));
  QhPips pips = qh_supply_read (self->store, content);
  g_autofree char *supply = qh_supply_short_label (&pips);
  g_autofree char *window = qh_supply_window_label (content, today);
  g_autofree char *icon = qh_closure_modality_icon (NULL, content->modality);
  g_auto (GStrv) classes = qh_closure_modality_classes (NULL, content->modality);

  self->title = g_strdup (content->title);
  self->facts = qh_closure_join (NULL, supply, window);
  self->state = qh_supply_state_label (content, &pips, today, &self->is_bad);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), (const char **)classes);
}

static void
show_record (QhTodayRow *self, QhRecord *record)
{
  if (QH_IS_MEETING (record))
    show_meeting (self, QH_MEETING (record));
  else if (QH_IS_PROMISE (record))
    show_promise (self, QH_PROMISE (record));
  else if (QH_IS_FRICTION (record))
    show_friction (self, QH_FRICTION (record));
  else
    show_content (self, QH_CONTENT (record));
}

static void
show_icon (QhTodayRow *self, QhRecord *record)
{
  gboolean is_friction = QH_IS_FRICTION (record);

  gtk_widget_set_visible (GTK_WIDGET (self->mark), is_friction);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), !is_friction);
  if (QH_IS_MEETING (record))
    gtk_image_set_from_icon_name (self->icon, "document-edit-symbolic");
  else if (QH_IS_PROMISE (record))
    gtk_image_set_from_icon_name (self->icon, "qh-promise-symbolic");
}

static void
qh_today_row_show (QhRow *row, QhRecord *record)
{
  QhTodayRow *self = QH_TODAY_ROW (row);

  clear (self);
  self->is_stale = FALSE;
  g_free (self->day);
  self->day = qh_clock_today (qh_store_get_clock (self->store));
  if (record) {
    show_icon (self, record);
    show_record (self, record);
  }
  for (int i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), props[i]);
}

static void
on_store_changed (QhTodayRow *self, guint64 entities)
{
  QhEntities mine = QH_ENTITY_BIT (&qh_meeting_entity) | QH_ENTITY_BIT (&qh_promise_entity) |
                    QH_ENTITY_BIT (&qh_friction_entity) |
                    QH_ENTITY_BIT (&qh_friction_client_entity) |
                    QH_ENTITY_BIT (&qh_content_entity) | QH_ENTITY_BIT (&qh_movement_entity) |
                    QH_ENTITY_BIT (&qh_client_entity);
  QhRecord *record = qh_row_get_record (QH_ROW (self));

  if (!record || (entities & mine) == 0)
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self))) {
    self->is_stale = TRUE;
    return;
  }
  qh_today_row_show (QH_ROW (self), record);
  qh_row_update_label (QH_ROW (self));
}

static char *
qh_today_row_describe (QhRow *row)
{
  QhTodayRow *self = QH_TODAY_ROW (row);
  g_autoptr (GString) label = g_string_new (self->title);

  if (self->state)
    g_string_append_printf (label, ", %s", self->state);
  if (self->facts && *self->facts)
    g_string_append_printf (label, "; %s", self->facts);
  return g_strdup (label->str);
}

/* What has changed while the row was out of sight, or because another day began. */
static void
qh_today_row_map (GtkWidget *widget)
{
  QhTodayRow *self = QH_TODAY_ROW (widget);
  g_autofree char *today = qh_clock_today (qh_store_get_clock (self->store));
  QhRecord *record = qh_row_get_record (QH_ROW (self));

  GTK_WIDGET_CLASS (qh_today_row_parent_class)->map (widget);

  if (!record || (!self->is_stale && g_strcmp0 (today, self->day) == 0))
    return;
  qh_today_row_show (QH_ROW (self), record);
  qh_row_update_label (QH_ROW (self));
}

static void
qh_today_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhTodayRow *self = QH_TODAY_ROW (object);

  switch (id) {
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_FACTS:
    g_value_set_string (value, self->facts);
    break;
  case PROP_STATE:
    g_value_set_string (value, self->state);
    break;
  case PROP_IS_BAD:
    g_value_set_boolean (value, self->is_bad);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_today_row_dispose (GObject *object)
{
  QhTodayRow *self = QH_TODAY_ROW (object);

  clear (self);
  g_clear_pointer (&self->day, g_free);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_today_row_parent_class)->dispose (object);
}

static void
qh_today_row_class_init (QhTodayRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_today_row_get_property;
  object_class->dispose = qh_today_row_dispose;
  widget_class->map = qh_today_row_map;
  QH_ROW_CLASS (klass)->show = qh_today_row_show;
  QH_ROW_CLASS (klass)->describe = qh_today_row_describe;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_FACTS] = g_param_spec_string ("facts", NULL, NULL, NULL, flags);
  props[PROP_STATE] = g_param_spec_string ("state", NULL, NULL, NULL, flags);
  props[PROP_IS_BAD] = g_param_spec_boolean ("is-bad", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (QH_TYPE_SEVERITY_MARK);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/today/today-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QhTodayRow, mark);
  gtk_widget_class_bind_template_child (widget_class, QhTodayRow, icon);
  qh_closures_bind (widget_class);
}

static void
qh_today_row_init (QhTodayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QhRow *
qh_today_row_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhTodayRow *self = g_object_new (QH_TYPE_TODAY_ROW, NULL);
  self->store = g_object_ref (store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return QH_ROW (self);
}
