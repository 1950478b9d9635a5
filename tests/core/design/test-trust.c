/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trust, the gate and the health of touchpoints against values worked out by hand, on both sides of
 * every boundary. */
#include "base/qh-time.h"
#include "design/qh-trust.h"
#include <string.h>

#define NOW "2026-11-20T09:00:00Z"

static gint64
instant (const char *text)
{
  gint64 value;

  g_assert_true (qh_instant_parse (text, NULL, &value));
  return value;
}

static void
set (QhRecord *record, const char *name, const char *value)
{
  const QhField *field = qh_entity_field (qh_record_get_entity (record), name);
  g_autofree char *text = g_strdelimit (g_strdup (value), "_", ' ');
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (field);
  if (field->kind == QH_KIND_REFERENCE || field->kind == QH_KIND_ID)
    qh_record_set_string (record, name, value);
  else
    qh_record_set_text (record, field, field->kind == QH_KIND_TEXT ? text : value, &error);
  g_assert_no_error (error);
}

/* What a record of a case need not say. */
static const char *
defaults (const char *entity)
{
  if (g_str_equal (entity, "promise"))
    return "what=A_call,made=2024-01-01";
  if (g_str_equal (entity, "friction"))
    return "title=A_queue,reported=2024-01-01";
  if (g_str_equal (entity, "meeting"))
    return "status=debriefed";
  return "";
}

static void
set_all (QhRecord *record, const char *words)
{
  g_auto (GStrv) fields = g_strsplit (words, ",", -1);

  for (guint i = 0; fields[i] != NULL; i++) {
    char *equals = strchr (fields[i], '=');
    g_assert_nonnull (equals);
    *equals = '\0';
    set (record, fields[i], equals + 1);
  }
}

static void
add (QhTrust *trust, GPtrArray *records, const char *word)
{
  const char *colon = strchr (word, ':');
  g_autofree char *entity = g_strndup (word, colon - word);
  QhRecord *record = g_object_new (qh_entity_find (entity)->get_type (), NULL);

  g_ptr_array_add (records, record);
  set_all (record, defaults (entity));
  set_all (record, colon + 1);
  if (QH_IS_PROMISE (record))
    qh_trust_add_promise (trust, QH_PROMISE (record));
  else if (QH_IS_CONTACT_LOG (record))
    qh_trust_add_contact (trust, QH_CONTACT_LOG (record));
  else if (QH_IS_MEETING (record))
    qh_trust_add_meeting (trust, QH_MEETING (record), 15 * QH_MINUTE);
  else if (QH_IS_TOUCHPOINT_CHECK (record))
    qh_trust_add_check (trust, QH_TOUCHPOINT_CHECK (record));
  else
    for (guint i = 0; i < records->len; i++) { /* the last is the friction itself */
      QhRecord *from = g_ptr_array_index (records, i);
      gboolean found =
          from->id != NULL && g_strcmp0 (from->id, QH_FRICTION (record)->contact_log) == 0;
      if (!found && from != record)
        continue;
      qh_trust_add_friction (trust, QH_FRICTION (record), found ? QH_CONTACT_LOG (from) : NULL);
      break;
    }
}

/* A line of records: `ENTITY:FIELD=VALUE,…`. `_` stands for a space. */
static QhTrust *
weigh (const char *line, const char *now, const char *zone_name, gboolean of_all)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  QhTrust *trust = qh_trust_new (instant (now), zone, of_all);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      add (trust, records, words[i]);
  qh_trust_settle (trust);
  return trust;
}

/* --- Which records are events, and until when */

static const struct {
  const char *line;
  int good, bad, recent; /* of @bad, in the last 90 days */
  const char *gate;
} events[] = {
  { "", 0, 0, 0, "open" },

  /* Promises: kept by the due day, or a day late; with and without a due day. */
  { "promise:status=kept,due=2026-11-10,kept=2026-11-10", 1, 0, 0, "open" },
  { "promise:status=kept,due=2026-11-10,kept=2026-11-11", 0, 1, 1, "closed" },
  { "promise:status=kept,kept=2026-11-11", 1, 0, 0, "open" },
  { "promise:status=kept,due=2026-11-10", 1, 0, 0, "open" },
  { "promise:status=kept,due=2026-11-10,kept=2026-11-21", 0, 0, 0, "open" }, /* tomorrow */
  /* 365 days before 20 November 2026 is 20 November 2025; 90 days before is 22 August 2026. */
  { "promise:status=kept,due=2025-11-20,kept=2025-11-20", 1, 0, 0, "open" },
  { "promise:status=kept,due=2025-11-19,kept=2025-11-19", 0, 0, 0, "open" },
  { "promise:status=kept,due=2026-08-01,kept=2026-08-22", 0, 1, 1, "closed" },
  { "promise:status=kept,due=2026-08-01,kept=2026-08-21", 0, 1, 0, "open" },
  { "promise:status=kept,due=2025-11-01,kept=2025-11-20", 0, 1, 0, "open" },
  { "promise:status=kept,due=2025-11-01,kept=2025-11-19", 0, 0, 0, "open" },

  /* Broken: on the day it was due, or broken, if earlier. */
  { "promise:status=broken,due=2026-08-22", 0, 1, 1, "closed" },
  { "promise:status=broken,due=2026-08-21", 0, 1, 0, "open" },
  { "promise:status=broken,due=2026-08-21,broken=2026-11-01", 0, 1, 0, "open" },
  { "promise:status=broken,due=2026-12-24,broken=2026-11-20", 0, 1, 1, "closed" },
  { "promise:status=broken,due=2026-12-24,broken=2026-08-22", 0, 1, 1, "closed" },
  { "promise:status=broken,broken=2026-11-01", 0, 1, 1, "closed" },
  { "promise:status=broken,due=2025-11-20", 0, 1, 0, "open" },
  { "promise:status=broken,due=2025-11-19", 0, 0, 0, "open" },
  { "promise:status=broken,made=2026-11-01", 0, 1, 1, "closed" },

  /* Overdue: an event of today, however old; not today, and not without a day. */
  { "promise:status=open,due=2026-11-20", 0, 0, 0, "open" },
  { "promise:status=open,due=2026-11-19", 0, 1, 1, "closed" },
  { "promise:status=open,due=2024-02-01", 0, 1, 1, "closed" },
  { "promise:status=open", 0, 0, 0, "open" },
  { "promise:status=withdrawn,due=2026-11-19", 0, 0, 0, "open" },

  /* Moved: with consent it counts from its new day, else from the old one. */
  { "promise:status=open,due=2026-12-01,moved_from=2026-11-10,moves=1,consent=true", 0, 0, 0,
    "open" },
  { "promise:status=open,due=2026-12-01,moved_from=2026-11-10,moves=1", 0, 1, 1, "closed" },
  { "promise:status=open,due=2026-12-01,moved_from=2026-11-20,moves=1", 0, 0, 0, "open" },
  { "promise:status=kept,due=2026-11-15,kept=2026-11-15,moved_from=2026-11-10,moves=1,consent="
    "true",
    1, 0, 0, "open" },
  { "promise:status=kept,due=2026-11-15,kept=2026-11-15,moved_from=2026-11-10,moves=1", 0, 1, 1,
    "closed" },
  { "promise:status=kept,due=2026-11-05,kept=2026-11-05,moved_from=2026-11-10,moves=1", 1, 0, 0,
    "open" },
  { "promise:status=broken,due=2026-11-15,moved_from=2026-08-21,moves=1", 0, 1, 0, "open" },

  /* Contacts: instants, so many times 24 hours; neither before nor after. */
  { "contact_log:solved=yes,at=2026-11-20T09:00:00Z", 1, 0, 0, "open" },
  { "contact_log:solved=yes,at=2026-11-20T09:00:01Z", 0, 0, 0, "open" },
  { "contact_log:solved=yes,at=2025-11-20T09:00:00Z", 1, 0, 0, "open" },
  { "contact_log:solved=yes,at=2025-11-20T08:59:59Z", 0, 0, 0, "open" },
  { "contact_log:at=2026-11-19T09:00:00Z", 0, 0, 0, "open" },
  { "contact_log:failure=true,at=2026-11-19T09:00:00Z", 0, 0, 0, "open" },
  { "contact_log:solved=no,at=2026-08-22T09:00:00Z", 0, 1, 1, "narrow" },
  { "contact_log:solved=no,at=2026-08-22T08:59:59Z", 0, 1, 0, "open" },
  { "contact_log:solved=no,at=2026-11-01T09:00Z contact_log:solved=no,at=2026-08-22T09:00:00Z", 0,
    2, 2, "closed" },
  { "contact_log:solved=no,at=2026-11-01T09:00Z contact_log:solved=no,at=2026-08-22T08:59:59Z", 0,
    2, 1, "narrow" },

  /* Frictions: reported, of severity 2 or more; open ones of severity 3 and 4, however old. */
  { "friction:severity=2,reported=2026-11-20", 0, 1, 1, "narrow" },
  { "friction:severity=1,reported=2026-11-20", 0, 0, 0, "open" },
  { "friction:severity=2,reported=2026-11-21", 0, 0, 0, "open" },
  { "friction:severity=2,reported=2026-08-22,status=removed", 0, 1, 1, "narrow" },
  { "friction:severity=2,reported=2026-08-21", 0, 1, 0, "open" },
  { "friction:severity=2,reported=2025-11-20", 0, 1, 0, "open" },
  { "friction:severity=2,reported=2025-11-19", 0, 0, 0, "open" },
  { "friction:severity=3,reported=2024-11-19", 0, 0, 0, "narrow" },
  { "friction:severity=3,reported=2024-11-19,status=fixing", 0, 0, 0, "narrow" },
  { "friction:severity=3,reported=2024-11-19,status=accepted", 0, 0, 0, "open" },
  { "friction:severity=4,reported=2024-11-19", 0, 0, 0, "closed" },
  { "friction:severity=4,reported=2024-11-19,status=fixing", 0, 0, 0, "closed" },
  { "friction:severity=4,reported=2024-11-19,status=removed", 0, 0, 0, "open" },
  { "friction:severity=4,reported=2026-11-19,status=accepted", 0, 1, 1, "narrow" },

  /* Unless it came out of an entry that already counts. */
  { "contact_log:id=c,solved=no,at=2026-11-01T09:00Z "
    "friction:severity=2,reported=2026-11-01,contact_log=c",
    0, 1, 1, "narrow" },
  { "contact_log:id=c,solved=yes,at=2026-11-01T09:00Z "
    "friction:severity=2,reported=2026-11-01,contact_log=c",
    1, 0, 0, "open" },
  { "contact_log:id=c,at=2026-11-01T09:00Z friction:severity=2,reported=2026-11-01,contact_log=c",
    0, 1, 1, "narrow" },
  { "contact_log:id=c,solved=yes,at=2026-11-01T09:00Z "
    "friction:severity=3,reported=2026-11-01,contact_log=c",
    1, 0, 0, "narrow" },

  /* Meetings: 15 minutes and one more, to the second and beyond it. */
  { "meeting:began=2026-11-01T09:00Z,ended=2026-11-01T09:16:00Z", 1, 0, 0, "open" },
  { "meeting:began=2026-11-01T09:00Z,ended=2026-11-01T09:16:01Z", 0, 1, 1, "narrow" },
  { "meeting:began=2026-11-01T09:00Z,ended=2026-11-01T09:16:00.001Z", 0, 1, 1, "narrow" },
  { "meeting:began=2026-11-01T09:00Z,ended=2026-11-01T09:16:00Z,status=held", 1, 0, 0, "open" },
  { "meeting:began=2026-11-01T09:00Z,ended=2026-11-01T09:16:00Z,status=cancelled", 0, 0, 0,
    "open" },
  { "meeting:began=2026-11-01T09:00Z,ended=2026-11-01T09:16:00Z,status=approved", 0, 0, 0, "open" },
  { "meeting:ended=2026-11-01T09:16:00Z", 0, 0, 0, "open" },
  { "meeting:began=2026-11-01T09:00Z", 0, 0, 0, "open" },
  { "meeting:began=2025-11-20T08:00Z,ended=2025-11-20T09:00:00Z", 0, 1, 0, "open" },
  { "meeting:began=2025-11-20T08:00Z,ended=2025-11-20T08:59:59Z", 0, 0, 0, "open" },
  { "meeting:began=2026-08-22T08:00Z,ended=2026-08-22T09:00:00Z", 0, 1, 1, "narrow" },
  { "meeting:began=2026-08-22T08:00Z,ended=2026-08-22T08:59:59Z", 0, 1, 0, "open" },
};

static gint64
count_recent (const QhTrust *trust)
{
  gint64 bad = 0;

  for (int sort = QH_TRUST_OVERDUE; sort < QH_N_TRUST_SORTS; sort++)
    bad += trust->recent[sort];
  return bad;
}

static void
test_events (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (events); i++) {
    g_autoptr (QhTrust) trust = weigh (events[i].line, NOW, "UTC", FALSE);

    g_test_message ("%s", events[i].line);
    g_assert_cmpint (trust->good, ==, events[i].good);
    g_assert_cmpint (trust->bad, ==, events[i].bad);
    g_assert_cmpint (count_recent (trust), ==, events[i].recent);
    g_assert_cmpstr (qh_gate_name (trust->gate), ==, events[i].gate);
    g_assert_cmpint (trust->because->len > 0, ==, trust->gate != QH_GATE_OPEN);
  }
}

/* --- The day changes at midnight where the rep is */

static const struct {
  const char *now, *zone;
  const char *today;
} midnights[] = {
  { "2026-11-20T00:00:00Z", "UTC", "2026-11-20" },
  { "2026-11-20T23:59:59Z", "UTC", "2026-11-20" },
  { "2026-11-19T23:59:59Z", "UTC", "2026-11-19" },
  /* 14 hours ahead, and 11 behind: the same instant, two days apart by the calendar or one. */
  { "2026-11-19T10:00:00Z", "Pacific/Kiritimati", "2026-11-20" },
  { "2026-11-19T09:59:59Z", "Pacific/Kiritimati", "2026-11-19" },
  { "2026-11-20T09:59:59Z", "Pacific/Kiritimati", "2026-11-20" },
  { "2026-11-20T11:00:00Z", "Pacific/Pago_Pago", "2026-11-20" },
  { "2026-11-20T10:59:59Z", "Pacific/Pago_Pago", "2026-11-19" },
  { "2026-11-21T10:59:59Z", "Pacific/Pago_Pago", "2026-11-20" },
  { "2026-11-20T05:00:00Z", "America/New_York", "2026-11-20" },
  { "2026-11-20T04:59:59Z", "America/New_York", "2026-11-19" },
};

static void
test_midnights (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (midnights); i++) {
    gboolean passed = g_str_equal (midnights[i].today, "2026-11-20");
    /* Due on the 19th; and kept on the day that is 365 days before the 19th. */
    g_autoptr (QhTrust) due =
        weigh ("promise:status=open,due=2026-11-19", midnights[i].now, midnights[i].zone, FALSE);
    g_autoptr (QhTrust) old = weigh ("promise:status=kept,due=2025-11-19,kept=2025-11-19",
                                     midnights[i].now, midnights[i].zone, FALSE);
    g_autoptr (QhTrust) recent = weigh ("friction:severity=2,reported=2026-08-21", midnights[i].now,
                                        midnights[i].zone, FALSE);

    g_test_message ("%s %s", midnights[i].now, midnights[i].zone);
    g_assert_cmpint (due->bad, ==, passed ? 1 : 0);
    g_assert_cmpint (old->good, ==, passed ? 0 : 1);
    g_assert_cmpstr (qh_gate_name (recent->gate), ==, passed ? "open" : "narrow");
  }
}

/* --- What it proves */

static const struct {
  int good, bad;
  const char *sentence;
  double at_least;
} figures[] = {
  { 0, 0, "not enough yet (0 of 5)", 0 },
  { 3, 0, "not enough yet (3 of 5)", 0.4385 },
  { 4, 0, "not enough yet (4 of 5)", 0.5101 },
  { 2, 2, "not enough yet (4 of 5)", 0.1500 },
  { 5, 0, "5 of 5 went right, 100.0 %; the evidence supports at least 56 %", 0.5655 },
  { 4, 1, "4 of 5 went right, 80.0 %; the evidence supports at least 37 %", 0.3755 },
  { 0, 5, "0 of 5 went right, 0.0 %; the evidence supports at least 0 %", 0 },
  { 9, 1, "9 of 10 went right, 90.0 %; the evidence supports at least 59 %", 0.5958 },
  { 27, 1, "27 of 28 went right, 96.4 %; the evidence supports at least 82 %", 0.8229 },
  { 28, 0, "28 of 28 went right, 100.0 %; the evidence supports at least 87 %", 0.8793 },
  { 29, 1, "29 of 30 went right, 96.7 %; the evidence supports at least 83 %", 0.8333 },
  { 95, 5, "95 of 100 went right, 95.0 %; the evidence supports at least 88 %", 0.8882 },
  { 3000, 1, "3000 of 3001 went right, 99.9 %; the evidence supports at least 99 %", 0.9981 },
};

static void
test_figures (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++) {
    g_autoptr (QhTrust) trust = qh_trust_new (instant (NOW), NULL, FALSE);
    g_autofree char *sentence = NULL;

    trust->year[QH_TRUST_SOLVED] = figures[i].good;
    trust->year[QH_TRUST_UNSOLVED] = figures[i].bad;
    qh_trust_settle (trust);
    sentence = qh_trust_sentence (trust);
    g_assert_cmpstr (sentence, ==, figures[i].sentence);
    g_assert_cmpfloat_with_epsilon (trust->at_least, figures[i].at_least, 0.0001);
    g_assert_cmpint (trust->trust < 0, ==, figures[i].good + figures[i].bad < 5);
  }
}

/* More evidence of the same never supports less, and it never supports what was not seen. */
static void
test_bound (void)
{
  for (int all = 1; all < 200; all++)
    for (int good = 0; good <= all; good++) {
      double bound = qh_wilson_lower_bound (good, all);

      g_assert_cmpfloat (bound, >=, 0);
      g_assert_cmpfloat (bound, <=, (double)good / all);
      g_assert_cmpfloat (bound, <=, qh_wilson_lower_bound (2 * good, 2 * all) + 1e-12);
      if (good > 0)
        g_assert_cmpfloat (bound, >, qh_wilson_lower_bound (good - 1, all));
    }
}

/* --- What holds the gate */

static const struct {
  const char *line;
  const char *because; /* kind and id of each */
} gates[] = {
  { "friction:id=a,severity=2,reported=2026-11-01 contact_log:id=b,solved=no,at=2026-11-02T09:00Z "
    "meeting:id=c,began=2026-11-01T09:00Z,ended=2026-11-01T10:00Z friction:id=d,severity=3",
    "friction d, friction a, contact_log b, meeting c" },
  /* A closed gate is held by what closes it alone. */
  { "friction:id=a,severity=2,reported=2026-11-01 contact_log:id=b,solved=no,at=2026-11-02T09:00Z "
    "meeting:id=c,began=2026-11-01T09:00Z,ended=2026-11-01T10:00Z friction:id=d,severity=4",
    "friction d" },
  { "contact_log:id=a,solved=no,at=2026-11-01T09:00Z "
    "contact_log:id=b,solved=no,at=2026-11-02T09:00Z friction:id=c,severity=3",
    "contact_log b, contact_log a" },
  { "promise:id=a,status=open,due=2026-11-01 promise:id=b,status=kept,due=2026-11-01,kept=2026-11-"
    "02 "
    "promise:id=c,status=broken,due=2026-11-05 promise:id=d,status=open,due=2026-11-04",
    "promise d, promise a, promise c, promise b" },
  /* Open and reported of late: one thing. */
  { "friction:id=a,severity=4,reported=2026-11-01", "friction a" },
  { "friction:id=a,severity=1,reported=2026-11-01", "" },
};

static void
test_because (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (gates); i++) {
    g_autoptr (QhTrust) trust = weigh (gates[i].line, NOW, "UTC", FALSE);
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint k = 0; k < trust->because->len; k++) {
      const QhTrustReason *reason = g_ptr_array_index (trust->because, k);
      g_string_append_printf (text, "%s%s %s", k > 0 ? ", " : "", reason->kind, reason->id);
    }
    g_assert_cmpstr (text->str, ==, gates[i].because);
    g_assert_cmpint (trust->n_because, ==, trust->because->len);
  }
}

static const struct {
  const char *line;
  const char *text;
} reasons[] = {
  { "promise:status=open,due=2026-11-01", "“A call” was due on 1 November and is still open" },
  { "promise:status=open,due=2026-12-01,moved_from=2026-11-01",
    "“A call” was due on 1 November and is still open" },
  { "promise:status=kept,due=2026-11-01,kept=2026-11-02", "“A call” was kept late, on 2 November" },
  { "promise:status=broken,due=2026-11-01", "“A call” was promised and broken (1 November)" },
  { "friction:severity=4", "“A queue” is open, severity 4" },
  { "friction:severity=2,reported=2026-11-01", "“A queue” was reported on 1 November, severity 2" },
  { "contact_log:solved=no,words=Where_is_it,at=2026-11-01T09:00Z",
    "“Where is it” (1 November) was not solved at first contact" },
  { "contact_log:solved=no,at=2026-11-01T09:00Z",
    "A contact of 1 November was not solved at first" },
  { "meeting:began=2026-11-01T09:00Z,ended=2026-11-01T09:22Z",
    "The meeting of 1 November took 22 min instead of 15 min" },
};

static void
test_reasons (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++) {
    g_autoptr (QhTrust) trust = weigh (reasons[i].line, NOW, "UTC", FALSE);
    const QhTrustReason *reason;

    g_assert_cmpint (trust->because->len, ==, 1);
    reason = g_ptr_array_index (trust->because, 0);
    g_assert_cmpstr (reason->text, ==, reasons[i].text);
  }
}

/* --- Quiet days, and moves */

static const struct {
  const char *line, *now, *zone;
  gint64 days;
} streaks[] = {
  { "", NOW, "UTC", QH_NONE },
  { "contact_log:solved=yes,at=2026-11-19T09:00Z", NOW, "UTC", QH_NONE },
  { "contact_log:solved=no,at=2026-11-19T09:00Z", NOW, "UTC", 1 },
  { "contact_log:solved=yes,failure=true,at=2026-11-20T08:00Z", NOW, "UTC", 0 },
  { "contact_log:failure=true,at=2024-11-20T08:00Z", NOW, "UTC", 730 },
  { "contact_log:failure=true,at=2026-11-20T09:00:01Z", NOW, "UTC", QH_NONE },
  { "contact_log:solved=no,at=2026-11-10T09:00Z contact_log:failure=true,at=2026-11-15T09:00Z "
    "contact_log:solved=yes,at=2026-11-18T09:00Z",
    NOW, "UTC", 5 },
  /* One second before midnight, and at it, where the rep is. */
  { "contact_log:solved=no,at=2026-11-19T23:59:59Z", NOW, "UTC", 1 },
  { "contact_log:solved=no,at=2026-11-20T00:00:00Z", NOW, "UTC", 0 },
  { "contact_log:solved=no,at=2026-11-19T09:59:59Z", NOW, "Pacific/Kiritimati", 1 },
  { "contact_log:solved=no,at=2026-11-19T10:00:00Z", NOW, "Pacific/Kiritimati", 0 },
  { "contact_log:solved=no,at=2026-11-19T10:59:59Z", NOW, "Pacific/Pago_Pago", 1 },
  { "contact_log:solved=no,at=2026-11-19T11:00:00Z", NOW, "Pacific/Pago_Pago", 0 },
};

static void
test_quiet_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (streaks); i++) {
    g_autoptr (QhTrust) trust = weigh (streaks[i].line, streaks[i].now, streaks[i].zone, FALSE);

    g_autofree char *sentence = qh_trust_quiet_sentence (trust);

    g_assert_cmpint (trust->quiet_days, ==, streaks[i].days);
    g_assert_cmpint (strstr (sentence, " without a contact ") != NULL, ==, streaks[i].days > 0);
  }
}

static void
test_moves (void)
{
  g_autoptr (QhTrust) trust =
      weigh ("promise:status=open,due=2026-12-01,moves=2,moved_from=2026-11-01,consent=true "
             "promise:status=kept,kept=2026-11-01,moves=1 "
             "promise:status=kept,kept=2024-11-01,moves=4 promise:status=withdrawn,moves=8",
             NOW, "UTC", FALSE);

  g_assert_cmpint (trust->moves, ==, 3);
  g_assert_cmpint (trust->good, ==, 1);
  g_assert_cmpint (trust->bad, ==, 0);
}

/* --- Health */

static const struct {
  const char *line;
  gboolean of_all;
  QhHealth phone, weakest;
} healths[] = {
  { "", FALSE, QH_HEALTH_GREY, QH_HEALTH_GREY },
  { "friction:touchpoint=phone,severity=3", FALSE, QH_HEALTH_RED, QH_HEALTH_RED },
  { "friction:touchpoint=phone,severity=3,status=fixing", FALSE, QH_HEALTH_RED, QH_HEALTH_RED },
  { "friction:touchpoint=phone,severity=2", FALSE, QH_HEALTH_AMBER, QH_HEALTH_AMBER },
  { "friction:touchpoint=phone,severity=1", FALSE, QH_HEALTH_AMBER, QH_HEALTH_AMBER },
  { "friction:touchpoint=phone,severity=4,status=removed,reported=2026-01-01,removed=2026-08-22",
    FALSE, QH_HEALTH_GREEN, QH_HEALTH_GREEN },
  { "friction:touchpoint=phone,severity=4,status=removed,reported=2026-01-01,removed=2026-08-21",
    FALSE, QH_HEALTH_GREY, QH_HEALTH_GREY },
  { "friction:touchpoint=billing,severity=3", FALSE, QH_HEALTH_GREY, QH_HEALTH_RED },
  { "contact_log:channel=phone,solved=yes,at=2026-08-22T09:00:00Z", FALSE, QH_HEALTH_GREEN,
    QH_HEALTH_GREEN },
  { "contact_log:channel=phone,solved=yes,at=2026-08-22T08:59:59Z", FALSE, QH_HEALTH_GREY,
    QH_HEALTH_GREY },
  { "contact_log:channel=phone,solved=no,at=2026-08-22T09:00:00Z", FALSE, QH_HEALTH_AMBER,
    QH_HEALTH_AMBER },
  { "contact_log:channel=phone,solved=no,at=2026-08-22T09:00:00Z "
    "contact_log:channel=phone,solved=no,at=2026-11-20T09:00:00Z",
    FALSE, QH_HEALTH_RED, QH_HEALTH_RED },
  { "contact_log:channel=phone,solved=no,at=2026-08-22T08:59:59Z "
    "contact_log:channel=phone,solved=no,at=2026-11-20T09:00:00Z",
    FALSE, QH_HEALTH_AMBER, QH_HEALTH_AMBER },
  { "contact_log:channel=phone,solved=no,at=2026-11-20T09:00:00Z "
    "contact_log:channel=mail,solved=no,at=2026-11-20T09:00:00Z",
    FALSE, QH_HEALTH_AMBER, QH_HEALTH_AMBER },

  /* One red part is red, whatever the others are. */
  { "contact_log:channel=phone,solved=yes,at=2026-11-20T09:00:00Z "
    "friction:touchpoint=billing,severity=3",
    FALSE, QH_HEALTH_GREEN, QH_HEALTH_RED },

  /* Checks: nobody there, or no answer within a day. */
  { "touchpoint_check:touchpoint=phone,checked_on=2026-11-01,live_person=true", TRUE,
    QH_HEALTH_GREEN, QH_HEALTH_GREEN },
  { "touchpoint_check:touchpoint=phone,checked_on=2026-11-01", TRUE, QH_HEALTH_RED, QH_HEALTH_RED },
  { "touchpoint_check:touchpoint=phone,checked_on=2026-11-01,live_person=true,hours_to_answer=24",
    TRUE, QH_HEALTH_GREEN, QH_HEALTH_GREEN },
  { "touchpoint_check:touchpoint=phone,checked_on=2026-11-01,live_person=true,hours_to_answer=25",
    TRUE, QH_HEALTH_RED, QH_HEALTH_RED },
  { "touchpoint_check:touchpoint=phone,checked_on=2026-08-22", TRUE, QH_HEALTH_RED, QH_HEALTH_RED },
  { "touchpoint_check:touchpoint=phone,checked_on=2026-08-21", TRUE, QH_HEALTH_GREY,
    QH_HEALTH_GREY },
  /* At a touchpoint that a client does not use, it says nothing of him. */
  { "touchpoint_check:touchpoint=phone,checked_on=2026-11-01", FALSE, QH_HEALTH_GREY,
    QH_HEALTH_GREY },
  { "touchpoint_check:touchpoint=phone,checked_on=2026-11-01 "
    "contact_log:channel=phone,solved=yes,at=2026-11-20T09:00:00Z",
    FALSE, QH_HEALTH_RED, QH_HEALTH_RED },
};

static void
test_health (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (healths); i++) {
    g_autoptr (QhTrust) trust = weigh (healths[i].line, NOW, "UTC", healths[i].of_all);

    g_test_message ("%s", healths[i].line);
    g_assert_cmpint (trust->spots[QH_TOUCHPOINT_PHONE].health, ==, healths[i].phone);
    g_assert_cmpint (trust->health, ==, healths[i].weakest);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/design/trust/events", test_events);
  g_test_add_func ("/design/trust/midnights", test_midnights);
  g_test_add_func ("/design/trust/figures", test_figures);
  g_test_add_func ("/design/trust/bound", test_bound);
  g_test_add_func ("/design/trust/because", test_because);
  g_test_add_func ("/design/trust/reasons", test_reasons);
  g_test_add_func ("/design/trust/quiet-days", test_quiet_days);
  g_test_add_func ("/design/trust/moves", test_moves);
  g_test_add_func ("/design/trust/health", test_health);
  return g_test_run ();
}
