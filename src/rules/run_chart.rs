//! Run charts: a median, the runs on either side of it, and whether they are more than chance.
//!
//! Sources: Perla, Provost y Murray (2011); Anhøj y Olesen (2014). Integers only: points are whole numbers of their
//! smallest part. A point without a value is left out, never read as zero. Never judges a single point: whether one is
//! astronomical is for people to say.

use serde::{Deserialize, Serialize};

use super::rule::{Rule, Unit};
use median::Median;

pub mod limits;
pub mod median;

const PERLA: &str = "Perla, Provost y Murray 2011, BMJ Qual Saf 20:46-51";
const ANHOEJ: &str = "Anhøj y Olesen 2014, PLoS ONE 9(11) e113825";

/// Points with a value under which nothing is concluded.
pub const FEWEST: Rule = Rule { id: "run_chart_points", threshold: 10, unit: Unit::Count, source: PERLA };
/// Useful points in a row on one side that are a shift.
pub const SHIFT: Rule = Rule { id: "run_chart_shift", threshold: 6, unit: Unit::Count, source: PERLA };
/// Points in a row up or down that are a trend. Advisory: chance alone makes one in every fifth chart of 20 points.
pub const TREND: Rule = Rule { id: "run_chart_trend", threshold: 5, unit: Unit::Count, source: PERLA };
/// Percent of chance that the number of runs is so low or so high, half of it on either side.
pub const RUNS: Rule = Rule::percent("run_chart_runs", 5, PERLA);
/// More than round(log2 n) and this many useful points on one side are a long run.
pub const LONG_RUN: Rule = Rule { id: "run_chart_long_run", threshold: 3, unit: Unit::Count, source: ANHOEJ };
/// Percent of the quantile under which crossings are few.
pub const CROSSINGS: Rule = Rule { id: "run_chart_crossings", threshold: 5, unit: Unit::Percent, source: ANHOEJ };
/// Points of the first baseline, where no other was chosen.
pub const BASELINE: Rule =
    Rule { id: "run_chart_baseline", threshold: 8, unit: Unit::Count, source: "NHS Scotland, regla de línea base" };
/// Useful points on one side, up to the last, after which a new baseline is suggested.
pub const SUSTAINED: Rule =
    Rule { id: "run_chart_sustained", threshold: 9, unit: Unit::Count, source: "NHS Scotland, regla de línea base" };

/// Which rules say that something is more than chance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum RuleSet {
    /// Longest run and number of crossings, with limits that follow the number of points.
    #[default]
    Anhoej,
    /// A shift, or fewer or more runs than chance makes.
    Classic,
}

impl RuleSet {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Anhoej, Self::Classic];

    /// The name in data.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Anhoej => "anhoej",
            Self::Classic => "classic",
        }
    }
}

/// Useful points in a row on one side of the median.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Whether they lie above.
    pub is_above: bool,
    /// The place of the first one among all points, those without a value counted too.
    pub from: usize,
    /// The place of the last one.
    pub to: usize,
    /// How many they are; points on the median between them are not counted.
    pub length: usize,
}

/// What the points say, before any rule set judges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunChart {
    /// Points with a value.
    pub n: usize,
    /// The median of the baseline; none without a point.
    pub median: Option<Median>,
    /// The runs, oldest first.
    pub runs: Vec<Run>,
    /// The most points in a row up or down; points of the same value in a row are one.
    pub longest_trend: usize,
}

/// Reads a series against the median of its first `baseline` points with a value, or of all of them.
pub fn read(points: &[Option<i128>], baseline: Option<usize>) -> RunChart {
    let values: Vec<i128> = points.iter().flatten().copied().collect();
    let median = Median::of(values.get(..baseline.unwrap_or(values.len())).unwrap_or(&values));
    against(points, median)
}

/// Reads a series against a median that stands already.
pub fn against(points: &[Option<i128>], median: Option<Median>) -> RunChart {
    let values: Vec<i128> = points.iter().flatten().copied().collect();
    let runs = median.map(|median| runs_of(points, median)).unwrap_or_default();
    RunChart { n: values.len(), median, runs, longest_trend: longest_trend(&values) }
}

fn runs_of(points: &[Option<i128>], median: Median) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for (at, value) in points.iter().enumerate() {
        // Neither a point on the median nor a missing one makes a run or breaks it.
        let Some(is_above) = value.and_then(|value| median.is_below(value)) else { continue };
        match runs.last_mut().filter(|run| run.is_above == is_above) {
            Some(run) => (run.to, run.length) = (at, run.length + 1),
            None => runs.push(Run { is_above, from: at, to: at, length: 1 }),
        }
    }
    runs
}

/// The most points of which each is higher than the one before, or each lower. Two points are no trend yet, but a step.
fn longest_trend(values: &[i128]) -> usize {
    let mut longest = values.len().min(1);
    let (mut length, mut direction) = (longest, std::cmp::Ordering::Equal);
    for (before, value) in values.iter().zip(values.iter().skip(1)) {
        let step = value.cmp(before);
        if step.is_eq() {
            continue;
        }
        length = if step == direction { length + 1 } else { 2 };
        direction = step;
        longest = longest.max(length);
    }
    longest
}

impl RunChart {
    /// Points that do not lie on the median.
    pub fn useful(&self) -> usize {
        self.runs.iter().map(|run| run.length).sum()
    }

    /// Useful points above and below the median.
    pub fn sides(&self) -> (usize, usize) {
        let above = self.runs.iter().filter(|run| run.is_above).map(|run| run.length).sum();
        (above, self.useful() - above)
    }

    /// The longest run; of several, the first.
    pub fn longest(&self) -> Option<Run> {
        self.runs.iter().copied().reduce(|longest, run| if run.length > longest.length { run } else { longest })
    }

    /// How long the longest run is.
    pub fn longest_run(&self) -> usize {
        self.longest().map_or(0, |run| run.length)
    }

    /// How often the series crosses the median.
    pub fn crossings(&self) -> usize {
        self.runs.len().saturating_sub(1)
    }

    /// Whether there is a shift.
    pub fn has_shift(&self) -> bool {
        self.longest_run() >= SHIFT.threshold.into()
    }

    /// Whether there is a trend. Advisory.
    pub fn has_trend(&self) -> bool {
        self.longest_trend >= TREND.threshold.into()
    }

    /// What a rule set makes of it.
    pub fn judge(&self, rules: RuleSet) -> Conclusion {
        let missing = usize::from(FEWEST.threshold).saturating_sub(self.n);
        if missing > 0 {
            return Conclusion::TooFew { missing };
        }
        let signals = match rules {
            RuleSet::Anhoej => self.anhoej(),
            RuleSet::Classic => self.classic(),
        };
        if signals.is_empty() { Conclusion::None } else { Conclusion::Signal(signals) }
    }

    fn anhoej(&self) -> Vec<Signal> {
        let (longest, crossings) = (self.longest_run(), self.crossings());
        let allowed = limits::longest_allowed(self.useful());
        let fewest = limits::fewest_crossings(self.useful());
        let long = (longest > allowed).then_some(Signal::LongRun { longest, allowed });
        let few = (crossings < fewest).then_some(Signal::FewCrossings { crossings, fewest });
        long.into_iter().chain(few).collect()
    }

    fn classic(&self) -> Vec<Signal> {
        let shift = self.has_shift().then_some(Signal::Shift { longest: self.longest_run() });
        let (above, below) = self.sides();
        let (runs, (fewest, most)) = (self.runs.len(), limits::runs(above, below));
        let number = if runs < fewest {
            Some(Signal::FewRuns { runs, fewest })
        } else {
            (runs > most).then_some(Signal::ManyRuns { runs, most })
        };
        shift.into_iter().chain(number).collect()
    }
}

/// What can be said of a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conclusion {
    /// Nothing yet: so many points are missing.
    TooFew {
        /// Points that are missing.
        missing: usize,
    },
    /// No more than chance.
    None,
    /// More than chance, by these.
    Signal(Vec<Signal>),
}

impl Conclusion {
    /// The name in data.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::TooFew { .. } => "too_few",
            Self::None => "none",
            Self::Signal(_) => "signal",
        }
    }

    /// Whether there is a signal.
    pub const fn is_signal(&self) -> bool {
        matches!(self, Self::Signal(_))
    }
}

/// Something that is more than chance, with the limit that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// A run is longer than chance makes.
    LongRun {
        /// Its points.
        longest: usize,
        /// The longest that is no signal.
        allowed: usize,
    },
    /// The median is crossed less often than chance does.
    FewCrossings {
        /// How often it is.
        crossings: usize,
        /// The fewest that are no signal.
        fewest: usize,
    },
    /// So many points in a row on one side.
    Shift {
        /// How many.
        longest: usize,
    },
    /// Fewer runs than chance makes: the level moves.
    FewRuns {
        /// How many.
        runs: usize,
        /// The fewest that are no signal.
        fewest: usize,
    },
    /// More runs than chance makes: two processes in turn.
    ManyRuns {
        /// How many.
        runs: usize,
        /// The most that are no signal.
        most: usize,
    },
}

#[cfg(test)]
mod tests;
