-- Those of a family whose time was closed wait as one: a window for all of them is offered, or none. Its entries have
-- the same family, the id of the first of them.
ALTER TABLE waiting_entry ADD COLUMN family_id TEXT;
-- When they were told that there is no window for all of them now; told once.
ALTER TABLE waiting_entry ADD COLUMN none_told_at BIGINT;
CREATE INDEX waiting_entry_of_family ON waiting_entry (family_id) WHERE family_id IS NOT NULL;
