//! Excel's XML of 2003, which some programs give out as `.xls`.

use std::collections::HashSet;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::grid::{Gauge, Grid};
use super::number::{self, Epoch, Shown};
use super::{Rows, Sheet, limits, xml};
use crate::exchange::codes::ReadError;

/// Whether a text is such a workbook.
pub fn is_workbook(text: &str) -> bool {
    let start = text.trim_start();
    let head = start.char_indices().nth(2048).map_or(start, |(end, _)| start.get(..end).unwrap_or(start));
    start.starts_with("<?xml") && head.contains("urn:schemas-microsoft-com:office:spreadsheet")
}

/// The sheets of a workbook.
pub fn sheets(text: &str, gauge: &mut Gauge) -> Result<Vec<Sheet<'static>>, ReadError> {
    limits::check_book(text.len())?;
    let mut reader = xml::reader(Reader::from_str(text));
    let (mut sheets, mut percents, mut style) = (Vec::new(), HashSet::new(), String::new());
    loop {
        match reader.read_event().map_err(|_broken| xml::DAMAGED)? {
            Event::Start(start) => match start.local_name().as_ref() {
                "Style" => style = xml::attribute(&start, "ID").unwrap_or_default(),
                "NumberFormat" => {
                    let code = xml::attribute(&start, "Format").unwrap_or_default();
                    if code == "Percent" || Shown::of_code(&code) == Shown::Percent {
                        percents.insert(style.clone());
                    }
                }
                "Worksheet" => {
                    let name = xml::attribute(&start, "Name");
                    let mut table = Table::new(Grid::new(gauge)?, &percents);
                    table.read(&mut reader)?;
                    sheets.push(Sheet { name, hidden: table.hidden, rows: Rows::Grid(table.grid.rows()) });
                }
                _ => {}
            },
            Event::Eof => return if sheets.is_empty() { Err(xml::DAMAGED) } else { Ok(sheets) },
            _ => {}
        }
    }
}

/// A sheet while it is read.
struct Table<'g> {
    grid: Grid<'g>,
    /// Styles that show percents.
    percents: &'g HashSet<String>,
    hidden: bool,
    row: u64,
    column: u64,
    /// Columns that the present cell takes beside its own.
    beside: u64,
    shown: Shown,
    /// What the present value is, and its text so far.
    value: Option<(String, String)>,
}

impl<'g> Table<'g> {
    fn new(grid: Grid<'g>, percents: &'g HashSet<String>) -> Self {
        let (row, column, beside) = (0, 0, 0);
        Self { grid, percents, hidden: false, row, column, beside, shown: Shown::Number, value: None }
    }

    fn read(&mut self, reader: &mut Reader<&[u8]>) -> Result<(), ReadError> {
        let mut aside = false;
        loop {
            match reader.read_event().map_err(|_broken| xml::DAMAGED)? {
                Event::Start(start) => match start.local_name().as_ref() {
                    // A note on a cell has a text of its own.
                    "Comment" => aside = true,
                    "Visible" => self.value = Some(("Visible".to_owned(), String::new())),
                    _ if !aside => self.open(&start),
                    _ => {}
                },
                Event::End(end) => match end.local_name().as_ref() {
                    "Comment" => aside = false,
                    "Visible" => self.hidden = self.value.take().is_some_and(|(_, text)| text != "SheetVisible"),
                    "Worksheet" => return Ok(()),
                    name if !aside => self.close(name)?,
                    _ => {}
                },
                Event::Eof => return Err(xml::DAMAGED),
                event => {
                    if let Some((_, text)) = self.value.as_mut().filter(|_| !aside) {
                        xml::push_text(&event, text);
                    }
                }
            }
        }
    }

    fn open(&mut self, start: &BytesStart<'_>) {
        let place = |now: u64| {
            xml::attribute(start, "Index").and_then(|index| index.parse().ok()).map_or(now, |at: u64| at.max(1) - 1)
        };
        match start.local_name().as_ref() {
            "Row" => (self.row, self.column) = (place(self.row), 0),
            "Cell" => {
                self.column = place(self.column);
                self.beside = xml::attribute(start, "MergeAcross").and_then(|more| more.parse().ok()).unwrap_or(0);
                let percent = xml::attribute(start, "StyleID").is_some_and(|style| self.percents.contains(&style));
                self.shown = if percent { Shown::Percent } else { Shown::Number };
            }
            "Data" => self.value = Some((xml::attribute(start, "Type").unwrap_or_default(), String::new())),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) -> Result<(), ReadError> {
        match name {
            "Row" => self.row = self.row.saturating_add(1),
            "Cell" => self.column = self.column.saturating_add(self.beside).saturating_add(1),
            "Data" => {
                let (kind, text) = self.value.take().unwrap_or_default();
                let text = match kind.as_str() {
                    "Number" => match text.trim().parse() {
                        Ok(value) => number::text(value, self.shown, Epoch::Of1900),
                        Err(_) => text,
                    },
                    "DateTime" => number::iso(text.trim()),
                    "Boolean" => number::truth(text.trim() == "1").to_owned(),
                    "Error" => String::new(),
                    _ => text,
                };
                self.grid.put(self.row, self.column, &text)?;
            }
            _ => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use crate::exchange::book;
    use crate::exchange::book::xlsx::tests::cells;
    use crate::exchange::codes::{Container, Looks, Measure, ReadError};

    fn workbook(rows: &str) -> String {
        format!(
            "<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook \
             xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
             <Styles><Style ss:ID=\"p\"><NumberFormat ss:Format=\"0.0%\"/></Style></Styles><Worksheet ss:Name=\"7º B\"><Table>\
             {rows}</Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"
        )
    }

    #[test]
    fn a_list_in_the_xml_of_excel_is_a_list() {
        let rows = "<Row><Cell ss:MergeAcross=\"1\"><Data ss:Type=\"String\">Curso &amp; nombre</Data></Cell><Cell><Data \
                    ss:Type=\"String\">fin</Data></Cell></Row><Row ss:Index=\"3\"><Cell ss:StyleID=\"p\"><Data \
                    ss:Type=\"Number\">0.8170000000000001</Data><Comment><ss:Data>nota</ss:Data></Comment></Cell><Cell \
                    ss:Index=\"3\"><Data ss:Type=\"DateTime\">2012-09-14T00:00:00.000</Data></Cell></Row>";
        let text = workbook(rows);
        let opened = book::open(text.as_bytes()).unwrap();
        let expected: [&[&str]; 3] = [&["Curso & nombre", "", "fin"], &[], &["81.7%", "", "2012-09-14"]];
        assert_eq!(cells(&opened, 0), expected);
        assert_eq!((opened.container, opened.sheets[0].hidden), (Container::Xls, true));
        assert_eq!(opened.sheets[0].name.as_deref(), Some("7º B"));
    }

    #[test]
    fn a_far_row_or_a_cut_file_is_refused() {
        let far = workbook("<Row ss:Index=\"1000000\"><Cell><Data ss:Type=\"Number\">1</Data></Cell></Row>");
        let Err(ReadError::TooLarge(large)) = book::open(far.as_bytes()) else { panic!("a far row was read") };
        assert_eq!(large.what, Measure::Rows);
        let cut = book::open(&far.as_bytes()[..far.len() - 60]).unwrap_err();
        assert_ne!(cut, ReadError::NotATable(Looks::WebPage));
    }
}
