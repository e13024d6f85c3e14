//! Whom a school would lose, or take in twice, when a disk fails while a student arrives.

use std::{io, sync::Arc};

use super::*;
use crate::{
    notebook::{
        handover::Message,
        id::{Id, Ids},
        safe_text::SafeText,
        school::School,
        steps::Making,
        student::Student,
    },
    rules::course::Course,
    store::{
        Leave, Opening,
        fs::memory::{Fault, MemoryFs},
    },
};

const RECEIVER: u32 = 99_002;

fn now() -> Now {
    let at = chrono::DateTime::from_timestamp(1_624_899_600, 0).unwrap();
    Now { today: at.date_naive(), at }
}

fn author() -> Author {
    Author { user: SafeText::line("asesora"), host: SafeText::line("equipo") }
}

fn book(rbd: u32, seed: u64) -> Notebook {
    let school = School::new(Rbd::new(rbd).unwrap(), SafeText::line("Escuela Inventada"));
    Notebook::new(Ids::Seeded(seed).next(now().at), school)
}

/// The file of a student who goes to the receiving school.
fn file(seed: u64) -> HandOver {
    let mut ids = Ids::Seeded(seed);
    let student = Student::new(ids.next(now().at), Course::parse("8B-A").unwrap());
    let mut making = Making { today: now().today, now: now().at, ids: &mut ids };
    let message = Message { to: Rbd::new(RECEIVER), ..Message::default() };
    book(99_001, 7).hand_over(&student, &message, &mut making).unwrap().0
}

/// A disk with a notebook of the receiving school.
fn disk() -> Arc<MemoryFs> {
    let fs = Arc::new(MemoryFs::default());
    let mut keeper = shelf(&fs).create(book(RECEIVER, 8), &author(), now().at).unwrap();
    keeper.close(now().at).unwrap();
    drop(keeper);
    fs
}

fn shelf(fs: &Arc<MemoryFs>) -> Shelf {
    Shelf::new("/s", Arc::<MemoryFs>::clone(fs))
}

fn students(shelf: &Shelf) -> Vec<Id<Student>> {
    let path = shelf.paths().unwrap().remove(0);
    shelf.view(&path).unwrap().notebook.students.iter().map(|student| student.id).collect()
}

fn bytes(fs: &MemoryFs) -> Vec<(PathBuf, Option<Vec<u8>>)> {
    fs.files().into_iter().map(|path| (path.clone(), fs.get(&path))).collect()
}

#[test]
fn whoever_is_said_to_have_arrived_is_there_and_nobody_else_whichever_step_of_the_disk_fails() {
    let file = file(1);
    let steps = {
        let fs = disk();
        let before = fs.ops().len();
        Receiver::on(&shelf(&fs), None).receive(&file, &author(), now()).unwrap();
        fs.ops().len() - before
    };
    let (mut failed, mut behind) = (0, 0);
    for at in 0..steps {
        let fs = disk();
        let shelf = shelf(&fs);
        fs.set_fault(Some(Fault::At(at, io::ErrorKind::StorageFull)));
        let received = Receiver::on(&shelf, None).receive(&file, &author(), now());
        fs.set_fault(None);
        match received {
            Ok(received) => {
                assert_eq!(students(&shelf), [file.student.id], "step {at} of {steps}");
                behind += usize::from(received.behind);
            }
            Err(NotReceived::Failed(_)) => {
                assert_eq!(students(&shelf), [], "step {at} of {steps}");
                failed += 1;
            }
            Err(why) => panic!("step {at} of {steps}: {why:?}"),
        }
    }
    // Both were met: steps before the journal is safe, and steps after.
    assert!(failed > 0 && behind > 0, "{failed} {behind}");
}

#[test]
fn a_rehearsal_writes_nothing_minds_nobody_and_knows_the_file_before() {
    let fs = disk();
    let shelf = shelf(&fs);
    let path = shelf.paths().unwrap().remove(0);
    let Ok(Opening::Ready(held)) = shelf.open(&path, &author(), Leave::Ask, now().at) else { panic!() };
    assert!(held.keeper.is_ok());
    let before = bytes(&fs);
    let mut receiver = Receiver::on(&shelf, None);
    let came = [file(1), file(2), file(1)].map(|file| receiver.rehearse(&file, now()).map(|received| received.is_new));
    assert_eq!(came, [Ok(true), Ok(true), Ok(false)]);
    assert!(bytes(&fs) == before, "something was written");
    // Taking in for good has to wait.
    let refused = Receiver::on(&shelf, None).receive(&file(1), &author(), now());
    assert!(matches!(refused, Err(NotReceived::Failed(Failure::Save(_)))), "{refused:?}");
}

#[test]
fn a_file_finds_its_school_and_nobody_chooses_between_two() {
    let fs = disk();
    let shelf = shelf(&fs);
    let mut unsaid = file(1);
    unsaid.transfer.to = None;
    let mut elsewhere = file(2);
    elsewhere.transfer.to = Rbd::new(99_003);
    let came =
        |file: &HandOver| Receiver::on(&shelf, None).rehearse(file, now()).map(|received| received.school.number());
    assert_eq!(came(&unsaid), Ok(RECEIVER));
    assert_eq!(came(&elsewhere), Err(NotReceived::NoNotebook(Rbd::new(99_003).unwrap())));
    for (rbd, seed) in [(99_003, 9), (99_003, 10)] {
        let path = format!("/s/{rbd}-{seed}.tep.json");
        fs.put(&path, &crate::store::write_notebook(&book(rbd, seed)).unwrap());
    }
    assert_eq!(came(&unsaid), Err(NotReceived::NoSchool));
    assert_eq!(came(&elsewhere), Err(NotReceived::TwoNotebooks(Rbd::new(99_003).unwrap())));
}
