use super::*;
use crate::{booking::Service, office::OfficeId, reference::Reference};
use jiff::{Timestamp, civil::date};
use proptest::prelude::*;

fn key(seed: u8) -> SigningKey {
    SigningKey::new([seed; 32], |_| format!("k{seed}")).unwrap()
}

fn keys(of: &[&SigningKey]) -> KeySet {
    KeySet {
        keys: of.iter().map(|key| key.public().unwrap()).collect(),
    }
}

fn claims() -> SlipClaims {
    SlipClaims {
        reference: Reference::from_random([7; 16]),
        office: OfficeId::parse("hcm-pc06").unwrap(),
        starts_at: date(2026, 11, 25).at(7, 30, 0, 0),
        minutes: 30,
        service: Service::CardAndAccount,
        sequence: 2,
        issued_at: "2026-11-22T01:02:03Z".parse().unwrap(),
    }
}

/// RFC 8037, appendix A.1 to A.4: the same key signs the standard's own text to the letter.
#[test]
fn the_example_of_the_standard() {
    let seed = base64url::decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A").unwrap();
    let signing = SigningKey::new(seed.try_into().unwrap(), |_| "rfc".to_owned()).unwrap();
    let public = signing.public().unwrap();
    assert_eq!(public.x, "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
    assert_eq!(
        public.thumbprint_input(),
        r#"{"crv":"Ed25519","kty":"OKP","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
    );
    let input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
    let signature = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";
    let bytes = base64url::decode(signature).unwrap();
    let good = ed25519_dalek::Signature::from_slice(&bytes).unwrap();
    assert!(
        public
            .read()
            .unwrap()
            .verify_strict(input.as_bytes(), &good)
            .is_ok()
    );
    // A good signature over something that is no slip is no slip.
    assert_eq!(
        judge(&format!("{input}.{signature}"), &keys(&[&signing])),
        Verdict::NotGenuine
    );
}

#[test]
fn a_slip_is_genuine_in_every_dress() {
    let signing = key(1);
    let token = signing.sign(&claims()).unwrap();
    assert!(token.len() < 330, "{}: the code gets large", token.len());
    let known = keys(&[&key(2), &signing]);
    let wrapped = format!("{}\r\n {}\n", &token[..90], &token[90..]);
    for text in [
        token.clone(),
        format!("  {token}\n"),
        wrapped,
        format!("https://eid.example/kiem-tra-phieu#{token}"),
    ] {
        assert_eq!(judge(&text, &known), Verdict::Genuine(claims()), "{text}");
    }
}

#[test]
fn what_is_none_of_ours_is_told_apart() {
    let token = key(1).sign(&claims()).unwrap();
    assert_eq!(judge(&token, &keys(&[&key(2)])), Verdict::UnknownKey);
    // The right name and another key: forged.
    let imposter = SigningKey::new([9; 32], |_| "k1".to_owned()).unwrap();
    let forged = imposter.sign(&claims()).unwrap();
    assert_eq!(judge(&forged, &keys(&[&key(1)])), Verdict::NotGenuine);
    for text in [
        "",
        "K7M-2XP-94R",
        "www.eid.example",
        "https://eid.example/a.b.c",
        "eyJh.b",
        "eyJ.b.c.d",
    ] {
        assert_eq!(judge(text, &keys(&[&key(1)])), Verdict::NotASlip, "{text}");
    }
    let long = format!("{token}{}", "A".repeat(5000));
    assert_eq!(judge(&long, &keys(&[&key(1)])), Verdict::NotASlip);
}

/// Story: libraries that do what the header asks for take `none` for a signature (RFC 8725 §2.1).
#[test]
fn the_header_is_not_obeyed() {
    let signing = key(1);
    let token = signing.sign(&claims()).unwrap();
    let rest = token.split_once('.').unwrap().1;
    for header in [
        r#"{"alg":"none","typ":"slip+jwt","kid":"k1"}"#,
        r#"{"alg":"HS256","typ":"slip+jwt","kid":"k1"}"#,
        r#"{"alg":"EdDSA","typ":"JWT","kid":"k1"}"#,
        r#"{"alg":"EdDSA","typ":"slip+jwt","kid":"k1","crit":["b64"]}"#,
    ] {
        let text = format!("{}.{rest}", base64url::encode(header.as_bytes()));
        assert_eq!(judge(&text, &keys(&[&signing])), Verdict::NotGenuine, "{header}");
    }
}

#[test]
fn a_token_says_nothing_of_the_person_and_the_same_each_time() {
    let signing = key(1);
    let token = signing.sign(&claims()).unwrap();
    assert_eq!(signing.sign(&claims()).unwrap(), token);
    let written = base64url::decode(token.split('.').nth(1).unwrap()).unwrap();
    let written: serde_json::Value = serde_json::from_slice(&written).unwrap();
    let names: Vec<&String> = written.as_object().unwrap().keys().collect();
    assert_eq!(names, ["at", "iat", "min", "off", "seq", "sub", "svc"]);
    assert_eq!(format!("{signing:?}"), "SigningKey(k1)");
}

#[test]
fn a_weak_or_short_key_is_none() {
    assert!(Jwk::of("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "k").is_none());
    assert!(Jwk::of("AAAA", "k").is_none());
}

fn any_claims() -> impl Strategy<Value = SlipClaims> {
    let service = prop_oneof![
        Just(Service::Card),
        Just(Service::CardAndAccount),
        Just(Service::Account)
    ];
    (
        any::<[u8; 16]>(),
        "[a-z0-9]{3,12}(-[a-z0-9]{1,8}){0,3}",
        0..4_000_000_000_i64,
        any::<u16>(),
        service,
        any::<u32>(),
        0..4_000_000_000_i64,
    )
        .prop_map(
            |(random, office, at, minutes, service, sequence, iat)| SlipClaims {
                reference: Reference::from_random(random),
                office: OfficeId::parse(&office).unwrap(),
                starts_at: crate::calendar::office_now(Timestamp::from_second(at).unwrap()),
                minutes,
                service,
                sequence,
                issued_at: Timestamp::from_second(iat).unwrap(),
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_signed_comes_back(claims in any_claims(), seed in any::<u8>()) {
        let signing = key(seed);
        prop_assert_eq!(judge(&signing.sign(&claims).unwrap(), &keys(&[&signing])), Verdict::Genuine(claims));
    }

    /// No other symbol anywhere leaves a slip genuine.
    #[test]
    fn one_changed_symbol_is_found(at in any::<prop::sample::Index>(), symbol in "[A-Za-z0-9_.-]") {
        let signing = key(1);
        let token = signing.sign(&claims()).unwrap();
        let at = at.index(token.len());
        let mut changed = token.clone();
        changed.replace_range(at..=at, &symbol);
        if changed != token {
            let verdict = judge(&changed, &keys(&[&signing]));
            prop_assert!(!matches!(verdict, Verdict::Genuine(_)), "{}", changed);
        }
    }

    #[test]
    fn any_text_is_judged(text in "\\PC{0,400}", kid in "[a-z]{0,3}") {
        let set = KeySet { keys: vec![Jwk { kid, ..key(1).public().unwrap() }] };
        let verdict = judge(&text, &set);
        prop_assert!(!matches!(verdict, Verdict::Genuine(_)));
    }
}
