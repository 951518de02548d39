//! From where somebody stays to the offices worth comparing.

use crate::api;
use eid_domain::office::{Finder, Match, OfficeKind, Reach, Why};
use eid_domain::trip::about_km;
use eid_domain::wire::office_days::MOST_OFFICES;
use leptos::prelude::untrack;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::pin::Pin;

/// So many are worth comparing where the place itself has fewer.
const WORTH_COMPARING: usize = 4;

/// Ids, the nearest first, and how many of them lie in the place itself.
pub(super) struct Chosen {
    /// At most [`MOST_OFFICES`]; empty where the place is not known.
    pub(super) offices: Vec<String>,
    /// How many are near.
    pub(super) near: usize,
    /// About so many kilometres to the nearest, where none is known in the province itself.
    pub(super) far_km: Option<u16>,
    /// Places of that name between which nothing decides, the one that was guessed first; empty where one is meant.
    pub(super) namesakes: Vec<String>,
}

type Found = Pin<Box<dyn Future<Output = Result<Chosen, String>>>>;
type Find = fn(String) -> Found;

/// Looks for offices; the error is in words. Where all places lie is loaded when somebody asks.
pub(super) async fn offices(place: String) -> Result<Chosen, String> {
    let find = api::part(load(), &[]).await?;
    find(place).await
}

#[wasm_split(trip_search, wasm_split_path = ::leptos::wasm_split, fallible)]
fn load() -> Result<Find, SplitLoaderError> {
    Ok(|place| Box::pin(find(place)))
}

async fn find(place: String) -> Result<Chosen, String> {
    let finder = api::finder::load().await.map_err(|error| error.words())?;
    Ok(untrack(|| choose(&finder, &place)))
}

fn choose(finder: &Finder, place: &str) -> Chosen {
    let answer = finder.answer(place);
    let namesakes = if answer.is_ambiguous() {
        let guessed = answer.matches.first().map(|one| &one.why);
        let all = guessed.into_iter().chain(&answer.namesakes);
        all.filter_map(Why::place).collect()
    } else {
        Vec::new()
    };
    let mut found = answer.matches;
    if place.trim().is_empty() {
        // No place: the provincial offices, which take people from everywhere.
        found.retain(|one| {
            finder
                .offices()
                .get(one.office)
                .is_some_and(|office| office.kind == OfficeKind::ProvincialPolice)
        });
    }
    found.truncate(MOST_OFFICES);
    let near = found
        .iter()
        .filter(|one| matches!(one.reach, Reach::Here | Reach::SameOldDistrict))
        .count();
    // Those of the province have no distance; what is told is that of the nearest of the others.
    let elsewhere = found.iter().all(|one| one.reach == Reach::Nearby);
    let far_km = found
        .iter()
        .filter(|_| elsewhere)
        .filter_map(|one| one.km)
        .min()
        .map(about_km);
    if let Some(first) = found
        .first()
        .map(|one| one.office)
        .filter(|_| !place.trim().is_empty())
    {
        for further in finder.near_office(first) {
            if found.len() >= WORTH_COMPARING {
                break;
            }
            if !found.iter().any(|one| one.office == further.office) {
                found.push(further);
            }
        }
    }
    let id = |one: &Match| Some(finder.offices().get(one.office)?.id.as_str().to_owned());
    Chosen {
        offices: found.iter().filter_map(id).collect(),
        near,
        far_km,
        namesakes,
    }
}
