/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Asks for whom and when a new meeting is, and from what its design begins: a blueprint, a copy of
 * another meeting, or nothing. Makes it (and the client, when his name is new) in one change and
 * opens the designer. */
#define QH_TYPE_NEW_MEETING_DIALOG (qh_new_meeting_dialog_get_type ())
G_DECLARE_FINAL_TYPE (QhNewMeetingDialog, qh_new_meeting_dialog, QH, NEW_MEETING_DIALOG, AdwWindow)

/* @client (nullable): whose meeting it is; @copied (nullable): the meeting it begins as a copy of.
 */
GtkWindow *qh_new_meeting_dialog_new (GtkWindow *parent, QhStore *store, QhClient *client,
                                      QhMeeting *copied);

G_END_DECLS
