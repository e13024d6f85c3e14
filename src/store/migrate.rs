//! Bringing files of older versions up to date, one version at a time, before they are read as items.
//!
//! Owns the table of steps. A step sees plain JSON, never the types: they describe only the newest version.

use serde_json::Value;

use crate::notebook::VERSION;

/// A step from its version to the next one.
struct Step {
    from: u32,
    change: fn(Value) -> Value,
}

/// All steps, oldest first. Version 1 is the first that any program wrote.
const STEPS: &[Step] = &[];

/// Takes the JSON of an older version to the newest; none where no way leads there.
pub fn to_newest(json: Value, version: u32) -> Option<Value> {
    walk(json, version, STEPS, VERSION)
}

fn walk(mut json: Value, mut version: u32, steps: &[Step], newest: u32) -> Option<Value> {
    while version < newest {
        let step = steps.iter().find(|step| step.from == version)?;
        json = (step.change)(json);
        version += 1;
        json.as_object_mut()?.insert("version".to_owned(), version.into());
    }
    Some(json)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_version_that_nobody_wrote_has_no_way_to_this_one() {
        assert_eq!(to_newest(json!({ "version": 0 }), 0), None);
    }

    #[test]
    fn an_old_notebook_goes_through_every_version_between() {
        let steps = [
            Step { from: 1, change: |json| json!({ "version": 1, "path": [json["old"], 1] }) },
            Step { from: 2, change: |json| json!({ "version": 2, "path": [json["path"], 2] }) },
        ];
        let newest = walk(json!({ "version": 1, "old": 0 }), 1, &steps, 3);
        assert_eq!(newest, Some(json!({ "version": 3, "path": [[0, 1], 2] })));
        assert_eq!(walk(json!({ "version": 1 }), 1, &steps[1..], 3), None);
    }
}
