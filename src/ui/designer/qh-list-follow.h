/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/qh-record.h"
#include <gio/gio.h>

G_BEGIN_DECLS

/* Makes @list (of records) hold exactly @records, touching only what differs. */
void qh_list_follow (GListStore *list, GPtrArray *records);

G_END_DECLS
