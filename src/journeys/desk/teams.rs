//! Teams that go to people: stops, homes, the round of a day.

pub(super) mod home_visits;
pub(super) mod round;
pub(super) mod stop;
pub(super) mod stop_words;
pub(super) mod stops;
