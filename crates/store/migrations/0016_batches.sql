-- Batches with the ministry, and whose hands a card went into. Read by SQLite and by PostgreSQL; see 0001.

CREATE TABLE batch (
    id TEXT NOT NULL PRIMARY KEY,
    office_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    format TEXT NOT NULL,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    heading TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT NOT NULL,
    total BIGINT NOT NULL,
    checked BIGINT NOT NULL,
    good BIGINT NOT NULL,
    already BIGINT NOT NULL,
    bad BIGINT NOT NULL,
    applied BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    -- Up to which row the work of the state is done.
    position BIGINT NOT NULL,
    confirmed_at BIGINT,
    confirmed_by TEXT,
    finished_at BIGINT,
    fault TEXT,
    missing TEXT NOT NULL,
    CONSTRAINT batch_kind_known CHECK (kind IN ('export', 'results', 'arrived')),
    CONSTRAINT batch_state_known CHECK (
        state IN ('uploading', 'checking', 'checked', 'applying', 'done', 'refused', 'discarded')),
    CONSTRAINT batch_counts CHECK (good + already + bad = checked AND checked <= total AND applied <= good
        AND failed <= applied)
);
-- A file is worked on once at a time.
CREATE UNIQUE INDEX batch_file_open ON batch (office_id, kind, hash) WHERE state IN ('checking', 'checked', 'applying');
CREATE INDEX batch_of_office ON batch (office_id, created_at);
CREATE INDEX batch_open ON batch (id) WHERE state IN ('checking', 'applying');

-- A row of a file. Its data go when they have done their work.
CREATE TABLE batch_row (
    batch_id TEXT NOT NULL REFERENCES batch (id),
    n BIGINT NOT NULL,
    line BIGINT NOT NULL,
    state TEXT NOT NULL,
    -- The decision's id, or the dossier's code: what may stand in a file once.
    mark TEXT NOT NULL,
    code TEXT NOT NULL,
    -- What is decided about, and its state after this row.
    subject TEXT NOT NULL,
    after_state TEXT NOT NULL,
    fault TEXT,
    at_column TEXT,
    data TEXT NOT NULL,
    PRIMARY KEY (batch_id, n),
    CONSTRAINT batch_row_state_known CHECK (state IN ('raw', 'good', 'already', 'bad', 'applied', 'failed', 'sent'))
);
-- Rows that were not looked at yet have neither.
CREATE INDEX batch_row_mark ON batch_row (batch_id, mark) WHERE mark <> '';
CREATE INDEX batch_row_code ON batch_row (batch_id, code) WHERE code <> '' AND after_state <> '';
-- Which account requests have gone out.
CREATE INDEX batch_row_sent ON batch_row (code, subject) WHERE state = 'sent';

-- Decisions that were taken over from files, for ever: the same one changes nothing.
CREATE TABLE decision_taken (
    id TEXT NOT NULL PRIMARY KEY,
    digest TEXT NOT NULL,
    batch_id TEXT NOT NULL,
    at BIGINT NOT NULL
);

-- Whose hands a card went into.
CREATE TABLE hand_over (
    dossier_id TEXT NOT NULL PRIMARY KEY REFERENCES dossier (id),
    at BIGINT NOT NULL,
    staff_id TEXT NOT NULL,
    collector TEXT NOT NULL,
    name TEXT NOT NULL,
    relation TEXT NOT NULL,
    CONSTRAINT hand_over_collector_known CHECK (
        (collector = 'owner' AND name = '' AND relation = '') OR (collector = 'other' AND name <> '' AND relation <> ''))
);
