//! The five kinds of field as one type, and a field with its place in a form. Never a sentence: labels and problems are
//! values of the form's own types.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{ChoiceField, DateField, MultiField, Outcome, Space, TextArea, TextField, TextOp};

/// A field of any kind; `K` is what a [`MultiField`] chooses among.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Field<K = ()> {
    /// One line.
    Text(TextField),
    /// Many lines.
    Area(TextArea),
    /// A day.
    Date(DateField),
    /// One of a few.
    Choice(ChoiceField),
    /// Many of many.
    Multi(MultiField<K>),
}

impl<K: Copy + Eq> Field<K> {
    /// Says whether nothing was entered (blanks are nothing).
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(field) => field.is_blank(),
            Self::Area(field) => field.is_blank(),
            Self::Date(field) => field.typed().is_blank(),
            Self::Choice(field) => field.chosen().is_none(),
            Self::Multi(field) => field.chosen().is_empty(),
        }
    }

    /// Says whether its text is never shown nor kept.
    #[must_use]
    pub fn is_secret(&self) -> bool {
        matches!(self, Self::Text(field) if field.is_secret())
    }

    /// Does one operation.
    pub fn apply(&mut self, op: TextOp<'_>, (today, space): (NaiveDate, Space)) -> Outcome {
        match self {
            Self::Text(field) => field.apply(op),
            Self::Area(field) => field.apply(op, space),
            Self::Date(field) => field.apply(op, today),
            Self::Choice(field) => field.apply(op),
            Self::Multi(field) => field.apply(op, space.rows.saturating_sub(1)),
        }
    }

    /// What it holds.
    #[must_use]
    pub fn value(&self) -> Value<K> {
        match self {
            Self::Text(field) => Value::Text(field.text().to_owned()),
            Self::Area(field) => Value::Text(field.text().to_owned()),
            Self::Date(field) => Value::Text(field.typed().text().to_owned()),
            Self::Choice(field) => Value::Choice(field.chosen()),
            Self::Multi(field) => Value::Keys(field.chosen().to_vec()),
        }
    }

    /// Puts back what it held once; a value of another kind of field changes nothing.
    pub fn put(&mut self, value: &Value<K>) {
        match (self, value) {
            (Self::Text(field), Value::Text(text)) => drop(field.set(text)),
            (Self::Area(field), Value::Text(text)) => drop(field.set(text)),
            (Self::Date(field), Value::Text(text)) => field.put(text),
            (Self::Choice(field), Value::Choice(chosen)) => field.put(*chosen),
            (Self::Multi(field), Value::Keys(keys)) => field.put(keys),
            _ => {}
        }
    }

    fn holds(&self, value: &Value<K>) -> bool {
        match (self, value) {
            (Self::Multi(field), Value::Keys(keys)) => field.has_exactly(keys),
            _ => self.value() == *value,
        }
    }
}

/// What a field holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Value<K> {
    /// What is typed, in a line, in many, or as a day.
    Text(String),
    /// The place of what is chosen.
    Choice(Option<usize>),
    /// All that is chosen.
    Keys(Vec<K>),
}

/// A field in its place: what it is called, whether it must be filled in, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormField<L, P, K = ()> {
    /// Which label the view writes beside it.
    pub label: L,
    /// The field itself.
    pub field: Field<K>,
    /// Whether a person must fill it in.
    pub required: bool,
    /// What is wrong with its value; shown beside it until the value changes.
    pub problem: Option<P>,
    initial: Value<K>,
}

impl<L, P, K: Copy + Eq> FormField<L, P, K> {
    /// Makes a field that may stay empty; what it holds now counts as unchanged.
    #[must_use]
    pub fn new(label: L, field: Field<K>) -> Self {
        let initial = field.value();
        Self { label, field, required: false, problem: None, initial }
    }

    /// Makes it a field that must be filled in.
    #[must_use]
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// Says whether it must be filled in and is not.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.required && self.field.is_empty()
    }

    /// Says whether its value is another one than at the start.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        !self.field.holds(&self.initial)
    }
}
