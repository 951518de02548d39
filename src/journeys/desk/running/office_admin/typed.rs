//! From what was typed to settings, or to what is wrong with it, in the order of the page.

use super::rows::{Odd, Span};
use super::state::Plan;
use super::words;
use crate::i18n::{keys::office as k, t};
use eid_domain::capacity::{LONGEST_VISIT_MINUTES, VisitLengths};
use eid_domain::office::{
    AssistedShare, DayException, DayHours, OfficeSettings, RotaEntry, Session, SettingFault, WeeklyHours,
    WorkDay,
};
use eid_domain::when::When;
use jiff::civil::Date;
use leptos::prelude::*;

/// The fields of how long visits take, in order.
pub(super) const LENGTHS: [&str; 4] = [
    "card_minutes",
    "longer_minutes",
    "account_more_minutes",
    "account_minutes",
];

/// Field and what to do about it.
type Found = Vec<(String, String)>;

fn fault(id: &str, words: &'static str) -> (String, String) {
    (id.to_owned(), words.to_owned())
}

/// A whole number up to `most`.
fn number(text: RwSignal<String>, most: u8) -> Option<u8> {
    let number = text.get_untracked().trim().parse::<u8>().ok()?;
    (number <= most).then_some(number)
}

/// Sessions of a day. Of the week, rows left wholly empty do not count; a day that differs is closed by taking its rows
/// away, lest it be closed by who forgets to say when it is open.
fn sessions(spans: &[Span], empty_counts: bool, found: &mut Found) -> Vec<Session> {
    let mut all: Vec<Session> = Vec::new();
    for span in spans {
        let is_empty = span.from.get_untracked().is_empty() && span.to.get_untracked().is_empty();
        if is_empty && !empty_counts {
            continue;
        }
        let wrong = match span.session() {
            None if is_empty => k::WRONG_NO_TIMES,
            None => k::WRONG_SPAN,
            Some(session) if all.last().is_some_and(|last| last.to() > session.from()) => k::WRONG_OVERLAP,
            Some(session) => {
                all.push(session);
                continue;
            }
        };
        found.push(fault(&format!("{}-from", span.id), t(wrong)));
    }
    all
}

impl Plan {
    /// The settings as typed.
    ///
    /// # Errors
    /// Every field that is wrong.
    pub(super) fn typed(self) -> Result<OfficeSettings, Found> {
        let mut found = Found::new();
        let spans = |of: RwSignal<RwSignal<Vec<Span>>>| of.get_untracked().get_untracked();
        let weekdays = sessions(&spans(self.weekdays), false, &mut found);
        let saturday = sessions(&spans(self.saturday), false, &mut found);
        let stations = number(self.stations, u8::MAX).filter(|count| *count > 0);
        if stations.is_none() {
            found.push(fault("stations", t(k::WRONG_STATIONS)));
        }
        let walk_in_share = number(self.walk_in, 100);
        if walk_in_share.is_none() {
            found.push(fault("walk_in", t(k::WRONG_PERCENT)));
        }
        let visit_lengths = self.typed_lengths(&mut found);
        let rota = self.typed_rota(stations.unwrap_or(u8::MAX), &mut found);
        let exceptions = self.typed_days(stations.unwrap_or(u8::MAX), &mut found);
        let assisted_shares = self.typed_shares(&mut found);
        let own = self.typed_own(&mut found);
        let hours = WeeklyHours::new(weekdays, saturday).and_then(|week| week.but(own));
        let (Some(hours), Some(stations), Some(walk_in_share), true) =
            (hours, stations, walk_in_share, found.is_empty())
        else {
            return Err(found);
        };
        let settings = OfficeSettings {
            hours,
            stations,
            visit_lengths,
            rota,
            exceptions,
            walk_in_share,
            assisted_shares,
        };
        let kind = self.record.with_untracked(|record| record.kind);
        match settings.check(kind) {
            Ok(()) => Ok(settings),
            Err(wrong) => Err(vec![self.place(wrong)]),
        }
    }

    /// What only shows when all rows are seen together is told at the first of them.
    fn place(self, wrong: SettingFault) -> (String, String) {
        use eid_domain::office::Setting;
        let first = match wrong.setting() {
            Setting::Rota => self
                .rota
                .with_untracked(|all| all.first().map(|one| format!("{}-from", one.span.id))),
            Setting::Exceptions => self
                .days
                .with_untracked(|all| all.first().map(|one| format!("{}-date", one.id))),
            Setting::AssistedShares => self
                .shares
                .with_untracked(|all| all.first().map(|one| format!("{}-percent", one.id))),
            Setting::Stations => Some("stations".to_owned()),
            Setting::WalkInShare => Some("walk_in".to_owned()),
            Setting::VisitLengths => Some(LENGTHS[0].to_owned()),
            Setting::Hours => None,
        };
        (first.unwrap_or_default(), words::fault(wrong).to_owned())
    }

    /// Whole tens of minutes; who needs longer does not take less.
    fn typed_lengths(self, found: &mut Found) -> VisitLengths {
        let [card, longer, account_more, account] =
            self.lengths.map(|field| number(field, LONGEST_VISIT_MINUTES));
        let typed = [card, longer, account_more, account];
        for (at, (id, minutes)) in LENGTHS.iter().zip(typed).enumerate() {
            let least = if at == 2 { 0 } else { 10 };
            if minutes.is_none_or(|minutes| minutes % 10 > 0 || minutes < least) {
                found.push(fault(
                    id,
                    t(if at == 2 { k::WRONG_MORE } else { k::WRONG_MINUTES }),
                ));
            }
        }
        let usual = VisitLengths::USUAL;
        let lengths = VisitLengths {
            card: card.unwrap_or(usual.card),
            longer: longer.unwrap_or(usual.longer),
            account_more: account_more.unwrap_or(usual.account_more),
            account: account.unwrap_or(usual.account),
        };
        if card.is_some() && longer.is_some() && lengths.longer < lengths.card {
            found.push(fault(LENGTHS[1], t(k::WRONG_LONGER)));
        }
        lengths
    }

    fn typed_own(self, found: &mut Found) -> Vec<DayHours> {
        let mut all: Vec<DayHours> = Vec::new();
        for day in self.own_days.get_untracked() {
            let sessions = sessions(&day.spans.get_untracked(), true, found);
            let weekday = WorkDay::parse(&day.weekday.get_untracked());
            let twice = weekday.is_some_and(|weekday| all.iter().any(|one| one.weekday == weekday));
            match weekday.filter(|_| !twice) {
                Some(weekday) => all.push(DayHours { weekday, sessions }),
                None => {
                    let words = if twice { k::WRONG_OWN_TWICE } else { k::WRONG_OWN };
                    found.push(fault(&format!("{}-weekday", day.id), t(words)));
                }
            }
        }
        all
    }

    fn typed_rota(self, most: u8, found: &mut Found) -> Vec<RotaEntry> {
        let mut all = Vec::new();
        for duty in self.rota.get_untracked() {
            let id = &duty.id;
            let weekdays = duty.weekdays.get_untracked();
            let (span, stations, days) = (
                duty.span.session(),
                number(duty.stations, most),
                duty.valid
                    .days()
                    .filter(|(from, to)| to.is_none_or(|to| to >= *from)),
            );
            if weekdays.is_empty() {
                found.push(fault(&format!("{id}-weekdays"), t(k::WRONG_WEEKDAYS)));
            }
            if span.is_none() {
                found.push(fault(&format!("{}-from", duty.span.id), t(k::WRONG_SPAN)));
            }
            if stations.is_none() {
                found.push(fault(&format!("{id}-stations"), t(k::WRONG_DUTY_STATIONS)));
            }
            if days.is_none() {
                found.push(fault(&format!("{id}-valid_from"), t(k::WRONG_PERIOD)));
            }
            if let (Some(span), Some(stations), Some((valid_from, valid_to))) = (span, stations, days) {
                all.push(RotaEntry {
                    weekdays,
                    from: span.from(),
                    to: span.to(),
                    stations,
                    valid_from,
                    valid_to,
                });
            }
        }
        all
    }

    fn typed_days(self, most: u8, found: &mut Found) -> Vec<DayException> {
        let today = self.record.with_untracked(|record| record.today);
        let mut all: Vec<DayException> = Vec::new();
        for Odd {
            id,
            date,
            spans,
            stations,
        } in self.days.get_untracked()
        {
            let day = Date::of(&date.get_untracked()).filter(|day| *day > today);
            let twice = day.is_some_and(|day| all.iter().any(|one| one.date == day));
            if day.is_none() || twice {
                let words = if twice { k::WRONG_TWICE } else { k::WRONG_DATE };
                found.push(fault(&format!("{id}-date"), t(words)));
            }
            let sessions = sessions(&spans.get_untracked(), true, found);
            let left_out = stations.get_untracked().trim().is_empty();
            let count = number(stations, most).filter(|count| *count > 0);
            if !left_out && count.is_none() {
                found.push(fault(&format!("{id}-stations"), t(k::WRONG_DAY_STATIONS)));
            }
            if let Some(date) = day {
                all.push(DayException {
                    date,
                    sessions,
                    stations: count,
                });
            }
        }
        all.sort_by_key(|one| one.date);
        all
    }

    fn typed_shares(self, found: &mut Found) -> Vec<AssistedShare> {
        let mut all = Vec::new();
        for share in self.shares.get_untracked() {
            let percent = number(share.percent, 100);
            let days = share
                .valid
                .days()
                .filter(|(from, to)| to.is_none_or(|to| to >= *from));
            if percent.is_none() {
                found.push(fault(&format!("{}-percent", share.id), t(k::WRONG_PERCENT)));
            }
            if days.is_none() {
                found.push(fault(&format!("{}-valid_from", share.id), t(k::WRONG_PERIOD)));
            }
            if let (Some(percent), Some((valid_from, valid_to))) = (percent, days) {
                all.push(AssistedShare {
                    percent,
                    valid_from,
                    valid_to,
                });
            }
        }
        all
    }
}
