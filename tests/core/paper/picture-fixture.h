/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-picture.h"

/* Pictures made by hand, one for each form. */
QhPicture *picture_fixture_stacks (guint months);
QhPicture *picture_fixture_pairs (void);
QhPicture *picture_fixture_lines (void);
QhPicture *picture_fixture_intervals (void);
QhPicture *picture_fixture_pareto (guint rows);
QhPicture *picture_fixture_list (void);
QhPicture *picture_fixture_blank (void);
