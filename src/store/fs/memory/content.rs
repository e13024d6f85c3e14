//! The bytes of a file on the simulated disk, and what a power cut leaves of a write.
//!
//! Owns the bytes, as programs see them and as the medium holds them. Never decides which of the two is found.

use std::{
    hash::{DefaultHasher, Hasher},
    sync::{Arc, OnceLock},
};

/// Bytes that copies of a disk share; their hash is counted once.
#[derive(Debug, Clone, Default)]
pub(super) struct Bytes {
    bytes: Vec<u8>,
    hash: OnceLock<u64>,
}

impl Bytes {
    pub(super) fn of(bytes: Vec<u8>) -> Arc<Self> {
        Arc::new(Self { bytes, hash: OnceLock::new() })
    }

    pub(super) fn get(&self) -> &[u8] {
        &self.bytes
    }

    /// The bytes, to be changed.
    pub(super) fn change(&mut self) -> &mut Vec<u8> {
        self.hash = OnceLock::new();
        &mut self.bytes
    }

    pub(super) fn hash(&self) -> u64 {
        *self.hash.get_or_init(|| {
            let mut hasher = DefaultHasher::new();
            hasher.write(&self.bytes);
            hasher.finish()
        })
    }
}

#[derive(Debug, Clone, Default)]
pub(super) struct Content {
    /// As programs read it.
    pub(super) visible: Arc<Bytes>,
    /// As the medium certainly holds it.
    pub(super) held: Arc<Bytes>,
    /// The length up to which room was kept.
    pub(super) reserved: u64,
}

impl Content {
    pub(super) fn settled(bytes: Arc<Bytes>) -> Self {
        Self { visible: Arc::clone(&bytes), held: bytes, reserved: 0 }
    }
}

/// How a change on its way survived a power cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Survival {
    /// Not at all.
    Lost,
    /// Whole.
    Whole,
    /// Of a write, the first half.
    FirstHalf,
    /// Of a write, all but the last byte.
    AllButOne,
    /// Of a write, the second half; the first is zeros.
    SecondHalf,
    /// Of a write, the length; the bytes are zeros.
    Zeros,
}

/// Writes what has survived of a write.
pub(super) fn overlay(held: &mut Vec<u8>, at: usize, bytes: &[u8], survival: Survival) {
    let half = bytes.len() / 2;
    let (length, zeros) = match survival {
        Survival::Lost => return,
        Survival::Whole => (bytes.len(), 0),
        Survival::FirstHalf => (half, 0),
        Survival::AllButOne => (bytes.len().saturating_sub(1), 0),
        Survival::SecondHalf => (bytes.len(), half),
        Survival::Zeros => (bytes.len(), bytes.len()),
    };
    if held.len() < at + length {
        held.resize(at + length, 0);
    }
    for (place, (to, from)) in held.iter_mut().skip(at).zip(bytes).take(length).enumerate() {
        *to = if place < zeros { 0 } else { *from };
    }
}
