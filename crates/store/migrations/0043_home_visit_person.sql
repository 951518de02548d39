-- Whoever is signed in reads who has looked at wishes under their number.
CREATE INDEX home_visit_of_person ON home_visit (personal_number);
