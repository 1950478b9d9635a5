/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-picture.h"

G_BEGIN_DECLS

/* What a picture's numbers say to a person, with their units and in the locale's form: "35 min",
 * "€1,240", "62 %". @currency: an ISO 4217 code. */
char *qh_unit_words (QhUnit unit, double number, const char *currency);

/* What stands in a cell; "–" where nothing is known. */
char *qh_picture_words (const QhPicture *picture, guint row, guint column, const char *currency);

G_END_DECLS
