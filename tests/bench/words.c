/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made-up words in the proportions of a natural language: the n-th most common one is drawn in
 * proportion to 1 / (n + 3). */
#include "generate.h"
#include <string.h>

#define WORDS 20000

static const char *const common[] = {
  "the",      "to",        "of",      "and",       "we",      "a",        "in",      "for",
  "delivery", "invoice",   "order",   "on",        "price",   "is",       "with",    "client",
  "call",     "time",      "not",     "training",  "answer",  "late",     "team",    "phone",
  "portal",   "wrong",     "week",    "benchmark", "tray",    "sterile",  "implant", "lab",
  "case",     "support",   "quality", "minutes",   "meeting", "contract", "service", "return",
  "new",      "catalogue", "product",
};

static const char *const syllables[] = {
  "ba", "be", "bi", "bo", "da", "de", "di", "do",   "fa",  "fe",   "fi",   "ga",  "ge", "go",
  "ka", "ke", "ko", "la", "le", "li", "lo", "ma",   "me",  "mi",   "mo",   "na",  "ne", "ni",
  "no", "pa", "pe", "po", "ra", "re", "ri", "ro",   "sa",  "se",   "si",   "so",  "ta", "te",
  "ti", "to", "va", "ve", "vi", "wa", "ze", "über", "sch", "tion", "ment", "ing", "é",
};

struct _Words {
  guint64 state;
  char *words[WORDS];
  double reach[WORDS]; /* the sum of all weights up to this word */
};

/* splitmix64: small, and the same everywhere. */
static guint64
next (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

static char *
make_word (guint64 *state)
{
  GString *word = g_string_new (NULL);
  guint n = 2 + next (state) % 3;

  for (guint i = 0; i < n; i++)
    g_string_append (word, syllables[next (state) % G_N_ELEMENTS (syllables)]);
  return g_string_free (word, FALSE);
}

Words *
words_new (guint64 seed)
{
  Words *self = g_new0 (Words, 1);
  guint64 state = 15; /* the words themselves are always the same */
  double sum = 0;

  for (guint i = 0; i < WORDS; i++) {
    self->words[i] = i < G_N_ELEMENTS (common) ? g_strdup (common[i]) : make_word (&state);
    sum += 1.0 / (i + 3);
    self->reach[i] = sum;
  }
  self->state = seed;
  return self;
}

void
words_free (Words *self)
{
  for (guint i = 0; i < WORDS; i++)
    g_free (self->words[i]);
  g_free (self);
}

const char *
words_draw (Words *self)
{
  double goal = (next (&self->state) >> 11) * 0x1p-53 * self->reach[WORDS - 1];
  guint low = 0, high = WORDS - 1;

  while (low < high) {
    guint middle = (low + high) / 2;

    if (self->reach[middle] < goal)
      low = middle + 1;
    else
      high = middle;
  }
  return self->words[low];
}

char *
words_sentence (Words *self, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    if (i > 0)
      g_string_append_c (text, ' ');
    g_string_append (text, words_draw (self));
  }
  text->str[0] = g_ascii_toupper (text->str[0]);
  return g_string_free (text, FALSE);
}
