//! What the device keeps so that a slip can be read without a network. The keeping itself is done by `/sw.js`; here it is
//! told what to keep, and to forget.

use super::dom;
use js_sys::{Array, Object, Promise, Reflect};
use leptos::prelude::window;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CacheStorage, MessageChannel, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration,
};

thread_local! {
    /// What was forgotten is not kept again by the page that is still open.
    static FORGOTTEN: Cell<bool> = const { Cell::new(false) };
}

/// An answer of the API that may be kept, and the key that opens it.
pub struct Answer {
    /// Its path.
    pub path: String,
    /// Its access key; empty where it needs none.
    pub key: String,
}

/// Absent on pages that were not delivered safely, and in private windows of some browsers.
fn container() -> Option<ServiceWorkerContainer> {
    let container = window().navigator().service_worker();
    (!container.is_undefined()).then_some(container)
}

/// Whether this browser can keep anything.
pub fn can_keep() -> bool {
    container().is_some()
}

/// A page that opens without a network, by the names of its lazy parts. They are named because a page that was reached
/// from another one has loaded less than it needs when it is opened again by itself.
#[derive(Clone, Copy, Debug)]
pub struct Kept {
    /// The page.
    pub page: &'static str,
    /// What it loads later.
    pub parts: &'static [&'static str],
    /// Whether it reads codes.
    pub reads_codes: bool,
}

/// Before anything is kept: what the page needs first goes first.
pub const PAUSE_MS: u32 = 1_500;

/// Keeps a page and these answers. `false` where the browser cannot.
pub async fn keep(answers: &[Answer], page: Kept) -> bool {
    !FORGOTTEN.get() && tell(answers, page).await.is_some()
}

async fn tell(answers: &[Answer], kept: Kept) -> Option<()> {
    let container = container()?;
    JsFuture::from(container.register("/sw.js")).await.ok()?;
    let ready: ServiceWorkerRegistration = JsFuture::from(container.ready().ok()?)
        .await
        .ok()?
        .dyn_into()
        .ok()?;
    let list = Array::new();
    for answer in answers {
        list.push(&Array::of2(
            &answer.path.as_str().into(),
            &answer.key.as_str().into(),
        ));
    }
    let message = Object::new();
    let set = |name: &str, value: &JsValue| Reflect::set(&message, &name.into(), value).ok();
    set("build", &dom::meta("eid-build").unwrap_or_default().into())?;
    let files = loaded()?;
    if kept.reads_codes {
        files.push(&dom::meta("eid-scanner")?.into());
    }
    set("files", &files.into())?;
    set("answers", &list)?;
    set("page", &kept.page.into())?;
    set(
        "parts",
        &kept
            .parts
            .iter()
            .map(|part| JsValue::from_str(part))
            .collect::<Array>()
            .into(),
    )?;
    // The person may have said no meanwhile.
    if FORGOTTEN.get() {
        return None;
    }
    ready.active()?.post_message(&message).ok()
}

/// Names of all files that this page has loaded so far.
fn loaded() -> Option<Array> {
    let names = Array::new();
    for entry in window().performance()?.get_entries_by_type("resource").iter() {
        names.push(&Reflect::get(&entry, &"name".into()).ok()?);
    }
    Some(names)
}

/// How long a worker may take to stop.
const PATIENCE_MS: i32 = 5_000;

/// Forgets everything that was kept for reading without a network.
pub async fn forget() {
    FORGOTTEN.set(true);
    let registration = registered().await;
    // It may be keeping at this moment: what it writes after us would stay.
    if let Some(worker) = registration.as_ref().and_then(ServiceWorkerRegistration::active) {
        stop(&worker).await;
    }
    if let Ok(caches) = window().caches() {
        let _ = forget_all(&caches).await;
    }
    if let Some(gone) = registration.and_then(|registration| registration.unregister().ok()) {
        let _ = JsFuture::from(gone).await;
    }
}

async fn registered() -> Option<ServiceWorkerRegistration> {
    let found = JsFuture::from(container()?.get_registration()).await;
    found.ok()?.dyn_into().ok()
}

/// Has the worker stop and forget, and waits until it says that it has; not for ever.
async fn stop(worker: &ServiceWorker) {
    let Ok(channel) = MessageChannel::new() else {
        return;
    };
    let answered = Promise::new(&mut |done, _| {
        channel.port1().set_onmessage(Some(&done));
        let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(&done, PATIENCE_MS);
    });
    let message = Object::new();
    let _ = Reflect::set(&message, &"forget".into(), &JsValue::TRUE);
    let sent = worker.post_message_with_transferable(&message, &Array::of1(&channel.port2()));
    if sent.is_ok() {
        let _ = JsFuture::from(answered).await;
    }
}

async fn forget_all(caches: &CacheStorage) -> Option<()> {
    let names = JsFuture::from(caches.keys()).await.ok()?;
    for name in Array::from(&names).iter() {
        let name = name.as_string().filter(|name| name.starts_with("eid-"))?;
        JsFuture::from(caches.delete(&name)).await.ok()?;
    }
    Some(())
}
