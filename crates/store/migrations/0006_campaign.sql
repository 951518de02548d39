-- Teams that go to people: stops, the pupils of a school's list, and wishes for a visit at home. See 0001.

-- A stop is an office for one day: its id is the office_id of its ticks, reservations and appointments.
CREATE TABLE stop (
    id TEXT NOT NULL PRIMARY KEY,
    office_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    date TEXT NOT NULL,
    ends_at BIGINT NOT NULL,
    is_public INTEGER NOT NULL,
    state TEXT NOT NULL,
    data TEXT NOT NULL,
    staff_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT stop_kind_known CHECK (kind IN ('school', 'hamlet', 'home', 'hospital')),
    CONSTRAINT stop_state_known CHECK (state IN ('planned', 'cancelled'))
);
CREATE INDEX stop_of_office ON stop (office_id, date);

-- Who came by a stop's lists. The key is what makes the same list change nothing.
CREATE TABLE stop_pupil (
    stop_id TEXT NOT NULL REFERENCES stop (id),
    personal_number TEXT NOT NULL,
    class_name TEXT NOT NULL,
    dossier_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    CONSTRAINT stop_pupil_once PRIMARY KEY (stop_id, personal_number)
);
CREATE INDEX stop_pupil_dossier ON stop_pupil (dossier_id);

CREATE TABLE home_visit (
    id TEXT NOT NULL PRIMARY KEY,
    key_hash TEXT NOT NULL,
    state TEXT NOT NULL,
    cause TEXT NOT NULL,
    service TEXT NOT NULL,
    ground TEXT NOT NULL,
    full_name TEXT NOT NULL,
    personal_number TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    representative_name TEXT,
    neighbourhood TEXT NOT NULL,
    street TEXT NOT NULL,
    commune TEXT NOT NULL,
    commune_code TEXT NOT NULL,
    province_code TEXT NOT NULL,
    phone TEXT NOT NULL,
    wishes TEXT NOT NULL,
    lang TEXT NOT NULL,
    reason TEXT,
    stop_id TEXT REFERENCES stop (id),
    dossier_id TEXT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    CONSTRAINT home_visit_state_known CHECK (state IN ('open', 'planned', 'refused', 'withdrawn'))
);
CREATE UNIQUE INDEX home_visit_one_open_per_person ON home_visit (personal_number) WHERE state = 'open';
CREATE UNIQUE INDEX home_visit_key_unique ON home_visit (key_hash);
CREATE INDEX home_visit_in_province ON home_visit (province_code, commune_code) WHERE state = 'open';
CREATE INDEX home_visit_ended ON home_visit (ended_at);
