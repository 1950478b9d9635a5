/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Gives @row texts that people typed: an action row takes them for markup. @subtitle NULL: none. */
void qh_plain_row_set_text (AdwActionRow *row, const char *title, const char *subtitle);

/* A row with such texts. */
GtkWidget *qh_plain_row_new (const char *title, const char *subtitle);

G_END_DECLS
