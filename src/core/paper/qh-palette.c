/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table of colours. Kinds stand in the order of QhSegmentKind: the rest, open, educate,
 * improve, escape, aesthetics, close, housekeeping. */
#include "paper/qh-palette.h"

#define RGBA(hex, alpha_)                                                                       \
  {                                                                                             \
    (((hex) >> 16) & 0xff) / 255.0, (((hex) >> 8) & 0xff) / 255.0, ((hex)&0xff) / 255.0, alpha_ \
  }
#define RGB(hex) RGBA (hex, 1.0)

static const QhPalette light = {
  .kind = { RGB (0xe9e9e9), RGB (0x9a9996), RGB (0x1c71d8), RGB (0x26a269), RGB (0xe66100),
            RGB (0x9141ac), RGB (0x9a9996), RGB (0x9a9996) },
  .on_kind = { RGB (0x59585d), RGB (0x161616), RGB (0xffffff), RGB (0x00180c), RGB (0x240f00),
               RGB (0xffffff), RGB (0x161616), RGB (0x161616) },
  .hatch = { RGB (0xf7f7f7), RGBA (0xffffff, 0.55), RGBA (0xffffff, 0.55), RGBA (0xffffff, 0.55),
             RGBA (0xffffff, 0.55), RGBA (0xffffff, 0.55), RGBA (0xffffff, 0.55), RGB (0xbbbab7) },
  .text = RGB (0x1c1c1f),
  .dim = RGB (0x67666b),
  .line = RGB (0xdcdbd9),
  .paper = RGB (0xffffff),
  .accent = RGB (0x1c71d8),
  .good = RGB (0x1a7f4f),
  .middling = RGB (0x905e00),
  .bad = RGB (0xc01c28),
};

static const QhPalette dark = {
  .kind = { RGB (0x3d3d3d), RGB (0x9a9996), RGB (0x62a0ea), RGB (0x57e389), RGB (0xffa348),
            RGB (0xdc8add), RGB (0x9a9996), RGB (0x9a9996) },
  .on_kind = { RGB (0xcfced2), RGB (0x161616), RGB (0x04152b), RGB (0x04200f), RGB (0x2b1500),
               RGB (0x2a0a30), RGB (0x161616), RGB (0x161616) },
  .hatch = { RGB (0x474747), RGBA (0x1e1e1e, 0.6), RGBA (0x1e1e1e, 0.6), RGBA (0x1e1e1e, 0.6),
             RGBA (0x1e1e1e, 0.6), RGBA (0x1e1e1e, 0.6), RGBA (0x1e1e1e, 0.6), RGB (0x868580) },
  .text = RGB (0xffffff),
  .dim = RGB (0xbcbbbf),
  .line = RGB (0x505054),
  .paper = RGB (0x242424),
  .accent = RGB (0x78aeed),
  .good = RGB (0x8ff0a4),
  .middling = RGB (0xf8e45c),
  .bad = RGB (0xff8c77),
};

static const QhPalette high_contrast_light = {
  .kind = { RGB (0xd2d1cf), RGB (0x504f52), RGB (0x0f4a96), RGB (0x125c3b), RGB (0x8a3800),
            RGB (0x692481), RGB (0x504f52), RGB (0xc0bfbc) },
  .on_kind = { RGB (0x000000), RGB (0xffffff), RGB (0xffffff), RGB (0xffffff), RGB (0xffffff),
               RGB (0xffffff), RGB (0xffffff), RGB (0x000000) },
  .hatch = { RGB (0xf0f0f0), RGBA (0xffffff, 0.7), RGBA (0xffffff, 0.7), RGBA (0xffffff, 0.7),
             RGBA (0xffffff, 0.7), RGBA (0xffffff, 0.7), RGBA (0xffffff, 0.7), RGB (0x9a9996) },
  .text = RGB (0x000000),
  .dim = RGB (0x3a3a3d),
  .line = RGB (0x77767b),
  .paper = RGB (0xffffff),
  .accent = RGB (0x0f4a96),
  .good = RGB (0x0d5733),
  .middling = RGB (0x6b4500),
  .bad = RGB (0x8f0e18),
};

static const QhPalette high_contrast_dark = {
  .kind = { RGB (0x4a4a4a), RGB (0xd0cfcc), RGB (0x99c1f1), RGB (0x8ff0a4), RGB (0xffbe6f),
            RGB (0xf0b8f1), RGB (0xd0cfcc), RGB (0x3d3c42) },
  .on_kind = { RGB (0xffffff), RGB (0x000000), RGB (0x000000), RGB (0x000000), RGB (0x000000),
               RGB (0x000000), RGB (0x000000), RGB (0xffffff) },
  .hatch = { RGB (0x383838), RGBA (0x000000, 0.7), RGBA (0x000000, 0.7), RGBA (0x000000, 0.7),
             RGBA (0x000000, 0.7), RGBA (0x000000, 0.7), RGBA (0x000000, 0.7), RGB (0x545359) },
  .text = RGB (0xffffff),
  .dim = RGB (0xdddce0),
  .line = RGB (0x9a9996),
  .paper = RGB (0x1e1e1e),
  .accent = RGB (0x99c1f1),
  .good = RGB (0xa8f5b9),
  .middling = RGB (0xf9f06b),
  .bad = RGB (0xffb3a5),
};

const QhPalette *
qh_palette_light (void)
{
  return &light;
}

const QhPalette *
qh_palette_dark (void)
{
  return &dark;
}

const QhPalette *
qh_palette_high_contrast (gboolean is_dark)
{
  return is_dark ? &high_contrast_dark : &high_contrast_light;
}

void
qh_color_set (const QhColor *color, cairo_t *cr)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static guint
byte_of (double part)
{
  return (guint)(CLAMP (part, 0, 1) * 255 + 0.5);
}

char *
qh_color_to_hex (const QhColor *color)
{
  return g_strdup_printf ("#%02x%02x%02x", byte_of (color->red), byte_of (color->green),
                          byte_of (color->blue));
}

const QhColor *
qh_palette_score (const QhPalette *palette, int score)
{
  if (score >= 80)
    return &palette->good;
  return score >= 50 ? &palette->middling : &palette->bad;
}
