//! What the child's account shows: the card's data and papers, fetched when they are asked for.

use super::{Page, words};
use crate::api::{self, Holder};
use crate::browser::intl;
use crate::components::{Button, ButtonKind, LinkButton, SummaryList, SummaryRow};
use crate::i18n::{keys::children as k, t};
use crate::routes::Route;
use eid_domain::identity::BirthDate;
use eid_domain::problem::ProblemCode;
use eid_domain::wire::{children::ChildCard, wallet::WalletKinds};
use leptos::{prelude::*, task::spawn_local};

type Shown = (ChildCard, Option<WalletKinds>);

/// The button; below it what was asked for.
pub(super) fn view(page: Page, id: &str, level: u8) -> AnyView {
    let id = StoredValue::new(id.to_owned());
    let (shown, busy) = (RwSignal::new(None::<Shown>), RwSignal::new(false));
    let failed = RwSignal::new(None::<String>);
    let press = move |()| {
        if shown.with_untracked(Option::is_some) {
            shown.set(None);
            return;
        }
        busy.set(true);
        failed.set(None);
        spawn_local(async move {
            let (card, kinds) = api::both(api::children::card(&id.get_value()), api::wallet::kinds()).await;
            let _ = busy.try_set(false);
            match card {
                Ok(card) => {
                    let _ = shown.try_set(Some((card, kinds.ok())));
                }
                Err(error) if error.is(ProblemCode::StateConflict) || error.is(ProblemCode::NoMatch) => {
                    page.changed().await;
                }
                Err(error) => {
                    let _ = failed.try_set(Some(error.words()));
                }
            }
        });
    };
    let body = move || {
        let label = if shown.with(Option::is_some) {
            k::HIDE
        } else {
            k::SHOW
        };
        view! { <p class="row"><Button label=t(label) kind=ButtonKind::Second busy=busy on_press=press /></p> }
    };
    let card = move || shown.with(|shown| shown.as_ref().map(content));
    let why = move || {
        failed
            .get()
            .map(|words| view! { <p class="error-text">{words}</p> })
    };
    view! { {ways(id.get_value(), level)}{body}<div aria-live="polite">{card}</div><div role="alert">{why}</div> }.into_any()
}

/// What level 2 alone has: the e-ID to show, and papers of other agencies.
fn ways(id: String, level: u8) -> Option<AnyView> {
    let of = Holder::Child(id);
    (level == 2).then(|| {
        view! {
            <p class="row">
                <LinkButton href=of.href(&Route::ShowId.href()) label=t(k::SHOW_E_ID) />
                <LinkButton href=of.href(&Route::Wallet.href()) label=t(k::PAPERS_ASK) kind=ButtonKind::Second />
            </p>
        }
        .into_any()
    })
}

fn content((card, kinds): &Shown) -> AnyView {
    let birth = BirthDate::from_iso(&card.birth_date)
        .map_or_else(|_| card.birth_date.clone(), |birth| birth.slashed());
    let expires = card
        .card_expires_on
        .map_or_else(|| t(k::CARD_NO_DAY).to_owned(), intl::short_date);
    let rows = vec![
        SummaryRow::new(t(k::CARD_NAME), card.full_name.clone()),
        SummaryRow::new(t(k::NUMBER), card.personal_number.clone()),
        SummaryRow::new(t(k::BIRTH), birth),
        SummaryRow::new(t(k::CARD_EXPIRES), expires),
    ];
    let title = if card.level == 2 { k::CARD } else { k::CARD_LEVEL_1 };
    view! {
        <div class="stack-s">
            <h3>{t(title)}</h3>
            <SummaryList rows=rows />
            <h3>{t(k::PAPERS)}</h3>
            {papers(card, kinds.as_ref())}
            <p class="hint">{t(k::CARD_LOGGED)}</p>
        </div>
    }
    .into_any()
}

fn papers(card: &ChildCard, kinds: Option<&WalletKinds>) -> AnyView {
    if card.papers.is_empty() {
        let why = if card.level == 2 {
            k::PAPERS_NONE
        } else {
            k::PAPERS_LEVEL_2
        };
        return view! { <p class="muted">{t(why)}</p> }.into_any();
    }
    let name = |id: &str| {
        let groups = kinds.into_iter().flat_map(|kinds| &kinds.groups);
        let found = groups.flat_map(|group| &group.papers).find(|kind| kind.id == id);
        found.map_or_else(|| id.to_owned(), |kind| kind.name.clone())
    };
    let rows = card
        .papers
        .iter()
        .map(|paper| {
            let mut value = t(words::paper(paper.state)).to_owned();
            if !paper.number.is_empty() {
                value = format!("{} · {value}", paper.number);
            }
            SummaryRow::new(name(&paper.kind), value)
        })
        .collect();
    view! { <SummaryList rows=rows /> }.into_any()
}
