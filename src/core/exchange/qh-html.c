/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The handout as a page for a browser. Whatever a person typed passes through qh_html_add, which
 * escapes it. */
#include "exchange/qh-document-parts.h"
#include "exchange/qh-documents.h"
#include "paper/qh-dial.h"
#include "paper/qh-strip.h"
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The dial in its own units: a ring between two radii around the middle of a square. */
#define DIAL_SIZE 200.0
#define DIAL_RADIUS 86.0
#define DIAL_WIDTH 24.0
#define DIAL_GAP 0.02 /* radians left between arcs */

static const char style[] =
    ":root{color-scheme:light dark;--text:#241f31;--dim:#5e5c64;--line:#deddda;--room:#ebebed;"
    "--page:#fff}"
    "@media (prefers-color-scheme:dark){:root{--text:#fff;--dim:#c0bfbc;--line:#4a4a4f;"
    "--room:#3d3d42;--page:#1e1e1e}}"
    "body{margin:0 auto;max-width:46rem;padding:1.5rem 1rem;background:var(--page);"
    "color:var(--text);font:1rem/1.45 Cantarell,system-ui,sans-serif;overflow-wrap:anywhere}"
    "header{display:flex;gap:1.5rem;align-items:flex-start;justify-content:space-between}"
    "header>div{flex:1;min-width:0}h1{font-size:1.7rem;line-height:1.2;margin:.2rem 0 .6rem}"
    "h2{font-size:1.05rem;margin:1.6rem 0 .4rem}p{margin:.2rem 0}"
    ".dim,td small,figcaption,footer{color:var(--dim)}"
    ".dial{flex:none;width:9rem}svg{display:block;width:100%;height:auto}"
    "table{border-collapse:collapse;width:100%;margin-top:1rem}"
    "th{text-align:start;font-weight:600;color:var(--dim);font-size:.85rem}"
    "th,td{padding:.5rem .5rem .5rem 0;vertical-align:top;border-bottom:1px solid var(--line)}"
    "td small{display:block;font-size:.95rem}td:first-child,.length{white-space:nowrap;"
    "font-variant-numeric:tabular-nums}.length{text-align:end;padding-inline-end:0}"
    "ul{margin:.2rem 0;padding-inline-start:1.2rem}footer{margin-top:2rem;font-size:.9rem;"
    "border-top:1px solid var(--line);padding-top:.6rem}.strip{margin-top:1.2rem}figure{margin:0}"
    "figcaption{text-align:center}blockquote{margin:1rem 0;padding:.1rem 0 .1rem 1rem;"
    "border-inline-start:4px solid #e66100}blockquote p:first-child{font-size:1.2rem}"
    ".figures{display:flex;flex-wrap:wrap;gap:.6rem 2.5rem;margin:1.4rem 0}.figures p{margin:0}"
    ".figures strong{display:block;font-size:1.9rem;line-height:1.2}.ask{font-size:1.2rem}"
    "@media (max-width:30rem){header{flex-direction:column-reverse}.dial{width:7rem}"
    "h1{font-size:1.4rem}}"
    "@media print{:root{--text:#000;--dim:#555;--line:#ccc;--room:#eee;--page:#fff}"
    "body{padding:0;max-width:none}}";

void
qh_html_add (GString *out, const char *text)
{
  for (const char *c = text != NULL ? text : ""; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);
    if (character == '&')
      g_string_append (out, "&amp;");
    else if (character == '<')
      g_string_append (out, "&lt;");
    else if (character == '>')
      g_string_append (out, "&gt;");
    else if (character == '"')
      g_string_append (out, "&quot;");
    else if (!g_unichar_iscntrl (character) || character == '\n' || character == '\t')
      g_string_append_unichar (out, character);
  }
}

void
qh_html_add_element (GString *out, const char *open, const char *text, const char *close)
{
  if (text == NULL)
    return;
  g_string_append (out, open);
  qh_html_add (out, text);
  g_string_append (out, close);
}

/* A number as SVG reads it, whatever the locale. */
static void
add_number (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append (out, g_ascii_formatd (text, sizeof text, "%.2f", number));
}

static void
add_point (GString *out, double angle)
{
  add_number (out, DIAL_SIZE / 2 + DIAL_RADIUS * sin (angle));
  g_string_append_c (out, ' ');
  add_number (out, DIAL_SIZE / 2 - DIAL_RADIUS * cos (angle));
}

/* One arc of the ring; a whole ring is drawn as two. */
static void
add_arc (GString *out, double start, double end, const char *colour, const char *title)
{
  double middle = (start + end) / 2;

  if (end - start <= DIAL_GAP)
    return;
  g_string_append (out, "<path fill=\"none\" stroke-width=\"");
  add_number (out, DIAL_WIDTH);
  g_string_append_printf (out, "\" stroke=\"%s\" d=\"M", colour);
  add_point (out, start);
  for (int half = 0; half < 2; half++) {
    g_string_append (out, "A");
    add_number (out, DIAL_RADIUS);
    g_string_append_c (out, ' ');
    add_number (out, DIAL_RADIUS);
    g_string_append (out, " 0 0 1 ");
    add_point (out, half == 0 ? middle : end - DIAL_GAP);
  }
  g_string_append (out, "\">");
  qh_html_add_element (out, "<title>", title, "</title>");
  g_string_append (out, "</path>");
}

static char *
kind_colour (int kind)
{
  return qh_color_to_hex (&qh_palette_light ()->kind[kind]);
}

static void
add_dial (GString *out, const QhHandout *handout)
{
  const QhDial dial = { .blocks = handout->blocks,
                        .n_blocks = handout->n_blocks,
                        .limit = handout->limit,
                        .score = handout->score };
  g_autofree QhArc *arcs = g_new0 (QhArc, handout->n_blocks + 1);

  qh_dial_measure (&dial, arcs);
  g_string_append (out, "<figure class=\"dial\"><svg viewBox=\"0 0 200 200\" role=\"img\" "
                        "aria-label=\"");
  qh_html_add (out, handout->dial_words);
  g_string_append (out, "\">");
  for (guint i = 0; i < handout->n_blocks; i++) {
    g_autofree char *colour = kind_colour (handout->blocks[i].kind);
    add_arc (out, arcs[i].start, arcs[i].end, colour, handout->blocks[i].title);
  }
  const QhArc *rest = &arcs[handout->n_blocks];
  add_arc (out, rest->start, rest->end, "var(--room)", NULL);
  if (handout->score >= 0)
    g_string_append_printf (out,
                            "<text x=\"100\" y=\"116\" text-anchor=\"middle\" font-size=\"52\" "
                            "font-weight=\"800\" fill=\"currentColor\">%d</text>",
                            handout->score);
  g_string_append (out, "</svg>");
  qh_html_add_element (out, "<figcaption>", handout->caption, "</figcaption>");
  g_string_append (out, "</figure>\n");
}

static void
add_span (GString *out, const QhSpan *span, const char *colour, const char *title)
{
  if (span->width <= 0)
    return;
  g_string_append (out, "<rect y=\"0\" height=\"22\" rx=\"4\" x=\"");
  add_number (out, span->x);
  g_string_append (out, "\" width=\"");
  add_number (out, span->width);
  g_string_append_printf (out, "\" fill=\"%s\">", colour);
  qh_html_add_element (out, "<title>", title, "</title>");
  g_string_append (out, "</rect>");
}

/* The strip says nothing that the table below it does not say in words. */
static void
add_strip (GString *out, const QhHandout *handout)
{
  g_autofree QhSpan *spans = g_new0 (QhSpan, handout->n_blocks + 1);

  if (handout->n_blocks == 0)
    return;
  qh_strip_measure (handout->blocks, handout->n_blocks, handout->limit, 700, spans);
  g_string_append (out, "<div class=\"strip\" aria-hidden=\"true\"><svg viewBox=\"0 0 700 22\">");
  for (guint i = 0; i < handout->n_blocks; i++) {
    g_autofree char *colour = kind_colour (handout->blocks[i].kind);
    add_span (out, &spans[i], colour, handout->blocks[i].title);
  }
  add_span (out, &spans[handout->n_blocks], "var(--room)", NULL);
  g_string_append (out, "</svg></div>\n");
}

static void
add_segment (GString *out, const QhHandoutSegment *segment, gboolean kinds)
{
  qh_html_add_element (out, "<tr><td>", segment->start != NULL ? segment->start : "", "</td>");
  qh_html_add_element (out, "<td><strong>", segment->title, "</strong>");
  qh_html_add_element (out, "<small>", segment->quote, "</small>");
  qh_html_add_element (out, "<small>", segment->output, "</small>");
  if (segment->notes != NULL) {
    g_autofree char *note = g_strdup_printf (_ ("Note: %s"), segment->notes);
    qh_html_add_element (out, "<small>", note, "</small>");
  }
  g_string_append (out, "</td>");
  if (kinds)
    qh_html_add_element (out, "<td>", segment->kind_label != NULL ? segment->kind_label : "",
                         "</td>");
  qh_html_add_element (out, "<td class=\"length\">", segment->length, "</td></tr>\n");
}

static void
add_agenda (GString *out, const QhHandout *handout)
{
  gboolean kinds = FALSE;

  if (handout->segments->len == 0)
    return;
  for (guint i = 0; i < handout->segments->len; i++)
    kinds = kinds || ((QhHandoutSegment *)handout->segments->pdata[i])->kind_label != NULL;
  qh_html_add_element (out, "<table><thead><tr><th scope=\"col\">", _ ("Time"), "</th>");
  qh_html_add_element (out, "<th scope=\"col\">", _ ("What"), "</th>");
  if (kinds)
    qh_html_add_element (out, "<th scope=\"col\">", _ ("Kind"), "</th>");
  qh_html_add_element (out, "<th scope=\"col\" class=\"length\">", _ ("Length"),
                       "</th></tr></thead>\n<tbody>\n");
  for (guint i = 0; i < handout->segments->len; i++)
    add_segment (out, handout->segments->pdata[i], kinds);
  g_string_append (out, "</tbody></table>\n");
}

static void
add_line (GString *out, const QhHandoutLine *line)
{
  g_string_append (out, line->struck ? "<li><s>" : "<li>");
  if (line->label != NULL) {
    qh_html_add (out, line->label);
    g_string_append_c (out, ' ');
  }
  qh_html_add_element (out, line->strong ? "<strong>" : "", line->text,
                       line->strong ? "</strong>" : "");
  g_string_append (out, line->struck ? "</s>" : "");
  qh_html_add_element (out, " <span class=\"dim\">", line->detail, "</span>");
  g_string_append (out, "</li>\n");
}

void
qh_html_add_section (GString *out, const QhHandoutSection *section)
{
  g_string_append (out, "<section>");
  qh_html_add_element (out, "<h2>", section->title, "</h2>\n<ul>\n");
  for (guint i = 0; i < section->lines->len; i++)
    add_line (out, section->lines->pdata[i]);
  g_string_append (out, "</ul></section>\n");
}

static void
add_header (GString *out, const QhHandout *handout)
{
  g_string_append (out, "<header><div>");
  qh_html_add_element (out, "<p class=\"dim\">", handout->occasion, "</p>\n");
  qh_html_add_element (out, "<h1>", handout->headline, "</h1>\n");
  if (handout->measure != NULL) {
    qh_html_add_element (out, "<p><strong>", _ ("Measured by"), "</strong> ");
    qh_html_add_element (out, "", handout->measure, "</p>\n");
  }
  if (handout->ask != NULL) {
    qh_html_add_element (out, "<p><strong>", _ ("We ask for"), "</strong> ");
    qh_html_add_element (out, "", handout->ask, "");
    if (handout->fallback != NULL) {
      qh_html_add_element (out, " <span class=\"dim\">", _ ("If not:"), " ");
      qh_html_add_element (out, "", handout->fallback, "</span>");
    }
    g_string_append (out, "</p>\n");
  }
  qh_html_add_element (out, "<p class=\"dim\">", handout->people, "</p>\n");
  g_string_append (out, "</div>\n");
  add_dial (out, handout);
  g_string_append (out, "</header>\n");
}

void
qh_html_begin (GString *out, const char *language, const char *title)
{
  g_string_append (out, "<!DOCTYPE html>\n<html lang=\"");
  qh_html_add (out, language);
  g_string_append (out, "\">\n<head>\n<meta charset=\"utf-8\">\n"
                        "<meta name=\"viewport\" content=\"width=device-width, "
                        "initial-scale=1\">\n");
  qh_html_add_element (out, "<title>", title, "</title>\n");
  g_string_append_printf (out, "<style>%s</style>\n</head>\n<body>\n<main>\n", style);
}

char *
qh_html_end (GString *out, const char *footer)
{
  g_string_append (out, "</main>\n");
  qh_html_add_element (out, "<footer>", footer, "</footer>\n");
  g_string_append (out, "</body>\n</html>\n");
  return g_string_free (out, FALSE);
}

char *
qh_handout_to_html (const QhHandout *handout)
{
  GString *out = g_string_new (NULL);

  qh_html_begin (out, handout->language, handout->document_title);
  add_header (out, handout);
  add_strip (out, handout);
  add_agenda (out, handout);
  for (guint i = 0; i < handout->sections->len; i++)
    qh_html_add_section (out, handout->sections->pdata[i]);
  return qh_html_end (out, handout->footer);
}
