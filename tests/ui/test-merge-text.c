/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told of two that become one: what stays, what comes, what is of both. */
#include "model/qh-model.h"
#include "persons/qh-merge-text.h"

static QhContact *
person (const char *email, const char *phone, const char *notes)
{
  QhContact *contact = qh_contact_new ();

  qh_record_set_string (QH_RECORD (contact), "name", "Ann Day");
  qh_record_set_string (QH_RECORD (contact), "email", email);
  qh_record_set_string (QH_RECORD (contact), "phone", phone);
  qh_record_set_string (QH_RECORD (contact), "notes", notes);
  return contact;
}

static void
check (gpointer keep, gpointer other, const char *expected)
{
  g_autoptr (GPtrArray) lines = qh_merge_text_list (keep, other);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const QhMergeLine *line = g_ptr_array_index (lines, i);
    g_string_append_printf (text, "%s (%s)\n", line->value, line->about);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_contacts (void)
{
  g_autoptr (QhContact) keep = person ("a@x.example", NULL, "cello");
  g_autoptr (QhContact) other = person ("b@x.example", "+44 1", "chess");
  g_autoptr (QhContact) same = person ("a@x.example", NULL, NULL);

  check (keep, other,
         "a@x.example (Mail · instead of “b@x.example”)\n"
         "+44 1 (Phone · from the other)\n"
         "cello chess (Notes · of both)\n");
  check (keep, same, "");
}

static void
test_clients (void)
{
  g_autoptr (QhClient) keep = qh_client_new ();
  g_autoptr (QhClient) other = qh_client_new ();

  qh_record_set_string (QH_RECORD (keep), "name", "Ferris");
  qh_record_set_string (QH_RECORD (other), "name", "Ferris Group");
  qh_record_set_int (QH_RECORD (other), "no_phone", TRUE);
  check (keep, other,
         "Ferris (Name · instead of “Ferris Group”)\n"
         "Yes (No phone · from the other)\n");
  /* A rule that holds for one of them holds: nothing is lost. */
  check (other, keep, "Ferris Group (Name · instead of “Ferris”)\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/merge-text/contacts", test_contacts);
  g_test_add_func ("/merge-text/clients", test_clients);
  return g_test_run ();
}
