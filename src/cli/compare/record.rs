//! Two cycles as JSON; the names are a contract.

use serde_json::{Map, Value, json};

use super::super::{
    cycle::record::{self, Words},
    json::signed,
};
use crate::{
    insight::account::{Account, Difference, Tag, diff, parts},
    notebook::safe_text::SafeText,
};

/// Both accounts, the way from one theory to the other word by word, and the differences in points.
pub(super) fn of((first, second): (&Account<'_>, &Account<'_>), differences: &[Difference], words: Words<'_>) -> Value {
    let names = ["if", "then", "because", "sign"];
    let theories = parts(&first.cycle.theory).into_iter().zip(parts(&second.cycle.theory));
    let theory: Map<String, Value> =
        names.into_iter().zip(theories).map(|(name, (old, new))| (name.to_owned(), diff_of(old, new))).collect();
    json!({
        "first": record::of(first, words),
        "second": record::of(second, words),
        "theory_diff": theory,
        "challenge_diff": diff_of(&first.cycle.challenge.text, &second.cycle.challenge.text),
        "differences": differences.iter().map(difference).collect::<Value>(),
    })
}

fn diff_of(old: &SafeText, new: &SafeText) -> Value {
    let one = |tag: Tag| match tag {
        Tag::Same => "same",
        Tag::Removed => "removed",
        Tag::Added => "added",
    };
    let pieces = diff(old.as_str(), new.as_str());
    pieces.into_iter().map(|piece| json!({ "change": one(piece.tag), "text": piece.text })).collect()
}

fn difference(difference: &Difference) -> Value {
    json!({
        "name": difference.name.id(),
        "points": difference.points.map(signed),
        "low": difference.interval.map(|(low, _)| signed(low)),
        "high": difference.interval.map(|(_, high)| signed(high)),
    })
}
