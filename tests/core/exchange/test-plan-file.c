/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/qh-error.h"
#include "base/qh-id.h"
#include "exchange/qh-canonical.h"
#include "exchange/qh-edition.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-plan-file.h"
#include "record/qh-record-json.h"
#include <string.h>

#define NOW G_GINT64_CONSTANT (1795000000000000)

/* What must not leave the house with a plan, by edition. */
#define SECRET_NOTE "he is selling the practice"
#define SECRET_NAME "Dr Ida Ferris"
#define FRICTION_TITLE "Third wrong invoice"

static QhRecord *
record_of (const QhEntity *entity, const char *first, ...)
{
  QhRecord *record = qh_record_new (entity);
  g_autofree char *id = qh_id_new (NOW);
  va_list args;

  qh_record_set_string (record, "id", id);
  qh_record_set_int (record, "created", NOW);
  qh_record_set_int (record, "modified", NOW);
  va_start (args, first);
  for (const char *name = first; name != NULL; name = va_arg (args, const char *)) {
    g_autoptr (GError) error = NULL;
    qh_record_set_text (record, qh_entity_field (entity, name), va_arg (args, const char *),
                        &error);
    g_assert_no_error (error);
  }
  va_end (args);
  return record;
}

static void
add_segment (QhPlan *plan, const char *kind, const char *title, const char *link, QhRecord *linked)
{
  g_autoptr (QhRecord) segment =
      record_of (&qh_segment_entity, "kind", kind, "title", title, "notes", SECRET_NOTE, link,
                 linked != NULL ? linked->id : NULL, NULL);
  qh_plan_insert (plan, QH_SEGMENT (segment), G_MAXUINT);
}

static QhContext *
context_new (void)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (QhRecord) client = record_of (&qh_client_entity, "name", "Ferris Dental", "gatekeeper",
                                           "Sarah", "notes", SECRET_NOTE, NULL);
  g_autoptr (QhRecord) meeting = record_of (
      &qh_meeting_entity, "client", client->id, "output", "A recall schedule", "zone",
      "Europe/Berlin", "start", "2026-11-26T10:00:00+01:00", "questions", SECRET_NOTE, NULL);
  g_autoptr (QhPlan) plan = qh_plan_new (QH_MEETING (meeting));
  QhContext *context = qh_context_new (plan, QH_CLIENT (client), NOW, utc);
  QhRecord *contact = record_of (&qh_contact_entity, "client", client->id, "name", SECRET_NAME,
                                 "role", "decides", "phone", "+49 30 1234", NULL);
  QhRecord *remark = record_of (&qh_remark_entity, "client", client->id, "contact", contact->id,
                                "said", "2026-11-09", "words", "Fifteen minutes. Not more.",
                                "meeting", "00000000-0000-4000-8000-000000000000", NULL);
  QhRecord *friction = record_of (&qh_friction_entity, "client", client->id, "title",
                                  FRICTION_TITLE, "reported", "2026-10-01", NULL);
  QhRecord *removed = record_of (&qh_friction_entity, "client", client->id, "title", "Long gone",
                                 "reported", "2026-09-01", "status", "removed", NULL);
  QhRecord *promise = record_of (&qh_promise_entity, "client", client->id, "what", "One contact",
                                 "made", "2026-11-01", "person", "M. Keller", NULL);
  QhRecord *content = record_of (&qh_content_entity, "title", "Benchmark clinic", NULL);

  g_ptr_array_add (context->contacts, contact);
  g_ptr_array_add (context->remarks, remark);
  g_ptr_array_add (context->frictions, friction);
  g_ptr_array_add (context->frictions, removed);
  g_ptr_array_add (context->promises, promise);
  g_ptr_array_add (context->content, content);
  add_segment (plan, "open", "Open with his words", "remark", remark);
  add_segment (plan, "escape", "Wrong invoices", "friction", friction);
  add_segment (plan, "educate", "No-shows", "content", content);
  g_autoptr (QhRecord) attendee = record_of (&qh_attendee_entity, "contact", contact->id, NULL);
  qh_plan_add_attendee (plan, QH_ATTENDEE (attendee));
  return context;
}

static char *
write_edition (QhContext *context, int edition)
{
  qh_edition_redact (edition, context);
  g_autoptr (QhDesignReview) review = qh_design_review_new (context);
  g_autoptr (GError) error = NULL;
  QhSheet sheet = { .context = context,
                    .review = review,
                    .edition = edition,
                    .exported = NOW,
                    .revision = 3,
                    .author = "M. Keller",
                    .device_id = "device" };
  g_autoptr (GBytes) bytes = qh_plan_file_write (&sheet, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static QhPlanFile *
read_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  return qh_plan_file_read (bytes, NOW, NULL, error);
}

static void
assert_same_record (QhRecord *there, QhRecord *back)
{
  g_autoptr (QhRecord) copy = qh_record_duplicate (there);

  qh_record_set_int (copy, "created", QH_NONE);
  qh_record_set_int (copy, "modified", QH_NONE);
  g_assert_true (qh_record_equal (copy, back));
}

static void
test_round_trip (void)
{
  g_autoptr (QhContext) context = context_new ();
  g_autofree char *text = write_edition (context, QH_EDITION_FULL);
  g_autofree char *again = write_edition (context, QH_EDITION_FULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhPlanFile) file = read_text (text, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, again);
  g_assert_cmpint (file->revision, ==, 3);
  g_assert_cmpint (file->edition, ==, QH_EDITION_FULL);
  g_assert_cmpint (file->exported, ==, NOW);
  g_assert_cmpstr (file->sender, ==, "M. Keller");
  g_assert_cmpint (qh_plan_n_segments (file->context->plan), ==, 3);
  for (guint i = 0; i < 3; i++)
    assert_same_record (QH_RECORD (qh_plan_segment (context->plan, i)),
                        QH_RECORD (qh_plan_segment (file->context->plan, i)));
  assert_same_record (QH_RECORD (context->client), QH_RECORD (file->context->client));
  assert_same_record (context->contacts->pdata[0], file->context->contacts->pdata[0]);
  assert_same_record (context->content->pdata[0], file->context->content->pdata[0]);
  g_assert_cmpuint (file->context->frictions->len, ==, 1);
  g_autoptr (QhDesignReview) review = qh_design_review_new (context);
  g_assert_cmpint (file->score, ==, review->score);
  g_assert_cmpuint (file->findings->len, ==, review->findings->len);
}

/* A reference to what stays in the house does not go out. */
static void
test_references_are_closed (void)
{
  g_autoptr (QhContext) context = context_new ();
  g_autofree char *text = write_edition (context, QH_EDITION_FULL);
  g_autoptr (QhPlanFile) file = read_text (text, NULL);

  g_assert_nonnull (file);
  g_assert_null (((QhRemark *)file->context->remarks->pdata[0])->meeting);
  g_assert_null (strstr (text, "00000000-0000-4000-8000-000000000000"));
}

static void
test_editions (void)
{
  g_autoptr (QhContext) context = context_new ();
  g_autofree char *full = write_edition (context, QH_EDITION_FULL);
  g_autofree char *manager = write_edition (context, QH_EDITION_MANAGER);
  g_autofree char *client = write_edition (context, QH_EDITION_CLIENT);
  static const char *const secret_from_manager[] = { SECRET_NOTE, SECRET_NAME, "+49 30", "Sarah",
                                                     "\"person\"" };
  static const char *const secret_from_client[] = { FRICTION_TITLE, "Fifteen minutes", "findings",
                                                    "\"score\"",    "One contact",     "Benchmark",
                                                    "\"friction\"" };

  for (guint i = 0; i < G_N_ELEMENTS (secret_from_manager); i++) {
    g_assert_nonnull (strstr (full, secret_from_manager[i]));
    g_assert_null (strstr (manager, secret_from_manager[i]));
    g_assert_null (strstr (client, secret_from_manager[i]));
  }
  for (guint i = 0; i < G_N_ELEMENTS (secret_from_client); i++) {
    g_assert_nonnull (strstr (manager, secret_from_client[i]));
    g_assert_null (strstr (client, secret_from_client[i]));
  }
  g_assert_nonnull (strstr (client, "A recall schedule"));
  g_autoptr (GError) error = NULL;
  g_autoptr (QhPlanFile) for_manager = read_text (manager, &error);
  g_assert_no_error (error);
  g_autoptr (QhPlanFile) for_client = read_text (client, &error);
  g_assert_no_error (error);
  g_assert_cmpint (for_client->score, ==, -1);
  g_assert_cmpstr (((QhContact *)for_manager->context->contacts->pdata[0])->name, ==, "Decides");
}

static void
test_accepted_travels (void)
{
  g_autoptr (QhContext) context = context_new ();
  QhRecord *accepted = record_of (&qh_finding_accepted_entity, "meeting",
                                  QH_RECORD (qh_plan_get_meeting (context->plan))->id, "rule",
                                  "advance.missing", "reason", "He decides alone", NULL);

  g_ptr_array_add (context->accepted, accepted);
  g_autofree char *text = write_edition (context, QH_EDITION_MANAGER);
  g_autoptr (QhPlanFile) file = read_text (text, NULL);
  g_assert_nonnull (file);
  g_assert_cmpuint (file->context->accepted->len, ==, 1);
  QhFindingAccepted *back = file->context->accepted->pdata[0];
  g_assert_cmpstr (back->rule, ==, "advance.missing");
  g_assert_cmpstr (back->reason, ==, "He decides alone");
}

/* A plan that carries an item of six, all gone, of which the client had one. */
static QhContext *
sold_out_context (void)
{
  QhContext *context = context_new ();
  QhRecord *content = context->content->pdata[0];
  QhStanding *standing = qh_standing_new ();

  /* The manager's edition has no gatekeeper to speak of. */
  qh_record_set_string (QH_RECORD (context->client), "gatekeeper", NULL);
  qh_record_set_int (content, "edition", 6);
  qh_record_set_int (content, "rarity", QH_RARITY_OURS_ALONE);
  qh_record_set_string (content, "evidence", "Our survey");
  qh_record_set_string (content, "recheck", "2026-11-15");
  qh_record_set_string (content, "available_until", "2026-11-20");
  standing->available = 0;
  standing->reserved = 2;
  standing->delivered = 3;
  standing->away = 1;
  standing->his_given = standing->given_before = 1;
  standing->given_on = g_strdup ("2026-09-04");
  g_hash_table_insert (context->standings, g_strdup (content->id), standing);
  return context;
}

static char *
say_findings (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    const QhFinding *finding = findings->pdata[i];
    g_string_append_printf (text, "%s/%s: %s\n", finding->rule, finding->key, finding->text);
  }
  return g_string_free (text, FALSE);
}

/* Who receives a plan reviews it by the ledger as its sender had it. */
static void
test_ledger_travels (void)
{
  static const int editions[] = { QH_EDITION_FULL, QH_EDITION_MANAGER };
  static const char *const rules[] = { "scarce.repeat", "scarce.sold-out", "scarce.unavailable",
                                       "scarce.unproven" };

  for (guint i = 0; i < G_N_ELEMENTS (editions); i++) {
    g_autoptr (QhContext) context = sold_out_context ();
    g_autofree char *text = write_edition (context, editions[i]);
    g_autoptr (GError) error = NULL;
    g_autoptr (QhPlanFile) file = read_text (text, &error);
    g_assert_no_error (error);
    g_autoptr (QhDesignReview) review = qh_design_review_new (file->context);
    g_autofree char *sent = say_findings (file->findings);
    g_autofree char *found = say_findings (review->findings);
    g_assert_cmpstr (found, ==, sent);
    g_assert_cmpint (review->score, ==, file->score);
    for (guint k = 0; k < G_N_ELEMENTS (rules); k++)
      g_assert_nonnull (strstr (found, rules[k]));
  }
  g_autoptr (QhContext) context = sold_out_context ();
  g_autofree char *text = write_edition (context, QH_EDITION_CLIENT);
  g_assert_null (strstr (text, "\"ledger\""));
}

/* Replaces @from by @to in a right file and seals it again. */
static char *
forge (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, 2);
  g_assert_nonnull (parts[1]);
  g_autofree char *changed = g_strjoin (to, parts[0], parts[1], NULL);
  g_autoptr (JsonNode) node = json_from_string (changed, NULL);
  g_assert_nonnull (node);
  JsonObject *object = json_node_get_object (node);
  g_autofree char *digest = qh_canonical_digest (object);
  json_object_set_string_member (object, "digest", digest);
  return qh_canonical_write (node, TRUE);
}

static void
test_wrong_files (void)
{
  static const struct {
    const char *from, *to;
    QhError code;
    const char *message;
  } cases[] = {
    { "\"version\": 1", "\"version\": 3", QH_ERROR_NEWER,
      "written by a newer Quarterhour (format 3; this one reads up to 1)" },
    { "\"version\": 1", "\"version\": 0", QH_ERROR_INVALID, "version: expected 1 to" },
    { "\"version\": 1", "\"version\": 1.5", QH_ERROR_INVALID, "version: expected a whole number" },
    { "quarterhour-plan", "quarterhour-review", QH_ERROR_INVALID, "format: expected" },
    { "\"seconds\": 120", "\"seconds\": -5", QH_ERROR_INVALID,
      "segments[0].seconds: expected 0 to 14400, got “-5”" },
    { "\"seconds\": 120", "\"seconds\": 14401", QH_ERROR_INVALID, "segments[0].seconds: expected" },
    { "\"kind\": \"escape\"", "\"kind\": \"dance\"", QH_ERROR_INVALID,
      "segments[1].kind: expected" },
    { "\"revision\": 3", "\"revision\": 0", QH_ERROR_INVALID, "revision: expected 1 to" },
    { "\"edition\": \"full\"", "\"edition\": \"board\"", QH_ERROR_INVALID, "edition: expected" },
    { "\"exported\": \"2", "\"exported\": \"x", QH_ERROR_INVALID, "exported: expected" },
    { "\"name\": \"Ferris Dental\"", "\"name\": \" \"", QH_ERROR_INVALID, "client.name: missing" },
    { "\"segments\": [", "\"segments\": {}, \"old\": [", QH_ERROR_INVALID,
      "segments: expected a list" },
    { "\"segments\": [", "\"segments\": [ 4, ", QH_ERROR_INVALID,
      "segments[0]: expected an object" },
    { "\"frictions\": [", "\"frictions\": [], \"old\": [", QH_ERROR_INVALID,
      "segments[1].friction: refers to a friction that is not in the file" },
    { "\"meeting\": {", "\"meeting\": 1, \"old\": {", QH_ERROR_INVALID,
      "meeting: expected an object" },
    { "\"ledger\": [", "\"ledger\": {}, \"old\": [", QH_ERROR_INVALID, "ledger: expected a list" },
    { "\"ledger\": [", "\"ledger\": [ 4, ", QH_ERROR_INVALID, "ledger[0]: expected an object" },
    { "\"ledger\": [", "\"ledger\": [ {}, ", QH_ERROR_INVALID, "ledger[0].content: refers to" },
    { "\"delivered\": 3", "\"delivered\": -3", QH_ERROR_INVALID,
      "ledger[0].delivered: expected 0 to 2147483647, got -3" },
    { "\"delivered\": 3", "\"delivered\": 9000000000", QH_ERROR_INVALID,
      "ledger[0].delivered: expected 0 to 2147483647, got 9000000000" },
    { "\"delivered\": 3", "\"delivered\": \"3\"", QH_ERROR_INVALID,
      "ledger[0].delivered: expected a whole number" },
    { "\"delivered\": 3", "\"delivered\": 4", QH_ERROR_INVALID,
      "ledger[0]: the copies add up to 7, and the edition is 6" },
    { "\"available\": 0,", "", QH_ERROR_INVALID, "ledger[0].available: only a limited edition" },
    { "\"given_on\": \"2", "\"given_on\": \"x", QH_ERROR_INVALID,
      "ledger[0].given_on: expected a date" },
    { "\"position\": 1", "\"position\": 7", QH_ERROR_INVALID,
      "segments[1].position: expected 0 to 2, each once, got 7" },
    { "\"position\": 1", "\"position\": 0", QH_ERROR_INVALID, "segments[1].position: expected" },
    { "\"by\": {", "\"by\": \"x\", \"old\": {", QH_ERROR_INVALID, "by: expected an object" },
    { "\"score\": ", "\"score\": 1000, \"old\": ", QH_ERROR_INVALID, "score: expected 0 to 100" },
  };
  g_autoptr (QhContext) context = sold_out_context ();
  g_autofree char *right = write_edition (context, QH_EDITION_FULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *wrong = forge (right, cases[i].from, cases[i].to);
    g_autoptr (GError) error = NULL;
    g_autoptr (QhPlanFile) file = read_text (wrong, &error);
    g_test_message ("%s: %s", cases[i].to, error != NULL ? error->message : "read");
    g_assert_null (file);
    g_assert_error (error, QH_ERROR, (gint)cases[i].code);
    g_assert_true (g_str_has_prefix (error->message, cases[i].message));
  }
}

static void
test_duplicate_ids (void)
{
  g_autoptr (QhContext) context = context_new ();
  g_ptr_array_add (context->promises, g_object_ref (context->promises->pdata[0]));
  g_autofree char *text = write_edition (context, QH_EDITION_FULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhPlanFile) file = read_text (text, &error);

  g_assert_null (file);
  g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "promises[1].id: stands in the file twice");
}

/* An item that stands in the ledger twice would have its copies twice. */
static void
test_ledger_twice (void)
{
  g_autoptr (QhContext) context = sold_out_context ();
  QhRecord *content = context->content->pdata[0];
  g_autofree char *right = write_edition (context, QH_EDITION_FULL);
  g_autofree char *again =
      g_strdup_printf ("\"ledger\": [ {\"content\": \"%s\", \"available\": 6},", content->id);
  g_autofree char *wrong = forge (right, "\"ledger\": [", again);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhPlanFile) file = read_text (wrong, &error);

  g_assert_null (file);
  g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "ledger[1].content: stands in the file twice");
}

static void
test_changed_after_export (void)
{
  g_autoptr (QhContext) context = context_new ();
  g_autofree char *right = write_edition (context, QH_EDITION_FULL);
  g_auto (GStrv) parts = g_strsplit (right, "A recall schedule", 2);
  g_autofree char *changed = g_strjoin ("Another schedule", parts[0], parts[1], NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (changed, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "changed after it was exported");
}

/* Members of a later version are ignored, and sealed like the others. */
static void
test_unknown_members (void)
{
  g_autoptr (QhContext) context = context_new ();
  g_autofree char *right = write_edition (context, QH_EDITION_FULL);
  g_autofree char *later =
      forge (right, "\"version\": 1", "\"version\": 1, \"zeal\": {\"x\": [0.1, null, \"ü\"]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (QhPlanFile) file = read_text (later, &error);

  g_assert_no_error (error);
  g_assert_cmpint (qh_plan_n_segments (file->context->plan), ==, 3);
}

/* A file cut off anywhere is refused. */
static void
test_truncated (void)
{
  g_autoptr (QhContext) context = context_new ();
  g_autofree char *right = write_edition (context, QH_EDITION_FULL);
  gsize size = strlen (right) - 2; /* without the closing brace and line feed */

  for (gsize length = 0; length <= size; length += length < 200 ? 1 : 37) {
    g_autofree char *cut = g_strndup (right, length);
    g_autoptr (GError) error = NULL;
    g_assert_null (read_text (cut, &error));
    g_assert_nonnull (error);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-file/round-trip", test_round_trip);
  g_test_add_func ("/plan-file/references", test_references_are_closed);
  g_test_add_func ("/plan-file/editions", test_editions);
  g_test_add_func ("/plan-file/accepted", test_accepted_travels);
  g_test_add_func ("/plan-file/ledger", test_ledger_travels);
  g_test_add_func ("/plan-file/wrong", test_wrong_files);
  g_test_add_func ("/plan-file/duplicate-ids", test_duplicate_ids);
  g_test_add_func ("/plan-file/ledger-twice", test_ledger_twice);
  g_test_add_func ("/plan-file/changed", test_changed_after_export);
  g_test_add_func ("/plan-file/unknown-members", test_unknown_members);
  g_test_add_func ("/plan-file/truncated", test_truncated);
  return g_test_run ();
}
