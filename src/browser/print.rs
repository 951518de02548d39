//! Paper.

/// Opens the print dialogue.
pub fn page() {
    let _ = leptos::prelude::window().print();
}
