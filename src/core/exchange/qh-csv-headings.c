/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/qh-csv-headings.h"
#include <string.h>

/* Headings, folded. A number tells one of several, so it is left off: "E-mail 2 - Value". */
static const struct {
  const char *heading;
  QhCsvTarget target;
  int group;
} headings[] = {
  /* names */
  { "name", QH_TARGET_NAME },
  { "fullname", QH_TARGET_NAME },
  { "displayname", QH_TARGET_NAME },
  { "contactname", QH_TARGET_NAME },
  { "contactfullname", QH_TARGET_NAME },
  { "personname", QH_TARGET_NAME },
  { "ansprechpartner", QH_TARGET_NAME },
  { "kontakt", QH_TARGET_NAME },
  { "firstname", QH_TARGET_GIVEN },
  { "givenname", QH_TARGET_GIVEN },
  { "personfirstname", QH_TARGET_GIVEN },
  { "vorname", QH_TARGET_GIVEN },
  { "middlename", QH_TARGET_MIDDLE },
  { "additionalname", QH_TARGET_MIDDLE },
  { "weiterevornamen", QH_TARGET_MIDDLE },
  { "lastname", QH_TARGET_FAMILY },
  { "familyname", QH_TARGET_FAMILY },
  { "surname", QH_TARGET_FAMILY },
  { "personlastname", QH_TARGET_FAMILY },
  { "nachname", QH_TARGET_FAMILY },
  { "nameprefix", QH_TARGET_PREFIX },
  { "namesuffix", QH_TARGET_SUFFIX },
  { "suffix", QH_TARGET_SUFFIX },
  /* reaching them */
  { "email", QH_TARGET_EMAIL },
  { "emailvalue", QH_TARGET_EMAIL },
  { "emailaddress", QH_TARGET_EMAIL },
  { "mail", QH_TARGET_EMAIL },
  { "mailaddress", QH_TARGET_EMAIL },
  { "emailadresse", QH_TARGET_EMAIL },
  { "personemail", QH_TARGET_EMAIL },
  { "personemailwork", QH_TARGET_EMAIL },
  { "personemailhome", QH_TARGET_EMAIL },
  { "personemailother", QH_TARGET_EMAIL },
  { "workemail", QH_TARGET_EMAIL },
  { "phone", QH_TARGET_PHONE },
  { "phonevalue", QH_TARGET_PHONE },
  { "phonenumber", QH_TARGET_PHONE },
  { "telephone", QH_TARGET_PHONE },
  { "businessphone", QH_TARGET_PHONE },
  { "primaryphone", QH_TARGET_PHONE },
  { "mobile", QH_TARGET_PHONE },
  { "mobilephone", QH_TARGET_PHONE },
  { "mobilephonenumber", QH_TARGET_PHONE },
  { "homephone", QH_TARGET_PHONE },
  { "otherphone", QH_TARGET_PHONE },
  { "carphone", QH_TARGET_PHONE },
  { "personphone", QH_TARGET_PHONE },
  { "personphonework", QH_TARGET_PHONE },
  { "personphonehome", QH_TARGET_PHONE },
  { "personphonemobile", QH_TARGET_PHONE },
  { "personphoneother", QH_TARGET_PHONE },
  { "telefon", QH_TARGET_PHONE },
  { "telefongeschäftlich", QH_TARGET_PHONE },
  { "telefonprivat", QH_TARGET_PHONE },
  { "mobiltelefon", QH_TARGET_PHONE },
  /* what they are */
  { "jobtitle", QH_TARGET_TITLE },
  { "title", QH_TARGET_TITLE },
  { "position", QH_TARGET_TITLE },
  { "organizationtitle", QH_TARGET_TITLE },
  { "personjobtitle", QH_TARGET_TITLE },
  { "occupation", QH_TARGET_TITLE },
  { "funktion", QH_TARGET_TITLE },
  { "notes", QH_TARGET_NOTES },
  { "note", QH_TARGET_NOTES },
  { "description", QH_TARGET_NOTES },
  { "contactdescription", QH_TARGET_NOTES },
  { "contactnote", QH_TARGET_NOTES },
  { "notizen", QH_TARGET_NOTES },
  { "uid", QH_TARGET_UID },
  { "donotcall", QH_TARGET_NO_PHONE },
  { "hasoptedoutofemail", QH_TARGET_NO_COLD_MAIL },
  { "emailoptout", QH_TARGET_NO_COLD_MAIL },
  { "unsubscribedfromallemail", QH_TARGET_NO_COLD_MAIL },
  /* whom they work for */
  { "company", QH_TARGET_ORGANISATION },
  { "companyname", QH_TARGET_ORGANISATION },
  { "organization", QH_TARGET_ORGANISATION },
  { "organisation", QH_TARGET_ORGANISATION },
  { "organizationname", QH_TARGET_ORGANISATION },
  { "personorganization", QH_TARGET_ORGANISATION },
  { "account", QH_TARGET_ORGANISATION },
  { "accountname", QH_TARGET_ORGANISATION },
  { "associatedcompany", QH_TARGET_ORGANISATION },
  { "client", QH_TARGET_ORGANISATION },
  { "customer", QH_TARGET_ORGANISATION },
  { "firma", QH_TARGET_ORGANISATION },
  { "kunde", QH_TARGET_ORGANISATION },
  { "unternehmen", QH_TARGET_ORGANISATION },
  { "companymainphone", QH_TARGET_MAIN_PHONE },
  { "telefonfirma", QH_TARGET_MAIN_PHONE },
  { "website", QH_TARGET_WEBSITE },
  { "websitevalue", QH_TARGET_WEBSITE },
  { "websiteurl", QH_TARGET_WEBSITE },
  { "webpage", QH_TARGET_WEBSITE },
  { "companydomainname", QH_TARGET_WEBSITE },
  { "webseite", QH_TARGET_WEBSITE },
  { "industry", QH_TARGET_INDUSTRY },
  { "branche", QH_TARGET_INDUSTRY },
  { "territory", QH_TARGET_TERRITORY },
  { "gebiet", QH_TARGET_TERRITORY },
  /* where */
  { "address", QH_TARGET_ADDRESS },
  { "addressformatted", QH_TARGET_ADDRESS },
  { "businessaddress", QH_TARGET_ADDRESS },
  { "organizationaddress", QH_TARGET_ADDRESS },
  { "homeaddress", QH_TARGET_ADDRESS, 1 },
  { "otheraddress", QH_TARGET_ADDRESS, 2 },
  { "adresse", QH_TARGET_ADDRESS },
  { "street", QH_TARGET_STREET },
  { "streetaddress", QH_TARGET_STREET },
  { "addressstreet", QH_TARGET_STREET },
  { "businessstreet", QH_TARGET_STREET },
  { "mailingstreet", QH_TARGET_STREET },
  { "billingstreet", QH_TARGET_STREET },
  { "addressextendedaddress", QH_TARGET_STREET },
  { "addresspobox", QH_TARGET_STREET },
  { "businessaddresspobox", QH_TARGET_STREET },
  { "homestreet", QH_TARGET_STREET, 1 },
  { "homeaddresspobox", QH_TARGET_STREET, 1 },
  { "otherstreet", QH_TARGET_STREET, 2 },
  { "otheraddresspobox", QH_TARGET_STREET, 2 },
  { "shippingstreet", QH_TARGET_STREET, 3 },
  { "straße", QH_TARGET_STREET },
  { "strasse", QH_TARGET_STREET },
  { "straßegeschäftlich", QH_TARGET_STREET },
  { "straßeprivat", QH_TARGET_STREET, 1 },
  { "city", QH_TARGET_CITY },
  { "addresscity", QH_TARGET_CITY },
  { "businesscity", QH_TARGET_CITY },
  { "mailingcity", QH_TARGET_CITY },
  { "billingcity", QH_TARGET_CITY },
  { "homecity", QH_TARGET_CITY, 1 },
  { "othercity", QH_TARGET_CITY, 2 },
  { "shippingcity", QH_TARGET_CITY, 3 },
  { "ort", QH_TARGET_CITY },
  { "ortgeschäftlich", QH_TARGET_CITY },
  { "ortprivat", QH_TARGET_CITY, 1 },
  { "state", QH_TARGET_REGION },
  { "stateregion", QH_TARGET_REGION },
  { "addressregion", QH_TARGET_REGION },
  { "businessstate", QH_TARGET_REGION },
  { "mailingstate", QH_TARGET_REGION },
  { "mailingstateprovince", QH_TARGET_REGION },
  { "billingstate", QH_TARGET_REGION },
  { "billingstateprovince", QH_TARGET_REGION },
  { "homestate", QH_TARGET_REGION, 1 },
  { "otherstate", QH_TARGET_REGION, 2 },
  { "shippingstate", QH_TARGET_REGION, 3 },
  { "zip", QH_TARGET_POSTAL_CODE },
  { "zipcode", QH_TARGET_POSTAL_CODE },
  { "postalcode", QH_TARGET_POSTAL_CODE },
  { "addresspostalcode", QH_TARGET_POSTAL_CODE },
  { "businesspostalcode", QH_TARGET_POSTAL_CODE },
  { "mailingpostalcode", QH_TARGET_POSTAL_CODE },
  { "mailingzippostalcode", QH_TARGET_POSTAL_CODE },
  { "billingpostalcode", QH_TARGET_POSTAL_CODE },
  { "billingzippostalcode", QH_TARGET_POSTAL_CODE },
  { "homepostalcode", QH_TARGET_POSTAL_CODE, 1 },
  { "otherpostalcode", QH_TARGET_POSTAL_CODE, 2 },
  { "shippingpostalcode", QH_TARGET_POSTAL_CODE, 3 },
  { "plz", QH_TARGET_POSTAL_CODE },
  { "postleitzahl", QH_TARGET_POSTAL_CODE },
  { "postleitzahlgeschäftlich", QH_TARGET_POSTAL_CODE },
  { "postleitzahlprivat", QH_TARGET_POSTAL_CODE, 1 },
  { "country", QH_TARGET_COUNTRY },
  { "countryregion", QH_TARGET_COUNTRY },
  { "addresscountry", QH_TARGET_COUNTRY },
  { "businesscountry", QH_TARGET_COUNTRY },
  { "businesscountryregion", QH_TARGET_COUNTRY },
  { "mailingcountry", QH_TARGET_COUNTRY },
  { "billingcountry", QH_TARGET_COUNTRY },
  { "homecountry", QH_TARGET_COUNTRY, 1 },
  { "homecountryregion", QH_TARGET_COUNTRY, 1 },
  { "othercountry", QH_TARGET_COUNTRY, 2 },
  { "othercountryregion", QH_TARGET_COUNTRY, 2 },
  { "shippingcountry", QH_TARGET_COUNTRY, 3 },
  { "land", QH_TARGET_COUNTRY },
  { "landregiongeschäftlich", QH_TARGET_COUNTRY },
  /* who is who over there */
  { "id", QH_TARGET_ID },
  { "recordid", QH_TARGET_ID },
  { "contactid", QH_TARGET_ID },
  { "personid", QH_TARGET_ID },
  { "accountid", QH_TARGET_ACCOUNT },
  { "associatedcompanyids", QH_TARGET_ACCOUNT },
  /* labels of what stands beside them, and what nobody reads */
  { "emaillabel", QH_TARGET_LEFT_OUT },
  { "emailtype", QH_TARGET_LEFT_OUT },
  { "phonelabel", QH_TARGET_LEFT_OUT },
  { "phonetype", QH_TARGET_LEFT_OUT },
  { "addresslabel", QH_TARGET_LEFT_OUT },
  { "addresstype", QH_TARGET_LEFT_OUT },
  { "organizationtype", QH_TARGET_LEFT_OUT },
  { "organizationyominame", QH_TARGET_LEFT_OUT },
  { "websitelabel", QH_TARGET_LEFT_OUT },
  { "websitetype", QH_TARGET_LEFT_OUT },
  { "imtype", QH_TARGET_LEFT_OUT },
  { "imservice", QH_TARGET_LEFT_OUT },
  { "photo", QH_TARGET_LEFT_OUT },
  { "photourl", QH_TARGET_LEFT_OUT },
  { "isdeleted", QH_TARGET_LEFT_OUT },
  { "systemmodstamp", QH_TARGET_LEFT_OUT },
  { "internetfreebusy", QH_TARGET_LEFT_OUT },
};

char *
qh_csv_heading_fold (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);
  GString *folded = g_string_new (NULL);

  for (const char *c = lower; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar character = g_utf8_get_char (c);
    if (g_unichar_isalpha (character))
      g_string_append_unichar (folded, character);
  }
  return g_string_free (folded, FALSE);
}

QhCsvUse
qh_csv_heading_find (const char *text)
{
  g_autofree char *folded = qh_csv_heading_fold (text);
  QhCsvUse use = { QH_TARGET_UNKNOWN, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (g_str_equal (headings[i].heading, folded)) {
      use.target = headings[i].target;
      use.group = headings[i].group;
      break;
    }
  /* "Address 2 - City" is of the second address. */
  if (g_str_has_prefix (folded, "address") && use.group == 0)
    use.group = MAX ((int)g_ascii_strtoll (text + strcspn (text, "0123456789"), NULL, 10) - 1, 0);
  use.group = CLAMP (use.group, 0, 9);
  return use;
}
