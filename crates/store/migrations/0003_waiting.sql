-- Waiting for another place, and days that an office closes. Read by SQLite and by PostgreSQL; see 0001.

-- A tick that is closed takes nobody: what is given back in it goes to nobody else.
ALTER TABLE slot_tick ADD COLUMN closed INTEGER NOT NULL DEFAULT 0;

CREATE TABLE office_exception (
    id TEXT NOT NULL PRIMARY KEY,
    office_id TEXT NOT NULL,
    date TEXT NOT NULL,
    part TEXT NOT NULL,
    from_at BIGINT NOT NULL,
    to_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    staff_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT office_exception_part_known CHECK (part IN ('day', 'morning', 'afternoon'))
);
CREATE UNIQUE INDEX office_exception_unique ON office_exception (office_id, date, part);
CREATE INDEX office_exception_to_come ON office_exception (to_at);

-- Somebody with a visit who would like another: an earlier one, or any because theirs was closed.
CREATE TABLE waiting_entry (
    id TEXT NOT NULL PRIMARY KEY,
    dossier_id TEXT NOT NULL REFERENCES dossier (id),
    kind TEXT NOT NULL,
    exception_id TEXT REFERENCES office_exception (id),
    from_date TEXT NOT NULL,
    to_date TEXT NOT NULL,
    earliest TEXT,
    latest TEXT,
    visit_at BIGINT NOT NULL,
    service TEXT NOT NULL,
    age_group TEXT NOT NULL,
    ticks INTEGER NOT NULL,
    state TEXT NOT NULL,
    silent INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    CONSTRAINT waiting_entry_kind_known CHECK (kind IN ('earlier', 'closure')),
    CONSTRAINT waiting_entry_state_known CHECK (state IN ('waiting', 'offered', 'taken', 'withdrawn', 'expired')),
    CONSTRAINT waiting_entry_ticks CHECK (ticks BETWEEN 1 AND 36)
);
CREATE UNIQUE INDEX waiting_entry_one_open_per_dossier ON waiting_entry (dossier_id)
    WHERE state IN ('waiting', 'offered');
CREATE INDEX waiting_entry_of_dossier ON waiting_entry (dossier_id, created_at);
CREATE INDEX waiting_entry_of_exception ON waiting_entry (exception_id);

CREATE TABLE waiting_office (
    entry_id TEXT NOT NULL REFERENCES waiting_entry (id),
    office_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (entry_id, office_id)
);
CREATE INDEX waiting_office_at ON waiting_office (office_id);

-- A place kept for one of them. Its reservation is held a little longer than the offer, so that it can be passed on.
CREATE TABLE waiting_offer (
    id TEXT NOT NULL PRIMARY KEY,
    entry_id TEXT NOT NULL REFERENCES waiting_entry (id),
    dossier_id TEXT NOT NULL REFERENCES dossier (id),
    reservation_id TEXT NOT NULL,
    office_id TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    ticks INTEGER NOT NULL,
    offered_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    answered_at BIGINT,
    CONSTRAINT waiting_offer_state_known CHECK (state IN ('open', 'taken', 'declined', 'silent', 'withdrawn'))
);
CREATE UNIQUE INDEX waiting_offer_one_open_per_entry ON waiting_offer (entry_id) WHERE state = 'open';
CREATE UNIQUE INDEX waiting_offer_reservation_unique ON waiting_offer (reservation_id);
CREATE INDEX waiting_offer_of_entry ON waiting_offer (entry_id, starts_at);
CREATE INDEX waiting_offer_lapsing ON waiting_offer (expires_at) WHERE state = 'open';
CREATE INDEX waiting_offer_of_dossier ON waiting_offer (dossier_id);
