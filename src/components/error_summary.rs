//! All errors of a form in one place, above its heading.

use super::errors::{Errors, SUMMARY};
use crate::i18n::{keys, t, tn};
use leptos::prelude::*;

/// The summary: takes the focus when errors are shown; each line leads to its field.
#[component]
pub fn ErrorSummary(
    /// The form's errors.
    errors: Errors,
) -> impl IntoView {
    move || {
        let all = errors.all();
        let count = u32::try_from(all.len()).unwrap_or(u32::MAX);
        (count > 0).then(|| {
            // What has no field cannot be mended in one: no place is promised.
            let title = match all.iter().any(|(id, _)| !id.is_empty()) {
                true => tn(keys::common::ERROR_TITLE, count),
                false => t(keys::common::NOT_DONE).to_owned(),
            };
            let lines = all.into_iter().map(line).collect_view();
            view! {
                <div class="error-summary" id=SUMMARY tabindex="-1" role="alert" aria-labelledby="error-summary-title">
                    <h2 id="error-summary-title">{title}</h2>
                    <ul>{lines}</ul>
                </div>
            }
        })
    }
}

fn line((id, text): (String, String)) -> AnyView {
    if id.is_empty() {
        view! { <li>{text}</li> }.into_any()
    } else if id.starts_with('/') {
        // A page, not a field: beside this one, so that what is typed here stays.
        view! { <li><a href=id target="_blank" rel="noopener">{text}</a></li> }.into_any()
    } else {
        view! { <li><a href=format!("#{id}")>{text}</a></li> }.into_any()
    }
}
