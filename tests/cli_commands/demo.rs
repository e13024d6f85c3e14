//! `tep demo`: the practice alliance, beside the real notebooks and never among them.

use std::fs;

use crate::bench::{Home, files, notebooks};

#[test]
fn without_a_terminal_the_alliance_is_made_and_one_is_told_where() {
    for (lang, ready, open) in [
        ("es", "La alianza de práctica está lista: 12 escuelas", "Para abrirla: tep --dir"),
        ("en", "The practice alliance is ready: 12 schools", "To open it: tep --dir"),
    ] {
        for args in [&["demo"][..], &["demo", "--no-open"]] {
            let home = Home::new();
            let said = home.tep(&[args, &["--lang", lang]].concat());
            assert_eq!((said.code, said.err.as_str()), (0, ""));
            assert!(said.out.contains(ready) && said.out.contains(open), "{}", said.out);
            assert_eq!(notebooks(&home.path("data/practica")).len(), 12);
        }
    }
}

#[test]
fn what_was_changed_in_practice_is_kept_and_what_is_missing_is_made_again() {
    let home = Home::with_practice();
    let practice = home.path("data/practica");
    let before = notebooks(&practice);
    let paths: Vec<_> = before.keys().cloned().collect();
    fs::write(&paths[0], "what I changed").unwrap();
    fs::remove_file(&paths[5]).unwrap();
    let said = home.es(&["demo"]);
    assert_eq!(said.code, 0);
    assert!(said.out.contains("1 escuela de nuevo y 11 como las dejaste"), "{}", said.out);
    let after = notebooks(&practice);
    assert_eq!(after[&paths[0]].0, b"what I changed");
    assert_eq!(after[&paths[5]].0, before[&paths[5]].0);
    assert!(paths[6..].iter().all(|path| after[path] == before[path]));
    assert!(home.tep(&["demo"]).out.contains("is as you left it: 12 schools"));
}

#[test]
fn until_there_is_a_real_notebook_the_alliance_is_what_one_finds() {
    let home = Home::with_practice();
    let list = home.json(&["list", "--json"]);
    assert_eq!(list.as_array().unwrap().len(), 12);
    assert!(list.as_array().unwrap().iter().all(|school| school["invented"] == true));
    assert_eq!(home.tep(&["show", "ulmos"]).code, 0);
    assert_eq!(home.tep(&["new", "12669", "--name", "Liceo"]).code, 0);
    let list = home.json(&["list", "--json"]);
    assert_eq!((list.as_array().unwrap().len(), &list[0]["invented"]), (1, &false.into()));
    let practice = home.path("data/practica");
    let list = home.json(&["list", "--json", "--dir", practice.to_str().unwrap()]);
    assert_eq!(list.as_array().unwrap().len(), 12);
}

#[test]
fn invented_and_real_schools_never_stand_on_one_shelf() {
    let home = Home::new();
    assert_eq!(home.tep(&["new", "12669", "--name", "Liceo"]).code, 0);
    let real = home.path("data");
    let before = files(&real);
    let said = home.es(&["demo", "--dir", real.to_str().unwrap()]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("hay cuadernos de verdad"), "{}", said.err);
    assert_eq!(files(&real), before);

    let home = Home::with_practice();
    let practice = home.path("data/practica");
    let before = files(&practice);
    let said = home.tep(&["new", "12669", "--name", "Liceo", "--dir", practice.to_str().unwrap()]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("The practice alliance is in"), "{}", said.err);
    assert_eq!(files(&practice), before);
}
