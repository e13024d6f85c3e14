//! From the bytes of a file to its text: which encoding, and whether it is text at all.
//! Never opens more than [`LIMIT`] bytes and never takes a workbook or an image for a table.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::parsed::{Looks, ReadError};

/// The largest file that is read at once: a month of a whole region is about 30 MiB.
pub const LIMIT: u64 = 64 * 1024 * 1024;

/// How the letters of a file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Encoding {
    /// UTF-8, with or without byte-order mark.
    Utf8,
    /// Windows-1252, which contains Latin-1: the Ministry's files until 2017 and every second one after.
    Windows1252,
    /// UTF-16, little end first: Excel's "Unicode text".
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
}

impl Encoding {
    /// The stable name that other programs rely on.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Windows1252 => "windows-1252",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
        }
    }
}

/// The text of a file.
#[derive(Debug)]
pub struct Text<'b> {
    /// The letters, without byte-order mark.
    pub text: Cow<'b, str>,
    /// How they were written.
    pub encoding: Encoding,
    /// Whether some of them could not be read.
    pub lossy: bool,
}

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

/// Reads the bytes of a file of at most [`LIMIT`] bytes.
pub fn load(path: &Path) -> Result<Vec<u8>, LoadError> {
    let file = File::open(path)?;
    let size = file.metadata()?.len();
    check_size(size)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    // A pipe or a growing file tells no size beforehand.
    file.take(LIMIT + 1).read_to_end(&mut bytes)?;
    check_size(bytes.len() as u64)?;
    Ok(bytes)
}

fn check_size(bytes: u64) -> Result<(), ReadError> {
    if bytes > LIMIT {
        return Err(ReadError::TooLarge { bytes, limit: LIMIT });
    }
    Ok(())
}

/// The text of `bytes`: a byte-order mark decides, then valid UTF-8, and what is left is Windows-1252.
pub fn decode(bytes: &[u8]) -> Result<Text<'_>, ReadError> {
    check_size(bytes.len() as u64)?;
    if let Some(looks) = not_text(bytes) {
        return Err(ReadError::NotATable(looks));
    }
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(UTF_16LE, rest, Encoding::Utf16Le),
        [0xFE, 0xFF, rest @ ..] => utf16(UTF_16BE, rest, Encoding::Utf16Be),
        [0xEF, 0xBB, 0xBF, rest @ ..] => eight_bit(rest, true),
        _ => eight_bit(bytes, false),
    };
    if text.text.trim().is_empty() {
        return Err(ReadError::EmptyFile);
    }
    if text.text.as_bytes().contains(&0) {
        return Err(ReadError::NotATable(Looks::Binary));
    }
    if text.text.trim_start().starts_with('<') {
        return Err(ReadError::NotATable(Looks::WebPage));
    }
    Ok(text)
}

fn utf16<'b>(how: &'static encoding_rs::Encoding, bytes: &'b [u8], encoding: Encoding) -> Text<'b> {
    let (text, lossy) = how.decode_without_bom_handling(bytes);
    Text { text, encoding, lossy }
}

fn eight_bit(bytes: &[u8], announced: bool) -> Text<'_> {
    let error = match str::from_utf8(bytes) {
        Ok(text) => return Text { text: Cow::Borrowed(text), encoding: Encoding::Utf8, lossy: false },
        Err(error) => error,
    };
    let whole = bytes.get(..error.valid_up_to()).unwrap_or_default();
    // A download cut inside its last letter is still UTF-8 when it has such letters before.
    let cut = error.error_len().is_none() && !whole.is_ascii();
    if announced || cut {
        return Text { text: String::from_utf8_lossy(bytes), encoding: Encoding::Utf8, lossy: true };
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    Text { text, encoding: Encoding::Windows1252, lossy: false }
}

/// What the first bytes of other files are.
const SIGNATURES: &[(&[u8], Looks)] = &[
    (b"\xD0\xCF\x11\xE0", Looks::Workbook),
    (b"Rar!\x1A\x07", Looks::Archive),
    (b"\x1F\x8B", Looks::Archive),
    (b"\x89PNG", Looks::Binary),
    (b"%PDF-", Looks::Binary),
];

fn not_text(bytes: &[u8]) -> Option<Looks> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(inside_zip(bytes));
    }
    let known = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start));
    known.map(|(_, looks)| *looks)
}

/// A workbook is a ZIP whose names of parts stand readable in it.
fn inside_zip(bytes: &[u8]) -> Looks {
    let has = |part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    if has(b"xl/") || has(b"opendocument.spreadsheet") { Looks::Workbook } else { Looks::Archive }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Encoding) {
        let text = decode(bytes).unwrap();
        (text.text.into_owned(), text.encoding)
    }

    #[test]
    fn each_encoding_keeps_the_accents_of_a_name() {
        let word = "Peñalolén;Ñ";
        let le: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = word.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(word.as_bytes()), (word.into(), Encoding::Utf8));
        assert_eq!(read(&[b"\xEF\xBB\xBF", word.as_bytes()].concat()), (word.into(), Encoding::Utf8));
        assert_eq!(read(b"Pe\xF1alol\xE9n;\xD1"), (word.into(), Encoding::Windows1252));
        assert_eq!(read(&[b"\xFF\xFE", le.as_slice()].concat()), (word.into(), Encoding::Utf16Le));
        assert_eq!(read(&[b"\xFE\xFF", be.as_slice()].concat()), (word.into(), Encoding::Utf16Be));
    }

    #[test]
    fn a_file_cut_inside_its_last_letter_stays_utf8_and_says_so() {
        let text = decode(b"Mu\xC3\xB1oz;N\xC3").unwrap();
        assert_eq!((text.encoding, text.lossy), (Encoding::Utf8, true));
        assert!(text.text.starts_with("Muñoz;N"));
        // Without a letter of UTF-8 before it, the last byte is a Latin-1 letter.
        assert_eq!(read(b"RUN;\xD1"), ("RUN;Ñ".into(), Encoding::Windows1252));
    }

    #[test]
    fn what_is_not_a_table_is_named_so_that_a_person_knows_what_to_do() {
        let looks = |bytes: &[u8]| decode(bytes).unwrap_err();
        assert_eq!(looks(b"\x89PNG\r\n\x1A\n..."), ReadError::NotATable(Looks::Binary));
        assert_eq!(looks(b"PK\x03\x04....xl/workbook.xml"), ReadError::NotATable(Looks::Workbook));
        assert_eq!(looks(b"PK\x03\x04....datos.csv"), ReadError::NotATable(Looks::Archive));
        assert_eq!(looks(b"Rar!\x1A\x07\x01"), ReadError::NotATable(Looks::Archive));
        assert_eq!(looks(b"\xD0\xCF\x11\xE0\xA1"), ReadError::NotATable(Looks::Workbook));
        assert_eq!(looks(b"RBD;MRUN\n1;\0"), ReadError::NotATable(Looks::Binary));
        assert_eq!(looks(b"\n <html><table>"), ReadError::NotATable(Looks::WebPage));
        assert_eq!(looks(b""), ReadError::EmptyFile);
        assert_eq!(looks(b"\xEF\xBB\xBF \r\n"), ReadError::EmptyFile);
    }

    #[test]
    fn a_file_larger_than_the_limit_is_refused_before_it_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large.csv");
        File::create(&path).unwrap().set_len(LIMIT + 1).unwrap();
        let error = load(&path).unwrap_err();
        assert!(matches!(error, LoadError::Refused(ReadError::TooLarge { bytes, limit: LIMIT }) if bytes == LIMIT + 1));
    }
}
