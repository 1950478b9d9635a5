/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run/qh-run-text.h"
#include "base/qh-text.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Characters of a title that is named beside others. */
#define TITLE_CHARS 60

/* --- Where it is */

static const char *
kind_of_present (const QhRun *run)
{
  const QhRunSegment *segment = qh_run_segment (run, run->present);

  return segment != NULL ? qh_enum_label (qh_segment_kind_values, segment->kind) : NULL;
}

char *
qh_run_place_text (const QhRun *run, const QhRunFigures *figures)
{
  const char *kind = kind_of_present (run);

  if (kind == NULL)
    return g_strdup (_ ("Without a plan"));
  /* Translators: which segment of how many, and its kind: "3 of 5 · Educate" */
  return g_strdup_printf (_ ("%u of %u · %s"), figures->position, figures->count, kind);
}

char *
qh_run_segment_text (const QhRunFigures *figures)
{
  g_autofree char *length = qh_length_format (ABS (figures->segment_left));

  switch (figures->stage) {
  case QH_RUN_STAGE_OVER:
    return g_strdup_printf (_ ("%s over"), length);
  case QH_RUN_STAGE_LAST:
    return g_strdup_printf (_ ("%s left: wrap up"), length);
  case QH_RUN_STAGE_SOON:
    return g_strdup_printf (_ ("%s left, soon over"), length);
  default:
    return g_strdup_printf (_ ("%s left"), length);
  }
}

const char *
qh_run_stage_icon (QhRunStage stage)
{
  static const char *const icons[] = {
    [QH_RUN_STAGE_CALM] = NULL,
    [QH_RUN_STAGE_SOON] = "alarm-symbolic",
    [QH_RUN_STAGE_LAST] = "dialog-warning-symbolic",
    [QH_RUN_STAGE_OVER] = "dialog-error-symbolic",
  };

  return icons[stage];
}

static char *
behind_text (gint64 behind)
{
  g_autofree char *length = qh_length_format (ABS (behind));

  if (behind == 0)
    return g_strdup (_ ("On time"));
  return g_strdup_printf (behind > 0 ? _ ("%s behind") : _ ("%s ahead"), length);
}

char *
qh_run_course_text (const QhRunFigures *figures, GTimeZone *zone)
{
  g_autofree char *behind = behind_text (figures->behind);
  g_autofree char *clock = qh_instant_clock_label (figures->expected_end, zone);
  g_autofree char *over = qh_length_format (figures->over);

  if (figures->over > 0)
    /* Translators: behind or ahead of the plan, when it will end, how much that is too late */
    return g_strdup_printf (_ ("%s · ends %s, %s too late"), behind, clock, over);
  /* Translators: behind or ahead of the plan, and when it will end: "0:40 behind · ends 10:15" */
  return g_strdup_printf (_ ("%s · ends %s"), behind, clock);
}

char *
qh_run_left_text (const QhRunFigures *figures)
{
  g_autofree char *length = qh_length_format (ABS (figures->left));

  return g_strconcat (figures->left < 0 ? "+" : "", length, NULL);
}

/* A length that nobody has agreed on, after a short cut, is not named. */
char *
qh_run_whole_text (const QhRun *run, const QhRunFigures *figures)
{
  gint64 minutes = run->whole / QH_MINUTE;
  gboolean is_round = run->whole % QH_MINUTE == 0;

  if (run->paused)
    return g_strdup (_ ("paused"));
  if (!is_round)
    return g_strdup (figures->left < 0 ? _ ("over") : _ ("left"));
  if (figures->left < 0)
    return g_strdup_printf (
        ngettext ("over %" PRId64 " minute", "over %" PRId64 " minutes", (gulong)minutes), minutes);
  return g_strdup_printf (
      ngettext ("left of %" PRId64 " minute", "left of %" PRId64 " minutes", (gulong)minutes),
      minutes);
}

char *
qh_run_fold_text (const QhRun *run, int minutes)
{
  guint n = 0;
  g_autofree char *left =
      g_strdup_printf (ngettext ("%d minute left", "%d minutes left", (gulong)minutes), minutes);
  g_autofree char *segments = NULL;

  for (int i = MAX (run->present, 0); qh_run_segment (run, i) != NULL; i++)
    n += !qh_run_segment (run, i)->left_out;
  segments = g_strdup_printf (ngettext ("for %u segment", "for %u segments", n), n);
  /* Translators: "5 minutes left" and "for 2 segments" */
  return g_strdup_printf (_ ("%s, %s"), left, segments);
}

char *
qh_run_next_text (const QhRun *run, const char *title)
{
  const QhRunSegment *next = qh_run_segment (run, qh_run_following (run));
  g_autofree char *length = next != NULL ? qh_length_label (next->seconds) : NULL;
  g_autofree char *cut = title != NULL ? qh_text_shorten (title, TITLE_CHARS) : NULL;

  if (next == NULL)
    return g_strdup (_ ("Next: the end"));
  return g_strdup_printf (_ ("Next: %s · %s"),
                          cut != NULL ? cut : qh_enum_label (qh_segment_kind_values, next->kind),
                          length);
}

char *
qh_run_description (const QhRun *run, const QhRunFigures *figures)
{
  gint64 minutes = (ABS (figures->left) + QH_MINUTE - 1) / QH_MINUTE;
  g_autofree char *place = qh_run_place_text (run, figures);
  g_autofree char *left = g_strdup_printf (
      figures->left < 0
          ? ngettext ("%" PRId64 " minute over", "%" PRId64 " minutes over", (gulong)minutes)
          : ngettext ("%" PRId64 " minute left", "%" PRId64 " minutes left", (gulong)minutes),
      minutes);

  return g_strdup_printf ("%s · %s", left, place);
}

/* --- What is caught */

const char *
qh_caught_label (QhCaughtKind kind)
{
  static const char *const labels[] = {
    [QH_CAUGHT_UNSET] = N_ ("Noted"),         [QH_CAUGHT_WORDS] = N_ ("His words"),
    [QH_CAUGHT_FRICTION] = N_ ("Friction"),   [QH_CAUGHT_PROMISE] = N_ ("Promise"),
    [QH_CAUGHT_DELIVERED] = N_ ("Delivered"), [QH_CAUGHT_OUTPUT] = N_ ("Output reached"),
    [QH_CAUGHT_OTHER] = N_ ("Noted"),
  };

  return _ (labels[kind]);
}

QhCaughtKind
qh_caught_kind_of (QhRecord *record)
{
  if (QH_IS_REMARK (record))
    return QH_CAUGHT_WORDS;
  if (QH_IS_FRICTION (record))
    return QH_CAUGHT_FRICTION;
  if (QH_IS_PROMISE (record))
    return QH_CAUGHT_PROMISE;
  return QH_CAUGHT_OTHER;
}

char *
qh_caught_record_text (QhRecord *record)
{
  g_autofree char *title = qh_record_title (record);
  g_autofree char *cut = qh_text_shorten (title != NULL ? title : "", TITLE_CHARS);

  return QH_IS_REMARK (record) ? g_strdup_printf (_ ("“%s”"), cut) : g_steal_pointer (&cut);
}

char *
qh_caught_text (const QhCaught *caught, GTimeZone *zone)
{
  g_autofree char *clock = qh_instant_clock_label (caught->at, zone);
  const char *label = qh_caught_label (caught->kind);
  gboolean waits = caught->record == NULL && (caught->line != NULL || caught->content != NULL);
  g_autofree char *text = caught->text != NULL && *caught->text != '\0'
                              ? g_strdup_printf ("%s %s — %s", clock, label, caught->text)
                              : g_strdup_printf ("%s %s", clock, label);

  return waits ? g_strdup_printf (_ ("%s · not saved yet"), text) : g_steal_pointer (&text);
}

char *
qh_copy_text (QhStore *store, QhMovement *line)
{
  g_autoptr (QhRecord) item = qh_store_get (store, &qh_content_entity, line->content, NULL);
  g_autofree char *title = item != NULL ? qh_record_title (item) : NULL;
  gint64 edition = item != NULL ? QH_CONTENT (item)->edition : QH_NONE;

  if (line->number == QH_NONE || edition == QH_NONE)
    return g_strdup (title != NULL ? title : "");
  return g_strdup_printf (_ ("%s, copy %" PRId64 " of %" PRId64), title, line->number, edition);
}
