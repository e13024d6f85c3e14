//! Students who were handed over and of whom no school has said that they are there: a transfer must not silently become
//! a dropout.

use chrono::NaiveDate;

use super::reason::{Finding, Reason};
use crate::{
    notebook::{
        outline::StudentLine,
        school::School,
        student::{StatusEntry, Student},
    },
    rules::{
        calendar::{LAST_MONTH, Month, school_year},
        identity::Rbd,
        rule::{Rule, Unit},
        status::Status,
    },
};

/// Class days after which a hand-over that nobody confirmed is on the list.
pub const UNCONFIRMED: Rule = Rule {
    id: "handover_unconfirmed",
    threshold: 10,
    unit: Unit::Days,
    source: "TEP, traspaso a la escuela que recibe",
};

/// A student on the way, whom nobody has confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnTheWay {
    /// The receiving school, where known.
    pub to: Option<Rbd>,
    /// Since when: the day on which the file was sent, or from which the status holds.
    pub since: NaiveDate,
}

impl OnTheWay {
    /// Of a student on a day; none for anybody who is not on the way, or of whom no day is known.
    pub fn of(student: &Student, today: NaiveDate) -> Option<Self> {
        if student.status_on(today) != Some(Status::TransferredUnconfirmed) {
            return None;
        }
        let open = student.transfers.iter().rev().find(|transfer| transfer.is_open() && transfer.sent <= today);
        match open {
            Some(transfer) => Some(Self { to: transfer.to, since: transfer.sent }),
            None => by_status(student.entry_on(today)),
        }
    }

    /// Of a student in outline.
    pub fn of_line(line: &StudentLine, today: NaiveDate) -> Option<Self> {
        let entry = line.history.last().filter(|entry| entry.status == Status::TransferredUnconfirmed)?;
        match line.transfers.iter().rev().find(|transfer| transfer.is_open() && transfer.sent <= today) {
            Some(transfer) => Some(Self { to: transfer.to, since: transfer.sent }),
            None => by_status(Some(entry)),
        }
    }

    /// Whether a look at a school year still asks about it: in the year of the transfer and in the one after. What lies
    /// further back is history, and the status says it. The year is the one with data, so that it does not depend on when
    /// somebody opens the notebook.
    pub fn is_asked_in(self, year: i32) -> bool {
        year <= school_year(self.since) + 1
    }

    /// Class days that have passed after that day.
    pub fn class_days(self, school: &School, today: NaiveDate) -> u32 {
        class_days_after(school, self.since, today)
    }

    /// A reason to be on the list: it is time to ask.
    pub fn reason(self, school: &School, today: NaiveDate) -> Option<Reason> {
        let days = self.class_days(school, today);
        let finding = Finding::Unconfirmed { days, since: self.since, to: self.to };
        (days >= u32::from(UNCONFIRMED.threshold)).then_some(Reason { rule: UNCONFIRMED, finding })
    }
}

/// A list may know of the leaving and nothing of a hand-over. Where it knows the year alone, the year's end is the day.
fn by_status(entry: Option<&StatusEntry>) -> Option<OnTheWay> {
    let entry = entry?;
    let end_of = |year| Month::new(year, LAST_MONTH).map(Month::last_day);
    let since = entry.since.or_else(|| entry.year.and_then(end_of))?;
    Some(OnTheWay { to: None, since })
}

/// Class days after one day up to another, which counts; over the end of a year each year has its own calendar.
fn class_days_after(school: &School, since: NaiveDate, today: NaiveDate) -> u32 {
    let Some(first) = since.succ_opt() else { return 0 };
    let years = school_year(first)..=school_year(today);
    years.map(|year| school.calendar(year).count(first, today)).fold(0, u32::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        notebook::{extra::Extra, id::Ids, safe_text::SafeText, student::StatusEntry},
        rules::course::Course,
    };

    fn on(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn school() -> School {
        School::new(Rbd::new(99_001).unwrap(), SafeText::line("Escuela Inventada"))
    }

    fn student(status: Status, since: &str) -> Student {
        let now = chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap();
        let mut student = Student::new(Ids::Seeded(1).next(now), Course::parse("8B-A").unwrap());
        student.history.push(StatusEntry { status, since: Some(on(since)), year: None, extra: Extra::new() });
        student
    }

    #[test]
    fn a_transfer_that_nobody_confirmed_comes_back_after_ten_class_days_and_not_before() {
        // A Monday in May 2025 without holidays near it.
        let student = student(Status::TransferredUnconfirmed, "2025-05-05");
        let asked = |today| {
            let way = OnTheWay::of(&student, on(today)).unwrap();
            (way.class_days(&school(), on(today)), way.reason(&school(), on(today)).is_some())
        };
        assert_eq!((asked("2025-05-05"), asked("2025-05-11")), ((0, false), (4, false)));
        assert_eq!((asked("2025-05-16"), asked("2025-05-19")), ((9, false), (10, true)));
    }

    #[test]
    fn the_summer_between_two_schools_is_not_counted() {
        let student = student(Status::TransferredUnconfirmed, "2024-12-30");
        let way = |today| OnTheWay::of(&student, on(today)).unwrap();
        let is_due = |today| way(today).reason(&school(), on(today)).is_some();
        assert_eq!(way("2025-02-28").class_days(&school(), on("2025-02-28")), 0);
        assert!(!is_due("2025-03-10") && is_due("2025-03-25"));
    }

    #[test]
    fn nobody_else_is_on_the_way() {
        for status in Status::ALL.into_iter().filter(|status| *status != Status::TransferredUnconfirmed) {
            assert_eq!(OnTheWay::of(&student(status, "2021-03-01"), on("2021-06-01")), None, "{status:?}");
        }
    }
}
