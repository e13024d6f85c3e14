//! What would be lost if the practice alliance were not what it says it is.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use chrono::NaiveDate;

use super::{alliance, students::FIRST_RUN};
use crate::notebook::{
    Notebook,
    action::ActionState,
    contact::{ContactKind, ContactResult},
    cycle::{Fate, Step},
    edit::{Change, Deed, Edit, Editable},
    items::{Item, Items},
    learning::{Theme, Voice},
    member::Role,
    personal::Reveal,
    weeks::Parts,
};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// Made once for all tests but those that make it twice.
static ALL: LazyLock<Vec<Notebook>> = LazyLock::new(|| alliance().collect());

#[test]
fn the_alliance_has_the_size_of_the_first_year() {
    let all = &*ALL;
    let members = || all.iter().flat_map(|notebook| &notebook.members);
    let advisors: BTreeSet<_> = members()
        .filter(|m| m.role == Role::Advisor)
        .map(|m| (m.id, m.name.clone().reveal(Reveal::ToMatch).to_owned()))
        .collect();

    assert_eq!(all.len(), 12);
    assert_eq!(all.iter().map(|notebook| notebook.students.len()).sum::<usize>(), 5_068);
    assert_eq!(members().filter(|m| m.role != Role::Advisor).count(), 50);
    assert_eq!(advisors.len(), 5);
    assert!(all.iter().all(|n| n.members.iter().filter(|m| m.role == Role::Advisor).count() == 1));
    assert!(all.iter().zip(99_001..).all(|(notebook, rbd)| notebook.school.rbd.number() == rbd));
}

#[test]
fn every_file_says_that_it_is_invented() {
    for notebook in ALL.iter() {
        assert!(notebook.school.invented);
        assert!(notebook.notice.as_str().contains("inventados"));
    }
}

#[test]
fn two_runs_give_the_same_bytes() {
    let bytes = || serde_json::to_string(&alliance().collect::<Vec<_>>()).unwrap();
    assert_eq!(bytes(), bytes());
}

/// FNV-1a: the same on every machine, unlike the hasher of the standard library.
fn digest(hash: u64, number: u128) -> u64 {
    number.to_be_bytes().iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3))
}

#[test]
fn another_machine_gives_the_same_people_as_this_one() {
    let mut hash = 0xCBF2_9CE4_8422_2325;
    for student in ALL.iter().flat_map(|notebook| &notebook.students) {
        hash = digest(hash, student.id.uuid().as_u128());
        hash = digest(hash, u128::from(student.run.as_ref().unwrap().reveal(Reveal::ToMatch).number()));
        for (_, days) in student.attendance.iter() {
            hash = digest(hash, u128::from(days.attended()) << 16 | u128::from(days.held()));
        }
    }
    // When the practice alliance is changed on purpose, this number changes, and so do the pictures made from it.
    assert_eq!(hash, 3_441_815_138_315_589_650);
}

fn adds<T: Item + Editable>(items: &Items<T>) -> impl Iterator<Item = Change> + '_ {
    items.iter().cloned().map(Change::add)
}

#[test]
fn a_team_could_have_typed_every_notebook() {
    for notebook in ALL.iter() {
        let mut typed = Notebook::new(notebook.id, notebook.school.clone());
        typed.notice = notebook.notice.clone();
        let changes = adds(&notebook.members)
            .chain(adds(&notebook.students))
            .chain(adds(&notebook.cycles))
            .chain(adds(&notebook.contacts))
            .chain(adds(&notebook.actions))
            .chain(adds(&notebook.learnings))
            .chain(adds(&notebook.meetings));
        for change in changes {
            typed.apply(&Edit::one(Deed::Import, change)).unwrap();
        }
        assert_eq!(&typed, notebook);
    }
}

#[test]
fn references_that_no_edit_checks_lead_somewhere() {
    for notebook in ALL.iter() {
        for meeting in &notebook.meetings {
            assert!(meeting.cycle.is_none_or(|cycle| notebook.cycles.contains(cycle)));
            assert!(meeting.present.iter().all(|member| notebook.members.contains(*member)));
        }
        for action in &notebook.actions {
            assert!(action.carried_from.is_none_or(|from| notebook.actions.contains(from)));
        }
    }
}

#[test]
fn nine_of_twelve_maintained_their_theory_however_one_counts() {
    let all = &*ALL;
    let maintained = |number: u16| {
        all.iter()
            .filter(|notebook| {
                let cycle = notebook.cycles.iter().find(|cycle| cycle.number == number).unwrap();
                cycle.closing.as_ref().unwrap().fate == Fate::Maintained
            })
            .count()
    };
    assert_eq!([maintained(1), maintained(2)], [9, 9]);
    let never_changed = all
        .iter()
        .filter(|n| n.cycles.iter().filter_map(|c| c.closing.as_ref()).all(|c| c.fate == Fate::Maintained))
        .count();
    assert_eq!(never_changed, 9);
}

#[test]
fn a_theory_reads_as_its_fate_says() {
    for notebook in ALL.iter() {
        let mut cycles: Vec<_> = notebook.cycles.iter().collect();
        cycles.sort_by_key(|cycle| cycle.number);
        for (cycle, next) in cycles.iter().zip(cycles.iter().skip(1)) {
            let words = |c: &crate::notebook::cycle::Cycle| {
                let t = &c.theory;
                [&t.if_we, &t.then, &t.because, &t.sign].map(|text| text.as_str().to_owned())
            };
            let kept = words(cycle) == words(next);
            assert!(words(next).iter().all(|text| !text.is_empty()));
            assert_eq!(kept, cycle.closing.as_ref().unwrap().fate == Fate::Maintained, "{}", notebook.school.rbd);
        }
    }
}

#[test]
fn each_school_has_two_cycles_of_2020_and_an_open_one_of_2021() {
    let mut steps = BTreeSet::new();
    for notebook in ALL.iter() {
        assert_eq!(notebook.cycles.len(), 3);
        let closed: Vec<_> = notebook.cycles.iter().filter_map(|cycle| cycle.closing.as_ref()).collect();
        assert_eq!(closed.len(), 2);
        assert!(closed.iter().all(|closing| day(2020, 4, 1) < closing.on && closing.on < day(2020, 12, 31)));
        let open = notebook.open_cycle().unwrap();
        assert_eq!(open.number, 3);
        assert!(day(2021, 3, 1) <= open.opened && open.opened <= day(2021, 4, 1));
        steps.insert(open.step);
    }
    assert_eq!(steps, Step::ALL.into_iter().collect());
}

#[test]
fn run_are_unique_right_and_of_nobody() {
    let mut seen = BTreeSet::new();
    for notebook in ALL.iter() {
        for student in &notebook.students {
            let run = student.run.as_ref().unwrap().reveal(Reveal::ToMatch);
            assert!(run.is_valid());
            assert!((FIRST_RUN..42_000_000).contains(&run.number()), "{}", run.number());
            assert!(seen.insert(run.number()), "{}", run.number());
            assert!(student.phones.is_empty() && student.email.is_empty() && student.mrun.is_none());
        }
    }
    assert_eq!(seen.len(), 5_068);
}

#[test]
fn attendance_is_plausible_and_missing_is_not_zero() {
    let (mut unknown, mut grave, mut critical, mut known) = (0, 0, 0, 0);
    for student in ALL.iter().flat_map(|notebook| &notebook.students) {
        let days: Vec<_> = student.attendance.iter().map(|(_, days)| days).collect();
        assert!(days.iter().all(|days| days.attended() <= days.held() && days.held() > 0));
        let (attended, held) =
            days.iter().fold((0, 0), |sum, d| (sum.0 + u32::from(d.attended()), sum.1 + u32::from(d.held())));
        match held {
            0 => unknown += 1,
            _ if attended * 100 < held * 50 => critical += 1,
            _ if attended * 100 < held * 85 => grave += 1,
            _ => known += 1,
        }
    }
    eprintln!("unknown {unknown}, critical {critical}, grave {grave}, others {known}");
    assert!((50..250).contains(&unknown));
    assert!((100..400).contains(&critical));
    assert!((500..1_300).contains(&grave));
}

#[test]
fn one_small_school_has_weeks_of_2021_that_are_the_days_of_its_months() {
    let with: Vec<&Notebook> = ALL.iter().filter(|book| book.students.iter().any(|s| !s.weeks.is_empty())).collect();
    assert_eq!(with.iter().map(|book| book.school.rbd.number()).collect::<Vec<_>>(), [99_011]);
    let mut weeks = BTreeSet::new();
    for student in &with[0].students {
        for (month, days) in student.attendance.iter() {
            let parts = student.weeks.get(month);
            assert_eq!(parts.map(Parts::total), (month.year() == 2021).then_some(days), "{month}");
        }
        weeks.extend(student.by_week().into_iter().map(|(week, _)| week));
    }
    // Every week from 1 March to 28 June: enough points for a conclusion.
    assert_eq!(weeks.len(), 18);
    let calendar = with[0].school.calendar(2021);
    assert!(weeks.iter().all(|week| calendar.count(week.first_day(), week.last_day()) > 0));
}

#[test]
fn some_students_failed_a_subject_and_most_did_not() {
    let students = ALL.iter().flat_map(|notebook| &notebook.students);
    let marks: Vec<u8> = students.flat_map(|s| s.grades.iter().map(|grade| grade.mark.tenths())).collect();
    let failed = marks.iter().filter(|tenths| **tenths < 40).count() * 100 / marks.len();
    eprintln!("{} marks, {failed} % under 4,0", marks.len());
    assert!((3..=15).contains(&failed), "{failed} %");
}

#[test]
fn contacts_are_of_every_kind_and_of_both_years() {
    for notebook in ALL.iter() {
        let kinds: BTreeSet<_> = notebook.contacts.iter().map(|c| format!("{:?}", c.kind)).collect();
        let results: BTreeSet<_> = notebook.contacts.iter().map(|c| format!("{:?}", c.result)).collect();
        let of = |from, until| notebook.contacts.iter().filter(|c| (from..until).contains(&c.on)).count();
        assert_eq!(kinds.len(), ContactKind::CONTACTS.len() + 1, "the review of work is no contact");
        // A small school has few reviews, not one of each result.
        assert!(results.len() > ContactResult::OF_CONTACT.len(), "{results:?}");
        assert!(of(day(2020, 4, 1), day(2021, 1, 1)) > 20);
        assert!(of(day(2021, 1, 1), day(2021, 7, 1)) > 20);
        assert!(notebook.contacts.iter().any(|contact| contact.next.is_some()));
    }
    assert!(ALL.iter().filter(|n| n.contacts.iter().any(|contact| contact.restricted)).count() >= 6);
}

#[test]
fn actions_show_every_way_an_action_can_go() {
    for notebook in ALL.iter() {
        let today = day(2021, 7, 31);
        let open = notebook.open_cycle().unwrap();
        let closed: Vec<_> = notebook.actions.iter().filter(|action| action.cycle != open.id).collect();
        assert!(closed.iter().any(|action| matches!(action.state, ActionState::Done { .. })));
        assert!(closed.iter().any(|action| matches!(action.state, ActionState::Dropped { .. })));
        assert!(notebook.actions_of(open.id).any(|action| action.is_overdue(today)), "{}", notebook.school.rbd);
        // What a closed cycle left open was taken over by the next one.
        for action in closed.iter().filter(|action| action.is_open()) {
            assert!(notebook.actions.iter().any(|other| other.carried_from == Some(action.id)));
        }
    }
}

#[test]
fn learnings_cover_the_three_themes_with_quotes_of_both_voices() {
    let mut themes: BTreeMap<(u16, Theme), usize> = BTreeMap::new();
    let (mut statements, mut voices) = (BTreeSet::new(), BTreeMap::new());
    for notebook in ALL.iter() {
        let mut said = BTreeSet::new();
        for cycle in notebook.cycles.iter().filter(|cycle| !cycle.is_open()) {
            assert!((3..=6).contains(&notebook.learnings_of(cycle.id).count()));
        }
        for learning in &notebook.learnings {
            let number = notebook.cycles.get(learning.cycle).unwrap().number;
            *themes.entry((number, learning.theme.clone())).or_default() += 1;
            *voices.entry(format!("{:?}", learning.voice)).or_insert(0) += 1;
            statements.insert(learning.statement.as_str().to_owned());
            assert!(!learning.quote.is_empty() && !learning.evidence.is_empty());
            assert!(said.insert(learning.quote.as_str().to_owned()), "a school says a thing once");
        }
    }
    for number in [1, 2] {
        for theme in [Theme::ClearMethodology, Theme::AdjustingTheories, Theme::CollaborativeData] {
            assert!(themes.get(&(number, theme.clone())).is_some_and(|count| *count >= 12));
        }
    }
    assert!(statements.len() >= 40, "{} statements", statements.len());
    assert!(voices.get(&format!("{:?}", Voice::SchoolTeam)) > voices.get(&format!("{:?}", Voice::Advisor)));
    assert_eq!(voices.len(), 2);
}

#[test]
fn twelve_files_are_read_within_a_blink() {
    for notebook in ALL.iter() {
        let bytes = serde_json::to_string(&notebook.students).unwrap().len();
        let all = serde_json::to_string(&notebook).unwrap().len();
        let each = bytes / notebook.students.len();
        eprintln!(
            "{} {} students, {each} bytes each, {all} bytes, {} contacts",
            notebook.school.rbd,
            notebook.students.len(),
            notebook.contacts.len()
        );
        // Days by week of four months are some fifty bytes each.
        let weeks = notebook.students.iter().any(|student| !student.weeks.is_empty());
        assert!(each <= if weeks { 900 } else { 650 }, "{each} bytes a student");
    }
}

#[test]
fn names_have_the_letters_that_break_things() {
    let students = ALL.iter().take(2).flat_map(|notebook| &notebook.students);
    let names: String = students.map(|student| student.paternal_surname.reveal(Reveal::ToMatch)).collect();
    assert!("ñÑáéíóúü".chars().filter(|c| names.contains(*c)).count() >= 6);
}

#[test]
fn students_have_the_age_of_their_course() {
    for notebook in ALL.iter() {
        for student in &notebook.students {
            let age = day(2021, 3, 31).years_since(student.born.unwrap()).unwrap();
            assert!((6..=19).contains(&age), "{} at {age}", student.course);
        }
    }
}
