-- Places that staff book for people, by phone or at the desk. Read by SQLite and by PostgreSQL; see 0001.

-- Of the places taken in a tick, those taken by staff. How many are kept for them is the plan's business and changes
-- with time; it comes with every taking. (Fewer than none taken is slot_tick_not_oversold's business.)
ALTER TABLE slot_tick ADD COLUMN assisted INTEGER NOT NULL DEFAULT 0
    CONSTRAINT slot_tick_assisted_are_taken CHECK (assisted >= 0 AND (assisted <= taken OR taken < 0));

-- By which way a place was taken, so that it is given back the same way.
ALTER TABLE reservation ADD COLUMN channel TEXT NOT NULL DEFAULT 'online'
    CONSTRAINT reservation_channel_known CHECK (channel IN ('online', 'assisted'));
