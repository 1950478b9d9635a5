/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-comment-check.h"
#include "qh-closures.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* The width that what is said would like, in characters. */
#define TEXT_CHARS 36

struct _QhCommentCheck {
  GtkCheckButton parent_instance;

  GtkLabel *text;

  QhPlanReviews *reviews;
  QhComment *comment;
};

G_DEFINE_FINAL_TYPE (QhCommentCheck, qh_comment_check, GTK_TYPE_CHECK_BUTTON)

/* --- In words */

char *
qh_comments_label (GPtrArray *comments)
{
  g_autofree char *all =
      g_strdup_printf (ngettext ("%u comment", "%u comments", comments->len), comments->len);
  guint n_done = 0;

  for (guint i = 0; i < comments->len; i++)
    n_done += QH_COMMENT (comments->pdata[i])->done ? 1 : 0;
  if (n_done == 0)
    return g_steal_pointer (&all);
  /* Translators: "2 comments", and how many of them are done */
  return g_strdup_printf (_ ("%s, %u done"), all, n_done);
}

char *
qh_review_facts (QhStore *store, QhReview *review)
{
  gint64 now = qh_clock_now (qh_store_get_clock (store));
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *date = qh_instant_to_date (review->at, zone);
  g_autofree char *day = qh_date_month_label (date, now, zone);

  /* Translators: a reviewer, a day, and which revision of a plan */
  return g_strdup_printf (_ ("%s, %s, revision %" PRId64), review->reviewer, day, review->revision);
}

/* What it is about, where that is no segment. */
static const char *
place_of (QhComment *comment)
{
  const QhField *field =
      comment->field ? qh_entity_field (&qh_meeting_entity, comment->field) : NULL;

  return field ? _ (field->label) : NULL;
}

/* --- The tick */

static void
on_done (QhCommentCheck *self)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (self->comment->done)
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  gtk_label_set_attributes (self->text, attributes);
  pango_attr_list_unref (attributes);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self), self->comment->done);
}

static void
qh_comment_check_toggled (GtkCheckButton *check)
{
  QhCommentCheck *self = QH_COMMENT_CHECK (check);
  gboolean is_done = gtk_check_button_get_active (check);

  if (is_done != self->comment->done &&
      !qh_plan_reviews_set_done (self->reviews, self->comment, is_done))
    gtk_check_button_set_active (check, self->comment->done);
}

static GtkWidget *
new_label (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "max-width-chars", TEXT_CHARS, "hexpand", TRUE, NULL);
}

static void
show_text (QhCommentCheck *self, gboolean with_place)
{
  QhReview *review = qh_plan_reviews_find (self->reviews, self->comment->review);
  gboolean is_newest = review == qh_plan_reviews_get_reviews (self->reviews)->pdata[0];
  g_autofree char *facts = review && (!with_place || !is_newest)
                               ? qh_review_facts (qh_plan_reviews_get_store (self->reviews), review)
                               : NULL;
  g_autofree char *caption =
      qh_closure_join (NULL, with_place ? place_of (self->comment) : NULL, facts);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *below = new_label (caption);

  self->text = GTK_LABEL (new_label (self->comment->text));
  gtk_widget_add_css_class (below, "caption");
  gtk_widget_add_css_class (below, "dim-label");
  gtk_widget_set_visible (below, *caption != '\0');
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), below);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self), box);
}

static void
qh_comment_check_dispose (GObject *object)
{
  QhCommentCheck *self = QH_COMMENT_CHECK (object);

  g_clear_object (&self->comment);
  g_clear_object (&self->reviews);

  G_OBJECT_CLASS (qh_comment_check_parent_class)->dispose (object);
}

static void
qh_comment_check_class_init (QhCommentCheckClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_comment_check_dispose;
  GTK_CHECK_BUTTON_CLASS (klass)->toggled = qh_comment_check_toggled;
}

static void
qh_comment_check_init (QhCommentCheck *self)
{
  gtk_widget_set_valign (gtk_widget_get_first_child (GTK_WIDGET (self)), GTK_ALIGN_START);
}

GtkWidget *
qh_comment_check_new (QhPlanReviews *reviews, QhComment *comment, gboolean with_place)
{
  g_return_val_if_fail (QH_IS_PLAN_REVIEWS (reviews), NULL);
  g_return_val_if_fail (QH_IS_COMMENT (comment), NULL);

  QhCommentCheck *self = g_object_new (QH_TYPE_COMMENT_CHECK, NULL);
  /* Translators: names a tick by what a reviewer said */
  g_autofree char *spoken = g_strdup_printf (_ ("Done: %s"), comment->text);

  self->reviews = g_object_ref (reviews);
  self->comment = g_object_ref (comment);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  show_text (self, with_place);
  on_done (self);
  g_signal_connect_object (comment, "notify::done", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
