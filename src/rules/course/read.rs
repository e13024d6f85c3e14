//! Reading a course as people write it: signs, words, Roman numbers, any case, with or without accents.

use unicode_normalization::UnicodeNormalization;

use super::{Course, CourseProblem, Grade};
use crate::rules::spelling::fold;

/// Words that say nothing about which course it is.
const NOISE: &[&str] = &[
    "curso",
    "año",
    "ano",
    "grado",
    "nivel",
    "de",
    "enseñanza",
    "ensenanza",
    "educacion",
    "ed",
    "ens",
    "seccion",
    "letra",
    "paralelo",
    "jec",
];
/// Branches of media: no part of the form, see [`Course`], but they say the level where no other word does.
const BRANCHES: &[&str] = &[
    "hc",
    "tp",
    "humanista",
    "humanistico",
    "cientifico",
    "cientifica",
    "humanistica",
    "tecnico",
    "profesional",
    "tecnica",
    "artistico",
    "artistica",
];
const BASIC_WORDS: &[&str] = &["basico", "basica", "bas", "bco", "basic", "eb", "egb", "basicos"];
const SECONDARY_WORDS: &[&str] = &["medio", "media", "med", "em", "medios"];
/// What stands behind a number to make it an ordinal, as in `7mo`.
const ORDINAL_ENDINGS: &[&str] = &["ro", "er", "ero", "do", "to", "mo", "vo", "avo", "no", "ra", "da"];
const ORDINALS: &[(&str, u8)] = &[
    ("primero", 1),
    ("primer", 1),
    ("primera", 1),
    ("segundo", 2),
    ("segunda", 2),
    ("tercero", 3),
    ("tercer", 3),
    ("cuarto", 4),
    ("quinto", 5),
    ("sexto", 6),
    ("septimo", 7),
    ("setimo", 7),
    ("octavo", 8),
    ("i", 1),
    ("ii", 2),
    ("iii", 3),
    ("iv", 4),
    ("v", 5),
    ("vi", 6),
    ("vii", 7),
    ("viii", 8),
];
/// Most signs of a section that is read from a list: longer words are remarks ("total", "retirados").
const SECTION_LENGTH: usize = 2;

/// A run of letters or of digits, and whether it stands tight behind the one before.
struct Token {
    text: String,
    tight: bool,
}

impl Token {
    fn is_number(&self) -> bool {
        self.text.starts_with(|c: char| c.is_ascii_digit())
    }

    fn is(&self, words: &[&str]) -> bool {
        words.contains(&self.text.as_str())
    }
}

/// Reads a course.
pub(super) fn read(text: &str) -> Result<Course, CourseProblem> {
    let mut tokens = words(text);
    if tokens.is_empty() {
        return Err(CourseProblem::Empty);
    }
    let written = tokens.len();
    tokens.retain(|token| !token.is(BRANCHES));
    let of_media = tokens.len() < written;
    in_order(&mut tokens);
    match transition(&tokens) {
        Some(found) => found,
        None => numbered(&tokens, of_media),
    }
}

/// Puts the parts of a course in their usual order: `Básico 7 A`, `1° A Medio`; a year behind them is no part.
fn in_order(tokens: &mut Vec<Token>) {
    let is_year = |token: &Token| token.text.len() == 4 && token.text.starts_with("20") && token.is_number();
    let is_level = |token: &Token| token.is(BASIC_WORDS) || token.is(SECONDARY_WORDS);
    if tokens.len() > 2 && tokens.last().is_some_and(is_year) {
        tokens.pop();
    }
    let ordinal_second = tokens.get(1).is_some_and(|token| ordinal(token).is_some());
    if ordinal_second && tokens.first().is_some_and(|token| is_level(token) && token.text.len() > 2) {
        tokens.swap(0, 1);
    }
    // The o of `1o medio` is an ending.
    let letter =
        |token: &Token| token.text.chars().count() == 1 && !token.is_number() && !(token.tight && token.is(&["o"]));
    if let [.., section, level] = tokens.as_slice()
        && tokens.len() > 2
        && letter(section)
        && is_level(level)
    {
        let last = tokens.len() - 1;
        tokens.swap(last - 1, last);
    }
}

/// The fold of the search, but ñ stays: a section may be called so.
fn fold_but_enye(text: &str) -> String {
    let lower = text.to_lowercase();
    let pieces: Vec<String> = lower.nfc().collect::<String>().split('ñ').map(fold).collect();
    pieces.join("ñ")
}

/// The tokens of a text, without the words that say nothing.
fn words(text: &str) -> Vec<Token> {
    let folded =
        fold_but_enye(text).replace("h-c", "hc").replace("t-p", "tp").replace("h.c.", "hc").replace("t.p.", "tp");
    let folded = folded.replace("e.b.", "eb ").replace("e.m.", "em ");
    let mut tokens: Vec<Token> = Vec::new();
    let mut tight = false;
    for c in folded.chars() {
        // The ordinal signs count as letters in Unicode.
        if !c.is_alphanumeric() || matches!(c, 'º' | 'ª') {
            tight = false;
            continue;
        }
        match tokens.last_mut() {
            Some(last) if tight && last.is_number() == c.is_ascii_digit() => last.text.push(c),
            _ => tokens.push(Token { text: c.to_string(), tight }),
        }
        tight = true;
    }
    tokens.retain(|token| !token.is(NOISE));
    tokens
}

/// Prekínder and kínder, by any of their names; None where the text does not speak of them.
fn transition(tokens: &[Token]) -> Option<Result<Course, CourseProblem>> {
    let has = |word: &str| tokens.iter().any(|token| token.text == word);
    let by_number = has("nt") || has("transicion");
    let pre = has("prekinder") || has("prek") || has("pk") || (has("pre") && has("kinder")) || (has("pre") && has("k"));
    let (pre, tight_section) = match tokens {
        [only] if only.text.len() == 3 && only.text.starts_with("pk") => (true, only.text.get(2..)),
        [only] if only.text.len() == 2 && only.text.starts_with('k') => (pre, only.text.get(1..)),
        _ => (pre, None),
    };
    if let Some(section) = tight_section {
        return Some(Ok(Course::new(if pre { Grade::PreKinder } else { Grade::Kinder }, section)));
    }
    let kinder = has("kinder") || tokens.first().is_some_and(|first| first.text == "k" || first.text == "kinder");
    if !by_number && !pre && !kinder {
        return None;
    }
    let names = ["nt", "transicion", "prekinder", "prek", "pk", "pre", "kinder", "k"];
    let mut rest: Vec<&Token> = tokens.iter().filter(|token| !token.is(&names)).collect();
    let grade = if by_number {
        let number = rest.iter().position(|token| ordinal(token).is_some()).map(|at| rest.remove(at));
        match number.and_then(ordinal) {
            Some(1) => Grade::PreKinder,
            Some(2) => Grade::Kinder,
            _ => return Some(Err(CourseProblem::NotRecognised)),
        }
    } else if pre {
        Grade::PreKinder
    } else {
        Grade::Kinder
    };
    rest.retain(|token| !(token.tight && token.is(ORDINAL_ENDINGS)));
    Some(with_section(grade, &rest))
}

/// A grade that begins with a number.
fn numbered(tokens: &[Token], of_media: bool) -> Result<Course, CourseProblem> {
    let (first, rest) = tokens.split_first().ok_or(CourseProblem::Empty)?;
    let number = ordinal(first).ok_or(CourseProblem::NotRecognised)?;
    let mut rest: Vec<&Token> = rest.iter().collect();
    if rest.first().is_some_and(|token| is_ending(token, rest.len())) {
        rest.remove(0);
    }
    if of_media
        && !rest.first().is_some_and(|token| token.is(BASIC_WORDS) || token.is(SECONDARY_WORDS) || token.is(&["m"]))
    {
        return with_section(secondary(number)?, &rest);
    }
    let Some((level, section)) = rest.split_first() else { return alone(number, &[]) };
    if level.is(BASIC_WORDS) {
        return with_section(basic(number)?, section);
    }
    if level.is(SECONDARY_WORDS) {
        return with_section(secondary(number)?, section);
    }
    match (level.text.as_str(), section) {
        ("m", _) => with_section(secondary(number)?, section),
        // "7B A", "5º B A": a section follows, so this letter is the level.
        ("b", [_, ..]) => with_section(basic(number)?, section),
        ("b", []) if level.tight => with_section(basic(number)?, &[]),
        (both, []) if both.chars().count() == 2 => level_and_section(number, both),
        _ => alone(number, &rest),
    }
}

/// `BA`, `MB`: the level and the section in one.
fn level_and_section(number: u8, both: &str) -> Result<Course, CourseProblem> {
    if let Some(section) = both.strip_prefix('b') {
        return Ok(Course::new(basic(number)?, section));
    }
    match both.strip_prefix('m') {
        Some(section) => Ok(Course::new(secondary(number)?, section)),
        None => Err(CourseProblem::NotRecognised),
    }
}

/// A number without a level: 5 to 8 exist in básica only.
fn alone(number: u8, section: &[&Token]) -> Result<Course, CourseProblem> {
    let course = with_section(Grade::Basic(number), section)?;
    match number {
        1..=4 => Err(CourseProblem::LevelNotSaid { number }),
        5..=8 => Ok(course),
        _ => Err(CourseProblem::NoSuchGrade),
    }
}

fn with_section(grade: Grade, section: &[&Token]) -> Result<Course, CourseProblem> {
    let text: String = section.iter().map(|token| token.text.as_str()).collect();
    let one_word = section.iter().skip(1).all(|token| token.tight);
    if !one_word || text.chars().count() > SECTION_LENGTH {
        return Err(CourseProblem::NotRecognised);
    }
    Ok(Course::new(grade, &text))
}

/// The number that a word or figure stands for, where it is small enough to be a grade.
fn ordinal(token: &Token) -> Option<u8> {
    if token.is_number() {
        return token.text.parse().ok().filter(|number| *number < 100);
    }
    ORDINALS.iter().find(|(word, _)| *word == token.text).map(|(_, number)| *number)
}

/// Whether a token is the ending of the ordinal before it. A single o or a needs something behind it: `1o medio`, but
/// `7A`.
fn is_ending(token: &Token, left: usize) -> bool {
    token.is(ORDINAL_ENDINGS) || (token.tight && left > 1 && token.is(&["o", "a"]))
}

fn basic(number: u8) -> Result<Grade, CourseProblem> {
    if (1..=8).contains(&number) { Ok(Grade::Basic(number)) } else { Err(CourseProblem::NoSuchGrade) }
}

fn secondary(number: u8) -> Result<Grade, CourseProblem> {
    if (1..=4).contains(&number) { Ok(Grade::Secondary(number)) } else { Err(CourseProblem::NoSuchGrade) }
}
