//! Fields of a file that this version does not know: kept, and written back.

use std::collections::BTreeMap;

/// Unknown fields by name. Numbers keep their digits (`arbitrary_precision`).
pub type Extra = BTreeMap<String, serde_json::Value>;
