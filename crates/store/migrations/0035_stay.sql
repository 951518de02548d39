-- Lodgings and apartment blocks with a sign-in of their own, their checks of e-IDs, and notices of stays. Read by SQLite and
-- by PostgreSQL; see 0001.

-- A password that an administrator has given opens until then; none in `password_hash` opens nothing.
CREATE TABLE venue (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    line TEXT NOT NULL,
    commune_code TEXT NOT NULL,
    province_code TEXT NOT NULL,
    phone TEXT NOT NULL,
    username TEXT NOT NULL,
    password_hash TEXT,
    password_until BIGINT,
    disabled INTEGER NOT NULL
);
CREATE UNIQUE INDEX venue_username_unique ON venue (username);

CREATE TABLE venue_session (
    hash TEXT NOT NULL PRIMARY KEY,
    venue_id TEXT NOT NULL REFERENCES venue (id),
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX venue_session_of ON venue_session (venue_id);
CREATE INDEX venue_session_expiry ON venue_session (expires_at);

-- What was said is sealed with the server's key, and only what was ticked.
CREATE TABLE venue_check (
    id TEXT NOT NULL PRIMARY KEY,
    venue_id TEXT NOT NULL REFERENCES venue (id),
    at BIGINT NOT NULL,
    state TEXT NOT NULL,
    said_sealed TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX venue_check_of ON venue_check (venue_id, at);
CREATE INDEX venue_check_expiry ON venue_check (expires_at);

-- Filed by an account or by a venue. Days are ISO dates; a stay ends with its last day, at `ends_at`.
CREATE TABLE stay (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT REFERENCES account (id),
    venue_id TEXT REFERENCES venue (id),
    personal_number TEXT NOT NULL,
    full_name TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    reason TEXT NOT NULL,
    arrives TEXT NOT NULL,
    late INTEGER NOT NULL,
    leaves TEXT NOT NULL,
    line TEXT NOT NULL,
    commune_code TEXT NOT NULL,
    province_code TEXT NOT NULL,
    filed_at BIGINT NOT NULL,
    corrected_at BIGINT,
    withdrawn_at BIGINT,
    withdrawn_for TEXT,
    disputed_at BIGINT,
    ends_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT stay_one_filer CHECK ((account_id IS NULL) <> (venue_id IS NULL)),
    CONSTRAINT stay_withdrawn_whole CHECK ((withdrawn_at IS NULL) = (withdrawn_for IS NULL)),
    CONSTRAINT stay_days_in_order CHECK (arrives <= leaves)
);
CREATE INDEX stay_of_account ON stay (account_id, arrives);
CREATE INDEX stay_of_venue ON stay (venue_id, arrives);
CREATE INDEX stay_of_person ON stay (personal_number);
CREATE INDEX stay_of_commune ON stay (commune_code, arrives);
CREATE INDEX stay_of_province ON stay (province_code, arrives);
CREATE INDEX stay_end ON stay (ends_at);

-- A check by a venue that was signed in: its name is proved, that of anybody else is what they call themselves.
ALTER TABLE attestation_check ADD COLUMN venue_id TEXT;
