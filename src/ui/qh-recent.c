/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "qh-recent.h"
#include "base/qh-id.h"
#include "store/qh-settings.h"

/* How many are known. */
#define MOST 12

struct _QhRecent {
  QhStore *store;
  GPtrArray *ids; /* the newest last */
};

static void
add (QhRecent *self, const char *id)
{
  guint at;

  if (!qh_id_is_valid (id))
    return;
  if (g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &at))
    g_ptr_array_remove_index (self->ids, at);
  g_ptr_array_add (self->ids, g_strdup (id));
  if (self->ids->len > MOST)
    g_ptr_array_remove_index (self->ids, 0);
}

QhRecent *
qh_recent_new (QhStore *store)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);

  QhRecent *self = g_new0 (QhRecent, 1);
  g_autofree char *kept = qh_store_get_setting (store, QH_SETTING_RECENT);
  g_auto (GStrv) ids = g_strsplit (kept ? kept : "", " ", -1);

  self->store = g_object_ref (store);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; ids[i]; i++)
    add (self, ids[i]);
  return self;
}

void
qh_recent_free (QhRecent *self)
{
  g_return_if_fail (self);

  g_ptr_array_unref (self->ids);
  g_object_unref (self->store);
  g_free (self);
}

void
qh_recent_visit (QhRecent *self, const char *name)
{
  g_return_if_fail (self && name);

  add (self, name);
}

const char **
qh_recent_list (QhRecent *self)
{
  g_return_val_if_fail (self, NULL);

  const char **ids = g_new0 (const char *, self->ids->len + 1);

  for (guint i = 0; i < self->ids->len; i++)
    ids[i] = self->ids->pdata[self->ids->len - 1 - i];
  return ids;
}

void
qh_recent_keep (QhRecent *self)
{
  g_return_if_fail (self);

  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->ids->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (char *)self->ids->pdata[i]);
  qh_store_set_setting (self->store, QH_SETTING_RECENT, text->len > 0 ? text->str : NULL, NULL);
}
