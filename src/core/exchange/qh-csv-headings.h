/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-csv-map.h"

G_BEGIN_DECLS

/* The use of the heading @text by the programs that we know: Google Contacts (both forms), Outlook,
 * HubSpot, Salesforce (reports, Data Loader) and Pipedrive. What a name means in the company of
 * others is qh_csv_mapping_propose's affair. */
QhCsvUse qh_csv_heading_find (const char *text);

/* @text without what programs write in different ways: case, digits, white space and marks. */
char *qh_csv_heading_fold (const char *text);

G_END_DECLS
