//! `tep schema`: the JSON Schema of a notebook.

use super::answer::Answer;
use crate::store::schema;

/// The schema.
pub(super) fn run() -> Answer {
    Answer::done(schema::json_schema())
}
