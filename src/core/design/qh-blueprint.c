/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "design/qh-blueprint.h"
#include "base/qh-error.h"
#include "base/qh-text.h"
#include "design/qh-blueprints-data.h"
#include "record/qh-record-json.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

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

/* --- One's own */

/* How deep the segments' JSON nests: an array of objects. */
#define SEGMENTS_DEPTH 2

/* What of a segment stays in a blueprint. */
static const char *const kept[] = { "kind",   "seconds",      "title",
                                    "output", "notes",        "client_share",
                                    "must",   "leave_behind", "takes_order" };

static JsonNode *
keep_segment (QhSegment *segment)
{
  g_autoptr (JsonObject) all = qh_record_to_json (QH_RECORD (segment), 0);
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (json_object_has_member (all, kept[i]))
      json_object_set_member (object, kept[i], json_object_dup_member (all, kept[i]));
  json_node_take_object (node, object);
  return node;
}

static char *
keep_segments (QhPlan *plan)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  JsonArray *segments = json_array_new ();

  for (guint i = 0; i < qh_plan_n_segments (plan); i++)
    json_array_add_element (segments, keep_segment (qh_plan_segment (plan, i)));
  json_node_take_array (root, segments);
  return json_to_string (root, FALSE);
}

QhOwnBlueprint *
qh_blueprint_keep (QhPlan *plan)
{
  QhMeeting *meeting = qh_plan_get_meeting (plan);
  QhOwnBlueprint *own = qh_own_blueprint_new ();
  QhRecord *record = QH_RECORD (own);
  g_autofree char *segments = keep_segments (plan);
  const char *name = !qh_text_is_empty (meeting->title) ? meeting->title : meeting->output;

  qh_record_set_string (record, "name", !qh_text_is_empty (name) ? name : _ ("Blueprint"));
  qh_record_set_string (record, "output", meeting->output);
  qh_record_set_string (record, "measure", meeting->measure);
  qh_record_set_string (record, "ask", meeting->ask);
  qh_record_set_string (record, "fallback", meeting->fallback);
  qh_record_set_int (record, "length", meeting->budget);
  qh_record_set_string (record, "segments", segments);
  return own;
}

/* A segment is checked as one of a meeting; which, is not known yet. */
#define NO_MEETING "00000000-0000-0000-0000-000000000000"

/* Nothing but what is kept is read: a link would be to somebody else's records. */
static QhSegment *
read_segment (JsonNode *node, guint position, GError **error)
{
  g_autofree char *where = g_strdup_printf ("segments[%u]", position);
  g_autoptr (QhSegment) segment = qh_segment_new ();
  g_autoptr (JsonObject) object = json_object_new ();

  json_object_set_string_member (object, "meeting", NO_MEETING);
  for (guint i = 0; JSON_NODE_HOLDS_OBJECT (node) && i < G_N_ELEMENTS (kept); i++)
    if (json_object_has_member (json_node_get_object (node), kept[i]))
      json_object_set_member (object, kept[i],
                              json_object_dup_member (json_node_get_object (node), kept[i]));
  if (!qh_record_read_json (QH_RECORD (segment), object, where, error))
    return NULL;
  qh_record_set_string (QH_RECORD (segment), "meeting", NULL);
  qh_record_set_int (QH_RECORD (segment), "position", position);
  return g_steal_pointer (&segment);
}

static gboolean
read_segments (JsonNode *root, GPtrArray *segments, GError **error)
{
  JsonArray *array;

  if (root == NULL || !JSON_NODE_HOLDS_ARRAY (root)) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID, _ ("segments: expected a JSON array"));
    return FALSE;
  }
  array = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (array); i++) {
    QhSegment *segment = read_segment (json_array_get_element (array, i), i, error);
    if (segment == NULL)
      return FALSE;
    g_ptr_array_add (segments, segment);
  }
  return TRUE;
}

QhBlueprint *
qh_blueprint_read (QhOwnBlueprint *own, GError **error)
{
  g_autoptr (QhBlueprint) blueprint = g_new0 (QhBlueprint, 1);
  const char *json = own->segments != NULL ? own->segments : "[]";
  g_autoptr (JsonNode) root = NULL;

  blueprint->is_own = TRUE;
  blueprint->id = g_strdup (QH_RECORD (own)->id);
  blueprint->title = g_strdup (own->name);
  blueprint->when = g_strdup (own->advice);
  blueprint->length = own->length != QH_NONE ? own->length : 0;
  blueprint->output = g_strdup (own->output);
  blueprint->measure = g_strdup (own->measure);
  blueprint->ask = g_strdup (own->ask);
  blueprint->fallback = g_strdup (own->fallback);
  blueprint->segments = g_ptr_array_new_with_free_func (g_object_unref);
  if (qh_json_is_shallow (json, strlen (json), SEGMENTS_DEPTH))
    root = json_from_string (json, NULL);
  return read_segments (root, blueprint->segments, error) ? g_steal_pointer (&blueprint) : NULL;
}

char *
qh_blueprint_achieved (const QhBlueprint *blueprint)
{
  if (blueprint->held == 0)
    return NULL;
  return g_strdup_printf (ngettext ("Reached its output in %" PRId64 " of %" PRId64 " meeting",
                                    "Reached its output in %" PRId64 " of %" PRId64 " meetings",
                                    (gulong)blueprint->held),
                          blueprint->reached, blueprint->held);
}

/* --- Filling a plan */

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
  qh_record_set_string (QH_RECORD (meeting), "blueprint", blueprint->id);
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
