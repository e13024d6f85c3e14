//! Students who were handed over and of whom no school has said that they are there: a transfer must not silently become
//! a dropout.

use chrono::NaiveDate;

use crate::{
    notebook::{school::School, student::Student},
    rules::{
        calendar::school_year,
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
    /// Class days that have passed after that day.
    pub class_days: u32,
}

impl OnTheWay {
    /// Whether it is time to ask: a reason to be on the list.
    pub fn is_due(self) -> bool {
        self.class_days >= u32::from(UNCONFIRMED.threshold)
    }
}

/// Where a student on the way stands; none for anybody else, and where no day is known.
pub fn on_the_way(student: &Student, school: &School, today: NaiveDate) -> Option<OnTheWay> {
    if student.status() != Status::TransferredUnconfirmed {
        return None;
    }
    let open = student.transfers.iter().rev().find(|transfer| transfer.is_open());
    let since = open.map(|transfer| transfer.sent).or_else(|| student.history.last().and_then(|entry| entry.since))?;
    let to = open.and_then(|transfer| transfer.to);
    Some(OnTheWay { to, since, class_days: class_days_after(school, since, today) })
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
        let asked = |today| on_the_way(&student, &school(), on(today)).unwrap();
        assert_eq!((asked("2025-05-05").class_days, asked("2025-05-11").class_days), (0, 4));
        assert_eq!((asked("2025-05-16").class_days, asked("2025-05-16").is_due()), (9, false));
        assert_eq!((asked("2025-05-19").class_days, asked("2025-05-19").is_due()), (10, true));
    }

    #[test]
    fn the_summer_between_two_schools_is_not_counted() {
        let student = student(Status::TransferredUnconfirmed, "2024-12-30");
        let asked = |today| on_the_way(&student, &school(), on(today)).unwrap();
        assert_eq!(asked("2025-02-28").class_days, 0);
        assert!(!asked("2025-03-10").is_due() && asked("2025-03-25").is_due());
    }

    #[test]
    fn nobody_else_is_on_the_way() {
        for status in Status::ALL.into_iter().filter(|status| *status != Status::TransferredUnconfirmed) {
            assert!(on_the_way(&student(status, "2021-03-01"), &school(), on("2021-06-01")).is_none(), "{status:?}");
        }
    }
}
