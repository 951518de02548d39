//! `/inbox`: every message that the demo would have sent. There is none of this on a real server.

use crate::api::{self, ApiError};
use crate::browser::{intl, timer, visible};
use crate::components::{
    Empty, Errors, Fetched, Heading, Notice, NoticeKind, Tag, TagKind, TextButton, TextField,
};
use crate::i18n::{keys::inbox as k, t, tf, tn};
use crate::routes::{Draw, Route};
use eid_domain::problem::ProblemCode;
use eid_domain::wire::dev::Message;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use leptos::{prelude::*, task::spawn_local};

/// Milliseconds between two looks.
const PAUSE_MS: u32 = 3_000;

/// Loads the page's code.
///
/// # Errors
/// Where it did not arrive.
#[wasm_split(inbox_page, wasm_split_path = ::leptos::wasm_split, fallible)]
pub fn load() -> Result<Draw, SplitLoaderError> {
    Ok(draw)
}

fn draw(_: &Route) -> AnyView {
    let fetch = || {
        Box::pin(async { known(api::dev::messages().await) }) as std::pin::Pin<Box<dyn Future<Output = _>>>
    };
    let show = |messages: Option<Vec<Message>>| match messages {
        Some(messages) => view! { <Inbox messages=messages /> }.into_any(),
        None => view! {
            <Notice title=t(k::NOT_DEMO)><p>{t(k::NOT_DEMO_TEXT)}</p></Notice>
        }
        .into_any(),
    };
    view! {
        <div class="page inbox">
            <Heading text=t(k::TITLE) />
            <Fetched fetch=fetch show=show />
        </div>
    }
    .into_any()
}

/// `None` on a server without demo data.
fn known(answer: Result<Vec<Message>, ApiError>) -> Result<Option<Vec<Message>>, String> {
    match answer {
        Ok(messages) => Ok(Some(messages)),
        Err(error) if error.is(ProblemCode::NotFound) => Ok(None),
        Err(error) => Err(error.words()),
    }
}

#[component]
fn Inbox(
    /// Newest first.
    messages: Vec<Message>,
) -> impl IntoView {
    let all = RwSignal::new(messages);
    let number = RwSignal::new(String::new());
    let errors = Errors::new();
    follow(all);
    let found = Memo::new(move |_| {
        let wanted = number.with(|typed| wanted(typed));
        let to = |message: &&Message| message.to.contains(&wanted);
        all.with(|all| all.iter().filter(to).cloned().collect::<Vec<_>>())
    });
    let list = move || {
        let found = found.get();
        if !found.is_empty() {
            return view! { <ul class="messages">{found.into_iter().map(message).collect_view()}</ul> }
                .into_any();
        }
        if all.with(Vec::is_empty) {
            return view! { <Empty title=t(k::NONE)><p>{t(k::NONE_TEXT)}</p></Empty> }.into_any();
        }
        let clear = move |()| number.set(String::new());
        view! { <Empty title=t(k::NONE_FOUND)><p><TextButton label=t(k::CLEAR) on_press=clear /></p></Empty> }
            .into_any()
    };
    let count = move || {
        tn(
            k::COUNT,
            found.with(|found| u32::try_from(found.len()).unwrap_or(u32::MAX)),
        )
    };
    view! {
        <Notice kind=NoticeKind::Warning title=t(k::MARK)><p>{t(k::LEAD)}</p></Notice>
        <TextField
            id="number"
            label=t(k::FILTER)
            hint=t(k::FILTER_HINT)
            value=number
            errors=errors
            width="w-20"
            inputmode="numeric"
        />
        <p class="hint"><span role="status">{count}</span>". "{t(k::UPDATES)}</p>
        {list}
    }
}

/// A number is written 0987… by its owner and +84987… on the wire; an address is itself, or a part of it.
fn wanted(typed: &str) -> String {
    if typed.chars().any(char::is_alphabetic) {
        return typed.trim().to_owned();
    }
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    digits.strip_prefix('0').map_or(digits.clone(), str::to_owned)
}

fn message(message: Message) -> AnyView {
    let channel = if message.subject.is_empty() {
        k::SMS
    } else {
        k::MAIL
    };
    let subject = (!message.subject.is_empty()).then(|| view! { <p><b>{message.subject.clone()}</b></p> });
    view! {
        <li class="message">
            <p class="message-head">
                <Tag text=t(k::MARK) kind=TagKind::Warning />
                <span><b>{t(channel)}</b>" · "{tf(k::TO, &[("to", &message.to)])}</span>
                <span class="muted">{intl::instant(message.at)}</span>
            </p>
            {subject}
            <p class="bubble">{message.body}</p>
        </li>
    }
    .into_any()
}

/// Looks again and again; a look that fails changes nothing.
fn follow(all: RwSignal<Vec<Message>>) {
    spawn_local(async move {
        loop {
            timer::sleep(PAUSE_MS).await;
            let Some(before) = all.try_get_untracked() else {
                return;
            };
            if !visible::now() {
                continue;
            }
            if let Ok(messages) = api::dev::messages().await
                && messages != before
                && all.try_set(messages).is_some()
            {
                return;
            }
        }
    });
}
