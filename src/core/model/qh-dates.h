/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @later (the field called @name) is not before @earlier; TRUE when either is NULL. */
gboolean qh_dates_check (const char *name, const char *earlier, const char *later, GError **error);

G_END_DECLS
