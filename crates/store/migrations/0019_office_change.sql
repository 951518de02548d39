-- Changes of what an office decides about itself, and closed days that are opened again. See 0001.

-- Places of a tick that its office's plan no longer has, but that were taken when it changed: as they are given back,
-- capacity sinks with them. While there are any, every place is taken.
ALTER TABLE slot_tick ADD COLUMN excess INTEGER NOT NULL DEFAULT 0;

-- A closure that was taken back stays as a record of it; the same time can be closed once more.
ALTER TABLE office_exception ADD COLUMN reopened_at BIGINT;
ALTER TABLE office_exception ADD COLUMN reopened_by TEXT;
DROP INDEX office_exception_unique;
CREATE UNIQUE INDEX office_exception_unique ON office_exception (office_id, date, part) WHERE reopened_at IS NULL;

-- Asked for every second by every server: has any office changed?
CREATE INDEX office_version ON office (version);

CREATE TABLE office_change (
    id TEXT NOT NULL PRIMARY KEY,
    office_id TEXT NOT NULL REFERENCES office (id),
    made_at BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    from_version BIGINT NOT NULL,
    to_version BIGINT NOT NULL,
    data_before TEXT NOT NULL,
    data_after TEXT NOT NULL,
    note TEXT NOT NULL,
    undone_by TEXT REFERENCES office_change (id)
);
CREATE UNIQUE INDEX office_change_of_office ON office_change (office_id, to_version);
CREATE INDEX office_change_undone_by ON office_change (undone_by);

-- The entries in the queue of those whose visit no longer fitted.
CREATE TABLE office_change_moved (
    change_id TEXT NOT NULL REFERENCES office_change (id),
    entry_id TEXT NOT NULL REFERENCES waiting_entry (id),
    PRIMARY KEY (change_id, entry_id)
);
CREATE INDEX office_change_moved_entry ON office_change_moved (entry_id);
