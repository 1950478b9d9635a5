/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Reads an amount as a person types it ("14200", "14 200.50", "€14,200"): groups, spaces and the
 * currency's sign are passed over; a point or comma before the last one or two digits begins the
 * decimals. FALSE when it is none, is below zero or too large. */
gboolean qh_money_parse (const char *text, const char *currency, gint64 *minor_units);

/* The same amount as it stands in an entry: "14200" or "14200.50". */
char *qh_money_to_entry (gint64 minor_units, const char *currency);

G_END_DECLS
