//! One header row, bound to fields.

use csv::StringRecord;

use super::Bound;
use crate::exchange::field::{self, Field};
use crate::exchange::reading::Wishes;
use crate::exchange::{subject, value};

/// The columns of a header.
pub(super) struct Columns {
    pub(super) bound: Vec<Bound>,
    pub(super) unknown: Vec<(usize, String)>,
    pub(super) width: usize,
    pub(super) extent: usize,
}

/// Days in a row of a header that make it one of a daily grid.
const GRID: usize = 5;

/// How much a row looks like a header: the different fields it names; nothing when it names nobody and no school.
pub(super) fn score(cells: &StringRecord, wishes: &Wishes) -> usize {
    if cells.iter().any(is_data) {
        return 0;
    }
    let columns = bind(cells, wishes).bound;
    let mut fields: Vec<Field> = columns.iter().map(|bound| bound.field).collect();
    fields.sort_unstable();
    fields.dedup();
    let identifies = fields.iter().any(|field| field.identifies() || *field == Field::Rbd);
    let measures = fields.iter().filter(|field| is_telling(**field)).count();
    let numbered = fields.iter().any(|field| matches!(field, Field::Run | Field::Mrun | Field::ForeignId));
    if !(identifies || measures > 1) || (fields.len() < 2 && !numbered) {
        return 0;
    }
    fields.len()
}

/// What tells of students even where no column says which.
const fn is_telling(field: Field) -> bool {
    matches!(
        field,
        Field::Absences | Field::Attendance | Field::Outcome | Field::Average | Field::Gender | Field::Figure(_)
    )
}

/// Whether a cell cannot be one of a header: a RUN, a mail, a date.
fn is_data(cell: &str) -> bool {
    let cell = cell.trim();
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    (digits >= 7 && digits * 2 > cell.len() && !is_day_date(cell)) || cell.contains('@')
}

/// A date may head the column of a day.
fn is_day_date(cell: &str) -> bool {
    value::month::read(cell).is_some() || day(cell).is_some()
}

/// Binds what is known of a header row.
pub(super) fn bind(cells: &StringRecord, wishes: &Wishes) -> Columns {
    let days = days(cells);
    let mut columns = Columns { bound: Vec::new(), unknown: Vec::new(), width: 0, extent: cells.len() };
    for (place, header) in cells.iter().enumerate() {
        if header.trim().is_empty() {
            continue;
        }
        columns.width = place + 1;
        let day = days.iter().find(|(at, _)| *at == place).map(|(_, day)| Field::Day(*day));
        match wished(header, wishes).or(day).or_else(|| of(header, place)) {
            Some(field) => columns.bound.push(Bound { place, field, header: header.to_owned() }),
            None => columns.unknown.push((place, header.to_owned())),
        }
    }
    columns
}

fn wished(header: &str, wishes: &Wishes) -> Option<Field> {
    if wishes.mapping.is_empty() {
        return None;
    }
    Field::named(wishes.mapping.get(&field::fold(header))?)
}

/// What a header says by itself.
pub(super) fn of(header: &str, place: usize) -> Option<Field> {
    if let Some(field) = Field::of(header) {
        return Some(field);
    }
    if let Some(field) = of_year(header) {
        return Some(field);
    }
    if let Some((month, _)) = month(header) {
        return Some(Field::MonthPercent(month));
    }
    let place = u16::try_from(place).ok()?;
    if subject::is_figure(header) {
        return Some(Field::Figure(place));
    }
    subject::is_subject(header).then_some(Field::Subject(place))
}

/// A month in words (`MAR`, `Marzo 2024`, `% Abril`); a bare number is a day or a grade, not a month.
fn month(header: &str) -> Option<(u8, Option<u16>)> {
    let words = field::words(header);
    let letters: Vec<&str> = words
        .iter()
        .map(String::as_str)
        .filter(|word| !matches!(*word, "asist" | "asistencia" | "mes" | "de"))
        .collect();
    let is_word = letters.first().is_some_and(|word| word.starts_with(|letter: char| letter.is_alphabetic()));
    if is_word && letters.len() <= 2 {
        return value::month::read(&letters.join(" "));
    }
    let is_date = header.trim().len() >= 8 && header.trim().starts_with("20");
    if is_date { value::month::read(header) } else { None }
}

/// Columns of the Ministry's year: `DIAS_ASISTIDOS_3`, `DIAS_TRABAJADOS_ANUAL`, `TASA_ASISTENCIA_ANUAL`.
fn of_year(header: &str) -> Option<Field> {
    let folded = field::fold(header);
    let month = |rest: &str| rest.trim().parse::<u8>().ok().filter(|month| (1..=12).contains(month));
    if let Some(rest) = folded.strip_prefix("dias asistidos ") {
        return if rest == "anual" { Some(Field::Attended) } else { month(rest).map(Field::MonthAttended) };
    }
    if let Some(rest) = folded.strip_prefix("dias trabajados ") {
        return if rest == "anual" { Some(Field::Held) } else { month(rest).map(Field::MonthHeld) };
    }
    if folded == "tasa asistencia anual" {
        return Some(Field::Rate);
    }
    (folded.starts_with("tasa asistencia ") || folded.starts_with("categoria asis")).then_some(Field::Useless)
}

/// The days of a daily grid, with their places: at least [`GRID`] of them, rising.
fn days(cells: &StringRecord) -> Vec<(usize, u8)> {
    let found: Vec<(usize, u8)> =
        cells.iter().enumerate().filter_map(|(place, header)| Some((place, day(header)?))).collect();
    let rising = found.windows(2).all(|pair| matches!(pair, [(_, before), (_, after)] if before < after));
    if found.len() >= GRID && rising { found } else { Vec::new() }
}

/// A day as a header: `1`, `01`, `L 1`, `lun 1`, `DIA1`, `1-abr`, `01/04/2024`, `2024-04-01`.
fn day(header: &str) -> Option<u8> {
    let header = header.trim();
    let valid = |text: &str| text.parse::<u8>().ok().filter(|day| (1..=31).contains(day) && text.len() <= 2);
    if let [year, month, day] = header.split('-').collect::<Vec<_>>().as_slice()
        && year.len() == 4
        && month.len() == 2
    {
        return valid(day);
    }
    let words = field::words(header);
    let joined = words.join(" ");
    if let Some(day) = joined.strip_prefix("dia").and_then(|rest| valid(rest.trim())) {
        return Some(day);
    }
    match words.as_slice() {
        [one] => valid(one),
        [first, second] if is_weekday(first) => valid(second),
        [first, month] if value::month::read(month).is_some() => valid(first),
        [first, month, _year] if value::month::read(month).is_some() => valid(first),
        _ => None,
    }
}

fn is_weekday(word: &str) -> bool {
    ["l", "m", "x", "j", "v", "s", "d"].contains(&word)
        || ["lu", "ma", "mi", "ju", "vi", "sa", "do"].iter().any(|start| word.starts_with(start))
}
