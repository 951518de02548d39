-- The owner of an account lets the help desk look along; links of messages that lock an account. See 0001.

-- The code is kept as a keyed digest together with the end of the personal number, and only until it was used. It lasts no
-- longer than the sessions of both: `citizen_session` and `staff_session` are their digests.
CREATE TABLE helper_session (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    citizen_session TEXT NOT NULL,
    mac TEXT,
    asked_at BIGINT NOT NULL,
    code_until BIGINT NOT NULL,
    staff_id TEXT,
    staff_role TEXT,
    staff_session TEXT,
    begun_at BIGINT,
    ends_at BIGINT,
    ended_at BIGINT,
    ended_by TEXT,
    CONSTRAINT helper_session_begun_whole CHECK ((begun_at IS NULL) = (staff_session IS NULL)
        AND (begun_at IS NULL) = (ends_at IS NULL) AND (begun_at IS NULL) = (staff_id IS NULL)),
    CONSTRAINT helper_session_ended_whole CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT helper_session_end_known CHECK (ended_by IN ('citizen', 'helper', 'time'))
);
CREATE UNIQUE INDEX helper_session_one_open ON helper_session (account_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX helper_session_code ON helper_session (mac) WHERE mac IS NOT NULL;
CREATE INDEX helper_session_of_account ON helper_session (account_id, asked_at);
CREATE INDEX helper_session_asked ON helper_session (asked_at);

CREATE TABLE helper_look (
    id TEXT NOT NULL PRIMARY KEY,
    helper_session_id TEXT NOT NULL REFERENCES helper_session (id) ON DELETE CASCADE,
    at BIGINT NOT NULL,
    part TEXT NOT NULL
);
CREATE INDEX helper_look_of ON helper_look (helper_session_id, at);

-- What a message has told of, and whose account its link locks. The hash is that of the link's key.
CREATE TABLE lock_link (
    hash TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account (id),
    told_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX lock_link_expiry ON lock_link (expires_at);

-- Accounts whose card runs out are found by the day, and those of a phone by its number.
CREATE INDEX account_card_expiry ON account (card_expires_on) WHERE card_expires_on IS NOT NULL;
CREATE INDEX account_of_phone ON account (phone);
