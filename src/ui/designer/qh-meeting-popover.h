/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "designer/qh-plan-editor.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* When, where and how the meeting is: what the header's subtitle says, to be edited. */
#define QH_TYPE_MEETING_POPOVER (qh_meeting_popover_get_type ())
G_DECLARE_FINAL_TYPE (QhMeetingPopover, qh_meeting_popover, QH, MEETING_POPOVER, GtkPopover)

GtkWidget *qh_meeting_popover_new (QhPlanEditor *editor);

G_END_DECLS
