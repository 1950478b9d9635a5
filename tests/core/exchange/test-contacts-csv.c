/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts out of CSV: the encodings and forms of files, the dialects of the programs, who is known
 * again, what is left out and why, and that one undo takes it all back. */
#include "base/qh-error.h"
#include "base/qh-text.h"
#include "exchange/qh-contacts-csv.h"
#include "exchange/qh-csv.h"
#include "store/qh-backup.h"
#include "store/qh-search.h"
#include <string.h>

static QhStore *
open_store (void)
{
  QhClock clock = qh_clock_fixed (G_GINT64_CONSTANT (1795000000000000), NULL);
  g_autoptr (GError) error = NULL;
  QhStore *store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);

  g_assert_no_error (error);
  return store;
}

static QhCsvFile *
read_file (const char *text, gssize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size < 0 ? strlen (text) : (gsize)size);
  g_autoptr (GError) error = NULL;
  QhCsvFile *file = qh_csv_file_new (bytes, &error);

  g_assert_no_error (error);
  return file;
}

/* --- Files */

/* Every row as text: its line, then its cells between bars. */
static gboolean
add_row (const QhCsvRow *row, gpointer data, GError **error)
{
  GString *text = data;

  g_string_append_printf (text, "%u", row->line);
  for (guint i = 0; row->cells[i] != NULL && i < 3; i++)
    g_string_append_printf (text, "|%s", row->cells[i]);
  if (row->surplus > 0)
    g_string_append_printf (text, "+%u", row->surplus);
  g_string_append_c (text, ';');
  return TRUE;
}

static const struct {
  const char *bytes;
  gssize size;
  const char *encoding;
  char separator;
  const char *rows;
} files[] = {
  { "a,b,c\r\n1,2,3\r\n", -1, "UTF-8", ',', "2|1|2|3;" },
  { "a;b;c\n1;2,5;3\n", -1, "UTF-8", ';', "2|1|2,5|3;" },
  { "a\tb\tc\n1\t\t3", -1, "UTF-8", '\t', "2|1||3;" },
  { "a,b,c\r1,2,3\r4,5,6\r", -1, "UTF-8", ',', "2|1|2|3;3|4|5|6;" },
  /* marks, and Excel's own word */
  { "\xef\xbb\xbf"
    "a,b,c\n1,2,3\n",
    -1, "UTF-8", ',', "2|1|2|3;" },
  { "sep=;\r\na;b;c\r\n1;2;3\r\n", -1, "UTF-8", ';', "3|1|2|3;" },
  /* line breaks and quotation marks inside; lines are those of the file */
  { "a,b,c\r\n\"x\r\ny\",\"say \"\"hi\"\"\",3\r\n4,5,6\r\n", -1, "UTF-8", ',',
    "2|x\r\ny|say \"hi\"|3;4|4|5|6;" },
  { "a,b,c\n\n\n1,2,3\n,,\n4,5,6\n", -1, "UTF-8", ',', "4|1|2|3;6|4|5|6;" },
  /* rows that are too short or too long; empty cells at the end mean nothing */
  { "a,b,c\n1\n1,2,3,,\n1,2,3,4,5\n", -1, "UTF-8", ',', "2|1||;3|1|2|3;4|1|2|3+2;" },
  /* spaces are kept, a quotation mark inside a plain cell too */
  { "a,b,c\n x , 5\" pipe,3\n", -1, "UTF-8", ',', "2| x | 5\" pipe|3;" },
  /* what was put before a formula is taken off, and nothing else */
  { "a,b,c\n'=1,'+44,'quoted\n''=1,'',=2\n", -1, "UTF-8", ',', "2|=1|+44|'quoted;3|'=1|''|=2;" },
  { "a,b,c\nm\xfc"
    "de,\x80"
    " 5,\x93x\x94\n",
    -1, "Windows-1252", ',', "2|müde|€ 5|“x”;" },
  { "\xff\xfe"
    "a\0,\0b\0,\0c\0\n\0\xfc\0,\0"
    "2\0,\0"
    "3\0",
    24, "UTF-16", ',', "2|ü|2|3;" },
  { "\xfe\xff"
    "\0a\0;\0b\0;\0c\0\n\0\xfc\0;\0"
    "2\0;\0"
    "3",
    24, "UTF-16", ';', "2|ü|2|3;" },
  { "a\0,\0b\0,\0c\0\n\0x\0,\0y\0,\0z\0", 22, "UTF-16", ',', "2|x|y|z;" },
};

static void
test_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (QhCsvFile) file = read_file (files[i].bytes, files[i].size);
    g_autoptr (GString) rows = g_string_new (NULL);
    g_autoptr (GError) error = NULL;

    g_assert_cmpstr (file->encoding, ==, files[i].encoding);
    g_assert_cmpint (file->separator, ==, files[i].separator);
    g_assert_cmpuint (file->n_columns, ==, 3);
    g_assert_true (qh_csv_file_each (file, add_row, rows, &error));
    g_assert_no_error (error);
    g_assert_cmpstr (rows->str, ==, files[i].rows);
  }
}

static const struct {
  const char *bytes;
  gsize size;
  const char *message;
} unusable[] = {
  { "", 0, "*empty*" },
  { "\n\n,,\n", 5, "*empty*" },
  { "a,b\n\"open,2\n3,4\n", 16, "*line 2*never closed*" },
  { "a,b\n1,\0002\n", 9, "*line 2*NUL*" },
  { "\xff\xfe\x00\xd8x\0", 6, "*UTF-16*" },
};

static void
test_unusable (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (unusable); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (unusable[i].bytes, unusable[i].size);
    g_autoptr (GString) rows = g_string_new (NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (QhCsvFile) file = qh_csv_file_new (bytes, &error);

    if (file != NULL)
      g_assert_false (qh_csv_file_each (file, add_row, rows, &error));
    g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
    g_assert_true (g_pattern_match_simple (unusable[i].message, error->message));
  }
}

static void
test_too_wide (void)
{
  for (guint n = QH_CSV_MAX_COLUMNS; n <= QH_CSV_MAX_COLUMNS + 1; n++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (QhCsvFile) file = NULL;

    for (guint i = 0; i < n; i++)
      g_string_append (text, i > 0 ? ",x" : "x");
    bytes = g_bytes_new (text->str, text->len);
    file = qh_csv_file_new (bytes, NULL);
    g_assert_cmpint (file != NULL, ==, n <= QH_CSV_MAX_COLUMNS);
  }
}

/* Cut anywhere, a file is read or refused, and never more than it was. */
static void
test_cut (void)
{
  static const char text[] = "Name,E-mail\r\n\"Lind, Sarah\",s@x.example\r\n\"a\nb\",\"\"\"\"\r\n";

  for (gsize size = 0; size < sizeof text; size++) {
    g_autoptr (GBytes) bytes = g_bytes_new (text, size);
    g_autoptr (QhCsvFile) file = qh_csv_file_new (bytes, NULL);
    g_autoptr (GPtrArray) rows = file != NULL ? qh_csv_file_sample (file, 10) : NULL;

    g_assert_true (rows == NULL || rows->len <= 2);
  }
}

/* --- Dialects */

/* What the one row of a file becomes: contact, title, mail, phone, notes; client, phone, website,
 * industry, address, rules. */
static const struct {
  const char *name, *text;
  const char *contact, *client;
} dialects[] = {
  { "Google Contacts",
    "First Name,Middle Name,Last Name,Name Prefix,Labels,Organization Name,Organization Title,"
    "Notes,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value,Phone 1 - Value,"
    "Address 1 - Formatted,Address 1 - Street\n"
    "Sarah,M.,Lind,Dr.,* myContacts,Ferris Dental,Head,\"Two\nlines\",* Work,"
    "s@x.example ::: t@x.example,u@x.example,+44 1 ::: +44 2,\"1 Long Row\nLeeds\",1 Long Row\n",
    "Dr. Sarah M. Lind|Head|s@x.example|+44 1|Two\nlines\nE-mail 1 - Value: t@x.example\n"
    "E-mail 2 - Value: u@x.example\nPhone 1 - Value: +44 2",
    "Ferris Dental|||||1 Long Row\nLeeds|" },
  { "Google Contacts, legacy",
    "Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,"
    "Phone 1 - Type,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title,"
    "Website 1 - Value\n"
    "Sarah Lind,Sarah,Lind,* My,* Work,s@x.example,Work,1,Ferris,Head,x.example\n",
    "Sarah Lind|Head|s@x.example|1|", "Ferris||x.example||||" },
  { "Outlook",
    "First Name,Middle Name,Last Name,Title,Company,Job Title,Business Street,Business Street 2,"
    "Business City,Business Postal Code,Business Country,Home Street,Home City,Business Phone,"
    "Mobile Phone,Company Main Phone,E-mail Address,E-mail 2 Address,Notes,Web Page\n"
    "Sarah,,Lind,Dr.,Ferris,Head,1 Long Row,Floor 2,Leeds,LS1,UK,9 Home,York,1,2,3,s@x.example,,"
    "Hi,x.example\n",
    "Dr. Sarah Lind|Head|s@x.example|1|Mobile Phone: 2\nHi",
    "Ferris|3|x.example|||1 Long Row\nFloor 2\nLS1 Leeds\nUK|" },
  { "Outlook, only a home address",
    "First Name,Last Name,Company,Job Title,Business Street,Business City,Home Street,Home City\n"
    "Sarah,Lind,Ferris,,,,9 Home,York\n",
    "Sarah Lind||||", "Ferris|||||9 Home\nYork|" },
  { "Outlook, in German",
    "Anrede;Vorname;Nachname;Firma;Position;Straße geschäftlich;Ort geschäftlich;"
    "Postleitzahl geschäftlich;Telefon geschäftlich;E-Mail-Adresse;Notizen\n"
    "Frau;Sarah;Lind;Ferris;Leiterin;Langer Weg 1;Köln;50667;1;s@x.example;Hallo\n",
    "Sarah Lind|Leiterin|s@x.example|1|Hallo", "Ferris|||||Langer Weg 1\n50667 Köln|" },
  { "HubSpot contacts",
    "Record ID,First Name,Last Name,Email,Phone Number,Job Title,Associated Company,Contact owner,"
    "Lead Status,City,State/Region,Postal Code,Country/Region,Create Date\n"
    "1,Sarah,Lind,s@x.example,1,Head,Ferris,me@y.example,NEW,Leeds,West,LS1,UK,2024-03-12 09:14\n",
    "Sarah Lind|Head|s@x.example|1|", "Ferris|||||LS1 Leeds\nWest UK|" },
  { "HubSpot companies",
    "Record ID,Company name,Company Domain Name,Phone Number,Company owner,Industry,City,"
    "Country/Region,Description\n"
    "9,Ferris,x.example,3,me,DENTAL,Leeds,UK,They do teeth\n",
    NULL, "Ferris|3|x.example|DENTAL||Leeds\nUK||They do teeth" },
  { "Salesforce report",
    "Salutation,First Name,Last Name,Title,Mailing Street,Mailing City,Mailing State/Province,"
    "Mailing Zip/Postal Code,Mailing Country,Phone,Mobile,Fax,Email,Account Owner,Account Name\n"
    "Mr.,Sarah,Lind,Head,1 Long Row,Leeds,West,LS1,UK,1,2,3,s@x.example,Me,Ferris\n",
    "Sarah Lind|Head|s@x.example|1|Mobile: 2", "Ferris|||||1 Long Row\nLS1 Leeds\nWest UK|" },
  { "Salesforce accounts",
    "Id,IsDeleted,Name,Type,BillingStreet,BillingCity,BillingPostalCode,Phone,AccountNumber,"
    "Website,Industry,Description\n"
    "001,false,Ferris,Customer,1 Long Row,Leeds,LS1,3,7,x.example,Dental,\n",
    NULL, "Ferris|3|x.example|Dental||1 Long Row\nLS1 Leeds|" },
  { "Salesforce contacts, with rules",
    "Id,LastName,FirstName,Name,Phone,Email,Title,HasOptedOutOfEmail,DoNotCall,Account Name\n"
    "003,Lind,Sarah,Sarah Lind,1,s@x.example,Head,true,1,Ferris\n",
    "Sarah Lind|Head|s@x.example|1|", "Ferris||||||no_phone no_cold_mail" },
  { "Pipedrive",
    "Person - ID,Person - Name,Person - Email,Person - Phone,Organization - Name,"
    "Person - Last activity date\n"
    "4,Sarah Lind,\"s@x.example, t@x.example\",1,Ferris,2024-01-01\n",
    "Sarah Lind||s@x.example|1|Person - Email: t@x.example", "Ferris||||||" },
  { "anything", "kunde;ansprechpartner;mail\nFerris;Sarah Lind;none\n", "Sarah Lind||||mail: none",
    "Ferris||||||" },
  { "a mail address alone", "Email\ns@x.example\n", "s@x.example||s@x.example||",
    "s@x.example||||||" },
};

static void
append_field (GString *text, QhRecord *record, const char *name)
{
  g_autofree char *value =
      qh_record_get_text (record, qh_entity_field (qh_record_get_entity (record), name));

  g_string_append_printf (text, "%s%s", text->len > 0 ? "|" : "", value != NULL ? value : "");
}

static char *
describe_contact (QhRecord *record)
{
  GString *text = g_string_new (NULL);
  static const char *const names[] = { "name", "title", "email", "phone", "notes" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    append_field (text, record, names[i]);
  return g_string_free (text, FALSE);
}

static char *
describe_client (QhRecord *record)
{
  static const char *const names[] = { "name",     "phone",     "website",
                                       "industry", "territory", "address" };
  GString *text = g_string_new (NULL);
  QhClient *client = QH_CLIENT (record);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    append_field (text, record, names[i]);
  g_string_append_printf (text, "|%s%s", client->no_phone ? "no_phone" : "",
                          client->no_cold_mail ? " no_cold_mail" : "");
  if (client->notes != NULL)
    g_string_append_printf (text, "|%s", client->notes);
  return g_string_free (text, FALSE);
}

static QhImportReport *
import_with (QhStore *store, const char *text, gboolean keep, gboolean dry_run)
{
  g_autoptr (QhCsvFile) file = read_file (text, -1);
  g_autoptr (QhCsvMapping) mapping = qh_csv_mapping_propose ((const char *const *)file->header);
  g_autoptr (GError) error = NULL;
  QhImportReport *report;

  mapping->keep_unknown = keep;
  report = qh_contacts_csv_import (store, file, "contacts.csv", mapping, dry_run, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static QhImportReport *
import (QhStore *store, const char *text)
{
  return import_with (store, text, FALSE, FALSE);
}

static GPtrArray *
all (QhStore *store, const QhEntity *entity)
{
  return qh_store_select (store, entity, "ORDER BY created, id", NULL, NULL);
}

#define count(store, entity) qh_store_count (store, "SELECT count (*) FROM " entity, NULL)

static void
test_dialect (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhImportReport) report = import (store, dialects[i].text);
  g_autoptr (QhImportReport) again = NULL;
  g_autoptr (GPtrArray) contacts = all (store, &qh_contact_entity);
  g_autoptr (GPtrArray) clients = all (store, &qh_client_entity);

  g_assert_cmpuint (report->added, ==, 1);
  g_assert_cmpuint (report->skipped->len, ==, 0);
  g_assert_cmpuint (contacts->len, ==, dialects[i].contact != NULL ? 1 : 0);
  g_assert_cmpuint (clients->len, ==, 1);
  g_autofree char *client = describe_client (clients->pdata[0]);
  g_assert_cmpstr (client, ==, dialects[i].client);
  if (contacts->len > 0) {
    g_autofree char *contact = describe_contact (contacts->pdata[0]);
    g_assert_cmpstr (contact, ==, dialects[i].contact);
  }
  /* A second time nothing is new. */
  again = import (store, dialects[i].text);
  g_assert_cmpuint (again->same, ==, 1);
  g_assert_cmpuint (again->added + again->changed + again->skipped->len, ==, 0);
}

/* --- Who is known */

static void
expect (QhImportReport *report, guint added, guint changed, guint same, guint skipped)
{
  g_assert_cmpuint (report->added, ==, added);
  g_assert_cmpuint (report->changed, ==, changed);
  g_assert_cmpuint (report->same, ==, same);
  g_assert_cmpuint (report->skipped->len, ==, skipped);
}

static void
expect_skip (QhImportReport *report, guint i, guint line, const char *pattern)
{
  QhSkipped *skipped = report->skipped->pdata[i];
  g_autofree char *where = g_strdup_printf ("contacts.csv, line %u", line);

  g_assert_cmpuint (skipped->line, ==, line);
  g_assert_cmpstr (skipped->where, ==, where);
  if (!g_pattern_match_simple (pattern, skipped->reason))
    g_error ("%s", skipped->reason);
}

static void
test_duplicates (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhImportReport) first = import (store, "Name,Email,Company,Phone\n"
                                                    "Sarah Lind,s@x.example,Ferris,1\n"
                                                    "Tom Bay,,Ferris,2\n"
                                                    "Tom Bay,,Okafor,3\n"
                                                    "S. Lind,S@X.example,Ferris,4\n"
                                                    "tom  BAY,,ferris,5\n"
                                                    ",,,6\n"
                                                    "Ann,a@x.example,Ferris,7,8\n");
  g_autoptr (QhImportReport) second = NULL;

  expect (first, 3, 0, 0, 4);
  expect_skip (first, 0, 5, "*same mail address*line 2");
  expect_skip (first, 1, 6, "*line 3");
  expect_skip (first, 2, 7, "neither a name*");
  expect_skip (first, 3, 8, "1 cell more*");
  g_assert_cmpint (count (store, "client"), ==, 2);
  /* By mail address wherever he is; by name and organisation; what is not said stays. */
  second = import (store, "Name,Email,Company,Phone,Title\n"
                          "Somebody,s@x.example,Elsewhere,,Head\n"
                          "Tom Bay,t@x.example,Ferris,,\n"
                          "Tom Bay,,Okafor,3,\n");
  expect (second, 0, 2, 1, 0);
  g_assert_cmpint (count (store, "client"), ==, 2);
  g_assert_cmpint (count (store, "contact WHERE name = 'Sarah Lind' AND title = 'Head'"
                                 "  AND phone = '1'"),
                   ==, 1);
  g_assert_cmpint (count (store, "contact WHERE email = 't@x.example' AND phone = '2'"), ==, 1);
}

/* What an organisation is known to be stays; what is not known is filled in. */
static void
test_organisations (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhImportReport) first = import (store, "Name,Company,Website,City,Industry\n"
                                                    "Ann,Ferris,a.example,Leeds,\n"
                                                    "Ben,FERRIS ,b.example,York,Dental\n");
  g_autoptr (GPtrArray) clients = all (store, &qh_client_entity);

  expect (first, 2, 0, 0, 0);
  g_assert_cmpuint (clients->len, ==, 1);
  g_autofree char *client = describe_client (clients->pdata[0]);
  g_assert_cmpstr (client, ==, "Ferris||a.example|Dental||Leeds|");
}

/* Contacts name their organisation by its number in another file. */
static void
test_accounts (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhCsvFile) accounts = read_file ("Id,Name,BillingCity\n001,Ferris,Leeds\n", -1);
  g_autoptr (QhCsvFile) contacts =
      read_file ("Id,AccountId,LastName,FirstName\n003,001,Lind,Sarah\n004,002,Bay,Tom\n", -1);
  g_autoptr (QhCsvMapping) of_accounts =
      qh_csv_mapping_propose ((const char *const *)accounts->header);
  g_autoptr (QhCsvMapping) of_contacts =
      qh_csv_mapping_propose ((const char *const *)contacts->header);
  g_autoptr (QhImportReport) report = qh_import_report_new ();
  g_autoptr (QhKnownPeople) people = NULL;
  g_autoptr (GError) error = NULL;

  qh_store_begin (store, "Import", &error);
  people = qh_known_people_new (store, &error);
  g_assert_true (
      qh_contacts_csv_take (people, accounts, "accounts.csv", of_accounts, report, NULL, &error));
  g_assert_true (
      qh_contacts_csv_take (people, contacts, "contacts.csv", of_contacts, report, NULL, &error));
  g_assert_true (qh_store_commit (store, &error));
  expect (report, 2, 0, 0, 1);
  expect_skip (report, 0, 3, "*“002”*another file*");
  g_assert_cmpint (count (store, "contact JOIN client ON client.id = contact.client"
                                 "  WHERE client.name = 'Ferris' AND contact.name = 'Sarah Lind'"),
                   ==, 1);
}

/* --- The mapping */

static void
test_unknown_columns (void)
{
  static const char text[] = "Name,Shoe size,Company\nAnn,42,Ferris\n";
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhCsvFile) file = read_file (text, -1);
  g_autoptr (QhCsvMapping) mapping = qh_csv_mapping_propose ((const char *const *)file->header);
  g_autoptr (GPtrArray) unknown =
      qh_csv_mapping_list_unknown (mapping, (const char *const *)file->header);
  g_autoptr (QhImportReport) left = NULL;
  g_autoptr (QhImportReport) kept = NULL;

  g_assert_cmpuint (unknown->len, ==, 1);
  g_assert_cmpstr (unknown->pdata[0], ==, "Shoe size");
  left = import_with (store, text, FALSE, FALSE);
  g_assert_cmpint (count (store, "contact WHERE notes IS NULL"), ==, 1);
  kept = import_with (store, text, TRUE, FALSE);
  expect (kept, 0, 1, 0, 0);
  g_assert_cmpint (count (store, "contact WHERE notes = 'Shoe size: 42'"), ==, 1);
}

static void
test_remembered (void)
{
  static const char *const header[] = { "Wer", "Wo", "Address 2 - City", NULL };
  static const char *const other[] = { "Wer", "Wo", "City", NULL };
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhCsvMapping) mapping = qh_csv_mapping_propose (header);
  g_autoptr (QhCsvMapping) recalled = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (qh_csv_mapping_check (mapping, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (qh_csv_mapping_recall (store, header));
  qh_csv_mapping_set (mapping, 0, QH_TARGET_NAME);
  mapping->keep_unknown = TRUE;
  g_assert_true (qh_csv_mapping_check (mapping, &error));
  g_assert_true (qh_csv_mapping_remember (store, header, mapping, &error));
  recalled = qh_csv_mapping_recall (store, header);
  g_assert_nonnull (recalled);
  g_assert_true (recalled->keep_unknown);
  for (guint i = 0; i < 3; i++) {
    g_assert_cmpint (recalled->uses[i].target, ==, mapping->uses[i].target);
    g_assert_cmpint (recalled->uses[i].group, ==, mapping->uses[i].group);
  }
  g_assert_cmpint (recalled->uses[2].group, ==, 1);
  g_assert_null (qh_csv_mapping_recall (store, other));
  /* It is no step of undo. */
  g_assert_false (qh_store_undo (store, NULL, NULL));
}

/* --- One change */

static void
test_undo (void)
{
  static const char text[] = "Name,Company,Phone\nAnn,Ferris,1\nBen,Okafor,2\n";
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhImportReport) first = import (store, "Name,Company\nAnn,Ferris\n");
  g_autoptr (QhImportReport) tried = import_with (store, text, FALSE, TRUE);
  g_autoptr (QhImportReport) done = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  expect (tried, 1, 1, 0, 0);
  g_assert_cmpint (count (store, "contact"), ==, 1);
  done = import (store, text);
  expect (done, 1, 1, 0, 0);
  g_assert_cmpint (count (store, "contact WHERE phone IS NOT NULL"), ==, 2);
  g_assert_true (qh_store_undo (store, &label, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Import contacts");
  g_assert_cmpint (count (store, "contact"), ==, 1);
  g_assert_cmpint (count (store, "client"), ==, 1);
  g_assert_cmpint (count (store, "contact WHERE phone IS NULL"), ==, 1);
}

static void
cancel_at_once (guint done, guint whole, gpointer data)
{
  if (done > 0)
    g_cancellable_cancel (data);
}

static void
test_cancel (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (GString) text = g_string_new ("Name,Company\n");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  QhWatch watch = { cancel_at_once, cancellable, cancellable };
  g_autoptr (QhCsvFile) file = NULL;
  g_autoptr (QhCsvMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "Person %u,Client %u\n", i, i % 10);
  file = read_file (text->str, -1);
  mapping = qh_csv_mapping_propose ((const char *const *)file->header);
  g_assert_null (qh_contacts_csv_import (store, file, "x", mapping, FALSE, &watch, &error));
  g_assert_error (error, QH_ERROR, QH_ERROR_CANCELLED);
  g_assert_cmpint (count (store, "contact"), ==, 0);
}

/* Where there are thousands, they are counted and indexed at the end, and the store is as sound. */
static void
test_many (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (GString) text = g_string_new ("Name,Company,City\n");
  g_autoptr (QhImportReport) report = NULL;
  g_autoptr (QhRecord) late = qh_record_new (&qh_client_entity);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (text, "Person%u,Client %u,Leeds\n", i, i / 3);
  report = import (store, text->str);
  expect (report, 1500, 0, 0, 0);
  hits = qh_store_search (store, "person1234", 10, &error);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_true (qh_store_verify (store, NULL, &error));
  g_assert_no_error (error);
  /* The tables check again, and the triggers are there. */
  g_assert_cmpint (
      sqlite3_exec (qh_store_get_db (store), "UPDATE contact SET email = 'none'", NULL, NULL, NULL),
      ==, SQLITE_CONSTRAINT_CHECK);
  qh_record_set_string (late, "name", "Latecomer");
  g_assert_true (qh_store_save (store, late, &error));
  g_assert_true (qh_store_verify (store, NULL, &error));
  g_assert_true (qh_store_undo (store, NULL, &error));
  g_assert_true (qh_store_undo (store, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (count (store, "contact"), ==, 0);
  g_assert_true (qh_store_verify (store, NULL, &error));
}

/* What is hostile in a cell is text, and a cell that is too long is a reason. */
static void
test_hostile (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autofree char *long_name = g_strnfill (QH_TEXT_MAX + 1, 'x');
  g_autofree char *text = g_strdup_printf ("Name,Company\n"
                                           "<b>Ann</b>,'=cmd|' /C calc'!A0\n"
                                           "%s,Ferris\n"
                                           "\"a\x07\x1b[31m\",\"\xe2\x80\xae"
                                           "evil\"\n",
                                           long_name);
  g_autoptr (QhImportReport) report = import (store, text);

  expect (report, 2, 0, 0, 1);
  expect_skip (report, 0, 3, "name: *64 KiB*");
  g_assert_cmpint (count (store, "client WHERE name = '=cmd|'' /C calc''!A0'"), ==, 1);
  /* The organisation of a row that is left out is not there either. */
  g_assert_cmpint (count (store, "client WHERE name = 'Ferris'"), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contacts-csv/files", test_files);
  g_test_add_func ("/contacts-csv/unusable", test_unusable);
  g_test_add_func ("/contacts-csv/too-wide", test_too_wide);
  g_test_add_func ("/contacts-csv/cut", test_cut);
  for (guint i = 0; i < G_N_ELEMENTS (dialects); i++) {
    g_autofree char *path = g_strdup_printf ("/contacts-csv/dialects/%s", dialects[i].name);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_dialect);
  }
  g_test_add_func ("/contacts-csv/duplicates", test_duplicates);
  g_test_add_func ("/contacts-csv/organisations", test_organisations);
  g_test_add_func ("/contacts-csv/accounts", test_accounts);
  g_test_add_func ("/contacts-csv/unknown-columns", test_unknown_columns);
  g_test_add_func ("/contacts-csv/remembered", test_remembered);
  g_test_add_func ("/contacts-csv/undo", test_undo);
  g_test_add_func ("/contacts-csv/cancel", test_cancel);
  g_test_add_func ("/contacts-csv/many", test_many);
  g_test_add_func ("/contacts-csv/hostile", test_hostile);
  return g_test_run ();
}
