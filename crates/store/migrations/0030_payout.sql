-- The account at a bank or wallet that assistance is paid to. Read by SQLite and by PostgreSQL; see 0001.

-- The number is sealed with the server's key; its last digits are what the owner sees.
CREATE TABLE payout_account (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
    provider TEXT NOT NULL,
    number_sealed TEXT NOT NULL,
    number_ends TEXT NOT NULL,
    linked_at BIGINT NOT NULL
);
