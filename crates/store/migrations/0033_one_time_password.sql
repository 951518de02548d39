-- A password that somebody else has set: until when it opens the desk. Whoever signs in with it chooses another one before
-- anything else. Null for one that its owner chose. See 0001.
ALTER TABLE staff ADD COLUMN password_until BIGINT;
