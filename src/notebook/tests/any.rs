//! Notebooks, runs of edits and strange words for the laws.

use proptest::{prelude::*, sample::select};

use super::super::{
    edit::{Change, Deed, Edit},
    guardian::Guardian,
    id::Ids,
    meeting::Agreement,
    member::Role,
    personal::Personal,
    reported::{Engagement, Reported},
    steps::Making,
    student::Concept,
    years::{SchoolYear, StudentYear},
    *,
};
use super::{deed, moment, school, today};
use crate::{
    notebook::action::ActionState,
    rules::{
        course::Course,
        decimal::{Decimal, Percent},
        identity::Rbd,
    },
};

/// What a file may hold in a text: also what is shown otherwise than it stands there, or not at all.
pub(super) fn words() -> impl Strategy<Value = SafeText> {
    let strange =
        select(vec!["", "  ", "\u{7}", "Ana\u{1b}[2J Soto", "a\u{200b}\u{301}", "n\u{303}", "a\r\nb", "\u{feff}x"]);
    let text = prop_oneof![
        strange.prop_map(str::to_owned),
        "[ -~\u{300}-\u{304}\u{200b}\u{202e}\u{1100}\u{1161}ñá\n\t]{0,12}"
    ];
    (text, 0..3).prop_map(|(text, way)| match way {
        0 => SafeText::stored(text),
        1 => SafeText::line(&text),
        _ => SafeText::note(&text),
    })
}

/// Fields of a newer version, with figures that no machine number holds.
pub(super) fn unknown_fields() -> impl Strategy<Value = Extra> {
    let value = select(vec![
        "1.10",
        "12345678901234567890123",
        "-0.0",
        "1E400",
        "0.1e-7",
        "18446744073709551616",
        "null",
        "true",
        "[]",
        "{}",
        r#"{"b":[1.10,{"c":" \u0007"}],"a":null}"#,
        r#""1.10""#,
        r#""\u0007""#,
    ]);
    let value = value.prop_map(|json| serde_json::from_str(json).unwrap());
    prop::collection::btree_map(
        select(vec!["color", "peso", "ñ", "before", "extra"]).prop_map(str::to_owned),
        value,
        0..3,
    )
}

/// What decides one thing that somebody does.
#[derive(Debug, Clone)]
pub(super) struct Whim {
    undoes: bool,
    choice: u8,
    words: SafeText,
    fields: Extra,
}

pub(super) fn whims(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Whim>> {
    let whim = (prop::bool::weighted(0.15), any::<u8>(), words(), unknown_fields());
    let whim = whim.prop_map(|(undoes, choice, words, fields)| Whim { undoes, choice, words, fields });
    prop::collection::vec(whim, count)
}

/// Edits of a team, each accepted after the one before, and the notebook after them.
pub(super) fn run(book: &Notebook, ids: &mut Ids, whims: &[Whim]) -> (Vec<Edit>, Notebook) {
    let mut book = book.clone();
    let mut edits: Vec<Edit> = Vec::new();
    for whim in whims {
        // Now and then the last thing is taken back: the journal holds that as one more edit.
        let edit = match edits.last().filter(|_| whim.undoes) {
            Some(last) => Some(last.clone().inverse()),
            None => edit(&book, ids, whim),
        };
        if let Some(edit) = edit.filter(|edit| book.apply(edit).is_ok()) {
            edits.push(edit);
        }
    }
    (edits, book)
}

fn edit(book: &Notebook, ids: &mut Ids, whim: &Whim) -> Option<Edit> {
    let Whim { choice, words, fields, .. } = whim;
    let at = usize::from(*choice / 16);
    Some(match choice % 16 {
        0..6 => return deed(book, ids, choice / 16),
        6 => return book.change_cycle(Deed::WriteObservation, |cycle| cycle.observation = words.clone()).ok(),
        7 => return book.change_cycle(Deed::WriteTheory, |cycle| cycle.theory.extra = fields.clone()).ok(),
        8 => Edit::one(Deed::Import, Change::add(student(ids, words, fields))),
        9 => {
            let old = pick(&book.students, at)?;
            Edit::one(Deed::Import, Change::replace(old.clone(), Student { extra: fields.clone(), ..old.clone() }))
        }
        10 if book.students.len() > 1 => Edit::one(Deed::Import, Change::remove(pick(&book.students, at)?.clone())),
        11 => {
            let old = pick(&book.actions, at)?;
            let state = ActionState::Dropped { on: today(), reason: words.clone() };
            Edit::one(Deed::ChangeAction, Change::replace(old.clone(), Action { state, ..old.clone() }))
        }
        12 => {
            let old = pick(&book.learnings, at)?;
            let after = Learning { quote: words.clone(), extra: fields.clone(), ..old.clone() };
            Edit::one(Deed::ChangeLearning, Change::replace(old.clone(), after))
        }
        13 => Edit::one(Deed::RemoveAction, Change::remove(pick(&book.actions, at)?.clone())),
        14 => {
            let year = SchoolYear { year: 2020, enrolment: Some(962), extra: fields.clone(), ..SchoolYear::default() };
            let years = vec![year];
            let after = School { team_label: words.clone(), years, extra: fields.clone(), ..book.school.clone() };
            Edit::one(Deed::Import, Change::replace(book.school.clone(), after))
        }
        _ => outside(book, ids, whim),
    })
}

/// What only another hand does in the file: no form makes it yet.
fn outside(book: &Notebook, ids: &mut Ids, Whim { words, fields, .. }: &Whim) -> Edit {
    let mut margin = book.margin();
    margin.notice = words.clone();
    margin.extra = fields.clone();
    let member = Member {
        id: ids.next(moment()),
        name: Personal::line(words.as_str()),
        role: Role::Teacher,
        extra: fields.clone(),
    };
    let agreement = Agreement { what: words.clone(), who: words.clone(), due: None, kept: None, extra: fields.clone() };
    let meeting = Meeting {
        id: ids.next(moment()),
        on: today(),
        cycle: book.open_cycle().map(|cycle| cycle.id),
        facilitator: words.clone(),
        present: vec![member.id],
        agreements: vec![agreement],
        extra: fields.clone(),
    };
    let changes = vec![Change::replace(book.margin(), margin), Change::add(member), Change::add(meeting)];
    Edit { deed: Deed::AdoptOutside, changes }
}

fn student(ids: &mut Ids, words: &SafeText, fields: &Extra) -> Student {
    let mut student = Student::new(ids.next(moment()), Course::parse("7B-A").unwrap());
    let name = || serde_json::from_value(serde_json::to_value(words).unwrap()).unwrap();
    student.given_names = name();
    student.phones = vec![name()];
    student.full_name = name();
    student.guardians =
        vec![Guardian { name: name(), relationship: words.clone(), extra: fields.clone(), ..Guardian::default() }];
    let year =
        StudentYear { attendance: Percent::from_parts(8_530), extra: fields.clone(), ..StudentYear::new(2020, None) };
    student.years = vec![year, StudentYear::new(2021, Rbd::new(99_002))];
    student.reported = vec![Reported { year: 2021, on: today(), absences: Some(3), ..Reported::default() }];
    student.engagement = Decimal::from_parts(-5)
        .map(|value| Engagement { year: 2021, name: words.clone(), value, on: today(), extra: fields.clone() })
        .into_iter()
        .collect();
    student.concepts =
        vec![Concept { year: 2021, subject: words.clone(), concept: words.clone(), extra: Extra::new() }];
    student.extra = fields.clone();
    student
}

fn pick<T: items::Item>(items: &Items<T>, at: usize) -> Option<&T> {
    items.iter().nth(at.checked_rem(items.len())?)
}

/// Two copies of one notebook that went different ways, one of them also through hands that know no rules.
pub(super) fn two_copies() -> impl Strategy<Value = (Notebook, Notebook)> {
    let damage = prop::collection::vec(any::<u8>(), 0..8);
    (whims(0..12), whims(0..25), whims(0..25), damage).prop_map(|(past, one, other, damage)| {
        let mut ids = Ids::Seeded(20);
        let start = run(&school(&mut ids), &mut ids, &past).1;
        let one = run(&start, &mut ids, &one).1;
        let mut other = run(&start, &mut ids, &other).1;
        for blow in damage {
            strike(&mut other, &mut ids, blow);
        }
        (one, other)
    })
}

/// What a person with an editor does to a file: lines go, and what is closed is written over.
fn strike(book: &mut Notebook, ids: &mut Ids, blow: u8) {
    let at = usize::from(blow / 8);
    let lost = match blow % 8 {
        0 => pick(&book.students, at).map(|student| student.id).and_then(|id| book.students.take(id)).is_some(),
        1 => pick(&book.cycles, at).map(|cycle| cycle.id).and_then(|id| book.cycles.take(id)).is_some(),
        2 => pick(&book.members, at).map(|member| member.id).and_then(|id| book.members.take(id)).is_some(),
        3 => pick(&book.meetings, at).map(|meeting| meeting.id).and_then(|id| book.meetings.take(id)).is_some(),
        4 => pick(&book.contacts, at).map(|contact| contact.id).and_then(|id| book.contacts.take(id)).is_some(),
        5 => pick(&book.actions, at)
            .map(|action| Action { what: SafeText::default(), ..action.clone() })
            .and_then(|action| book.actions.put(action))
            .is_some(),
        6 => pick(&book.cycles, at)
            .map(|cycle| Cycle { closing: None, ..cycle.clone() })
            .and_then(|cycle| book.cycles.put(cycle))
            .is_some(),
        _ => false,
    };
    if !lost {
        let mut making = Making { today: today(), now: moment(), ids };
        book.cycles.put(Cycle::new(making.id(), 1, today()));
    }
}
