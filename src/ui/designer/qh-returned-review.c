/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-returned-review.h"
#include "base/qh-text.h"
#include "designer/qh-comment-check.h"
#include "exchange/qh-keys.h"
#include "qh-closures.h"
#include "qh-report.h"
#include "widgets/qh-box.h"
#include "widgets/qh-pair-layout.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#define MARKS 4

struct _QhReturnedReview {
  AdwBin parent_instance;

  GtkImage *icon;
  GtkLabel *title, *facts, *standing, *summary;
  GtkButton *changes;
  GtkToggleButton *expander;
  GtkRevealer *revealer;
  GtkBox *rubric, *comments, *earlier;
  GtkWidget *comments_title, *earlier_title;
  GtkLabel *before; /* what became of the plan, while it waits again */
  GtkLabel *seal;
  GtkWidget *trust;

  QhPlanEditor *editor;
  QhReview *review; /* the newest */
  GPtrArray *shown; /* the comments that stand in the box, QhComment */
};

G_DEFINE_FINAL_TYPE (QhReturnedReview, qh_returned_review, ADW_TYPE_BIN)

static QhPlanReviews *
get_reviews (QhReturnedReview *self)
{
  return qh_plan_editor_get_reviews (self->editor);
}

static QhStore *
get_store (QhReturnedReview *self)
{
  return qh_plan_editor_get_store (self->editor);
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))))
    gtk_box_remove (box, child);
}

static GtkWidget *
new_label (const char *text, gboolean is_dim)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "hexpand", TRUE, NULL);

  if (is_dim) {
    gtk_widget_add_css_class (label, "caption");
    gtk_widget_add_css_class (label, "dim-label");
  }
  return label;
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), !qh_text_is_empty (text));
  gtk_label_set_label (label, text ? text : "");
}

/* --- What became of it */

static void
show_icon (QhReturnedReview *self, const char *icon, const char *style)
{
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), (const char *[]){ "qh-level", style, NULL });
}

static void
show_decision (QhReturnedReview *self)
{
  g_autofree char *facts = qh_review_facts (get_store (self), self->review);

  gtk_label_set_label (self->title,
                       qh_enum_label (qh_review_decision_values, self->review->decision));
  set_text (self->facts, facts);
  if (self->review->decision == QH_REVIEW_DECISION_APPROVED)
    show_icon (self, "object-select-symbolic", "qh-good");
  else if (self->review->decision == QH_REVIEW_DECISION_DECLINED)
    show_icon (self, "window-close-symbolic", "qh-blocker");
  else
    show_icon (self, "qh-review-symbolic", "qh-warning");
}

static void
show_submitted (QhReturnedReview *self, QhExport *awaited)
{
  g_autofree char *facts = NULL, *date = NULL, *day = NULL;
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();

  if (awaited) {
    date = qh_instant_to_date (awaited->exported, zone);
    day = qh_date_label (date, qh_clock_now (qh_store_get_clock (get_store (self))), zone);
    /* Translators: which revision of a plan left to be reviewed, and the day */
    facts = g_strdup_printf (_ ("Revision %" PRId64 ", on %s"), awaited->revision, day);
  }
  gtk_label_set_label (self->title, _ ("Submitted for review"));
  set_text (self->facts, facts);
  show_icon (self, "send-to-symbolic", "qh-hint");
}

/* What is to be known of the plan as it is, against what was reviewed. */
static char *
describe_standing (QhReturnedReview *self, int n)
{
  QhExport *awaited = qh_plan_reviews_get_awaited (get_reviews (self));

  if (n < 0 && self->review)
    return g_strdup_printf (_ ("What left as revision %" PRId64 " is not kept here, so what has "
                               "changed since cannot be shown."),
                            self->review->revision);
  if (n == 0 && (awaited || self->review))
    return g_strdup (_ ("Nothing has changed since."));
  if (n <= 0)
    return NULL;
  return g_strdup_printf (
      ngettext ("It has changed since, in %d place.", "It has changed since, in %d places.", n), n);
}

static void
show_standing (QhReturnedReview *self)
{
  int n = qh_plan_reviews_get_n_changes (get_reviews (self));
  g_autofree char *text = describe_standing (self, n);

  set_text (self->standing, text);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), n > 0);
}

/* --- The six questions */

static const char *const questions[] = { "r_output", "r_minutes",  "r_words",
                                         "r_scarce", "r_friction", "r_want" };

static GtkWidget *
new_mark (const char *question, gint64 mark)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  /* Translators: a mark, of four */
  g_autofree char *text = mark == QH_NONE ? g_strdup (_ ("no mark"))
                                          : g_strdup_printf (_ ("%" PRId64 " of %d"), mark, MARKS);
  GtkWidget *bar =
      g_object_new (GTK_TYPE_LEVEL_BAR, "mode", GTK_LEVEL_BAR_MODE_DISCRETE, "max-value",
                    (double)MARKS, "value", mark == QH_NONE ? 0.0 : (double)mark, "valign",
                    GTK_ALIGN_CENTER, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (bar, "qh-marks");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_question (QhReturnedReview *self, const char *question)
{
  const char *label = _ (qh_entity_field (&qh_review_entity, question)->label);
  g_autofree char *name = g_strconcat (question, "_note", NULL);
  g_autofree char *note = NULL;
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gint64 mark;

  g_object_get (self->review, question, &mark, name, &note, NULL);
  gtk_box_append (GTK_BOX (texts), new_label (label, FALSE));
  if (!qh_text_is_empty (note))
    gtk_box_append (GTK_BOX (texts), new_label (note, TRUE));
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), new_mark (label, mark));
  gtk_box_append (self->rubric, line);
}

static void
show_rubric (QhReturnedReview *self)
{
  clear (self->rubric);
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    add_question (self, questions[i]);
}

/* --- What was said of the whole, and before */

static gboolean
are_same (GPtrArray *a, GPtrArray *b)
{
  if (!a || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

/* A tick that stays keeps its place, and the focus. */
static void
show_comments (QhReturnedReview *self)
{
  g_autoptr (GPtrArray) comments = qh_plan_reviews_list (get_reviews (self), NULL);

  gtk_widget_set_visible (self->comments_title, comments->len > 0);
  if (are_same (self->shown, comments))
    return;
  clear (self->comments);
  for (guint i = 0; i < comments->len; i++)
    gtk_box_append (self->comments,
                    qh_comment_check_new (get_reviews (self), comments->pdata[i], TRUE));
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  self->shown = g_steal_pointer (&comments);
}

static void
show_earlier (QhReturnedReview *self)
{
  GPtrArray *reviews = qh_plan_reviews_get_reviews (get_reviews (self));

  clear (self->earlier);
  gtk_widget_set_visible (self->earlier_title, reviews->len > 1);
  for (guint i = 1; i < reviews->len; i++) {
    QhReview *review = reviews->pdata[i];
    g_autofree char *facts = qh_review_facts (get_store (self), review);
    g_autofree char *line =
        qh_closure_join (NULL, qh_enum_label (qh_review_decision_values, review->decision), facts);
    gtk_box_append (self->earlier, new_label (line, FALSE));
    if (!qh_text_is_empty (review->summary))
      gtk_box_append (self->earlier, new_label (review->summary, TRUE));
  }
}

/* --- Whose seal it bears */

static void
show_seal (QhReturnedReview *self)
{
  const char *key = self->review->signer_key;
  QhSigned worth = qh_signer_look (get_store (self), key, self->review->reviewer, NULL);
  g_autofree char *fingerprint = key ? qh_seal_fingerprint (key) : NULL;
  g_autofree char *text = qh_closure_join (NULL, qh_signed_label (worth), fingerprint);

  gtk_label_set_label (self->seal, text);
  gtk_widget_set_visible (self->trust, worth == QH_SIGNED_UNKNOWN || worth == QH_SIGNED_CHANGED);
}

static void
trust (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QhReturnedReview *self = QH_RETURNED_REVIEW (widget);
  g_autofree char *fingerprint = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (QhSigner) signer = NULL;

  if (!self->review || !self->review->signer_key)
    return;
  fingerprint = qh_seal_fingerprint (self->review->signer_key);
  signer = qh_signer_find (get_store (self), fingerprint, &error);
  if (signer && qh_signer_trust (get_store (self), signer, &error))
    qh_report (widget, _ ("The signer is trusted"), TRUE);
  else
    qh_report_error (widget, error);
}

/* --- Showing all of it */

static char *
describe_before (QhReturnedReview *self)
{
  g_autofree char *facts = qh_review_facts (get_store (self), self->review);
  g_autofree char *line = qh_closure_join (
      NULL, qh_enum_label (qh_review_decision_values, self->review->decision), facts);

  return qh_text_is_empty (self->review->summary)
             ? g_steal_pointer (&line)
             : g_strjoin ("\n", line, self->review->summary, NULL);
}

static void
show_review (QhReturnedReview *self, gboolean is_submitted)
{
  gboolean is_there = self->review != NULL;
  g_autofree char *before = is_there && is_submitted ? describe_before (self) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->expander), is_there);
  set_text (self->before, before);
  set_text (self->summary, is_there && !is_submitted ? self->review->summary : NULL);
  if (!is_there) {
    gtk_toggle_button_set_active (self->expander, FALSE);
    return;
  }
  show_rubric (self);
  show_seal (self);
  show_comments (self);
  show_earlier (self);
}

static void
refresh (QhReturnedReview *self)
{
  GPtrArray *reviews = qh_plan_reviews_get_reviews (get_reviews (self));
  QhMeeting *meeting = qh_plan_editor_get_meeting (self->editor);
  QhReview *newest = reviews->len > 0 ? QH_REVIEW (reviews->pdata[0]) : NULL;
  gboolean is_submitted = meeting->status == QH_MEETING_STATUS_SUBMITTED;

  g_set_object (&self->review, newest);
  gtk_widget_set_visible (GTK_WIDGET (self), self->review || is_submitted);
  if (is_submitted)
    show_submitted (self, qh_plan_reviews_get_awaited (get_reviews (self)));
  else if (self->review)
    show_decision (self);
  show_standing (self);
  show_review (self, is_submitted);
}

static void
on_expander_toggled (QhReturnedReview *self)
{
  gboolean open = gtk_toggle_button_get_active (self->expander);

  gtk_revealer_set_reveal_child (self->revealer, open);
  gtk_button_set_icon_name (GTK_BUTTON (self->expander),
                            open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_STATE_EXPANDED, open,
                               -1);
}

static void
on_changes_clicked (QhReturnedReview *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-changes", "s",
                              QH_RECORD (qh_plan_editor_get_meeting (self->editor))->id);
}

static void
qh_returned_review_dispose (GObject *object)
{
  QhReturnedReview *self = QH_RETURNED_REVIEW (object);

  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_object (&self->review);
  g_clear_object (&self->editor);

  G_OBJECT_CLASS (qh_returned_review_parent_class)->dispose (object);
}

static void
qh_returned_review_class_init (QhReturnedReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qh_returned_review_dispose;
  g_type_ensure (QH_TYPE_BOX);
  g_type_ensure (QH_TYPE_PAIR_LAYOUT);
  gtk_widget_class_install_action (widget_class, "returned.trust", NULL, trust);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/quarterhour/Quarterhour/ui/designer/returned-review.ui");
  gtk_widget_class_bind_template_child (widget_class, QhReturnedReview, icon);
  gtk_widget_class_bind_template_child (widget_class, QhReturnedReview, title);
  gtk_widget_class_bind_template_child (widget_class, QhReturnedReview, facts);
  gtk_widget_class_bind_template_child (widget_class, QhReturnedReview, standing);
  gtk_widget_class_bind_template_child (widget_class, QhReturnedReview, summary);
  gtk_widget_class_bind_template_child (widget_class, QhReturnedReview, changes);
  gtk_widget_class_bind_template_child (widget_class, QhReturnedReview, expander);
  gtk_widget_class_bind_template_child (widget_class, QhReturnedReview, revealer);
  gtk_widget_class_bind_template_child (widget_class, QhReturnedReview, rubric);
  gtk_widget_class_bind_template_child (widget_class, QhReturnedReview, comments);
  gtk_widget_class_bind_template_child (widget_class, QhReturnedReview, comments_title);
  gtk_widget_class_bind_template_child (widget_class, QhReturnedReview, earlier);
  gtk_widget_class_bind_template_child (widget_class, QhReturnedReview, earlier_title);
  gtk_widget_class_bind_template_child (widget_class, QhReturnedReview, before);
  gtk_widget_class_bind_template_child (widget_class, QhReturnedReview, seal);
  gtk_widget_class_bind_template_child (widget_class, QhReturnedReview, trust);
  gtk_widget_class_bind_template_callback (widget_class, on_changes_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_expander_toggled);
}

static void
qh_returned_review_init (QhReturnedReview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
qh_returned_review_set_editor (QhReturnedReview *self, QhPlanEditor *editor)
{
  g_return_if_fail (QH_IS_RETURNED_REVIEW (self));
  g_return_if_fail (QH_IS_PLAN_EDITOR (editor));
  g_return_if_fail (!self->editor);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (get_reviews (self), "changed", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
}
