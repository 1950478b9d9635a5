/* SPDX-License-Identifier: GPL-3.0-or-later */
int qh_thing; 
	int other;