//! What identifies a person, and the only way to see it.
//!
//! Owns the types that hide names, RUN and telephones. Never offers `Display`, and `Debug` shows nothing: a name reaches
//! a screen, an export or an error only where somebody hands over a [`Reveal`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::safe_text::SafeText;
use crate::rules::identity::Run;

/// Leave to see personal data, with the reason why. Made where the reason is true, never stored for later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reveal {
    /// A person pressed the key that shows names for a short time, or works on a screen of their own.
    OnScreen,
    /// The command line asked for names (`--names`, or the whole parse of a file of one's own).
    OnRequest,
    /// Two records are compared to know whether they are the same student; nothing is shown.
    ToMatch,
}

/// A name, a telephone, an address: hidden unless revealed.
#[derive(Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Personal(SafeText);

impl Personal {
    /// Hides a line of text.
    pub fn line(text: &str) -> Self {
        Self(SafeText::line(text))
    }

    /// Hides a text of several lines.
    pub fn note(text: &str) -> Self {
        Self(SafeText::note(text))
    }

    /// The text, to somebody with leave to see it.
    pub fn reveal(&self, _leave: Reveal) -> &str {
        self.0.as_str()
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether nothing at all is stored: then the file leaves the field out.
    pub(super) fn is_absent(&self) -> bool {
        self.0.is_absent()
    }

    /// The first letter, in upper case: all that a masked list shows of a name.
    pub fn initial(&self) -> Option<char> {
        self.0.as_str().chars().find(|c| c.is_alphabetic()).and_then(|c| c.to_uppercase().next())
    }
}

impl std::fmt::Debug for Personal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Personal(•)")
    }
}

/// A RUN or IPE: hidden unless revealed.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct PersonalRun(Run);

impl PersonalRun {
    /// Hides a RUN.
    pub fn new(run: Run) -> Self {
        Self(run)
    }

    /// The RUN, to somebody with leave to see it.
    pub fn reveal(&self, _leave: Reveal) -> &Run {
        &self.0
    }
}

impl std::fmt::Debug for PersonalRun {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PersonalRun(•)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_or_a_log_never_shows_a_name() {
        assert_eq!(format!("{:?}", Personal::line("Ana Soto")), "Personal(•)");
    }

    #[test]
    fn a_masked_list_shows_one_letter() {
        assert_eq!(Personal::line("ñancu").initial(), Some('Ñ'));
        assert_eq!(Personal::line("  ").initial(), None);
    }
}
