/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-vcard.h"
#include <string.h>

#define PRODUCT "-//Quarterhour//Quarterhour//EN"
#define LINE_BYTES 75
#define STEP 64

/* --- Lines */

/* A line of at most 75 bytes and its continuations; no character is cut. */
static void
append_folded (GString *text, const char *line)
{
  gsize room = LINE_BYTES;

  while (strlen (line) > room) {
    gsize cut = room;
    while (cut > 0 && ((guchar)line[cut] & 0xc0) == 0x80)
      cut--;
    g_string_append_len (text, line, (gssize)cut);
    g_string_append (text, "\r\n ");
    line += cut;
    room = LINE_BYTES - 1;
  }
  g_string_append (text, line);
  g_string_append (text, "\r\n");
}

/* Control characters have no place in a card. */
static void
append_escaped (GString *line, const char *value)
{
  for (const char *c = value != NULL ? value : ""; *c != '\0'; c++) {
    if (*c == '\n')
      g_string_append (line, "\\n");
    else if (strchr (",;\\", *c) != NULL)
      g_string_append_printf (line, "\\%c", *c);
    else if ((guchar)*c >= 0x20 && *c != 0x7f)
      g_string_append_c (line, *c);
  }
}

static void
append_property (GString *text, const char *name, const char *value)
{
  g_autoptr (GString) line = g_string_new (name);

  if (value == NULL)
    return;
  g_string_append_c (line, ':');
  append_escaped (line, value);
  append_folded (text, line->str);
}

/* --- A card */

/* A name is one text here: its last word counts as the family's. */
static void
append_name (GString *text, const char *name)
{
  const char *last = strrchr (name, ' ');
  g_autofree char *given = last != NULL ? g_strndup (name, (gsize)(last - name)) : NULL;
  g_autoptr (GString) line = g_string_new ("N:");

  append_escaped (line, last != NULL ? last + 1 : name);
  g_string_append_c (line, ';');
  append_escaped (line, given);
  g_string_append (line, ";;;");
  append_folded (text, line->str);
}

/* The address is one text too, and stands where the street does. */
static void
append_address (GString *text, const char *address)
{
  g_autoptr (GString) line = g_string_new ("ADR;TYPE=work:;;");

  if (address == NULL)
    return;
  append_escaped (line, address);
  g_string_append (line, ";;;;");
  append_folded (text, line->str);
}

static void
append_uid (GString *text, QhContact *contact)
{
  g_autofree char *own = g_strconcat (QH_CARD_OWN_UID, QH_RECORD (contact)->id, NULL);

  append_property (text, "UID", contact->uid != NULL ? contact->uid : own);
}

static void
append_revision (GString *text, gint64 modified)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (modified / G_USEC_PER_SEC);
  g_autofree char *stamp = time != NULL ? g_date_time_format (time, "%Y%m%dT%H%M%SZ") : NULL;

  append_property (text, "REV", stamp);
}

void
qh_vcard_append (GString *text, QhContact *contact, QhClient *client, QhVcardVersion version)
{
  g_string_append (text, "BEGIN:VCARD\r\n");
  g_string_append_printf (text, "VERSION:%d.0\r\n", version);
  append_property (text, "PRODID", PRODUCT);
  append_uid (text, contact);
  append_property (text, "FN", contact->name);
  append_name (text, contact->name);
  append_property (text, "ORG", client->name);
  append_property (text, "TITLE", contact->title);
  append_property (text, version == QH_VCARD_3 ? "EMAIL;TYPE=INTERNET" : "EMAIL", contact->email);
  append_property (text, version == QH_VCARD_3 ? "TEL;TYPE=work" : "TEL;TYPE=work;VALUE=text",
                   contact->phone);
  append_address (text, client->address);
  append_property (text, "URL", client->website);
  append_property (text, "X-QUARTERHOUR-ROLE",
                   qh_enum_name (qh_contact_role_values, contact->role));
  append_revision (text, QH_RECORD (contact)->modified);
  g_string_append (text, "END:VCARD\r\n");
}

/* --- All of them */

typedef struct {
  QhStore *store;
  GString *text;
  QhVcardVersion version;
  const QhWatch *watch;
  guint done, whole;
  QhRecord *client; /* of the contact before */
} Writing;

static gboolean
write_contact (QhRecord *record, gpointer data, GError **error)
{
  Writing *writing = data;
  QhContact *contact = QH_CONTACT (record);

  if (writing->done++ % STEP == 0 &&
      !qh_watch_go_on (writing->watch, writing->done, writing->whole, error))
    return FALSE;
  if (writing->client == NULL || !g_str_equal (writing->client->id, contact->client)) {
    g_clear_object (&writing->client);
    writing->client = qh_bulk_get (writing->store, &qh_client_entity, contact->client, error);
  }
  if (writing->client == NULL)
    return FALSE;
  qh_vcard_append (writing->text, contact, QH_CLIENT (writing->client), writing->version);
  return TRUE;
}

GBytes *
qh_vcard_write (QhStore *store, const char *client, QhVcardVersion version, const QhWatch *watch,
                GError **error)
{
  Writing writing = { store, g_string_new (NULL), version, watch };
  const char *tail =
      client != NULL ? "WHERE client = ?1 ORDER BY name_key, id" : "ORDER BY client, name_key, id";

  const char *const values[] = { client, NULL };
  gboolean ok;

  writing.whole = (guint)qh_store_count (
      store, "SELECT count (*) FROM contact WHERE client = coalesce (?1, client)", values);
  ok = qh_bulk_each (store, &qh_contact_entity, tail, values, write_contact, &writing, error);
  g_clear_object (&writing.client);
  if (ok)
    return g_string_free_to_bytes (writing.text);
  g_string_free (writing.text, TRUE);
  return NULL;
}
