/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "design/qh-blueprint.h"
#include "base/qh-text.h"
#include "design/qh-blueprints-data.h"
#include <glib/gi18n-lib.h>

/* Lengths are whole steps; what stays free of a limit that can spare it (seconds). */
#define STEP 30
#define ROOM QH_MINUTE
#define ROOM_FROM (3 * QH_MINUTE)

void
qh_blueprint_free (QhBlueprint *blueprint)
{
  g_free (blueprint->id);
  g_free (blueprint->title);
  g_free (blueprint->when);
  g_ptr_array_unref (blueprint->segments);
  g_free (blueprint->output);
  g_free (blueprint->measure);
  g_free (blueprint->ask);
  g_free (blueprint->fallback);
  g_free (blueprint);
}

static char *
translate (const char *text)
{
  return text != NULL ? g_strdup (_ (text)) : NULL;
}

static void
set_text (QhSegment *segment, const char *name, const char *text)
{
  if (text != NULL)
    qh_record_set_string (QH_RECORD (segment), name, _ (text));
}

static QhSegment *
segment_new (const QhBlueprintSegmentText *text, guint position)
{
  QhSegment *segment = qh_segment_new ();
  QhRecord *record = QH_RECORD (segment);

  qh_record_set_int (record, "position", position);
  qh_record_set_int (record, "kind", text->kind);
  qh_record_set_int (record, "seconds", text->seconds);
  qh_record_set_int (record, "must", text->must);
  if (text->client_share > 0)
    qh_record_set_int (record, "client_share", text->client_share);
  if (text->leave_behind != QH_LEAVE_BEHIND_UNSET)
    qh_record_set_int (record, "leave_behind", text->leave_behind);
  set_text (segment, "title", text->title);
  set_text (segment, "output", text->output);
  set_text (segment, "notes", text->notes);
  return segment;
}

static QhBlueprint *
blueprint_new (const QhBlueprintText *text)
{
  QhBlueprint *blueprint = g_new0 (QhBlueprint, 1);

  blueprint->id = g_strdup (text->id);
  blueprint->title = translate (text->title);
  blueprint->when = translate (text->when);
  blueprint->length = text->length;
  blueprint->output = translate (text->output);
  blueprint->measure = translate (text->measure);
  blueprint->ask = translate (text->ask);
  blueprint->fallback = translate (text->fallback);
  blueprint->segments = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < QH_BLUEPRINT_SEGMENTS_MAX; i++)
    if (text->segments[i].kind != QH_SEGMENT_KIND_UNSET)
      g_ptr_array_add (blueprint->segments, segment_new (&text->segments[i], i));
  return blueprint;
}

GPtrArray *
qh_blueprints (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_blueprint_free);

  for (guint i = 0; i < qh_n_blueprint_texts; i++)
    g_ptr_array_add (all, blueprint_new (&qh_blueprint_texts[i]));
  return all;
}

QhBlueprint *
qh_blueprint_find (const char *id)
{
  for (guint i = 0; i < qh_n_blueprint_texts; i++)
    if (g_strcmp0 (qh_blueprint_texts[i].id, id) == 0)
      return blueprint_new (&qh_blueprint_texts[i]);
  return NULL;
}

/* How many seconds of @limit a plan may use, in whole steps. */
static gint64
usable (gint64 limit)
{
  gint64 room = limit >= ROOM_FROM ? ROOM : 0;
  return MAX ((limit - room) / STEP * STEP, STEP);
}

/* The last segment that need not stay; if all must, the last. */
static guint
find_dispensable (GPtrArray *segments)
{
  guint i = segments->len;

  while (i-- > 0)
    if (!QH_SEGMENT (g_ptr_array_index (segments, i))->must)
      return i;
  return segments->len - 1;
}

/* Copies of the blueprint's segments, at most @n_max. */
static GPtrArray *
copy_segments (const QhBlueprint *blueprint, gint64 n_max)
{
  GPtrArray *segments = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < blueprint->segments->len; i++)
    g_ptr_array_add (segments, qh_record_duplicate (g_ptr_array_index (blueprint->segments, i)));
  while (segments->len > n_max)
    g_ptr_array_remove_index (segments, find_dispensable (segments));
  return segments;
}

/* Gives @segments @n_steps steps in the proportion of their lengths, at least one each: after the
 * first, each step goes to the segment that is furthest behind its part. */
static void
scale (GPtrArray *segments, gint64 n_steps)
{
  g_autofree gint64 *steps = g_new0 (gint64, segments->len + 1);
  gint64 total = 0;

  for (guint i = 0; i < segments->len; i++) {
    total += QH_SEGMENT (g_ptr_array_index (segments, i))->seconds;
    steps[i] = 1;
  }
  for (gint64 given = segments->len; given < n_steps; given++) {
    gint64 most = G_MININT64;
    guint next = 0;
    for (guint i = 0; i < segments->len; i++) {
      QhSegment *segment = g_ptr_array_index (segments, i);
      gint64 behind = segment->seconds * n_steps - steps[i] * total;
      if (behind > most) {
        most = behind;
        next = i;
      }
    }
    steps[next]++;
  }
  for (guint i = 0; i < segments->len; i++)
    qh_record_set_int (g_ptr_array_index (segments, i), "seconds", steps[i] * STEP);
}

static void
fill_text (QhMeeting *meeting, const char *name, const char *present, const char *text)
{
  if (qh_text_is_empty (present) && text != NULL)
    qh_record_set_string (QH_RECORD (meeting), name, text);
}

void
qh_blueprint_apply (const QhBlueprint *blueprint, QhPlan *plan, gint64 limit)
{
  QhMeeting *meeting = qh_plan_get_meeting (plan);
  g_autoptr (GPtrArray) segments = NULL;
  gint64 length = limit;

  fill_text (meeting, "title", meeting->title, blueprint->title);
  fill_text (meeting, "output", meeting->output, blueprint->output);
  fill_text (meeting, "measure", meeting->measure, blueprint->measure);
  fill_text (meeting, "ask", meeting->ask, blueprint->ask);
  fill_text (meeting, "fallback", meeting->fallback, blueprint->fallback);
  if (qh_plan_n_segments (plan) > 0)
    return;
  if (blueprint->length > 0 && blueprint->length < limit) {
    length = blueprint->length;
    if (meeting->budget == QH_NONE)
      qh_record_set_int (QH_RECORD (meeting), "budget", length);
  }
  segments = copy_segments (blueprint, usable (length) / STEP);
  scale (segments, usable (length) / STEP);
  for (guint i = 0; i < segments->len; i++)
    qh_plan_insert (plan, g_ptr_array_index (segments, i), i);
}
