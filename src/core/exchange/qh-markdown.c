/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The handout as CommonMark with tables and task lists. Whatever a person typed passes through
 * qh_markdown_add, which escapes it and keeps it on one line. */
#include "exchange/qh-document-parts.h"
#include "exchange/qh-documents.h"
#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_special (gunichar character, gboolean at_start)
{
  if (character < 0x80 && strchr ("\\`*_[]<>|~&", (int)character) != NULL)
    return TRUE;
  return at_start && character < 0x80 && strchr ("#+-=!0123456789", (int)character) != NULL &&
         !g_ascii_isdigit ((char)character);
}

void
qh_markdown_add (GString *out, const char *text)
{
  gboolean at_start = TRUE;

  for (const char *c = text != NULL ? text : ""; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);
    if (g_unichar_iscntrl (character))
      character = ' ';
    if (is_special (character, at_start))
      g_string_append_c (out, '\\');
    g_string_append_unichar (out, character);
    at_start = FALSE;
  }
}

void
qh_markdown_add_line (GString *out, const char *before, const char *text, const char *after)
{
  if (text == NULL)
    return;
  g_string_append (out, before);
  qh_markdown_add (out, text);
  g_string_append (out, after);
}

static void
add_header (GString *out, const QhHandout *handout)
{
  qh_markdown_add_line (out, "# ", handout->headline, "\n\n");
  qh_markdown_add_line (out, "", handout->occasion, "\n\n");
  if (handout->measure != NULL) {
    g_string_append_printf (out, "**%s** ", _ ("Measured by"));
    qh_markdown_add_line (out, "", handout->measure, "\n\n");
  }
  if (handout->ask != NULL) {
    g_string_append_printf (out, "**%s** ", _ ("We ask for"));
    qh_markdown_add (out, handout->ask);
    if (handout->fallback != NULL) {
      g_string_append_printf (out, " · %s ", _ ("If not:"));
      qh_markdown_add (out, handout->fallback);
    }
    g_string_append (out, "\n\n");
  }
  qh_markdown_add_line (out, "", handout->people, "\n\n");
  if (handout->score >= 0)
    /* Translators: the design review's score in a plan's Markdown */
    g_string_append_printf (out, _ ("**Score %d**"), handout->score);
  if (handout->score >= 0)
    qh_markdown_add_line (out, " · ", handout->caption, "\n\n");
}

static void
add_times (GString *out, const QhHandout *handout)
{
  if (handout->segments->len == 0)
    return;
  g_string_append_printf (out, "| %s | %s | %s |\n|---|---|---:|\n", _ ("Time"), _ ("What"),
                          _ ("Length"));
  for (guint i = 0; i < handout->segments->len; i++) {
    const QhHandoutSegment *segment = handout->segments->pdata[i];
    qh_markdown_add_line (out, "| ", segment->start != NULL ? segment->start : "", " | ");
    qh_markdown_add_line (out, "", segment->title != NULL ? segment->title : "", " | ");
    qh_markdown_add_line (out, "", segment->length != NULL ? segment->length : "", " |\n");
  }
  g_string_append_c (out, '\n');
}

static void
add_segment (GString *out, const QhHandoutSegment *segment)
{
  qh_markdown_add_line (out, "## ", segment->title, "\n\n");
  g_string_append_c (out, '*');
  qh_markdown_add (out, segment->length);
  qh_markdown_add_line (out, " · ", segment->kind_label, "");
  g_string_append (out, "*\n\n");
  qh_markdown_add_line (out, "> ", segment->quote, "\n\n");
  qh_markdown_add_line (out, "→ ", segment->output, "\n\n");
  if (segment->notes != NULL) {
    g_autofree char *note = g_strdup_printf (_ ("Note: %s"), segment->notes);
    qh_markdown_add_line (out, "", note, "\n\n");
  }
}

static void
add_item (GString *out, const QhHandoutLine *line)
{
  g_string_append (out, line->mark == QH_MARK_PROMISE ? "- [ ] " : "- ");
  if (line->struck)
    g_string_append (out, "~~");
  if (line->label != NULL) {
    qh_markdown_add (out, line->label);
    g_string_append_c (out, ' ');
  }
  qh_markdown_add_line (out, line->strong ? "**" : "", line->text, line->strong ? "**" : "");
  if (line->struck)
    g_string_append (out, "~~");
  qh_markdown_add_line (out, " — ", line->detail, "");
  g_string_append_c (out, '\n');
}

void
qh_markdown_add_section (GString *out, const QhHandoutSection *section)
{
  qh_markdown_add_line (out, "## ", section->title, "\n\n");
  for (guint i = 0; i < section->lines->len; i++)
    add_item (out, section->lines->pdata[i]);
  g_string_append_c (out, '\n');
}

char *
qh_handout_to_markdown (const QhHandout *handout)
{
  GString *out = g_string_new (NULL);

  add_header (out, handout);
  add_times (out, handout);
  for (guint i = 0; i < handout->segments->len; i++)
    add_segment (out, handout->segments->pdata[i]);
  for (guint i = 0; i < handout->sections->len; i++)
    qh_markdown_add_section (out, handout->sections->pdata[i]);
  qh_markdown_add_line (out, "", handout->footer, "\n");
  return g_string_free (out, FALSE);
}
