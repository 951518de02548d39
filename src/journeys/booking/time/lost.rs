//! The time wanted went to somebody else: say so, and offer the nearest free ones.

use crate::browser::intl;
use crate::components::{Icon, icon};
use crate::i18n::{keys::booking, t, tf};
use jiff::civil::DateTime;
use leptos::prelude::*;

/// The notice's id, to move the focus there.
pub(in super::super) const ID: &str = "lost";

/// What went.
#[derive(Clone, PartialEq)]
pub(in super::super) struct Lost {
    /// The time wanted.
    pub(in super::super) at: DateTime,
    /// To somebody else; otherwise the office is closed then.
    pub(in super::super) taken: bool,
    /// The nearest free times.
    pub(in super::super) offers: Vec<DateTime>,
}

/// The notice, while there is one.
pub(in super::super) fn notice(lost: RwSignal<Option<Lost>>, on_choose: Callback<DateTime>) -> impl IntoView {
    move || lost.get().map(|lost| draw(lost, on_choose))
}

fn draw(lost: Lost, on_choose: Callback<DateTime>) -> AnyView {
    let title = if lost.taken {
        tf(booking::TIME_TAKEN, &[("time", &intl::time(lost.at.time()))])
    } else {
        t(booking::TIME_NOT_OFFERED).to_owned()
    };
    let same_day = lost.offers.iter().all(|offer| offer.date() == lost.at.date());
    let offers = lost.offers.into_iter().map(|offer| {
        let time = intl::time(offer.time());
        let words = if same_day { time } else { format!("{time}, {}", intl::weekday_date(offer.date())) };
        view! { <li><button class="slot" type="button" on:click=move |_| on_choose.run(offer)>{words}</button></li> }
    });
    view! {
        <div class="notice notice-warn" id=ID tabindex="-1" role="group" aria-labelledby="lost-title">
            {icon(Icon::Warning)}
            <div class="notice-body">
                <p class="notice-title" id="lost-title">{title}</p>
                <p>{t(booking::TIME_TAKEN_TEXT)}</p>
                <ul class="slots slots-offered">{offers.collect_view()}</ul>
            </div>
        </div>
    }
    .into_any()
}
