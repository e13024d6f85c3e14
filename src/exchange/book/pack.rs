//! Packed workbooks, measured before anything opens them: how many parts, and what they unpack to, counted and not believed.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::limits;
use crate::exchange::codes::{Looks, Measure, ReadError};

/// A packed file in memory.
pub type Pack<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// What a packed file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Excel since 2007.
    Xlsx,
    /// `LibreOffice`.
    Ods,
}

/// Opens a packed workbook whose every part was unpacked once and counted.
pub fn open(bytes: &[u8]) -> Result<(Kind, Pack<'_>), ReadError> {
    let Ok(mut pack) = ZipArchive::new(Cursor::new(bytes)) else {
        let workbook = has(bytes, b"xl/") || has(bytes, b"opendocument.spreadsheet");
        return Err(ReadError::NotATable(if workbook { Looks::ClosedWorkbook } else { Looks::Archive }));
    };
    let kind = kind(&mut pack).map_err(ReadError::NotATable)?;
    limits::check_book(bytes.len())?;
    limits::check(Measure::Parts, pack.len() as u64)?;
    measure(&mut pack)?;
    Ok((kind, pack))
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// What the names of the parts say.
fn kind(pack: &mut Pack<'_>) -> Result<Kind, Looks> {
    let mut mime = String::new();
    if let Ok(part) = pack.by_name("mimetype") {
        let _unreadable = part.take(100).read_to_string(&mut mime);
    }
    let has = |ending: &[u8]| pack.file_names_raw().any(|name| name.to_ascii_lowercase().ends_with(ending));
    if mime.starts_with("application/vnd.oasis.opendocument.spreadsheet") {
        Ok(Kind::Ods)
    } else if has(b"workbook.xml") {
        Ok(Kind::Xlsx)
    } else if has(b"workbook.bin") {
        // Excel's binary form, which no program of a school writes on its own.
        Err(Looks::ClosedWorkbook)
    } else if !mime.is_empty() || has(b"document.xml") || has(b"presentation.xml") {
        Err(Looks::Binary)
    } else {
        Err(Looks::Archive)
    }
}

/// Counts what the parts unpack to. What they say of themselves is enough to be refused, never to be let in.
fn measure(pack: &mut Pack<'_>) -> Result<(), ReadError> {
    let mut said = 0_u64;
    for at in 0..pack.len() {
        if let Ok(part) = pack.by_index_raw(at) {
            said = said.saturating_add(part.size());
        }
    }
    limits::check(Measure::Unpacked, said)?;
    for at in 0..pack.len() {
        let Ok(part) = pack.by_index(at) else { continue };
        let size = part.size();
        let mut part = part.take(size + 1);
        // A part that is longer than it says lies; one that cannot be unpacked is found out by whoever needs it.
        if io::copy(&mut part, &mut io::sink()).is_ok() && part.limit() == 0 {
            return Err(ReadError::NotATable(Looks::ClosedWorkbook));
        }
    }
    Ok(())
}
