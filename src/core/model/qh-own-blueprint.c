/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/qh-own-blueprint.h"
#include <glib/gi18n-lib.h>

static const QhField fields[] = {
  QH_RECORD_FIELDS,
  QH_FIELD_TEXT (QhOwnBlueprint, name, N_ ("Name"), QH_FIELD_REQUIRED | QH_FIELD_SEARCHABLE),
  QH_FIELD_TEXT (QhOwnBlueprint, advice, N_ ("When to use it"), 0),
  QH_FIELD_TEXT (QhOwnBlueprint, output, N_ ("Output"), 0),
  QH_FIELD_TEXT (QhOwnBlueprint, measure, N_ ("Measured by"), 0),
  QH_FIELD_TEXT (QhOwnBlueprint, ask, N_ ("The commitment we ask for"), 0),
  QH_FIELD_TEXT (QhOwnBlueprint, fallback, N_ ("If not"), 0),
  QH_FIELD_INTEGER (QhOwnBlueprint, length, N_ ("Longest"), 0, 1, 86400, QH_NONE),
  QH_FIELD_TEXT (QhOwnBlueprint, segments, N_ ("Segments"), QH_FIELD_VERBATIM),
};

QH_DEFINE_RECORD (QhOwnBlueprint, qh_own_blueprint, "blueprint", "blueprints", N_ ("Blueprint"),
                  "name", fields, NULL)
