//! A notebook of about 45 KB in the three situations in which its file can be spoilt.

use std::{path::Path, sync::Arc};

use tep_notebook::{
    demo,
    notebook::{
        Notebook,
        edit::{Change, Deed, Edit},
        safe_text::SafeText,
    },
    store::{
        Fs, Keeper, Shelf,
        fs::memory::{Medium, MemoryFs},
        journal::Act,
        write_notebook,
    },
};

use crate::keeping::{after, capacity, keeper, now};

pub const FILE: &str = "/shelf/99012-escuela.tep.json";

/// Who knows the notebook when its file is spoilt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Situation {
    /// Nobody: the file came by mail.
    Unknown,
    /// The journal: a session was closed in peace, and a backup lies there.
    Closed,
    /// The journal, with saved changes that the file does not hold yet.
    Ahead,
}

/// A folder, and what was kept in it.
pub struct Scene {
    pub situation: Situation,
    medium: Medium,
    /// The file as it was written.
    pub file: Vec<u8>,
    /// The notebook in it.
    pub in_file: Notebook,
    /// The notebook with everything that was called saved.
    pub kept: Notebook,
}

impl Scene {
    /// The folder with its file as it was written.
    pub fn whole(&self) -> (Arc<MemoryFs>, Shelf) {
        let fs = Arc::new(MemoryFs::holding(self.medium.clone()));
        (Arc::clone(&fs), Shelf::new("/shelf", fs))
    }

    /// The folder with these bytes in the place of the file.
    pub fn with_file(&self, bytes: &[u8]) -> (Arc<MemoryFs>, Shelf) {
        let room = self.whole();
        room.0.put(FILE, bytes);
        room
    }

    /// Whether a journal knows the notebook.
    pub fn is_known(&self) -> bool {
        self.situation != Situation::Unknown
    }
}

/// All three, of the same file.
pub fn scenes() -> Vec<Scene> {
    let closed = closed(&write_notebook(&small()).unwrap());
    let unknown = MemoryFs::default();
    unknown.put(FILE, &closed.file);
    let unknown = Scene {
        situation: Situation::Unknown,
        medium: unknown.medium(),
        file: closed.file.clone(),
        in_file: closed.kept.clone(),
        kept: closed.kept.clone(),
    };
    let ahead = ahead(&closed);
    vec![unknown, closed, ahead]
}

fn closed(first: &[u8]) -> Scene {
    let fs = Arc::new(MemoryFs::default());
    fs.put(FILE, first);
    let shelf = Shelf::new("/shelf", Arc::clone(&fs) as Arc<dyn Fs>);
    let mut keeper = keeper(&shelf, FILE);
    keeper.prepare(now()).unwrap();
    for students in [40, 41, 42] {
        let edit = capacity(keeper.notebook(), students);
        keeper.commit(Act::Do, edit, now()).unwrap();
    }
    keeper.close(now()).unwrap();
    let kept = (**keeper.notebook()).clone();
    drop(keeper);
    let (file, in_file) = (fs.get(FILE).unwrap(), kept.clone());
    Scene { situation: Situation::Closed, medium: fs.medium(), file, in_file, kept }
}

fn ahead(closed: &Scene) -> Scene {
    let (fs, shelf) = closed.whole();
    let mut killed = keeper(&shelf, FILE);
    killed.prepare(after(60)).unwrap();
    let edits: [fn(&Notebook) -> Edit; 4] = [|notebook| capacity(notebook, 50), planned, without_a_contact, called];
    for edit in edits {
        let edit = edit(killed.notebook());
        killed.commit(Act::Do, edit, after(61)).unwrap();
    }
    let kept = (**killed.notebook()).clone();
    drop(killed);
    let (file, in_file) = (closed.file.clone(), closed.in_file.clone());
    Scene { situation: Situation::Ahead, medium: fs.medium(), file, in_file, kept }
}

/// An action says something else.
fn planned(notebook: &Notebook) -> Edit {
    let cycle = notebook.open_cycle().unwrap().id;
    let before = notebook.actions_of(cycle).next().unwrap().clone();
    let mut after = before.clone();
    after.what = SafeText::line("Volver a llamar el mismo día");
    after.students = notebook.students.iter().take(2).map(|student| student.id).collect();
    Edit::one(Deed::ChangeAction, Change::replace(before, after))
}

fn without_a_contact(notebook: &Notebook) -> Edit {
    Edit::one(Deed::RemoveContact, Change::remove(notebook.contacts.iter().next().unwrap().clone()))
}

/// One more contact, like the last one.
fn called(notebook: &Notebook) -> Edit {
    let mut contact = notebook.contacts.iter().next_back().unwrap().clone();
    contact.id = serde_json::from_str("\"0190aaaa-0000-7000-8000-00000000c0de\"").unwrap();
    contact.note = SafeText::note("Contestó la tía; «llamar el jueves»");
    Edit::one(Deed::AddContact, Change::add(contact))
}

/// A school of the practice alliance, cut down to the size that every byte of it can be tried.
fn small() -> Notebook {
    let school = demo::SCHOOLS.iter().min_by_key(|school| school.students).unwrap();
    let mut notebook = demo::notebook(school).unwrap();
    notebook.students = notebook.students.iter().take(34).cloned().collect();
    let kept: Vec<_> = notebook.students.iter().map(|student| student.id).collect();
    notebook.contacts = notebook.contacts.iter().filter(|contact| kept.contains(&contact.student)).cloned().collect();
    assert!(notebook.contacts.len() >= 2 && !notebook.learnings.is_empty());
    notebook
}

#[test]
fn the_notebook_of_the_corpus_is_as_large_as_it_is_said() {
    let scenes = scenes();
    let length = scenes[0].file.len();
    assert!((40_000..55_000).contains(&length), "{length}");
    assert_eq!(Path::new(FILE).file_name().unwrap(), "99012-escuela.tep.json");
    for scene in &scenes {
        let (_, shelf) = scene.whole();
        let opened = crate::keeping::ready(&shelf, FILE);
        let _: Keeper = opened.keeper.unwrap();
        assert_eq!(*opened.notebook, scene.kept, "{:?}", scene.situation);
    }
}
