//! All papers: what needs the owner, what is there, what can be asked for.

use super::{
    page::{Known, href, whose},
    words,
};
use crate::api::Holder;
use crate::browser::intl;
use crate::components::{Back, Details, Heading, Icon, Notice, NoticeKind, Tag, TagKind, icon};
use crate::i18n::{keys::wallet as k, t, tf, tn};
use crate::routes::Route;
use eid_domain::wallet::{Asking, State};
use eid_domain::wire::wallet::{WalletGroup, WalletKind, WalletPaper};
use leptos::prelude::*;

/// The page.
pub(super) fn view(known: &Known) -> AnyView {
    let of = |states: &'static [State]| {
        let papers = known.wallet.papers.iter();
        let wanted = papers.filter(move |paper| states.contains(&paper.state));
        wanted
            .filter_map(|paper| Some((known.kind(&paper.kind)?, paper)))
            .map(|(kind, paper)| row(&known.of, kind, Some(paper)))
            .collect::<Vec<_>>()
    };
    let open = of(&[State::Waiting, State::Refused]);
    let there = of(&[State::Integrated, State::Expired]);
    let (title, none) = if known.of.is_child() {
        (k::CHILD_THERE, k::CHILD_NONE)
    } else {
        (k::THERE, k::NONE)
    };
    let there = if there.is_empty() {
        view! { <p class="muted">{t(none)}</p> }.into_any()
    } else {
        view! { <ul class="wallet-papers">{there}</ul> }.into_any()
    };
    let open = (!open.is_empty()).then(|| {
        view! {
            <section class="stack-s" aria-labelledby="open">
                <h2 id="open">{t(k::OPEN)}</h2>
                <ul class="wallet-papers">{open}</ul>
            </section>
        }
    });
    let closed = (!known.wallet.may_ask).then(
        || view! { <Notice kind=NoticeKind::Warning title=t(k::NOT_IN_USE)><p>{t(k::NOT_IN_USE_TEXT)}</p></Notice> },
    );
    let (back, lead) = if known.of.is_child() {
        (Route::Children, k::CHILD_LEAD)
    } else {
        (Route::Account, k::LEAD)
    };
    let groups = known
        .kinds
        .groups
        .iter()
        .map(|group| more(known, group))
        .collect_view();
    view! {
        <Back href=back.href() />
        <Heading text=t(k::TITLE) />
        {whose(known)}
        <p class="lead">{t(lead)}</p>
        {closed}
        {open}
        <section class="stack-s" aria-labelledby="there">
            <h2 id="there">{t(title)}</h2>
            {there}
        </section>
        <section class="stack-s" aria-labelledby="more">
            <h2 id="more">{t(k::MORE)}</h2>
            {groups}
            <p class="hint">{known.kinds.dated_words.clone()}": "{intl::short_date(known.kinds.dated)}"."</p>
        </section>
    }
    .into_any()
}

/// What nobody has asked for of a group; nothing where all of it was.
fn more(known: &Known, group: &WalletGroup) -> Option<AnyView> {
    let rest = group.papers.iter().filter(|kind| known.paper(&kind.id).is_none());
    let rows: Vec<_> = rest.map(|kind| row(&known.of, kind, None)).collect();
    let count = u32::try_from(rows.len()).unwrap_or_default();
    (count > 0).then(|| {
        let summary = format!("{} ({})", group.name, tn(k::COUNT, count));
        view! { <Details summary=summary><ul class="wallet-papers">{rows}</ul></Details> }.into_any()
    })
}

fn row(of: &Holder, kind: &WalletKind, paper: Option<&WalletPaper>) -> AnyView {
    let (state, look) = match (paper, kind.asking) {
        (Some(paper), _) => words::state(paper.state),
        (None, Asking::ByItself) => (k::BY_ITSELF, TagKind::Ok),
        (None, Asking::Elsewhere) => (k::ELSEWHERE, TagKind::Plain),
        (None, Asking::Request) => words::state(State::NotIntegrated),
    };
    let ends = paper.and_then(|paper| {
        let day = intl::short_date(paper.valid_until?);
        let key = if paper.ends_soon { k::ENDS_SOON } else { k::UNTIL };
        matches!(paper.state, State::Integrated | State::Expired)
            .then(|| view! { <span class="muted">{tf(key, &[("day", &day)])}</span> })
    });
    // Most of the long list is not integrated: the tag says so only where it says something.
    let quiet = paper.is_none() && kind.asking == Asking::Request;
    let tag = (!quiet).then(|| view! { <Tag text=t(state) kind=look /> });
    view! {
        <li><a href=href(of, &kind.id)><span class="wallet-name"><b>{kind.name.clone()}</b>{ends}{tag}</span>{icon(Icon::Right)}</a></li>
    }
    .into_any()
}
