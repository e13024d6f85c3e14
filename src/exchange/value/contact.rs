//! Phones and mail of those who answer for a student.
//! A phone that lost digits is never completed: not the 9 of an old mobile, not the area, not what Excel rounded away. An
//! address is never put together or cut out of something longer.

use super::{Told, is_blank, is_dash, is_space, number, plain::Plain, trim};
use crate::exchange::codes::Doubt;

mod phone;
#[cfg(test)]
mod tests;

pub use phone::phones;

/// A mail address in small letters; of several in a cell, the first that can be one. `no tiene` is nothing, `notiene@` is
/// nonsense ([`Doubt::EmailInvalid`]).
pub fn email(text: &str) -> Told<String> {
    let text = trim(text);
    if is_blank(text) {
        return Told::Nothing;
    }
    if !text.contains('@') {
        let first = Plain::<64>::of(text).map(|plain| plain.words().next().unwrap_or_default().to_owned());
        let says_none =
            first.is_some_and(|word| matches!(word.as_str(), "no" | "sin" | "s" | "notiene" | "0" | "ninguno"));
        return if says_none { Told::Nothing } else { Told::Nonsense };
    }
    let apart =
        |c: char| c.is_control() || matches!(c, ';' | '/' | '<' | '>' | '(' | ')' | '[' | ']' | '|' | '"' | ':');
    Told::or_nonsense(text.split(apart).find_map(address_in))
}

/// The first address of a piece in which nothing else stands: `juan perez@example.com` and `ana@example,com` are broken,
/// and what is left of them may be the address of somebody else.
fn address_in(piece: &str) -> Option<String> {
    let is_link =
        |word: &str| word.is_empty() || word == "y" || word == "e" || word == "o" || word.chars().all(is_dash);
    let words = || {
        let words = piece.split(|c| is_space(c) || c == ',').filter(|word| !is_link(word));
        words.map(|word| word.trim_matches(|c: char| matches!(c, '.' | '\'')))
    };
    let first = words().find(|word| is_address(word))?;
    words().all(|word| word.contains('@')).then(|| first.to_ascii_lowercase())
}

/// Whether a text has the form of an address: a name, one `@`, a place with a dot.
fn is_address(text: &str) -> bool {
    let Some((name, place)) = text.split_once('@') else { return false };
    let of_name = |byte: u8| byte.is_ascii_alphanumeric() || b".!#$%&'*+-=?^_`{|}~".contains(&byte);
    let of_place = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let is_label =
        |part: &str| !part.is_empty() && part.bytes().all(of_place) && !part.starts_with('-') && !part.ends_with('-');
    let ending = place.rsplit_once('.').map_or("", |(_, ending)| ending);
    name.bytes().all(of_name)
        && name.split('.').all(|part| !part.is_empty())
        && place.split('.').all(is_label)
        && ending.len() >= 2
        && ending.bytes().all(|byte| byte.is_ascii_alphabetic())
}
