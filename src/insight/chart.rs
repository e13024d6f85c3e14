//! The run chart of a school's attendance by month or by week: points, frozen baselines, and what can be said of them.
//!
//! Points are in hundredths of a percent, as they are shown: who counts them by hand finds the same. By week it is the
//! same computation over weeks, of the months whose days were imported one by one.

use chrono::NaiveDate;

use super::{
    indicators::{self, Sum},
    register::{self, Coverage},
};
use crate::{
    notebook::{Notebook, baseline::Baseline},
    rules::{
        calendar::{FIRST_MONTH, Month},
        period::{By, Period},
        run_chart::{self, BASELINE, Conclusion, RuleSet, RunChart, SUSTAINED, median::Median},
    },
};

/// The upper end of the scale, in hundredths of a percent.
pub const TOP: u64 = 10_000;
/// The lower ends that the scale can have: half of the attendance would be drawn flat where nobody misses half.
const BOTTOMS: [u64; 3] = [7_500, 5_000, 0];

/// One month, or one week, of the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// Which one.
    pub period: Period,
    /// Its attendance; none where nothing is known.
    pub figure: Option<Sum>,
    /// How much of its class days the registers hold.
    pub coverage: Option<Coverage>,
}

impl Point {
    /// Attendance in hundredths of a percent.
    pub fn value(&self) -> Option<u64> {
        self.figure.and_then(|figure| figure.percent_hundredths())
    }
}

/// Where a baseline comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// The school year before.
    YearBefore,
    /// The first points there are.
    FirstPoints,
    /// All points: there are too few to freeze a baseline.
    NotFrozen,
    /// The team set it.
    Team(Baseline),
}

/// A stretch of the chart with a baseline of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Phase {
    /// The place of its first point.
    pub from: usize,
    /// The place after its last point.
    pub until: usize,
    /// Where its baseline comes from.
    pub origin: Origin,
    /// First and last point of the baseline; none without a point.
    pub span: Option<(Period, Period)>,
    /// Points of the baseline that have a value.
    pub points: usize,
    /// What its points say.
    pub chart: RunChart,
}

/// The run chart of a school.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What its points are.
    pub by: By,
    /// Every month, or every week, with classes from the first to the last of which anything is known.
    pub points: Vec<Point>,
    /// Its stretches, the oldest first; there is always one. What is said, is said of the last.
    pub phases: Vec<Phase>,
    /// The rules by which it is judged.
    pub rules: RuleSet,
    /// Whether the class days are those of a calendar that is only assumed.
    pub is_assumed: bool,
}

/// Reads the attendance of a notebook: the year and the one before, or from the last baseline on.
pub fn of(notebook: &Notebook, by: By, year: i32, today: NaiveDate) -> Chart {
    let settings = &notebook.school.run_charts;
    let points = points(notebook, (by, year), settings.baselines.last(), today);
    let phases = phases(&points, year, &settings.baselines);
    let is_assumed = !notebook.school.calendars.iter().any(|calendar| calendar.year == year);
    Chart { by, points, phases, rules: settings.rules, is_assumed }
}

fn points(notebook: &Notebook, (by, year): (By, i32), baseline: Option<&Baseline>, today: NaiveDate) -> Vec<Point> {
    let from = baseline.map_or(year - 1, |baseline| baseline.from.school_year().min(year - 1));
    let mut sums = indicators::sums(notebook, by);
    sums.retain(|period, _| (from..=year).contains(&period.school_year()));
    let (Some(first), Some(last)) = (sums.keys().next().copied(), sums.keys().next_back().copied()) else {
        return Vec::new();
    };
    let coverage = register::coverage(notebook, by, today);
    let figure = |period| sums.get(&period).copied();
    let point = |period| Point { period, figure: figure(period), coverage: coverage.get(&period).copied() };
    let after = |period: &Period| Some(period.next()).filter(|next| next > period);
    // A register of the holidays is a point all the same.
    let is_shown = |point: &Point| point.figure.is_some() || has_classes(notebook, point.period);
    std::iter::successors(Some(first), after).take_while(|period| *period <= last).map(point).filter(is_shown).collect()
}

/// Whether there are classes in a period: from March to December; in a week that the calendar gives a class day.
fn has_classes(notebook: &Notebook, period: Period) -> bool {
    match period {
        Period::Month(month) => month.month() >= FIRST_MONTH,
        Period::Week(week) => {
            let calendar = notebook.school.calendar(week.school_year());
            calendar.count(week.first_day(), week.last_day()) > 0
        }
    }
}

fn phases(points: &[Point], year: i32, baselines: &[Baseline]) -> Vec<Phase> {
    // Weeks belong to the month in which they begin.
    let place = |month: Month| points.iter().position(|point| point.period.month() >= month).unwrap_or(points.len());
    let mut starts: Vec<(usize, Option<&Baseline>)> = vec![(0, None)];
    for baseline in baselines {
        let from = place(baseline.from);
        starts.retain(|(start, _)| *start < from);
        starts.push((from, Some(baseline)));
    }
    let ends = starts.iter().skip(1).map(|(from, _)| *from).chain([points.len()]);
    let all = starts.iter().zip(ends).map(|((from, set), until)| {
        let points = points.get(*from..until).unwrap_or_default();
        let (origin, is_baseline) = set.map_or_else(|| own(points, year), |baseline| chosen(points, baseline));
        phase(points, (*from, until), origin, &is_baseline)
    });
    all.collect()
}

/// The baseline that nobody chose: the year before where it has enough points, else the first ones.
fn own(points: &[Point], year: i32) -> (Origin, Vec<bool>) {
    let enough = usize::from(BASELINE.threshold);
    let is_known = |point: &&Point| point.value().is_some();
    let is_before = |point: &Point| point.period.school_year() < year;
    if points.iter().filter(is_known).filter(|point| is_before(point)).count() >= enough {
        return (Origin::YearBefore, points.iter().map(is_before).collect());
    }
    let known = points.iter().filter(is_known).count();
    let origin = if known >= enough { Origin::FirstPoints } else { Origin::NotFrozen };
    (origin, first(points, enough))
}

/// The first so many points that have a value, and the gaps between them.
fn first(points: &[Point], mut left: usize) -> Vec<bool> {
    let take = |point: &Point| {
        let takes = left > 0;
        left -= usize::from(takes && point.value().is_some());
        takes
    };
    points.iter().map(take).collect()
}

fn chosen(points: &[Point], baseline: &Baseline) -> (Origin, Vec<bool>) {
    (Origin::Team(baseline.clone()), points.iter().map(|point| point.period.month() <= baseline.to).collect())
}

fn phase(points: &[Point], (from, until): (usize, usize), origin: Origin, is_baseline: &[bool]) -> Phase {
    let values: Vec<Option<i128>> = points.iter().map(|point| point.value().map(i128::from)).collect();
    let chosen = points.iter().zip(is_baseline).filter(|(point, is_one)| **is_one && point.value().is_some());
    let chosen: Vec<&Point> = chosen.map(|(point, _)| point).collect();
    let base: Vec<i128> = chosen.iter().filter_map(|point| point.value().map(i128::from)).collect();
    let span = chosen.first().zip(chosen.last()).map(|(first, last)| (first.period, last.period));
    let chart = run_chart::against(&values, Median::of(&base));
    Phase { from, until, origin, span, points: base.len(), chart }
}

impl Chart {
    /// The same points with one baseline: the first so many of them that have a value.
    #[must_use]
    pub fn with_first(mut self, points: usize) -> Self {
        let is_baseline = first(&self.points, points);
        self.phases = vec![phase(&self.points, (0, self.points.len()), Origin::FirstPoints, &is_baseline)];
        self
    }

    /// The lower end of the scale: the highest one below which no point lies. It depends on all points and on nothing
    /// else, so that every screen of a notebook has the same.
    pub fn bottom(&self) -> u64 {
        let lowest = self.points.iter().filter_map(Point::value).min().unwrap_or(TOP);
        BOTTOMS.into_iter().find(|bottom| *bottom <= lowest).unwrap_or(0)
    }

    /// The stretch of which something is said.
    pub fn last(&self) -> Option<&Phase> {
        self.phases.last()
    }

    /// What the rules make of it.
    pub fn conclusion(&self) -> Option<Conclusion> {
        self.last().map(|phase| phase.chart.judge(self.rules))
    }

    /// From when on a new baseline is worth a thought, and how many points speak for it.
    pub fn suggestion(&self) -> Option<(Period, usize)> {
        let phase = self.last().filter(|phase| phase.origin != Origin::NotFrozen)?;
        let (median, (_, last), run) = (phase.chart.median?, phase.span?, phase.chart.runs.last()?);
        let points = self.points.get(phase.from + run.from..=phase.from + run.to)?;
        // Within the baseline itself a run says nothing about it: it counts from there on.
        let is_useful = |point: &&Point| point.value().is_some_and(|value| median.is_below(value.into()).is_some());
        let mut after = points.iter().filter(|point| point.period > last).filter(is_useful);
        let first = after.next()?.period;
        let length = 1 + after.count();
        (length >= SUSTAINED.threshold.into()).then_some((first, length))
    }

    /// The last two points with data, where absence and coverage fall together: that is no good news yet.
    pub fn caution(&self) -> Option<(Point, Point)> {
        let mut known = self.points.iter().rev().filter(|point| point.value().is_some());
        let (last, before) = (known.next()?, known.next()?);
        let falls = before.coverage.zip(last.coverage).is_some_and(|(before, last)| before.falls_to(last));
        (falls && last.value() > before.value()).then_some((*before, *last))
    }
}

#[cfg(test)]
mod tests;
