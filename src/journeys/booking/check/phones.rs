//! The two numbers as the page shows them: by their ends alone, for whoever looks over the shoulder. Both stand whole in
//! their fields, one press of "Change" away.

use super::super::draft::Booking;
use crate::i18n::{keys::booking, tf};
use eid_domain::identity::{ContactPhone, OtpPhone};

/// The number for codes, which was proved on the page before.
pub(in super::super) fn proved(now: &Booking) -> String {
    let phone = OtpPhone::parse(&now.otp_phone);
    phone
        .map(|phone| tf(booking::CHECK_PHONE_PROVED, &[("digits", phone.last_digits())]))
        .unwrap_or_default()
}

/// The other one; empty where none was given.
pub(in super::super) fn contact(now: &Booking) -> String {
    let phone = ContactPhone::parse(&now.contact_phone);
    phone
        .map(|phone| tf(booking::CHECK_PHONE_ENDS, &[("digits", phone.last_digits())]))
        .unwrap_or_default()
}
