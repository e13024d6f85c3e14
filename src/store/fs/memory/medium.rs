//! What is on the simulated disk: as programs see it, as the medium holds it, and what lies between the two.
//!
//! Owns the rules of what a sync promises, which are no more than what a careful reader of the manuals may assume: the
//! sync of a file saves its bytes and its length, the sync of a folder the names in it, and nothing else is certain. Never
//! counts and never fails.

use std::{
    collections::BTreeMap,
    ffi::OsStr,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::content::{Bytes, Content, Survival, overlay};

/// Number of a file's content; a name points at it.
pub(super) type Inode = usize;

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Entry {
    File(Inode),
    Folder,
}

/// A whole path. Compared byte by byte: a path is compared piece by piece, which takes a third of the time of a proof.
pub(super) type Name = Arc<OsStr>;

/// The names of a disk.
pub(super) type Names = BTreeMap<Name, Entry>;

/// A change that may or may not have reached the medium.
#[derive(Debug, Clone)]
pub(super) struct Pending {
    pub(super) what: What,
    pub(super) fate: Fate,
}

#[derive(Debug, Clone)]
pub(super) enum What {
    /// Bytes of a file, at a place.
    Write(Inode, usize, Arc<[u8]>),
    /// The length of a file.
    Cut(Inode, usize),
    /// Names, all at once; none for a name that is gone. A change of names carries the content, not the name it had.
    Names(Vec<(Name, Option<Entry>)>),
}

impl What {
    fn touches(&self, inode: Inode) -> bool {
        matches!(self, Self::Write(touched, ..) | Self::Cut(touched, _) if *touched == inode)
    }

    /// Does to the bytes of its file what has survived of the change.
    fn reach(&self, held: &mut Arc<Bytes>, survival: Survival) {
        match self {
            Self::Names(_) => {}
            Self::Cut(_, length) => Arc::make_mut(held).change().resize(*length, 0),
            Self::Write(_, at, bytes) => overlay(Arc::make_mut(held).change(), *at, bytes, survival),
        }
    }
}

/// What a power cut can do to a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is there or not; a sync will settle it.
    Open,
    /// It is there or not, and no sync will settle it: one has failed, and the system has forgotten.
    Forgotten,
    /// It is there. It stands behind a forgotten one, so that its turn has to be kept.
    Kept,
}

/// A disk: what is seen, what is certain, and what is on its way.
#[derive(Debug, Clone)]
pub struct Medium {
    pub(super) contents: Vec<Content>,
    pub(super) names: Arc<Names>,
    pub(super) held_names: Arc<Names>,
    pub(super) pending: Vec<Pending>,
}

impl Default for Medium {
    fn default() -> Self {
        let names = Arc::new(Names::from([(Arc::from(OsStr::new("/")), Entry::Folder)]));
        Self { contents: Vec::new(), names: Arc::clone(&names), held_names: names, pending: Vec::new() }
    }
}

impl Medium {
    /// What stands at a path.
    pub(super) fn entry(&self, path: &Path) -> Option<Entry> {
        self.names.get(path.as_os_str()).copied()
    }

    /// The content behind a path, where a file stands there.
    pub(super) fn inode(&self, path: &Path) -> Option<Inode> {
        match self.entry(path) {
            Some(Entry::File(inode)) => Some(inode),
            _ => None,
        }
    }

    /// The bytes of a file, as a program reads them.
    pub(super) fn bytes(&self, path: &Path) -> Option<&[u8]> {
        let content = self.contents.get(self.inode(path)?)?;
        Some(content.visible.get())
    }

    /// The paths of all files.
    pub(super) fn files(&self) -> Vec<PathBuf> {
        let files = self.names.iter().filter(|(_, entry)| matches!(entry, Entry::File(_)));
        let mut files: Vec<PathBuf> = files.map(|(name, _)| PathBuf::from(name)).collect();
        files.sort();
        files
    }

    /// A file or folder that has always been there.
    pub(super) fn settle(&mut self, path: &Path, entry: Entry) {
        for pending in &mut self.pending {
            if let What::Names(changes) = &mut pending.what {
                changes.retain(|(changed, _)| **changed != *path);
            }
        }
        Arc::make_mut(&mut self.names).insert(path.as_os_str().into(), entry);
        Arc::make_mut(&mut self.held_names).insert(path.as_os_str().into(), entry);
    }

    pub(super) fn add(&mut self, content: Content) -> Inode {
        self.contents.push(content);
        self.contents.len() - 1
    }

    /// Gives and takes names in one step.
    pub(super) fn name(&mut self, changes: &[(&Path, Option<Entry>)]) {
        let changes: Vec<_> = changes.iter().map(|(path, entry)| (Arc::from(path.as_os_str()), *entry)).collect();
        put(Arc::make_mut(&mut self.names), &changes);
        self.pending.push(Pending { what: What::Names(changes), fate: Fate::Open });
    }

    /// Writes at the end.
    pub(super) fn append(&mut self, inode: Inode, bytes: &[u8]) {
        let Some(content) = self.contents.get_mut(inode).filter(|_| !bytes.is_empty()) else { return };
        let visible = Arc::make_mut(&mut content.visible).change();
        let at = visible.len();
        visible.extend_from_slice(bytes);
        self.pending.push(Pending { what: What::Write(inode, at, bytes.into()), fate: Fate::Open });
    }

    /// Changes the length.
    pub(super) fn cut(&mut self, inode: Inode, length: usize) {
        let Some(content) = self.contents.get_mut(inode) else { return };
        Arc::make_mut(&mut content.visible).change().resize(length, 0);
        self.pending.push(Pending { what: What::Cut(inode, length), fate: Fate::Open });
    }

    /// Makes the bytes and the length of a file certain, as far as the system still knows them.
    pub(super) fn sync(&mut self, inode: Inode) {
        for pending in self.pending.iter_mut().filter(|pending| pending.what.touches(inode)) {
            if pending.fate == Fate::Open {
                pending.fate = Fate::Kept;
            }
        }
        self.drop_what_was_cut_off(inode);
        while let Some(first) = self.pending.iter().position(|pending| pending.what.touches(inode)) {
            if self.pending.get(first).is_none_or(|pending| pending.fate != Fate::Kept) {
                break;
            }
            let pending = self.pending.remove(first);
            if let Some(content) = self.contents.get_mut(inode) {
                pending.what.reach(&mut content.held, Survival::Whole);
            }
        }
    }

    /// What was written behind a certain cut is gone, whether it had been forgotten or not.
    fn drop_what_was_cut_off(&mut self, inode: Inode) {
        let mut shortest = usize::MAX;
        let mut at = self.pending.len();
        while at > 0 {
            at -= 1;
            let Some(pending) = self.pending.get(at).filter(|pending| pending.what.touches(inode)) else { continue };
            match (&pending.what, pending.fate) {
                (What::Cut(_, length), Fate::Kept) => shortest = shortest.min(*length),
                (What::Write(_, start, _), _) if *start >= shortest => drop(self.pending.remove(at)),
                (What::Cut(_, length), _) if *length >= shortest => drop(self.pending.remove(at)),
                _ => {}
            }
        }
    }

    /// A sync that failed: nobody will try again to write what was on its way.
    pub(super) fn forget(&mut self, inode: Inode) {
        for pending in self.pending.iter_mut().filter(|pending| pending.what.touches(inode)) {
            if pending.fate == Fate::Open {
                pending.fate = Fate::Forgotten;
            }
        }
    }

    /// Makes the names in a folder certain.
    pub(super) fn sync_folder(&mut self, folder: &Path) {
        let held = Arc::make_mut(&mut self.held_names);
        for pending in &mut self.pending {
            let What::Names(changes) = &mut pending.what else { continue };
            let inside = |(path, _): &(Name, Option<Entry>)| is_inside(path, folder);
            let (now, later): (Vec<_>, Vec<_>) = changes.drain(..).partition(inside);
            put(held, &now);
            *changes = later;
        }
        self.pending.retain(|pending| !matches!(&pending.what, What::Names(changes) if changes.is_empty()));
    }

    /// The disk after the power went, where each change on its way survived as `survival` says.
    pub(super) fn after(&self, mut survival: impl FnMut(usize, &Pending) -> Survival) -> Self {
        let mut held: Vec<Arc<Bytes>> = self.contents.iter().map(|content| Arc::clone(&content.held)).collect();
        let mut names = Arc::clone(&self.held_names);
        for (at, pending) in self.pending.iter().enumerate() {
            let survival = if pending.fate == Fate::Kept { Survival::Whole } else { survival(at, pending) };
            match &pending.what {
                _ if survival == Survival::Lost => {}
                What::Names(changes) => put(Arc::make_mut(&mut names), changes),
                What::Write(inode, ..) | What::Cut(inode, _) => {
                    if let Some(bytes) = held.get_mut(*inode) {
                        pending.what.reach(bytes, survival);
                    }
                }
            }
        }
        let names = Arc::new(reachable(&names));
        let contents = held.into_iter().map(Content::settled).collect();
        Self { contents, held_names: Arc::clone(&names), names, pending: Vec::new() }
    }

    /// Whether everything that is seen is certain.
    pub fn is_settled(&self) -> bool {
        self.pending.is_empty()
    }

    /// A number for what a program sees on this disk: the same for the same names and bytes.
    pub fn image(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        for (name, entry) in &*self.names {
            name.as_encoded_bytes().hash(&mut hasher);
            match entry {
                Entry::Folder => hasher.write_u8(0),
                Entry::File(inode) => {
                    hasher.write_u64(self.contents.get(*inode).map_or(0, |content| content.visible.hash()));
                }
            }
        }
        hasher.finish()
    }
}

/// Writes names.
fn put(names: &mut Names, changes: &[(Name, Option<Entry>)]) {
    for (path, entry) in changes {
        match entry {
            Some(entry) => names.insert(Arc::clone(path), *entry),
            None => names.remove(path),
        };
    }
}

/// Whether a name stands in a folder.
pub(super) fn is_inside(name: &OsStr, folder: &Path) -> bool {
    Path::new(name).parent().is_some_and(|parent| parent.as_os_str() == folder.as_os_str())
}

/// Names whose folders are there.
fn reachable(names: &Names) -> Names {
    let is_folder = |path: &Path| names.get(path.as_os_str()) == Some(&Entry::Folder);
    let is_there = |name: &&Name| Path::new(&***name).ancestors().skip(1).all(is_folder);
    names.iter().filter(|(name, _)| is_there(name)).map(|(name, entry)| (Arc::clone(name), *entry)).collect()
}
