/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-csv-map.h"
#include "base/qh-text.h"
#include "exchange/qh-csv-headings.h"
#include "store/qh-settings.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define GROUPS 10

/* Names as they are remembered, and labels. */
static const struct {
  const char *name, *label;
} targets[QH_N_TARGETS] = {
  [QH_TARGET_UNKNOWN] = { "unknown", N_ ("Left out") },
  [QH_TARGET_LEFT_OUT] = { "left_out", N_ ("Left out") },
  [QH_TARGET_NOTE] = { "note", N_ ("Kept as a note") },
  [QH_TARGET_NAME] = { "name", N_ ("Name") },
  [QH_TARGET_PREFIX] = { "prefix", N_ ("Before the name") },
  [QH_TARGET_GIVEN] = { "given", N_ ("Given name") },
  [QH_TARGET_MIDDLE] = { "middle", N_ ("Middle name") },
  [QH_TARGET_FAMILY] = { "family", N_ ("Family name") },
  [QH_TARGET_SUFFIX] = { "suffix", N_ ("After the name") },
  [QH_TARGET_EMAIL] = { "email", N_ ("Mail") },
  [QH_TARGET_PHONE] = { "phone", N_ ("Phone") },
  [QH_TARGET_TITLE] = { "title", N_ ("Title") },
  [QH_TARGET_NOTES] = { "notes", N_ ("Notes") },
  [QH_TARGET_UID] = { "uid", N_ ("vCard UID") },
  [QH_TARGET_NO_PHONE] = { "no_phone", N_ ("No phone") },
  [QH_TARGET_NO_COLD_MAIL] = { "no_cold_mail", N_ ("No cold mail") },
  [QH_TARGET_ORGANISATION] = { "organisation", N_ ("Client") },
  [QH_TARGET_MAIN_PHONE] = { "main_phone", N_ ("Phone of the client") },
  [QH_TARGET_WEBSITE] = { "website", N_ ("Website") },
  [QH_TARGET_INDUSTRY] = { "industry", N_ ("Industry") },
  [QH_TARGET_TERRITORY] = { "territory", N_ ("Territory") },
  [QH_TARGET_ADDRESS] = { "address", N_ ("Address") },
  [QH_TARGET_STREET] = { "street", N_ ("Street") },
  [QH_TARGET_CITY] = { "city", N_ ("City") },
  [QH_TARGET_REGION] = { "region", N_ ("State or region") },
  [QH_TARGET_POSTAL_CODE] = { "postal_code", N_ ("Postal code") },
  [QH_TARGET_COUNTRY] = { "country", N_ ("Country") },
  [QH_TARGET_ID] = { "id", N_ ("Number of the record there") },
  [QH_TARGET_ACCOUNT] = { "account", N_ ("Number of the client there") },
};

const char *
qh_csv_target_label (QhCsvTarget target)
{
  g_return_val_if_fail ((guint)target < QH_N_TARGETS, NULL);
  return _ (targets[target].label);
}

/* --- Proposing */

static QhCsvMapping *
mapping_new (guint n_columns)
{
  QhCsvMapping *mapping = g_new0 (QhCsvMapping, 1);

  mapping->n_columns = n_columns;
  mapping->uses = g_new0 (QhCsvUse, n_columns);
  return mapping;
}

void
qh_csv_mapping_free (QhCsvMapping *mapping)
{
  g_free (mapping->uses);
  g_free (mapping);
}

QhCsvMapping *
qh_csv_mapping_copy (const QhCsvMapping *mapping)
{
  QhCsvMapping *copy = mapping_new (mapping->n_columns);

  memcpy (copy->uses, mapping->uses, mapping->n_columns * sizeof *copy->uses);
  copy->keep_unknown = mapping->keep_unknown;
  return copy;
}

static gboolean
has_heading (const char *const *header, const char *folded)
{
  for (guint i = 0; header[i] != NULL; i++) {
    g_autofree char *other = qh_csv_heading_fold (header[i]);
    if (g_str_equal (other, folded))
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_target (const QhCsvMapping *mapping, QhCsvTarget target)
{
  for (guint i = 0; i < mapping->n_columns; i++)
    if (mapping->uses[i].target == target)
      return TRUE;
  return FALSE;
}

static void
replace_target (QhCsvMapping *mapping, const char *const *header, const char *folded,
                QhCsvTarget target)
{
  for (guint i = 0; i < mapping->n_columns; i++) {
    g_autofree char *heading = qh_csv_heading_fold (header[i]);
    if (g_str_equal (heading, folded))
      mapping->uses[i].target = target;
  }
}

/* What a name means depends on the others: Outlook's title stands before the name, and the name in
 * a table of accounts is the organisation's. */
static void
consider_company (QhCsvMapping *mapping, const char *const *header)
{
  gboolean has_person = has_target (mapping, QH_TARGET_GIVEN) ||
                        has_target (mapping, QH_TARGET_FAMILY) ||
                        has_target (mapping, QH_TARGET_EMAIL);

  if (has_heading (header, "jobtitle") || has_heading (header, "organizationtitle"))
    replace_target (mapping, header, "title", QH_TARGET_PREFIX);
  if (!has_person && !has_target (mapping, QH_TARGET_ORGANISATION) &&
      (has_heading (header, "billingstreet") || has_heading (header, "billingcity") ||
       has_heading (header, "accountnumber") || has_heading (header, "numberofemployees")))
    replace_target (mapping, header, "name", QH_TARGET_ORGANISATION);
  /* Salesforce says a contact's name in parts and as a whole. */
  if (has_target (mapping, QH_TARGET_GIVEN) && has_target (mapping, QH_TARGET_FAMILY) &&
      has_heading (header, "lastname"))
    replace_target (mapping, header, "name", QH_TARGET_LEFT_OUT);
}

QhCsvMapping *
qh_csv_mapping_propose (const char *const *header)
{
  QhCsvMapping *mapping = mapping_new (g_strv_length ((GStrv)header));

  for (guint i = 0; i < mapping->n_columns; i++)
    mapping->uses[i] = qh_csv_heading_find (header[i]);
  consider_company (mapping, header);
  return mapping;
}

void
qh_csv_mapping_set (QhCsvMapping *mapping, guint column, QhCsvTarget target)
{
  g_return_if_fail (column < mapping->n_columns && (guint)target < QH_N_TARGETS);
  mapping->uses[column].target = target;
  mapping->uses[column].group = 0;
}

gboolean
qh_csv_mapping_check (const QhCsvMapping *mapping, GError **error)
{
  static const QhCsvTarget who[] = { QH_TARGET_NAME, QH_TARGET_GIVEN, QH_TARGET_FAMILY,
                                     QH_TARGET_EMAIL, QH_TARGET_ORGANISATION };

  for (guint i = 0; i < G_N_ELEMENTS (who); i++)
    if (has_target (mapping, who[i]))
      return TRUE;
  g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                       _ ("no column is known as a name, a mail address or an organisation: "
                          "expected one at least among the headings"));
  return FALSE;
}

GPtrArray *
qh_csv_mapping_list_unknown (const QhCsvMapping *mapping, const char *const *header)
{
  GPtrArray *unknown = g_ptr_array_new ();

  for (guint i = 0; i < mapping->n_columns && header[i] != NULL; i++)
    if (mapping->uses[i].target == QH_TARGET_UNKNOWN)
      g_ptr_array_add (unknown, (gpointer)header[i]);
  return unknown;
}

/* --- Remembering */

static char *
setting_key (const char *const *header)
{
  g_autofree char *joined = g_strjoinv ("\x1f", (GStrv)header);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined, -1);

  return g_strdup_printf (QH_SETTING_MAPPING "%.16s", digest);
}

static gboolean
read_use (const char *text, QhCsvUse *use)
{
  const char *group = strchr (text, ' ');
  gsize length = group != NULL ? (gsize)(group - text) : strlen (text);

  use->group = group != NULL ? CLAMP (atoi (group + 1), 0, GROUPS - 1) : 0;
  for (guint i = 0; i < QH_N_TARGETS; i++)
    if (strlen (targets[i].name) == length && strncmp (targets[i].name, text, length) == 0) {
      use->target = i;
      return TRUE;
    }
  return FALSE;
}

QhCsvMapping *
qh_csv_mapping_recall (QhStore *store, const char *const *header)
{
  g_autofree char *key = setting_key (header);
  g_autofree char *value = qh_store_get_setting (store, key);
  g_auto (GStrv) parts = value != NULL ? g_strsplit (value, ",", -1) : NULL;
  g_autoptr (QhCsvMapping) mapping = mapping_new (g_strv_length ((GStrv)header));

  if (parts == NULL || g_strv_length (parts) != mapping->n_columns + 1)
    return NULL;
  mapping->keep_unknown = g_str_equal (parts[0], "keep");
  for (guint i = 0; i < mapping->n_columns; i++)
    if (!read_use (parts[i + 1], &mapping->uses[i]))
      return NULL;
  return g_steal_pointer (&mapping);
}

gboolean
qh_csv_mapping_remember (QhStore *store, const char *const *header, const QhCsvMapping *mapping,
                         GError **error)
{
  g_autofree char *key = setting_key (header);
  g_autoptr (GString) value = g_string_new (mapping->keep_unknown ? "keep" : "leave");

  for (guint i = 0; i < mapping->n_columns; i++)
    g_string_append_printf (value, ",%s %d", targets[mapping->uses[i].target].name,
                            mapping->uses[i].group);
  return qh_store_set_setting (store, key, value->str, error);
}

/* --- Reading a row */

/* What is put together from several cells. */
typedef struct {
  const char *names[QH_TARGET_SUFFIX + 1]; /* by target */
  GString *streets[GROUPS];
  const char *places[GROUPS][QH_TARGET_COUNTRY + 1]; /* by group and target */
} Parts;

static gboolean
is_yes (const char *text)
{
  static const char *const words[] = { "1", "true", "yes", "y", "x", "ja", "wahr" };
  g_autofree char *folded = qh_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i], folded))
      return TRUE;
  return FALSE;
}

static void
fill_or_note (QhCard *card, char **member, const char *heading, const char *cell)
{
  if (!qh_card_fill (member, cell))
    qh_card_note (card, heading, cell);
}

/* The first of several ids. */
static void
fill_account (QhCard *card, const char *cell)
{
  g_autofree char *first = g_strndup (cell, strcspn (cell, ";, "));

  qh_card_fill (&card->account, first);
}

static void
read_place (Parts *parts, QhCsvUse use, const char *cell)
{
  if (use.target != QH_TARGET_STREET) {
    if (parts->places[use.group][use.target] == NULL)
      parts->places[use.group][use.target] = cell;
    return;
  }
  if (parts->streets[use.group] == NULL)
    parts->streets[use.group] = g_string_new (cell);
  else
    g_string_append_printf (parts->streets[use.group], "\n%s", cell);
}

static void
read_text (QhCard *card, QhCsvTarget target, const char *heading, const char *cell)
{
  char **const members[QH_N_TARGETS] = {
    [QH_TARGET_NAME] = &card->name,
    [QH_TARGET_TITLE] = &card->title,
    [QH_TARGET_UID] = &card->uid,
    [QH_TARGET_ORGANISATION] = &card->organisation,
    [QH_TARGET_MAIN_PHONE] = &card->main_phone,
    [QH_TARGET_WEBSITE] = &card->website,
    [QH_TARGET_INDUSTRY] = &card->industry,
    [QH_TARGET_TERRITORY] = &card->territory,
    [QH_TARGET_ID] = &card->own_id,
  };

  if (members[target] != NULL)
    fill_or_note (card, members[target], heading, cell);
}

static void
read_cell (QhCard *card, Parts *parts, QhCsvUse use, const char *heading, const char *cell)
{
  if (use.target >= QH_TARGET_PREFIX && use.target <= QH_TARGET_SUFFIX)
    parts->names[use.target] = cell;
  else if (use.target >= QH_TARGET_ADDRESS && use.target <= QH_TARGET_COUNTRY)
    read_place (parts, use, cell);
  else if (use.target == QH_TARGET_EMAIL)
    qh_card_add_email (card, heading, cell);
  else if (use.target == QH_TARGET_PHONE)
    qh_card_add_phone (card, heading, cell);
  else if (use.target == QH_TARGET_NO_PHONE)
    card->no_phone = card->no_phone || is_yes (cell);
  else if (use.target == QH_TARGET_NO_COLD_MAIL)
    card->no_cold_mail = card->no_cold_mail || is_yes (cell);
  else if (use.target == QH_TARGET_NOTES)
    qh_card_note (card, NULL, cell);
  else if (use.target == QH_TARGET_NOTE)
    qh_card_note (card, heading, cell);
  else if (use.target == QH_TARGET_ACCOUNT)
    fill_account (card, cell);
  else
    read_text (card, use.target, heading, cell);
}

static void
join_name (QhCard *card, const Parts *parts)
{
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = QH_TARGET_PREFIX; i <= QH_TARGET_SUFFIX; i++)
    if (parts->names[i] != NULL)
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", parts->names[i]);
  /* A title alone is nobody. */
  if (parts->names[QH_TARGET_GIVEN] != NULL || parts->names[QH_TARGET_FAMILY] != NULL)
    qh_card_fill (&card->name, name->str);
}

static void
append_line (GString *text, const char *first, const char *second)
{
  if (first == NULL && second == NULL)
    return;
  g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? "\n" : "", first != NULL ? first : "",
                          first != NULL && second != NULL ? " " : "", second != NULL ? second : "");
}

/* The address of the first group that has any. */
static void
join_address (QhCard *card, const Parts *parts)
{
  for (guint i = 0; i < GROUPS && card->address == NULL; i++) {
    const char *const *place = parts->places[i];
    g_autoptr (GString) text = g_string_new (place[QH_TARGET_ADDRESS]);
    if (text->len == 0) {
      append_line (text, parts->streets[i] != NULL ? parts->streets[i]->str : NULL, NULL);
      append_line (text, place[QH_TARGET_POSTAL_CODE], place[QH_TARGET_CITY]);
      append_line (text, place[QH_TARGET_REGION], place[QH_TARGET_COUNTRY]);
    }
    qh_card_fill (&card->address, text->str);
  }
}

static void
parts_clear (Parts *parts)
{
  for (guint i = 0; i < GROUPS; i++)
    if (parts->streets[i] != NULL)
      g_string_free (parts->streets[i], TRUE);
}

/* Of a record of an organisation, the phone is its own. */
static void
settle_organisation (QhCard *card)
{
  if (card->name != NULL || card->organisation == NULL || card->email != NULL)
    return;
  if (card->main_phone == NULL)
    card->main_phone = g_steal_pointer (&card->phone);
}

QhCard *
qh_csv_mapping_read (const QhCsvMapping *mapping, const char *const *header,
                     const char *const *cells)
{
  QhCard *card = qh_card_new ();
  Parts parts = { 0 };

  for (guint i = 0; i < mapping->n_columns; i++) {
    QhCsvUse use = mapping->uses[i];
    if (use.target == QH_TARGET_UNKNOWN && mapping->keep_unknown)
      use.target = QH_TARGET_NOTE;
    if (*cells[i] != '\0' && use.target > QH_TARGET_LEFT_OUT)
      read_cell (card, &parts, use, header[i], cells[i]);
  }
  join_name (card, &parts);
  join_address (card, &parts);
  settle_organisation (card);
  parts_clear (&parts);
  return card;
}
