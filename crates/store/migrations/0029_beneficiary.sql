-- Lists of social assistance, and what they free from. Read by SQLite and by PostgreSQL; see 0001.

-- A person with one kind on the list of an office. Days are ISO dates. The message is the last one written to them.
CREATE TABLE beneficiary (
    id TEXT NOT NULL PRIMARY KEY,
    office_id TEXT NOT NULL,
    personal_number TEXT NOT NULL,
    kind TEXT NOT NULL,
    full_name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    commune_code TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to TEXT,
    ends_at BIGINT,
    phone TEXT,
    changed_at BIGINT NOT NULL,
    told_at BIGINT,
    notice_id TEXT
);
CREATE UNIQUE INDEX beneficiary_one_per_kind ON beneficiary (office_id, personal_number, kind);
CREATE INDEX beneficiary_of_person ON beneficiary (personal_number);
CREATE INDEX beneficiary_end ON beneficiary (ends_at);

-- What freed a booking from the fee, known when it was made by a phone that the list or the account knows.
CREATE TABLE fee_exemption (
    dossier_id TEXT NOT NULL PRIMARY KEY REFERENCES dossier (id),
    exemption TEXT NOT NULL
);
