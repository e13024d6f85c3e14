//! From the bytes of a file to what it is, by its content alone, and to its letters where it is text.
//! Never opens more than [`limits::BYTES`] bytes and never takes an image for a table.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::limits;
use super::mojibake;
use crate::exchange::codes::Encoding;
use crate::exchange::codes::{Looks, Measure, ReadError};

/// Why the bytes of a file could not be had.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The system refused.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The file is not one that is read.
    #[error(transparent)]
    Refused(#[from] ReadError),
}

impl LoadError {
    /// The stable name that other programs rely on.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Refused(error) => error.code(),
            Self::Io(error) => match error.kind() {
                io::ErrorKind::NotFound => "file_not_found",
                io::ErrorKind::PermissionDenied => "file_not_allowed",
                io::ErrorKind::IsADirectory => "file_is_folder",
                _ => "file_unreadable",
            },
        }
    }
}

/// Reads the bytes of a file of at most [`limits::BYTES`] bytes.
pub fn load(path: &Path) -> Result<Vec<u8>, LoadError> {
    let file = File::open(path)?;
    let size = file.metadata()?.len();
    limits::check(Measure::Bytes, size)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    // A pipe or a growing file tells no size beforehand.
    file.take(limits::BYTES + 1).read_to_end(&mut bytes)?;
    limits::check(Measure::Bytes, bytes.len() as u64)?;
    Ok(bytes)
}

/// What the first bytes say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A ZIP, perhaps a workbook.
    Packed,
    /// The shell of Excel's files before 2007, and of workbooks with a password.
    Compound,
    /// Text of some kind.
    Text,
    /// Something that holds no table.
    Other(Looks),
}

/// What the first bytes of other files are.
const SIGNATURES: &[(&[u8], Shape)] = &[
    (b"PK\x03\x04", Shape::Packed),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Shape::Compound),
    (b"PK\x05\x06", Shape::Other(Looks::Archive)),
    (b"Rar!\x1A\x07", Shape::Other(Looks::Archive)),
    (b"\x1F\x8B", Shape::Other(Looks::Archive)),
    (b"7z\xBC\xAF\x27\x1C", Shape::Other(Looks::Archive)),
    (b"BZh", Shape::Other(Looks::Archive)),
    (b"\xFD7zXZ", Shape::Other(Looks::Archive)),
    (b"\x28\xB5\x2F\xFD", Shape::Other(Looks::Archive)),
    (b"\x89PNG", Shape::Other(Looks::Binary)),
    (b"\xFF\xD8\xFF", Shape::Other(Looks::Binary)),
    (b"GIF8", Shape::Other(Looks::Binary)),
    (b"%PDF-", Shape::Other(Looks::Binary)),
    (b"{\\rtf", Shape::Other(Looks::Binary)),
];

/// What a file is.
pub fn shape(bytes: &[u8]) -> Shape {
    let known = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start));
    known.map_or(Shape::Text, |(_, shape)| *shape)
}

/// The letters of a file.
#[derive(Debug)]
pub struct Letters<'b> {
    /// The letters, without byte-order mark.
    pub text: Cow<'b, str>,
    /// How they were written.
    pub encoding: Encoding,
    /// Whether some of them could not be read.
    pub lost: bool,
    /// Whether broken ones were put together again.
    pub mojibake: bool,
}

/// The letters of `bytes`: a byte-order mark decides, then zeros in every second place, then valid UTF-8, and what is left
/// is Windows-1252. What a page says about its own encoding plays no part: it is often wrong, and the bytes cannot be.
pub fn letters(bytes: &[u8]) -> Result<Letters<'_>, ReadError> {
    let (text, encoding, lossy) = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(Encoding::Utf16Le, rest),
        [0xFE, 0xFF, rest @ ..] => utf16(Encoding::Utf16Be, rest),
        [0xEF, 0xBB, 0xBF, rest @ ..] => eight_bit(rest, true),
        _ => match zeros(bytes) {
            Some(encoding) => utf16(encoding, bytes),
            None => eight_bit(bytes, false),
        },
    };
    if text.trim().is_empty() {
        return Err(ReadError::EmptyFile);
    }
    if is_binary(&text) {
        return Err(ReadError::NotATable(Looks::Binary));
    }
    let lost = lossy || text.contains(char::REPLACEMENT_CHARACTER);
    let repaired = mojibake::repair(text);
    Ok(Letters { text: repaired.text, encoding, lost: lost || repaired.lost, mojibake: repaired.changed })
}

type Decoded<'b> = (Cow<'b, str>, Encoding, bool);

fn utf16(encoding: Encoding, bytes: &[u8]) -> Decoded<'_> {
    let how = if encoding == Encoding::Utf16Le { UTF_16LE } else { UTF_16BE };
    let (text, lossy) = how.decode_without_bom_handling(bytes);
    (text, encoding, lossy)
}

fn eight_bit(bytes: &[u8], announced: bool) -> Decoded<'_> {
    let error = match str::from_utf8(bytes) {
        Ok(text) => return (Cow::Borrowed(text), Encoding::Utf8, false),
        Err(error) => error,
    };
    let whole = bytes.get(..error.valid_up_to()).unwrap_or_default();
    // A download cut inside its last letter is still UTF-8 when it has such letters before.
    let cut = error.error_len().is_none() && !whole.is_ascii();
    if announced || cut {
        return (String::from_utf8_lossy(bytes), Encoding::Utf8, true);
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    (text, Encoding::Windows1252, false)
}

/// Bytes that are looked at to know UTF-16 without its mark.
const SAMPLE: usize = 2048;

/// UTF-16 without its mark: Spanish written that way has a zero in every second place, and none in the others.
fn zeros(bytes: &[u8]) -> Option<Encoding> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let (pairs, _) = sample.as_chunks::<2>();
    let count = |zero_at: usize| pairs.iter().filter(|pair| pair.get(zero_at) == Some(&0)).count();
    let (first, second) = (count(0), count(1));
    let most = pairs.len() * 3 / 4;
    match (first, second) {
        (0, second) if second > most && second > 1 => Some(Encoding::Utf16Le),
        (first, 0) if first > most && first > 1 => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// No text has a NUL, and none has one letter in ten of the kind that only steers machines.
fn is_binary(text: &str) -> bool {
    let steers = |byte: &&u8| **byte < 0x20 && !matches!(**byte, b'\t' | b'\n' | b'\r' | 0x0B | 0x0C | 0x1A);
    let sample = text.as_bytes().get(..SAMPLE).unwrap_or(text.as_bytes());
    text.as_bytes().contains(&0) || sample.iter().filter(steers).count() * 10 > sample.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Encoding) {
        let found = letters(bytes).unwrap();
        (found.text.into_owned(), found.encoding)
    }

    fn utf16(text: &str) -> (Vec<u8>, Vec<u8>) {
        let each = |how: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(how).collect();
        (each(u16::to_le_bytes), each(u16::to_be_bytes))
    }

    #[test]
    fn each_encoding_keeps_the_accents_of_a_name() {
        let word = "Peñalolén;Ñ";
        let (le, be) = utf16(word);
        assert_eq!(read(word.as_bytes()), (word.into(), Encoding::Utf8));
        assert_eq!(read(&[b"\xEF\xBB\xBF", word.as_bytes()].concat()), (word.into(), Encoding::Utf8));
        assert_eq!(read(b"Pe\xF1alol\xE9n;\xD1"), (word.into(), Encoding::Windows1252));
        assert_eq!(read(&[b"\xFF\xFE", le.as_slice()].concat()), (word.into(), Encoding::Utf16Le));
        assert_eq!(read(&[b"\xFE\xFF", be.as_slice()].concat()), (word.into(), Encoding::Utf16Be));
    }

    #[test]
    fn a_unicode_text_that_lost_its_mark_is_read_all_the_same() {
        let word = "RUN\tNombre\r\n1-9\tÑancupil";
        let (le, be) = utf16(word);
        assert_eq!(read(&le), (word.into(), Encoding::Utf16Le));
        assert_eq!(read(&be), (word.into(), Encoding::Utf16Be));
    }

    #[test]
    fn a_right_text_of_utf8_is_not_copied() {
        let found = letters("Muñoz;Núñez;SÃO".as_bytes()).unwrap();
        assert!(matches!(found.text, Cow::Borrowed(_)) && !found.mojibake && !found.lost);
    }

    #[test]
    fn a_file_cut_inside_its_last_letter_stays_utf8_and_says_so() {
        let found = letters(b"Mu\xC3\xB1oz;N\xC3").unwrap();
        assert_eq!((found.encoding, found.lost), (Encoding::Utf8, true));
        assert!(found.text.starts_with("Muñoz;N"));
        // Without a letter of UTF-8 before it, the last byte is a Latin-1 letter.
        assert_eq!(read(b"RUN;\xD1"), ("RUN;Ñ".into(), Encoding::Windows1252));
    }

    #[test]
    fn what_holds_no_table_is_named_so_that_a_person_knows_what_to_do() {
        assert_eq!(shape(b"\x89PNG\r\n\x1A\n..."), Shape::Other(Looks::Binary));
        assert_eq!(shape(b"%PDF-1.7"), Shape::Other(Looks::Binary));
        assert_eq!(shape(b"Rar!\x1A\x07\x01"), Shape::Other(Looks::Archive));
        assert_eq!(shape(b"\x1F\x8B\x08"), Shape::Other(Looks::Archive));
        assert_eq!(shape(b"RUN;Nombre"), Shape::Text);
        assert_eq!(letters(b"RBD;MRUN\n1;\0").unwrap_err(), ReadError::NotATable(Looks::Binary));
        assert_eq!(letters(b"\x01\x02\x03\x04\x05\x06abc").unwrap_err(), ReadError::NotATable(Looks::Binary));
        assert_eq!(letters(b"").unwrap_err(), ReadError::EmptyFile);
        assert_eq!(letters(b"\xEF\xBB\xBF \r\n").unwrap_err(), ReadError::EmptyFile);
    }

    #[test]
    fn a_national_file_is_refused_before_it_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("nacional.csv");
        File::create(&path).unwrap().set_len(700 * 1024 * 1024).unwrap();
        let error = load(&path).unwrap_err();
        let LoadError::Refused(ReadError::TooLarge(large)) = error else { panic!("{error:?}") };
        assert_eq!((large.what, large.limit), (Measure::Bytes, limits::BYTES));
    }
}
