/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "full-context.h"

#define NOW G_GINT64_CONSTANT (1795687200000000)

static char *
id_of (const char *kind, guint number)
{
  return g_strdup_printf ("00000000-0000-7000-8000-%02x%02x%08x", kind[0], kind[1], number);
}

static gpointer
add (GPtrArray *into, const QhEntity *entity, guint number, const char *field, const char *text)
{
  QhRecord *record = qh_record_new (entity);
  g_autofree char *id = id_of (entity->name, number);

  qh_record_set_string (record, "id", id);
  qh_record_set_string (record, field, text);
  if (into != NULL)
    g_ptr_array_add (into, record);
  return record;
}

static void
add_segments (QhPlan *plan)
{
  for (guint i = 0; i < 15; i++) {
    g_autoptr (QhRecord) segment =
        add (NULL, &qh_segment_entity, i, "title", "What 38 practices do about no-shows");
    g_autofree char *friction = id_of ("friction", i * 7);
    g_autofree char *content = id_of ("content", i * 7);
    qh_record_set_int (segment, "kind", 1 + i % 6);
    qh_record_set_int (segment, "seconds", 90);
    qh_record_set_string (segment, "friction", friction);
    qh_record_set_string (segment, "content", content);
    qh_plan_insert (plan, QH_SEGMENT (segment), G_MAXUINT);
  }
}

/* Every fifth is sold out, and the last are the scarcest. */
static void
add_content (QhContext *context, guint i)
{
  QhRecord *content = add (context->content, &qh_content_entity, i, "title", "Benchmark clinic");
  QhStanding *standing = qh_standing_new ();

  qh_record_set_int (content, "edition", 1000);
  qh_record_set_int (content, "modality", 1 + i % 4);
  standing->available = i % 5 == 0 ? 0 : 1000 - i;
  standing->delivered = 1000 - standing->available;
  g_hash_table_insert (context->standings, g_strdup (content->id), standing);
}

QhContext *
full_context_new (void)
{
  g_autoptr (QhClient) client = add (NULL, &qh_client_entity, 0, "name", "Ferris Dental Group");
  g_autoptr (QhMeeting) meeting = add (NULL, &qh_meeting_entity, 0, "output", "A recall schedule");
  g_autoptr (QhPlan) plan = qh_plan_new (meeting);
  QhContext *context = qh_context_new (plan, client, NOW, NULL);

  qh_record_set_int (QH_RECORD (client), "no-print", TRUE);
  qh_record_set_int (QH_RECORD (meeting), "start", NOW);
  add_segments (plan);
  for (guint i = 0; i < 200; i++) {
    add (context->frictions, &qh_friction_entity, i, "title", "Third wrong invoice since June");
    QhRecord *remark =
        add (context->remarks, &qh_remark_entity, i, "words", "A flyer goes right in the trash.");
    qh_record_set_string (remark, "said", "2026-11-09");
  }
  for (guint i = 0; i < 500; i++)
    add_content (context, i);
  return context;
}
