/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The desktop's keyring, where there is one that is open. Asks nobody anything, and waits a few
 * seconds at the most. */

/* The secret kept for the store @device_id: that of @public_key, or any where it is NULL. NULL when
 * there is none, or no keyring. @is_locked: there is one, but the keyring is locked. */
char *qh_keyring_look_up (const char *device_id, const char *public_key, gboolean *is_locked);

/* FALSE where there is no keyring to keep it. */
gboolean qh_keyring_keep (const char *device_id, const char *public_key, const char *secret);

G_END_DECLS
