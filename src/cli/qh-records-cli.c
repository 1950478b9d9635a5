/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of any kind: sample, list, show, add, set, delete. */
#include "base/qh-text.h"
#include "exchange/qh-csv.h"
#include "exchange/qh-sample.h"
#include "model/qh-transfer.h"
#include "qh-cli-output.h"
#include "qh-cli-resolve.h"
#include "qh-cli-view.h"
#include "qh-cli.h"
#include "record/qh-record-json.h"
#include "store/qh-ledger.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>

/* --- sample */

static gboolean
run_sample (QhCli *cli, GError **error)
{
  QhStore *store = qh_cli_open (cli, QH_STORE_CREATE, error);
  g_autofree char *clients = NULL;
  g_autofree char *meetings = NULL;
  gint64 n_clients, n_meetings;

  if (store == NULL || !qh_sample_fill (store, error))
    return FALSE;
  n_clients = qh_store_count (store, "SELECT count (*) FROM client", NULL);
  n_meetings = qh_store_count (store, "SELECT count (*) FROM meeting", NULL);
  clients =
      g_strdup_printf (ngettext ("%d client", "%d clients", (gulong)n_clients), (int)n_clients);
  meetings =
      g_strdup_printf (ngettext ("%d meeting", "%d meetings", (gulong)n_meetings), (int)n_meetings);
  /* Translators: "14 clients, 33 meetings" */
  printf (_ ("The sample territory: %s, %s\n"), clients, meetings);
  return TRUE;
}

/* --- list */

typedef struct {
  gboolean any;
  QhCliListing *listing;
} Listed;

static gboolean
list_json (QhRecord *record, gpointer data)
{
  Listed *listed = data;
  g_autoptr (JsonObject) object = qh_record_to_json (record, QH_JSON_NULLS);

  qh_cli_print_element (object, !listed->any);
  listed->any = TRUE;
  return TRUE;
}

static void
print_csv (GString *row)
{
  fwrite (row->str, 1, row->len, stdout);
  g_string_truncate (row, 0);
}

static gboolean
list_csv (QhRecord *record, gpointer data)
{
  g_autoptr (GString) row = g_string_new (NULL);

  qh_csv_append_record (row, record);
  print_csv (row);
  return TRUE;
}

static gboolean
list_table (QhRecord *record, gpointer data)
{
  qh_cli_listing_add (((Listed *)data)->listing, record);
  return TRUE;
}

static gboolean
list_as_json (QhStore *store, const QhCliView *view, const char *client, GError **error)
{
  Listed listed = { 0 };

  qh_cli_begin_array ();
  if (!qh_cli_visit (store, view, client, list_json, &listed, error))
    return FALSE;
  qh_cli_end_array (!listed.any);
  return TRUE;
}

static gboolean
list_as_csv (QhStore *store, const QhCliView *view, const char *client, GError **error)
{
  g_autoptr (GString) header = g_string_new (NULL);

  qh_csv_append_header (header, view->entity);
  print_csv (header);
  return qh_cli_visit (store, view, client, list_csv, NULL, error);
}

static gboolean
list_as_table (QhStore *store, const QhCliView *view, const char *client, GError **error)
{
  g_autoptr (QhCliListing) listing = qh_cli_listing_new (store, view);
  Listed listed = { .listing = listing };

  if (!qh_cli_visit (store, view, client, list_table, &listed, error))
    return FALSE;
  qh_cli_listing_print (listing);
  return TRUE;
}

static gboolean
check_list_options (QhCli *cli, const QhCliView *view, GError **error)
{
  if (qh_cli_option (cli, "json") != NULL && qh_cli_option (cli, "csv") != NULL) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                         _ ("--json and --csv: expected only one of them"));
    return FALSE;
  }
  if (qh_cli_option (cli, "client") != NULL && view->of_client == NULL) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("--client: a %s belongs to no client"),
                 view->entity->name);
    return FALSE;
  }
  return TRUE;
}

static gboolean
run_list (QhCli *cli, GError **error)
{
  const QhEntity *entity = qh_cli_find_entity (qh_cli_argument (cli, 0), error);
  const QhCliView *view = entity != NULL ? qh_cli_view (entity) : NULL;
  const char *name = qh_cli_option (cli, "client");
  g_autoptr (QhRecord) client = NULL;
  QhStore *store;

  if (view == NULL || !check_list_options (cli, view, error))
    return FALSE;
  store = qh_cli_open (cli, QH_STORE_READ_ONLY, error);
  if (store == NULL)
    return FALSE;
  if (name != NULL && (client = qh_store_resolve (store, &qh_client_entity, name, error)) == NULL)
    return FALSE;
  if (qh_cli_option (cli, "json") != NULL)
    return list_as_json (store, view, client != NULL ? client->id : NULL, error);
  if (qh_cli_option (cli, "csv") != NULL)
    return list_as_csv (store, view, client != NULL ? client->id : NULL, error);
  return list_as_table (store, view, client != NULL ? client->id : NULL, error);
}

/* --- show */

/* Records of @entity that refer to @record through @field, in the entity's order. */
static GPtrArray *
select_belonging (QhStore *store, const QhEntity *entity, const QhField *field, QhRecord *record,
                  GError **error)
{
  const char *const values[] = { record->id, NULL };
  g_autofree char *tail =
      g_strconcat ("WHERE ", field->name, " = ?1 ORDER BY ", qh_cli_view (entity)->order, NULL);

  return qh_store_select (store, entity, tail, values, error);
}

/* The field of @entity that refers to records like @record; NULL when there is none. */
static const QhField *
field_towards (const QhEntity *entity, QhRecord *record)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if (entity->fields[i].kind == QH_KIND_REFERENCE &&
        g_str_equal (entity->fields[i].target, qh_record_get_entity (record)->name))
      return &entity->fields[i];
  return NULL;
}

static JsonArray *
records_to_json (GPtrArray *records)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < records->len; i++)
    json_array_add_object_element (array, qh_record_to_json (records->pdata[i], QH_JSON_NULLS));
  return array;
}

static void
print_belonging (QhStore *store, const QhEntity *entity, GPtrArray *records)
{
  g_autoptr (QhCliListing) listing = qh_cli_listing_new (store, qh_cli_view (entity));

  if (records->len == 0)
    return;
  for (guint i = 0; i < records->len; i++)
    qh_cli_listing_add (listing, records->pdata[i]);
  printf ("\n%s (%u)\n", _ (entity->label), records->len);
  qh_cli_listing_print (listing);
}

static void
print_fields (QhStore *store, QhRecord *record)
{
  const QhEntity *entity = qh_record_get_entity (record);
  const char *const headings[] = { _ (entity->label), record->id, NULL };
  g_autoptr (QhCliTable) table = qh_cli_table_new (headings);

  for (guint i = 0; i < entity->n_fields; i++) {
    const QhField *field = &entity->fields[i];
    char *cells[] = { NULL, NULL };
    if (field->label == NULL || qh_record_is_none (record, field))
      continue;
    cells[0] = g_strdup (_ (field->label));
    cells[1] = qh_cli_field_label (store, record, field);
    qh_cli_table_add (table, cells);
  }
  qh_cli_table_print (table);
}

/* What belongs to @record: into @object, or (NULL) printed as tables. */
static gboolean
show_belonging (QhStore *store, QhRecord *record, JsonObject *object, GError **error)
{
  guint n_entities;
  const QhEntity *const *entities = qh_entities (&n_entities);

  for (guint i = 0; i < n_entities; i++) {
    const QhField *field = field_towards (entities[i], record);
    g_autoptr (GPtrArray) records = NULL;
    if (field == NULL)
      continue;
    records = select_belonging (store, entities[i], field, record, error);
    if (records == NULL)
      return FALSE;
    if (object != NULL)
      json_object_set_array_member (object, entities[i]->plural, records_to_json (records));
    else
      print_belonging (store, entities[i], records);
  }
  return TRUE;
}

static gboolean
run_show (QhCli *cli, GError **error)
{
  QhStore *store = qh_cli_open (cli, QH_STORE_READ_ONLY, error);
  g_autoptr (QhRecord) record =
      store != NULL ? qh_cli_resolve (cli, qh_cli_argument (cli, 0), error) : NULL;
  g_autoptr (JsonObject) object = NULL;

  if (record == NULL)
    return FALSE;
  if (qh_cli_option (cli, "json") == NULL) {
    print_fields (store, record);
    return show_belonging (store, record, NULL, error);
  }
  object = qh_record_to_json (record, QH_JSON_NULLS);
  if (!show_belonging (store, record, object, error))
    return FALSE;
  qh_cli_print_object (object);
  return TRUE;
}

/* --- add */

/* A day or time that a record must have, and nobody gave, is now. */
static void
set_default_days (QhCli *cli, QhRecord *record)
{
  const QhEntity *entity = qh_record_get_entity (record);
  g_autofree char *today = qh_clock_today (&cli->clock);

  for (guint i = 0; i < entity->n_fields; i++) {
    const QhField *field = &entity->fields[i];
    if (!(field->flags & QH_FIELD_REQUIRED))
      continue;
    if (field->kind == QH_KIND_DATE)
      qh_record_set_string (record, field->name, today);
    else if (field->kind == QH_KIND_INSTANT)
      qh_record_set_int (record, field->name, qh_clock_now (&cli->clock));
  }
}

/* A meeting is held where the clock is, unless it says otherwise. */
static void
set_default_zone (QhCli *cli, QhRecord *record)
{
  g_autoptr (GTimeZone) zone = qh_clock_zone (&cli->clock);

  if (QH_IS_MEETING (record) && qh_zone_is_valid (g_time_zone_get_identifier (zone)))
    qh_record_set_string (record, "zone", g_time_zone_get_identifier (zone));
}

static gboolean
has_given (QhCli *cli, const char *name)
{
  for (guint i = 0; i < cli->fields->len; i++)
    if (g_str_equal (((QhCliField *)cli->fields->pdata[i])->name, name))
      return TRUE;
  return FALSE;
}

/* A segment goes where it was put, else behind the last, and the others make room. */
static gboolean
add_segment (QhCli *cli, QhSegment *segment, GError **error)
{
  g_autoptr (QhPlan) plan = NULL;

  if (!qh_record_check (QH_RECORD (segment), error))
    return FALSE;
  plan = qh_store_load_plan (cli->store, segment->meeting, error);
  if (plan == NULL)
    return FALSE;
  qh_plan_insert (plan, segment,
                  has_given (cli, "position") ? (guint)segment->position : G_MAXUINT);
  return qh_store_save_plan (cli->store, plan, _ ("Add segment"), error);
}

static gboolean
run_add (QhCli *cli, GError **error)
{
  const QhEntity *entity = qh_cli_find_entity (qh_cli_argument (cli, 0), error);
  g_autoptr (QhRecord) record = entity != NULL ? qh_record_new (entity) : NULL;
  gboolean added;

  if (record == NULL)
    return FALSE;
  set_default_days (cli, record);
  set_default_zone (cli, record);
  if (!qh_cli_set_plain_fields (cli, record, error) ||
      qh_cli_open (cli, QH_STORE_CREATE, error) == NULL ||
      !qh_cli_set_references (cli, record, error))
    return FALSE;
  if (QH_IS_SEGMENT (record))
    added = add_segment (cli, QH_SEGMENT (record), error);
  else if (QH_IS_WAITING (record))
    added = qh_ledger_join (cli->store, (QhWaiting *)record, error);
  else
    added = qh_store_save (cli->store, record, error);
  if (added)
    puts (record->id);
  return added;
}

/* --- set */

static gboolean
set_segment (QhCli *cli, QhSegment *segment, GError **error)
{
  g_autoptr (QhPlan) plan = qh_store_load_plan (cli->store, segment->meeting, error);
  QhSegment *planned = plan != NULL ? qh_plan_find_segment (plan, QH_RECORD (segment)->id) : NULL;
  gint64 position;

  if (planned == NULL)
    return FALSE;
  if (has_given (cli, "meeting")) {
    g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                         _ ("meeting: a segment stays in its meeting"));
    return FALSE;
  }
  position = planned->position;
  if (!qh_cli_set_plain_fields (cli, QH_RECORD (planned), error) ||
      !qh_cli_set_references (cli, QH_RECORD (planned), error))
    return FALSE;
  if (planned->position != position) {
    guint wanted = (guint)planned->position;
    qh_record_set_int (QH_RECORD (planned), "position", position);
    qh_plan_move (plan, planned, wanted);
  }
  return qh_store_save_plan (cli->store, plan, _ ("Change segment"), error);
}

/* The reason for another edition is the ledger's, no field of the item. */
static char *
take_reason (QhCli *cli)
{
  for (guint i = 0; i < cli->fields->len; i++) {
    QhCliField *given = cli->fields->pdata[i];
    if (!g_str_equal (given->name, "reason"))
      continue;
    char *reason = g_strdup (given->value);
    g_ptr_array_remove_index (cli->fields, i);
    return reason;
  }
  return NULL;
}

/* The other fields and the edition, as one change. */
static gboolean
save_with_reason (QhStore *store, QhContent *content, gint64 before, const char *reason,
                  GError **error)
{
  gint64 edition = content->edition;

  if (!qh_store_begin (store, _ ("Change the edition"), error))
    return FALSE;
  qh_record_set_int (QH_RECORD (content), "edition", before);
  if (qh_store_save (store, QH_RECORD (content), error) &&
      qh_ledger_set_edition (store, QH_RECORD (content)->id, edition, reason, error))
    return qh_store_commit (store, error);
  qh_store_rollback (store);
  return FALSE;
}

static gboolean
set_content (QhCli *cli, QhContent *content, GError **error)
{
  g_autofree char *reason = take_reason (cli);
  gint64 before = content->edition;

  if (!qh_cli_set_plain_fields (cli, QH_RECORD (content), error) ||
      !qh_cli_set_references (cli, QH_RECORD (content), error))
    return FALSE;
  if (reason == NULL)
    return qh_store_save (cli->store, QH_RECORD (content), error);
  if (content->edition != before)
    return save_with_reason (cli->store, content, before, reason, error);
  g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                       _ ("reason: expected another edition that it is the reason for"));
  return FALSE;
}

static gboolean
run_set (QhCli *cli, GError **error)
{
  QhStore *store = qh_cli_open (cli, 0, error);
  g_autoptr (QhRecord) record =
      store != NULL ? qh_cli_resolve (cli, qh_cli_argument (cli, 0), error) : NULL;

  if (record == NULL)
    return FALSE;
  if (cli->fields->len == 0) {
    g_autofree char *names = qh_entity_field_names (qh_record_get_entity (record));
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("nothing to set: expected --FIELD VALUE, with one of %s"), names);
    return FALSE;
  }
  if (QH_IS_TRANSFER (record)) {
    g_set_error_literal (
        error, QH_ERROR, QH_ERROR_REFUSED,
        _ ("A transfer stays as it was written. What has not been received yet can "
           "be called back."));
    return FALSE;
  }
  if (QH_IS_SEGMENT (record))
    return set_segment (cli, QH_SEGMENT (record), error);
  if (QH_IS_CONTENT (record))
    return set_content (cli, QH_CONTENT (record), error);
  return qh_cli_set_plain_fields (cli, record, error) &&
         qh_cli_set_references (cli, record, error) && qh_store_save (store, record, error);
}

/* --- delete */

static gboolean
delete_segment (QhStore *store, QhSegment *segment, GError **error)
{
  g_autoptr (QhPlan) plan = qh_store_load_plan (store, segment->meeting, error);
  QhSegment *planned = plan != NULL ? qh_plan_find_segment (plan, QH_RECORD (segment)->id) : NULL;

  if (planned == NULL)
    return FALSE;
  qh_plan_remove (plan, planned);
  return qh_store_save_plan (store, plan, _ ("Delete segment"), error);
}

/* Where it is refused because of what belongs to it, there is a way. */
static gboolean
delete_alone (QhStore *store, QhRecord *record, GError **error)
{
  g_autofree char *dependants = qh_store_describe_dependants (store, record);
  g_autoptr (GError) problem = NULL;

  if (qh_store_delete (store, record, &problem))
    return TRUE;
  if (dependants != NULL && g_error_matches (problem, QH_ERROR, QH_ERROR_REFUSED))
    g_set_error (error, QH_ERROR, QH_ERROR_REFUSED, _ ("%s (--all takes them along)"),
                 problem->message);
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

static gboolean
run_delete (QhCli *cli, GError **error)
{
  QhStore *store = qh_cli_open (cli, 0, error);
  g_autoptr (QhRecord) record =
      store != NULL ? qh_cli_resolve (cli, qh_cli_argument (cli, 0), error) : NULL;

  if (record == NULL)
    return FALSE;
  if (QH_IS_SEGMENT (record))
    return delete_segment (store, QH_SEGMENT (record), error);
  if (qh_cli_option (cli, "all") != NULL)
    return qh_store_delete_all (store, record, error);
  return delete_alone (store, record, error);
}

static const QhCliOption list_options[] = {
  { "client", 0, "CLIENT", N_ ("Only what belongs to this client") },
  { "json", 0, NULL, N_ ("Print JSON") },
  { "csv", 0, NULL, N_ ("Print CSV with every field") },
  { NULL },
};

static const QhCliOption show_options[] = {
  { "json", 0, NULL, N_ ("Print JSON") },
  { NULL },
};

static const QhCliOption delete_options[] = {
  { "all", 0, NULL, N_ ("Take along everything that refers to it") },
  { NULL },
};

const QhCliCommand qh_record_commands[] = {
  { "sample", "", 0, 0, FALSE, NULL, N_ ("Fill an empty store with the sample territory"),
    run_sample },
  { "list", "KIND", 1, 1, FALSE, list_options, N_ ("List the records of a kind"), run_list },
  { "show", "ID", 1, 1, FALSE, show_options, N_ ("Show one record with what belongs to it"),
    run_show },
  { "add", "KIND [--FIELD VALUE]…", 1, 1, TRUE, NULL, N_ ("Add a record and print its id"),
    run_add },
  { "set", "ID [--FIELD VALUE]…", 1, 1, TRUE, NULL, N_ ("Change fields of a record"), run_set },
  { "delete", "ID", 1, 1, FALSE, delete_options, N_ ("Delete a record"), run_delete },
  { NULL },
};
