/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clients/qh-clients-page.h"
#include "widgets/qh-dial.h"
#include "store/qh-store.h"
