//! One key press, normalised: the only place of `app` that knows the terminal library's keys.
//!
//! Owns how a chord is written and read. Never knows what a chord means.

use std::fmt;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key press.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Chord {
    /// Whether Ctrl is held.
    pub ctrl: bool,
    /// The key.
    pub key: Key,
}

/// A key; letters as they are typed, so that Shift is part of the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character.
    Char(char),
    /// A key with a name.
    Named(Named),
}

/// Keys with names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Named {
    Enter,
    Esc,
    Tab,
    BackTab,
    Space,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    F1,
    F2,
    F3,
    F4,
}

/// Keys with the names that are shown to people and typed in tests.
const NAMES: [(Named, &str, KeyCode); 19] = [
    (Named::Enter, "Enter", KeyCode::Enter),
    (Named::Esc, "Esc", KeyCode::Esc),
    (Named::Tab, "Tab", KeyCode::Tab),
    (Named::BackTab, "S-Tab", KeyCode::BackTab),
    (Named::Space, "Space", KeyCode::Char(' ')),
    (Named::Backspace, "Backspace", KeyCode::Backspace),
    (Named::Delete, "Del", KeyCode::Delete),
    (Named::Up, "↑", KeyCode::Up),
    (Named::Down, "↓", KeyCode::Down),
    (Named::Left, "←", KeyCode::Left),
    (Named::Right, "→", KeyCode::Right),
    (Named::Home, "Home", KeyCode::Home),
    (Named::End, "End", KeyCode::End),
    (Named::PageUp, "PgUp", KeyCode::PageUp),
    (Named::PageDown, "PgDn", KeyCode::PageDown),
    (Named::F1, "F1", KeyCode::F(1)),
    (Named::F2, "F2", KeyCode::F(2)),
    (Named::F3, "F3", KeyCode::F(3)),
    (Named::F4, "F4", KeyCode::F(4)),
];

/// A character key.
pub const fn ch(c: char) -> Chord {
    Chord { ctrl: false, key: Key::Char(c) }
}

/// A character key with Ctrl held.
pub const fn ctrl(c: char) -> Chord {
    Chord { ctrl: true, key: Key::Char(c) }
}

/// A key with a name.
pub const fn named(key: Named) -> Chord {
    Chord { ctrl: false, key: Key::Named(key) }
}

/// A key with a name, with Ctrl held.
pub const fn ctrl_named(key: Named) -> Chord {
    Chord { ctrl: true, key: Key::Named(key) }
}

impl Chord {
    /// The chords of a key event; none for keys that the program does not know.
    ///
    /// Alt is what terminals send as Esc and a key: over a line that packs both together, that is what a person typed.
    pub fn all_of(event: KeyEvent) -> impl Iterator<Item = Self> {
        let escape = event.modifiers.contains(KeyModifiers::ALT).then_some(named(Named::Esc));
        escape.into_iter().chain(Self::of(event))
    }

    fn of(event: KeyEvent) -> Option<Self> {
        if event.modifiers.intersects(KeyModifiers::SUPER | KeyModifiers::META) {
            return None;
        }
        let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
        let key = match event.code {
            KeyCode::Char(' ') => Key::Named(Named::Space),
            KeyCode::Char(c) if ctrl => Key::Char(c.to_ascii_lowercase()),
            KeyCode::Char(c) => Key::Char(c),
            code => Key::Named(NAMES.iter().find(|(_, _, other)| *other == code)?.0),
        };
        Some(Self { ctrl, key })
    }

    /// The event that a terminal would send; for tests and examples that type.
    pub fn event(self) -> KeyEvent {
        let modifiers = if self.ctrl { KeyModifiers::CONTROL } else { KeyModifiers::NONE };
        let code = match self.key {
            Key::Char(c) => KeyCode::Char(c),
            Key::Named(name) => {
                NAMES.iter().find(|(other, ..)| *other == name).map_or(KeyCode::Null, |(.., code)| *code)
            }
        };
        KeyEvent::new(code, modifiers)
    }

    /// The character that this chord types into a text, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.key {
            Key::Char(c) if !self.ctrl => Some(c),
            Key::Named(Named::Space) if !self.ctrl => Some(' '),
            _ => None,
        }
    }

    /// Reads what [`fmt::Display`] writes.
    pub fn parse(text: &str) -> Option<Self> {
        let (ctrl, name) = match text.strip_prefix("Ctrl-") {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        if let Some((key, ..)) = NAMES.iter().find(|(_, other, _)| *other == name) {
            return Some(Self { ctrl, key: Key::Named(*key) });
        }
        let mut letters = name.chars();
        match (letters.next(), letters.next()) {
            (Some(c), None) => Some(Self { ctrl, key: Key::Char(if ctrl { c.to_ascii_lowercase() } else { c }) }),
            _ => None,
        }
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        match self.key {
            Key::Char(c) if self.ctrl => write!(f, "{}", c.to_ascii_uppercase()),
            Key::Char(c) => write!(f, "{c}"),
            Key::Named(name) => {
                f.write_str(NAMES.iter().find(|(other, ..)| *other == name).map_or("", |(_, text, _)| text))
            }
        }
    }
}
