-- Who represents a child under 14, and their consent to use the child's account. See 0001.

-- By personal numbers, not by accounts: either of them may have no account yet, and whether one has is told to nobody.
-- `own_from` is the child's 14th birthday.
CREATE TABLE representative (
    id TEXT NOT NULL PRIMARY KEY,
    child_number TEXT NOT NULL,
    child_name TEXT NOT NULL,
    child_birth_date TEXT NOT NULL,
    personal_number TEXT NOT NULL,
    full_name TEXT NOT NULL,
    relation TEXT NOT NULL,
    proof TEXT NOT NULL,
    own_from TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by TEXT NOT NULL,
    reminded_at BIGINT,
    ended_at BIGINT,
    ended_reason TEXT,
    CONSTRAINT representative_ended_whole CHECK ((ended_at IS NULL) = (ended_reason IS NULL)),
    CONSTRAINT representative_other CHECK (child_number <> personal_number)
);
CREATE UNIQUE INDEX representative_once ON representative (child_number, personal_number) WHERE ended_at IS NULL;
CREATE INDEX representative_of ON representative (personal_number) WHERE ended_at IS NULL;
CREATE INDEX representative_own_from ON representative (own_from) WHERE ended_at IS NULL;
CREATE INDEX representative_ended ON representative (ended_at);

CREATE TABLE child_consent (
    id TEXT NOT NULL PRIMARY KEY,
    child_number TEXT NOT NULL,
    representative_id TEXT NOT NULL REFERENCES representative (id) ON DELETE CASCADE,
    text_version TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    withdrawn_at BIGINT
);
CREATE UNIQUE INDEX child_consent_one_open ON child_consent (child_number) WHERE withdrawn_at IS NULL;
CREATE INDEX child_consent_of ON child_consent (representative_id);
CREATE INDEX child_consent_withdrawn ON child_consent (withdrawn_at);
