//! Steps, relations and rights in words.

use crate::components::TagKind;
use crate::i18n::{Key, Lang, keys::children as k, lang, t, tf};
use eid_domain::child::{Relation, Step, Thing};
use eid_domain::legal::{Act, LegalBasis};
use eid_domain::wallet::State;

/// Where it stands, and how that is shown.
pub(super) const fn step(step: Step) -> (Key, TagKind) {
    match step {
        Step::Visit => (k::STEP_VISIT, TagKind::Plain),
        Step::Open => (k::STEP_OPEN, TagKind::Plain),
        Step::Wait => (k::STEP_WAIT, TagKind::Info),
        Step::Refused => (k::STEP_REFUSED, TagKind::Danger),
        Step::Activate => (k::STEP_ACTIVATE, TagKind::Warning),
        Step::Overdue => (k::STEP_OVERDUE, TagKind::Warning),
        Step::Consent => (k::STEP_CONSENT, TagKind::Warning),
        Step::InUse => (k::STEP_IN_USE, TagKind::Ok),
        Step::Locked => (k::STEP_LOCKED, TagKind::Danger),
    }
}

/// What it means; of an account in use the consent says more.
pub(super) const fn text(step: Step) -> Key {
    match step {
        Step::Visit => k::TEXT_VISIT,
        Step::Open => k::TEXT_OPEN,
        Step::Wait => k::TEXT_WAIT,
        Step::Refused => k::TEXT_REFUSED,
        Step::Activate => k::TEXT_ACTIVATE,
        Step::Overdue => k::TEXT_OVERDUE,
        Step::Consent | Step::InUse => k::TEXT_CONSENT,
        Step::Locked => k::TEXT_LOCKED,
    }
}

/// What the owner of the account is to the child.
pub(super) const fn relation(relation: Relation) -> Key {
    match relation {
        Relation::Father => k::RELATION_FATHER,
        Relation::Mother => k::RELATION_MOTHER,
        Relation::Guardian => k::RELATION_GUARDIAN,
        Relation::Other => k::RELATION_OTHER_REPRESENTATIVE,
    }
}

/// Something that an age opens.
pub(super) const fn thing(thing: Thing) -> Key {
    match thing {
        Thing::CardWithoutVisit => k::THING_CARD_WITHOUT_VISIT,
        Thing::Level1 => k::THING_LEVEL_1,
        Thing::CardAtVisit => k::THING_CARD_AT_VISIT,
        Thing::Level2 => k::THING_LEVEL_2,
        Thing::CardAndPapers => k::THING_CARD_AND_PAPERS,
        Thing::OwnAccount => k::THING_OWN_ACCOUNT,
        Thing::CardDuty => k::THING_CARD_DUTY,
    }
}

/// How far a paper is.
pub(super) const fn paper(state: State) -> Key {
    match state {
        State::NotIntegrated => k::PAPER_STATE_NOT_INTEGRATED,
        State::Waiting => k::PAPER_STATE_WAITING,
        State::Integrated => k::PAPER_STATE_INTEGRATED,
        State::Refused => k::PAPER_STATE_REFUSED,
        State::Expired => k::PAPER_STATE_EXPIRED,
    }
}

/// "Điều 7 Nghị định 69/2024/NĐ-CP".
pub(super) fn law(basis: &LegalBasis) -> String {
    let kind = match basis.act {
        Act::LawIdentification => k::LAW_LAW,
        _ => k::LAW_DECREE,
    };
    let act = format!("{} {}", t(kind), basis.act.number());
    let Some(article) = basis.article else {
        return act;
    };
    let article = tf(k::LAW_ARTICLE, &[("n", &article.to_string())]);
    match lang() {
        Lang::Vi => format!("{article} {act}"),
        Lang::En => format!("{act}, {article}"),
    }
}
