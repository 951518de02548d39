use super::{
    timeline::{TODAY, UNTIL_REVIEW, card, sketch, stages_by, stages_with},
    *,
};
use crate::booking::Service;
use jiff::civil::date;

#[test]
fn the_card_comes_to_the_office_or_by_post() {
    let mut days = UNTIL_REVIEW.to_vec();
    days.extend([
        (State::Approved, "2026-11-25"),
        (State::Printed, "2026-11-25"),
        (State::InTransit, "2026-11-26"),
    ]);
    let until_transit = "+booked +attended +received +sent +approved +printed +on_the_way";
    assert_eq!(
        card(&days),
        format!("{until_transit} >at_office .notified .handed_over")
    );
    let mut by_post = days.clone();
    by_post.push((State::WithPost, "2026-11-26"));
    assert_eq!(card(&by_post), format!("{until_transit} +with_post >handed_over"));
    by_post.extend([
        (State::ReturnedByPost, "2026-11-27"),
        (State::AtOffice, "2026-11-28"),
    ]);
    assert_eq!(
        card(&by_post),
        format!("{until_transit} +at_office >notified .handed_over")
    );
    days.extend([(State::AtOffice, "2026-11-27"), (State::Notified, "2026-11-27")]);
    let stages = stages_with(Service::Card, &days, &[], TODAY);
    assert_eq!(
        sketch(&stages),
        format!("{until_transit} +at_office +notified >handed_over")
    );
    let StageStatus::Current { latest, .. } = stages[9].status else {
        panic!("current")
    };
    assert_eq!(latest, Some(date(2026, 12, 27)));
    days.push((State::HandedOver, "2026-11-30"));
    assert_eq!(
        card(&days),
        format!("{until_transit} +at_office +notified +handed_over")
    );
}

#[test]
fn who_wants_the_post_waits_for_the_post() {
    let mut days = UNTIL_REVIEW.to_vec();
    let until_transit = "+booked +attended +received +sent +approved +printed +on_the_way";
    let post = |days: &[(State, &str)]| sketch(&stages_by(Service::Card, days, &[], TODAY, true));
    assert_eq!(
        post(&days),
        "+booked +attended +received +sent >approved .printed .on_the_way .at_office .with_post .handed_over"
    );
    days.extend([
        (State::Approved, "2026-11-24"),
        (State::Printed, "2026-11-24"),
        (State::InTransit, "2026-11-24"),
        (State::AtOffice, "2026-11-25"),
    ]);
    assert_eq!(
        post(&days),
        format!("{until_transit} +at_office >with_post .handed_over")
    );
    // Told to come, then changed their mind.
    days.extend([(State::Notified, "2026-11-25"), (State::AtOffice, "2026-11-26")]);
    assert_eq!(
        post(&days),
        format!("{until_transit} +at_office +notified >with_post .handed_over")
    );
    days.push((State::WithPost, "2026-11-26"));
    assert_eq!(
        post(&days),
        format!("{until_transit} +at_office +notified +with_post >handed_over")
    );
    days.push((State::HandedOver, "2026-11-28"));
    assert_eq!(
        post(&days),
        format!("{until_transit} +at_office +notified +with_post +handed_over")
    );
}
