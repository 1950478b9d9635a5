/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a client's words to the access rule that follows from them, and from other words to none. */
#include "design/qh-access.h"

typedef struct {
  const char *words;
  const char *found; /* "no_phone", "minutes_limit=15 no_print", "gatekeeper=Sarah", "" */
} Case;

/* The six sentences of the essay, as different people would say them. */
static const Case english[] = {
  { "I never answer a call from a rep.", "no_phone" },
  { "I never answer the phone when a sales rep calls", "no_phone" },
  { "I don’t pick up the phone for vendors.", "no_phone" },
  { "We won't take calls from salespeople, period.", "no_phone" },
  { "When a vendor calls, I let it ring.", "no_phone" },
  { "Calls from reps go straight to voicemail.", "no_phone" },
  { "Please don't call me.", "no_phone" },
  { "Stop calling. Write if you must.", "no_phone" },
  { "Phone calls I do not return.", "no_phone" },

  { "When I see a flyer from a vendor it goes right in the trash.", "no_print" },
  { "Brochures? Straight into the bin, all brochures.", "no_print" },
  { "I throw every catalogue away without opening it.", "no_print" },
  { "We don't read flyers here.", "no_print" },
  { "No brochures, please.", "no_print" },
  { "Glossy handouts end up unread", "no_print" },

  { "I delete mail from vendors I don't know.", "no_cold_mail" },
  { "E-mails from people I have never heard of? I delete e-mails from strangers.", "no_cold_mail" },
  { "If I don't recognize the sender, the email goes to spam.", "no_cold_mail" },
  { "I never open messages from unknown senders.", "no_cold_mail" },
  { "No newsletters and no cold emails.", "no_cold_mail" },

  { "I don’t need a meeting that lasts more than 15 minutes.", "minutes_limit=15" },
  { "You have fifteen minutes.", "minutes_limit=15" },
  { "I'll give you 10 minutes, not more.", "minutes_limit=10" },
  { "I can give you no more than a quarter of an hour", "minutes_limit=15" },
  { "Every rep gets twenty minutes.", "" },
  { "Reps get twenty minutes with me.", "minutes_limit=20" },
  { "Keep it under 12 minutes and we are friends.", "minutes_limit=12" },
  { "Fifteen minutes is all you get.", "minutes_limit=15" },
  { "15 minutes max.", "minutes_limit=15" },
  { "A 15-minute slot is plenty.", "minutes_limit=15" },
  { "Half an hour is enough for any visit.", "minutes_limit=30" },
  { "No meeting over 1 hour.", "minutes_limit=60" },
  { "I have only 5min between patients.", "minutes_limit=5" },

  { "You have to go through Sarah at the front desk.", "gatekeeper=Sarah at the front desk" },
  { "Everything goes through Ms. Keller.", "gatekeeper=Ms. Keller" },
  { "Talk to Sarah first, she runs my day.", "gatekeeper=Sarah" },
  { "Ask Tom Berger at the front desk, he knows when.", "gatekeeper=Tom Berger at the front desk" },
  { "Sarah keeps my diary and she is strict.", "gatekeeper=Sarah" },
  { "My assistant decides who gets in.", "gatekeeper=My assistant" },
  { "Our receptionist won't let vendors past her desk.", "gatekeeper=Our receptionist" },
  { "You need to go through my assistant.", "gatekeeper=my assistant" },

  { "I order online.", "orders_online" },
  { "We order everything on the portal, at night.", "orders_online" },
  { "I go to your website and order what I need.", "orders_online" },
  { "All our purchasing is online now.", "orders_online" },

  /* As a rep notes them down. */
  { "Never answers a rep's call.", "no_phone" },
  { "Bins flyers.", "no_print" },
  { "Deletes unknown mail.", "no_cold_mail" },
  { "Grants 15 minutes.", "minutes_limit=15" },
  { "Has a gatekeeper, Sarah.", "gatekeeper=Sarah" },
  { "Has a gatekeeper.", "gatekeeper=gatekeeper" },
  { "Orders online.", "orders_online" },

  /* In his own way. */
  { "I have never once picked up when a rep calls, and I am not about to start.", "no_phone" },
  { "When I see a flyer from a vendor on my desk it goes right in the trash.", "no_print" },
  { "Mail from someone I don't know, I delete without opening.", "no_cold_mail" },
  { "Nobody gets to me without Sarah. If Sarah says no, it is no.", "gatekeeper=Sarah" },
  { "What I need I order online, at night. I don't need a person for that.", "orders_online" },
  { "If I have to call once more about an invoice I will order online somewhere else.", "" },

  /* Several at once, across sentences. */
  { "I order online. I don't need a meeting of more than 15 minutes; flyers go in the trash.",
    "minutes_limit=15 no_print orders_online" },
  { "Never call me, and no flyers. You have ten minutes!", "minutes_limit=10 no_phone no_print" },

  /* Words in which the same things come up and nothing follows. */
  { "", "" },
  { "Call me any time.", "" },
  { "Nobody answers the phone when I call you.", "" },
  { "You never answer the phone.", "" },
  { "Your hotline doesn't answer calls.", "" },
  { "I always call in the morning and land on your voicemail.", "" },
  { "I don't mind if you call.", "" },
  { "I can't take calls before noon.", "" },
  { "Your last flyer was good, I kept it on my desk.", "" },
  { "I never throw a brochure away.", "" },
  { "I never got your catalogue.", "" },
  { "The bin at your dock is always full.", "" },
  { "I deleted your mail by mistake, send it again.", "" },
  { "I never got your mail.", "" },
  { "Vendors send me mail all day.", "" },
  { "I waited 15 minutes on hold.", "" },
  { "I have waited fifteen minutes for your people to answer.", "" },
  { "The driver was 20 minutes late again.", "" },
  { "Each wrong invoice costs us 40 minutes.", "" },
  { "We spend more than 30 minutes a day on recall calls.", "" },
  { "You have 0 minutes.", "" },
  { "You have 481 minutes.", "" },
  { "You have 480 minutes.", "minutes_limit=480" },
  { "You have 1 minute.", "minutes_limit=1" },
  { "I wish we could order online.", "" },
  { "Ordering on your website never works.", "" },
  { "I can't order online, it is down again.", "" },
  { "The order was wrong.", "" },
  { "Your receptionist was rude.", "" },
  { "Ask Tom about the invoices.", "" },
  { "My assistant likes your product.", "" },
  { "The front desk spends three hours a week on calls.", "" },
  { "Third wrong invoice since June.", "" },
  { "🙂🙂🙂 !!! ... ???", "" },

  /* Too far apart to belong together. */
  { "You have asked me three times in 15 minutes.", "" },
  { "I never know what the weather in the mountains will be and answer calls.", "" },
};

static const Case german[] = {
  { "Ich gehe nie ans Telefon, wenn ein Vertreter anruft.", "no_phone" },
  { "Anrufe von Vertretern nehme ich nicht entgegen.", "no_phone" },
  { "Rufen Sie mich bitte nicht an. Keine Anrufe.", "no_phone" },
  { "Ich nehme keine Anrufe an.", "no_phone" },
  { "Flyer wandern bei mir sofort in den Müll.", "no_print" },
  { "Prospekte lese ich nicht.", "no_print" },
  { "Ich schmeiße Kataloge ungeöffnet weg.", "no_print" },
  { "Ich brauche keine Broschüren.", "no_print" },
  { "Mails von Leuten, die ich nicht kenne, lösche ich.", "no_cold_mail" },
  { "Ich öffne keine Mails von Unbekannten.", "no_cold_mail" },
  { "Keine Newsletter, bitte.", "no_cold_mail" },
  { "Sie haben fünfzehn Minuten.", "minutes_limit=15" },
  { "Mehr als eine Viertelstunde brauche ich für kein Treffen.", "minutes_limit=15" },
  { "Ein Termin, der länger als 20 Minuten dauert, ist mir zu lang.", "minutes_limit=20" },
  { "15 Minuten müssen reichen.", "minutes_limit=15" },
  { "Eine halbe Stunde, länger nicht.", "minutes_limit=30" },
  { "Alles läuft über Frau Kern am Empfang.", "gatekeeper=Frau Kern am Empfang" },
  { "Fragen Sie zuerst Frau Kern.", "gatekeeper=Frau Kern" },
  { "Meine Assistentin entscheidet, wer zu mir kommt.", "gatekeeper=Meine Assistentin" },
  { "An Frau Kern kommt keiner vorbei.", "gatekeeper=Frau Kern" },
  { "Zu mir kommt niemand ohne Frau Kern.", "gatekeeper=Frau Kern" },
  { "Ohne meine Assistentin läuft hier nichts.", "gatekeeper=meine Assistentin" },
  { "Ich bestelle online.", "orders_online" },
  { "Wir bestellen alles über Ihr Portal.", "orders_online" },
  { "I order online.", "orders_online" }, /* English applies as well */

  { "Sie gehen nie ans Telefon!", "" },
  { "Bei Ihrer Hotline geht niemand ans Telefon.", "" },
  { "Ich habe keine Prospekte bekommen.", "" },
  { "Ich werfe Kataloge nie weg.", "" },
  { "Ich habe 20 Minuten in der Warteschleife gewartet.", "" },
  { "Der Fahrer kam vor 15 Minuten.", "" },
  { "Ich würde gern online bestellen.", "" },
  { "Die Bestellung im Portal klappt nie.", "" },
  { "Ihr Empfang war unfreundlich.", "" },
  { "Ihre Mail habe ich versehentlich gelöscht.", "" },
};

static char *
read_in_short (const char *language, const char *words)
{
  g_autoptr (QhPhrases) phrases = qh_phrases_new (language);
  g_autoptr (GPtrArray) found = qh_access_read (phrases, words);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++) {
    const QhAccess *access = g_ptr_array_index (found, i);
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", access->field);
    if (access->minutes > 0)
      g_string_append_printf (text, "=%d", (int)access->minutes);
    if (access->gatekeeper != NULL)
      g_string_append_printf (text, "=%s", access->gatekeeper);
  }
  return g_string_free (text, FALSE);
}

static void
test_english (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *found = read_in_short (NULL, one->words);

  g_assert_cmpstr (found, ==, one->found);
}

static void
test_german (gconstpointer data)
{
  const Case *one = data;
  g_autofree char *found = read_in_short ("de_DE.UTF-8", one->words);

  g_assert_cmpstr (found, ==, one->found);
}

static void
test_find (void)
{
  g_autoptr (QhPhrases) phrases = qh_phrases_new (NULL);
  g_autoptr (QhAccess) access =
      qh_access_find (phrases, "You have 9 minutes, and no flyers.", "minutes_limit");

  g_assert_cmpint (access->minutes, ==, 9);
  g_assert_null (qh_access_find (phrases, "You have 9 minutes, and no flyers.", "no_phone"));
  g_assert_null (qh_access_find (phrases, NULL, "no_phone"));
}

/* Offered until it stands; then the client has it. */
static void
test_apply (void)
{
  static const struct {
    const char *words, *label;
  } offers[] = {
    { "You have 1 minute.", "Set the limit to 1 minute" },
    { "You have 20 minutes.", "Set the limit to 20 minutes" },
    { "Never call me.", "Set “no phone”" },
    { "No flyers.", "Set “no print”" },
    { "No newsletters.", "Set “no cold mail”" },
    { "I order online.", "Set “orders online”" },
    { "Talk to Sarah first.", "Set the gatekeeper: Sarah" },
  };
  g_autoptr (QhPhrases) phrases = qh_phrases_new (NULL);
  g_autoptr (QhClient) client = qh_client_new ();

  for (guint i = 0; i < G_N_ELEMENTS (offers); i++) {
    g_autoptr (GPtrArray) found = qh_access_read (phrases, offers[i].words);
    g_autofree char *label = NULL;
    g_assert_cmpuint (found->len, ==, 1);
    label = qh_access_label (g_ptr_array_index (found, 0));
    g_assert_cmpstr (label, ==, offers[i].label);
    g_assert_false (qh_access_stands (g_ptr_array_index (found, 0), client));
    qh_access_apply (g_ptr_array_index (found, 0), client);
    g_assert_true (qh_access_stands (g_ptr_array_index (found, 0), client));
  }
  g_assert_cmpint (client->minutes_limit, ==, 20);
  g_assert_true (client->no_phone && client->no_print && client->no_cold_mail);
  g_assert_true (client->orders_online);
  g_assert_cmpstr (client->gatekeeper, ==, "Sarah");
}

/* A gatekeeper who is named more fully is not offered by half her name. */
static void
test_named_gatekeeper (void)
{
  static const struct {
    const char *gatekeeper;
    gboolean stands;
  } cases[] = {
    { "Sarah Lind, front desk", TRUE },
    { "sarah", TRUE },
    { "Sarahs Sohn", FALSE },
    { "Tom Berger", FALSE },
    { NULL, FALSE },
  };
  g_autoptr (QhPhrases) phrases = qh_phrases_new (NULL);
  g_autoptr (QhAccess) access = qh_access_find (phrases, "Talk to Sarah first.", "gatekeeper");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (QhClient) client = qh_client_new ();

    qh_record_set_string (QH_RECORD (client), "gatekeeper", cases[i].gatekeeper);
    g_assert_cmpint (qh_access_stands (access, client), ==, cases[i].stands);
  }
}

/* 64 KiB of one sentence in which every word begins a pattern that nothing ends. */
static void
test_long_words (void)
{
  g_autoptr (GString) words = g_string_new ("calls answer flyer unread portal ");
  g_autofree char *found = NULL;

  while (words->len < 65000)
    g_string_append (words, "never read delete 15 minutes over ");
  found = read_in_short ("de", words->str);
  g_assert_cmpstr (found, ==, "no_print");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (english); i++) {
    g_autofree char *path = g_strdup_printf ("/access/en/%03u", i);
    g_test_add_data_func (path, &english[i], test_english);
  }
  for (guint i = 0; i < G_N_ELEMENTS (german); i++) {
    g_autofree char *path = g_strdup_printf ("/access/de/%03u", i);
    g_test_add_data_func (path, &german[i], test_german);
  }
  g_test_add_func ("/access/find", test_find);
  g_test_add_func ("/access/apply", test_apply);
  g_test_add_func ("/access/named-gatekeeper", test_named_gatekeeper);
  g_test_add_func ("/access/long-words", test_long_words);
  return g_test_run ();
}
