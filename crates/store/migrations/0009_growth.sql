-- The hourly purge looks for places that were given back. Among millions that stay it finds them by this; without it it
-- would read the whole table while others wait to write. See 0001.

CREATE INDEX reservation_released ON reservation (created_at) WHERE state = 'released';
