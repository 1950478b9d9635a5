/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record/qh-record.h"

G_BEGIN_DECLS

/* A plan that was saved to make others from. */
QH_DECLARE_RECORD (QhOwnBlueprint, qh_own_blueprint, OWN_BLUEPRINT)

struct _QhOwnBlueprint {
  QhRecord parent_instance;

  char *name;
  char *advice; /* when to use it */
  char *output;
  char *measure;
  char *ask;
  char *fallback;
  gint64 length; /* the most seconds it is meant for; QH_NONE: any */
  char *segments; /* a JSON array of objects, members as the fields of a segment */
};

G_END_DECLS
