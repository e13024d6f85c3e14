use proptest::{collection::vec, option, prelude::*};
use serde_json::Value;
use uuid::Uuid;

use super::*;
use crate::{
    notebook::{
        extra::Extra,
        id::Id,
        learning::{Learning, Theme, Voice},
        personal::Personal,
        safe_text::SafeText,
        school::School,
        student::Student,
    },
    rules::{attendance::Days, calendar::Month, course::Course, identity::Rbd},
    store::read,
};

/// Everything in it is invented; it has a field that no version knows at every level.
const GOLDEN: &str = include_str!("../../../tests/fixtures/invented.tep.json");

fn read_back(bytes: &[u8]) -> Notebook {
    let read = read::notebook(bytes).unwrap();
    assert!(!read.loses);
    read.notebook
}

#[test]
fn a_file_is_written_back_as_it_stood_with_every_field_of_others() {
    let written = write_notebook(&read_back(GOLDEN.as_bytes())).unwrap();
    assert_eq!(String::from_utf8(written).unwrap(), GOLDEN);
}

#[test]
fn one_changed_item_is_one_changed_line() {
    let before = read_back(GOLDEN.as_bytes());
    let mut after = before.clone();
    after.learnings = before
        .learnings
        .iter()
        .cloned()
        .map(|learning| Learning { statement: SafeText::line("Llamar\nel martes"), ..learning })
        .collect();
    let lines = |notebook: &Notebook| String::from_utf8(write_notebook(notebook).unwrap()).unwrap();
    let (before, after) = (lines(&before), lines(&after));
    let changed = before.lines().zip(after.lines()).filter(|(before, after)| before != after).count();
    assert_eq!((changed, before.lines().count()), (1, after.lines().count()));
}

#[test]
fn an_empty_notebook_is_readable_too() {
    let school = School::new(Rbd::new(99001).unwrap(), SafeText::line("Escuela inventada"));
    let text = String::from_utf8(write_notebook(&Notebook::new(Id::new(Uuid::nil()), school)).unwrap()).unwrap();
    assert!(text.starts_with("{\n  \"format\": \"tep-notebook\",\n  \"version\": 1,\n  \"id\": "));
    assert!(text.ends_with("  \"students\": [],\n  \"contacts\": []\n}\n"));
}

/// Texts as people, spreadsheets and broken programs write them.
fn text() -> impl Strategy<Value = SafeText> {
    let written = any::<String>().prop_map(SafeText::stored);
    prop_oneof![Just(SafeText::default()), written.prop_filter("says something", |text| !text.is_empty())]
}

/// JSON that nobody foresaw, with numbers that no machine number holds.
fn unknown() -> impl Strategy<Value = Value> {
    let number = "-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,25})?([eE][+-]?[0-9]{1,4})?"
        .prop_map(|digits| serde_json::from_str(&digits).unwrap());
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<String>().prop_map(Value::String),
        number,
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::Array),
            proptest::collection::btree_map(any::<String>(), inner, 0..4)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn extra() -> impl Strategy<Value = Extra> {
    proptest::collection::btree_map("zz[a-z\"ñ ]{0,6}", unknown(), 0..3)
}

prop_compose! {
    fn student()(id in any::<u128>(), course in 1..9_u8, names in any::<(String, String)>(), born in option::of(0..9_000_i32),
                 months in vec((1..13_u32, 0..20_u16, 0..5_u16), 0..6), extra in extra()) -> Student {
        let mut student = Student::new(Id::new(Uuid::from_u128(id)), Course::parse(&format!("{course}B-A")).unwrap());
        student.given_names = Personal::line(&names.0);
        student.paternal_surname = Personal::line(&names.1);
        student.born = born.and_then(chrono::NaiveDate::from_epoch_days);
        student.attendance = months
            .into_iter()
            .map(|(month, attended, absent)| {
                (Month::new(2020, month).unwrap(), Days::new(attended, attended + absent).unwrap())
            })
            .collect();
        student.extra = extra;
        student
    }
}

prop_compose! {
    fn learning()(ids in any::<(u128, u128)>(), statement in text(), quote in text(), extra in extra()) -> Learning {
        Learning {
            id: Id::new(Uuid::from_u128(ids.0)),
            cycle: Id::new(Uuid::from_u128(ids.1)),
            on: chrono::NaiveDate::default(),
            statement,
            quote,
            voice: Voice::Advisor,
            theme: Theme::Other,
            other_themes: Vec::new(),
            evidence: SafeText::default(),
            seen_in: None,
            effect: None,
            extra,
        }
    }
}

prop_compose! {
    fn notebook()(name in text(), notice in text(), students in vec(student(), 0..5), learnings in vec(learning(), 0..4),
                  extra in extra(), school_extra in extra()) -> Notebook {
        let mut school = School::new(Rbd::new(99001).unwrap(), name);
        school.extra = school_extra;
        let mut notebook = Notebook::new(Id::new(Uuid::from_u128(1)), school);
        notebook.notice = notice;
        notebook.students = students.into_iter().collect();
        notebook.learnings = learnings.into_iter().collect();
        notebook.extra = extra;
        notebook
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    /// What a team wrote comes back as it was, and so does what other programs wrote into its file.
    #[test]
    fn what_is_saved_is_what_is_opened(notebook in notebook()) {
        let bytes = write_notebook(&notebook).unwrap();
        let again = read_back(&bytes);
        prop_assert_eq!(&again, &notebook);
        prop_assert_eq!(write_notebook(&again).unwrap(), bytes);
    }
}
