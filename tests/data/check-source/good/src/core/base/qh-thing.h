/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Sorts as system (3) would; a goto in a comment, and a value of strcpy, harm nobody. */
void qh_thing_do (void);
