//! A question before something is done to one row of a list, once on the page: what would be done, yes or back, and what went wrong.

use crate::components::{Button, ButtonKind, Dialog};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;

/// The fixed words of the question.
#[derive(Clone, Copy)]
pub(in crate::journeys::desk) struct Words {
    pub(in crate::journeys::desk) title: &'static str,
    pub(in crate::journeys::desk) go: &'static str,
    pub(in crate::journeys::desk) back: &'static str,
}

/// The dialog. It opens when something is `asked`, says it in the words of `told`, and does it with `act`, which gives the reason
/// in words where it fails.
pub(in crate::journeys::desk) fn dialog<A, F>(
    asked: RwSignal<Option<A>>,
    words: Words,
    told: fn(&A) -> String,
    act: impl Fn(A) -> F + Copy + Send + Sync + 'static,
) -> AnyView
where
    A: Clone + Send + Sync + 'static,
    F: Future<Output = Result<(), String>> + 'static,
{
    let title = words.title;
    view! { <Dialog open=asked title=title>{question(asked, words, told, act)}</Dialog> }.into_any()
}

fn question<A, F>(
    asked: RwSignal<Option<A>>,
    words: Words,
    told: fn(&A) -> String,
    act: impl Fn(A) -> F + Copy + Send + Sync + 'static,
) -> Option<AnyView>
where
    A: Clone + Send + Sync + 'static,
    F: Future<Output = Result<(), String>> + 'static,
{
    let what = asked.get_untracked()?;
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let text = told(&what);
    let go = Callback::new(move |()| {
        busy.set(true);
        let doing = act(what.clone());
        spawn_local(async move {
            let answer = doing.await;
            let _ = busy.try_set(false);
            match answer {
                Ok(()) => drop(asked.try_set(None)),
                Err(words) => drop(failed.try_set(Some(words))),
            }
        });
    });
    let body = view! {
        <p>{text}</p>
        <div role="alert">{move || failed.get().map(|words| view! { <p class="error-text">{words}</p> })}</div>
        <p class="row">
            <Button label=words.go kind=ButtonKind::Danger busy=busy on_press=go />
            <Button label=words.back kind=ButtonKind::Second on_press=move |()| asked.set(None) />
        </p>
    };
    Some(body.into_any())
}
