use super::*;
use jiff::civil::date;
use proptest::prelude::*;

fn invite() -> Invite<'static> {
    Invite {
        uid: "7K3M-9QWX-2R@example.org",
        organizer: ("PC06: nơi \"làm\" thẻ", "https://example.org"),
        sequence: 2,
        stamp: "2026-11-22T01:02:03.456Z".parse().unwrap(),
        starts_at: date(2026, 11, 25).at(23, 50, 0, 0),
        minutes: 20,
        summary: "Lịch hẹn làm thẻ căn cước",
        description: "Mang theo: thẻ cũ; điện thoại\nMã: 7K3M",
        location: "PC06, 258 Trần Hưng Đạo, phường Cầu Ông Lãnh, Thành phố Hồ Chí Minh",
        url: "https://example.org/receipt/7K3M-9QWX-2R",
        remind_hours: Some(24),
    }
}

#[test]
fn a_published_entry_to_the_letter() {
    let expected = "BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//eID Activation//Reference implementation//VI
CALSCALE:GREGORIAN
METHOD:PUBLISH
BEGIN:VTIMEZONE
TZID:Asia/Ho_Chi_Minh
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0700
TZOFFSETTO:+0700
TZNAME:+07
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:7K3M-9QWX-2R@example.org
ORGANIZER;CN=\"PC06: nơi 'làm' thẻ\":https://example.org
SEQUENCE:2
DTSTAMP:20261122T010203Z
DTSTART;TZID=Asia/Ho_Chi_Minh:20261125T235000
DTEND;TZID=Asia/Ho_Chi_Minh:20261126T001000
SUMMARY:Lịch hẹn làm thẻ căn cước
DESCRIPTION:Mang theo: thẻ cũ\\; điện thoại\\nMã: 7K3M
LOCATION:PC06\\, 258 Trần Hưng Đạo\\, phường Cầu Ông Lãnh\\, Thà
 nh phố Hồ Chí Minh
URL:https://example.org/receipt/7K3M-9QWX-2R
STATUS:CONFIRMED
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Lịch hẹn làm thẻ căn cước
TRIGGER:-PT24H
END:VALARM
END:VEVENT
END:VCALENDAR
";
    assert_eq!(write(&invite(), Method::Publish), expected.replace('\n', "\r\n"));
}

#[test]
fn a_cancelled_entry_keeps_its_uid_and_has_no_alarm() {
    let text = write(
        &Invite {
            sequence: 3,
            ..invite()
        },
        Method::Cancel,
    );
    assert!(text.contains("UID:7K3M-9QWX-2R@example.org\r\nORGANIZER;"));
    assert!(text.contains("METHOD:CANCEL\r\n") && text.contains("STATUS:CANCELLED\r\n"));
    assert!(text.contains("SEQUENCE:3\r\n"));
    assert!(!text.contains("VALARM"));
}

#[test]
fn nothing_can_break_out_of_its_line() {
    let evil = Invite {
        uid: "a\r\nATTENDEE:x",
        url: "http://x\nX-EVIL:1",
        organizer: ("a\r\nX-EVIL:1\":x", "http://x\r\nX-EVIL:1"),
        summary: "a\r\nX-EVIL:1",
        ..invite()
    };
    let text = write(&evil, Method::Publish);
    assert!(
        !text
            .lines()
            .any(|line| line.starts_with("X-EVIL") || line.starts_with("ATTENDEE"))
    );
    assert!(text.contains("SUMMARY:a\\nX-EVIL:1\r\n"));
}

proptest! {
    /// Lines stay within 75 octets, and unfolding and unescaping give back what was put in.
    #[test]
    fn folding_is_lossless(text in "[\\PC\n]{0,300}") {
        let written = write(&Invite { description: &text, ..invite() }, Method::Publish);
        prop_assert!(written.split("\r\n").all(|line| line.len() <= 75));
        prop_assert!(!written.replace("\r\n", "").contains(['\r', '\n']));
        let unfolded = written.replace("\r\n ", "");
        let line = unfolded.split("\r\n").find_map(|line| line.strip_prefix("DESCRIPTION:")).unwrap_or("");
        let mut back = String::new();
        let mut chars = line.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => back.push(match chars.next() { Some('n') => '\n', other => other.unwrap_or('?') }),
                c => back.push(c),
            }
        }
        if !text.is_empty() { prop_assert_eq!(back, text); }
    }
}
