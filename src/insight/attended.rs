//! How much of a year a student attended, from whatever the notebook knows, and how much lately.
//!
//! Days of months first; where there are none, what a list reported. Never adds percents, never takes nothing for zero.

use chrono::NaiveDate;

use crate::{
    notebook::{months::Months, reported::Reported, years::StudentYear},
    rules::{
        attendance::{Days, Share, trend::Slope},
        calendar::{FIRST_MONTH, LAST_MONTH, Month},
    },
};

/// Attendance of a school year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attended {
    /// How much.
    pub share: Share,
    /// The last month counted.
    pub until: Month,
    /// What was counted.
    pub span: Span,
}

/// What a figure of attendance speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// The sum of the days of all months.
    Months,
    /// The year up to a month, as a list reports it.
    Year,
    /// One month, as a list reports it: of the year nothing else is known.
    Month,
}

/// Attendance of the last class days, in whole months: a notebook has no days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recent {
    /// Days attended and held.
    pub days: Days,
    /// The first month.
    pub from: Month,
    /// The last month.
    pub until: Month,
    /// By how many hundredths of a point it is less than in the months before; 0 where it is not.
    pub fall: u32,
}

/// Where attendance is looked for, wherever it was read from.
#[derive(Debug, Clone, Copy)]
pub struct Sources<'a> {
    /// Days by month.
    pub months: &'a Months,
    /// What lists report without days of a month.
    pub reported: &'a [Reported],
    /// What official tables say of whole years.
    pub years: &'a [StudentYear],
}

impl<'a> Sources<'a> {
    /// The months of a school year with classes held, oldest first.
    pub fn of_year(self, year: i32, until: Month) -> impl DoubleEndedIterator<Item = (Month, Days)> + Clone + 'a {
        let of_year = move |(month, days): &(Month, Days)| month.year() == year && *month <= until && days.held() > 0;
        self.months.iter().filter(of_year)
    }

    /// The last school year up to one of which anything is known.
    pub fn last_year(self, now: i32) -> Option<i32> {
        let months = self.months.iter().next_back().map(|(month, _)| month.year());
        let reported = self.reported.iter().map(|figure| figure.year);
        let years = self.years.iter().filter(|year| of_the_year(year).is_some()).map(|year| year.year);
        months.into_iter().chain(reported).chain(years).filter(|year| *year <= now).max()
    }

    /// Attendance of a school year up to a month and a day, or nothing.
    pub fn attended(self, year: i32, until: Month, today: NaiveDate) -> Option<Attended> {
        let mut known = self.of_year(year, until);
        if let Some(first) = known.next() {
            let (until, days) = known.fold(first, |(_, sum), (month, days)| (month, sum + days));
            return Some(Attended { share: Share::Days(days), until, span: Span::Months });
        }
        let last = Month::new(year, LAST_MONTH)?.min(until);
        let official = self.years.iter().filter(|of| of.year == year).find_map(of_the_year);
        if let Some(share) = official {
            return Some(Attended { share, until: last, span: Span::Year });
        }
        self.of_lists(year, last, today)
    }

    fn of_lists(self, year: i32, last: Month, today: NaiveDate) -> Option<Attended> {
        let known = || self.reported.iter().filter(move |figure| figure.year == year && figure.on <= today);
        let of_year =
            known().filter(|figure| figure.month.is_none()).filter_map(|figure| Some((figure, share(figure)?)));
        if let Some((figure, share)) = of_year.max_by_key(|(figure, _)| figure.on) {
            let first = Month::new(year, FIRST_MONTH)?;
            return Some(Attended {
                share,
                until: Month::of(figure.on).clamp(first.min(last), last),
                span: Span::Year,
            });
        }
        let of_month = known().filter_map(|figure| Some((figure.month?, figure.on, share(figure)?)));
        let latest = of_month.filter(|(month, ..)| *month <= last).max_by_key(|(month, on, _)| (*month, *on))?;
        Some(Attended { share: latest.2, until: latest.0, span: Span::Month })
    }

    /// The line through the months of a year.
    pub fn slope(self, year: i32, until: Month) -> Option<Slope> {
        let months = self.of_year(year, until);
        Slope::through(months.map(|(month, days)| (u16::try_from(month.month()).unwrap_or(0), days)))
    }

    /// Attendance of the months from one to another, beside the months of the year before them.
    pub fn recent(self, year: i32, (from, until): (Month, Month)) -> Option<Recent> {
        let (mut before, mut days) = (Days::default(), Days::default());
        for (month, of_month) in self.of_year(year, until) {
            let sum = if month < from { &mut before } else { &mut days };
            *sum = *sum + of_month;
        }
        (days.held() > 0).then(|| Recent { days, from, until, fall: fall(before, days) })
    }
}

fn share(figure: &Reported) -> Option<Share> {
    let days = figure.days.filter(|days| days.held() > 0).map(Share::Days);
    days.or_else(|| figure.percent.map(Share::Percent))
}

/// What a table says of a year in this school.
fn of_the_year(year: &StudentYear) -> Option<Share> {
    if year.rbd.is_some() {
        return None;
    }
    let days = year.days.filter(|days| days.held() > 0).map(Share::Days);
    days.or_else(|| year.attendance.map(Share::Percent))
}

/// By how many hundredths of a point attendance is less than before; 0 where it is not, or where nothing was before.
fn fall(before: Days, after: Days) -> u32 {
    let of = |days: Days| (u64::from(days.attended()), u64::from(days.held()));
    let ((a, held_a), (b, held_b)) = (of(before), of(after));
    let (high, low) = (10_000 * a * held_b, 10_000 * b * held_a);
    if held_a == 0 { 0 } else { u32::try_from(high.saturating_sub(low) / (held_a * held_b)).unwrap_or(0) }
}
