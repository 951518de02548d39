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
    view! { <Dialog open=asked title=t(k::NOT_ME_TITLE)>{question(asked, refetch)}</Dialog> }.into_any()
}

fn question(asked: RwSignal<Option<StayAboutMe>>, refetch: Refetch) -> Option<AnyView> {
    let one = asked.get_untracked()?;
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let go = Callback::new(move |()| {
        busy.set(true);
        let id = one.id.clone();
        spawn_local(async move {
            let answer = api::stays::not_me(&id).await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => {
                    let _ = asked.try_set(None);
                    refetch.now();
                    announce::polite(t(k::NOT_ME_DONE));
                    focus::later("about-me");
                }
                Err(error) => drop(failed.try_set(Some(error.words()))),
            }
        });
    });
    let body = view! {
        <p>{t(k::NOT_ME_TEXT)}</p>
        <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
        <p class="row">
            <Button label=t(k::NOT_ME_DO) kind=ButtonKind::Danger busy=busy on_press=go />
            <Button label=t(k::CLOSE) kind=ButtonKind::Second on_press=move |()| asked.set(None) />
        </p>
    };
    Some(body.into_any())
}
