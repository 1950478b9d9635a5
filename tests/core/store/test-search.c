/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search: what is found, in which order, how it is shown, and that the index keeps step. */
#include "fixture.h"
#include "store/qh-backup.h"
#include "store/qh-derived.h"
#include "store/qh-search-query.h"
#include "store/qh-search-schema.h"
#include "store/qh-search.h"
#include "store/qh-sqlite.h"
#include <string.h>

static GPtrArray *
search (QhStore *store, const char *words)
{
  GError *error = NULL;
  GPtrArray *hits = qh_store_search (store, words, 20, &error);

  g_assert_no_error (error);
  g_assert_nonnull (hits);
  return hits;
}

static void
assert_found (QhStore *store, const char *words, guint n)
{
  g_autoptr (GPtrArray) hits = search (store, words);

  g_assert_cmpuint (hits->len, ==, n);
}

static void
assert_in_step (QhStore *store)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  GError *error = NULL;

  g_assert_true (qh_search_schema_verify (qh_store_get_db (store), problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static void
save (QhStore *store, gpointer record)
{
  fixture_ok (qh_store_save (store, record, &error));
}

static QhFriction *
add_friction (QhStore *store, const char *title, const char *words)
{
  QhFriction *friction = qh_friction_new ();

  qh_record_set_string ((QhRecord *)friction, "title", title);
  qh_record_set_string ((QhRecord *)friction, "words", words);
  qh_record_set_string ((QhRecord *)friction, "reported", FIXTURE_DATE);
  save (store, friction);
  return friction;
}

/* --- Every searchable field, through everything that can happen to a record */

static void
assert_hit (QhStore *store, const char *word, QhRecord *record, const QhField *field)
{
  g_autoptr (GPtrArray) hits = search (store, word);
  QhHit *hit;

  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  g_assert_cmpstr (hit->entity, ==, qh_record_get_entity (record)->name);
  g_assert_cmpstr (hit->id, ==, record->id);
  g_assert_cmpstr (hit->field, ==, field->name);
  g_assert_nonnull (strstr (hit->snippet, word));
}

static void
test_field (const QhEntity *entity, const QhField *field)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhRecord) record = fixture_record (store, entity);
  g_autofree char *text = g_strdup_printf ("then zuvex%s again", entity->name);

  qh_record_set_string (record, field->name, text);
  save (store, record);
  assert_hit (store, "zuvex", record, field);
  assert_in_step (store);
  if (entity == &qh_movement_entity)
    return;

  qh_record_set_string (record, field->name, "now quidom");
  save (store, record);
  assert_found (store, "zuvex", 0);
  assert_hit (store, "quidom", record, field);
  fixture_ok (qh_store_undo (store, NULL, &error));
  assert_hit (store, "zuvex", record, field);
  assert_found (store, "quidom", 0);
  fixture_ok (qh_store_redo (store, NULL, &error));
  assert_found (store, "quidom", 1);

  fixture_ok (qh_store_delete (store, record, &error));
  assert_found (store, "quidom", 0);
  fixture_ok (qh_store_undo (store, NULL, &error));
  assert_found (store, "quidom", 1);
  assert_in_step (store);
}

static void
test_every_field (void)
{
  guint n, fields = 0;
  const QhEntity *const *entities = qh_entities (&n);

  for (guint i = 0; i < n; i++) {
    const QhField *field;

    for (guint k = 0; (field = qh_search_field (entities[i], k)) != NULL; k++, fields++)
      test_field (entities[i], field);
  }
  g_assert_cmpuint (fields, >, 20);
}

/* A text that comes, goes and comes back. */
static void
test_only_text (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (QhMeeting) meeting = fixture_meeting (store, client);
  const char *texts[] = { "gramolux", NULL, "gramolux two" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    qh_record_set_string ((QhRecord *)meeting, "output", texts[i]);
    qh_record_set_string ((QhRecord *)meeting, "questions", NULL);
    save (store, meeting);
    assert_found (store, "gramolux", texts[i] != NULL ? 1 : 0);
    assert_in_step (store);
  }
}

static void
test_cascade (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (QhMeeting) meeting = fixture_meeting (store, client);
  g_autoptr (QhSegment) segment = qh_segment_new ();

  qh_record_set_string ((QhRecord *)segment, "meeting", ((QhRecord *)meeting)->id);
  qh_record_set_string ((QhRecord *)segment, "title", "Drillbits compared");
  qh_record_set_int ((QhRecord *)segment, "kind", QH_SEGMENT_KIND_EDUCATE);
  save (store, segment);
  assert_found (store, "drillbits", 1);
  fixture_ok (qh_store_delete (store, (QhRecord *)meeting, &error));
  assert_found (store, "drillbits", 0);
  fixture_ok (qh_store_undo (store, NULL, &error));
  assert_found (store, "drillbits", 1);
  assert_in_step (store);
}

static void
test_vacuum (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhFriction) one = add_friction (store, "Alphabetical", NULL);
  g_autoptr (QhFriction) other = add_friction (store, "Betamax", NULL);

  fixture_ok (qh_store_delete (store, (QhRecord *)one, &error));
  g_assert_cmpint (sqlite3_exec (qh_store_get_db (store), "VACUUM", NULL, NULL, NULL), ==,
                   SQLITE_OK);
  assert_found (store, "betamax", 1);
  fixture_ok (qh_store_undo (store, NULL, &error));
  assert_found (store, "alphabetical", 1);
  assert_in_step (store);
}

/* What is there as it would be made stays, and goes on being kept. */
static void
test_install_again (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhFriction) friction = add_friction (store, "Gammaray", "delta");

  fixture_ok (qh_derived_install (qh_store_get_db (store), NULL, &error));
  assert_found (store, "gammaray delta", 1);
  save (store, friction);
  fixture_ok (qh_store_delete (store, (QhRecord *)friction, &error));
  assert_found (store, "gammaray", 0);
  assert_in_step (store);
}

/* An index whose triggers are not those that would be made cannot be trusted: it is made anew. */
static void
test_install_over_another (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  sqlite3 *db = qh_store_get_db (store);

  fixture_ok (qh_sqlite_exec (db, "DROP TRIGGER search_friction_insert", &error));
  g_object_unref (add_friction (store, "Gammaray", "delta"));
  assert_found (store, "gammaray", 0);
  fixture_ok (qh_derived_install (db, NULL, &error));
  assert_found (store, "gammaray delta", 1);
  fixture_ok (qh_sqlite_exec (db,
                              "DROP TRIGGER search_friction_insert;"
                              "CREATE TRIGGER search_friction_insert AFTER INSERT ON friction"
                              "  BEGIN SELECT 1; END",
                              &error));
  g_object_unref (add_friction (store, "Betamax", "epsilon"));
  assert_found (store, "betamax", 0);
  fixture_ok (qh_derived_install (db, NULL, &error));
  assert_found (store, "betamax epsilon", 1);
  assert_in_step (store);
}

/* --- An index that an earlier version made */

/* When entries had one text only. */
/* clang-format off */
#define EARLIER(text)                                                                        \
  "DROP TRIGGER search_contact_log_insert; DROP TRIGGER search_contact_log_delete;"          \
  "DROP TRIGGER search_contact_log_update; DROP VIEW document_text;"                         \
  "CREATE TRIGGER search_contact_log_insert AFTER INSERT ON contact_log"                     \
  " WHEN NEW." text " IS NOT NULL BEGIN"                                                     \
  "  INSERT INTO document (entity, id) VALUES ('contact_log', NEW.id);"                      \
  "  INSERT INTO search (rowid, c0)"                                                         \
  "    SELECT number, NEW." text " FROM document WHERE id = NEW.id;END;"                     \
  "CREATE TRIGGER search_contact_log_delete AFTER DELETE ON contact_log"                     \
  " WHEN OLD." text " IS NOT NULL BEGIN"                                                     \
  "  INSERT INTO search (search, rowid, c0)"                                                 \
  "    SELECT 'delete', number, OLD." text " FROM document WHERE id = OLD.id;"               \
  "  DELETE FROM document WHERE id = OLD.id;END;"                                            \
  "CREATE TRIGGER search_contact_log_update AFTER UPDATE OF " text " ON contact_log"         \
  " WHEN OLD." text " IS NOT NEW." text " BEGIN"                                             \
  "  INSERT INTO search (search, rowid, c0)"                                                 \
  "    SELECT 'delete', number, OLD." text " FROM document WHERE id = OLD.id;"               \
  "  DELETE FROM document WHERE id = OLD.id AND NOT (NEW." text " IS NOT NULL);"             \
  "  INSERT INTO document (entity, id) SELECT 'contact_log', NEW.id"                         \
  " WHERE NEW." text " IS NOT NULL    ON CONFLICT DO NOTHING;"                               \
  "  INSERT INTO search (rowid, c0)"                                                         \
  "    SELECT number, NEW." text " FROM document WHERE id = NEW.id;END;"
/* clang-format on */

/* What FTS5 was shown then. */
static char *
show_earlier (sqlite3 *db, const char *text)
{
  g_autofree char *made = fixture_ask (
      db, "SELECT replace (sql, ' WHEN ''contact_log'' THEN (SELECT learned FROM contact_log AS r"
          " WHERE r.id = d.id)', '') FROM sqlite_schema WHERE name = 'document_text'");
  g_autofree char *from = g_strdup ("(SELECT words FROM contact_log AS");
  g_autofree char *to = g_strdup_printf ("(SELECT %s FROM contact_log AS", text);
  g_auto (GStrv) parts = g_strsplit (made, from, -1);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  return g_strjoinv (to, parts);
}

static void
add_entry (QhStore *store, const char *words, const char *learned)
{
  g_autoptr (QhRecord) entry = fixture_record (store, &qh_contact_log_entity);

  qh_record_set_string (entry, "words", words);
  qh_record_set_string (entry, "learned", learned);
  save (store, entry);
}

static int
count_indexed (sqlite3 *db, const char *word)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT count (*) FROM search WHERE search MATCH '%s'", word);

  return qh_sqlite_int (db, sql, -1);
}

/* A text more, before or after the one there was: no other is indexed again, and numbers stay. */
static void
test_earlier (gconstpointer data)
{
  const char *text = data;
  gboolean knows_words = g_str_equal (text, "words");
  g_autoptr (QhStore) store = fixture_store ();
  sqlite3 *db = qh_store_get_db (store);
  g_autofree char *view = show_earlier (db, text);
  g_autofree char *before = NULL, *after = NULL;

  fixture_ok (qh_sqlite_exec (db, knows_words ? EARLIER ("words") : EARLIER ("learned"), &error));
  fixture_ok (qh_sqlite_exec (db, view, &error));
  add_entry (store, "abacus", "zebra");
  add_entry (store, "abacus", NULL);
  add_entry (store, NULL, "zebra");
  add_entry (store, "same", "same");
  g_object_unref (add_friction (store, "Gammaray", "delta"));
  g_assert_cmpint (count_indexed (db, "abacus"), ==, knows_words ? 2 : 0);
  g_assert_cmpint (count_indexed (db, "zebra"), ==, knows_words ? 0 : 2);
  fixture_ok (qh_sqlite_exec (db,
                              "UPDATE document SET number = 1000 WHERE entity = 'friction';"
                              "INSERT INTO search (search) VALUES ('rebuild')",
                              &error));
  before = fixture_ask (db, "SELECT group_concat (number || id) FROM document"
                            "  WHERE entity <> 'contact_log' ORDER BY id");
  fixture_ok (qh_derived_install (db, NULL, &error));
  after = fixture_ask (db, "SELECT group_concat (number || id) FROM document"
                           "  WHERE entity <> 'contact_log' ORDER BY id");
  g_assert_cmpstr (after, ==, before);
  assert_found (store, "abacus", 2);
  assert_found (store, "zebra", 2);
  assert_found (store, "same", 1);
  assert_found (store, "gammaray delta", 1);
  assert_in_step (store);
  while (qh_store_undo (store, NULL, NULL))
    assert_in_step (store);
  assert_found (store, "abacus", 0);
}

/* --- Any text is a query */

static const struct {
  const char *query;
  guint n;
} queries[] = {
  { "", 0 },
  { " \t\n", 0 },
  { "invoice", 1 },
  { "INVOICE", 1 },
  { "inv", 1 },
  { "i", 1 },
  { "nvoice", 0 },
  { "wrong invoice", 1 },
  { "invoice wrong", 1 },
  { "inv uber", 1 },
  { "über", 1 },
  { "U\xcc\x88"
    "ber",
    1 },
  { "invoice missing", 0 },
  { "re-order", 1 },
  { "re order", 1 },
  { "\"invoice\"", 1 },
  { "\"", 0 },
  { "\"\"\"", 0 },
  { "'; DROP TABLE client; --", 0 },
  { "invoice*", 1 },
  { "*", 0 },
  { "title:invoice", 0 },
  { "c0:invoice", 0 },
  { "invoice AND wrong", 0 },
  { "invoice OR", 1 },
  { "NOT", 0 },
  { "NEAR(invoice wrong)", 0 },
  { "invoice -wrong", 1 },
  { "^wrong", 1 },
  { "{c0 c1}", 0 },
  { "(((", 0 },
  { "+ wrong + invoice", 1 },
  { "\xf0\x9f\x99\x82", 1 },
  { "\xe2\x98\xba", 0 },
  { "invoice \xe2\x98\xba", 1 },
  { "\xf0\x9f\x9a\x80", 0 },
  { "invoice \xf0\x9f\x99\x82", 1 },
  { "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", 1 },
  { "\xe7\x84\xa1", 1 },
  { "\xff\xfe\xc3", 0 },
  { "%s%n\\", 0 },
};

static void
test_any_text (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhFriction) friction =
      add_friction (store, "Wrong invoice",
                    "Überall, on each re-order \xf0\x9f\x99\x82: \xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d "
                    "\xe7\x84\xa1\xe7\x90\x86");

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++) {
    g_autoptr (GPtrArray) hits = search (store, queries[i].query);

    if (hits->len != queries[i].n)
      g_error ("“%s” found %u", queries[i].query, hits->len);
  }
}

static void
test_long_text (void)
{
  static const char *const pieces[] = { "invoice ", "\"", "(", "a", "* ", "wrong invoice ", "é" };
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhFriction) friction = add_friction (store, "Wrong invoice", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    GString *text = g_string_new (NULL);

    while (text->len < 65536)
      g_string_append (text, pieces[i]);
    assert_found (store, text->str, strstr (pieces[i], "invoice") != NULL ? 1 : 0);
    g_string_free (text, TRUE);
  }
}

/* Many words begin alike: they are looked for one by one, or all at once. */
static void
test_many_terms (void)
{
  g_autoptr (QhStore) store = fixture_store ();

  for (guint i = 0; i < 40; i++) {
    g_autofree char *title = g_strdup_printf ("prefix%u%c", i, 'a' + i % 26);
    g_autoptr (QhFriction) friction = add_friction (store, title, i == 7 ? "lucky" : NULL);
  }
  assert_found (store, "prefix", 20);
  assert_found (store, "prefix3", 11);
  assert_found (store, "prefix7h", 1);
  assert_found (store, "prefix lucky", 1);
  assert_found (store, "prefixed", 0);
}

/* --- Order */

static void
test_order (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhFriction) old_title = add_friction (store, "Delivery late", NULL);
  g_autoptr (QhFriction) old_words = add_friction (store, "Other", "the delivery was late");
  g_autoptr (QhFriction) new_words = add_friction (store, "More", "a late delivery");
  g_autoptr (QhFriction) new_title = add_friction (store, "Delivery lost", "late");
  g_autoptr (GPtrArray) hits = search (store, "delivery late");
  QhFriction *expected[] = { old_title, new_title, new_words, old_words };

  g_assert_cmpuint (hits->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < hits->len; i++)
    g_assert_cmpstr (((QhHit *)hits->pdata[i])->id, ==, ((QhRecord *)expected[i])->id);
}

static void
test_most (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (GPtrArray) few = NULL;
  g_autoptr (GPtrArray) none = NULL;
  GError *error = NULL;

  for (guint i = 0; i < 30; i++)
    g_object_unref (add_friction (store, "Waiting", NULL));
  few = qh_store_search (store, "waiting", 7, &error);
  g_assert_cmpuint (few->len, ==, 7);
  none = qh_store_search (store, "waiting", 0, &error);
  g_assert_cmpuint (none->len, ==, 0);
}

/* --- Snippets */

static void
assert_markup (const char *markup)
{
  static const GMarkupParser parser = { NULL };
  g_autofree char *whole = g_strdup_printf ("<markup>%s</markup>", markup);
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  GError *error = NULL;

  g_markup_parse_context_parse (context, whole, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
}

static const struct {
  const char *text;
  const char *query;
  const char *snippet;
} snippets[] = {
  { "Wrong invoice", "inv", "Wrong <b>invoice</b>" },
  { "a <b>bold</b> & brave claim", "bold", "a &lt;b&gt;<b>bold</b>&lt;/b&gt; &amp; brave claim" },
  { "one\ntwo\tthree", "two", "one <b>two</b> three" },
  { "bell\x07rings", "rings", "bell <b>rings</b>" },
  { "Überall über", "uber", "<b>Überall</b> <b>über</b>" },
  { "no match here", "zzz", "no match here" },
};

static void
test_snippets (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  sqlite3 *db = qh_store_get_db (store);

  for (guint i = 0; i < G_N_ELEMENTS (snippets); i++) {
    g_autoptr (GPtrArray) words = qh_search_split (db, snippets[i].query, 10);
    g_autofree char *snippet = qh_search_snippet (db, snippets[i].text, words, 60);

    g_assert_cmpstr (snippet, ==, snippets[i].snippet);
    assert_markup (snippet);
  }
}

static void
test_long_snippet (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  GString *text = g_string_new ("Beginning ");
  g_autoptr (QhFriction) friction = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  const char *snippet;

  while (text->len < 30000)
    g_string_append (text, "filler & é ");
  g_string_append (text, "needle ");
  while (text->len < 60000)
    g_string_append (text, "filler ");
  friction = add_friction (store, "Long", text->str);
  hits = search (store, "needle");
  snippet = ((QhHit *)hits->pdata[0])->snippet;
  assert_markup (snippet);
  g_assert_nonnull (strstr (snippet, "<b>needle</b>"));
  g_assert_true (g_str_has_prefix (snippet, "…"));
  g_assert_true (g_str_has_suffix (snippet, "…"));
  g_assert_cmpuint (g_utf8_strlen (snippet, -1), <, 200);
  g_string_free (text, TRUE);
}

/* --- Erasing */

/* Nothing of a deleted text is left in the index or in free pages. */
static gboolean
file_holds (const char *path, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize n;
  GError *error = NULL;

  g_file_get_contents (path, &bytes, &n, &error);
  g_assert_no_error (error);
  return memmem (bytes, n, text, strlen (text)) != NULL;
}

static void
test_purge (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "store.db", NULL);
  QhStore *store = fixture_open (path, QH_STORE_CREATE);
  g_autoptr (QhFriction) secret = add_friction (store, "xylographically", NULL);
  g_autoptr (QhFriction) other = add_friction (store, "ordinary", NULL);
  sqlite3 *db = qh_store_get_db (store);

  sqlite3_exec (db, "PRAGMA wal_checkpoint (TRUNCATE)", NULL, NULL, NULL);
  g_assert_true (file_holds (path, "xylographically"));
  fixture_ok (qh_store_delete (store, (QhRecord *)secret, &error));
  sqlite3_exec (db, "DELETE FROM change", NULL, NULL, NULL);
  fixture_ok (qh_derived_purge (db, &error));
  sqlite3_exec (db, "VACUUM; PRAGMA wal_checkpoint (TRUNCATE)", NULL, NULL, NULL);
  g_assert_false (file_holds (path, "xylographically"));
  assert_found (store, "ordinary", 1);
  assert_in_step (store);
  g_object_unref (store);
  fixture_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/every-field", test_every_field);
  g_test_add_func ("/search/only-text", test_only_text);
  g_test_add_func ("/search/cascade", test_cascade);
  g_test_add_func ("/search/vacuum", test_vacuum);
  g_test_add_func ("/search/install-again", test_install_again);
  g_test_add_func ("/search/install-over-another", test_install_over_another);
  g_test_add_data_func ("/search/earlier/words", "words", test_earlier);
  g_test_add_data_func ("/search/earlier/learned", "learned", test_earlier);
  g_test_add_func ("/search/any-text", test_any_text);
  g_test_add_func ("/search/long-text", test_long_text);
  g_test_add_func ("/search/many-terms", test_many_terms);
  g_test_add_func ("/search/order", test_order);
  g_test_add_func ("/search/most", test_most);
  g_test_add_func ("/search/snippets", test_snippets);
  g_test_add_func ("/search/long-snippet", test_long_snippet);
  g_test_add_func ("/search/purge", test_purge);
  return g_test_run ();
}
