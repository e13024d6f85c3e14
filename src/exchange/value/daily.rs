//! Marks of a daily grid: who was present, absent, absent with a reason, gone.
//! The Ministry's own codes (1 present, 2 absent, −3 not enrolled, 0 no class) and those of a class book (1 present, 0
//! absent) share their figures: a table decides which it uses, never a cell.

use serde::{Deserialize, Serialize};

use super::{is_blank, is_dash, plain::Plain, trim};

/// What a mark says about a student and a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Came, also late.
    Present,
    /// Did not come.
    Absent,
    /// Did not come, with a reason: still absent.
    Justified,
    /// Not, or no longer, a student of the course.
    Withdrawn,
    /// No class for this student, or none known.
    NoClass,
    /// A mark that is not known: the day is unknown.
    Unknown,
}

/// The days of a student in a grid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Days present.
    pub present: u16,
    /// Days absent, those with a reason among them.
    pub absent: u16,
    /// Days absent with a reason.
    pub justified: u16,
    /// Days on which the student was not one of the course.
    pub withdrawn: u16,
    /// Days with a mark that is not known.
    pub unknown: u16,
    /// Whether the last mark says that the student has left.
    pub left: bool,
    /// On which days of the month those days lie.
    pub on: DaysOn,
}

/// Days of a month as sets: the bit of a day is its number.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaysOn {
    /// Days held for this student.
    pub held: u32,
    /// Those on which the student came.
    pub attended: u32,
}

impl DaysOn {
    /// Takes a day that was held; a number that no month has is none.
    fn add(&mut self, day: u8, came: bool) {
        let bit = 1_u32.checked_shl(day.into()).unwrap_or(0);
        self.held |= bit;
        self.attended |= if came { bit } else { 0 };
    }
}

impl Tally {
    /// Days held for this student, as far as the marks are known.
    pub fn held(&self) -> u16 {
        self.present.saturating_add(self.absent)
    }

    /// Counts the mark of a day.
    pub fn add(&mut self, day: u8, mark: Mark) {
        if matches!(mark, Mark::Present | Mark::Absent | Mark::Justified) {
            self.on.add(day, mark == Mark::Present);
        }
        let more = |count: &mut u16| *count = count.saturating_add(1);
        match mark {
            Mark::Present => more(&mut self.present),
            Mark::Absent => more(&mut self.absent),
            Mark::Justified => {
                more(&mut self.absent);
                more(&mut self.justified);
            }
            Mark::Withdrawn => more(&mut self.withdrawn),
            Mark::Unknown => more(&mut self.unknown),
            Mark::NoClass => return,
        }
        self.left = mark == Mark::Withdrawn;
    }
}

/// How a table writes its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coding {
    /// A class book: letters, signs, 1 and 0.
    Book,
    /// The Ministry: 1, 2, −3, 0.
    Ministry,
}

/// Decides for one table how it writes its days: `see` each cell first, then `read` each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Marks {
    /// Cells with 2 or −3.
    ministry: u32,
    /// Cells with a letter or sign.
    book: u32,
}

impl Marks {
    /// Takes note of a cell of the table.
    pub fn see(&mut self, text: &str) {
        match figure(trim(text)) {
            Some(2 | -3) => self.ministry += 1,
            Some(_) => {}
            None => self.book += u32::from(!matches!(of_book(trim(text)), Mark::NoClass | Mark::Unknown)),
        }
    }

    /// How the table writes its days.
    pub fn coding(self) -> Coding {
        if self.ministry > self.book { Coding::Ministry } else { Coding::Book }
    }

    /// The mark of a cell of the table.
    pub fn read(self, text: &str) -> Mark {
        let text = trim(text);
        match (self.coding(), figure(text)) {
            (_, Some(1)) => Mark::Present,
            (Coding::Book, Some(0)) | (Coding::Ministry, Some(2)) => Mark::Absent,
            (Coding::Ministry, Some(0)) => Mark::NoClass,
            (Coding::Ministry, Some(-3)) => Mark::Withdrawn,
            (_, Some(_)) => Mark::Unknown,
            (Coding::Ministry, None) if is_blank(text) => Mark::NoClass,
            (_, None) => of_book(text),
        }
    }

    /// The days of a row, each with its number in the month.
    pub fn tally<'a>(self, cells: impl IntoIterator<Item = (u8, &'a str)>) -> Tally {
        let mut tally = Tally::default();
        for (day, cell) in cells {
            tally.add(day, self.read(cell));
        }
        tally
    }
}

/// A small number, perhaps with a spreadsheet's `.0`.
fn figure(text: &str) -> Option<i32> {
    let text = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
    let unsigned = text.strip_prefix(is_dash);
    let digits = unsigned.unwrap_or(text);
    let number: i32 =
        digits.parse().ok().filter(|_| digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    Some(if unsigned.is_some() { -number } else { number })
}

/// A mark of a class book.
fn of_book(text: &str) -> Mark {
    match text {
        "" => return Mark::NoClass,
        "•" | "●" | "·" | "∙" | "." | "/" | "|" | "✓" | "✔" | "√" | "☑" => return Mark::Present,
        "✗" | "✘" | "×" | "✕" => return Mark::Absent,
        dashes if dashes.chars().all(is_dash) => return Mark::Absent,
        _ => {}
    }
    let Some(plain) = Plain::<16>::of(text) else { return Mark::Unknown };
    match plain.as_str() {
        "p" | "pte" | "pres" | "presente" | "t" | "at" | "atr" | "atraso" | "atrasado" | "atrasada" | "pa" | "si" => {
            Mark::Present
        }
        "a" | "x" | "f" | "aus" | "ausente" | "falta" | "inasistente" | "fi" | "ai" | "i" => Mark::Absent,
        "j" | "aj" | "fj" | "a j" | "f j" | "just" | "justificado" | "justificada" | "l" | "lm" | "lic"
        | "licencia" => Mark::Justified,
        "r" | "ret" | "retirado" | "retirada" => Mark::Withdrawn,
        "" | "nc" | "s c" | "sc" | "fer" | "feriado" | "vac" | "sab" | "dom" => Mark::NoClass,
        _ if is_blank(text) => Mark::NoClass,
        _ => Mark::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tallies(rows: &[&str]) -> Vec<Tally> {
        let mut marks = Marks::default();
        for cell in rows.iter().flat_map(|row| row.split(';')) {
            marks.see(cell);
        }
        rows.iter().map(|row| marks.tally((1..).zip(row.split(';')))).collect()
    }

    fn counts(tally: &Tally) -> (u16, u16, u16, u16, u16) {
        (tally.present, tally.absent, tally.justified, tally.withdrawn, tally.unknown)
    }

    #[test]
    fn a_day_of_class_is_counted_in_every_mark() {
        let rows = [
            "P;J;0;•;P;;;1;P;1;•;•;;;p;1;p;P;P;;;1;P;J;p;P;;;p;•",
            "•;P;1;p;P;;;p;•;P;p;p;;;1;R;R;R;R;;;R;R;R;R;R;;;R;R",
            "✓;/;|;.;●;T;AT; p ;1.0;\u{a0}",
            "A;a;x;X;0;F;-;–;0.0;×",
            "AJ;Lic.;justificada;J;;;;;;",
        ];
        let tallies = tallies(&rows);
        let wanted = [(19, 3, 2, 0, 0), (11, 0, 0, 11, 0), (9, 0, 0, 0, 0), (0, 10, 0, 0, 0), (0, 4, 4, 0, 0)];
        assert_eq!(tallies.iter().map(counts).collect::<Vec<_>>(), wanted);
        assert_eq!(tallies.iter().map(|tally| tally.left).collect::<Vec<_>>(), [false, true, false, false, false]);
        assert_eq!(tallies[0].held(), 22);
        // Weekends, holidays and days after leaving lie in no week of the student.
        let came = [1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15].into_iter().fold(0, |set, day| set | 1 << day);
        assert_eq!(tallies[1].on, DaysOn { held: came, attended: came });
    }

    #[test]
    fn the_ministrys_zero_is_no_absence() {
        let tallies = tallies(&["1;2;0;1;;-3", "-3;1;0;1;2;2", "1;1;0;0;1.0;2.0", "1;−3;0;-;x;7"]);
        let wanted = [(2, 1, 0, 1, 0), (2, 2, 0, 1, 0), (3, 1, 0, 0, 0), (1, 1, 0, 1, 1)];
        assert_eq!(tallies.iter().map(counts).collect::<Vec<_>>(), wanted);
        assert_eq!(tallies.iter().map(|tally| tally.left).collect::<Vec<_>>(), [true, false, false, false]);
    }

    #[test]
    fn a_two_in_a_class_book_does_not_turn_its_zeros_into_holidays() {
        let tallies = tallies(&["P;P;0;2;A", "P;0;P;P;P"]);
        assert_eq!(tallies.iter().map(counts).collect::<Vec<_>>(), [(2, 2, 0, 0, 1), (4, 1, 0, 0, 0)]);
    }

    #[test]
    fn a_mark_that_nobody_knows_is_neither_present_nor_absent() {
        for text in ["Q", "P/A", "3", "-1", "12", "ñ", "pasillo", "S"] {
            assert_eq!(Marks::default().read(text), Mark::Unknown, "{text}");
        }
        for text in ["", " ", "\u{200b}", "s/i", "NC", "Feriado"] {
            assert_eq!(Marks::default().read(text), Mark::NoClass, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_brings_the_reader_down(cells in proptest::collection::vec("\\PC{0,4}|[0-9PAJxR.-]{0,2}", 0..8)) {
            let mut marks = Marks::default();
            for cell in &cells {
                marks.see(cell);
            }
            let tally = marks.tally((1..).zip(cells.iter().map(String::as_str)));
            prop_assert_eq!(tally.on.held.count_ones(), u32::from(tally.held()));
            prop_assert_eq!(tally.on.attended.count_ones(), u32::from(tally.present));
            prop_assert_eq!(tally.on.attended & !tally.on.held, 0);
            prop_assert!(tally.justified <= tally.absent);
            prop_assert!(usize::from(tally.held() + tally.withdrawn + tally.unknown) <= cells.len());
        }
    }
}
