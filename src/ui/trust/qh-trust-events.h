/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "design/qh-trust.h"
#include "store/qh-list-model.h"

G_BEGIN_DECLS

/* The records that make up one count of trust. */

/* "Promises kept by their day" */
const char *qh_trust_events_title (QhTrustSort sort);

/* The query for them, over ?1 the client ('' for all), ?2 and ?3 the first and last day or instant.
 */
QhQuery qh_trust_events_query (QhTrustSort sort);

/* @client NULL: of all; as of the store's clock. (transfer full) */
char **qh_trust_events_values (QhStore *store, QhTrustSort sort, const char *client);

G_END_DECLS
