//! The entry itself.

use super::text::{escape, fold, plain, quoted};
use crate::calendar::minutes_after;
use jiff::{Timestamp, civil::DateTime, tz::Offset};

/// What the entry is sent for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// A new or changed visit.
    Publish,
    /// The visit is cancelled.
    Cancel,
}

/// A visit as a calendar shows it. No name and no personal number belong here: calendars are shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invite<'a> {
    /// Stable over all changes of the visit, e.g. `7K3M-9QWX-2R@example.org`.
    pub uid: &'a str,
    /// Who calls the meeting: a name, and an address under which one reads more. RFC 5546 asks for one with every
    /// published and every cancelled entry. No mail address, so that no calendar answers where nobody reads.
    pub organizer: (&'a str, &'a str),
    /// Grows with every change.
    pub sequence: u32,
    /// When the entry was made.
    pub stamp: Timestamp,
    /// Start, office time.
    pub starts_at: DateTime,
    /// Length in minutes.
    pub minutes: u16,
    /// Title.
    pub summary: &'a str,
    /// What to bring.
    pub description: &'a str,
    /// Address of the office.
    pub location: &'a str,
    /// The receipt's address without its key; empty for none.
    pub url: &'a str,
    /// Hours before the start at which the calendar reminds; `None` for no reminder.
    pub remind_hours: Option<u8>,
}

const TIME_ZONE: &str = "BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\nBEGIN:STANDARD\r\n\
DTSTART:19700101T000000\r\nTZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\nTZNAME:+07\r\nEND:STANDARD\r\n\
END:VTIMEZONE\r\n";

/// Writes a calendar with one entry, CRLF line ends, UTF-8.
#[must_use]
pub fn write(invite: &Invite<'_>, method: Method) -> String {
    let ends_at = minutes_after(invite.starts_at, invite.minutes);
    let (method_name, status) = match method {
        Method::Publish => ("PUBLISH", "CONFIRMED"),
        Method::Cancel => ("CANCEL", "CANCELLED"),
    };
    let mut out = String::with_capacity(1024);
    for line in [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//eID Activation//Reference implementation//VI",
    ] {
        fold(&mut out, line);
    }
    fold(&mut out, "CALSCALE:GREGORIAN");
    fold(&mut out, &format!("METHOD:{method_name}"));
    out.push_str(TIME_ZONE);
    fold(&mut out, "BEGIN:VEVENT");
    fold(&mut out, &format!("UID:{}", plain(invite.uid)));
    let (name, address) = invite.organizer;
    fold(
        &mut out,
        &format!("ORGANIZER;CN=\"{}\":{}", quoted(name), plain(address)),
    );
    fold(&mut out, &format!("SEQUENCE:{}", invite.sequence));
    fold(
        &mut out,
        &format!("DTSTAMP:{}Z", stamp(Offset::UTC.to_datetime(invite.stamp))),
    );
    fold(
        &mut out,
        &format!("DTSTART;TZID=Asia/Ho_Chi_Minh:{}", stamp(invite.starts_at)),
    );
    fold(
        &mut out,
        &format!("DTEND;TZID=Asia/Ho_Chi_Minh:{}", stamp(ends_at)),
    );
    fold(&mut out, &format!("SUMMARY:{}", escape(invite.summary)));
    for (name, value) in [("DESCRIPTION", invite.description), ("LOCATION", invite.location)] {
        if !value.is_empty() {
            fold(&mut out, &format!("{name}:{}", escape(value)));
        }
    }
    if !invite.url.is_empty() {
        fold(&mut out, &format!("URL:{}", plain(invite.url)));
    }
    fold(&mut out, &format!("STATUS:{status}"));
    if let (Some(hours), Method::Publish) = (invite.remind_hours, method) {
        fold(&mut out, "BEGIN:VALARM");
        fold(&mut out, "ACTION:DISPLAY");
        fold(&mut out, &format!("DESCRIPTION:{}", escape(invite.summary)));
        fold(&mut out, &format!("TRIGGER:-PT{hours}H"));
        fold(&mut out, "END:VALARM");
    }
    fold(&mut out, "END:VEVENT");
    fold(&mut out, "END:VCALENDAR");
    out
}

fn stamp(at: DateTime) -> String {
    let (date, time) = (at.date(), at.time());
    format!(
        "{:04}{:02}{:02}T{:02}{:02}{:02}",
        date.year(),
        date.month(),
        date.day(),
        time.hour(),
        time.minute(),
        time.second()
    )
}
