//! Registers and attendance of the practice alliance: days held by course and month, days attended by student.
//!
//! Owns the shape of the two years: a short March and April of 2020, then classes at a distance, a slow way back, and
//! presence by turns in 2021. Months without a register stay without an entry; they are never zero.

use super::{
    dice::{Dice, Purpose},
    plan::DemoSchool,
};
use crate::{
    notebook::months::Months,
    rules::{attendance::Days, calendar::Month},
};

/// How many months the two years have.
pub(super) const MONTHS: usize = 14;
/// The place of March 2021 among the months.
pub(super) const MARCH_2021: usize = 10;

/// Year, month, class days that a school can hold, and by how much the attendance of a struggling student sinks.
const CALENDAR: [(u16, u8, u8, u8); MONTHS] = [
    (2020, 3, 11, 0),
    (2020, 4, 12, 14),
    (2020, 5, 18, 18),
    (2020, 6, 20, 18),
    (2020, 7, 17, 14),
    (2020, 8, 20, 10),
    (2020, 9, 17, 8),
    (2020, 10, 20, 8),
    (2020, 11, 20, 6),
    (2020, 12, 9, 10),
    (2021, 3, 22, 0),
    (2021, 4, 20, 4),
    (2021, 5, 20, 10),
    (2021, 6, 19, 8),
];

/// One month of one course: the days held, and by how many percent its attendance lies under the usual.
#[derive(Debug, Clone, Copy)]
pub(super) struct Page {
    held: u8,
    under: u32,
}

/// The months of one course; none where there is no register.
pub(super) type Register = [Option<Page>; MONTHS];

/// Draws the registers of all courses of a school.
pub(super) fn registers(school: &DemoSchool, courses: usize) -> Vec<Register> {
    let mut dice = Dice::new(school.rbd, Purpose::Register);
    // Every third school has a month that nobody kept a register of: the first of the suspension.
    let lost = (school.place() % 3 == 1).then_some(1);
    let fewer: [u8; MONTHS] = std::array::from_fn(|_| small(&mut dice, 2));
    // Schools differ, and so do their months and their courses: nothing that one could compare runs in step.
    let school_under = dice.below(4);
    let under: [u32; MONTHS] = std::array::from_fn(|_| school_under + dice.below(4));
    (0..courses).map(|_| register(&mut dice, lost, &fewer, &under)).collect()
}

fn register(dice: &mut Dice, lost: Option<usize>, fewer: &[u8; MONTHS], under: &[u32; MONTHS]) -> Register {
    let mut register = [None; MONTHS];
    let course_under = dice.below(5);
    for (at, (slot, (fewer, under))) in register.iter_mut().zip(fewer.iter().zip(under)).enumerate() {
        let held = CALENDAR.get(at).map_or(0, |(_, _, held, _)| *held).saturating_sub(fewer + small(dice, 2));
        let unkept = dice.chance(2);
        *slot = (lost != Some(at) && !unkept).then_some(Page { held, under: under + course_under });
    }
    register
}

fn small(dice: &mut Dice, most: u32) -> u8 {
    u8::try_from(dice.between(0, most)).unwrap_or(0)
}

/// How a student tends to come to class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Habit {
    /// Percent of days in a good month.
    usual: u32,
    /// The month from which attendance falls and does not come back.
    falls_from: Option<usize>,
    /// Nothing is known of this student.
    unknown: bool,
}

impl Habit {
    /// Draws a habit: most students come, some come by turns, a few are hardly seen.
    pub(super) fn draw(dice: &mut Dice) -> Self {
        let usual = match dice.below(100) {
            0..=2 => dice.between(18, 48),
            3..=13 => dice.between(58, 84),
            14..=31 => dice.between(84, 90),
            _ => dice.between(91, 100),
        };
        let falls_from = dice.chance(4).then(|| usize::try_from(dice.between(2, 12)).unwrap_or(2));
        Self { usual, falls_from, unknown: dice.chance(2) }
    }

    /// Percent of days in a month, before what school, month and course take away: the best reach a little over 100.
    fn percent(self, at: usize, dice: &mut Dice) -> u32 {
        let sinks = CALENDAR.get(at).map_or(0, |(_, _, _, sinks)| u32::from(*sinks));
        // Who comes nearly always kept coming, at a distance too.
        let sinks = match self.usual {
            91.. => sinks / 4,
            84..=90 => sinks / 3,
            _ => sinks,
        };
        let fall = self.falls_from.map_or(0, |from| at.saturating_sub(from).min(5) * 11);
        let noise = dice.around(0, 10);
        (self.usual + noise).saturating_sub(sinks + u32::try_from(fall).unwrap_or(0)).min(104)
    }
}

/// The stretch of months in which a student was at the school: first, and first no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stay {
    /// The first month.
    pub(super) from: usize,
    /// The month after the last.
    pub(super) until: usize,
}

/// The attendance of one student: at most the days held, and nothing where nothing is known.
pub(super) fn attendance(register: &Register, habit: Habit, stay: Stay, dice: &mut Dice) -> Months {
    let mut months = Vec::with_capacity(MONTHS);
    for (at, (page, (year, month, _, _))) in register.iter().zip(CALENDAR).enumerate() {
        let percent = habit.percent(at, dice);
        let present = (stay.from..stay.until).contains(&at) && !habit.unknown;
        let Some(page) = page.filter(|page| present && page.held > 0) else { continue };
        let percent = percent.saturating_sub(page.under).min(100);
        let attended = u8::try_from((u32::from(page.held) * percent + 50) / 100).unwrap_or(page.held);
        months.extend(entry(year, month, attended.min(page.held), page.held));
    }
    months.into_iter().collect()
}

fn entry(year: u16, month: u8, attended: u8, held: u8) -> Option<(Month, Days)> {
    Some((Month::new(i32::from(year), u32::from(month))?, Days::new(u16::from(attended), u16::from(held)).ok()?))
}
