//! What a stop is.

use crate::str_enum::str_enum;

str_enum! {
    /// Where a team goes to.
    pub enum StopKind {
        /// A school, for its pupils.
        School = "school",
        /// A hamlet or neighbourhood.
        Hamlet = "hamlet",
        /// Homes of people who cannot walk.
        Home = "home",
        /// A hospital.
        Hospital = "hospital",
    }
}

impl StopKind {
    /// Whether strangers may be invited at all: nobody books a place in somebody else's home.
    #[must_use]
    pub const fn may_be_public(self) -> bool {
        !matches!(self, Self::Home)
    }
}

str_enum! {
    /// Why somebody cannot come to an office.
    pub enum Cause {
        /// Old and frail.
        Elderly = "elderly",
        /// With a disability.
        Disabled = "disabled",
        /// Cannot leave the bed.
        Bedridden = "bedridden",
        /// In hospital.
        Hospital = "hospital",
    }
}

str_enum! {
    /// Why somebody needs the address of a wish.
    pub enum HomeLook {
        /// To plan the team's way.
        PlanRoute = "plan_route",
        /// To go there, today or tomorrow.
        OnTheWay = "on_the_way",
        /// To call the person back.
        CallBack = "call_back",
    }
}

str_enum! {
    /// Where a wish for a visit at home stands.
    pub enum HomeVisitState {
        /// Waits for the planner.
        Open = "open",
        /// Has an appointment.
        Planned = "planned",
        /// Cannot be fulfilled, for a reason.
        Refused = "refused",
        /// Taken back by the person.
        Withdrawn = "withdrawn",
    }
}

str_enum! {
    /// Where a stop stands.
    pub enum StopState {
        /// The team will come.
        Planned = "planned",
        /// It will not; everybody is offered another time.
        Cancelled = "cancelled",
    }
}
