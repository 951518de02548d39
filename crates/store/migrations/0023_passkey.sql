-- Passkeys of citizens and staff, ceremonies under way, and on which device an account is open. See 0001.

-- `credential` is the library's record of the public key; nothing in it is secret. `user_handle` is what an authenticator
-- keeps in the place of a name. `refused_at` is when its counter went back: two devices have the same key.
CREATE TABLE passkey (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    user_handle TEXT NOT NULL,
    credential_id TEXT NOT NULL,
    credential TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT,
    refused_at BIGINT,
    CONSTRAINT passkey_kind_known CHECK (kind IN ('citizen', 'staff'))
);
CREATE UNIQUE INDEX passkey_credential_unique ON passkey (credential_id);
CREATE INDEX passkey_of_subject ON passkey (kind, subject_id);

-- A challenge that waits for its answer, once. The hash is that of the ceremony's token.
CREATE TABLE passkey_ceremony (
    hash TEXT NOT NULL PRIMARY KEY,
    purpose TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    state TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX passkey_ceremony_expiry ON passkey_ceremony (expires_at);

-- What a session was begun on and by what it was proved, for the list that its owner sees.
ALTER TABLE session ADD COLUMN agent TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN proved TEXT NOT NULL DEFAULT 'password';

-- The one device on which an account is in use. The hash is that of a cookie's token.
CREATE TABLE account_device (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
    hash TEXT NOT NULL,
    agent TEXT NOT NULL,
    since BIGINT NOT NULL
);

-- The password was right on another device; what is still to come is a code: by message, or the one that the old device
-- shows, of which `device_code` has the keyed digest.
CREATE TABLE device_change (
    hash TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    code_id TEXT,
    expires_at BIGINT NOT NULL
);
CREATE INDEX device_change_expiry ON device_change (expires_at);
CREATE TABLE device_code (
    account_id TEXT NOT NULL PRIMARY KEY REFERENCES account (id),
    mac TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);

-- Why an account is locked, and the state to which it goes back.
ALTER TABLE account ADD COLUMN lock_reason TEXT;
ALTER TABLE account ADD COLUMN locked_from TEXT;
