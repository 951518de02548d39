-- The audit as a chain: every entry is sealed with the one before it, soon after its transaction was committed
-- (docs/adr/0015-audit-chain.md). The same for SQLite in the file beside this one; only the triggers differ.

-- Which part the member of staff had then, and where: both may change later.
ALTER TABLE audit ADD COLUMN actor_role TEXT;
ALTER TABLE audit ADD COLUMN actor_office TEXT;
CREATE INDEX audit_at ON audit (at, id);
CREATE INDEX audit_of_action ON audit (action, at);

-- Entries that no seal has yet; written with the entry, removed with the seal.
CREATE TABLE audit_unsealed (
    entry_id TEXT NOT NULL PRIMARY KEY
);
INSERT INTO audit_unsealed (entry_id) SELECT id FROM audit;

CREATE TABLE audit_seal (
    sequence BIGINT NOT NULL PRIMARY KEY,
    entry_id TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE UNIQUE INDEX audit_seal_entry_unique ON audit_seal (entry_id);

-- Where the chain ends, signed by the server. One row: who seals locks it.
CREATE TABLE audit_head (
    id INTEGER NOT NULL PRIMARY KEY,
    sequence BIGINT NOT NULL,
    hash TEXT NOT NULL,
    mac TEXT NOT NULL,
    CONSTRAINT audit_head_one CHECK (id = 1)
);
INSERT INTO audit_head (id, sequence, hash, mac) VALUES (1, 0, '', '');

CREATE TRIGGER audit_seal_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
