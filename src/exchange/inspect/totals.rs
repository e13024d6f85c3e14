//! Counts and sums over the records of a reading.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::record::{Shape, hundredths};
use crate::exchange::codes::{Kind, Outcome};
use crate::exchange::reading::Reading;
use crate::exchange::record::Record;
use crate::rules::attendance::Days;

/// Percent below which attendance is *grave* (Mineduc), and below which it is not *esperada*.
const CUTS: [u16; 2] = [85, 90];
/// The lowest passing average, in hundredths.
const PASSING: u16 = 400;

/// What the records of a reading come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Totals {
    /// Records.
    pub records: usize,
    /// Sum of all attendances in hundredths of a percent, with how many there are and how many lie below 85 and 90 %.
    pub attendance: Option<(u64, usize, [usize; 2])>,
    /// Sum of all averages in hundredths, with how many there are and how many lie below 4.0.
    pub average: Option<(u64, usize, usize)>,
    /// Days attended and held, where every row has days.
    pub days: Option<(u64, u64)>,
    /// How many ended the year in each way; none is unknown.
    pub outcomes: Option<BTreeMap<Option<Outcome>, usize>>,
}

impl Totals {
    /// Adds up a reading.
    pub fn of(reading: &Reading) -> Self {
        let shape = Shape::of(reading);
        let mut totals = Self {
            records: reading.records.len(),
            attendance: shape.has("attendance").then_some((0, 0, [0, 0])),
            average: shape.has("average").then_some((0, 0, 0)),
            days: shape.has("held").then_some((0, 0)),
            outcomes: shape.has("outcome").then(BTreeMap::new),
        };
        for record in &reading.records {
            totals.add(record);
        }
        if reading.kind != Kind::Outcome && reading.kind != Kind::Rendimiento {
            totals.outcomes = None;
        }
        totals
    }

    fn add(&mut self, record: &Record) {
        if let (Some((sum, with, below)), Some(percent)) = (&mut self.attendance, record.attendance) {
            *sum += u64::from(percent);
            *with += 1;
            for (below, cut) in below.iter_mut().zip(CUTS) {
                *below += usize::from(is_below(record, percent, cut));
            }
        }
        if let (Some((sum, with, below)), Some(average)) = (&mut self.average, record.average) {
            *sum += u64::from(average);
            *with += 1;
            *below += usize::from(average < PASSING);
        }
        if let (Some((attended, held)), Some(days)) = (&mut self.days, record.attended.zip(record.held)) {
            *attended += u64::from(days.0);
            *held += u64::from(days.1);
        }
        if let Some(outcomes) = &mut self.outcomes {
            *outcomes.entry(record.outcome).or_default() += 1;
        }
    }

    /// The contract's form. Outcomes are counted only in tables that are about them.
    pub(super) fn to_value(&self, kind: Kind) -> Value {
        let mut told = Map::new();
        told.insert("records".into(), json!(self.records));
        if let Some((sum, with, [below_85, below_90])) = self.attendance {
            told.insert("attendance_sum".into(), hundredths(sum));
            told.insert("with_attendance".into(), json!(with));
            told.insert("below_85".into(), json!(below_85));
            told.insert("below_90".into(), json!(below_90));
        }
        if let Some((sum, with, below)) = self.average {
            told.insert("average_sum".into(), hundredths(sum));
            told.insert("with_average".into(), json!(with));
            told.insert("below_4".into(), json!(below));
        }
        if let Some(outcomes) = self.outcomes.as_ref().filter(|_| kind == Kind::Outcome) {
            told.insert("outcome".into(), of_outcomes(outcomes));
        }
        Value::Object(told)
    }
}

/// Outcomes by their names.
pub fn of_outcomes(outcomes: &BTreeMap<Option<Outcome>, usize>) -> Value {
    let named =
        outcomes.iter().map(|(outcome, count)| (outcome.map_or("unknown", Outcome::code).to_owned(), json!(count)));
    Value::Object(named.collect())
}

/// By days where there are days: a rounded percent never decides.
fn is_below(record: &Record, percent: u16, cut: u16) -> bool {
    match record.attended.zip(record.held).and_then(|(attended, held)| Days::new(attended, held).ok()) {
        Some(days) if days.held() > 0 => days.is_below(cut),
        _ => percent < cut * 100,
    }
}
