/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A run as JSON and back. It is read from the store alone; still, what no run can be is refused
 * rather than believed. */
#include "base/qh-error.h"
#include "design/qh-run-private.h"
#include "record/qh-record-json.h"
#include <glib/gi18n-lib.h>

#define VERSION 1
#define DEPTH_MAX 6
#define MICROSECONDS_MAX (G_MAXINT64 / 8)

static const char *const caught_names[] = {
  [QH_CAUGHT_UNSET] = NULL,
  [QH_CAUGHT_WORDS] = "words",
  [QH_CAUGHT_FRICTION] = "friction",
  [QH_CAUGHT_PROMISE] = "promise",
  [QH_CAUGHT_DELIVERED] = "delivered",
  [QH_CAUGHT_OUTPUT] = "output",
  [QH_CAUGHT_OTHER] = "other",
};

/* --- Out */

static void
set_text (JsonObject *object, const char *name, const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static void
set_flag (JsonObject *object, const char *name, gboolean flag)
{
  if (flag)
    json_object_set_boolean_member (object, name, TRUE);
}

static JsonObject *
segment_to_json (const QhRunSegment *segment)
{
  JsonObject *object = json_object_new ();

  set_text (object, "id", segment->id);
  set_text (object, "kind", qh_enum_name (qh_segment_kind_values, segment->kind));
  json_object_set_int_member (object, "seconds", segment->seconds);
  json_object_set_int_member (object, "spent", segment->spent);
  set_flag (object, "must", segment->must);
  set_flag (object, "entered", segment->entered);
  set_flag (object, "left_out", segment->left_out);
  return object;
}

static JsonObject *
caught_to_json (const QhCaught *caught)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "at", caught->at);
  set_text (object, "kind", caught_names[caught->kind]);
  set_text (object, "text", caught->text);
  set_text (object, "line", caught->line);
  set_text (object, "content", caught->content);
  set_text (object, "record", caught->record);
  return object;
}

static JsonObject *
fold_to_json (const QhRunFold *fold)
{
  JsonObject *object = json_object_new ();
  JsonArray *parts = json_array_sized_new (fold->parts->len);

  for (guint i = 0; i < fold->parts->len; i++) {
    const QhRunFoldPart *part = &g_array_index (fold->parts, QhRunFoldPart, i);
    JsonObject *member = json_object_new ();
    json_object_set_int_member (member, "seconds", part->seconds);
    set_flag (member, "left_out", part->left_out);
    json_array_add_object_element (parts, member);
  }
  json_object_set_int_member (object, "whole", fold->whole);
  json_object_set_int_member (object, "total", fold->total);
  json_object_set_int_member (object, "present", fold->present);
  json_object_set_int_member (object, "landed", fold->landed);
  json_object_set_array_member (object, "parts", parts);
  return object;
}

static JsonObject *
reading_to_json (const QhReading *reading)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "wall", reading->wall);
  json_object_set_int_member (object, "up", reading->up);
  json_object_set_string_member (object, "boot", reading->boot);
  return object;
}

static void
set_lists (JsonObject *object, const QhRun *run)
{
  JsonArray *segments = json_array_sized_new (run->segments->len);
  JsonArray *folds = json_array_sized_new (run->folds->len);
  JsonArray *caught = json_array_sized_new (run->caught->len);

  for (guint i = 0; i < run->segments->len; i++)
    json_array_add_object_element (segments, segment_to_json (qh_run_segment (run, (int)i)));
  for (guint i = 0; i < run->folds->len; i++)
    json_array_add_object_element (folds, fold_to_json (g_ptr_array_index (run->folds, i)));
  for (guint i = 0; i < run->caught->len; i++)
    json_array_add_object_element (caught, caught_to_json (g_ptr_array_index (run->caught, i)));
  json_object_set_array_member (object, "segments", segments);
  json_object_set_array_member (object, "folds", folds);
  json_object_set_array_member (object, "caught", caught);
}

char *
qh_run_to_json (const QhRun *run)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "version", VERSION);
  set_text (object, "meeting", run->meeting);
  json_object_set_int_member (object, "began", run->began);
  if (run->score != QH_NONE)
    json_object_set_int_member (object, "score", run->score);
  json_object_set_int_member (object, "whole", run->whole);
  json_object_set_int_member (object, "total", run->total);
  json_object_set_int_member (object, "present", run->present);
  json_object_set_int_member (object, "run", run->run);
  json_object_set_int_member (object, "halted", run->halted);
  set_flag (object, "paused", run->paused);
  set_flag (object, "ended", run->ended);
  set_text (object, "output_reached", qh_enum_name (qh_output_reached_values, run->output_reached));
  json_object_set_object_member (object, "anchor", reading_to_json (&run->anchor));
  set_lists (object, run);
  json_node_take_object (node, object);
  return json_to_string (node, FALSE);
}

/* --- In. What is read where another type stands counts as not there. */

typedef struct {
  gboolean ok; /* FALSE once something was found that cannot be */
} Reader;

static JsonNode *
find (JsonObject *object, const char *name, GType type)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type
             ? node
             : NULL;
}

static gint64
get_number (Reader *reader, JsonObject *object, const char *name, gint64 min, gint64 max)
{
  JsonNode *node = find (object, name, G_TYPE_INT64);
  gint64 number = node != NULL ? json_node_get_int (node) : min;

  if (node == NULL || number < min || number > max)
    reader->ok = FALSE;
  return CLAMP (number, min, max);
}

static gboolean
get_flag (JsonObject *object, const char *name)
{
  JsonNode *node = find (object, name, G_TYPE_BOOLEAN);

  return node != NULL && json_node_get_boolean (node);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = find (object, name, G_TYPE_STRING);

  return node != NULL ? json_node_get_string (node) : NULL;
}

/* The objects of an array; NULL ends them. What is no object is left out. */
static GPtrArray *
get_objects (JsonObject *object, const char *name)
{
  GPtrArray *objects = g_ptr_array_new ();
  JsonNode *node = json_object_get_member (object, name);
  JsonArray *array =
      node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++) {
    JsonNode *element = json_array_get_element (array, i);
    if (JSON_NODE_HOLDS_OBJECT (element))
      g_ptr_array_add (objects, json_node_get_object (element));
  }
  return objects;
}

static gint64
get_seconds (Reader *reader, JsonObject *object, const char *name)
{
  return get_number (reader, object, name, 0, 2 * QH_RUN_SECONDS_MAX);
}

static void
read_segment (Reader *reader, JsonObject *object, QhRun *run)
{
  const char *kind = get_text (object, "kind");
  QhRunSegment segment = {
    .kind = qh_field_enum_value (qh_entity_field (&qh_segment_entity, "kind"), kind),
    .seconds = get_number (reader, object, "seconds", 0, MICROSECONDS_MAX),
    .spent = get_number (reader, object, "spent", 0, MICROSECONDS_MAX),
    .must = get_flag (object, "must"),
    .entered = get_flag (object, "entered"),
    .left_out = get_flag (object, "left_out"),
  };

  segment.id = g_strdup (get_text (object, "id"));
  g_array_append_val (run->segments, segment);
}

static void
read_caught (Reader *reader, JsonObject *object, QhRun *run)
{
  const char *name = get_text (object, "kind");
  QhCaughtKind kind = QH_CAUGHT_OTHER;
  QhCaught *caught;

  for (guint i = QH_CAUGHT_WORDS; i < G_N_ELEMENTS (caught_names); i++)
    if (g_strcmp0 (name, caught_names[i]) == 0)
      kind = i;
  caught = qh_caught_new (kind, get_text (object, "text"),
                          get_number (reader, object, "at", -MICROSECONDS_MAX, MICROSECONDS_MAX));
  caught->line = g_strdup (get_text (object, "line"));
  caught->content = g_strdup (get_text (object, "content"));
  caught->record = g_strdup (get_text (object, "record"));
  g_ptr_array_add (run->caught, caught);
}

static void
read_fold (Reader *reader, JsonObject *object, QhRun *run)
{
  g_autoptr (GPtrArray) parts = get_objects (object, "parts");
  QhRunFold *fold = qh_run_fold_new (run->segments->len);
  gint64 last = (gint64)run->segments->len - 1;

  fold->whole = get_seconds (reader, object, "whole");
  fold->total = get_number (reader, object, "total", 0, MICROSECONDS_MAX);
  fold->present = (int)get_number (reader, object, "present", 0, MAX (last, 0));
  fold->landed = (int)get_number (reader, object, "landed", 0, MAX (last, 0));
  if (parts->len != run->segments->len)
    reader->ok = FALSE;
  for (guint i = 0; i < MIN (parts->len, run->segments->len); i++)
    g_array_index (fold->parts, QhRunFoldPart, i) =
        (QhRunFoldPart){ get_seconds (reader, parts->pdata[i], "seconds"),
                         get_flag (parts->pdata[i], "left_out") };
  g_ptr_array_add (run->folds, fold);
}

static void
read_anchor (Reader *reader, JsonObject *object, QhRun *run)
{
  JsonNode *node = json_object_get_member (object, "anchor");
  JsonObject *anchor =
      node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (anchor == NULL) {
    reader->ok = FALSE;
    return;
  }
  run->anchor.wall = get_number (reader, anchor, "wall", -MICROSECONDS_MAX, MICROSECONDS_MAX);
  run->anchor.up = get_number (reader, anchor, "up", 0, MICROSECONDS_MAX);
  g_strlcpy (run->anchor.boot, get_text (anchor, "boot") ?: "", sizeof run->anchor.boot);
}

static void
read_lists (Reader *reader, JsonObject *object, QhRun *run)
{
  g_autoptr (GPtrArray) segments = get_objects (object, "segments");
  g_autoptr (GPtrArray) folds = get_objects (object, "folds");
  g_autoptr (GPtrArray) caught = get_objects (object, "caught");

  for (guint i = 0; i < segments->len; i++)
    read_segment (reader, segments->pdata[i], run);
  for (guint i = 0; i < folds->len; i++)
    read_fold (reader, folds->pdata[i], run);
  for (guint i = 0; i < caught->len; i++)
    read_caught (reader, caught->pdata[i], run);
}

static void
read_run (Reader *reader, JsonObject *object, QhRun *run)
{
  const QhField *field = qh_entity_field (&qh_meeting_entity, "output_reached");
  const char *reached = get_text (object, "output_reached");

  read_lists (reader, object, run);
  read_anchor (reader, object, run);
  run->meeting = g_strdup (get_text (object, "meeting"));
  run->began = get_number (reader, object, "began", -MICROSECONDS_MAX, MICROSECONDS_MAX);
  if (json_object_has_member (object, "score"))
    run->score = get_number (reader, object, "score", 0, 100);
  run->whole = get_seconds (reader, object, "whole");
  run->total = get_number (reader, object, "total", 0, MICROSECONDS_MAX);
  run->present = (int)get_number (reader, object, "present", run->segments->len > 0 ? 0 : -1,
                                  (gint64)run->segments->len - 1);
  run->run = get_number (reader, object, "run", 0, MICROSECONDS_MAX);
  run->halted = get_number (reader, object, "halted", 0, MICROSECONDS_MAX);
  run->paused = get_flag (object, "paused");
  run->ended = get_flag (object, "ended");
  run->output_reached = qh_field_enum_value (field, reached);
  get_number (reader, object, "version", VERSION, VERSION);
  if (run->meeting == NULL)
    reader->ok = FALSE;
}

static JsonObject *
parse (JsonParser *parser, const char *json)
{
  gsize length = strlen (json);
  JsonNode *root = NULL;

  if (g_utf8_validate_len (json, length, NULL) && qh_json_is_shallow (json, length, DEPTH_MAX) &&
      json_parser_load_from_data (parser, json, (gssize)length, NULL))
    root = json_parser_get_root (parser);
  return root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root) : NULL;
}

QhRun *
qh_run_from_json (const char *json, GError **error)
{
  g_return_val_if_fail (json != NULL, NULL);

  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *object = parse (parser, json);
  g_autoptr (QhRun) run = qh_run_new_empty ();
  Reader reader = { object != NULL };

  if (object != NULL)
    read_run (&reader, object, run);
  if (reader.ok)
    return g_steal_pointer (&run);
  g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                       _ ("What was kept of the meeting under way cannot be read."));
  return NULL;
}
