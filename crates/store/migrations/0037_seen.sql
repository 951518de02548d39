-- What was looked at before a card was given away, and the last days of corrections in order. See 0016.
ALTER TABLE hand_over ADD COLUMN seen TEXT NOT NULL DEFAULT ''
    CONSTRAINT hand_over_seen_known CHECK (seen IN ('', 'slip', 'identity', 'card'));
CREATE INDEX correction_ends ON correction (until_on) WHERE solved_at IS NULL;
