use super::*;
use crate::{fee::FeeClass, legal::Act};
use jiff::civil::date;

/// The whole table of grounds as it is today.
#[test]
fn the_table_of_grounds() {
    use {Channel as C, FeeClass as F, OldCard as O, Procedure as P, Reason as R};
    let today = date(2026, 11, 22);
    let rows = [
        (R::New14, "new_14", P::New, O::None, F::Free, C::InPerson),
        (
            R::New6To14,
            "new_6_14",
            P::New,
            O::None,
            F::Free,
            C::WithRepresentative,
        ),
        (R::NewUnder6, "new_u6", P::New, O::None, F::Free, C::Online),
        (
            R::FromCccd,
            "ex_from_cccd",
            P::Exchange,
            O::HandIn,
            F::Transfer,
            C::InPerson,
        ),
        (
            R::FromCmnd,
            "ex_from_cmnd",
            P::Exchange,
            O::HandIn,
            F::Transfer,
            C::InPerson,
        ),
        (R::Age, "ex_age", P::Exchange, O::HandIn, F::Free, C::InPerson),
        (
            R::NameOrBirth,
            "ex_name_dob",
            P::Exchange,
            O::HandIn,
            F::Exchange,
            C::InPerson,
        ),
        (
            R::Appearance,
            "ex_appearance",
            P::Exchange,
            O::HandIn,
            F::Exchange,
            C::InPerson,
        ),
        (
            R::PrintError,
            "ex_print_error",
            P::Exchange,
            O::HandIn,
            F::Exchange,
            C::InPerson,
        ),
        (
            R::AdminUnit,
            "ex_admin_unit",
            P::Exchange,
            O::HandIn,
            F::Free,
            C::OnlineOrInPerson,
        ),
        (
            R::NewNumber,
            "ex_new_number",
            P::Exchange,
            O::HandIn,
            F::Exchange,
            C::InPerson,
        ),
        (
            R::Request,
            "ex_request",
            P::Exchange,
            O::HandIn,
            F::Exchange,
            C::InPerson,
        ),
        (
            R::Lost,
            "re_lost",
            P::Reissue,
            O::None,
            F::Reissue,
            C::OnlineOrInPerson,
        ),
        (
            R::Damaged,
            "re_damaged",
            P::Reissue,
            O::HandInIfThere,
            F::Reissue,
            C::OnlineOrInPerson,
        ),
        (
            R::Nationality,
            "re_nationality",
            P::Reissue,
            O::None,
            F::Reissue,
            C::InPerson,
        ),
    ];
    assert_eq!(rows.len(), R::ALL.len());
    for (reason, name, procedure, old_card, fee, channel) in rows {
        assert_eq!(reason.as_str(), name);
        assert_eq!(R::parse(name), Some(reason));
        assert_eq!(reason.procedure(), procedure, "{name}");
        assert_eq!(reason.old_card(), old_card, "{name}");
        assert_eq!(reason.fee_class(), fee, "{name}");
        assert_eq!(reason.channel(today), channel, "{name}");
        assert!(
            reason
                .legal()
                .iter()
                .any(|basis| basis.act == Act::LawIdentification),
            "{name}"
        );
    }
}

#[test]
fn online_filing_began_on_15_march_2026() {
    for reason in [Reason::Lost, Reason::Damaged, Reason::AdminUnit] {
        assert_eq!(reason.channel(date(2026, 3, 14)), Channel::InPerson);
        assert_eq!(reason.channel(date(2026, 3, 15)), Channel::OnlineOrInPerson);
    }
}

/// The letter of each point of article 24(1) follows the Vietnamese alphabet, with đ after d.
#[test]
fn points_of_article_24() {
    let point = |reason: Reason| reason.legal()[0].point;
    assert_eq!(point(Reason::PrintError), Some('d'));
    assert_eq!(point(Reason::AdminUnit), Some('đ'));
    assert_eq!(point(Reason::Request), Some('g'));
    assert_eq!(point(Reason::New14), None);
}
