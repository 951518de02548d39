-- Letters beside messages, for who wishes them. Read by SQLite and by PostgreSQL; see 0001.

-- An address that was proved by a code; empty where nobody wants letters.
ALTER TABLE notice_wish ADD COLUMN mail TEXT NOT NULL DEFAULT '';
