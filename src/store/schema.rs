//! The JSON Schema of a notebook, made from the types that are saved.
//!
//! Owns what the types cannot say of themselves: title, format name and version number.

use schemars::schema_for;
use serde_json::{Value, json};

use crate::notebook::{FORMAT, Notebook, VERSION};

/// The schema (JSON Schema 2020-12) as text with a final line break. The same program gives the same bytes.
pub fn json_schema() -> String {
    let mut schema = schema_for!(Notebook);
    schema.insert("title".to_owned(), json!("TEP Notebook"));
    schema.insert(
        "description".to_owned(),
        json!("The notebook of one school: a header and items. Fields that are not named here are kept."),
    );
    if let Some(properties) = schema.get_mut("properties") {
        constant(&mut properties["format"], &json!(FORMAT));
        constant(&mut properties["version"], &json!(VERSION));
    }
    format!("{:#}\n", schema.as_value())
}

fn constant(property: &mut Value, value: &Value) {
    let description = property["description"].take();
    *property = json!({ "const": value, "description": description });
}
