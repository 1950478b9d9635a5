/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans laid beside each other: from two on it is told, not before. */
#include "design/qh-across.h"

typedef GPtrArray *(*Lay) (GPtrArray *mentions);

static void
say (GPtrArray *mentions, const char *client, const char *rep, const char *text, const char *place)
{
  g_autofree char *plan = g_strdup_printf ("plan %u", mentions->len);

  g_ptr_array_add (mentions, qh_mention_new (plan, client, rep, rep, text, place));
}

static GPtrArray *
new_mentions (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)qh_mention_free);
}

static void
assert_found (Lay lay, GPtrArray *mentions, guint n)
{
  g_autoptr (GPtrArray) found = lay (mentions);

  g_assert_cmpuint (found->len, ==, n);
}

static void
test_outputs (void)
{
  g_autoptr (GPtrArray) mentions = new_mentions ();
  g_autoptr (GPtrArray) found = NULL;

  say (mentions, "Halden", "Lena", "He knows why", NULL);
  say (mentions, "Halden", "Lena", "he  knows WHY ", NULL);
  say (mentions, "Ferris", "Lena", NULL, NULL);
  say (mentions, "Vesper", "Lena", " ", NULL);
  assert_found (qh_across_outputs, mentions, 0); /* one client, twice, is no copy */
  say (mentions, "Castell", "Tom", "He knows why", NULL);
  found = qh_across_outputs (mentions);
  g_assert_cmpuint (found->len, ==, 1);
  const QhAcross *across = found->pdata[0];
  g_assert_cmpstr (across->text, ==, "He knows why");
  g_assert_cmpuint (across->clients->len, ==, 2);
  g_assert_cmpuint (across->reps->len, ==, 2);
  g_assert_cmpuint (across->plans->len, ==, 3);
  g_assert_cmpuint (across->texts->len, ==, 1);
}

static void
test_frictions (void)
{
  g_autoptr (GPtrArray) mentions = new_mentions ();
  g_autoptr (GPtrArray) found = NULL;

  say (mentions, "Halden", "Lena", "Boxes come open", "delivery");
  say (mentions, "Ferris", "Lena", "Boxes come late", "delivery");
  say (mentions, "Ferris", "Tom", "Nobody answers", "phone");
  say (mentions, "Castell", "Lena", "It is unclear", NULL);
  say (mentions, "Vesper", "Tom", "It is unclear", NULL);
  assert_found (qh_across_frictions, mentions, 0); /* one rep each */
  say (mentions, "Castell", "Tom", "Boxes come open", "delivery");
  found = qh_across_frictions (mentions);
  g_assert_cmpuint (found->len, ==, 1);
  const QhAcross *across = found->pdata[0];
  g_assert_cmpstr (across->place, ==, "delivery");
  g_assert_cmpuint (across->texts->len, ==, 2);
  g_assert_cmpuint (across->reps->len, ==, 2);
  g_assert_cmpuint (across->clients->len, ==, 3);
}

static void
test_content (void)
{
  g_autoptr (GPtrArray) mentions = new_mentions ();
  g_autoptr (GPtrArray) found = NULL;

  say (mentions, "Halden", "Lena", "The benchmark", "14 Mill Lane, Northside");
  say (mentions, "Ferris", "Tom", "The benchmark", "2 Orchard Road, Northside");
  say (mentions, "Ferris", "Tom", "The checklist", "15 Mill Lane, Northside");
  say (mentions, "Castell", "Tom", "The benchmark", NULL);
  say (mentions, "Vesper", "Tom", "The benchmark", "12");
  assert_found (qh_across_content, mentions, 0);
  say (mentions, "Okafor", "Tom", "the Benchmark", "Mill Lane 3a  Northside");
  found = qh_across_content (mentions);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpuint (((QhAcross *)found->pdata[0])->clients->len, ==, 2);
}

/* What most meet comes first, and among equals the alphabet decides. */
static void
test_order (void)
{
  g_autoptr (GPtrArray) mentions = new_mentions ();
  g_autoptr (GPtrArray) found = NULL;
  static const char *const texts[] = { "b", "a", "c", "b", "a", "c", "c" };
  static const char *const clients[] = { "1", "1", "1", "2", "2", "2", "3" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    say (mentions, clients[i], "Lena", texts[i], NULL);
  found = qh_across_outputs (mentions);
  g_assert_cmpuint (found->len, ==, 3);
  g_assert_cmpstr (((QhAcross *)found->pdata[0])->text, ==, "c");
  g_assert_cmpstr (((QhAcross *)found->pdata[1])->text, ==, "a");
  g_assert_cmpstr (((QhAcross *)found->pdata[2])->text, ==, "b");
}

static void
test_street (void)
{
  static const struct {
    const char *address, *street;
  } cases[] = {
    { NULL, NULL },
    { "", NULL },
    { "12", NULL },
    { " , .", NULL },
    { "14 Mill Lane, Northside", "mill lane northside" },
    { "Hauptstr. 7b, 80331 München", "hauptstr münchen" },
    { "Quay 12", "quay" },
    { "North", "north" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *street = qh_across_street (cases[i].address);
    g_assert_cmpstr (street, ==, cases[i].street);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/across/outputs", test_outputs);
  g_test_add_func ("/across/frictions", test_frictions);
  g_test_add_func ("/across/content", test_content);
  g_test_add_func ("/across/order", test_order);
  g_test_add_func ("/across/street", test_street);
  return g_test_run ();
}
