/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "imports/qh-import-text.h"
#include "base/qh-text.h"
#include <glib/gi18n-lib.h>

#define NOTES_LENGTH 60

static void
add_part (GString *text, const char *part)
{
  if (qh_text_is_empty (part))
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
add_count (GString *text, guint n, char *words)
{
  if (n > 0)
    add_part (text, words);
  g_free (words);
}

char *
qh_import_text_left_out (guint n)
{
  return g_strdup_printf (ngettext ("%u left out", "%u left out", n), n);
}

char *
qh_import_text_counts (const QhImportReport *report)
{
  GString *text = g_string_new (NULL);

  if (report == NULL)
    return g_string_free (text, FALSE);
  add_count (text, report->added,
             g_strdup_printf (ngettext ("%u new", "%u new", report->added), report->added));
  add_count (
      text, report->changed,
      g_strdup_printf (ngettext ("%u changed", "%u changed", report->changed), report->changed));
  add_count (text, report->same,
             g_strdup_printf (ngettext ("%u the same", "%u the same", report->same), report->same));
  add_count (text, report->skipped->len, qh_import_text_left_out (report->skipped->len));
  if (text->len == 0)
    g_string_append (text, _ ("There is nothing in it"));
  return g_string_free (text, FALSE);
}

char *
qh_import_text_person (const QhCard *card)
{
  const char *name = card->name != NULL ? card->name : card->email;

  if (name == NULL)
    name = card->organisation;
  return g_strdup (name);
}

char *
qh_import_text_details (const QhCard *card)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *address = qh_text_shorten (card->address, NOTES_LENGTH);
  g_autofree char *notes = qh_text_shorten (card->notes->str, NOTES_LENGTH);

  add_part (text, card->title);
  add_part (text, card->name != NULL || card->email != NULL ? card->organisation : NULL);
  add_part (text, card->name != NULL ? card->email : NULL);
  add_part (text, card->phone);
  add_part (text, card->main_phone);
  add_part (text, card->website);
  add_part (text, card->industry);
  add_part (text, card->territory);
  add_part (text, address);
  add_part (text, card->no_phone ? _ ("No phone") : NULL);
  add_part (text, card->no_cold_mail ? _ ("No cold mail") : NULL);
  add_part (text, notes);
  return text->len > 0 ? g_strdup (text->str) : NULL;
}

char *
qh_import_text_where (const QhSkipped *skipped)
{
  return skipped->line > 0 ? g_strdup_printf (_ ("Line %u"), skipped->line)
                           : g_strdup (skipped->where);
}

const char *
qh_import_text_separator (char separator)
{
  return separator == ',' ? _ ("Comma") : separator == ';' ? _ ("Semicolon") : _ ("Tab");
}
