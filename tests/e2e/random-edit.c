/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records are found by their place in the order of their text, which carries the number of the edit
 * that made them and is therefore unique: ids differ from store to store. */
#include "random-edit.h"

typedef struct {
  QhStore *store;
  GRand *random;
  guint32 number;
} Edit;

/* The text that this edit writes. */
static char *
edit_text (Edit *edit, const char *what)
{
  return g_strdup_printf ("%s %08u", what, edit->number);
}

/* One record of @entity, NULL when there is none. (transfer full) */
static QhRecord *
pick (Edit *edit, const QhEntity *entity)
{
  g_autofree char *tail = g_strconcat ("ORDER BY ", entity->title, NULL);
  g_autoptr (GPtrArray) records = qh_store_select (edit->store, entity, tail, NULL, NULL);
  /* Drawn in any case, so that every edit takes the same numbers. */
  guint32 place = g_rand_int (edit->random);

  if (records == NULL || records->len == 0)
    return NULL;
  return g_object_ref (records->pdata[place % records->len]);
}

/* Sets one text of one record of @entity. */
static gboolean
edit_field (Edit *edit, const QhEntity *entity, const char *field, GError **error)
{
  g_autoptr (QhRecord) record = pick (edit, entity);
  g_autofree char *text = edit_text (edit, field);

  if (record == NULL)
    return TRUE;
  qh_record_set_string (record, field, text);
  return qh_store_save (edit->store, record, error);
}

static gboolean
add_client (Edit *edit, GError **error)
{
  g_autoptr (QhClient) client = qh_client_new ();
  g_autofree char *name = edit_text (edit, "Client");

  qh_record_set_string (QH_RECORD (client), "name", name);
  return qh_store_save (edit->store, QH_RECORD (client), error);
}

static gboolean
change_client (Edit *edit, GError **error)
{
  return edit_field (edit, &qh_client_entity, "notes", error);
}

static gboolean
add_remark (Edit *edit, GError **error)
{
  g_autoptr (QhRecord) client = pick (edit, &qh_client_entity);
  g_autoptr (QhRemark) remark = qh_remark_new ();
  g_autofree char *words = edit_text (edit, "Words");

  if (client == NULL)
    return TRUE;
  qh_record_set_string (QH_RECORD (remark), "client", client->id);
  qh_record_set_string (QH_RECORD (remark), "said", "2026-11-20");
  qh_record_set_string (QH_RECORD (remark), "words", words);
  return qh_store_save (edit->store, QH_RECORD (remark), error);
}

static gboolean
change_remark (Edit *edit, GError **error)
{
  return edit_field (edit, &qh_remark_entity, "answer", error);
}

static QhSegment *
new_segment (Edit *edit, guint place)
{
  QhSegment *segment = qh_segment_new ();
  g_autofree char *title = g_strdup_printf ("Segment %08u.%u", edit->number, place);

  qh_record_set_string (QH_RECORD (segment), "title", title);
  qh_record_set_int (QH_RECORD (segment), "kind", g_rand_int_range (edit->random, 1, 8));
  qh_record_set_int (QH_RECORD (segment), "seconds", 30 * g_rand_int_range (edit->random, 1, 10));
  return segment;
}

static gboolean
add_meeting (Edit *edit, GError **error)
{
  g_autoptr (QhRecord) client = pick (edit, &qh_client_entity);
  g_autoptr (QhMeeting) meeting = qh_meeting_new ();
  g_autoptr (QhPlan) plan = NULL;
  g_autofree char *title = edit_text (edit, "Meeting");

  if (client == NULL)
    return TRUE;
  qh_record_set_string (QH_RECORD (meeting), "client", client->id);
  qh_record_set_string (QH_RECORD (meeting), "title", title);
  plan = qh_plan_new (meeting);
  for (guint i = 0; i < 4; i++) {
    g_autoptr (QhSegment) segment = new_segment (edit, i);

    qh_plan_insert (plan, segment, i);
  }
  return qh_store_save_plan (edit->store, plan, "Add meeting", error);
}

static gboolean
change_meeting (Edit *edit, GError **error)
{
  return edit_field (edit, &qh_meeting_entity, "output", error);
}

/* Moves one segment, takes one out, or adds one. */
static gboolean
change_plan (Edit *edit, GError **error)
{
  g_autoptr (QhRecord) meeting = pick (edit, &qh_meeting_entity);
  g_autoptr (QhPlan) plan = NULL;
  g_autoptr (QhSegment) segment = new_segment (edit, 9);
  guint from = g_rand_int_range (edit->random, 0, 64);
  guint to = g_rand_int_range (edit->random, 0, 64);
  guint what = g_rand_int_range (edit->random, 0, 3);

  if (meeting == NULL)
    return TRUE;
  plan = qh_store_load_plan (edit->store, meeting->id, error);
  if (plan == NULL)
    return FALSE;
  if (qh_plan_n_segments (plan) < 2 || what == 0)
    qh_plan_insert (plan, segment, to % (qh_plan_n_segments (plan) + 1));
  else if (what == 1)
    qh_plan_move (plan, qh_plan_segment (plan, from % qh_plan_n_segments (plan)),
                  to % qh_plan_n_segments (plan));
  else
    qh_plan_remove (plan, qh_plan_segment (plan, from % qh_plan_n_segments (plan)));
  return qh_store_save_plan (edit->store, plan, "Change plan", error);
}

static gboolean
delete_something (Edit *edit, GError **error)
{
  static const QhEntity *const entities[] = { &qh_client_entity, &qh_remark_entity,
                                              &qh_meeting_entity };
  const QhEntity *entity = entities[g_rand_int_range (edit->random, 0, G_N_ELEMENTS (entities))];
  g_autoptr (QhRecord) record = pick (edit, entity);

  return record == NULL || qh_store_delete (edit->store, record, error);
}

static gboolean
undo (Edit *edit, GError **error)
{
  return qh_store_undo (edit->store, NULL, error);
}

static gboolean
redo (Edit *edit, GError **error)
{
  return qh_store_redo (edit->store, NULL, error);
}

static const struct {
  guint weight;
  gboolean (*run) (Edit *edit, GError **error);
} edits[] = {
  { 2, add_client },  { 4, change_client },  { 4, add_remark },  { 4, change_remark },
  { 3, add_meeting }, { 4, change_meeting }, { 6, change_plan }, { 2, delete_something },
  { 4, undo },        { 2, redo },
};

gboolean
random_edit (QhStore *store, guint32 seed, guint32 number, GError **error)
{
  guint32 seeds[] = { seed, number };
  g_autoptr (GRand) random = g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
  Edit edit = { store, random, number };
  g_autoptr (GError) failure = NULL;
  guint total = 0, place = 0;
  gint32 drawn;

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    total += edits[i].weight;
  for (drawn = g_rand_int_range (random, 0, total); drawn >= (gint32)edits[place].weight; place++)
    drawn -= edits[place].weight;
  if (edits[place].run (&edit, &failure) || g_error_matches (failure, QH_ERROR, QH_ERROR_REFUSED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

char *
random_edit_snapshot (QhStore *store)
{
  static const char *const queries[] = {
    "SELECT 'client ' || name || coalesce (notes, '') FROM client ORDER BY name",
    "SELECT 'remark ' || c.name || r.words || coalesce (r.answer, '') FROM remark AS r"
    " JOIN client AS c ON c.id = r.client ORDER BY r.words",
    "SELECT 'meeting ' || c.name || m.title || coalesce (m.output, '') FROM meeting AS m"
    " JOIN client AS c ON c.id = m.client ORDER BY m.title",
    "SELECT 'segment ' || m.title || s.position || s.kind || s.seconds || s.title"
    " FROM segment AS s JOIN meeting AS m ON m.id = s.meeting ORDER BY m.title, s.position",
  };
  GString *snapshot = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++) {
    sqlite3_stmt *rows = qh_store_prepare (store, queries[i]);

    while (sqlite3_step (rows) == SQLITE_ROW)
      g_string_append_printf (snapshot, "%s\n", sqlite3_column_text (rows, 0));
    sqlite3_reset (rows);
  }
  return g_string_free (snapshot, FALSE);
}
