/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "log/qh-log-marks.h"

/* Of 65535: the accent colour as a ground behind text of its own colour. */
#define GROUND 9000
#define FULL 65535

static void
insert (PangoAttrList *marks, PangoAttribute *attribute, const QhQuickToken *token)
{
  attribute->start_index = (guint)token->start;
  attribute->end_index = (guint)token->end;
  pango_attr_list_insert (marks, attribute);
}

static guint16
channel (float value)
{
  return (guint16)(CLAMP (value, 0, 1) * FULL);
}

static void
mark_taken (PangoAttrList *marks, GtkWidget *entry, const QhQuickToken *token)
{
  GdkRGBA color;

  insert (marks, pango_attr_weight_new (PANGO_WEIGHT_BOLD), token);
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (entry), "accent_color",
                                       &color))
    return;
  insert (
      marks,
      pango_attr_foreground_new (channel (color.red), channel (color.green), channel (color.blue)),
      token);
  insert (
      marks,
      pango_attr_background_new (channel (color.red), channel (color.green), channel (color.blue)),
      token);
  insert (marks, pango_attr_background_alpha_new (GROUND), token);
}

PangoAttrList *
qh_log_marks (GtkWidget *entry, const QhQuickLine *line)
{
  PangoAttrList *marks = pango_attr_list_new ();

  for (guint i = 0; i < line->tokens->len; i++) {
    const QhQuickToken *token = line->tokens->pdata[i];
    if (token->taken)
      mark_taken (marks, entry, token);
    else if (token->missed)
      insert (marks, pango_attr_underline_new (PANGO_UNDERLINE_ERROR), token);
  }
  return marks;
}
