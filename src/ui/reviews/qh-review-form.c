/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reviews/qh-review-form.h"
#include "base/qh-id.h"
#include "qh-field-edit.h"
#include "qh-report.h"
#include "widgets/qh-choice-bar.h"
#include "widgets/qh-focus.h"
#include "widgets/qh-text-field.h"
#include <glib/gi18n-lib.h>

/* Each has a field `…_note` beside it. */
static const char *const questions[] = { "r_output", "r_minutes",  "r_words",
                                         "r_scarce", "r_friction", "r_want" };
#define N_QUESTIONS G_N_ELEMENTS (questions)
#define MARKS 4

struct _QhReviewForm {
  AdwBin parent_instance;

  GtkListBox *rubric;
  QhTextField *summary;
  QhChoiceBar *decision;
  GtkLabel *problem;

  QhStore *store;
  QhReceivedPlan *plan;
  QhReviewFile *draft;
  char *kept; /* the draft as it was saved or read last */
  QhChoiceBar *marks[N_QUESTIONS];
  GPtrArray *notes; /* QhFieldEdit of the review's texts; borrowed from their controls */
  GHashTable *comments; /* QhFieldEdit by the id of a segment; likewise */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (QhReviewForm, qh_review_form, ADW_TYPE_BIN)

enum { SIGNAL_GIVEN, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show_problem (QhReviewForm *self, const char *text)
{
  gtk_label_set_label (self->problem, text ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* --- Keeping it */

static void
save (QhReviewForm *self)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (self->is_showing)
    return;
  text = qh_review_draft_write (self->draft);
  if (g_strcmp0 (text, self->kept) == 0)
    return;
  g_free (self->kept);
  self->kept = g_steal_pointer (&text);
  show_problem (self, NULL);
  if (!qh_review_draft_save (self->store, self->plan, self->draft, &error))
    qh_report_error (GTK_WIDGET (self), error);
}

static void
on_marked (QhReviewForm *self, QhChoiceBar *bar)
{
  guint value = qh_choice_bar_get_value (bar);

  for (guint i = 0; i < N_QUESTIONS; i++)
    if (self->marks[i] == bar)
      qh_record_set_int (QH_RECORD (self->draft->review), questions[i],
                         value == 0 ? QH_NONE : (gint64)value);
}

static void
on_decided (QhReviewForm *self)
{
  qh_record_set_int (QH_RECORD (self->draft->review), "decision",
                     qh_choice_bar_get_value (self->decision));
}

/* --- Comments: one for a segment; while it is empty it is none of the review's */

static QhComment *
find_comment (QhReviewForm *self, const char *segment)
{
  for (guint i = 0; i < self->draft->comments->len; i++) {
    QhComment *comment = g_ptr_array_index (self->draft->comments, i);
    if (g_strcmp0 (comment->segment, segment) == 0)
      return comment;
  }
  return NULL;
}

static void
on_comment_changed (QhReviewForm *self, GParamSpec *pspec, QhComment *comment)
{
  guint index;
  gboolean is_listed = g_ptr_array_find (self->draft->comments, comment, &index);
  gboolean is_some = comment->text && *comment->text;

  if (is_some && !is_listed)
    g_ptr_array_add (self->draft->comments, g_object_ref (comment));
  else if (!is_some && is_listed)
    g_ptr_array_remove_index (self->draft->comments, index);
  save (self);
}

static void
show_comment (QhReviewForm *self, const char *segment, QhFieldEdit *edit)
{
  QhComment *found = find_comment (self, segment);
  g_autoptr (QhComment) comment =
      found ? g_object_ref (found) : g_object_new (qh_comment_get_type (), NULL);

  if (!found) {
    g_autofree char *id = qh_id_new (qh_clock_now (qh_store_get_clock (self->store)));
    g_object_set (comment, "id", id, "segment", segment, NULL);
  }
  g_signal_connect_object (comment, "notify::text", G_CALLBACK (on_comment_changed), self,
                           G_CONNECT_SWAPPED);
  qh_field_edit_set_record (edit, QH_RECORD (comment));
}

GtkWidget *
qh_review_form_new_comment (QhReviewForm *self, const char *id)
{
  g_return_val_if_fail (QH_IS_REVIEW_FORM (self), NULL);
  g_return_val_if_fail (self->draft && id, NULL);

  GtkWidget *field = g_object_new (QH_TYPE_TEXT_FIELD, "label", _ ("Comment on this segment"),
                                   "placeholder", _ ("Comment"), NULL);
  QhFieldEdit *edit =
      qh_field_edit_new (qh_text_field_get_view (QH_TEXT_FIELD (field)), "text", NULL, NULL);

  g_hash_table_insert (self->comments, g_strdup (id), edit);
  show_comment (self, id, edit);
  return field;
}

/* --- Showing it */

static void
show_values (QhReviewForm *self)
{
  QhReview *review = self->draft->review;

  for (guint i = 0; i < N_QUESTIONS; i++) {
    gint64 mark;

    g_object_get (review, questions[i], &mark, NULL);
    qh_choice_bar_set_value (self->marks[i], mark == QH_NONE ? 0 : (guint)mark);
  }
  qh_choice_bar_set_value (self->decision, (guint)review->decision);
}

static void
take_draft (QhReviewForm *self)
{
  GHashTableIter iter;
  gpointer segment, edit;

  self->is_showing = TRUE;
  g_clear_pointer (&self->draft, qh_review_file_free);
  g_free (self->kept);
  self->draft = qh_review_draft_read (self->plan);
  self->kept = qh_review_draft_write (self->draft);
  show_values (self);
  for (guint i = 0; i < self->notes->len; i++)
    qh_field_edit_set_record (self->notes->pdata[i], QH_RECORD (self->draft->review));
  g_hash_table_iter_init (&iter, self->comments);
  while (g_hash_table_iter_next (&iter, &segment, &edit))
    show_comment (self, segment, edit);
  g_signal_connect_object (self->draft->review, "notify", G_CALLBACK (save), self,
                           G_CONNECT_SWAPPED);
  self->is_showing = FALSE;
}

/* Undo, or another window. */
static void
on_plan_changed (QhReviewForm *self)
{
  if (g_strcmp0 (self->plan->review, self->kept) != 0)
    take_draft (self);
}

/* --- The questions */

/* Enter goes on to what comes next. */
static void
on_entered (QhReviewForm *self)
{
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))),
                          GTK_DIR_TAB_FORWARD);
}

static QhTextField *
new_note (QhReviewForm *self, const char *question, const char *label)
{
  g_autofree char *name = g_strconcat (question, "_note", NULL);
  g_autofree char *why = g_strdup_printf (_ ("%s: why"), label);
  QhTextField *note =
      g_object_new (QH_TYPE_TEXT_FIELD, "label", why, "placeholder", _ ("Why"), NULL);

  g_signal_connect_object (note, "entered", G_CALLBACK (on_entered), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->notes,
                   qh_field_edit_new (qh_text_field_get_view (note), name, NULL, NULL));
  return note;
}

static void
add_question (QhReviewForm *self, guint number)
{
  const char *label = _ (qh_entity_field (&qh_review_entity, questions[number])->label);
  GtkWidget *row =
      g_object_new (ADW_TYPE_PREFERENCES_ROW, "activatable", FALSE, "focusable", FALSE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title =
      g_object_new (GTK_TYPE_LABEL, "label", label, "xalign", 0.0, "wrap", TRUE, NULL);
  QhChoiceBar *bar = g_object_new (QH_TYPE_CHOICE_BAR, "label", label, NULL);

  for (int i = 1; i <= MARKS; i++) {
    g_autofree char *mark = g_strdup_printf ("%d", i);
    qh_choice_bar_add (bar, mark);
  }
  self->marks[number] = bar;
  g_signal_connect_object (bar, "chosen", G_CALLBACK (on_marked), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "qh-text-row");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (bar));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (new_note (self, questions[number], label)));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->rubric, row);
}

void
qh_review_form_show (QhReviewForm *self, QhStore *store, QhReceivedPlan *plan)
{
  g_return_if_fail (QH_IS_REVIEW_FORM (self));
  g_return_if_fail (QH_IS_STORE (store));
  g_return_if_fail (QH_IS_RECEIVED_PLAN (plan));
  g_return_if_fail (!self->plan);

  self->store = g_object_ref (store);
  self->plan = g_object_ref (plan);
  for (guint i = 0; i < N_QUESTIONS; i++)
    add_question (self, i);
  g_ptr_array_add (self->notes, qh_field_edit_new (qh_text_field_get_view (self->summary),
                                                   "summary", NULL, NULL));
  /* Translators: what becomes of a plan; the letter behind the underscore is to be another in each
   */
  qh_choice_bar_add (self->decision, _ ("_Approved"));
  qh_choice_bar_add (self->decision, _ ("_Changes Wanted"));
  qh_choice_bar_add (self->decision, _ ("_Declined"));
  take_draft (self);
  g_signal_connect_object (plan, "notify::review", G_CALLBACK (on_plan_changed), self,
                           G_CONNECT_SWAPPED);
}

gboolean
qh_review_form_check (QhReviewForm *self)
{
  g_return_val_if_fail (QH_IS_REVIEW_FORM (self), FALSE);

  qh_report_flush (GTK_WIDGET (self));
  if (self->draft->review->decision) {
    show_problem (self, NULL);
    return TRUE;
  }
  show_problem (self, _ ("Say first what becomes of the plan."));
  gtk_widget_grab_focus (GTK_WIDGET (self->decision));
  return FALSE;
}

static void
give (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (qh_review_form_check (QH_REVIEW_FORM (widget)))
    g_signal_emit (widget, signals[SIGNAL_GIVEN], 0);
}

static gboolean
qh_review_form_grab_focus (GtkWidget *widget)
{
  QhReviewForm *self = QH_REVIEW_FORM (widget);

  return self->marks[0] && qh_focus_hand_on (widget, GTK_WIDGET (self->marks[0]));
}

static void
qh_review_form_dispose (GObject *object)
{
  QhReviewForm *self = QH_REVIEW_FORM (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (qh_review_form_parent_class)->dispose (object);
}

static void
qh_review_form_finalize (GObject *object)
{
  QhReviewForm *self = QH_REVIEW_FORM (object);

  g_clear_pointer (&self->draft, qh_review_file_free);
  g_free (self->kept);
  g_ptr_array_unref (self->notes);
  g_hash_table_unref (self->comments);

  G_OBJECT_CLASS (qh_review_form_parent_class)->finalize (object);
}

static void
qh_review_form_class_init (QhReviewFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = qh_review_form_dispose;
  object_class->finalize = qh_review_form_finalize;
  widget_class->grab_focus = qh_review_form_grab_focus;

  signals[SIGNAL_GIVEN] = g_signal_new ("given", QH_TYPE_REVIEW_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "review.give", NULL, give);
  g_type_ensure (QH_TYPE_CHOICE_BAR);
  g_type_ensure (QH_TYPE_TEXT_FIELD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/reviews/review-form.ui");
  gtk_widget_class_bind_template_child (widget_class, QhReviewForm, rubric);
  gtk_widget_class_bind_template_child (widget_class, QhReviewForm, summary);
  gtk_widget_class_bind_template_child (widget_class, QhReviewForm, decision);
  gtk_widget_class_bind_template_child (widget_class, QhReviewForm, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_decided);
  gtk_widget_class_bind_template_callback (widget_class, on_entered);
}

static void
qh_review_form_init (QhReviewForm *self)
{
  self->notes = g_ptr_array_new ();
  self->comments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}
