/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window over a query. The list is a row of regions without gaps between them: pages, whose ids
 * are known, and gaps, of which only the length is. A region begins at a place in the order, so a
 * changed row says by itself which region has to be looked at again; all others stay as they are.
 * Inside a gap nobody was ever handed a row, so it does not matter where in it one is inserted:
 * what is handed out of one while regions must not be cut becomes a page as soon as they may. */
#include "store/qh-list-model.h"
#include "store/qh-list-sql.h"
#include "store/qh-list-staying.h"

/* Rows in a page. */
#define PAGE 64
/* A page that grew beyond this is cut up. */
#define PAGE_MOST (2 * PAGE)
/* Rows skipped at most to find a page; farther away, places on the way are kept. */
#define HOP 4096
/* Pages whose records are held, and whose ids are known. */
#define PAGES_HELD 16
#define PAGES_KNOWN 512
/* A page that would grow beyond this at once is forgotten instead. */
#define PAGE_BURST 1024
/* A change with more rows than this is met by looking at the whole list. */
#define TOUCHED_MOST 256

typedef struct {
  QhPlace *start; /* NULL: the beginning of the list */
  guint length;
  GPtrArray *ids; /* of a page (char *, transfer full); NULL: a gap */
  GPtrArray *records; /* of a page in view: QhRecord or NULL for each id; NULL: none is held */
  guint64 used;
} Region;

typedef struct {
  Region *gap;
  guint offset;
} Peek;

struct _QhListModel {
  GObject parent_instance;

  QhStore *store;
  QhListSql *sql;
  const QhEntity *entity;
  QhEntities looks_at; /* other entities that the query reads */
  gboolean has_counter;
  gulong changed_id;
  guint length;
  GPtrArray *regions;
  guint64 clock; /* rises with every use of a page */
  GArray *peeked; /* Peek: rows handed out of gaps in this refresh */
  gboolean refreshing;
  gboolean again; /* something changed while refreshing */
  guint stale_id;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (QhListModel, qh_list_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* The one door through which the length changes and is told. */
static void
change (QhListModel *self, guint position, guint removed, guint added)
{
  if (removed == 0 && added == 0)
    return;
  self->length += added - removed;
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

/* --- Regions */

static Region *
region_new (QhPlace *start, guint length)
{
  Region *region = g_new0 (Region, 1);

  region->start = start;
  region->length = length;
  return region;
}

static void
region_free (Region *region)
{
  g_clear_pointer (&region->start, qh_place_free);
  g_clear_pointer (&region->ids, g_ptr_array_unref);
  g_clear_pointer (&region->records, g_ptr_array_unref);
  g_free (region);
}

static Region *
region_at (QhListModel *self, guint index)
{
  return self->regions->pdata[index];
}

/* Where the region at @index ends; NULL: with the list. */
static const QhPlace *
end_of (QhListModel *self, guint index)
{
  return index + 1 < self->regions->len ? region_at (self, index + 1)->start : NULL;
}

static guint
position_of (QhListModel *self, guint index)
{
  guint position = 0;

  for (guint i = 0; i < index; i++)
    position += region_at (self, i)->length;
  return position;
}

/* The region that holds @position, which becomes the offset in it. */
static guint
find_region (QhListModel *self, guint *position)
{
  guint i = 0;

  while (*position >= region_at (self, i)->length) {
    *position -= region_at (self, i)->length;
    i++;
  }
  return i;
}

/* The region in which @place lies. */
static guint
region_of_place (QhListModel *self, const QhPlace *place)
{
  guint low = 0, high = self->regions->len;

  while (high - low > 1) {
    guint middle = (low + high) / 2;

    if (qh_list_sql_compare (self->sql, region_at (self, middle)->start, place) <= 0)
      low = middle;
    else
      high = middle;
  }
  return low;
}

/* Cuts the gap at @index in two: the second half begins at @start and is @length long. */
static void
cut (QhListModel *self, guint index, const QhPlace *start, guint length)
{
  region_at (self, index)->length -= length;
  g_ptr_array_insert (self->regions, index + 1, region_new (qh_place_copy (start), length));
}

static GPtrArray *
take_ids (GPtrArray *places, guint from, guint n)
{
  GPtrArray *ids = g_ptr_array_new_full (n, g_free);

  for (guint i = from; i < from + n; i++)
    g_ptr_array_add (ids, g_strdup (((QhPlace *)places->pdata[i])->id));
  return ids;
}

static void
unref_record (gpointer record)
{
  if (record != NULL)
    g_object_unref (record);
}

/* --- Looking up */

static gboolean on_stale (gpointer user_data);

/* Another process wrote, and the list does not know yet. */
static void
note_stale (QhListModel *self)
{
  if (self->stale_id == 0)
    self->stale_id = g_idle_add (on_stale, self);
}

/* Cuts a long gap on the way to @offset until it is near an end of its gap. Returns the gap. */
static guint
approach (QhListModel *self, guint index, guint *offset)
{
  for (;;) {
    Region *gap = region_at (self, index);
    guint behind = gap->length - *offset;
    gboolean backwards = behind < *offset;
    g_autoptr (GPtrArray) rows = NULL;

    if (MIN (*offset, behind) <= HOP)
      return index;
    rows = qh_list_sql_fetch (self->sql, gap->start, end_of (self, index), backwards,
                              backwards ? HOP - 1 : HOP, 1);
    if (rows->len == 0)
      return index;
    cut (self, index, rows->pdata[0], backwards ? HOP : gap->length - HOP);
    if (!backwards) {
      index++;
      *offset -= HOP;
    }
  }
}

/* Up to @n + 1 rows from @offset on of a gap, read from its nearer end. */
static GPtrArray *
fetch_page (QhListModel *self, guint index, guint offset, guint n)
{
  Region *gap = region_at (self, index);
  guint behind = gap->length - offset - n;
  guint next = behind > 0 ? 1 : 0;

  if (offset <= behind)
    return qh_list_sql_fetch (self->sql, gap->start, end_of (self, index), FALSE, offset, n + next);
  return qh_list_sql_fetch (self->sql, gap->start, end_of (self, index), TRUE, behind - next,
                            n + next);
}

/* Makes the page around @offset of the gap at @index known. FALSE when the gap is shorter than it
 * should be. */
static gboolean
open_page (QhListModel *self, guint index, guint offset)
{
  g_autoptr (GPtrArray) rows = NULL;
  Region *gap;
  guint first, n;

  index = approach (self, index, &offset);
  gap = region_at (self, index);
  first = offset - offset % PAGE;
  n = MIN (PAGE, gap->length - first);
  rows = fetch_page (self, index, first, n);
  if (rows->len < MIN (n + 1, gap->length - first))
    return FALSE;
  if (first + n < gap->length)
    cut (self, index, rows->pdata[n], gap->length - first - n);
  if (first > 0)
    cut (self, index++, rows->pdata[0], n);
  region_at (self, index)->ids = take_ids (rows, 0, n);
  return TRUE;
}

/* Lets go the records of the page that was used longest ago, once there are too many. */
static void
let_go_records (QhListModel *self)
{
  Region *oldest = NULL;
  guint held = 0;

  for (guint i = 0; i < self->regions->len; i++) {
    Region *region = region_at (self, i);

    if (region->records == NULL)
      continue;
    held++;
    if (oldest == NULL || region->used < oldest->used)
      oldest = region;
  }
  if (held > PAGES_HELD)
    g_clear_pointer (&oldest->records, g_ptr_array_unref);
}

/* Joins the gap at @index with the one after it. */
static void
join_gaps (QhListModel *self, guint index)
{
  Region *gap = region_at (self, index);
  Region *next = index + 1 < self->regions->len ? region_at (self, index + 1) : NULL;

  if (gap->ids != NULL || next == NULL || next->ids != NULL || gap->length + next->length > HOP)
    return;
  gap->length += next->length;
  g_ptr_array_remove_index (self->regions, index + 1);
}

/* Forgets the page that was used longest ago, once too many are known. */
static void
forget_page (QhListModel *self)
{
  guint oldest = 0, known = 0;

  for (guint i = 0; i < self->regions->len; i++) {
    Region *region = region_at (self, i);

    if (region->ids == NULL)
      continue;
    if (known++ == 0 || region->used < region_at (self, oldest)->used)
      oldest = i;
  }
  if (known <= PAGES_KNOWN)
    return;
  g_clear_pointer (&region_at (self, oldest)->records, g_ptr_array_unref);
  g_clear_pointer (&region_at (self, oldest)->ids, g_ptr_array_unref);
  join_gaps (self, oldest);
  if (oldest > 0)
    join_gaps (self, oldest - 1);
}

static QhRecord *
get_record (QhListModel *self, const char *id)
{
  QhRecord *record = qh_store_get (self->store, self->entity, id, NULL);

  if (record != NULL)
    return record;
  note_stale (self);
  return qh_record_new (self->entity);
}

/* The record at @offset of a page; held from now on. */
static QhRecord *
use_page (QhListModel *self, Region *page, guint offset)
{
  page->used = ++self->clock;
  if (page->records == NULL) {
    page->records = g_ptr_array_new_with_free_func (unref_record);
    g_ptr_array_set_size (page->records, page->length);
    let_go_records (self);
  }
  if (page->records->pdata[offset] == NULL)
    page->records->pdata[offset] = get_record (self, page->ids->pdata[offset]);
  return g_object_ref (page->records->pdata[offset]);
}

/* A row of a gap while regions must not be cut. */
static QhRecord *
peek_gap (QhListModel *self, guint index, guint offset)
{
  Peek peek = { region_at (self, index), offset };
  g_autoptr (GPtrArray) rows =
      qh_list_sql_fetch (self->sql, peek.gap->start, end_of (self, index), FALSE, offset, 1);

  g_array_append_val (self->peeked, peek);
  if (rows->len == 0)
    return qh_record_new (self->entity);
  return get_record (self, ((QhPlace *)rows->pdata[0])->id);
}

/* --- Refreshing */

/* What a region will be. */
typedef struct {
  Region *region;
  GPtrArray *ids; /* of a page */
  guint length;
} Fresh;

static void
fresh_clear (Fresh *fresh)
{
  g_clear_pointer (&fresh->ids, g_ptr_array_unref);
}

static void
remove_rows (Region *page, guint first, guint n)
{
  g_ptr_array_remove_range (page->ids, first, n);
  if (page->records != NULL)
    g_ptr_array_remove_range (page->records, first, n);
  page->length -= n;
}

/* A page becomes a gap without rows. */
static void
empty_page (QhListModel *self, Region *page, guint position)
{
  guint n = page->length;

  g_clear_pointer (&page->ids, g_ptr_array_unref);
  g_clear_pointer (&page->records, g_ptr_array_unref);
  page->length = 0;
  change (self, position, n, 0);
}

/* Takes out of a page, run by run, what does not stay. */
static void
shrink_page (QhListModel *self, Fresh *fresh, guint position)
{
  Region *page = fresh->region;
  g_autofree gboolean *stays = qh_list_staying (page->ids, fresh->ids);
  guint end = page->ids->len;

  while (end > 0) {
    guint first = end;

    while (first > 0 && !stays[first - 1])
      first--;
    if (first < end) {
      remove_rows (page, first, end - first);
      change (self, position + first, end - first, 0);
    }
    end = first > 0 ? first - 1 : 0;
  }
}

static void
insert_rows (Region *page, GPtrArray *ids, guint first, guint n)
{
  for (guint i = first; i < first + n; i++) {
    g_ptr_array_insert (page->ids, i, g_strdup (ids->pdata[i]));
    if (page->records != NULL)
      g_ptr_array_insert (page->records, i, NULL);
  }
  page->length += n;
}

/* Puts into a page, run by run, what came; the others stand in their new order already. */
static void
grow_page (QhListModel *self, Fresh *fresh, guint position)
{
  Region *page = fresh->region;
  guint first = 0;

  while (first < fresh->ids->len) {
    guint missing = fresh->ids->len - page->ids->len;
    const char *next = first < page->ids->len ? page->ids->pdata[first] : NULL;
    guint n = 0;

    while (n < missing && g_strcmp0 (fresh->ids->pdata[first + n], next) != 0)
      n++;
    if (n > 0) {
      insert_rows (page, fresh->ids, first, n);
      change (self, position + first, 0, n);
    }
    first += n + 1;
  }
}

static void
shrink (QhListModel *self, Fresh *fresh, guint position)
{
  Region *region = fresh->region;
  guint less;

  if (region->ids != NULL && fresh->ids != NULL) {
    shrink_page (self, fresh, position);
  } else if (region->ids != NULL) {
    empty_page (self, region, position);
  } else if (fresh->length < region->length) {
    less = region->length - fresh->length;
    region->length = fresh->length;
    change (self, position + fresh->length, less, 0);
  }
}

static void
grow (QhListModel *self, Fresh *fresh, guint position)
{
  Region *region = fresh->region;
  guint more;

  if (region->ids != NULL) {
    grow_page (self, fresh, position);
  } else if (fresh->length > region->length) {
    more = fresh->length - region->length;
    region->length = fresh->length;
    change (self, position + region->length - more, 0, more);
  }
}

/* Tells every difference between what is shown and @fresh: first what goes, then what comes, so
 * that a region never claims more rows than the database has. */
static void
apply (QhListModel *self, GArray *fresh)
{
  for (guint step = 0; step < 2; step++) {
    guint next = 0;

    for (guint i = 0, position = 0; i < self->regions->len && next < fresh->len; i++) {
      Fresh *one = &g_array_index (fresh, Fresh, next);

      if (region_at (self, i) == one->region) {
        (step == 0 ? shrink : grow) (self, one, position);
        next++;
      }
      position += region_at (self, i)->length;
    }
  }
}

/* What the region at @index holds now. */
static Fresh
look_again (QhListModel *self, guint index)
{
  Region *region = region_at (self, index);
  Fresh fresh = { .region = region };
  g_autoptr (GPtrArray) ids = NULL;

  if (region->ids != NULL) {
    ids = qh_list_sql_fetch_ids (self->sql, region->start, end_of (self, index), PAGE_BURST);
    fresh.length = ids->len;
    if (ids->len < PAGE_BURST)
      fresh.ids = g_steal_pointer (&ids);
  }
  if (fresh.ids == NULL)
    fresh.length = qh_list_sql_count (self->sql, region->start, end_of (self, index));
  return fresh;
}

/* The length that is left for the only gap among @fresh that was not counted. */
static gint64
length_of_rest (QhListModel *self, GArray *fresh)
{
  gint64 rest = qh_list_sql_length (self->sql);

  for (guint i = 0; i < self->regions->len; i++)
    rest -= region_at (self, i)->length;
  for (guint i = 0; i < fresh->len; i++) {
    Fresh *one = &g_array_index (fresh, Fresh, i);

    rest += (gint64)one->region->length - one->length;
  }
  return rest;
}

/* Looks at the regions marked in @touched (NULL: all). The length of one gap follows from the
 * list's counter, so that it need not be counted. */
static GArray *
look (QhListModel *self, const gboolean *touched)
{
  GArray *fresh = g_array_new (FALSE, FALSE, sizeof (Fresh));
  int rest = -1;

  g_array_set_clear_func (fresh, (GDestroyNotify)fresh_clear);
  for (guint i = 0; i < self->regions->len; i++) {
    Fresh one = { .region = region_at (self, i) };

    if (touched != NULL && !touched[i])
      continue;
    if (self->has_counter && rest < 0 && one.region->ids == NULL)
      rest = fresh->len;
    else
      one = look_again (self, i);
    g_array_append_val (fresh, one);
  }
  if (rest >= 0)
    g_array_index (fresh, Fresh, rest).length = MAX (length_of_rest (self, fresh), 0);
  return fresh;
}

/* Cuts up a page that grew; its records stay with it. */
static void
split_page (QhListModel *self, guint index)
{
  Region *page = region_at (self, index);
  g_autoptr (GPtrArray) rows =
      qh_list_sql_fetch (self->sql, page->start, end_of (self, index), FALSE, 0, G_MAXINT);

  if (rows->len != page->length)
    return;
  for (guint first = PAGE; first < rows->len; first += PAGE) {
    guint n = MIN (PAGE, rows->len - first);
    Region *part = region_new (qh_place_copy (rows->pdata[first]), n);

    part->ids = take_ids (rows, first, n);
    part->used = page->used;
    g_ptr_array_insert (self->regions, index + first / PAGE, part);
  }
  remove_rows (page, PAGE, rows->len - PAGE);
}

/* After a refresh: no region is empty (but the only one), no page too long, not too many known. */
static void
tidy (QhListModel *self)
{
  for (guint i = 0; i < self->regions->len;) {
    Region *region = region_at (self, i);
    Region *next = i + 1 < self->regions->len ? region_at (self, i + 1) : NULL;

    if (region->length == 0 && next != NULL) {
      qh_place_free (next->start);
      next->start = g_steal_pointer (&region->start);
      g_ptr_array_remove_index (self->regions, i);
      continue;
    }
    if (region->length == 0 && i > 0) {
      g_ptr_array_remove_index (self->regions, i);
      continue;
    }
    if (region->length == 0) {
      g_clear_pointer (&region->ids, g_ptr_array_unref);
      g_clear_pointer (&region->records, g_ptr_array_unref);
    }
    if (region->ids != NULL && region->length > PAGE_MOST)
      split_page (self, i);
    i++;
  }
}

static void
reset (QhListModel *self)
{
  guint before = self->length;
  guint now = qh_list_sql_length (self->sql);

  g_ptr_array_set_size (self->regions, 0);
  g_ptr_array_add (self->regions, region_new (NULL, now));
  change (self, 0, before, now);
}

/* The regions that the change just made has touched; NULL when that is not known. */
static gboolean *
find_touched (QhListModel *self)
{
  int size = 0;
  const void *changeset = qh_store_peek_changeset (self->store, &size);
  g_autoptr (GPtrArray) places = NULL;
  gboolean *touched;

  if (changeset != NULL)
    places = qh_list_sql_touched (self->sql, changeset, size, TOUCHED_MOST);
  if (places == NULL)
    return NULL;
  touched = g_new0 (gboolean, self->regions->len);
  for (guint i = 0; i < places->len; i++)
    touched[region_of_place (self, places->pdata[i])] = TRUE;
  return touched;
}

/* Makes the page around a row that was peeked at known, unless another row did. */
static void
open_peeked (QhListModel *self, guint position)
{
  guint offset = position;
  guint index;

  if (position >= self->length)
    return;
  index = find_region (self, &offset);
  if (region_at (self, index)->ids == NULL && !open_page (self, index, offset))
    note_stale (self);
}

/* Their places are worked out first: opening a page cuts gaps. */
static void
open_all_peeked (QhListModel *self)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->peeked->len; i++) {
    const Peek *peek = &g_array_index (self->peeked, Peek, i);
    guint index;

    if (g_ptr_array_find (self->regions, peek->gap, &index)) {
      guint position = position_of (self, index) + peek->offset;
      g_array_append_val (positions, position);
    }
  }
  g_array_set_size (self->peeked, 0);
  for (guint i = 0; i < positions->len; i++)
    open_peeked (self, g_array_index (positions, guint, i));
}

static void
refresh_once (QhListModel *self, const gboolean *touched)
{
  g_autoptr (GArray) fresh = look (self, touched);

  apply (self, fresh);
  open_all_peeked (self);
  tidy (self);
}

/* Whoever is told of a change may change something himself. */
static void
refresh (QhListModel *self, const gboolean *touched)
{
  g_object_ref (self);
  self->refreshing = TRUE;
  refresh_once (self, touched);
  while (self->again) {
    self->again = FALSE;
    refresh_once (self, NULL);
  }
  self->refreshing = FALSE;
  g_object_unref (self);
}

/* --- Callbacks */

static gboolean
on_stale (gpointer user_data)
{
  QhListModel *self = user_data;

  self->stale_id = 0;
  refresh (self, NULL);
  return G_SOURCE_REMOVE;
}

static void
on_store_changed (QhListModel *self, guint64 entities)
{
  g_autofree gboolean *touched = NULL;

  if ((entities & (QH_ENTITY_BIT (self->entity) | self->looks_at)) == 0)
    return;
  if (self->refreshing) {
    self->again = TRUE;
    return;
  }
  if ((entities & self->looks_at) == 0)
    touched = find_touched (self);
  refresh (self, touched);
}

/* --- GListModel */

static GType
qh_list_model_get_item_type (GListModel *model)
{
  return QH_LIST_MODEL (model)->entity->get_type ();
}

static guint
qh_list_model_get_n_items (GListModel *model)
{
  return QH_LIST_MODEL (model)->length;
}

static gpointer
qh_list_model_get_item (GListModel *model, guint position)
{
  QhListModel *self = QH_LIST_MODEL (model);
  guint offset = position;
  guint index;

  if (position >= self->length)
    return NULL;
  index = find_region (self, &offset);
  if (region_at (self, index)->ids == NULL) {
    if (self->refreshing)
      return peek_gap (self, index, offset);
    if (!open_page (self, index, offset)) {
      note_stale (self);
      return qh_record_new (self->entity);
    }
    forget_page (self);
    offset = position;
    index = find_region (self, &offset);
  }
  return use_page (self, region_at (self, index), offset);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = qh_list_model_get_item_type;
  iface->get_n_items = qh_list_model_get_n_items;
  iface->get_item = qh_list_model_get_item;
}

static void
qh_list_model_dispose (GObject *object)
{
  QhListModel *self = QH_LIST_MODEL (object);

  g_clear_handle_id (&self->stale_id, g_source_remove);
  g_clear_signal_handler (&self->changed_id, self->store);
  g_clear_pointer (&self->sql, qh_list_sql_free);
  g_clear_pointer (&self->regions, g_ptr_array_unref);
  g_clear_pointer (&self->peeked, g_array_unref);
  g_clear_object (&self->store);
  self->length = 0;
  G_OBJECT_CLASS (qh_list_model_parent_class)->dispose (object);
}

static void
qh_list_model_class_init (QhListModelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qh_list_model_dispose;
}

static void
qh_list_model_init (QhListModel *self)
{
  self->regions = g_ptr_array_new_with_free_func ((GDestroyNotify)region_free);
  self->peeked = g_array_new (FALSE, FALSE, sizeof (Peek));
}

QhListModel *
qh_list_model_new (QhStore *store, const QhQuery *query, const char *const *values)
{
  QhListModel *self;

  g_return_val_if_fail (QH_IS_STORE (store), NULL);
  g_return_val_if_fail (query != NULL && query->entity != NULL && query->key != NULL, NULL);

  self = g_object_new (QH_TYPE_LIST_MODEL, NULL);
  self->store = g_object_ref (store);
  self->entity = query->entity;
  self->has_counter = query->counter != NULL;
  self->looks_at = qh_list_sql_looks_at (query);
  self->sql = qh_list_sql_new (qh_store_get_db (store), query);
  qh_list_sql_set_values (self->sql, values);
  self->changed_id =
      g_signal_connect_swapped (store, "changed", G_CALLBACK (on_store_changed), self);
  reset (self);
  return self;
}

void
qh_list_model_set_values (QhListModel *self, const char *const *values)
{
  g_return_if_fail (QH_IS_LIST_MODEL (self));
  g_return_if_fail (!self->refreshing);

  qh_list_sql_set_values (self->sql, values);
  reset (self);
}

gboolean
qh_list_model_find (QhListModel *self, const char *id, guint *position)
{
  g_autoptr (QhPlace) place = NULL;
  gboolean listed;
  guint index, offset = 0;

  g_return_val_if_fail (QH_IS_LIST_MODEL (self), FALSE);
  g_return_val_if_fail (id != NULL && position != NULL, FALSE);

  place = qh_list_sql_place (self->sql, id, &listed);
  if (!listed)
    return FALSE;
  index = region_of_place (self, place);
  if (region_at (self, index)->ids == NULL)
    offset = qh_list_sql_count (self->sql, region_at (self, index)->start, place);
  else if (!g_ptr_array_find_with_equal_func (region_at (self, index)->ids, id, g_str_equal,
                                              &offset))
    return FALSE;
  *position = position_of (self, index) + offset;
  return TRUE;
}
