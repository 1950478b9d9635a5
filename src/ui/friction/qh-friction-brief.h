/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-friction-export.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The brief of a friction on its way out, in the edition for a manager: people by what they are.
 * What comes of it is told in a toast on the window that @widget stands in. */

/* Asks for a file's name, and writes it. */
void qh_friction_brief_save (GtkWidget *widget, QhStore *store, QhFriction *friction,
                             QhFormat format);

/* The same page through the print dialog. */
void qh_friction_brief_print (GtkWidget *widget, QhStore *store, QhFriction *friction);

G_END_DECLS
