//! What all sheets of an old workbook share: their names and places, formats, the table of texts.

use std::collections::BTreeMap;

use encoding_rs::{Encoding, WINDOWS_1252};

use super::super::number::{Epoch, Shown};
use super::super::xml;
use super::check_texts;
use super::record::{self, Record};
use crate::exchange::codes::ReadError;

/// A sheet that holds cells.
#[derive(Debug)]
pub struct Listed {
    /// Its name.
    pub name: String,
    /// Whether it is hidden, or very hidden.
    pub hidden: bool,
    /// Where its records begin.
    pub at: usize,
}

/// What all sheets share.
#[derive(Debug)]
pub struct Globals {
    /// From which day dates count.
    pub epoch: Epoch,
    /// The sheets in their order.
    pub sheets: Vec<Listed>,
    /// Texts are of 16 bits (since Excel 97), or in a code page.
    wide: bool,
    page: &'static Encoding,
    formats: BTreeMap<u16, Shown>,
    cell_formats: Vec<u16>,
    strings: Vec<String>,
}

impl Globals {
    /// Reads the first records of a workbook.
    pub fn read(stream: &[u8]) -> Result<Self, ReadError> {
        let mut globals = Self {
            epoch: Epoch::Of1900,
            sheets: Vec::new(),
            wide: true,
            page: WINDOWS_1252,
            formats: BTreeMap::new(),
            cell_formats: Vec::new(),
            strings: Vec::new(),
        };
        let mut records = record::records(stream, 0).peekable();
        while let Some(record) = records.next() {
            match record.kind {
                record::EOF => return Ok(globals),
                // Closed by a password: what follows is noise.
                record::FILEPASS => return Err(xml::DAMAGED),
                record::SST => {
                    let mut pieces = vec![record.data];
                    while let Some(more) = records.next_if(|next| next.kind == record::CONTINUE) {
                        pieces.push(more.data);
                    }
                    globals.strings = strings(&pieces)?;
                }
                _ => globals.take(record)?,
            }
        }
        Err(xml::DAMAGED)
    }

    fn take(&mut self, record: Record<'_>) -> Result<(), ReadError> {
        match record.kind {
            record::BOF => self.wide = record.u16(0) != Some(0x0500),
            record::DATEMODE if record.u16(0) == Some(1) => self.epoch = Epoch::Of1904,
            record::CODEPAGE => self.page = page(record.u16(0).unwrap_or(0)),
            record::XF => self.cell_formats.push(record.u16(2).unwrap_or(0)),
            record::FORMAT => {
                let code = if self.wide { self.text(record, 2) } else { self.short_text(record, 2) };
                if let (Some(id), Some(code)) = (record.u16(0), code) {
                    self.formats.insert(id, Shown::of_code(&code));
                }
            }
            record::BOUNDSHEET => {
                // Only sheets of cells: charts and macros have other kinds.
                if let (Some(at), Some([state, 0])) = (record.u32(0), record.data.get(4..6)) {
                    let name = self.short_text(record, 6).unwrap_or_default();
                    let hidden = state & 3 != 0;
                    self.sheets.push(Listed { name, hidden, at: usize::try_from(at).unwrap_or(usize::MAX) });
                    check_texts(self.sheets.len())?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// What a cell shows of its number.
    pub fn shown(&self, cell_format: u16) -> Shown {
        let id = self.cell_formats.get(usize::from(cell_format)).copied().unwrap_or(0);
        self.formats.get(&id).copied().unwrap_or_else(|| Shown::of_builtin(id.into()))
    }

    /// A text of the table of texts.
    pub fn string(&self, at: u32) -> &str {
        usize::try_from(at).ok().and_then(|at| self.strings.get(at)).map_or("", String::as_str)
    }

    /// A text inside a record, whose length stands before it in two bytes.
    pub fn text(&self, record: Record<'_>, at: usize) -> Option<String> {
        Some(self.letters(record.u16(at)?.into(), record.data.get(at + 2..)?))
    }

    /// A text whose length stands before it in one byte.
    fn short_text(&self, record: Record<'_>, at: usize) -> Option<String> {
        let (count, letters) = record.data.get(at..)?.split_first()?;
        Some(self.letters((*count).into(), letters))
    }

    fn letters(&self, count: usize, bytes: &[u8]) -> String {
        if !self.wide {
            let (text, _) = self.page.decode_without_bom_handling(bytes.get(..count).unwrap_or(bytes));
            return text.into_owned();
        }
        let mut pieces = Pieces { rest: bytes, more: &[] };
        let flags = pieces.byte().unwrap_or(0);
        pieces.letters(count, flags).unwrap_or_default()
    }
}

/// The encoding of a code page, for files from before Excel 97.
fn page(number: u16) -> &'static Encoding {
    let label = match number {
        10_000 => "macintosh".to_owned(),
        65_001 => "utf-8".to_owned(),
        number => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}

/// Bytes that go on in further records.
struct Pieces<'s> {
    rest: &'s [u8],
    more: &'s [&'s [u8]],
}

impl Pieces<'_> {
    /// Goes to the next record when this one is at its end; says whether it went.
    fn turn(&mut self) -> bool {
        let mut turned = false;
        while self.rest.is_empty() {
            let Some((next, more)) = self.more.split_first() else { return turned };
            (self.rest, self.more, turned) = (next, more, true);
        }
        turned
    }

    fn byte(&mut self) -> Option<u8> {
        self.turn();
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }

    fn number(&mut self, bytes: u32) -> Option<usize> {
        let each = (0..bytes).map(|at| Some(usize::from(self.byte()?) << (8 * at)));
        each.sum()
    }

    fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            self.turn();
            let step = count.min(self.rest.len());
            self.rest = self.rest.get(step..).filter(|_| step > 0)?;
            count -= step;
        }
        Some(())
    }

    /// Letters of one or two bytes each, as `flags` say; a record that goes on says it anew in its first byte.
    fn letters(&mut self, count: usize, flags: u8) -> Option<String> {
        let mut wide = flags & 1 != 0;
        let mut letters: Vec<u16> = Vec::new();
        while letters.len() < count {
            if self.turn() {
                wide = self.byte()? & 1 != 0;
                continue;
            }
            let left = count - letters.len();
            if wide {
                let (pairs, odd) = self.rest.as_chunks::<2>();
                let pairs = pairs.get(..left).unwrap_or(pairs);
                letters.extend(pairs.iter().map(|pair| u16::from_le_bytes(*pair)));
                self.rest = self.rest.get(2 * pairs.len()..).filter(|_| !pairs.is_empty() || odd.is_empty())?;
            } else {
                let single = self.rest.get(..left).unwrap_or(self.rest);
                letters.extend(single.iter().map(|byte| u16::from(*byte)));
                self.rest = self.rest.get(single.len()..)?;
            }
            if self.rest.is_empty() && self.more.is_empty() && letters.len() < count {
                // The text ends before its length.
                break;
            }
        }
        Some(String::from_utf16_lossy(&letters))
    }
}

/// The table of texts, with the formats and readings that may hang on each.
fn strings(pieces: &[&[u8]]) -> Result<Vec<String>, ReadError> {
    let Some((first, more)) = pieces.split_first() else { return Ok(Vec::new()) };
    let mut pieces = Pieces { rest: first.get(8..).unwrap_or_default(), more };
    let mut strings = Vec::new();
    while let Some(text) = string(&mut pieces) {
        strings.push(text);
        check_texts(strings.len())?;
    }
    Ok(strings)
}

fn string(pieces: &mut Pieces<'_>) -> Option<String> {
    let count = pieces.number(2)?;
    let flags = pieces.byte()?;
    let runs = if flags & 8 != 0 { pieces.number(2)? } else { 0 };
    let extra = if flags & 4 != 0 { pieces.number(4)? } else { 0 };
    let text = pieces.letters(count, flags)?;
    // Whatever is missing after the text is missing at the end of the table.
    let _missing = pieces.skip(4 * runs + extra);
    Some(text)
}
