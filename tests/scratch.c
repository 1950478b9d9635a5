/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scratch.h"
#include <glib/gstdio.h>

void
scratch_remove (const char *path)
{
  g_autoptr (GDir) dir =
      g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);
    scratch_remove (inner);
  }
  g_remove (path);
}
