-- The line of an office's day. Read by SQLite and by PostgreSQL; see 0001.

-- One row an office and day. Whoever changes the line locks it first, so that two who call at once get two people; its
-- version tells every server that something has changed.
CREATE TABLE queue_day (
    office_id TEXT NOT NULL,
    day TEXT NOT NULL,
    version BIGINT NOT NULL,
    last_number INTEGER NOT NULL,
    passed INTEGER NOT NULL,
    PRIMARY KEY (office_id, day)
);

-- Somebody who has come, by the number they are called by. Words of the domain are kept as text.
CREATE TABLE queue_ticket (
    id TEXT NOT NULL PRIMARY KEY,
    office_id TEXT NOT NULL,
    day TEXT NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    dossier_id TEXT REFERENCES dossier (id),
    service TEXT NOT NULL,
    priority TEXT NOT NULL,
    visit_at BIGINT,
    minutes INTEGER NOT NULL,
    arrived_at BIGINT NOT NULL,
    waits_from BIGINT NOT NULL,
    key_hash TEXT NOT NULL,
    state TEXT NOT NULL,
    station INTEGER,
    transferred_from INTEGER,
    called_at BIGINT,
    served_at BIGINT,
    ended_at BIGINT,
    calls INTEGER NOT NULL,
    absences INTEGER NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT queue_ticket_kind_known CHECK (kind IN ('booked', 'walk_in')),
    CONSTRAINT queue_ticket_state_known CHECK (state IN ('waiting', 'called', 'serving', 'done', 'absent')),
    CONSTRAINT queue_ticket_booked_has_dossier CHECK (kind <> 'booked' OR dossier_id IS NOT NULL),
    CONSTRAINT queue_ticket_called_to_station CHECK (state <> 'called' OR (station IS NOT NULL AND called_at IS NOT NULL)),
    CONSTRAINT queue_ticket_ended CHECK ((state IN ('done', 'absent')) = (ended_at IS NOT NULL)),
    CONSTRAINT queue_ticket_counts CHECK (number > 0 AND calls >= 0 AND absences >= 0)
);
CREATE UNIQUE INDEX queue_ticket_number_unique ON queue_ticket (office_id, day, number);
CREATE UNIQUE INDEX queue_ticket_one_live_per_dossier ON queue_ticket (dossier_id)
    WHERE state IN ('waiting', 'called', 'serving');
CREATE UNIQUE INDEX queue_ticket_one_per_station ON queue_ticket (office_id, day, station)
    WHERE state IN ('called', 'serving');
CREATE UNIQUE INDEX queue_ticket_key_unique ON queue_ticket (key_hash);
CREATE INDEX queue_ticket_of_dossier ON queue_ticket (dossier_id);
CREATE INDEX queue_ticket_served ON queue_ticket (office_id, service, ended_at) WHERE state = 'done';
CREATE INDEX queue_ticket_left ON queue_ticket (day) WHERE state IN ('waiting', 'called', 'serving');
