/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The transfer file: what is written is read back, and nothing else is. */
#include "base/qh-error.h"
#include "exchange/qh-canonical.h"
#include "exchange/qh-transfer-file.h"
#include <string.h>

#define NOW G_GINT64_CONSTANT (1795000000000000)
#define ID "01a200cd-c0a1-7000-97c0-61f987586dfd"
#define ITEM "01a200cd-c0a1-7000-97c0-61f987586dfe"
#define EARLIER "01a200cd-c0a1-7000-97c0-61f987586dff"

#define MUTATIONS 4000

static QhTransferFile *
file_new (QhPurpose purpose)
{
  static const gint64 numbers[] = { 2, 3, 4, 7 };
  QhTransferFile *file = qh_transfer_file_new (purpose, ID);
  g_autofree char *code = qh_address_code ("device");

  file->exported = NOW;
  file->by = qh_address_new ("M. Keller", code);
  file->device_id = g_strdup ("device");
  file->to = qh_address_new ("Lena Moor", NULL);
  if (purpose == QH_PURPOSE_ANSWER)
    return file;
  file->item = qh_content_new ();
  qh_record_set_string (QH_RECORD (file->item), "id", ITEM);
  qh_record_set_string (QH_RECORD (file->item), "title", "Recall study");
  qh_record_set_int (QH_RECORD (file->item), "edition", 12);
  qh_record_set_string (QH_RECORD (file->item), "file", "secret-hash");
  qh_record_set_int (QH_RECORD (file->item), "retired", TRUE);
  g_array_append_vals (file->numbers, numbers, G_N_ELEMENTS (numbers));
  file->issuer = qh_address_copy (file->by);
  g_ptr_array_add (file->chain, g_strdup (EARLIER));
  return file;
}

static char *
write_file (QhPurpose purpose)
{
  g_autoptr (QhTransferFile) file = file_new (purpose);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = qh_transfer_file_write (file, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static QhTransferFile *
read_text (const char *text, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);

  return qh_transfer_file_read (bytes, error);
}

static void
test_round_trip (void)
{
  for (int purpose = QH_PURPOSE_GIVE; purpose <= QH_PURPOSE_ANSWER; purpose++) {
    g_autofree char *text = write_file (purpose);
    g_autofree char *again = write_file (purpose);
    g_autoptr (GError) error = NULL;
    g_autoptr (QhTransferFile) file = read_text (text, strlen (text), &error);
    g_autoptr (GBytes) back = NULL;

    g_assert_no_error (error);
    g_assert_cmpstr (text, ==, again);
    g_assert_cmpint (file->purpose, ==, purpose);
    g_assert_cmpstr (file->id, ==, ID);
    g_assert_cmpint (file->exported, ==, NOW);
    back = qh_transfer_file_write (file, &error);
    g_assert_no_error (error);
    g_assert_cmpmem (g_bytes_get_data (back, NULL), g_bytes_get_size (back), text, strlen (text));
  }
}

static void
test_give (void)
{
  g_autofree char *text = write_file (QH_PURPOSE_GIVE);
  g_autoptr (QhTransferFile) file = read_text (text, strlen (text), NULL);
  g_autofree char *numbers = qh_copy_numbers_format (file->numbers);
  g_autofree char *code = qh_address_code ("device");

  g_assert_cmpstr (numbers, ==, "2–4, 7");
  g_assert_cmpstr (file->item->title, ==, "Recall study");
  g_assert_cmpint (file->item->edition, ==, 12);
  g_assert_cmpstr (file->by->code, ==, code);
  g_assert_cmpstr (file->issuer->code, ==, code);
  g_assert_null (file->to->code);
  g_assert_cmpstr (file->chain->pdata[0], ==, EARLIER);
  /* What belongs to the house stays there. */
  g_assert_null (strstr (text, "secret-hash"));
  g_assert_null (strstr (text, "retired"));
  g_assert_false (file->item->retired);
}

/* Replaces @from by @to in a right file and seals it again. */
static char *
forge (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, 2);
  g_autofree char *changed = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_assert_nonnull (parts[1]);
  changed = g_strjoin (to, parts[0], parts[1], NULL);
  node = json_from_string (changed, NULL);
  g_assert_nonnull (node);
  digest = qh_canonical_digest (json_node_get_object (node));
  json_object_set_string_member (json_node_get_object (node), "digest", digest);
  return qh_canonical_write (node, TRUE);
}

static const struct {
  const char *from, *to;
  QhError code;
  const char *message;
} wrong[] = {
  { "\"version\": 1", "\"version\": 3", QH_ERROR_NEWER,
    "written by a newer Quarterhour (format 3; this one reads up to 1)" },
  { "\"version\": 1", "\"version\": 0", QH_ERROR_INVALID, "version: expected 1 to" },
  { "\"version\": 1", "\"version\": \"1\"", QH_ERROR_INVALID, "version: expected a whole number" },
  { "quarterhour-transfer", "quarterhour-plan", QH_ERROR_INVALID, "format: expected" },
  { "\"purpose\": \"give\"", "\"purpose\": \"steal\"", QH_ERROR_INVALID, "purpose: expected" },
  { "\"id\": \"" ID "\"", "\"id\": \"7\"", QH_ERROR_INVALID, "id: expected an id" },
  { "    2,\n", "    0, 2,\n", QH_ERROR_INVALID,
    "numbers[0]: expected a copy number from 1 to 12, got 0" },
  { "    2,\n", "    -2,\n", QH_ERROR_INVALID,
    "numbers[0]: expected a copy number from 1 to 12, got -2" },
  { "    7\n", "    13\n", QH_ERROR_INVALID,
    "numbers[3]: expected a copy number from 1 to 12, got 13" },
  { "    7\n", "    9223372036854775807\n", QH_ERROR_INVALID,
    "numbers[3]: expected a copy number" },
  { "    7\n", "    7.5\n", QH_ERROR_INVALID, "numbers[3]: expected a whole number" },
  { "    7\n", "    [7]\n", QH_ERROR_INVALID, "numbers[3]: expected a whole number" },
  { "    7\n", "    null\n", QH_ERROR_INVALID, "numbers[3]: expected a whole number" },
  { "    3,\n", "    3, 3,\n", QH_ERROR_INVALID, "numbers[2]: copy 3 stands in the file twice" },
  { "    3,\n", "    9,\n", QH_ERROR_INVALID, "numbers[2]: expected the numbers in ascending" },
  { "\"numbers\": [", "\"numbers\": [], \"old\": [", QH_ERROR_INVALID,
    "numbers: expected at least" },
  { "\"numbers\": [", "\"numbers\": {}, \"old\": [", QH_ERROR_INVALID, "numbers: expected a list" },
  { "\"edition\": 12", "\"edition\": 0", QH_ERROR_INVALID, "content.edition: expected 1 to" },
  { "\"edition\": 12", "\"edition\": 6", QH_ERROR_INVALID,
    "numbers[3]: expected a copy number from 1 to 6, got 7" },
  { "\"edition\": 12", "\"edition\": 1000001", QH_ERROR_INVALID, "content.edition: expected" },
  { "\"edition\": 12", "\"edition\": null", QH_ERROR_INVALID, "content.edition: missing" },
  { "\"title\": \"Recall study\"", "\"title\": \" \"", QH_ERROR_INVALID, "content" },
  { "\"id\": \"" ITEM "\"", "\"id\": null", QH_ERROR_INVALID, "content.id: expected an id" },
  { "\"content\": {", "\"content\": 1, \"old\": {", QH_ERROR_INVALID,
    "content: expected an object" },
  { "\"name\": \"Lena Moor\"", "\"name\": \"\"", QH_ERROR_INVALID, "to.name: expected a name" },
  { "\"name\": \"Lena Moor\"", "\"name\": \"Lena\", \"code\": \"1234-5678\"", QH_ERROR_INVALID,
    "to.code: expected" },
  { "\"device_id\": \"device\"", "\"device_id\": \"\"", QH_ERROR_INVALID,
    "by.device_id: expected" },
  { "\"issuer\": {", "\"issuer\": {}, \"old\": {", QH_ERROR_INVALID, "issuer.name: expected" },
  { "\"chain\": [", "\"chain\": [ \"x\", ", QH_ERROR_INVALID, "chain[0]: expected the id" },
  { "\"" EARLIER "\"", "\"" ID "\"", QH_ERROR_INVALID, "chain[0]: is this file itself" },
  { "\"exported\": \"2", "\"exported\": \"x", QH_ERROR_INVALID, "exported: expected" },
};

static void
test_wrong_files (void)
{
  g_autofree char *right = write_file (QH_PURPOSE_GIVE);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autofree char *forged = forge (right, wrong[i].from, wrong[i].to);
    g_autoptr (GError) error = NULL;
    g_autoptr (QhTransferFile) file = read_text (forged, strlen (forged), &error);

    g_test_message ("%s: %s", wrong[i].to, error != NULL ? error->message : "read");
    g_assert_null (file);
    g_assert_error (error, QH_ERROR, (gint)wrong[i].code);
    g_assert_true (g_str_has_prefix (error->message, wrong[i].message));
  }
}

static void
refuses (const char *text, gsize size, const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (QhTransferFile) file = read_text (text, size, &error);

  g_assert_null (file);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_no_files (void)
{
  g_autofree char *right = write_file (QH_PURPOSE_GIVE);
  g_autofree char *changed = g_strdup (right);
  g_auto (GStrv) parts = g_strsplit (right, "    7\n", 2);
  g_autofree char *beyond = g_strjoinv ("    9223372036854775808\n", parts);
  g_autofree char *deep = g_strnfill (200000, '[');
  g_autofree char *large = g_strnfill (17 * 1024 * 1024, ' ');

  memcpy (strstr (changed, "Recall"), "Retail", 6);
  refuses (changed, strlen (changed), "changed after it was exported");
  refuses (beyond, strlen (beyond), "the number 9223372036854775808 is too large");
  refuses (deep, strlen (deep), "32 levels");
  refuses (large, strlen (large), "16 MiB");
  refuses ("", 0, "empty");
  refuses ("[]", 2, "expected a transfer file");
  refuses ("\xff\xfe{}", 4, "UTF-8");
  for (gsize size = 0; size < strlen (right) - 2; size += size < 64 ? 1 : 7) {
    g_autoptr (GError) error = NULL;
    g_assert_null (read_text (right, size, &error));
    g_assert_nonnull (error);
  }
}

/* Some bytes changed, cut out or doubled. */
static char *
mutate (const char *text)
{
  GString *mutant = g_string_new (text);

  for (int n = g_test_rand_int_range (1, 4); n > 0 && mutant->len > 8; n--) {
    int at = g_test_rand_int_range (0, (int)mutant->len - 4);
    int length = g_test_rand_int_range (1, 4);
    g_autofree char *part = g_strndup (mutant->str + at, length);
    if (g_test_rand_int_range (0, 3) == 0)
      g_string_erase (mutant, at, length);
    else if (g_test_rand_bit ())
      g_string_insert (mutant, g_test_rand_int_range (0, (int)mutant->len), part);
    else
      mutant->str[at] = (char)g_test_rand_int_range (1, 256);
  }
  return g_string_free (mutant, FALSE);
}

/* What passes is right, and is written again as it was meant. */
static void
check_right (const QhTransferFile *file)
{
  gint64 before = 0;

  g_assert_true (file->purpose == QH_PURPOSE_ANSWER || file->numbers->len > 0);
  for (guint i = 0; i < file->numbers->len; i++) {
    gint64 number = g_array_index (file->numbers, gint64, i);
    g_assert_cmpint (number, >, before);
    g_assert_true (file->purpose != QH_PURPOSE_GIVE || number <= file->item->edition);
    before = number;
  }
  g_autoptr (GBytes) bytes = qh_transfer_file_write (file, NULL);
  g_assert_nonnull (bytes);
}

/* A mutant is refused, with a reason; one that is sealed again may be right by chance. */
static void
test_mutants (void)
{
  guint passed = 0;

  for (guint i = 0; i < MUTATIONS; i++) {
    g_autofree char *right = write_file (g_test_rand_int_range (1, 4));
    g_autofree char *mutant = mutate (right);
    g_autoptr (GError) error = NULL;
    g_autoptr (QhTransferFile) file = read_text (mutant, strlen (mutant), &error);
    g_autoptr (JsonNode) node = NULL;

    g_assert_true ((file == NULL) == (error != NULL));
    if (!g_utf8_validate (mutant, -1, NULL))
      continue;
    node = json_from_string (mutant, NULL);
    if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
      continue;
    g_autofree char *digest = qh_canonical_digest (json_node_get_object (node));
    json_object_set_string_member (json_node_get_object (node), "digest", digest);
    g_autofree char *sealed = qh_canonical_write (node, TRUE);
    g_autoptr (QhTransferFile) again = read_text (sealed, strlen (sealed), NULL);
    passed += again != NULL;
    if (again != NULL)
      check_right (again);
  }
  g_test_message ("%u sealed mutants of %u were right", passed, MUTATIONS);
  g_assert_cmpuint (passed, >, 0);
}

static void
test_addresses (void)
{
  g_autofree char *code = qh_address_code ("device");
  g_autofree char *typed = g_ascii_strdown (code, -1);
  g_autofree char *text = g_strdup_printf (" Lena  Moor < %s >", typed);
  g_autoptr (GError) error = NULL;
  g_autoptr (QhAddress) address = qh_address_parse (text, &error);
  g_autoptr (QhAddress) name = qh_address_new ("LENA MOOR", NULL);

  g_assert_no_error (error);
  g_assert_cmpstr (address->code, ==, code);
  g_assert_true (qh_address_same_name (address, name));
  g_assert_false (qh_address_same_store (address, name));
  g_assert_null (qh_address_parse (" ", NULL));
  g_assert_null (qh_address_parse ("<K7QF-2M97>", NULL));
  /* Every single wrong character is noticed. */
  for (guint i = 0; i < strlen (code); i++)
    for (const char *c = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; *c != '\0'; c++) {
      g_autofree char *misheard = g_strdup (code);
      misheard[i] = *c;
      g_assert_cmpint (qh_address_is_code (misheard), ==, g_str_equal (misheard, code));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/transfer-file/round-trip", test_round_trip);
  g_test_add_func ("/transfer-file/give", test_give);
  g_test_add_func ("/transfer-file/wrong", test_wrong_files);
  g_test_add_func ("/transfer-file/no-files", test_no_files);
  g_test_add_func ("/transfer-file/mutants", test_mutants);
  g_test_add_func ("/transfer-file/addresses", test_addresses);
  return g_test_run ();
}
