/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-picture.h"
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A picture's numbers for other programs: whole numbers for counts, seconds and minor units of
 * money, fractions of 1 for shares, with a point; what is not known is empty, or null. */

/* Its table as CSV (see qh-csv.h), with the columns' ids as headings. (transfer full) */
char *qh_picture_to_csv (const QhPicture *picture);

/* {"id", "title", "sentence", "n", "least", "blank", "form", "columns": [{"id", "title", "unit"}],
 * "rows": [{"cells": […], "key", "kind", "opens"}]}; of a row's last three, those that it has. */
JsonObject *qh_picture_to_json (const QhPicture *picture);

G_END_DECLS
