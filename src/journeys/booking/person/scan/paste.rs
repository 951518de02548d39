//! The text of the code, or the three lines from the card's back: for those without a camera, and for readers of codes
//! that type.

use super::code_text::{of_typed, words};
use super::reading::Reading;
use crate::browser::focus;
use crate::components::{Button, ButtonKind, Details, Errors, TextArea};
use crate::i18n::{keys::scan, t};
use leptos::prelude::*;

/// The field's id.
const ID: &str = "scan_text";

/// A field that opens.
#[component]
pub(super) fn Paste(
    /// Something was read.
    found: Callback<Reading>,
) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let errors = Errors::new();
    let read = Callback::new(move |()| match of_typed(&text.get_untracked()) {
        Ok(reading) => found.run(reading),
        Err(error) => {
            errors.note(ID, Some(t(words(error)).to_owned()));
            focus::later(ID);
        }
    });
    view! {
        <Details summary=t(scan::PASTE_OPEN)>
            <div class="stack-s scan-paste">
                <TextArea id=ID label=t(scan::PASTE_LABEL) hint=t(scan::PASTE_HINT) value=text errors=errors />
                <Button kind=ButtonKind::Second label=t(scan::PASTE_READ) on_press=read />
            </div>
        </Details>
    }
}
