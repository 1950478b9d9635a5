/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The app: reads the command line, opens the store and keeps it, has one window. A store named with
 * `--store` runs as an instance of its own. */
#define QH_TYPE_APPLICATION (qh_application_get_type ())
G_DECLARE_FINAL_TYPE (QhApplication, qh_application, QH, APPLICATION, AdwApplication)

QhApplication *qh_application_new (void);

/* Makes templates, style and icons known; the application does it itself. */
void qh_ui_register_resource (void);

G_END_DECLS
