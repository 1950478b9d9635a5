/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clients/qh-timeline.h"
#include "clients/qh-moments.h"
#include "store/qh-debriefs.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* How many moments are shown at first, and how many at most. */
#define SHORT 12
#define LONG 200

struct _QhTimeline {
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
  GtkListBox *list;
  GtkWidget *more;

  QhStore *store;
  QhClient *client;
  gboolean is_started;
  guint max;
};

G_DEFINE_FINAL_TYPE (QhTimeline, qh_timeline, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_CLIENT, N_PROPS };
static GParamSpec *props[N_PROPS];

/* What opens a moment's page, and whose page it is; NULL where it has none. */
static const char *
get_action (QhRecord *record, const char **id)
{
  const QhEntity *entity = qh_record_get_entity (record);

  *id = record->id;
  if (entity == &qh_meeting_entity)
    return "win.open-meeting";
  if (entity == &qh_contact_log_entity)
    return "win.open-contact-log";
  if (entity == &qh_friction_entity)
    return "win.open-friction";
  if (entity == &qh_promise_entity)
    return "win.open-promise";
  if (entity != &qh_movement_entity)
    return NULL;
  *id = QH_MOVEMENT (record)->content;
  return "win.open-item";
}

static GtkWidget *
build_row (const QhMoment *moment, gint64 now)
{
  g_autofree char *day = qh_date_label (moment->day, now, NULL);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", day, qh_moment_label (moment));
  const char *id;
  const char *action = get_action (moment->record, &id);
  GtkWidget *row = qh_plain_row_new (moment->text, subtitle);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  if (action) {
    adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                               gtk_image_new_from_icon_name ("go-next-symbolic"));
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
    gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  }
  return row;
}

static void
clear (QhTimeline *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))))
    gtk_list_box_remove (self->list, row);
}

/* What the meetings came to, in one figure. */
static void
show_reached (QhTimeline *self)
{
  g_autofree char *text = NULL;
  gint64 reached, held;

  qh_debrief_count_reached (self->store, QH_RECORD (self->client)->id, &reached, &held);
  if (held > 0)
    /* Translators: how many meetings, of how many */
    text = g_strdup_printf (ngettext ("%" PRId64 " of %" PRId64 " meeting reached its output",
                                      "%" PRId64 " of %" PRId64 " meetings reached their output",
                                      (gulong)held),
                            reached, held);
  adw_preferences_group_set_description (self->group, text);
}

static void
update (QhTimeline *self)
{
  gint64 now = qh_clock_now (qh_store_get_clock (self->store));
  g_autoptr (GPtrArray) moments =
      qh_moments (self->store, QH_RECORD (self->client)->id, self->max + 1);

  show_reached (self);
  clear (self);
  for (guint i = 0; i < MIN (moments->len, self->max); i++)
    gtk_list_box_append (self->list, build_row (g_ptr_array_index (moments, i), now));
  gtk_widget_set_visible (self->more, moments->len > self->max && self->max < LONG);
  gtk_widget_set_visible (GTK_WIDGET (self), moments->len > 0);
}

static void
on_store_changed (QhTimeline *self)
{
  update (self);
}

static void
on_more_clicked (QhTimeline *self)
{
  self->max = LONG;
  update (self);
}

/* Once it is known whose they are, and where they are kept. */
static void
start (QhTimeline *self)
{
  if (!self->store || !self->client || self->is_started)
    return;
  self->is_started = TRUE;
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

static void
qh_timeline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhTimeline *self = QH_TIMELINE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_CLIENT:
    g_value_set_object (value, self->client);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_timeline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhTimeline *self = QH_TIMELINE (object);

  switch (id) {
  case PROP_STORE:
    g_set_object (&self->store, g_value_get_object (value));
    start (self);
    break;
  case PROP_CLIENT:
    g_set_object (&self->client, g_value_get_object (value));
    start (self);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_timeline_dispose (GObject *object)
{
  QhTimeline *self = QH_TIMELINE (object);

  g_clear_object (&self->client);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_timeline_parent_class)->dispose (object);
}

static void
qh_timeline_class_init (QhTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_timeline_get_property;
  object_class->set_property = qh_timeline_set_property;
  object_class->dispose = qh_timeline_dispose;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, flags);
  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, qh_client_get_type (), flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/clients/timeline.ui");
  gtk_widget_class_bind_template_child (widget_class, QhTimeline, group);
  gtk_widget_class_bind_template_child (widget_class, QhTimeline, list);
  gtk_widget_class_bind_template_child (widget_class, QhTimeline, more);
  gtk_widget_class_bind_template_callback (widget_class, on_more_clicked);
}

static void
qh_timeline_init (QhTimeline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->max = SHORT;
}
