//! The person's own clock beside the office's, for people abroad. Office time stays the truth.

use crate::browser::intl;
use crate::i18n::{keys::booking, tf};
use jiff::civil::DateTime;

/// "Giờ nơi bạn (Europe/Paris): 01:30, 23/11/2026"; none in Viet Nam.
pub(in super::super) fn line(at: DateTime) -> Option<String> {
    let (zone, time) = intl::own_time(at)?;
    Some(tf(booking::TIME_OWN_TIME, &[("zone", &zone), ("time", &time)]))
}
