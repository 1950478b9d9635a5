/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "design/qh-context.h"
#include "store/qh-store.h"
