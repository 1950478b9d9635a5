/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* How bad a friction is, from 1 to 4: a number in a shape that gets more corners, and a colour. */
#define QH_TYPE_SEVERITY_MARK (qh_severity_mark_get_type ())
G_DECLARE_FINAL_TYPE (QhSeverityMark, qh_severity_mark, QH, SEVERITY_MARK, AdwBin)

void qh_severity_mark_set (QhSeverityMark *self, gint64 severity);

G_END_DECLS
