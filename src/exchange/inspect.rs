//! A reading as `tep inspect --json` prints it: the contract that other programs rely on. Keys are sorted; records are
//! written one after the other, so that a table of a whole region needs no second copy.
//!
//! Shows everybody by name: it repeats what stands in a file that the person who asks has already.

mod record;
mod totals;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};
use serde_json::{Value, json};

use super::codes::ReadError;
use super::reading::{Duplicate, Format, Reading, Warning, Who};

pub use totals::{Totals, of_outcomes};

use record::Shape;

/// What a file says, or why it says nothing.
#[derive(Debug, Clone, Copy)]
pub struct Inspection<'r> {
    /// The name of the file, without its folder.
    pub file: &'r str,
    /// What was read.
    pub reading: Result<&'r Reading, &'r ReadError>,
}

impl Serialize for Inspection<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self.reading {
            Err(error) => {
                map.serialize_entry("columns", &json!({}))?;
                map.serialize_entry("duplicates", &json!([]))?;
                map.serialize_entry("error", error.code())?;
                map.serialize_entry("file", self.file)?;
                map.serialize_entry("format", &json!({}))?;
                map.serialize_entry("kind", &Value::Null)?;
                map.serialize_entry("records", &json!([]))?;
                map.serialize_entry("skipped", &json!([]))?;
                map.serialize_entry("totals", &json!({ "records": 0 }))?;
                map.serialize_entry("warnings", &json!([]))?;
            }
            Ok(reading) => {
                map.serialize_entry("columns", &columns(reading))?;
                map.serialize_entry("duplicates", &reading.duplicates.iter().map(duplicate).collect::<Vec<_>>())?;
                map.serialize_entry("file", self.file)?;
                map.serialize_entry("format", &format(&reading.format))?;
                map.serialize_entry("kind", &reading.kind)?;
                map.serialize_entry("records", &Records(reading))?;
                if !reading.rejected.is_empty() {
                    map.serialize_entry("rejected", &reading.rejected)?;
                }
                map.serialize_entry("skipped", &reading.skipped)?;
                map.serialize_entry("totals", &Totals::of(reading).to_value(reading.kind))?;
                map.serialize_entry("warnings", &reading.warnings.iter().map(warning).collect::<Vec<_>>())?;
            }
        }
        map.end()
    }
}

fn columns(reading: &Reading) -> Value {
    reading.columns.iter().map(|column| (column.name.clone(), Value::from(column.header.as_str()))).collect()
}

fn format(format: &Format) -> Value {
    let mut told = serde_json::Map::new();
    told.insert("container".into(), json!(format.container));
    told.insert("header_row".into(), json!(format.header_row));
    if let Some(encoding) = format.encoding {
        told.insert("encoding".into(), json!(encoding.code()));
    }
    if let Some(separator) = format.separator {
        told.insert("separator".into(), json!(separator));
    }
    if let Some(decimal) = format.decimal {
        told.insert("decimal".into(), json!(decimal));
    }
    if !format.sheets_used.is_empty() {
        told.insert("sheets_used".into(), json!(format.sheets_used));
    }
    if !format.sheets_ignored.is_empty() {
        told.insert("sheets_ignored".into(), json!(format.sheets_ignored));
    }
    Value::Object(told)
}

fn duplicate(duplicate: &Duplicate) -> Value {
    match duplicate.who {
        Who::Run(run) => json!({ "resolved_by": duplicate.resolved_by, "rows": duplicate.rows, "run": run.to_text() }),
        Who::Mrun(mrun) => json!({ "mrun": mrun, "resolved_by": duplicate.resolved_by, "rows": duplicate.rows }),
    }
}

fn warning(warning: &Warning) -> Value {
    let mut told = serde_json::Map::new();
    told.insert("code".into(), json!(warning.code));
    if let Some(row) = warning.row {
        told.insert("row".into(), json!(row));
    }
    if let Some(column) = &warning.column {
        told.insert("column".into(), json!(column));
    }
    if let Some(detail) = &warning.detail {
        told.insert("detail".into(), json!(detail));
    }
    Value::Object(told)
}

struct Records<'r>(&'r Reading);

impl Serialize for Records<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let shape = Shape::of(self.0);
        let mut records = serializer.serialize_seq(Some(self.0.records.len()))?;
        for record in &self.0.records {
            records.serialize_element(&record::Shown { record, shape: &shape, reading: self.0 })?;
        }
        records.end()
    }
}
