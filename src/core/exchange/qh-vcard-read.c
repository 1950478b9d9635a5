/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small reader of our own. EVCard of libebook-contacts reads well, but brings
 * evolution-data-server with libcamel and nss along, thirty packages for a dozen properties;
 * libical's vCards are of its version 4, and the floor has 3. What is forgiven here is what phones
 * and old programs write: bare parameters, soft line breaks, raw bytes of another charset. */
#include "base/qh-error.h"
#include "base/qh-text.h"
#include "exchange/qh-decode.h"
#include "exchange/qh-vcard.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define STEP 64

/* The lines of a file, unfolded as they are asked for. */
typedef struct {
  const char *next, *end;
  guint line; /* of @next */
  gboolean keeps_blank; /* 2.1: the blank of a continuation belongs to the text */
} Lines;

/* A property: its parts point into the line. */
typedef struct {
  char *name; /* in capitals, without its group */
  GPtrArray *parameters; /* "TYPE=HOME", "HOME", in capitals */
  char *value; /* UTF-8, escapes still in it */
} Property;

/* A card while it is read. */
typedef struct {
  QhCard *card;
  guint line;
  guint depth; /* of cards inside cards, which are skipped */
  char *full, *structured; /* FN, and the name put together from N */
  gboolean is_company, is_group;
  GPtrArray *emails; /* the preferred one first */
} Reading;

/* --- Lines */

/* One line of the file as it stands, without its end. */
static char *
take_raw (Lines *lines)
{
  const char *start = lines->next;
  const char *stop = start;

  while (stop < lines->end && *stop != '\r' && *stop != '\n')
    stop++;
  lines->next = stop;
  if (lines->next < lines->end && *lines->next == '\r')
    lines->next++;
  if (lines->next < lines->end && *lines->next == '\n')
    lines->next++;
  lines->line++;
  return g_strndup (start, (gsize)(stop - start));
}

static gboolean
continues (const Lines *lines)
{
  return lines->next < lines->end && (*lines->next == ' ' || *lines->next == '\t');
}

static gboolean
is_quoted_printable (const char *line)
{
  const char *colon = strchr (line, ':');
  g_autofree char *head = colon != NULL ? g_ascii_strup (line, colon - line) : NULL;

  return head != NULL && strstr (head, "QUOTED-PRINTABLE") != NULL;
}

/* A line with its continuations; NULL at the end. */
static char *
take_line (Lines *lines)
{
  g_autoptr (GString) line = NULL;
  gboolean soft;

  if (lines->next >= lines->end)
    return NULL;
  g_autofree char *first = take_raw (lines);
  line = g_string_new (first);
  soft = is_quoted_printable (first);
  while ((soft && g_str_has_suffix (line->str, "=") && lines->next < lines->end) ||
         continues (lines)) {
    g_autofree char *more = take_raw (lines);
    gboolean is_soft = soft && g_str_has_suffix (line->str, "=");
    if (is_soft)
      g_string_truncate (line, line->len - 1);
    g_string_append (line, more + (is_soft || lines->keeps_blank ? 0 : 1));
  }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* --- Properties */

static void
property_free (Property *property)
{
  g_free (property->name);
  g_ptr_array_unref (property->parameters);
  g_free (property->value);
  g_free (property);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Property, property_free)

static gboolean
has_parameter (const Property *property, const char *word)
{
  for (guint i = 0; i < property->parameters->len; i++) {
    const char *text = property->parameters->pdata[i];
    const char *value = strchr (text, '=');
    g_auto (GStrv) words = g_strsplit_set (value != NULL ? value + 1 : text, ",\"", -1);
    if (g_strv_contains ((const char *const *)words, word))
      return TRUE;
  }
  return FALSE;
}

static const char *
get_parameter (const Property *property, const char *name)
{
  gsize length = strlen (name);

  for (guint i = 0; i < property->parameters->len; i++) {
    const char *text = property->parameters->pdata[i];
    if (strncmp (text, name, length) == 0 && text[length] == '=')
      return text + length + 1;
  }
  return NULL;
}

static void
decode_quoted (char *text)
{
  char *to = text;

  for (const char *c = text; *c != '\0'; c++) {
    int high = *c == '=' ? g_ascii_xdigit_value (c[1]) : -1;
    int low = high >= 0 ? g_ascii_xdigit_value (c[2]) : -1;
    if (low < 0) {
      *to++ = *c;
      continue;
    }
    /* A NUL has no place in a text. */
    if (high * 16 + low != 0)
      *to++ = (char)(high * 16 + low);
    c += 2;
  }
  *to = '\0';
}

/* The value's bytes as text, whatever the card says of them. */
static void
decode_value (Property *property)
{
  const char *charset = get_parameter (property, "CHARSET");
  char *text = NULL;
  gsize length;

  if (has_parameter (property, "QUOTED-PRINTABLE") || has_parameter (property, "Q"))
    decode_quoted (property->value);
  if (charset != NULL && g_ascii_strcasecmp (charset, "UTF-8") != 0)
    text = g_convert (property->value, -1, "UTF-8", charset, NULL, NULL, NULL);
  if (text == NULL && !g_utf8_validate (property->value, -1, NULL))
    text = qh_decode_windows (property->value, strlen (property->value), &length);
  if (text == NULL)
    return;
  g_free (property->value);
  property->value = text;
}

/* "item1.TEL;TYPE=\"a:b\":+44": the colon that ends the head stands outside quotation marks. */
static const char *
find_colon (const char *line)
{
  gboolean quoted = FALSE;

  for (; *line != '\0'; line++) {
    if (*line == '"')
      quoted = !quoted;
    else if (*line == ':' && !quoted)
      return line;
  }
  return NULL;
}

static Property *
property_new (const char *line)
{
  const char *colon = find_colon (line);
  g_auto (GStrv) parts = NULL;
  g_autofree char *head = NULL;
  Property *property;
  const char *dot;

  if (colon == NULL)
    return NULL;
  head = g_ascii_strup (line, colon - line);
  parts = g_strsplit (head, ";", -1);
  dot = strchr (parts[0] != NULL ? parts[0] : "", '.');
  property = g_new0 (Property, 1);
  property->name = g_strstrip (g_strdup (dot != NULL ? dot + 1 : parts[0] ? parts[0] : ""));
  property->parameters = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    g_ptr_array_add (property->parameters, g_strstrip (g_strdup (parts[i])));
  property->value = g_strdup (colon + 1);
  decode_value (property);
  return property;
}

/* The parts of a value between semicolons that are not escaped, escapes taken out; at least @n. */
static GPtrArray *
split_value (const char *value, guint n)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);
  GString *part = g_string_new (NULL);

  for (const char *c = value; *c != '\0'; c++) {
    if (*c == ';') {
      g_ptr_array_add (parts, g_string_free (part, FALSE));
      part = g_string_new (NULL);
    } else if (*c == '\\' && c[1] != '\0') {
      c++;
      g_string_append_c (part, *c == 'n' || *c == 'N' ? '\n' : *c);
    } else {
      g_string_append_c (part, *c);
    }
  }
  g_ptr_array_add (parts, g_string_free (part, FALSE));
  while (parts->len < n)
    g_ptr_array_add (parts, g_strdup (""));
  return parts;
}

/* A value that is one text; a semicolon in it means nothing. */
static char *
read_text (const char *value)
{
  g_autoptr (GPtrArray) parts = split_value (value, 1);

  g_ptr_array_add (parts, NULL);
  return g_strjoinv (";", (GStrv)parts->pdata);
}

/* --- What they say */

static void
read_name (Reading *reading, const char *value)
{
  /* Family, given, further ones, before, after: as they are spoken. */
  static const guint order[] = { 3, 1, 2, 0, 4 };
  g_autoptr (GPtrArray) parts = split_value (value, 5);
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    g_autofree char *part = qh_text_trim (parts->pdata[order[i]]);
    if (part != NULL)
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", part);
  }
  if (name->len > 0 && reading->structured == NULL)
    reading->structured = g_string_free (g_steal_pointer (&name), FALSE);
}

static void
read_organisation (Reading *reading, const char *value)
{
  g_autoptr (GPtrArray) parts = split_value (value, 1);

  qh_card_fill (&reading->card->organisation, parts->pdata[0]);
  for (guint i = 1; i < parts->len; i++)
    qh_card_note (reading->card, _ ("Department"), parts->pdata[i]);
}

static void
read_address (Reading *reading, const char *value)
{
  g_autoptr (GPtrArray) parts = split_value (value, 7);
  const char *const *part = (const char *const *)parts->pdata;
  g_autofree char *text = g_strdup_printf ("%s\n%s\n%s\n%s %s\n%s %s", part[0], part[1], part[2],
                                           part[5], part[3], part[4], part[6]);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GString) address = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *line = qh_text_trim (lines[i]);
    if (line != NULL)
      g_string_append_printf (address, "%s%s", address->len > 0 ? "\n" : "", line);
  }
  if (!qh_card_fill (&reading->card->address, address->str))
    qh_card_note (reading->card, _ ("Address"), address->str);
}

static void
read_phone (Reading *reading, const Property *property, const char *text)
{
  const char *number = g_ascii_strncasecmp (text, "tel:", 4) == 0 ? text + 4 : text;

  if (has_parameter (property, "FAX"))
    qh_card_note (reading->card, _ ("Fax"), number);
  else
    qh_card_add_phone (reading->card, _ ("Phone"), number);
}

static void
read_email (Reading *reading, const Property *property, const char *text)
{
  const char *address = g_ascii_strncasecmp (text, "mailto:", 7) == 0 ? text + 7 : text;
  gboolean is_preferred = has_parameter (property, "PREF") || get_parameter (property, "PREF");

  g_ptr_array_insert (reading->emails, is_preferred ? 0 : -1, g_strdup (address));
}

static void
read_role (Reading *reading, const char *text)
{
  const QhField *field = qh_entity_field (&qh_contact_entity, "role");

  reading->card->role = qh_field_enum_value (field, text);
}

static void
read_kind (Reading *reading, const char *text)
{
  reading->is_company = g_ascii_strcasecmp (text, "org") == 0;
  reading->is_group = g_ascii_strcasecmp (text, "group") == 0;
}

static void
read_simple (Reading *reading, const Property *property, const char *text)
{
  QhCard *card = reading->card;

  if (g_str_equal (property->name, "FN"))
    qh_card_fill (&reading->full, text);
  else if (g_str_equal (property->name, "TITLE") || g_str_equal (property->name, "ROLE")) {
    if (!qh_card_fill (&card->title, text))
      qh_card_note (card, NULL, text);
  } else if (g_str_equal (property->name, "EMAIL"))
    read_email (reading, property, text);
  else if (g_str_equal (property->name, "TEL"))
    read_phone (reading, property, text);
  else if (g_str_equal (property->name, "URL"))
    qh_card_fill (&card->website, text);
  else if (g_str_equal (property->name, "NOTE"))
    qh_card_note (card, NULL, text);
  else if (g_str_equal (property->name, "UID"))
    qh_card_fill (&card->uid, text);
  else if (g_str_equal (property->name, "KIND") ||
           g_str_equal (property->name, "X-ADDRESSBOOKSERVER-KIND"))
    read_kind (reading, text);
  else if (g_str_equal (property->name, "X-ABSHOWAS"))
    reading->is_company = g_ascii_strcasecmp (text, "COMPANY") == 0;
  else if (g_str_equal (property->name, "X-QUARTERHOUR-ROLE"))
    read_role (reading, text);
}

static void
read_property (Reading *reading, const Property *property)
{
  g_autofree char *text = NULL;

  if (g_str_equal (property->name, "N"))
    read_name (reading, property->value);
  else if (g_str_equal (property->name, "ORG"))
    read_organisation (reading, property->value);
  else if (g_str_equal (property->name, "ADR"))
    read_address (reading, property->value);
  else {
    text = read_text (property->value);
    read_simple (reading, property, text);
  }
}

/* --- Cards */

static void
reading_start (Reading *reading, guint line)
{
  reading->card = qh_card_new ();
  reading->emails = g_ptr_array_new_with_free_func (g_free);
  reading->line = line;
  reading->depth = 1;
}

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->card, qh_card_free);
  g_clear_pointer (&reading->full, g_free);
  g_clear_pointer (&reading->structured, g_free);
  g_clear_pointer (&reading->emails, g_ptr_array_unref);
  memset (reading, 0, sizeof *reading);
}

static void
settle (Reading *reading)
{
  QhCard *card = reading->card;

  for (guint i = 0; i < reading->emails->len; i++)
    qh_card_add_email (card, _ ("Mail"), reading->emails->pdata[i]);
  if (reading->is_company) {
    qh_card_fill (&card->organisation, reading->full);
    if (card->main_phone == NULL)
      card->main_phone = g_steal_pointer (&card->phone);
    return;
  }
  qh_card_fill (&card->name, reading->full != NULL ? reading->full : reading->structured);
}

static gboolean
end_card (Reading *reading, QhVcardFunc func, gpointer data, GError **error)
{
  gboolean ok;

  if (reading->is_group) {
    ok = func (NULL, reading->line, _ ("a list of cards, and no person"), data, error);
  } else {
    settle (reading);
    ok = func (reading->card, reading->line, NULL, data, error);
  }
  reading_clear (reading);
  return ok;
}

static gboolean
is_card (const Property *property, const char *word)
{
  return g_str_equal (property->name, word) &&
         g_ascii_strncasecmp (property->value, "VCARD", 5) == 0;
}

/* One property of the file, wherever it stands. */
static gboolean
take_property (Reading *reading, Lines *lines, const Property *property, guint line,
               QhVcardFunc func, gpointer data, GError **error)
{
  if (is_card (property, "BEGIN")) {
    if (reading->depth++ == 0)
      reading_start (reading, line);
    return TRUE;
  }
  if (reading->depth == 0)
    return TRUE;
  if (is_card (property, "END"))
    return --reading->depth > 0 || end_card (reading, func, data, error);
  if (reading->depth > 1)
    return TRUE;
  if (g_str_equal (property->name, "VERSION"))
    lines->keeps_blank = g_str_has_prefix (property->value, "2");
  read_property (reading, property);
  return TRUE;
}

static gboolean
check_file (const char *text, gsize length, GError **error)
{
  g_autofree char *head = g_ascii_strup (text, (gssize)MIN (length, 65536));

  if (memchr (text, '\0', length) == NULL && strstr (head, "BEGIN:VCARD") != NULL)
    return TRUE;
  g_set_error_literal (error, QH_ERROR, QH_ERROR_INVALID,
                       _ ("it holds no vCard: expected “BEGIN:VCARD”"));
  return FALSE;
}

static gboolean
read_all (Lines *lines, QhVcardFunc func, gpointer data, GError **error)
{
  Reading reading = { 0 };
  gboolean ok = TRUE;

  while (ok) {
    guint at = lines->line;
    g_autofree char *line = take_line (lines);
    g_autoptr (Property) property = line != NULL ? property_new (line) : NULL;
    if (line == NULL)
      break;
    if (property != NULL)
      ok = take_property (&reading, lines, property, at, func, data, error);
  }
  if (ok && reading.depth > 0)
    ok = func (NULL, reading.line, _ ("a card that is cut off: its end is missing"), data, error);
  reading_clear (&reading);
  return ok;
}

/* UTF-16 is made UTF-8; all else stays bytes, of which each value may say what they are. */
static char *
read_bytes (GBytes *bytes, gsize *length, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text =
      qh_decode_text (data != NULL ? data : "", size, length, &(const char *){ NULL }, error);
  gboolean is_wide = size >= 2 && (memchr (data, '\0', MIN (size, 64)) != NULL ||
                                   ((guchar)data[0] ^ (guchar)data[1]) == 1);

  if (text == NULL || is_wide)
    return g_steal_pointer (&text);
  *length = size;
  return g_strndup (data != NULL ? data : "", size);
}

gboolean
qh_vcard_each (GBytes *bytes, QhVcardFunc func, gpointer data, GError **error)
{
  gsize length;
  g_autofree char *text = read_bytes (bytes, &length, error);
  Lines lines;

  if (text == NULL || !check_file (text, length, error))
    return FALSE;
  lines = (Lines){ text, text + length, 1, FALSE };
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    lines.next += 3;
  return read_all (&lines, func, data, error);
}

/* --- Taking them in */

typedef struct {
  QhKnownPeople *people;
  const char *name;
  QhImportReport *report;
  const QhWatch *watch;
  guint n;
} Taking;

static gboolean
take_card (QhCard *card, guint line, const char *reason, gpointer data, GError **error)
{
  Taking *taking = data;

  if (taking->n++ % STEP == 0 && !qh_watch_go_on (taking->watch, taking->n, 0, error))
    return FALSE;
  if (card != NULL)
    return qh_known_people_take (taking->people, card, taking->name, line, taking->report, error);
  qh_import_skip_line (taking->report, taking->name, line, g_strdup (reason));
  return TRUE;
}

gboolean
qh_vcard_take (QhKnownPeople *people, GBytes *bytes, const char *name, QhImportReport *report,
               const QhWatch *watch, GError **error)
{
  Taking taking = { people, name, report, watch };

  return qh_vcard_each (bytes, take_card, &taking, error);
}
