//! A half-filled form as a value: kept while it is typed, and offered again where the program was cut off.
//!
//! Never on its way to a screen or an export: it holds whatever was typed, and lies beside the notebook, for its owner
//! only, as the notebook does.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{OpenForm, Pick, Task};
use crate::{
    app::{
        codebook::Codebook,
        form::{FormField, Value},
    },
    notebook::{
        Notebook,
        problem::{Field, Problem},
    },
};

/// A form as it was left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    task: Task,
    /// The fields that were touched, with what stood in them.
    values: Vec<(Field, Value<Pick>)>,
    /// The field in which the person was.
    focus: Option<Field>,
}

impl Draft {
    /// The form as it is now.
    pub fn of(form: &OpenForm) -> Self {
        // A passphrase is written down nowhere.
        let is_kept = |field: &&FormField<_, _, _>| field.is_changed() && !field.field.is_secret();
        let touched = form.sheet.fields().iter().filter(is_kept);
        Self {
            task: form.task,
            values: touched.map(|field| (field.label, field.field.value())).collect(),
            focus: form.sheet.focused().map(|field| field.label),
        }
    }

    /// The form again, with what was typed in its fields. Answers with the problem where its place is gone.
    pub fn open(self, notebook: &Notebook, today: NaiveDate, codebook: &Codebook) -> Result<OpenForm, Problem> {
        let mut form = OpenForm::open(self.task, Some(notebook), today, codebook)?;
        for (label, value) in &self.values {
            for field in form.sheet.fields_mut().iter_mut().filter(|field| field.label == *label) {
                field.field.put(value);
            }
        }
        form.sheet.focus_on(|field| Some(field.label) == self.focus);
        Ok(form)
    }
}
