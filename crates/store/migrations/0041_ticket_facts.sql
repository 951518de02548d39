-- What the server tells an office by itself stands as facts, which every reader's page words in its language: when it happened
-- of which the owner of an account said "this was not me"; which kind of paper differs from the card. Rows of before have words
-- in "text", and neither. See 0014 and 0022.
ALTER TABLE ticket ADD COLUMN not_me_at BIGINT;
ALTER TABLE ticket ADD COLUMN paper TEXT;
