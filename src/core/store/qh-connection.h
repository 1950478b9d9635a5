/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-sqlite.h"
#include "store/qh-store.h"

G_BEGIN_DECLS

/* The number in a store's header by which it is known for one: "QH15". */
#define QH_APPLICATION_ID_NUMBER 0x51483135

/* How long one connection waits for another to finish writing, in milliseconds. */
#define QH_BUSY_TIMEOUT 5000

/* Every connection to a store is opened here, with the same settings: references and checks
 * enforced, commits on the disk before they are reported, shadow tables not to be written.
 * The file is not looked at yet, not changed, and with QH_STORE_READ_ONLY cannot be; closing the
 * connection leaves it alone until qh_connection_accept. */
sqlite3 *qh_connection_open (const char *path, QhStoreFlags flags, GError **error);

/* For a connection whose file has been found to be a sound store that may be written: sets the
 * journal up. */
gboolean qh_connection_accept (sqlite3 *db, GError **error);

G_END_DECLS
