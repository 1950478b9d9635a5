/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of plan files, taken in beside a main loop that goes on. */
#include "base/qh-id.h"
#include "exchange/qh-file.h"
#include "exchange/qh-meeting-export.h"
#include "exchange/qh-plan-folder.h"
#include <glib/gstdio.h>
#include <string.h>

#define NOW G_GINT64_CONSTANT (1795161600000000)
#define FILES 250

typedef struct {
  char *folder;
  QhStore *from, *to;
  GCancellable *cancellable;
  guint told, last, total, cancel_at;
  guint turns; /* of the main loop meanwhile */
  GAsyncResult *result;
} Fixture;

static QhStore *
open_store (void)
{
  QhClock clock = qh_clock_fixed (NOW, NULL);

  return qh_store_open (":memory:", QH_STORE_CREATE, &clock, NULL);
}

static char *
place (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->folder, name, NULL);
}

static void
save (Fixture *fixture, QhRecord *record)
{
  g_autoptr (GError) error = NULL;

  qh_store_save (fixture->from, record, &error);
  g_assert_no_error (error);
}

static void
write_plans (Fixture *fixture)
{
  g_autoptr (QhRecord) client = qh_record_new (&qh_client_entity);
  g_autoptr (GError) error = NULL;

  qh_record_set_string (client, "name", "Halden Tools");
  save (fixture, client);
  for (guint i = 0; i < FILES; i++) {
    g_autoptr (QhRecord) meeting = qh_record_new (&qh_meeting_entity);
    g_autofree char *name = g_strdup_printf ("%03u.qhplan", i);
    g_autofree char *path = place (fixture, name);
    qh_record_set_string (meeting, "client", client->id);
    qh_record_set_string (meeting, "output", "He knows");
    save (fixture, meeting);
    qh_export_meeting (fixture->from, meeting->id, QH_FORMAT_PLAN, QH_EDITION_CLIENT, path, &error);
    g_assert_no_error (error);
  }
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("qh-folder-XXXXXX", NULL);
  fixture->from = open_store ();
  fixture->to = open_store ();
  fixture->cancellable = g_cancellable_new ();
  fixture->cancel_at = G_MAXUINT;
  if (data == NULL)
    write_plans (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = place (fixture, name);
    g_remove (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->from);
  g_object_unref (fixture->to);
  g_object_unref (fixture->cancellable);
}

static void
on_progress (guint done, guint total, gpointer data)
{
  Fixture *fixture = data;

  g_assert_cmpuint (done, >, fixture->last);
  g_assert_cmpuint (done, <=, total);
  fixture->told++;
  fixture->last = done;
  fixture->total = total;
  if (done >= fixture->cancel_at)
    g_cancellable_cancel (fixture->cancellable);
}

static void
on_finished (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Fixture *)data)->result = g_object_ref (result);
}

static gboolean
on_turn (gpointer data)
{
  ((Fixture *)data)->turns++;
  return G_SOURCE_CONTINUE;
}

static QhImportReport *
import (Fixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  guint turning = g_timeout_add (1, on_turn, fixture);
  QhWatch watch = { on_progress, fixture, fixture->cancellable };

  fixture->told = fixture->last = fixture->turns = 0;
  qh_plan_folder_import_async (fixture->to, fixture->folder, &watch, on_finished, fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (turning);
  result = g_steal_pointer (&fixture->result);
  return qh_plan_folder_import_finish (result, error);
}

static gint64
count (Fixture *fixture)
{
  return qh_store_count (fixture->to, "SELECT count (*) FROM received_plan", NULL);
}

static void
test_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhImportReport) report = import (fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, FILES);
  g_assert_cmpuint (report->news->len, ==, 1); /* one signer, told once */
  g_assert_cmpint (count (fixture), ==, FILES);
  g_assert_cmpuint (fixture->last, ==, FILES);
  g_assert_cmpuint (fixture->total, ==, FILES);
  g_assert_cmpuint (fixture->told, >=, 2);
  g_assert_cmpuint (fixture->turns, >, 0);
  g_assert_false (qh_store_undo (fixture->to, NULL, NULL));
  g_autoptr (QhImportReport) again = import (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (again->same, ==, FILES);
  g_assert_cmpint (count (fixture), ==, FILES);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->cancel_at = 1;
  g_assert_null (import (fixture, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_CANCELLED);
  g_assert_cmpint (count (fixture), ==, fixture->last);
  g_cancellable_reset (fixture->cancellable);
  fixture->cancel_at = G_MAXUINT;
  g_clear_error (&error);
  g_autoptr (QhImportReport) rest = import (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rest->same + rest->added, ==, FILES);
  g_assert_cmpint (count (fixture), ==, FILES);
}

/* What is cut, foreign, hidden or no file stands in no one's way. */
static void
test_odd (Fixture *fixture, gconstpointer data)
{
  g_autofree char *cut = place (fixture, "000.qhplan");
  g_autofree char *other = place (fixture, "notes.txt");
  g_autofree char *hidden = place (fixture, ".000.qhplan");
  g_autofree char *inner = place (fixture, "folder.qhplan");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (cut, &text, &size, NULL));
  g_assert_true (g_file_set_contents (cut, text, size / 2, NULL));
  g_assert_true (g_file_set_contents (other, "x", 1, NULL));
  g_assert_true (g_file_set_contents (hidden, text, size, NULL));
  g_mkdir (inner, 0700);
  g_autoptr (QhImportReport) report = import (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, FILES - 1);
  g_assert_cmpuint (report->skipped->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (((QhSkipped *)report->skipped->pdata[i])->reason, !=, "");
  g_assert_true (g_file_set_contents (cut, text, size, NULL));
  g_autoptr (QhImportReport) whole = import (fixture, &error);
  g_assert_cmpuint (whole->added, ==, 1);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhImportReport) empty = import (fixture, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (empty->added, ==, 0);
  g_rmdir (fixture->folder);
  g_assert_null (import (fixture, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_NOT_FOUND);
}

/* Waited for inside a change, it is part of that, and undone with it. */
static void
test_in_a_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhImportReport) report = NULL;

  g_assert_true (qh_store_begin (fixture->to, "Import", &error));
  report = qh_plan_folder_import (fixture->to, fixture->folder, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (qh_store_commit (fixture->to, &error));
  g_assert_cmpint (count (fixture), ==, FILES);
  g_assert_true (qh_store_undo (fixture->to, NULL, &error));
  g_assert_cmpint (count (fixture), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/exchange/plan-folder/all", Fixture, NULL, set_up, test_all, tear_down);
  g_test_add ("/exchange/plan-folder/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/exchange/plan-folder/odd", Fixture, NULL, set_up, test_odd, tear_down);
  g_test_add ("/exchange/plan-folder/no-folder", Fixture, "empty", set_up, test_no_folder,
              tear_down);
  g_test_add ("/exchange/plan-folder/in-a-change", Fixture, NULL, set_up, test_in_a_change,
              tear_down);
  return g_test_run ();
}
