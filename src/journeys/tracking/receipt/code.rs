//! The slip's code: its signed token in the address of the page that checks it, so that any phone's camera leads there.

use crate::browser::{html::Html, location};
use crate::components::drawn_code;
use crate::i18n::{Lang, keys::tracking as k, t, tf};
use crate::routes::Route;
use eid_domain::wire::dossiers::DossierView;

/// The address that the code holds.
pub(super) fn link(token: &str) -> String {
    format!(
        "{}{}#{token}",
        location::origin(),
        Route::CheckSlip.href_in(Lang::Vi)
    )
}

/// The code with the reference beneath it, for when it cannot be scanned; nothing without a slip.
pub(super) fn write(html: &mut Html, view: &DossierView) {
    let (Some(token), Some(code)) = (&view.slip, &view.slip_code) else {
        return;
    };
    let check = format!("{}#{token}", Route::CheckSlip.href());
    let alternative = tf(k::SLIP_CODE_ALT, &[("reference", &view.reference)]);
    html.tags("<figure class=slip-code-box><div class=slip-code-paper>");
    drawn_code(html, code.side, &code.runs(), &alternative);
    html.within(
        "</div><figcaption><span class=\"mono slip-code-reference\">",
        &view.reference,
        "</span>",
    )
    .within("<span class=\"hint no-print\">", t(k::SLIP_CODE_TEXT), "</span>")
    .within("<a class=no-print href=\"", &check, "\">")
    .words(t(k::SLIP_CODE_CHECK))
    .tags("</a></figcaption></figure>");
}
