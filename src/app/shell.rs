//! What stands around every page. Kept equal, element by element, to the static shell in `index.html`.

use super::navigation::Shown;
use crate::browser::{location, online};
use crate::components::{Icon, icon};
use crate::i18n::{Key, Lang, keys::shell, t};
use crate::routes::{DeskPage, Route};
use leptos::prelude::*;

/// Header, page and footer in one language. Drawn anew when the language changes.
pub(super) fn frame(lang: Lang, shown: RwSignal<Shown>, waiting: ReadSignal<bool>) -> AnyView {
    let page = move || {
        shown.with(|shown| {
            // The language is changing: this frame is about to be replaced.
            (shown.lang == lang).then(|| untrack(|| (shown.draw)(&shown.route)))
        })
    };
    let strip = move || shown.with(|shown| shown.strip.map(|draw| untrack(draw)));
    view! {
        <a class="skip" href="#main">{t(shell::SKIP)}</a>
        <aside class="refbar" aria-label=t(shell::REFERENCE_NAME)><p class="wrap"><strong>{t(shell::REFERENCE_NAME)}</strong>" "{t(shell::REFERENCE_TEXT)}</p></aside>
        {header(lang, shown)}
        {move || waiting.get().then(|| view! { <div class="progress" aria-hidden="true"></div> })}
        {offline()}
        <main id="main" tabindex="-1">{strip}{page}</main>
        <aside class="scam" aria-label=t(shell::SCAM_LABEL)>
            <div class="wrap"><p>{icon(Icon::Shield)}<span><strong>{t(shell::SCAM_TITLE)}</strong>" "{t(shell::SCAM_TEXT)}" "<a href=Route::CallCheck.href()>{t(shell::SCAM_CHECK)}</a></span></p></div>
        </aside>
        {footer()}
    }
    .into_any()
}

fn header(lang: Lang, shown: RwSignal<Shown>) -> AnyView {
    let other = match lang {
        Lang::Vi => Lang::En,
        Lang::En => Lang::Vi,
    };
    let other_page = move || shown.with(|shown| shown.route.href_in(other));
    let switch = move |event: leptos::ev::MouseEvent| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        event.prevent_default();
        // The same page with its query, and with the receipt's key behind `#`.
        location::push(
            &(shown.with_untracked(|shown| shown.route.href_in(other)) + &location::behind_path()),
        );
    };
    let item = |route: Route, label: Key| {
        let href = route.href();
        let current = move || {
            shown
                .with(|shown| belongs(&shown.route, &route))
                .then_some("page")
        };
        view! { <li><a class="site-link" href=href aria-current=current>{t(label)}</a></li> }
    };
    view! {
        <header class="site"><div class="wrap site-row">
            <a class="brand" href=Route::Home.href()>
                {icon(Icon::Mark)}
                <span class="brand-name">{t(shell::SITE_NAME)}" "<span class="brand-sub">{t(shell::SITE_SUB)}</span></span>
            </a>
            <nav class="menu" id="menu" popover="" aria-label=t(shell::NAV_LABEL)><ul>
                {item(Route::Needs, shell::NAV_BOOK)}
                {item(Route::Track, shell::NAV_TRACK)}
                {item(Route::Activate, shell::NAV_ACTIVATE)}
                {item(Route::Account, shell::NAV_ACCOUNT)}
                {item(Route::Help, shell::NAV_HELP)}
            </ul></nav>
            <a class="site-link" href=other_page lang=other.as_str() hreflang=other.as_str() on:click=switch>{t(shell::OTHER_NAME)}</a>
            <button class="menu-button" type="button" popovertarget="menu">{icon(Icon::Menu)}{t(shell::MENU)}</button>
        </div></header>
    }
    .into_any()
}

/// Whether a page belongs to an entry of the main navigation.
fn belongs(page: &Route, entry: &Route) -> bool {
    match page {
        Route::Booking(_) => *entry == Route::Needs,
        Route::Receipt(_) | Route::Reschedule(_) => *entry == Route::Track,
        Route::SignIn | Route::Security | Route::Recover => *entry == Route::Account,
        page => page == entry,
    }
}

fn offline() -> impl IntoView {
    let online = online::signal();
    view! {
        <div role="status">
            {move || (!online.get()).then(|| view! { <p class="wrap offline">{t(shell::OFFLINE)}</p> })}
        </div>
    }
}

fn footer() -> AnyView {
    view! {
        <footer class="foot"><div class="wrap">
            <p>{t(shell::FOOT_TEXT)}</p>
            <nav aria-label=t(shell::FOOT_LABEL)><ul>
                <li><a href=Route::Help.href()>{t(shell::NAV_HELP)}</a></li>
                <li><a href=Route::Inbox.href()>{t(shell::FOOT_INBOX)}</a></li>
                <li><a href=Route::Desk(DeskPage::Day).href()>{t(shell::FOOT_DESK)}</a></li>
            </ul></nav>
        </div></footer>
    }
    .into_any()
}
