/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a client could be given, by what he said and by what is scarce. */
#include "fixture.h"
#include "store/qh-gather.h"
#include "store/qh-ranking.h"
#include <string.h>

typedef struct {
  QhStore *store;
  QhClient *client;
  QhMeeting *meeting;
  QhPlan *plan;
} Scene;

static void
set_up (Scene *scene, gconstpointer data)
{
  gint64 start;

  g_assert_true (qh_instant_parse ("2026-11-26T10:00:00Z", NULL, &start));
  scene->store = fixture_store ();
  scene->client = fixture_client (scene->store, "Ferris");
  scene->meeting = fixture_meeting (scene->store, scene->client);
  qh_record_set_int ((QhRecord *)scene->meeting, "start", start);
  fixture_ok (qh_store_save (scene->store, (QhRecord *)scene->meeting, &error));
  scene->plan = qh_plan_new (scene->meeting);
}

static void
tear_down (Scene *scene, gconstpointer data)
{
  g_object_unref (scene->plan);
  g_object_unref (scene->meeting);
  g_object_unref (scene->client);
  g_assert_finalize_object (scene->store);
}

/* Saves a record of @entity with @texts, pairs of field and value ended by NULL. */
static QhRecord *
make (Scene *scene, const QhEntity *entity, ...)
{
  QhRecord *record = qh_record_new (entity);
  va_list texts;
  const char *name;

  va_start (texts, entity);
  while ((name = va_arg (texts, const char *)) != NULL)
    fixture_ok (qh_record_set_text (record, qh_entity_field (entity, name),
                                    va_arg (texts, const char *), &error));
  va_end (texts);
  fixture_ok (qh_store_save (scene->store, record, &error));
  return record;
}

#define ITEM(...) g_object_unref (make (scene, &qh_content_entity, __VA_ARGS__, NULL))

static void
says (Scene *scene, const char *words)
{
  g_object_unref (make (scene, &qh_remark_entity, "client", ((QhRecord *)scene->client)->id, "said",
                        "2026-11-01", "words", words, NULL));
}

static void
suffers (Scene *scene, const char *title, const char *status)
{
  g_object_unref (make (scene, &qh_friction_entity, "client", ((QhRecord *)scene->client)->id,
                        "reported", "2026-11-01", "title", title, "status", status, NULL));
}

static void
give (Scene *scene, QhRecord *item, const char *client)
{
  g_object_unref (make (scene, &qh_movement_entity, "content", item->id, "kind", "deliver",
                        "client", client, NULL));
}

/* The title of each, in order, with what it fits. */
static char *
rank (Scene *scene, guint max)
{
  g_autoptr (QhContext) context = qh_store_gather (scene->store, scene->plan, NULL);
  GError *error = NULL;
  g_autoptr (GPtrArray) ranked = qh_store_rank_content (scene->store, context, max, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ranked->len; i++) {
    const QhRanked *item = ranked->pdata[i];
    g_autofree char *reason = item->reason != NULL ? qh_record_title (item->reason) : NULL;
    g_assert_true ((item->match > 0) == (reason != NULL));
    g_string_append_printf (text, "%s%s%s%s", i > 0 ? "; " : "", item->content->title,
                            reason != NULL ? " < " : "", reason != NULL ? reason : "");
  }
  return g_string_free (text, FALSE);
}

static void
ranks (Scene *scene, const char *expected)
{
  g_autofree char *found = rank (scene, 60);

  g_assert_cmpstr (found, ==, expected);
}

/* Without a word of his the scarcest comes first; what cannot be had is not there, and what is gone
 * comes last. */
static void
test_scarcity (Scene *scene, gconstpointer data)
{
  g_autoptr (QhClient) other = fixture_client (scene->store, "Other");
  const char *mine = ((QhRecord *)scene->client)->id;
  g_autoptr (QhRecord) gone = make (scene, &qh_content_entity, "title", "gone", "edition", "1",
                                    "rarity", "ours_alone", NULL);
  g_autoptr (QhRecord) has = make (scene, &qh_content_entity, "title", "has", NULL);
  g_autoptr (QhRecord) may =
      make (scene, &qh_content_entity, "title", "may have one more", "per_client", "2", NULL);

  ITEM ("title", "common");
  ITEM ("title", "few", "rarity", "few");
  ITEM ("title", "ours", "rarity", "ours_alone");
  ITEM ("title", "retired", "rarity", "ours_alone", "retired", "true");
  ITEM ("title", "early", "rarity", "ours_alone", "available_from", "2026-11-27");
  ITEM ("title", "late", "rarity", "ours_alone", "available_until", "2026-11-25");
  ITEM ("title", "last day", "rarity", "ours_alone", "available_until", "2026-11-26");
  give (scene, gone, ((QhRecord *)other)->id);
  give (scene, has, mine);
  give (scene, may, mine);
  g_autofree char *all = rank (scene, 60);
  g_assert_true (g_str_has_prefix (all, "last day; ours; few; "));
  g_assert_true (g_str_has_suffix (all, "; gone"));
  g_assert_nonnull (strstr (all, "may have one more"));
  g_assert_null (strstr (all, "has;"));
  g_assert_null (strstr (all, "retired"));
  g_autofree char *two = rank (scene, 2);
  g_assert_cmpstr (two, ==, "last day; ours");
}

/* His words and what stands in his way, in title, summary and evidence; by their beginning, without
 * accents, and with the text that fits best. */
static void
test_words (Scene *scene, gconstpointer data)
{
  ITEM ("title", "Hygiene hour", "edition", "4");
  ITEM ("title", "Benchmark", "summary", "What practices do about no-shows", "edition", "3");
  ITEM ("title", "Café table", "evidence", "Our survey of waiters", "edition", "9");
  ITEM ("title", "Invoice reader", "edition", "5");
  says (scene, "Every CAFE has them");
  ranks (scene, "Café table < Every CAFE has them; Benchmark; Hygiene hour; Invoice reader");
  suffers (scene, "Wrong invoices", "open");
  suffers (scene, "Dirty benches and hygiene", "removed");
  ranks (scene, "Invoice reader < Wrong invoices; Café table < Every CAFE has them; Benchmark; "
                "Hygiene hour");
  says (scene, "Our practice loses waiters");
  ranks (scene, "Café table < Every CAFE has them; Invoice reader < Wrong invoices; "
                "Benchmark < Our practice loses waiters; Hygiene hour");
}

/* Words that everybody uses, short ones, and those that many items hold say nothing. */
static void
test_common_words (Scene *scene, gconstpointer data)
{
  ITEM ("title", "What they have with them");
  ITEM ("title", "A map");
  ITEM ("title", "Planner one");
  ITEM ("title", "Planner two");
  ITEM ("title", "Planner ten");
  ITEM ("title", "Planner six");
  says (scene, "What do they have? Show me a map, and a planner with them.");
  g_autofree char *found = rank (scene, 60);
  g_assert_null (strchr (found, '<'));
}

/* What the plan carries stays in the list, though he may have no more of it. */
static void
test_carried (Scene *scene, gconstpointer data)
{
  g_autoptr (QhRecord) item =
      make (scene, &qh_content_entity, "title", "item", "edition", "2", NULL);
  g_autoptr (QhSegment) segment = qh_segment_new ();

  qh_record_set_string ((QhRecord *)segment, "title", "Part");
  qh_record_set_int ((QhRecord *)segment, "kind", QH_SEGMENT_KIND_EDUCATE);
  qh_record_set_string ((QhRecord *)segment, "content", item->id);
  qh_plan_insert (scene->plan, segment, 0);
  fixture_ok (qh_store_save_plan (scene->store, scene->plan, "Plan", &error));
  g_autoptr (QhContext) context = qh_store_gather (scene->store, scene->plan, NULL);
  g_autoptr (GPtrArray) ranked = qh_store_rank_content (scene->store, context, 60, NULL);
  g_assert_cmpuint (ranked->len, ==, 1);
  g_assert_cmpint (((QhRanked *)ranked->pdata[0])->standing->here, ==, 1);
  g_assert_cmpint (((QhRanked *)ranked->pdata[0])->standing->reserved_number, ==, 1);
}

/* The index follows every edit, deletion and undo. */
static void
test_index_follows (Scene *scene, gconstpointer data)
{
  g_autoptr (QhRecord) item = make (scene, &qh_content_entity, "title", "Hygiene hour", NULL);

  says (scene, "Recall is our trouble");
  ranks (scene, "Hygiene hour");
  fixture_ok (qh_record_set_text (item, qh_entity_field (&qh_content_entity, "summary"),
                                  "Recalls in an hour", &error));
  fixture_ok (qh_store_save (scene->store, item, &error));
  ranks (scene, "Hygiene hour < Recall is our trouble");
  fixture_ok (qh_store_undo (scene->store, NULL, &error));
  ranks (scene, "Hygiene hour");
  fixture_ok (qh_store_redo (scene->store, NULL, &error));
  ranks (scene, "Hygiene hour < Recall is our trouble");
  fixture_ok (qh_store_delete (scene->store, item, &error));
  ranks (scene, "");
  fixture_ok (qh_store_undo (scene->store, NULL, &error));
  ranks (scene, "Hygiene hour < Recall is our trouble");
  fixture_verify (qh_store_get_db (scene->store));
  fixture_ok (sqlite3_exec (qh_store_get_db (scene->store),
                            "INSERT INTO content_search (content_search, rank)"
                            "  VALUES ('integrity-check', 1)",
                            NULL, NULL, NULL) == SQLITE_OK);
}

static void
add (const char *name, void (*test) (Scene *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/store/ranking/", name, NULL);

  g_test_add (path, Scene, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("scarcity", test_scarcity);
  add ("words", test_words);
  add ("common-words", test_common_words);
  add ("carried", test_carried);
  add ("index-follows", test_index_follows);
  return g_test_run ();
}
