-- Papers of other agencies that an account shows, each asked for by its owner. See 0001.

-- One row for each kind that an owner has asked for: asking again takes the place of what was refused or is over, under an
-- id of its own, so that an answer to the former request finds nothing.
CREATE TABLE wallet_paper (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    state_at BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    asked_by TEXT NOT NULL,
    number TEXT NOT NULL,
    issuer TEXT NOT NULL,
    detail TEXT NOT NULL,
    issued_on TEXT,
    valid_until TEXT,
    refusal TEXT,
    words TEXT NOT NULL,
    warned_at BIGINT,
    CONSTRAINT wallet_paper_state_known CHECK (state IN ('waiting', 'integrated', 'refused', 'expired')),
    CONSTRAINT wallet_paper_refusal_said CHECK ((state = 'refused') = (refusal IS NOT NULL))
);
CREATE UNIQUE INDEX wallet_paper_one_per_kind ON wallet_paper (account_id, kind);
CREATE INDEX wallet_paper_end ON wallet_paper (state, valid_until);

-- What the simulated agencies were asked; they know nothing of the tables above.
CREATE TABLE source_case (
    id TEXT NOT NULL PRIMARY KEY,
    personal_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    attempt INTEGER NOT NULL,
    asked_at BIGINT NOT NULL,
    next_at BIGINT
);
CREATE INDEX source_case_next ON source_case (next_at);
CREATE INDEX source_case_of ON source_case (personal_number, kind);
