//! Every sentence of the program, in Spanish and in English.
//!
//! Owns words, numbers and dates as people read them. A sentence has both languages or does not compile. Never decides
//! anything: it says values that others computed.

pub mod account;
pub mod card;
pub mod charts;
pub mod cli;
pub mod commands;
pub mod contacts;
pub mod counts;
pub mod cycle;
pub mod fields;
pub mod figures;
pub mod files;
pub mod guide;
pub mod handover;
pub mod importing;
pub mod imports;
pub mod infographic;
pub mod keeping;
pub mod learnings;
pub mod notices;
pub mod outside;
pub mod places;
pub mod problems;
pub mod reading;
pub mod reasons;
pub mod signs;
pub mod stories;
pub mod tutor;
pub mod validate;
pub mod worksheet;

use crate::app::lang::Lang;

/// A sentence in both languages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Both {
    /// In Spanish, as in Chile.
    pub es: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Both {
    /// The sentence in one language.
    pub const fn of(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Es => self.es,
            Lang::En => self.en,
        }
    }
}

/// A sentence in both languages.
pub const fn both(es: &'static str, en: &'static str) -> Both {
    Both { es, en }
}

/// A count with its noun, singular or plural: `1 estudiante`, `2 estudiantes`.
pub fn count(lang: Lang, n: usize, one: Both, many: Both) -> String {
    format!("{} {}", figures::number(lang, n), if n == 1 { one.of(lang) } else { many.of(lang) })
}
