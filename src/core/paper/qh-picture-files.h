/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-picture.h"

G_BEGIN_DECLS

/* A picture as a file: its title, its sentence and its drawing, or its table where it is not drawn;
 * light, for paper. @scale: pixels per point. */
GBytes *qh_picture_to_png (const QhPicture *picture, const char *currency, double scale,
                           GError **error);
GBytes *qh_picture_to_svg (const QhPicture *picture, const char *currency, GError **error);

G_END_DECLS
