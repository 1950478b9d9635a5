/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/qh-record.h"

G_BEGIN_DECLS

/* The values of a record at one moment, to tell later which of them have changed. */
typedef struct _QhSnapshot QhSnapshot;

/* A set of fields, one bit each, by their place in the entity's table. */
typedef guint64 QhFieldSet;
#define QH_FIELD_BIT(index) (G_GUINT64_CONSTANT (1) << (index))

QhSnapshot *qh_snapshot_new (QhRecord *record);
QhSnapshot *qh_snapshot_copy (QhSnapshot *snapshot);
void qh_snapshot_free (QhSnapshot *snapshot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (QhSnapshot, qh_snapshot_free)

/* Takes the values of @record, which must be of the same entity, again. */
void qh_snapshot_take (QhSnapshot *snapshot, QhRecord *record);

/* The values of the first fields of every table. */
const char *qh_snapshot_id (QhSnapshot *snapshot);
gint64 qh_snapshot_modified (QhSnapshot *snapshot);

/* The text of the field called @name (a text, date or reference). */
const char *qh_snapshot_text (QhSnapshot *snapshot, const char *name);

/* The number of the field called @name (an integer, instant, boolean or enum). */
gint64 qh_snapshot_number (QhSnapshot *snapshot, const char *name);

/* The fields in which @record differs. */
QhFieldSet qh_snapshot_compare (QhSnapshot *snapshot, QhRecord *record);

/* Puts the values of @fields back into @record; notifies those that change. */
void qh_snapshot_restore (QhSnapshot *snapshot, QhRecord *record, QhFieldSet fields);

G_END_DECLS
