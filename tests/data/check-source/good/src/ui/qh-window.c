/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-page.h"
#include "qh-window.h"
