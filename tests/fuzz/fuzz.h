/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What a fuzzer calls with everything that it thinks of; returns 0. */
int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);
