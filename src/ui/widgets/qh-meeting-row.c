/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-meeting-row.h"
#include "qh-closures.h"
#include "widgets/qh-box.h"
#include "widgets/qh-column-layout.h"
#include "widgets/qh-dial-view.h"

struct _QhMeetingRow {
  QhRow parent_instance;

  QhDialView *dial;
  GtkLabel *pill;
  GtkLabel *score;

  QhStore *store;
  QhFiguresCache *cache;
  QhClient *client;
  QhFigures *figures;
  gint64 now;
};

G_DEFINE_FINAL_TYPE (QhMeetingRow, qh_meeting_row, QH_TYPE_ROW)

enum { PROP_CLIENT = 1, PROP_FIGURES, PROP_NOW, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
show_dial (QhMeetingRow *self)
{
  const QhBlock *blocks;
  gint64 limit;
  guint n;

  blocks = qh_figures_get_blocks (self->figures, &n, &limit);
  qh_dial_view_show_blocks (self->dial, blocks, n, limit, -1);
}

static void
on_figures_known (QhMeetingRow *self)
{
  show_dial (self);
  qh_row_update_label (QH_ROW (self));
}

static void
set_figures (QhMeetingRow *self, QhMeeting *meeting)
{
  if (self->figures)
    g_signal_handlers_disconnect_by_func (self->figures, on_figures_known, self);
  g_clear_object (&self->figures);
  if (meeting) {
    self->figures = qh_figures_cache_get (self->cache, QH_RECORD (meeting)->id);
    g_signal_connect_object (self->figures, "notify::is-known", G_CALLBACK (on_figures_known), self,
                             G_CONNECT_SWAPPED);
    show_dial (self);
  }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FIGURES]);
}

static void
set_client (QhMeetingRow *self, QhMeeting *meeting)
{
  g_autoptr (QhRecord) client =
      meeting ? qh_store_get (self->store, &qh_client_entity, meeting->client, NULL) : NULL;

  if (g_set_object (&self->client, (QhClient *)client))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CLIENT]);
}

static void
qh_meeting_row_show (QhRow *row, QhRecord *record)
{
  QhMeetingRow *self = QH_MEETING_ROW (row);
  QhMeeting *meeting = record ? QH_MEETING (record) : NULL;

  self->now = qh_clock_now (qh_store_get_clock (self->store));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NOW]);
  set_client (self, meeting);
  set_figures (self, meeting);
}

static char *
qh_meeting_row_describe (QhRow *row)
{
  QhMeetingRow *self = QH_MEETING_ROW (row);
  QhMeeting *meeting = QH_MEETING (qh_row_get_record (row));
  g_autofree char *when = qh_closure_when (NULL, meeting->start, meeting->zone, self->now);
  g_autofree char *aim = qh_closure_aim (NULL, meeting->output, meeting->title);

  return qh_closure_meeting_label (NULL, self->client ? self->client->name : "", when, aim,
                                   gtk_label_get_label (self->score),
                                   gtk_label_get_label (self->pill));
}

static void
qh_meeting_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhMeetingRow *self = QH_MEETING_ROW (object);

  switch (id) {
  case PROP_CLIENT:
    g_value_set_object (value, self->client);
    break;
  case PROP_FIGURES:
    g_value_set_object (value, self->figures);
    break;
  case PROP_NOW:
    g_value_set_int64 (value, self->now);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_meeting_row_dispose (GObject *object)
{
  QhMeetingRow *self = QH_MEETING_ROW (object);

  g_clear_object (&self->figures);
  g_clear_object (&self->client);
  g_clear_object (&self->cache);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_meeting_row_parent_class)->dispose (object);
}

static void
qh_meeting_row_class_init (QhMeetingRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_meeting_row_get_property;
  object_class->dispose = qh_meeting_row_dispose;
  QH_ROW_CLASS (klass)->show = qh_meeting_row_show;
  QH_ROW_CLASS (klass)->describe = qh_meeting_row_describe;

  props[PROP_CLIENT] = g_param_spec_object ("client", NULL, NULL, qh_client_get_type (), flags);
  props[PROP_FIGURES] = g_param_spec_object ("figures", NULL, NULL, QH_TYPE_FIGURES, flags);
  props[PROP_NOW] = g_param_spec_int64 ("now", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_COLUMN_LAYOUT);
  g_type_ensure (QH_TYPE_DIAL_VIEW);
  g_type_ensure (qh_meeting_get_type ());
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/widgets/meeting-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QhMeetingRow, dial);
  gtk_widget_class_bind_template_child (widget_class, QhMeetingRow, pill);
  gtk_widget_class_bind_template_child (widget_class, QhMeetingRow, score);
  qh_closures_bind (widget_class);
}

static void
qh_meeting_row_init (QhMeetingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

QhRow *
qh_meeting_row_new (QhStore *store, QhFiguresCache *cache)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_FIGURES_CACHE (cache), NULL);

  QhMeetingRow *self = g_object_new (QH_TYPE_MEETING_ROW, NULL);
  self->store = g_object_ref (store);
  self->cache = g_object_ref (cache);
  return QH_ROW (self);
}
