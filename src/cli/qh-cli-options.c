/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the command line: `--name value`, `--name=value`, `-o value`, `--` before an argument
 * that begins with a dash. A value may begin with one, so negative numbers need nothing special.
 * Everything is UTF-8, whatever the locale. */
#include "qh-cli-options.h"
#include <glib/gi18n-lib.h>
#include <string.h>

const QhCliOption qh_cli_global_options[] = {
  { "store", 0, "FILE", N_ ("Use this store instead of the app’s own") },
  { "now", 0, "TIME", N_ ("Let the clock stand at this time") },
  { "version", 0, NULL, N_ ("Print the version") },
  { "help", 'h', NULL, N_ ("Print this help") },
  { NULL },
};

static const QhCliOption help_option[] = {
  { "help", 'h', NULL, NULL },
  { NULL },
};

/* Where the reading stands. */
typedef struct {
  char **argv;
  int argc;
  int at;
  const char *name; /* of the option that is being read, without dashes or value */
  gsize length; /* of the name */
  const char *attached; /* the value behind =, or NULL */
} Reader;

static void
field_free (QhCliField *field)
{
  g_free (field->name);
  g_free (field->value);
  g_free (field);
}

static QhCliField *
field_new (char *name, const char *value)
{
  QhCliField *field = g_new0 (QhCliField, 1);

  field->name = name;
  field->value = g_strdup (value);
  return field;
}

static const QhCliOption *
find_option (const QhCliOption *options, const Reader *reader, gboolean is_letter)
{
  for (; options != NULL && options->name != NULL; options++) {
    if (is_letter && options->letter != 0 && options->letter == *reader->name)
      return options;
    if (!is_letter && strlen (options->name) == reader->length &&
        strncmp (options->name, reader->name, reader->length) == 0)
      return options;
  }
  return NULL;
}

/* Splits the argument into name and attached value; TRUE for a single letter. */
static gboolean
begin_option (Reader *reader)
{
  const char *argument = reader->argv[reader->at];
  gboolean is_letter = argument[1] != '-';
  const char *equals = is_letter ? NULL : strchr (argument, '=');

  reader->name = argument + (is_letter ? 1 : 2);
  reader->length = is_letter ? 1 : strcspn (reader->name, "=");
  reader->attached = equals != NULL ? equals + 1 : NULL;
  if (is_letter && reader->name[1] != '\0')
    reader->attached = reader->name + 1;
  return is_letter;
}

/* The value of the option that was begun: attached, or the next argument. */
static gboolean
read_value (Reader *reader, const char *called, const char **value, GError **error)
{
  if (reader->attached != NULL) {
    *value = reader->attached;
    return TRUE;
  }
  if (reader->at + 1 < reader->argc) {
    *value = reader->argv[++reader->at];
    return TRUE;
  }
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("%s: expected a value (%s) behind it"),
               reader->argv[reader->at], called);
  return FALSE;
}

static gboolean
take_option (QhCli *cli, Reader *reader, const QhCliOption *option, GError **error)
{
  const char *value = "";

  if (option->value != NULL && !read_value (reader, option->value, &value, error))
    return FALSE;
  if (option->value == NULL && reader->attached != NULL) {
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("--%s takes no value, got “%s”"),
                 option->name, reader->attached);
    return FALSE;
  }
  g_hash_table_insert (cli->options, (gpointer)option->name, g_strdup (value));
  g_ptr_array_add (cli->given, field_new (g_strdup (option->name), value));
  return TRUE;
}

static gboolean
take_field (QhCli *cli, Reader *reader, GError **error)
{
  g_autofree char *name = g_strndup (reader->name, reader->length);
  const char *value = NULL;

  if (!read_value (reader, _ ("an empty one clears the field"), &value, error))
    return FALSE;
  g_ptr_array_add (cli->fields, field_new (g_steal_pointer (&name), value));
  return TRUE;
}

static void
append_names (GString *names, const QhCliOption *options)
{
  for (; options != NULL && options->name != NULL; options++)
    g_string_append_printf (names, "%s--%s", names->len > 0 ? ", " : "", options->name);
}

static gboolean
set_unknown (const Reader *reader, const QhCliOption *options, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  append_names (known, options);
  if (options != qh_cli_global_options)
    append_names (known, help_option);
  g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("unknown option “%s”: expected one of %s"),
               reader->argv[reader->at], known->str);
  return FALSE;
}

static gboolean
is_option (const char *argument)
{
  return argument[0] == '-' && argument[1] != '\0';
}

static gboolean
check_utf8 (int argc, char **argv, GError **error)
{
  for (int i = 1; i < argc; i++)
    if (!g_utf8_validate (argv[i], -1, NULL)) {
      g_autofree char *shown = g_utf8_make_valid (argv[i], -1);
      g_set_error (error, QH_ERROR, QH_ERROR_INVALID, _ ("argument %d: expected UTF-8, got “%s”"),
                   i, shown);
      return FALSE;
    }
  return TRUE;
}

gboolean
qh_cli_read_global (QhCli *cli, int argc, char **argv, int *next, GError **error)
{
  Reader reader = { argv, argc, 1 };

  cli->options = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  cli->fields = g_ptr_array_new_with_free_func ((GDestroyNotify)field_free);
  cli->given = g_ptr_array_new_with_free_func ((GDestroyNotify)field_free);
  cli->arguments = g_ptr_array_new ();
  if (!check_utf8 (argc, argv, error))
    return FALSE;
  for (; reader.at < argc && is_option (argv[reader.at]); reader.at++) {
    gboolean is_letter = begin_option (&reader);
    const QhCliOption *option = find_option (qh_cli_global_options, &reader, is_letter);
    if (option == NULL)
      return set_unknown (&reader, qh_cli_global_options, error);
    if (!take_option (cli, &reader, option, error))
      return FALSE;
  }
  *next = reader.at;
  return TRUE;
}

/* One option of the command: its own, help, or a field. */
static gboolean
read_option (QhCli *cli, Reader *reader, GError **error)
{
  gboolean is_letter = begin_option (reader);
  const QhCliOption *option = find_option (cli->command->options, reader, is_letter);

  if (option == NULL)
    option = find_option (help_option, reader, is_letter);
  if (option != NULL)
    return take_option (cli, reader, option, error);
  if (cli->command->fields && !is_letter)
    return take_field (cli, reader, error);
  return set_unknown (reader, cli->command->options, error);
}

static gboolean
check_count (QhCli *cli, GError **error)
{
  guint n = cli->arguments->len;
  const char *gap = *cli->command->arguments != '\0' ? " " : "";

  if (n >= cli->command->min && n <= cli->command->max)
    return TRUE;
  if (n > cli->command->max)
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("“%s” is one argument too many: expected %s %s%s%s"),
                 qh_cli_argument (cli, cli->command->max), cli->program, cli->command->name, gap,
                 cli->command->arguments);
  else
    g_set_error (error, QH_ERROR, QH_ERROR_INVALID,
                 _ ("an argument is missing: expected %s %s%s%s"), cli->program, cli->command->name,
                 gap, cli->command->arguments);
  return FALSE;
}

gboolean
qh_cli_read_arguments (QhCli *cli, int argc, char **argv, int first, GError **error)
{
  Reader reader = { argv, argc, first };
  gboolean options_end = FALSE;

  g_ptr_array_set_size (cli->given, 0); /* those before the command are not its */
  for (; reader.at < argc; reader.at++) {
    char *argument = argv[reader.at];
    if (!options_end && g_str_equal (argument, "--"))
      options_end = TRUE;
    else if (options_end || !is_option (argument))
      g_ptr_array_add (cli->arguments, argument);
    else if (!read_option (cli, &reader, error))
      return FALSE;
  }
  return qh_cli_option (cli, "help") != NULL || check_count (cli, error);
}
