/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/qh-csv-map.h"
#include "exchange/qh-csv-read.h"
#include "exchange/qh-known-people.h"

G_BEGIN_DECLS

/* Contacts out of a CSV file. A page reads the file (qh_csv_file_new) and shows its headings and
 * first rows, proposes a mapping or recalls the last one, tries it with @dry_run, and runs it: one
 * change that undo takes back whole. The store then remembers the mapping. */
QhImportReport *qh_contacts_csv_import (QhStore *store, const QhCsvFile *file, const char *name,
                                        const QhCsvMapping *mapping, gboolean dry_run,
                                        const QhWatch *watch, GError **error);

/* The same in the change under way, for people known to @people from other files. */
gboolean qh_contacts_csv_take (QhKnownPeople *people, const QhCsvFile *file, const char *name,
                               const QhCsvMapping *mapping, QhImportReport *report,
                               const QhWatch *watch, GError **error);

G_END_DECLS
