//! An edit in a line of a journal: what it says must come back as it was, or the work of a meeting cannot be replayed.

use proptest::prelude::*;

use super::super::{
    edit::{Change, Deed, Edit},
    id::Ids,
    *,
};
use super::{
    any::{run, unknown_fields, whims, words},
    in_a_cycle, school,
};

fn read_back(edit: &Edit) -> Edit {
    serde_json::from_str(&serde_json::to_string(edit).unwrap()).unwrap()
}

proptest! {
    #[test]
    fn work_replayed_from_a_journal_and_taken_back_from_it_is_the_work_that_was_done(whims in whims(0..30)) {
        let mut ids = Ids::Seeded(30);
        let start = school(&mut ids);
        let (edits, live) = run(&start, &mut ids, &whims);
        let mut book = start.clone();
        for edit in &edits {
            let written = read_back(edit);
            prop_assert_eq!(&written, edit);
            prop_assert_eq!(book.apply(&written), Ok(()));
        }
        prop_assert_eq!(&book, &live);
        for edit in edits.iter().rev() {
            prop_assert_eq!(book.apply(&read_back(edit).inverse()), Ok(()));
        }
        prop_assert_eq!(&book, &start);
    }

    #[test]
    fn a_text_is_read_back_as_it_was_written_whatever_was_typed(words in words()) {
        let written = serde_json::to_string(&words).unwrap();
        prop_assert_eq!(serde_json::from_str::<SafeText>(&written).unwrap(), words);
    }

    #[test]
    fn a_notebook_read_from_its_file_takes_the_edits_of_the_one_that_was_open(
        whims in whims(0..15), fields in unknown_fields(),
    ) {
        let mut ids = Ids::Seeded(31);
        let mut start = school(&mut ids);
        start.extra = fields;
        let (edits, live) = run(&start, &mut ids, &whims);
        let mut open = start;
        for edit in &edits {
            let mut from_file: Notebook = serde_json::from_str(&serde_json::to_string(&open).unwrap()).unwrap();
            prop_assert_eq!(&from_file, &open);
            prop_assert_eq!(from_file.apply(edit), Ok(()));
            open.apply(edit).unwrap();
        }
        prop_assert_eq!(&serde_json::from_str::<Notebook>(&serde_json::to_string(&live).unwrap()).unwrap(), &live);
    }
}

#[test]
fn a_blank_or_invisible_text_of_a_file_is_still_the_same_in_a_journal() {
    let mut ids = Ids::Seeded(32);
    let book = in_a_cycle(&mut ids);
    let before = book.open_cycle().unwrap();
    for text in ["  ", "\u{7}", "\u{200b}", "\n"] {
        let after = Cycle { review: SafeText::stored(text.to_owned()), ..before.clone() };
        let edit = Edit::one(Deed::WriteReview, Change::replace(before.clone(), after));
        assert_eq!(read_back(&edit), edit, "{text:?}");
    }
}

#[test]
fn figures_of_a_newer_version_keep_every_digit_in_a_journal() {
    let line = concat!(
        r#"{"deed":"adopt-outside","changes":[{"margin":{"before":{},"after":{"notice":"Ana\u0007","#,
        r#""extra":{"folio":12345678901234567890123,"peso":1.10}}}}]}"#
    );
    let edit: Edit = serde_json::from_str(line).unwrap();
    assert_eq!(serde_json::to_string(&edit).unwrap(), line);
}

#[test]
fn a_journal_of_today_is_understood_by_the_next_version() {
    use Deed::*;
    let deeds = [
        OpenCycle,
        NameCycle,
        GoToStep,
        WriteObservation,
        WriteChallenge,
        WriteTheory,
        WriteDrivers,
        Predict,
        DecideAction,
        ChooseFocus,
        WriteReview,
        CloseCycle,
        AddContact,
        ChangeContact,
        RemoveContact,
        PlanAction,
        ChangeAction,
        CompleteAction,
        ReopenAction,
        RemoveAction,
        RecordLearning,
        ChangeLearning,
        RemoveLearning,
        Import,
        AdoptOutside,
        Restore,
        Salvage,
    ];
    let names: Vec<String> = deeds.iter().map(|deed| serde_json::to_string(deed).unwrap().replace('"', "")).collect();
    let known = "open-cycle name-cycle go-to-step write-observation write-challenge write-theory write-drivers predict decide-action choose-focus \
        write-review close-cycle add-contact change-contact remove-contact plan-action change-action complete-action \
        reopen-action remove-action record-learning change-learning remove-learning import adopt-outside restore salvage";
    assert_eq!(names.join(" "), known);
    for kind in ["school", "margin", "member", "student", "contact", "cycle", "action", "learning", "meeting"] {
        let line = format!(r#"{{"{kind}":{{"before":null,"after":null}}}}"#);
        assert_eq!(serde_json::to_string(&serde_json::from_str::<Change>(&line).unwrap()).unwrap(), line);
    }
}
