//! It works.

use crate::components::{ButtonKind, Icon, LinkButton, icon};
use crate::i18n::{keys::activation as k, t};
use crate::routes::Route;
use leptos::prelude::*;

/// That it is done, and what next.
pub(super) fn view() -> AnyView {
    view! {
        <div class="panel panel-big stack-s">{icon(Icon::Done)}<p class="now-text">{t(k::DONE_TEXT)}</p></div>
        <h2>{t(k::DONE_NEXT)}</h2>
        <ul class="bullets"><li>{t(k::DONE_NEXT_1)}</li><li>{t(k::DONE_NEXT_2)}</li><li>{t(k::DONE_NEXT_3)}</li></ul>
        <section class="panel stack-s" aria-labelledby="passkey">
            <h2 id="passkey">{t(k::DONE_PASSKEY)}</h2>
            <p>{t(k::DONE_PASSKEY_TEXT)}</p>
            <p class="row">
                <LinkButton href=Route::sign_in_for_passkey() label=t(k::DONE_PASSKEY_ADD) />
                <LinkButton href=Route::SignIn.href() label=t(k::DONE_SIGN_IN) kind=ButtonKind::Second />
            </p>
        </section>
    }
    .into_any()
}
