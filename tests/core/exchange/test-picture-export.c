/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture's table for other programs: what is known and what is not, in any language. */
#include "exchange/qh-picture-export.h"
#include <locale.h>

static QhPicture *
build (void)
{
  QhPicture *picture = qh_picture_new ("promises", "Promises", QH_PICTURE_LINES);
  QhPictureRow *row;

  qh_picture_add_column (picture, "touchpoint", "Touchpoint", QH_UNIT_TEXT);
  qh_picture_add_column (picture, "rate", "Rate", QH_UNIT_SHARE);
  qh_picture_add_column (picture, "cost", "Cost", QH_UNIT_MONEY);
  qh_picture_add_column (picture, "day", "Day", QH_UNIT_DATE);
  row = qh_picture_add_row (picture, "=Phone, or so", "client", "some-id");
  row->key = "phone";
  qh_picture_row_set_number (row, 1, 2.0 / 3);
  qh_picture_row_set_number (row, 2, 9007199254740991.0);
  qh_picture_row_set_text (row, 3, "2026-11-27");
  qh_picture_add_row (picture, "Mail", NULL, NULL);
  qh_picture_say (picture, g_strdup ("Two."), 7, 5);
  return picture;
}

static void
test_csv (void)
{
  g_autoptr (QhPicture) picture = build ();
  g_autofree char *csv = qh_picture_to_csv (picture);

  g_assert_cmpstr (csv, ==,
                   "touchpoint,rate,cost,day\r\n"
                   "\"'=Phone, or so\",0.6667,9007199254740991,2026-11-27\r\n"
                   "Mail,,,\r\n");
}

static void
test_json (void)
{
  g_autoptr (QhPicture) picture = build ();
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *json = NULL;

  json_node_take_object (node, qh_picture_to_json (picture));
  json = json_to_string (node, FALSE);
  g_assert_cmpstr (
      json, ==,
      "{\"id\":\"promises\",\"title\":\"Promises\",\"sentence\":\"Two.\",\"n\":7,\"least\":5,"
      "\"blank\":false,\"form\":\"lines\",\"columns\":["
      "{\"id\":\"touchpoint\",\"title\":\"Touchpoint\",\"unit\":\"text\"},"
      "{\"id\":\"rate\",\"title\":\"Rate\",\"unit\":\"share\"},"
      "{\"id\":\"cost\",\"title\":\"Cost\",\"unit\":\"money\"},"
      "{\"id\":\"day\",\"title\":\"Day\",\"unit\":\"date\"}],\"rows\":["
      "{\"cells\":[\"=Phone, or so\",0.66669999999999996,9007199254740991,\"2026-11-27\"],"
      "\"key\":\"phone\",\"kind\":\"client\",\"opens\":\"some-id\"},"
      "{\"cells\":[\"Mail\",null,null,null]}]}");
}

/* Below its least n there is only the sentence. */
static void
test_blank (void)
{
  g_autoptr (QhPicture) picture = build ();
  g_autofree char *csv = NULL;

  qh_picture_say (picture, g_strdup ("Not yet."), 4, 5);
  csv = qh_picture_to_csv (picture);
  g_assert_true (picture->is_blank);
  g_assert_cmpstr (csv, ==, "touchpoint,rate,cost,day\r\n");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture-export/csv", test_csv);
  g_test_add_func ("/picture-export/json", test_json);
  g_test_add_func ("/picture-export/blank", test_blank);
  return g_test_run ();
}
