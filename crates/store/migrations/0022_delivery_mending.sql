-- How a card comes to its owner, and how they are written to. Read by SQLite and by PostgreSQL; see 0001.

-- Collected, or brought by the post to an address. The address goes when it has done its work.
CREATE TABLE delivery (
    dossier_id TEXT NOT NULL PRIMARY KEY REFERENCES dossier (id),
    way TEXT NOT NULL,
    line TEXT NOT NULL,
    commune_code TEXT NOT NULL,
    confirmed_at BIGINT NOT NULL,
    tracking_number TEXT NOT NULL,
    returned TEXT NOT NULL,
    CONSTRAINT delivery_way_known CHECK (way IN ('office', 'post')),
    CONSTRAINT delivery_post_has_address CHECK (way = 'office' OR commune_code <> '')
);

-- Whoever has said nothing has reminders, on both phones.
CREATE TABLE notice_wish (
    dossier_id TEXT NOT NULL PRIMARY KEY REFERENCES dossier (id),
    reminders INTEGER NOT NULL,
    phones TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    CONSTRAINT notice_wish_phones_known CHECK (phones IN ('both', 'codes', 'contact'))
);

-- A ticket is a question of a person, or data that must be put right: which, found by whom, sent to whom, how far.
ALTER TABLE ticket ADD COLUMN kind TEXT NOT NULL DEFAULT 'question';
ALTER TABLE ticket ADD COLUMN stage TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN origin TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN what TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN sent_at BIGINT;
ALTER TABLE ticket ADD COLUMN sent_words TEXT NOT NULL DEFAULT '';
ALTER TABLE ticket ADD COLUMN closed_at BIGINT;
DROP INDEX ticket_one_open_per_dossier;
CREATE UNIQUE INDEX ticket_one_open_per_dossier ON ticket (dossier_id) WHERE answered_at IS NULL AND kind = 'question';
CREATE UNIQUE INDEX ticket_one_mending_per_dossier ON ticket (dossier_id) WHERE closed_at IS NULL AND kind = 'mending';
