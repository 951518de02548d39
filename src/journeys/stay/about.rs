//! What others have filed about me, and "this was not me".

use crate::api;
use crate::browser::{announce, focus, intl};
use crate::components::{Button, ButtonKind, Dialog, Refetch, Tag, TagKind, TextButton};
use crate::i18n::{keys::stay as k, t, tf};
use eid_domain::wire::stays::StayAboutMe;
use leptos::{prelude::*, task::spawn_local};

/// The section.
pub(super) fn view(all: &[StayAboutMe], refetch: Refetch) -> AnyView {
    let asked = RwSignal::new(None::<StayAboutMe>);
    let body = if all.is_empty() {
        view! { <p class="muted">{t(k::ABOUT_NONE)}</p> }.into_any()
    } else {
        let rows = all.iter().map(|one| row(one, asked)).collect_view();
        view! { <ul class="events">{rows}</ul> }.into_any()
    };
    view! {
        <section class="stack-s" aria-labelledby="about-me">
            <h2 id="about-me" tabindex="-1">{t(k::ABOUT_TITLE)}</h2>
            <p>{t(k::ABOUT_LEAD)}</p>
            {body}
            {dialog(asked, refetch)}
        </section>
    }
    .into_any()
}

fn row(one: &StayAboutMe, asked: RwSignal<Option<StayAboutMe>>) -> AnyView {
    let days = tf(
        k::ABOUT_DAYS,
        &[
            ("from", &intl::short_date(one.arrives)),
            ("to", &intl::short_date(one.leaves)),
        ],
    );
    let withdrawn = one
        .withdrawn
        .then(|| view! { " "<Tag text=t(k::ABOUT_WITHDRAWN) kind=TagKind::Plain /> });
    let way = if one.disputed {
        view! { <Tag text=t(k::DISPUTED) kind=TagKind::Warning /> }.into_any()
    } else {
        let (about, picked) = (format!("{}, {days}", one.by), one.clone());
        let press = move |()| asked.set(Some(picked.clone()));
        view! { <TextButton label=t(k::NOT_ME) about=about on_press=press /> }.into_any()
    };
    view! {
        <li>
            <div>
                <p><strong>{one.by.clone()}</strong>{withdrawn}</p>
                <p>{days}</p>
                <p class="muted">{one.address.clone()}</p>
                {way}
            </div>
        </li>
    }
    .into_any()
}

fn dialog(asked: RwSignal<Option<StayAboutMe>>, refetch: Refetch) -> AnyView {
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let failed = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        if asked.with(Option::is_some) {
            failed.set(None);
            open.set(true);
        }
    });
    let go = Callback::new(move |()| {
        let Some(one) = asked.get_untracked() else { return };
        busy.set(true);
        spawn_local(async move {
            let answer = api::stays::not_me(&one.id).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    let _ = open.try_set(false);
                    let _ = asked.try_set(None);
                    refetch.now();
                    announce::polite(t(k::NOT_ME_DONE));
                    focus::later("about-me");
                }
                Err(error) => drop(failed.try_set(Some(error.words()))),
            }
        });
    });
    view! {
        <Dialog open=open title=t(k::NOT_ME_TITLE)>
            <p>{t(k::NOT_ME_TEXT)}</p>
            <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
            <p class="row">
                <Button label=t(k::NOT_ME_DO) kind=ButtonKind::Danger busy=busy on_press=go />
                <Button label=t(k::CLOSE) kind=ButtonKind::Second on_press=move |()| open.set(false) />
            </p>
        </Dialog>
    }
    .into_any()
}
