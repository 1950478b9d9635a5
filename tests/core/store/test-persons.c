/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two that are one, and one who is to be forgotten: what is told before is what happens then. */
#include "fixture.h"
#include "store/qh-backup.h"
#include "store/qh-erase.h"
#include "store/qh-merge.h"
#include <string.h>

static QhContact *
add_contact (QhStore *store, QhClient *client, const char *name, const char *email)
{
  g_autoptr (GError) error = NULL;
  QhContact *contact = qh_contact_new ();

  qh_record_set_string (QH_RECORD (contact), "client", QH_RECORD (client)->id);
  qh_record_set_string (QH_RECORD (contact), "name", name);
  qh_record_set_string (QH_RECORD (contact), "email", email);
  qh_store_save (store, QH_RECORD (contact), &error);
  g_assert_no_error (error);
  return contact;
}

/* --- Two that are one */

static void
check_candidates (QhStore *store, gpointer record, const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = qh_merge_list_candidates (store, record, text, 3, &error);
  g_autoptr (GString) names = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++) {
    g_autofree char *title = qh_record_title (found->pdata[i]);
    g_string_append_printf (names, "%s%s", i > 0 ? "," : "", title);
  }
  g_assert_cmpstr (names->str, ==, expected);
}

static void
test_candidates (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) ferris = fixture_client (store, "Ferris Dental");
  g_autoptr (QhClient) twin = fixture_client (store, "FERRIS DENTAL");
  g_autoptr (QhClient) group = fixture_client (store, "Ferris Group");
  g_autoptr (QhClient) acme = fixture_client (store, "Acme");
  g_autoptr (QhClient) zeta = fixture_client (store, "Zeta");
  g_autoptr (QhContact) ann = add_contact (store, ferris, "Ann Day", "ann@x.example");
  g_autoptr (QhContact) same = add_contact (store, acme, "A. Day", "ANN@x.example");
  g_autoptr (QhContact) tom = add_contact (store, ferris, "Tom Bay", NULL);
  g_autoptr (QhContact) abe = add_contact (store, acme, "Abe Low", NULL);

  /* Of one name, of the first word, and then by name; at most three. */
  check_candidates (store, ferris, "", "FERRIS DENTAL,Ferris Group,Acme");
  check_candidates (store, ferris, "ZET", "Zeta");
  check_candidates (store, ferris, "nobody", "");
  /* Of one mail address, then his client's people, then others. */
  check_candidates (store, ann, "", "A. Day,Tom Bay,Abe Low");
  check_candidates (store, ann, "low", "Abe Low");
}

static void
test_merge_preview (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (QhContact) keep = add_contact (store, client, "Ann Day", "ann@x.example");
  g_autoptr (QhContact) other = add_contact (store, client, "A. Day", "day@x.example");
  g_autoptr (QhRecord) merged = NULL;
  g_autoptr (GError) error = NULL;

  qh_record_set_string (QH_RECORD (other), "phone", "+44 1");
  qh_record_set_string (QH_RECORD (other), "notes", "cello");
  qh_store_save (store, QH_RECORD (other), &error);
  merged = qh_merge_preview (QH_RECORD (keep), QH_RECORD (other));
  g_assert_cmpstr (QH_CONTACT (merged)->email, ==, "ann@x.example");
  g_assert_cmpstr (QH_CONTACT (merged)->phone, ==, "+44 1");
  g_assert_null (keep->phone);
  g_assert_true (qh_store_merge (store, QH_RECORD (keep), QH_RECORD (other), &error));
  g_assert_no_error (error);
  g_assert_cmpstr (keep->phone, ==, QH_CONTACT (merged)->phone);
  g_assert_cmpstr (keep->notes, ==, QH_CONTACT (merged)->notes);
}

/* --- One who is to be forgotten */

static void
add_remark (QhStore *store, QhClient *client, QhContact *contact, const char *words)
{
  g_autoptr (QhRecord) remark = qh_record_new (&qh_remark_entity);
  g_autoptr (GError) error = NULL;

  qh_record_set_string (remark, "client", QH_RECORD (client)->id);
  qh_record_set_string (remark, "contact", contact ? QH_RECORD (contact)->id : NULL);
  qh_record_set_string (remark, "words", words);
  qh_record_set_string (remark, "said", FIXTURE_DATE);
  qh_store_save (store, remark, &error);
  g_assert_no_error (error);
}

static guint
count_lines (GPtrArray *lines)
{
  guint n = lines->len;

  g_ptr_array_unref (lines);
  return n;
}

/* What is told before is what happens; and to tell it does nothing. */
static void
test_erase_preview (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "store.db", NULL);
  g_autoptr (QhStore) store = fixture_open (path, QH_STORE_CREATE);
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (QhContact) ann = add_contact (store, client, "Ann Day", "ann@x.example");
  g_autoptr (QhErasure) before = NULL;
  g_autoptr (QhErasure) after = NULL;
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;

  add_remark (store, client, ann, "Never again");
  add_remark (store, client, NULL, "Ask Ann Day");
  g_assert_true (qh_store_backup_automatic (store, TRUE, &backup, &error));
  before = qh_erase_preview (store, ann, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ann->name, ==, "Ann Day");
  g_assert_cmpint (qh_store_count (store, "SELECT count (*) FROM contact", NULL), ==, 1);
  g_assert_true (qh_store_undo (store, NULL, &error));
  g_assert_true (qh_store_redo (store, NULL, &error));
  after = qh_erase_contact (store, ann, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (before->removed, ==, after->removed);
  g_assert_cmpuint (before->changed, ==, after->changed);
  g_assert_cmpuint (before->changes, ==, after->changes);
  g_assert_cmpuint (after->removed, ==, 2);
  g_assert_cmpuint (after->changed, ==, 1);
  /* The backups go with him, where that is wished. */
  g_assert_cmpuint (before->backups->len, ==, 1);
  g_assert_cmpuint (after->backups->len, ==, 0);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_lines (qh_erasure_list_gone (after)), ==, 3);
  g_assert_cmpuint (count_lines (qh_erasure_list_left (after)), ==, 0);
  g_clear_object (&store);
  fixture_remove (folder);
}

/* What is typed and searched for is no hiding place. */
static void
test_typed (void)
{
  static const struct {
    const char *key;
    const char *value;
    const char *after;
  } cases[] = {
    { "kept_friction", "{\"search\":\"ann day\"}", NULL },
    { "kept_clients", "{\"search\":\"annually daylight\"}", "{\"search\":\"annually daylight\"}" },
    { "draft_palette", "Ann Day again", NULL },
    { "draft_log", "w too late", "w too late" },
    { "views_clients", "[{\"name\":\"Ann Day\",\"state\":{\"search\":\"bakery\"}}]",
      "[{\"name\":\"…\",\"state\":{\"search\":\"bakery\"}}]" },
    { "user_name", "Ann Day", "Ann Day" },
  };
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "store.db", NULL);
  g_autoptr (QhStore) store = fixture_open (path, QH_STORE_CREATE);
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (QhContact) ann = add_contact (store, client, "Ann Day", NULL);
  g_autoptr (QhErasure) erasure = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (qh_store_set_setting (store, cases[i].key, cases[i].value, &error));
  erasure = qh_erase_contact (store, ann, FALSE, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *after = qh_store_get_setting (store, cases[i].key);
    g_test_message ("%s", cases[i].key);
    g_assert_cmpstr (after, ==, cases[i].after);
  }
  g_clear_object (&store);
  fixture_remove (folder);
}

/* A name of one word may be anybody's: it stays in texts, and that is told. */
static void
test_one_word (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "store.db", NULL);
  g_autoptr (QhStore) store = fixture_open (path, QH_STORE_CREATE);
  g_autoptr (QhClient) client = fixture_client (store, "Ferris");
  g_autoptr (QhContact) ann = add_contact (store, client, "Ann", NULL);
  g_autoptr (QhErasure) erasure = NULL;
  g_autoptr (GError) error = NULL;

  add_remark (store, client, NULL, "Ask ann about it");
  add_remark (store, client, NULL, "The announcement");
  erasure = qh_erase_contact (store, ann, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (erasure->unsure, ==, 1);
  g_assert_cmpuint (erasure->changed, ==, 0);
  g_assert_cmpuint (count_lines (qh_erasure_list_left (erasure)), ==, 1);
  g_clear_object (&store);
  fixture_remove (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/persons/candidates", test_candidates);
  g_test_add_func ("/persons/merge-preview", test_merge_preview);
  g_test_add_func ("/persons/erase-preview", test_erase_preview);
  g_test_add_func ("/persons/typed", test_typed);
  g_test_add_func ("/persons/one-word", test_one_word);
  return g_test_run ();
}
