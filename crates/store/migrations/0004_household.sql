-- Places that a family holds together carry the SHA-256 of the family's one token. A place that is moved later
-- stands alone again.
ALTER TABLE reservation ADD COLUMN household_id TEXT;
CREATE INDEX reservation_of_household ON reservation (household_id) WHERE household_id IS NOT NULL;
