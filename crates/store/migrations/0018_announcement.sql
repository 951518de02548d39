-- What is said above every page for a while: everywhere, or about one office. See 0001.
CREATE TABLE announcement (
    id TEXT NOT NULL PRIMARY KEY,
    office_id TEXT,
    kind TEXT NOT NULL,
    vi TEXT NOT NULL,
    en TEXT NOT NULL,
    shows_from BIGINT NOT NULL,
    shows_until BIGINT NOT NULL,
    made_by TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    version BIGINT NOT NULL,
    CONSTRAINT announcement_kind_known CHECK (kind IN ('info', 'warning', 'outage')),
    CONSTRAINT announcement_ends_after_it_begins CHECK (shows_until > shows_from)
);
CREATE INDEX announcement_to_come ON announcement (shows_until) WHERE withdrawn_at IS NULL;
