//! What a role may do. The server decides; what it would refuse is not offered.

use eid_domain::dossier::State;
use eid_domain::wire::desk::{LookReason, Role};

/// Sees the day, the cards and the dossiers.
pub(in crate::journeys::desk) const fn sees(role: Role) -> bool {
    matches!(role, Role::HelpDesk | Role::IntakeOfficer | Role::OfficeManager)
}

/// Receives people, records intakes, hands out cards.
pub(in crate::journeys::desk) const fn works_at_counter(role: Role) -> bool {
    matches!(role, Role::IntakeOfficer | Role::OfficeManager)
}

/// Books for people who phone or stand at the desk.
pub(in crate::journeys::desk) const fn helps(role: Role) -> bool {
    sees(role)
}

/// Looks along with somebody who has given a code.
pub(in crate::journeys::desk) const fn looks_along(role: Role) -> bool {
    matches!(role, Role::HelpDesk)
}

/// Closes a day of the own office.
pub(in crate::journeys::desk) const fn closes(role: Role) -> bool {
    matches!(role, Role::OfficeManager)
}

/// Changes when the own office works, or any.
pub(in crate::journeys::desk) const fn manages(role: Role) -> bool {
    matches!(role, Role::OfficeManager | Role::Administrator)
}

/// Carries files to and from the ministry, and writes to many people at once.
pub(in crate::journeys::desk) const fn carries(role: Role) -> bool {
    matches!(role, Role::OfficeManager)
}

/// Plans where teams of the own office go to.
pub(in crate::journeys::desk) const fn plans(role: Role) -> bool {
    matches!(role, Role::OfficeManager)
}

/// Gives a person whose seven days are over another seven.
pub(in crate::journeys::desk) const fn reopens(role: Role) -> bool {
    matches!(role, Role::HelpDesk | Role::IntakeOfficer | Role::OfficeManager)
}

/// Sees how many of what.
pub(in crate::journeys::desk) const fn counts(role: Role) -> bool {
    matches!(role, Role::OfficeManager | Role::Auditor | Role::Administrator)
}

/// Says something above every page.
pub(in crate::journeys::desk) const fn announces(role: Role) -> bool {
    matches!(role, Role::OfficeManager | Role::Administrator)
}

/// Says who may sign in at the desk, and on which days the whole country rests.
pub(in crate::journeys::desk) const fn admits(role: Role) -> bool {
    matches!(role, Role::Administrator)
}

/// Reads the audit and the figures, and nothing else.
pub(in crate::journeys::desk) const fn audits(role: Role) -> bool {
    matches!(role, Role::Auditor)
}

/// The reason that is nearest in a state.
pub(in crate::journeys::desk) const fn likely_look(role: Role, state: State) -> LookReason {
    match (role, state) {
        (Role::HelpDesk, _) => LookReason::CallBack,
        (_, State::DataCorrection | State::NeedsCorrection) => LookReason::Correction,
        (_, State::Notified | State::Unclaimed | State::WithPost) => LookReason::HandOver,
        _ => LookReason::AtCounter,
    }
}
