//! `/api/rescue`: what to do when the account cannot be used.

use super::{ApiError, Call};
use crate::i18n::lang;
use eid_domain::wire::Lang;
use eid_domain::wire::rescue::RescueView;
use std::cell::RefCell;
use std::rc::Rc;

thread_local! {
    static KNOWN: RefCell<Option<(Lang, Rc<RescueView>)>> = const { RefCell::new(None) };
}

/// Where it is answered in a language; the same for everybody, so that a device may keep it.
pub fn path(lang: Lang) -> String {
    format!("/api/rescue/{}", lang.as_str())
}

/// The whole tree in the page's language. Fetched once for as long as the page lives.
///
/// # Errors
/// [`ApiError`]
pub async fn get() -> Result<Rc<RescueView>, ApiError> {
    let lang = lang();
    let known = KNOWN.with_borrow(|known| known.clone().filter(|(of, _)| *of == lang));
    if let Some((_, tree)) = known {
        return Ok(tree);
    }
    let tree: Rc<RescueView> = Rc::new(Call::get(path(lang)).send().await?);
    KNOWN.set(Some((lang, Rc::clone(&tree))));
    Ok(tree)
}
