/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/qh-store.h"

G_BEGIN_DECLS

/* The settings that belong to the data and live in the store, with their types and what holds where
 * nothing is set. What a person decides can be undone; the device's id, its public key and the
 * state of the window are kept beside the undo list, and so is what is typed and not saved yet. */

#define QH_SETTING_USER_NAME "user_name"
#define QH_SETTING_DEVICE_ID "device_id"
#define QH_SETTING_PUBLIC_KEY "public_key"
#define QH_SETTING_KEYRING "keyring" /* of which machine, where the secret is in one */
#define QH_SETTING_CURRENCY "currency"
#define QH_SETTING_TEAM_FOLDER "team_folder"
#define QH_SETTING_HOURLY_RATE "hourly_rate"
#define QH_SETTING_SHARE "share_" /* with the severity behind it */
#define QH_SETTING_MUTED_RULES "muted_rules"
#define QH_SETTING_COLOR_SCHEME "color_scheme"
#define QH_SETTING_REMINDERS "reminders"
#define QH_SETTING_WINDOW "window"
#define QH_SETTING_QUEUE_ORDER "queue_order"
#define QH_SETTING_RECENT "recent"
#define QH_SETTING_KEPT "kept_" /* with a page behind it: how its list is narrowed now */
#define QH_SETTING_VIEWS "views_" /* with a page behind it: its saved views */
#define QH_SETTING_DRAFT "draft_" /* with the place where it is typed behind it */
#define QH_SETTING_MAPPING "mapping_" /* with the digest of a file's headings behind it */

/* The most a share of the yearly value can be, in thousandths. */
#define QH_SHARE_MAX 1000

/* Whether the cost of frictions rests on a setting of this key. */
gboolean qh_settings_is_assumption (const char *key);

/* Whether a setting of this key is a change that can be undone. */
gboolean qh_settings_is_undoable (const char *key);

/* Whose plans these are; the account's name until one is set. Never NULL. */
char *qh_settings_get_user_name (QhStore *store);
gboolean qh_settings_set_user_name (QhStore *store, const char *name, GError **error);

/* A UUID, made once for this store; NULL when it cannot be made (the store cannot be written). */
char *qh_settings_get_device_id (QhStore *store);

/* An ISO 4217 code: the locale's until one is set, EUR where the locale has none. */
char *qh_settings_get_currency (QhStore *store);
gboolean qh_settings_set_currency (QhStore *store, const char *currency, GError **error);

/* What an hour of the client costs, in minor units. */
gint64 qh_settings_get_hourly_rate (QhStore *store);
gboolean qh_settings_set_hourly_rate (QhStore *store, gint64 rate, GError **error);

/* The share of a client's yearly value that a friction of @severity (1 to 4) puts at stake, in
 * thousandths. */
int qh_settings_get_share (QhStore *store, int severity);
gboolean qh_settings_set_share (QhStore *store, int severity, int share, GError **error);

/* The ids of the rules that this rep does not want to hear, sorted. */
char **qh_settings_get_muted_rules (QhStore *store);
gboolean qh_settings_mute_rule (QhStore *store, const char *rule, gboolean muted, GError **error);

typedef enum { QH_COLOR_SCHEME_SYSTEM, QH_COLOR_SCHEME_LIGHT, QH_COLOR_SCHEME_DARK } QhColorScheme;

QhColorScheme qh_settings_get_color_scheme (QhStore *store);
gboolean qh_settings_set_color_scheme (QhStore *store, QhColorScheme scheme, GError **error);

/* Whether one is told of a meeting shortly before it. */
gboolean qh_settings_get_reminders (QhStore *store);
gboolean qh_settings_set_reminders (QhStore *store, gboolean wanted, GError **error);

typedef struct {
  int width, height; /* 0: never set */
  gboolean maximized;
} QhWindowState;

QhWindowState qh_settings_get_window (QhStore *store);
gboolean qh_settings_set_window (QhStore *store, QhWindowState state, GError **error);

/* What was typed at @place ("log") and is not saved yet; "" for nothing. Never NULL. */
char *qh_settings_get_draft (QhStore *store, const char *place);
gboolean qh_settings_set_draft (QhStore *store, const char *place, const char *text,
                                GError **error);

G_END_DECLS
