/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Removes a test's own folder (or file) with all that is in it; links are removed, not followed. */
void scratch_remove (const char *path);

G_END_DECLS
