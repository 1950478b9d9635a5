/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/qh-store.h"
#include "ui/qh-window.h"
#include <gtk/gtk.h>
