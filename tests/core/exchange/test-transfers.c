/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transfers between stores. The law first: four stores, two of one name, do what stores can do with
 * an edition and with each other's files, in any order, and no copy is ever in two of them. Then
 * the stories that a person would tell. `--rounds=N` walks longer, `--walk=SEED` takes one of these
 * walks again and tells each step. */
#include "base/qh-error.h"
#include "exchange/qh-transfer-file.h"
#include "scratch.h"
#include "store/qh-backup.h"
#include "store/qh-settings.h"
#include "store/qh-transfers.h"
#include <string.h>

#define N_STORES 4
#define EDITION 8
#define EDITION_MAX 12
#define STEPS 150
#define N_CLIENTS 2

static int rounds = 12;
static const char *one_walk; /* its seed */
static GRand *dice;

static const char *const names[N_STORES] = { "M. Keller", "Lena Moor", "Tom Bay", "lena  moor" };

typedef struct {
  char *folder;
  QhStore *stores[N_STORES];
  QhAddress *addresses[N_STORES];
  char *clients[N_STORES][N_CLIENTS];
  char *item;
  GPtrArray *files; /* paths of what was written and not lost */
  guint n_files;
  guint done[16], refused[16];
} World;

static gint64 now = G_GINT64_CONSTANT (1795000000000000);

#define must(call)             \
  G_STMT_START                 \
  {                            \
    GError *error = NULL;      \
    gboolean ok_ = !!(call);   \
    g_assert_no_error (error); \
    g_assert_true (ok_);       \
  }                            \
  G_STMT_END

static int
roll (int begin, int end)
{
  return g_rand_int_range (dice, begin, end);
}

static QhStore *
open_store (World *world, guint i)
{
  g_autofree char *name = g_strdup_printf ("store-%u.db", i);
  g_autofree char *path = g_build_filename (world->folder, name, NULL);
  QhClock clock = qh_clock_fixed (now, NULL);
  g_autoptr (GError) error = NULL;
  QhStore *store = qh_store_open (path, QH_STORE_CREATE, &clock, &error);

  g_assert_no_error (error);
  return store;
}

static QhRecord *
add (QhStore *store, const QhEntity *entity, const char *field, const char *text)
{
  QhRecord *record = qh_record_new (entity);

  qh_record_set_string (record, field, text);
  must (qh_store_save (store, record, &error));
  return record;
}

static void
make_store (World *world, guint i)
{
  world->stores[i] = open_store (world, i);
  must (qh_store_begin (world->stores[i], NULL, &error)); /* beneath the undo list */
  must (qh_settings_set_user_name (world->stores[i], names[i], &error));
  world->addresses[i] = qh_transfer_own_address (world->stores[i]);
  for (guint c = 0; c < N_CLIENTS; c++) {
    g_autoptr (QhRecord) client = add (world->stores[i], &qh_client_entity, "name", "Client");
    world->clients[i][c] = g_strdup (client->id);
  }
  must (qh_store_commit (world->stores[i], &error));
}

/* @label: under which the making of the item can be undone; NULL: never. */
static World *
world_new (const char *label)
{
  World *world = g_new0 (World, 1);
  g_autoptr (QhRecord) item = qh_record_new (&qh_content_entity);

  world->folder = g_dir_make_tmp ("qh-transfers-XXXXXX", NULL);
  world->files = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_STORES; i++)
    make_store (world, i);
  qh_record_set_string (item, "title", "Recall study");
  qh_record_set_int (item, "edition", EDITION);
  qh_record_set_int (item, "per_client", EDITION_MAX);
  must (qh_store_begin (world->stores[0], label, &error));
  must (qh_store_save (world->stores[0], item, &error));
  must (qh_store_commit (world->stores[0], &error));
  world->item = g_strdup (item->id);
  return world;
}

static void
world_free (World *world)
{
  for (guint i = 0; i < N_STORES; i++) {
    g_object_unref (world->stores[i]);
    qh_address_free (world->addresses[i]);
    for (guint c = 0; c < N_CLIENTS; c++)
      g_free (world->clients[i][c]);
  }
  scratch_remove (world->folder);
  g_ptr_array_unref (world->files);
  g_free (world->folder);
  g_free (world->item);
  g_free (world);
}

/* --- The law */

static gint64
count (World *world, guint i, const char *sql)
{
  gint64 n = qh_store_count (world->stores[i], sql, (const char *const[]){ world->item, NULL });

  return n == QH_NONE ? 0 : n;
}

/* The copies that are in a store, a bit for each number, from nothing but the ledger's lines: the
 * issuer's own are there until they go, all others when they come. */
static guint
copies_here (World *world, guint i)
{
  sqlite3_stmt *statement = qh_store_prepare (
      world->stores[i],
      "SELECT number, kind FROM movement WHERE content = ?1 AND kind LIKE 'transfer%'"
      "  ORDER BY rowid");
  guint bits = 0;

  if (i == 0)
    bits = (1u << count (world, 0, "SELECT edition FROM content WHERE id = ?1")) - 1;
  sqlite3_bind_text (statement, 1, world->item, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    guint bit = 1u << (sqlite3_column_int (statement, 0) - 1);
    gboolean in = g_str_equal ((const char *)sqlite3_column_text (statement, 1), "transfer_in");
    g_assert_cmpuint ((bits & bit) != 0, ==, !in);
    bits ^= bit;
  }
  sqlite3_reset (statement);
  return bits;
}

/* Returns how many copies are in some store. */
static guint
check_law (World *world)
{
  guint everywhere = 0, total = 0;

  for (guint i = 0; i < N_STORES; i++) {
    guint here = copies_here (world, i);
    gint64 edition = count (world, i, "SELECT edition FROM content WHERE id = ?1");
    gint64 in_view = count (world, i,
                            "SELECT available + reserved + delivered FROM ledger"
                            "  WHERE content = ?1");
    g_assert_cmpuint (everywhere & here, ==, 0);
    g_assert_cmpint (in_view, ==, __builtin_popcount (here));
    g_assert_cmpint (count (world, i,
                            "SELECT available + reserved + delivered + away FROM ledger"
                            "  WHERE content = ?1"),
                     ==, edition);
    g_assert_cmpint (count (world, i,
                            "SELECT min (available, reserved, delivered, away)"
                            "  FROM ledger WHERE content = ?1"),
                     >=, 0);
    everywhere |= here;
    total += __builtin_popcount (here);
  }
  g_assert_cmpint (total, <=, count (world, 0, "SELECT edition FROM content WHERE id = ?1"));
  return total;
}

/* --- What can happen */

typedef gboolean (*Step) (World *world, guint i, GError **error);

static char *
new_path (World *world)
{
  g_autofree char *name = g_strdup_printf ("%u.qhtransfer", world->n_files++);

  return g_build_filename (world->folder, name, NULL);
}

static void
keep (World *world, const char *path)
{
  /* Some are lost on the way. */
  if (roll (0, 5) > 0)
    g_ptr_array_add (world->files, g_strdup (path));
}

static gboolean
keep_bytes (World *world, GBytes *bytes)
{
  g_autofree char *path = new_path (world);

  if (bytes == NULL)
    return FALSE;
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  keep (world, path);
  return TRUE;
}

/* Between the two of one name the code decides; else it is sometimes left out. */
static QhAddress *
pick_receiver (World *world, guint i)
{
  guint to = (i + roll (1, N_STORES)) % N_STORES;
  gboolean needs_code = to == 1 || to == 3;

  return qh_address_new (world->addresses[to]->name,
                         needs_code || roll (0, 2) == 0 ? world->addresses[to]->code : NULL);
}

static gboolean
give (World *world, guint i, GError **error)
{
  g_autoptr (QhAddress) to = pick_receiver (world, i);
  g_autofree char *path = new_path (world);
  g_autofree char *id =
      qh_transfer_give (world->stores[i], world->item, roll (1, 3), to, path, error);

  if (id != NULL)
    keep (world, path);
  return id != NULL;
}

static const char *
pick_file (World *world)
{
  return world->files->len > 0 ? world->files->pdata[roll (0, (int)world->files->len)] : NULL;
}

static gboolean
import_picked (World *world, guint i, gboolean dry_run, GError **error)
{
  const char *path = pick_file (world);
  g_autoptr (QhImportReport) report =
      path != NULL ? qh_import_file (world->stores[i], path, dry_run, error) : NULL;

  return path == NULL || report != NULL;
}

static gboolean
import_one (World *world, guint i, GError **error)
{
  return import_picked (world, i, FALSE, error);
}

static gboolean
import_dry (World *world, guint i, GError **error)
{
  return import_picked (world, i, TRUE, error);
}

/* Several files as one change that can be undone; sometimes it is thrown away at the end. */
static gboolean
import_together (World *world, guint i, GError **error)
{
  gboolean ok = TRUE;

  if (!qh_store_begin (world->stores[i], "Import", error))
    return FALSE;
  for (guint k = 0; k < 3 && ok; k++)
    ok = import_one (world, i, error);
  if (ok && roll (0, 4) > 0)
    return qh_store_commit (world->stores[i], error);
  qh_store_rollback (world->stores[i]);
  return ok;
}

static char *
pick_transfer (World *world, guint i)
{
  g_autoptr (GPtrArray) all =
      qh_store_select (world->stores[i], &qh_transfer_entity, "ORDER BY id", NULL, NULL);

  return all->len > 0 ? g_strdup (QH_RECORD (all->pdata[roll (0, (int)all->len)])->id) : NULL;
}

typedef GBytes *(*Message) (QhStore *store, const char *id, GError **error);

static gboolean
write_message (World *world, guint i, Message write, GError **error)
{
  g_autofree char *id = pick_transfer (world, i);
  g_autoptr (GBytes) bytes = id != NULL ? write (world->stores[i], id, error) : NULL;

  return id == NULL || keep_bytes (world, bytes);
}

static gboolean
give_again (World *world, guint i, GError **error)
{
  return write_message (world, i, qh_transfer_give_again, error);
}

static gboolean
recall (World *world, guint i, GError **error)
{
  return write_message (world, i, qh_transfer_recall, error);
}

static gboolean
answer (World *world, guint i, GError **error)
{
  return write_message (world, i, qh_transfer_answer, error);
}

/* A line of the ledger; those of transfers, made up by hand, are refused. */
static gboolean
append (World *world, guint i, GError **error)
{
  g_autoptr (QhRecord) line = qh_record_new (&qh_movement_entity);
  int kind = roll (QH_MOVEMENT_KIND_RESERVE, QH_MOVEMENT_KIND_TRANSFER_IN + 1);
  gboolean transfers = kind >= QH_MOVEMENT_KIND_TRANSFER_OUT;
  g_autofree char *transfer = transfers && i != 0 ? NULL : pick_transfer (world, i);

  if (kind == QH_MOVEMENT_KIND_ADJUST || count (world, i,
                                                "SELECT count (*) FROM content"
                                                "  WHERE id = ?1") == 0)
    return TRUE;
  qh_record_set_string (line, "content", world->item);
  qh_record_set_int (line, "kind", kind);
  if (transfers)
    qh_record_set_int (line, "number", roll (1, EDITION));
  else
    qh_record_set_string (line, "client", world->clients[i][roll (0, N_CLIENTS)]);
  return qh_store_save (world->stores[i], line, error);
}

static gboolean
change_edition (World *world, guint i, GError **error)
{
  g_autoptr (QhRecord) item =
      qh_store_get (world->stores[i], &qh_content_entity, world->item, error);
  gboolean ok;

  if (item == NULL)
    return FALSE;
  qh_record_set_int (item, "edition", roll (EDITION - 2, EDITION_MAX));
  ok = qh_store_save (world->stores[i], item, error);
  if (!ok)
    qh_store_revert (world->stores[i], item);
  return ok;
}

static gboolean
undo (World *world, guint i, GError **error)
{
  return qh_store_undo (world->stores[i], NULL, error);
}

static gboolean
redo (World *world, guint i, GError **error)
{
  return qh_store_redo (world->stores[i], NULL, error);
}

static gboolean
restart (World *world, guint i, GError **error)
{
  g_object_unref (world->stores[i]);
  world->stores[i] = open_store (world, i);
  return TRUE;
}

static const struct {
  const char *name;
  Step step;
  int weight;
} steps[] = {
  { "give", give, 8 },
  { "import", import_one, 30 },
  { "dry run", import_dry, 2 },
  { "import together", import_together, 4 },
  { "again", give_again, 2 },
  { "recall", recall, 5 },
  { "answer", answer, 5 },
  { "line", append, 8 },
  { "edition", change_edition, 2 },
  { "undo", undo, 10 },
  { "redo", redo, 5 },
  { "restart", restart, 1 },
};

static guint
pick_step (void)
{
  int total = 0, at;

  for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
    total += steps[s].weight;
  at = roll (0, total);
  for (guint s = 0;; s++)
    if ((at -= steps[s].weight) < 0)
      return s;
}

static void
take_step (World *world, guint step)
{
  guint i = (guint)roll (0, N_STORES);
  g_autoptr (GError) error = NULL;

  now += 1000000;
  if (steps[step].step (world, i, &error)) {
    world->done[step]++;
  } else {
    world->refused[step]++;
    g_assert_true (g_error_matches (error, QH_ERROR, QH_ERROR_REFUSED) ||
                   g_error_matches (error, QH_ERROR, QH_ERROR_INVALID) ||
                   g_error_matches (error, QH_ERROR, QH_ERROR_NOT_FOUND));
  }
  if (one_walk != NULL)
    g_test_message ("store %u: %s: %s", i, steps[step].name,
                    error != NULL ? error->message : "done");
  check_law (world);
}

/* --- Nothing is lost for good that still has an addressee */

static void
deliver (World *world, GBytes *bytes)
{
  g_autofree char *path = new_path (world);

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  for (guint i = 0; i < N_STORES; i++) {
    g_autoptr (QhImportReport) report = qh_import_file (world->stores[i], path, FALSE, NULL);
    check_law (world);
  }
}

/* The file itself turns up everywhere, after all has been said about it. */
static void
deliver_late (World *world, guint i, const char *id)
{
  g_autoptr (QhRecord) transfer = qh_store_get (world->stores[i], &qh_transfer_entity, id, NULL);
  const char *text = ((QhTransfer *)transfer)->bytes;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  deliver (world, bytes);
}

static void
bring_home (World *world, guint i, const char *id)
{
  g_autoptr (GBytes) again = qh_transfer_give_again (world->stores[i], id, NULL);
  g_autoptr (GBytes) question = NULL;

  if (again != NULL)
    deliver (world, again);
  question = qh_transfer_recall (world->stores[i], id, NULL);
  if (question != NULL)
    deliver (world, question);
  for (guint k = 0; k < N_STORES; k++) {
    g_autoptr (GBytes) reply = k != i ? qh_transfer_answer (world->stores[k], id, NULL) : NULL;
    if (reply != NULL)
      deliver (world, reply);
  }
  deliver_late (world, i, id);
}

static void
bring_all_home (World *world)
{
  for (guint i = 0; i < N_STORES; i++) {
    g_autoptr (GPtrArray) all =
        qh_store_select (world->stores[i], &qh_transfer_entity, "ORDER BY id", NULL, NULL);
    for (guint t = 0; t < all->len; t++)
      bring_home (world, i, QH_RECORD (all->pdata[t])->id);
  }
}

/* Everything ends in somebody's hands. */
static void
check_nothing_lost (World *world)
{
  bring_all_home (world);
  g_assert_cmpint (check_law (world), ==,
                   count (world, 0, "SELECT edition FROM content WHERE id = ?1"));
  for (guint i = 0; i < N_STORES; i++)
    must (qh_store_verify (world->stores[i], NULL, &error));
}

/* The same @seed takes the same steps. */
static void
walk (guint32 seed, guint totals[2][G_N_ELEMENTS (steps)])
{
  World *world;

  g_test_message ("walk %u", seed);
  g_rand_set_seed (dice, seed);
  world = world_new (roll (0, 4) == 0 ? "Add" : NULL);
  for (guint n = 0; n < STEPS; n++)
    take_step (world, pick_step ());
  check_nothing_lost (world);
  for (guint s = 0; s < G_N_ELEMENTS (steps); s++) {
    totals[0][s] += world->done[s];
    totals[1][s] += world->refused[s];
  }
  world_free (world);
}

static void
test_any_order (void)
{
  guint totals[2][G_N_ELEMENTS (steps)] = { 0 };

  if (one_walk != NULL) {
    walk ((guint32)g_ascii_strtoull (one_walk, NULL, 10), totals);
    return;
  }
  for (int i = 0; i < rounds; i++)
    walk ((guint32)g_test_rand_int (), totals);
  for (guint s = 0; s < G_N_ELEMENTS (steps); s++) {
    g_test_message ("%s: %u done, %u refused", steps[s].name, totals[0][s], totals[1][s]);
    g_assert_cmpuint (totals[0][s], >, 0);
  }
}

/* --- Stories */

#define KELLER 0
#define LENA 1

/* Keller gives Lena a copy. */
static char *
give_lena (World *world, char **path)
{
  char *id;

  *path = new_path (world);
  must (id = qh_transfer_give (world->stores[KELLER], world->item, 1, world->addresses[LENA], *path,
                               &error));
  return id;
}

/* As the tool does it: whatever the file says, it can be undone. */
static void
must_import (World *world, guint i, const char *path)
{
  g_autoptr (QhImportReport) report = NULL;

  must (qh_store_begin (world->stores[i], "Import", &error));
  must (report = qh_import_file (world->stores[i], path, FALSE, &error));
  must (qh_store_commit (world->stores[i], &error));
  check_law (world);
}

static void
must_undo (World *world, guint i)
{
  must (qh_store_undo (world->stores[i], NULL, &error));
  check_law (world);
}

/* The path of a message about the transfer with @id. */
static char *
must_write (World *world, guint i, Message write, const char *id)
{
  g_autoptr (GBytes) bytes = NULL;
  char *path = new_path (world);

  must (bytes = write (world->stores[i], id, &error));
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  return path;
}

static void
ask_back (World *world, const char *id)
{
  g_autofree char *question = must_write (world, KELLER, qh_transfer_recall, id);
  g_autofree char *reply = NULL;

  must_import (world, LENA, question);
  reply = must_write (world, LENA, qh_transfer_answer, id);
  must_import (world, KELLER, reply);
}

/* Lena says yes, undoes the receipt, binds herself never to receive, and undoes the record of that;
 * only then does her yes arrive. Her store still knows that the file is void. */
static void
test_late_yes (void)
{
  World *world = world_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *id = give_lena (world, &path);
  g_autofree char *yes = NULL;
  g_autofree char *question = NULL;

  must_import (world, LENA, path);
  yes = must_write (world, LENA, qh_transfer_answer, id);
  must_undo (world, LENA);
  question = must_write (world, KELLER, qh_transfer_recall, id);
  must_import (world, LENA, question);
  must_undo (world, LENA);
  must_import (world, KELLER, yes);
  g_assert_cmpuint (check_law (world), ==, EDITION - 1);
  ask_back (world, id);
  g_assert_cmpuint (check_law (world), ==, EDITION);
  g_assert_null (qh_import_file (world->stores[LENA], path, FALSE, NULL));
  g_assert_null (qh_import_file (world->stores[KELLER], yes, FALSE, NULL));
  check_nothing_lost (world);
  world_free (world);
}

/* The copies came back on a no after a yes, and that is undone as well. */
static void
test_undone_take_back (void)
{
  World *world = world_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *id = give_lena (world, &path);
  g_autofree char *yes = NULL;

  must_import (world, LENA, path);
  yes = must_write (world, LENA, qh_transfer_answer, id);
  must_import (world, KELLER, yes);
  must_undo (world, LENA);
  ask_back (world, id);
  must_undo (world, LENA);
  must_undo (world, KELLER);
  g_assert_cmpuint (check_law (world), ==, EDITION - 1);
  ask_back (world, id);
  g_assert_cmpuint (check_law (world), ==, EDITION);
  check_nothing_lost (world);
  world_free (world);
}

/* A yes that still holds is said again. */
static void
test_yes_again (void)
{
  World *world = world_new (NULL);
  g_autofree char *path = NULL;
  g_autofree char *id = give_lena (world, &path);

  must_import (world, LENA, path);
  for (guint i = 0; i < 2; i++) {
    ask_back (world, id);
    g_assert_cmpuint (copies_here (world, LENA), ==, 1);
    g_assert_cmpuint (check_law (world), ==, EDITION);
  }
  check_nothing_lost (world);
  world_free (world);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  if (argc > 1 && g_str_has_prefix (argv[1], "--rounds="))
    rounds = atoi (argv[1] + strlen ("--rounds="));
  if (argc > 1 && g_str_has_prefix (argv[1], "--walk="))
    one_walk = argv[1] + strlen ("--walk=");
  dice = g_rand_new ();
  g_test_add_func ("/transfers/any-order", test_any_order);
  g_test_add_func ("/transfers/late-yes", test_late_yes);
  g_test_add_func ("/transfers/undone-take-back", test_undone_take_back);
  g_test_add_func ("/transfers/yes-again", test_yes_again);
  result = g_test_run ();
  g_rand_free (dice);
  return result;
}
