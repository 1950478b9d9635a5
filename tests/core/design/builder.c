/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "builder.h"
#include <string.h>

typedef struct {
  QhContext *context;
  QhMeeting *meeting;
  guint n_segments;
} Builder;

static gint64
instant (const char *text)
{
  gint64 value;

  g_assert_true (qh_instant_parse (text, NULL, &value));
  return value;
}

/* `name` or `name=value` of a record, by the field's own text form. */
static void
set (gpointer record, const char *name, const char *value)
{
  const QhField *field = qh_entity_field (qh_record_get_entity (record), name);
  g_autofree char *text = g_strdelimit (g_strdup (value), "_", ' ');
  g_autoptr (GError) error = NULL;

  if (field == NULL)
    g_error ("builder: no field %s", name);
  if (field->kind == QH_KIND_REFERENCE || field->kind == QH_KIND_ID)
    qh_record_set_string (record, name, value);
  else
    qh_record_set_text (record, field, field->kind == QH_KIND_TEXT ? text : value, &error);
  g_assert_no_error (error);
}

static void
set_id (gpointer record, const char *id)
{
  qh_record_set_string (record, "id", id);
}

static void
set_segment_flag (QhSegment *segment, const char *flag)
{
  const char *equals = strchr (flag, '=');
  g_autofree char *name = equals != NULL ? g_strndup (flag, equals - flag) : g_strdup (flag);

  if (g_str_equal (flag, "unsaved"))
    qh_record_set_string (QH_RECORD (segment), "id", NULL);
  else if (g_str_equal (flag, "out"))
    set (segment, "output", "A_result");
  else if (g_str_equal (name, "out"))
    set (segment, "output", equals + 1);
  else if (g_str_equal (flag, "print") || g_str_equal (flag, "file"))
    set (segment, "leave_behind", flag);
  else if (g_str_equal (flag, "order"))
    set (segment, "takes_order", "true");
  else if (g_str_equal (flag, "must"))
    set (segment, "must", "true");
  else if (g_str_equal (name, "share"))
    set (segment, "client_share", equals + 1);
  else if (equals != NULL)
    set (segment, name, equals + 1);
  else
    g_error ("builder: what is %s?", flag);
}

static void
add_segment (Builder *builder, const char *kind, char **parts)
{
  g_autoptr (QhSegment) segment = qh_segment_new ();
  g_autofree char *id = g_strdup_printf ("s%u", builder->n_segments++);

  set_id (segment, id);
  set (segment, "kind", kind);
  set (segment, "seconds", parts[0]);
  set (segment, "title", "A_part");
  for (guint i = 1; parts[i] != NULL; i++)
    set_segment_flag (segment, parts[i]);
  qh_plan_insert (builder->context->plan, segment, G_MAXUINT);
}

static void
add_remark (Builder *builder, char **parts)
{
  QhRemark *remark = qh_remark_new ();

  set_id (remark, parts[0]);
  set (remark, "said", parts[1]);
  set (remark, "words", parts[2]);
  for (guint i = 3; parts[i] != NULL; i++)
    if (g_str_equal (parts[i], "heard"))
      g_hash_table_add (builder->context->heard, g_strdup (parts[0]));
    else
      set (remark, "sort", parts[i]);
  g_ptr_array_add (builder->context->remarks, remark);
}

static void
add_copy (Builder *builder, char **parts)
{
  QhMeeting *meeting = qh_meeting_new ();
  g_autofree char *id = g_strdup_printf ("copy%u", builder->context->same_output->len);

  set_id (meeting, id);
  qh_record_set_string (QH_RECORD (meeting), "client", "client");
  set (meeting, "output", "A_schedule");
  qh_record_set_int (QH_RECORD (meeting), "start",
                     instant (BUILDER_START) +
                         g_ascii_strtoll (parts[0], NULL, 10) * G_TIME_SPAN_SECOND);
  for (guint i = 1; parts[i] != NULL; i++)
    if (g_str_equal (parts[i], "cancelled"))
      set (meeting, "status", "cancelled");
    else if (g_str_equal (parts[i], "other"))
      qh_record_set_string (QH_RECORD (meeting), "client", "other");
    else if (g_str_equal (parts[i], "same-id"))
      set_id (meeting, "meeting");
    else
      set (meeting, "output", parts[i]);
  g_ptr_array_add (builder->context->same_output, meeting);
}

static void
set_friction_flag (Builder *builder, QhFriction *friction, const char *flag)
{
  const char *equals = strchr (flag, '=');
  g_autofree char *name = equals != NULL ? g_strndup (flag, equals - flag) : g_strdup (flag);
  gint64 cost = g_str_equal (name, "cost") ? g_ascii_strtoll (equals + 1, NULL, 10) : 0;

  if (qh_field_enum_value (qh_entity_field (&qh_friction_entity, "status"), flag) != 0)
    set (friction, "status", flag);
  else if (g_str_equal (name, "cost"))
    g_hash_table_insert (builder->context->costs, g_strdup (QH_RECORD (friction)->id),
                         g_memdup2 (&cost, sizeof cost));
  else if (equals != NULL)
    set (friction, name, equals + 1);
  else
    set (friction, "title", flag);
}

static void
add_friction (Builder *builder, char **parts)
{
  QhFriction *friction = qh_friction_new ();

  set_id (friction, parts[0]);
  set (friction, "severity", parts[1]);
  set (friction, "title", parts[0]);
  for (guint i = 2; parts[i] != NULL; i++)
    set_friction_flag (builder, friction, parts[i]);
  g_ptr_array_add (builder->context->frictions, friction);
}

static void
add_promise (Builder *builder, char **parts)
{
  QhPromise *promise = qh_promise_new ();

  set_id (promise, parts[0]);
  set (promise, "what", parts[0]);
  if (!g_str_equal (parts[1], "none"))
    set (promise, "due", parts[1]);
  for (guint i = 2; parts[i] != NULL; i++)
    if (qh_field_enum_value (qh_entity_field (&qh_promise_entity, "status"), parts[i]) != 0)
      set (promise, "status", parts[i]);
    else
      set (promise, "what", parts[i]);
  g_ptr_array_add (builder->context->promises, promise);
}

/* How many copies there are and where: the item's standing is known then. */
static void
set_standing (Builder *builder, QhContent *content, const char *name, gint64 value)
{
  const char *id = QH_RECORD (content)->id;
  QhStanding *standing = g_hash_table_lookup (builder->context->standings, id);

  if (standing == NULL) {
    standing = qh_standing_new ();
    standing->available = content->edition;
    g_hash_table_insert (builder->context->standings, g_strdup (id), standing);
  }
  if (g_str_equal (name, "left"))
    standing->available = value;
  else if (g_str_equal (name, "reserved"))
    standing->reserved = value;
  else if (g_str_equal (name, "delivered"))
    standing->delivered = value;
  else if (g_str_equal (name, "away"))
    standing->away = value;
  else if (g_str_equal (name, "here"))
    standing->here = value;
  else if (g_str_equal (name, "his"))
    standing->his_reserved = value;
  else if (g_str_equal (name, "given"))
    standing->his_given = standing->given_before = value;
  else if (g_str_equal (name, "given-here"))
    standing->his_given = value;
  else if (g_str_equal (name, "waiting"))
    standing->waiting_place = value;
  else
    g_error ("builder: what is %s?", name);
}

static void
set_content_flag (Builder *builder, QhContent *content, const char *flag)
{
  static const char *const fields[] = { "title",   "from",    "until", "evidence",
                                        "checked", "recheck", "per",   NULL };
  static const char *const names[] = { "title",   "available_from", "available_until", "evidence",
                                       "checked", "recheck",        "per_client",      NULL };
  g_auto (GStrv) parts = g_strsplit (flag, "=", 2);

  for (guint i = 0; fields[i] != NULL && parts[1] != NULL; i++)
    if (g_str_equal (parts[0], fields[i])) {
      set (content, names[i], parts[1]);
      return;
    }
  if (parts[1] == NULL && g_str_equal (flag, "retired"))
    set (content, "retired", "true");
  else if (parts[1] == NULL)
    set (content, "edition", flag);
  else if (g_str_equal (parts[0], "given-on"))
    ((QhStanding *)qh_context_standing (builder->context, content))->given_on = g_strdup (parts[1]);
  else
    set_standing (builder, content, parts[0], g_ascii_strtoll (parts[1], NULL, 10));
}

static void
add_content (Builder *builder, char **parts)
{
  QhContent *content = qh_content_new ();

  set_id (content, parts[0]);
  set (content, "title", parts[0]);
  set (content, "modality", parts[1]);
  set (content, "rarity", parts[2]);
  for (guint i = 3; parts[i] != NULL; i++)
    set_content_flag (builder, content, parts[i]);
  g_ptr_array_add (builder->context->content, content);
}

static void
add_accepted (Builder *builder, char **parts)
{
  QhFindingAccepted *accepted = qh_finding_accepted_new ();

  g_autofree char *id = g_strdup_printf ("accepted%u", builder->context->accepted->len);

  set_id (accepted, id);
  qh_record_set_string (QH_RECORD (accepted), "rule", parts[0]);
  for (guint i = 1; parts[i] != NULL; i++)
    if (g_str_has_prefix (parts[i], "segment="))
      qh_record_set_string (QH_RECORD (accepted), "segment", parts[i] + strlen ("segment="));
    else if (g_str_has_prefix (parts[i], "key="))
      qh_record_set_string (QH_RECORD (accepted), "key", parts[i] + strlen ("key="));
    else
      qh_record_set_string (QH_RECORD (accepted), "reason", parts[i]);
  g_ptr_array_add (builder->context->accepted, accepted);
}

/* Contacts that were not solved: one makes the gate narrow, two close it. */
static void
add_unsolved (QhTrust *trust, guint n)
{
  for (guint i = 0; i < n; i++) {
    g_autoptr (QhContactLog) entry = qh_contact_log_new ();
    g_autofree char *id = g_strdup_printf ("entry%u", i);

    set_id (entry, id);
    set (entry, "at", "2026-11-02T10:00:00Z");
    set (entry, "words", "Where_is_it");
    set (entry, "solved", "no");
    qh_trust_add_contact (trust, entry);
  }
}

static void
promise_overdue (QhContext *context)
{
  QhPromise *promise = qh_promise_new ();

  set_id (promise, "p1");
  set (promise, "what", "A_new_quote");
  set (promise, "made", "2026-10-01");
  set (promise, "due", "2026-11-10");
  g_ptr_array_add (context->promises, promise);
  qh_trust_add_promise (context->trust, promise);
}

static void
add_trust (Builder *builder, char **parts)
{
  QhContext *context = builder->context;

  g_clear_pointer (&context->trust, qh_trust_free); /* the last of several words says it */
  context->trust = qh_trust_new (context->now, context->zone, FALSE);
  if (g_strcmp0 (parts[1], "promise") == 0)
    promise_overdue (context);
  else if (!g_str_equal (parts[0], "open"))
    add_unsolved (context->trust, g_str_equal (parts[0], "closed") ? 2 : 1);
  qh_trust_settle (context->trust);
  g_assert_cmpstr (qh_gate_name (context->trust->gate), ==, parts[0]);
}

static void
add_attendee (Builder *builder)
{
  g_autoptr (QhAttendee) attendee = qh_attendee_new ();

  qh_record_set_string (QH_RECORD (attendee), "contact", "contact");
  qh_plan_add_attendee (builder->context->plan, attendee);
}

static void
add_pace (Builder *builder, char **parts)
{
  int kind = qh_field_enum_value (qh_entity_field (&qh_segment_entity, "kind"), parts[0]);

  g_assert_cmpint (kind, >, 0);
  builder->context->paces[kind] =
      (QhPace){ (guint)g_ascii_strtoull (parts[1], NULL, 10), g_ascii_strtoll (parts[2], NULL, 10),
                g_ascii_strtoll (parts[3], NULL, 10) };
}

static void
add_thing (Builder *builder, const char *name, const char *rest)
{
  g_auto (GStrv) parts = g_strsplit (rest, ",", -1);

  if (g_str_equal (name, "remark"))
    add_remark (builder, parts);
  else if (g_str_equal (name, "copy"))
    add_copy (builder, parts);
  else if (g_str_equal (name, "friction"))
    add_friction (builder, parts);
  else if (g_str_equal (name, "promise"))
    add_promise (builder, parts);
  else if (g_str_equal (name, "content"))
    add_content (builder, parts);
  else if (g_str_equal (name, "pace"))
    add_pace (builder, parts);
  else if (g_str_equal (name, "trust"))
    add_trust (builder, parts);
  else if (g_str_equal (name, "accept"))
    add_accepted (builder, parts);
  else if (g_str_equal (name, "mute"))
    g_assert_true (qh_house_rules_mute (builder->context->rules, rest, TRUE));
  else
    add_segment (builder, name, parts);
}

static void
set_zone (Builder *builder, const char *name)
{
  g_time_zone_unref (builder->context->zone);
  builder->context->zone = qh_zone_new (name, NULL);
}

static void
set_member (Builder *builder, const char *name, const char *value)
{
  QhClient *client = builder->context->client;

  if (g_str_equal (name, "limit"))
    set (client, "minutes_limit", value);
  else if (g_str_equal (name, "gate"))
    set (client, "gatekeeper", value);
  else if (g_str_equal (name, "worth"))
    set (client, "yearly_value", value);
  else if (g_str_equal (name, "held"))
    builder->context->last_held = instant (value);
  else if (g_str_equal (name, "now"))
    builder->context->now = instant (value);
  else if (g_str_equal (name, "zone"))
    set_zone (builder, value);
  else if (g_str_equal (name, "client-value"))
    set (client, "value_proposition", value);
  else if (g_str_equal (name, "value"))
    set (builder->meeting, "value_proposition", value);
  else if (g_str_equal (name, "start"))
    qh_record_set_int (QH_RECORD (builder->meeting), "start", QH_NONE);
  else
    set (builder->meeting, name, value);
}

static void
take_word (Builder *builder, const char *word)
{
  const char *mark = strpbrk (word, ":=");
  g_autofree char *name = mark != NULL ? g_strndup (word, mark - word) : g_strdup (word);

  if (mark != NULL && *mark == ':')
    add_thing (builder, name, mark + 1);
  else if (mark != NULL)
    set_member (builder, name, mark + 1);
  else if (g_str_equal (word, "attendee"))
    add_attendee (builder);
  else if (*word != '\0')
    set (builder->context->client, word, "true");
}

QhContext *
builder_context (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();
  g_autoptr (QhClient) client = qh_client_new ();
  g_autoptr (QhPlan) plan = NULL;
  Builder builder = { .meeting = meeting };

  set_id (meeting, "meeting");
  set_id (client, "client");
  qh_record_set_string (QH_RECORD (meeting), "client", "client");
  qh_record_set_int (QH_RECORD (meeting), "start", instant (BUILDER_START));
  plan = qh_plan_new (meeting);
  builder.context = qh_context_new (plan, client, instant (BUILDER_NOW), utc);
  for (guint i = 0; words[i] != NULL; i++)
    take_word (&builder, words[i]);
  return builder.context;
}

guint
builder_count (const QhDesignReview *review, const char *rule)
{
  guint n = 0;

  for (guint i = 0; i < review->findings->len; i++) {
    const QhFinding *finding = g_ptr_array_index (review->findings, i);
    n += g_str_equal (finding->rule, rule);
  }
  return n;
}

const QhFinding *
builder_find (const QhDesignReview *review, const char *rule, const char *key)
{
  for (guint i = 0; i < review->findings->len; i++) {
    const QhFinding *finding = g_ptr_array_index (review->findings, i);
    if (g_str_equal (finding->rule, rule) && (key == NULL || g_strcmp0 (finding->key, key) == 0))
      return finding;
  }
  return NULL;
}

char *
builder_dump (const QhDesignReview *review)
{
  GString *dump = g_string_new (NULL);

  g_string_append_printf (dump, "%d %u %u %u\n", review->score, review->blockers, review->warnings,
                          review->hints);
  for (guint i = 0; i < review->findings->len; i++) {
    const QhFinding *f = g_ptr_array_index (review->findings, i);
    g_string_append_printf (dump, "%s|%d|%d|%s|%d|%s|%s|%s|%s|%s|%s\n", f->rule, f->level,
                            f->points, f->segment, f->position, f->key, f->title, f->text, f->why,
                            f->fix, f->accepted);
  }
  return g_string_free (dump, FALSE);
}
