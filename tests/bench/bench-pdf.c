/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One plan to PDF, against a bare page with the same text. */
#include "bench.h"
#include "exchange/qh-meeting-export.h"
#include "exchange/qh-sample.h"
#include "generate.h"
#include <cairo-pdf.h>
#include <pango/pangocairo.h>

static cairo_status_t
append (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

typedef struct {
  const QhSheet *sheet;
  GPtrArray *texts; /* with whether each is bold */
} Page;

static void
add_text (Page *page, const char *text)
{
  if (text != NULL)
    g_ptr_array_add (page->texts, g_strdup (text));
}

/* Every text of the page, as its own layout draws them: one layout for each. */
static void
collect (Page *page, const QhHandout *handout)
{
  const char *head[] = { handout->occasion, handout->headline, handout->measure, handout->ask,
                         handout->fallback, handout->people,   handout->caption, handout->footer };

  for (guint i = 0; i < G_N_ELEMENTS (head); i++)
    add_text (page, head[i]);
  for (guint i = 0; i < handout->segments->len; i++) {
    const QhHandoutSegment *segment = handout->segments->pdata[i];
    const char *texts[] = { segment->start, segment->title,  segment->output,    segment->quote,
                            segment->notes, segment->length, segment->kind_label };
    for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
      add_text (page, texts[t]);
  }
  for (guint i = 0; i < handout->sections->len; i++) {
    const QhHandoutSection *section = handout->sections->pdata[i];
    add_text (page, section->title);
    for (guint l = 0; l < section->lines->len; l++) {
      const QhHandoutLine *line = section->lines->pdata[l];
      g_autofree char *whole =
          g_strjoin (" ", line->text, line->detail != NULL ? line->detail : "", NULL);
      add_text (page, whole);
    }
  }
}

static void
draw_bare (gpointer data, guint round)
{
  Page *page = data;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, bytes, 595, 842);
  cairo_t *cr = cairo_create (surface);
  PangoFontDescription *fonts[] = { pango_font_description_from_string ("Cantarell 9"),
                                    pango_font_description_from_string ("Cantarell Bold 9") };
  double y = 40;

  for (guint i = 0; i < page->texts->len; i++) {
    PangoLayout *layout = pango_cairo_create_layout (cr);
    int height;
    pango_layout_set_font_description (layout, fonts[i % 2]);
    pango_layout_set_width (layout, 240 * PANGO_SCALE);
    pango_layout_set_text (layout, page->texts->pdata[i], -1);
    cairo_move_to (cr, i % 2 == 0 ? 40 : 300, y);
    pango_cairo_show_layout (cr, layout);
    pango_layout_get_pixel_size (layout, NULL, &height);
    y += height / 2.0;
    g_object_unref (layout);
  }
  pango_font_description_free (fonts[0]);
  pango_font_description_free (fonts[1]);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

static void
draw_plan (gpointer data, guint round)
{
  Page *page = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = qh_sheet_to_pdf (page->sheet, (QhPaperSize){ 595, 842 }, &error);

  g_assert_no_error (error);
}

static QhExportSheet *
best_plan (QhStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhRecord) client =
      qh_store_resolve (store, &qh_client_entity, "Ferris Dental Group", &error);
  const char *values[] = { client->id, NULL };
  g_autoptr (GPtrArray) meetings = qh_store_select (
      store, &qh_meeting_entity, "WHERE client = ?1 ORDER BY start DESC LIMIT 1", values, &error);
  QhExportSheet *sheet =
      qh_export_sheet_new (store, QH_RECORD (meetings->pdata[0])->id, QH_EDITION_FULL, &error);

  g_assert_no_error (error);
  return sheet;
}

static void
measure (const QhSheet *sheet)
{
  g_autoptr (QhHandout) handout = qh_handout_new (sheet);
  Page page = { sheet, g_ptr_array_new_with_free_func (g_free) };
  BenchTask bare = { NULL, draw_bare, &page }, plan = { NULL, draw_plan, &page };
  BenchTimes bare_times, plan_times;

  collect (&page, handout);
  bench_times_init (&bare_times);
  bench_times_init (&plan_times);
  bench_alternate (&bare, &plan, 60, &bare_times, &plan_times);
  bench_begin ("Paper");
  bench_row ("one plan to PDF / a bare page of its text", bench_median (&bare_times),
             bench_median (&plan_times), 1.5, 0);
  bench_times_clear (&bare_times);
  bench_times_clear (&plan_times);
  g_ptr_array_unref (page.texts);
}

int
main (void)
{
  g_autofree char *path = bench_temporary ("pdf.db");
  QhClock clock = qh_clock_fixed (GENERATE_NOW, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhStore) store = qh_store_open (path, QH_STORE_CREATE, &clock, &error);

  g_assert_no_error (error);
  g_assert_true (qh_sample_fill (store, &error));
  g_autoptr (QhExportSheet) sheet = best_plan (store);
  measure (&sheet->sheet);
  bench_end ();
  return 0;
}
