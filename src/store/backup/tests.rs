use super::*;

fn backups(ages: impl Iterator<Item = TimeDelta>) -> Vec<Backup> {
    let newest = DateTime::from_timestamp(1_600_000_000, 0).unwrap();
    let one = |age: TimeDelta| Backup { at: newest - age, sha: "0a1b2c3d".to_owned(), path: PathBuf::new() };
    let mut all: Vec<Backup> = ages.map(one).collect();
    all.sort();
    all
}

#[test]
fn a_year_of_meetings_leaves_a_few_files_and_the_newest_always() {
    let every_ten_minutes = (0..6 * 24 * 365).map(|n| TimeDelta::minutes(10 * n));
    let all = backups(every_ten_minutes);
    let gone: BTreeSet<&Backup> = too_old(&all).into_iter().collect();
    let kept: Vec<&Backup> = all.iter().filter(|backup| !gone.contains(backup)).collect();
    assert!(kept.len() <= MOST, "{}", kept.len());
    assert_eq!(kept.last(), all.last().as_ref());
    let oldest = all.last().unwrap().at - kept[0].at;
    assert!(oldest > TimeDelta::weeks(7), "{oldest}");
}

#[test]
fn the_last_ten_stay_whatever_their_age() {
    let all = backups((0..12).map(|n| TimeDelta::days(365 * n)));
    assert_eq!(too_old(&all).len(), 2);
    assert!(too_old(&[]).is_empty());
}

#[test]
fn a_backup_is_found_by_the_name_that_is_shown() {
    let path = PathBuf::from("/n/backups/20201123T130501Z-0a1b2c3d.json");
    let backup = Backup::parse(&path).unwrap();
    assert_eq!((backup.name().as_str(), &backup.path), ("20201123T130501Z-0a1b2c3d", &path));
    assert_eq!(Backup::parse(Path::new("/n/backups/notes.json")), None);
}
