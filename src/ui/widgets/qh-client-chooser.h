/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"
#include <adwaita.h>

G_BEGIN_DECLS

/* Whose meeting it is: a name is typed, and the clients it fits are offered below; a name that fits
 * none is a new client's, one that fits some only if he is chosen as new.
 *
 * Properties: "store", "known-only" (there is no new client to be made). Signal "changed". */
#define QH_TYPE_CLIENT_CHOOSER (qh_client_chooser_get_type ())
G_DECLARE_FINAL_TYPE (QhClientChooser, qh_client_chooser, QH, CLIENT_CHOOSER, AdwBin)

/* The client whose name stands there; NULL when there is none of that name. Borrowed. */
QhClient *qh_client_chooser_get_client (QhClientChooser *self);
/* NULL empties it. */
void qh_client_chooser_set_client (QhClientChooser *self, QhClient *client);

/* Whether it is clear who is meant: a client, or a new one of the name that is typed. */
gboolean qh_client_chooser_is_decided (QhClientChooser *self);

/* What is typed; "" for nothing. */
const char *qh_client_chooser_get_text (QhClientChooser *self);

G_END_DECLS
