//! The stand-in for streams: what goes in comes out, errors too.

use futures_util::{StreamExt, stream};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use wasm_streams::ReadableStream;

type Item = Result<JsValue, JsValue>;

async fn through(items: Vec<Item>) -> Vec<Item> {
    let there = ReadableStream::from_stream(stream::iter(items)).into_raw();
    ReadableStream::from_raw(there).into_stream().collect().await
}

#[wasm_bindgen_test]
async fn items_arrive_in_order_and_then_the_stream_ends() {
    let items: Vec<Item> = (0..5).map(|n| Ok(JsValue::from(n))).collect();
    assert_eq!(through(items.clone()).await, items);
    assert_eq!(through(Vec::new()).await, []);
}

#[wasm_bindgen_test]
async fn an_error_is_the_last_thing_that_arrives() {
    let items = vec![
        Ok(JsValue::from("a")),
        Err(JsValue::from("broken")),
        Ok(JsValue::from("b")),
    ];
    let arrived = through(items).await;
    assert_eq!(arrived.last(), Some(&Err(JsValue::from("broken"))));
    assert!(!arrived.contains(&Ok(JsValue::from("b"))));
}
