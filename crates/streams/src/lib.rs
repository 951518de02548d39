//! Streams of the browser from and to Rust's.
//!
//! leptos links `wasm-streams` for server functions, which nothing here has. That crate exports three classes to
//! JavaScript, and what is exported cannot be left out by the linker: some 4 kB compressed of the main module. This one has
//! the same two conversions by closures, which vanish where nobody calls them.

use futures_util::{Stream, StreamExt, stream};
use js_sys::{Object, Promise, Reflect};
use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{ReadableStreamDefaultController, ReadableStreamDefaultReader};

/// A stream of the browser that can be read.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// The stream, wrapped.
    #[must_use]
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// The stream itself.
    #[must_use]
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that asks for one item whenever its reader wants one, and fails where an item is an error.
    pub fn from_stream(items: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        type Items = Pin<Box<dyn Stream<Item = Result<JsValue, JsValue>>>>;
        let items: Rc<RefCell<Option<Items>>> = Rc::new(RefCell::new(Some(Box::pin(items))));
        let pull = move |controller: ReadableStreamDefaultController| -> Promise {
            let items = items.clone();
            future_to_promise(async move {
                // Streams pull again only after the last pull has settled.
                let Some(mut taken) = items.take() else {
                    return Ok(JsValue::UNDEFINED);
                };
                match taken.next().await {
                    Some(item) => {
                        controller.enqueue_with_chunk(&item?)?;
                        items.replace(Some(taken));
                    }
                    None => controller.close()?,
                }
                Ok(JsValue::UNDEFINED)
            })
        };
        let pull = Closure::<dyn FnMut(ReadableStreamDefaultController) -> Promise>::new(pull);
        let source = Object::new();
        let set = Reflect::set(&source, &"pull".into(), &pull.into_js_value());
        let raw = set.and_then(|_| web_sys::ReadableStream::new_with_underlying_source(&source));
        Self(raw.unwrap_throw())
    }

    /// Its items, to the first error.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> + 'static {
        let reader: ReadableStreamDefaultReader = self.0.get_reader().unchecked_into();
        stream::unfold(Some(reader), |reader| async move {
            let reader = reader?;
            match JsFuture::from(reader.read()).await {
                Ok(result) => {
                    let part = |name: &str| Reflect::get(&result, &name.into()).unwrap_or_default();
                    let over = part("done").is_truthy();
                    (!over).then(|| (Ok(part("value")), Some(reader)))
                }
                Err(error) => Some((Err(error), None)),
            }
        })
    }
}
