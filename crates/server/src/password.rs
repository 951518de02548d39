//! Password hashing: Argon2id, 19 MiB, two passes, one lane (the OWASP minimum), always with a processor left for everybody else.

use crate::{
    problem::ApiError,
    rng::{self, Rng},
    secret::same,
};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD as BASE64};
use eid_domain::problem::{Problem, ProblemCode};
use std::{
    num::NonZero,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};
use tokio::sync::Semaphore;

const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const LANES: u32 = 1;
const LENGTH: usize = 32;
/// A flood of sign-ins queues here instead of taking 19 MiB each, also where there are many processors.
const MOST_AT_ONCE: usize = 4;
/// So many may wait, a second or two; whoever comes then is told to come back in a moment.
const WAITING: usize = 64;
/// Seconds until then.
const COME_BACK_S: u32 = 2;
/// glibc keeps freed memory of up to 32 MiB for the thread that freed it. What is asked for beyond that it
/// maps, and gives back at once; the pages behind the 19 MiB are never touched.
const ROOM_KIB: usize = 34 * 1024;

/// Hashes and checks passwords, passcodes and security answers.
#[derive(Debug)]
pub struct Passwords {
    permits: Arc<Semaphore>,
    /// How many permits there are.
    at_once: usize,
    /// Who waits for one or has one.
    here: Arc<AtomicUsize>,
    /// Checked when nobody is known by the name given, so that both answers take the same time.
    dummy: String,
}

impl Passwords {
    /// Makes the dummy hash, about 30 ms.
    ///
    /// # Errors
    /// When no random bytes are to be had.
    pub fn new(rng: &dyn Rng) -> Result<Self, ApiError> {
        let dummy = hash_now(b"nobody", &rng::bytes::<16>(rng)?)?;
        // One processor stays free: else whoever reads an office's days waits behind everybody who signs in.
        let processors = std::thread::available_parallelism().map_or(1, NonZero::get);
        let at_once = processors.saturating_sub(1).clamp(1, MOST_AT_ONCE);
        Ok(Self {
            permits: Arc::new(Semaphore::new(at_once)),
            at_once,
            here: Arc::default(),
            dummy,
        })
    }

    /// Whether one more may wait. Asked before a try is counted: nobody loses a try because others flood the server.
    ///
    /// # Errors
    /// `unavailable`, with the seconds to wait.
    pub fn room(&self) -> Result<(), ApiError> {
        if self.here.load(Ordering::Relaxed) < self.at_once + WAITING {
            return Ok(());
        }
        Err(Problem::new(ProblemCode::Unavailable)
            .retry_after(COME_BACK_S)
            .into())
    }

    /// Hashes a secret into a PHC string.
    ///
    /// # Errors
    /// When no random bytes are to be had.
    pub async fn hash(&self, rng: &dyn Rng, secret: &str) -> Result<String, ApiError> {
        let salt = rng::bytes::<16>(rng)?;
        let secret = secret.as_bytes().to_vec();
        self.run(move || hash_now(&secret, &salt)).await?
    }

    /// Whether the secret fits the stored hash. Without a hash the work is the same and the answer no.
    ///
    /// # Errors
    /// When the work could not be done.
    pub async fn verify(&self, stored: Option<&str>, secret: &str) -> Result<bool, ApiError> {
        let known = stored.is_some();
        let stored = stored.unwrap_or(&self.dummy).to_owned();
        let secret = secret.as_bytes().to_vec();
        let fits = self.run(move || verify_now(&secret, &stored)).await?;
        Ok(fits && known)
    }

    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, ApiError> {
        let here = Here::new(&self.here);
        let permit = Arc::clone(&self.permits).acquire_owned().await;
        let permit = permit.map_err(|error| ApiError::internal("password permit", &error))?;
        let done = tokio::task::spawn_blocking(move || {
            let done = work();
            drop((permit, here));
            done
        });
        done.await
            .map_err(|error| ApiError::internal("password work", &error))
    }
}

/// Counts who waits or works, also where whoever asked has gone away.
struct Here(Arc<AtomicUsize>);

impl Here {
    fn new(count: &Arc<AtomicUsize>) -> Self {
        count.fetch_add(1, Ordering::Relaxed);
        Self(Arc::clone(count))
    }
}

impl Drop for Here {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// What is stored, in PHC form: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`.
struct Stored {
    params: Params,
    salt: Vec<u8>,
    hash: Vec<u8>,
}

impl Stored {
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.strip_prefix("$argon2id$v=19$")?.split('$');
        let (costs, salt, hash) = (parts.next()?, parts.next()?, parts.next()?);
        let mut costs = costs.split(',').map(|cost| cost.split_once('='));
        let mut cost = |name: &str| {
            let (key, value) = costs.next()??;
            value.parse::<u32>().ok().filter(|_| key == name)
        };
        let params = Params::new(cost("m")?, cost("t")?, cost("p")?, Some(LENGTH)).ok()?;
        Some(Self {
            params,
            salt: BASE64.decode(salt).ok()?,
            hash: BASE64.decode(hash).ok()?,
        })
    }
}

fn argon2id(secret: &[u8], salt: &[u8], params: Params) -> Result<[u8; LENGTH], argon2::Error> {
    let mut memory: Vec<Block> = Vec::with_capacity(ROOM_KIB.max(params.block_count()));
    memory.resize(params.block_count(), Block::new());
    let mut hash = [0; LENGTH];
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon2.hash_password_into_with_memory(secret, salt, &mut hash, &mut memory)?;
    Ok(hash)
}

fn hash_now(secret: &[u8], salt: &[u8]) -> Result<String, ApiError> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, Some(LENGTH));
    let hash = params.and_then(|params| argon2id(secret, salt, params));
    let hash = hash.map_err(|error| ApiError::internal("password hash", &error))?;
    let (salt, hash) = (BASE64.encode(salt), BASE64.encode(hash));
    Ok(format!(
        "$argon2id$v=19$m={MEMORY_KIB},t={PASSES},p={LANES}${salt}${hash}"
    ))
}

fn verify_now(secret: &[u8], stored: &str) -> bool {
    let Some(stored) = Stored::parse(stored) else {
        return false;
    };
    argon2id(secret, &stored.salt, stored.params).is_ok_and(|hash| same(&hash, &stored.hash))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::SystemRng;

    #[tokio::test]
    async fn only_the_right_secret_fits_and_nobody_never_does() {
        let passwords = Passwords::new(&SystemRng).unwrap();
        let stored = passwords.hash(&SystemRng, "Mat-khau1!").await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        assert!(passwords.verify(Some(&stored), "Mat-khau1!").await.unwrap());
        assert!(!passwords.verify(Some(&stored), "Mat-khau2!").await.unwrap());
        assert!(!passwords.verify(None, "nobody").await.unwrap());
        assert!(!passwords.verify(Some("rubbish"), "x").await.unwrap());
    }

    /// Whoever comes to a full queue is told to come back, and nobody is counted who has left it.
    #[tokio::test]
    async fn the_queue_has_an_end() {
        let passwords = Passwords::new(&SystemRng).unwrap();
        let waiting: Vec<_> = (0..passwords.at_once + WAITING)
            .map(|_| Here::new(&passwords.here))
            .collect();
        let refused = passwords.room().unwrap_err();
        assert_eq!(refused.problem().code, ProblemCode::Unavailable);
        assert_eq!(refused.problem().retry_after_s, Some(COME_BACK_S));
        drop(waiting);
        passwords.room().unwrap();
        passwords.verify(None, "nobody").await.unwrap();
        assert_eq!(passwords.here.load(Ordering::Relaxed), 0);
    }

    #[test]
    fn a_hash_made_elsewhere_is_understood() {
        // The vector of the reference implementation's own test: password, somesalt, 64 MiB, two passes.
        let stored = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
        assert!(verify_now(b"password", stored));
        assert!(!verify_now(b"passwore", stored));
    }
}
