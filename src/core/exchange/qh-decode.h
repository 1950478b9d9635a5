/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The bytes of a text file as UTF-8: with or without a mark, UTF-16 with or without one, or else
 * Windows-1252; @encoding says which. QH_ERROR_INVALID for UTF-16 that is damaged. */
char *qh_decode_text (const char *bytes, gsize size, gsize *length, const char **encoding,
                      GError **error);

/* The same, where somebody knows better than the first bytes what the encoding is: one of those
 * that qh_decode_text says. */
char *qh_decode_text_as (const char *bytes, gsize size, const char *encoding, gsize *length,
                         GError **error);

/* Bytes of Windows-1252, which is also what most programs mean by ISO 8859-1. */
char *qh_decode_windows (const char *bytes, gsize size, gsize *length);

G_END_DECLS
