//! Ways in which a file is spoilt. The same on every machine.

use crate::judge::Spoilt;

/// Numbers from a seed (`SplitMix64`).
#[derive(Debug, Clone, Copy)]
pub struct Dice(pub u64);

impl Dice {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }
}

/// The file with one bit flipped.
pub fn flipped(bytes: &[u8], bit: usize) -> Spoilt {
    let mut bytes = bytes.to_vec();
    bytes[bit / 8] ^= 1 << (bit % 8);
    Spoilt { name: format!("bit {bit}"), bytes }
}

/// The file cut off.
pub fn cut(bytes: &[u8], length: usize) -> Spoilt {
    Spoilt { name: format!("{length} bytes"), bytes: bytes[..length].to_vec() }
}

/// The file with zeros where a block could not be read.
pub fn zeroed(bytes: &[u8], at: usize, length: usize) -> Spoilt {
    let mut bytes = bytes.to_vec();
    let end = (at + length).min(bytes.len());
    bytes[at.min(end)..end].fill(0);
    Spoilt { name: format!("{length} zeros at {at}"), bytes }
}

fn named(name: impl Into<String>, text: impl Into<Vec<u8>>) -> Spoilt {
    Spoilt { name: name.into(), bytes: text.into() }
}

/// What editors, tools and people do to whole files.
pub fn by_hand(file: &[u8]) -> Vec<Spoilt> {
    let text = std::str::from_utf8(file).unwrap();
    let mut all = vec![
        named("empty", ""),
        named("one line break", "\n"),
        named("null", "null\n"),
        named("{}", "{}"),
        named("a list", "[]"),
        named("another JSON", r#"{"name":"tep","version":"1.0.0"}"#),
        named("two documents", [text, text].concat()),
        named("something after the end", format!("{text}x")),
        named("a NUL at the end", format!("{text}\0")),
        named("zeros only", vec![0; file.len()]),
        named("byte order mark", format!("\u{FEFF}{text}")),
        named("two byte order marks", format!("\u{FEFF}\u{FEFF}{text}")),
        named("CRLF", text.replace('\n', "\r\n")),
        named("CR alone", text.replace('\n', "\r")),
        named("one line", text.replace('\n', "")),
        named("no final line break", text.trim_end()),
        named("UTF-16 LE", utf16(text, u16::to_le_bytes)),
        named("UTF-16 BE", utf16(text, u16::to_be_bytes)),
        named("Latin-1", latin1(text)),
        named("UTF-8 read as Latin-1 and written again", file.iter().map(|byte| char::from(*byte)).collect::<String>()),
        named("a lone surrogate", text.replacen("\"name\":\"", "\"name\":\"\\ud800", 1)),
        named("a lone low surrogate", text.replacen("\"statement\":\"", "\"statement\":\"\\udc00", 1)),
        named("an overlong NUL", spliced(file, b"\"name\":\"", b"\xC0\x80")),
        named("a surrogate as UTF-8", spliced(file, b"\"name\":\"", b"\xED\xA0\x80")),
        named("a NUL in a text", text.replacen("\"name\":\"", "\"name\":\"\0", 1)),
        named("an escaped NUL", text.replacen("\"statement\":\"", "\"statement\":\"\\u0000", 1)),
        named("an escape sequence", text.replacen("\"statement\":\"", "\"statement\":\"\\u001b[2J", 1)),
        named("conflict markers", conflict(text)),
        named("a comment", text.replacen('\n', "\n  // mío\n", 1)),
        named("a comma too many", text.replacen("\n}", ",\n}", 1)),
    ];
    all.extend(versions(text));
    all.extend(numbers(text));
    all.extend(deep(text));
    all.extend(twice(text));
    all
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
}

fn latin1(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect()
}

fn spliced(file: &[u8], after: &[u8], what: &[u8]) -> Vec<u8> {
    let at = file.windows(after.len()).position(|window| window == after).unwrap() + after.len();
    [&file[..at], what, &file[at..]].concat()
}

/// A line that two people changed, as git leaves it.
fn conflict(text: &str) -> String {
    let line = text.lines().find(|line| line.contains("\"statement\":\"")).unwrap();
    let theirs = line.replacen("\"statement\":\"", "\"statement\":\"Otra cosa. ", 1);
    text.replacen(line, &format!("<<<<<<< HEAD\n{line}\n=======\n{theirs}\n>>>>>>> rama"), 1)
}

fn versions(text: &str) -> Vec<Spoilt> {
    let with = |version: &str| {
        named(format!("version {version}"), text.replacen("\"version\": 1", &format!("\"version\": {version}"), 1))
    };
    ["2", "999999999999999999999", "0", "-1", "1.0", "1e0", "\"1\"", "null"].map(with).into()
}

fn numbers(text: &str) -> Vec<Spoilt> {
    let capacity = |number: &str| {
        named(format!("capacity {number}"), text.replacen("\"capacity\":42", &format!("\"capacity\":{number}"), 1))
    };
    let huge = "9".repeat(5000);
    let mut all: Vec<_> =
        ["65536", "-1", "4.2e1", "1e999", "0x2A", "042", "42.0", &huge, "NaN", "true"].map(capacity).into();
    all.push(named(
        "a number with many digits",
        text.replacen("\"school\": {", &format!("\"school\": {{\"otro\":{huge},"), 1),
    ));
    all
}

/// Brackets within brackets: at the top, in an item, in a list of items.
fn deep(text: &str) -> Vec<Spoilt> {
    let bombs = |depth: usize| {
        let (lists, objects) = (
            ["[".repeat(depth), "]".repeat(depth)].concat(),
            [r#"{"a":"#.repeat(depth), "1".to_owned(), "}".repeat(depth)].concat(),
        );
        let mut all = Vec::new();
        for (kind, bomb) in [("lists", lists), ("objects", objects)] {
            all.push(named(
                format!("{depth} {kind} at the top"),
                text.replacen("{\n", &format!("{{\n  \"z\": {bomb},\n"), 1),
            ));
            all.push(named(
                format!("{depth} {kind} in an item"),
                text.replacen("\"statement\":\"", &format!("\"z\":{bomb},\"statement\":\""), 1),
            ));
            all.push(named(
                format!("{depth} {kind} in the school"),
                text.replacen("\"school\": {", &format!("\"school\": {{\"z\":{bomb},"), 1),
            ));
        }
        all
    };
    [100, 110, 115, 116, 117, 118, 119, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129, 100_000]
        .into_iter()
        .flat_map(bombs)
        .collect()
}

/// Every key of the header and of one item of each list stands twice, first with the same value and then with another;
/// items and months stand twice.
fn twice(text: &str) -> Vec<Spoilt> {
    let mut all = Vec::new();
    let mut has_seen = std::collections::BTreeSet::new();
    for (at, key) in keys(text) {
        if has_seen.insert(key) {
            for value in ["null", "1", "\"\"", "[]", "{}"] {
                let twice = [&text[..at], key, ":", value, ",", &text[at..]].concat();
                all.push(named(format!("{key} twice, {value}"), twice));
            }
        }
    }
    let lines: Vec<&str> = text.lines().collect();
    for (number, line) in lines.iter().enumerate().filter(|(_, line)| line.starts_with("    {\"id\"")) {
        if number % 7 == 0 {
            let line = line.trim_end_matches(',');
            let other = [line.trim_end_matches('}'), ",\"otra\":1}"].concat();
            for second in [line, &other] {
                let doubled = lines.iter().enumerate().map(|(at, old)| {
                    if at == number {
                        format!("{line},\n{second}{}\n", if old.ends_with(',') { "," } else { "" })
                    } else {
                        format!("{old}\n")
                    }
                });
                all.push(named(format!("line {} twice", number + 1), doubled.collect::<String>()));
            }
        }
    }
    let months = text.find("\"attendance\":{").unwrap() + "\"attendance\":{".len();
    let end = months + text[months..].find(']').unwrap() + 1;
    for month in [text[months..end].to_owned(), text[months..end].replacen(":[", ":[0,", 1).replacen(',', "", 1)] {
        all.push(named("a month twice", [&text[..months], &month, ",", &text[months..]].concat()));
    }
    all
}

/// The keys of a JSON text with their places, quotes included.
fn keys(text: &str) -> Vec<(usize, &str)> {
    let mut keys = Vec::new();
    let mut rest = 0;
    while let Some(start) = text[rest..].find('"').map(|at| at + rest) {
        let mut end = start + 1;
        while text.as_bytes()[end] != b'"' {
            end += if text.as_bytes()[end] == b'\\' { 2 } else { 1 };
        }
        rest = end + 1;
        if text.as_bytes().get(rest) == Some(&b':') {
            keys.push((start, &text[start..rest]));
        }
    }
    keys
}
