//! The family in the draft.
//!
//! The details of one person stand in the draft's own fields, for the pages that ask for them; everybody else's lie
//! here. Turning to another member puts the one aside and takes the other out.

use super::super::draft::Booking;
use super::held::Held;
use eid_domain::booking::AgeGroup;
use eid_domain::household::{Family, Member};
use eid_domain::needs::{Answers, Assessment, Question, assess};
use eid_domain::wire::bookings::ApplicantInput;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What lies aside.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(in super::super) struct Household {
    /// The family. The place of the one who is being written about holds an older copy.
    pub(super) members: Vec<Person>,
    /// Who books alone, while the draft's fields are a member's.
    alone: Person,
    /// The window that is kept; also after it has lapsed, to say which one it was.
    pub(super) held: Option<Held>,
}

/// The details of one person.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(in super::super) struct Person {
    /// See [`Booking::answers`].
    pub(super) answers: Answers,
    /// See [`Booking::full_name`].
    pub(super) full_name: String,
    /// See [`Booking::representative`].
    pub(super) representative: String,
    /// See [`Booking::person_done`].
    person_done: bool,
    /// See [`Booking::number`].
    #[serde(skip)]
    pub(super) number: String,
}

impl Person {
    /// What the answers lead to.
    pub(super) fn assess(&self, known: &super::Known) -> Result<Assessment, Question> {
        assess(&self.answers, known.today, &known.fees)
    }

    /// The visit, once that is known and there is one.
    pub(super) fn visit(&self, known: &super::Known) -> Option<Member> {
        let found = self.assess(known).ok()?;
        Some(Member {
            service: found.service?,
            age_group: found.age_group?,
        })
    }
}

impl Booking {
    /// Makes the draft's fields those of a member, or of who books alone.
    pub(in super::super) fn turn_to(&mut self, whose: Option<usize>) {
        let there = Person {
            answers: std::mem::take(&mut self.answers),
            full_name: std::mem::take(&mut self.full_name),
            representative: std::mem::take(&mut self.representative),
            person_done: std::mem::take(&mut self.person_done),
            number: std::mem::take(&mut self.number),
        };
        match self.whose {
            None => self.household.alone = there,
            Some(at) => {
                if let Some(place) = self.household.members.get_mut(at) {
                    *place = there;
                }
            }
        }
        let next = match whose {
            None => Some(&self.household.alone),
            Some(at) => self.household.members.get(at),
        };
        let next = next.cloned().unwrap_or_default();
        self.whose = whose;
        self.answers = next.answers;
        self.full_name = next.full_name;
        self.representative = next.representative;
        self.person_done = next.person_done;
        self.number = next.number;
    }

    /// The family as it stands now.
    pub(super) fn people(&self) -> Vec<Person> {
        let mut put_back = self.clone();
        put_back.turn_to(None);
        put_back.household.members
    }

    /// Adds somebody new; gives their place.
    pub(super) fn add_member(&mut self) -> usize {
        self.turn_to(None);
        self.household.members.push(Person::default());
        self.household.members.len() - 1
    }

    /// Takes a member off the list.
    pub(super) fn remove_member(&mut self, at: usize) {
        self.turn_to(None);
        if at < self.household.members.len() {
            self.household.members.remove(at);
        }
    }

    /// The answers of who books alone become the first member's; nothing is asked twice.
    pub(in super::super) fn bring_family(&mut self) {
        self.turn_to(None);
        if self.household.members.is_empty() {
            let me = self.household.alone.clone();
            self.household.members.push(me);
        }
    }

    /// The visits, once all are known.
    pub(super) fn family(&self, known: &super::Known) -> Option<Family> {
        let visits: Option<Vec<Member>> = self.people().iter().map(|person| person.visit(known)).collect();
        Family::new(visits?)
    }

    /// What the wire asks for about a member; the phones are the family's.
    pub(super) fn applicant_of(&self, person: &Person) -> ApplicantInput {
        ApplicantInput {
            full_name: person.full_name.clone(),
            personal_number: person.number.clone(),
            birth_date: person
                .answers
                .birth
                .map(|birth| birth.to_string())
                .unwrap_or_default(),
            otp_phone: self.otp_phone.clone(),
            contact_phone: self.contact_phone.clone(),
            representative_name: person.representative.clone(),
        }
    }

    /// A child goes with a parent, as far as the family tells: the first of 18 to 59 whose name is known, else of 60 and
    /// over; unless somebody else is named.
    pub(in super::super) fn name_representative(&mut self, today: Date) {
        let birth = self.answers.birth;
        let minor = birth.is_some_and(|birth| AgeGroup::of(&birth, today).needs_representative());
        if !minor || !self.representative.trim().is_empty() {
            return;
        }
        let mut grown_ups: Vec<(bool, String)> = Vec::new();
        for person in self.people() {
            let age = person.answers.birth.map(|birth| birth.ages_on(today).youngest);
            if let Some(age) = age.filter(|age| *age >= 18)
                && !person.full_name.trim().is_empty()
            {
                grown_ups.push((age >= 60, person.full_name));
            }
        }
        grown_ups.sort_by_key(|(old, _)| *old);
        self.representative = grown_ups
            .into_iter()
            .next()
            .map(|(_, name)| name)
            .unwrap_or_default();
    }
}
