/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-file.h"
#include "exchange/qh-friction-export.h"
#include "exchange/qh-import.h"
#include "exchange/qh-json-read.h"
#include "exchange/qh-meeting-export.h"
#include "exchange/qh-plan-file.h"
#include "scratch.h"
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define NOW G_GINT64_CONSTANT (1795000000000000)

/* A store in a folder of its own, with one meeting. */
typedef struct {
  char *folder;
  QhStore *store;
  char *meeting;
} Fixture;

static QhStore *
open_store (const char *folder, gint64 now)
{
  g_autofree char *path = g_build_filename (folder, "store", "quarterhour.db", NULL);
  QhClock clock = qh_clock_fixed (now, NULL);
  g_autoptr (GError) error = NULL;
  QhStore *store = qh_store_open (path, QH_STORE_CREATE, &clock, &error);

  g_assert_no_error (error);
  return store;
}

static void
save (QhStore *store, QhRecord *record)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (qh_store_save (store, record, &error));
  g_assert_no_error (error);
}

static void
add_segment (QhStore *store, QhPlan *plan, int kind, const char *title)
{
  g_autoptr (QhSegment) segment = qh_segment_new ();
  g_autoptr (GError) error = NULL;

  qh_record_set_int (QH_RECORD (segment), "kind", kind);
  qh_record_set_string (QH_RECORD (segment), "title", title);
  qh_record_set_string (QH_RECORD (segment), "notes", "private note");
  qh_plan_insert (plan, segment, G_MAXUINT);
  g_assert_true (qh_store_save_plan (store, plan, "Add segment", &error));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhClient) client = qh_client_new ();
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("quarterhour-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->store = open_store (fixture->folder, NOW);
  qh_record_set_string (QH_RECORD (client), "name", "Ferris <Dental> & Söhne / Co.");
  save (fixture->store, QH_RECORD (client));
  qh_record_set_string (QH_RECORD (meeting), "client", QH_RECORD (client)->id);
  qh_record_set_string (QH_RECORD (meeting), "output", "A *recall* schedule </script><b>");
  qh_record_set_string (QH_RECORD (meeting), "zone", "Europe/Berlin");
  qh_record_set_int (QH_RECORD (meeting), "start", NOW);
  save (fixture->store, QH_RECORD (meeting));
  fixture->meeting = g_strdup (QH_RECORD (meeting)->id);
  g_autoptr (QhPlan) plan = qh_store_load_plan (fixture->store, fixture->meeting, &error);
  add_segment (fixture->store, plan, QH_SEGMENT_KIND_OPEN, "Open");
  add_segment (fixture->store, plan, QH_SEGMENT_KIND_EDUCATE, "No-shows");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  scratch_remove (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->meeting);
}

static char *
path_in (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static GBytes *
export_to (Fixture *fixture, QhFormat format, int edition, const char *name)
{
  g_autofree char *path = path_in (fixture, name);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      qh_export_meeting (fixture->store, fixture->meeting, format, edition, path, &error));
  g_assert_no_error (error);
  GBytes *bytes = qh_file_read (path, QH_JSON_MAX_BYTES, &error);
  g_assert_no_error (error);
  return bytes;
}

static gint64
revision_of (GBytes *bytes)
{
  g_autoptr (QhPlanFile) file = qh_plan_file_read (bytes, NOW, NULL, NULL);
  g_assert_nonnull (file);
  return file->revision;
}

static void
edit (Fixture *fixture, const char *output)
{
  g_autoptr (QhRecord) meeting =
      qh_store_get (fixture->store, &qh_meeting_entity, fixture->meeting, NULL);
  qh_record_set_string (meeting, "output", output);
  save (fixture->store, meeting);
}

/* The same state gives the same bytes, later too; a change gives the next revision. */
static void
test_revisions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) first = export_to (fixture, QH_FORMAT_PLAN, QH_EDITION_FULL, "a.qhplan");

  g_assert_finalize_object (g_steal_pointer (&fixture->store));
  fixture->store = open_store (fixture->folder, NOW + G_TIME_SPAN_MINUTE);
  g_autoptr (GBytes) later = export_to (fixture, QH_FORMAT_PLAN, QH_EDITION_FULL, "b.qhplan");
  g_assert_true (g_bytes_equal (first, later));
  g_assert_cmpint (revision_of (first), ==, 1);
  edit (fixture, "Another output");
  g_autoptr (GBytes) changed = export_to (fixture, QH_FORMAT_PLAN, QH_EDITION_MANAGER, "c.qhplan");
  g_assert_cmpint (revision_of (changed), ==, 2);
  g_autoptr (GBytes) full = export_to (fixture, QH_FORMAT_PLAN, QH_EDITION_FULL, "d.qhplan");
  g_assert_cmpint (revision_of (full), ==, 2);
  g_autoptr (QhRecord) meeting =
      qh_store_get (fixture->store, &qh_meeting_entity, fixture->meeting, NULL);
  g_assert_cmpint (QH_MEETING (meeting)->revision, ==, 2);
}

/* What has left the house is no step of undo, and in the way of none. */
static void
test_undo_passes_by (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  edit (fixture, "Another output");
  g_autoptr (GBytes) bytes = export_to (fixture, QH_FORMAT_PDF, QH_EDITION_FULL, "a.pdf");
  g_assert_true (qh_store_undo (fixture->store, &label, &error));
  g_assert_no_error (error);
  g_autoptr (QhRecord) meeting =
      qh_store_get (fixture->store, &qh_meeting_entity, fixture->meeting, NULL);
  g_assert_cmpstr (QH_MEETING (meeting)->output, ==, "A *recall* schedule </script><b>");
  g_assert_cmpint (QH_MEETING (meeting)->revision, ==, 1);
  while (qh_store_undo (fixture->store, NULL, &error))
    ;
  g_assert_error (error, QH_ERROR, QH_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "There is nothing to undo.");
  g_assert_true (qh_store_is_empty (fixture->store));
}

static gboolean
holds (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  return g_strstr_len (data, size, text) != NULL;
}

/* Text that a person typed does nothing in a document but be read. */
static void
test_documents (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) html = export_to (fixture, QH_FORMAT_HTML, QH_EDITION_FULL, "a.html");
  g_autoptr (GBytes) text = export_to (fixture, QH_FORMAT_MARKDOWN, QH_EDITION_FULL, "a.md");
  g_autoptr (GBytes) client = export_to (fixture, QH_FORMAT_HTML, QH_EDITION_CLIENT, "c.html");

  g_assert_true (holds (html, "A *recall* schedule &lt;/script&gt;&lt;b&gt;"));
  g_assert_true (holds (html, "Ferris &lt;Dental&gt; &amp; Söhne"));
  g_assert_false (holds (html, "<b>"));
  g_assert_false (holds (html, "<script"));
  g_assert_false (holds (html, "http"));
  g_assert_true (holds (html, "private note"));
  g_assert_true (holds (text, "A \\*recall\\* schedule \\</script\\>\\<b\\>"));
  g_assert_true (holds (text, "## No-shows"));
  g_assert_false (holds (client, "private note"));
  g_assert_false (holds (client, "Score"));
  g_assert_true (holds (client, "No-shows"));
}

static void
test_pictures (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) pdf = export_to (fixture, QH_FORMAT_PDF, QH_EDITION_FULL, "a.pdf");
  g_autoptr (GBytes) png = export_to (fixture, QH_FORMAT_PNG, QH_EDITION_FULL, "a.png");
  g_autoptr (GBytes) svg = export_to (fixture, QH_FORMAT_SVG, QH_EDITION_FULL, "a.svg");

  g_assert_true (memcmp (g_bytes_get_data (pdf, NULL), "%PDF-", 5) == 0);
  g_assert_true (memcmp (g_bytes_get_data (png, NULL), "\x89PNG", 4) == 0);
  g_assert_true (holds (svg, "<svg"));
}

static void
test_file_names (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhRecord) meeting =
      qh_store_get (fixture->store, &qh_meeting_entity, fixture->meeting, NULL);
  g_autofree char *name =
      qh_export_file_name (fixture->store, QH_MEETING (meeting), QH_FORMAT_PLAN);

  g_assert_cmpstr (name, ==, "2026-11-18 Ferris Dental & Söhne Co.qhplan");
}

static void
test_cannot_write (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere = path_in (fixture, "no/such/folder/a.pdf");
  g_autoptr (GError) error = NULL;

  g_assert_false (qh_export_meeting (fixture->store, fixture->meeting, QH_FORMAT_PDF,
                                     QH_EDITION_FULL, nowhere, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, nowhere));
  g_assert_cmpint (qh_store_count (fixture->store, "SELECT count (*) FROM export", NULL), ==, 0);
}

static void
check_import (Fixture *fixture, const char *name, gboolean dry_run, guint added, guint same,
              guint skipped)
{
  g_autofree char *path = path_in (fixture, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhImportReport) report = qh_import_file (fixture->store, path, dry_run, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, added);
  g_assert_cmpuint (report->same, ==, same);
  g_assert_cmpuint (report->skipped->len, ==, skipped);
}

static gint64
n_received (Fixture *fixture)
{
  return qh_store_count (fixture->store, "SELECT count (*) FROM received_plan", NULL);
}

/* Received plans stand beside one's own: a newer revision beside the older one, the same one not
 * twice, an older one left out with a reason. */
static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) first = export_to (fixture, QH_FORMAT_PLAN, QH_EDITION_FULL, "1.qhplan");

  edit (fixture, "Another output");
  g_autoptr (GBytes) second = export_to (fixture, QH_FORMAT_PLAN, QH_EDITION_FULL, "2.qhplan");
  edit (fixture, "A third output");
  g_autoptr (GBytes) third = export_to (fixture, QH_FORMAT_PLAN, QH_EDITION_FULL, "3.qhplan");
  check_import (fixture, "1.qhplan", TRUE, 1, 0, 0);
  g_assert_cmpint (n_received (fixture), ==, 0);
  check_import (fixture, "1.qhplan", FALSE, 1, 0, 0);
  check_import (fixture, "1.qhplan", FALSE, 0, 1, 0);
  check_import (fixture, "3.qhplan", FALSE, 1, 0, 0);
  check_import (fixture, "2.qhplan", FALSE, 0, 0, 1);
  g_assert_cmpint (n_received (fixture), ==, 2);
  g_autoptr (GPtrArray) kept =
      qh_store_select (fixture->store, &qh_received_plan_entity, "WHERE revision = 1", NULL, NULL);
  g_assert_cmpmem (((QhReceivedPlan *)kept->pdata[0])->bytes,
                   strlen (((QhReceivedPlan *)kept->pdata[0])->bytes),
                   g_bytes_get_data (first, NULL), g_bytes_get_size (first));
  g_assert_true (qh_store_undo (fixture->store, NULL, NULL));
  g_assert_cmpint (n_received (fixture), ==, 1);
}

/* The same revision with another content is a conflict: both are kept. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) mine = export_to (fixture, QH_FORMAT_PLAN, QH_EDITION_FULL, "1.qhplan");
  g_autoptr (GError) error = NULL;

  edit (fixture, "Another output");
  sqlite3_exec (qh_store_get_db (fixture->store), "DELETE FROM export", NULL, NULL, NULL);
  g_autoptr (GBytes) other = export_to (fixture, QH_FORMAT_PLAN, QH_EDITION_FULL, "2.qhplan");
  g_assert_cmpint (revision_of (other), ==, 1);
  check_import (fixture, "1.qhplan", FALSE, 1, 0, 0);
  check_import (fixture, "2.qhplan", FALSE, 1, 0, 0);
  check_import (fixture, "2.qhplan", FALSE, 0, 1, 0);
  g_assert_cmpint (n_received (fixture), ==, 2);
}

static void
test_wrong_imports (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *name, *contents;
  } wrong[] = {
    { "text.txt", "hello" },
    { "empty.qhplan", "" },
    { "cut.qhplan", "{\"format\": \"quarterhour-plan\", \"version\": 1," },
    { "list.qhplan", "[]" },
    { "bytes.qhplan", "\xff\xfe\xfd" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autofree char *path = path_in (fixture, wrong[i].name);
    g_autoptr (GError) error = NULL;
    g_assert_true (g_file_set_contents (path, wrong[i].contents, -1, NULL));
    g_assert_null (qh_import_file (fixture->store, path, FALSE, &error));
    g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, wrong[i].name));
  }
  g_assert_cmpint (n_received (fixture), ==, 0);
}

/* Its size is seen before a byte is read; a folder is no file. */
static void
test_huge_and_missing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *huge = path_in (fixture, "huge.qhplan");
  g_autofree char *missing = path_in (fixture, "missing.qhplan");
  g_autofree char *folder = path_in (fixture, "folder.qhplan");
  g_autoptr (GError) too_large = NULL, not_there = NULL, no_file = NULL;

  g_assert_true (g_file_set_contents (huge, "", 0, NULL));
  g_assert_cmpint (truncate (huge, G_GINT64_CONSTANT (1) << 30), ==, 0);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_null (qh_import_file (fixture->store, huge, FALSE, &too_large));
  g_assert_error (too_large, QH_ERROR, QH_ERROR_INVALID);
  g_assert_nonnull (strstr (too_large->message, "larger than 16 MiB"));
  g_assert_null (qh_import_file (fixture->store, missing, FALSE, &not_there));
  g_assert_error (not_there, QH_ERROR, QH_ERROR_NOT_FOUND);
  g_assert_null (qh_import_file (fixture->store, folder, FALSE, &no_file));
  g_assert_error (no_file, QH_ERROR, QH_ERROR_INVALID);
}

/* --- The brief of a friction */

static QhFriction *
add_friction (Fixture *fixture)
{
  g_autoptr (GPtrArray) clients =
      qh_store_select (fixture->store, &qh_client_entity, "", NULL, NULL);
  QhRecord *client = clients->pdata[0];
  g_autoptr (QhRecord) contact = qh_record_new (&qh_contact_entity);
  QhRecord *friction = qh_record_new (&qh_friction_entity);

  qh_record_set_int (client, "yearly_value", 1420000);
  save (fixture->store, client);
  qh_record_set_string (contact, "client", client->id);
  qh_record_set_string (contact, "name", "Sarah <O'K> & Co");
  save (fixture->store, contact);
  qh_record_set_string (friction, "client", client->id);
  qh_record_set_string (friction, "contact", contact->id);
  qh_record_set_string (friction, "title", "Third *wrong* </script><b> invoice: June/July");
  qh_record_set_string (friction, "words", "# If I | have <i>to call</i>\n- once more");
  qh_record_set_string (friction, "ask", "[Check](x) \"it\" & tell");
  qh_record_set_string (friction, "learned", "The list is typed by hand");
  qh_record_set_string (friction, "reported", "2026-11-09");
  qh_record_set_string (friction, "due", "2026-12-01");
  qh_record_set_int (friction, "severity", 3);
  qh_record_set_int (friction, "minutes", 20);
  qh_record_set_int (friction, "times_per_year", 24);
  save (fixture->store, friction);
  return QH_FRICTION (friction);
}

static GBytes *
brief_to (Fixture *fixture, QhFriction *friction, QhFormat format, int edition)
{
  g_autofree char *path = g_build_filename (fixture->folder, "brief", NULL);
  g_autoptr (GError) error = NULL;
  GBytes *bytes;

  g_assert_true (qh_export_friction (fixture->store, friction, format, edition, path, &error));
  g_assert_no_error (error);
  bytes = qh_file_read (path, G_MAXINT32, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
test_brief_documents (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhFriction) friction = add_friction (fixture);
  g_autoptr (GBytes) html = brief_to (fixture, friction, QH_FORMAT_HTML, QH_EDITION_MANAGER);
  g_autoptr (GBytes) md = brief_to (fixture, friction, QH_FORMAT_MARKDOWN, QH_EDITION_MANAGER);

  g_assert_true (holds (html, "Third *wrong* &lt;/script&gt;&lt;b&gt; invoice"));
  g_assert_true (holds (html, "If I | have &lt;i&gt;to call&lt;/i&gt;"));
  g_assert_true (holds (html, "Ferris &lt;Dental&gt; &amp; Söhne"));
  g_assert_true (holds (html, "<strong>1</strong>"));
  g_assert_true (holds (html, "[Check](x) &quot;it&quot; &amp; tell"));
  g_assert_true (holds (html, "by 1 Dec 2026"));
  g_assert_true (holds (html, "<html lang=\"en\">"));
  g_assert_false (holds (html, "<b>"));
  g_assert_false (holds (html, "<script"));
  g_assert_false (holds (html, "http"));
  g_assert_true (holds (md, "# Third \\*wrong\\* \\</script\\>"));
  g_assert_true (
      holds (md, "> “# If I \\| have \\<i\\>to call\\</i\\> - once more”\n>\n> a contact"));
  g_assert_true (holds (md, "- **1** client touched\n"));
  g_assert_true (holds (md, "\\[Check\\](x)"));
  g_assert_true (holds (md, "**by 1 Dec 2026**\n"));
  g_assert_true (holds (md, "20 min × 24 a year = 8 h"));
}

/* Names and what we say among ourselves go out in the full edition alone. */
static void
test_brief_editions (Fixture *fixture, gconstpointer data)
{
  static const QhFormat formats[] = { QH_FORMAT_HTML, QH_FORMAT_MARKDOWN };
  g_autoptr (QhFriction) friction = add_friction (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    for (int edition = QH_EDITION_FULL; edition <= QH_EDITION_MANAGER; edition++) {
      g_autoptr (GBytes) bytes = brief_to (fixture, friction, formats[i], edition);
      gboolean full = edition == QH_EDITION_FULL;
      g_assert_cmpint (holds (bytes, "Sarah"), ==, full);
      g_assert_cmpint (holds (bytes, "typed by hand"), ==, full);
    }
}

/* Twice on a day it is the same, byte for byte. */
static void
test_brief_repeats (Fixture *fixture, gconstpointer data)
{
  static const QhFormat formats[] = { QH_FORMAT_PDF, QH_FORMAT_HTML, QH_FORMAT_MARKDOWN };
  g_autoptr (QhFriction) friction = add_friction (fixture);
  g_autofree char *id = g_strdup (QH_RECORD (friction)->id);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    g_autoptr (GBytes) once = brief_to (fixture, friction, formats[i], QH_EDITION_FULL);
    g_autoptr (GBytes) again = NULL;
    g_autoptr (QhRecord) later = NULL;
    g_clear_object (&fixture->store);
    fixture->store = open_store (fixture->folder, NOW + G_TIME_SPAN_HOUR);
    later = qh_store_get (fixture->store, &qh_friction_entity, id, NULL);
    again = brief_to (fixture, QH_FRICTION (later), formats[i], QH_EDITION_FULL);
    g_assert_true (g_bytes_equal (once, again));
  }
}

static void
test_brief_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhFriction) friction = add_friction (fixture);
  g_autofree char *path = g_build_filename (fixture->folder, "brief", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "none", "brief", NULL);
  g_autoptr (GError) client = NULL, unwritable = NULL;

  g_assert_false (qh_export_friction (fixture->store, friction, QH_FORMAT_PDF, QH_EDITION_CLIENT,
                                      path, &client));
  g_assert_error (client, QH_ERROR, QH_ERROR_INVALID);
  for (QhFormat format = QH_FORMAT_PNG; format <= QH_FORMAT_PLAN; format++) {
    g_autoptr (GError) error = NULL;
    g_assert_false (qh_format_is_brief (format));
    g_assert_false (
        qh_export_friction (fixture->store, friction, format, QH_EDITION_FULL, path, &error));
    g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, qh_format_name (format)));
  }
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (qh_export_friction (fixture->store, friction, QH_FORMAT_PDF, QH_EDITION_FULL,
                                      nowhere, &unwritable));
  g_assert_nonnull (unwritable);
}

static void
test_brief_file_name (Fixture *fixture, gconstpointer data)
{
  g_autoptr (QhFriction) friction = add_friction (fixture);
  g_autofree char *name = qh_brief_file_name (friction, QH_FORMAT_PDF);
  g_autofree char *other = NULL;

  g_assert_cmpstr (name, ==, "Third wrong script b invoice June July.pdf");
  qh_record_set_string (QH_RECORD (friction), "title", "///");
  other = qh_brief_file_name (friction, QH_FORMAT_MARKDOWN);
  g_assert_cmpstr (other, ==, "Friction.md");
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/export/revisions", test_revisions);
  add ("/export/undo", test_undo_passes_by);
  add ("/export/documents", test_documents);
  add ("/export/pictures", test_pictures);
  add ("/export/file-names", test_file_names);
  add ("/export/cannot-write", test_cannot_write);
  add ("/export/brief/documents", test_brief_documents);
  add ("/export/brief/editions", test_brief_editions);
  add ("/export/brief/repeats", test_brief_repeats);
  add ("/export/brief/refused", test_brief_refused);
  add ("/export/brief/file-name", test_brief_file_name);
  add ("/import/plans", test_import);
  add ("/import/conflict", test_conflict);
  add ("/import/wrong", test_wrong_imports);
  add ("/import/huge-and-missing", test_huge_and_missing);
  return g_test_run ();
}
