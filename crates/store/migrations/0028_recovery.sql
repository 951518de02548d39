-- Setting another password without the old one: who it is about (nobody, for a number and phone that do not belong
-- together), the code, and whether it was right. The hash is that of a cookie's token. See 0001.
CREATE TABLE recovery (
    hash TEXT NOT NULL PRIMARY KEY,
    account_id TEXT REFERENCES account (id),
    code_id TEXT NOT NULL,
    proved BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX recovery_expiry ON recovery (expires_at);
