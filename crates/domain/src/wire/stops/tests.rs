use super::*;
use jiff::civil::date;

const TODAY: Date = date(2026, 11, 23);

fn wanted() -> NewStop {
    NewStop {
        kind: "school".into(),
        name: "THCS  Thử Nghiệm".into(),
        street: "12 Đường Mẫu".into(),
        commune_code: "27169".into(),
        date: "2026-12-04".into(),
        from: "08:00".into(),
        to: "16:00".into(),
        stations: "2".into(),
        is_public: false,
    }
}

fn wrong(change: impl FnOnce(&mut NewStop)) -> Vec<String> {
    let mut stop = wanted();
    change(&mut stop);
    let errors = stop.parse(TODAY).err().unwrap_or_default();
    errors
        .iter()
        .map(|error| format!("{}:{}", error.field, error.code))
        .collect()
}

#[test]
fn a_stop_is_parsed() {
    let plan = wanted().parse(TODAY).unwrap();
    assert_eq!(plan.name, "THCS Thử Nghiệm");
    assert_eq!(plan.sessions.len(), 2);
}

#[test]
fn every_wrong_field_is_named() {
    assert_eq!(wrong(|_| ()), [""; 0]);
    assert_eq!(wrong(|s| s.kind = "boat".into()), ["kind:choice_unknown"]);
    assert_eq!(wrong(|s| s.name = " ".into()), ["name:required"]);
    assert_eq!(wrong(|s| s.name = "x".repeat(121)), ["name:text_too_long"]);
    for day in ["2026-11-23", "2025-12-04", "2027-06-01", "4/12"] {
        assert_eq!(wrong(|s| s.date = day.into()), ["date:choice_unknown"], "{day}");
    }
    assert_eq!(wrong(|s| s.to = "07:00".into()), ["to:choice_unknown"]);
    assert_eq!(wrong(|s| s.from = String::new()), ["from:required"]);
    for count in ["0", "21", "-1", "hai"] {
        assert_eq!(
            wrong(|s| s.stations = count.into()),
            ["stations:choice_unknown"],
            "{count}"
        );
    }
    let home = |s: &mut NewStop| (s.kind, s.is_public) = ("home".into(), true);
    assert_eq!(wrong(home), ["is_public:choice_unknown"]);
    assert_eq!(NewStop::default().parse(TODAY).unwrap_err().len(), 8);
}

#[test]
fn other_hours_and_another_team_are_parsed_alike() {
    let hours = |from: &str, to: &str, stations: &str| StopHours {
        from: from.into(),
        to: to.into(),
        stations: stations.into(),
    };
    let (sessions, stations) = hours("08:00", "16:00", "3").parse().unwrap();
    assert_eq!((sessions.len(), stations), (2, 3));
    for (wanted, field) in [
        (hours("16:00", "08:00", "3"), "to:choice_unknown"),
        (hours("", "16:00", "3"), "from:required"),
        (hours("08:00", "16:00", "0"), "stations:choice_unknown"),
    ] {
        let errors = wanted.parse().unwrap_err();
        let named: Vec<String> = errors
            .iter()
            .map(|error| format!("{}:{}", error.field, error.code))
            .collect();
        assert_eq!(named, [field]);
    }
}
