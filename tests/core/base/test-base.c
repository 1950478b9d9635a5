/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/qh-clock.h"
#include "base/qh-error.h"
#include "base/qh-id.h"
#include "base/qh-text.h"
#include <gio/gio.h>
#include <locale.h>
#include <string.h>

static void
test_ids_sort_as_made (void)
{
  g_autofree char *last = g_strdup ("");

  for (int i = 0; i < 10000; i++) {
    char *id = qh_id_new (G_GINT64_CONSTANT (1700000000000000));
    g_assert_true (qh_id_is_valid (id));
    g_assert_cmpstr (id, >, last);
    g_assert_cmpint (id[14], ==, '7');
    g_free (last);
    last = id;
  }
}

static void
test_id_form (void)
{
  g_assert_true (qh_id_is_valid ("01890a5d-ac96-774b-bcce-b302099a8057"));
  g_assert_false (qh_id_is_valid ("01890A5D-ac96-774b-bcce-b302099a8057"));
  g_assert_false (qh_id_is_valid ("01890a5dac96774bbcceb302099a8057"));
  g_assert_false (qh_id_is_valid ("01890a5d-ac96-774b-bcce-b302099a805"));
  g_assert_false (qh_id_is_valid (""));
  g_assert_false (qh_id_is_valid (NULL));
}

static const struct {
  const char *text;
  const char *written; /* NULL: refused */
} instants[] = {
  { "2026-12-01T10:00:00+01:00", "2026-12-01T10:00:00+01:00" },
  { "2026-12-01T09:00:00Z", "2026-12-01T10:00:00+01:00" },
  { "2026-12-01 10:00", "2026-12-01T10:00:00+01:00" },
  { "2026-12-01T10:00", "2026-12-01T10:00:00+01:00" },
  { "2026-12-01T10:00:00.250+01:00", "2026-12-01T10:00:00.250+01:00" },
  { "1969-12-31T23:59:59+01:00", "1969-12-31T23:59:59+01:00" },
  /* the night in which 2:30 stands twice, and the one in which it does not exist */
  { "2026-10-25T02:30:00+01:00", "2026-10-25T02:30:00+01:00" },
  { "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+02:00" },
  { "2026-03-29T02:30", "2026-03-29T03:00:00+02:00" },
  { "2026-02-30T10:00:00Z", NULL },
  { "2026-12-01T25:00:00Z", NULL },
  { "2026-12-01", NULL },
  { "20261201T100000Z", NULL },
  { "tomorrow at ten o'clock", NULL },
  { "", NULL },
};

static void
test_instants (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");

  for (guint i = 0; i < G_N_ELEMENTS (instants); i++) {
    gint64 instant = 0;
    gboolean right = qh_instant_parse (instants[i].text, zone, &instant);
    g_autofree char *written = right ? qh_instant_format (instant, zone) : NULL;
    g_test_message ("%s", instants[i].text);
    g_assert_cmpstr (written, ==, instants[i].written);
  }
}

static void
test_dates (void)
{
  g_autofree char *leap = qh_date_add_days ("2028-02-28", 1);
  g_autofree char *back = qh_date_add_days ("2027-01-01", -1);
  g_autofree char *beyond = qh_date_add_days ("9999-12-31", 1);
  g_autofree char *before = qh_date_add_days ("0001-01-01", -1);

  g_assert_cmpstr (leap, ==, "2028-02-29");
  g_assert_cmpstr (back, ==, "2026-12-31");
  g_assert_null (beyond);
  g_assert_null (before);
  g_assert_true (qh_date_is_valid ("2028-02-29"));
  g_assert_false (qh_date_is_valid ("2026-02-29"));
  g_assert_false (qh_date_is_valid ("2026-2-9"));
  g_assert_false (qh_date_is_valid ("2026-13-01"));
  g_assert_false (qh_date_is_valid ("0000-01-01"));
  g_assert_false (qh_date_is_valid (NULL));
  g_assert_cmpint (qh_date_to_days ("0001-01-01"), ==, 1);
  g_assert_cmpint (qh_date_to_days ("2026-11-22") - qh_date_to_days ("2026-11-21"), ==, 1);
}

/* A calendar day is the zone's day, on daylight-saving nights too. */
static void
test_days_of_a_zone (void)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  gint64 instant;

  for (int day = 0; day < 366; day++) {
    g_autofree char *date = qh_date_add_days ("2026-01-01", day);
    instant = qh_date_to_instant (date, berlin);
    g_autofree char *first = qh_instant_to_date (instant, berlin);
    g_autofree char *previous = qh_instant_to_date (instant - 1000, berlin);
    g_assert_cmpstr (first, ==, date);
    g_assert_cmpstr (previous, <, date);
  }
}

static const struct {
  const char *text;
  gint64 seconds; /* -1: refused */
} lengths[] = {
  { "4", 240 },
  { "4:30", 270 },
  { "270s", 270 },
  { "4 min", 240 },
  { " 4 ", 240 },
  { "0", 0 },
  { "1h", 3600 },
  { "24 h", 86400 },
  { "25h", -1 },
  { "4:60", -1 },
  { "4:3", -1 },
  { "4:300", -1 },
  { "-4", -1 },
  { "four", -1 },
  { "", -1 },
  { "4 parsec", -1 },
  { "1440", 86400 },
  { "1441", -1 },
  { "99999999999999999999", -1 },
  { "0:30", 30 },
  { ":30", -1 },
};

static void
test_lengths (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++) {
    gint64 seconds = -1;
    gboolean right = qh_length_parse (lengths[i].text, &seconds);
    g_test_message ("%s", lengths[i].text);
    g_assert_cmpint (right ? seconds : -1, ==, lengths[i].seconds);
  }
}

static void
test_length_texts (void)
{
  g_autofree char *clock = qh_length_format (270), *minutes = qh_length_label (240);
  g_autofree char *mixed = qh_length_label (270), *seconds = qh_length_label (30);
  g_autofree char *behind = qh_length_format (-65), *nothing = qh_length_label (0);

  g_assert_cmpstr (clock, ==, "4:30");
  g_assert_cmpstr (minutes, ==, "4 min");
  g_assert_cmpstr (mixed, ==, "4:30 min");
  g_assert_cmpstr (seconds, ==, "30 s");
  g_assert_cmpstr (behind, ==, "−1:05");
  g_assert_cmpstr (nothing, ==, "0 min");
}

static const struct {
  const char *text, *trimmed, *folded;
} texts[] = {
  { "  Two \n words ", "Two \n words", "two words" },
  { "STRASSE", "STRASSE", "strasse" },
  { "Straße", "Straße", "strasse" },
  { "\xc2\xa0\xe2\x80\x89", NULL, "" },
  { "ﬁne", "ﬁne", "fine" },
  { "👩‍🔬 שלום", "👩‍🔬 שלום", "👩‍🔬 שלום" },
  { "", NULL, "" },
};

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *trimmed = qh_text_trim (texts[i].text);
    g_autofree char *folded = qh_text_fold (texts[i].text);
    g_assert_cmpstr (trimmed, ==, texts[i].trimmed);
    g_assert_cmpstr (folded, ==, texts[i].folded);
    g_assert_cmpint (qh_text_is_empty (texts[i].text), ==, texts[i].trimmed == NULL);
  }
}

static void
test_phrases (void)
{
  g_assert_cmpint (qh_text_find_phrase ("check in with him", "check in", TRUE), ==, 0);
  g_assert_cmpint (qh_text_find_phrase ("check in", "check in", TRUE), ==, 0);
  g_assert_cmpint (qh_text_find_phrase ("check ink", "check in", FALSE), ==, -1);
  g_assert_cmpint (qh_text_find_phrase ("recheck in", "check in", FALSE), ==, -1);
  g_assert_cmpint (qh_text_find_phrase ("we check in", "check in", TRUE), ==, -1);
  g_assert_cmpint (qh_text_find_phrase ("we check in, then", "check in", FALSE), ==, 3);
  g_assert_cmpint (qh_text_find_phrase ("showcase, show", "show", FALSE), ==, 10);
  g_assert_cmpint (qh_text_find_phrase ("éshow", "show", FALSE), ==, -1);
  g_assert_cmpint (qh_text_find_phrase ("", "show", FALSE), ==, -1);
}

static void
test_shorten (void)
{
  g_autofree char *whole = qh_text_shorten ("four", 4), *cut = qh_text_shorten ("fünfe", 4);
  g_autofree char *line = qh_text_shorten ("a\nb", 9);

  g_assert_cmpstr (whole, ==, "four");
  g_assert_cmpstr (cut, ==, "fünf…");
  g_assert_cmpstr (line, ==, "a b");
}

static void
test_money (void)
{
  static const struct {
    gint64 minor;
    const char *currency, *label;
  } cases[] = {
    { 4500, "EUR", "€45" },      { 4550, "EUR", "€45.50" }, { 124000, "USD", "$1 240" },
    { 124050, "USD", "$1 241" }, { -100, "GBP", "−£1" },    { 900, "JPY", "¥900" },
    { 1200, "CHF", "12 CHF" },   { 0, "EUR", "€0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *label = qh_money_label (cases[i].minor, cases[i].currency);
    g_assert_cmpstr (label, ==, cases[i].label);
  }
}

static void
test_pass_on (void)
{
  GError *failure = NULL, *error = NULL;

  g_assert_true (qh_error_pass_on (&failure, &error));
  g_assert_no_error (error);
  failure = g_error_new_literal (QH_ERROR, QH_ERROR_FULL, "It is full.");
  g_assert_false (qh_error_pass_on (&failure, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_FULL);
  g_assert_null (failure);
  g_clear_error (&error);
  failure = g_error_new_literal (QH_ERROR, QH_ERROR_FULL, "It is full.");
  g_assert_false (qh_error_pass_on (&failure, NULL));
  g_assert_null (failure);
}

static void
test_exit_status (void)
{
  static const int statuses[] = { 2, 2, 1, 3, 3, 3, 3, 3, 2 };

  for (guint code = 0; code < G_N_ELEMENTS (statuses); code++) {
    g_autoptr (GError) error = g_error_new_literal (QH_ERROR, code, "-");
    g_assert_cmpint (qh_error_exit_status (error), ==, statuses[code]);
  }
  g_autoptr (GError) full = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "-");
  g_autoptr (GError) missing = g_error_new_literal (G_FILE_ERROR, G_FILE_ERROR_NOENT, "-");
  g_assert_cmpint (qh_error_exit_status (full), ==, 3);
  g_assert_cmpint (qh_error_exit_status (missing), ==, 2);
}

static void
test_clock (void)
{
  QhClock system = qh_clock_system (), fixed = qh_clock_fixed (1234567, NULL);
  gint64 before = g_get_real_time () / 1000 * 1000;

  g_assert_cmpint (qh_clock_now (&system), >=, before);
  g_assert_cmpint (qh_clock_now (&fixed), ==, 1234000);
}

#define BOOT "01890a5d-ac96-774b-bcce-b302099a8057"
#define OTHER_BOOT "01890a5d-ac96-774b-bcce-b302099a8058"

static const struct {
  QhReading from, to;
  gint64 elapsed;
} moments[] = {
  { { 100, 50, BOOT }, { 100, 50, BOOT }, 0 },
  { { 100, 50, BOOT }, { 107, 57, BOOT }, 7 },
  /* the wall's clock is set */
  { { 100, 50, BOOT }, { 3700, 57, BOOT }, 7 },
  { { 100, 50, BOOT }, { 20, 57, BOOT }, 7 },
  /* started anew */
  { { 100, 50, BOOT }, { 130, 5, OTHER_BOOT }, 30 },
  { { 100, 50, BOOT }, { 20, 5, OTHER_BOOT }, 0 },
  /* not known when it was started */
  { { 100, 50, "" }, { 130, 51, "" }, 30 },
  { { 100, 50, BOOT }, { 130, 51, "" }, 30 },
  { { 100, 50, BOOT }, { 130, 49, BOOT }, 0 },
};

static void
test_elapsed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++) {
    g_test_message ("%u", i);
    g_assert_cmpint (qh_reading_elapsed (&moments[i].from, &moments[i].to), ==, moments[i].elapsed);
  }
}

static void
test_moments (void)
{
  QhReading hands = { 5000, 7, BOOT };
  QhClock system = qh_clock_system (), fixed = qh_clock_fixed (1234567, NULL);
  QhClock by_hand = qh_clock_by_hand (&hands, NULL);
  QhReading first = qh_clock_read (&system), second = qh_clock_read (&system);

  g_assert_cmpint (second.up, >=, first.up);
  g_assert_cmpstr (second.boot, ==, first.boot);
  g_assert_cmpint (qh_clock_read (&fixed).wall, ==, 1234000);
  g_assert_cmpint (qh_clock_now (&by_hand), ==, 5000);
  hands.wall = 9000;
  g_assert_cmpint (qh_clock_now (&by_hand), ==, 9000);
  g_assert_cmpint (qh_clock_read (&by_hand).up, ==, 7);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/id/order", test_ids_sort_as_made);
  g_test_add_func ("/base/id/form", test_id_form);
  g_test_add_func ("/base/time/instants", test_instants);
  g_test_add_func ("/base/time/dates", test_dates);
  g_test_add_func ("/base/time/days-of-a-zone", test_days_of_a_zone);
  g_test_add_func ("/base/time/lengths", test_lengths);
  g_test_add_func ("/base/time/length-texts", test_length_texts);
  g_test_add_func ("/base/text/fold", test_texts);
  g_test_add_func ("/base/text/phrases", test_phrases);
  g_test_add_func ("/base/text/shorten", test_shorten);
  g_test_add_func ("/base/text/money", test_money);
  g_test_add_func ("/base/error/exit-status", test_exit_status);
  g_test_add_func ("/base/error/pass-on", test_pass_on);
  g_test_add_func ("/base/clock", test_clock);
  g_test_add_func ("/base/elapsed", test_elapsed);
  g_test_add_func ("/base/moments", test_moments);
  return g_test_run ();
}
