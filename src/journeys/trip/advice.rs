//! What can be done where it does not simply work.

use super::{known::Known, office, opening, query::Asked, words};
use crate::browser::intl;
use crate::browser::wished_days::WishedDays;
use crate::i18n::{keys::trip, t, tf, tn};
use crate::routes::Route;
use eid_domain::booking::{Service, is_bookable};
use eid_domain::office::Office;
use eid_domain::trip::{Advice, first_bookable_on};
use jiff::civil::Date;
use leptos::prelude::*;

/// What every way needs.
pub(super) struct Ways<'a> {
    /// The offices that were asked about.
    pub(super) offices: &'a [Office],
    /// The question.
    pub(super) asked: &'a Asked,
    /// Today, holidays and limits.
    pub(super) known: &'a Known,
}

/// The ways, each with its sum and its reason; nothing where there is nothing to say.
pub(super) fn list(advice: &[Advice], ways: &Ways<'_>) -> Option<AnyView> {
    if advice.is_empty() {
        return None;
    }
    let items = advice.iter().map(|one| {
        let (title, why) = ways.sentence(*one);
        view! { <li><b>{title}</b><p>{why}</p>{ways.on(*one)}</li> }
    });
    Some(
        view! {
            <section class="stack-s" aria-labelledby="ways">
                <h2 id="ways">{t(trip::WAYS_TITLE)}</h2>
                <ul class="trip-ways">{items.collect_view()}</ul>
            </section>
        }
        .into_any(),
    )
}

fn link(href: String, words: &'static str) -> AnyView {
    view! { <p><a href=href>{words}</a></p> }.into_any()
}

impl Ways<'_> {
    fn sentence(&self, advice: Advice) -> (String, String) {
        let date = |key, date: Date| tf(key, &[("date", &words::day(date))]);
        let why = |key| t(key).to_owned();
        match advice {
            Advice::AskLocally { .. } => (why(trip::WAY_ASK), why(trip::WAY_ASK_WHY)),
            Advice::BookFrom { office, at, visit } => (
                tf(
                    trip::WAY_BOOK_FROM,
                    &[("time", &intl::time(at.time())), ("date", &words::day(at.date()))],
                ),
                tf(
                    trip::WAY_BOOK_FROM_WHY,
                    &[("office", &self.name(office)), ("date", &words::day(visit))],
                ),
            ),
            Advice::ArriveBy { date: day, days } => {
                (date(trip::WAY_ARRIVE, day), tn(trip::WAY_ARRIVE_WHY, days.into()))
            }
            Advice::LeaveFrom { date: day, days } => {
                (date(trip::WAY_LEAVE, day), tn(trip::WAY_LEAVE_WHY, days.into()))
            }
            Advice::AccountAlone { visit, finish } => (
                why(trip::WAY_ACCOUNT),
                tf(
                    trip::WAY_ACCOUNT_WHY,
                    &[("visit", &words::day(visit)), ("finish", &words::day(finish))],
                ),
            ),
            Advice::Post { visit, due, .. } => (
                why(trip::WAY_POST),
                tf(
                    trip::WAY_POST_WHY,
                    &[("visit", &words::day(visit)), ("due", &intl::short_date(due))],
                ),
            ),
            Advice::Wait { book, from, to, .. } => (
                date(trip::WAY_WAIT, book),
                tf(
                    trip::WAY_WAIT_WHY,
                    &[("from", &words::day(from)), ("to", &words::day(to))],
                ),
            ),
            Advice::WalkIn { office, from } => (why(trip::WAY_WALK_IN), self.walk_in(office, from)),
            Advice::VietnameseSim => (why(trip::WAY_SIM), why(trip::WAY_SIM_WHY)),
        }
    }

    fn name(&self, at: usize) -> String {
        self.office(at).map(words::office).unwrap_or_default()
    }

    fn office(&self, at: usize) -> Option<&Office> {
        self.offices.get(at)
    }

    /// The share that is kept for it, and when the doors are open.
    fn walk_in(&self, at: usize, from: Date) -> String {
        let Some(office) = self.office(at) else {
            return String::new();
        };
        tf(
            trip::WAY_WALK_IN_WHY,
            &[
                ("office", &words::office(office)),
                ("percent", &office.walk_in_share.to_string()),
                ("date", &words::day(from)),
                ("hours", &words::hours(office, from, &self.known.calendar)),
            ],
        )
    }

    /// The way on: to booking with office and day, to the same question for the account alone, into the calendar.
    fn on(&self, advice: Advice) -> Option<AnyView> {
        match advice {
            Advice::BookFrom { office, at, visit } => Some(opening::view(
                self.office(office)?,
                at,
                visit,
                self.known.today,
                self.asked.href(false),
            )),
            Advice::AccountAlone { .. } => {
                let alone = Asked {
                    service: Service::Account.as_str().to_owned(),
                    ..self.asked.clone()
                };
                Some(link(alone.href(false), t(trip::WAY_ACCOUNT_LINK)))
            }
            Advice::Post { visit, office, .. } => match office {
                Some(office) => Some(link(office::href(self.office(office)?, visit), t(trip::WAY_BOOK))),
                None if is_bookable(visit, self.known.today) => None,
                None => {
                    let from = words::day(first_bookable_on(visit));
                    Some(view! { <p>{tf(trip::WAY_OPENS, &[("date", &from)])}</p> }.into_any())
                }
            },
            Advice::Wait {
                office,
                book,
                from,
                to,
            } => self.wait(office, book, (from, to)),
            Advice::WalkIn { .. } => Some(link(Route::Needs.href(), t(trip::WAY_WALK_IN_LINK))),
            _ => None,
        }
    }

    /// Into booking; the days that are waited for go along, for the form that asks for them later.
    fn wait(&self, at: usize, book: Date, (from, to): (Date, Date)) -> Option<AnyView> {
        let office = self.office(at)?;
        let wished = WishedDays {
            from,
            to,
            offices: vec![office.id.as_str().to_owned()],
        };
        let href = office::href(office, book);
        Some(
            view! { <p><a href=href on:click=move |_| wished.leave()>{t(trip::WAY_WAIT_LINK)}</a></p> }
                .into_any(),
        )
    }
}
