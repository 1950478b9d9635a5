/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendars in: what a page is shown to ask whose an event is, changes to one occurrence of many,
 * and files that are cut or spoiled. tests/cli tells the stories. */
#include "base/qh-error.h"
#include "exchange/qh-calendars.h"
#include <string.h>

/* 2026-11-18 13:46 UTC */
#define NOW (G_GINT64_CONSTANT (1795009600) * G_USEC_PER_SEC)

static const char file[] =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
    "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Visit at ferris\\, Leeds\r\nDTSTART:20261201T100000Z\r\n"
    "DTEND:20261201T101500Z\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Lunch\r\nDTSTART:20261202T100000Z\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nSUMMARY:Ferris without a UID\r\nDTSTART:20261202T100000Z\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:4\r\nSUMMARY:Ferris daily\r\nDTSTART:20261101T080000Z\r\n"
    "DTEND:20261101T081500Z\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:4\r\nRECURRENCE-ID:20261119T080000Z\r\nSUMMARY:Ferris daily\r\n"
    "DTSTART:20261119T080000Z\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:4\r\nRECURRENCE-ID:20261120T080000Z\r\nSUMMARY:Ferris moved\r\n"
    "DTSTART:20261120T110000Z\r\nDTEND:20261120T113000Z\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n";

static QhRecord *
add_client (QhStore *store, const char *name)
{
  QhRecord *client = qh_record_new (&qh_client_entity);
  g_autoptr (GError) error = NULL;

  qh_record_set_string (client, "name", name);
  qh_store_save (store, client, &error);
  g_assert_no_error (error);
  return client;
}

static QhStore *
open_store (void)
{
  QhClock clock = qh_clock_fixed (NOW, NULL);
  g_autoptr (GError) error = NULL;
  QhStore *store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);
  g_autoptr (QhRecord) ferris = NULL;
  g_autoptr (QhRecord) shop = NULL;

  g_assert_no_error (error);
  ferris = add_client (store, "Ferris");
  shop = add_client (store, "Ferris, Leeds");
  return store;
}

static GBytes *
bytes_of (gsize size)
{
  return g_bytes_new (file, size);
}

static void
test_list (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (GBytes) bytes = bytes_of (strlen (file));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = qh_calendar_list (store, bytes, &error);
  QhCalendarEvent *event;

  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, 4);
  /* The longer name that stands in it. */
  event = events->pdata[0];
  g_autoptr (QhRecord) client = qh_store_get (store, &qh_client_entity, event->client, &error);
  g_assert_cmpstr (QH_CLIENT (client)->name, ==, "Ferris, Leeds");
  g_assert_null (event->reason);
  event = events->pdata[1];
  g_assert_null (event->client);
  g_assert_null (event->reason);
  event = events->pdata[2];
  g_assert_nonnull (event->reason);
  /* The next one was called off, the one after it moved. */
  event = events->pdata[3];
  g_assert_cmpstr (event->summary, ==, "Ferris moved");
  g_autofree char *start = qh_instant_format (event->start, NULL);
  g_assert_cmpstr (start, ==, "2026-11-20T11:00:00+00:00");
}

static void
test_asked (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhRecord) okafor = add_client (store, "Okafor");
  g_autoptr (GBytes) bytes = bytes_of (strlen (file));
  g_autoptr (GHashTable) clients = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (QhImportReport) report = qh_import_report_new ();
  g_autoptr (GError) error = NULL;

  g_hash_table_insert (clients, (gpointer) "2", okafor->id);
  qh_store_begin (store, "Import", &error);
  g_assert_true (qh_calendar_take (store, bytes, "x.ics", clients, NULL, report, NULL, &error));
  g_assert_true (qh_store_commit (store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report->added, ==, 3);
  g_assert_cmpuint (report->skipped->len, ==, 1);
  g_assert_cmpint (qh_store_count (store,
                                   "SELECT count (*) FROM meeting WHERE uid = '2' AND client = ?1",
                                   (const char *[]){ okafor->id, NULL }),
                   ==, 1);
  g_assert_true (qh_store_undo (store, NULL, &error));
  g_assert_cmpint (qh_store_count (store, "SELECT count (*) FROM meeting", NULL), ==, 0);
}

/* Cut anywhere, or with any byte spoiled, it is read as far as it goes or refused. */
static void
test_spoiled (void)
{
  g_autoptr (QhStore) store = open_store ();

  for (gsize i = 0; i < strlen (file); i++) {
    g_autoptr (GBytes) cut = bytes_of (i);
    g_autofree char *text = g_strdup (file);
    g_autoptr (GBytes) spoiled = NULL;
    g_autoptr (GPtrArray) some = qh_calendar_list (store, cut, NULL);
    g_autoptr (GPtrArray) others = NULL;

    text[i] = "\n:;\"\xff\x01Z9"[i % 8];
    spoiled = g_bytes_new (text, strlen (text));
    others = qh_calendar_list (store, spoiled, NULL);
    g_assert_true (some == NULL || some->len <= 6);
    g_assert_true (others == NULL || others->len <= 7);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendars/list", test_list);
  g_test_add_func ("/calendars/asked", test_asked);
  g_test_add_func ("/calendars/spoiled", test_spoiled);
  return g_test_run ();
}
