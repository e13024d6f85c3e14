//! Reading a value from the text that stands for it in a file.
//!
//! Copies no text: a notebook holds thousands of months, marks and courses.

use std::fmt;

use serde::{Deserializer, de};

/// Reads a value that is saved as a text; `what` says in English what the text should be.
pub(super) fn read<'de, T, D: Deserializer<'de>>(
    deserializer: D,
    what: &'static str,
    parse: fn(&str) -> Option<T>,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(Written { what, parse })
}

struct Written<T> {
    what: &'static str,
    parse: fn(&str) -> Option<T>,
}

impl<T> de::Visitor<'_> for Written<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.what)
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).ok_or_else(|| E::custom(format!("{text:?} is not {}", self.what)))
    }
}
