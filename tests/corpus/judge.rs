//! What an opening may come to, and what must hold after the answer.

use std::{
    collections::BTreeSet,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    thread,
};

use tep_notebook::{
    notebook::{Notebook, compare, edit::Change},
    store::{Leave, OpenError, Opening, Shelf, fs::memory::MemoryFs, sha::Sha},
};

use crate::{
    figures,
    keeping::{after, author},
    scene::{FILE, Scene, Situation},
};

/// How a spoilt file was met.
#[derive(Debug, Clone, Copy, Default)]
pub struct Count {
    pub tried: usize,
    /// What is shown is what was kept.
    pub same: usize,
    /// Valid JSON with another content, and nobody who could know.
    pub unknowable: usize,
    pub asked: usize,
    pub refused: usize,
    pub read_only: usize,
    /// Taken to the end: answered, closed, opened again.
    pub answered: usize,
    /// Of those, built anew.
    pub rebuilt: usize,
}

impl Count {
    fn add(&mut self, other: Self) {
        self.tried += other.tried;
        self.same += other.same;
        self.unknowable += other.unknowable;
        self.asked += other.asked;
        self.refused += other.refused;
        self.read_only += other.read_only;
        self.answered += other.answered;
        self.rebuilt += other.rebuilt;
    }
}

/// A spoilt file with the words for it.
pub struct Spoilt {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Judges all of them, on every core, and prints the figures. `depth` says which are answered.
pub fn judge(
    part: &str,
    scene: &Scene,
    spoilt: impl Fn(usize) -> Option<Spoilt> + Sync,
    answers: impl Fn(usize) -> bool + Sync,
) -> Count {
    let workers = thread::available_parallelism().map_or(2, std::num::NonZero::get);
    let one_of = |worker: usize| {
        let mut count = Count::default();
        for number in (worker..).step_by(workers) {
            let Some(spoilt) = spoilt(number) else { break };
            let judged = catch_unwind(AssertUnwindSafe(|| judge_one(scene, &spoilt, answers(number))));
            count.add(judged.unwrap_or_else(|_| panic!("{:?}: {}", scene.situation, spoilt.name)));
        }
        count
    };
    let mut all = Count::default();
    thread::scope(|scope| {
        let one_of = &one_of;
        let running: Vec<_> = (0..workers).map(|worker| scope.spawn(move || one_of(worker))).collect();
        for worker in running {
            all.add(worker.join().unwrap());
        }
    });
    say(part, scene.situation, &all);
    all
}

fn say(part: &str, situation: Situation, count: &Count) {
    let Count { tried, same, unknowable, asked, refused, read_only, answered, rebuilt } = count;
    figures::say(&format!(
        "corpus: {part}, {situation:?}: {tried} tried, {same} as kept, {asked} asked, {refused} refused, \
         {read_only} read-only, {unknowable} unknowable, {answered} answered ({rebuilt} rebuilt)"
    ));
}

/// Opens a spoilt file, and holds what came of it to the rule.
fn judge_one(scene: &Scene, spoilt: &Spoilt, answers: bool) -> Count {
    let (fs, shelf) = scene.with_file(&spoilt.bytes);
    let mut count = Count { tried: 1, ..Count::default() };
    let sha = Sha::of(&spoilt.bytes);
    let leave = match shelf.open(Path::new(FILE), &author(), Leave::Ask, after(120)) {
        Ok(Opening::Ready(ready)) if ready.keeper.is_err() => {
            count.read_only = 1;
            Some(Leave::Rebuild(sha))
        }
        Ok(Opening::Ready(ready)) if *ready.notebook == scene.kept => {
            count.same = 1;
            None
        }
        Ok(Opening::Ready(_)) if scene.is_known() => panic!("a silent change: {}", spoilt.name),
        Ok(Opening::Ready(_)) => {
            count.unknowable = 1;
            None
        }
        Ok(Opening::Outside(outside)) => {
            count.asked = 1;
            assert!(!outside.changes.is_empty());
            assert_eq!(*outside.last_known, scene.kept);
            Some(Leave::Adopt(sha))
        }
        Err(error) => {
            count.refused = 1;
            assert!(says_where(&error), "{error:?}");
            Some(Leave::Rebuild(sha))
        }
    };
    assert_eq!(fs.get(FILE).as_deref(), Some(&*spoilt.bytes), "untouched until somebody answers");
    if let Some(leave) = leave.filter(|_| answers) {
        count.answered = 1;
        count.rebuilt = usize::from(answer(scene, spoilt, &fs, &shelf, leave));
    }
    count
}

/// Whether an error says what is wrong, and where if that can be said.
fn says_where(error: &OpenError) -> bool {
    match error {
        OpenError::Damaged { line, .. } => *line > 0,
        OpenError::NotNotebook { .. }
        | OpenError::NoVersion { .. }
        | OpenError::TooOld { .. }
        | OpenError::Newer { .. }
        | OpenError::BeyondRepair { .. } => true,
        OpenError::Failed(_) | OpenError::TooBig { .. } => false,
    }
}

/// Gives the answer, closes, and opens again; says whether the notebook was built anew.
fn answer(scene: &Scene, spoilt: &Spoilt, fs: &MemoryFs, shelf: &Shelf, leave: Leave) -> bool {
    let opening = shelf.open(Path::new(FILE), &author(), leave, after(121));
    let ready = match opening {
        Ok(Opening::Ready(ready)) => *ready,
        Ok(Opening::Outside(_)) => panic!("asked again"),
        Err(_) => {
            assert!(!scene.is_known(), "what was kept cannot be reached");
            assert_eq!(fs.get(FILE).as_deref(), Some(&*spoilt.bytes));
            return false;
        }
    };
    let Ok(mut keeper) = ready.keeper else {
        assert!(!scene.is_known(), "what was kept cannot be reached");
        return false;
    };
    let is_rebuilt = ready.story.rebuilt.is_some();
    if scene.is_known() {
        match leave {
            Leave::Adopt(_) => taken_over(scene, spoilt, &ready.notebook, &ready.story.clashes),
            _ => built_anew(scene, &ready.notebook),
        }
    }
    keeper.close(after(122)).unwrap();
    drop(keeper);
    assert!(fs.files().iter().any(|path| fs.get(path).as_deref() == Some(&*spoilt.bytes)), "the original is gone");
    let again = crate::keeping::ready(shelf, FILE);
    assert!(again.keeper.is_ok());
    assert_eq!(again.notebook, ready.notebook);
    assert!(!again.story.needs_reading() && again.story.recovered == 0, "{:?}", again.story);
    is_rebuilt
}

fn differences(before: &Notebook, after: &Notebook) -> Vec<Change> {
    compare::changes(before, after).unwrap()
}

/// What was kept is there, and nothing that was removed; the file may add what nobody knew.
fn built_anew(scene: &Scene, notebook: &Notebook) {
    for change in differences(&scene.kept, notebook) {
        assert!(change.adds(), "what was kept is not there");
        let mut in_file = scene.in_file.clone();
        assert_eq!(in_file.replay_changes(&[change]).changed, 1, "what was removed is there again");
    }
}

/// Taking over the file changes what was told, but for what was said to clash, and nothing else.
fn taken_over(scene: &Scene, spoilt: &Spoilt, notebook: &Notebook, clashes: &[Change]) {
    let (_, shelf) = scene.with_file(&spoilt.bytes);
    let Ok(Opening::Outside(outside)) = shelf.open(Path::new(FILE), &author(), Leave::Ask, after(120)) else {
        panic!("nobody asked")
    };
    let clashing: BTreeSet<_> = clashes.iter().map(Change::place).collect();
    let (_, told): (Vec<_>, Vec<_>) =
        outside.changes.into_iter().partition(|change| clashing.contains(&change.place()));
    let mut again = notebook.clone();
    assert_eq!(again.replay_changes(&told).known, told.len(), "what was told is there");
    let places: BTreeSet<_> = told.iter().map(Change::place).collect();
    assert!(
        differences(&scene.kept, notebook).iter().all(|change| places.contains(&change.place())),
        "nothing else is"
    );
}
