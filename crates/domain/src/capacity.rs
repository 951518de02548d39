//! How many people an office can receive, tick by tick.
//!
//! A tick is ten minutes. A visit takes as many ticks in a row as it needs. Interval graphs are perfect: as long
//! as no tick holds more visits than it has places, there is a way to give every visit one station for all its
//! time. So places are counted per tick and nothing else.

mod fit;
mod kept;
mod online;
mod release;
mod slots;
mod ticks;

pub use fit::which_fit;
pub use kept::{KEPT_UNTIL, Places, kept_places, kept_until};
pub use online::{Tick, online_capacity, online_ticks};
pub use release::{RELEASE_FROM, RELEASE_SPREAD_MINUTES, is_released, next_release, released_at};
pub use slots::{FreeTick, SlotStart, slot_starts};
pub use ticks::{LONGEST_VISIT_MINUTES, TICK_MINUTES, VisitLengths, minutes_for, slot_group, ticks_for};

#[cfg(test)]
mod tests;
