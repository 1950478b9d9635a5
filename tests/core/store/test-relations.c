/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting what others refer to: what blocks, what dies with it, what goes along, what stays; and
 * all of it back by one undo. */
#include "fixture.h"
#include "model/qh-transfer.h"
#include "store/qh-sqlite.h"
#include <string.h>

static gint64
count (QhStore *store, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);

  return qh_store_count (store, sql, NULL);
}

static void
save_with (QhStore *store, QhRecord *record, const char *field, const char *value)
{
  qh_record_set_string (record, field, value);
  fixture_ok (qh_store_save (store, record, &error));
}

/* A record of @entity in which @field refers to @target, and everything else to others. */
static QhRecord *
refer (QhStore *store, const QhEntity *entity, const char *field, QhRecord *target)
{
  QhRecord *record = fixture_record (store, entity);

  save_with (store, record, field, target->id);
  return record;
}

/* --- Every reference, from the tables */

/* What is to happen to the record that refers, when the one referred to is deleted. */
typedef enum { BLOCKS, DIES, IS_CUT } Fate;

static const struct {
  const char *entity;
  const char *field;
  Fate fate;
} fates[] = {
  { "segment", "meeting", DIES },          { "attendee", "meeting", DIES },
  { "finding_accepted", "meeting", DIES }, { "finding_accepted", "segment", DIES },
  { "export", "meeting", DIES },           { "comment", "review", DIES },
  { "comment", "segment", IS_CUT },        { "friction_client", "friction", DIES },
  { "movement", "meeting", IS_CUT },       { "movement", "contact", IS_CUT },
};

static Fate
fate_of (const QhEntity *entity, const QhField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (fates); i++)
    if (g_str_equal (fates[i].entity, entity->name) && g_str_equal (fates[i].field, field->name))
      return fates[i].fate;
  return BLOCKS;
}

static void
undo_to (QhStore *store, const char *before)
{
  g_autofree char *after = fixture_dump (qh_store_get_db (store), FALSE);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  fixture_ok (qh_store_undo (store, NULL, &error));
  undone = fixture_dump (qh_store_get_db (store), FALSE);
  g_assert_cmpstr (undone, ==, before);
  fixture_ok (qh_store_redo (store, NULL, &error));
  redone = fixture_dump (qh_store_get_db (store), FALSE);
  g_assert_cmpstr (redone, ==, after);
  fixture_ok (qh_store_undo (store, NULL, &error));
}

static void
check_fate (QhStore *store, QhRecord *record, const QhField *field, QhRecord *target)
{
  Fate fate = fate_of (qh_record_get_entity (record), field);
  g_autofree char *before = fixture_dump (qh_store_get_db (store), FALSE);
  g_autofree char *dependants = qh_store_describe_dependants (store, target);
  g_autofree char *raw =
      g_strdup_printf ("SAVEPOINT t; DELETE FROM %s WHERE id = '%s'", field->target, target->id);
  int code = sqlite3_exec (qh_store_get_db (store), raw, NULL, NULL, NULL);

  /* The database says the same as the store. */
  sqlite3_exec (qh_store_get_db (store), "ROLLBACK TO t; RELEASE t", NULL, NULL, NULL);
  g_assert_cmpint (code & 0xff, ==, fate == BLOCKS ? SQLITE_CONSTRAINT : SQLITE_OK);
  if (fate == BLOCKS) {
    g_assert_nonnull (dependants);
    fixture_fails (qh_store_delete (store, target, &error), QH_ERROR_REFUSED);
    return;
  }
  g_assert_null (dependants);
  fixture_ok (qh_store_delete (store, target, &error));
  if (fate == DIES)
    fixture_fails (qh_store_find (store, record->id, &error), QH_ERROR_NOT_FOUND);
  else
    g_assert_true (qh_record_is_none (record, field));
  undo_to (store, before);
  g_assert_false (qh_record_is_none (record, field));
}

static void
test_reference (gconstpointer data)
{
  const QhEntity *entity = data;

  for (guint i = 0; i < entity->n_fields; i++) {
    const QhField *field = &entity->fields[i];
    if (field->kind != QH_KIND_REFERENCE)
      continue;
    g_autoptr (QhStore) store = fixture_store ();
    g_autoptr (QhRecord) target = fixture_saved (store, qh_entity_find (field->target));
    g_autoptr (QhRecord) record = refer (store, entity, field->name, target);
    check_fate (store, record, field, target);
    fixture_verify (qh_store_get_db (store));
  }
}

/* A line of it, or a plan, which reserves. */
static gboolean
writes_ledger (const QhEntity *entity)
{
  return entity == &qh_movement_entity || entity == &qh_segment_entity;
}

/* With all that belongs to it, anything goes, but an item with a ledger; and all comes back. */
static void
test_delete_all (gconstpointer data)
{
  const QhEntity *target_entity = data;
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhRecord) target = fixture_saved (store, target_entity);
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < entities[i]->n_fields; k++) {
      const QhField *field = &entities[i]->fields[k];
      if (field->kind == QH_KIND_REFERENCE && g_str_equal (field->target, target_entity->name) &&
          !(target_entity == &qh_content_entity && writes_ledger (entities[i]))) {
        g_autoptr (QhRecord) record = refer (store, entities[i], field->name, target);
      }
    }
  g_autofree char *before = fixture_dump (qh_store_get_db (store), FALSE);
  gint64 lines = count (store, "movement");
  fixture_ok (qh_store_delete_all (store, target, &error));
  fixture_verify (qh_store_get_db (store));
  fixture_fails (qh_store_find (store, target->id, &error), QH_ERROR_NOT_FOUND);
  g_assert_cmpint (count (store, "movement"), >=, lines);
  undo_to (store, before);
  fixture_verify (qh_store_get_db (store));
}

/* What has left the house is not forgotten. */
static void
test_transfer (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhRecord) transfer = fixture_saved (store, &qh_transfer_entity);

  fixture_fails (qh_store_delete (store, transfer, &error), QH_ERROR_REFUSED);
  fixture_fails (qh_store_delete_all (store, transfer, &error), QH_ERROR_REFUSED);
  g_assert_cmpint (count (store, "transfer"), ==, 1);
}

/* --- In words */

static void
test_words (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  QhRecord *record = (QhRecord *)client;
  g_autoptr (QhMeeting) one = fixture_meeting (store, client);
  g_autoptr (QhMeeting) two = fixture_meeting (store, client);
  g_autoptr (QhMeeting) three = fixture_meeting (store, client);
  g_autoptr (QhRecord) contact = qh_record_new (&qh_contact_entity);
  g_autofree char *dependants = NULL;
  GError *refusal = NULL;

  qh_record_set_string (contact, "name", "Ann");
  save_with (store, contact, "client", record->id);
  dependants = qh_store_describe_dependants (store, record);
  g_assert_cmpstr (dependants, ==, "1 contact, 3 meetings");
  g_assert_false (qh_store_delete (store, record, &refusal));
  g_assert_error (refusal, QH_ERROR, QH_ERROR_REFUSED);
  g_assert_nonnull (strstr (refusal->message, "Ferris"));
  g_assert_nonnull (strstr (refusal->message, "1 contact, 3 meetings"));
  g_error_free (refusal);
}

static void
test_never_saved (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = qh_client_new ();

  fixture_fails (qh_store_delete (store, (QhRecord *)client, &error), QH_ERROR_NOT_FOUND);
  fixture_fails (qh_store_delete_all (store, (QhRecord *)client, &error), QH_ERROR_NOT_FOUND);
  g_assert_null (qh_store_describe_dependants (store, (QhRecord *)client));
}

/* Words that were said in a meeting outlive it: they are the client's. */
static void
test_words_stay (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhRecord) remark = fixture_saved (store, &qh_remark_entity);
  QhRemark *said = (QhRemark *)remark;
  g_autoptr (QhRecord) meeting = qh_store_get (store, &qh_meeting_entity, said->meeting, NULL);
  gint64 modified = remark->modified;

  fixture_ok (qh_store_delete_all (store, meeting, &error));
  g_assert_null (said->meeting);
  g_assert_cmpint (remark->modified, >, modified);
  fixture_ok (qh_store_undo (store, NULL, &error));
  g_assert_cmpstr (said->meeting, ==, meeting->id);
  g_assert_cmpint (remark->modified, ==, modified);
}

/* --- The ledger's lines stay */

static QhRecord *
move_copy (QhStore *store, int kind, QhContent *content, QhClient *client, QhMeeting *meeting)
{
  QhRecord *line = qh_record_new (&qh_movement_entity);

  qh_record_set_int (line, "kind", kind);
  qh_record_set_string (line, "content", ((QhRecord *)content)->id);
  qh_record_set_string (line, "client", ((QhRecord *)client)->id);
  qh_record_set_string (line, "meeting", meeting != NULL ? ((QhRecord *)meeting)->id : NULL);
  fixture_ok (qh_store_save (store, line, &error));
  return line;
}

static void
test_ledger_stays (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (QhMeeting) meeting = fixture_meeting (store, client);
  g_autoptr (QhContent) given = fixture_content (store, "Given", 3, 1);
  g_autoptr (QhContent) planned = fixture_content (store, "Planned", 3, 1);
  g_autoptr (QhRecord) delivery = move_copy (store, QH_MOVEMENT_KIND_DELIVER, given, client, NULL);
  g_autoptr (QhRecord) reservation =
      move_copy (store, QH_MOVEMENT_KIND_RESERVE, planned, client, meeting);
  g_autofree char *before = fixture_dump (qh_store_get_db (store), FALSE);
  g_autofree char *state = NULL;
  g_autofree char *deleted_state = NULL;

  g_assert_cmpint (count (store, "movement"), ==, 2);
  fixture_fails (qh_store_delete (store, delivery, &error), QH_ERROR_REFUSED);
  fixture_fails (qh_store_delete_all (store, delivery, &error), QH_ERROR_REFUSED);
  fixture_fails (qh_store_delete (store, (QhRecord *)given, &error), QH_ERROR_REFUSED);
  fixture_fails (qh_store_delete_all (store, (QhRecord *)given, &error), QH_ERROR_REFUSED);
  fixture_fails (qh_store_delete (store, (QhRecord *)client, &error), QH_ERROR_REFUSED);

  /* What was given stays given, what was reserved is free again. */
  fixture_ok (qh_store_delete_all (store, (QhRecord *)client, &error));
  g_assert_null (((QhMovement *)delivery)->client);
  g_assert_null (((QhMovement *)reservation)->meeting);
  g_assert_cmpint (count (store, "movement"), ==, 3);
  deleted_state = fixture_ask (qh_store_get_db (store),
                               "SELECT group_concat (available || reserved || delivered, ' ') FROM"
                               "  (SELECT * FROM ledger JOIN content ON content.id = content"
                               "   ORDER BY title)");
  g_assert_cmpstr (deleted_state, ==, "201 300");
  fixture_verify (qh_store_get_db (store));

  undo_to (store, before);
  g_assert_cmpstr (((QhMovement *)delivery)->client, ==, ((QhRecord *)client)->id);
  g_assert_cmpstr (((QhMovement *)reservation)->meeting, ==, ((QhRecord *)meeting)->id);
  state = fixture_ask (qh_store_get_db (store),
                       "SELECT group_concat (state || client IS NOT NULL, ' ') FROM holding");
  g_assert_nonnull (state);
  fixture_verify (qh_store_get_db (store));
}

int
main (int argc, char *argv[])
{
  guint n;
  const QhEntity *const *entities = qh_entities (&n);

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n; i++) {
    g_autofree char *reference = g_strconcat ("/store/relations/refers/", entities[i]->name, NULL);
    g_autofree char *all = g_strconcat ("/store/relations/all/", entities[i]->name, NULL);
    g_test_add_data_func (reference, entities[i], test_reference);
    if (entities[i] != &qh_movement_entity && entities[i] != &qh_transfer_entity)
      g_test_add_data_func (all, entities[i], test_delete_all);
  }
  g_test_add_func ("/store/relations/transfer", test_transfer);
  g_test_add_func ("/store/relations/words", test_words);
  g_test_add_func ("/store/relations/never-saved", test_never_saved);
  g_test_add_func ("/store/relations/words-stay", test_words_stay);
  g_test_add_func ("/store/relations/ledger-stays", test_ledger_stays);
  return g_test_run ();
}
