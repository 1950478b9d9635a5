int qh_thing;
