/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The help, made from the same tables as the commands themselves. */
#include "qh-cli-help.h"
#include "qh-cli-options.h"
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define INDENT 28

/* Two columns: what is written, and what it does. */
static void
print_row (const char *left, const char *right)
{
  int width = (int)g_utf8_strlen (left, -1);

  printf ("  %s%*s%s\n", left, MAX (2, INDENT - width), "", right);
}

static void
print_options (const QhCliOption *options)
{
  for (; options != NULL && options->name != NULL; options++) {
    g_autoptr (GString) left = g_string_new (NULL);
    if (options->letter != 0)
      g_string_append_printf (left, "-%c, ", options->letter);
    g_string_append_printf (left, "--%s", options->name);
    if (options->value != NULL)
      g_string_append_printf (left, " %s", options->value);
    print_row (left->str, _ (options->help));
  }
}

void
qh_cli_print_overview (QhCli *cli, const QhCliCommand *const *groups)
{
  printf (_ ("Usage: %s [OPTION]… COMMAND [ARGUMENT]…\n"), cli->program);
  printf ("\n%s\n", _ ("Options:"));
  print_options (qh_cli_global_options);
  printf ("\n%s\n", _ ("Commands:"));
  for (; *groups != NULL; groups++)
    for (const QhCliCommand *command = *groups; command->name != NULL; command++) {
      g_autofree char *left = g_strconcat (command->name, " ", command->arguments, NULL);
      print_row (left, _ (command->help));
    }
  printf ("\n%s\n%s\n",
          _ ("Exit status: 0 done, 1 the answer is no, 2 unusable input, 3 the store."),
          _ ("Each command has a --help of its own."));
}

static char *
describe_number (const QhField *field)
{
  if (field->flags & QH_FIELD_MONEY)
    return g_strdup (_ ("minor units"));
  if (field->max > G_MAXINT)
    return g_strdup (_ ("a whole number"));
  return g_strdup_printf (_ ("%d to %d"), (int)field->min, (int)field->max);
}

/* What a field takes, as the help shows it. */
static char *
describe_field (const QhField *field)
{
  g_autofree char *names = NULL;

  switch (field->kind) {
  case QH_KIND_INTEGER:
    return describe_number (field);
  case QH_KIND_BOOLEAN:
    return g_strdup (_ ("true or false"));
  case QH_KIND_ENUM:
    names = qh_enum_names (field->values);
    return g_steal_pointer (&names);
  case QH_KIND_DATE:
    return g_strdup ("YYYY-MM-DD");
  case QH_KIND_INSTANT:
    return g_strdup (_ ("a time, ISO 8601"));
  case QH_KIND_REFERENCE:
    /* Translators: the kind of record that a field points to */
    return g_strdup_printf (_ ("id or name of a %s"), field->target);
  case QH_KIND_TEXT:
  case QH_KIND_ID:
    break;
  }
  return g_strdup (_ ("text"));
}

static void
print_fields (const QhEntity *entity)
{
  printf ("\n%s\n", _ ("Fields:"));
  for (guint i = 0; i < entity->n_fields; i++) {
    const QhField *field = &entity->fields[i];
    g_autofree char *dashed = g_strdelimit (g_strdup (field->name), "_", '-');
    g_autofree char *left = g_strconcat ("--", dashed, NULL);
    g_autofree char *right = describe_field (field);
    if (!(field->flags & QH_FIELD_AUTOMATIC))
      print_row (left, right);
  }
}

void
qh_cli_print_help (QhCli *cli)
{
  const QhCliCommand *command = cli->command;
  const char *kind = qh_cli_argument (cli, 0);
  const QhEntity *entity = kind != NULL ? qh_entity_find (kind) : NULL;

  printf (_ ("Usage: %s %s%s%s\n"), cli->program, command->name,
          *command->arguments != '\0' ? " " : "", command->arguments);
  printf ("\n%s\n", _ (command->help));
  if (command->options != NULL) {
    printf ("\n%s\n", _ ("Options:"));
    print_options (command->options);
  }
  /* Others take fields too, but name them in their arguments. */
  if (strstr (command->arguments, "--FIELD") == NULL)
    return;
  if (entity != NULL) {
    print_fields (entity);
  } else {
    g_autofree char *kinds = qh_entity_names ();
    printf ("\n%s %s\n", _ ("Kinds:"), kinds);
    printf (_ ("%s add KIND --help lists the fields of a kind.\n"), cli->program);
  }
}
