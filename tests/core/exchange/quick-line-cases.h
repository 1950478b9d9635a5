/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line as it may be typed, and what it comes to. */
typedef struct {
  const char *line;
  const char *entity;
  const char *expected; /* `field=value` separated by |; nothing behind = is none */
  guint hints;
} QuickLineCase;

extern const QuickLineCase quick_line_cases[];
extern const guint quick_line_n_cases;

G_END_DECLS
