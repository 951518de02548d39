//! Answers, with a way to change each.

use crate::i18n::{keys, t};
use leptos::prelude::*;

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummaryRow {
    /// The question in a few words.
    pub label: String,
    /// The answer; where empty, "not given" is shown.
    pub value: String,
    /// Where it can be changed.
    pub change: Option<String>,
    /// The answer is Vietnamese, whatever the page is read in.
    pub vietnamese: bool,
}

impl SummaryRow {
    /// An answer that cannot be changed here.
    pub fn new(label: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
            change: None,
            vietnamese: false,
        }
    }

    /// The same answer, in Vietnamese on pages of every language.
    #[must_use]
    pub const fn vietnamese(mut self) -> Self {
        self.vietnamese = true;
        self
    }

    /// The same answer with the address of the page that changes it.
    #[must_use]
    pub fn change(mut self, href: impl Into<String>) -> Self {
        self.change = Some(href.into());
        self
    }
}

/// The answers, to be checked.
#[component]
pub fn SummaryList(
    /// In the order of the questions.
    rows: Vec<SummaryRow>,
) -> impl IntoView {
    let rows = rows
        .into_iter()
        .map(|SummaryRow { label, value, change, vietnamese }| {
            let about = label.clone();
            let change = change.map(|href| {
                view! {
                    <dd class="act"><a href=href>{t(keys::common::CHANGE)}<span class="visually-hidden">": "{about}</span></a></dd>
                }
            });
            let given = !value.is_empty();
            let value = if given { value } else { t(keys::common::NOT_GIVEN).to_owned() };
            let lang = (vietnamese && given).then_some("vi");
            view! { <div><dt>{label}</dt><dd class:muted=!given><bdi lang=lang>{value}</bdi></dd>{change}</div> }
        })
        .collect_view();
    view! { <dl class="summary">{rows}</dl> }
}
