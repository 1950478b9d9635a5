/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "debrief/qh-debrief-page.h"
#include "base/qh-text.h"
#include "debrief/qh-debrief-caught.h"
#include "debrief/qh-debrief-deliveries.h"
#include "debrief/qh-debrief-next.h"
#include "debrief/qh-debrief-strips.h"
#include "debrief/qh-debrief-times.h"
#include "qh-closures.h"
#include "qh-field-edit.h"
#include "qh-report.h"
#include "store/qh-debriefs.h"
#include "widgets/qh-choice-bar.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-header.h"
#include "widgets/qh-pair-layout.h"
#include "widgets/qh-text-field.h"
#include <glib/gi18n-lib.h>

#define EASE_MAX 7

struct _QhDebriefPage {
  AdwBin parent_instance;

  GtkLabel *aim;
  QhChoiceBar *reached;
  QhChoiceBar *result;
  QhChoiceBar *ease;
  QhTextField *learned;
  QhTextField *open_with;
  QhDebriefStrips *strips;
  GtkLabel *lengths;
  QhDebriefTimes *times;
  QhDebriefDeliveries *deliveries;
  QhDebriefCaught *caught;
  QhDebriefNext *next;
  GtkLabel *problem;
  GtkWidget *done;

  QhStore *store;
  QhMeeting *meeting;
  char *title, *when;
};

G_DEFINE_FINAL_TYPE (QhDebriefPage, qh_debrief_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_MEETING, PROP_TITLE, PROP_WHEN, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
show_problem (QhDebriefPage *self, const char *text)
{
  gtk_label_set_label (self->problem, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* --- What is shown */

static void
show_choices (QhDebriefPage *self)
{
  gint64 ease = self->meeting->ease;

  qh_choice_bar_set_value (self->reached, (guint)self->meeting->output_reached);
  qh_choice_bar_set_value (self->result, (guint)self->meeting->result);
  qh_choice_bar_set_value (self->ease, ease == QH_NONE ? 0 : (guint)ease);
}

static void
show_strips (QhDebriefPage *self)
{
  g_autoptr (QhPlan) plan = qh_store_load_plan (self->store, QH_RECORD (self->meeting)->id, NULL);
  g_autofree char *lengths = plan ? qh_debrief_strips_describe (plan) : NULL;

  if (!plan)
    return;
  qh_debrief_strips_show (self->strips, plan);
  gtk_widget_set_visible (GTK_WIDGET (self->strips), qh_plan_n_segments (plan) > 0);
  gtk_label_set_label (self->lengths, lengths);
}

static void
show_heading (QhDebriefPage *self)
{
  QhMeeting *meeting = self->meeting;
  g_autoptr (QhRecord) client =
      qh_store_get (self->store, &qh_client_entity, meeting->client, NULL);
  gint64 at = meeting->start != QH_NONE ? meeting->start : meeting->began;
  gint64 now = qh_clock_now (qh_store_get_clock (self->store));
  g_autofree char *aim = qh_closure_aim (NULL, meeting->output, meeting->title);

  g_free (self->title);
  g_free (self->when);
  self->title = g_strdup (client ? QH_CLIENT (client)->name : "");
  self->when = at != QH_NONE ? qh_closure_when (NULL, at, meeting->zone, now) : g_strdup ("");
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WHEN]);
  gtk_label_set_label (self->aim, aim);
}

/* What is debriefed already is still there to be read and mended, but is not closed again. */
static void
show_state (QhDebriefPage *self)
{
  gboolean is_open = self->meeting->status != QH_MEETING_STATUS_DEBRIEFED;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "debrief.done", is_open);
  gtk_widget_set_visible (self->done, is_open);
  gtk_widget_set_visible (GTK_WIDGET (self->next), is_open);
}

static void
on_meeting_changed (QhDebriefPage *self)
{
  show_choices (self);
  show_heading (self);
  show_state (self);
}

/* A meeting that is no more leaves no page behind. */
static void
on_store_changed (QhDebriefPage *self, guint64 entities)
{
  g_autoptr (QhRecord) record =
      qh_store_get (self->store, &qh_meeting_entity, QH_RECORD (self->meeting)->id, NULL);

  if (!record)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.close-page", "s",
                                QH_RECORD (self->meeting)->id);
  else if ((entities & QH_ENTITY_BIT (&qh_segment_entity)) != 0)
    show_strips (self);
}

/* --- What is entered */

static void
save_choice (QhDebriefPage *self, const char *field, gint64 value)
{
  g_autoptr (GError) error = NULL;

  show_problem (self, NULL);
  qh_record_set_int (QH_RECORD (self->meeting), field, value);
  if (qh_store_save (self->store, QH_RECORD (self->meeting), &error))
    return;
  qh_store_revert (self->store, QH_RECORD (self->meeting));
  show_choices (self);
  qh_report_error (GTK_WIDGET (self), error);
}

static void
on_reached_chosen (QhDebriefPage *self)
{
  save_choice (self, "output_reached", qh_choice_bar_get_value (self->reached));
}

static void
on_result_chosen (QhDebriefPage *self)
{
  save_choice (self, "result", qh_choice_bar_get_value (self->result));
}

static void
on_ease_chosen (QhDebriefPage *self)
{
  guint ease = qh_choice_bar_get_value (self->ease);

  save_choice (self, "ease", ease == 0 ? QH_NONE : (gint64)ease);
}

/* Enter goes on to what comes next. */
static void
on_entered (QhDebriefPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
}

static void
fill_choices (QhDebriefPage *self)
{
  /* Translators: whether the output was reached; the letter behind the underscore is to be another
   * in each of the seven */
  qh_choice_bar_add (self->reached, _ ("_Yes"));
  qh_choice_bar_add (self->reached, _ ("_Partly"));
  qh_choice_bar_add (self->reached, _ ("N_o"));
  /* Translators: what the client agreed to */
  qh_choice_bar_add (self->result, _ ("_Advance"));
  qh_choice_bar_add (self->result, _ ("_Continuation"));
  qh_choice_bar_add (self->result, _ ("No _Sale"));
  qh_choice_bar_add (self->result, _ ("O_rder"));
  for (int i = 1; i <= EASE_MAX; i++) {
    g_autofree char *number = g_strdup_printf ("%d", i);
    qh_choice_bar_add (self->ease, number);
  }
}

static void
add_fields (QhDebriefPage *self)
{
  QhRecord *meeting = QH_RECORD (self->meeting);

  qh_field_edit_new (qh_text_field_get_view (self->learned), "learned", self->store, meeting);
  qh_field_edit_new (qh_text_field_get_view (self->open_with), "open_with", self->store, meeting);
}

/* --- Done */

static gboolean
check (QhDebriefPage *self)
{
  show_problem (self, NULL);
  if (qh_debrief_times_get_problem (self->times)) { /* which stands there */
    gtk_widget_grab_focus (GTK_WIDGET (self->times));
  } else if (!self->meeting->output_reached) {
    show_problem (self, _ ("Say first whether the output was reached."));
    gtk_widget_grab_focus (GTK_WIDGET (self->reached));
  } else {
    return TRUE;
  }
  return FALSE;
}

static void
leave (QhDebriefPage *self)
{
  g_autofree char *told = g_strdup_printf (_ ("“%s” debriefed"), self->title);
  g_autofree char *page = g_strconcat ("debrief ", QH_RECORD (self->meeting)->id, NULL);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  qh_report (GTK_WIDGET (self), told, TRUE);
  gtk_widget_activate_action (window, "win.close-page", "s", page);
}

static void
done (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhDebriefPage *self = QH_DEBRIEF_PAGE (widget);
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (QhMeeting) next = NULL;
  g_autoptr (GError) error = NULL;

  qh_report_flush (widget);
  if (!check (self))
    return;
  kept = qh_debrief_deliveries_get_kept (self->deliveries);
  next = qh_debrief_next_make (self->next);
  /* What is kept beside the undo list goes first: the change is the last thing done, and the toast
   * speaks of it. */
  qh_debrief_deliveries_forget (self->deliveries);
  qh_debrief_next_forget (self->next);
  if (qh_store_debrief (self->store, self->meeting, kept, next, &error)) {
    leave (self);
    return;
  }
  show_problem (self, error->message);
  gtk_widget_grab_focus (self->done); /* beside what is wrong */
  qh_report_error (widget, error);
}

/* What is logged here is about the client. */
static void
log_line (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.log-about", "s",
                              QH_DEBRIEF_PAGE (widget)->meeting->client);
}

static void
open_plan (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.open-meeting", "s",
                              QH_RECORD (QH_DEBRIEF_PAGE (widget)->meeting)->id);
}

static gboolean
qh_debrief_page_grab_focus (GtkWidget *widget)
{
  return qh_focus_hand_on (widget, GTK_WIDGET (QH_DEBRIEF_PAGE (widget)->reached));
}

static void
qh_debrief_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhDebriefPage *self = QH_DEBRIEF_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_MEETING:
    g_value_set_object (value, self->meeting);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_WHEN:
    g_value_set_string (value, self->when);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_debrief_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhDebriefPage *self = QH_DEBRIEF_PAGE (object);

  switch (id) {
  case PROP_STORE:
    self->store = g_value_dup_object (value);
    break;
  case PROP_MEETING:
    self->meeting = g_value_dup_object (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_debrief_page_constructed (GObject *object)
{
  QhDebriefPage *self = QH_DEBRIEF_PAGE (object);

  G_OBJECT_CLASS (qh_debrief_page_parent_class)->constructed (object);

  fill_choices (self);
  add_fields (self);
  qh_debrief_times_show (self->times, self->store, self->meeting);
  qh_debrief_deliveries_show (self->deliveries, self->store, self->meeting);
  qh_debrief_caught_show (self->caught, self->store, self->meeting);
  qh_debrief_next_show (self->next, self->store, self->meeting);
  show_strips (self);
  on_meeting_changed (self);
  g_signal_connect_object (self->meeting, "notify", G_CALLBACK (on_meeting_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed), self,
                           G_CONNECT_SWAPPED);
}

static void
qh_debrief_page_dispose (GObject *object)
{
  QhDebriefPage *self = QH_DEBRIEF_PAGE (object);

  g_clear_object (&self->meeting);
  g_clear_object (&self->store);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->when, g_free);

  G_OBJECT_CLASS (qh_debrief_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, QhDebriefPage, aim);
  gtk_widget_class_bind_template_child (klass, QhDebriefPage, reached);
  gtk_widget_class_bind_template_child (klass, QhDebriefPage, result);
  gtk_widget_class_bind_template_child (klass, QhDebriefPage, ease);
  gtk_widget_class_bind_template_child (klass, QhDebriefPage, learned);
  gtk_widget_class_bind_template_child (klass, QhDebriefPage, open_with);
  gtk_widget_class_bind_template_child (klass, QhDebriefPage, strips);
  gtk_widget_class_bind_template_child (klass, QhDebriefPage, lengths);
  gtk_widget_class_bind_template_child (klass, QhDebriefPage, times);
  gtk_widget_class_bind_template_child (klass, QhDebriefPage, deliveries);
  gtk_widget_class_bind_template_child (klass, QhDebriefPage, caught);
  gtk_widget_class_bind_template_child (klass, QhDebriefPage, next);
  gtk_widget_class_bind_template_child (klass, QhDebriefPage, problem);
  gtk_widget_class_bind_template_child (klass, QhDebriefPage, done);
  gtk_widget_class_bind_template_callback (klass, on_reached_chosen);
  gtk_widget_class_bind_template_callback (klass, on_result_chosen);
  gtk_widget_class_bind_template_callback (klass, on_ease_chosen);
  gtk_widget_class_bind_template_callback (klass, on_entered);
}

static void
ensure_types (void)
{
  g_type_ensure (QH_TYPE_CHOICE_BAR);
  g_type_ensure (QH_TYPE_DEBRIEF_CAUGHT);
  g_type_ensure (QH_TYPE_DEBRIEF_DELIVERIES);
  g_type_ensure (QH_TYPE_DEBRIEF_NEXT);
  g_type_ensure (QH_TYPE_DEBRIEF_STRIPS);
  g_type_ensure (QH_TYPE_DEBRIEF_TIMES);
  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_PAIR_LAYOUT);
  g_type_ensure (QH_TYPE_TEXT_FIELD);
}

static void
qh_debrief_page_class_init (QhDebriefPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_debrief_page_get_property;
  object_class->set_property = qh_debrief_page_set_property;
  object_class->constructed = qh_debrief_page_constructed;
  object_class->dispose = qh_debrief_page_dispose;
  widget_class->grab_focus = qh_debrief_page_grab_focus;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, once);
  props[PROP_MEETING] = g_param_spec_object ("meeting", NULL, NULL, qh_meeting_get_type (), once);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read);
  props[PROP_WHEN] = g_param_spec_string ("when", NULL, NULL, NULL, read);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_install_action (widget_class, "debrief.done", NULL, done);
  gtk_widget_class_install_action (widget_class, "debrief.plan", NULL, open_plan);
  gtk_widget_class_install_action (widget_class, "page.log", NULL, log_line);

  ensure_types ();
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/debrief/debrief-page.ui");
  bind_children (widget_class);
  qh_closures_bind (widget_class);
}

static void
qh_debrief_page_init (QhDebriefPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_debrief_page_new (QhStore *store, QhMeeting *meeting)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_MEETING (meeting), NULL);

  return g_object_new (QH_TYPE_DEBRIEF_PAGE, "store", store, "meeting", meeting, NULL);
}
