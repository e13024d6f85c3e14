use crate::exchange::answers::{Answer, Answers, Asked, Likeness};
use crate::exchange::codes::Kind;
use crate::exchange::reading::Reading;
use crate::exchange::record::Record;
use crate::exchange::tests::{
    after, applied, born, empty, in_course, more, named, only, planned, planned_with, reading, with_mrun, with_name,
    with_run,
};
use crate::notebook::Notebook;
use crate::notebook::personal::Reveal;
use crate::notebook::student::Student;

const RUN: &str = "39902807-8";
const IPE: &str = "100000001-5";
/// The digit of 39902835 is 3.
const GOOD: &str = "39902835-3";
const WRONG: &str = "39902835-7";

fn ana(record: Record) -> Record {
    in_course(born(named(record, "Ana", "Soto Díaz"), "2012-09-14"), "7B-A")
}

fn list(records: impl IntoIterator<Item = Record>) -> Reading {
    reading(Kind::Roster, records)
}

fn notebook(records: impl IntoIterator<Item = Record>) -> Notebook {
    after(&empty(), &[list(records)])
}

fn answered(answer: Answer) -> Answers {
    Answers { rest: Some(answer), ..Answers::default() }
}

fn numbers(student: &Student) -> Vec<String> {
    student.run.iter().chain(&student.aliases).map(|run| run.reveal(Reveal::ToMatch).to_text()).collect()
}

/// What is asked about the only row of a list.
fn asked(notebook: &Notebook, record: Record) -> Option<Likeness> {
    let plan = planned(notebook, &[list([record])]);
    assert_eq!(plan.questions.len(), plan.unclear.len());
    assert!(plan.questions.is_empty() || plan.edit.is_none(), "nothing is done before a person answers");
    plan.questions.first().map(|question| question.likeness)
}

#[test]
fn a_run_that_replaces_an_ipe_is_asked_about_and_then_is_the_same_child_for_ever() {
    let before = notebook([ana(with_run(IPE))]);
    assert_eq!(asked(&before, ana(with_run(RUN))), Some(Likeness::IpeAndRun));
    let files = [list([ana(with_run(RUN))])];
    let same = applied(&before, planned_with(&before, &files, &answered(Answer::Same)));
    assert_eq!(numbers(&only(&same)), [RUN, IPE]);
    for old in [ana(with_run(IPE)), ana(with_run(RUN))] {
        assert_eq!(planned(&same, &[list([old])]).edit, None, "an old list and the new one find the same child");
    }
    let two = applied(&before, planned_with(&before, &files, &answered(Answer::Different)));
    assert_eq!(two.students.len(), 2);
    assert_eq!(planned(&two, &files).edit, None);
    assert!(planned(&two, &files).questions.is_empty(), "answered once");
}

#[test]
fn a_list_that_says_both_numbers_of_a_child_answers_by_itself() {
    let left = more(ana(with_run(IPE)), |more| more.withdrawn_on = Some("2024-05-10".parse().unwrap()));
    let back = more(ana(with_run(RUN)), |more| more.enrolled_on = Some("2024-05-10".parse().unwrap()));
    for rows in [[left.clone(), back.clone()], [back, left]] {
        let student = only(&notebook(rows));
        assert_eq!(numbers(&student), [RUN, IPE]);
        assert!(student.status().is_here());
    }
    let birth_unknown = |run| Record { birth: None, ..ana(with_run(run)) };
    let plan = planned(&empty(), &[list([birth_unknown(IPE), birth_unknown(RUN)])]);
    assert_eq!((plan.students.added, plan.questions.len()), (1, 1), "without a birthday a person must say so");
}

#[test]
fn a_common_mrun_says_that_two_numbers_are_one_child() {
    let with_both = |run| Record { mrun: Some(77), ..ana(with_run(run)) };
    let student = only(&after(&notebook([with_both(IPE)]), &[list([with_both(RUN)])]));
    assert_eq!(numbers(&student), [RUN, IPE]);
    let two_runs = planned(&notebook([with_both(GOOD)]), &[list([with_both(RUN)])]);
    assert_eq!((two_runs.edit, two_runs.unclear.len()), (None, 1), "one mask and two good RUNs is a damage");
}

#[test]
fn a_wrong_digit_is_not_taken_for_the_right_one_unasked() {
    let before = notebook([ana(with_run(GOOD))]);
    assert_eq!(asked(&before, ana(with_run(WRONG))), Some(Likeness::RunDigit));
    assert_eq!(asked(&before, with_run(WRONG)), Some(Likeness::RunDigit), "the number is the same");
    let files = [list([ana(with_run(WRONG))])];
    let same = applied(&before, planned_with(&before, &files, &answered(Answer::Same)));
    assert_eq!(numbers(&only(&same)), [GOOD, WRONG], "the right one stands");
    assert_eq!(planned(&same, &files).edit, None);
    let corrected = notebook([ana(with_run(WRONG))]);
    let files = [list([ana(with_run(GOOD))])];
    let corrected = applied(&corrected, planned_with(&corrected, &files, &answered(Answer::Same)));
    assert_eq!(numbers(&only(&corrected)), [GOOD, WRONG]);
    // One list that names both means two, and so does another name.
    assert_eq!(notebook([with_run(GOOD), with_run(WRONG)]).students.len(), 2);
    let other_name = named(with_run(WRONG), "Luz", "Rey Paz");
    assert_eq!(after(&before, &[list([other_name])]).students.len(), 2);
}

#[test]
fn two_good_runs_are_two_students_even_with_one_name() {
    let plan = planned(&notebook([ana(with_run(RUN))]), &[list([ana(with_run(GOOD))])]);
    assert_eq!((plan.students.added, plan.questions.len()), (1, 0));
}

#[test]
fn a_name_alone_merges_nobody() {
    let before = notebook([ana(with_run(RUN))]);
    let by_name = || with_name("ANA", "SOTO DIAZ");
    assert_eq!(asked(&before, in_course(by_name(), "7B-A")), None, "it says nothing new");
    let percent = |record| Record { attendance: Some(9_000), ..record };
    assert_eq!(asked(&before, percent(in_course(by_name(), "7B-A"))), Some(Likeness::NameOnly));
    assert_eq!(asked(&before, percent(in_course(born(by_name(), "2012-09-14"), "7B-B"))), Some(Likeness::NameOnly));
    assert_eq!(asked(&before, percent(in_course(born(by_name(), "2012-09-15"), "7B-A"))), None, "another birthday");
    assert_eq!(asked(&before, percent(in_course(by_name(), "7B-B"))), Some(Likeness::NameOnly), "courses change");
    assert_eq!(asked(&before, percent(in_course(with_name("Ana", ""), "7B-A"))), None, "one word is no name");
    let files = [list([percent(in_course(by_name(), "7B-A"))])];
    let same = applied(&before, planned_with(&before, &files, &answered(Answer::Same)));
    assert_eq!((same.students.len(), planned(&same, &files).questions.len()), (1, 0));
    let two = applied(&before, planned_with(&before, &files, &answered(Answer::Different)));
    assert_eq!((two.students.len(), planned(&two, &files).edit), (2, None), "the second Ana is found again");
}

#[test]
fn one_of_several_namesakes_is_never_chosen() {
    let before = notebook([ana(with_run(RUN)), ana(with_run(GOOD))]);
    let plan = planned(&before, &[list([Record { average: Some(500), ..ana(with_name("Ana", "Soto Díaz")) }])]);
    assert_eq!((plan.edit, plan.questions.len(), plan.unclear.len()), (None, 0, 1));
    let twice = planned(&empty(), &[list([ana(with_name("Ana", "Soto Díaz")), ana(with_name("Ana", "Soto Díaz"))])]);
    assert_eq!((twice.students.added, twice.unclear.len()), (1, 1), "two rows of one name are not made one child");
}

#[test]
fn a_student_without_any_number_is_found_again() {
    let list = [list([in_course(with_name("Ana", "Soto Díaz"), "7B-A")])];
    let notebook = after(&empty(), &list);
    assert_eq!((notebook.students.len(), planned(&notebook, &list).edit), (1, None));
}

#[test]
fn students_of_open_data_are_not_asked_about_by_number() {
    let before = after(&empty(), &[reading(Kind::Enrolment, [in_course(with_mrun(7), "7B-A")])]);
    let plan = planned(&before, &[list([ana(with_run(RUN))])]);
    assert_eq!((plan.students.added, plan.questions.len()), (1, 0));
}

#[test]
fn one_answer_is_for_one_row() {
    let eva = |record| in_course(born(named(record, "Eva", "Rey Paz"), "2012-01-02"), "7B-A");
    let before = notebook([ana(with_run(IPE)), eva(with_run("100000002-3"))]);
    let files = [list([ana(with_run(RUN)), eva(with_run(GOOD))])];
    let mut answers = Answers::default();
    answers.each.insert(Asked { file: 0, record: 1 }, Answer::Same);
    let plan = planned_with(&before, &files, &answers);
    assert_eq!((plan.students.changed, plan.questions.len(), plan.questions[0].row), (1, 1, 2));
    assert_eq!(plan.absent, [], "whom a question is about is not missing");
}
