//! What a person is told about a disk that fails, and about two files of one school.

use std::io;

use super::*;
use crate::{
    exchange::Outcome,
    notebook::safe_text::SafeText,
    store::fs::memory::{Fault, MemoryFs},
};

/// A month of three invented schools.
const MONTH: &str = "AGNO;MES_ESCOLAR;RBD;MRUN;DIAS_ASISTIDOS;DIAS_TRABAJADOS\n\
    2022;4;99001;1001;18;20\n2022;4;99002;1002;19;20\n2022;4;99003;1003;20;20\n";

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_650_000_000, 0).unwrap()
}

fn author() -> Author {
    Author { user: SafeText::line("asesora"), host: SafeText::line("equipo") }
}

fn planned(finder: &mut Finder<'_>) -> Outcome {
    let reading = exchange::read(MONTH.as_bytes(), &exchange::Wishes::default(), now().date_naive()).unwrap();
    let files = [File { path: "month.csv".into(), content: Ok(Arc::new(reading)) }];
    let now = now();
    let mut ids = Ids::Seeded(1);
    let mut making = Making { today: now.date_naive(), now, ids: &mut ids };
    exchange::import(&files, &Choices { create: true, ..Choices::default() }, |rbd| finder.standing(rbd), &mut making)
}

fn takings(finder: &mut Finder<'_>) -> Vec<Taking> {
    let taken = planned(finder).notebooks.into_iter();
    taken.map(|(rbd, taken)| Taking { path: finder.path(rbd), edit: taken.edit, notebook: taken.notebook }).collect()
}

fn numbers(schools: &[Rbd]) -> Vec<u32> {
    schools.iter().map(|rbd| rbd.number()).collect()
}

#[test]
fn a_disk_that_fails_midway_leaves_nobody_in_doubt_about_what_was_written() {
    let fs = Arc::new(MemoryFs::default());
    let shelf = Shelf::new("/s", fs);
    let takings = takings(&mut Finder::of(&Ground::Shelf, &shelf));
    let operations = {
        let fs = Arc::new(MemoryFs::default());
        let written = write(takings.clone(), &Shelf::new("/s", fs.clone()), &author(), now());
        assert!(written.stopped.is_none());
        fs.ops().len()
    };
    let mut seen = Vec::new();
    // Whichever operation fails, what is said to be written is on the disk, and the rest is not.
    for at in 0..operations {
        let fs = Arc::new(MemoryFs::default());
        let shelf = Shelf::new("/s", fs.clone());
        fs.set_fault(Some(Fault::At(at, io::ErrorKind::StorageFull)));
        // Some operations are a comfort: without them everything is written all the same.
        let written = write(takings.clone(), &shelf, &author(), now());
        fs.set_fault(None);
        let Some((error, left)) = written.stopped else { continue };
        let written = numbers(&written.written);
        assert_eq!([written.clone(), numbers(&left)].concat(), [99001, 99002, 99003]);
        let there = shelf.paths().unwrap().len();
        // Only the wait for the folder comes after the file stands there.
        let SaveError::Failed(failure) = &error else { panic!("{error:?}") };
        let is_there = usize::from(failure.step == crate::store::Step::SyncFolder && there > written.len());
        assert_eq!(there, written.len() + is_there, "{failure:?}");
        seen.push(written.len());
    }
    seen.dedup();
    assert_eq!(seen, [0, 1, 2]);
}

#[test]
fn two_files_of_one_school_are_not_guessed_between() {
    let fs = Arc::new(MemoryFs::default());
    let shelf = Shelf::new("/s", fs.clone());
    let takings = takings(&mut Finder::of(&Ground::Shelf, &shelf));
    assert!(write(takings, &shelf, &author(), now()).stopped.is_none());
    let first = shelf.paths().unwrap().remove(0);
    fs.put("/s/99001-copia.tep.json", &fs.get(first.to_str().unwrap()).unwrap());
    let mut finder = Finder::of(&Ground::Shelf, &shelf);
    let outcome = planned(&mut finder);
    assert_eq!(outcome.left_out.keys().map(|rbd| rbd.number()).collect::<Vec<_>>(), [99001]);
    let school = Rbd::new(99001).unwrap();
    assert_eq!((finder.why(school), finder.path(school)), (Out::TwoNotebooks, None));
}
