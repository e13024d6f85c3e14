//! Ids of items: random, stable for ever, never derived from a name or a RUN.
//!
//! Owns their text form and their making. Never reads the clock: whoever asks for an id says what time it is.

use std::{borrow::Cow, cmp::Ordering, fmt, hash, marker::PhantomData};

use chrono::{DateTime, Utc};
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// The id of an item of kind `T`: a UUID, version 7 where this program made it, so that ids sort by age.
pub struct Id<T> {
    uuid: Uuid,
    kind: PhantomData<fn() -> T>,
}

/// Letters and digits that nobody mistakes for one another when they are read aloud.
const CODE_LETTERS: &[u8; 32] = b"23456789abcdefghjkmnpqrstuvwxyz0";

impl<T> Id<T> {
    /// Takes a UUID as the id of a `T`.
    pub const fn new(uuid: Uuid) -> Self {
        Self { uuid, kind: PhantomData }
    }

    /// The UUID.
    pub const fn uuid(self) -> Uuid {
        self.uuid
    }

    /// A short code of `length` characters, the same in every session: enough to tell students of one school apart.
    pub fn short(self, length: usize) -> String {
        self.letters().take(length).collect()
    }

    /// The letters of the short code, without end.
    pub fn letters(self) -> impl Iterator<Item = char> {
        let mut bits = self.uuid.as_u128();
        std::iter::repeat_with(move || {
            let letter = CODE_LETTERS.get((bits & 31) as usize).copied().unwrap_or(b'0');
            bits >>= 5;
            char::from(letter)
        })
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.uuid == other.uuid
    }
}
impl<T> Eq for Id<T> {}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.uuid.cmp(&other.uuid)
    }
}
impl<T> hash::Hash for Id<T> {
    fn hash<H: hash::Hasher>(&self, state: &mut H) {
        self.uuid.hash(state);
    }
}
impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.uuid)
    }
}
impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.uuid)
    }
}
impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.uuid.serialize(serializer)
    }
}
impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Uuid::deserialize(deserializer).map(Self::new)
    }
}
impl<T> JsonSchema for Id<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }
    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Uuid::json_schema(generator)
    }
}

/// Where new ids come from.
#[derive(Debug, Clone)]
pub enum Ids {
    /// Random, for real work.
    Random,
    /// From a seed, for the practice alliance and for tests: the same seed gives the same ids.
    Seeded(u64),
}

impl Ids {
    /// Ids for somebody who works beside: they never meet those that are made here.
    #[must_use]
    pub fn apart(&mut self) -> Self {
        match self {
            Self::Random => Self::Random,
            Self::Seeded(state) => Self::Seeded(mix(state)),
        }
    }

    /// Makes the next id; `now` gives its place among the others.
    pub fn next<T>(&mut self, now: DateTime<Utc>) -> Id<T> {
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
        let random = match self {
            Self::Random => *Uuid::new_v4().as_bytes(),
            Self::Seeded(state) => {
                let high = u128::from(mix(state)) << 64;
                (high | u128::from(mix(state))).to_be_bytes()
            }
        };
        let mut tail = [0; 10];
        for (to, from) in tail.iter_mut().zip(random) {
            *to = from;
        }
        // The short code reads the lowest bits: they must be random too, also where the version-4 marks stood.
        tail.rotate_left(3);
        Id::new(uuid::Builder::from_unix_timestamp_millis(millis, &tail).into_uuid())
    }
}

/// One step of splitmix64: a well-mixed sequence from any seed.
fn mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn moment() -> DateTime<Utc> {
        DateTime::from_timestamp(1_600_000_000, 0).unwrap()
    }

    #[test]
    fn the_same_seed_gives_the_same_alliance() {
        let (mut a, mut b) = (Ids::Seeded(7), Ids::Seeded(7));
        assert_eq!(a.next::<()>(moment()), b.next::<()>(moment()));
    }

    #[test]
    fn two_students_are_told_apart_by_their_code() {
        let mut ids = Ids::Seeded(1);
        let codes: BTreeSet<String> = (0..1000).map(|_| ids.next::<()>(moment()).short(5)).collect();
        assert_eq!(codes.len(), 1000);
    }

    #[test]
    fn real_ids_never_meet_and_sort_by_age() {
        let mut ids = Ids::Random;
        let first: Id<()> = ids.next(moment());
        let second: Id<()> = ids.next(moment() + chrono::Duration::seconds(1));
        assert!(first < second);
        assert_ne!(first.short(3), String::new());
    }
}
