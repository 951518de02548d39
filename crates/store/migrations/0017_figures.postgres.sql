-- Figures: how many of what, by office, day and residence (docs/adr/0020-figures.md). The same for SQLite in the file
-- beside this one; only the triggers differ.

-- What is to be counted: written with the event itself, removed when it is counted. A booking writes nothing here.
CREATE TABLE figure_pending (
    id TEXT NOT NULL PRIMARY KEY,
    measure TEXT NOT NULL,
    dossier_id TEXT,
    subject_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    CONSTRAINT figure_pending_measure_known CHECK (measure IN ('received', 'issued', 'returned', 'activated'))
);

-- What was counted: each dossier once a measure, each account once.
CREATE TABLE figure_counted (
    measure TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    PRIMARY KEY (measure, subject_id)
);

CREATE TABLE figure_day (
    office_id TEXT NOT NULL,
    day TEXT NOT NULL,
    measure TEXT NOT NULL,
    residence TEXT NOT NULL,
    count BIGINT NOT NULL,
    PRIMARY KEY (office_id, day, measure, residence),
    CONSTRAINT figure_day_counts CHECK (count > 0)
);
CREATE INDEX figure_day_at ON figure_day (day);

-- One row: who counts locks it. How many were counted so far, and the newest of them.
CREATE TABLE figure_head (
    id INTEGER NOT NULL PRIMARY KEY,
    counted BIGINT NOT NULL,
    newest_at BIGINT,
    CONSTRAINT figure_head_one CHECK (id = 1)
);
INSERT INTO figure_head (id, counted) VALUES (1, 0);

-- What an office has set itself: so many accounts activated until a day, of so many people.
CREATE TABLE figure_target (
    office_id TEXT NOT NULL PRIMARY KEY,
    eligible BIGINT,
    target BIGINT NOT NULL,
    until TEXT NOT NULL,
    staff_id TEXT NOT NULL,
    set_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

-- What happened before this script.
INSERT INTO figure_pending (id, measure, dossier_id, subject_id, at)
SELECT id, CASE state WHEN 'received' THEN 'received' WHEN 'printed' THEN 'issued' ELSE 'returned' END,
    dossier_id, dossier_id, at FROM dossier_event WHERE state IN ('received', 'printed', 'handed_over');
INSERT INTO figure_pending (id, measure, dossier_id, subject_id, at)
SELECT id || ':activated', 'activated', dossier_id, id, activated_at FROM account WHERE activated_at IS NOT NULL;

CREATE FUNCTION figure_of_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure_pending (id, measure, dossier_id, subject_id, at)
    VALUES (NEW.id, CASE NEW.state WHEN 'received' THEN 'received' WHEN 'printed' THEN 'issued' ELSE 'returned' END,
        NEW.dossier_id, NEW.dossier_id, NEW.at);
    RETURN NULL;
END $$;
CREATE FUNCTION figure_of_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO figure_pending (id, measure, dossier_id, subject_id, at)
    VALUES (NEW.id || ':activated', 'activated', NEW.dossier_id, NEW.id, NEW.activated_at)
    ON CONFLICT (id) DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER figure_of_event AFTER INSERT ON dossier_event FOR EACH ROW
WHEN (NEW.state IN ('received', 'printed', 'handed_over')) EXECUTE FUNCTION figure_of_event();
CREATE TRIGGER figure_of_account AFTER UPDATE OF activated_at ON account FOR EACH ROW
WHEN (OLD.activated_at IS NULL AND NEW.activated_at IS NOT NULL) EXECUTE FUNCTION figure_of_account();
CREATE TRIGGER figure_of_new_account AFTER INSERT ON account FOR EACH ROW
WHEN (NEW.activated_at IS NOT NULL) EXECUTE FUNCTION figure_of_account();
