use super::*;
use crate::rng::SystemRng;
use std::collections::BTreeMap;

const LIMIT: &str = "hold_source";
const SOURCE: &str = "source";

fn keys() -> Keys {
    Keys::parse(&"07".repeat(32)).unwrap()
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_800_000_000 + second).unwrap()
}

fn settings(bits: u32, parts: u32) -> Settings {
    let table = [
        ("proof_bits", bits),
        ("proof_parts", parts),
        ("proof_lasts_s", 60),
    ];
    let table = table.map(|(name, value)| (name.to_owned(), value));
    Settings::new(&BTreeMap::from(table), |_| Some(20)).unwrap()
}

fn issue(bits: u32, parts: u32) -> String {
    Challenge::issue(&keys(), &SystemRng, &settings(bits, parts), LIMIT, SOURCE, at(0)).unwrap()
}

/// What the worker of the page does.
fn work(challenge: &str, bits: u32, parts: u32) -> String {
    let seed = Sha256::digest(challenge.as_bytes());
    let numbers: Vec<String> = (0..parts)
        .map(|part| {
            let number = (0..u32::MAX).find(|number| solves(&seed, part, *number, bits));
            number.unwrap().to_string()
        })
        .collect();
    format!("{challenge}:{}", numbers.join(","))
}

fn judge(given: &str, second: i64) -> Result<(), Refused> {
    Challenge::judge(&keys(), given, LIMIT, SOURCE, at(second)).map(|_| ())
}

#[test]
fn work_done_in_time_is_good_and_says_until_when() {
    let challenge = issue(6, 4);
    let good = Challenge::judge(&keys(), &work(&challenge, 6, 4), LIMIT, SOURCE, at(59)).unwrap();
    assert_eq!((good.id, good.expires_at), (secret::digest(&challenge), at(60)));
}

#[test]
fn a_proof_opens_only_what_it_was_asked_for() {
    let proof = work(&issue(6, 4), 6, 4);
    let for_other = |limit, source| Challenge::judge(&keys(), &proof, limit, source, at(1)).map(|_| ());
    assert_eq!(for_other("phone_code_source", SOURCE), Err(Refused::NotOurs));
    assert_eq!(for_other(LIMIT, "another source"), Err(Refused::NotOurs));
    assert_eq!(for_other(LIMIT, SOURCE), Ok(()));
    let other_server = Keys::parse(&"08".repeat(32)).unwrap();
    let strange = Challenge::judge(&other_server, &proof, LIMIT, SOURCE, at(1));
    assert_eq!(strange, Err(Refused::NotOurs));
}

#[test]
fn a_late_one_counts_for_nothing() {
    let proof = work(&issue(6, 4), 6, 4);
    assert_eq!(judge(&proof, 60), Err(Refused::Expired));
    assert_eq!(judge(&proof, 59), Ok(()));
}

#[test]
fn nothing_of_a_challenge_can_be_changed() {
    let challenge = issue(6, 4);
    let parts: Vec<&str> = challenge.split('.').collect();
    for (at, forged) in [
        (0, "2"),
        (1, "phone_code_source"),
        (2, "1900000000"),
        (3, "1"),
        (4, "1"),
        (5, "AAAAAAAAAAAAAAAAAAAAAA"),
        (6, "00"),
        (6, ""),
    ] {
        let mut parts = parts.clone();
        parts[at] = forged;
        let easier = parts.join(".");
        let bits = parts[3].parse().unwrap();
        let count = parts[4].parse().unwrap();
        let told = judge(&work(&easier, bits, count), 1);
        assert!(
            matches!(told, Err(Refused::NotOurs | Refused::Malformed)),
            "{at} {forged}: {told:?}"
        );
    }
}

#[test]
fn too_little_work_is_seen() {
    let challenge = issue(12, 3);
    let proof = work(&challenge, 12, 3);
    let (_, numbers) = proof.split_once(':').unwrap();
    let numbers: Vec<&str> = numbers.split(',').collect();
    // Another challenge's numbers, easier ones, too few, too many, one for all, none.
    let easy = work(&challenge, 4, 3);
    assert_eq!(judge(&easy, 1), Err(Refused::Unsolved));
    for wrong in [
        numbers[..2].join(","),
        format!("{},{}", numbers.join(","), numbers[0]),
        [numbers[0]; 3].join(","),
        String::new(),
        "x,y,z".to_owned(),
        "4294967296,0,0".to_owned(),
        "-1,0,0".to_owned(),
    ] {
        assert_eq!(
            judge(&format!("{challenge}:{wrong}"), 1),
            Err(Refused::Unsolved),
            "{wrong}"
        );
    }
    let other = issue(12, 3);
    assert_eq!(
        judge(&format!("{other}:{}", numbers.join(",")), 1),
        Err(Refused::Unsolved)
    );
    assert_eq!(judge(&proof, 1), Ok(()));
}

#[test]
fn what_is_no_proof_is_told_from_one() {
    for text in [
        "",
        ":",
        "a",
        "a:b",
        "1.2.3:4",
        "1.hold_source.x.6.4.n.t:1,2",
        &issue(6, 4),
    ] {
        let told = judge(text, 1);
        assert!(
            matches!(told, Err(Refused::Malformed | Refused::NotOurs)),
            "{text}: {told:?}"
        );
    }
}

/// The worker's numbers for a challenge, so that page and server mean the same hash.
#[test]
fn the_page_and_the_server_agree() {
    let seed = Sha256::digest(b"1.hold_source.1.10.3.nonce.tag");
    let numbers: Vec<u32> = (0..3)
        .map(|part| (0..).find(|number| solves(&seed, part, *number, 10)).unwrap())
        .collect();
    assert_eq!(numbers, [158, 917, 2932], "what public/proof.js finds");
}
