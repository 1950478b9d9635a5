/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-review-text.h"
#include "store/qh-settings.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#define MARKS 4

/* What people typed, without what would not stay in its line. */
static void
add_line (GString *out, const char *before, const char *text)
{
  g_string_append (out, before);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);
    g_string_append_unichar (out, g_unichar_iscntrl (character) ? ' ' : character);
  }
  g_string_append_c (out, '\n');
}

static void
add_heading (GString *out, const char *text)
{
  g_string_append_c (out, '\n');
  add_line (out, "", text);
}

static void
add_plan (GString *out, QhReceivedPlan *plan)
{
  g_autofree char *day = plan->start != QH_NONE ? qh_instant_to_date (plan->start, NULL) : NULL;
  const char *name = plan->client != NULL ? plan->client : plan->title;
  g_autoptr (GString) line = g_string_new (NULL);

  g_string_append (line, name != NULL ? name : _ ("Plan"));
  if (day != NULL)
    g_string_append_printf (line, ", %s", day);
  /* Translators: of a plan */
  g_string_append_printf (line, _ (", revision %" PRId64), plan->revision);
  add_line (out, "", line->str);
  if (plan->output != NULL) {
    g_autofree char *output = g_strdup_printf (_ ("Output: %s"), plan->output);
    add_line (out, "", output);
  }
}

static void
add_decision (GString *out, const QhReview *review)
{
  const char *decision = qh_enum_label (qh_review_decision_values, review->decision);
  g_autofree char *line =
      g_strdup_printf (_ ("Decision: %s"), decision != NULL ? decision : _ ("none yet"));

  add_heading (out, line);
  if (review->summary != NULL)
    add_line (out, "", review->summary);
}

/* --- The six questions */

static void
add_question (GString *out, const QhReview *review, const char *name)
{
  const QhField *field = qh_entity_field (&qh_review_entity, name);
  g_autofree char *why = g_strconcat (name, "_note", NULL);
  g_autofree char *note = NULL;
  g_autoptr (GString) line = g_string_new (NULL);
  gint64 mark;

  g_object_get ((gpointer)review, name, &mark, why, &note, NULL);
  if (mark == QH_NONE && note == NULL)
    return;
  g_string_append_printf (line, "%s: ", _ (field->label));
  if (mark != QH_NONE)
    /* Translators: a mark, of the best there is */
    g_string_append_printf (line, _ ("%d of %d"), (int)mark, MARKS);
  if (note != NULL)
    g_string_append_printf (line, "%s%s", mark != QH_NONE ? " – " : "", note);
  add_line (out, "- ", line->str);
}

static void
add_rubric (GString *out, const QhReview *review)
{
  static const char *const names[] = { "r_output", "r_minutes",  "r_words",
                                       "r_scarce", "r_friction", "r_want" };
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_question (lines, review, names[i]);
  if (lines->len == 0)
    return;
  add_heading (out, _ ("Six questions, from 1 (no) to 4 (yes)"));
  g_string_append (out, lines->str);
}

/* --- Comments, each at its place */

static QhPlanFile *
read_plan (QhReceivedPlan *plan)
{
  const char *text = plan->bytes != NULL ? plan->bytes : "";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return qh_plan_file_read (bytes, plan->received, NULL, NULL);
}

/* "2. Why they come back" */
static char *
name_segment (const QhPlanFile *file, const char *id)
{
  guint n = file != NULL ? qh_plan_n_segments (file->context->plan) : 0;

  for (guint i = 0; i < n; i++) {
    QhSegment *segment = qh_plan_segment (file->context->plan, i);
    if (g_strcmp0 (QH_RECORD (segment)->id, id) == 0)
      return g_strdup_printf ("%u. %s", i + 1, segment->title != NULL ? segment->title : "");
  }
  return NULL;
}

static char *
name_place (const QhPlanFile *file, const QhComment *comment)
{
  const QhField *field =
      comment->field != NULL ? qh_entity_field (&qh_meeting_entity, comment->field) : NULL;

  if (comment->segment != NULL)
    return name_segment (file, comment->segment);
  return field != NULL ? g_strdup (_ (field->label)) : NULL;
}

static void
add_comments (GString *out, QhReceivedPlan *plan, GPtrArray *comments)
{
  g_autoptr (QhPlanFile) file = comments->len > 0 ? read_plan (plan) : NULL;

  if (comments->len == 0)
    return;
  add_heading (out, _ ("Comments"));
  for (guint i = 0; i < comments->len; i++) {
    const QhComment *comment = comments->pdata[i];
    g_autofree char *place = name_place (file, comment);
    g_autofree char *line =
        place != NULL ? g_strdup_printf ("%s: %s", place, comment->text) : g_strdup (comment->text);
    add_line (out, "- ", line);
  }
}

char *
qh_review_text (QhStore *store, QhReceivedPlan *plan)
{
  g_autoptr (QhReviewFile) draft = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_RECEIVED_PLAN (plan), NULL);
  draft = qh_review_draft_read (plan);
  add_plan (out, plan);
  add_decision (out, draft->review);
  add_rubric (out, draft->review);
  add_comments (out, plan, draft->comments);
  name = qh_settings_get_user_name (store);
  add_heading (out, draft->review->reviewer != NULL ? draft->review->reviewer : name);
  return g_strdup (out->str);
}
