-- Every statement here is read by SQLite and by PostgreSQL.
-- Instants are BIGINT microseconds since 1970 UTC, dates TEXT ISO 8601, flags INTEGER 0 or 1,
-- JSON and identifiers TEXT. Only TEXT, BIGINT and INTEGER are used: both drivers read them alike.

CREATE TABLE office (
    id TEXT NOT NULL PRIMARY KEY,
    data TEXT NOT NULL,
    version BIGINT NOT NULL
);

-- Ten minutes of an office. A row is made when the tick is first wanted; until then the plan is the truth.
CREATE TABLE slot_tick (
    office_id TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    capacity INTEGER NOT NULL,
    taken INTEGER NOT NULL,
    PRIMARY KEY (office_id, starts_at),
    CONSTRAINT slot_tick_not_oversold CHECK (taken >= 0 AND taken <= capacity),
    CONSTRAINT slot_tick_aligned CHECK (starts_at % 600000000 = 0)
);

-- Consecutive ticks kept for one visit. The id is the SHA-256 of the token the person holds.
CREATE TABLE reservation (
    id TEXT NOT NULL PRIMARY KEY,
    office_id TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    ticks INTEGER NOT NULL,
    service TEXT NOT NULL,
    age_group TEXT NOT NULL,
    state TEXT NOT NULL,
    expires_at BIGINT,
    extensions INTEGER NOT NULL,
    source_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT reservation_state_known CHECK (state IN ('held', 'booked', 'released')),
    CONSTRAINT reservation_held_expires CHECK (state <> 'held' OR expires_at IS NOT NULL),
    CONSTRAINT reservation_aligned CHECK (starts_at % 600000000 = 0 AND ticks BETWEEN 1 AND 36)
);
CREATE INDEX reservation_lapsing ON reservation (office_id, expires_at) WHERE state = 'held';
CREATE INDEX reservation_of_source ON reservation (source_hash) WHERE state = 'held';
CREATE INDEX reservation_at ON reservation (office_id, starts_at) WHERE state <> 'released';

CREATE TABLE dossier (
    id TEXT NOT NULL PRIMARY KEY,
    reference TEXT NOT NULL,
    code TEXT,
    state TEXT NOT NULL,
    state_at BIGINT NOT NULL,
    is_open INTEGER NOT NULL,
    service TEXT NOT NULL,
    reason TEXT,
    office_id TEXT NOT NULL,
    full_name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    personal_number TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    otp_phone TEXT NOT NULL,
    contact_phone TEXT,
    representative_name TEXT,
    lang TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    received_at BIGINT,
    due_on TEXT,
    paused_on TEXT,
    pauses TEXT NOT NULL,
    message TEXT,
    reschedules INTEGER NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT dossier_is_open_flag CHECK (is_open IN (0, 1))
);
CREATE UNIQUE INDEX dossier_reference_unique ON dossier (reference);
CREATE UNIQUE INDEX dossier_code_unique ON dossier (code);
CREATE UNIQUE INDEX dossier_one_open_per_person ON dossier (personal_number)
    WHERE is_open = 1 AND personal_number <> '';
CREATE INDEX dossier_of_person ON dossier (personal_number);
CREATE INDEX dossier_open_of_phone ON dossier (otp_phone) WHERE is_open = 1;
CREATE INDEX dossier_at_office ON dossier (office_id, state, state_at);
CREATE INDEX dossier_in_state ON dossier (state, state_at);

CREATE TABLE appointment (
    id TEXT NOT NULL PRIMARY KEY,
    dossier_id TEXT NOT NULL REFERENCES dossier (id),
    reservation_id TEXT NOT NULL REFERENCES reservation (id),
    office_id TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    ticks INTEGER NOT NULL,
    state TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    arrived_at BIGINT,
    CONSTRAINT appointment_state_known CHECK (state IN ('booked', 'checked_in', 'done', 'cancelled', 'no_show'))
);
CREATE UNIQUE INDEX appointment_reservation_unique ON appointment (reservation_id);
CREATE UNIQUE INDEX appointment_one_active_per_dossier ON appointment (dossier_id)
    WHERE state IN ('booked', 'checked_in');
CREATE INDEX appointment_of_dossier ON appointment (dossier_id, created_at);
CREATE INDEX appointment_of_day ON appointment (office_id, starts_at);
CREATE INDEX appointment_to_come ON appointment (starts_at) WHERE state = 'booked';

CREATE TABLE dossier_event (
    id TEXT NOT NULL PRIMARY KEY,
    dossier_id TEXT NOT NULL REFERENCES dossier (id),
    at BIGINT NOT NULL,
    state TEXT NOT NULL,
    actor TEXT NOT NULL,
    note TEXT
);
CREATE INDEX dossier_event_of_dossier ON dossier_event (dossier_id, at);

CREATE TABLE access_key (
    hash TEXT NOT NULL PRIMARY KEY,
    dossier_id TEXT NOT NULL REFERENCES dossier (id),
    scope TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX access_key_of_dossier ON access_key (dossier_id);

-- A code without a phone is a decoy: nobody gets it, and the answer is the same.
CREATE TABLE one_time_code (
    id TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    subject_hash TEXT NOT NULL,
    phone TEXT,
    mac TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    tries_left INTEGER NOT NULL,
    used_at BIGINT,
    payload TEXT NOT NULL,
    CONSTRAINT one_time_code_tries CHECK (tries_left >= 0)
);
CREATE INDEX one_time_code_of_subject ON one_time_code (purpose, subject_hash, sent_at);
CREATE INDEX one_time_code_expiry ON one_time_code (expires_at);

CREATE TABLE phone_proof (
    hash TEXT NOT NULL PRIMARY KEY,
    phone TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX phone_proof_expiry ON phone_proof (expires_at);

CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    personal_number TEXT NOT NULL,
    dossier_id TEXT REFERENCES dossier (id),
    full_name TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    phone TEXT NOT NULL,
    level INTEGER NOT NULL,
    state TEXT NOT NULL,
    notified_at BIGINT,
    activate_by TEXT,
    password_hash TEXT,
    passcode_hash TEXT,
    activated_at BIGINT,
    last_sign_in_at BIGINT,
    card_expires_on TEXT,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX account_one_per_person ON account (personal_number);
CREATE INDEX account_of_dossier ON account (dossier_id);
CREATE INDEX account_in_state ON account (state, activate_by);

CREATE TABLE security_answer (
    account_id TEXT NOT NULL REFERENCES account (id),
    question TEXT NOT NULL,
    answer_hash TEXT NOT NULL,
    PRIMARY KEY (account_id, question)
);

CREATE TABLE activation (
    hash TEXT NOT NULL PRIMARY KEY,
    account_id TEXT REFERENCES account (id),
    step TEXT NOT NULL,
    code_id TEXT,
    expires_at BIGINT NOT NULL,
    password_hash TEXT,
    passcode_hash TEXT,
    created_at BIGINT NOT NULL
);
CREATE INDEX activation_expiry ON activation (expires_at);

CREATE TABLE staff (
    id TEXT NOT NULL PRIMARY KEY,
    username TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    office_id TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    disabled INTEGER NOT NULL
);
CREATE UNIQUE INDEX staff_username_unique ON staff (username);

CREATE TABLE session (
    hash TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT session_kind_known CHECK (kind IN ('citizen', 'staff'))
);
CREATE INDEX session_of_subject ON session (kind, subject_id);
CREATE INDEX session_expiry ON session (expires_at);

CREATE TABLE staff_reveal (
    session_hash TEXT NOT NULL REFERENCES session (hash) ON DELETE CASCADE,
    dossier_id TEXT NOT NULL REFERENCES dossier (id),
    at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (session_hash, dossier_id)
);
CREATE INDEX staff_reveal_of_dossier ON staff_reveal (dossier_id);

-- One row a limit and key: the window begins at its first hit.
CREATE TABLE rate_limit (
    name TEXT NOT NULL,
    key_hash TEXT NOT NULL,
    window_start BIGINT NOT NULL,
    window_end BIGINT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (name, key_hash)
);
CREATE INDEX rate_limit_end ON rate_limit (window_end);

CREATE TABLE idempotency (
    key_hash TEXT NOT NULL,
    scope TEXT NOT NULL,
    request_hash TEXT NOT NULL,
    status INTEGER,
    body TEXT,
    headers TEXT,
    created_at BIGINT NOT NULL,
    CONSTRAINT idempotency_key_unique PRIMARY KEY (key_hash)
);
CREATE INDEX idempotency_age ON idempotency (created_at);

CREATE TABLE audit (
    id TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT NOT NULL,
    action TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object_id TEXT NOT NULL,
    request_id TEXT NOT NULL,
    reason TEXT
);
CREATE INDEX audit_of_object ON audit (object_kind, object_id, at);
CREATE INDEX audit_of_actor ON audit (actor_kind, actor_id, at);

CREATE TABLE notice (
    id TEXT NOT NULL PRIMARY KEY,
    dossier_id TEXT REFERENCES dossier (id),
    account_id TEXT REFERENCES account (id),
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    lang TEXT NOT NULL,
    to_address TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    created_at BIGINT NOT NULL,
    sent_at BIGINT,
    next_try_at BIGINT NOT NULL,
    CONSTRAINT notice_state_known CHECK (state IN ('queued', 'sent', 'failed'))
);
CREATE INDEX notice_waiting ON notice (next_try_at) WHERE state = 'queued';
CREATE INDEX notice_of_dossier ON notice (dossier_id, created_at);
CREATE INDEX notice_of_account ON notice (account_id, created_at);

CREATE TABLE simulated_message (
    id TEXT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    channel TEXT NOT NULL,
    to_address TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX simulated_message_at ON simulated_message (at);

CREATE TABLE job (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    unique_key TEXT NOT NULL,
    payload TEXT NOT NULL,
    run_at BIGINT NOT NULL,
    attempts INTEGER NOT NULL,
    locked_until BIGINT,
    done_at BIGINT,
    last_error TEXT
);
CREATE UNIQUE INDEX job_unique_key ON job (unique_key);
CREATE INDEX job_waiting ON job (run_at) WHERE done_at IS NULL;

CREATE TABLE ministry_case (
    id TEXT NOT NULL PRIMARY KEY,
    dossier_code TEXT NOT NULL,
    kind TEXT NOT NULL,
    step TEXT NOT NULL,
    next_at BIGINT,
    payload TEXT NOT NULL,
    CONSTRAINT ministry_case_kind_known CHECK (kind IN ('card', 'account'))
);
CREATE UNIQUE INDEX ministry_case_unique ON ministry_case (dossier_code, kind);
CREATE INDEX ministry_case_next ON ministry_case (next_at);

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
