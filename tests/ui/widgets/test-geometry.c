/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the pointer means on the strip, how lines of chips break, and what drawings say. */
#include "widgets/qh-length-entry.h"
#include "widgets/qh-plan-words.h"
#include "widgets/qh-strip-geometry.h"
#include "widgets/qh-wrap-layout.h"

static void
test_at_end (void)
{
  static const struct {
    QhSpan span;
    double x;
    gboolean at_end;
  } cases[] = {
    { { 100, 60 }, 149.9, FALSE },
    { { 100, 60 }, 150, TRUE },
    { { 100, 60 }, 160, TRUE },
    { { 100, 60 }, 165, TRUE },
    { { 100, 60 }, 165.1, FALSE },
    { { 100, 60 }, 100, FALSE },
    /* a narrow block keeps two thirds of it to be taken by */
    { { 0, 12 }, 7.9, FALSE },
    { { 0, 12 }, 8, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (qh_span_at_end (&cases[i].span, cases[i].x, 10), ==, cases[i].at_end);
}

static void
test_stretch (void)
{
  static const struct {
    gint64 seconds;
    double pixels;
    gint64 after;
  } cases[] = {
    { 120, 0, 120 },    { 120, 7.4, 120 },   { 120, 7.6, 150 }, { 120, -7.6, 90 },
    { 120, -1000, 30 }, { 120, 1e9, 14400 }, { 110, 0, 120 },   { 100, 0, 90 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (qh_length_stretch (cases[i].seconds, cases[i].pixels, 2), ==, cases[i].after);
}

static void
test_step (void)
{
  static const struct {
    gint64 seconds;
    int steps;
    gint64 after;
  } cases[] = {
    { 120, 1, 150 }, { 120, -1, 90 }, { 30, -1, 30 },      { 60, -1, 30 },      { 0, 1, 30 },
    { 100, 1, 120 }, { 100, -1, 90 }, { 14400, 1, 14400 }, { 14390, 1, 14400 }, { 45, -1, 30 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (qh_length_step (cases[i].seconds, cases[i].steps), ==, cases[i].after);
}

static void
test_drop (void)
{
  static const QhSpan spans[] = { { 0, 40 }, { 44, 100 }, { 148, 60 } };

  g_assert_cmpuint (qh_spans_drop (spans, 3, 0, 20), ==, 0);
  g_assert_cmpuint (qh_spans_drop (spans, 3, 0, 94), ==, 0);
  g_assert_cmpuint (qh_spans_drop (spans, 3, 0, 94.1), ==, 1);
  g_assert_cmpuint (qh_spans_drop (spans, 3, 0, 500), ==, 2);
  g_assert_cmpuint (qh_spans_drop (spans, 3, 2, 20), ==, 0);
  g_assert_cmpuint (qh_spans_drop (spans, 3, 2, 20.1), ==, 1);
  g_assert_cmpuint (qh_spans_drop (spans, 3, 1, 94), ==, 1);
}

static void
test_wrap (void)
{
  QhWrapBox boxes[] = { { 10, 100 }, { 10, 100 }, { 10, 100 }, { 90, 90 } };

  /* All fit. */
  g_assert_cmpuint (qh_wrap_break (boxes, 3, 310, 5, 100), ==, 1);
  g_assert_cmpint (boxes[2].width, ==, 100);
  /* One pixel less, and the last stands below. */
  g_assert_cmpuint (qh_wrap_break (boxes, 3, 309, 5, 100), ==, 2);
  g_assert_cmpuint (boxes[1].line, ==, 0);
  g_assert_cmpuint (boxes[2].line, ==, 1);
  /* Squeezed instead, all alike. */
  g_assert_cmpuint (qh_wrap_break (boxes, 3, 250, 5, 60), ==, 1);
  g_assert_cmpint (boxes[0].width, ==, 80);
  g_assert_cmpint (boxes[2].width, ==, 80);
  /* Not below its minimum, and not wider than the line. */
  g_assert_cmpuint (qh_wrap_break (boxes, 4, 60, 5, 60), ==, 4);
  g_assert_cmpint (boxes[0].width, ==, 60);
  g_assert_cmpint (boxes[3].width, ==, 90);
  g_assert_cmpuint (qh_wrap_break (boxes, 0, 60, 5, 60), ==, 0);
}

static void
test_length_read (void)
{
  gint64 seconds;

  g_assert_true (qh_length_entry_read ("4:30", &seconds));
  g_assert_cmpint (seconds, ==, 270);
  g_assert_true (qh_length_entry_read ("240", &seconds));
  g_assert_false (qh_length_entry_read ("240:01", &seconds));
  g_assert_false (qh_length_entry_read ("", &seconds));
  g_assert_false (qh_length_entry_read ("soon", &seconds));
}

static void
test_words (void)
{
  static const QhBlock blocks[] = {
    { QH_SEGMENT_KIND_OPEN, 60, "Hello" },
    { QH_SEGMENT_KIND_ESCAPE, 270, "Wrong invoices" },
    { QH_SEGMENT_KIND_CLOSE, 30, NULL },
  };
  static const char *const names[] = {
    "Hello, Open, 1 minute, 1 of 3",
    "Wrong invoices, Escape, 4 minutes 30 seconds, 2 of 3",
    ", Close, 30 seconds, 3 of 3",
  };
  g_autofree char *scored = qh_dial_description (blocks, 3, 900, 88);
  g_autofree char *bare = qh_dial_description (blocks, 0, 60, -1);

  g_assert_cmpstr (scored, ==, "Score 88, 6 of 15 minutes; Open 1, Escape 4:30, Close 0:30");
  g_assert_cmpstr (bare, ==, "0 of 1 minute");
  for (guint i = 0; i < 3; i++) {
    g_autofree char *name = qh_block_description (&blocks[i], i, 3);
    g_assert_cmpstr (name, ==, names[i]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/strip/at-end", test_at_end);
  g_test_add_func ("/strip/stretch", test_stretch);
  g_test_add_func ("/strip/step", test_step);
  g_test_add_func ("/strip/drop", test_drop);
  g_test_add_func ("/wrap/break", test_wrap);
  g_test_add_func ("/length/read", test_length_read);
  g_test_add_func ("/words", test_words);
  return g_test_run ();
}
