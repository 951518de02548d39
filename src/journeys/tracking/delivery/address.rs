//! To which address. Comes when the card is to be brought: who collects it searches for no commune.

use super::fields::Fields;
use crate::api;
use crate::components::{Drawn, Errors, TextField, when_loaded};
use crate::i18n::{keys::delivery as k, t};
use leptos::prelude::*;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::rc::Rc;

/// Draws them.
type Address = fn(Fields, Errors) -> AnyView;

#[wasm_split(delivery_address, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Address, SplitLoaderError> {
    Ok(draw)
}

/// Its fields.
pub(super) fn view(fields: Fields, errors: Errors) -> AnyView {
    when_loaded(move || {
        Box::pin(async move {
            let draw = api::part(load(), &[]).await?;
            Ok(Rc::new(move || draw(fields, errors)) as Drawn)
        })
    })
}

fn draw(fields: Fields, errors: Errors) -> AnyView {
    view! {
        <div class="stack">
            {fields.commune.view("commune_code", t(k::COMMUNE), t(k::COMMUNE_HINT), errors)}
            <TextField
                id="line"
                label=t(k::LINE)
                hint=t(k::LINE_HINT)
                value=fields.line
                errors=errors
                autocomplete="street-address"
            />
        </div>
    }
    .into_any()
}
