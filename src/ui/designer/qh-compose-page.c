/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-compose-page.h"
#include "model/qh-model.h"
#include "qh-closures.h"
#include "qh-follow.h"
#include "qh-report.h"
#include "store/qh-composing.h"
#include "store/qh-gather.h"
#include "widgets/qh-dial-view.h"
#include "widgets/qh-header.h"
#include "widgets/qh-plain-row.h"
#include <glib/gi18n-lib.h>

/* What a proposal is made of. */
#define READ                                                                          \
  (QH_ENTITY_BIT (&qh_meeting_entity) | QH_ENTITY_BIT (&qh_segment_entity) |          \
   QH_ENTITY_BIT (&qh_attendee_entity) | QH_ENTITY_BIT (&qh_client_entity) |          \
   QH_ENTITY_BIT (&qh_contact_entity) | QH_ENTITY_BIT (&qh_remark_entity) |           \
   QH_ENTITY_BIT (&qh_friction_entity) | QH_ENTITY_BIT (&qh_friction_client_entity) | \
   QH_ENTITY_BIT (&qh_promise_entity) | QH_ENTITY_BIT (&qh_contact_log_entity) |      \
   QH_ENTITY_BIT (&qh_content_entity) | QH_ENTITY_BIT (&qh_movement_entity))

struct _QhComposePage {
  AdwBin parent_instance;

  GtkWidget *header;
  GtkBox *columns;
  GtkLabel *trouble;
  GtkWidget *take_all, *take_chosen;
  QhDialView *now_dial, *proposed_dial;
  GtkLabel *now_score, *proposed_score;
  GtkListBox *now, *proposed, *lacks;
  GtkWidget *lacks_title;

  QhStore *store;
  QhMeeting *meeting;
  QhComposed *composed;
  GPtrArray *checks; /* GtkCheckButton of each proposed segment, in order; borrowed */
  char *facts;
};

G_DEFINE_FINAL_TYPE (QhComposePage, qh_compose_page, ADW_TYPE_BIN)

enum { PROP_STORE = 1, PROP_MEETING, PROP_FACTS, N_PROPS };
static GParamSpec *props[N_PROPS];

static void
on_narrow (QhComposePage *self)
{
  gboolean narrow;

  g_object_get (self->header, "narrow", &narrow, NULL);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_homogeneous (self->columns, !narrow);
}

/* --- Both plans */

static void
empty (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)))
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* "Educate · 2 min" */
static char *
describe (QhSegment *segment)
{
  g_autofree char *length = qh_length_label (segment->seconds);

  return qh_closure_join (NULL, qh_enum_label (qh_segment_kind_values, segment->kind), length);
}

static GtkWidget *
new_row (const char *title, const char *subtitle)
{
  GtkWidget *row = qh_plain_row_new (title, subtitle);

  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  return row;
}

static void
show_now (QhComposePage *self, const QhContext *context)
{
  g_autoptr (QhDesignReview) review = qh_design_review_new (context);
  g_autofree char *score = qh_design_review_label (review);

  for (guint i = 0; i < qh_plan_n_segments (context->plan); i++) {
    QhSegment *segment = qh_plan_segment (context->plan, i);
    g_autofree char *facts = describe (segment);
    gtk_list_box_append (self->now, new_row (segment->title, facts));
  }
  if (qh_plan_n_segments (context->plan) == 0)
    gtk_list_box_append (self->now, new_row (_ ("No segment yet"), NULL));
  qh_dial_view_show (self->now_dial, context->plan, review->limit, review->score);
  gtk_label_set_label (self->now_score, score);
  g_free (self->facts);
  /* Translators: the scores of a plan, as it is and as it is proposed */
  self->facts = g_strdup_printf (_ ("Score %d now, %d proposed"), review->score,
                                 self->composed->review->score);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FACTS]);
}

static guint
count_chosen (QhComposePage *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (g_ptr_array_index (self->checks, i));
  return n;
}

static void
on_toggled (QhComposePage *self)
{
  gtk_widget_set_sensitive (self->take_chosen, count_chosen (self) > 0);
}

static void
add_proposed (QhComposePage *self, QhSegment *segment, const QhReason *reason)
{
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *facts = describe (segment);
  g_autofree char *subtitle = g_strconcat (facts, "\n", reason->text, NULL);
  GtkWidget *row = new_row (segment->title, subtitle);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  reason->text, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_list_box_append (self->proposed, row);
}

static void
show_proposed (QhComposePage *self, const QhComposed *composed)
{
  g_autofree char *score = qh_design_review_label (composed->review);

  for (guint i = 0; i < qh_plan_n_segments (composed->plan); i++)
    add_proposed (self, qh_plan_segment (composed->plan, i),
                  g_ptr_array_index (composed->reasons, i));
  for (guint i = 0; i < composed->lacks->len; i++)
    gtk_list_box_append (self->lacks, new_row (g_ptr_array_index (composed->lacks, i), NULL));
  gtk_widget_set_visible (GTK_WIDGET (self->lacks), composed->lacks->len > 0);
  gtk_widget_set_visible (self->lacks_title, composed->lacks->len > 0);
  qh_dial_view_show (self->proposed_dial, composed->plan, composed->review->limit,
                     composed->review->score);
  gtk_label_set_label (self->proposed_score, score);
}

static void
show_trouble (QhComposePage *self, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->columns), text == NULL);
  gtk_label_set_label (self->trouble, text != NULL ? text : "");
}

static void
refresh (QhComposePage *self)
{
  const char *id = QH_RECORD (self->meeting)->id;
  g_autoptr (GError) error = NULL;
  g_autoptr (QhPlan) plan = qh_store_load_plan (self->store, id, &error);
  g_autoptr (QhContext) context = plan ? qh_store_gather (self->store, plan, &error) : NULL;

  g_ptr_array_set_size (self->checks, 0);
  empty (self->now);
  empty (self->proposed);
  empty (self->lacks);
  g_clear_pointer (&self->composed, qh_composed_free);
  if (context)
    self->composed = qh_store_compose (self->store, plan, &error);
  show_trouble (self, error ? error->message : NULL);
  if (self->composed) {
    show_now (self, context);
    show_proposed (self, self->composed);
  }
  gtk_widget_set_sensitive (self->take_all,
                            self->composed && qh_plan_n_segments (self->composed->plan) > 0);
  on_toggled (self);
}

static void
leave (QhComposePage *self, gboolean to_meeting)
{
  g_autofree char *id = g_strdup (QH_RECORD (self->meeting)->id);
  g_autofree char *name = g_strconcat ("compose ", id, NULL);
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  gtk_widget_activate_action (window, "win.close-page", "s", name);
  if (to_meeting)
    gtk_widget_activate_action (window, "win.open-meeting", "s", id);
}

static void
on_store_changed (gpointer user_data)
{
  QhComposePage *self = user_data;
  g_autoptr (QhRecord) still =
      qh_store_get (self->store, &qh_meeting_entity, QH_RECORD (self->meeting)->id, NULL);

  if (still)
    refresh (self);
  else
    leave (self, FALSE);
}

/* --- Taking */

/* The plan is read again: what it is now is what is kept. */
static gboolean
take (QhComposePage *self, GHashTable *chosen, GError **error)
{
  g_autoptr (QhPlan) plan = qh_store_load_plan (self->store, QH_RECORD (self->meeting)->id, error);

  if (!plan)
    return FALSE;
  qh_composed_take (self->composed, plan, chosen);
  return qh_store_save_plan (self->store, plan, _ ("Compose"), error);
}

static void
take_and_tell (QhComposePage *self, GHashTable *chosen)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr (GError) error = NULL;
  gboolean taken;

  if (!self->composed)
    return;
  taken = take (self, chosen, &error);
  if (!taken) {
    qh_report_error (GTK_WIDGET (self), error);
    return;
  }
  leave (self, TRUE);
  qh_report (window, _ ("The plan is composed"), TRUE);
}

static void
on_take_all (QhComposePage *self)
{
  take_and_tell (self, NULL);
}

static void
on_take_chosen (QhComposePage *self)
{
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      g_hash_table_add (chosen, GUINT_TO_POINTER (i));
  take_and_tell (self, chosen);
}

/* --- The object */

static gboolean
qh_compose_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (QH_COMPOSE_PAGE (widget)->take_all);
}

static void
qh_compose_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QhComposePage *self = QH_COMPOSE_PAGE (object);

  switch (id) {
  case PROP_STORE:
    g_value_set_object (value, self->store);
    break;
  case PROP_MEETING:
    g_value_set_object (value, self->meeting);
    break;
  case PROP_FACTS:
    g_value_set_string (value, self->facts);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qh_compose_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QhComposePage *self = QH_COMPOSE_PAGE (object);

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
qh_compose_page_constructed (GObject *object)
{
  QhComposePage *self = QH_COMPOSE_PAGE (object);

  G_OBJECT_CLASS (qh_compose_page_parent_class)->constructed (object);

  qh_follow (self, self->store, READ, on_store_changed);
}

static void
qh_compose_page_dispose (GObject *object)
{
  QhComposePage *self = QH_COMPOSE_PAGE (object);

  g_clear_pointer (&self->composed, qh_composed_free);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_object (&self->meeting);
  g_clear_object (&self->store);
  g_clear_pointer (&self->facts, g_free);

  G_OBJECT_CLASS (qh_compose_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (QH_TYPE_HEADER);
  g_type_ensure (QH_TYPE_DIAL_VIEW);
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/quarterhour/Quarterhour/ui/designer/compose-page.ui");
  gtk_widget_class_bind_template_child (klass, QhComposePage, header);
  gtk_widget_class_bind_template_child (klass, QhComposePage, columns);
  gtk_widget_class_bind_template_child (klass, QhComposePage, trouble);
  gtk_widget_class_bind_template_child (klass, QhComposePage, take_all);
  gtk_widget_class_bind_template_child (klass, QhComposePage, take_chosen);
  gtk_widget_class_bind_template_child (klass, QhComposePage, now_dial);
  gtk_widget_class_bind_template_child (klass, QhComposePage, proposed_dial);
  gtk_widget_class_bind_template_child (klass, QhComposePage, now_score);
  gtk_widget_class_bind_template_child (klass, QhComposePage, proposed_score);
  gtk_widget_class_bind_template_child (klass, QhComposePage, now);
  gtk_widget_class_bind_template_child (klass, QhComposePage, proposed);
  gtk_widget_class_bind_template_child (klass, QhComposePage, lacks);
  gtk_widget_class_bind_template_child (klass, QhComposePage, lacks_title);
  gtk_widget_class_bind_template_callback (klass, on_narrow);
  gtk_widget_class_bind_template_callback (klass, on_take_all);
  gtk_widget_class_bind_template_callback (klass, on_take_chosen);
}

static void
qh_compose_page_class_init (QhComposePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags once = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = qh_compose_page_get_property;
  object_class->set_property = qh_compose_page_set_property;
  object_class->constructed = qh_compose_page_constructed;
  object_class->dispose = qh_compose_page_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = qh_compose_page_grab_focus;

  props[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, QH_TYPE_STORE, once);
  props[PROP_MEETING] = g_param_spec_object ("meeting", NULL, NULL, qh_meeting_get_type (), once);
  props[PROP_FACTS] =
      g_param_spec_string ("facts", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
qh_compose_page_init (QhComposePage *self)
{
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qh_compose_page_new (QhStore *store, QhMeeting *meeting)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_MEETING (meeting), NULL);

  return g_object_new (QH_TYPE_COMPOSE_PAGE, "store", store, "meeting", meeting, NULL);
}
