//! `/api/home-visits`: who cannot walk asks for a team to come. `/api/desk/home-visits`: the planner answers.

use super::{
    Lang,
    bookings::{Applicant, ApplicantInput},
};
use crate::{
    booking::Service,
    campaign::{Cause, HomeLook, HomeVisitState},
    field::{FieldCode, FieldError},
    place::CommuneCode,
    reason::Reason,
    typed_text::one_line,
};
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
};
use serde::{Deserialize, Serialize};

/// Longest address, neighbourhood or wish.
const LONGEST: usize = 200;
/// At most so many people are put onto a stop in one go.
pub const MOST_AT_ONCE: usize = 60;

/// Grounds that can be chosen: what somebody has now.
pub const GROUNDS: [Reason; 5] = [
    Reason::New14,
    Reason::FromCccd,
    Reason::FromCmnd,
    Reason::Lost,
    Reason::Damaged,
];

/// `POST /api/home-visits`: please come to us.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct NewHomeVisit {
    /// Who cannot walk; the phone is the one to be reached at.
    pub applicant: ApplicantInput,
    /// `elderly`, `disabled`, `bedridden` or `hospital`.
    pub cause: String,
    /// What is to be done.
    pub service: Service,
    /// What the person has now: one of the grounds `new_14`, `ex_from_cccd`, `ex_from_cmnd`, `re_lost`, `re_damaged`.
    pub ground: String,
    /// House number and street; of a hospital its name and the room.
    pub street: String,
    /// Hamlet or neighbourhood; may be empty.
    #[serde(default)]
    pub neighbourhood: String,
    /// Five digits.
    pub commune_code: String,
    /// Days that suit, in the person's own words; may be empty.
    #[serde(default)]
    pub wishes: String,
    /// Proof of `applicant.otp_phone`.
    pub phone_proof: String,
    /// Language of notices.
    pub lang: Lang,
    /// "I declare that what I have given is true" was ticked.
    pub declared: bool,
}

/// The same, parsed.
#[derive(Clone)]
pub struct HomeVisitWish {
    /// Who.
    pub person: Applicant,
    /// Why they cannot come.
    pub cause: Cause,
    /// On what ground.
    pub ground: Reason,
    /// Where.
    pub street: String,
    /// In which neighbourhood; may be empty.
    pub neighbourhood: String,
    /// In which commune; that it exists is for the caller to say.
    pub commune_code: CommuneCode,
    /// Days that suit; may be empty.
    pub wishes: String,
}

impl NewHomeVisit {
    /// Parses every field; names every wrong one.
    ///
    /// # Errors
    /// One entry a wrong field; those of the person under `applicant.…`.
    pub fn parse(&self, today: Date) -> Result<HomeVisitWish, Vec<FieldError>> {
        let mut errors = Vec::new();
        let person = self
            .applicant
            .parse(today)
            .map_err(|wrong| errors.extend(wrong))
            .ok();
        let mut wrong = |field: &str, code| errors.push(FieldError::new(field, code));
        if !self.service.has_card() {
            wrong("service", FieldCode::ChoiceUnknown);
        }
        let cause = chosen(Cause::parse(&self.cause), &self.cause)
            .map_err(|code| wrong("cause", code))
            .ok();
        let ground = Reason::parse(&self.ground).filter(|ground| GROUNDS.contains(ground));
        let ground = chosen(ground, &self.ground)
            .map_err(|code| wrong("ground", code))
            .ok();
        let street = text(&self.street, 3).map_err(|code| wrong("street", code)).ok();
        let neighbourhood = text(&self.neighbourhood, 0)
            .map_err(|code| wrong("neighbourhood", code))
            .ok();
        let commune = chosen(CommuneCode::parse(&self.commune_code).ok(), &self.commune_code)
            .map_err(|code| wrong("commune_code", code))
            .ok();
        let wishes = text(&self.wishes, 0).map_err(|code| wrong("wishes", code)).ok();
        if !self.declared {
            wrong("declared", FieldCode::ConsentRequired);
        }
        match (person, cause, ground, street, neighbourhood, commune, wishes) {
            (
                Some(person),
                Some(cause),
                Some(ground),
                Some(street),
                Some(neighbourhood),
                Some(commune_code),
                Some(wishes),
            ) if errors.is_empty() => Ok(HomeVisitWish {
                person,
                cause,
                ground,
                street,
                neighbourhood,
                commune_code,
                wishes,
            }),
            _ => Err(errors),
        }
    }
}

fn chosen<T>(found: Option<T>, typed: &str) -> Result<T, FieldCode> {
    found.ok_or(if typed.trim().is_empty() {
        FieldCode::Required
    } else {
        FieldCode::ChoiceUnknown
    })
}

fn text(typed: &str, fewest: usize) -> Result<String, FieldCode> {
    let text = one_line(typed);
    match text.chars().count() {
        length if length < fewest => Err(FieldCode::Required),
        length if length > LONGEST => Err(FieldCode::TextTooLong),
        _ => Ok(text),
    }
}

/// The wish is stored. The key opens its page and is shown once.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HomeVisitMade {
    /// What the person can say to the hotline.
    pub reference: String,
    /// Unguessable key of its page; lives in the fragment of its address.
    pub key: String,
}

/// `GET /api/home-visits/{reference}` (with the access key): where the wish stands. Masked: the page may be seen by
/// others.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HomeVisitView {
    /// Its reference.
    pub reference: String,
    /// Where it stands.
    pub state: HomeVisitState,
    /// Why.
    pub cause: Cause,
    /// The person's name, masked.
    pub name_masked: String,
    /// The commune.
    pub commune: String,
    /// Last three digits of the phone.
    pub phone_ends: String,
    /// When it was made.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub created_at: Timestamp,
    /// Why it was refused.
    pub reason: Option<String>,
    /// The appointment, once there is one.
    pub visit: Option<HomeVisitDate>,
}

/// The appointment of a wish.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HomeVisitDate {
    /// Reference of the dossier.
    pub reference: String,
    /// Key of its receipt.
    pub key: String,
    /// When the team comes.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub at: DateTime,
}

/// `GET /api/desk/home-visits`: open wishes in the own province.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HomeVisitsView {
    /// By commune.
    pub groups: Vec<HomeVisitGroup>,
    /// Home stops to come that people can be put onto.
    pub stops: Vec<super::stops::Stop>,
}

/// Wishes of one commune.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HomeVisitGroup {
    /// The commune.
    pub commune: String,
    /// By their numbers; those who named none come last.
    pub neighbourhoods: Vec<HomeVisitNeighbourhood>,
}

/// Wishes of one neighbourhood or hamlet, however each person spelt it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HomeVisitNeighbourhood {
    /// As the longest waiting wrote it; empty where none was given.
    pub name: String,
    /// The longest waiting first.
    pub wishes: Vec<HomeVisitRow>,
}

/// One wish, as a planner sees it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HomeVisitRow {
    /// Its reference.
    pub reference: String,
    /// Name; masked unless revealed.
    pub full_name: String,
    /// Age today.
    pub age: u8,
    /// Why.
    pub cause: Cause,
    /// In which neighbourhood; may be empty.
    pub neighbourhood: String,
    /// House and street; empty unless revealed.
    pub street: String,
    /// The phone; its last three digits unless revealed.
    pub phone: String,
    /// Days that suit.
    pub wishes: String,
    /// Length of the visit in minutes.
    pub minutes: u16,
    /// Whether all of it is shown.
    pub revealed: bool,
    /// When it was made.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub created_at: Timestamp,
}

impl std::fmt::Debug for HomeVisitRow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HomeVisitRow")
            .field("reference", &self.reference)
            .finish_non_exhaustive()
    }
}

/// `POST /api/desk/home-visits/{reference}/reveal`: show this person, for a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RevealHomeVisit {
    /// Written to the audit.
    pub reason: HomeLook,
}

/// `POST /api/desk/home-visits/plan`: the team goes to these people, in this order; all of them or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanHomeVisits {
    /// A stop of kind `home`.
    pub stop_id: String,
    /// One to sixty.
    pub references: Vec<String>,
}

/// Everybody who was put onto the stop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HomeVisitsPlanned {
    /// In order of time.
    pub visits: Vec<HomeVisitPlanned>,
}

/// A wish that became an appointment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HomeVisitPlanned {
    /// The wish.
    pub reference: String,
    /// Reference of the dossier.
    pub dossier: String,
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String))]
    #[serde(deserialize_with = "crate::when::read")]
    pub at: DateTime,
}

/// `POST /api/desk/home-visits/{reference}/refuse`: it cannot be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RefuseHomeVisit {
    /// Why, 5 to 200 characters; the person reads it.
    pub reason: String,
}
