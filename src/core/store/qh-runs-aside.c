/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs that the store would not take: a file each in the state folder, named by the store's path
 * and the meeting, and there only until the store has it all. */
#include "store/qh-file.h"
#include "store/qh-runs.h"
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define ENDING ".json"
/* Of the digest of the store's path. */
#define DIGEST_CHARS 16

static char *
get_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "quarterhour", "runs", NULL);
}

/* What the files of @store begin with; NULL where nobody would find them again. */
static char *
get_stem (QhStore *store)
{
  const char *path = qh_store_get_path (store);
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, absolute, -1);

  if (g_str_equal (path, ":memory:"))
    return NULL;
  return g_strdup_printf ("%.*s-", DIGEST_CHARS, digest);
}

static char *
get_path (QhStore *store, const char *meeting)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *stem = get_stem (store);
  g_autofree char *name = g_strconcat (stem != NULL ? stem : "", meeting, ENDING, NULL);

  return stem != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

gboolean
qh_runs_keep_aside (QhStore *store, const QhRun *run, GError **error)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *path = NULL;
  g_autofree char *state = NULL;

  g_return_val_if_fail (QH_IS_STORE (store) && run != NULL, FALSE);
  path = get_path (store, run->meeting);
  if (path == NULL)
    return TRUE;
  state = qh_run_to_json (run);
  return qh_file_make_folder (folder, error) &&
         g_file_set_contents_full (path, state, -1,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0600, error);
}

QhRun *
qh_runs_read_aside (QhStore *store, const char *meeting)
{
  g_autofree char *path = NULL;
  g_autofree char *state = NULL;

  g_return_val_if_fail (QH_IS_STORE (store) && meeting != NULL, NULL);
  path = get_path (store, meeting);
  if (path == NULL || !g_file_get_contents (path, &state, NULL, NULL))
    return NULL;
  return qh_run_from_json (state, NULL);
}

void
qh_runs_drop_aside (QhStore *store, const char *meeting)
{
  g_autofree char *path = NULL;

  g_return_if_fail (QH_IS_STORE (store) && meeting != NULL);
  path = get_path (store, meeting);
  if (path != NULL)
    g_unlink (path);
}

GPtrArray *
qh_runs_list_aside (QhStore *store)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *stem = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *meetings = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_return_val_if_fail (QH_IS_STORE (store), meetings);
  stem = get_stem (store);
  while (dir != NULL && stem != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, stem) && g_str_has_suffix (name, ENDING))
      g_ptr_array_add (meetings, g_strndup (name + strlen (stem),
                                            strlen (name) - strlen (stem) - strlen (ENDING)));
  return meetings;
}
