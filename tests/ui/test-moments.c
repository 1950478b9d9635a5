/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a client's timeline says of a moment. */
#include "clients/qh-moments.h"

#define NOW (G_GINT64_CONSTANT (1764244800) * G_USEC_PER_SEC) /* 2025-11-27 12:00 UTC */

static const struct {
  const char *words, *wanted;
  gint64 rings, minutes;
  int solved;
  const char *text;
} cases[] = {
  { "This is the third one.", "The invoice put right", 7, 22, QH_SOLVED_NO,
    "This is the third one." },
  { NULL, "The invoice put right", 7, 22, QH_SOLVED_NO,
    "The invoice put right · not solved · 7 rings · 22 min" },
  { NULL, NULL, 1, QH_NONE, QH_SOLVED_YES, "Mail · solved · 1 ring" },
  { NULL, NULL, QH_NONE, 3, 0, "Mail · 3 min" },
  { NULL, NULL, 0, QH_NONE, 0, "Mail · 0 rings" },
  { NULL, NULL, QH_NONE, QH_NONE, 0, "Mail" },
};

static QhRecord *
save (QhStore *store, QhRecord *record)
{
  g_autoptr (GError) error = NULL;

  qh_store_save (store, record, &error);
  g_assert_no_error (error);
  return record;
}

static void
check_case (QhStore *store, guint i)
{
  g_autoptr (QhRecord) client = qh_record_new (&qh_client_entity);
  g_autoptr (QhRecord) record = qh_record_new (&qh_contact_log_entity);
  QhContactLog *contact = QH_CONTACT_LOG (record);
  g_autoptr (GPtrArray) moments = NULL;

  QH_CLIENT (client)->name = g_strdup ("Ferris Dental");
  contact->client = g_strdup (save (store, client)->id);
  contact->at = NOW;
  contact->channel = QH_CONTACT_CHANNEL_MAIL;
  contact->words = g_strdup (cases[i].words);
  contact->wanted = g_strdup (cases[i].wanted);
  contact->rings = cases[i].rings;
  contact->minutes = cases[i].minutes;
  contact->solved = cases[i].solved;
  save (store, record);
  moments = qh_moments (store, client->id, 5);
  g_assert_cmpuint (moments->len, ==, 1);
  g_assert_cmpstr (((QhMoment *)moments->pdata[0])->text, ==, cases[i].text);
}

/* A contact nobody noted a word of says what is known of it. */
static void
test_contact (void)
{
  QhClock clock = qh_clock_fixed (NOW, NULL);
  g_autoptr (QhStore) store = qh_store_open (":memory:", QH_STORE_CREATE, &clock, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (store, i);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/moments/contact", test_contact);
  return g_test_run ();
}
