/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The quick line. The signs are found one after the other and offered to the record: what it has a
 * field for, and what the field accepts, is taken out of the text; everything else stays in it. */
#include "exchange/qh-quick-line.h"
#include "base/qh-text.h"
#include "base/qh-time.h"
#include "exchange/qh-quick-name.h"
#include "exchange/qh-quick-token.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#define MONTHS 12

/* Names that are looked up in vain before the rest of a line is taken for text. */
#define MAX_UNKNOWN 8

/* Characters of what was typed in a hint. */
#define HINT_CHARS 40

/* The kinds of line. */
typedef struct {
  char letter;
  const QhEntity *entity;
  const char *text; /* the field that takes what is no token */
  const char *day; /* the field that says when, or NULL */
} Kind;

static const Kind kinds[] = {
  { 'f', &qh_friction_entity, "title", "reported" },
  { 'w', &qh_remark_entity, "words", "said" },
  { 'p', &qh_promise_entity, "what", "made" },
  { 'c', &qh_contact_log_entity, "wanted", "at" },
  { 'h', &qh_housekeeping_entity, "task", NULL },
};

/* Which field takes a sign; the first that accepts the value has it. */
static const struct {
  QhQuickKind kind;
  const QhEntity *entity;
  const char *field;
} places[] = {
  { QH_QUICK_TOUCHPOINT, &qh_friction_entity, "touchpoint" },
  { QH_QUICK_SEVERITY, &qh_friction_entity, "severity" },
  { QH_QUICK_MINUTES, &qh_friction_entity, "minutes" },
  { QH_QUICK_TIMES, &qh_friction_entity, "times_per_year" },
  { QH_QUICK_WORDS, &qh_friction_entity, "words" },
  { QH_QUICK_OWNER, &qh_friction_entity, "owner" },
  { QH_QUICK_DUE, &qh_friction_entity, "due" },
  { QH_QUICK_TOUCHPOINT, &qh_remark_entity, "theme" },
  { QH_QUICK_TOUCHPOINT, &qh_remark_entity, "sort" },
  { QH_QUICK_WORDS, &qh_remark_entity, "words" },
  { QH_QUICK_OWNER, &qh_promise_entity, "person" },
  { QH_QUICK_DUE, &qh_promise_entity, "due" },
  { QH_QUICK_TOUCHPOINT, &qh_contact_log_entity, "channel" },
  { QH_QUICK_MINUTES, &qh_contact_log_entity, "minutes" },
  { QH_QUICK_WORDS, &qh_contact_log_entity, "words" },
  { QH_QUICK_OWNER, &qh_contact_log_entity, "upgraded_to" },
  { QH_QUICK_RINGS, &qh_contact_log_entity, "rings" },
  { QH_QUICK_SOLVED, &qh_contact_log_entity, "solved" },
  { QH_QUICK_MINUTES, &qh_housekeeping_entity, "minutes" },
  { QH_QUICK_OWNER, &qh_housekeeping_entity, "moved_to" },
};

typedef struct {
  QhStore *store;
  const char *line;
  const Kind *kind;
  char *today;
  QhQuickLine *result;
  guint given; /* bits of QhQuickKind */
  guint filled; /* bits of places */
  gint64 times; /* a year, of housekeeping */
  guint unknown; /* names that were looked up in vain */
} Reader;

static void
token_free (QhQuickToken *token)
{
  g_free (token->label);
  g_free (token);
}

static QhQuickToken *
add_token (Reader *reader, QhQuickKind kind, gsize start, gsize end, char *label)
{
  QhQuickToken *token = g_new0 (QhQuickToken, 1);

  token->kind = kind;
  token->start = start;
  token->end = end;
  token->taken = label != NULL;
  token->label = label;
  g_ptr_array_add (reader->result->tokens, token);
  return token;
}

static void
add_hint (Reader *reader, gsize start, gsize end, const char *reason)
{
  g_autofree char *whole = g_strndup (reader->line + start, end - start);
  g_autofree char *typed = qh_text_shorten (whole, HINT_CHARS);

  g_ptr_array_add (reader->result->hints,
                   /* Translators: what was typed, and why it is no sign */
                   g_strdup_printf (_ ("“%s” stays in the text: %s"), typed, reason));
}

static char *
count_label (const char *format, const char *value)
{
  return g_strdup_printf (format, (int)g_ascii_strtoll (value, NULL, 10));
}

static char *
day_label (Reader *reader, const char *day)
{
  const QhClock *clock = qh_store_get_clock (reader->store);
  g_autofree char *label = qh_date_label (day, qh_clock_now (clock), qh_clock_zone (clock));

  return g_strdup_printf (_ ("by %s"), label);
}

/* What a taken @value means, for people. */
static char *
value_label (Reader *reader, QhQuickKind kind, const QhField *field, const char *value)
{
  guint n = (guint)g_ascii_strtoull (value, NULL, 10);

  if (kind == QH_QUICK_SOLVED)
    return g_strdup (qh_solved_label (g_str_equal (value, "yes")));
  if (field->kind == QH_KIND_ENUM)
    return g_strdup (qh_enum_label (field->values, qh_field_enum_value (field, value)));
  switch (kind) {
  case QH_QUICK_SEVERITY:
    return g_strdup (qh_severity_label (n));
  case QH_QUICK_MINUTES:
    return count_label (ngettext ("%d minute", "%d minutes", n), value);
  case QH_QUICK_TIMES:
    return count_label (ngettext ("%d time a year", "%d times a year", n), value);
  case QH_QUICK_RINGS:
    return count_label (ngettext ("%d ring", "%d rings", n), value);
  case QH_QUICK_DUE:
    return day_label (reader, value);
  default:
    return g_strdup (value);
  }
}

/* The value as it stands in files, where a person typed the word he sees for it. */
static char *
enum_name (const QhField *field, const char *typed)
{
  g_autofree char *folded = qh_text_fold (typed);

  for (guint i = 1; i <= qh_enum_count (field->values); i++) {
    g_autofree char *label = qh_text_fold (qh_enum_label (field->values, (int)i));
    if (g_str_equal (folded, qh_enum_name (field->values, (int)i)) || g_str_equal (folded, label))
      return g_strdup (qh_enum_name (field->values, (int)i));
  }
  return g_strdup (typed);
}

/* Whether somebody who types this can mean nothing but the sign. */
static gboolean
is_meant (QhQuickKind kind)
{
  return kind == QH_QUICK_TOUCHPOINT || kind == QH_QUICK_SEVERITY || kind == QH_QUICK_OWNER ||
         kind == QH_QUICK_RINGS;
}

static gboolean
is_given (Reader *reader, QhQuickKind kind)
{
  return (reader->given & (1u << kind)) != 0;
}

/* Puts @value into @field of the record; FALSE with @problem when it cannot stand there. */
static gboolean
put_value (Reader *reader, QhQuickKind kind, const QhField *field, const char *value,
           char **problem)
{
  g_autoptr (GError) error = NULL;

  if (kind == QH_QUICK_DUE && qh_date_is_valid (value) && strcmp (value, reader->today) < 0) {
    *problem = g_strdup (_ ("the day is past"));
    return FALSE;
  }
  if (qh_record_set_text (reader->result->record, field, value, &error))
    return TRUE;
  *problem = g_strdup (error->message);
  return FALSE;
}

/* Offers @found to the fields of the record; its label if one takes it, else NULL and @problem. */
static char *
offer (Reader *reader, const QhQuickFound *found, char **problem)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *value = NULL;
    const QhField *field = qh_entity_field (reader->kind->entity, places[i].field);
    if (places[i].kind != found->kind || places[i].entity != reader->kind->entity)
      continue;
    g_clear_pointer (problem, g_free);
    if (reader->filled & (1u << i)) {
      *problem = g_strdup (_ ("another one stands before it"));
      continue;
    }
    value = field->kind == QH_KIND_ENUM ? enum_name (field, found->value) : g_strdup (found->value);
    if (put_value (reader, found->kind, field, value, problem)) {
      reader->filled |= 1u << i;
      return value_label (reader, found->kind, field, value);
    }
  }
  return NULL;
}

static void
take_sign (Reader *reader, const QhQuickFound *found)
{
  g_autofree char *problem = NULL;
  char *label = offer (reader, found, &problem);
  QhQuickToken *token;

  if (found->kind == QH_QUICK_TIMES && reader->kind->entity == &qh_housekeeping_entity)
    reader->times = g_ascii_strtoll (found->value, NULL, 10);
  if (label != NULL)
    reader->given |= 1u << found->kind;
  else if (problem == NULL && is_meant (found->kind))
    problem = g_strdup (_ ("this kind of line has no place for it"));
  token = add_token (reader, found->kind, found->start, found->end, label);
  token->missed = label == NULL && problem != NULL;
  if (token->missed)
    add_hint (reader, found->start, found->end, problem);
}

/* What stands there in the text, because nobody is meant by it. */
static void
refuse_name (Reader *reader, gsize start, const char *problem)
{
  gsize end = start + qh_quick_word_length (reader->line + start);

  add_hint (reader, start, end, problem);
}

static void
take_client (Reader *reader, const QhQuickFound *found)
{
  gboolean has_contact = qh_entity_field (reader->kind->entity, "contact") != NULL;
  gsize word_end = found->start + qh_quick_word_length (reader->line + found->start);
  QhQuickToken *token;
  QhQuickName name;
  gsize end;

  if (is_given (reader, QH_QUICK_CLIENT)) {
    add_token (reader, QH_QUICK_CLIENT, found->start, word_end, NULL)->missed = TRUE;
    refuse_name (reader, found->start, _ ("another one stands before it"));
    return;
  }
  if (reader->unknown >= MAX_UNKNOWN) {
    add_token (reader, QH_QUICK_CLIENT, found->start, word_end, NULL);
    return;
  }
  qh_quick_name_read (reader->store, reader->line + found->name, has_contact, &name);
  end = name.client != NULL ? found->name + name.length : word_end;
  token = add_token (reader, QH_QUICK_CLIENT, found->start, end, g_steal_pointer (&name.label));
  token->missed = name.client == NULL;
  if (name.client == NULL) {
    reader->unknown++;
  } else {
    reader->given |= 1u << QH_QUICK_CLIENT;
    qh_record_set_string (reader->result->record, "client", name.client);
  }
  if (name.contact != NULL)
    qh_record_set_string (reader->result->record, "contact", name.contact);
  if (name.problem != NULL)
    refuse_name (reader, name.client != NULL ? end : found->start, name.problem);
  qh_quick_name_clear (&name);
}

/* Finds every sign from byte @start on. */
static void
read_signs (Reader *reader, gsize start)
{
  gsize at = start;

  while (reader->line[at] != '\0') {
    QhQuickFound found = { 0 };
    if (g_unichar_isspace (g_utf8_get_char (reader->line + at))) {
      at = g_utf8_next_char (reader->line + at) - reader->line;
    } else if (!qh_quick_find (reader->line, at, reader->today, &found)) {
      at += qh_quick_word_length (reader->line + at);
    } else {
      const QhQuickToken *token;
      if (found.kind == QH_QUICK_CLIENT)
        take_client (reader, &found);
      else
        take_sign (reader, &found);
      token = reader->result->tokens->pdata[reader->result->tokens->len - 1];
      at = token->end;
      g_free (found.value);
    }
  }
}

/* Minutes of something that is done so many times a year are a month's. */
static void
spread_housekeeping (Reader *reader)
{
  gint64 minutes;

  if (reader->times == 0 || !is_given (reader, QH_QUICK_MINUTES))
    return;
  minutes = QH_HOUSEKEEPING (reader->result->record)->minutes;
  qh_record_set_int (reader->result->record, "minutes",
                     (minutes * reader->times + MONTHS / 2) / MONTHS);
  for (guint i = 0; i < reader->result->tokens->len; i++) {
    QhQuickToken *token = reader->result->tokens->pdata[i];
    if (token->kind != QH_QUICK_TIMES || token->taken)
      continue;
    token->taken = TRUE;
    token->label = g_strdup_printf (
        ngettext ("%d time a year", "%d times a year", (gulong)reader->times), (int)reader->times);
    return;
  }
}

/* Whether @text begins with the end of a sentence, before which there is no space. */
static gboolean
ends_sentence (const char *text)
{
  return strchr (".,;:!?", *text) != NULL && (text[1] == '\0' || g_ascii_isspace (text[1]));
}

/* Appends what stands between two tokens; where one was taken out, one space is enough. */
static void
append_text (GString *text, const char *part, gsize length)
{
  g_autofree char *piece = g_strndup (part, length);
  const char *begin = piece;

  while (g_unichar_isspace (g_utf8_get_char (begin)))
    begin = g_utf8_next_char (begin);
  while (text->len > 0 && g_ascii_isspace (text->str[text->len - 1]))
    g_string_truncate (text, text->len - 1);
  if (*begin == '\0')
    return;
  if (text->len > 0 && !ends_sentence (begin))
    g_string_append_c (text, ' ');
  g_string_append (text, begin);
}

/* The line from byte @start on without the tokens that were taken (all of those, or, with
 * @keep_words, all but the quotation). (transfer full) */
static char *
remaining_text (Reader *reader, gsize start, gboolean keep_words)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gsize from = start;

  for (guint i = 0; i < reader->result->tokens->len; i++) {
    const QhQuickToken *token = reader->result->tokens->pdata[i];
    if (!token->taken || token->start < start || (keep_words && token->kind == QH_QUICK_WORDS))
      continue;
    append_text (text, reader->line + from, token->start - from);
    from = token->end;
  }
  append_text (text, reader->line + from, strlen (reader->line + from));
  return qh_text_trim (text->str);
}

/* The text goes into its field. A remark is word for word: a quotation alone is it without its
 * quotes, with text around it all is kept as it was typed. Where no text is left, the quotation
 * names a friction, else the line itself does, with its letter where it has nothing else. */
static void
set_text (Reader *reader, gsize start)
{
  QhRecord *record = reader->result->record;
  const QhField *field = qh_entity_field (reader->kind->entity, reader->kind->text);
  g_autofree char *text = remaining_text (reader, start, FALSE);
  gboolean quoted = is_given (reader, QH_QUICK_WORDS);
  g_autofree char *whole = remaining_text (reader, start, TRUE);

  if (quoted && g_str_equal (field->name, "words")) {
    if (text != NULL)
      qh_record_set_string (record, field->name, whole);
    return;
  }
  if (text == NULL && !(field->flags & QH_FIELD_REQUIRED))
    return;
  if (text == NULL && quoted)
    qh_record_set_string (record, field->name, QH_FRICTION (record)->words);
  else if (text != NULL)
    qh_record_set_string (record, field->name, text);
  else
    qh_record_set_string (record, field->name,
                          qh_text_is_empty (reader->line + start) ? reader->line
                                                                  : reader->line + start);
}

/* The kind that the line names, else friction; @start is where the rest begins. */
static const Kind *
read_kind (const char *line, gsize *start)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (line[*start] == kinds[i].letter && g_ascii_isspace (line[*start + 1])) {
      *start += 2;
      return &kinds[i];
    }
  return &kinds[0];
}

/* When it was: now, as far as the record says when. */
static void
set_day (Reader *reader)
{
  if (reader->kind->day == NULL)
    return;
  if (g_str_equal (reader->kind->day, "at"))
    qh_record_set_int (reader->result->record, "at",
                       qh_clock_now (qh_store_get_clock (reader->store)));
  else
    qh_record_set_string (reader->result->record, reader->kind->day, reader->today);
}

/* Words nobody is known to have said are no remark yet: they are kept as they were typed, tokens
 * and all, as what was heard in a contact. */
static void
keep_words (Reader *reader, gsize start)
{
  QhQuickLine *result = reader->result;
  gboolean nothing = qh_text_is_empty (reader->line + start);
  g_autofree char *words = qh_text_trim (nothing ? reader->line : reader->line + start);

  if (!QH_IS_REMARK (result->record) || QH_REMARK (result->record)->client || !words)
    return;
  g_object_unref (result->record);
  result->record = qh_record_new (&qh_contact_log_entity);
  qh_record_set_string (result->record, "words", words);
  qh_record_set_int (result->record, "at", qh_clock_now (qh_store_get_clock (reader->store)));
  for (guint i = 0; i < result->tokens->len; i++) {
    QhQuickToken *token = result->tokens->pdata[i];
    g_clear_pointer (&token->label, g_free);
    token->taken = token->kind == QH_QUICK_KIND;
    if (token->taken)
      token->label = g_strdup (_ (qh_contact_log_entity.label));
  }
  g_ptr_array_add (result->hints,
                   g_strdup (_ ("words need the client who said them, @ and his name; kept as a "
                                "contact log entry without a client")));
}

gboolean
qh_quick_line_names_client (const QhQuickLine *line)
{
  for (guint i = 0; i < line->tokens->len; i++) {
    const QhQuickToken *token = line->tokens->pdata[i];
    if (token->kind == QH_QUICK_CLIENT && token->taken)
      return TRUE;
  }
  return FALSE;
}

QhQuickLine *
qh_quick_line_new (QhStore *store, const char *line)
{
  return qh_quick_line_new_about (store, line, NULL);
}

QhQuickLine *
qh_quick_line_new_about (QhStore *store, const char *line, const char *client)
{
  QhQuickLine *result;
  g_autofree char *today = qh_clock_today (qh_store_get_clock (store));
  Reader reader = { .store = store, .line = line, .today = today };
  gsize letter, start;

  g_return_val_if_fail (g_utf8_validate (line, -1, NULL), NULL);
  result = reader.result = g_new0 (QhQuickLine, 1);
  result->tokens = g_ptr_array_new_with_free_func ((GDestroyNotify)token_free);
  result->hints = g_ptr_array_new_with_free_func (g_free);
  for (letter = 0; g_ascii_isspace (line[letter]); letter++)
    ;
  start = letter;
  reader.kind = read_kind (line, &start);
  result->record = qh_record_new (reader.kind->entity);
  if (start > letter)
    add_token (&reader, QH_QUICK_KIND, letter, letter + 1,
               g_strdup (_ (reader.kind->entity->label)));
  set_day (&reader);
  read_signs (&reader, start);
  if (!is_given (&reader, QH_QUICK_CLIENT))
    qh_record_set_string (result->record, "client", client);
  spread_housekeeping (&reader);
  set_text (&reader, start);
  keep_words (&reader, start);
  return result;
}

void
qh_quick_line_free (QhQuickLine *line)
{
  g_object_unref (line->record);
  g_ptr_array_unref (line->tokens);
  g_ptr_array_unref (line->hints);
  g_free (line);
}
