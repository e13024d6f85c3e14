//! The hash by which a file is known again: SHA-256 of its bytes.

use std::{fmt, io};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use sha2::{Digest, Sha256};

/// A SHA-256.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha([u8; 32]);

impl Sha {
    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self::of_parts(&[bytes])
    }

    /// The hash of several pieces, one after another.
    pub fn of_parts(parts: &[&[u8]]) -> Self {
        let mut hasher = Sha256::new();
        for part in parts {
            hasher.update(part);
        }
        Self(hasher.finalize().into())
    }

    /// The hash and the number of the bytes that `write` writes, without keeping them.
    pub fn of_written<E>(write: impl FnOnce(&mut dyn io::Write) -> Result<(), E>) -> Result<(Self, u64), E> {
        let mut counted = Counted { hasher: Sha256::new(), bytes: 0 };
        write(&mut counted)?;
        Ok((Self(counted.hasher.finalize().into()), counted.bytes))
    }

    /// The first eight bytes, which tell apart what a journal holds.
    pub fn first_bits(self) -> [u8; 8] {
        let mut bits = [0; 8];
        for (to, from) in bits.iter_mut().zip(self.0) {
            *to = from;
        }
        bits
    }

    /// The first eight hexadecimal digits, for the name of a file.
    pub fn short(self) -> String {
        self.to_string().chars().take(8).collect()
    }
}

struct Counted {
    hasher: Sha256,
    bytes: u64,
}

impl io::Write for Counted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.hasher.update(bytes);
        self.bytes += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl fmt::Display for Sha {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Sha {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.short())
    }
}

impl Serialize for Sha {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Sha {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        bytes_of_hex(text.as_bytes()).map(Self).ok_or_else(|| D::Error::custom("not a SHA-256"))
    }
}

/// Bytes from exactly as many pairs of hexadecimal digits, in small letters as this program writes them.
pub(super) fn bytes_of_hex<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    if text.len() != 2 * N {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
        let digit = |c: &u8| match c {
            b'0'..=b'9' => Some(c - b'0'),
            b'a'..=b'f' => Some(c - b'a' + 10),
            _ => None,
        };
        *byte = digit(pair.first()?)? << 4 | digit(pair.last()?)?;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_the_hash_that_every_other_tool_shows() {
        let sha = Sha::of(b"abc");
        assert_eq!(sha.to_string(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(sha, Sha::of_parts(&[b"a", b"", b"bc"]));
        assert_eq!(Sha::of_written(|out| out.write_all(b"ab").and_then(|()| out.write_all(b"c"))).unwrap(), (sha, 3));
        assert_eq!(serde_json::from_str::<Sha>(&serde_json::to_string(&sha).unwrap()).unwrap(), sha);
        assert!(serde_json::from_str::<Sha>("\"ba78\"").is_err());
        assert_eq!((bytes_of_hex::<1>(b"g0"), bytes_of_hex::<1>(b"A0")), (None, None));
    }
}
