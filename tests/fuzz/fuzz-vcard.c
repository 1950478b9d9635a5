/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a file of vCards: whatever is read is text, and taken or left out with a reason. */
#include "base/qh-error.h"
#include "exchange/qh-vcard.h"
#include "fuzz.h"

static QhStore *
open_store (void)
{
  QhClock clock = qh_clock_fixed (G_GINT64_CONSTANT (1795000000000000), NULL);

  return qh_store_open (":memory:", QH_STORE_CREATE, &clock, NULL);
}

static gboolean
check_card (QhCard *card, guint line, const char *reason, gpointer data, GError **error)
{
  g_assert_true ((card != NULL) != (reason != NULL));
  if (card == NULL)
    return TRUE;
  const char *texts[] = { card->name,         card->title,   card->email,     card->phone,
                          card->organisation, card->address, card->notes->str };
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_true (texts[i] == NULL || g_utf8_validate (texts[i], -1, NULL));
  return TRUE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  static QhStore *store;
  g_autoptr (GBytes) bytes = g_bytes_new (size > 0 ? data : (const guint8 *)"", size);
  g_autoptr (QhImportReport) report = qh_import_report_new ();
  g_autoptr (QhKnownPeople) people = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    store = open_store ();
  if (!qh_vcard_each (bytes, check_card, NULL, &error)) {
    g_assert_error (error, QH_ERROR, QH_ERROR_INVALID);
    return 0;
  }
  qh_store_begin (store, "Import", &error);
  people = qh_known_people_new (store, &error);
  g_assert_true (qh_vcard_take (people, bytes, "x.vcf", report, NULL, &error));
  g_assert_no_error (error);
  qh_store_rollback (store);
  return 0;
}
