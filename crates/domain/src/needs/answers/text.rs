//! Answers as one line of text, for a page to keep: reading eleven fields of JSON takes more code than the rules.

use super::{Answers, CardDate};
use crate::{fee::Exemption, identity::BirthDate, str_enum::StrEnum, when::When};
use jiff::civil::Date;

impl Answers {
    /// `status=citizen&birth=1985-08&card_date=expires_on:2028-11-23&exemptions=`; what is not answered is left out.
    #[must_use]
    pub fn to_text(&self) -> String {
        let truth = |value: Option<bool>| value.map(|value| if value { "yes" } else { "no" }.to_owned());
        let name = |name: Option<&'static str>| name.map(str::to_owned);
        let exemptions = self.exemptions.as_ref().map(|all| {
            let names: Vec<&str> = all.iter().map(|one| one.as_str()).collect();
            names.join(",")
        });
        let parts = [
            ("status", name(self.status.map(StrEnum::name))),
            ("birth", self.birth.map(|birth| birth.to_string())),
            ("represented", truth(self.represented.then_some(true))),
            ("holds", name(self.holds.map(StrEnum::name))),
            ("situation", name(self.situation.map(StrEnum::name))),
            ("card_date", self.card_date.map(date_text)),
            ("wants_new_print", truth(self.wants_new_print)),
            ("agency_error", truth(self.agency_error)),
            ("account", name(self.account.map(StrEnum::name))),
            ("data_right", name(self.data_right.map(StrEnum::name))),
            ("exemptions", exemptions),
        ];
        let given = parts
            .into_iter()
            .filter_map(|(key, value)| Some([key, &value?].join("=")));
        given.collect::<Vec<_>>().join("&")
    }

    /// Reads it back. What this version does not know counts as not answered, and is asked again.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let mut read = Self::default();
        for (key, value) in text.split('&').filter_map(|part| part.split_once('=')) {
            let truth = match value {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            };
            match key {
                "status" => read.status = known(value),
                "birth" => read.birth = BirthDate::from_iso(value).ok(),
                "represented" => read.represented = truth == Some(true),
                "holds" => read.holds = known(value),
                "situation" => read.situation = known(value),
                "card_date" => read.card_date = date_of(value),
                "wants_new_print" => read.wants_new_print = truth,
                "agency_error" => read.agency_error = truth,
                "account" => read.account = known(value),
                "data_right" => read.data_right = known(value),
                "exemptions" => {
                    let names = value.split(',').filter(|name| !name.is_empty());
                    read.exemptions = names.map(Exemption::parse).collect();
                }
                _ => {}
            }
        }
        read
    }
}

fn known<E: StrEnum>(name: &str) -> Option<E> {
    E::ALL.iter().copied().find(|value| value.name() == name)
}

fn date_text(card: CardDate) -> String {
    match card {
        CardDate::ExpiresOn { date } => format!("expires_on:{date}"),
        CardDate::NoExpiry => "no_expiry".to_owned(),
        CardDate::IssuedOn { date } => format!("issued_on:{date}"),
    }
}

fn date_of(text: &str) -> Option<CardDate> {
    let (kind, date) = text.split_once(':').unwrap_or((text, ""));
    match kind {
        "no_expiry" => Some(CardDate::NoExpiry),
        "expires_on" => Date::of(date).map(|date| CardDate::ExpiresOn { date }),
        "issued_on" => Date::of(date).map(|date| CardDate::IssuedOn { date }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{AccountWish, Answers, CardDate, DataRight, Holds, Situation, Status};
    use crate::fee::Exemption;
    use crate::identity::BirthDate;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn answers() -> impl Strategy<Value = Answers> {
        let dates = prop_oneof![
            Just(CardDate::NoExpiry),
            Just(CardDate::ExpiresOn {
                date: date(2028, 11, 23)
            }),
            Just(CardDate::IssuedOn {
                date: date(2021, 3, 1)
            }),
        ];
        let exemptions = prop::collection::vec(prop::sample::select(Exemption::ALL), 0..3);
        let first = (
            prop::option::of(prop::sample::select(Status::ALL)),
            prop::option::of(prop::sample::select(&["1985", "1985-08", "1985-08-15"][..])),
            any::<bool>(),
            prop::option::of(prop::sample::select(Holds::ALL)),
            prop::option::of(prop::sample::select(Situation::ALL)),
            prop::option::of(dates),
        );
        let second = (
            prop::option::of(any::<bool>()),
            prop::option::of(any::<bool>()),
            prop::option::of(prop::sample::select(AccountWish::ALL)),
            prop::option::of(prop::sample::select(DataRight::ALL)),
            prop::option::of(exemptions),
        );
        (first, second).prop_map(|(first, second)| Answers {
            status: first.0,
            birth: first.1.and_then(|birth| BirthDate::from_iso(birth).ok()),
            represented: first.2,
            holds: first.3,
            situation: first.4,
            card_date: first.5,
            wants_new_print: second.0,
            agency_error: second.1,
            account: second.2,
            data_right: second.3,
            exemptions: second.4,
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(answers in answers()) {
            prop_assert_eq!(Answers::of_text(&answers.to_text()), answers);
        }

        #[test]
        fn anything_can_be_read(text in ".{0,60}") {
            let _ = Answers::of_text(&text);
        }
    }

    #[test]
    fn what_is_not_known_is_asked_again() {
        let read = Answers::of_text("status=citizen&holds=parchment&colour=red&birth=x&exemptions=rich");
        let status = Some(Status::Citizen);
        assert_eq!(
            read,
            Answers {
                status,
                ..Answers::default()
            }
        );
    }
}
