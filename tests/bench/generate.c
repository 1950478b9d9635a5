/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows straight into the tables, in one transaction, with the counters and the search index made
 * afterwards; the ledger's law is asked about every line. Nothing of it stands in the undo list. */
#include "generate.h"
#include "base/qh-text.h"
#include "store/qh-backup.h"
#include "store/qh-connection.h"
#include "store/qh-derived.h"
#include "store/qh-store.h"
#include <math.h>
#include <stdarg.h>
#include <string.h>

#define CLIENTS 10000
#define CONTACTS 20000
#define CONTENT 500
#define PROMISES 100000
#define CONTACT_LOGS 300000
#define FRICTIONS 200000
#define MEETINGS 50000
#define TERRITORIES 20
#define SEGMENTS_EACH 5
#define REMARKS 100000
#define DELIVERIES 500000

/* A store that is all ledger: so many items, as many deliveries as above, a tenth of the rest. */
#define LEDGER_CONTENT 10000
#define LEDGER_SCALE 0.1

/* How far back the past goes, and how far ahead meetings are made, in days. */
#define PAST_DAYS 1095
#define AHEAD_DAYS 21

typedef char Id[37];

typedef struct {
  sqlite3 *db;
  GHashTable *statements;
  Words *words;
  guint64 state;
  double scale;
  gint64 now;
  GError *error;
  guint n_clients, n_contacts, n_content, n_deliveries, n_frictions, n_meetings, n_remarks;
  Id *clients, *contacts, *content, *frictions, *meetings, *remarks;
} Generator;

/* --- Chance, ids and dates */

static guint64
chance (Generator *self)
{
  guint64 z = (self->state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 32)) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return z ^ (z >> 32);
}

static guint
up_to (Generator *self, guint n)
{
  return chance (self) % n;
}

static guint
scaled (Generator *self, guint n)
{
  return MAX (1, (guint)lround (n * self->scale));
}

/* The moment of the @i-th of @n things that happened one after the other. */
static gint64
moment (Generator *self, guint i, guint n)
{
  gint64 span = (gint64)PAST_DAYS * QH_DAY_USEC;

  return (self->now - span + (gint64)((double)span * i / n)) / 1000 * 1000;
}

/* As qh_id_new makes them, but with chance of our own. */
static void
make_id (Generator *self, gint64 when, Id id)
{
  guint64 ms = when / 1000;
  guint64 a = chance (self), b = chance (self);

  g_snprintf (id, sizeof (Id), "%08x-%04x-7%03x-%04x-%04x%08x", (guint)(ms >> 16),
              (guint)(ms & 0xffff), (guint)(a & 0xfff), (guint)(0x8000 | (a >> 12 & 0x3fff)),
              (guint)(a >> 32 & 0xffff), (guint)(b & 0xffffffff));
}

static char *
date_of (gint64 instant)
{
  return qh_instant_to_date (instant, NULL);
}

/* --- Rows */

static sqlite3_stmt *
get_statement (Generator *self, const char *sql)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL) {
    statement = qh_sqlite_prepare (self->db, sql, self->error == NULL ? &self->error : NULL);
    g_hash_table_insert (self->statements, (gpointer)sql, statement);
  }
  return statement;
}

/* Runs @sql with values after @types: `t` a text or NULL, `i` a whole number. The first error stops
 * everything after it. */
static void
put (Generator *self, const char *sql, const char *types, ...)
{
  sqlite3_stmt *statement = get_statement (self, sql);
  va_list values;

  if (self->error != NULL)
    return;
  g_assert (sqlite3_bind_parameter_count (statement) == (int)strlen (types));
  va_start (values, types);
  for (int i = 0; types[i] != '\0'; i++) {
    if (types[i] == 't')
      sqlite3_bind_text (statement, i + 1, va_arg (values, const char *), -1, SQLITE_TRANSIENT);
    else
      sqlite3_bind_int64 (statement, i + 1, va_arg (values, gint64));
  }
  va_end (values);
  if (sqlite3_step (statement) != SQLITE_DONE)
    qh_sqlite_set_error (&self->error, self->db);
  sqlite3_reset (statement);
}

static void
put_clients (Generator *self)
{
  static const char *const trades[] = { "Dental", "Care", "Logistics", "Printing", "Bakery" };

  for (guint i = 0; i < self->n_clients; i++) {
    gint64 when = moment (self, i, self->n_clients);
    const char *trade = trades[up_to (self, G_N_ELEMENTS (trades))];
    g_autofree char *word = words_sentence (self->words, 2);
    g_autofree char *name = g_strdup_printf ("%s %s %u", word, trade, i);
    g_autofree char *key = qh_text_fold (name);
    g_autofree char *proposition = words_sentence (self->words, 8);
    g_autofree char *notes = i % 2 == 0 ? words_sentence (self->words, 20) : NULL;
    g_autofree char *territory = g_strdup_printf ("Territory %u", i % TERRITORIES);

    make_id (self, when, self->clients[i]);
    put (self,
         "INSERT INTO client (id, created, modified, name, name_key, industry, yearly_value,"
         " value_proposition, notes, territory, minutes_limit)"
         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 15)",
         "tiitttittt", self->clients[i], when, when, name, key, trade,
         (gint64)up_to (self, 10000000), proposition, notes, territory);
  }
}

static void
put_contacts (Generator *self)
{
  static const char *const roles[] = { "decides", "advises", "uses", "guards", "other" };

  for (guint i = 0; i < self->n_contacts; i++) {
    gint64 when = moment (self, i, self->n_contacts);
    g_autofree char *word = words_sentence (self->words, 2);
    g_autofree char *name = g_strdup_printf ("%s %u", word, i);
    g_autofree char *key = qh_text_fold (name);
    g_autofree char *email = g_strdup_printf ("person%u@example.org", i);

    make_id (self, when, self->contacts[i]);
    put (self,
         "INSERT INTO contact (id, created, modified, client, name, name_key, role, email)"
         " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
         "tiittttt", self->contacts[i], when, when, self->clients[i % self->n_clients], name, key,
         roles[i % G_N_ELEMENTS (roles)], email);
  }
}

static void
put_promises (Generator *self)
{
  static const char *const statuses[] = { "kept", "kept", "kept", "broken", "open" };
  guint n = scaled (self, PROMISES);

  for (guint i = 0; i < n; i++) {
    gint64 when = moment (self, i, n);
    const char *status = statuses[up_to (self, G_N_ELEMENTS (statuses))];
    g_autofree char *made = date_of (when);
    g_autofree char *due = date_of (when + 14 * QH_DAY_USEC);
    g_autofree char *what = words_sentence (self->words, 7);
    g_autofree char *key = qh_text_fold (what);
    Id id;

    make_id (self, when, id);
    put (self,
         "INSERT INTO promise (id, created, modified, client, what, what_key, made_by, made, due,"
         " status, kept, broken, moves) VALUES (?, ?, ?, ?, ?, ?, 'sales', ?, ?, ?, ?, ?, 0)",
         "tiitttttttt", id, when, when, self->clients[up_to (self, self->n_clients)], what, key,
         made, due, status, g_str_equal (status, "kept") ? due : NULL,
         g_str_equal (status, "broken") ? due : NULL);
  }
}

static void
put_contact_logs (Generator *self)
{
  guint n = scaled (self, CONTACT_LOGS);

  for (guint i = 0; i < n; i++) {
    gint64 when = moment (self, i, n);
    g_autofree char *words = words_sentence (self->words, 12);
    g_autofree char *key = qh_text_fold (words);
    Id id;

    make_id (self, when, id);
    put (self,
         "INSERT INTO contact_log (id, created, modified, client, at, channel, rings, words,"
         " words_key, solved) VALUES (?, ?, ?, ?, ?, 'phone', ?, ?, ?, ?)",
         "tiitiittt", id, when, when, self->clients[up_to (self, self->n_clients)], when,
         (gint64)up_to (self, 6), words, key, up_to (self, 4) > 0 ? "yes" : "no");
  }
}

static void
put_frictions (Generator *self)
{
  static const char *const statuses[] = { "removed", "removed", "removed", "accepted",
                                          "open",    "open",    "fixing" };
  static const char *const touchpoints[] = { "phone",    "mail",    "ordering",
                                             "delivery", "billing", "other" };
  static const char *const causes[] = { "training", "capacity", "process", "information", "own" };

  for (guint i = 0; i < self->n_frictions; i++) {
    gint64 when = moment (self, i, self->n_frictions);
    const char *status = statuses[up_to (self, G_N_ELEMENTS (statuses))];
    gboolean removed = g_str_equal (status, "removed");
    g_autofree char *reported = date_of (when);
    g_autofree char *title = words_sentence (self->words, 6);
    g_autofree char *key = qh_text_fold (title);
    g_autofree char *words = words_sentence (self->words, 14);
    g_autofree char *what = removed ? words_sentence (self->words, 9) : NULL;

    make_id (self, when, self->frictions[i]);
    put (self,
         "INSERT INTO friction (id, created, modified, client, touchpoint, title, title_key, words,"
         " severity, minutes, times_per_year, reported, status, removed, change, cause)"
         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
         "tiitttttiiittttt", self->frictions[i], when, when, self->clients[i % self->n_clients],
         touchpoints[up_to (self, G_N_ELEMENTS (touchpoints))], title, key, words,
         (gint64)up_to (self, 4) + 1, (gint64)up_to (self, 60), (gint64)up_to (self, 52), reported,
         status, removed ? reported : NULL, what, causes[i % G_N_ELEMENTS (causes)]);
  }
}

static void
put_remarks (Generator *self)
{
  static const char *const sorts[] = { "rule", "dislike", "wish", "goal", "threshold", "fact" };

  for (guint i = 0; i < self->n_remarks; i++) {
    gint64 when = moment (self, i, self->n_remarks);
    g_autofree char *said = date_of (when);
    g_autofree char *words = words_sentence (self->words, 11);
    g_autofree char *key = qh_text_fold (words);
    g_autofree char *answer = i % 3 == 0 ? words_sentence (self->words, 8) : NULL;

    make_id (self, when, self->remarks[i]);
    put (
        self,
        "INSERT INTO remark (id, created, modified, client, contact, said, words, words_key, theme,"
        " sort, answer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'time', ?, ?)",
        "tiittttttt", self->remarks[i], when, when, self->clients[i % self->n_clients],
        self->contacts[i % self->n_contacts], said, words, key,
        sorts[up_to (self, G_N_ELEMENTS (sorts))], answer);
  }
}

/* --- Content and its ledger */

/* One item in five is a limited edition, of which all but a few copies are given away. */
static gint64
edition_of (Generator *self, guint item)
{
  guint each = self->n_deliveries / self->n_content;

  return item % 5 == 0 ? each + 3 : 0;
}

static void
put_content (Generator *self)
{
  static const char *const modalities[] = { "educate", "improve", "escape", "aesthetics" };

  for (guint i = 0; i < self->n_content; i++) {
    gint64 when = moment (self, 0, 1);
    gint64 edition = edition_of (self, i);
    g_autofree char *words = words_sentence (self->words, 4);
    g_autofree char *title = g_strdup_printf ("%s %u", words, i);
    g_autofree char *key = qh_text_fold (title);
    g_autofree char *summary = words_sentence (self->words, 16);

    make_id (self, when, self->content[i]);
    put (self,
         "INSERT INTO content (id, created, modified, title, title_key, kind, modality, summary,"
         " rarity, edition, per_client)"
         " VALUES (?, ?, ?, ?, ?, 'benchmark', ?, ?, ?, nullif (?, 0), 1)",
         "tiittttti", self->content[i], when, when, title, key,
         modalities[i % G_N_ELEMENTS (modalities)], summary, edition > 0 ? "few" : "common",
         edition);
  }
}

/* Each item goes to as many clients in a row, once to each, from another one on for each item. */
static void
put_deliveries (Generator *self)
{
  guint n = MIN (self->n_deliveries, self->n_content * self->n_clients);

  for (guint i = 0; i < n; i++) {
    guint item = i % self->n_content;
    guint turn = i / self->n_content;
    guint client = (item * 97 + turn) % self->n_clients;
    gint64 when = moment (self, i, n);
    gint64 number = edition_of (self, item) > 0 ? turn + 1 : 0;
    Id id;

    make_id (self, when, id);
    put (self,
         "INSERT INTO movement (id, created, modified, content, kind, client, copies, number, at)"
         " VALUES (?, ?, ?, ?, 'deliver', ?, 1, nullif (?, 0), ?)",
         "tiittii", id, when, when, self->content[item], self->clients[client], number, when);
  }
}

/* --- Meetings */

typedef struct {
  const char *kind;
  gint64 seconds;
} SegmentPlan;

static const SegmentPlan plan[SEGMENTS_EACH] = {
  { "open", 60 }, { "escape", 240 }, { "educate", 240 }, { "improve", 180 }, { "close", 90 },
};

/* One of the client's own rows: those with his index, and every so many after it. */
static const char *
own (Generator *self, Id *ids, guint n, guint client)
{
  guint rounds = n / self->n_clients;

  return rounds > 0 ? ids[client + self->n_clients * up_to (self, rounds)] : NULL;
}

static void
put_segments (Generator *self, guint meeting, gint64 when, gboolean held)
{
  guint client = meeting % self->n_clients;

  for (guint i = 0; i < SEGMENTS_EACH; i++) {
    g_autofree char *title = words_sentence (self->words, 4);
    g_autofree char *output = i > 0 && i < 4 ? words_sentence (self->words, 6) : NULL;
    Id id;

    make_id (self, when, id);
    put (self,
         "INSERT INTO segment (id, created, modified, meeting, position, kind, seconds, title,"
         " output, leave_behind, content, friction, remark, actual)"
         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'none', ?, ?, ?, nullif (?, 0))",
         "tiititittttti", id, when, when, self->meetings[meeting], (gint64)i, plan[i].kind,
         plan[i].seconds, title, output,
         i == 2 ? self->content[up_to (self, self->n_content)] : NULL,
         i == 1 ? own (self, self->frictions, self->n_frictions, client) : NULL,
         i == 0 ? own (self, self->remarks, self->n_remarks, client) : NULL,
         held ? plan[i].seconds + (gint64)up_to (self, 60) : (gint64)0);
  }
}

static void
put_attendee (Generator *self, guint meeting, gint64 when)
{
  guint client = meeting % self->n_clients;
  Id id;

  make_id (self, when, id);
  put (self,
       "INSERT INTO attendee (id, created, modified, meeting, contact) VALUES (?, ?, ?, ?, ?)",
       "tiitt", id, when, when, self->meetings[meeting], self->contacts[client % self->n_contacts]);
}

static void
put_meeting (Generator *self, guint i, gint64 when, gint64 start)
{
  gboolean held = start < self->now;
  const char *status = !held ? "draft" : up_to (self, 12) == 0 ? "cancelled" : "debriefed";
  g_autofree char *words = words_sentence (self->words, 3);
  g_autofree char *title = g_strdup_printf ("%s %u", words, i);
  g_autofree char *key = qh_text_fold (title);
  g_autofree char *output = words_sentence (self->words, 9);
  g_autofree char *output_key = qh_text_fold (output);
  g_autofree char *questions = words_sentence (self->words, 12);

  make_id (self, when, self->meetings[i]);
  put (self,
       "INSERT INTO meeting (id, created, modified, client, title, title_key, start, zone, mode,"
       " output, output_key, measure, ask, fallback, questions, status, revision, began, ended,"
       " output_reached, score_at_start)"
       " VALUES (?, ?, ?, ?, ?, ?, ?, 'UTC', 'on_site', ?, ?, 'Counted together', 'A pilot',"
       " 'A second date', ?, ?, 0, nullif (?, 0), nullif (?, 0), ?, ?)",
       "tiitttittttiiti", self->meetings[i], when, when, self->clients[i % self->n_clients], title,
       key, start, output, output_key, questions, status, held ? start : (gint64)0,
       held ? start + 14 * G_TIME_SPAN_MINUTE : (gint64)0, held ? "yes" : NULL,
       (gint64)40 + i % 60);
  put_segments (self, i, when, held);
  put_attendee (self, i, when);
}

static void
put_meetings (Generator *self)
{
  gint64 reach = (gint64)(PAST_DAYS + AHEAD_DAYS) * QH_DAY_USEC;

  for (guint i = 0; i < self->n_meetings; i++) {
    gint64 first = moment (self, 0, 1);
    gint64 start = first + (gint64)((double)reach * i / self->n_meetings);

    start -= start % (15 * G_TIME_SPAN_MINUTE);
    put_meeting (self, i, moment (self, i, self->n_meetings), start);
  }
}

/* --- All of it */

static void
measure_out (Generator *self, gboolean ledger)
{
  self->n_clients = scaled (self, CLIENTS);
  self->n_contacts = scaled (self, CONTACTS);
  self->n_content = ledger ? LEDGER_CONTENT : MAX (10, scaled (self, CONTENT));
  self->n_deliveries = ledger ? DELIVERIES : scaled (self, DELIVERIES);
  self->n_frictions = scaled (self, FRICTIONS);
  self->n_meetings = scaled (self, MEETINGS);
  self->n_remarks = scaled (self, REMARKS);
  self->clients = g_new0 (Id, self->n_clients);
  self->contacts = g_new0 (Id, self->n_contacts);
  self->content = g_new0 (Id, self->n_content);
  self->frictions = g_new0 (Id, self->n_frictions);
  self->meetings = g_new0 (Id, self->n_meetings);
  self->remarks = g_new0 (Id, self->n_remarks);
}

static void
put_all (Generator *self)
{
  put_clients (self);
  put_contacts (self);
  put_promises (self);
  put_contact_logs (self);
  put_frictions (self);
  put_remarks (self);
  put_content (self);
  put_deliveries (self);
  put_meetings (self);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static gboolean
fill (Generator *self, GError **error)
{
  if (!qh_sqlite_exec (self->db,
                       "PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF;"
                       "PRAGMA cache_size = -262144; BEGIN",
                       error) ||
      !qh_derived_drop (self->db, error))
    return FALSE;
  put_all (self);
  if (self->error != NULL) {
    g_propagate_error (error, g_steal_pointer (&self->error));
    return FALSE;
  }
  return qh_derived_install (self->db, NULL, error) &&
         qh_sqlite_exec (self->db, "COMMIT; PRAGMA wal_checkpoint (TRUNCATE)", error);
}

static gboolean
generate (sqlite3 *db, double scale, gboolean ledger, gint64 now, GError **error)
{
  Generator self = { .db = db, .scale = scale, .now = now, .state = 15 };
  gboolean ok;

  self.statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);
  self.words = words_new (15);
  measure_out (&self, ledger);
  ok = fill (&self, error);
  g_hash_table_destroy (self.statements);
  words_free (self.words);
  g_free (self.clients);
  g_free (self.contacts);
  g_free (self.content);
  g_free (self.frictions);
  g_free (self.meetings);
  g_free (self.remarks);
  return ok;
}

static gboolean
make_store (const char *path, double scale, gboolean ledger, gint64 now, GError **error)
{
  QhClock clock = qh_clock_fixed (now, NULL);
  g_autoptr (QhStore) store = qh_store_open (path, QH_STORE_CREATE, &clock, error);
  g_autoptr (sqlite3) db = NULL;

  if (store == NULL)
    return FALSE;
  g_clear_object (&store);
  db = qh_connection_open (path, 0, error);
  return db != NULL && qh_connection_accept (db, error) && generate (db, scale, ledger, now, error);
}

gboolean
generate_store (const char *path, double scale, gint64 now, GError **error)
{
  return make_store (path, scale, FALSE, now, error);
}

gboolean
generate_ledger_store (const char *path, gint64 now, GError **error)
{
  return make_store (path, LEDGER_SCALE, TRUE, now, error);
}
