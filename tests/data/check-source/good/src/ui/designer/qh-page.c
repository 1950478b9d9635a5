/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-page.h"
#include "store/qh-store.h"
#include "widgets/qh-dial.h"
#include <adwaita.h>
