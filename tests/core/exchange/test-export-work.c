/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store going out beside a main loop that goes on: the same bytes as without one, and nothing
 * when it is stopped or cannot be written. */
#include "base/qh-error.h"
#include "exchange/qh-export-work.h"
#include "exchange/qh-sample.h"
#include "scratch.h"

#define NOW G_GINT64_CONSTANT (1795161600000000)

typedef struct {
  char *folder, *path;
  QhStore *store;
  GAsyncResult *result;
  GCancellable *cancellable;
  guint n_told;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  QhClock clock = qh_clock_fixed (NOW, NULL);
  g_autofree char *store = NULL;
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("qh-export-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "out", NULL);
  fixture->cancellable = g_cancellable_new ();
  store = g_build_filename (fixture->folder, "store.db", NULL);
  fixture->store = qh_store_open (store, QH_STORE_CREATE, &clock, &error);
  g_assert_no_error (error);
  qh_sample_fill (fixture->store, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->result);
  g_clear_object (&fixture->store);
  g_clear_object (&fixture->cancellable);
  scratch_remove (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_set_object ((GAsyncResult **)data, result);
}

/* Told in the thread, which has ended when it is read. */
static void
on_progress (guint done, guint whole, gpointer data)
{
  g_assert_cmpuint (done, <=, whole);
  ((Fixture *)data)->n_told++;
}

static gboolean export(Fixture *fixture, const QhExportOptions *options, GError **error)
{
  QhWatch watch = { on_progress, fixture, fixture->cancellable };

  g_clear_object (&fixture->result);
  qh_export_work_async (fixture->store, options, fixture->path, &watch, on_done, &fixture->result);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return qh_export_work_finish (fixture->result, error);
}

static char *
read_file (const char *path, gsize *size)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, size, &error);
  g_assert_no_error (error);
  return text;
}

static void
test_same_bytes (Fixture *fixture, gconstpointer data)
{
  for (int format = QH_EXPORT_JSON; format <= QH_EXPORT_CALENDAR; format++) {
    QhExportOptions options = { (QhExportFormat)format, NULL, FALSE };
    g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
    g_autofree char *here = NULL, *there = NULL;
    g_autoptr (GError) error = NULL;
    gsize here_size, there_size;

    fixture->n_told = 0;
    g_assert_true (export(fixture, &options, &error));
    g_assert_no_error (error);
    g_assert_cmpuint (fixture->n_told, >, 0);
    g_assert_true (
        qh_export_all (fixture->store, (QhExportFormat)format, NULL, other, NULL, &error));
    here = read_file (fixture->path, &here_size);
    there = read_file (other, &there_size);
    g_assert_cmpmem (here, here_size, there, there_size);
  }
}

/* Less than that of all, and only with who is chosen. */
static void
test_of_one_client (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhRecord) client =
      qh_store_resolve (fixture->store, &qh_client_entity, "Ferris Dental Group", &error);
  QhExportOptions options = { QH_EXPORT_VCARD_4, client->id, FALSE };
  g_autofree char *cards = NULL;

  g_assert_no_error (error);
  g_assert_true (export(fixture, &options, &error));
  cards = read_file (fixture->path, NULL);
  g_assert_nonnull (strstr (cards, "ORG:Ferris Dental Group"));
  g_assert_null (strstr (cards, "ORG:Hotel Moreau"));
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  QhExportOptions options = { QH_EXPORT_JSON, NULL, TRUE };
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (fixture->cancellable);
  g_assert_false (export(fixture, &options, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
test_no_place (Fixture *fixture, gconstpointer data)
{
  QhExportOptions options = { QH_EXPORT_CSV, NULL, FALSE };
  g_autoptr (GError) error = NULL;

  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, "store.db", "tables", NULL);
  g_assert_false (export(fixture, &options, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
}

#define ADD(name, func) g_test_add ("/export-work/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("same-bytes", test_same_bytes);
  ADD ("of-one-client", test_of_one_client);
  ADD ("cancelled", test_cancelled);
  ADD ("no-place", test_no_place);
  return g_test_run ();
}
