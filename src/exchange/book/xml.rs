//! What the readers of XML share: attributes by their local name, text with its entities.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};

use crate::exchange::codes::{Looks, ReadError};

/// What a workbook is whose XML cannot be read.
pub const DAMAGED: ReadError = ReadError::NotATable(Looks::ClosedWorkbook);

/// A part of a packed workbook, event by event.
pub struct Xml<R> {
    reader: Reader<R>,
    buffer: Vec<u8>,
}

impl<R: BufRead> Xml<R> {
    /// Starts at the first event.
    pub fn new(part: R) -> Self {
        Self { reader: reader(Reader::from_reader(part)), buffer: Vec::new() }
    }

    /// The next event.
    pub fn next(&mut self) -> Result<Event<'_>, ReadError> {
        self.buffer.clear();
        self.reader.read_event_into(&mut self.buffer).map_err(|_broken| DAMAGED)
    }
}

/// Prepares a reader: empty elements open and close like others, and names of ends are not compared.
pub fn reader<R>(mut reader: Reader<R>) -> Reader<R> {
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    reader
}

/// The value of an attribute; what stands before a colon in its name does not matter.
pub fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found =
        attributes.with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
    let value = unescape(&found.value).map(std::borrow::Cow::into_owned);
    Some(value.unwrap_or_else(|_unknown_entity| found.value.into_owned()))
}

/// How often an element says that it stands; once if it says nothing that is a number.
pub fn times(element: &BytesStart<'_>, name: &str) -> u64 {
    attribute(element, name).and_then(|value| value.trim().parse().ok()).unwrap_or(1)
}

/// Adds what an event says as text.
pub fn push_text(event: &Event<'_>, text: &mut String) {
    match event {
        Event::Text(found) => text.push_str(&found.xml10_content()),
        Event::CData(found) => text.push_str(&found.xml10_content()),
        Event::GeneralRef(entity) => match entity.resolve_char_ref() {
            Ok(Some(letter)) => text.push(letter),
            _ => text.push_str(resolve_predefined_entity(&entity.xml10_content()).unwrap_or_default()),
        },
        _ => {}
    }
}
