/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The first items of another list, up to a limit that can be raised. A list view makes some two
 * hundred rows at once, seen or not; with this one it makes what is seen first, and the rest once
 * that is on the screen. */
#define QH_TYPE_GROWING_MODEL (qh_growing_model_get_type ())
G_DECLARE_FINAL_TYPE (QhGrowingModel, qh_growing_model, QH, GROWING_MODEL, GObject)

/* @model (transfer full) */
QhGrowingModel *qh_growing_model_new (GListModel *model, guint limit);

guint qh_growing_model_get_limit (QhGrowingModel *self);
/* The limit can only rise; a lower one changes nothing. */
void qh_growing_model_raise_limit (QhGrowingModel *self, guint limit);

G_END_DECLS
