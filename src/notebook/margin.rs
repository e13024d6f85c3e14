//! What a notebook holds beside its header and its items: the notice, and the fields that this version does not know.
//!
//! Owns their form in an edit. In the file they stand at the top, not in an object of their own.

use serde::{Deserialize, Serialize};

use super::{Notebook, extra::Extra, safe_text::SafeText};

/// The margin of a notebook, as one value that an edit can change.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Margin {
    /// Something that every reader of the file must know first.
    #[serde(default, skip_serializing_if = "SafeText::is_absent")]
    pub notice: SafeText,
    /// Fields that this version does not know.
    #[serde(default, skip_serializing_if = "Extra::is_empty")]
    pub extra: Extra,
}

impl Notebook {
    /// What stands beside the items.
    pub fn margin(&self) -> Margin {
        Margin { notice: self.notice.clone(), extra: self.extra.clone() }
    }

    pub(super) fn set_margin(&mut self, margin: Margin) {
        self.notice = margin.notice;
        self.extra = margin.extra;
    }
}
