/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-picture.h"
#include "paper/qh-box.h"

G_BEGIN_DECLS

/* Adds a picture to a page: its title, its sentence, its drawing as wide as @width, and with
 * @has_table its numbers. @picture, borrowed, must live as long as @stack, and so must @charts
 * (QhChart), where what is drawn is kept. */
void qh_picture_boxes (const QhSetting *setting, QhBox *stack, GPtrArray *charts,
                       const QhPicture *picture, const char *currency, double width,
                       gboolean has_table);

G_END_DECLS
