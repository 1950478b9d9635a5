/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Brings up the toolkit and the app's style sheets; to be called at the start of an application's
 * startup, before its parent's. GTK reads the icon themes in a thread as soon as they are asked
 * for, and reads them once more, in the way of the first frame, when another place to look in is
 * added after that. So nothing is added: libadwaita comes first with the place it adds, the app's
 * own icons stand in that place (see ui.gresource.xml), and the resource base path, for which
 * GtkApplication would add one, is taken away. */
void qh_style_start (GApplication *application);

G_END_DECLS
