use std::{io, sync::Arc};

use super::*;
use crate::store::fs::memory::{Fault, MemoryFs};

/// A month of three invented schools.
const MONTH: &str = "AGNO;MES_ESCOLAR;RBD;MRUN;DIAS_ASISTIDOS;DIAS_TRABAJADOS\n\
    2022;4;99001;1001;18;20\n2022;4;99002;1002;19;20\n2022;4;99003;1003;20;20\n";

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_650_000_000, 0).unwrap()
}

fn planned(finder: &mut Finder<'_>) -> Outcome {
    let reading = exchange::read(MONTH.as_bytes(), &exchange::Wishes::default(), now().date_naive()).unwrap();
    let files = [File { path: "month.csv".into(), content: Ok(Arc::new(reading)) }];
    let now = now();
    let mut ids = Ids::Seeded(1);
    let mut making = Making { today: now.date_naive(), now, ids: &mut ids };
    exchange::import(&files, &Choices { create: true, ..Choices::default() }, |rbd| finder.standing(rbd), &mut making)
}

fn numbers(schools: &[Rbd]) -> Vec<u32> {
    schools.iter().map(|rbd| rbd.number()).collect()
}

#[test]
fn a_disk_that_fails_midway_leaves_nobody_in_doubt_about_what_was_written() {
    let fs = Arc::new(MemoryFs::default());
    let shelf = Shelf::new("/s", fs.clone());
    let mut finder = Finder::new(&shelf, Lang::Es).unwrap();
    let outcome = planned(&mut finder);
    let operations = {
        let fs = Arc::new(MemoryFs::default());
        write(&Shelf::new("/s", fs.clone()), &outcome, &finder.files, now()).unwrap();
        fs.ops().len()
    };
    let mut seen = Vec::new();
    // Whichever operation fails, what is said to be written is on the disk, and the rest is not.
    for at in 0..operations {
        let fs = Arc::new(MemoryFs::default());
        let shelf = Shelf::new("/s", fs.clone());
        fs.set_fault(Some(Fault::At(at, io::ErrorKind::StorageFull)));
        // Some operations are a comfort: without them everything is written all the same.
        let Err(stopped) = write(&shelf, &outcome, &finder.files, now()) else { continue };
        fs.set_fault(None);
        assert_eq!([numbers(&stopped.written), numbers(&stopped.left)].concat(), [99001, 99002, 99003]);
        let there = shelf.paths().unwrap().len();
        // Only the wait for the folder comes after the file stands there.
        let SaveError::Failed(failure) = &stopped.error else { panic!("{:?}", stopped.error) };
        let is_there = usize::from(failure.step == crate::store::Step::SyncFolder && there > stopped.written.len());
        assert_eq!(there, stopped.written.len() + is_there, "{failure:?}");
        seen.push(stopped.written.len());
    }
    seen.dedup();
    assert_eq!(seen, [0, 1, 2]);
}

#[test]
fn two_files_of_one_school_are_not_guessed_between() {
    let fs = Arc::new(MemoryFs::default());
    let shelf = Shelf::new("/s", fs.clone());
    let mut finder = Finder::new(&shelf, Lang::Es).unwrap();
    let outcome = planned(&mut finder);
    write(&shelf, &outcome, &finder.files, now()).unwrap();
    let first = shelf.paths().unwrap().remove(0);
    fs.put("/s/99001-copia.tep.json", &fs.get(first.to_str().unwrap()).unwrap());
    let mut finder = Finder::new(&shelf, Lang::Es).unwrap();
    let outcome = planned(&mut finder);
    assert_eq!(outcome.left_out.keys().map(|rbd| rbd.number()).collect::<Vec<_>>(), [99001]);
    assert!(finder.said[0].contains("más de un cuaderno de 99001-9"), "{:?}", finder.said);
    assert!(!finder.files.contains_key(&Rbd::new(99001).unwrap()));
}

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
