//! Backups and the journals between them: what is damaged is never compared with, and never put back.

use std::path::Path;

use tep_notebook::{
    notebook::{Notebook, compare},
    store::{Fs, Leave, Opening, Shelf, fs::memory::MemoryFs, sha::Sha},
};

use crate::{
    figures,
    keeping::{after, author},
    scene::{FILE, Scene, scenes},
    spoil::{Dice, cut, flipped, zeroed},
};

const SPOILT: usize = 300;

fn backups(fs: &MemoryFs) -> Vec<std::path::PathBuf> {
    fs.files().into_iter().filter(|path| path.to_string_lossy().contains("/backups/")).collect()
}

/// All backups of a scene spoilt, each in its own way, and this file in place.
fn spoilt(scene: &Scene, number: usize, file: &[u8]) -> (std::sync::Arc<MemoryFs>, Shelf) {
    let (fs, shelf) = scene.with_file(file);
    let mut dice = Dice(number as u64);
    let all = backups(&fs);
    assert!(!all.is_empty());
    for path in all {
        let bytes = fs.get(&path).unwrap();
        let bad = match number % 3 {
            0 => flipped(&bytes, dice.below(bytes.len() * 8)),
            1 => cut(&bytes, dice.below(bytes.len())),
            _ => zeroed(&bytes, dice.below(bytes.len()), 512),
        };
        fs.put(&path, &bad.bytes);
    }
    (fs, shelf)
}

/// The file after somebody else's program put a word into it.
fn changed(file: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(file).unwrap();
    text.replacen("\"statement\":\"", "\"statement\":\"Otra cosa. ", 1).into_bytes()
}

#[test]
fn a_damaged_backup_is_never_compared_with() {
    let mut asked = 0;
    for scene in scenes().into_iter().filter(Scene::is_known) {
        let theirs = changed(&scene.file);
        for number in 0..SPOILT {
            let (fs, shelf) = spoilt(&scene, number, &theirs);
            let open = |leave| shelf.open(Path::new(FILE), &author(), leave, after(120)).unwrap();
            let Opening::Outside(outside) = open(Leave::Ask) else { panic!("{number}: a silent change") };
            assert!(outside.changes.is_empty(), "{number}: nothing is left to compare with");
            assert_eq!(fs.get(FILE).unwrap(), theirs);
            let Opening::Ready(ready) = open(Leave::Adopt(outside.sha)) else { panic!("{number}: asked again") };
            assert_eq!(ready.notebook, outside.last_known);
            let mut expected: Notebook = serde_json::from_slice(&theirs).unwrap();
            expected.replay_changes(&compare::changes(&scene.in_file, &scene.kept).unwrap());
            assert_eq!(*ready.notebook, expected, "{number}: their word, and what was kept");
            asked += 1;
        }
    }
    say(&format!("damaged backups: {asked} asked without a comparison"));
}

#[test]
fn a_damaged_backup_is_never_put_back() {
    let mut rebuilt = 0;
    for scene in scenes().into_iter().filter(Scene::is_known) {
        let file = zeroed(&scene.file, 20_000, 512).bytes;
        let leave = Leave::Rebuild(Sha::of(&file));
        let (fs, shelf) = scene.with_file(&file);
        for path in backups(&fs) {
            fs.remove(&path).unwrap();
        }
        let Opening::Ready(without) = shelf.open(Path::new(FILE), &author(), leave, after(120)).unwrap() else {
            panic!()
        };
        for number in 0..SPOILT {
            let (_, shelf) = spoilt(&scene, number, &file);
            let Opening::Ready(ready) = shelf.open(Path::new(FILE), &author(), leave, after(120)).unwrap() else {
                panic!()
            };
            assert_eq!(ready.notebook, without.notebook, "{number}");
            assert!(ready.story.rebuilt.is_some());
            rebuilt += 1;
        }
    }
    say(&format!("damaged backups: {rebuilt} rebuilt as if there were none"));
}

fn say(what: &str) {
    figures::say(&format!("corpus: {what}"));
}
