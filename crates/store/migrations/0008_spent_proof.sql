-- Proofs of work that were given: each opens one request. See 0001.

CREATE TABLE spent_proof (
    id TEXT NOT NULL PRIMARY KEY,
    expires_at BIGINT NOT NULL
);
CREATE INDEX spent_proof_expired ON spent_proof (expires_at);
