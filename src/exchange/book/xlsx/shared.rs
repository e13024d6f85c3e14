//! What the sheets of a workbook share: the table of texts, and what the formats of cells show.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::BufReader;

use quick_xml::events::Event;

use super::super::limits;
use super::super::number::Shown;
use super::super::pack::Pack;
use super::super::xml::{self, Xml};
use crate::exchange::codes::{Measure, ReadError};

/// The table of texts.
pub fn strings(pack: &mut Pack<'_>, part: Option<usize>) -> Result<Vec<String>, ReadError> {
    let mut strings = Vec::new();
    let Some(part) = part.and_then(|at| pack.by_index(at).ok()) else { return Ok(strings) };
    let mut reader = Xml::new(BufReader::new(part));
    let (mut text, mut inside, mut aside) = (String::new(), false, false);
    loop {
        match reader.next()? {
            Event::Start(start) => match start.local_name().as_ref() {
                "si" => text.clear(),
                "t" => inside = !aside,
                // How to pronounce it.
                "rPh" => aside = true,
                _ => {}
            },
            Event::End(end) => match end.local_name().as_ref() {
                "si" => {
                    strings.push(unescape(&text).into_owned());
                    limits::check(Measure::Cells, strings.len() as u64)?;
                }
                "t" => inside = false,
                "rPh" => aside = false,
                _ => {}
            },
            Event::Eof => return Ok(strings),
            event if inside => xml::push_text(&event, &mut text),
            _ => {}
        }
    }
}

/// Texts without Excel's own way to write letters that XML cannot hold (`_x000D_`).
pub fn unescape(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        plain.push_str(before);
        let letter = after
            .split_at_checked(4)
            .filter(|(_, after)| after.starts_with('_'))
            .and_then(|(code, after)| Some((char::from_u32(u32::from_str_radix(code, 16).ok()?)?, after.get(1..)?)));
        if let Some((letter, after)) = letter {
            plain.push(letter);
            rest = after;
        } else {
            plain.push_str("_x");
            rest = after;
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// What each format of cells shows.
pub fn formats(pack: &mut Pack<'_>, part: Option<usize>) -> Result<Vec<Shown>, ReadError> {
    let mut formats = Vec::new();
    let Some(part) = part.and_then(|at| pack.by_index(at).ok()) else { return Ok(formats) };
    let mut reader = Xml::new(BufReader::new(part));
    let (mut own, mut of_cells) = (HashMap::new(), false);
    loop {
        match reader.next()? {
            Event::Start(start) => match start.local_name().as_ref() {
                "numFmt" => {
                    let code = xml::attribute(&start, "formatCode").unwrap_or_default();
                    own.insert(xml::attribute(&start, "numFmtId").unwrap_or_default(), Shown::of_code(&code));
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells => {
                    let id = xml::attribute(&start, "numFmtId").unwrap_or_default();
                    let builtin = || Shown::of_builtin(id.trim().parse().unwrap_or(0));
                    formats.push(own.get(&id).copied().unwrap_or_else(builtin));
                }
                _ => {}
            },
            Event::End(end) if end.local_name().as_ref() == "cellXfs" => of_cells = false,
            Event::Eof => return Ok(formats),
            _ => {}
        }
    }
}
