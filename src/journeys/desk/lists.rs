//! What the desk's lists have in common: asking again, news of others, actions, files that staff bring.

pub(super) mod asking;
pub(super) mod csv_input;
pub(super) mod list_actions;
pub(super) mod listed;
pub(super) mod news;
