/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* A part of what is shown of one friction, that follows the store: its sum, its clients, what it is
 * linked to. It can be given another friction, or none.
 *
 * Properties: "store"; "friction" (QhFriction). */
#define QH_TYPE_FRICTION_PART (qh_friction_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (QhFrictionPart, qh_friction_part, QH, FRICTION_PART, AdwBin)

struct _QhFrictionPartClass {
  AdwBinClass parent_class;

  /* Shows what is in the store now. Store and friction are known. */
  void (*update) (QhFrictionPart *self);
};

/* Borrowed. */
QhStore *qh_friction_part_get_store (QhFrictionPart *self);
QhFriction *qh_friction_part_get_friction (QhFrictionPart *self);
void qh_friction_part_set_friction (QhFrictionPart *self, QhFriction *friction);

/* The rows of a list box that is filled anew. */
void qh_friction_part_clear (GtkListBox *list);

G_END_DECLS
