//! What a report that is sent to somebody does not say: where the home folder is, and what the user is called.

use std::{env, path::PathBuf};

use serde_json::Value;

/// What stands in the place of a home folder.
const HOME: &str = "~";
/// What stands in the place of a user's name in a path.
const USER: &str = "…";

/// What is not said.
#[derive(Debug, Default)]
pub(super) struct Discretion {
    homes: Vec<String>,
    users: Vec<String>,
}

impl Discretion {
    /// Of the person at this machine.
    pub(super) fn here() -> Self {
        let home = env::home_dir().filter(|home| home.components().count() > 1);
        let real = home.as_ref().and_then(|home| home.canonicalize().ok());
        let text = |path: PathBuf| path.to_str().map(|path| path.trim_end_matches('/').to_owned());
        let users = ["USER", "LOGNAME", "USERNAME"].into_iter().filter_map(|name| env::var(name).ok());
        Self {
            // The longer one first: one may lie in the other.
            homes: {
                let mut homes: Vec<String> = [home, real].into_iter().flatten().filter_map(text).collect();
                homes.sort_by_key(|home| std::cmp::Reverse(home.len()));
                homes
            },
            users: users.filter(|user| !user.is_empty()).collect(),
        }
    }

    /// A text without them.
    pub(super) fn text(&self, text: &str) -> String {
        let without_home = self.homes.iter().fold(text.to_owned(), |text, home| abbreviated(&text, home));
        let is_user = |part: &str| self.users.iter().any(|user| user == part);
        let parts = without_home.split(['/', '\\']).map(|part| {
            // A path may end here and the sentence go on.
            let end = part.find([':', ' ', '\n', '.']).unwrap_or(part.len());
            let (name, rest) = part.split_at(end);
            if is_user(name) { format!("{USER}{rest}") } else { part.to_owned() }
        });
        let separators = without_home.matches(['/', '\\']).chain([""]);
        let text: String = parts.zip(separators).map(|(part, separator)| part + separator).collect();
        text
    }

    /// A value without them.
    pub(super) fn value(&self, value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(&text)),
            Value::Array(values) => values.into_iter().map(|value| self.value(value)).collect(),
            Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, self.value(value))).collect(),
            other => other,
        }
    }
}

/// A folder as `~`, where its whole name stands and not only the beginning of another's.
fn abbreviated(text: &str, home: &str) -> String {
    let mut short = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(home) {
        let is_whole = !after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_'));
        short.push_str(before);
        short.push_str(if is_whole { HOME } else { home });
        rest = after;
    }
    short + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_says_neither_the_home_nor_the_user() {
        let discretion = Discretion { homes: vec!["/home/ana".to_owned()], users: vec!["ana".to_owned()] };
        for (text, shown) in [
            ("/home/ana/n/99001.tep.json", "~/n/99001.tep.json"),
            ("en /home/ana: sin permiso", "en ~: sin permiso"),
            ("/media/ana/STICK y /srv/ana.", "/media/…/STICK y /srv/…."),
            ("C:\\Users\\ana\\n", "C:\\Users\\…\\n"),
            ("/home/anabel/mañana ana", "/home/anabel/mañana ana"),
        ] {
            assert_eq!(discretion.text(text), shown);
        }
        assert_eq!(
            discretion.value(serde_json::json!([{ "path": "/home/ana/x" }])),
            serde_json::json!([{ "path": "~/x" }])
        );
        assert_eq!(Discretion::default().text("/home/ana"), "/home/ana");
    }
}
