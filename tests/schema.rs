//! The JSON Schema is a promise to other programs: it changes only where somebody means it to.

use std::{env, fs, path::Path};

use tep_notebook::store::schema::json_schema;

#[test]
fn the_schema_that_other_programs_rely_on_is_the_one_that_is_printed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/notebook.schema.json");
    let printed = json_schema();
    if env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(&path, &printed).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == printed, "the schema changed; UPDATE_SCHEMA=1 cargo test --test schema writes it anew");
}

#[test]
fn the_schema_names_format_and_version_and_allows_unknown_fields() {
    let schema: serde_json::Value = serde_json::from_str(&json_schema()).unwrap();
    assert_eq!(schema["properties"]["format"]["const"], "tep-notebook");
    assert_eq!(schema["properties"]["version"]["const"], 1);
    assert_eq!(schema["title"], "TEP Notebook");
    assert_ne!(schema["additionalProperties"], false);
    let required = schema["required"].as_array().unwrap();
    assert!(["format", "version", "id", "school"].iter().all(|name| required.contains(&(*name).into())));
}
