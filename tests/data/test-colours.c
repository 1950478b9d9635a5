/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds have the same colours in the app's style sheets and in the palette that paints. */
#include "model/qh-enums.h"
#include "paper/qh-palette.h"

/* The colours that a style sheet defines: name to "#rrggbb". */
static void
read_colours (GHashTable *colours, const char *name)
{
  g_autoptr (GRegex) line =
      g_regex_new ("@define-color\\s+(\\w+)\\s+(#[0-9a-f]{6})\\s*;", 0, 0, NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", name, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_regex_match (line, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    g_hash_table_insert (colours, g_match_info_fetch (match, 1), g_match_info_fetch (match, 2));
}

static void
assert_kinds (GHashTable *colours, const QhPalette *palette)
{
  for (guint kind = 1; qh_segment_kind_values[kind - 1].name != NULL; kind++) {
    g_autofree char *name = g_strdup_printf ("qh_%s", qh_segment_kind_values[kind - 1].name);
    g_autofree char *painted = qh_color_to_hex (&palette->kind[kind]);

    g_assert_cmpstr (g_hash_table_lookup (colours, name), ==, painted);
  }
}

static void
test_light (void)
{
  g_autoptr (GHashTable) colours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  read_colours (colours, "style.css");
  assert_kinds (colours, qh_palette_light ());
}

/* The dark sheet is read over the light one. */
static void
test_dark (void)
{
  g_autoptr (GHashTable) colours = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  read_colours (colours, "style.css");
  read_colours (colours, "style-dark.css");
  assert_kinds (colours, qh_palette_dark ());
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/colours/light", test_light);
  g_test_add_func ("/colours/dark", test_dark);
  return g_test_run ();
}
