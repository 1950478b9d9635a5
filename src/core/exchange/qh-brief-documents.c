/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The brief for a browser and as Markdown, in the order of the page on paper. */
#include "exchange/qh-document-parts.h"
#include "exchange/qh-documents.h"
#include <glib/gi18n-lib.h>

/* HTML. */

static void
add_quote (GString *out, const QhHandoutLine *line)
{
  g_string_append (out, "<blockquote dir=\"auto\">");
  qh_html_add_element (out, "<p>", line->text, "</p>");
  qh_html_add_element (out, "<p class=\"dim\">", line->detail, "</p>");
  g_string_append (out, "</blockquote>\n");
}

static void
add_figures (GString *out, const QhBrief *brief)
{
  g_string_append (out, "<div class=\"figures\">");
  for (guint i = 0; i < brief->figures->len; i++) {
    const QhBriefFigure *figure = brief->figures->pdata[i];
    qh_html_add_element (out, "<p><strong>", figure->figure, "</strong> ");
    qh_html_add_element (out, "<span class=\"dim\">", figure->words, "</span></p>\n");
  }
  g_string_append (out, "</div>\n");
}

static void
add_ask (GString *out, const QhBrief *brief)
{
  if (brief->ask == NULL && brief->deadline == NULL)
    return;
  qh_html_add_element (out, "<section><h2>", _ ("What we ask"), "</h2>\n");
  qh_html_add_element (out, "<p class=\"ask\" dir=\"auto\">", brief->ask, "</p>\n");
  qh_html_add_element (out, "<p class=\"ask\"><strong>", brief->deadline, "</strong></p>\n");
  g_string_append (out, "</section>\n");
}

char *
qh_brief_to_html (const QhBrief *brief)
{
  GString *out = g_string_new (NULL);

  qh_html_begin (out, brief->language, brief->document_title);
  qh_html_add_element (out, "<p class=\"dim\">", brief->standing, "</p>\n");
  qh_html_add_element (out, "<h1 dir=\"auto\">", brief->headline, "</h1>\n");
  for (guint i = 0; i < brief->quotes->len; i++)
    add_quote (out, brief->quotes->pdata[i]);
  add_figures (out, brief);
  add_ask (out, brief);
  for (guint i = 0; i < brief->sections->len; i++)
    qh_html_add_section (out, brief->sections->pdata[i]);
  return qh_html_end (out, brief->footer);
}

/* Markdown. */

static void
add_figure_items (GString *out, const QhBrief *brief)
{
  for (guint i = 0; i < brief->figures->len; i++) {
    const QhBriefFigure *figure = brief->figures->pdata[i];
    qh_markdown_add_line (out, "- **", figure->figure, "** ");
    qh_markdown_add_line (out, "", figure->words, "\n");
  }
  g_string_append_c (out, '\n');
}

char *
qh_brief_to_markdown (const QhBrief *brief)
{
  GString *out = g_string_new (NULL);

  qh_markdown_add_line (out, "# ", brief->headline, "\n\n");
  qh_markdown_add_line (out, "", brief->standing, "\n\n");
  for (guint i = 0; i < brief->quotes->len; i++) {
    const QhHandoutLine *line = brief->quotes->pdata[i];
    qh_markdown_add_line (out, "> ", line->text, "\n");
    qh_markdown_add_line (out, ">\n> ", line->detail, "\n");
    g_string_append_c (out, '\n');
  }
  add_figure_items (out, brief);
  if (brief->ask != NULL || brief->deadline != NULL)
    qh_markdown_add_line (out, "## ", _ ("What we ask"), "\n\n");
  qh_markdown_add_line (out, "", brief->ask, "\n\n");
  qh_markdown_add_line (out, "**", brief->deadline, "**\n\n");
  for (guint i = 0; i < brief->sections->len; i++)
    qh_markdown_add_section (out, brief->sections->pdata[i]);
  qh_markdown_add_line (out, "", brief->footer, "\n");
  return g_string_free (out, FALSE);
}
