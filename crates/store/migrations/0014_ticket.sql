-- What a person asks the office of their dossier, and its answer. See 0001.
CREATE TABLE ticket (
    id TEXT NOT NULL PRIMARY KEY,
    dossier_id TEXT NOT NULL REFERENCES dossier (id),
    office_id TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    text TEXT NOT NULL,
    answered_at BIGINT,
    answer TEXT,
    staff_id TEXT,
    CONSTRAINT ticket_answered_whole CHECK ((answered_at IS NULL) = (answer IS NULL)
        AND (answered_at IS NULL) = (staff_id IS NULL))
);
CREATE UNIQUE INDEX ticket_one_open_per_dossier ON ticket (dossier_id) WHERE answered_at IS NULL;
CREATE INDEX ticket_of_dossier ON ticket (dossier_id, asked_at);
CREATE INDEX ticket_of_office ON ticket (office_id, asked_at);
CREATE INDEX ticket_answered ON ticket (answered_at) WHERE answered_at IS NOT NULL;
