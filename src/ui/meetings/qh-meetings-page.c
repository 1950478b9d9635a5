/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A meeting moves from "to come" to "to debrief" a quarter of an hour after it began. */
#include "meetings/qh-meetings-page.h"
#include "base/qh-text.h"
#include "qh-closures.h"
#include "qh-meeting-actions.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-header.h"
#include "widgets/qh-later.h"
#include "widgets/qh-meeting-row.h"
#include "widgets/qh-record-finder.h"
#include "widgets/qh-view-menu.h"
#include <glib/gi18n-lib.h>

/* How long after its start a meeting is taken as held. */
#define HELD_AFTER (15 * G_TIME_SPAN_MINUTE)
/* How often it is looked for meetings that have passed meanwhile, in seconds. */
#define LOOK_EVERY 60

/* Of how many chosen meetings each is looked at. */
#define ASKED_AT_MOST 100

#define PLANNED "('draft', 'submitted', 'approved')"

enum { UNDATED, UPCOMING, DEBRIEF, PAST, CANCELLED, N_SECTIONS };

static const struct {
  const char *title;
  QhQuery query;
} sections[N_SECTIONS] = {
  [UNDATED] = { N_ ("No day yet"),
                { &qh_meeting_entity, "start IS NULL AND status IN " PLANNED, "start" } },
  [UPCOMING] = { N_ ("To come"),
                 { &qh_meeting_entity, "start >= CAST (?1 AS INTEGER) AND status IN " PLANNED,
                   "start" } },
  [DEBRIEF] = { N_ ("To debrief"),
                { &qh_meeting_entity,
                  "start < CAST (?1 AS INTEGER) AND status IN " PLANNED " OR status = 'held'",
                  "start", TRUE } },
  [PAST] = { N_ ("Past"),
             { &qh_meeting_entity, "status = 'debriefed'", "start", TRUE,
               "meeting.status.debriefed" } },
  [CANCELLED] = { N_ ("Cancelled"),
                  { &qh_meeting_entity, "status = 'cancelled'", "start", TRUE,
                    "meeting.status.cancelled" } },
};

static const QhQuery found_query = {
  &qh_meeting_entity,
  "instr (coalesce (output_key, ''), ?1) OR instr (coalesce (title_key, ''), ?1) OR "
  "client IN (SELECT id FROM client WHERE instr (name_key, ?1))",
  "start",
  TRUE,
};

struct _QhMeetingsPage {
  AdwBin parent_instance;

  GtkSearchEntry *search;
  QhRecordFinder *finder;
  QhViewMenu *views;

  QhStore *store;
  QhFiguresCache *cache;
  QhListModel *models[N_SECTIONS]; /* the finder's */
  char *boundary; /* the instant from which on meetings are to come */
  char *subtitle;
  guint timeout; /* while it is on the screen */
};

G_DEFINE_FINAL_TYPE (QhMeetingsPage, qh_meetings_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_SUBTITLE, N_PROPS };
static GParamSpec *props[N_PROPS];

static char *
get_boundary (QhStore *store)
{
  gint64 now = qh_clock_now (qh_store_get_clock (store));

  return g_strdup_printf ("%" G_GINT64_FORMAT, now - HELD_AFTER);
}

/* The first instant of the day @days from today. */
static char *
get_day (QhStore *store, int days)
{
  const QhClock *clock = qh_store_get_clock (store);
  g_autoptr (GTimeZone) zone = qh_clock_zone (clock);
  g_autofree char *today = qh_clock_today (clock);
  g_autofree char *day = qh_date_add_days (today, days);

  return g_strdup_printf ("%" G_GINT64_FORMAT, qh_date_to_instant (day, zone));
}

guint
qh_meetings_count_due (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), 0);

  g_autofree char *tomorrow = get_day (store, 1);
  const char *values[] = { tomorrow, NULL };

  return qh_store_count (store,
                         "SELECT count(*) FROM meeting WHERE start < CAST (?1 AS INTEGER) AND "
                         "status IN ('draft', 'submitted', 'approved', 'held')",
                         values);
}

static guint
count_today (QhMeetingsPage *self)
{
  g_autofree char *today = get_day (self->store, 0);
  g_autofree char *tomorrow = get_day (self->store, 1);
  const char *values[] = { today, tomorrow, NULL };

  return qh_store_count (self->store,
                         "SELECT count(*) FROM meeting WHERE start >= CAST (?1 AS INTEGER) AND "
                         "start < CAST (?2 AS INTEGER) AND status <> 'cancelled'",
                         values);
}

static guint
count_section (QhMeetingsPage *self, int section)
{
  return self->models[section] ? g_list_model_get_n_items (G_LIST_MODEL (self->models[section]))
                               : 0;
}

/* "2 today · 3 to debrief" */
static char *
describe_figures (QhMeetingsPage *self)
{
  guint today = count_today (self), debrief = count_section (self, DEBRIEF);
  g_autoptr (GString) text = g_string_new (NULL);

  if (today > 0)
    g_string_append_printf (text, ngettext ("%u today", "%u today", today), today);
  if (debrief > 0) {
    g_string_append (text, text->len ? " · " : "");
    g_string_append_printf (text, ngettext ("%u to debrief", "%u to debrief", debrief), debrief);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
update_figures (QhMeetingsPage *self)
{
  g_autofree char *subtitle = describe_figures (self);

  if (g_strcmp0 (subtitle, self->subtitle) == 0)
    return;
  g_free (self->subtitle);
  self->subtitle = g_steal_pointer (&subtitle);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

/* Only when a meeting has passed meanwhile: another boundary is another list. */
static void
move_boundary (QhMeetingsPage *self)
{
  g_autofree char *boundary = get_boundary (self->store);
  const char *between[] = { self->boundary, boundary, NULL };
  const char *values[] = { boundary, NULL };

  if (qh_store_count (self->store,
                      "SELECT count(*) FROM meeting WHERE start >= CAST (?1 AS INTEGER) AND "
                      "start < CAST (?2 AS INTEGER)",
                      between) > 0) {
    qh_list_model_set_values (self->models[UPCOMING], values);
    qh_list_model_set_values (self->models[DEBRIEF], values);
  }
  g_free (self->boundary);
  self->boundary = g_steal_pointer (&boundary);
}

static gboolean
on_timeout (gpointer user_data)
{
  QhMeetingsPage *self = user_data;

  move_boundary (self);
  update_figures (self);
  return G_SOURCE_CONTINUE;
}

static void
on_store_changed (QhMeetingsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update_figures (self);
}

static QhRow *
build_row (gpointer user_data)
{
  QhMeetingsPage *self = user_data;

  return qh_meeting_row_new (self->store, self->cache);
}

static void
build_sections (QhMeetingsPage *self)
{
  self->boundary = get_boundary (self->store);

  const char *values[] = { self->boundary, NULL };
  for (int i = 0; i < N_SECTIONS; i++) {
    gboolean has_boundary = i == UPCOMING || i == DEBRIEF;
    self->models[i] = qh_record_finder_add_section (
        self->finder, _ (sections[i].title), &sections[i].query, has_boundary ? values : NULL);
  }
}

static guint
count_cancelled (GPtrArray *chosen)
{
  guint n = 0;

  for (guint i = 0; i < chosen->len; i++)
    n += QH_MEETING (g_ptr_array_index (chosen, i))->status == QH_MEETING_STATUS_CANCELLED;
  return n;
}

/* The menu offers what can be done with what is chosen; of very many it does not ask each. */
static void
on_list_chosen (QhMeetingsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint n = qh_record_finder_get_n_selected (self->finder);
  g_autoptr (GPtrArray) chosen =
      n <= ASKED_AT_MOST ? qh_record_finder_get_chosen (self->finder) : NULL;
  guint cancelled = chosen ? count_cancelled (chosen) : 1;

  gtk_widget_action_set_enabled (widget, "meetings.open", n <= 1);
  gtk_widget_action_set_enabled (widget, "meetings.copy", n <= 1);
  gtk_widget_action_set_enabled (widget, "meetings.export", n <= 1);
  gtk_widget_action_set_enabled (widget, "meetings.cancel", !chosen || cancelled < chosen->len);
  gtk_widget_action_set_enabled (widget, "meetings.reinstate", cancelled > 0);
}

static void
on_list_open (QhMeetingsPage *self, QhRecord *meeting)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-meeting", "s", meeting->id);
}

static void
on_list_delete (QhMeetingsPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "meetings.delete", NULL);
}

static void
on_narrow (QhMeetingsPage *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *folded = qh_text_fold (words);
  const char *values[] = { folded, NULL };

  if (qh_text_is_empty (words))
    qh_record_finder_widen (self->finder);
  else
    qh_record_finder_narrow (self->finder, &found_query, values);
}

/* Actions about one meeting do nothing while several are chosen. */
static void
activate_for_chosen (GtkWidget *widget, const char *action)
{
  g_autoptr (QhRecord) meeting = qh_record_finder_get_one (QH_MEETINGS_PAGE (widget)->finder);

  if (meeting)
    gtk_widget_activate_action (widget, action, "s", meeting->id);
}

static void
open_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  activate_for_chosen (widget, "win.open-meeting");
}

static void
copy_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  activate_for_chosen (widget, "win.copy-meeting");
}

static void
export_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  activate_for_chosen (widget, "win.export-meeting");
}

static void
cancel_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = qh_record_finder_get_chosen (QH_MEETINGS_PAGE (widget)->finder);

  qh_meetings_cancel (widget, QH_MEETINGS_PAGE (widget)->store, chosen);
}

static void
reinstate_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = qh_record_finder_get_chosen (QH_MEETINGS_PAGE (widget)->finder);

  qh_meetings_reinstate (widget, QH_MEETINGS_PAGE (widget)->store, chosen);
}

static void
delete_chosen (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GPtrArray) chosen = qh_record_finder_get_chosen (QH_MEETINGS_PAGE (widget)->finder);

  qh_meetings_delete (widget, QH_MEETINGS_PAGE (widget)->store, chosen);
}

static void
qh_meetings_page_map (GtkWidget *widget)
{
  QhMeetingsPage *self = QH_MEETINGS_PAGE (widget);

  GTK_WIDGET_CLASS (qh_meetings_page_parent_class)->map (widget);

  move_boundary (self);
  update_figures (self);
  self->timeout = g_timeout_add_seconds (LOOK_EVERY, on_timeout, self);
}

static void
qh_meetings_page_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&QH_MEETINGS_PAGE (widget)->timeout, g_source_remove);

  GTK_WIDGET_CLASS (qh_meetings_page_parent_class)->unmap (widget);
}

static gboolean
qh_meetings_page_grab_focus (GtkWidget *widget)
{
  return qh_focus_hand_on (widget, GTK_WIDGET (QH_MEETINGS_PAGE (widget)->finder));
}

static void
qh_meetings_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhMeetingsPage *self = QH_MEETINGS_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_SUBTITLE:
    g_value_set_string (value, self->subtitle);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_meetings_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhMeetingsPage *self = QH_MEETINGS_PAGE (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_meetings_page_constructed (GObject *object)
{
  QhMeetingsPage *self = QH_MEETINGS_PAGE (object);

  G_OBJECT_CLASS (qh_meetings_page_parent_class)->constructed (object);

  self->cache = qh_figures_cache_new (self->store);
  qh_record_finder_set_rows (self->finder, self->store, build_row, self);
  qh_record_finder_set_search (self->finder, self->search, GTK_WIDGET (self));
  build_sections (self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  qh_view_menu_add_entry (self->views, "search", GTK_EDITABLE (self->search));
  qh_view_menu_start (self->views, self->store, GTK_WIDGET (self), "meetings");
}

static void
qh_meetings_page_dispose (GObject *object)
{
  QhMeetingsPage *self = QH_MEETINGS_PAGE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->cache);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_meetings_page_parent_class)->dispose (object);
}

static void
qh_meetings_page_finalize (GObject *object)
{
  QhMeetingsPage *self = QH_MEETINGS_PAGE (object);

  g_free (self->boundary);
  g_free (self->subtitle);

  G_OBJECT_CLASS (qh_meetings_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/meetings/meetings-page.ui");
  gtk_widget_class_bind_template_child (klass, QhMeetingsPage, search);
  gtk_widget_class_bind_template_child (klass, QhMeetingsPage, finder);
  gtk_widget_class_bind_template_child (klass, QhMeetingsPage, views);
  gtk_widget_class_bind_template_callback (klass, on_narrow);
  gtk_widget_class_bind_template_callback (klass, on_list_open);
  gtk_widget_class_bind_template_callback (klass, on_list_delete);
  gtk_widget_class_bind_template_callback (klass, on_list_chosen);
  qh_closures_bind (klass);
}

static void
qh_meetings_page_class_init (QhMeetingsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qh_meetings_page_get_property;
  object_class->set_property = qh_meetings_page_set_property;
  object_class->constructed = qh_meetings_page_constructed;
  object_class->dispose = qh_meetings_page_dispose;
  object_class->finalize = qh_meetings_page_finalize;
  widget_class->grab_focus = qh_meetings_page_grab_focus;
  widget_class->map = qh_meetings_page_map;
  widget_class->unmap = qh_meetings_page_unmap;

  props[PROP_STORE] =
      g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  props[PROP_SUBTITLE] =
      g_param_spec_string ("subtitle", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "meetings.open", NULL, open_chosen);
  gtk_widget_class_install_action (widget_class, "meetings.copy", NULL, copy_chosen);
  gtk_widget_class_install_action (widget_class, "meetings.export", NULL, export_chosen);
  gtk_widget_class_install_action (widget_class, "meetings.cancel", NULL, cancel_chosen);
  gtk_widget_class_install_action (widget_class, "meetings.reinstate", NULL, reinstate_chosen);
  gtk_widget_class_install_action (widget_class, "meetings.delete", NULL, delete_chosen);

  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_LATER);
  g_type_ensure (QH_TYPE_RECORD_FINDER);
  g_type_ensure (QH_TYPE_VIEW_MENU);
  bind_template (widget_class);
}

static void
qh_meetings_page_init (QhMeetingsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_meetings_page_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  return g_object_new (QH_TYPE_MEETINGS_PAGE, "store", store, NULL);
}
