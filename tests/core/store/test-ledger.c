/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger's law: what it allows and refuses, by the store and by raw SQL; undo and redo by
 * lines that take back; and that whatever is done in whatever order, the sums add up. */
#include "fixture.h"
#include "store/qh-transfers.h"
#include <string.h>

static QhRecord *
new_line (int kind, QhContent *content, QhClient *client, QhMeeting *meeting)
{
  QhRecord *line = qh_record_new (&qh_movement_entity);

  qh_record_set_int (line, "kind", kind);
  qh_record_set_string (line, "content", ((QhRecord *)content)->id);
  qh_record_set_string (line, "client", client != NULL ? ((QhRecord *)client)->id : NULL);
  qh_record_set_string (line, "meeting", meeting != NULL ? ((QhRecord *)meeting)->id : NULL);
  return line;
}

/* The number of the copy that was moved. */
static gint64
moves (QhStore *store, int kind, QhContent *content, QhClient *client, QhMeeting *meeting)
{
  g_autoptr (QhRecord) line = new_line (kind, content, client, meeting);

  fixture_ok (qh_store_save (store, line, &error));
  return ((QhMovement *)line)->number;
}

/* Hands one copy on. */
static void
hands_on (QhStore *store, QhContent *content)
{
  g_autoptr (QhTransfer) transfer = qh_transfer_new ();
  g_autoptr (GArray) numbers = qh_transfers_choose (store, ((QhRecord *)content)->id, 1, NULL);
  QhRecord *record = (QhRecord *)transfer;

  g_assert_nonnull (numbers);
  qh_record_set_string (record, "id", "01a200cd-c0a1-7000-97c0-61f987586dfd");
  qh_record_set_string (record, "content", ((QhRecord *)content)->id);
  qh_record_set_int (record, "direction", QH_TRANSFER_DIRECTION_SENT);
  qh_record_set_int (record, "at", 0);
  fixture_ok (qh_store_begin (store, NULL, &error));
  fixture_ok (qh_transfers_send (store, transfer, numbers, &error));
  fixture_ok (qh_store_commit (store, &error));
}

/* The refusal names what @words say. */
static void
refuses (QhStore *store, int kind, QhContent *content, QhClient *client, gint64 number,
         const char *words)
{
  g_autoptr (QhRecord) line = new_line (kind, content, client, NULL);
  g_autofree char *before = fixture_dump (qh_store_get_db (store), TRUE);
  g_autofree char *after = NULL;
  g_autoptr (GError) refusal = NULL;

  qh_record_set_int (line, "number", number);
  g_assert_false (qh_store_save (store, line, &refusal));
  g_assert_error (refusal, QH_ERROR, QH_ERROR_REFUSED);
  if (strstr (refusal->message, words) == NULL)
    g_error ("“%s” does not say “%s”", refusal->message, words);
  g_assert_null (line->id);
  after = fixture_dump (qh_store_get_db (store), TRUE);
  g_assert_cmpstr (before, ==, after);
}

/* "available reserved delivered away" of @content. */
static void
stands (QhStore *store, QhContent *content, const char *expected)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT coalesce (available, '-') || ' ' || reserved || ' ' || delivered || ' ' || away"
      "  FROM ledger WHERE content = '%s'",
      ((QhRecord *)content)->id);
  g_autofree char *found = fixture_ask (qh_store_get_db (store), sql);

  g_assert_cmpstr (found, ==, expected);
  fixture_verify (qh_store_get_db (store));
}

static gint64
count_lines (QhStore *store)
{
  return qh_store_count (store, "SELECT count (*) FROM movement", NULL);
}

/* --- What each kind does */

static void
test_kinds (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhClient) hale = fixture_client (store, "Hale");
  g_autoptr (QhContent) item = fixture_content (store, "Benchmark", 3, 1);

  stands (store, item, "3 0 0 0");
  g_assert_cmpint (moves (store, QH_MOVEMENT_KIND_RESERVE, item, ferris, NULL), ==, 1);
  stands (store, item, "2 1 0 0");
  g_assert_cmpint (moves (store, QH_MOVEMENT_KIND_DELIVER, item, hale, NULL), ==, 2);
  stands (store, item, "1 1 1 0");
  /* A delivery uses up the client's own reservation. */
  g_assert_cmpint (moves (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, NULL), ==, 1);
  stands (store, item, "1 0 2 0");
  hands_on (store, item);
  stands (store, item, "0 0 2 1");
  g_assert_cmpint (moves (store, QH_MOVEMENT_KIND_RETURN, item, ferris, NULL), ==, 1);
  stands (store, item, "1 0 1 1");
  g_assert_cmpint (moves (store, QH_MOVEMENT_KIND_RESERVE, item, ferris, NULL), ==, 1);
  g_assert_cmpint (moves (store, QH_MOVEMENT_KIND_RELEASE, item, ferris, NULL), ==, 1);
  stands (store, item, "1 0 1 1");
}

static void
test_refusals (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhClient) hale = fixture_client (store, "Hale");
  g_autoptr (QhContent) item = fixture_content (store, "Benchmark", 2, 1);

  refuses (store, QH_MOVEMENT_KIND_RELEASE, item, ferris, QH_NONE, "nothing of “Benchmark”");
  refuses (store, QH_MOVEMENT_KIND_RETURN, item, ferris, QH_NONE, "Ferris has nothing");
  refuses (store, QH_MOVEMENT_KIND_TRANSFER_IN, item, NULL, 1, "in this store already");
  refuses (store, QH_MOVEMENT_KIND_TRANSFER_OUT, item, NULL, 1, "with a transfer file");
  refuses (store, QH_MOVEMENT_KIND_DELIVER, item, NULL, QH_NONE, "say which");
  refuses (store, QH_MOVEMENT_KIND_RESERVE, item, NULL, QH_NONE, "say which");
  refuses (store, QH_MOVEMENT_KIND_RESERVE, item, ferris, 3, "numbers 1 to 2");
  moves (store, QH_MOVEMENT_KIND_RESERVE, item, ferris, NULL);
  refuses (store, QH_MOVEMENT_KIND_RESERVE, item, ferris, QH_NONE, "at most 1");
  refuses (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, 2, "at most 1");
  refuses (store, QH_MOVEMENT_KIND_RESERVE, item, hale, 1,
           "copy 1 of 2 of “Benchmark” is reserved "
           "for Ferris");
  refuses (store, QH_MOVEMENT_KIND_DELIVER, item, hale, 1, "reserved for Ferris");
  refuses (store, QH_MOVEMENT_KIND_RELEASE, item, hale, 1, "nothing of");
  refuses (store, QH_MOVEMENT_KIND_RETURN, item, ferris, 1, "has nothing");
  moves (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, NULL);
  refuses (store, QH_MOVEMENT_KIND_RELEASE, item, ferris, 1, "nothing of");
  hands_on (store, item);
  refuses (store, QH_MOVEMENT_KIND_RESERVE, item, hale, 2, "copy 2 of 2 of “Benchmark” is not in");
  refuses (store, QH_MOVEMENT_KIND_RESERVE, item, hale, QH_NONE,
           "none of 2 copies is available (0 reserved, 1 given, 1 handed on)");
  stands (store, item, "0 0 1 1");
}

static void
test_per_client (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhContent) item = fixture_content (store, "Benchmark", 5, 2);

  moves (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, NULL);
  moves (store, QH_MOVEMENT_KIND_RESERVE, item, ferris, NULL);
  refuses (store, QH_MOVEMENT_KIND_RESERVE, item, ferris, QH_NONE, "Ferris has 2");
  moves (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, NULL);
  refuses (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, QH_NONE, "Ferris has 2");
  moves (store, QH_MOVEMENT_KIND_RETURN, item, ferris, NULL);
  moves (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, NULL);
  stands (store, item, "3 0 2 0");
}

/* Without an edition there are no numbers, and no end. */
static void
test_unlimited (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhClient) hale = fixture_client (store, "Hale");
  g_autoptr (QhContent) item = fixture_content (store, "Leaflet", QH_NONE, 2);
  g_autoptr (QhRecord) two = new_line (QH_MOVEMENT_KIND_DELIVER, item, hale, NULL);

  g_assert_cmpint (moves (store, QH_MOVEMENT_KIND_RESERVE, item, ferris, NULL), ==, QH_NONE);
  stands (store, item, "- 1 0 0");
  moves (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, NULL);
  stands (store, item, "- 0 1 0");
  moves (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, NULL);
  refuses (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, QH_NONE, "Ferris has 2");
  refuses (store, QH_MOVEMENT_KIND_DELIVER, item, hale, 1, "not a limited edition");
  refuses (store, QH_MOVEMENT_KIND_RELEASE, item, ferris, QH_NONE, "nothing of");
  qh_record_set_int (two, "copies", 2);
  fixture_ok (qh_store_save (store, two, &error));
  moves (store, QH_MOVEMENT_KIND_RETURN, item, hale, NULL);
  stands (store, item, "- 0 3 0");
  refuses (store, QH_MOVEMENT_KIND_RELEASE, item, hale, QH_NONE, "nothing of");
  moves (store, QH_MOVEMENT_KIND_RETURN, item, hale, NULL);
  refuses (store, QH_MOVEMENT_KIND_RETURN, item, hale, QH_NONE, "Hale has nothing");
}

/* --- The edition */

static void
set_edition (QhStore *store, QhContent *content, gint64 edition, gboolean ok)
{
  qh_record_set_int ((QhRecord *)content, "edition", edition);
  if (ok) {
    fixture_ok (qh_store_save (store, (QhRecord *)content, &error));
    return;
  }
  fixture_fails (qh_store_save (store, (QhRecord *)content, &error), QH_ERROR_REFUSED);
}

static void
test_edition (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhContent) item = fixture_content (store, "Benchmark", 5, 3);
  g_autofree char *lines = NULL;

  moves (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, NULL);
  moves (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, NULL);
  set_edition (store, item, 1, FALSE);
  set_edition (store, item, QH_NONE, FALSE);
  set_edition (store, item, 2, TRUE);
  stands (store, item, "0 0 2 0");
  set_edition (store, item, 4, TRUE);
  stands (store, item, "2 0 2 0");
  lines = fixture_ask (qh_store_get_db (store),
                       "SELECT group_concat (copies, ' ') FROM movement WHERE kind = 'adjust'");
  g_assert_cmpstr (lines, ==, "-3 2");
  fixture_ok (qh_store_undo (store, NULL, &error));
  stands (store, item, "0 0 2 0");
  g_assert_cmpint (item->edition, ==, 2);
  fixture_ok (qh_store_undo (store, NULL, &error));
  stands (store, item, "3 0 2 0");
}

/* An adjustment that is added as a line changes the edition. */
static void
test_adjust (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhContent) item = fixture_content (store, "Benchmark", 3, 1);
  g_autoptr (QhContent) leaflet = fixture_content (store, "Leaflet", QH_NONE, 1);
  g_autoptr (QhRecord) line = new_line (QH_MOVEMENT_KIND_ADJUST, item, NULL, NULL);

  qh_record_set_int (line, "copies", -2);
  fixture_fails (qh_store_save (store, line, &error), QH_ERROR_INVALID);
  qh_record_set_string (line, "reason", "two were spoilt");
  fixture_ok (qh_store_save (store, line, &error));
  g_assert_cmpint (item->edition, ==, 1);
  stands (store, item, "1 0 0 0");
  moves (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, NULL);

  g_autoptr (QhRecord) more = new_line (QH_MOVEMENT_KIND_ADJUST, item, NULL, NULL);
  qh_record_set_string (more, "reason", "none left");
  qh_record_set_int (more, "copies", -1);
  g_assert_false (qh_store_save (store, more, NULL));
  qh_record_set_int (more, "copies", 0);
  fixture_fails (qh_store_save (store, more, &error), QH_ERROR_INVALID);
  g_autoptr (QhRecord) none = new_line (QH_MOVEMENT_KIND_ADJUST, leaflet, NULL, NULL);
  qh_record_set_string (none, "reason", "why");
  fixture_fails (qh_store_save (store, none, &error), QH_ERROR_REFUSED);
  stands (store, item, "0 0 1 0");
}

/* What went out without numbers must be back before there can be any. */
static void
test_unnumbered (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhContent) item = fixture_content (store, "Leaflet", QH_NONE, 2);

  moves (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, NULL);
  set_edition (store, item, 5, FALSE);
  moves (store, QH_MOVEMENT_KIND_RETURN, item, ferris, NULL);
  set_edition (store, item, 5, TRUE);
  g_assert_cmpint (moves (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, NULL), ==, 1);
  stands (store, item, "4 0 1 0");
}

/* --- Plans let go */

static void
test_cancelled (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhMeeting) meeting = fixture_meeting (store, ferris);
  g_autoptr (QhContent) item = fixture_content (store, "Benchmark", 2, 1);
  g_autoptr (QhContent) leaflet = fixture_content (store, "Leaflet", QH_NONE, 1);

  moves (store, QH_MOVEMENT_KIND_RESERVE, item, NULL, meeting);
  moves (store, QH_MOVEMENT_KIND_RESERVE, leaflet, NULL, meeting);
  qh_record_set_int ((QhRecord *)meeting, "status", QH_MEETING_STATUS_CANCELLED);
  fixture_ok (qh_store_save (store, (QhRecord *)meeting, &error));
  stands (store, item, "2 0 0 0");
  stands (store, leaflet, "- 0 0 0");
  fixture_ok (qh_store_undo (store, NULL, &error));
  stands (store, item, "1 1 0 0");
  stands (store, leaflet, "- 1 0 0");
  fixture_ok (qh_store_redo (store, NULL, &error));
  stands (store, item, "2 0 0 0");
}

static void
test_segment_goes (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhMeeting) meeting = fixture_meeting (store, ferris);
  g_autoptr (QhContent) item = fixture_content (store, "Benchmark", 2, 1);
  g_autoptr (QhPlan) plan = qh_plan_new (meeting);

  for (guint i = 0; i < 2; i++) {
    g_autoptr (QhSegment) segment = qh_segment_new ();
    qh_record_set_int ((QhRecord *)segment, "kind", QH_SEGMENT_KIND_EDUCATE);
    qh_record_set_string ((QhRecord *)segment, "title", "Show it");
    qh_plan_insert (plan, segment, i);
  }
  QhRecord *first = (QhRecord *)qh_plan_segment (plan, 0);
  QhRecord *second = (QhRecord *)qh_plan_segment (plan, 1);
  qh_record_set_string (first, "content", ((QhRecord *)item)->id);
  fixture_ok (qh_store_save_plan (store, plan, "Plan", &error));
  stands (store, item, "1 1 0 0");

  /* To another segment of the plan: the reservation stays. */
  qh_record_set_string (first, "content", NULL);
  qh_record_set_string (second, "content", ((QhRecord *)item)->id);
  fixture_ok (qh_store_save_plan (store, plan, "Move", &error));
  stands (store, item, "1 1 0 0");
  qh_plan_remove (plan, qh_plan_segment (plan, 1));
  fixture_ok (qh_store_save_plan (store, plan, "Remove", &error));
  stands (store, item, "2 0 0 0");
  fixture_ok (qh_store_undo (store, NULL, &error));
  stands (store, item, "1 1 0 0");
  fixture_ok (qh_store_redo (store, NULL, &error));
  stands (store, item, "2 0 0 0");
}

/* --- Undo and redo */

static void
test_undo (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhContent) item = fixture_content (store, "Benchmark", 3, 1);

  moves (store, QH_MOVEMENT_KIND_RESERVE, item, ferris, NULL);
  moves (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, NULL);
  moves (store, QH_MOVEMENT_KIND_RETURN, item, ferris, NULL);
  fixture_ok (qh_store_undo (store, NULL, &error));
  stands (store, item, "2 0 1 0");
  /* The reservation that was used up is there again. */
  fixture_ok (qh_store_undo (store, NULL, &error));
  stands (store, item, "2 1 0 0");
  fixture_ok (qh_store_undo (store, NULL, &error));
  stands (store, item, "3 0 0 0");
  for (guint i = 0; i < 3; i++)
    fixture_ok (qh_store_redo (store, NULL, &error));
  stands (store, item, "3 0 0 0");
  g_assert_cmpint (count_lines (store), ==, 3 + 4 + 3);
}

/* A copy is held again for the meeting it was held for, with what was said of it. */
static void
test_undo_remembers (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhMeeting) meeting = fixture_meeting (store, ferris);
  g_autoptr (QhContent) item = fixture_content (store, "Benchmark", 2, 1);
  const char *held = "SELECT count (*) FROM holding WHERE state = ?1 AND meeting = ?2";
  const char *id = ((QhRecord *)meeting)->id;

  moves (store, QH_MOVEMENT_KIND_RESERVE, item, NULL, meeting);
  for (int kind = QH_MOVEMENT_KIND_DELIVER; kind <= QH_MOVEMENT_KIND_RELEASE; kind++) {
    moves (store, kind, item, ferris, NULL);
    fixture_ok (qh_store_undo (store, NULL, &error));
    g_assert_cmpint (qh_store_count (store, held, (const char *[]){ "reserved", id, NULL }), ==, 1);
  }
  g_autoptr (QhRecord) line = new_line (QH_MOVEMENT_KIND_DELIVER, item, NULL, meeting);
  qh_record_set_int (line, "reaction", 4);
  fixture_ok (qh_store_save (store, line, &error));
  moves (store, QH_MOVEMENT_KIND_RETURN, item, ferris, NULL);
  fixture_ok (qh_store_undo (store, NULL, &error));
  g_assert_cmpint (qh_store_count (store, held, (const char *[]){ "delivered", id, NULL }), ==, 1);
  g_assert_cmpint (qh_store_count (store,
                                   "SELECT reaction FROM holding"
                                   "  JOIN movement ON movement.id = holding.movement",
                                   NULL),
                   ==, 4);
  fixture_verify (qh_store_get_db (store));
}

/* Undo is refused, with the holder's name, when the copy has gone elsewhere meanwhile. */
static void
test_gone_elsewhere (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhClient) hale = fixture_client (store, "Hale");
  g_autoptr (QhContent) item = fixture_content (store, "Benchmark", 1, 1);
  g_autoptr (GError) refusal = NULL;

  moves (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, NULL);
  moves (store, QH_MOVEMENT_KIND_RETURN, item, ferris, NULL);
  /* By another hand, outside the undo list. */
  fixture_ok (qh_store_begin (store, NULL, &error));
  moves (store, QH_MOVEMENT_KIND_DELIVER, item, hale, NULL);
  fixture_ok (qh_store_commit (store, &error));
  g_autofree char *before = fixture_dump (qh_store_get_db (store), TRUE);
  g_autofree char *after = NULL;
  g_assert_false (qh_store_undo (store, NULL, &refusal));
  g_assert_error (refusal, QH_ERROR, QH_ERROR_REFUSED);
  g_assert_nonnull (strstr (refusal->message, "is with Hale"));
  after = fixture_dump (qh_store_get_db (store), TRUE);
  g_assert_cmpstr (before, ==, after);
}

/* All in one change: client, item, meeting, reservation, delivery; taken back, the item goes with
 * its ledger, and comes again with it. */
static void
test_undo_all (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autofree char *before = fixture_dump (qh_store_get_db (store), TRUE);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  fixture_ok (qh_store_begin (store, "All", &error));
  {
    g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
    g_autoptr (QhMeeting) meeting = fixture_meeting (store, ferris);
    g_autoptr (QhContent) item = fixture_content (store, "Benchmark", 1, 2);
    g_autoptr (QhContent) leaflet = fixture_content (store, "Leaflet", QH_NONE, 2);
    moves (store, QH_MOVEMENT_KIND_RESERVE, item, NULL, meeting);
    moves (store, QH_MOVEMENT_KIND_DELIVER, item, NULL, meeting);
    set_edition (store, item, 3, TRUE);
    moves (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, NULL);
    moves (store, QH_MOVEMENT_KIND_RESERVE, leaflet, NULL, meeting);
    moves (store, QH_MOVEMENT_KIND_DELIVER, leaflet, NULL, meeting);
  }
  fixture_ok (qh_store_commit (store, &error));
  after = fixture_dump (qh_store_get_db (store), TRUE);
  for (guint i = 0; i < 3; i++) {
    fixture_ok (qh_store_undo (store, NULL, &error));
    undone = fixture_dump (qh_store_get_db (store), TRUE);
    g_assert_cmpstr (undone, ==, before);
    fixture_verify (qh_store_get_db (store));
    fixture_ok (qh_store_redo (store, NULL, &error));
    redone = fixture_dump (qh_store_get_db (store), TRUE);
    g_assert_cmpstr (redone, ==, after);
    fixture_verify (qh_store_get_db (store));
    g_clear_pointer (&undone, g_free);
    g_clear_pointer (&redone, g_free);
  }
}

/* --- Raw SQL, by any program */

static const struct {
  const char *sql; /* 1: the item, 2: the client, 3: another client; a free id is 9 */
  gboolean lawful;
} attempts[] = {
  { "INSERT INTO movement SELECT ?9, created, modified, author, content, kind, client, contact,"
    "  meeting, copies, number, at, reason, reaction, opened, transfer FROM movement LIMIT 1",
    FALSE },
  { "INSERT OR REPLACE INTO movement SELECT * FROM movement", FALSE },
  { "UPDATE movement SET copies = 2", FALSE },
  { "UPDATE movement SET number = 2", FALSE },
  { "UPDATE movement SET kind = 'release'", FALSE },
  { "UPDATE movement SET at = at + 1", FALSE },
  { "UPDATE movement SET content = content, reason = 'x'", FALSE },
  { "UPDATE movement SET rowid = rowid + 1", FALSE },
  { "UPDATE movement SET client = ?3", FALSE },
  { "UPDATE OR REPLACE movement SET id = ?9", FALSE },
  { "UPDATE movement SET client = NULL", TRUE },
  { "UPDATE movement SET client = NULL; UPDATE movement SET client = ?2", TRUE },
  { "UPDATE movement SET client = NULL; UPDATE movement SET client = ?3", FALSE },
  { "UPDATE movement SET meeting = NULL, contact = NULL", TRUE },
  { "DELETE FROM movement", FALSE },
  { "DELETE FROM holding", FALSE },
  { "UPDATE holding SET client = ?3", FALSE },
  { "UPDATE holding SET number = 2", FALSE },
  { "UPDATE holding SET state = 'away'", FALSE },
  { "INSERT INTO holding SELECT content, 2, state, client, meeting, movement FROM holding", FALSE },
  { "INSERT OR REPLACE INTO holding SELECT content, number, 'away', client, meeting, movement"
    "  FROM holding",
    FALSE },
  { "UPDATE content SET edition = 0", FALSE },
  { "UPDATE content SET edition = NULL", FALSE },
  { "UPDATE content SET edition = 1", TRUE },
  { "UPDATE content SET edition = 7", TRUE },
  { "INSERT OR REPLACE INTO content SELECT * FROM content", FALSE },
  { "DELETE FROM content", FALSE },
  { "DELETE FROM client WHERE id = ?2", FALSE },
  { "UPDATE client SET id = ?9 WHERE id = ?2", FALSE },
};

static int
attempt (sqlite3 *db, const char *sql, const char *const *ids)
{
  g_autoptr (GString) text = g_string_new (sql);
  int code;

  for (guint i = 0; i < 3; i++) {
    g_autofree char *mark = g_strdup_printf ("?%u", i + 1);
    g_autofree char *quoted = g_strdup_printf ("'%s'", ids[i]);
    g_string_replace (text, mark, quoted, 0);
  }
  g_string_replace (text, "?9", "'01a200cd-c0a1-7000-97c0-61f987586dff'", 0);
  sqlite3_exec (db, "SAVEPOINT attempt", NULL, NULL, NULL);
  code = sqlite3_exec (db, text->str, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_exec (db, "SELECT 1", NULL, NULL, NULL);
  sqlite3_exec (db, "ROLLBACK TO attempt; RELEASE attempt", NULL, NULL, NULL);
  return code & 0xff;
}

/* As our own connections are set, and as another program's is. */
static void
test_raw (void)
{
  static const char *const settings[] = { "PRAGMA recursive_triggers = 1",
                                          "PRAGMA recursive_triggers = 0" };
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhClient) hale = fixture_client (store, "Hale");
  g_autoptr (QhContent) item = fixture_content (store, "Benchmark", 3, 1);
  const char *ids[] = { ((QhRecord *)item)->id, ((QhRecord *)ferris)->id, ((QhRecord *)hale)->id };
  sqlite3 *db = qh_store_get_db (store);

  moves (store, QH_MOVEMENT_KIND_DELIVER, item, ferris, NULL);
  for (guint k = 0; k < G_N_ELEMENTS (settings); k++) {
    g_assert_cmpint (sqlite3_exec (db, settings[k], NULL, NULL, NULL), ==, SQLITE_OK);
    for (guint i = 0; i < G_N_ELEMENTS (attempts); i++) {
      int code = attempt (db, attempts[i].sql, ids);
      if ((code == SQLITE_OK) != attempts[i].lawful)
        g_error ("%s: %d, %s", attempts[i].sql, code, sqlite3_errmsg (db));
      stands (store, item, "2 0 1 0");
    }
  }
}

/* Lines of the ledger are never edited through the store either. */
static void
test_edit (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris");
  g_autoptr (QhContent) item = fixture_content (store, "Benchmark", 3, 1);
  g_autoptr (QhRecord) line = new_line (QH_MOVEMENT_KIND_DELIVER, item, ferris, NULL);

  fixture_ok (qh_store_save (store, line, &error));
  fixture_ok (qh_store_save (store, line, &error));
  qh_record_set_string (line, "reason", "another");
  fixture_fails (qh_store_save (store, line, &error), QH_ERROR_REFUSED);
  g_assert_cmpint (count_lines (store), ==, 1);
}

/* --- Whatever happens */

#define N_CLIENTS 4
#define N_ITEMS 5
#define N_MEETINGS 4
#define N_STEPS 1500

typedef struct {
  QhStore *store;
  QhClient *clients[N_CLIENTS];
  QhContent *items[N_ITEMS];
  QhMeeting *meetings[N_MEETINGS];
  GString *lines; /* every line so far, as it was appended */
} World;

/* The lines in their order, without whom they concern. */
static char *
read_lines (QhStore *store)
{
  return fixture_ask (qh_store_get_db (store),
                      "SELECT group_concat (id || kind || content || copies ||"
                      "  coalesce (number, '-') || at || coalesce (reason, ''), char (10))"
                      "  FROM (SELECT * FROM movement ORDER BY rowid)");
}

/* What the copies' places should be, from nothing but the lines. */
static char *
reckon (QhStore *store)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *statement =
      qh_store_prepare (store, "SELECT content || ' ' || number, kind, client FROM movement"
                               "  WHERE number IS NOT NULL ORDER BY rowid");
  g_autoptr (GList) keys = NULL;
  GString *text = g_string_new (NULL);

  while (sqlite3_step (statement) == SQLITE_ROW) {
    const char *copy = (const char *)sqlite3_column_text (statement, 0);
    const char *kind = (const char *)sqlite3_column_text (statement, 1);
    const char *client = (const char *)sqlite3_column_text (statement, 2);
    if (g_str_equal (kind, "release") || g_str_equal (kind, "return") ||
        g_str_equal (kind, "transfer_in"))
      g_assert_true (g_hash_table_remove (places, copy));
    else
      g_hash_table_insert (places, g_strdup (copy),
                           g_strdup_printf ("%.8s %s", kind, client != NULL ? client : "-"));
  }
  sqlite3_reset (statement);
  keys = g_list_sort (g_hash_table_get_keys (places), (GCompareFunc)g_strcmp0);
  for (GList *key = keys; key != NULL; key = key->next)
    g_string_append_printf (text, "%s %s\n", (char *)key->data,
                            (char *)g_hash_table_lookup (places, key->data));
  return g_string_free (text, FALSE);
}

static void
check_world (World *world)
{
  sqlite3 *db = qh_store_get_db (world->store);
  g_autofree char *lines = read_lines (world->store);
  g_autofree char *reckoned = reckon (world->store);
  g_autofree char *held = fixture_ask (
      db, "SELECT coalesce (group_concat (content || ' ' || number || ' ' ||"
          "  CASE state WHEN 'reserved' THEN 'reserve' WHEN 'delivered' THEN 'deliver'"
          "    ELSE 'transfer' END || ' ' || coalesce (client, '-') || char (10), ''), '')"
          "  FROM (SELECT * FROM holding ORDER BY content || ' ' || number)");
  g_autofree char *broken = fixture_ask (
      db, "SELECT (SELECT count (*) FROM ledger WHERE edition <> available + reserved + delivered"
          "    + away OR available < 0 OR reserved < 0 OR delivered < 0)"
          "  + (SELECT count (*) FROM holding JOIN content ON content.id = content"
          "    WHERE number > edition OR edition IS NULL)"
          "  + (SELECT count (*) FROM (SELECT count (*) AS n, per_client FROM holding"
          "    JOIN content ON content.id = content WHERE client IS NOT NULL AND state <> 'away'"
          "    GROUP BY content, client) WHERE n > per_client)");

  g_assert_cmpstr (reckoned, ==, held);
  g_assert_cmpstr (broken, ==, "0");
  /* Nothing that was written before has changed. */
  if (lines != NULL) {
    g_assert_true (g_str_has_prefix (lines, world->lines->str));
    g_string_assign (world->lines, lines);
  }
}

static void
try_line (World *world)
{
  int kind = g_test_rand_int_range (QH_MOVEMENT_KIND_RESERVE, QH_MOVEMENT_KIND_TRANSFER_IN + 1);
  gboolean transfers = kind >= QH_MOVEMENT_KIND_TRANSFER_OUT;
  QhContent *item = world->items[g_test_rand_int_range (0, N_ITEMS)];
  QhClient *client = world->clients[g_test_rand_int_range (0, N_CLIENTS)];
  QhMeeting *meeting = world->meetings[g_test_rand_int_range (0, N_MEETINGS)];
  g_autoptr (QhRecord) line = new_line (kind, item, transfers ? NULL : client,
                                        g_test_rand_bit () && !transfers ? meeting : NULL);
  g_autoptr (GError) refusal = NULL;

  if (kind == QH_MOVEMENT_KIND_ADJUST) {
    qh_record_set_int (line, "copies", g_test_rand_int_range (-2, 3));
    qh_record_set_string (line, "reason", "counted again");
    qh_record_set_string (line, "client", NULL);
  } else if (g_test_rand_int_range (0, 4) == 0) {
    qh_record_set_int (line, "number", g_test_rand_int_range (1, 6));
  }
  if (!qh_store_save (world->store, line, &refusal))
    g_assert_true (g_error_matches (refusal, QH_ERROR, QH_ERROR_REFUSED) ||
                   g_error_matches (refusal, QH_ERROR, QH_ERROR_INVALID));
}

/* A line that was made up, straight into the table. */
static void
try_raw (World *world)
{
  static const char *const kinds[] = { "reserve", "deliver",      "release",
                                       "return",  "transfer_out", "transfer_in" };
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *number = g_strdup_printf ("%d", g_test_rand_int_range (0, 7));
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO movement (id, created, modified, at, content, client, kind, copies, number)"
      "  VALUES ('%s', 0, 0, 0, '%s', '%s', '%s', %d, %s)",
      id, ((QhRecord *)world->items[g_test_rand_int_range (0, N_ITEMS)])->id,
      ((QhRecord *)world->clients[g_test_rand_int_range (0, N_CLIENTS)])->id,
      kinds[g_test_rand_int_range (0, G_N_ELEMENTS (kinds))], g_test_rand_int_range (-1, 3),
      g_test_rand_int_range (0, 5) == 0 ? "NULL" : number);
  int code = sqlite3_exec (qh_store_get_db (world->store), sql, NULL, NULL, NULL);

  g_assert_true (code == SQLITE_OK || (code & 0xff) == SQLITE_CONSTRAINT);
}

static void
try_record (World *world)
{
  QhRecord *meeting = (QhRecord *)world->meetings[g_test_rand_int_range (0, N_MEETINGS)];
  QhRecord *item = (QhRecord *)world->items[g_test_rand_int_range (0, N_ITEMS)];

  if (g_test_rand_bit ()) {
    qh_record_set_int (meeting, "status",
                       g_test_rand_bit () ? QH_MEETING_STATUS_CANCELLED : QH_MEETING_STATUS_DRAFT);
    fixture_ok (qh_store_save (world->store, meeting, &error));
    return;
  }
  gint64 before = ((QhContent *)item)->edition;
  qh_record_set_int (item, "edition",
                     g_test_rand_int_range (0, 5) == 0 ? QH_NONE : g_test_rand_int_range (1, 6));
  if (!qh_store_save (world->store, item, NULL))
    qh_record_set_int (item, "edition", before);
}

static void
try_undo (World *world)
{
  g_autoptr (GError) refusal = NULL;
  gboolean ok = g_test_rand_bit () ? qh_store_undo (world->store, NULL, &refusal)
                                   : qh_store_redo (world->store, NULL, &refusal);

  if (!ok)
    g_assert_error (refusal, QH_ERROR, QH_ERROR_REFUSED);
}

/* The clients and items are there to stay, beneath the undo list. */
static void
make_world (World *world)
{
  fixture_ok (qh_store_begin (world->store, NULL, &error));
  for (guint i = 0; i < N_CLIENTS; i++)
    world->clients[i] = fixture_client (world->store, "Client");
  for (guint i = 0; i < N_ITEMS; i++)
    world->items[i] =
        fixture_content (world->store, "Item", i == 0 ? QH_NONE : (gint64)i, 1 + i % 2);
  for (guint i = 0; i < N_MEETINGS; i++)
    world->meetings[i] = fixture_meeting (world->store, world->clients[i]);
  fixture_ok (qh_store_commit (world->store, &error));
}

static void
test_whatever (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  World world = { store, .lines = g_string_new (NULL) };

  make_world (&world);
  for (guint i = 0; i < N_STEPS; i++) {
    int dice = g_test_rand_int_range (0, 20);
    if (dice < 9)
      try_line (&world);
    else if (dice < 12)
      try_raw (&world);
    else if (dice < 14)
      try_record (&world);
    else
      try_undo (&world);
    check_world (&world);
  }
  g_assert_cmpint (count_lines (store), >, N_STEPS / 20);
  fixture_verify (qh_store_get_db (store));
  g_string_free (world.lines, TRUE);
  for (guint i = 0; i < N_CLIENTS; i++)
    g_object_unref (world.clients[i]);
  for (guint i = 0; i < N_ITEMS; i++)
    g_object_unref (world.items[i]);
  for (guint i = 0; i < N_MEETINGS; i++)
    g_object_unref (world.meetings[i]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/ledger/kinds", test_kinds);
  g_test_add_func ("/store/ledger/refusals", test_refusals);
  g_test_add_func ("/store/ledger/per-client", test_per_client);
  g_test_add_func ("/store/ledger/unlimited", test_unlimited);
  g_test_add_func ("/store/ledger/edition", test_edition);
  g_test_add_func ("/store/ledger/adjust", test_adjust);
  g_test_add_func ("/store/ledger/unnumbered", test_unnumbered);
  g_test_add_func ("/store/ledger/cancelled", test_cancelled);
  g_test_add_func ("/store/ledger/segment-goes", test_segment_goes);
  g_test_add_func ("/store/ledger/undo", test_undo);
  g_test_add_func ("/store/ledger/undo-remembers", test_undo_remembers);
  g_test_add_func ("/store/ledger/gone-elsewhere", test_gone_elsewhere);
  g_test_add_func ("/store/ledger/undo-all", test_undo_all);
  g_test_add_func ("/store/ledger/raw", test_raw);
  g_test_add_func ("/store/ledger/edit", test_edit);
  g_test_add_func ("/store/ledger/whatever", test_whatever);
  return g_test_run ();
}
