/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef QH_THING_H
#define QH_THING_H
#endif
