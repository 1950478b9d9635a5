/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* A client's words, newest first, with an entry above them for what he just said.
 *
 * Properties: "store"; "client"; "subtitle", how many were heard. */
#define QH_TYPE_WORDS (qh_words_get_type ())
G_DECLARE_FINAL_TYPE (QhWords, qh_words, QH, WORDS, AdwBin)

/* Brings the remark with this id into view, with the focus on it, once it is on the screen. */
void qh_words_show (QhWords *self, const char *remark);

G_END_DECLS
