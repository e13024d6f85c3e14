//! Packed workbooks, measured before anything opens them: how many parts, and what they unpack to, counted and not believed.

use std::io::{self, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::read::ZipFile;

use super::limits;
use super::xml;
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
        // Excel's binary form: what reads it here may reserve what the file asks for.
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
        let (name, size) = (part.name_raw().to_ascii_lowercase(), part.size());
        let mut part = part.take(size + 1);
        guard(&name, &mut part)?;
        // A part that is longer than it says lies; one that cannot be unpacked is found out by whoever needs it.
        if io::copy(&mut part, &mut io::sink()).is_ok() && part.limit() == 0 {
            return Err(ReadError::NotATable(Looks::ClosedWorkbook));
        }
    }
    Ok(())
}

/// Fonts and formats of a workbook; Excel allows 65,490 formats.
const STYLES: u64 = 8 * 1024 * 1024;
/// Bytes of the names of fonts and formats once each format has its own copy.
const STYLE_COPIES: usize = 64 * 1024 * 1024;

/// What calamine would reserve for on the word of the file: room for the texts that it announces, and a copy of each font
/// for each format.
fn guard(name: &[u8], part: &mut impl Read) -> Result<(), ReadError> {
    if name.ends_with(b"sharedstrings.xml") {
        limits::check(Measure::Cells, announced_texts(part))
    } else if name.ends_with(b"styles.xml") {
        let mut style = Vec::new();
        let read = part.by_ref().take(STYLES + 1).read_to_end(&mut style);
        let copies = style.windows(2).filter(|window| window == b"xf").count();
        let longest = style.split(|byte| matches!(byte, b'"' | b'\'' | b'<')).map(<[u8]>::len).max().unwrap_or(0);
        let too_many = read.is_ok() && (style.len() as u64 > STYLES || copies.saturating_mul(longest) > STYLE_COPIES);
        limits::check(Measure::Unpacked, if too_many { u64::MAX } else { 0 })
    } else {
        Ok(())
    }
}

/// How many texts a table of texts says that it has.
fn announced_texts(part: &mut impl Read) -> u64 {
    let mut reader = Reader::from_reader(BufReader::new(part));
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start) | Event::Empty(start)) if start.local_name().as_ref() == "sst" => {
                return xml::attribute(&start, "uniqueCount").map_or(0, |count| count.trim().parse().unwrap_or(0));
            }
            Ok(Event::Eof) | Err(_) => return 0,
            Ok(_) => {}
        }
    }
}

/// A part by its name.
pub fn part<'p, 'b>(pack: &'p mut Pack<'b>, name: &str) -> Option<ZipFile<'p, Cursor<&'b [u8]>>> {
    pack.by_name(name).ok()
}
