/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The handout as plain text, for a mail or a calendar. */
#include "exchange/qh-documents.h"
#include <glib/gi18n-lib.h>

/* A text that somebody typed stands on one line, without what a calendar does not allow. */
static void
add (GString *out, const char *before, const char *text, const char *after)
{
  if (text == NULL)
    return;
  g_string_append (out, before);
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);
    g_string_append_unichar (out, g_unichar_iscntrl (character) ? ' ' : character);
  }
  g_string_append (out, after);
}

static void
add_field (GString *out, const char *label, const char *text)
{
  if (text != NULL) {
    add (out, "", label, " ");
    add (out, "", text, "\n");
  }
}

static void
add_segment (GString *out, const QhHandoutSegment *segment)
{
  add (out, "", segment->start, "  ");
  add (out, "", segment->title, "");
  add (out, " (", segment->length, ")\n");
  add (out, "       ", segment->output, "\n");
}

static void
add_section (GString *out, const QhHandoutSection *section)
{
  add (out, "\n", section->title, "\n");
  for (guint i = 0; i < section->lines->len; i++) {
    const QhHandoutLine *line = section->lines->pdata[i];
    add (out, "- ", line->text, "");
    add (out, " – ", line->detail, "");
    g_string_append_c (out, '\n');
  }
}

char *
qh_handout_to_text (const QhHandout *handout)
{
  GString *out = g_string_new (NULL);

  add (out, "", handout->headline, "\n");
  add (out, "", handout->occasion, "\n");
  add_field (out, _ ("Measured by"), handout->measure);
  add_field (out, _ ("We ask for"), handout->ask);
  g_string_append_c (out, '\n');
  for (guint i = 0; i < handout->segments->len; i++)
    add_segment (out, handout->segments->pdata[i]);
  for (guint i = 0; i < handout->sections->len; i++)
    add_section (out, handout->sections->pdata[i]);
  return g_string_free (out, FALSE);
}
