/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-closures.h"
#include "base/qh-time.h"
#include "design/qh-design-review.h"
#include "model/qh-enums.h"
#include "paper/qh-symbol.h"
#include <glib/gi18n-lib.h>
#include <string.h>

/* From these scores on a plan is good, or middling. */
#define SCORE_MIDDLING 50

gboolean
qh_closure_not (gpointer self, gboolean value)
{
  return !value;
}

gboolean
qh_closure_either (gpointer self, gboolean a, gboolean b)
{
  return a || b;
}

gboolean
qh_closure_is_some (gpointer self, const char *text)
{
  return text && *text;
}

gboolean
qh_closure_is_other (gpointer self, const char *a, const char *b)
{
  return g_strcmp0 (a, b) != 0;
}

gboolean
qh_closure_is_same (gpointer self, const char *a, const char *b)
{
  return g_strcmp0 (a, b) == 0;
}

gboolean
qh_closure_is_positive (gpointer self, guint number)
{
  return number > 0;
}

char *
qh_closure_number (gpointer self, guint number)
{
  return g_strdup_printf ("%'u", number);
}

char *
qh_closure_join (gpointer self, const char *a, const char *b)
{
  gboolean has_a = a && *a, has_b = b && *b;

  if (has_a && has_b)
    return g_strdup_printf ("%s · %s", a, b);
  return g_strdup (has_a ? a : has_b ? b : "");
}

/* What was joined, or of that the first where there is no room for more. */
char *
qh_closure_lead (gpointer self, gboolean narrow, const char *joined)
{
  const char *end = narrow && joined ? strstr (joined, " · ") : NULL;

  return end ? g_strndup (joined, (gsize)(end - joined)) : g_strdup (joined);
}

char *
qh_closure_quote (gpointer self, const char *words)
{
  /* Translators: somebody's words, in quotation marks */
  return words ? g_strdup_printf (_ ("“%s”"), words) : NULL;
}

char *
qh_closure_fold_icon (gpointer self, gboolean is_unfolded)
{
  return g_strdup (is_unfolded ? "pan-up-symbolic" : "pan-down-symbolic");
}

char *
qh_closure_role (gpointer self, int role)
{
  return g_strdup (qh_enum_label (qh_contact_role_values, role));
}

char *
qh_closure_undo_tooltip (gpointer self, const char *label)
{
  return label ? g_strdup_printf (_ ("Undo: %s"), label) : g_strdup (_ ("Undo"));
}

char *
qh_closure_redo_tooltip (gpointer self, const char *label)
{
  return label ? g_strdup_printf (_ ("Redo: %s"), label) : g_strdup (_ ("Redo"));
}

/* NULL for a day that has no name of its own. */
static const char *
name_day (const char *date, gint64 now, GTimeZone *zone)
{
  g_autofree char *today = qh_instant_to_date (now, zone);

  switch (qh_date_to_days (date) - qh_date_to_days (today)) {
  case -1:
    return _ ("Yesterday");
  case 0:
    return _ ("Today");
  case 1:
    return _ ("Tomorrow");
  default:
    return NULL;
  }
}

/* Translators: a day and a time: "Today, 10:00" */
#define DAY_AND_TIME N_ ("%s, %s")

char *
qh_closure_when (gpointer self, gint64 start, const char *zone_name, gint64 now)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autofree char *date = NULL;
  g_autofree char *label = NULL;
  g_autofree char *clock = NULL;
  const char *day;

  if (start == QH_NONE)
    return g_strdup (_ ("No day yet"));
  zone = qh_zone_new (zone_name, NULL);
  date = qh_instant_to_date (start, zone);
  day = name_day (date, now, zone);
  label = day ? g_strdup (day) : qh_date_label (date, now, zone);
  clock = qh_instant_clock_label (start, zone);
  return g_strdup_printf (_ (DAY_AND_TIME), label, clock);
}

char *
qh_closure_when_short (gpointer self, gint64 start, const char *zone_name, gint64 now)
{
  g_autoptr (GTimeZone) zone = NULL;
  g_autofree char *date = NULL;
  g_autofree char *clock = NULL;
  const char *day;

  if (start == QH_NONE)
    return NULL;
  zone = qh_zone_new (zone_name, NULL);
  date = qh_instant_to_date (start, zone);
  day = name_day (date, now, zone);
  if (!day)
    return qh_date_short_label (date);
  clock = qh_instant_clock_label (start, zone);
  return g_strdup_printf (_ (DAY_AND_TIME), day, clock);
}

char *
qh_closure_aim (gpointer self, const char *output, const char *title)
{
  if (output && *output)
    return g_strdup (output);
  return g_strdup (title && *title ? title : _ ("No output yet"));
}

/* How a meeting ended; NULL while it has not. */
static char *
name_outcome (int status, int output_reached)
{
  if (status == QH_MEETING_STATUS_CANCELLED)
    return g_strdup (_ ("Cancelled"));
  if (status != QH_MEETING_STATUS_DEBRIEFED)
    return NULL;
  switch (output_reached) {
  case QH_OUTPUT_REACHED_YES:
    return g_strdup (_ ("Output reached"));
  case QH_OUTPUT_REACHED_PARTLY:
    return g_strdup (_ ("Partly reached"));
  case QH_OUTPUT_REACHED_NO:
    return g_strdup (_ ("Not reached"));
  default:
    return NULL;
  }
}

char *
qh_closure_score (gpointer self, gboolean is_known, int score)
{
  return is_known ? g_strdup_printf ("%d", score) : g_strdup ("");
}

char **
qh_closure_score_classes (gpointer self, gboolean is_known, int score)
{
  const char *grade = score >= QH_SCORE_GOOD    ? "good"
                      : score >= SCORE_MIDDLING ? "middling"
                                                : "bad";
  const char *classes[] = { "qh-score", "numeric", is_known ? grade : NULL, NULL };

  return g_strdupv ((char **)classes);
}

static gboolean
has_ended (int status)
{
  return status == QH_MEETING_STATUS_CANCELLED || status == QH_MEETING_STATUS_DEBRIEFED;
}

char *
qh_closure_pill (gpointer self, int status, int output_reached, guint blockers, const char *answer)
{
  if (has_ended (status))
    return name_outcome (status, output_reached);
  if (blockers == 0)
    return g_strdup (answer);
  return g_strdup_printf (ngettext ("%u blocker", "%u blockers", blockers), blockers);
}

char **
qh_closure_pill_classes (gpointer self, int status, guint blockers)
{
  const char *classes[] = { "qh-pill", "caption",
                            !has_ended (status) && blockers > 0 ? "bad" : NULL, NULL };

  return g_strdupv ((char **)classes);
}

char *
qh_closure_meeting_label (gpointer self, const char *client, const char *when, const char *aim,
                          const char *score, const char *pill)
{
  g_autoptr (GString) label = g_string_new (client);

  g_string_append_printf (label, ", %s: %s", when, aim);
  if (score && *score) {
    g_string_append (label, "; ");
    g_string_append_printf (label, _ ("score %s"), score);
  }
  if (pill && *pill)
    g_string_append_printf (label, ", %s", pill);
  return g_strdup (label->str);
}

char *
qh_closure_client_label (gpointer self, const char *name, const char *industry, const char *next,
                         const char *words)
{
  g_autoptr (GString) label = g_string_new (name);

  if (industry)
    g_string_append_printf (label, ", %s", industry);
  if (next) {
    g_string_append (label, "; ");
    g_string_append_printf (label, _ ("next meeting: %s"), next);
  }
  if (words) {
    g_string_append (label, "; ");
    g_string_append_printf (label, _ ("last words: %s"), words);
  }
  return g_strdup (label->str);
}

char *
qh_closure_modality_icon (gpointer self, int modality)
{
  int kind = modality > 0 ? modality - QH_MODALITY_EDUCATE + QH_SEGMENT_KIND_EDUCATE : 0;
  const char *icon = qh_symbol_icon_name (kind);

  return g_strdup (icon ? icon : "package-x-generic-symbolic");
}

char **
qh_closure_modality_classes (gpointer self, int modality)
{
  const char *name = qh_enum_name (qh_modality_values, modality);
  g_autofree char *ink = name ? g_strconcat ("qh-ink-", name, NULL) : NULL;
  const char *classes[] = { "qh-modality", ink, NULL };

  return g_strdupv ((char **)classes);
}

char **
qh_closure_state_classes (gpointer self, gboolean is_bad)
{
  const char *classes[] = { "qh-pill", "caption", is_bad ? "warn" : NULL, NULL };

  return g_strdupv ((char **)classes);
}

void
qh_closures_bind (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, qh_closure_not);
  gtk_widget_class_bind_template_callback (klass, qh_closure_either);
  gtk_widget_class_bind_template_callback (klass, qh_closure_is_some);
  gtk_widget_class_bind_template_callback (klass, qh_closure_is_other);
  gtk_widget_class_bind_template_callback (klass, qh_closure_is_same);
  gtk_widget_class_bind_template_callback (klass, qh_closure_is_positive);
  gtk_widget_class_bind_template_callback (klass, qh_closure_number);
  gtk_widget_class_bind_template_callback (klass, qh_closure_join);
  gtk_widget_class_bind_template_callback (klass, qh_closure_lead);
  gtk_widget_class_bind_template_callback (klass, qh_closure_quote);
  gtk_widget_class_bind_template_callback (klass, qh_closure_fold_icon);
  gtk_widget_class_bind_template_callback (klass, qh_closure_role);
  gtk_widget_class_bind_template_callback (klass, qh_closure_undo_tooltip);
  gtk_widget_class_bind_template_callback (klass, qh_closure_redo_tooltip);
  gtk_widget_class_bind_template_callback (klass, qh_closure_when);
  gtk_widget_class_bind_template_callback (klass, qh_closure_when_short);
  gtk_widget_class_bind_template_callback (klass, qh_closure_aim);
  gtk_widget_class_bind_template_callback (klass, qh_closure_pill);
  gtk_widget_class_bind_template_callback (klass, qh_closure_score);
  gtk_widget_class_bind_template_callback (klass, qh_closure_score_classes);
  gtk_widget_class_bind_template_callback (klass, qh_closure_pill_classes);
  gtk_widget_class_bind_template_callback (klass, qh_closure_meeting_label);
  gtk_widget_class_bind_template_callback (klass, qh_closure_client_label);
  gtk_widget_class_bind_template_callback (klass, qh_closure_modality_icon);
  gtk_widget_class_bind_template_callback (klass, qh_closure_modality_classes);
  gtk_widget_class_bind_template_callback (klass, qh_closure_state_classes);
}
