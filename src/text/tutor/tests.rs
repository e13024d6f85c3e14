//! What somebody in front of the tutor would lose: a sentence that does not fit, or a key that nobody can press.

use super::*;
use crate::{
    app::{
        keymap::{Context as C, key_for},
        open_notebook::Pane,
        tutor::hint::keys_of_begin,
    },
    ui::field::text::width,
};

const COLUMNS: usize = 76;

/// Every hint that belongs to a lesson, with a place in which it is given.
fn hints() -> Vec<(Hint, Vec<C>)> {
    let pane = |pane| vec![pane, C::List, C::Notebook, C::Global, C::Tutor];
    let mut all = Vec::new();
    for lesson in Lesson::ALL {
        let place = match lesson {
            Lesson::Card | Lesson::Reason | Lesson::Focus => pane(C::Students),
            Lesson::Complete | Lesson::Decide => pane(C::Actions),
            _ => pane(C::Workspace),
        };
        all.push((Hint::Do(lesson), place.clone()));
        if lesson != Lesson::End {
            all.push((Hint::Again(lesson), place));
        }
        for field in lesson.fields() {
            for fill in [Fill::Type, Fill::TypeLast, Fill::Choose, Fill::GoOn, Fill::Keep] {
                all.push((Hint::Fill(lesson, *field, fill), vec![C::Area, C::Form, C::Writing, C::Tutor]));
            }
        }
    }
    all.extend(Step::ALL.map(|step| (Hint::Step(step), pane(C::Workspace))));
    all.push((Hint::Shelf, vec![C::Shelf, C::List, C::Global, C::Tutor]));
    all.push((Hint::ReadOnly, pane(C::Students)));
    for hint in [Hint::Explained, Hint::Question, Hint::Discard, Hint::Aside, Hint::NextCycle] {
        all.push((hint, vec![C::Confirm, C::Tutor]));
    }
    all.push((Hint::Searching, vec![C::FilterLine, C::Writing, C::Tutor]));
    all.extend([Pane::Workspace, Pane::Students, Pane::Actions].map(|to| (Hint::Pane(to), pane(C::Learnings))));
    all.push((Hint::TakenBack, pane(C::Students)));
    all
}

fn keys(hint: Hint, place: &[C]) -> Vec<Chord> {
    hint.commands().iter().filter_map(|command| key_for(place, *command)).collect()
}

#[test]
fn every_sentence_fits_a_line_and_names_its_keys_in_both_languages() {
    let day = NaiveDate::from_ymd_opt(2021, 6, 30).unwrap();
    let mut long = Vec::new();
    for (hint, place) in hints() {
        for lang in Lang::ALL {
            let keys = keys(hint, &place);
            assert_eq!(keys.len(), hint.commands().len(), "{hint:?}: a key is missing in {place:?}");
            let act = act(lang, hint, &keys, &keys_of_begin());
            let why = why(lang, hint, day);
            long.extend([&act, &why].into_iter().filter(|line| width(line) > COLUMNS).cloned());
            assert!(!act.contains("{}") && !act.contains("[]"), "{hint:?}: {act}");
            for key in keys {
                let quotes = if lang == Lang::Es { format!("«{key}»") } else { format!("“{key}”") };
                assert!(act.contains(&quotes), "{hint:?} does not name {key}: {act}");
            }
            let other = if lang == Lang::Es { '“' } else { '«' };
            assert!(!act.contains(other) && !why.contains(other), "{hint:?}: {why} | {act}");
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn a_word_of_praise_fits_before_what_comes_next() {
    let day = NaiveDate::from_ymd_opt(2021, 6, 30).unwrap();
    for (before, next) in Lesson::ALL.into_iter().zip(Lesson::ALL.into_iter().skip(1)) {
        for lang in Lang::ALL {
            let step = next.step().filter(|step| before.step() != Some(*step)).map(Hint::Step);
            let form = next.fields().first().filter(|_| matches!(next, Lesson::Predict | Lesson::Guess));
            let form = form.map(|field| Hint::Fill(next, *field, Fill::TypeLast));
            for hint in [Some(Hint::Do(next)), step, form].into_iter().flatten() {
                let line = format!("{} {}", won(Won::Done(before)).of(lang), why(lang, hint, day));
                assert!(width(&line) <= COLUMNS, "{} columns: {line}", width(&line));
            }
        }
    }
}

#[test]
fn an_example_has_no_quote_in_it_and_a_choice_names_one_digit() {
    for lesson in Lesson::ALL {
        for field in lesson.fields() {
            for lang in Lang::ALL {
                let example = fields::example(lesson, *field).of(lang);
                assert!(!example.contains(['«', '»', '“', '”', '"']), "{example}");
                let choose = fields::choose(lesson, *field).of(lang);
                assert_eq!(choose.chars().filter(char::is_ascii_digit).count(), 1, "{choose}");
            }
        }
    }
}
