-- What was recorded at the counter beside the dossier itself, once an intake is received.
CREATE TABLE intake (
    dossier_id TEXT NOT NULL PRIMARY KEY REFERENCES dossier (id),
    residence TEXT NOT NULL,
    fingers TEXT NOT NULL,
    papers TEXT NOT NULL,
    recorded_at BIGINT NOT NULL,
    CONSTRAINT intake_residence_known CHECK (residence IN ('permanent', 'temporary', 'abroad')),
    CONSTRAINT intake_fingers_known CHECK (fingers IN ('taken', 'worn', 'injured', 'missing', 'not_due'))
);

-- What somebody must correct or add, with which papers, and until when. One at a time is open.
CREATE TABLE correction (
    id TEXT NOT NULL PRIMARY KEY,
    dossier_id TEXT NOT NULL REFERENCES dossier (id),
    asked_at BIGINT NOT NULL,
    asked_by TEXT NOT NULL,
    what TEXT NOT NULL,
    papers TEXT NOT NULL,
    words TEXT NOT NULL,
    until_on TEXT NOT NULL,
    solved_at BIGINT,
    CONSTRAINT correction_asked_by_known CHECK (asked_by IN ('officer', 'ministry'))
);
CREATE UNIQUE INDEX correction_one_open ON correction (dossier_id) WHERE solved_at IS NULL;
