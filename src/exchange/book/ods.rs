//! `LibreOffice`'s workbooks. A cell may say that it stands a million times; it is never unrolled further than is read.

use std::collections::HashSet;
use std::io::{BufRead, BufReader};

use quick_xml::events::{BytesStart, Event};

use super::grid::{Gauge, Grid};
use super::number::{self, Epoch, Shown};
use super::pack::Pack;
use super::xml::{self, Xml};
use super::{Rows, Sheet};
use crate::exchange::codes::ReadError;

/// The sheets of a workbook.
pub fn sheets(pack: &mut Pack<'_>, gauge: &mut Gauge) -> Result<Vec<Sheet<'static>>, ReadError> {
    let content = pack.by_name("content.xml").map_err(|_missing| xml::DAMAGED)?;
    let mut reader = Xml::new(BufReader::new(content));
    let mut sheets = Vec::new();
    let (mut style, mut hidden) = (String::new(), HashSet::new());
    loop {
        match reader.next()? {
            Event::Start(start) => match start.name().as_ref() {
                "style:style" => style = xml::attribute(&start, "name").unwrap_or_default(),
                "style:table-properties" if xml::attribute(&start, "display").as_deref() == Some("false") => {
                    hidden.insert(std::mem::take(&mut style));
                }
                "table:table" => {
                    let name = xml::attribute(&start, "name");
                    let hidden = xml::attribute(&start, "style-name").is_some_and(|style| hidden.contains(&style));
                    let mut grid = Grid::new(gauge)?;
                    table(&mut reader, &mut grid)?;
                    sheets.push(Sheet { name, hidden, rows: Rows::Grid(grid.rows()) });
                }
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    // Without a sheet it was no workbook, or one closed by a password.
    if sheets.is_empty() { Err(xml::DAMAGED) } else { Ok(sheets) }
}

/// A row that may stand more than once: its cells with the columns in which they stand.
#[derive(Default)]
struct Row {
    times: u64,
    column: u64,
    cells: Vec<(u64, u64, String)>,
}

fn table<R: BufRead>(reader: &mut Xml<R>, grid: &mut Grid<'_>) -> Result<(), ReadError> {
    let (mut at, mut row) = (0_u64, Row::default());
    loop {
        match reader.next()? {
            Event::Start(start) => match start.name().as_ref() {
                "table:table-row" => row = Row { times: xml::times(&start, "number-rows-repeated"), ..Row::default() },
                "table:table-cell" | "table:covered-table-cell" => {
                    let times = xml::times(&start, "number-columns-repeated");
                    let value = value(&start);
                    let text = content(reader)?;
                    let text = value.unwrap_or(text);
                    if !text.trim().is_empty() {
                        row.cells.push((row.column, times, text));
                    }
                    row.column = row.column.saturating_add(times);
                }
                _ => {}
            },
            Event::End(end) if end.name().as_ref() == "table:table-row" => {
                put(&row, at, grid)?;
                at = at.saturating_add(row.times);
            }
            Event::End(end) if end.name().as_ref() == "table:table" => return Ok(()),
            Event::Eof => return Err(xml::DAMAGED),
            _ => {}
        }
    }
}

/// Puts a row as often as it stands. What is too much is refused by the grid after at most its limit of steps.
fn put(row: &Row, at: u64, grid: &mut Grid<'_>) -> Result<(), ReadError> {
    if row.cells.is_empty() {
        return Ok(());
    }
    for at in (0..row.times).map(|step| at.saturating_add(step)) {
        for (column, times, text) in &row.cells {
            for column in (0..*times).map(|step| column.saturating_add(step)) {
                grid.put(at, column, text)?;
            }
        }
    }
    Ok(())
}

/// What a cell holds if it is not text: text stands inside it.
fn value(cell: &BytesStart<'_>) -> Option<String> {
    let of = |name| xml::attribute(cell, name);
    if cell
        .attributes()
        .with_checks(false)
        .flatten()
        .any(|one| one.key.as_ref() == "calcext:value-type" && one.value == "error")
    {
        return Some(String::new());
    }
    match of("value-type")?.as_str() {
        "float" | "currency" => Some(number::text(of("value")?.trim().parse().ok()?, Shown::Number, Epoch::Of1900)),
        "percentage" => Some(number::text(of("value")?.trim().parse().ok()?, Shown::Percent, Epoch::Of1900)),
        "date" => Some(number::iso(&of("date-value")?)),
        "time" => Some(number::iso(&of("time-value")?)),
        "boolean" => Some(number::truth(of("boolean-value")? == "true").to_owned()),
        _ => of("string-value").filter(|text| !text.is_empty()),
    }
}

/// The text of a cell up to its end: its paragraphs, without notes and drawings that hang on it.
fn content<R: BufRead>(reader: &mut Xml<R>) -> Result<String, ReadError> {
    let (mut text, mut paragraphs) = (String::new(), 0);
    let (mut depth, mut aside) = (0_u32, None);
    loop {
        let event = reader.next()?;
        match &event {
            Event::Start(start) => {
                depth += 1;
                match start.name().as_ref() {
                    "office:annotation" | "draw:frame" | "draw:custom-shape" | "table:table" => {
                        aside.get_or_insert(depth);
                    }
                    "text:p" if aside.is_none() => {
                        text.push_str(if paragraphs > 0 { "\n" } else { "" });
                        paragraphs += 1;
                    }
                    // What is longer than a cell may be is refused when it is put.
                    "text:s" if aside.is_none() => {
                        let spaces = xml::times(start, "c").min(super::limits::CELL);
                        text.push_str(&" ".repeat(usize::try_from(spaces).unwrap_or(0)));
                    }
                    "text:tab" if aside.is_none() => text.push('\t'),
                    "text:line-break" if aside.is_none() => text.push('\n'),
                    _ => {}
                }
            }
            Event::End(_) if depth == 0 => return Ok(text),
            Event::End(_) => {
                if aside == Some(depth) {
                    aside = None;
                }
                depth -= 1;
            }
            Event::Eof => return Err(xml::DAMAGED),
            event if aside.is_none() && depth > 0 => xml::push_text(event, &mut text),
            _ => {}
        }
        if text.len() as u64 > 2 * super::limits::CELL {
            super::limits::check(crate::exchange::codes::Measure::Cell, text.len() as u64)?;
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
