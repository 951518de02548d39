//! The days of an office that a visit, or a family's, can move to.

use super::list::listed;
use super::month::Sheet;
use super::shape::Words;
use crate::browser::intl;
use crate::i18n::{Key, keys::moving as k, tf};
use eid_domain::wire::slots::{Days, NextDay};
use jiff::civil::Date;
use leptos::prelude::*;

const WORDS: Words = Words {
    first_free: k::FIRST_FREE,
    take_first: k::TAKE_FIRST,
    title: k::DAY,
    shape: k::SHAPE,
    list: k::SHAPE_LIST,
    month: k::SHAPE_MONTH,
    more: k::MORE_DAYS,
};

/// The days that have room, and which opens next; `None` where none has room.
pub fn offer(found: Days, today: Date, on_choose: Callback<Date>) -> Option<AnyView> {
    let next = found.next.map(|next| opens(k::NEXT_DAY, next));
    let sheet = Sheet {
        next: found.next,
        days: found.days,
        not_before: None,
        today,
        chosen: RwSignal::new(None),
        on_choose,
    };
    let list = listed(sheet, RwSignal::new(false), WORDS)?;
    Some(view! { {list}{next} }.into_any())
}

/// Which day can be booked next, and from when on: so that nobody need look again and again.
pub fn opens(words: Key, next: NextDay) -> AnyView {
    let words = tf(
        words,
        &[
            ("date", &intl::day_date(next.date)),
            ("when", &intl::instant(next.opens_at)),
        ],
    );
    view! { <p class="hint">{words}</p> }.into_any()
}
