//! Days that the administrator says over those of the data file.

use super::*;

fn special(kind: DayKind) -> SpecialDay {
    SpecialDay {
        kind,
        confirmed: true,
        vi: "Nghỉ thử".to_owned(),
        en: "A day off, \"tried\"".to_owned(),
        source: "Decision 1, made up".to_owned(),
    }
}

fn said(date: Date, special: Option<SpecialDay>) -> NationalDay {
    NationalDay { date, special }
}

#[test]
fn what_is_said_wins_over_the_file_and_counts_at_once() {
    let file = calendar();
    let (monday, saturday, culture) = (date(2026, 11, 30), date(2026, 12, 5), date(2026, 11, 24));
    let now = file.saying(&[
        said(monday, Some(special(DayKind::Compensation))),
        said(saturday, Some(special(DayKind::SwapWorking))),
        said(culture, None),
    ]);
    assert!(!now.is_working_day(monday) && now.is_working_day(saturday) && now.is_working_day(culture));
    // Received on Friday the 20th, seven working days: one more for the holiday that is none, one less for Monday, and the
    // Saturday lies behind.
    assert_eq!(file.add_working_days(date(2026, 11, 20), 7), date(2026, 12, 2));
    assert_eq!(now.add_working_days(date(2026, 11, 20), 7), date(2026, 12, 2));
    assert_eq!(now.add_working_days(date(2026, 11, 27), 5), date(2026, 12, 5));
    assert_eq!(now.national(culture), said(culture, None));
    assert_eq!(now.national(monday).special, Some(special(DayKind::Compensation)));
    assert_eq!(file.saying(&[]), file);
}

#[test]
fn closures_of_one_office_stay() {
    let mut closure = calendar().days().first().cloned().unwrap();
    (closure.kind, closure.office, closure.date) = (
        DayKind::LocalClosure,
        Some("hcm-pc06".to_owned()),
        date(2026, 12, 1),
    );
    let calendar = Calendar::from_days(vec![closure.clone()]);
    let now = calendar.saying(&[said(closure.date, Some(special(DayKind::Holiday)))]);
    assert_eq!(now.days().len(), 2);
    assert_eq!(now.saying(&[said(closure.date, None)]), calendar);
}

#[test]
fn what_is_written_is_read_back() {
    let now = calendar().saying(&[said(date(2027, 6, 1), Some(special(DayKind::Holiday)))]);
    assert_eq!(Calendar::parse(&now.to_csv()).unwrap(), now);
}

#[test]
fn days_that_cannot_be_said() {
    let today = date(2026, 11, 23);
    let faults_of = |date, special| faults(&[said(date, special)], today);
    let ok = special(DayKind::Holiday);
    assert_eq!(faults_of(date(2026, 11, 24), Some(ok.clone())), []);
    assert_eq!(faults_of(today, None), [(0, DayFault::NotToCome)]);
    assert_eq!(faults_of(date(2028, 12, 31), None), []);
    assert_eq!(faults_of(date(2029, 1, 1), None), [(0, DayFault::TooFar)]);
    for (kind, on, fault) in [
        (DayKind::LocalClosure, date(2026, 12, 1), DayFault::Kind),
        (DayKind::SwapWorking, date(2026, 12, 6), DayFault::NotSaturday),
        (DayKind::Compensation, date(2026, 12, 5), DayFault::NotWeekday),
    ] {
        assert_eq!(faults_of(on, Some(special(kind))), [(0, fault)]);
    }
    let empty = SpecialDay {
        vi: " \u{200b} ".to_owned(),
        en: "x".repeat(LONGEST_DAY_NAME + 1),
        source: String::new(),
        ..ok.clone()
    };
    let all = [DayFault::Vi, DayFault::En, DayFault::Source].map(|fault| (0, fault));
    assert_eq!(faults_of(date(2026, 12, 1), Some(empty)), all);
    let twice = [said(date(2026, 12, 1), None), said(date(2026, 12, 1), Some(ok))];
    assert_eq!(faults(&twice, today), [(1, DayFault::Twice)]);
    assert!(twice.iter().all(|day| day.clone().tidy() == *day));
}

#[test]
fn a_change_is_taken_back_where_nobody_has_changed_it_since() {
    let (file, today, day) = (calendar(), date(2026, 11, 23), date(2026, 12, 31));
    let before = [file.national(day)];
    let after = [said(day, Some(special(DayKind::Holiday)))];
    let now = file.saying(&after);
    assert_eq!(now.without(&before, &after, today), Some(before.to_vec()));
    assert_eq!(file.without(&before, &after, today), None, "changed again since");
    assert_eq!(now.without(&before, &after, day), None, "over");
    assert_eq!(now.without(&after, &after, today), None, "nothing to take back");
    let more = said_with(&after, &[said(date(2026, 12, 1), None), said(day, None)]);
    let dates: Vec<Date> = more.iter().map(|day| day.date).collect();
    assert_eq!(
        (dates, more.last().unwrap().special.clone()),
        (vec![date(2026, 12, 1), day], None)
    );
}
