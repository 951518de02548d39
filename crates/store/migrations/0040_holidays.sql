-- Days of the whole country that the administrator says over those of the data file. See 0001.

-- One row: everything that was ever said, as JSON of the domain's `NationalDay`s in order. Every server asks for its version
-- once a second, as for those of offices.
CREATE TABLE holiday_calendar (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    version BIGINT NOT NULL,
    data TEXT NOT NULL
);
INSERT INTO holiday_calendar (id, version, data) VALUES (1, 0, '[]');

CREATE TABLE holiday_change (
    id TEXT NOT NULL PRIMARY KEY,
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    to_version BIGINT NOT NULL,
    days_before TEXT NOT NULL,
    days_after TEXT NOT NULL,
    note TEXT NOT NULL,
    undone_by TEXT REFERENCES holiday_change (id)
);
CREATE UNIQUE INDEX holiday_change_version ON holiday_change (to_version);
CREATE INDEX holiday_change_undone_by ON holiday_change (undone_by);

-- The entries in the queue of those whose visit no longer fitted.
CREATE TABLE holiday_change_moved (
    change_id TEXT NOT NULL REFERENCES holiday_change (id),
    entry_id TEXT NOT NULL REFERENCES waiting_entry (id),
    PRIMARY KEY (change_id, entry_id)
);
CREATE INDEX holiday_change_moved_entry ON holiday_change_moved (entry_id);
