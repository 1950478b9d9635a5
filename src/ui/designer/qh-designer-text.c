/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "designer/qh-designer-text.h"
#include "base/qh-text.h"
#include <glib/gi18n-lib.h>

/* Characters of a chip. */
#define CHIP_CHARS 36

/* Characters of what an item fits. */
#define REASON_CHARS 90

const char *const qh_link_fields[] = { "remark", "friction", "promise", "content", NULL };

static void
append_part (GString *text, const char *part)
{
  if (qh_text_is_empty (part))
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static char *
when_label (QhMeeting *meeting, gint64 now, GTimeZone *zone)
{
  g_autofree char *date = NULL;
  g_autofree char *day = NULL;
  g_autofree char *clock = NULL;

  if (meeting->start == QH_NONE)
    return g_strdup (_ ("No date yet"));
  date = qh_instant_to_date (meeting->start, zone);
  day = qh_date_label (date, now, zone);
  clock = qh_instant_clock_label (meeting->start, zone);
  /* Translators: a day and a time of day: "Thursday 26 November, 10:00" */
  return g_strdup_printf (C_ ("day and time", "%s, %s"), day, clock);
}

char *
qh_meeting_subtitle (QhMeeting *meeting, QhClient *client, gint64 now, GTimeZone *zone)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GTimeZone) own = qh_zone_new (meeting->zone, zone);
  g_autofree char *when = when_label (meeting, now, own);
  int limit = (int)(qh_client_limit (client) / QH_MINUTE);
  g_autofree char *limit_part =
      g_strdup_printf (ngettext ("limit %d minute", "limit %d minutes", (gulong)limit), limit);

  append_part (text, when);
  append_part (text, qh_enum_label (qh_meeting_mode_values, meeting->mode));
  append_part (text, limit_part);
  if (meeting->budget > 0 && meeting->budget != qh_client_limit (client)) {
    g_autofree char *length = qh_length_label (meeting->budget);
    g_autofree char *planned = g_strdup_printf (_ ("planned %s"), length);

    append_part (text, planned);
  }
  if (meeting->status != QH_MEETING_STATUS_DRAFT)
    append_part (text, qh_enum_label (qh_meeting_status_values, meeting->status));
  return g_string_free (text, FALSE);
}

/* --- Links */

typedef struct {
  const char *field;
  const char *heading;
  const char *icon;
  gsize offset; /* of the array in QhContext */
} Link;

static const Link links[] = {
  { "remark", N_ ("Their Words"), "qh-open-symbolic", G_STRUCT_OFFSET (QhContext, remarks) },
  { "friction", N_ ("Friction"), "dialog-warning-symbolic",
    G_STRUCT_OFFSET (QhContext, frictions) },
  { "promise", N_ ("Promise"), "emblem-ok-symbolic", G_STRUCT_OFFSET (QhContext, promises) },
  { "content", N_ ("Content"), "emblem-documents-symbolic", G_STRUCT_OFFSET (QhContext, content) },
};

static const Link *
find_link (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (g_str_equal (links[i].field, field))
      return &links[i];
  g_return_val_if_reached (NULL);
}

GPtrArray *
qh_link_choices (const QhContext *context, const char *field)
{
  return G_STRUCT_MEMBER (GPtrArray *, context, find_link (field)->offset);
}

QhRecord *
qh_link_record (const QhContext *context, QhSegment *segment, const char *field)
{
  const QhField *column = qh_entity_field (&qh_segment_entity, field);
  g_autofree char *id = qh_record_get_text (QH_RECORD (segment), column);

  return id != NULL ? qh_context_find (qh_link_choices (context, field), id) : NULL;
}

const char *
qh_link_icon (const char *field)
{
  return find_link (field)->icon;
}

const char *
qh_link_heading (const char *field)
{
  return _ (find_link (field)->heading);
}

char *
qh_quote (const char *words)
{
  /* Translators: the client's own words, in the quotation marks of your language */
  return g_strdup_printf (_ ("“%s”"), words != NULL ? words : "");
}

char *
qh_link_label (const char *field, QhRecord *record)
{
  g_autofree char *title = qh_record_title (record);
  g_autofree char *cut = qh_text_shorten (title, CHIP_CHARS);

  if (g_str_equal (field, "remark"))
    return qh_quote (cut);
  if (g_str_equal (field, "friction"))
    return g_strdup_printf (_ ("Friction: %s"), cut);
  if (g_str_equal (field, "promise"))
    return g_strdup_printf (_ ("Promise: %s"), cut);
  return g_steal_pointer (&cut);
}

static char *
copy_label (const QhContext *context, QhContent *content)
{
  const QhStanding *standing = qh_context_standing (context, content);
  int edition = (int)content->edition;

  if (content->edition == QH_NONE || standing == NULL)
    return NULL;
  if (standing->here == 0)
    return g_strdup (qh_standing_is_left (standing) ? _ ("no copy reserved") : _ ("none left"));
  if (standing->his_reserved > 0 && standing->reserved_number != QH_NONE)
    /* Translators: the number of a copy, and how many there are */
    return g_strdup_printf (_ ("copy %d of %d reserved"), (int)standing->reserved_number, edition);
  if (standing->given_number != QH_NONE)
    /* Translators: the number of a copy, and how many there are */
    return g_strdup_printf (_ ("copy %d of %d given"), (int)standing->given_number, edition);
  return NULL;
}

char *
qh_link_copy_label (const QhContext *context, const char *field, QhRecord *record)
{
  return g_str_equal (field, "content") ? copy_label (context, QH_CONTENT (record)) : NULL;
}

char *
qh_link_plan_label (const QhContext *context, const char *field, QhRecord *record)
{
  g_autofree char *label = qh_link_label (field, record);
  g_autofree char *copy = qh_link_copy_label (context, field, record);

  return copy != NULL ? g_strdup_printf ("%s · %s", label, copy) : g_steal_pointer (&label);
}

char *
qh_remark_caption (const QhContext *context, QhRemark *remark)
{
  QhContact *contact =
      remark->contact != NULL ? qh_context_find (context->contacts, remark->contact) : NULL;
  g_autofree char *said = qh_date_short_label (remark->said);
  GString *text = g_string_new (NULL);

  append_part (text, contact != NULL ? contact->name : NULL);
  append_part (text, said);
  append_part (text, qh_enum_label (qh_remark_theme_values, remark->theme));
  return g_string_free (text, FALSE);
}

static char *
friction_caption (QhFriction *friction)
{
  g_autofree char *severity = g_strdup_printf (_ ("severity %d"), (int)friction->severity);
  GString *text = g_string_new (NULL);

  append_part (text, qh_enum_label (qh_touchpoint_values, friction->touchpoint));
  append_part (text, severity);
  append_part (text, qh_enum_label (qh_friction_status_values, friction->status));
  return g_string_free (text, FALSE);
}

static char *
promise_caption (QhPromise *promise)
{
  g_autofree char *day = promise->due != NULL ? qh_date_short_label (promise->due) : NULL;
  g_autofree char *due = day != NULL ? g_strdup_printf (_ ("due %s"), day) : NULL;
  GString *text = g_string_new (NULL);

  append_part (text, due);
  append_part (text, qh_enum_label (qh_promise_status_values, promise->status));
  return g_string_free (text, FALSE);
}

char *
qh_link_caption (const QhContext *context, const char *field, QhRecord *record)
{
  if (g_str_equal (field, "remark"))
    return qh_remark_caption (context, QH_REMARK (record));
  if (g_str_equal (field, "friction"))
    return friction_caption (QH_FRICTION (record));
  if (g_str_equal (field, "promise"))
    return promise_caption (QH_PROMISE (record));
  return qh_content_caption (QH_CONTENT (record));
}

char *
qh_link_details (const QhContext *context, const char *field, QhRecord *record)
{
  g_autofree char *title = qh_record_title (record);
  g_autofree char *quoted = g_str_equal (field, "remark") ? qh_quote (title) : g_strdup (title);
  g_autofree char *caption = qh_link_caption (context, field, record);

  return *caption != '\0' ? g_strjoin ("\n", quoted, caption, NULL) : g_steal_pointer (&quoted);
}

/* --- The review */

char *
qh_points_label (int points)
{
  g_autofree char *label = NULL;

  if (points <= 0)
    return g_strdup ("");
  /* Translators: points off the score, with a minus sign */
  label = g_strdup_printf (_ ("−%d"), points);
  /* The mark keeps the sign in front among words that are written from right to left. */
  return g_strconcat ("\u200e", label, NULL);
}

const char *
qh_level_icon (QhLevel level)
{
  switch (level) {
  case QH_LEVEL_BLOCKER:
    return "dialog-error-symbolic";
  case QH_LEVEL_WARNING:
    return "dialog-warning-symbolic";
  case QH_LEVEL_HINT:
  default:
    return "dialog-information-symbolic";
  }
}

/* --- Segments */

char *
qh_share_label (gint64 percent)
{
  /* Translators: a share in percent */
  return g_strdup_printf (_ ("%d %%"), (int)percent);
}

char *
qh_usual_share_label (int kind)
{
  g_autoptr (QhSegment) usual = qh_segment_new ();

  qh_record_set_int (QH_RECORD (usual), "kind", kind);
  /* Translators: the client's share of the talking where none is set for the segment */
  return g_strdup_printf (_ ("As usual (%d %%)"), (int)qh_segment_share (usual));
}

/* --- The client */

GStrv
qh_access_lines (QhClient *client)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  int minutes = (int)(qh_client_limit (client) / QH_MINUTE);
  g_autofree char *limit = g_strdup_printf (
      ngettext ("At most %d minute", "At most %d minutes", (gulong)minutes), minutes);

  g_strv_builder_add (lines, limit);
  if (client == NULL)
    return g_strv_builder_end (lines);
  if (client->no_phone)
    g_strv_builder_add (lines, _ ("No phone calls"));
  if (client->no_print)
    g_strv_builder_add (lines, _ ("Nothing printed"));
  if (client->no_cold_mail)
    g_strv_builder_add (lines, _ ("No unannounced mail"));
  if (client->orders_online)
    g_strv_builder_add (lines, _ ("Orders online"));
  if (client->gatekeeper != NULL) {
    g_autofree char *gate = g_strdup_printf (_ ("The way in: %s"), client->gatekeeper);

    g_strv_builder_add (lines, gate);
  }
  return g_strv_builder_end (lines);
}

char *
qh_contact_caption (QhContact *contact)
{
  GString *text = g_string_new (NULL);

  append_part (text, qh_enum_label (qh_contact_role_values, contact->role));
  append_part (text, contact->title);
  return g_string_free (text, FALSE);
}

/* --- Content */

char *
qh_scarcity_sum_label (const QhScarcity *scarcity)
{
  /* Translators: how scarce an item is, and its factors: rarity, supply, window */
  return g_strdup_printf (_ ("Scarcity %d = %.1f × %.2f × %.1f"), scarcity->product,
                          scarcity->rarity, scarcity->supply, scarcity->window);
}

char *
qh_ranked_reason_label (const QhRanked *ranked)
{
  g_autofree char *title = NULL;
  g_autofree char *cut = NULL;

  if (ranked->reason == NULL)
    return g_strdup ("");
  title = qh_record_title (ranked->reason);
  cut = qh_text_shorten (title, REASON_CHARS);
  if (QH_IS_FRICTION (ranked->reason))
    /* Translators: what stands in the client's way, and an item fits */
    return g_strdup_printf (_ ("Fits the friction “%s”"), cut);
  /* Translators: the client's words, which an item fits */
  return g_strdup_printf (_ ("Fits “%s”"), cut);
}

char *
qh_content_caption (QhContent *content)
{
  g_autofree char *until =
      content->available_until != NULL ? qh_date_short_label (content->available_until) : NULL;
  GString *text = g_string_new (NULL);

  append_part (text, qh_enum_label (qh_rarity_values, content->rarity));
  if (content->edition > 0) {
    g_autofree char *edition = g_strdup_printf (
        ngettext ("%d copy", "%d copies", (gulong)content->edition), (int)content->edition);

    append_part (text, edition);
  }
  if (until != NULL) {
    g_autofree char *window = g_strdup_printf (_ ("until %s"), until);

    append_part (text, window);
  }
  return g_string_free (text, FALSE);
}
