//! Whom a hand-over would lose, and what would travel that must not.

use super::*;
use crate::{
    notebook::{
        action::{Action, ActionKind, ActionState},
        attention::{Attention, AttentionKind},
        contact::{ContactKind, ContactResult, ContactWith},
        cycle::Cycle,
        id::Ids,
        personal::{Personal, PersonalRun},
        problem::{Field, Problem},
        school::School,
        student::Grade,
        years::StudentYear,
    },
    rules::{attendance::Days, calendar::Month, course::Course, grades::Mark, identity::Run},
};

const SENDER: u32 = 99_001;
const RECEIVER: u32 = 99_002;

fn on(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn moment() -> chrono::DateTime<chrono::Utc> {
    chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap()
}

fn making(ids: &mut Ids) -> Making<'_> {
    Making { today: on("2021-12-10"), now: moment(), ids }
}

fn school(rbd: u32, seed: u64) -> Notebook {
    let header = School::new(Rbd::new(rbd).unwrap(), SafeText::line("Escuela Inventada"));
    Notebook::new(Ids::Seeded(seed).next(moment()), header)
}

fn somebody(ids: &mut Ids) -> Student {
    let mut student = Student::new(ids.next(moment()), Course::parse("8B-A").unwrap());
    student.given_names = Personal::line("Ana");
    student.run = Some(PersonalRun::new(Run::from_number(39_900_001).unwrap()));
    student.attention = Some(Attention {
        kind: AttentionKind::Pinned,
        reason: SafeText::line("motivo del equipo"),
        on: on("2021-04-05"),
        again: on("2021-05-03"),
        extra: Extra::new(),
    });
    student.remarks.push(Personal::line("observación reservada"));
    student.attendance.set(Month::new(2021, 4).unwrap(), Days::new(17, 20).unwrap());
    let (subject, mark) = (SafeText::line("Lenguaje"), Mark::parse("5,4").unwrap());
    student.grades.push(Grade { year: 2021, subject, mark, extra: Extra::new() });
    student.years.push(StudentYear::new(2020, None));
    student
}

fn action(what: &str, cycle: Id<Cycle>, students: Vec<Id<Student>>, ids: &mut Ids) -> Action {
    Action {
        what: SafeText::line(what),
        kind: ActionKind::Accompaniment,
        students,
        state: ActionState::Done { on: on("2021-06-01") },
        ..Action::new(ids.next(moment()), cycle, on("2021-05-01"))
    }
}

/// A school with a student of whom much is known, and a second one.
fn sender() -> (Notebook, Id<Student>) {
    let mut ids = Ids::Seeded(1);
    let mut book = school(SENDER, 7);
    let student = somebody(&mut ids);
    let other = Student::new(ids.next(moment()), Course::parse("8B-A").unwrap());
    let cycle = Cycle::new(ids.next(moment()), 1, on("2021-03-10"));
    let contact = Contact {
        id: ids.next(moment()),
        student: student.id,
        on: on("2021-05-03"),
        kind: ContactKind::Call,
        with: ContactWith::Guardian,
        result: ContactResult::Reached,
        by: SafeText::default(),
        note: SafeText::line("nota del contacto"),
        restricted: true,
        next: None,
        extra: Extra::new(),
    };
    // Work that was reviewed is no contact.
    let (kind, result) = (ContactKind::ReviewOfWork, ContactResult::HandedIn);
    let review = Contact { id: ids.next(moment()), kind, result, ..contact.clone() };
    let id = student.id;
    let alone = action("Tutoría", cycle.id, vec![id], &mut ids);
    let together = action("Taller", cycle.id, vec![id, other.id], &mut ids);
    let course = Course::parse("8B-A").unwrap();
    let with_course = Action { courses: vec![course], ..action("Jornada", cycle.id, vec![id], &mut ids) };
    let first = action("Visita", cycle.id, vec![id], &mut ids);
    let carried = Action { carried_from: Some(first.id), ..action("Visita", cycle.id, vec![id], &mut ids) };
    let changes = vec![
        Change::add(student),
        Change::add(other),
        Change::add(cycle),
        Change::add(alone),
        Change::add(together),
        Change::add(with_course),
        Change::add(first),
        Change::add(carried),
        Change::add(contact),
        Change::add(review),
    ];
    book.apply(&Edit { deed: Deed::Import, changes }).unwrap();
    (book, id)
}

/// The file, with the sending notebook after it.
fn sent(to: Option<u32>) -> (HandOver, Notebook, Id<Student>) {
    let (mut book, id) = sender();
    let prompts = vec![(Prompt::Strengths, SafeText::line("Dibuja muy bien"))];
    let message = Message { to: to.and_then(Rbd::new), sent: None, prompts };
    let student = book.students.get(id).unwrap().clone();
    let (file, change) = book.hand_over(&student, &message, &mut making(&mut Ids::Seeded(5))).unwrap();
    book.apply(&Edit::one(Deed::HandOver, change)).unwrap();
    (file, book, id)
}

#[test]
fn a_student_on_the_way_is_transferred_and_not_confirmed() {
    let (file, book, id) = sent(Some(RECEIVER));
    let student = book.students.get(id).unwrap();
    assert_eq!(student.status(), Status::TransferredUnconfirmed);
    assert!(!student.status().is_dropout());
    assert_eq!(student.transfers, std::slice::from_ref(&file.transfer));
    assert_eq!((file.transfer.sent, file.transfer.to), (on("2021-12-10"), Rbd::new(RECEIVER)));
    let answers: Vec<&str> = file.transfer.prompts.iter().map(|told| told.answer.as_str()).collect();
    assert_eq!(answers, ["Dibuja muy bien", "", "", "", "", ""]);
}

#[test]
fn remarks_notes_and_what_concerns_others_stay_where_they_are() {
    let (file, ..) = sent(Some(RECEIVER));
    let json = serde_json::to_string(&file).unwrap();
    for private in ["observación reservada", "motivo del equipo", "nota del contacto", "Taller", "Jornada"] {
        assert!(!json.contains(private), "{private}");
    }
    for told in ["Ana", "Tutoría", "Lenguaje", "\"2021-04\":[17,20]"] {
        assert!(json.contains(told), "{told}");
    }
    // What one cycle left to the next is one support.
    assert_eq!(file.transfer.supports.len(), 2);
    assert_eq!(file.transfer.contacts.as_ref().map(|contacts| (contacts.all, contacts.reached)), Some((1, 1)));
}

#[test]
fn the_receiving_school_has_the_history_and_can_take_the_receipt_back() {
    let (file, ..) = sent(Some(RECEIVER));
    let file: HandOver = serde_json::from_str(&serde_json::to_string(&file).unwrap()).unwrap();
    let mut book = school(RECEIVER, 8);
    let before = book.clone();
    let edit = book.receive(&file, on("2021-12-10")).unwrap().unwrap();
    book.apply(&edit).unwrap();
    let student = book.students.iter().next().unwrap();
    assert_eq!(student.status(), Status::Enrolled);
    assert_eq!(student.attendance.get(Month::new(2021, 4).unwrap()), Days::new(17, 20).ok());
    assert_eq!(student.years.first().and_then(|year| year.rbd), Rbd::new(SENDER));
    let transfer = student.transfers.first().unwrap();
    assert_eq!((transfer.received, transfer.id, transfer.is_open()), (Some(on("2021-12-10")), file.transfer.id, false));
    // The same file once more is no second student.
    assert_eq!(book.receive(&file, on("2021-12-10")), Ok(None));
    book.apply(&edit.inverse()).unwrap();
    assert_eq!(book, before);
}

#[test]
fn a_student_whom_the_receiving_school_knows_already_is_not_there_twice() {
    let (file, ..) = sent(None);
    let mut book = school(RECEIVER, 8);
    let mut known = Student::new(Ids::Seeded(3).next(moment()), Course::parse("1M-B").unwrap());
    known.run = file.student.run.clone();
    known.attendance.set(Month::new(2021, 4).unwrap(), Days::new(1, 20).unwrap());
    book.apply(&Edit::one(Deed::Import, Change::add(known.clone()))).unwrap();
    let edit = book.receive(&file, on("2021-12-10")).unwrap().unwrap();
    book.apply(&edit).unwrap();
    let after = book.students.iter().next().unwrap();
    assert_eq!((book.students.len(), after.id, after.course.to_string().as_str()), (1, known.id, "1M-B"));
    // What this school has written stands, and what it did not know is added.
    assert_eq!(after.attendance.get(Month::new(2021, 4).unwrap()), Days::new(1, 20).ok());
    assert_eq!((after.grades.len(), after.transfers.len(), after.history.len()), (1, 1, 0));
}

#[test]
fn nobody_arrives_at_a_school_that_was_not_meant() {
    let (file, sender, id) = sent(Some(RECEIVER));
    let receive = |book: &Notebook| book.receive(&file, on("2021-12-10"));
    assert_eq!(receive(&sender), Err(Refusal::OwnSchool));
    assert_eq!(receive(&school(99_003, 8)), Err(Refusal::OtherSchool(Rbd::new(RECEIVER).unwrap())));
    let mut practice = school(RECEIVER, 8);
    practice.school.invented = true;
    assert_eq!(receive(&practice), Err(Refusal::Practice));
    let to_itself = Message { to: Rbd::new(SENDER), sent: None, prompts: Vec::new() };
    let student = sender.students.get(id).unwrap();
    let refused = sender.hand_over(student, &to_itself, &mut making(&mut Ids::Seeded(6)));
    assert_eq!(refused.map(|_| ()), Err(Refusal::OwnSchool));
}

#[test]
fn sending_once_more_is_the_same_hand_over_and_confirming_ends_it() {
    let (file, mut book, id) = sent(None);
    let student = book.students.get(id).unwrap().clone();
    let again = Message { to: Rbd::new(RECEIVER), sent: None, prompts: Vec::new() };
    let (second, change) = book.hand_over(&student, &again, &mut making(&mut Ids::Seeded(6))).unwrap();
    assert_eq!((second.transfer.id, second.transfer.sent), (file.transfer.id, file.transfer.sent));
    assert_eq!(second.transfer.prompts, file.transfer.prompts);
    book.apply(&Edit::one(Deed::HandOver, change)).unwrap();
    let student = book.students.get(id).unwrap().clone();
    assert_eq!((student.transfers.len(), student.history.len()), (1, 1));
    let edit = book.confirm_hand_over(&student, on("2022-03-07")).unwrap();
    book.apply(&edit).unwrap();
    let student = book.students.get(id).unwrap().clone();
    assert_eq!(student.status(), Status::TransferredConfirmed);
    assert_eq!(student.transfers.first().unwrap().confirmed, Some(on("2022-03-07")));
    assert_eq!(book.confirm_hand_over(&student, on("2022-03-08")), Err(Refusal::NothingToConfirm));
    let refused = book.hand_over(&student, &again, &mut making(&mut Ids::Seeded(6)));
    assert_eq!(refused.map(|_| ()), Err(Refusal::NotHere(Status::TransferredConfirmed)));
}

#[test]
fn a_student_of_whom_only_a_list_told_the_leaving_can_be_confirmed_as_well() {
    let (mut book, id) = sender();
    let edit = book.change_status(id, Status::TransferredUnconfirmed, on("2021-05-03")).unwrap();
    book.apply(&edit).unwrap();
    let student = book.students.get(id).unwrap().clone();
    book.apply(&book.clone().confirm_hand_over(&student, on("2021-05-20")).unwrap()).unwrap();
    assert_eq!(book.students.get(id).unwrap().status(), Status::TransferredConfirmed);
}

#[test]
fn who_came_back_and_leaves_again_has_a_second_hand_over_and_the_first_stays_as_it_was() {
    let (first, mut book, id) = sent(Some(RECEIVER));
    let edit = book.change_status(id, Status::Enrolled, on("2021-12-13")).unwrap();
    book.apply(&edit).unwrap();
    for seed in [11, 12] {
        let student = book.students.get(id).unwrap().clone();
        let message = Message { to: Rbd::new(99_003), sent: Some(on("2021-12-20")), prompts: Vec::new() };
        let (file, change) = book.hand_over(&student, &message, &mut making(&mut Ids::Seeded(seed))).unwrap();
        assert_eq!((file.transfer.to, file.transfer.sent), (Rbd::new(99_003), on("2021-12-20")));
        book.apply(&Edit::one(Deed::HandOver, change)).unwrap();
    }
    let student = book.students.get(id).unwrap();
    assert_eq!((student.transfers.len(), student.history.len()), (2, 3));
    assert_eq!(student.transfers.first(), Some(&first.transfer));
}

#[test]
fn the_history_of_a_status_is_never_written_backwards() {
    let (mut book, id) = sender();
    let edit = book.change_status(id, Status::Abroad, on("2021-05-03")).unwrap();
    let before = book.clone();
    book.apply(&edit).unwrap();
    let earlier = book.change_status(id, Status::Enrolled, on("2021-05-02"));
    assert_eq!(earlier, Err(Problem::Before { field: Field::On, than: Field::LastChange }));
    assert_eq!(book.students.get(id).unwrap().status_on(on("2021-05-02")), Some(Status::Enrolled));
    assert_eq!(book.students.get(id).unwrap().status_on(on("2021-05-03")), Some(Status::Abroad));
    book.apply(&edit.inverse()).unwrap();
    assert_eq!(book, before);
}
