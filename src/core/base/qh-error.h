/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The one error domain. The code says what a caller may do about it (and is the exit status of
 * `qh`, see qh_error_exit_status); the message, translated, says what, where and what would be
 * right. */
#define QH_ERROR (qh_error_quark ())

typedef enum {
  QH_ERROR_INVALID, /* unusable input: a value, an argument, a file */
  QH_ERROR_NOT_FOUND, /* no such record, kind, field or file */
  QH_ERROR_REFUSED, /* a law says no: the ledger, a reference that blocks, a changed seal */
  QH_ERROR_NEWER, /* written by a newer Quarterhour */
  QH_ERROR_DAMAGED, /* the store is damaged; nothing was written to it */
  QH_ERROR_READ_ONLY, /* the store or its folder cannot be written */
  QH_ERROR_FULL, /* no room on the disk */
  QH_ERROR_STORE, /* any other failure of the store */
  QH_ERROR_CANCELLED, /* the user cancelled */
} QhError;

GQuark qh_error_quark (void);

/* The exit status of `qh` for @error: 1 refused, 2 unusable input, 3 the store. @error must not be
 * NULL; errors of other domains are input errors, but G_IO_ERROR's "no space" is 3. */
int qh_error_exit_status (const GError *error);

/* Sets @error (nullable), and is FALSE: the end of a function that has failed. */
gboolean qh_error_fail (GError **error, QhError code, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* Hands what went wrong on to @error (nullable) and is FALSE; TRUE when nothing did. */
gboolean qh_error_pass_on (GError **failure, GError **error);

G_END_DECLS
