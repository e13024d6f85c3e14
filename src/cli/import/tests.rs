use super::*;

#[test]
fn every_word_of_an_import_is_there_in_both_languages() {
    for lang in Lang::ALL {
        let say = |both: crate::text::Both| both.of(lang).to_owned();
        let reasons = Reason::ALL.iter().map(|reason| say(crate::text::reading::codes::reason(*reason)));
        let doubts = exchange::Doubt::ALL.iter().map(|code| say(crate::text::reading::codes::doubt(*code)));
        let notes = exchange::Note::ALL.iter().map(|note| say(crate::text::reading::codes::note(*note)));
        let all: std::collections::BTreeSet<String> = reasons.chain(doubts).chain(notes).collect();
        assert!(all.iter().all(|words| words.len() > 10));
        assert!(all.len() >= Reason::ALL.len() + exchange::Doubt::ALL.len());
        let kinds = exchange::Kind::ALL.iter().map(|kind| say(crate::text::reading::kind(*kind)));
        let skips = exchange::codes::Skip::ALL.iter().map(|skip| say(crate::text::reading::codes::skip(*skip)));
        let others: std::collections::BTreeSet<String> = kinds.chain(skips).collect();
        assert_eq!(others.len(), exchange::Kind::ALL.len() + exchange::codes::Skip::ALL.len());
    }
}
