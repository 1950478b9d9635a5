/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "content/qh-movement-text.h"
#include "base/qh-text.h"
#include <glib/gi18n-lib.h>

/* By QhMovementKind: with a client's name, and where he is gone. */
static const struct {
  const char *with;
  const char *without;
} kinds[] = {
  [QH_MOVEMENT_KIND_RESERVE] = { N_ ("Reserved for %s"), N_ ("Reserved") },
  [QH_MOVEMENT_KIND_DELIVER] = { N_ ("Given to %s"), N_ ("Given") },
  [QH_MOVEMENT_KIND_RELEASE] = { N_ ("Released by %s"), N_ ("Released") },
  [QH_MOVEMENT_KIND_RETURN] = { N_ ("Returned by %s"), N_ ("Returned") },
  [QH_MOVEMENT_KIND_TRANSFER_OUT] = { N_ ("Handed on from %s"), N_ ("Handed on") },
  [QH_MOVEMENT_KIND_TRANSFER_IN] = { N_ ("Received from %s"), N_ ("Received") },
};

static char *
describe_adjustment (QhMovement *movement)
{
  if (movement->copies > 0)
    return g_strdup_printf (ngettext ("Edition raised by %d copy", "Edition raised by %d copies",
                                      (gulong)movement->copies),
                            (int)movement->copies);
  return g_strdup_printf (ngettext ("Edition lowered by %d copy", "Edition lowered by %d copies",
                                    (gulong)-movement->copies),
                          (int)-movement->copies);
}

char *
qh_movement_title (QhStore *store, QhMovement *movement)
{
  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (QH_IS_MOVEMENT (movement), NULL);

  g_autoptr (QhRecord) client =
      movement->client ? qh_store_get (store, &qh_client_entity, movement->client, NULL) : NULL;

  if (movement->kind == QH_MOVEMENT_KIND_ADJUST)
    return describe_adjustment (movement);
  if (!client)
    return g_strdup (_ (kinds[movement->kind].without));
  return g_strdup_printf (_ (kinds[movement->kind].with), QH_CLIENT (client)->name);
}

static void
append (GString *text, const char *piece)
{
  if (qh_text_is_empty (piece))
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, piece);
}

static char *
describe_copy (QhMovement *movement)
{
  if (movement->kind == QH_MOVEMENT_KIND_ADJUST)
    return NULL;
  if (movement->number != QH_NONE)
    return g_strdup_printf (_ ("Copy %d"), (int)movement->number);
  return g_strdup_printf (ngettext ("%d copy", "%d copies", (gulong)movement->copies),
                          (int)movement->copies);
}

char *
qh_movement_details (QhMovement *movement, gint64 now)
{
  g_return_val_if_fail (QH_IS_MOVEMENT (movement), NULL);

  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *copy = describe_copy (movement);
  g_autofree char *date = qh_instant_to_date (movement->at, NULL);
  g_autofree char *day = qh_date_label (date, now, NULL);
  g_autofree char *reaction =
      movement->reaction != QH_NONE
          ? g_strdup_printf (_ ("reaction %d of 5"), (int)movement->reaction)
          : NULL;

  append (text, copy);
  append (text, day);
  append (text, reaction);
  append (text, movement->opened);
  append (text, movement->reason);
  return g_strdup (text->str);
}
