-- The owner of an account gives it another phone: first a code to the number until now, then one to the new number. It is
-- worth something in the session that began it alone. See 0001.
CREATE TABLE phone_change (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
    session_hash TEXT NOT NULL,
    phone TEXT NOT NULL,
    step TEXT NOT NULL,
    code_id TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    CONSTRAINT phone_change_step_known CHECK (step IN ('old', 'new'))
);
CREATE INDEX phone_change_expiry ON phone_change (expires_at);
