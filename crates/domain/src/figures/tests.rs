use super::*;
use crate::calendar::Calendar;
use jiff::civil::date;

const HOLIDAYS: &str = include_str!("../../../../data/holidays.csv");
const FILE: &str = include_str!("../../../../data/figures.csv");
const OFFICES: [&str; 3] = ["hcm-binh-tan", "hcm-quan-6", "hcm-quan-10"];
const HEAD: &str = "unit_vi,unit_en,office,measure,residence,value,bound,as_of,source_vi,source_en\n";

#[test]
fn the_founding_reports_are_there() {
    let all = parse_reported(FILE, &OFFICES).unwrap();
    let of = |unit: &str, measure: ReportedMeasure| {
        let found = all
            .iter()
            .filter(|one| one.unit.en == unit && one.measure == measure);
        found.map(|one| one.value).collect::<Vec<_>>()
    };
    assert_eq!(of("Da Nang City", ReportedMeasure::Eligible), [816_918]);
    assert_eq!(of("Da Nang City", ReportedMeasure::Uncollected), [2_250]);
    // The report itself: what came, less what was not handed over.
    assert_eq!(of("Da Nang City", ReportedMeasure::Returned), [668_791 - 2_250]);
    assert_eq!(
        of("Bình Tân District (former)", ReportedMeasure::ActivatedPercent),
        [860, 760]
    );
    assert_eq!(of("District 6 (former)", ReportedMeasure::ReturnedPercent), [999]);
}

#[test]
fn a_bad_line_is_named() {
    let refused = |line: &str| {
        parse_reported(&format!("{HEAD}{line}\n"), &OFFICES)
            .unwrap_err()
            .to_string()
    };
    for (line, why) in [
        (
            "A,A,,cards,,1,exact,2024-01-01,x,x",
            "figures.csv:2: measure: \"cards\" is not a valid value",
        ),
        (
            "A,A,,issued,visitors,1,exact,2024-01-01,x,x",
            "figures.csv:2: residence: \"visitors\" is not a valid value",
        ),
        (
            "A,A,,issued,,-1,exact,2024-01-01,x,x",
            "figures.csv:2: value: \"-1\" is not a valid value",
        ),
        (
            "A,A,,issued,,7.5,exact,2024-01-01,x,x",
            "figures.csv:2: value: \"7.5\" is not a valid value",
        ),
        (
            "A,A,,activated_percent,,100.1,exact,2024-01-01,x,x",
            "figures.csv:2: value: \"100.1\" is not a valid value",
        ),
        (
            "A,A,,issued,,1,exact,2024-02-30,x,x",
            "figures.csv:2: as_of: \"2024-02-30\" is not a valid value",
        ),
        (
            "A,A,nowhere,issued,,1,exact,2024-01-01,x,x",
            "figures.csv:2: office: \"nowhere\" is not a valid value",
        ),
        (
            "A,A,,issued,,1,exact,2024-01-01,x,",
            "figures.csv:2: source_en: \"\" is not a valid value",
        ),
        (
            "A,A,,issued,,1,exact,2024-01-01",
            "figures.csv:2: 8 columns, the header has 10",
        ),
    ] {
        assert_eq!(refused(line), why);
    }
    let twice = "A,A,,issued,,1,exact,2024-01-01,x,x\nA,A,,issued,,2,about,2024-01-01,y,y";
    assert_eq!(
        refused(twice),
        "figures.csv:3: another line tells the same of the same day"
    );
}

#[test]
fn a_target_is_reached_on_a_working_day() {
    let calendar = Calendar::parse(HOLIDAYS).unwrap();
    let today = date(2026, 11, 20);
    let pace = Pace {
        activated: 40,
        working_days: 20,
    };
    // Two a working day: three are left, so two days of work, and the weekend lies between. Tuesday is a holiday.
    assert_eq!(
        pace.reach(97, 100, today, &calendar),
        Reach::On(date(2026, 11, 25))
    );
    assert_eq!(
        pace.reach(98, 100, today, &calendar),
        Reach::On(date(2026, 11, 23))
    );
    assert_eq!(pace.reach(100, 100, today, &calendar), Reach::Reached);
    assert_eq!(pace.reach(120, 100, today, &calendar), Reach::Reached);
    assert_eq!(Pace::default().reach(0, 1, today, &calendar), Reach::Never);
    assert_eq!(pace.reach(0, 5_001, today, &calendar), Reach::Never);
    assert!(matches!(pace.reach(0, 5_000, today, &calendar), Reach::On(_)));
    // Nothing but days off in the stretch: as if it had one day.
    let odd = Pace {
        activated: 3,
        working_days: 0,
    };
    assert_eq!(odd.reach(0, 3, today, &calendar), Reach::On(date(2026, 11, 23)));
}
