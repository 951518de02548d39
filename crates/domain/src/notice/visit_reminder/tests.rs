use super::*;
use jiff::civil::date;

fn at(day: i8, hour: i8, minute: i8) -> Timestamp {
    office_timestamp(date(2026, 11, day).at(hour, minute, 0, 0))
}

fn minutes_after(start: Timestamp, minutes: i64) -> Timestamp {
    later(start, SignedDuration::from_mins(minutes))
}

/// When the reminders of a visit are sent by a server that looks at these times, as the server does it: each up to a mark.
fn sent(visit: Timestamp, booked: Timestamp, looks: &[Timestamp]) -> Vec<(VisitReminder, Timestamp)> {
    let mut sent = Vec::new();
    for reminder in VisitReminder::ALL.iter().copied() {
        let mut mark = reminder.due_up_to(booked);
        for now in looks {
            let due = reminder.due_up_to(*now);
            if visit > mark.max(reminder.comes_after(*now)) && visit <= due {
                sent.push((reminder, awake(*now)));
            }
            mark = mark.max(due);
        }
    }
    sent
}

#[test]
fn who_comes_early_is_reminded_the_evening_before() {
    let is_due = |visit: Timestamp, now: Timestamp| visit <= VisitReminder::Last.due_up_to(now);
    for (visit, first) in [
        (at(25, 7, 30), at(24, 20, 30)),
        (at(25, 8, 20), at(24, 20, 30)),
        (at(25, 8, 30), at(25, 6, 30)),
        (at(25, 9, 0), at(25, 7, 0)),
        (at(25, 16, 30), at(25, 14, 30)),
    ] {
        let before = first.saturating_sub(SignedDuration::from_secs(1)).unwrap();
        assert!(is_due(visit, first) && !is_due(visit, before), "{visit}");
        // Awake, and not woken for it: at least an hour and a half before, or the evening before.
        let told = awake(first);
        let left = visit.duration_since(told).as_mins();
        assert!(left >= 90 && (told == first || told == at(25, 7, 0)), "{visit}");
    }
}

#[test]
fn what_was_due_stays_due() {
    let start = at(23, 0, 0);
    for reminder in VisitReminder::ALL {
        let due: Vec<_> = (0..3 * 1_440)
            .map(|n| reminder.due_up_to(minutes_after(start, n)))
            .collect();
        assert!(due.windows(2).all(|pair| pair[0] <= pair[1]), "{reminder}");
    }
}

#[test]
fn on_time_all_three_come_to_every_visit() {
    let looks: Vec<_> = (0..7 * 1_440).map(|n| minutes_after(at(23, 0, 0), n)).collect();
    for ten_minutes in 0..63 {
        let visit = minutes_after(at(28, 7, 0), 10 * ten_minutes);
        let sent = sent(visit, at(22, 9, 0), &looks);
        let kinds: Vec<_> = sent.iter().map(|(reminder, _)| *reminder).collect();
        assert_eq!(kinds, VisitReminder::ALL, "{visit}");
        let apart = sent.windows(2).map(|pair| pair[1].1.duration_since(pair[0].1));
        assert!(apart.min().unwrap() > APART, "{visit}: {sent:?}");
    }
}

/// An inbox of the demo, whose clock had jumped over a day, held the reminder of a day before and that of two hours before,
/// word for word the same and of one second; an outage overnight would have sent both as well.
#[test]
fn nobody_gets_two_at_once_after_a_server_stood_still() {
    let visit = at(27, 9, 0);
    let booked = at(23, 8, 0);
    for (up_again, expected) in [
        // In time for the next but one.
        (at(24, 10, 0), vec![(VisitReminder::Days, at(24, 10, 0))]),
        // Less than a day and a half before: that of a day before is enough.
        (at(26, 4, 0), vec![]),
        (at(26, 12, 0), vec![(VisitReminder::Day, at(26, 12, 0))]),
        // At night: in the morning the last one is due.
        (at(26, 23, 0), vec![]),
        (at(27, 7, 30), vec![(VisitReminder::Last, at(27, 7, 30))]),
        (at(27, 8, 59), vec![(VisitReminder::Last, at(27, 8, 59))]),
        (at(27, 9, 0), vec![]),
    ] {
        assert_eq!(sent(visit, booked, &[up_again]), expected, "{up_again}");
    }
}

#[test]
fn whenever_a_server_was_out_one_reminder_is_apart_from_the_next() {
    let booked = at(20, 8, 0);
    for visit in [at(27, 7, 30), at(27, 9, 0), at(27, 13, 30), at(27, 16, 30)] {
        for up_again in 0..7 * 48 {
            let up_again = minutes_after(at(20, 8, 0), 30 * up_again);
            let looks: Vec<_> = (0..8 * 48).map(|n| minutes_after(up_again, 30 * n)).collect();
            let sent = sent(visit, booked, &looks);
            assert!(
                sent.windows(2)
                    .all(|pair| pair[1].1.duration_since(pair[0].1) >= APART),
                "{visit} {up_again}: {sent:?}"
            );
            assert!(
                !sent.is_empty() || up_again >= visit || awake(up_again) >= visit,
                "{visit} {up_again}: nothing came"
            );
        }
    }
}
