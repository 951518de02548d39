-- What staff prove besides the password. Read by SQLite and by PostgreSQL; see 0001.

-- The secret is encrypted under the server's key. `last_step` is the newest half minute whose code was used.
CREATE TABLE staff_factor (
    staff_id TEXT NOT NULL PRIMARY KEY REFERENCES staff (id),
    secret TEXT NOT NULL,
    last_step BIGINT NOT NULL,
    enrolled_at BIGINT NOT NULL
);

-- Codes for the day on which the phone is lost; each opens once.
CREATE TABLE staff_recovery (
    staff_id TEXT NOT NULL REFERENCES staff (id),
    hash TEXT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (staff_id, hash)
);

-- The password was right, the code is still to come. The hash is that of a cookie's token.
CREATE TABLE staff_sign_in (
    hash TEXT NOT NULL PRIMARY KEY,
    staff_id TEXT NOT NULL REFERENCES staff (id),
    expires_at BIGINT NOT NULL
);
CREATE INDEX staff_sign_in_expiry ON staff_sign_in (expires_at);

-- A secret that was shown and waits for its first code.
CREATE TABLE staff_enrolment (
    staff_id TEXT NOT NULL PRIMARY KEY REFERENCES staff (id),
    secret TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
