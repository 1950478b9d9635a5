/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture-fixture.h"

static void
set_numbers (QhPictureRow *row, const double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    if (numbers[i] >= 0)
      qh_picture_row_set_number (row, i + 1, numbers[i]);
}

/* Minutes of four kinds, from November 2025 on; in the third month there was nothing. */
QhPicture *
picture_fixture_stacks (guint months)
{
  static const double numbers[][5] = {
    { 2400, 1200, 3000, 600, 4 },
    { 1800, 2400, 1500, 900, 5 },
    { -1, -1, -1, -1, -1 },
    { 3600, 600, 600, 300, 6 },
  };
  QhPicture *picture = qh_picture_new ("minutes", "Minutes by Kind", QH_PICTURE_STACKS);

  qh_picture_add_column (picture, "month", "Month", QH_UNIT_MONTH);
  qh_picture_add_column (picture, "educate", "Educate", QH_UNIT_SECONDS);
  qh_picture_add_column (picture, "improve", "Improve", QH_UNIT_SECONDS);
  qh_picture_add_column (picture, "escape", "Escape", QH_UNIT_SECONDS);
  qh_picture_add_column (picture, "aesthetics", "Aesthetics", QH_UNIT_SECONDS);
  qh_picture_add_column (picture, "meetings", "Meetings", QH_UNIT_COUNT);
  for (guint i = 0; i < months; i++) {
    g_autofree char *month = g_strdup_printf ("%u-%02u", 2025 + (10 + i) / 12, (10 + i) % 12 + 1);
    set_numbers (qh_picture_add_row (picture, month, NULL, NULL), numbers[i % 4], 5);
  }
  qh_picture_say (picture, g_strdup ("Most time went to escape"), 15, 5);
  return picture;
}

QhPicture *
picture_fixture_pairs (void)
{
  static const char *const names[] = { "Billing", "Phone", "Ordering, by the form on the website" };
  static const double numbers[][2] = { { 120000, 30000 }, { 60000, -1 }, { 0, 45000 } };
  QhPicture *picture = qh_picture_new ("friction-cost", "Cost of Friction", QH_PICTURE_PAIRS);

  qh_picture_add_column (picture, "touchpoint", "Touchpoint", QH_UNIT_TEXT);
  qh_picture_add_column (picture, "opened", "Opened", QH_UNIT_MONEY);
  qh_picture_add_column (picture, "removed", "Removed", QH_UNIT_MONEY);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    set_numbers (qh_picture_add_row (picture, names[i], NULL, NULL), numbers[i], 2);
  qh_picture_say (picture, g_strdup ("€1,800 a year opened, €750 removed"), 9, 1);
  return picture;
}

/* Two shares over eight months; in the fourth and fifth nobody called. */
QhPicture *
picture_fixture_lines (void)
{
  static const double numbers[][2] = {
    { 0.5, 0.3 }, { 0.6, 0.3 }, { 0.7, 0.25 }, { -1, -1 },
    { -1, -1 },   { 0.8, 0.1 }, { 0.75, 0.2 }, { 1, 0.98 },
  };
  QhPicture *picture = qh_picture_new ("contacts", "Contacts", QH_PICTURE_LINES);

  qh_picture_add_column (picture, "month", "Month", QH_UNIT_MONTH);
  qh_picture_add_column (picture, "first-ring", "First ring", QH_UNIT_SHARE);
  qh_picture_add_column (picture, "solved", "Solved at once", QH_UNIT_SHARE);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    g_autofree char *month = g_strdup_printf ("2026-%02u", i + 1);
    set_numbers (qh_picture_add_row (picture, month, NULL, NULL), numbers[i], 2);
  }
  qh_picture_say (picture, g_strdup ("More and more is answered at the first ring"), 60, 5);
  return picture;
}

QhPicture *
picture_fixture_intervals (void)
{
  static const char *const names[] = { "Score 0 to 49", "Score 50 to 79", "Score 80 to 100" };
  static const double numbers[][4] = { { 0.25, 0.07, 0.59, 8 },
                                       { -1, -1, -1, 0 },
                                       { 0.8, 0.55, 0.93, 15 } };
  QhPicture *picture = qh_picture_new ("scores", "Scores and Outputs", QH_PICTURE_INTERVALS);

  qh_picture_add_column (picture, "band", "Score", QH_UNIT_TEXT);
  qh_picture_add_column (picture, "share", "Reached", QH_UNIT_SHARE);
  qh_picture_add_column (picture, "low", "At least", QH_UNIT_SHARE);
  qh_picture_add_column (picture, "high", "At most", QH_UNIT_SHARE);
  qh_picture_add_column (picture, "n", "Meetings", QH_UNIT_COUNT);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    set_numbers (qh_picture_add_row (picture, names[i], NULL, NULL), numbers[i], 4);
  qh_picture_say (picture, g_strdup ("High scores did reach more"), 23, 5);
  return picture;
}

QhPicture *
picture_fixture_pareto (guint rows)
{
  QhPicture *picture = qh_picture_new ("pareto", "What to Remove First", QH_PICTURE_PARETO);

  qh_picture_add_column (picture, "friction", "Friction", QH_UNIT_TEXT);
  qh_picture_add_column (picture, "cost", "A year", QH_UNIT_MONEY);
  qh_picture_add_column (picture, "together", "Together", QH_UNIT_SHARE);
  qh_picture_add_column (picture, "decision", "Decision", QH_UNIT_TEXT);
  qh_picture_add_column (picture, "again", "Look again", QH_UNIT_DATE);
  for (guint i = 0; i < rows; i++) {
    g_autofree char *name = g_strdup_printf ("Friction %u", i + 1);
    QhPictureRow *row = qh_picture_add_row (picture, name, "friction", name);
    qh_picture_row_set_number (row, 1, 100000.0 / (i + 1));
    qh_picture_row_set_number (row, 2, MIN (0.4 + 0.2 * i, 1));
    qh_picture_row_set_text (row, 3, i == 0 ? "Do: new invoices" : "Not decided");
    qh_picture_row_set_text (row, 4, i == 0 ? "2027-01-12" : NULL);
  }
  qh_picture_say (picture, g_strdup ("One friction makes 40 % of the cost"), rows, 1);
  return picture;
}

QhPicture *
picture_fixture_list (void)
{
  QhPicture *picture = qh_picture_new ("silent", "Gone Silent", QH_PICTURE_LIST);

  qh_picture_add_column (picture, "client", "Client", QH_UNIT_TEXT);
  qh_picture_add_column (picture, "since", "Silent since", QH_UNIT_DATE);
  qh_picture_row_set_text (qh_picture_add_row (picture, "Praxis Lindner", "client", "c1"), 1,
                           "2026-03-02");
  qh_picture_say (picture, g_strdup ("One client has gone silent"), 1, 1);
  return picture;
}

QhPicture *
picture_fixture_blank (void)
{
  QhPicture *picture = picture_fixture_pairs ();

  qh_picture_say (picture, g_strdup ("Not enough yet (3 of 5)"), 3, 5);
  return picture;
}
