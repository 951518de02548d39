-- A key that staff got to act for a person: worth something only with the session it was given to.
ALTER TABLE access_key ADD COLUMN staff_session TEXT;
