//! A file that another school sends about a student: recognised, opened, understood; or why not.
//!
//! Never says what is wrong inside of one: that would show somebody's data.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::seal::{self, Passphrase, SealError};
use crate::notebook::handover::{FORMAT, HandOver, VERSION};

/// Larger than any file of one student.
pub const LIMIT: usize = 1024 * 1024;
/// Bytes at the beginning in which the format's name stands.
pub const GLANCE: usize = 4096;

/// Why a file is not a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotOpened {
    /// It is no hand-over, or not one that can be understood.
    NotOne,
    /// A newer program wrote it.
    Newer,
    /// It is sealed, and nobody said its passphrase.
    Sealed,
    /// It is sealed and does not open.
    Seal(SealError),
}

/// Whether a file that begins like this is one, sealed or not.
pub fn is_one(start: &[u8]) -> bool {
    let name = format!("\"{FORMAT}\"");
    let glance = start.get(..GLANCE).unwrap_or(start);
    seal::is_sealed(start) || glance.windows(name.len()).any(|at| at == name.as_bytes())
}

/// Opens a file.
pub fn open(bytes: &[u8], passphrase: Option<&Passphrase>) -> Result<HandOver, NotOpened> {
    if bytes.len() > LIMIT || !is_one(bytes) {
        return Err(NotOpened::NotOne);
    }
    if !seal::is_sealed(bytes) {
        return understood(bytes);
    }
    let passphrase = passphrase.ok_or(NotOpened::Sealed)?;
    understood(&seal::open(bytes, passphrase.reveal()).map_err(NotOpened::Seal)?)
}

fn understood(plain: &[u8]) -> Result<HandOver, NotOpened> {
    let version = serde_json::from_slice::<Value>(plain).ok().and_then(|told| told.get("version")?.as_u64());
    if version.is_some_and(|version| version > u64::from(VERSION)) {
        return Err(NotOpened::Newer);
    }
    let handover: Option<HandOver> = serde_json::from_slice(plain).ok();
    handover.filter(|handover| handover.format == FORMAT).ok_or(NotOpened::NotOne)
}
