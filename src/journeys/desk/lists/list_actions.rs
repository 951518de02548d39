//! What can be done with a list that was looked at: take its good rows, change the text, and afterwards bring another.

use crate::components::{Button, ButtonKind, Notice, NoticeKind};
use crate::i18n::{Key, Plural, t, tn};
use leptos::prelude::*;

/// What it says.
pub(in crate::journeys::desk) struct Words {
    /// Take so many rows.
    pub(in crate::journeys::desk) confirm: Plural,
    /// There is none to take.
    pub(in crate::journeys::desk) nothing: Key,
    /// Back to the text.
    pub(in crate::journeys::desk) edit: Key,
    /// Another list, once it is done.
    pub(in crate::journeys::desk) another: Key,
}

/// What happens.
#[derive(Clone, Copy)]
pub(in crate::journeys::desk) struct Act {
    /// The good rows are taken.
    pub(in crate::journeys::desk) confirm: Callback<()>,
    /// Back to the text.
    pub(in crate::journeys::desk) edit: Callback<()>,
    /// This one is done.
    pub(in crate::journeys::desk) another: Callback<()>,
}

/// The buttons: for `count` good rows of a preview, or once `done`.
pub(in crate::journeys::desk) fn view(
    done: bool,
    count: usize,
    busy: RwSignal<bool>,
    act: Act,
    words: &Words,
) -> AnyView {
    if done {
        return view! {
            <p class="row"><Button label=t(words.another) kind=ButtonKind::Second on_press=act.another /></p>
        }
        .into_any();
    }
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let take = (count > 0)
        .then(|| view! { <Button label=tn(words.confirm, count) busy=busy on_press=act.confirm /> });
    let nothing = (count == 0).then(|| view! { <Notice kind=NoticeKind::Info title=t(words.nothing) /> });
    view! {
        {nothing}
        <p class="row">
            {take}
            <Button label=t(words.edit) kind=ButtonKind::Second on_press=act.edit />
        </p>
    }
    .into_any()
}
