//! What a person would lose in a field: letters, accents, the place of the cursor, a choice, a date.

mod areas;
mod choices;
mod dates;
mod laws;
mod lines;
mod sheets;

/// Texts that are one letter each to a person: plain, composed, decomposed (alone and in pairs), wide, skin tone, flag.
const LETTERS: [&str; 10] = ["a", "ä", "Ñ", "e\u{308}", "n\u{303}", "ế", "漢", "👍🏽", "🇨🇱", "x\u{336}"];
/// A family is one letter in notes, where the joiner may enter.
const FAMILY: &str = "👩\u{200d}👩\u{200d}👧\u{200d}👦";
