-- A dossier is found by birth date with a part of the name or the end of a phone.
CREATE INDEX dossier_of_birth ON dossier (birth_date, created_at);
