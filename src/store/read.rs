//! From the bytes of a file to a notebook, its outline or its header.
//!
//! Owns the order of the checks: format name, version, shape. Reads no disk and changes nothing.

use serde::{
    Deserialize, Deserializer,
    de::{Error, IgnoredAny, MapAccess, Visitor},
};
use serde_json::Value;

use super::{
    damage::{Damage, Reason},
    layout, lossless, migrate, survey,
};
use crate::notebook::{FORMAT, Notebook, VERSION, id::Id, outline::Outline, safe_text::SafeText, school::School};

/// The largest file that is opened, in bytes: a hundred times the largest school.
pub const LIMIT: u64 = 64 * 1024 * 1024;

/// Levels in which a file is written that this program writes back.
const DEEPEST: usize = 100;

/// Why bytes are not a notebook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// Damaged, at a place.
    Damaged(Damage),
    /// JSON of something else.
    NotNotebook,
    /// Without a version number.
    NoVersion,
    /// Too old.
    TooOld {
        /// The file's version.
        version: u32,
    },
    /// Too new even to be read.
    Newer {
        /// The file's version.
        version: u32,
    },
}

/// What kind of version a file has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    /// The version that this program writes.
    Current,
    /// An older one, brought up to date while reading.
    Older {
        /// The file's version.
        version: u32,
    },
    /// A newer one, of which this program may not know everything.
    Newer {
        /// The file's version.
        version: u32,
    },
}

/// A notebook as it was read.
#[derive(Debug)]
pub struct Read {
    /// The notebook.
    pub notebook: Notebook,
    /// The file's version.
    pub age: Age,
    /// How many texts are shown otherwise than they stand in the file.
    pub repaired_texts: usize,
    /// Whether writing it back would leave out something that the file holds.
    pub loses: bool,
}

/// Reads a notebook.
pub fn notebook(bytes: &[u8]) -> Result<Read, Unreadable> {
    let text = text(bytes)?;
    match as_written(text) {
        Some(notebook) => Ok(Read { notebook, age: Age::Current, repaired_texts: 0, loses: false }),
        None => with_care(text),
    }
}

/// Reads a notebook from bytes that this program wrote: the journal knows their hash, so that nothing has to be doubted.
pub fn known(bytes: &[u8]) -> Option<Notebook> {
    let notebook: Notebook = serde_json::from_slice(bytes).ok()?;
    (notebook.format == FORMAT && notebook.version == VERSION).then_some(notebook)
}

/// The notebook's id, wherever it stands in the file; also of a file that is damaged after it.
pub fn id(bytes: &[u8]) -> Option<Id<Notebook>> {
    struct OnlyId<'a>(&'a mut Option<Id<Notebook>>);
    impl<'de> Visitor<'de> for OnlyId<'_> {
        type Value = ();
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("a notebook")
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
            while let Some(key) = map.next_key::<String>()? {
                if key == "id" {
                    *self.0 = Some(map.next_value()?);
                    return Err(A::Error::custom("enough"));
                }
                map.next_value::<IgnoredAny>()?;
            }
            Ok(())
        }
    }
    let mut found = None;
    // The error only ends the reading, or says what is looked at elsewhere.
    drop(serde_json::Deserializer::from_slice(without_mark(bytes)).deserialize_map(OnlyId(&mut found)));
    found
}

/// The short way, for a file as this program writes it: what is read gives back the very same bytes when it is written,
/// so nothing stands there twice, nothing is dropped, and no text is shown otherwise than it stands. Any doubt is left
/// to the long way.
fn as_written(text: &str) -> Option<Notebook> {
    let notebook: Notebook = serde_json::from_str(text).ok()?;
    let is_ours = notebook.format == FORMAT && notebook.version == VERSION && is_surely_clean(text);
    (is_ours && layout::is_written_as(&notebook, text)).then_some(notebook)
}

/// Whether a file holds no letter that the filter of texts could have anything against: those of European languages,
/// composed, and the usual signs; nothing spelt as an escape.
fn is_surely_clean(text: &str) -> bool {
    let controls = text.bytes().filter(|byte| (*byte < b' ' && *byte != b'\n') || *byte == 0x7f).count();
    let is_plain =
        |c: char| c.is_ascii() || matches!(c, '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{17f}' | '\u{2010}'..='\u{2027}');
    let hides = |(at, _): (usize, &str)| !matches!(text.as_bytes().get(at + 1), Some(b'"' | b'\\' | b'n' | b't'));
    controls == 0 && !is_deep(text) && text.chars().all(is_plain) && !escapes(text).any(hides)
}

/// Whether values lie so deep in each other that a change of their item could not be read in the journal, where they lie
/// deeper still; the parser stops at 128 levels.
pub(super) fn is_deep(text: &str) -> bool {
    let (mut depth, mut in_text, mut is_escaped) = (0_usize, false, false);
    text.bytes().any(|byte| {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = in_text,
            b'"' => in_text = !in_text,
            b'[' | b'{' if !in_text => depth += 1,
            b']' | b'}' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth > DEEPEST
    })
}

/// The escapes of a JSON text: each backslash that is not itself escaped.
fn escapes(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut after = None;
    text.match_indices('\\').filter(move |(at, _)| {
        let is_second = after == Some(*at);
        after = (!is_second).then_some(*at + 1);
        !is_second
    })
}

/// The long way: every doubt has its word.
fn with_care(text: &str) -> Result<Read, Unreadable> {
    let damage = |error: serde_json::Error| Unreadable::Damaged(Damage::of(&error, text));
    let age = age(text)?;
    let (notebook, loses) = match age {
        Age::Newer { version } => (serde_json::from_str(text).map_err(|_shape| Unreadable::Newer { version })?, true),
        Age::Older { version } => {
            let json = serde_json::from_str(text).map_err(damage)?;
            let json = migrate::to_newest(json, version).ok_or(Unreadable::TooOld { version })?;
            (Notebook::deserialize(json).map_err(damage)?, false)
        }
        Age::Current => {
            let notebook = serde_json::from_str(text).map_err(damage)?;
            let loses = would_lose(text, &notebook) || is_deep(text);
            (notebook, loses)
        }
    };
    // Last, because the types have a more precise word for most of what it finds.
    let repaired_texts = survey::survey(text).map_err(damage)?;
    Ok(Read { notebook, age, repaired_texts, loses })
}

/// Reads the outline of a notebook, for the shelf.
pub fn outline(bytes: &[u8]) -> Result<Outline, Unreadable> {
    let text = text(bytes)?;
    let version = head(text)?.version;
    serde_json::from_str(text).map_err(|error| {
        if error.is_data() && version > VERSION {
            Unreadable::Newer { version }
        } else {
            Unreadable::Damaged(Damage::of(&error, text))
        }
    })
}

/// The beginning of a notebook.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    /// The file's version.
    pub version: u32,
    /// Something that every reader of the file must know first.
    pub notice: SafeText,
    /// The school.
    pub school: School,
}

/// Reads only as far as the school stands: the first few hundred bytes of a file that this program wrote. What comes
/// after is not looked at and may be damaged or missing.
pub fn head(text: &str) -> Result<Head, Unreadable> {
    let mut found = PartialHead::default();
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let end = deserializer.deserialize_map(UntilSchool(&mut found));
    let is_ours = found.format.as_deref() == Some(FORMAT);
    match (end, found.version, found.school) {
        (_, Some(version), Some(school)) if is_ours => {
            Ok(Head { version: number(Some(&version))?, notice: found.notice, school })
        }
        (Err(error), _, _) if is_ours || !error.is_data() => Err(Unreadable::Damaged(Damage::of(&error, text))),
        _ if !is_ours => Err(Unreadable::NotNotebook),
        (_, None, _) => Err(Unreadable::NoVersion),
        (_, Some(_), _) => {
            let reason = Reason::Missing("school".into());
            Err(Unreadable::Damaged(Damage { line: 0, column: 0, reason }))
        }
    }
}

/// The bytes as text, without the mark that some editors put first.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Unreadable> {
    let bytes = without_mark(bytes);
    std::str::from_utf8(bytes).map_err(|error| Unreadable::Damaged(Damage::not_utf8(bytes, error.valid_up_to())))
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes)
}

/// The age of a whole file; the file is known to be JSON after that.
fn age(text: &str) -> Result<Age, Unreadable> {
    #[derive(Deserialize)]
    struct Stamp {
        #[serde(default)]
        format: Option<Value>,
        #[serde(default)]
        version: Option<Value>,
    }
    let stamp: Stamp = serde_json::from_str(text).map_err(|error| match Damage::of(&error, text) {
        Damage { reason: Reason::Value, .. } => Unreadable::NotNotebook,
        damage => Unreadable::Damaged(damage),
    })?;
    if stamp.format.as_ref().and_then(Value::as_str) != Some(FORMAT) {
        return Err(Unreadable::NotNotebook);
    }
    let version = number(stamp.version.as_ref())?;
    Ok(match version {
        VERSION => Age::Current,
        older if older < VERSION => Age::Older { version },
        _ => Age::Newer { version },
    })
}

fn number(version: Option<&Value>) -> Result<u32, Unreadable> {
    let number = version.and_then(Value::as_u64).ok_or(Unreadable::NoVersion)?;
    Ok(u32::try_from(number).unwrap_or(u32::MAX))
}

fn would_lose(text: &str, notebook: &Notebook) -> bool {
    let Ok(rewritten) = layout::write_notebook(notebook) else { return true };
    if rewritten == text.as_bytes() {
        return false;
    }
    match (serde_json::from_str::<Value>(text), serde_json::from_slice::<Value>(&rewritten)) {
        (Ok(file), Ok(rewritten)) => lossless::loses(&file, &rewritten),
        _ => true,
    }
}

#[derive(Default)]
struct PartialHead {
    format: Option<String>,
    version: Option<Value>,
    notice: SafeText,
    school: Option<School>,
}

struct UntilSchool<'a>(&'a mut PartialHead);

impl<'de> Visitor<'de> for UntilSchool<'_> {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a notebook")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "format" => self.0.format = Some(map.next_value()?),
                "version" => self.0.version = Some(map.next_value()?),
                "notice" => self.0.notice = map.next_value()?,
                "school" => self.0.school = Some(map.next_value()?),
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
            if self.0.format.is_some() && self.0.version.is_some() && self.0.school.is_some() {
                // Nobody reads this: it only ends the reading here.
                return Err(A::Error::custom("enough"));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
