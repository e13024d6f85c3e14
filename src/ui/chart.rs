//! The run chart in cells: points over a scale that is the same on every screen, the median of each stretch, values,
//! coverage of the register, and letters of what the team did.
//!
//! Nothing is said by colour or height alone: a sign beside each value says on which side of the median it lies. Never
//! draws a month or a week without register as zero.

use chrono::Datelike;
use ratatui::style::Style;

use super::{lines::Line, theme::Theme};
use crate::{
    app::lang::Lang,
    insight::{
        chart::{Chart, Phase, Point, TOP},
        marks::{Mark, MarkKind},
        register::Coverage,
    },
    rules::period::{By, Period},
    text::{charts, figures},
};

/// Columns of the labels on the left.
const GUTTER: usize = 6;
/// Columns that a point has at most.
const WIDEST: usize = 6;
/// Signs of a value above, below and on the median.
const ABOVE: char = '▲';
const BELOW: char = '▼';
const ON: char = '=';

/// A chart with the columns that each of its points has.
struct Plot<'a> {
    lang: Lang,
    theme: Theme,
    chart: &'a Chart,
    marks: &'a [Mark],
    /// First and last point of the run that is the signal, if there is one.
    signal: Option<(usize, usize)>,
    /// The first point that is drawn.
    first: usize,
    step: usize,
}

/// Draws a chart on so many columns, in eleven rows where there is room for it, else in six.
pub fn lines(lang: Lang, theme: Theme, (width, tall): (u16, bool), chart: &Chart, marks: &[Mark]) -> Vec<Line> {
    let (shown, step) = columns(width, chart);
    let first = chart.points.len() - shown;
    let plot = Plot { lang, theme, chart, marks, signal: signal(chart), first, step };
    let mut lines: Vec<Line> = if tall { plot.rows(10) } else { plot.rows(5) };
    lines.push(plot.axis());
    lines.push(if chart.by == By::Week { plot.weeks() } else { plot.months() });
    lines.extend(plot.values());
    lines.extend(plot.register());
    lines.extend(plot.letters());
    lines
}

/// How many points fit on so many columns, and how many columns each of them has.
fn columns(width: u16, chart: &Chart) -> (usize, usize) {
    let room = usize::from(width).saturating_sub(GUTTER).max(1);
    let shown = chart.points.len().min(room);
    (shown, (room / shown.max(1)).clamp(1, WIDEST))
}

/// The signs that stand for more than they have room for on so many columns.
pub fn short_signs(width: u16, chart: &Chart) -> Vec<char> {
    match columns(width, chart).1 {
        ..3 => vec![charts::SEVERAL],
        3 => vec![charts::SEVERAL, charts::WHOLE],
        _ => Vec::new(),
    }
}

/// The longest run of the last stretch, where the rules call it more than chance.
fn signal(chart: &Chart) -> Option<(usize, usize)> {
    let phase = chart.last().filter(|phase| phase.chart.judge(chart.rules).is_signal())?;
    let run = phase.chart.longest()?;
    Some((phase.from + run.from, phase.from + run.to))
}

/// How many of the oldest points do not fit on so many columns.
pub fn hidden(width: u16, chart: &Chart) -> usize {
    chart.points.len() - columns(width, chart).0
}

impl Plot<'_> {
    fn points(&self) -> impl Iterator<Item = (usize, &Point)> {
        self.chart.points.iter().enumerate().skip(self.first)
    }

    fn phase(&self, at: usize) -> Option<&Phase> {
        self.chart.phases.iter().find(|phase| (phase.from..phase.until).contains(&at))
    }

    /// The column of a point within its columns.
    const fn column(&self) -> usize {
        if self.step >= 3 { 1 } else { 0 }
    }

    /// Points and medians, the best on top, so many rows above the one of the lowest value.
    fn rows(&self, above: u64) -> Vec<Line> {
        let span = (TOP - self.chart.bottom()) / above;
        (0..=above).map(|at| self.row(TOP - at * span, span)).collect()
    }

    /// One row of the values around its middle, which its label names: what lies at 86 is not read as 90.
    fn row(&self, middle: u64, span: u64) -> Line {
        let label = if middle.is_multiple_of(100) { (middle / 100).to_string() } else { String::new() };
        let mut line = vec![(format!("{label:>4} ┤"), self.theme.quiet())];
        let holds = |value: u64| 2 * value <= 2 * middle + span && 2 * value + span > 2 * middle;
        for (at, point) in self.points() {
            let phase = self.phase(at);
            let median = phase.and_then(|phase| phase.chart.median).map(|median| median.twice() / 2);
            let has_median = median.and_then(|median| u64::try_from(median).ok()).is_some_and(holds);
            let rule = match has_median.then(|| Self::is_baseline(phase, point)) {
                None => ' ',
                Some(true) => '━',
                Some(false) => '·',
            };
            let rule_style = self.theme.quiet();
            let Some(value) = point.value().filter(|value| holds(*value)) else {
                push(&mut line, &rule.to_string().repeat(self.step), rule_style);
                continue;
            };
            let sign = if value >= middle { "▀" } else { "▄" };
            let column = self.column();
            push(&mut line, &rule.to_string().repeat(column), rule_style);
            push(&mut line, sign, self.style(at));
            push(&mut line, &rule.to_string().repeat(self.step - column - 1), rule_style);
        }
        line
    }

    fn is_baseline(phase: Option<&Phase>, point: &Point) -> bool {
        phase.and_then(|phase| phase.span).is_some_and(|(from, to)| (from..=to).contains(&point.period))
    }

    /// Points of the run that is the signal stand out; the words beside the chart say so too.
    fn style(&self, at: usize) -> Style {
        let is_in = self.signal.is_some_and(|(from, to)| (from..=to).contains(&at));
        if is_in { self.theme.trouble() } else { self.theme.title() }
    }

    /// The axis, with the years.
    fn axis(&self) -> Line {
        let axis = self.at_turns(
            '─',
            |point| point.period.first_day().year(),
            |point| point.period.first_day().year().to_string(),
        );
        vec![(format!("{:>4} └{axis}", ""), self.theme.quiet())]
    }

    fn months(&self) -> Line {
        let letters = if self.step >= 4 { 3 } else { 1 };
        self.labels("", |point| figures::month(self.lang, point.period.month()).chars().take(letters).collect())
    }

    /// Under the first week that begins in a month stands its name; where there is room, the Monday under the others.
    fn weeks(&self) -> Line {
        if self.step > 3 {
            let mut month = None;
            let label = |point: &Point| {
                let this = point.period.month();
                if month.replace(this) == Some(this) {
                    return point.period.first_day().day().to_string();
                }
                figures::month(self.lang, this).to_owned()
            };
            return self.labels("", label);
        }
        let months = self.at_turns(
            ' ',
            |point| point.period.month(),
            |point| figures::month(self.lang, point.period.month()).to_owned(),
        );
        vec![(format!("{:>5} ", ""), self.theme.quiet()), (months, self.theme.plain())]
    }

    /// A label where something becomes another from one point to the next, if it has room before the one after.
    fn at_turns<T: PartialEq>(&self, fill: char, of: impl Fn(&Point) -> T, label: impl Fn(&Point) -> String) -> String {
        let mut cells: Vec<char> = std::iter::repeat_n(fill, self.step * self.points().count()).collect();
        let mut before = None;
        let turns = self.points().enumerate().filter(|(_, (_, point))| {
            let this = of(point);
            let turns = before.as_ref() != Some(&this);
            before = Some(this);
            turns
        });
        let turns: Vec<(usize, &Point)> = turns.map(|(at, (_, point))| (at * self.step, point)).collect();
        for (at, (from, point)) in turns.iter().enumerate() {
            let until = turns.get(at + 1).map_or(cells.len(), |(next, _)| next - 1);
            let label = label(point);
            let place = cells.get_mut(*from..until.max(*from)).unwrap_or_default();
            if place.len() >= label.chars().count() {
                place.iter_mut().zip(label.chars()).for_each(|(cell, letter)| *cell = letter);
            }
        }
        cells.into_iter().collect()
    }

    /// The values, each with the sign of its side; where there is no room for them, the signs alone.
    fn values(&self) -> Vec<Line> {
        let sign = |at: usize, point: &Point| match (self.phase(at).and_then(|phase| phase.chart.median), point.value())
        {
            (Some(median), Some(value)) => match median.is_below(value.into()) {
                Some(true) => ABOVE,
                Some(false) => BELOW,
                None => ON,
            },
            _ => ' ',
        };
        let value = |point: &Point| -> String {
            let Some(value) = point.value() else {
                return if self.step >= 3 { "—".to_owned() } else { String::new() };
            };
            if self.step < 3 {
                return String::new();
            }
            if self.step < 5 || value >= TOP {
                return (value / 100).to_string();
            }
            let exact = point.figure.and_then(|month| figures::tenths(self.lang, month.attended, month.held));
            exact.unwrap_or_default()
        };
        let mut line = vec![(format!("{:>4}  ", "%"), self.theme.quiet())];
        for (at, point) in self.points() {
            let mut shown = value(point);
            if shown.chars().count() >= self.step {
                // Half a number would be another one; the sign matters more.
                shown.clear();
            }
            let text: String = shown.chars().chain([sign(at, point)]).collect();
            push(&mut line, &format!("{text:<width$}", width = self.step), self.style_of_value(at));
        }
        vec![line]
    }

    fn style_of_value(&self, at: usize) -> Style {
        let style = self.style(at);
        if style == self.theme.title() { self.theme.plain() } else { style }
    }

    /// Coverage of the register in whole percents, where there is room.
    fn register(&self) -> Option<Line> {
        let percent = |point: &Point| match point.coverage.and_then(Coverage::percent) {
            None => "—".to_owned(),
            // Three digits would run into those of the next point.
            Some(100..) if self.step == 3 => charts::WHOLE.to_string(),
            Some(percent) => percent.to_string(),
        };
        (self.step >= 3).then(|| self.labels(charts::REGISTER.of(self.lang), percent))
    }

    /// Letters of what the team did in each month or week; nothing where it did nothing.
    fn letters(&self) -> Option<Line> {
        let letters = |period: Period| -> String {
            let happened =
                |kind: &MarkKind| self.marks.iter().any(|mark| mark.kind == *kind && period.contains(mark.on));
            let letters: Vec<char> =
                MarkKind::ALL.into_iter().filter(happened).map(|kind| charts::letter(kind, self.lang)).collect();
            if letters.len() <= self.step {
                return letters.into_iter().collect();
            }
            letters.into_iter().take(self.step - 1).chain([charts::SEVERAL]).collect()
        };
        let has_any = self.points().any(|(_, point)| !letters(point.period).is_empty());
        has_any.then(|| self.labels("", |point| letters(point.period)))
    }

    /// A text under each point.
    fn labels(&self, name: &str, mut of: impl FnMut(&Point) -> String) -> Line {
        let mut line = vec![(format!("{name:>5} "), self.theme.quiet())];
        for (_, point) in self.points() {
            let text: String = of(point).chars().take(self.step).collect();
            push(&mut line, &format!("{text:<width$}", width = self.step), self.theme.plain());
        }
        line
    }
}

/// Goes on with the last piece where the style is the same.
fn push(line: &mut Line, text: &str, style: Style) {
    match line.last_mut().filter(|(_, last)| *last == style) {
        Some((last, _)) => last.push_str(text),
        None => line.push((text.to_owned(), style)),
    }
}

#[cfg(test)]
mod tests;
