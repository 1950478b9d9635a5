/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds' symbols. A path is read anew each time it is painted: it is a few hundred bytes. */
#include "paper/qh-symbol.h"
#include "model/qh-enums.h"

#define GRID 16.0

typedef struct {
  const char *icon_name;
  const char *path;
} Symbol;

/* In the order of QhSegmentKind, from the first kind on. */
static const Symbol symbols[] = {
  { "qh-open-symbolic",
    "M1 4.6 C1 3.16 2.16 2 3.6 2 L12.4 2 C13.84 2 15 3.16 15 4.6 L15 9.4 C15 10.84 13.84 12 "
    "12.4 12 L8.5 12 L4.39 15.29 C4.17 15.46 4 15.38 4 15.1 L4 12 L2.5 12 C2.16 12 1 10.84 1 "
    "9.4 Z M4.6 6 C5.15 6 5.6 6.45 5.6 7 C5.6 7.55 5.15 8 4.6 8 C4.05 8 3.6 7.55 3.6 7 C3.6 "
    "6.45 4.05 6 4.6 6 Z M8 6 C8.55 6 9 6.45 9 7 C9 7.55 8.55 8 8 8 C7.45 8 7 7.55 7 7 C7 "
    "6.45 7.45 6 8 6 Z M11.4 6 C11.95 6 12.4 6.45 12.4 7 C12.4 7.55 11.95 8 11.4 8 C10.85 8 "
    "10.4 7.55 10.4 7 C10.4 6.45 10.85 6 11.4 6 Z" },
  { "qh-educate-symbolic",
    "M5.5 12 L5.5 10.9 C3.7 9.9 2.5 8.1 2.5 6 C2.5 2.96 4.96 0.5 8 0.5 C11.04 0.5 13.5 2.96 "
    "13.5 6 C13.5 8.1 12.3 9.9 10.5 10.9 L10.5 12 Z M8 2.5 C9.93 2.5 11.5 4.07 11.5 6 C11.5 "
    "7.93 9.93 9.5 8 9.5 C6.07 9.5 4.5 7.93 4.5 6 C4.5 4.07 6.07 2.5 8 2.5 Z M5.5 13 L10.5 13 "
    "L10.5 14.4 L9.3 15.6 L6.7 15.6 L5.5 14.4 Z" },
  { "qh-improve-symbolic",
    "M1 11.7 C1 11.31 1.31 11 1.7 11 L6 11 L6 7.7 C6 7.31 6.31 7 6.7 7 L10 7 L10 3.7 C10 3.31 "
    "10.31 3 10.7 3 L14.3 3 C14.69 3 15 3.31 15 3.7 L15 14.3 C15 14.69 14.69 15 14.3 15 L1.7 "
    "15 C1.31 15 1 14.69 1 14.3 Z" },
  { "qh-escape-symbolic",
    "M3.5 2.6 L9 1 L9 15.4 L3.5 13.9 Z M7.2 7.35 C7.72 7.35 8.15 7.78 8.15 8.3 C8.15 8.82 "
    "7.72 9.25 7.2 9.25 C6.68 9.25 6.25 8.82 6.25 8.3 C6.25 7.78 6.68 7.35 7.2 7.35 Z M10.2 2 "
    "L12.7 2 C13.14 2 13.5 2.36 13.5 2.8 L13.5 13 L15.5 13 L15.5 15 L10.2 15 L10.2 13 L11.5 "
    "13 L11.5 4 L10.2 4 Z M0.5 13 L2.4 13 L2.4 15 L0.5 15 Z" },
  { "qh-aesthetics-symbolic",
    "M6.6 2.8 C7.43 7 8.8 8.37 13 9.2 C8.8 10.03 7.43 11.4 6.6 15.6 C5.77 11.4 4.4 10.03 0.2 "
    "9.2 C4.4 8.37 5.77 7 6.6 2.8 Z M13 0.4 C13.36 2.3 13.9 2.84 15.8 3.2 C13.9 3.56 13.36 "
    "4.1 13 6 C12.64 4.1 12.1 3.56 10.2 3.2 C12.1 2.84 12.64 2.3 13 0.4 Z" },
  { "qh-close-symbolic",
    "M0 3 L2 3 L2 11 L0 11 Z M14 3 L16 3 L16 11 L14 11 Z M3 4 L5.41 3.52 C5.74 3.45 6.25 3.5 "
    "6.56 3.62 L7.63 4.05 C7.83 4.13 8.17 4.13 8.37 4.05 L9.44 3.62 C9.75 3.5 10.26 3.45 "
    "10.59 3.52 L13 4 L13 10 L12.45 10.15 C12.16 10.23 11.71 10.49 11.48 10.73 L9.53 12.75 "
    "C9.18 13.11 8.5 13.4 8 13.4 L8 13.4 C7.5 13.4 6.82 13.11 6.47 12.75 L4.52 10.73 C4.29 "
    "10.49 3.84 10.23 3.55 10.15 L3 10 Z M7.66 4.53 L4.66 7.3 L6.64 9.12 L8.93 7.73 L11.55 "
    "10.26 L12.25 9.54 L9.07 6.47 L6.76 7.88 L6.14 7.3 L8.34 5.27 Z" },
  { "qh-housekeeping-symbolic",
    "M14.08 0.51 C14.43 0.15 15 0.15 15.35 0.51 L15.49 0.65 C15.85 1 15.85 1.57 15.49 1.92 "
    "L11.39 6.02 C11.04 6.37 10.47 6.37 10.12 6.02 L9.98 5.88 C9.63 5.53 9.63 4.96 9.98 4.61 "
    "Z M7.5 4.82 L11.18 8.5 L10.19 10.33 L5.67 5.81 Z M4.75 6.3 L9.7 11.25 L8.64 15.28 L6.87 "
    "12.67 L5.1 13.16 L4.53 10.9 L2.34 10.83 L2.55 8.92 L0.72 7.36 Z" },
};

static const Symbol *
find (int kind)
{
  gboolean known = kind >= QH_SEGMENT_KIND_OPEN && kind <= QH_SEGMENT_KIND_HOUSEKEEPING;
  return known ? &symbols[kind - QH_SEGMENT_KIND_OPEN] : NULL;
}

const char *
qh_symbol_path (int kind)
{
  const Symbol *symbol = find (kind);
  return symbol != NULL ? symbol->path : NULL;
}

const char *
qh_symbol_icon_name (int kind)
{
  const Symbol *symbol = find (kind);
  return symbol != NULL ? symbol->icon_name : NULL;
}

/* Reads @n numbers at @text, and returns what follows them. */
static const char *
read_numbers (const char *text, double *numbers, guint n)
{
  for (guint i = 0; i < n; i++) {
    char *end;
    numbers[i] = g_ascii_strtod (text, &end);
    text = end;
  }
  return text;
}

/* Adds the command at @path to the current path of @cr, and returns what follows it. */
static const char *
add_command (const char *path, cairo_t *cr)
{
  double p[6];

  switch (*path) {
  case 'M':
    path = read_numbers (path + 1, p, 2);
    cairo_move_to (cr, p[0], p[1]);
    return path;
  case 'L':
    path = read_numbers (path + 1, p, 2);
    cairo_line_to (cr, p[0], p[1]);
    return path;
  case 'C':
    path = read_numbers (path + 1, p, 6);
    cairo_curve_to (cr, p[0], p[1], p[2], p[3], p[4], p[5]);
    return path;
  case 'Z':
    cairo_close_path (cr);
    return path + 1;
  default:
    return path + 1;
  }
}

void
qh_symbol_paint (int kind, cairo_t *cr, double x, double y, double size)
{
  const char *path = qh_symbol_path (kind);

  if (path == NULL)
    return;
  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / GRID, size / GRID);
  cairo_new_path (cr);
  while (*path != '\0')
    path = add_command (path, cr);
  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_fill (cr);
  cairo_restore (cr);
}
