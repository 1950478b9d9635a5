/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/qh-error.h"
#include "base/qh-text.h"
#include "model/qh-model.h"
#include "record/qh-record-json.h"
#include "record/qh-record-sql.h"
#include <string.h>

#define AN_ID "01890a5d-ac96-774b-bcce-b302099a8057"

typedef void (*EachField) (const QhEntity *entity, const QhField *field);

static void
for_each_field (EachField each)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  for (guint e = 0; e < n; e++)
    for (guint f = 0; f < entities[e]->n_fields; f++)
      each (entities[e], &entities[e]->fields[f]);
}

/* A right value of @field as text; @second gives another one. */
static char *
right_text (const QhField *field, gboolean second)
{
  switch (field->kind) {
  case QH_KIND_TEXT:
    if (g_str_equal (field->name, "zone"))
      return g_strdup (second ? "Europe/Berlin" : "Asia/Tokyo");
    if (field->flags & QH_FIELD_EMAIL)
      return g_strdup (second ? "b@client.example" : "a@client.example");
    return g_strdup (second ? "Ünicode “two” 👍" : "one");
  case QH_KIND_INTEGER:
    return g_strdup_printf ("%" G_GINT64_FORMAT, second ? field->max : field->min);
  case QH_KIND_BOOLEAN:
    return g_strdup (second ? "true" : "false");
  case QH_KIND_ENUM:
    return g_strdup (field->values[second ? qh_enum_count (field->values) - 1 : 0].name);
  case QH_KIND_DATE:
    return g_strdup (second ? "2028-02-29" : "0001-01-01");
  case QH_KIND_INSTANT:
    return g_strdup (second ? "2026-12-01T10:00:00.250+00:00" : "1969-12-31T23:59:59+00:00");
  case QH_KIND_ID:
  case QH_KIND_REFERENCE:
    return g_strdup (second ? AN_ID : "00000000-0000-4000-8000-000000000000");
  }
  g_assert_not_reached ();
}

static QhRecord *
filled_record (const QhEntity *entity)
{
  QhRecord *record = qh_record_new (entity);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < entity->n_fields; i++) {
    g_autofree char *text = right_text (&entity->fields[i], TRUE);
    g_assert_true (qh_record_set_text (record, &entity->fields[i], text, &error));
    g_assert_no_error (error);
  }
  return record;
}

static void
count (GObject *object, GParamSpec *pspec, gpointer counter)
{
  ++*(int *)counter;
}

/* A value set through text comes back as it was, and is told once, and only when it changes. */
static void
check_text_and_notify (const QhEntity *entity, const QhField *field)
{
  g_autoptr (QhRecord) record = qh_record_new (entity);
  g_autoptr (GError) error = NULL;
  g_autofree char *property = g_strdelimit (g_strdup (field->name), "_", '-');
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);
  int told = 0;

  g_test_message ("%s.%s", entity->name, field->name);
  for (int i = 0; i < 2; i++) {
    g_autofree char *text = right_text (field, i);
    g_autofree char *first = right_text (field, FALSE);
    g_assert_true (qh_record_set_text (record, field, text, &error));
    g_assert_no_error (error);
    g_autofree char *got = qh_record_get_text (record, field);
    g_assert_cmpstr (got, ==, text);
    if (i == 0)
      g_signal_connect (record, signal, G_CALLBACK (count), &told);
    else
      g_assert_cmpint (told, ==, g_strcmp0 (first, text) != 0);
    int before = told;
    g_assert_true (qh_record_set_text (record, field, text, &error));
    g_assert_cmpint (told, ==, before);
  }
  g_assert_true (qh_record_set_text (record, field, "", &error));
  if (field->kind != QH_KIND_BOOLEAN && field->initial != 0)
    g_assert_true (qh_record_is_none (record, field) || field->initial != QH_NONE);
}

static void
test_text (void)
{
  for_each_field (check_text_and_notify);
}

static void
refuse (QhRecord *record, const QhField *field, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = qh_record_get_text (record, field);

  g_autofree char *shown = g_utf8_make_valid (text, -1);
  g_test_message ("%s: %.60s", field->name, shown);
  g_assert_false (qh_record_set_text (record, field, text, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, field->name));
  g_autofree char *after = qh_record_get_text (record, field);
  g_assert_cmpstr (before, ==, after);
}

static void
check_wrong_values (const QhEntity *entity, const QhField *field)
{
  g_autoptr (QhRecord) record = qh_record_new (entity);
  g_autofree char *huge = g_strnfill (QH_TEXT_MAX + 1, 'x');
  g_autofree char *below = g_strdup_printf ("%" G_GINT64_FORMAT, field->min - 1);
  g_autofree char *above =
      field->max < G_MAXINT64 ? g_strdup_printf ("%" G_GINT64_FORMAT, field->max + 1) : NULL;

  refuse (record, field, "\xff\xfe");
  switch (field->kind) {
  case QH_KIND_TEXT:
    if (!(field->flags & QH_FIELD_VERBATIM))
      refuse (record, field, huge);
    break;
  case QH_KIND_INTEGER:
    refuse (record, field, below);
    refuse (record, field, above != NULL ? above : "9223372036854775808");
    refuse (record, field, "12x");
    refuse (record, field, "1.5");
    break;
  case QH_KIND_BOOLEAN:
    refuse (record, field, "yes please");
    break;
  case QH_KIND_ENUM:
    refuse (record, field, "no-such-value");
    break;
  case QH_KIND_DATE:
    refuse (record, field, "2026-02-29");
    break;
  case QH_KIND_INSTANT:
    refuse (record, field, "2026-02-29T10:00:00Z");
    break;
  case QH_KIND_ID:
  case QH_KIND_REFERENCE:
    refuse (record, field, "not-an-id");
    break;
  }
}

static void
test_wrong_values (void)
{
  for_each_field (check_wrong_values);
}

static void
test_emails (void)
{
  static const char *const wrong[] = { "no-at",      "@client.example", "a@",
                                       "a@b@c",      "a b@c.example",   "a@.example",
                                       "a@example.", "<a@b.example>" };
  g_autoptr (QhContact) contact = qh_contact_new ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    refuse (QH_RECORD (contact), qh_entity_field (&qh_contact_entity, "email"), wrong[i]);
}

static void
test_json_round_trip (void)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  for (guint e = 0; e < n; e++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (QhRecord) record = filled_record (entities[e]);
    g_autoptr (QhRecord) read = qh_record_new (entities[e]);
    g_autoptr (JsonObject) object = qh_record_to_json (record, QH_JSON_NULLS);
    g_assert_cmpint (json_object_get_size (object), ==, entities[e]->n_fields);
    g_assert_true (qh_record_read_json (read, object, "record", &error));
    g_assert_no_error (error);
    g_assert_true (qh_record_equal (record, read));
  }
}

static void
test_json_keeps_private_in (void)
{
  g_autoptr (QhRecord) record = filled_record (&qh_segment_entity);
  g_autoptr (JsonObject) all = qh_record_to_json (record, 0);
  g_autoptr (JsonObject) shared = qh_record_to_json (record, QH_JSON_NO_PRIVATE);

  g_assert_true (json_object_has_member (all, "notes"));
  g_assert_false (json_object_has_member (shared, "notes"));
  g_assert_true (json_object_has_member (shared, "title"));
}

static void
test_json_errors (void)
{
  static const struct {
    const char *json, *message;
  } cases[] = {
    { "{\"seconds\": -5}", "segments[3].seconds: expected 0 to 14400, got “-5”" },
    { "{\"seconds\": \"5\"}", "segments[3].seconds: expected a whole number, got String" },
    { "{\"seconds\": 1e300}", "segments[3].seconds: expected a whole number, got Floating Point" },
    { "{\"must\": 1}", "segments[3].must: expected true or false, got Integer" },
    { "{\"title\": [1]}", "segments[3].title: expected text, got JsonArray" },
    { "{\"kind\": \"dance\"}",
      "segments[3].kind: expected one of open, educate, improve, escape, aesthetics, close, "
      "housekeeping, got “dance”" },
    { "{\"title\": \"\"}", "segments[3].meeting: missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (QhSegment) segment = qh_segment_new ();
    g_autoptr (JsonNode) node = json_from_string (cases[i].json, &error);
    g_assert_no_error (error);
    g_assert_false (qh_record_read_json (QH_RECORD (segment), json_node_get_object (node),
                                         "segments[3]", &error));
    g_assert_cmpstr (error->message, ==, cases[i].message);
  }
}

static void
test_sql_round_trip (void)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  for (guint e = 0; e < n; e++) {
    g_autoptr (QhRecord) full = filled_record (entities[e]), empty = qh_record_new (entities[e]);
    QhRecord *records[] = { full, empty };
    GString *sql = g_string_new ("SELECT ?1");
    for (guint i = 1; i < entities[e]->n_fields; i++)
      g_string_append_printf (sql, ", ?%u", i + 1);
    for (guint r = 0; r < 2; r++) {
      g_autoptr (QhRecord) read = filled_record (entities[e]);
      sqlite3_stmt *statement = NULL;
      g_assert_cmpint (sqlite3_prepare_v2 (db, sql->str, -1, &statement, NULL), ==, SQLITE_OK);
      qh_record_bind (records[r], statement, 1);
      g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
      qh_record_read (read, statement, 0);
      g_assert_true (qh_record_equal (records[r], read));
      sqlite3_finalize (statement);
    }
    g_string_free (sql, TRUE);
  }
  sqlite3_close (db);
}

/* An upgrade that is closed needs its other fields: it is opened for them to be cleared. */
static void
open_upgrade (QhRecord *record, const QhField *field)
{
  if (QH_IS_CONTACT_LOG (record) && g_str_has_prefix (field->name, "upgrade"))
    qh_record_set_string (record, "upgrade_told", NULL);
}

static void
test_closed_upgrade (void)
{
  static const char *const needed[] = { "upgraded_to", "upgrade_answer", "upgrade_change" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++) {
    g_autoptr (QhRecord) record = filled_record (&qh_contact_log_entity);
    g_autoptr (GError) error = NULL;
    qh_record_set_string (record, needed[i], NULL);
    g_assert_false (qh_record_check (record, &error));
    g_assert_nonnull (strstr (error->message, needed[i]));
    qh_record_set_string (record, "upgrade_told", NULL);
    g_assert_true (qh_record_check (record, NULL));
  }
}

static void
test_required (void)
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  for (guint e = 0; e < n; e++)
    for (guint f = 0; f < entities[e]->n_fields; f++) {
      const QhField *field = &entities[e]->fields[f];
      g_autoptr (QhRecord) record = filled_record (entities[e]);
      g_autoptr (GError) error = NULL;
      g_assert_true (qh_record_check (record, &error));
      if (field->kind == QH_KIND_BOOLEAN || field->initial > 0)
        continue;
      open_upgrade (record, field);
      g_assert_true (qh_record_set_text (record, field, NULL, &error));
      if (!qh_record_is_none (record, field))
        continue;
      g_test_message ("%s.%s", entities[e]->name, field->name);
      g_assert_cmpint (qh_record_check (record, &error), ==,
                       (field->flags & QH_FIELD_REQUIRED) == 0);
    }
}

static void
test_zone_of_a_meeting (void)
{
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();
  g_autoptr (GError) error = NULL;
  const QhField *start = qh_entity_field (&qh_meeting_entity, "start");

  qh_record_set_string (QH_RECORD (meeting), "zone", "Europe/Berlin");
  g_assert_true (qh_record_set_text (QH_RECORD (meeting), start, "2026-12-01 10:00", &error));
  g_autofree char *text = qh_record_get_text (QH_RECORD (meeting), start);
  g_assert_cmpstr (text, ==, "2026-12-01T10:00:00+01:00");
}

static void
test_laws_of_one_record (void)
{
  static const struct {
    const char *entity, *field, *value, *other, *other_value;
  } cases[] = {
    { "meeting", "zone", "Middle/Earth", "title", "t" },
    { "content", "available_until", "2026-01-01", "available_from", "2026-01-02" },
    { "promise", "due", "2026-01-01", "made", "2026-01-02" },
    { "promise", "kept", "2026-01-01", "made", "2026-01-02" },
    { "friction", "removed", "2026-01-01", "reported", "2026-01-02" },
    { "movement", "copies", "0", "kind", "reserve" },
    { "movement", "reason", "", "kind", "adjust" },
    { "meeting", "ended", "2026-01-01T10:00:00Z", "began", "2026-01-01T10:01:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const QhEntity *entity = qh_entity_find (cases[i].entity);
    g_autoptr (QhRecord) record = filled_record (entity);
    g_autoptr (GError) error = NULL;
    g_assert_true (qh_record_check (record, &error));
    qh_record_set_text (record, qh_entity_field (entity, cases[i].other), cases[i].other_value,
                        &error);
    qh_record_set_text (record, qh_entity_field (entity, cases[i].field), cases[i].value, &error);
    g_assert_no_error (error);
    g_assert_false (qh_record_check (record, &error));
    g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
  }
}

static void
test_names (void)
{
  g_assert_true (qh_entity_find ("contact-log") == &qh_contact_log_entity);
  g_assert_true (qh_entity_find ("contact_logs") == &qh_contact_log_entity);
  g_assert_null (qh_entity_find ("Client"));
  g_assert_nonnull (qh_entity_field (&qh_client_entity, "minutes-limit"));
  g_assert_null (qh_entity_field (&qh_client_entity, "minutes"));
}

static void
test_freed (void)
{
  QhClient *client = qh_client_new ();

  qh_record_set_string (QH_RECORD (client), "name", "  Ferris  ");
  g_assert_cmpstr (client->name, ==, "Ferris");
  g_assert_cmpint (client->minutes_limit, ==, 15);
  g_assert_finalize_object (client);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/text", test_text);
  g_test_add_func ("/record/wrong-values", test_wrong_values);
  g_test_add_func ("/record/emails", test_emails);
  g_test_add_func ("/record/json/round-trip", test_json_round_trip);
  g_test_add_func ("/record/json/private", test_json_keeps_private_in);
  g_test_add_func ("/record/json/errors", test_json_errors);
  g_test_add_func ("/record/sql/round-trip", test_sql_round_trip);
  g_test_add_func ("/record/required", test_required);
  g_test_add_func ("/record/closed-upgrade", test_closed_upgrade);
  g_test_add_func ("/record/zone", test_zone_of_a_meeting);
  g_test_add_func ("/record/laws", test_laws_of_one_record);
  g_test_add_func ("/record/names", test_names);
  g_test_add_func ("/record/freed", test_freed);
  return g_test_run ();
}
