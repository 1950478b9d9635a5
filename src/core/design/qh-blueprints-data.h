/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/qh-enums.h"

G_BEGIN_DECLS

/* The shipped blueprints as they are written, untranslated; not for other layers. Lengths are those
 * of a meeting of fifteen minutes with one to spare. */

#define QH_BLUEPRINT_SEGMENTS_MAX 6

typedef struct {
  QhSegmentKind kind; /* unset: no more segments */
  int seconds;
  gboolean must;
  int client_share; /* 0: the kind's */
  QhLeaveBehind leave_behind;
  const char *title;
  const char *output;
  const char *notes; /* what to think of, to ask, to say */
} QhBlueprintSegmentText;

typedef struct {
  const char *id, *title, *when;
  int length; /* seconds it is meant for at most, or 0 */
  const char *output, *measure, *ask, *fallback;
  QhBlueprintSegmentText segments[QH_BLUEPRINT_SEGMENTS_MAX];
} QhBlueprintText;

extern const QhBlueprintText qh_blueprint_texts[];
extern const guint qh_n_blueprint_texts;

G_END_DECLS
