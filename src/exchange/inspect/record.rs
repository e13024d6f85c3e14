//! One record with the keys that its table can know.

use std::collections::BTreeSet;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Number, Value, json};

use crate::exchange::codes::Kind;
use crate::exchange::reading::Reading;
use crate::exchange::record::{Birth, Figure, Hundredths, MonthFigure, More, Record};
use crate::notebook::personal::{Personal, Reveal};
use crate::rules::course::Course;
use crate::rules::identity::{Rbd, Run};

/// The keys of a table's records.
#[derive(Debug, Clone)]
pub(super) struct Shape(BTreeSet<&'static str>);

/// Columns in which a blank says something: that nobody left, that a figure is unknown.
const TELLING_BLANKS: &[&str] = &["withdrawn_on", "attendance", "average", "outcome"];

/// Keys of lists, with the column that makes them known.
const BY_COLUMN: &[(&str, &str)] = &[
    ("run", "run"),
    ("mrun", "mrun"),
    ("rbd", "rbd"),
    ("year", "year"),
    ("month", "month"),
    ("given_names", "given_names"),
    ("paternal_surname", "paternal_surname"),
    ("maternal_surname", "maternal_surname"),
    ("surnames", "surnames"),
    ("full_name", "full_name"),
    ("gender", "gender"),
    ("birth_date", "birth_date"),
    ("enrolled_on", "enrolled_on"),
    ("registered_on", "registered_on"),
    ("withdrawn_on", "withdrawn_on"),
    ("status", "status"),
    ("attendance", "attendance"),
    ("attended", "attended"),
    ("held", "held"),
    ("absences", "absences"),
    ("justified", "justified"),
    ("average", "average"),
    ("outcome", "outcome"),
    ("email", "email"),
    ("phones", "phone"),
    ("guardian", "guardian"),
    ("relationship", "relationship"),
    ("remark", "remark"),
];

/// Keys of the Ministry's tables, with the header (in small letters) that makes them known.
const BY_CODE: &[(&str, &str)] = &[
    ("mrun", "mrun"),
    ("rbd", "rbd"),
    ("year", "year"),
    ("gender", "gen_alu"),
    ("birth_month", "fec_nac_alu"),
    ("month", "mes_escolar"),
    ("attended", "attended"),
    ("held", "held"),
    ("attended", "dias_asistidos_anual"),
    ("held", "dias_trabajados_anual"),
    ("attendance", "held"),
    ("attendance", "dias_trabajados_anual"),
    ("attendance", "attendance"),
    ("average", "prom_gral"),
    ("outcome", "sit_fin"),
];

impl Shape {
    /// The keys of a reading's records.
    pub(super) fn of(reading: &Reading) -> Self {
        let ministry = reading.columns.iter().any(|column| column.name == "mrun" || column.header == "NOM_RBD");
        let mut keys = BTreeSet::new();
        for (key, name) in if ministry { BY_CODE } else { BY_COLUMN } {
            let known = |column: &&crate::exchange::reading::Column| {
                column.name == *name && (column.filled || TELLING_BLANKS.contains(key))
            };
            if reading.columns.iter().any(|column| known(&column)) {
                keys.insert(*key);
            }
        }
        // Days say the percent too.
        keys.extend((keys.contains("attended") && keys.contains("held")).then_some("attendance"));
        keys.extend(reading.records.iter().any(|record| record.course.is_some()).then_some("course"));
        keys.extend(reading.records.iter().any(|record| record.status.is_some()).then_some("status"));
        match reading.kind {
            Kind::Rendimiento => {
                keys.remove("birth_month");
            }
            Kind::DailyAttendance => keys.extend(["attendance", "attended", "held", "justified", "month", "year"]),
            _ => {}
        }
        let more = |is: fn(&More) -> bool| reading.records.iter().any(|record| record.more.as_deref().is_some_and(is));
        keys.extend(more(|more| !more.months.is_empty()).then_some("months"));
        keys.extend(more(|more| !more.grades.is_empty()).then_some("grades"));
        keys.extend(more(|more| !more.concepts.is_empty()).then_some("concepts"));
        keys.extend(more(|more| !more.figures.is_empty()).then_some("figures"));
        Self(keys)
    }

    /// Whether the records have a key.
    pub(super) fn has(&self, key: &str) -> bool {
        self.0.contains(key)
    }
}

/// A record as it is printed.
pub(super) struct Shown<'r> {
    pub(super) record: &'r Record,
    pub(super) shape: &'r Shape,
    pub(super) reading: &'r Reading,
}

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for key in &self.shape.0 {
            map.serialize_entry(key, &self.value(key))?;
        }
        // A date inside a word (`RETIRADA 12-05-2024`) belongs to a field that has no column.
        let left = self.record.more.as_ref().and_then(|more| more.withdrawn_on);
        if let Some(date) = left.filter(|_| !self.shape.has("withdrawn_on")) {
            map.serialize_entry("withdrawn_on", &date)?;
        }
        map.end()
    }
}

impl Shown<'_> {
    fn value(&self, key: &str) -> Value {
        let record = self.record;
        match key {
            "run" => json!(record.run.as_ref().map(Run::to_text)),
            "mrun" => json!(record.mrun),
            "rbd" => json!(record.rbd.map(Rbd::number)),
            "year" => json!(record.year),
            "course" => json!(record.course.as_ref().map(Course::to_string)),
            "gender" => json!(record.gender),
            "birth_date" => match record.birth {
                Some(Birth::Day(day)) => json!(day),
                _ => Value::Null,
            },
            "birth_month" => match record.birth {
                Some(Birth::Month(month)) => json!(month),
                _ => Value::Null,
            },
            "status" => json!(record.status),
            "outcome" => json!(record.outcome),
            "attendance" => optional(record.attendance),
            "average" => optional(record.average),
            "attended" => json!(record.attended),
            "held" => json!(record.held),
            "absences" => json!(record.absences),
            "justified" => json!(record.justified),
            "month" => json!(record.month),
            _ => record.more.as_deref().map_or(Value::Null, |more| self.more(more, key)),
        }
    }

    fn more(&self, more: &More, key: &str) -> Value {
        match key {
            "given_names" => text(&more.given_names),
            "paternal_surname" => text(&more.paternal_surname),
            "maternal_surname" => text(&more.maternal_surname),
            "surnames" => text(&more.surnames),
            "full_name" => text(&more.full_name),
            "email" => text(&more.email),
            "guardian" => text(&more.guardian),
            "remark" => text(&more.remark),
            "relationship" => json!(more.relationship),
            "enrolled_on" => json!(more.enrolled_on),
            "registered_on" => json!(more.registered_on),
            "withdrawn_on" => json!(more.withdrawn_on),
            "phones" => more.phones.iter().map(text).collect(),
            "months" => more.months.iter().map(month).collect::<Map<_, _>>().into(),
            "grades" => by_name(&self.reading.subjects, &more.grades, |mark| optional(*mark)),
            "concepts" => by_name(&self.reading.subjects, &more.concepts, |concept| json!(concept)),
            "figures" => by_name(&self.reading.figures, &more.figures, |figure| figure.map_or(Value::Null, decimal)),
            _ => Value::Null,
        }
    }
}

fn text(personal: &Personal) -> Value {
    let text = personal.reveal(Reveal::OnRequest);
    if text.is_empty() { Value::Null } else { json!(text) }
}

fn month(figure: &MonthFigure) -> (String, Value) {
    let percent = optional(figure.attendance);
    let told = if figure.held.is_some() || figure.attended.is_some() {
        json!({ "attended": figure.attended, "attendance": percent, "held": figure.held })
    } else {
        percent
    };
    (figure.month.to_string(), told)
}

fn by_name<T>(names: &[String], values: &[(u16, T)], show: impl Fn(&T) -> Value) -> Value {
    let shown = values.iter().filter_map(|(at, value)| Some((names.get(usize::from(*at))?.clone(), show(value))));
    shown.collect::<Map<_, _>>().into()
}

fn optional(value: Option<Hundredths>) -> Value {
    value.map_or(Value::Null, |value| hundredths(u64::from(value)))
}

/// A number of hundredths as a decimal, exact.
pub(super) fn hundredths(value: u64) -> Value {
    number(&format!("{}.{:02}", value / 100, value % 100))
}

/// A number of ten-thousandths as a decimal, exact.
fn decimal(figure: Figure) -> Value {
    let size = figure.0.unsigned_abs();
    let sign = if figure.0 < 0 { "-" } else { "" };
    number(&format!("{sign}{}.{:04}", size / 10_000, size % 10_000))
}

fn number(written: &str) -> Value {
    let short = written.trim_end_matches('0').trim_end_matches('.');
    short.parse::<Number>().map_or(Value::Null, Value::Number)
}
