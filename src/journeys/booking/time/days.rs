//! The open days of the office: a list first, or a month, the first free day on top of it.

use super::super::way;
use super::kept;
use crate::components::{ButtonKind, Empty, LinkButton};
use crate::days::{self, Sheet, Words};
use crate::i18n::{keys::booking, t};
use eid_domain::wire::slots::{Day, NextDay};
use jiff::civil::Date;
use leptos::prelude::*;

const WORDS: Words = Words {
    first_free: booking::TIME_FIRST_FREE,
    take_first: booking::TIME_TAKE_FIRST,
    title: booking::TIME_DAYS_TITLE,
    shape: booking::TIME_SHAPE,
    list: booking::TIME_SHAPE_LIST,
    month: booking::TIME_SHAPE_MONTH,
    more: booking::TIME_MORE_DAYS,
};

/// What the days alone do not say.
#[derive(Clone, Copy)]
pub(in super::super) struct About {
    /// Today at the office.
    pub(in super::super) today: Date,
    /// Days before it are left out.
    pub(in super::super) not_before: Option<Date>,
    /// The day that opens next.
    pub(in super::super) next: RwSignal<Option<NextDay>>,
}

/// The days.
pub(in super::super) fn list(
    days: Vec<Day>,
    chosen: RwSignal<Option<Date>>,
    all: RwSignal<bool>,
    on_choose: Callback<Date>,
    about: About,
) -> AnyView {
    let kept = kept::line(&days);
    let sheet = Sheet {
        days,
        next: about.next.get_untracked(),
        not_before: about.not_before,
        today: about.today,
        chosen,
        on_choose,
    };
    match days::listed(sheet, all, WORDS) {
        Some(list) => view! { {list}{kept} }.into_any(),
        None => view! {
            <Empty title=t(booking::TIME_NO_DAYS)>
                <p>{t(booking::TIME_NO_DAYS_TEXT)}</p>
                {kept}
                <p><LinkButton href=way::place().href() label=t(booking::TIME_CHANGE_PLACE) kind=ButtonKind::Second /></p>
            </Empty>
        }
        .into_any(),
    }
}
