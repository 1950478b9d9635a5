/* SPDX-License-Identifier: GPL-3.0-or-later */
/* vCards of every version and of whatever phone, in; and out, and in again. Independent programs
 * read what is written in tests/cli. */
#include "base/qh-error.h"
#include "exchange/qh-vcard.h"
#include <string.h>

static QhStore *
open_store (void)
{
  QhClock clock = qh_clock_fixed (G_GINT64_CONSTANT (1795000000000000), NULL);
  g_autoptr (GError) error = NULL;
  QhStore *store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, &error);

  g_assert_no_error (error);
  return store;
}

#define CARD(version, lines) "BEGIN:VCARD\r\nVERSION:" version "\r\n" lines "END:VCARD\r\n"

/* What a card says: uid, name, title, mail, phone, notes; organisation, address, website. */
static const struct {
  const char *name, *bytes, *says;
} cards[] = {
  { "4.0",
    CARD ("4.0",
          "UID:urn:x:1\r\nFN:Sarah Lind\r\nN:Lind;Sarah;;;\r\nORG:Ferris;Lab\r\nTITLE:Head\r\n"
          "EMAIL;PREF=1:s@x.example\r\nTEL;VALUE=uri:tel:+44-1\r\nURL:https://x.example\r\n"
          "ADR;TYPE=work:;;1 Long Row;Leeds;West;LS1;UK\r\nNOTE:one\\ntwo\\, three\r\n"),
    "urn:x:1|Sarah Lind|Head|s@x.example|+44-1|Department: Lab\none\ntwo, three|Ferris|"
    "1 Long Row\nLS1 Leeds\nWest UK|https://x.example" },
  { "3.0, grouped and folded",
    CARD ("3.0", "item1.EMAIL;TYPE=INTERNET:first@x.example\r\nitem1.X-ABLabel:_$!<Other>!$_\r\n"
                 "EMAIL;TYPE=INTERNET,pref:s@x.example\r\nFN:Sarah\r\n  Lind\r\n"
                 "TEL;TYPE=\"cell:x\":1\r\nTEL;TYPE=FAX:2\r\nTEL:3\r\n"),
    "|Sarah Lind||s@x.example|1|Fax: 2\nPhone: 3\nMail: first@x.example|||" },
  { "2.1, quoted-printable in Latin 1",
    CARD ("2.1", "N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg;;Dr.;\r\n"
                 "ORG;QUOTED-PRINTABLE;CHARSET=UTF-8:Z=C3=A4hne =\r\n=26 Co\r\n"
                 "TEL;WORK;VOICE:1\r\nEMAIL;INTERNET:j@x.example\r\n"
                 "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo\r\n"),
    "|Dr. Jörg Müller||j@x.example|1|one\r\ntwo|Zähne & Co||" },
  { "2.1, raw bytes and a folded blank", CARD ("2.1", "N:Lind;S\xe4ra\r\nTITLE:Head\r\n of\r\n"),
    "|Sära Lind|Head of||||||" },
  { "LF alone, lower case, no version",
    "begin:vcard\nfn:Sarah Lind\nemail:s@x.example\nend:vcard\n", "|Sarah Lind||s@x.example|||||" },
  { "a mark", "\xef\xbb\xbf" CARD ("3.0", "FN:Sarah Lind\r\n"), "|Sarah Lind|||||||" },
  { "an organisation", CARD ("4.0", "KIND:org\r\nFN:Ferris\r\nTEL:3\r\n"), "||||||Ferris||" },
  { "a company of a phone", CARD ("3.0", "X-ABShowAs:COMPANY\r\nORG:Ferris;\r\nFN:Ferris\r\n"),
    "||||||Ferris||" },
  { "a card inside", CARD ("2.1", "FN:Sarah Lind\r\nAGENT:\r\n" CARD ("2.1", "FN:Nobody\r\n")),
    "|Sarah Lind|||||||" },
  { "what is no address",
    CARD ("3.0", "FN:Sarah Lind\r\nEMAIL:sarah at home\r\nX-THING;X=\"a;b\":c\r\nnonsense\r\n"),
    "|Sarah Lind||||Mail: sarah at home|||" },
};

#define OR_EMPTY(text) ((text) != NULL ? (text) : "")

static gboolean
describe (QhCard *card, guint line, const char *reason, gpointer data, GError **error)
{
  GString *text = data;

  if (card == NULL)
    g_string_append_printf (text, "%u: %s", line, reason);
  else
    g_string_append_printf (text, "%s|%s|%s|%s|%s|%s|%s|%s|%s", OR_EMPTY (card->uid),
                            OR_EMPTY (card->name), OR_EMPTY (card->title), OR_EMPTY (card->email),
                            OR_EMPTY (card->phone), card->notes->str, OR_EMPTY (card->organisation),
                            OR_EMPTY (card->address), OR_EMPTY (card->website));
  return TRUE;
}

static void
test_card (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = g_bytes_new_static (cards[i].bytes, strlen (cards[i].bytes));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (qh_vcard_each (bytes, describe, text, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, cards[i].says);
}

static void
test_wide (void)
{
  static const char text[] = CARD ("3.0", "FN:S\xc3\xa4ra Lind\r\n");
  static const char *const charsets[] = { "UTF-16", "UTF-16LE", "UTF-16BE" };

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++) {
    gsize size;
    char *wide = g_convert (text, -1, charsets[i], "UTF-8", NULL, &size, NULL);
    g_autoptr (GBytes) bytes = g_bytes_new_take (wide, size);
    g_autoptr (GString) said = g_string_new (NULL);

    g_assert_true (qh_vcard_each (bytes, describe, said, NULL));
    g_assert_cmpstr (said->str, ==, "|Sära Lind|||||||");
  }
}

static QhImportReport *
take (QhStore *store, const char *data, gssize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size < 0 ? strlen (data) : (gsize)size);
  QhImportReport *report = qh_import_report_new ();
  g_autoptr (QhKnownPeople) people = NULL;
  g_autoptr (GError) error = NULL;

  qh_store_begin (store, "Import contacts", &error);
  people = qh_known_people_new (store, &error);
  if (!qh_vcard_take (people, bytes, "x.vcf", report, NULL, &error)) {
    g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
    qh_store_rollback (store);
    qh_import_report_free (report);
    return NULL;
  }
  qh_store_commit (store, &error);
  g_assert_no_error (error);
  return report;
}

static void
expect (QhImportReport *report, guint added, guint changed, guint same, guint skipped)
{
  g_assert_cmpuint (report->added, ==, added);
  g_assert_cmpuint (report->changed, ==, changed);
  g_assert_cmpuint (report->same, ==, same);
  g_assert_cmpuint (report->skipped->len, ==, skipped);
}

/* By its UID a card is known again, whatever else has changed. */
static void
test_again (void)
{
  g_autoptr (QhStore) store = open_store ();
  g_autoptr (QhImportReport) first =
      take (store,
            CARD ("3.0", "UID:1\r\nFN:Sarah Lind\r\nORG:Ferris\r\nEMAIL:s@x.example\r\n")
                CARD ("3.0", "UID:2\r\nFN:Tom Bay\r\nORG:Ferris\r\n")
                    CARD ("3.0", "UID:3\r\nFN:Tom Bay\r\nORG:Ferris\r\n")
                        CARD ("4.0", "KIND:group\r\nFN:All\r\nUID:4\r\n") "BEGIN:VCARD\r\nFN:x",
            -1);
  g_autoptr (QhImportReport) second = NULL;

  expect (first, 2, 0, 0, 3);
  g_assert_cmpstr (((QhSkipped *)first->skipped->pdata[0])->where, ==, "x.vcf, line 14");
  second = take (store,
                 CARD ("4.0", "UID:1\r\nFN:S. Lind-Moor\r\nORG:Ferris\r\nEMAIL:new@x.example\r\n")
                     CARD ("3.0", "UID:2\r\nFN:Tom Bay\r\nORG:Ferris\r\n"),
                 -1);
  expect (second, 0, 1, 1, 0);
  g_assert_cmpint (qh_store_count (store, "SELECT count (*) FROM contact", NULL), ==, 2);
}

static QhRecord *
add (QhStore *store, const QhEntity *entity, const char *client)
{
  QhRecord *record = qh_record_new (entity);
  g_autoptr (GError) error = NULL;

  qh_record_set_string (record, "name",
                        client == NULL ? "Ferris, \\Sons; & <Co>"
                                       : "Dr. Särah Çelik-Lind the Longest Name of "
                                         "Anybody in All of the Whole Territory 🦷");
  if (client != NULL) {
    qh_record_set_string (record, "client", client);
    qh_record_set_string (record, "email", "s@x.example");
    qh_record_set_string (record, "phone", "+44 1; ext. 2");
    qh_record_set_string (record, "notes", "private");
    qh_record_set_int (record, "role", QH_CONTACT_ROLE_DECIDES);
  } else {
    qh_record_set_string (record, "address", "1 Long Row\nLeeds, UK");
  }
  qh_store_save (store, record, &error);
  g_assert_no_error (error);
  return record;
}

/* Out and in again: the same store finds nothing new, an empty one gets the same. */
static void
test_round_trip (void)
{
  for (int version = QH_VCARD_3; version <= QH_VCARD_4; version++) {
    g_autoptr (QhStore) store = open_store ();
    g_autoptr (QhStore) other = open_store ();
    g_autoptr (QhRecord) client = add (store, &qh_client_entity, NULL);
    g_autoptr (QhRecord) contact = add (store, &qh_contact_entity, client->id);
    g_autoptr (GBytes) bytes = qh_vcard_write (store, NULL, version, NULL, NULL);
    gsize size;
    const char *text = g_bytes_get_data (bytes, &size);
    g_autofree char *copy = g_strndup (text, size);
    g_autoptr (QhImportReport) same = take (store, text, (gssize)size);
    g_autoptr (QhImportReport) new = take (other, text, (gssize)size);
    g_autoptr (GPtrArray) contacts = qh_store_select (other, &qh_contact_entity, "", NULL, NULL);
    g_autoptr (GPtrArray) clients = qh_store_select (other, &qh_client_entity, "", NULL, NULL);
    g_auto (GStrv) lines = g_strsplit (copy, "\r\n", -1);

    expect (same, 0, 0, 1, 0);
    expect (new, 1, 0, 0, 0);
    QhContact *got = contacts->pdata[0];
    g_assert_cmpstr (got->name, ==, QH_CONTACT (contact)->name);
    g_assert_cmpstr (got->email, ==, "s@x.example");
    g_assert_cmpstr (got->phone, ==, "+44 1; ext. 2");
    g_assert_cmpint (got->role, ==, QH_CONTACT_ROLE_DECIDES);
    g_assert_null (got->notes);
    g_assert_cmpstr (QH_CLIENT (clients->pdata[0])->name, ==, QH_CLIENT (client)->name);
    g_assert_cmpstr (QH_CLIENT (clients->pdata[0])->address, ==, "1 Long Row\nLeeds, UK");
    for (guint i = 0; lines[i] != NULL; i++) {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
  }
}

/* Cut anywhere, a file is read as far as it goes, or refused; the store stays whole. */
static void
test_cut (void)
{
  static const char text[] =
      CARD ("2.1", "FN:A\r\nNOTE;ENCODING=QUOTED-PRINTABLE:a=\r\n=41\r\n") CARD ("3.0", "FN:B\r\n");

  for (gsize size = 0; size < sizeof text; size++) {
    g_autoptr (QhStore) store = size % 8 == 0 ? open_store () : NULL;
    g_autoptr (GBytes) bytes = g_bytes_new (text, size);
    g_autoptr (GString) said = g_string_new (NULL);
    g_autoptr (QhImportReport) report = store != NULL ? take (store, text, (gssize)size) : NULL;

    qh_vcard_each (bytes, describe, said, NULL);
    g_assert_true (report == NULL || report->added <= 2);
  }
}

static void
test_none (void)
{
  g_autoptr (QhStore) store = open_store ();

  g_assert_null (take (store, "", -1));
  g_assert_null (take (store, "FN:Sarah Lind\r\n", -1));
  g_assert_null (take (store, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", -1));
  g_assert_null (take (store, "BEGIN:VCARD\r\nFN:a\0b\r\nEND:VCARD\r\n", 31));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++) {
    g_autofree char *path = g_strdup_printf ("/vcard/cards/%s", cards[i].name);
    g_test_add_data_func (path, GUINT_TO_POINTER (i), test_card);
  }
  g_test_add_func ("/vcard/wide", test_wide);
  g_test_add_func ("/vcard/again", test_again);
  g_test_add_func ("/vcard/round-trip", test_round_trip);
  g_test_add_func ("/vcard/cut", test_cut);
  g_test_add_func ("/vcard/none", test_none);
  return g_test_run ();
}
