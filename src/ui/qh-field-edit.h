/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Ties a control to one field of a record: the control shows the field, and what is typed is saved
 * as it is typed (within half a second, and when the focus leaves or the window flushes). From
 * focus to focus all of it is one step of undo. The cursor never jumps: what is being typed is
 * never replaced by what was saved. When saving fails the text stays, is marked, and is saved as
 * soon as that is possible again.
 *
 * Controls: what is a GtkEditable (GtkEntry, GtkText, AdwEntryRow), GtkTextView,
 * QhTextField, GtkSwitch, GtkSpinButton, QhDateButton, QhDayTimeField, and GtkDropDown and
 * AdwComboRow, which are filled with the labels of an enum.
 *
 * In a template it stands beside the template as
 *   <object class="QhFieldEdit">
 *     <property name="control">output</property>
 *     <property name="field">output</property>
 *     <binding name="store">…</binding>
 *     <binding name="record">…</binding>
 *   </object>
 * and lives as long as its control. Without a store the record is changed in memory only (a dialog
 * that saves at its end). */
#define QH_TYPE_FIELD_EDIT (qh_field_edit_get_type ())
G_DECLARE_FINAL_TYPE (QhFieldEdit, qh_field_edit, QH, FIELD_EDIT, GObject)

/* Belongs to @control. @record may be NULL, and be set later. (transfer none) */
QhFieldEdit *qh_field_edit_new (GtkWidget *control, const char *field, QhStore *store,
                                QhRecord *record);

/* Saves what was typed for the record before. */
void qh_field_edit_set_record (QhFieldEdit *self, QhRecord *record);
QhRecord *qh_field_edit_get_record (QhFieldEdit *self);

/* Saves now what is typed. FALSE when it could not be saved. */
gboolean qh_field_edit_flush (QhFieldEdit *self);

/* Whether what stands in the control is not in the store. */
gboolean qh_field_edit_is_dirty (QhFieldEdit *self);

G_END_DECLS
