/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/qh-time.h"
#include <glib-object.h>

G_BEGIN_DECLS

/* The most minor units of an amount: every JSON reader holds a whole number up to 2^53 − 1. */
#define QH_MONEY_MAX G_GINT64_CONSTANT (9007199254740991)

/* The most bytes of a verbatim text. */
#define QH_VERBATIM_MAX (16 * 1024 * 1024)

/* What a field holds, and with which C type it stands in the struct. */
typedef enum {
  QH_KIND_TEXT, /* char *, trimmed UTF-8, NULL = none */
  QH_KIND_INTEGER, /* gint64, QH_NONE = none */
  QH_KIND_BOOLEAN, /* gboolean */
  QH_KIND_ENUM, /* int, 0 = none, from 1 the values of the table */
  QH_KIND_DATE, /* char *, `YYYY-MM-DD`, NULL = none */
  QH_KIND_INSTANT, /* gint64, microseconds since the epoch, QH_NONE = none */
  QH_KIND_ID, /* char *, a UUID */
  QH_KIND_REFERENCE, /* char *, the id of a record of `target`, NULL = none */
} QhFieldKind;

typedef enum {
  QH_FIELD_REQUIRED = 1 << 0,
  QH_FIELD_PERSONAL = 1 << 1, /* data about a person */
  QH_FIELD_SEARCHABLE = 1 << 2, /* its text is found by search */
  QH_FIELD_PRIVATE = 1 << 3, /* leaves the house in the full edition only */
  QH_FIELD_MONEY = 1 << 4, /* minor units of the store's currency */
  QH_FIELD_EMAIL = 1 << 5, /* a mail address */
  QH_FIELD_AUTOMATIC = 1 << 6, /* set by the store; a person cannot set it */
  QH_FIELD_VERBATIM = 1 << 7, /* text kept as it came: not trimmed, up to QH_VERBATIM_MAX bytes */
} QhFieldFlags;

/* One value of an enum: `name` in SQL, JSON and on the command line; `label` for people, with a
 * `context` for translators where the word alone says too little. */
typedef struct {
  const char *name;
  const char *label;
  const char *context;
} QhEnumValue;

typedef struct {
  const char *name; /* SQL column, JSON member, --option and property (with `-` for `_`) */
  const char *label; /* untranslated; NULL for what a person never sees */
  QhFieldKind kind;
  guint flags;
  gsize offset;
  gint64 min, max; /* integers: the range */
  gint64 initial; /* of a new record: integers and enums; else 0 */
  const QhEnumValue *values; /* enums: from value 1, ended by a NULL name */
  const char *target; /* references: the entity's name */
} QhField;

/* Lines of an entity's table. Type is the struct, member its member and the field's name. */
#define QH_FIELD(Type, member, label_, kind_, flags_)               \
  .name = #member, .label = label_, .kind = kind_, .flags = flags_, \
  .offset = G_STRUCT_OFFSET (Type, member)
#define QH_FIELD_TEXT(Type, member, label, flags)       \
  {                                                     \
    QH_FIELD (Type, member, label, QH_KIND_TEXT, flags) \
  }
#define QH_FIELD_DATE(Type, member, label, flags)       \
  {                                                     \
    QH_FIELD (Type, member, label, QH_KIND_DATE, flags) \
  }
#define QH_FIELD_INSTANT(Type, member, label, flags)                           \
  {                                                                            \
    QH_FIELD (Type, member, label, QH_KIND_INSTANT, flags), .initial = QH_NONE \
  }
#define QH_FIELD_BOOLEAN(Type, member, label)          \
  {                                                    \
    QH_FIELD (Type, member, label, QH_KIND_BOOLEAN, 0) \
  }
#define QH_FIELD_INTEGER(Type, member, label, flags, min_, max_, initial_)            \
  {                                                                                   \
    QH_FIELD (Type, member, label, QH_KIND_INTEGER, flags), .min = min_, .max = max_, \
                                                            .initial = initial_       \
  }
#define QH_FIELD_ENUM(Type, member, label, flags, values_, initial_)                            \
  {                                                                                             \
    QH_FIELD (Type, member, label, QH_KIND_ENUM, flags), .initial = initial_, .values = values_ \
  }
#define QH_FIELD_REFERENCE(Type, member, label, flags, target_)                 \
  {                                                                             \
    QH_FIELD (Type, member, label, QH_KIND_REFERENCE, flags), .target = target_ \
  }

/* The value of @field named @name; 0 when there is none. NULL or "" is 0. */
int qh_field_enum_value (const QhField *field, const char *name);

/* Names and translated labels of an enum's @value; NULL for 0 and what is out of range. */
const char *qh_enum_name (const QhEnumValue *values, int value);
const char *qh_enum_label (const QhEnumValue *values, int value);

/* Every name, comma-separated, for an error text. */
char *qh_enum_names (const QhEnumValue *values);
guint qh_enum_count (const QhEnumValue *values);

G_END_DECLS
