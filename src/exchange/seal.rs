//! Files sealed by a passphrase, in the format `age-encryption.org/v1`: any `age` program opens them.
//!
//! Owns the format around well-kept primitives; the `age` library itself would bring 110 crates with it. Never writes a
//! file, and never says which part of a file was wrong where that would help a guesser.

use std::fmt;

use base64ct::{Base64Unpadded as Base64, Encoding};
use chacha20poly1305::{ChaCha20Poly1305, KeyInit, aead::Aead};
use hkdf::Hkdf;
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;

/// The first line of a sealed file.
const INTRO: &str = "age-encryption.org/v1\n";
/// Before the salt.
const LABEL: &[u8] = b"age-encryption.org/v1/scrypt";
/// Work of sealing: 64 MiB.
const LOG_N: u8 = 16;
/// Most work that a file may ask for when it is opened: 256 MiB.
const MOST_LOG_N: u8 = 18;
/// Bytes of a piece of the content.
const CHUNK: usize = 64 * 1024;
/// Bytes of the tag of a piece.
const TAG: usize = 16;
/// Letters of a passphrase that is taken.
pub const SHORTEST: usize = 8;

/// A passphrase on its way: never printed.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Passphrase(String);

impl Passphrase {
    /// What a person typed.
    pub fn new(typed: &str) -> Self {
        Self(typed.to_owned())
    }

    /// The letters, for sealing and opening.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// Why a file is not sealed or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum SealError {
    /// It is not sealed by a passphrase, or in a way that is not known.
    #[error("not_sealed")]
    NotSealed,
    /// Opening it would take more room than is given.
    #[error("too_costly")]
    TooCostly,
    /// Another passphrase, or a file that was changed.
    #[error("wrong_passphrase")]
    WrongPassphrase,
    /// The passphrase is right and the content is not whole.
    #[error("damaged")]
    Damaged,
    /// The system gives no random bytes.
    #[error("no_chance")]
    NoChance,
}

/// Whether a file looks sealed.
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(INTRO.as_bytes())
}

/// Seals a content.
pub fn seal(content: &[u8], passphrase: &str) -> Result<Vec<u8>, SealError> {
    seal_with(content, passphrase, LOG_N)
}

fn seal_with(content: &[u8], passphrase: &str, log_n: u8) -> Result<Vec<u8>, SealError> {
    let mut chance = [0; 48];
    getrandom::fill(&mut chance).map_err(|_no_source| SealError::NoChance)?;
    let ([salt, key, nonce], []) = chance.as_chunks::<16>() else { return Err(SealError::NoChance) };
    let wrap = wrapping_key(passphrase, salt, log_n)?;
    let body = cipher(&wrap).encrypt(&[0; 12].into(), key.as_slice()).map_err(|_never| SealError::Damaged)?;
    let salt = Base64::encode_string(salt);
    let head = format!("{INTRO}-> scrypt {salt} {log_n}\n{}\n---", Base64::encode_string(&body));
    let mac = Base64::encode_string(&mac(key, head.as_bytes())?.finalize().into_bytes());
    let mut sealed = format!("{head} {mac}\n").into_bytes();
    sealed.extend_from_slice(nonce);
    let cipher = cipher(&derive(key, nonce, b"payload")?);
    let last = content.len().div_ceil(CHUNK).max(1) - 1;
    for at in 0..=last {
        let piece = content.get(at * CHUNK..((at + 1) * CHUNK).min(content.len())).unwrap_or_default();
        let nonce = counter(at, at == last).into();
        sealed.extend(cipher.encrypt(&nonce, piece).map_err(|_never| SealError::Damaged)?);
    }
    Ok(sealed)
}

/// Opens what [`seal`], or any `age` program, has sealed by a passphrase.
pub fn open(sealed: &[u8], passphrase: &str) -> Result<Vec<u8>, SealError> {
    let Head { salt, log_n, body, mac_of, mac: given, rest } = head(sealed).ok_or(SealError::NotSealed)?;
    if log_n > MOST_LOG_N {
        return Err(SealError::TooCostly);
    }
    let wrap = wrapping_key(passphrase, &salt, log_n)?;
    let key = cipher(&wrap).decrypt(&[0; 12].into(), body.as_slice()).map_err(|_other| SealError::WrongPassphrase)?;
    mac(&key, mac_of)?.verify_slice(&given).map_err(|_changed| SealError::WrongPassphrase)?;
    let (nonce, pieces) = rest.split_at_checked(16).ok_or(SealError::Damaged)?;
    let cipher = cipher(&derive(&key, nonce, b"payload")?);
    let mut content = Vec::with_capacity(pieces.len());
    let last = pieces.len().div_ceil(CHUNK + TAG).max(1) - 1;
    for (at, piece) in pieces.chunks(CHUNK + TAG).enumerate() {
        let nonce = counter(at, at == last).into();
        let piece = cipher.decrypt(&nonce, piece).map_err(|_changed| SealError::Damaged)?;
        // Only a content that is empty as a whole ends with an empty piece.
        if piece.is_empty() && at > 0 {
            return Err(SealError::Damaged);
        }
        content.extend(piece);
    }
    if pieces.is_empty() { Err(SealError::Damaged) } else { Ok(content) }
}

struct Head<'s> {
    salt: Vec<u8>,
    log_n: u8,
    body: Vec<u8>,
    /// What the code of the head is computed over.
    mac_of: &'s [u8],
    mac: Vec<u8>,
    rest: &'s [u8],
}

/// The head of a file with one passphrase and nothing else.
fn head(sealed: &[u8]) -> Option<Head<'_>> {
    let after = sealed.strip_prefix(INTRO.as_bytes())?;
    let (stanza, after) = line(after)?;
    let (body, after) = line(after)?;
    let (code, rest) = line(after)?;
    let (salt, log_n) = stanza.strip_prefix("-> scrypt ")?.split_once(' ')?;
    let is_number = !log_n.starts_with('0') && log_n.bytes().all(|byte| byte.is_ascii_digit());
    let salt = Base64::decode_vec(salt).ok().filter(|salt| salt.len() == 16)?;
    let mac_end = sealed.len() - after.len() + "---".len();
    Some(Head {
        salt,
        log_n: log_n.parse().ok().filter(|_| is_number)?,
        body: Base64::decode_vec(body).ok().filter(|body| body.len() == 32)?,
        mac_of: sealed.get(..mac_end)?,
        mac: Base64::decode_vec(code.strip_prefix("--- ")?).ok()?,
        rest,
    })
}

/// The text of a line, and what comes after it.
fn line(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = bytes.iter().take(128).position(|byte| *byte == b'\n')?;
    let (line, rest) = bytes.split_at(end);
    Some((std::str::from_utf8(line).ok()?, rest.get(1..)?))
}

/// The key that a passphrase gives. Letters with accents are the same however a keyboard composes them.
fn wrapping_key(passphrase: &str, salt: &[u8], log_n: u8) -> Result<[u8; 32], SealError> {
    let composed: String = passphrase.nfc().collect();
    let work = scrypt::Params::new(log_n, 8, 1).map_err(|_invalid| SealError::NotSealed)?;
    let mut key = [0; 32];
    scrypt::scrypt(composed.as_bytes(), &[LABEL, salt].concat(), &work, &mut key)
        .map_err(|_never| SealError::NotSealed)?;
    Ok(key)
}

fn cipher(key: &[u8; 32]) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&(*key).into())
}

fn derive(key: &[u8], salt: &[u8], info: &[u8]) -> Result<[u8; 32], SealError> {
    let mut derived = [0; 32];
    Hkdf::<Sha256>::new(Some(salt), key).expand(info, &mut derived).map_err(|_never| SealError::Damaged)?;
    Ok(derived)
}

fn mac(key: &[u8], head: &[u8]) -> Result<Hmac<Sha256>, SealError> {
    let key = derive(key, &[], b"header")?;
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(&key).map_err(|_never| SealError::Damaged)?;
    mac.update(head);
    Ok(mac)
}

/// The nonce of a piece: its number, and whether it is the last.
fn counter(at: usize, is_last: bool) -> [u8; 12] {
    let mut nonce = [0; 12];
    for (byte, of) in nonce.iter_mut().skip(3).zip((at as u64).to_be_bytes()) {
        *byte = of;
    }
    if let Some(last) = nonce.last_mut() {
        *last = u8::from(is_last);
    }
    nonce
}

#[cfg(test)]
mod tests;
