//! What to bring to a visit that is booked already: its answers are gone, ground, service and age are not.

use super::{Need, Paper, PaperNeed};
use crate::{
    booking::{AgeGroup, Service},
    reason::{OldCard, Reason},
};

/// The list of [`assess`](super::assess), as far as ground, service and age tell: never more than it, and without what
/// only the person's other answers showed (data that may be wrong, an exemption to prove).
///
/// Empty: the law asks for nothing.
#[must_use]
pub fn papers_for_visit(service: Service, reason: Option<Reason>, age_group: AgeGroup) -> Vec<PaperNeed> {
    let mut list = Vec::new();
    let mut add = |paper, need| list.push(PaperNeed { paper, need });
    match (reason, reason.map(Reason::old_card)) {
        (Some(Reason::FromCmnd), _) => add(Paper::OldCmnd, Need::IfThere),
        (_, Some(OldCard::HandIn)) => add(Paper::OldCard, Need::Required),
        (_, Some(OldCard::HandInIfThere)) => add(Paper::OldCard, Need::IfThere),
        (_, Some(OldCard::None)) => {}
        (_, None) => add(Paper::ValidCard, Need::Required),
    }
    let represented = age_group.needs_representative();
    if represented {
        add(Paper::RepresentativeCard, Need::Required);
        add(Paper::ProofOfRelation, Need::IfNotInDatabase);
    }
    match reason {
        Some(Reason::NameOrBirth) => add(Paper::DataEvidence, Need::Required),
        Some(Reason::Nationality) => add(Paper::NationalityDecision, Need::Required),
        _ => {}
    }
    if service.has_account() {
        add(
            if represented {
                Paper::RepresentativePhone
            } else {
                Paper::OwnPhone
            },
            Need::Required,
        );
        add(Paper::PapersToLink, Need::Optional);
    }
    list
}
