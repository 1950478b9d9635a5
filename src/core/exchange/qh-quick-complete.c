/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Offers for a sign while it is typed. What is offered is tried first: an offer that the reader
 * would not understand is put into quotes. */
#include "exchange/qh-quick-complete.h"
#include "base/qh-text.h"
#include "exchange/qh-quick-name.h"
#include "exchange/qh-quick-token.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_OFFERS 6
#define LAST_CHARACTER "\xf4\x8f\xbf\xbf"
#define SIGNS "@#!>\""

typedef struct {
  QhStore *store;
  const char *line;
  gsize sign; /* where the sign stands */
  char *typed; /* what stands behind it, up to the cursor */
  GPtrArray *offers;
} Completion;

static void
offer_free (QhQuickOffer *offer)
{
  g_free (offer->label);
  g_free (offer->detail);
  g_free (offer->text);
  g_free (offer->client);
  g_free (offer);
}

static void
add_offer (Completion *self, const char *label, const char *detail, char *text, const char *client)
{
  QhQuickOffer *offer = g_new0 (QhQuickOffer, 1);

  offer->label = g_strdup (label);
  offer->detail = g_strdup (detail);
  offer->text = text;
  offer->client = g_strdup (client);
  g_ptr_array_add (self->offers, offer);
}

/* The name in quotes that it does not contain. */
static char *
quote (const char *name)
{
  return strchr (name, '"') == NULL ? g_strdup_printf ("\"%s\"", name)
                                    : g_strdup_printf ("“%s”", name);
}

/* --- Clients */

/* Whether @text, read as a name, is the client with @id and, where @contact is not NULL, he. */
static gboolean
means (QhStore *store, const char *text, const char *id, const char *contact)
{
  QhQuickName name;
  gboolean right;

  qh_quick_name_read (store, text, contact != NULL, &name);
  right = g_strcmp0 (name.client, id) == 0 && g_strcmp0 (name.contact, contact) == 0 &&
          name.length == strlen (text);
  qh_quick_name_clear (&name);
  return right;
}

static gboolean
is_plain (const char *name)
{
  return strpbrk (name, SIGNS) == NULL && strchr (name, '/') == NULL;
}

static void
offer_client (Completion *self, QhClient *client)
{
  const char *id = QH_RECORD (client)->id;
  g_autofree char *quoted = quote (client->name);

  if (is_plain (client->name) && means (self->store, client->name, id, NULL))
    add_offer (self, client->name, client->industry, g_strdup_printf ("@%s", client->name), NULL);
  else if (means (self->store, quoted, id, NULL))
    add_offer (self, client->name, client->industry, g_strdup_printf ("@%s", quoted), NULL);
  else
    add_offer (self, client->name, client->industry, g_strdup (""), id);
}

static void
offer_clients_where (Completion *self, const char *tail, const char *const *values)
{
  g_autoptr (GPtrArray) clients =
      qh_store_select (self->store, &qh_client_entity, tail, values, NULL);

  for (guint i = 0; clients != NULL && i < clients->len; i++)
    if (self->offers->len < MAX_OFFERS)
      offer_client (self, clients->pdata[i]);
}

/* Those whose name begins like that, then those in whose name a word does; without a name those
 * that were touched last. */
static void
offer_clients (Completion *self, const char *folded)
{
  g_autofree char *end = g_strconcat (folded, LAST_CHARACTER, NULL);
  const char *values[] = { folded, end, NULL };

  if (*folded == '\0') {
    offer_clients_where (self, "ORDER BY modified DESC, id LIMIT 6", NULL);
    return;
  }
  offer_clients_where (self, "WHERE name_key >= ?1 AND name_key < ?2 ORDER BY name_key, id LIMIT 6",
                       values);
  values[1] = NULL;
  if (self->offers->len < MAX_OFFERS)
    offer_clients_where (self,
                         "WHERE instr (' ' || name_key, ' ' || ?1) > 1 "
                         "ORDER BY name_key, id LIMIT 6",
                         values);
}

/* --- People */

static void
offer_contact (Completion *self, const char *client_text, const char *client, QhContact *contact)
{
  g_autofree char *plain = g_strdup_printf ("%s/%s", client_text, contact->name);
  g_autofree char *quoted_name = quote (contact->name);
  g_autofree char *quoted = g_strdup_printf ("%s/%s", client_text, quoted_name);
  const char *id = QH_RECORD (contact)->id;

  if (is_plain (contact->name) && means (self->store, plain, client, id))
    add_offer (self, contact->name, contact->title, g_strdup_printf ("@%s", plain), NULL);
  else if (means (self->store, quoted, client, id))
    add_offer (self, contact->name, contact->title, g_strdup_printf ("@%s", quoted), NULL);
}

/* The people of the client whose name @typed begins with, up to @slash. */
static void
offer_contacts (Completion *self, const char *slash)
{
  g_autofree char *client_text = g_strndup (self->typed, slash - self->typed);
  g_autofree char *folded = qh_text_fold (slash + 1);
  g_autoptr (GPtrArray) contacts = NULL;
  QhQuickName name;

  qh_quick_name_read (self->store, client_text, FALSE, &name);
  if (name.client != NULL && name.length == strlen (client_text)) {
    const char *values[] = { name.client, folded, NULL };
    contacts = qh_store_select (self->store, &qh_contact_entity,
                                "WHERE client = ?1 AND (?2 = '' OR "
                                "instr (' ' || name_key, ' ' || ?2) > 0) "
                                "ORDER BY name_key, id LIMIT 6",
                                values, NULL);
  }
  for (guint i = 0; contacts != NULL && i < contacts->len; i++)
    offer_contact (self, client_text, name.client, contacts->pdata[i]);
  qh_quick_name_clear (&name);
}

/* --- Touchpoints */

/* The fields that take a #, by the kind of the line. */
static const struct {
  const QhEntity *entity;
  const char *field;
} tagged[] = {
  { &qh_friction_entity, "touchpoint" },
  { &qh_remark_entity, "theme" },
  { &qh_remark_entity, "sort" },
  { &qh_contact_log_entity, "channel" },
};

static void
offer_values (Completion *self, const QhField *field, const char *folded)
{
  for (guint i = 1; i <= qh_enum_count (field->values); i++) {
    const char *label = qh_enum_label (field->values, (int)i);
    g_autofree char *key = qh_text_fold (label);
    gboolean fits = g_str_has_prefix (key, folded) ||
                    g_str_has_prefix (qh_enum_name (field->values, i), folded);
    if (fits)
      add_offer (self, label, NULL,
                 strchr (key, ' ') != NULL ? g_strdup_printf ("#\"%s\"", label)
                                           : g_strdup_printf ("#%s", key),
                 NULL);
  }
}

/* For words that have no client yet, the themes are still what is meant. */
static const QhEntity *
line_entity (Completion *self)
{
  g_autoptr (QhQuickLine) line = qh_quick_line_new (self->store, self->line);
  const char *begin = self->line + strspn (self->line, " \t");

  if (QH_IS_CONTACT_LOG (line->record) && *begin == 'w')
    return &qh_remark_entity;
  return qh_record_get_entity (line->record);
}

static void
offer_tags (Completion *self, const char *folded)
{
  const QhEntity *entity = line_entity (self);

  for (guint i = 0; i < G_N_ELEMENTS (tagged); i++)
    if (tagged[i].entity == entity)
      offer_values (self, qh_entity_field (entity, tagged[i].field), folded);
}

/* --- What is being typed */

/* The last @ or # before @cursor that begins a word, if nothing that cannot be of its name stands
 * between; FALSE for none. */
static gboolean
find_sign (const char *line, gsize cursor, gsize *sign)
{
  for (gsize at = cursor; at-- > 0;) {
    gboolean begins = at == 0 || g_ascii_isspace (line[at - 1]);
    if (begins && strchr (SIGNS, line[at]) != NULL) {
      *sign = at;
      return line[at] == '@' || (line[at] == '#' && strcspn (line + at, " \t") >= cursor - at);
    }
  }
  return FALSE;
}

/* Whether all that could be offered stands there already. */
static gboolean
is_complete (Completion *self)
{
  const QhQuickOffer *only = self->offers->len == 1 ? self->offers->pdata[0] : NULL;
  g_autofree char *typed = g_strdup_printf ("%c%s", self->line[self->sign], self->typed);
  g_autofree char *folded = qh_text_fold (typed);
  g_autofree char *text = only != NULL ? qh_text_fold (only->text) : NULL;

  return only != NULL && g_str_equal (folded, text);
}

static void
offer (Completion *self)
{
  const char *slash = strchr (self->typed, '/');
  const char *begin = *self->typed == '"' ? self->typed + 1 : self->typed;
  g_autofree char *folded = qh_text_fold (begin);

  if (self->line[self->sign] == '#')
    offer_tags (self, folded);
  else
    offer_clients (self, folded);
  if (self->line[self->sign] == '@' && slash != NULL && self->offers->len == 0)
    offer_contacts (self, slash);
  if (is_complete (self))
    g_ptr_array_set_size (self->offers, 0);
}

GPtrArray *
qh_quick_complete (QhStore *store, const char *line, gsize cursor, gsize *start)
{
  Completion self = { .store = store, .line = line };

  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (cursor <= strlen (line), NULL);

  self.offers = g_ptr_array_new_with_free_func ((GDestroyNotify)offer_free);
  if (!find_sign (line, cursor, &self.sign))
    return self.offers;
  *start = self.sign;
  self.typed = g_strndup (line + self.sign + 1, cursor - self.sign - 1);
  offer (&self);
  g_free (self.typed);
  return self.offers;
}
