//! From the bytes of a file to its reading: sheets, header, columns, rows, duplicates.

use chrono::NaiveDate;

use super::body::{self, Plan, Schools};
use super::book::{Book, Sheet};
use super::codes::{Container, Doubt, Kind, Looks, Note, ReadError};
use super::field::{self, Field};
use super::layout::{self, Layout, Search};
use super::log::Log;
use super::profile::Profile;
use super::reading::{Column, Format, Reading, Wishes};
use super::{tables, twice, value};

/// Reads the bytes of one file. Its name plays no part: its content says which table it is. Dates after `today` are
/// doubted.
pub fn read(bytes: &[u8], wishes: &Wishes, today: NaiveDate) -> Result<Reading, ReadError> {
    read_telling(bytes, wishes, today, &mut |_, _| ())
}

/// As [`read`]; tells now and then how many rows are done, of about how many.
pub fn read_telling(
    bytes: &[u8],
    wishes: &Wishes,
    today: NaiveDate,
    tell: &mut dyn FnMut(u64, u64),
) -> Result<Reading, ReadError> {
    let book = super::book::open(bytes)?;
    let found = find(&book, wishes)?;
    let (Some(first), Some(kind)) = (found.used.first(), found.kind) else { return Err(ReadError::NoStudentColumn) };
    let (mut log, mut schools) = (Log::default(), Schools::new());
    if book.letters_lost {
        log.note(Note::LettersLost);
    }
    if book.mojibake {
        log.about_file(Doubt::MojibakeRepaired, None);
    }
    for name in &found.hidden {
        log.about_file(Doubt::HiddenSheetIgnored, Some(name.clone()));
    }
    let sizes: Vec<u64> = found.used.iter().map(|one| one.sheet.rows.about_how_many()).collect();
    let (all, mut before) = (sizes.iter().sum(), 0);
    for (one, size) in found.used.iter().zip(&sizes) {
        let course = one.sheet.name.as_deref().and_then(value::course::read);
        let plan = Plan {
            kind,
            layout: &one.layout,
            profile: &one.profile,
            today,
            ragged: book.container == Container::Csv,
            course: course.as_ref(),
        };
        body::read(one.sheet, &plan, (&mut log, &mut schools), &mut |row| tell(before + u64::from(row), all));
        before += size;
    }
    if log.rows == 0 {
        return Err(ReadError::NoRows);
    }
    let columns = columns(kind, first);
    let format = format(&book, &found, first);
    note_dropped(&first.layout, &mut log);
    let duplicates = twice::resolve(kind, &mut log);
    log.warnings.sort_by_key(|warning| warning.row);
    log.skipped.sort_by_key(|skipped| skipped.row);
    Ok(Reading {
        kind,
        format,
        columns,
        unread: unread(&first.layout, wishes),
        rows: log.rows,
        records: log.records,
        skipped: log.skipped,
        warnings: log.warnings,
        duplicates,
        rejected: log.rejected,
        notes: log.notes,
        subjects: found.names.subjects,
        figures: found.names.figures,
        schools,
    })
}

/// Headers that nothing was made of; a column that a person wished away is among them, so that the wish can be seen.
fn unread(layout: &Layout, wishes: &Wishes) -> Vec<String> {
    let is_unwanted = |header: &str| wishes.mapping.get(&field::fold(header)).is_some_and(|wish| wish == "ignore");
    let unwanted = layout.columns.iter().filter(|bound| bound.field == Field::Useless && is_unwanted(&bound.header));
    let unwanted = unwanted.map(|bound| (bound.place, &bound.header));
    let mut unread: Vec<_> = layout.unknown.iter().map(|(place, header)| (*place, header)).chain(unwanted).collect();
    unread.sort_by_key(|(place, _)| *place);
    unread.into_iter().map(|(_, header)| header.clone()).collect()
}

/// The sheets that are read, and those that are not.
struct Found<'b> {
    kind: Option<Kind>,
    used: Vec<Used<'b>>,
    ignored: Vec<String>,
    /// Hidden sheets that hold a table.
    hidden: Vec<String>,
    names: Names,
}

/// Headers of the columns that records call by their place in these lists.
#[derive(Default)]
struct Names {
    subjects: Vec<String>,
    figures: Vec<String>,
}

impl Names {
    /// Numbers the subjects and figures of a sheet; the same header has the same number on every sheet.
    fn number(&mut self, layout: &mut Layout) {
        for bound in &mut layout.columns {
            bound.field = match bound.field {
                Field::Subject(_) => Field::Subject(place(&mut self.subjects, &bound.header)),
                Field::Figure(_) => Field::Figure(place(&mut self.figures, &bound.header)),
                field => field,
            };
        }
    }
}

fn place(names: &mut Vec<String>, header: &str) -> u16 {
    let header = header.trim();
    let at = names.iter().position(|known| known == header).unwrap_or_else(|| {
        names.push(header.to_owned());
        names.len() - 1
    });
    u16::try_from(at).unwrap_or(u16::MAX)
}

struct Used<'b> {
    sheet: &'b Sheet<'b>,
    layout: Layout,
    profile: Profile,
}

/// Looks for a header in every sheet. Sheets of the kind of the first that knows its students are read together.
fn find<'b>(book: &'b Book<'b>, wishes: &Wishes) -> Result<Found<'b>, ReadError> {
    let mut found =
        Found { kind: None, used: Vec::new(), ignored: Vec::new(), hidden: Vec::new(), names: Names::default() };
    let mut seen = Seen::default();
    let mut candidates: Vec<(&Sheet<'_>, Option<(Layout, Kind)>)> = Vec::new();
    for sheet in &book.sheets {
        let table = match layout::find(sheet, wishes) {
            Search::Found(layout) => {
                seen.header = true;
                tables::kind(&layout).map(|kind| (*layout, kind))
            }
            Search::None { rows, cells } => {
                seen.rows += rows;
                seen.cells = seen.cells.max(cells);
                None
            }
        };
        candidates.push((sheet, table));
    }
    let visible = || candidates.iter().filter(|(sheet, _)| !sheet.hidden).filter_map(|(_, table)| table.as_ref());
    let knows = |layout: &Layout| layout.has_any(Field::identifies);
    let main = visible().find(|(layout, _)| knows(layout)).or_else(|| visible().next());
    let main = main.map(|(layout, kind)| (*kind, knows(layout)));
    for (sheet, table) in candidates {
        let name = sheet.name.clone().unwrap_or_default();
        match table {
            Some((layout, kind)) if !sheet.hidden && main == Some((kind, knows(&layout))) => {
                let profile = Profile::of(sheet, &layout);
                let mut layout = settle(layout);
                found.names.number(&mut layout);
                found.used.push(Used { sheet, layout, profile });
            }
            Some(_) if sheet.hidden => {
                found.hidden.push(name.clone());
                found.ignored.push(name);
            }
            _ => found.ignored.push(name),
        }
    }
    found.kind = main.map(|(kind, _)| kind);
    if found.used.is_empty() { Err(seen.error(book)) } else { Ok(found) }
}

/// What was met while no header was found, to say what is wrong with the file.
#[derive(Default)]
struct Seen {
    header: bool,
    rows: usize,
    cells: usize,
}

impl Seen {
    fn error(&self, book: &Book<'_>) -> ReadError {
        match (self.header, self.rows, self.cells) {
            (true, ..) => ReadError::NoStudentColumn,
            (false, 0, _) => ReadError::EmptyFile,
            (false, _, 0 | 1) if book.container == Container::Csv => ReadError::NotATable(Looks::Prose),
            _ => ReadError::NoStudentColumn,
        }
    }
}

/// What only the cells could tell: a column of months has its average as the attendance of the year.
fn settle(mut layout: Layout) -> Layout {
    let months = layout.has_any(|field| matches!(field, Field::MonthPercent(_)));
    if months && !layout.has(Field::Attendance) {
        for bound in layout.columns.iter_mut().filter(|bound| bound.field == Field::Average) {
            bound.field = Field::Attendance;
        }
    }
    layout
}

/// Our names of the columns that were understood.
fn columns(kind: Kind, used: &Used<'_>) -> Vec<Column> {
    let layout = &used.layout;
    if layout.ministry {
        let all = layout.columns.iter().map(|bound| (bound.place, &bound.header));
        let mut all: Vec<_> = all.chain(layout.unknown.iter().map(|(place, header)| (*place, header))).collect();
        all.sort_unstable();
        return all
            .into_iter()
            .map(|(_, header)| Column { name: ministry_name(header), header: header.clone(), filled: true })
            .collect();
    }
    let mut columns: Vec<Column> = Vec::new();
    for (at, bound) in layout.columns.iter().enumerate() {
        let Some(name) = name(kind, used, at) else { continue };
        // Of two phones the one with something in it.
        let empty =
            layout.columns.iter().filter(|other| other.field == bound.field).count() > 1 && !used.profile.is_filled(at);
        if !empty && !columns.iter().any(|known| known.name == name) {
            columns.push(Column { name, header: bound.header.clone(), filled: used.profile.is_filled(at) });
        }
    }
    if kind == Kind::DailyAttendance {
        columns.push(Column { name: "days".to_owned(), header: days(layout), filled: true });
    }
    columns
}

/// The Ministry's own names in small letters, but for those that every table has.
fn ministry_name(header: &str) -> String {
    match header.trim().to_ascii_uppercase().as_str() {
        "AGNO" => "year",
        "RBD" => "rbd",
        "MRUN" => "mrun",
        "DIAS_ASISTIDOS" => "attended",
        "DIAS_TRABAJADOS" => "held",
        "ASISTENCIA" => "attendance",
        _ => return header.trim().to_lowercase(),
    }
    .to_owned()
}

fn name(kind: Kind, used: &Used<'_>, at: usize) -> Option<String> {
    let layout = &used.layout;
    let bound = layout.columns.get(at)?;
    let in_sige = kind == Kind::Roster && layout.has(Field::CheckDigit) && layout.has(Field::Level);
    match bound.field {
        Field::Rbd | Field::Year if in_sige => None,
        Field::Attended | Field::Held | Field::Absences if kind == Kind::DailyAttendance => None,
        Field::Useless => None,
        Field::Name | Field::GivenNames => {
            let apart = |field| matches!(field, Field::Surnames | Field::PaternalSurname | Field::FullName);
            let full = used.profile.is_full_name(at) && !layout.has_any(apart);
            Some(if full { "full_name" } else { "given_names" }.to_owned())
        }
        Field::MonthPercent(month) | Field::MonthAttended(month) | Field::MonthHeld(month) => {
            Some(format!("month_{month}"))
        }
        Field::Subject(_) => {
            let grades = used.profile.grades(at);
            let kind = if grades == value::grade::Kind::Concepts { "concept" } else { "grade" };
            Some(format!("{kind}_{}", bound.header.trim()))
        }
        Field::Figure(_) => Some(bound.header.trim().to_lowercase()),
        field => field.name().map(str::to_owned),
    }
}

/// The days of a grid: `1..30`.
fn days(layout: &Layout) -> String {
    let days = layout.columns.iter().filter_map(|bound| match bound.field {
        Field::Day(day) => Some(day),
        _ => None,
    });
    let (first, last) = days.fold((u8::MAX, 0), |(first, last), day| (first.min(day), last.max(day)));
    format!("{first}..{last}")
}

fn format(book: &Book<'_>, found: &Found<'_>, first: &Used<'_>) -> Format {
    let names = |used: &Used<'_>| used.sheet.name.clone();
    Format {
        container: book.container,
        encoding: book.encoding,
        separator: book.separator,
        decimal: decimal(book, &first.profile),
        header_row: first.layout.header_row,
        sheets_used: found.used.iter().filter_map(names).collect(),
        sheets_ignored: found.ignored.clone(),
    }
}

/// The decimal sign of a text; a workbook holds numbers, and its signs are those of whoever looks at it.
fn decimal(book: &Book<'_>, profile: &Profile) -> Option<char> {
    match book.container {
        Container::Csv => profile.decimal(book.separator),
        Container::Html => profile.decimal(Some(';')),
        Container::Xlsx | Container::Xls | Container::Ods => None,
    }
}

fn note_dropped(layout: &Layout, log: &mut Log) {
    if layout.has(Field::Ethnicity) {
        log.note(Note::EthnicityDropped);
    }
    if layout.has(Field::Address) && !layout.ministry {
        log.note(Note::AddressDropped);
    }
}
