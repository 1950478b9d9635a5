/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes: made, and measured. */
#include "paper/qh-box.h"

#define LINE_SPACING 1.18

#define LONGEST_WORD 400
#define BREAK_AFTER 8
#define ZERO_WIDTH_SPACE 0x200b

static QhBox *
box_new (QhBoxKind kind, const char *tag)
{
  QhBox *box = g_new0 (QhBox, 1);

  box->kind = kind;
  box->tag = tag;
  if (kind == QH_BOX_STACK || kind == QH_BOX_COLUMNS)
    box->children = g_ptr_array_new_with_free_func ((GDestroyNotify)qh_box_free);
  return box;
}

QhBox *
qh_box_stack (const char *tag)
{
  return box_new (QH_BOX_STACK, tag);
}

QhBox *
qh_box_columns (const char *tag, double gap)
{
  QhBox *box = box_new (QH_BOX_COLUMNS, tag);

  box->gap = gap;
  return box;
}

QhBox *
qh_box_space (double height)
{
  QhBox *box = box_new (QH_BOX_SPACE, NULL);

  box->height = height;
  return box;
}

QhBox *
qh_box_drawing (double height, QhDraw draw, gconstpointer data)
{
  QhBox *box = box_new (QH_BOX_DRAWING, NULL);

  box->height = height;
  box->draw = draw;
  box->data = data;
  return box;
}

QhBox *
qh_box_figure (double height, QhDraw draw, gconstpointer data, const char *words)
{
  QhBox *box = qh_box_drawing (height, draw, data);

  box->tag = "Figure";
  box->words = g_strdup (words);
  return box;
}

static void
add_attribute (PangoAttrList *list, PangoAttribute *attribute, gsize from, gsize to)
{
  attribute->start_index = from;
  attribute->end_index = to;
  pango_attr_list_insert (list, attribute);
}

static const QhColor *
color_of (const QhPalette *palette, guint style)
{
  if (style & QH_RUN_BAD)
    return &palette->bad;
  return style & QH_RUN_DIM ? &palette->dim : &palette->text;
}

static PangoAttribute *
color_attribute (const QhColor *color)
{
  return pango_attr_foreground_new (color->red * G_MAXUINT16, color->green * G_MAXUINT16,
                                    color->blue * G_MAXUINT16);
}

/* As text is, but for what cannot be set: control characters are spaces, and a word too long for
 * any line, which Pango would try again and again, may be broken everywhere. */
static void
append_settable (GString *out, const char *text)
{
  guint unbroken = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);
    gboolean line_end = character == '\n' || character == 0x2028 || character == 0x2029;
    if (g_unichar_iscntrl (character) && !line_end)
      character = ' ';
    unbroken = g_unichar_isspace (character) || g_unichar_iswide (character) ? 0 : unbroken + 1;
    if (unbroken > LONGEST_WORD && unbroken % BREAK_AFTER == 0)
      g_string_append_unichar (out, ZERO_WIDTH_SPACE);
    g_string_append_unichar (out, character);
  }
}

/* Attributes only where a run differs from the first, by which the whole text is set. */
static void
add_run (QhBox *box, PangoAttrList *list, GString *text, const QhRun *run, const QhRun *first,
         const QhPalette *palette)
{
  gsize from = text->len;
  gboolean bold = (run->style & QH_RUN_BOLD) != 0;

  append_settable (text, run->text);
  if (color_of (palette, run->style) != box->color)
    add_attribute (list, color_attribute (color_of (palette, run->style)), from, text->len);
  if (bold != ((first->style & QH_RUN_BOLD) != 0))
    add_attribute (list, pango_attr_weight_new (bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL),
                   from, text->len);
  if (run->style & QH_RUN_STRUCK)
    add_attribute (list, pango_attr_strikethrough_new (TRUE), from, text->len);
}

QhBox *
qh_box_text (const QhSetting *setting, const char *tag, double size, const QhRun *runs,
             guint n_runs)
{
  QhBox *box = box_new (QH_BOX_TEXT, tag);
  PangoAttrList *list;
  gboolean bold = n_runs > 0 && (runs[0].style & QH_RUN_BOLD) != 0;
  g_autoptr (GString) text = g_string_new (NULL);

  box->color = color_of (setting->palette, n_runs > 0 ? runs[0].style : QH_RUN_PLAIN);
  box->layout = qh_lettering_layout (setting->lettering, "", size,
                                     bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  list = pango_attr_list_copy (pango_layout_get_attributes (box->layout));
  for (guint i = 0; i < n_runs; i++)
    if (runs[i].text != NULL)
      add_run (box, list, text, &runs[i], &runs[0], setting->palette);
  pango_layout_set_text (box->layout, text->str, text->len);
  pango_layout_set_attributes (box->layout, list);
  pango_layout_set_wrap (box->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (box->layout, LINE_SPACING);
  pango_attr_list_unref (list);
  return box;
}

QhBox *
qh_box_words (const QhSetting *setting, const char *tag, const char *text, guint style)
{
  return qh_box_text (setting, tag, setting->size, &(QhRun){ text, style }, 1);
}

QhBox *
qh_box_add (QhBox *parent, QhBox *child)
{
  child->parent = parent;
  g_ptr_array_add (parent->children, child);
  return child;
}

void
qh_box_free (QhBox *box)
{
  g_clear_pointer (&box->children, g_ptr_array_unref);
  g_clear_object (&box->layout);
  g_free (box->outline);
  g_free (box->words);
  g_free (box);
}

double
qh_box_column_width (const QhBox *columns, guint index, double width)
{
  const QhBox *child = g_ptr_array_index (columns->children, index);
  double left = width - columns->gap * (columns->children->len - 1);
  guint sharing = 0;

  for (guint i = 0; i < columns->children->len; i++) {
    const QhBox *other = g_ptr_array_index (columns->children, i);
    left -= other->width;
    sharing += other->width <= 0;
  }
  return child->width > 0 ? child->width : MAX (left, 0) / sharing;
}

static double
measure_text (QhBox *box, double width)
{
  double height;

  pango_layout_set_width (box->layout, (int)(width * PANGO_SCALE));
  qh_layout_measure (box->layout, NULL, &height);
  return height;
}

static double
measure_children (QhBox *box, double width)
{
  double height = 0;

  for (guint i = 0; i < box->children->len; i++) {
    QhBox *child = g_ptr_array_index (box->children, i);
    if (box->kind == QH_BOX_STACK)
      height += qh_box_measure (child, width - box->inset);
    else
      height = MAX (height, qh_box_measure (child, qh_box_column_width (box, i, width)));
  }
  return height;
}

double
qh_box_measure (QhBox *box, double width)
{
  switch (box->kind) {
  case QH_BOX_STACK:
  case QH_BOX_COLUMNS:
    return measure_children (box, width);
  case QH_BOX_TEXT:
    return measure_text (box, width);
  default:
    return box->height;
  }
}
