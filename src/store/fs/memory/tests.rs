//! The simulated disk itself: what it must forget, so that a store that relies on too little is found out.

use std::collections::BTreeSet;

use super::*;

const OLD: &[u8] = b"the old notebook\n";
const NEW: &[u8] = b"the new notebook, longer than the old\n";
const FILE: &str = "/shelf/n.json";
const TEMPORARY: &str = "/shelf/.n.json.tmp";

fn path(path: &str) -> &Path {
    Path::new(path)
}

/// How a file can be replaced.
#[derive(Clone, Copy)]
struct Way {
    syncs_file: bool,
    syncs_folder: bool,
    in_place: bool,
}

const CAREFUL: Way = Way { syncs_file: true, syncs_folder: true, in_place: false };

fn replace(fs: &dyn Fs, way: Way) -> io::Result<()> {
    let mut file = if way.in_place { fs.open_file(path(FILE))? } else { fs.create_file(path(TEMPORARY))? };
    if way.in_place {
        file.cut(0)?;
    }
    file.append(NEW)?;
    if way.syncs_file {
        file.sync()?;
    }
    if !way.in_place {
        fs.rename(path(TEMPORARY), path(FILE))?;
    }
    if way.syncs_folder { fs.sync_folder(path("/shelf")) } else { Ok(()) }
}

/// Disks that can be found where neither the old nor the new file stands there whole, or the old one after the new had
/// been called saved; with the number of all disks.
fn losses(way: Way, fault: Option<Fault>) -> (usize, usize) {
    let fs = MemoryFs::default();
    fs.put(FILE, OLD);
    fs.set_fault(fault);
    fs.record();
    let saved = replace(&fs, way);
    let (mut lost, mut all) = (0, 0);
    for moment in fs.moments() {
        let is_saved = saved.is_ok() && moment.ops == fs.count();
        for disk in moment.medium.after_power_cuts(1) {
            let found = disk.bytes(path(FILE)).unwrap_or_default();
            all += 1;
            lost += usize::from(found != NEW && (is_saved || found != OLD));
        }
    }
    (lost, all)
}

#[test]
fn the_careful_way_loses_nothing_at_any_fault() {
    let kind = io::ErrorKind::Other;
    for at in 0..6 {
        let faults = [Fault::At(at, kind), Fault::From(at, kind), Fault::Full(at), Fault::Short(at, kind)];
        for fault in faults.map(Some).into_iter().chain([Some(Fault::Late(at, kind)), None]) {
            let (lost, all) = losses(CAREFUL, fault);
            assert_eq!(lost, 0, "{fault:?}");
            assert!(all > 1, "{fault:?}");
        }
    }
}

#[test]
fn every_careless_way_is_found_out() {
    for way in [
        Way { syncs_file: false, ..CAREFUL },
        Way { syncs_folder: false, ..CAREFUL },
        Way { in_place: true, ..CAREFUL },
    ] {
        assert!(losses(way, None).0 > 0);
    }
}

#[test]
fn a_failed_sync_forgets_and_the_next_one_lies() {
    let fs = MemoryFs::default();
    fs.put(FILE, OLD);
    fs.set_fault(Some(Fault::At(2, io::ErrorKind::Other)));
    let mut file = fs.open_file(path(FILE)).unwrap();
    file.append(NEW).unwrap();
    assert!(file.sync().is_err());
    assert_eq!(file.sync().ok(), Some(()));
    assert_eq!(fs.get(FILE).unwrap(), [OLD, NEW].concat(), "what is seen");
    assert_eq!(fs.after_power_cut(Names::Synced).get(FILE).unwrap(), OLD, "what is there");
    file.append(b"more").unwrap();
    file.sync().unwrap();
    let zeros = vec![0; NEW.len()];
    assert_eq!(fs.after_power_cut(Names::Synced).get(FILE).unwrap(), [OLD, &zeros, b"more"].concat());
    file.cut(OLD.len() as u64).unwrap();
    file.sync().unwrap();
    assert_eq!(fs.medium().after_power_cuts(1).len(), 1, "what was cut off is no longer in doubt");
}

#[test]
fn a_failed_sync_of_a_folder_keeps_its_names_in_doubt_until_the_next() {
    let fs = MemoryFs::default();
    fs.put(FILE, OLD);
    fs.set_fault(Some(Fault::At(1, io::ErrorKind::Other)));
    fs.rename(path(FILE), path("/shelf/other")).unwrap();
    assert!(fs.sync_folder(path("/shelf")).is_err());
    assert_eq!(fs.medium().after_power_cuts(1).len(), 2);
    fs.sync_folder(path("/shelf")).unwrap();
    assert_eq!(fs.after_power_cut(Names::Synced).files(), [path("/shelf/other")]);
}

#[test]
fn names_carry_the_content_and_not_the_name() {
    let fs = MemoryFs::default();
    fs.put(FILE, OLD);
    fs.put("/shelf/other", NEW);
    fs.exchange(path(FILE), path("/shelf/other")).unwrap();
    fs.link(path(FILE), path("/shelf/second")).unwrap();
    fs.remove(path(FILE)).unwrap();
    assert_eq!(fs.get("/shelf/second").unwrap(), NEW);
    let found: BTreeSet<_> = fs.medium().after_power_cuts(1).iter().map(Medium::image).collect();
    assert_eq!(found.len(), 8, "each of three changes is there or not");
    fs.sync_folder(path("/shelf")).unwrap();
    let after = fs.after_power_cut(Names::Synced);
    assert_eq!(after.get("/shelf/other").unwrap(), OLD);
    assert_eq!(after.get("/shelf/second").unwrap(), NEW);
    assert_eq!(after.get(FILE), None);
}

#[test]
fn a_folder_is_a_name_of_its_parent() {
    let fs = MemoryFs::default();
    fs.create_folder(path("/a")).unwrap();
    fs.create_folder(path("/a/b")).unwrap();
    fs.create_file(path("/a/b/f")).unwrap().sync().unwrap();
    fs.sync_folder(path("/a/b")).unwrap();
    fs.sync_folder(path("/a")).unwrap();
    assert!(fs.after_power_cut(Names::Synced).files().is_empty());
    fs.sync_folder(path("/")).unwrap();
    assert_eq!(fs.after_power_cut(Names::Synced).files(), [path("/a/b/f")]);
}

#[test]
fn a_full_disk_still_reads_removes_and_writes_where_room_was_kept() {
    let fs = MemoryFs::default();
    fs.put(FILE, OLD);
    let mut file = fs.open_file(path(FILE)).unwrap();
    file.reserve(4).unwrap();
    fs.set_fault(Some(Fault::Full(0)));
    file.append(b"1234").unwrap();
    let full = io::ErrorKind::StorageFull;
    assert_eq!(file.append(b"56").unwrap_err().kind(), full);
    assert_eq!(file.cut(1000).unwrap_err().kind(), full);
    assert_eq!(fs.create_file(path("/shelf/x")).unwrap_err().kind(), full);
    assert_eq!(fs.lock(path("/shelf/lock"), b"").unwrap_err().kind(), full);
    assert_eq!(fs.room(path("/shelf")), Some(0));
    assert_eq!(fs.get(FILE).unwrap(), [OLD, b"12345"].concat());
    file.cut(3).unwrap();
    file.sync().unwrap();
    assert_eq!(fs.read(path(FILE), 9).unwrap(), b"the");
    fs.remove(path(FILE)).unwrap();
}

#[test]
fn a_lock_ends_with_its_holder_and_some_disks_have_none() {
    let fs = MemoryFs::default();
    let held = fs.lock(path("/lock"), b"me").unwrap();
    assert!(held.is_some());
    assert!(fs.lock(path("/lock"), b"you").unwrap().is_none());
    assert_eq!(fs.get("/lock").unwrap(), b"me");
    assert!(MemoryFs::holding(fs.medium()).lock(path("/lock"), b"you").unwrap().is_some(), "the process was killed");
    drop(held);
    assert!(fs.lock(path("/lock"), b"you").unwrap().is_some());
    for ability in [Ability::Lock, Ability::Link, Ability::Exchange] {
        fs.forbid(ability);
    }
    let refused = io::ErrorKind::Unsupported;
    assert_eq!(fs.lock(path("/lock"), b"").unwrap_err().kind(), refused);
    assert_eq!(fs.link(path("/lock"), path("/l")).unwrap_err().kind(), refused);
    assert_eq!(fs.exchange(path("/lock"), path("/lock")).unwrap_err().kind(), refused);
}
