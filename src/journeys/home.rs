//! The first page. Kept equal, element by element, to the static one in `index.html`.

use crate::browser::focus;
use crate::components::{Icon, icon};
use crate::i18n::{Key, keys::home, t};
use crate::routes::Route;
use leptos::{html, prelude::*};

/// What can I do here, what to bring, how it goes, where to find help.
pub fn draw(_: &Route) -> AnyView {
    let heading = NodeRef::<html::H1>::new();
    heading.on_load(|heading| focus::home_drawn(&heading));
    view! {
        <div class="hero"><div class="wrap">
            <div>
                <h1 tabindex="-1" node_ref=heading>{t(home::TITLE)}</h1>
                <p class="lead">{t(home::LEAD)}</p>
                <p class="row">
                    <a class="button" href=Route::Needs.href()>{t(home::START)}{icon(Icon::Right)}</a>" "
                    <span class="muted">{t(home::START_TIME)}</span>
                </p>
            </div>
            <svg class="hero-art" viewBox="0 0 320 220" aria-hidden="true"><use href="#i-art" /></svg>
        </div></div>
        <div class="wrap">
            <ul class="starts" aria-label=t(home::STARTS_LABEL)>
                {start(Icon::Calendar, &Route::Needs, home::BOOK_TITLE, home::BOOK_TEXT)}
                {start(Icon::Route, &Route::Track, home::TRACK_TITLE, home::TRACK_TEXT)}
                {start(Icon::Phone, &Route::Activate, home::ACTIVATE_TITLE, home::ACTIVATE_TEXT)}
            </ul>
            <div class="home-grid">
                <section aria-labelledby="way">
                    <h2 id="way">{t(home::WAY_TITLE)}</h2>
                    <ol class="way">
                        {step(home::WAY_1, home::WAY_1_TEXT)}
                        {step(home::WAY_2, home::WAY_2_TEXT)}
                        {step(home::WAY_3, home::WAY_3_TEXT)}
                        {step(home::WAY_4, home::WAY_4_TEXT)}
                    </ol>
                </section>
                <section aria-labelledby="bring">
                    <h2 id="bring">{t(home::BRING_TITLE)}</h2>
                    <dl class="bring">
                        {bring(home::BRING_ADULT, home::BRING_ADULT_TEXT)}
                        {bring(home::BRING_WRONG, home::BRING_WRONG_TEXT)}
                        {bring(home::BRING_CHILD, home::BRING_CHILD_TEXT)}
                        {bring(home::BRING_ACCOUNT, home::BRING_ACCOUNT_TEXT)}
                    </dl>
                </section>
                <section aria-labelledby="know">
                    <h2 id="know">{t(home::KNOW_TITLE)}</h2>
                    <ul class="bullets">
                        <li>{t(home::KNOW_MERGER)}</li>
                        <li>{t(home::KNOW_AGES)}</li>
                        <li>{t(home::KNOW_FIRST)}</li>
                    </ul>
                </section>
                <section aria-labelledby="own">
                    <h2 id="own">{t(home::OWN_TITLE)}</h2>
                    <ul class="bullets">
                        <li><a href=Route::Trip.href()>{t(home::OWN_TRIP)}</a></li>
                        <li><a href=Route::Precheck.href()>{t(home::OWN_PRECHECK)}</a></li>
                    </ul>
                </section>
                <section aria-labelledby="help">
                    <h2 id="help">{t(home::HELP_TITLE)}</h2>
                    <p>{t(home::HELP_TEXT)}</p>
                    <p><a href=Route::Rescue.href()>{t(home::HELP_RESCUE)}</a></p>
                    <p class="row"><a class="button button-second" href=Route::Help.href()>{t(home::HELP_LINK)}</a></p>
                </section>
            </div>
        </div>
    }
    .into_any()
}

fn start(drawn: Icon, to: &Route, title: Key, text: Key) -> AnyView {
    view! { <li class="start">{icon(drawn)}<h2><a href=to.href()>{t(title)}</a></h2><p>{t(text)}</p></li> }
        .into_any()
}

fn step(title: Key, text: Key) -> AnyView {
    view! { <li><p><strong>{t(title)}</strong><span>{t(text)}</span></p></li> }.into_any()
}

fn bring(title: Key, text: Key) -> AnyView {
    view! { <div><dt>{t(title)}</dt><dd>{t(text)}</dd></div> }.into_any()
}
