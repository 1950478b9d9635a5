/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-enums.h"
#include "paper/qh-heat.h"
#include "paper/qh-palette.h"
#include "paper/qh-symbol.h"
#include <math.h>

#define KINDS 8
#define AA 4.5
#define AA_LARGE 3.0
#define AAA 7.0

static double
channel (double value)
{
  return value <= 0.03928 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
luminance (const QhColor *color)
{
  return 0.2126 * channel (color->red) + 0.7152 * channel (color->green) +
         0.0722 * channel (color->blue);
}

/* As WCAG 2 has it. */
static double
contrast (const QhColor *a, const QhColor *b)
{
  double first = luminance (a) + 0.05, second = luminance (b) + 0.05;
  return MAX (first, second) / MIN (first, second);
}

static QhColor
gray (int byte)
{
  return (QhColor){ byte / 255.0, byte / 255.0, byte / 255.0, 1 };
}

static void
test_contrast_itself (void)
{
  QhColor black = gray (0), white = gray (255), middle = gray (0x77);

  g_assert_cmpfloat_with_epsilon (contrast (&black, &white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (contrast (&white, &black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (contrast (&middle, &white), 4.48, 0.01);
}

/* Each palette, with the lightest or darkest ground its drawings stand on in the app. */
typedef struct {
  const char *name;
  const QhPalette *palette;
  QhColor ground;
  double least; /* contrast of text */
} Case;

static void
list_cases (Case cases[4])
{
  cases[0] = (Case){ "light", qh_palette_light (), gray (0xfa), AA };
  cases[1] = (Case){ "dark", qh_palette_dark (), gray (0x38), AA };
  cases[2] = (Case){ "high contrast", qh_palette_high_contrast (FALSE), gray (0xfa), AAA };
  cases[3] = (Case){ "high contrast, dark", qh_palette_high_contrast (TRUE), gray (0x30), AAA };
}

static void
test_text_on_colours (void)
{
  Case cases[4];

  list_cases (cases);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint kind = 0; kind < KINDS; kind++) {
      const QhPalette *palette = cases[i].palette;
      g_test_message ("%s, kind %u", cases[i].name, kind);
      g_assert_cmpfloat (contrast (&palette->on_kind[kind], &palette->kind[kind]), >=,
                         cases[i].least);
    }
}

/* Where text stands on a hatched ground, it is readable on the lines too. */
static void
test_text_on_hatch (void)
{
  const int hatched[] = { QH_SEGMENT_KIND_UNSET, QH_SEGMENT_KIND_HOUSEKEEPING };
  Case cases[4];

  list_cases (cases);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint k = 0; k < G_N_ELEMENTS (hatched); k++) {
      const QhPalette *palette = cases[i].palette;
      g_test_message ("%s, kind %d", cases[i].name, hatched[k]);
      g_assert_cmpfloat (palette->hatch[hatched[k]].alpha, ==, 1);
      g_assert_cmpfloat (contrast (&palette->on_kind[hatched[k]], &palette->hatch[hatched[k]]), >=,
                         cases[i].least);
    }
}

static void
test_text_on_grounds (void)
{
  Case cases[4];

  list_cases (cases);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const QhPalette *p = cases[i].palette;
    const QhColor *texts[] = { &p->text, &p->dim, &p->good, &p->middling, &p->bad };
    g_test_message ("%s", cases[i].name);
    for (guint t = 0; t < G_N_ELEMENTS (texts); t++) {
      g_assert_cmpfloat (contrast (texts[t], &cases[i].ground), >=, cases[i].least);
      g_assert_cmpfloat (contrast (texts[t], &p->paper), >=, cases[i].least);
    }
    g_assert_cmpfloat (contrast (&p->accent, &cases[i].ground), >=, AA_LARGE);
  }
}

/* The numbers in the cells of the heat map, at each level. */
static void
test_text_on_heat (void)
{
  Case cases[4];

  list_cases (cases);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int level = 0; level <= 4; level++) {
      QhColor cell, text;
      qh_heat_colors (level, cases[i].palette, &cell, &text);
      g_test_message ("%s, level %d", cases[i].name, level);
      g_assert_cmpfloat (contrast (&text, &cell), >=, cases[i].least);
    }
}

static void
test_look (void)
{
  static const struct {
    int kind;
    const char *light, *dark;
  } colours[] = {
    { QH_SEGMENT_KIND_OPEN, "#9a9996", "#9a9996" },
    { QH_SEGMENT_KIND_EDUCATE, "#1c71d8", "#62a0ea" },
    { QH_SEGMENT_KIND_IMPROVE, "#26a269", "#57e389" },
    { QH_SEGMENT_KIND_ESCAPE, "#e66100", "#ffa348" },
    { QH_SEGMENT_KIND_AESTHETICS, "#9141ac", "#dc8add" },
    { QH_SEGMENT_KIND_CLOSE, "#9a9996", "#9a9996" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (colours); i++) {
    g_autofree char *light = qh_color_to_hex (&qh_palette_light ()->kind[colours[i].kind]);
    g_autofree char *dark = qh_color_to_hex (&qh_palette_dark ()->kind[colours[i].kind]);
    g_assert_cmpstr (light, ==, colours[i].light);
    g_assert_cmpstr (dark, ==, colours[i].dark);
  }
}

static void
test_score (void)
{
  const QhPalette *palette = qh_palette_light ();

  g_assert_true (qh_palette_score (palette, 100) == &palette->good);
  g_assert_true (qh_palette_score (palette, 80) == &palette->good);
  g_assert_true (qh_palette_score (palette, 79) == &palette->middling);
  g_assert_true (qh_palette_score (palette, 50) == &palette->middling);
  g_assert_true (qh_palette_score (palette, 49) == &palette->bad);
  g_assert_true (qh_palette_score (palette, 0) == &palette->bad);
}

static void
test_hex (void)
{
  QhColor color = { 0, 0.5, 1, 0.2 };
  QhColor beyond = { -1, 2, 0.999, 1 };
  g_autofree char *hex = qh_color_to_hex (&color);
  g_autofree char *clamped = qh_color_to_hex (&beyond);

  g_assert_cmpstr (hex, ==, "#0080ff");
  g_assert_cmpstr (clamped, ==, "#00ffff");
}

static void
test_symbols_are_the_icons (void)
{
  for (int kind = QH_SEGMENT_KIND_OPEN; kind <= QH_SEGMENT_KIND_HOUSEKEEPING; kind++) {
    g_autofree char *name = g_strconcat (qh_symbol_icon_name (kind), ".svg", NULL);
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "icons", "hicolor",
                                                   "scalable", "actions", name, NULL);
    g_autofree char *drawn =
        g_strdup_printf ("fill-rule=\"evenodd\" d=\"%s\"", qh_symbol_path (kind));
    g_autofree char *svg = NULL;
    g_autoptr (GError) error = NULL;
    g_file_get_contents (path, &svg, NULL, &error);
    g_assert_no_error (error);
    g_assert_nonnull (strstr (svg, drawn));
    g_assert_nonnull (strstr (name, qh_enum_name (qh_segment_kind_values, kind)));
  }
  g_assert_null (qh_symbol_path (QH_SEGMENT_KIND_UNSET));
  g_assert_null (qh_symbol_path (QH_SEGMENT_KIND_HOUSEKEEPING + 1));
  g_assert_null (qh_symbol_icon_name (-1));
}

/* How much of a square of 64 a symbol covers, and whether it stays inside. */
static double
cover (int kind)
{
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_A8, 80, 80);
  cairo_t *cr = cairo_create (image);
  guint covered = 0;

  qh_symbol_paint (kind, cr, 8, 8, 64);
  cairo_destroy (cr);
  cairo_surface_flush (image);
  for (int y = 0; y < 80; y++)
    for (int x = 0; x < 80; x++) {
      const guchar *row =
          cairo_image_surface_get_data (image) + y * cairo_image_surface_get_stride (image);
      if (row[x] > 127) {
        covered++;
        g_assert_true (x >= 8 && x < 72 && y >= 8 && y < 72);
      }
    }
  cairo_surface_destroy (image);
  return covered / (64.0 * 64.0);
}

static void
test_symbols_fill_their_square (void)
{
  for (int kind = QH_SEGMENT_KIND_OPEN; kind <= QH_SEGMENT_KIND_HOUSEKEEPING; kind++) {
    g_test_message ("kind %d covers %.2f", kind, cover (kind));
    g_assert_cmpfloat (cover (kind), >, 0.15);
    g_assert_cmpfloat (cover (kind), <, 0.75);
  }
  g_assert_cmpfloat (cover (QH_SEGMENT_KIND_UNSET), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/paper/palette/contrast-itself", test_contrast_itself);
  g_test_add_func ("/paper/palette/text-on-colours", test_text_on_colours);
  g_test_add_func ("/paper/palette/text-on-hatch", test_text_on_hatch);
  g_test_add_func ("/paper/palette/text-on-grounds", test_text_on_grounds);
  g_test_add_func ("/paper/palette/text-on-heat", test_text_on_heat);
  g_test_add_func ("/paper/palette/look", test_look);
  g_test_add_func ("/paper/palette/score", test_score);
  g_test_add_func ("/paper/palette/hex", test_hex);
  g_test_add_func ("/paper/symbol/icons", test_symbols_are_the_icons);
  g_test_add_func ("/paper/symbol/square", test_symbols_fill_their_square);
  return g_test_run ();
}
