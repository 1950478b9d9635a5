/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short walk of a fuzz target without a fuzzer: every seed as it is, then seeds cut, joined and
 * changed byte by byte. The seed of a run is printed by GLib's test framework. */
#include "fuzz.h"
#include <string.h>

#define ROUNDS 3000

/* Bytes that mean something, and some that no text has. */
static const char spice[] =
    "@#!>\"/:0123456789 \t\n“”„«\xd8\xb4\xf0\x9f\x9a\x9a\xff\xc3\xe2\x80\x8f";

static GPtrArray *
read_corpus (const char *folder)
{
  GPtrArray *seeds = g_ptr_array_new_with_free_func ((GDestroyNotify)g_bytes_unref);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    char *data = NULL;
    gsize size = 0;
    g_assert_true (g_file_get_contents (path, &data, &size, NULL));
    g_ptr_array_add (seeds, g_bytes_new_take (data, size));
  }
  g_assert_cmpuint (seeds->len, >, 0);
  return seeds;
}

static void
try_bytes (GByteArray *bytes)
{
  g_assert_cmpint (LLVMFuzzerTestOneInput (bytes->data, bytes->len), ==, 0);
}

/* A piece of any seed. */
static void
append_piece (GByteArray *bytes, GPtrArray *seeds)
{
  GBytes *seed = seeds->pdata[g_test_rand_int_range (0, (gint)seeds->len)];
  gsize size;
  const guint8 *data = g_bytes_get_data (seed, &size);
  gsize from = size > 0 ? (gsize)g_test_rand_int_range (0, (gint)size) : 0;
  gsize length = size > from ? (gsize)g_test_rand_int_range (0, (gint)(size - from) + 1) : 0;

  g_byte_array_append (bytes, data + from, (guint)length);
}

static void
change_some (GByteArray *bytes)
{
  int n = g_test_rand_int_range (0, 4);

  for (int i = 0; i < n && bytes->len > 0; i++) {
    guint at = (guint)g_test_rand_int_range (0, (gint)bytes->len);
    bytes->data[at] = (guint8)spice[g_test_rand_int_range (0, (gint)sizeof spice)];
  }
}

static void
test_corpus (gconstpointer folder)
{
  g_autoptr (GPtrArray) seeds = read_corpus (folder);

  for (guint i = 0; i < seeds->len; i++) {
    gsize size;
    const guint8 *data = g_bytes_get_data (seeds->pdata[i], &size);
    g_assert_cmpint (LLVMFuzzerTestOneInput (data, size), ==, 0);
  }
}

static void
test_mutations (gconstpointer folder)
{
  g_autoptr (GPtrArray) seeds = read_corpus (folder);

  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr (GByteArray) bytes = g_byte_array_new ();
    int pieces = g_test_rand_int_range (1, 5);
    for (int i = 0; i < pieces; i++)
      append_piece (bytes, seeds);
    change_some (bytes);
    try_bytes (bytes);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  g_test_add_data_func ("/fuzz/corpus", argv[1], test_corpus);
  g_test_add_data_func ("/fuzz/mutations", argv[1], test_mutations);
  return g_test_run ();
}
