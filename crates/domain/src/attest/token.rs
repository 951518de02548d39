//! The token as text: base64url of the COSE object, short enough for a code on a screen.

use super::{Claim, Said, Statement};
use crate::slip::{SigningKey, base64url};
use coset::{
    Algorithm, CborSerializable, CoseSign1, CoseSign1Builder, HeaderBuilder,
    cbor::value::Value,
    cwt::{ClaimName, ClaimsSet, ClaimsSetBuilder, Timestamp as Seconds},
    iana,
};
use jiff::Timestamp;

/// Whose statements these are: a token of another service that the same key might sign one day does not pass.
const ISSUER: &str = "eid-attestation";
/// Longer than any token of ours; what is longer is not looked at.
const LONGEST: usize = 1_200;
const SHORTEST: usize = 100;

/// Signs a statement.
#[must_use]
pub fn issue(key: &SigningKey, statement: &Statement) -> Option<String> {
    let mut claims = ClaimsSetBuilder::new()
        .issuer(ISSUER.to_owned())
        .issued_at(Seconds::WholeSeconds(statement.issued_at.as_second()))
        .expiration_time(Seconds::WholeSeconds(statement.expires_at.as_second()))
        .cwt_id(statement.id.to_vec());
    for (claim, said) in &statement.said {
        let value = match said {
            Said::Truth(truth) => Value::Bool(*truth),
            Said::Text(text) => Value::Text(text.clone()),
        };
        claims = claims.text_claim(claim.as_str().to_owned(), value);
    }
    let protected = HeaderBuilder::new()
        .algorithm(iana::Algorithm::EdDSA)
        .key_id(key.name().as_bytes().to_vec())
        .build();
    let signed = CoseSign1Builder::new()
        .protected(protected)
        .payload(claims.build().to_vec().ok()?)
        .create_signature(b"", |bytes| key.sign_bytes(bytes).to_vec())
        .build();
    signed.to_vec().ok().map(|bytes| base64url::encode(&bytes))
}

/// The token in what was scanned or pasted: alone, or behind the `#` of an address.
#[must_use]
pub fn find(text: &str) -> Option<String> {
    let token = text.rsplit('#').next().unwrap_or(text).trim();
    let fits = (SHORTEST..=LONGEST).contains(&token.len()) && token.bytes().all(base64url::is_symbol);
    fits.then(|| token.to_owned())
}

/// The object in a token, if it is one that could be ours, and the name of its key.
pub(super) fn read(token: &str) -> Option<(CoseSign1, String)> {
    let object = CoseSign1::from_slice(&base64url::decode(token)?).ok()?;
    let header = &object.protected.header;
    let ours = header.alg == Some(Algorithm::Assigned(iana::Algorithm::EdDSA)) && header.crit.is_empty();
    let kid = String::from_utf8(header.key_id.clone()).ok()?;
    ours.then_some((object, kid))
}

/// What an object says. Only of one whose signature is good.
pub(super) fn statement(object: &CoseSign1) -> Option<Statement> {
    let claims = ClaimsSet::from_slice(object.payload.as_deref()?).ok()?;
    if claims.issuer.as_deref() != Some(ISSUER) {
        return None;
    }
    let said = claims.rest.iter().map(one).collect::<Option<Vec<_>>>()?;
    Some(Statement {
        id: claims.cwt_id?.try_into().ok()?,
        issued_at: instant(claims.issued_at?)?,
        expires_at: instant(claims.expiration_time?)?,
        said,
    })
}

/// A claim that this version does not know is no reason to show the rest: it may take back what the others say.
fn one((name, value): &(ClaimName, Value)) -> Option<(Claim, Said)> {
    let ClaimName::Text(name) = name else { return None };
    let said = match value {
        Value::Bool(truth) => Said::Truth(*truth),
        Value::Text(text) => Said::Text(text.clone()),
        _ => return None,
    };
    Some((Claim::parse(name)?, said))
}

fn instant(seconds: Seconds) -> Option<Timestamp> {
    match seconds {
        Seconds::WholeSeconds(seconds) => Timestamp::from_second(seconds).ok(),
        Seconds::FractionalSeconds(_) => None,
    }
}
