/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The desktop's keyring, where there is one that is open. Asks nobody anything, and waits a few
 * seconds at the most. */

typedef enum {
  QH_KEYRING_OPEN,
  QH_KEYRING_LOCKED, /* what is looked for is there, but cannot be read now */
  QH_KEYRING_OUT_OF_REACH, /* there is none, or it does not answer */
} QhKeyringState;

/* The secret kept for the store @device_id: that of @public_key, or any where it is NULL. NULL when
 * there is none. */
char *qh_keyring_look_up (const char *device_id, const char *public_key, QhKeyringState *state);

/* FALSE where there is no keyring to keep it. */
gboolean qh_keyring_keep (const char *device_id, const char *public_key, const char *secret);

G_END_DECLS
