/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The window: a sidebar of places, and a deck on which pages are opened one from another.
 *
 * Pages never reach for the window: they use its actions (gtk_widget_activate_action), all of which
 * also have a name for menus, shortcuts and tests:
 *   win.page (s)               a place of the sidebar: "meetings", "clients", "content"
 *   win.open-meeting (s)       the designer, by the meeting's id
 *   win.open-client (s)        a client's page, by his id; win.open-remark (s) at his words
 *   win.open-item (s)          a content item's page, by its id; win.open-ledger (s) its ledger
 *   win.open-promise (s)       a promise's page, by its id; win.open-trust, of all clients;
 *                              win.open-trust-events (client or "", QhTrustSort)
 *   win.open-view (ss)         a place, as it was saved by this name
 *   win.open-housekeeping, win.open-touchpoints, win.open-touchpoint (s, a touchpoint)
 *   win.accept-offer (s)       reserves a copy for who waits, by the id of the entry
 *   win.new                    whatever is new on the page in view: a meeting, or an item
 *   win.new-item
 *   win.export-meeting (s), win.new-meeting, win.new-meeting-with (client), win.copy-meeting (s),
 *   win.new-client, win.search, win.import, win.backup, win.restore, win.preferences,
 *   win.shortcuts, win.about
 *   win.run (s, a meeting), win.resume-run, win.start-run (F5: whichever fits the page in view)
 *   win.back, win.close-page (id of a record that is no more), win.undo, win.redo, win.flush
 *   win.open-across, win.team-folder, win.read-news (s)
 *   win.save-brief (ss), win.print-brief (s)      see qh-window-briefs.h
 *   win.beside (s)             see qh-window-beside.h
 *   win.toast (sb), win.error (is)      see qh-report.h
 *
 * Properties: "store"; "narrow" (one thing at a time).
 * Signal "flush": whoever holds something typed that is not saved yet saves it now. */
#define QH_TYPE_WINDOW (qh_window_get_type ())
G_DECLARE_FINAL_TYPE (QhWindow, qh_window, QH, WINDOW, AdwApplicationWindow)

QhWindow *qh_window_new (GtkApplication *application, QhStore *store);

/* A further window of the same store and application. */
QhWindow *qh_window_new_beside (QhWindow *self);

/* Does what one window does for the store: looks after it, and tells what comes. The first one does
 * so by itself, one beside it when that has gone. */
void qh_window_keep_store (QhWindow *self);
gboolean qh_window_keeps_store (QhWindow *self);

QhStore *qh_window_get_store (QhWindow *self);

/* The page in view; NULL where there is none yet. */
GtkWidget *qh_window_get_page (QhWindow *self);

/* The ids of the records that were in view, newest first. (transfer container) */
const char **qh_window_list_recent (QhWindow *self);

/* A toast that offers to undo the newest change, when @undo; it goes when another change comes. */
void qh_window_toast (QhWindow *self, const char *text, gboolean undo);

/* A toast that offers something else; @target (floating) is what its @action is about. */
void qh_window_toast_button (QhWindow *self, const char *text, const char *button,
                             const char *action, GVariant *target);

/* Shows the first page, unless there is one in view already: the way in where the store is empty,
 * else the first place. Done at the latest when the window is mapped. */
void qh_window_ensure_page (QhWindow *self);

/* Shows the page called @name if it lies on the deck already. */
gboolean qh_window_show (QhWindow *self, const char *name);

/* Opens @page over what is in view; @place is the name of the place that it belongs to (static). */
void qh_window_push (QhWindow *self, GtkWidget *page, const char *name, const char *place);

/* Puts @bar over everything else in the window. */
void qh_window_add_bar (QhWindow *self, GtkWidget *bar);

G_END_DECLS
