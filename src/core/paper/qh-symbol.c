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
    "12.4 12 L8.7 12 C8.59 12 8.43 12.06 8.34 12.12 L4.39 15.29 C4.17 15.46 4 15.38 4 15.1 L4 "
    "12.2 C4 12.09 3.91 12 3.8 12 L2.5 12 C2.16 12 1 10.84 1 9.4 Z M4.6 6 C5.15 6 5.6 6.45 "
    "5.6 7 C5.6 7.55 5.15 8 4.6 8 C4.05 8 3.6 7.55 3.6 7 C3.6 6.45 4.05 6 4.6 6 Z M8 6 C8.55 "
    "6 9 6.45 9 7 C9 7.55 8.55 8 8 8 C7.45 8 7 7.55 7 7 C7 6.45 7.45 6 8 6 Z M11.4 6 C11.95 6 "
    "12.4 6.45 12.4 7 C12.4 7.55 11.95 8 11.4 8 C10.85 8 10.4 7.55 10.4 7 C10.4 6.45 10.85 6 "
    "11.4 6 Z" },
  { "qh-educate-symbolic",
    "M5.5 12 L5.5 10.9 C3.7 9.9 2.5 8.1 2.5 6 C2.5 2.96 4.96 0.5 8 0.5 C11.04 0.5 13.5 2.96 "
    "13.5 6 C13.5 8.1 12.3 9.9 10.5 10.9 L10.5 12 Z M8 2.5 C9.93 2.5 11.5 4.07 11.5 6 C11.5 "
    "7.93 9.93 9.5 8 9.5 C6.07 9.5 4.5 7.93 4.5 6 C4.5 4.07 6.07 2.5 8 2.5 Z M5.5 13.5 C5.5 "
    "13.22 5.72 13 6 13 L10 13 C10.28 13 10.5 13.22 10.5 13.5 L10.5 13.9 C10.5 14.18 10.34 "
    "14.56 10.15 14.75 L9.65 15.25 C9.46 15.44 9.08 15.6 8.8 15.6 L7.2 15.6 C6.92 15.6 6.54 "
    "15.44 6.35 15.25 L5.85 14.75 C5.66 14.56 5.5 14.18 5.5 13.9 Z" },
  { "qh-improve-symbolic",
    "M1 11.9 C1 11.4 1.4 11 1.9 11 L5.8 11 C5.91 11 6 10.91 6 10.8 L6 7.9 C6 7.4 6.4 7 6.9 7 "
    "L9.8 7 C9.91 7 10 6.91 10 6.8 L10 3.9 C10 3.4 10.4 3 10.9 3 L14.1 3 C14.6 3 15 3.4 15 "
    "3.9 L15 14.1 C15 14.6 14.6 15 14.1 15 L1.9 15 C1.4 15 1 14.6 1 14.1 Z" },
  { "qh-escape-symbolic",
    "M3.5 3 C3.5 2.78 3.67 2.55 3.88 2.49 L8.62 1.11 C8.83 1.05 9 1.18 9 1.4 L9 15 C9 15.22 "
    "8.83 15.35 8.61 15.29 L3.89 14.01 C3.67 13.95 3.5 13.72 3.5 13.5 Z M7.2 7.35 C7.72 7.35 "
    "8.15 7.78 8.15 8.3 C8.15 8.82 7.72 9.25 7.2 9.25 C6.68 9.25 6.25 8.82 6.25 8.3 C6.25 "
    "7.78 6.68 7.35 7.2 7.35 Z M10.2 2.2 C10.2 2.09 10.29 2 10.4 2 L12.7 2 C13.14 2 13.5 2.36 "
    "13.5 2.8 L13.5 12.9 C13.5 12.96 13.54 13 13.6 13 L15.1 13 C15.32 13 15.5 13.18 15.5 13.4 "
    "L15.5 14.6 C15.5 14.82 15.32 15 15.1 15 L10.4 15 C10.29 15 10.2 14.91 10.2 14.8 L10.2 "
    "13.2 C10.2 13.09 10.29 13 10.4 13 L11.4 13 C11.46 13 11.5 12.96 11.5 12.9 L11.5 4.1 "
    "C11.5 4.04 11.46 4 11.4 4 L10.4 4 C10.29 4 10.2 3.91 10.2 3.8 Z M0.5 13.3 C0.5 13.13 "
    "0.63 13 0.8 13 L2.1 13 C2.27 13 2.4 13.13 2.4 13.3 L2.4 14.7 C2.4 14.87 2.27 15 2.1 15 "
    "L0.8 15 C0.63 15 0.5 14.87 0.5 14.7 Z" },
  { "qh-aesthetics-symbolic",
    "M6.6 2.8 C7.43 7 8.8 8.37 13 9.2 C8.8 10.03 7.43 11.4 6.6 15.6 C5.77 11.4 4.4 10.03 0.2 "
    "9.2 C4.4 8.37 5.77 7 6.6 2.8 Z M13 0.4 C13.36 2.3 13.9 2.84 15.8 3.2 C13.9 3.56 13.36 "
    "4.1 13 6 C12.64 4.1 12.1 3.56 10.2 3.2 C12.1 2.84 12.64 2.3 13 0.4 Z" },
  { "qh-close-symbolic",
    "M0 3.4 C0 3.18 0.18 3 0.4 3 L1.6 3 C1.82 3 2 3.18 2 3.4 L2 10.6 C2 10.82 1.82 11 1.6 11 "
    "L0.4 11 C0.18 11 0 10.82 0 10.6 Z M14 3.4 C14 3.18 14.18 3 14.4 3 L15.6 3 C15.82 3 16 "
    "3.18 16 3.4 L16 10.6 C16 10.82 15.82 11 15.6 11 L14.4 11 C14.18 11 14 10.82 14 10.6 Z M3 "
    "4.3 C3 4.13 3.13 3.97 3.29 3.94 L5.41 3.52 C5.74 3.45 6.25 3.5 6.56 3.62 L7.63 4.05 "
    "C7.83 4.13 8.17 4.13 8.37 4.05 L9.44 3.62 C9.75 3.5 10.26 3.45 10.59 3.52 L12.71 3.94 "
    "C12.87 3.97 13 4.13 13 4.3 L13 9.7 C13 9.87 12.87 10.04 12.71 10.08 L12.45 10.15 C12.16 "
    "10.23 11.71 10.49 11.48 10.73 L9.53 12.75 C9.18 13.11 8.5 13.4 8 13.4 L8 13.4 C7.5 13.4 "
    "6.82 13.11 6.47 12.75 L4.52 10.73 C4.29 10.49 3.84 10.23 3.55 10.15 L3.29 10.08 C3.13 "
    "10.04 3 9.87 3 9.7 Z M7.66 4.53 L4.66 7.3 L6.64 9.12 L8.93 7.73 L11.55 10.26 L12.25 9.54 "
    "L9.07 6.47 L6.76 7.88 L6.14 7.3 L8.34 5.27 Z" },
  { "qh-housekeeping-symbolic",
    "M14.08 0.51 C14.43 0.15 15 0.15 15.35 0.51 L15.49 0.65 C15.85 1 15.85 1.57 15.49 1.92 "
    "L11.39 6.02 C11.04 6.37 10.47 6.37 10.12 6.02 L9.98 5.88 C9.63 5.53 9.63 4.96 9.98 4.61 "
    "Z M7.15 5.01 C7.35 4.9 7.63 4.95 7.79 5.1 L10.9 8.21 C11.05 8.37 11.1 8.65 10.99 8.85 "
    "L10.38 9.98 C10.28 10.18 10.07 10.21 9.91 10.05 L5.95 6.09 C5.79 5.93 5.82 5.72 6.02 "
    "5.62 Z M4.75 6.3 L9.7 11.25 L8.64 15.28 L6.87 12.67 L5.1 13.16 L4.53 10.9 L2.34 10.83 "
    "L2.55 8.92 L0.72 7.36 Z" },
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
