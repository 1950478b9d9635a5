/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-meeting-export.h"
#include "base/qh-text.h"
#include "exchange/qh-calendar.h"
#include "exchange/qh-documents.h"
#include "exchange/qh-edition.h"
#include "exchange/qh-file.h"
#include "exchange/qh-keys.h"
#include "exchange/qh-plan-file.h"
#include "store/qh-gather.h"
#include "store/qh-settings.h"
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

/* Pixels per point of an exported picture: 144 dots an inch. */
#define PNG_SCALE 2.0
/* The most characters of a client's name in a file's name. */
#define NAME_CHARS 60

static const struct {
  const char *name, *extension, *label;
} formats[QH_N_FORMATS] = {
  [QH_FORMAT_PDF] = { "pdf", "pdf", N_ ("PDF page") },
  [QH_FORMAT_HTML] = { "html", "html", N_ ("Web page") },
  [QH_FORMAT_MARKDOWN] = { "md", "md", N_ ("Markdown text") },
  [QH_FORMAT_CALENDAR] = { "ics", "ics", N_ ("Calendar entry") },
  [QH_FORMAT_PNG] = { "png", "png", N_ ("Picture (PNG)") },
  [QH_FORMAT_SVG] = { "svg", "svg", N_ ("Drawing (SVG)") },
  [QH_FORMAT_PLAN] = { "plan", "qhplan", N_ ("Plan file for review") },
};

int
qh_format_from_name (const char *name)
{
  for (int i = 0; i < QH_N_FORMATS; i++)
    if (g_strcmp0 (formats[i].name, name) == 0)
      return i;
  return -1;
}

const char *
qh_format_name (QhFormat format)
{
  return formats[format].name;
}

char *
qh_format_names (void)
{
  GString *names = g_string_new (NULL);

  for (int i = 0; i < QH_N_FORMATS; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", formats[i].name);
  return g_string_free (names, FALSE);
}

const char *
qh_format_extension (QhFormat format)
{
  return formats[format].extension;
}

const char *
qh_format_label (QhFormat format)
{
  return _ (formats[format].label);
}

char *
qh_export_safe_name (const char *text)
{
  g_autofree char *line = qh_text_shorten (text, NAME_CHARS);
  GString *out = g_string_new (NULL);

  for (const char *c = line; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);
    gboolean kept = g_unichar_isalnum (character) || g_unichar_ismark (character) ||
                    (character < 0x80 && strchr ("-_&()", (int)character) != NULL);
    if (kept)
      g_string_append_unichar (out, character);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  }
  g_autofree char *name = g_string_free (out, FALSE);
  return qh_text_trim (name);
}

char *
qh_export_file_name (QhStore *store, QhMeeting *meeting, QhFormat format)
{
  g_autoptr (GTimeZone) zone = qh_zone_new (meeting->zone, NULL);
  g_autoptr (QhRecord) client = qh_store_get (store, &qh_client_entity, meeting->client, NULL);
  g_autofree char *day =
      meeting->start != QH_NONE ? qh_instant_to_date (meeting->start, zone) : NULL;
  g_autofree char *name = client != NULL ? qh_export_safe_name (QH_CLIENT (client)->name) : NULL;

  if (day == NULL && name == NULL)
    /* Translators: the name of an exported file that has no other */
    name = g_strdup (_ ("Plan"));
  return g_strdup_printf ("%s%s%s.%s", day != NULL ? day : "",
                          day != NULL && name != NULL ? " " : "", name != NULL ? name : "",
                          qh_format_extension (format));
}

/* The newest export of @meeting; NULL when there is none. */
static QhExport *
last_export (QhStore *store, const char *meeting)
{
  const char *values[] = { meeting, NULL };
  g_autoptr (GPtrArray) exports =
      qh_store_select (store, &qh_export_entity,
                       "WHERE meeting = ?1 ORDER BY revision DESC, id DESC LIMIT 1", values, NULL);

  return exports != NULL && exports->len > 0 ? g_object_ref (exports->pdata[0]) : NULL;
}

/* What has not changed goes out as the same revision of the same moment. */
static void
settle_revision (QhStore *store, QhExportSheet *prepared, const char *meeting)
{
  g_autoptr (QhExport) last = last_export (store, meeting);
  QhSheet *sheet = &prepared->sheet;

  prepared->content_digest = qh_plan_file_content_digest (sheet);
  if (last != NULL && g_strcmp0 (last->digest, prepared->content_digest) == 0) {
    sheet->revision = last->revision;
    sheet->exported = last->exported;
    return;
  }
  sheet->revision = last != NULL ? last->revision + 1 : 1;
  sheet->exported = prepared->context->now;
}

/* The revision is the meeting's, whatever the edition; so people are redacted after it is settled.
 */
static void
redact (QhExportSheet *prepared)
{
  if (prepared->sheet.edition == QH_EDITION_FULL)
    return;
  qh_edition_redact (prepared->sheet.edition, prepared->context);
  qh_design_review_free (prepared->review);
  prepared->review = qh_design_review_new (prepared->context);
  prepared->sheet.review = prepared->review;
}

/* Both are told by the whole facts, which an edition may not name. */
static gboolean
is_tentative (const QhContext *context)
{
  return !qh_text_is_empty (context->client->gatekeeper) &&
         qh_plan_get_meeting (context->plan)->cleared == NULL;
}

static gboolean
is_cancelled (const QhContext *context)
{
  return qh_plan_get_meeting (context->plan)->status == QH_MEETING_STATUS_CANCELLED;
}

QhExportSheet *
qh_export_sheet_new (QhStore *store, const char *meeting, int edition, GError **error)
{
  g_autoptr (QhPlan) plan = qh_store_load_plan (store, meeting, error);
  g_autoptr (QhContext) context = plan != NULL ? qh_store_gather (store, plan, error) : NULL;
  QhExportSheet *prepared;

  if (context == NULL)
    return NULL;
  prepared = g_new0 (QhExportSheet, 1);
  prepared->context = g_steal_pointer (&context);
  prepared->review = qh_design_review_new (prepared->context);
  prepared->author = qh_settings_get_user_name (store);
  prepared->device_id = qh_settings_get_device_id (store);
  prepared->currency = qh_settings_get_currency (store);
  prepared->sheet = (QhSheet){ .context = prepared->context,
                               .seal = qh_keys_get (store, NULL),
                               .review = prepared->review,
                               .edition = edition,
                               .author = prepared->author,
                               .device_id = prepared->device_id,
                               .currency = prepared->currency,
                               .is_tentative = is_tentative (prepared->context),
                               .is_cancelled = is_cancelled (prepared->context) };
  settle_revision (store, prepared, meeting);
  redact (prepared);
  return prepared;
}

void
qh_export_sheet_free (QhExportSheet *prepared)
{
  g_clear_pointer (&prepared->context, qh_context_free);
  g_clear_pointer (&prepared->review, qh_design_review_free);
  g_free (prepared->author);
  g_free (prepared->device_id);
  g_free (prepared->currency);
  g_free (prepared->content_digest);
  g_free (prepared);
}

static GBytes *
write_text (const QhSheet *sheet, char *(*write) (const QhHandout *))
{
  g_autoptr (QhHandout) handout = qh_handout_new (sheet);
  char *text = write (handout);

  return g_bytes_new_take (text, strlen (text));
}

GBytes *
qh_sheet_write (const QhSheet *sheet, QhFormat format, GError **error)
{
  switch (format) {
  case QH_FORMAT_PDF:
    return qh_sheet_to_pdf (sheet, qh_paper_size_for_locale (), error);
  case QH_FORMAT_HTML:
    return write_text (sheet, qh_handout_to_html);
  case QH_FORMAT_MARKDOWN:
    return write_text (sheet, qh_handout_to_markdown);
  case QH_FORMAT_CALENDAR:
    return qh_sheet_to_calendar (sheet, error);
  case QH_FORMAT_PNG:
    return qh_sheet_to_png (sheet, PNG_SCALE, error);
  case QH_FORMAT_SVG:
    return qh_sheet_to_svg (sheet, error);
  case QH_FORMAT_PLAN:
    return qh_plan_file_write (sheet, error);
  }
  g_assert_not_reached ();
}

QhExport *
qh_export_find (QhStore *store, const char *meeting, gint64 revision, int edition)
{
  g_autofree char *number = g_strdup_printf ("%" PRId64, revision);
  const char *values[] = { meeting, qh_enum_name (qh_edition_values, edition), number, NULL };
  g_autoptr (GPtrArray) exports =
      qh_store_select (store, &qh_export_entity,
                       "WHERE meeting = ?1 AND edition = ?2 AND revision = CAST (?3 AS INTEGER)"
                       " ORDER BY bytes IS NULL, id LIMIT 1",
                       values, NULL);

  return exports != NULL && exports->len > 0 ? g_object_ref (exports->pdata[0]) : NULL;
}

/* The file that left, against which the plan is held when its review comes back. */
static gboolean
keep_bytes (QhStore *store, QhExport *export, GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);

  qh_record_set_string (QH_RECORD (export), "bytes", text);
  return qh_store_save (store, QH_RECORD (export), error);
}

/* Keeps what is about to leave the house, inside the change that is open. */
static gboolean
keep_export (QhStore *store, const QhExportSheet *prepared, const char *meeting, GBytes *plan,
             GError **error)
{
  const QhSheet *sheet = &prepared->sheet;
  g_autoptr (QhExport) export = qh_export_find (store, meeting, sheet->revision, sheet->edition);

  if (export != NULL)
    return plan == NULL || export->bytes != NULL || keep_bytes (store, export, plan, error);
  export = qh_export_new ();
  qh_record_set_string (QH_RECORD (export), "meeting", meeting);
  qh_record_set_int (QH_RECORD (export), "revision", sheet->revision);
  qh_record_set_int (QH_RECORD (export), "edition", sheet->edition);
  qh_record_set_string (QH_RECORD (export), "digest", prepared->content_digest);
  qh_record_set_int (QH_RECORD (export), "exported", sheet->exported);
  return plan != NULL ? keep_bytes (store, export, plan, error)
                      : qh_store_save (store, QH_RECORD (export), error);
}

gboolean
qh_export_meeting (QhStore *store, const char *meeting, QhFormat format, int edition,
                   const char *path, GError **error)
{
  g_autoptr (QhExportSheet) prepared = qh_export_sheet_new (store, meeting, edition, error);
  g_autoptr (GBytes) bytes = NULL;

  if (prepared == NULL || (format == QH_FORMAT_PLAN && qh_keys_get (store, error) == NULL) ||
      (bytes = qh_sheet_write (&prepared->sheet, format, error)) == NULL)
    return FALSE;
  if (!qh_store_begin (store, NULL, error))
    return FALSE;
  if (keep_export (store, prepared, meeting, format == QH_FORMAT_PLAN ? bytes : NULL, error) &&
      (path == NULL || qh_file_write (path, bytes, error)))
    return qh_store_commit (store, error);
  qh_store_rollback (store);
  return FALSE;
}
