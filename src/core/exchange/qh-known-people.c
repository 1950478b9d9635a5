/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-known-people.h"
#include "base/qh-text.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define ID_SIZE 37
/* Texts that are kept for looking up, in one piece of memory. */
#define CHUNK (64 * 1024)
#define NOBODY "00000000-0000-7000-8000-000000000000"

/* Somebody who is here. */
typedef struct {
  char id[ID_SIZE];
  char client[ID_SIZE];
  guint line; /* where the file names him; 0: it did not yet */
} Person;

struct _QhKnownPeople {
  QhStore *store;
  GPtrArray *persons; /* all of them */
  GHashTable *by_id, *by_uid, *by_email; /* the last folded → Person */
  GHashTable *by_name; /* id of the client, line break, folded name → Person */
  GHashTable *clients; /* folded name → id */
  GHashTable *records; /* the clients that the files told of: id → QhClient */
  GHashTable *accounts; /* id in the other program → id of a client */
  GString *key; /* for looking up */
  GStringChunk *texts; /* what the tables of persons are looked up by */
};

/* --- Who is here */

static void
set_id (char *to, const char *from)
{
  g_strlcpy (to, from, ID_SIZE);
}

static const char *
name_key (QhKnownPeople *people, const char *client, const char *name)
{
  g_autofree char *folded = qh_text_fold (name);

  g_string_printf (people->key, "%s\n%s", client, folded);
  return people->key->str;
}

/* Whoever came first keeps the key. */
static void
index_under (QhKnownPeople *people, GHashTable *table, const char *key, gpointer value)
{
  if (!g_hash_table_contains (table, key))
    g_hash_table_insert (table, g_string_chunk_insert (people->texts, key), value);
}

static void
index_person (QhKnownPeople *people, Person *person, QhContact *contact)
{
  g_autofree char *email = contact->email != NULL ? qh_text_fold (contact->email) : NULL;

  if (contact->uid != NULL)
    index_under (people, people->by_uid, contact->uid, person);
  if (email != NULL)
    index_under (people, people->by_email, email, person);
  index_under (people, people->by_name, name_key (people, contact->client, contact->name), person);
}

static Person *
person_new (QhKnownPeople *people, QhContact *contact)
{
  Person *person = g_new0 (Person, 1);

  set_id (person->id, QH_RECORD (contact)->id);
  set_id (person->client, contact->client);
  g_ptr_array_add (people->persons, person);
  g_hash_table_insert (people->by_id, person->id, person);
  index_person (people, person, contact);
  return person;
}

static gboolean
know_contact (QhRecord *record, gpointer data, GError **error)
{
  person_new (data, QH_CONTACT (record));
  return TRUE;
}

static gboolean
know_client (QhRecord *record, gpointer data, GError **error)
{
  QhKnownPeople *people = data;

  g_autofree char *name = qh_text_fold (QH_CLIENT (record)->name);

  index_under (people, people->clients, name, g_string_chunk_insert (people->texts, record->id));
  return TRUE;
}

QhKnownPeople *
qh_known_people_new (QhStore *store, GError **error)
{
  g_autoptr (QhKnownPeople) people = g_new0 (QhKnownPeople, 1);

  people->store = store;
  people->persons = g_ptr_array_new_with_free_func (g_free);
  people->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  people->by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  people->by_email = g_hash_table_new (g_str_hash, g_str_equal);
  people->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  people->clients = g_hash_table_new (g_str_hash, g_str_equal);
  people->records = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  people->accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  people->key = g_string_new (NULL);
  people->texts = g_string_chunk_new (CHUNK);
  if (qh_bulk_each (store, &qh_client_entity, "", NULL, know_client, people, error) &&
      qh_bulk_each (store, &qh_contact_entity, "", NULL, know_contact, people, error))
    return g_steal_pointer (&people);
  return NULL;
}

void
qh_known_people_free (QhKnownPeople *people)
{
  g_hash_table_unref (people->by_id);
  g_hash_table_unref (people->by_uid);
  g_hash_table_unref (people->by_email);
  g_hash_table_unref (people->by_name);
  g_hash_table_unref (people->clients);
  g_hash_table_unref (people->records);
  g_hash_table_unref (people->accounts);
  g_ptr_array_unref (people->persons);
  g_string_free (people->key, TRUE);
  g_string_chunk_free (people->texts);
  g_free (people);
}

gboolean
qh_known_people_expect_many (QhKnownPeople *people, GError **error)
{
  return qh_bulk_start (people->store, error);
}

/* --- Organisations */

typedef enum { SAME, CHANGED, ADDED, LEFT_OUT, FAILED } Outcome;

static void
fill_in (QhRecord *record, const char *name, const char *text)
{
  if (text != NULL && qh_record_is_none (record, qh_entity_field (&qh_client_entity, name)))
    qh_record_set_string (record, name, text);
}

static void
fill_client (QhRecord *record, const QhCard *card)
{
  fill_in (record, "industry", card->industry);
  fill_in (record, "territory", card->territory);
  fill_in (record, "address", card->address);
  fill_in (record, "phone", card->main_phone);
  fill_in (record, "website", card->website);
  if (card->name == NULL && card->notes->len > 0)
    fill_in (record, "notes", card->notes->str);
  if (card->no_phone)
    qh_record_set_int (record, "no_phone", TRUE);
  if (card->no_cold_mail)
    qh_record_set_int (record, "no_cold_mail", TRUE);
}

/* Why a record cannot be taken, in the report; anything but unusable input is the store's. */
static Outcome
leave_out (GError *problem, const char *file, guint line, QhImportReport *report, GError **error)
{
  if (!g_error_matches (problem, QH_ERROR, QH_ERROR_INVALID)) {
    g_propagate_error (error, problem);
    return FAILED;
  }
  qh_import_skip_line (report, file, line, g_strdup (problem->message));
  g_error_free (problem);
  return LEFT_OUT;
}

static Outcome
add_client (QhKnownPeople *people, const QhCard *card, const char *name, char *id, GError **problem)
{
  g_autoptr (QhRecord) record = qh_record_new (&qh_client_entity);
  g_autofree char *key = NULL;

  qh_record_set_string (record, "name", name);
  fill_client (record, card);
  if (!qh_bulk_add (people->store, record, problem))
    return FAILED;
  set_id (id, record->id);
  key = qh_text_fold (name);
  g_hash_table_insert (people->clients, g_string_chunk_insert (people->texts, key),
                       g_string_chunk_insert (people->texts, id));
  g_hash_table_insert (people->records, record->id, g_object_ref (record));
  return ADDED;
}

static gboolean
says_of_organisation (const QhCard *card)
{
  return card->name == NULL || card->industry != NULL || card->territory != NULL ||
         card->address != NULL || card->main_phone != NULL || card->website != NULL ||
         card->no_phone || card->no_cold_mail;
}

static gboolean
adds_to_client (const QhCard *card, QhClient *client)
{
  return (card->industry != NULL && client->industry == NULL) ||
         (card->territory != NULL && client->territory == NULL) ||
         (card->address != NULL && client->address == NULL) ||
         (card->main_phone != NULL && client->phone == NULL) ||
         (card->website != NULL && client->website == NULL) ||
         (card->name == NULL && card->notes->len > 0 && client->notes == NULL) ||
         (card->no_phone && !client->no_phone) || (card->no_cold_mail && !client->no_cold_mail);
}

/* Kept, because the next row is often of the same. (transfer none) */
static QhRecord *
get_client (QhKnownPeople *people, const char *id, GError **problem)
{
  QhRecord *record = g_hash_table_lookup (people->records, id);

  if (record != NULL)
    return record;
  record = qh_store_get (people->store, &qh_client_entity, id, problem);
  if (record != NULL)
    g_hash_table_insert (people->records, record->id, record);
  return record;
}

static Outcome
change_client (QhKnownPeople *people, const QhCard *card, const char *id, GError **problem)
{
  QhRecord *record = says_of_organisation (card) ? get_client (people, id, problem) : NULL;
  g_autoptr (QhRecord) changed = NULL;

  if (record == NULL)
    return says_of_organisation (card) ? FAILED : SAME;
  if (!adds_to_client (card, QH_CLIENT (record)))
    return SAME;
  changed = qh_record_duplicate (record);
  fill_client (changed, card);
  if (!qh_bulk_put (people->store, changed, problem))
    return FAILED;
  qh_record_assign (record, changed);
  return CHANGED;
}

/* The client called @name, made where there is none. */
static Outcome
take_client (QhKnownPeople *people, const QhCard *card, const char *name, char *id,
             GError **problem)
{
  g_autofree char *key = qh_text_fold (name);
  const char *known = g_hash_table_lookup (people->clients, key);

  if (known == NULL)
    return add_client (people, card, name, id, problem);
  set_id (id, known);
  return change_client (people, card, known, problem);
}

/* --- People */

static const char *
find_account (QhKnownPeople *people, const QhCard *card)
{
  return card->account != NULL ? g_hash_table_lookup (people->accounts, card->account) : NULL;
}

/* What was handed out from here bears the contact's own id. */
static Person *
find_uid (QhKnownPeople *people, const char *uid)
{
  Person *person = uid != NULL ? g_hash_table_lookup (people->by_uid, uid) : NULL;

  if (person == NULL && uid != NULL && g_str_has_prefix (uid, QH_CARD_OWN_UID))
    person = g_hash_table_lookup (people->by_id, uid + strlen (QH_CARD_OWN_UID));
  return person;
}

static Person *
find_person (QhKnownPeople *people, const QhCard *card)
{
  Person *person = find_uid (people, card->uid);
  g_autofree char *email = NULL;
  g_autofree char *organisation = NULL;
  const char *client;

  if (person != NULL)
    return person;
  if (card->email != NULL) {
    email = qh_text_fold (card->email);
    person = g_hash_table_lookup (people->by_email, email);
  }
  if (person != NULL || card->name == NULL)
    return person;
  client = find_account (people, card);
  organisation = qh_text_fold (card->organisation != NULL ? card->organisation : card->name);
  if (client == NULL)
    client = g_hash_table_lookup (people->clients, organisation);
  return client != NULL
             ? g_hash_table_lookup (people->by_name, name_key (people, client, card->name))
             : NULL;
}

static gboolean
put (QhRecord *record, const char *field, const char *text)
{
  return text != NULL && qh_record_set_string (record, field, text);
}

/* The lines of @notes that are not there yet. */
static gboolean
add_notes (QhRecord *record, const char *notes)
{
  g_auto (GStrv) lines = g_strsplit (notes, "\n", -1);
  QhContact *contact = QH_CONTACT (record);
  g_autoptr (GString) text = g_string_new (contact->notes);
  gboolean added = FALSE;

  for (guint i = 0; lines[i] != NULL; i++) {
    if (*lines[i] == '\0' || strstr (text->str, lines[i]) != NULL)
      continue;
    if (text->len > 0)
      g_string_append_c (text, '\n');
    g_string_append (text, lines[i]);
    added = TRUE;
  }
  return added && qh_record_set_string (record, "notes", text->str);
}

static gboolean
is_own_uid (QhRecord *record, const char *uid)
{
  return record->id != NULL && uid != NULL && g_str_has_prefix (uid, QH_CARD_OWN_UID) &&
         g_str_equal (uid + strlen (QH_CARD_OWN_UID), record->id);
}

static gboolean
fill_contact (QhRecord *record, const QhCard *card)
{
  gboolean changed = put (record, "title", card->title);

  changed |= put (record, "email", card->email);
  changed |= put (record, "phone", card->phone);
  if (card->role != 0)
    changed |= qh_record_set_int (record, "role", card->role);
  if (QH_CONTACT (record)->uid == NULL && !is_own_uid (record, card->uid))
    changed |= put (record, "uid", card->uid);
  if (card->notes->len > 0)
    changed |= add_notes (record, card->notes->str);
  return changed;
}

/* @record has what the card says, and lacks its client. */
static Outcome
add_person (QhKnownPeople *people, QhRecord *record, const char *client, guint line,
            QhImportReport *report, GError **problem)
{
  qh_record_set_string (record, "client", client);
  if (!qh_bulk_add (people->store, record, problem))
    return FAILED;
  person_new (people, QH_CONTACT (record))->line = line;
  g_ptr_array_add (report->ids, g_strdup (record->id));
  return ADDED;
}

static Outcome
change_person (QhKnownPeople *people, Person *person, const QhCard *card, QhImportReport *report,
               GError **problem)
{
  g_autoptr (QhRecord) record =
      qh_store_get (people->store, &qh_contact_entity, person->id, problem);

  if (record == NULL)
    return FAILED;
  if (!fill_contact (record, card))
    return SAME;
  if (!qh_bulk_put (people->store, record, problem)) {
    qh_store_revert (people->store, record);
    return FAILED;
  }
  index_person (people, person, QH_CONTACT (record));
  g_ptr_array_add (report->ids, g_strdup (person->id));
  return CHANGED;
}

/* Of his organisation, only where it is the one that he is known to work for. */
static Outcome
take_known (QhKnownPeople *people, Person *person, const QhCard *card, QhImportReport *report,
            GError **problem)
{
  g_autofree char *key =
      qh_text_fold (card->organisation != NULL ? card->organisation : card->name);
  const char *client = g_hash_table_lookup (people->clients, key);
  Outcome of_client = SAME, of_person;

  if (g_strcmp0 (client, person->client) == 0)
    of_client = change_client (people, card, person->client, problem);
  if (of_client == FAILED)
    return FAILED;
  of_person = change_person (people, person, card, report, problem);
  return of_person == SAME ? of_client : of_person;
}

/* Whether the card makes a contact, whoever its client: a row is taken whole or not at all. */
static gboolean
check_contact (QhRecord *record, GError **problem)
{
  qh_record_set_string (record, "client", NOBODY);
  return qh_record_check (record, problem);
}

static Outcome
take_new (QhKnownPeople *people, const QhCard *card, guint line, QhImportReport *report,
          GError **problem)
{
  g_autoptr (QhRecord) record = qh_record_new (&qh_contact_entity);
  const char *account = card->organisation == NULL ? find_account (people, card) : NULL;
  const char *name = card->organisation != NULL ? card->organisation : card->name;
  char client[ID_SIZE];

  qh_record_set_string (record, "name", card->name);
  fill_contact (record, card);
  if (!check_contact (record, problem))
    return FAILED;
  if (account != NULL)
    set_id (client, account);
  else if (take_client (people, card, name, client, problem) == FAILED)
    return FAILED;
  return add_person (people, record, client, line, report, problem);
}

/* --- A card */

/* A record of an organisation, and the name by which others call it. */
static Outcome
take_organisation (QhKnownPeople *people, const QhCard *card, QhImportReport *report,
                   GError **problem)
{
  char id[ID_SIZE];
  Outcome outcome = take_client (people, card, card->organisation, id, problem);

  if (outcome == FAILED)
    return FAILED;
  if (card->own_id != NULL)
    g_hash_table_insert (people->accounts, g_strdup (card->own_id), g_strdup (id));
  if (outcome != SAME)
    g_ptr_array_add (report->ids, g_strdup (id));
  return outcome;
}

static Outcome
take_person (QhKnownPeople *people, const QhCard *card, const char *file, guint line,
             QhImportReport *report, GError **problem)
{
  Person *person = find_person (people, card);

  if (person == NULL)
    return take_new (people, card, line, report, problem);
  if (person->line != 0) {
    qh_import_skip_line (
        report, file, line,
        g_strdup_printf (_ ("the same mail address, or name and organisation, as line %u"),
                         person->line));
    return LEFT_OUT;
  }
  person->line = line;
  return take_known (people, person, card, report, problem);
}

static char *
why_not (QhKnownPeople *people, const QhCard *card)
{
  if (card->name == NULL && card->organisation == NULL)
    return g_strdup (_ ("neither a name nor an organisation nor a mail address"));
  if (card->account != NULL && card->organisation == NULL && card->name != NULL &&
      find_account (people, card) == NULL && find_person (people, card) == NULL)
    return g_strdup_printf (_ ("the organisation “%s” is in another file: import that one first, "
                               "in the same go"),
                            card->account);
  return NULL;
}

static void
count (QhImportReport *report, Outcome outcome)
{
  report->added += outcome == ADDED;
  report->changed += outcome == CHANGED;
  report->same += outcome == SAME;
}

gboolean
qh_known_people_take (QhKnownPeople *people, QhCard *card, const char *file, guint line,
                      QhImportReport *report, GError **error)
{
  g_autoptr (GError) problem = NULL;
  char *reason;
  Outcome outcome;

  if (card->name == NULL)
    qh_card_fill (&card->name, card->email);
  reason = why_not (people, card);
  if (reason != NULL) {
    qh_import_skip_line (report, file, line, reason);
    return TRUE;
  }
  outcome = card->name == NULL ? take_organisation (people, card, report, &problem)
                               : take_person (people, card, file, line, report, &problem);
  if (outcome == FAILED)
    outcome = leave_out (g_steal_pointer (&problem), file, line, report, error);
  count (report, outcome);
  return outcome != FAILED;
}
