//! The worker that works a challenge off: `/proof.js`, beside the page, ended when the page is left.

use super::{location, timer};
use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::GetUntracked;
use std::pin::Pin;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Worker;

/// The numbers that solve a challenge; none where there is no worker, it stopped, it took too long, or the person left.
pub type Numbers = Pin<Box<dyn Future<Output = Option<String>>>>;

const FILE: &str = "/proof.js";
/// Looks whether the person is still there so often.
const LOOK_MS: i32 = 200;
/// The slowest device that is waited for; a challenge is hardly good for longer.
const MOST_MS: f64 = 90_000.0;

/// Ends with this.
struct Running(Worker);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.terminate();
    }
}

/// Starts the worker and waits for its numbers.
pub fn solve(challenge: String) -> Numbers {
    Box::pin(async move {
        let worker = Running(Worker::new(FILE).ok()?);
        // The browser calls the promise's own functions: nothing of ours must outlive the answer.
        let answer = Promise::new(&mut |done: Function, _| {
            worker.0.set_onmessage(Some(&done));
            worker.0.set_onerror(Some(&done));
            if worker.0.post_message(&challenge.as_str().into()).is_err() {
                let _ = done.call1(&JsValue::NULL, &JsValue::NULL);
            }
        });
        let place = location::place();
        let (begun_at, began) = (place.get_untracked(), timer::now_ms());
        while place.get_untracked() == begun_at && timer::now_ms() - began < MOST_MS {
            let pause = Promise::new(&mut |done, _| {
                let _ = leptos::prelude::window()
                    .set_timeout_with_callback_and_timeout_and_arguments_0(&done, LOOK_MS);
            });
            let first = JsFuture::from(Promise::race(&Array::of2(&answer, &pause)))
                .await
                .ok()?;
            if !first.is_undefined() {
                return numbers(&first);
            }
        }
        None
    })
}

/// What a message of the worker says; an error event has no data.
fn numbers(event: &JsValue) -> Option<String> {
    let data = Reflect::get(event.dyn_ref::<web_sys::Event>()?, &"data".into()).ok()?;
    Reflect::get(&data, &"numbers".into()).ok()?.as_string()
}
