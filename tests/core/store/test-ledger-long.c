/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger beside a model of it: whatever is moved, planned, awaited, undone and redone in
 * whatever order, both say the same after every step, and the law holds. And a process that is
 * killed in the middle leaves a ledger that adds up. With -m slow: 120,000 steps, 100 kills. */
#include "fixture.h"
#include "store/qh-backup.h"
#include "store/qh-ledger.h"
#include "store/qh-sqlite.h"
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define N_CLIENTS 5
#define N_ITEMS 4 /* limited ones; there is an unlimited one besides */
#define N_MEETINGS 7
#define N_SLOTS 2
#define EDITION_MAX 7
#define UNDO_MAX 500
#define NONE (-1)

/* Copies a client may have of an item; the last is the unlimited one's. */
static const int per_client[N_ITEMS + 1] = { 1, 1, 2, 3, 4 };

typedef struct {
  int state; /* QhCopyState, 0: available */
  int client;
  int meeting;
} Copy;

typedef struct {
  int edition[N_ITEMS];
  Copy copies[N_ITEMS][EDITION_MAX + 1];
  int reserved[N_CLIENTS], delivered[N_CLIENTS]; /* of the unlimited item */
  int plan[N_MEETINGS][N_SLOTS];
  int cancelled[N_MEETINGS];
  int queue[N_ITEMS][N_CLIENTS + 1]; /* who waits, ended by NONE */
} Model;

typedef struct {
  QhStore *store;
  QhRecord *clients[N_CLIENTS];
  QhRecord *items[N_ITEMS + 1];
  QhRecord *meetings[N_MEETINGS];
  QhRecord *segments[N_MEETINGS][N_SLOTS];
  GHashTable *places; /* ids, with their index + 1 */
  Model now;
  GArray *past, *future; /* Model */
  guint done, refused;
  const char *last; /* the step */
} World;

static int
client_of (int meeting)
{
  return meeting % N_CLIENTS;
}

static int
pick (int n)
{
  return g_test_rand_int_range (0, n);
}

/* --- The model */

static int
count_out (const Model *model, int item)
{
  int n = 0;

  for (int i = 1; i <= EDITION_MAX; i++)
    n += model->copies[item][i].state != 0;
  return n;
}

static int
available (const Model *model, int item)
{
  return model->edition[item] - count_out (model, item);
}

static int
has (const Model *model, int item, int client)
{
  int n = 0;

  for (int i = 1; i <= EDITION_MAX; i++)
    n += model->copies[item][i].state != 0 && model->copies[item][i].client == client;
  return n;
}

static void
put (Model *model, int item, int number, int state, int client, int meeting)
{
  if (state == 0)
    model->copies[item][number] = (Copy){ 0, 0, 0 };
  else
    model->copies[item][number] = (Copy){ state, client, meeting };
}

/* The lowest number that nobody has; 0 when there is none. */
static int
free_number (const Model *model, int item)
{
  for (int i = 1; i <= model->edition[item]; i++)
    if (model->copies[item][i].state == 0)
      return i;
  return 0;
}

/* What the client has in that state: through the meeting first, then the lowest, or the highest. */
static int
own_number (const Model *model, int item, int client, int state, int meeting, gboolean highest)
{
  int best = 0;

  for (int i = 1; i <= EDITION_MAX; i++) {
    const Copy *copy = &model->copies[item][i];
    if (copy->state != state || copy->client != client)
      continue;
    gboolean matches = meeting != NONE && copy->meeting == meeting;
    gboolean had = best != 0 && meeting != NONE && model->copies[item][best].meeting == meeting;
    if (best == 0 || (matches && !had) || (matches == had && highest))
      best = i;
  }
  return best;
}

static int
place_in_queue (const Model *model, int item, int client)
{
  for (int i = 0; model->queue[item][i] != NONE; i++)
    if (model->queue[item][i] == client)
      return i;
  return NONE;
}

static int
queue_length (const Model *model, int item)
{
  int n = 0;

  while (model->queue[item][n] != NONE)
    n++;
  return n;
}

static void
leave_queue (Model *model, int item, int client)
{
  int place = place_in_queue (model, item, client);

  for (; place != NONE && model->queue[item][place] != NONE; place++)
    model->queue[item][place] = model->queue[item][place + 1];
}

/* What the clearing of the queue's end leaves behind is not looked at. */
static void
tidy_queues (Model *model)
{
  for (int item = 0; item < N_ITEMS; item++)
    for (int i = queue_length (model, item); i <= N_CLIENTS; i++)
      model->queue[item][i] = NONE;
}

static gboolean
model_take (Model *model, int item, int client, int meeting, int state)
{
  int number = 0;

  if (state == QH_COPY_DELIVERED)
    number = own_number (model, item, client, QH_COPY_RESERVED, meeting, FALSE);
  if (number == 0 && has (model, item, client) >= per_client[item])
    return FALSE;
  if (number == 0)
    number = free_number (model, item);
  if (number == 0)
    return FALSE;
  put (model, item, number, state, client, meeting);
  leave_queue (model, item, client);
  return TRUE;
}

static gboolean
model_give (Model *model, int item, int client, int meeting, int state)
{
  int number = own_number (model, item, client, state, meeting, state == QH_COPY_DELIVERED);

  if (number == 0)
    return FALSE;
  put (model, item, number, 0, 0, 0);
  return TRUE;
}

static gboolean
model_unlimited (Model *model, int kind, int client)
{
  int *reserved = &model->reserved[client], *delivered = &model->delivered[client];
  gboolean full = *reserved + *delivered >= per_client[N_ITEMS];

  switch (kind) {
  case QH_MOVEMENT_KIND_RESERVE:
    *reserved += !full;
    return !full;
  case QH_MOVEMENT_KIND_DELIVER:
    if (*reserved == 0 && full)
      return FALSE;
    *reserved -= *reserved > 0;
    ++*delivered;
    return TRUE;
  case QH_MOVEMENT_KIND_RELEASE:
    return *reserved > 0 && (*reserved)-- > 0;
  default:
    return *delivered > 0 && (*delivered)-- > 0;
  }
}

static gboolean
is_planned (const Model *model, int meeting, int item)
{
  return model->plan[meeting][0] == item || model->plan[meeting][1] == item;
}

static gboolean
holds_for (const Model *model, int meeting, int item)
{
  for (int i = 1; i <= EDITION_MAX; i++)
    if (model->copies[item][i].state != 0 && model->copies[item][i].meeting == meeting)
      return TRUE;
  return FALSE;
}

static int
by_hand (const Model *model, int item, int client)
{
  for (int i = 1; i <= EDITION_MAX; i++) {
    const Copy *copy = &model->copies[item][i];
    if (copy->state == QH_COPY_RESERVED && copy->client == client && copy->meeting == NONE)
      return i;
  }
  return 0;
}

/* What a touched plan lets go and what it holds. */
static void
model_settle (Model *model, int meeting, int item)
{
  int client = client_of (meeting);

  for (int i = 1; i <= EDITION_MAX; i++) {
    const Copy *copy = &model->copies[item][i];
    if (copy->state == QH_COPY_RESERVED && copy->meeting == meeting &&
        (model->cancelled[meeting] || !is_planned (model, meeting, item)))
      put (model, item, i, 0, 0, 0);
  }
  if (model->cancelled[meeting] || !is_planned (model, meeting, item) ||
      holds_for (model, meeting, item))
    return;
  int number = by_hand (model, item, client);
  if (has (model, item, client) - (number != 0) >= per_client[item])
    return;
  if (number == 0)
    number = free_number (model, item);
  if (number == 0)
    return;
  put (model, item, number, QH_COPY_RESERVED, client, meeting);
  leave_queue (model, item, client);
}

/* --- What the store says */

static int
place_of (World *world, const char *id)
{
  return id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (world->places, id)) - 1 : NONE;
}

static void
read_copies (World *world, Model *found)
{
  for (int item = 0; item < N_ITEMS; item++) {
    g_autoptr (GPtrArray) copies =
        qh_ledger_list_copies (world->store, world->items[item]->id, NULL);
    for (guint i = 0; i < copies->len; i++) {
      const QhCopy *copy = copies->pdata[i];
      put (found, item, copy->number, copy->state, place_of (world, copy->client),
           place_of (world, copy->meeting));
    }
  }
}

static void
read_queues (World *world, Model *found)
{
  for (int item = 0; item < N_ITEMS; item++) {
    g_autoptr (GPtrArray) waiting =
        qh_ledger_list_waiting (world->store, world->items[item]->id, NULL);
    for (guint i = 0; i < waiting->len; i++)
      found->queue[item][i] = place_of (world, ((QhWaiting *)waiting->pdata[i])->client);
    found->queue[item][waiting->len] = NONE;
  }
  tidy_queues (found);
}

/* Where both differ, in words. */
static void
compare_copies (World *world, const Model *found)
{
  for (int item = 0; item < N_ITEMS; item++)
    for (int i = 1; i <= EDITION_MAX; i++) {
      const Copy *is = &found->copies[item][i], *should = &world->now.copies[item][i];
      if (memcmp (is, should, sizeof *is) != 0)
        g_error ("after %s: copy %d of item %d is %d %d %d, not %d %d %d", world->last, i, item,
                 is->state, is->client, is->meeting, should->state, should->client,
                 should->meeting);
    }
}

/* edition = available + reserved + delivered + away, and available is never below 0. */
static void
check_law (World *world)
{
  const Model *model = &world->now;
  int reserved = 0, delivered = 0;
  QhLedgerCounts counts;

  for (int item = 0; item < N_ITEMS; item++) {
    fixture_ok (qh_ledger_count (world->store, world->items[item]->id, &counts, &error));
    g_assert_cmpint (counts.edition, ==,
                     counts.available + counts.reserved + counts.delivered + counts.away);
    g_assert_cmpint (counts.available, >=, 0);
    g_assert_cmpint (counts.edition, ==, model->edition[item]);
    g_assert_cmpint (counts.available, ==, available (model, item));
  }
  for (int client = 0; client < N_CLIENTS; client++) {
    reserved += model->reserved[client];
    delivered += model->delivered[client];
  }
  fixture_ok (qh_ledger_count (world->store, world->items[N_ITEMS]->id, &counts, &error));
  g_assert_cmpint (counts.edition, ==, QH_NONE);
  g_assert_cmpint (counts.reserved, ==, reserved);
  g_assert_cmpint (counts.delivered, ==, delivered);
}

static void
check_world (World *world)
{
  Model found = { 0 };

  read_copies (world, &found);
  read_queues (world, &found);
  tidy_queues (&world->now);
  compare_copies (world, &found);
  g_assert_cmpmem (found.queue, sizeof found.queue, world->now.queue, sizeof found.queue);
  check_law (world);
}

/* --- Steps */

/* @said: what the store says, @next: what the model says it becomes, where @lawful. */
static void
settle_step (World *world, gboolean said, GError *refusal, gboolean lawful, const Model *next)
{
  if (said != lawful)
    g_error ("the model says %s, the store: %s", lawful ? "yes" : "no",
             refusal != NULL ? refusal->message : "yes");
  if (!said) {
    g_assert_error (refusal, QH_ERROR, QH_ERROR_REFUSED);
    world->refused++;
    g_error_free (refusal);
    return;
  }
  g_array_append_val (world->past, world->now);
  if (world->past->len > UNDO_MAX)
    g_array_remove_index (world->past, 0);
  g_array_set_size (world->future, 0);
  world->now = *next;
  world->done++;
}

static void
step_move (World *world)
{
  int kind = QH_MOVEMENT_KIND_RESERVE + pick (4), item = pick (N_ITEMS + 1);
  int client = pick (N_CLIENTS);
  int meeting = item < N_ITEMS && pick (3) == 0 ? client + N_CLIENTS * pick (2) : NONE;
  Model next = world->now;
  GError *refusal = NULL;
  gboolean lawful;

  if (meeting >= N_MEETINGS || (meeting != NONE && next.cancelled[meeting]))
    meeting = NONE;
  if (item == N_ITEMS)
    lawful = model_unlimited (&next, kind, client);
  else if (kind == QH_MOVEMENT_KIND_RESERVE || kind == QH_MOVEMENT_KIND_DELIVER)
    lawful = model_take (&next, item, client, meeting,
                         kind == QH_MOVEMENT_KIND_RESERVE ? QH_COPY_RESERVED : QH_COPY_DELIVERED);
  else
    lawful = model_give (&next, item, client, meeting,
                         kind == QH_MOVEMENT_KIND_RELEASE ? QH_COPY_RESERVED : QH_COPY_DELIVERED);
  g_autoptr (QhMovement) line =
      qh_ledger_line (kind, world->items[item]->id, world->clients[client]->id,
                      meeting != NONE ? world->meetings[meeting]->id : NULL);
  gboolean said = qh_ledger_move (world->store, line, &refusal);
  settle_step (world, said, refusal, lawful, &next);
}

static void
step_edition (World *world)
{
  int item = pick (N_ITEMS), edition = 1 + pick (EDITION_MAX);
  Model next = world->now;
  GError *refusal = NULL;
  gboolean lawful = TRUE;

  if (edition == next.edition[item])
    return;
  for (int i = edition + 1; i <= EDITION_MAX; i++)
    lawful = lawful && next.copies[item][i].state == 0;
  next.edition[item] = edition;
  gboolean said = qh_ledger_set_edition (world->store, world->items[item]->id, edition,
                                         "counted again", &refusal);
  settle_step (world, said, refusal, lawful, &next);
}

static void
step_plan (World *world)
{
  int meeting = pick (N_MEETINGS), slot = pick (N_SLOTS), item = pick (N_ITEMS + 1);
  QhRecord *segment = world->segments[meeting][slot];
  Model next = world->now;
  GError *refusal = NULL;
  int before = next.plan[meeting][slot];

  item = item == N_ITEMS ? NONE : item;
  if (item == before)
    return;
  next.plan[meeting][slot] = item;
  if (before != NONE)
    model_settle (&next, meeting, before);
  if (item != NONE)
    model_settle (&next, meeting, item);
  qh_record_set_string (segment, "content", item != NONE ? world->items[item]->id : NULL);
  gboolean said = qh_store_save (world->store, segment, &refusal);
  settle_step (world, said, refusal, TRUE, &next);
}

static void
step_cancel (World *world)
{
  int meeting = pick (N_MEETINGS);
  Model next = world->now;
  GError *refusal = NULL;

  next.cancelled[meeting] = !next.cancelled[meeting];
  for (int slot = 0; slot < N_SLOTS; slot++)
    if (!next.cancelled[meeting] && next.plan[meeting][slot] != NONE)
      model_settle (&next, meeting, next.plan[meeting][slot]);
  for (int item = 0; item < N_ITEMS; item++)
    if (next.cancelled[meeting])
      model_settle (&next, meeting, item);
  qh_record_set_int (world->meetings[meeting], "status",
                     next.cancelled[meeting] ? QH_MEETING_STATUS_CANCELLED
                                             : QH_MEETING_STATUS_DRAFT);
  gboolean said = qh_store_save (world->store, world->meetings[meeting], &refusal);
  settle_step (world, said, refusal, TRUE, &next);
}

static void
step_join (World *world)
{
  int item = pick (N_ITEMS), client = pick (N_CLIENTS);
  Model next = world->now;
  int length = queue_length (&next, item);
  gboolean lawful = place_in_queue (&next, item, client) == NONE &&
                    has (&next, item, client) < per_client[item] &&
                    available (&next, item) <= length;
  g_autoptr (QhRecord) waiting = qh_record_new (&qh_waiting_entity);
  GError *refusal = NULL;

  qh_record_set_string (waiting, "content", world->items[item]->id);
  qh_record_set_string (waiting, "client", world->clients[client]->id);
  qh_record_set_int (waiting, "since", 1 + (gint64)world->done);
  if (lawful)
    next.queue[item][length] = client;
  if (lawful)
    next.queue[item][length + 1] = NONE;
  gboolean said = qh_ledger_join (world->store, (QhWaiting *)waiting, &refusal);
  settle_step (world, said, refusal, lawful, &next);
}

/* The next meeting in which the client is to get the item and has none of it. */
static int
planned_meeting (const Model *model, int item, int client)
{
  for (int meeting = 0; meeting < N_MEETINGS; meeting++)
    if (client_of (meeting) == client && !model->cancelled[meeting] &&
        is_planned (model, meeting, item) && !holds_for (model, meeting, item))
      return meeting;
  return NONE;
}

static void
step_accept (World *world)
{
  int item = pick (N_ITEMS);
  g_autoptr (GPtrArray) waiting =
      qh_ledger_list_waiting (world->store, world->items[item]->id, NULL);
  Model next = world->now;
  GError *refusal = NULL;

  if (waiting->len == 0)
    return;
  int place = pick (waiting->len);
  int client = place_of (world, ((QhWaiting *)waiting->pdata[place])->client);
  gboolean leaves = pick (4) == 0;
  gboolean lawful =
      leaves ||
      (place < available (&next, item) &&
       model_take (&next, item, client, planned_meeting (&next, item, client), QH_COPY_RESERVED));
  if (leaves)
    leave_queue (&next, item, client);
  gboolean said = leaves ? qh_ledger_leave (world->store, world->items[item]->id,
                                            world->clients[client]->id, &refusal)
                         : qh_ledger_accept (world->store, waiting->pdata[place], &refusal);
  settle_step (world, said, refusal, lawful, &next);
}

/* The newest line of a copy that is out was wrong. */
static void
step_correct (World *world)
{
  int item = pick (N_ITEMS);
  g_autoptr (GPtrArray) copies = qh_ledger_list_copies (world->store, world->items[item]->id, NULL);
  Model next = world->now;
  GError *refusal = NULL;

  if (copies->len == 0)
    return;
  const QhCopy *copy = copies->pdata[pick (copies->len)];
  g_autoptr (QhRecord) line =
      qh_store_get (world->store, &qh_movement_entity, copy->movement, NULL);
  put (&next, item, copy->number, 0, 0, 0);
  gboolean said = qh_ledger_correct (world->store, (QhMovement *)line, "by mistake", &refusal);
  settle_step (world, said, refusal, TRUE, &next);
}

static void
step_through (World *world)
{
  gboolean redo = pick (3) == 0;
  GArray *from = redo ? world->future : world->past;
  GArray *to = redo ? world->past : world->future;
  GError *refusal = NULL;
  gboolean said = redo ? qh_store_redo (world->store, NULL, &refusal)
                       : qh_store_undo (world->store, NULL, &refusal);

  if (said != (from->len > 0))
    g_error ("%s: %s", redo ? "redo" : "undo", refusal != NULL ? refusal->message : "done");
  g_clear_error (&refusal);
  if (!said)
    return;
  g_array_append_val (to, world->now);
  world->now = g_array_index (from, Model, from->len - 1);
  g_array_set_size (from, from->len - 1);
  world->done++;
}

static void
step (World *world)
{
  static const struct {
    const char *name;
    int odds;
    void (*run) (World *world);
  } steps[] = {
    { "move", 6, step_move },       { "plan", 3, step_plan },       { "cancel", 1, step_cancel },
    { "edition", 1, step_edition }, { "join", 1, step_join },       { "accept", 1, step_accept },
    { "correct", 1, step_correct }, { "through", 6, step_through },
  };
  int dice = pick (20);

  for (guint i = 0; i < G_N_ELEMENTS (steps); dice -= steps[i++].odds)
    if (dice < steps[i].odds) {
      world->last = steps[i].name;
      steps[i].run (world);
      return;
    }
}

/* --- The world */

static void
remember (World *world, QhRecord *record, int place)
{
  g_hash_table_insert (world->places, g_strdup (record->id), GINT_TO_POINTER (place + 1));
}

static QhRecord *
make_segment (World *world, int meeting, int slot)
{
  QhRecord *segment = qh_record_new (&qh_segment_entity);

  qh_record_set_string (segment, "meeting", world->meetings[meeting]->id);
  qh_record_set_int (segment, "kind", QH_SEGMENT_KIND_EDUCATE);
  qh_record_set_string (segment, "title", "Show it");
  qh_record_set_int (segment, "seconds", 60);
  qh_record_set_int (segment, "position", slot);
  fixture_ok (qh_store_save (world->store, segment, &error));
  return segment;
}

static void
make_meeting (World *world, int place)
{
  QhRecord *meeting =
      (QhRecord *)fixture_meeting (world->store, (QhClient *)world->clients[client_of (place)]);

  world->meetings[place] = meeting;
  qh_record_set_int (meeting, "start", fixture_clock ().fixed + place * G_TIME_SPAN_DAY);
  fixture_ok (qh_store_save (world->store, meeting, &error));
  remember (world, meeting, place);
  for (int slot = 0; slot < N_SLOTS; slot++) {
    world->segments[place][slot] = make_segment (world, place, slot);
    world->now.plan[place][slot] = NONE;
  }
}

/* What is there from the beginning cannot be undone. */
static void
make_world (World *world, QhStore *store)
{
  world->store = store;
  world->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  world->past = g_array_new (FALSE, FALSE, sizeof (Model));
  world->future = g_array_new (FALSE, FALSE, sizeof (Model));
  fixture_ok (qh_store_begin (store, NULL, &error));
  for (int i = 0; i < N_CLIENTS; i++) {
    world->clients[i] = (QhRecord *)fixture_client (store, "Client");
    remember (world, world->clients[i], i);
  }
  for (int i = 0; i <= N_ITEMS; i++) {
    gint64 edition = i < N_ITEMS ? 1 + i : QH_NONE;
    world->items[i] = (QhRecord *)fixture_content (store, "Item", edition, per_client[i]);
    if (i < N_ITEMS)
      world->now.edition[i] = edition;
    if (i < N_ITEMS)
      world->now.queue[i][0] = NONE;
  }
  for (int i = 0; i < N_MEETINGS; i++)
    make_meeting (world, i);
  fixture_ok (qh_store_commit (store, &error));
}

static void
clear_world (World *world)
{
  for (int i = 0; i < N_CLIENTS; i++)
    g_object_unref (world->clients[i]);
  for (int i = 0; i <= N_ITEMS; i++)
    g_object_unref (world->items[i]);
  for (int i = 0; i < N_MEETINGS; i++) {
    g_object_unref (world->meetings[i]);
    for (int slot = 0; slot < N_SLOTS; slot++)
      g_object_unref (world->segments[i][slot]);
  }
  g_hash_table_unref (world->places);
  g_array_unref (world->past);
  g_array_unref (world->future);
}

static void
test_model (void)
{
  g_autoptr (QhStore) store = fixture_store ();
  World world = { 0 };
  guint n = g_test_slow () ? 120000 : 6000;

  make_world (&world, store);
  for (guint i = 0; i < n; i++) {
    step (&world);
    check_world (&world);
    if (i % 2000 == 0)
      fixture_verify (qh_store_get_db (store));
  }
  fixture_verify (qh_store_get_db (store));
  fixture_ok (qh_store_verify (store, NULL, &error));
  g_test_message ("%u steps done, %u refused", world.done, world.refused);
  g_assert_cmpuint (world.done, >, n / 3);
  g_assert_cmpuint (world.refused, >, n / 20);
  clear_world (&world);
}

/* --- Kills */

/* Moves copies until it is killed. */
static void
work_on (const char *path)
{
  World world = { 0 };
  g_autoptr (QhStore) store = fixture_open (path, 0);

  make_world (&world, store);
  /* What those before it did is nothing that the model could undo. */
  qh_sqlite_exec (qh_store_get_db (store), "DELETE FROM change", NULL);
  for (;;) {
    step (&world);
    tidy_queues (&world.now);
  }
}

static void
kill_once (const char *path)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    work_on (path);
    _exit (1);
  }
  g_usleep (g_test_rand_int_range (20, 250) * 1000);
  kill (child, SIGKILL);
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
}

static void
test_kill (void)
{
  g_autofree char *folder = fixture_folder ();
  g_autofree char *path = g_build_filename (folder, "quarterhour.db", NULL);
  QhStore *made = fixture_open (path, QH_STORE_CREATE);
  gint64 lines = 0;

  g_object_unref (made);
  for (int i = 0; i < (g_test_slow () ? 100 : 5); i++) {
    kill_once (path);
    g_autoptr (QhStore) store = fixture_open (path, 0);
    fixture_verify (qh_store_get_db (store));
    fixture_ok (qh_store_verify (store, NULL, &error));
    lines = qh_store_count (store, "SELECT count (*) FROM movement", NULL);
  }
  g_assert_cmpint (lines, >, 0);
  fixture_remove (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/ledger-long/model", test_model);
  g_test_add_func ("/store/ledger-long/kill", test_kill);
  return g_test_run ();
}
