/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/qh-plan-words.h"
#include <glib/gi18n-lib.h>

/* Minutes as a person says them: "4", "4½" would not be translatable, so "4:30". */
static char *
minutes_short (gint64 seconds)
{
  if (seconds % QH_MINUTE == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, seconds / QH_MINUTE);
  return qh_length_format (seconds);
}

char *
qh_minutes_caption (gint64 total, gint64 limit)
{
  g_autofree char *planned = minutes_short (total);
  g_autofree char *given = minutes_short (limit);

  /* Translators: the minutes planned and the minutes there are: "14 of 15 minutes" */
  return g_strdup_printf (ngettext ("%s of %s minute", "%s of %s minutes",
                                    (gulong)((limit + QH_MINUTE - 1) / QH_MINUTE)),
                          planned, given);
}

char *
qh_dial_description (const QhBlock *blocks, guint n_blocks, gint64 limit, int score)
{
  g_autofree char *caption = qh_minutes_caption (qh_blocks_total (blocks, n_blocks), limit);
  GString *text = g_string_new (NULL);

  if (score >= 0)
    /* Translators: the score of the design review, then "14 of 15 minutes" */
    g_string_append_printf (text, _ ("Score %d, %s"), score, caption);
  else
    g_string_append (text, caption);
  for (guint i = 0; i < n_blocks; i++) {
    g_autofree char *minutes = minutes_short (blocks[i].seconds);
    const char *kind = qh_enum_label (qh_segment_kind_values, blocks[i].kind);

    g_string_append (text, i == 0 ? "; " : ", ");
    /* Translators: a kind of segment and its minutes: "Escape 4" */
    g_string_append_printf (text, C_ ("kind and minutes", "%s %s"), kind != NULL ? kind : "",
                            minutes);
  }
  return g_string_free (text, FALSE);
}

char *
qh_length_words (gint64 seconds)
{
  gint64 minutes = seconds / QH_MINUTE, rest = seconds % QH_MINUTE;
  g_autofree char *whole =
      g_strdup_printf (ngettext ("%d minute", "%d minutes", (gulong)minutes), (int)minutes);
  g_autofree char *part =
      g_strdup_printf (ngettext ("%d second", "%d seconds", (gulong)rest), (int)rest);

  if (rest == 0)
    return g_steal_pointer (&whole);
  if (minutes == 0)
    return g_steal_pointer (&part);
  /* Translators: "4 minutes 30 seconds" */
  return g_strdup_printf (C_ ("minutes and seconds", "%s %s"), whole, part);
}

char *
qh_block_description (const QhBlock *block, guint position, guint n_blocks)
{
  g_autofree char *length = qh_length_words (block->seconds);
  const char *kind = qh_enum_label (qh_segment_kind_values, block->kind);

  /* Translators: a segment: title, kind, length, its place: "Wrong invoices, Escape, 4 minutes,
   * 2 of 5" */
  return g_strdup_printf (_ ("%s, %s, %s, %u of %u"), block->title != NULL ? block->title : "",
                          kind != NULL ? kind : "", length, position + 1, n_blocks);
}
