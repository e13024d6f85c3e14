//! What became of the words of a text: which stayed, which went, which are new.

use similar::{ChangeTag, TextDiff};

/// What became of some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tag {
    /// They stand in both.
    Same,
    /// They stood there before.
    Removed,
    /// They are new.
    Added,
}

/// Words that share their fate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What became of them.
    pub tag: Tag,
    /// The words, with the blanks between them.
    pub text: String,
}

/// The way from one text to another, word by word. Without the new words it is the old text, and the other way round.
pub fn diff(old: &str, new: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for change in TextDiff::from_words(old, new).iter_all_changes() {
        let tag = match change.tag() {
            ChangeTag::Equal => Tag::Same,
            ChangeTag::Delete => Tag::Removed,
            ChangeTag::Insert => Tag::Added,
        };
        match pieces.last_mut().filter(|piece| piece.tag == tag) {
            Some(piece) => piece.text.push_str(change.value()),
            None => pieces.push(Piece { tag, text: change.value().to_owned() }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn without(pieces: &[Piece], tag: Tag) -> String {
        pieces.iter().filter(|piece| piece.tag != tag).map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn a_team_sees_which_words_it_changed() {
        let pieces = diff("llamamos el mismo día", "llamamos y visitamos el mismo día");
        let added: Vec<&str> =
            pieces.iter().filter(|piece| piece.tag == Tag::Added).map(|piece| piece.text.trim()).collect();
        assert_eq!(added, ["y visitamos"]);
        assert!(pieces.iter().all(|piece| piece.tag != Tag::Removed), "{pieces:?}");
    }

    proptest! {
        #[test]
        fn no_word_of_either_text_is_lost(old in "[a-zé ,.]{0,40}", new in "[a-zé ,.]{0,40}") {
            let pieces = diff(&old, &new);
            prop_assert_eq!(without(&pieces, Tag::Added), old);
            prop_assert_eq!(without(&pieces, Tag::Removed), new);
        }
    }
}
