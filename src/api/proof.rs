//! Working a challenge off, where the server asks for it because of many requests from one source. Nobody solves a puzzle:
//! a worker computes for some seconds while the page stays as it is. Code and worker come with the first challenge.

use super::ApiError;
use crate::browser::proof::{self, Numbers};
use crate::browser::{announce, sheets};
use crate::i18n::{keys::errors, t};
use eid_domain::wire::PROOF;
use leptos::wasm_split::{SplitLoaderError, wasm_split};

type Headers = Vec<(&'static str, String)>;
type Solve = fn(String) -> Numbers;

#[wasm_split(proof_of_work, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Solve, SplitLoaderError> {
    Ok(proof::solve)
}

/// Whether the failure asks for a proof and it was found: then it is in the headers. Not where the person has left, nor
/// where the browser runs no worker.
pub(super) async fn given(error: &ApiError, headers: &mut Headers) -> bool {
    let Some(challenge) = error.problem().and_then(|problem| problem.challenge.clone()) else {
        return false;
    };
    // Nobody waits for it: until it is there the words are heard only.
    drop(sheets::request("proof"));
    announce::seen(t(errors::CHECKING));
    let numbers = match load().await {
        Ok(solve) => solve(challenge.clone()).await,
        Err(_) => None,
    };
    announce::unseen();
    let Some(numbers) = numbers else {
        return false;
    };
    headers.retain(|(name, _)| *name != PROOF);
    headers.push((PROOF, format!("{challenge}:{numbers}")));
    true
}
