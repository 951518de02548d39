-- Why the authority refused an account, in its own words: the person reads it where activation ends.
ALTER TABLE account ADD COLUMN refusal TEXT;
