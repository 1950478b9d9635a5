/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a plan has come with its review, and what the designer shows of it. */
#include "designer/qh-changes-page.h"
#include "designer/qh-comment-check.h"
#include "designer/qh-comment-chip.h"
#include "designer/qh-plan-editor.h"
#include "designer/qh-plan-submit.h"
#include "designer/qh-returned-review.h"
#include "exchange/qh-plan-diff.h"
#include "exchange/qh-team-folder.h"
#include "plan-fixture.h"
#include "qh-mail.h"
#include "widgets/qh-figures.h"
#include <glib/gstdio.h>
#include <string.h>

void qh_ui_register_resource (void);

typedef struct {
  PlanFixture plan;
  QhPlanEditor *editor;
  QhPlanReviews *reviews;
  char *folder;
} Fixture;

static void
turn (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  plan_fixture_set_up (&fixture->plan);
  fixture->folder = fixture_folder ();
  fixture_ok (fixture->editor =
                  qh_plan_editor_new (fixture->plan.store, fixture->plan.meeting, &error));
  fixture->reviews = qh_plan_editor_get_reviews (fixture->editor);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  turn ();
  g_assert_finalize_object (fixture->editor);
  fixture_remove (fixture->folder);
  g_free (fixture->folder);
  plan_fixture_tear_down (&fixture->plan);
}

static void
submit (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "plan.qhplan", NULL);

  fixture_ok (qh_plan_submit (fixture->plan.store, fixture->plan.meeting, QH_EDITION_MANAGER, path,
                              &error));
  turn ();
}

static QhReview *
add_review (Fixture *fixture, gint64 revision, int decision, gint64 later)
{
  QhReview *review = qh_review_new ();

  g_object_set (review, "meeting", fixture->plan.meeting, "revision", revision, "reviewer",
                "R. Santos", "decision", decision, "at", fixture_clock ().fixed + later, "r-output",
                (gint64)3, "summary", "Nearly", NULL);
  fixture_ok (qh_store_save (fixture->plan.store, QH_RECORD (review), &error));
  return review;
}

static QhComment *
add_comment (Fixture *fixture, QhReview *review, const char *segment, const char *text)
{
  QhComment *comment = qh_comment_new ();

  g_object_set (comment, "review", QH_RECORD (review)->id, "segment", segment, "text", text, NULL);
  fixture_ok (qh_store_save (fixture->plan.store, QH_RECORD (comment), &error));
  return comment;
}

static QhSegment *
segment (Fixture *fixture, guint position)
{
  return qh_plan_segment (qh_plan_editor_get_plan (fixture->editor), position);
}

static void
set_output (Fixture *fixture, const char *output)
{
  g_object_set (qh_plan_editor_get_meeting (fixture->editor), "output", output, NULL);
  g_assert_true (qh_plan_editor_save (fixture->editor, "Change", NULL));
  turn ();
}

/* --- How far it has come */

static void
test_standing (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhReview) review = NULL;

  g_assert_null (qh_plan_reviews_get_awaited (fixture->reviews));
  g_assert_cmpint (qh_plan_reviews_get_base (fixture->reviews), ==, 0);
  g_assert_cmpint (qh_plan_reviews_get_n_changes (fixture->reviews), ==, -1);

  submit (fixture);
  g_assert_cmpint (qh_plan_reviews_get_awaited (fixture->reviews)->revision, ==, 1);
  g_assert_cmpint (qh_plan_reviews_get_n_changes (fixture->reviews), ==, 0);
  set_output (fixture, "Something else");
  g_assert_cmpint (qh_plan_reviews_get_n_changes (fixture->reviews), ==, 1);

  review = add_review (fixture, 1, QH_REVIEW_DECISION_CHANGES_WANTED, 1);
  g_object_set (qh_plan_editor_get_meeting (fixture->editor), "status", QH_MEETING_STATUS_DRAFT,
                NULL);
  g_assert_true (qh_plan_editor_save (fixture->editor, "Back", NULL));
  turn ();
  g_assert_null (qh_plan_reviews_get_awaited (fixture->reviews));
  g_assert_cmpint (qh_plan_reviews_get_n_changes (fixture->reviews), ==, 1);

  /* What goes out again waits again, and is what the plan is held against. */
  submit (fixture);
  g_assert_cmpint (qh_plan_reviews_get_awaited (fixture->reviews)->revision, ==, 2);
  g_assert_cmpint (qh_plan_reviews_get_n_changes (fixture->reviews), ==, 0);
}

static void
test_not_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhReview) review = add_review (fixture, 4, QH_REVIEW_DECISION_APPROVED, 1);

  turn ();
  g_assert_cmpint (qh_plan_reviews_get_base (fixture->reviews), ==, 4);
  g_assert_cmpint (qh_plan_reviews_get_n_changes (fixture->reviews), ==, -1);
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhReview) first = add_review (fixture, 1, QH_REVIEW_DECISION_DECLINED, 1);
  g_autoptr (QhReview) second = add_review (fixture, 2, QH_REVIEW_DECISION_APPROVED, 2);
  g_autoptr (QhComment) old =
      add_comment (fixture, first, QH_RECORD (segment (fixture, 1))->id, "Old");
  g_autoptr (QhComment) new =
      add_comment (fixture, second, QH_RECORD (segment (fixture, 1))->id, "New");
  g_autoptr (QhComment) whole = add_comment (fixture, second, NULL, "Whole");
  g_autoptr (GPtrArray) here = NULL;
  g_autoptr (GPtrArray) none = NULL;

  turn ();
  g_assert_true (qh_plan_reviews_get_reviews (fixture->reviews)->pdata[0] == second);
  here = qh_plan_reviews_list (fixture->reviews, QH_RECORD (segment (fixture, 1))->id);
  none = qh_plan_reviews_list (fixture->reviews, NULL);
  g_assert_cmpuint (here->len, ==, 2);
  g_assert_true (here->pdata[0] == new && here->pdata[1] == old);
  g_assert_cmpuint (none->len, ==, 1);
  g_assert_true (none->pdata[0] == whole);
  g_assert_true (qh_plan_reviews_find (fixture->reviews, QH_RECORD (first)->id) == first);
}

/* A comment whose segment is gone is one on the whole. */
static void
test_segment_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhReview) review = add_review (fixture, 1, QH_REVIEW_DECISION_DECLINED, 1);
  g_autoptr (QhComment) comment =
      add_comment (fixture, review, QH_RECORD (segment (fixture, 1))->id, "Too long");
  g_autoptr (GPtrArray) whole = NULL;

  qh_plan_remove (qh_plan_editor_get_plan (fixture->editor), segment (fixture, 1));
  g_assert_true (qh_plan_editor_save (fixture->editor, "Remove", NULL));
  turn ();
  whole = qh_plan_reviews_list (fixture->reviews, NULL);
  g_assert_cmpuint (whole->len, ==, 1);
}

static void
test_done (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhReview) review = add_review (fixture, 1, QH_REVIEW_DECISION_DECLINED, 1);
  g_autoptr (QhComment) comment = add_comment (fixture, review, NULL, "Whole");
  g_autofree char *label = NULL;

  turn ();
  g_assert_true (qh_plan_reviews_set_done (fixture->reviews, comment, TRUE));
  fixture_ok (qh_store_undo (fixture->plan.store, &label, &error));
  g_assert_cmpstr (label, ==, "Mark a comment as done");
  g_assert_false (comment->done);
}

/* --- What is seen of it */

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) comments = g_ptr_array_new_with_free_func (g_object_unref);
  static const struct {
    gboolean is_done;
    const char *label;
  } steps[] = { { FALSE, "1 comment" }, { TRUE, "2 comments, 1 done" } };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autofree char *label = NULL;
    g_ptr_array_add (comments,
                     g_object_new (qh_comment_get_type (), "done", steps[i].is_done, NULL));
    label = qh_comments_label (comments);
    g_assert_cmpstr (label, ==, steps[i].label);
  }
}

/* A tick saves, and follows what is undone. */
static void
test_check (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhReview) review = add_review (fixture, 1, QH_REVIEW_DECISION_DECLINED, 1);
  g_autoptr (QhComment) comment = add_comment (fixture, review, NULL, "<b>Whole</b>");
  GtkCheckButton *check;

  turn ();
  check =
      GTK_CHECK_BUTTON (g_object_ref_sink (qh_comment_check_new (fixture->reviews, comment, TRUE)));
  gtk_check_button_set_active (check, TRUE);
  g_assert_true (comment->done);
  fixture_ok (qh_store_undo (fixture->plan.store, NULL, &error));
  g_assert_false (gtk_check_button_get_active (check));
  fixture_ok (qh_store_redo (fixture->plan.store, NULL, &error));
  g_assert_true (gtk_check_button_get_active (check));
  g_assert_finalize_object (check);
}

static void
test_chip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhReview) review = NULL;
  g_autoptr (QhComment) comment = NULL;
  GtkWidget *chip =
      g_object_ref_sink (qh_comment_chip_new (fixture->reviews, segment (fixture, 1)));

  g_assert_false (gtk_widget_get_visible (chip));
  review = add_review (fixture, 1, QH_REVIEW_DECISION_DECLINED, 1);
  comment = add_comment (fixture, review, QH_RECORD (segment (fixture, 1))->id, "Too long");
  turn ();
  g_assert_true (gtk_widget_get_visible (chip));
  fixture_ok (qh_store_undo (fixture->plan.store, NULL, &error));
  turn ();
  g_assert_false (gtk_widget_get_visible (chip));
  g_assert_finalize_object (chip);
}

/* The card is there from the day the plan is submitted. */
static void
test_card (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhReview) review = NULL;
  GtkWidget *card = g_object_ref_sink (g_object_new (QH_TYPE_RETURNED_REVIEW, NULL));

  qh_returned_review_set_editor (QH_RETURNED_REVIEW (card), fixture->editor);
  g_assert_false (gtk_widget_get_visible (card));
  submit (fixture);
  g_assert_true (gtk_widget_get_visible (card));
  fixture_ok (qh_store_undo (fixture->plan.store, NULL, &error));
  turn ();
  g_assert_false (gtk_widget_get_visible (card));
  review = add_review (fixture, 1, QH_REVIEW_DECISION_DECLINED, 1);
  turn ();
  g_assert_true (gtk_widget_get_visible (card));
  g_assert_finalize_object (card);
}

/* The page follows the plan, and says so where there is nothing to hold it against. */
static void
test_page (Fixture *fixture, gconstpointer data)
{
  QhMeeting *meeting = qh_plan_editor_get_meeting (fixture->editor);
  GtkWidget *page = g_object_ref_sink (qh_changes_page_new (fixture->plan.store, meeting));
  g_autofree char *none = NULL, *facts = NULL;

  g_object_get (page, "facts", &none, NULL);
  g_assert_null (none);
  submit (fixture);
  set_output (fixture, "Something else");
  g_object_get (page, "facts", &facts, NULL);
  g_assert_true (g_str_has_suffix (facts, "1 change since"));
  g_assert_finalize_object (page);
}

/* --- Going out */

static void
test_team_folder (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  g_autofree char *own = NULL, *name = NULL, *path = NULL;
  g_autoptr (GDir) dir = NULL;

  fixture_ok (qh_team_folder_set (fixture->plan.store, fixture->folder, &error));
  qh_submit_plan (widget, fixture->editor);
  turn ();
  own = qh_team_folder_own (fixture->plan.store, fixture->folder);
  dir = g_dir_open (own, 0, NULL);
  g_assert_nonnull (dir);
  name = g_strdup (g_dir_read_name (dir));
  g_assert_true (g_str_has_suffix (name, ".qhplan"));
  g_assert_cmpint (qh_plan_reviews_get_awaited (fixture->reviews)->revision, ==, 1);
  path = g_build_filename (own, name, NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (own), ==, 0);
  g_assert_finalize_object (widget);
}

/* Says no to the question that is asked. */
static void
decline (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  g_autoptr (AdwMessageDialog) dialog = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (windows) && !dialog; i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
    if (ADW_IS_MESSAGE_DIALOG (window))
      dialog = ADW_MESSAGE_DIALOG (g_steal_pointer (&window));
  }
  g_assert_nonnull (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  turn ();
}

/* A folder that is gone leaves the plan the draft that it was. */
static void
test_folder_gone (Fixture *fixture, gconstpointer data)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  g_autofree char *folder = g_build_filename (fixture->folder, "gone", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  fixture_ok (qh_team_folder_set (fixture->plan.store, folder, &error));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  qh_submit_plan (widget, fixture->editor);
  turn ();
  decline ();
  g_assert_null (qh_plan_reviews_get_awaited (fixture->reviews));
  g_assert_cmpint (qh_plan_editor_get_meeting (fixture->editor)->status, ==,
                   QH_MEETING_STATUS_DRAFT);
  g_assert_finalize_object (widget);
}

static void
test_letter (Fixture *fixture, gconstpointer data)
{
  const QhContext *context = qh_plan_editor_get_context (fixture->editor);
  g_autofree char *subject = qh_submit_subject (context);
  g_autofree char *text = qh_submit_text (context);

  g_assert_cmpstr (subject, ==, "For review: Ferris Dental, Thursday 26 November");
  g_assert_true (g_str_has_prefix (text, "Output: A recall schedule\n\n1. Open (1 min)\n"));
  g_assert_nonnull (strstr (text, "\n4. Calm (2 min)\n"));
}

static void
on_composed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (qh_mail_compose_finish (result, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_NOT_FOUND);
  *(gboolean *)data = TRUE;
}

/* Neither is there a program, nor does the one that is there take it. */
static void
test_no_mail (Fixture *fixture, gconstpointer data)
{
  g_autofree char *program = g_build_filename (fixture->folder, "xdg-email", NULL);
  g_autofree char *path = g_strdup (g_getenv ("PATH"));

  g_setenv ("PATH", fixture->folder, TRUE);
  for (int i = 0; i < 2; i++) {
    gboolean is_done = FALSE;
    qh_mail_compose ("For review", "Text", "/a.qhplan", on_composed, &is_done);
    while (!is_done)
      g_main_context_iteration (NULL, TRUE);
    fixture_ok (g_file_set_contents (program, "#!/bin/sh\nexit 3\n", -1, &error));
    g_assert_cmpint (g_chmod (program, 0755), ==, 0);
  }
  g_setenv ("PATH", path, TRUE);
}

/* --- In a list */

static void
expect_answer (Fixture *fixture, QhFiguresCache *cache, const char *expected)
{
  g_autoptr (QhFigures) figures = qh_figures_cache_get (cache, fixture->plan.meeting);
  g_autofree char *answer = NULL;

  turn ();
  qh_figures_cache_settle (cache);
  g_object_get (figures, "answer", &answer, NULL);
  g_assert_cmpstr (answer, ==, expected);
}

static void
test_answer (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhFiguresCache) cache = qh_figures_cache_new (fixture->plan.store);
  g_autoptr (QhReview) review = NULL;

  expect_answer (fixture, cache, NULL);
  submit (fixture);
  expect_answer (fixture, cache, "Submitted");
  fixture_ok (qh_store_undo (fixture->plan.store, NULL, &error));
  expect_answer (fixture, cache, NULL);
  review = add_review (fixture, 1, QH_REVIEW_DECISION_CHANGES_WANTED, 1);
  expect_answer (fixture, cache, "Changes wanted");
}

#define add(name, function) \
  g_test_add ("/plan-reviews/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  qh_ui_register_resource ();
  add ("standing", test_standing);
  add ("not-kept", test_not_kept);
  add ("order", test_order);
  add ("segment-gone", test_segment_gone);
  add ("done", test_done);
  add ("words", test_words);
  add ("check", test_check);
  add ("chip", test_chip);
  add ("card", test_card);
  add ("page", test_page);
  add ("team-folder", test_team_folder);
  add ("folder-gone", test_folder_gone);
  add ("letter", test_letter);
  add ("no-mail", test_no_mail);
  add ("answer", test_answer);
  return g_test_run ();
}
