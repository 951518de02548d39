-- Statements that people have shown about themselves, and who asked whether they stand. See 0001.

-- What was said is in the token alone, which is kept nowhere; here stands what it was about.
CREATE TABLE attestation (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    claims TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX attestation_of_account ON attestation (account_id, issued_at);
CREATE INDEX attestation_expiry ON attestation (expires_at);

CREATE TABLE attestation_check (
    id TEXT NOT NULL PRIMARY KEY,
    attestation_id TEXT NOT NULL REFERENCES attestation (id) ON DELETE CASCADE,
    checked_at BIGINT NOT NULL,
    state TEXT NOT NULL,
    checker TEXT NOT NULL
);
CREATE INDEX attestation_check_of ON attestation_check (attestation_id, checked_at);
