/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* Everything that the store knows about one person, to be handed over to him: one JSON file that
 * people can read too, with his record, his client's name, what he said, what was promised to him,
 * the meetings he attended, the copies he was given, and the texts elsewhere that name him. */
GBytes *qh_person_data_write (QhStore *store, QhContact *contact, GError **error);

G_END_DECLS
