use super::*;

fn metric(name: &str, value: f64) -> Metric {
    Metric {
        name: name.into(),
        value,
        unit: "ratio".into(),
    }
}

const BENCH: Bench = Bench {
    name: "two",
    measure: || Ok(Vec::new()),
    limits: &[
        ("two_sqlite", Limit::AtLeast(0.5)),
        ("two_postgres", Limit::AtMost(2.0)),
    ],
};

#[test]
fn figures_within_their_limits_pass() {
    let taken = [metric("two_sqlite", 0.5), metric("two_postgres", 2.0)];
    assert!(BENCH.complaints(&taken, false).is_empty());
    assert!(BENCH.complaints(&taken[..1], true).is_empty());
}

/// A limit whose name no figure carried, and a measurement without a figure, passed in silence.
#[test]
fn whatever_is_not_held_to_its_limit_fails() {
    let told = |taken: &[Metric]| BENCH.complaints(taken, false).join("; ");
    assert_eq!(
        told(&[]),
        "two_sqlite was not measured; two_postgres was not measured"
    );
    let low = [metric("two_sqlite", 0.4), metric("two_postgres", 1.0)];
    assert_eq!(told(&low), "two_sqlite 0.40 ratio breaks its limit: at least 0.5");
    let none = [metric("two_sqlite", f64::NAN), metric("two_postgres", 2.1)];
    assert_eq!(BENCH.complaints(&none, false).len(), 2);
    let more = [
        metric("two_sqlite", 1.0),
        metric("two_postgres", 1.0),
        metric("three", 1.0),
    ];
    assert_eq!(told(&more), "three 1.00 ratio has no limit");
    let twice = [
        metric("two_sqlite", 1.0),
        metric("two_postgres", 1.0),
        metric("two_sqlite", 0.1),
    ];
    assert_eq!(told(&twice), "two_sqlite was measured twice");
    assert_eq!(BENCH.complaints(&[], true), ["two_sqlite was not measured"]);
}

#[test]
fn a_measurement_is_found_by_its_name_and_by_those_of_its_figures() {
    let found = |word: &str| BENCHES.iter().filter(|bench| bench.is_meant_by(word)).count();
    for word in [
        "home_first_view",
        "finder",
        "finder_keystroke",
        "growth",
        "growth_booking_sqlite",
    ] {
        assert_eq!(found(word), 1, "{word}");
    }
    assert_eq!(found("growth_nothing"), 0);
    assert!(names().contains("growth_reads_postgres"));
}

#[test]
fn every_figure_is_in_the_table_of_limits() {
    let page = std::fs::read_to_string(crate::paths::at("docs/PERFORMANCE.md")).unwrap();
    let table = page.split_once("## Last figures").unwrap().0;
    for (name, _) in BENCHES.iter().flat_map(|bench| bench.limits) {
        // The figure of the second database stands in the row of the first.
        let row = name.replace("_postgres", "_sqlite");
        assert!(table.contains(&format!("| `{row}`")), "{name}");
    }
}
