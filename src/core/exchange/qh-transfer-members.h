/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What writer and reader of the transfer file share; both lists are ended by NULL. */

/* The purposes, by their number. */
extern const char *const qh_purpose_names[];

/* The fields of an item that stay in the house: a file beside the store, and what is said of it
 * there. */
extern const char *const qh_kept_fields[];

G_END_DECLS
