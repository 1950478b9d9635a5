/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The client whom a record is about: chosen by his name, saved at once, opened by a button. Whoever
 * of his people the record named goes with him.
 *
 * Properties: "store", "record" (of an entity with a field `client`), "title". */
#define QH_TYPE_CLIENT_FIELD (qh_client_field_get_type ())
G_DECLARE_FINAL_TYPE (QhClientField, qh_client_field, QH, CLIENT_FIELD, AdwBin)

G_END_DECLS
