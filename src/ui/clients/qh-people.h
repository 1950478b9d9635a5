/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* The people at a client, with an entry above them for one more. Properties: "store", "client". */
#define QH_TYPE_PEOPLE (qh_people_get_type ())
G_DECLARE_FINAL_TYPE (QhPeople, qh_people, QH, PEOPLE, AdwBin)

G_END_DECLS
