/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a quick line comes to, read from the record that it made: what is said is what is saved. */
#include "base/qh-text.h"
#include "base/qh-time.h"
#include "exchange/qh-quick-line.h"
#include <glib/gi18n-lib.h>

/* Characters of the text and of a quotation in the sentence. */
#define TEXT_CHARS 90
#define NAME_CHARS 40

/* How the value of a field is said. */
typedef enum {
  AS_LABEL, /* an enum's */
  AS_SEVERITY,
  AS_SOLVED,
  AS_COUNT,
  AS_NAME, /* the field's name before it */
  AS_DAY,
} Manner;

static const char *
minutes_each_time (gulong n)
{
  return ngettext ("%d minute each time", "%d minutes each time", n);
}

static const char *
times_a_year (gulong n)
{
  return ngettext ("%d time a year", "%d times a year", n);
}

static const char *
rings (gulong n)
{
  return ngettext ("%d ring", "%d rings", n);
}

static const char *
minutes (gulong n)
{
  return ngettext ("%d minute", "%d minutes", n);
}

static const char *
minutes_a_month (gulong n)
{
  return ngettext ("%d minute a month", "%d minutes a month", n);
}

/* The fields that a line can fill beside client and text, in the order in which they are said. */
static const struct {
  const QhEntity *entity;
  const char *field;
  Manner manner;
  const char *(*count) (gulong n); /* the words for a number of it */
} parts[] = {
  { &qh_friction_entity, "touchpoint", AS_LABEL },
  { &qh_friction_entity, "severity", AS_SEVERITY },
  { &qh_friction_entity, "minutes", AS_COUNT, minutes_each_time },
  { &qh_friction_entity, "times_per_year", AS_COUNT, times_a_year },
  { &qh_friction_entity, "owner", AS_NAME },
  { &qh_friction_entity, "due", AS_DAY },
  { &qh_remark_entity, "theme", AS_LABEL },
  { &qh_remark_entity, "sort", AS_LABEL },
  { &qh_promise_entity, "person", AS_NAME },
  { &qh_promise_entity, "due", AS_DAY },
  { &qh_contact_log_entity, "channel", AS_LABEL },
  { &qh_contact_log_entity, "rings", AS_COUNT, rings },
  { &qh_contact_log_entity, "minutes", AS_COUNT, minutes },
  { &qh_contact_log_entity, "solved", AS_SOLVED },
  { &qh_contact_log_entity, "upgraded_to", AS_NAME },
  { &qh_housekeeping_entity, "minutes", AS_COUNT, minutes_a_month },
  { &qh_housekeeping_entity, "moved_to", AS_LABEL },
};

const char *
qh_solved_label (gboolean solved)
{
  return solved ? _ ("solved at first contact") : _ ("not solved at first contact");
}

static void
append_part (GString *text, const char *part)
{
  if (!qh_text_is_empty (part))
    g_string_append_printf (text, " · %s", part);
}

/* What the record with the id in @field is called; NULL: none. */
static char *
title_of (QhStore *store, QhRecord *record, const char *name)
{
  const QhField *field = qh_entity_field (qh_record_get_entity (record), name);
  g_autofree char *id = field != NULL ? qh_record_get_text (record, field) : NULL;
  g_autoptr (QhRecord) target =
      id != NULL ? qh_store_get (store, qh_entity_find (field->target), id, NULL) : NULL;

  return target != NULL ? qh_record_title (target) : NULL;
}

static void
append_client (GString *text, QhStore *store, QhRecord *record)
{
  g_autofree char *client = title_of (store, record, "client");
  g_autofree char *contact = title_of (store, record, "contact");

  append_part (text, client);
  if (client != NULL && contact != NULL)
    g_string_append_printf (text, " / %s", contact);
}

static char *
day_part (QhStore *store, const char *day)
{
  const QhClock *clock = qh_store_get_clock (store);
  g_autofree char *label = qh_date_label (day, qh_clock_now (clock), qh_clock_zone (clock));

  return g_strdup_printf (_ ("by %s"), label);
}

/* How part @i says @value, the text of @field. (transfer full) */
static char *
say (guint i, QhStore *store, const QhField *field, const char *value)
{
  int number = (int)g_ascii_strtoll (value, NULL, 10);
  g_autofree char *name = NULL;

  switch (parts[i].manner) {
  case AS_LABEL:
    return g_strdup (qh_enum_label (field->values, qh_field_enum_value (field, value)));
  case AS_SEVERITY:
    return g_strdup (qh_severity_label (number));
  case AS_SOLVED:
    return g_strdup (qh_solved_label (g_str_equal (value, "yes")));
  case AS_COUNT:
    return g_strdup_printf (parts[i].count ((gulong)number), number);
  case AS_DAY:
    return day_part (store, value);
  case AS_NAME:
  default:
    name = qh_text_shorten (value, NAME_CHARS);
    /* Translators: the name of a field and what stands in it: "Owner: Anne" */
    return g_strdup_printf (C_ ("field", "%s: %s"), _ (field->label), name);
  }
}

static void
append_fields (GString *text, QhStore *store, QhRecord *record)
{
  const QhEntity *entity = qh_record_get_entity (record);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++) {
    const QhField *field =
        parts[i].entity == entity ? qh_entity_field (entity, parts[i].field) : NULL;
    g_autofree char *value = field != NULL ? qh_record_get_text (record, field) : NULL;
    g_autofree char *said = value != NULL ? say (i, store, field, value) : NULL;
    append_part (text, said);
  }
}

/* The text of a field of @record, cut; NULL when there is none. */
static char *
cut_text (QhRecord *record, const char *name)
{
  const QhField *field = qh_entity_field (qh_record_get_entity (record), name);
  g_autofree char *text = field != NULL ? qh_record_get_text (record, field) : NULL;

  return text != NULL ? qh_text_shorten (text, TEXT_CHARS) : NULL;
}

/* The first text of the record, and the quotation where it is another. */
static void
append_text (GString *text, QhRecord *record)
{
  static const char *const fields[] = { "title", "what", "wanted", "task", NULL };
  g_autofree char *words = cut_text (record, "words");
  g_autofree char *plain = NULL;
  const char *before = ":";

  for (guint i = 0; plain == NULL && fields[i] != NULL; i++)
    plain = cut_text (record, fields[i]);
  if (plain != NULL && g_strcmp0 (plain, words) != 0) {
    g_string_append_printf (text, ": %s", plain);
    before = "";
  }
  if (words == NULL)
    return;
  g_string_append_printf (text, "%s ", before);
  /* Translators: the client's own words, in the quotation marks of your language */
  g_string_append_printf (text, _ ("“%s”"), words);
}

char *
qh_quick_line_sentence (QhStore *store, const QhQuickLine *line)
{
  GString *text = g_string_new (_ (qh_record_get_entity (line->record)->label));

  g_return_val_if_fail (QH_IS_STORE (store), g_string_free (text, FALSE));
  append_client (text, store, line->record);
  append_fields (text, store, line->record);
  append_text (text, line->record);
  return g_string_free (text, FALSE);
}
