-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema version 3: what frictions cost, the sums that trust is made of, and what is asked of whoever
-- takes a friction on. The tables of costs and trust are derived from the records
-- (src/core/store/qh-cost-schema.c and qh-trust-schema.c) and made anew with every version.

ALTER TABLE friction ADD COLUMN ask TEXT CHECK (length (CAST (ask AS BLOB)) BETWEEN 1 AND 65536);

-- What waits for somebody: what stops work, what is his, what is due.
CREATE INDEX friction_severity ON friction (status, severity);
CREATE INDEX friction_owner ON friction (owner, status, severity) WHERE owner IS NOT NULL;
CREATE INDEX friction_due ON friction (status, due, severity, owner) WHERE due IS NOT NULL;

-- Where it hurts.
CREATE INDEX friction_heat ON friction (reported, touchpoint, severity);
