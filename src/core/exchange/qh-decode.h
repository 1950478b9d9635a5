/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bytes of a text file as UTF-8: with or without a mark, UTF-16 with or without one, or else
 * Windows-1252; @encoding says which. QH_ERROR_INVALID for UTF-16 that is damaged. */
char *qh_decode_text (const char *bytes, gsize size, gsize *length, const char **encoding,
                      GError **error);

/* Bytes of Windows-1252, which is also what most programs mean by ISO 8859-1. */
char *qh_decode_windows (const char *bytes, gsize size, gsize *length);

G_END_DECLS
