//! `tep doctor`: what is wrong, what to do, and nothing that must not be sent to somebody.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use tep_notebook::store::journal::Act;

use crate::{
    bench::{Home, INVENTED, Said, files, keys, said},
    keeping::{after, capacity},
};

/// The program at a usual terminal, with a home folder and a user.
fn doctor(home: &Home, args: &[&str]) -> Said {
    let mut command = home.command(&[&["doctor"], args].concat());
    command.env("TERM", "xterm").env("LANG", "es_CL.UTF-8").env("USER", "zunilda").env("HOME", home.path(""));
    said(&command.output().unwrap())
}

/// The findings about the notebook by their codes.
fn found(home: &Home) -> Value {
    let report: Value = serde_json::from_str(&doctor(home, &["99001", "--json"]).out).unwrap();
    let findings = report["findings"].as_array().unwrap().iter().filter(|finding| finding["about"] == "notebook");
    findings.map(|finding| (finding["code"].as_str().unwrap().to_owned(), finding["value"].clone())).collect()
}

/// The one file beside the notebook whose path has this in it.
fn beside(home: &Home, part: &str) -> PathBuf {
    files(&home.path("data/.tep")).into_keys().find(|path| path.to_string_lossy().contains(part)).unwrap()
}

#[test]
fn where_all_is_well_it_says_so_and_leaves_no_trace() {
    let home = Home::with_backups(&[20, 30]);
    let before = files(&home.path(""));
    let es = doctor(&home, &[]);
    assert_eq!((es.code, es.err.as_str()), (0, ""), "{}", es.out);
    for line in [
        "Terminal\n",
        "  ✓  TERM: xterm\n",
        "  ✓  se puede leer (formato 1)\n",
        "  ✓  2 respaldos, ",
        "\nTodo en orden.\n",
    ] {
        assert!(es.out.contains(line), "{line}: {}", es.out);
    }
    let en = doctor(&home, &["99001", "--lang", "en"]);
    assert!(en.code == 0 && en.out.ends_with("\nEverything is in order.\n"), "{}", en.out);
    assert_eq!(files(&home.path("")), before, "looking leaves no trace");
}

#[test]
fn a_report_can_be_sent_to_somebody() {
    let home = Home::with_backups(&[20, 30]);
    let mut keeper = home.keeper();
    keeper.draft(Some(json!({ "text": "Berta no viene" })), after(90)).unwrap();
    let hostname = "equipo";
    for args in [&[][..], &["--json"], &["99001"], &["--lang", "en"]] {
        let report = doctor(&home, args).out;
        let secret = ["Ana", "Inventada", "mamá", "Peñalolén", "Ñandú", "inventadas", "Orientación", "lunes", "Berta"];
        for word in secret.iter().chain(&["zunilda", "asesora", hostname, home.path("").to_str().unwrap()]) {
            let shown = report.replace("este equipo", "").replace("otro equipo", "");
            assert!(!shown.contains(word), "{args:?} {word}: {report}");
        }
        assert!(report.contains("~/data/99001-escuela.tep.json"), "{report}");
    }
}

#[test]
fn other_programs_get_the_findings_with_stable_names() {
    let home = Home::with_backups(&[20]);
    let said = doctor(&home, &["--json"]);
    let report: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!((said.code, keys(&report)), (0, vec!["findings", "mark"]));
    assert_eq!(report["mark"], "ok");
    let findings = report["findings"].as_array().unwrap();
    assert!(findings.iter().all(|finding| keys(finding) == ["about", "code", "mark", "path", "value"]));
    let of = |about: &str| -> Vec<&str> {
        let of = findings.iter().filter(|finding| finding["about"] == about);
        of.map(|finding| finding["code"].as_str().unwrap()).collect()
    };
    assert_eq!(of("terminal"), ["version", "term", "window", "colours", "utf8", "locale", "language"]);
    assert_eq!(of("folders"), ["config_folder", "notebooks_folder", "state_folder"]);
    assert!(of("disk").ends_with(&["exchange", "hard_links", "locks", "preallocation"]), "{:?}", of("disk"));
    assert_eq!(
        of("notebook"),
        [
            "file",
            "pen",
            "unfinished_changes",
            "journals",
            "torn_journals",
            "newer_journals",
            "backups",
            "unfit_backups",
            "leftovers",
            "drafts",
            "salvaged"
        ]
    );
    let value = found(&home);
    assert_eq!(value["file"], json!({ "state": "readable", "version": 1 }));
    assert_eq!((&value["pen"], &value["backups"]["count"]), (&Value::Null, &1.into()));
    assert_eq!(value["backups"]["newest"], "2020-09-13");
}

#[test]
fn what_needs_a_person_is_said_with_what_to_do_and_ends_with_one() {
    type Harm = fn(&Path);
    let harms: [(Harm, &str, &str); 3] = [
        (
            |path| fs::write(path, "{\n\"format\": \"tep-").unwrap(),
            "✗  dañado en la línea 2",
            "«tep restore» lo repone",
        ),
        (
            |path| fs::remove_file(path).unwrap(),
            "✗  el archivo no está, y su diario sí",
            "«tep restore» lo crea de nuevo",
        ),
        (
            |path| {
                let text = fs::read_to_string(path).unwrap().replace("Llamar el lunes", "Llamar el martes");
                fs::write(path, text).unwrap();
            },
            "✗  1 cambio hecho fuera de TEP",
            "muestra las diferencias para decidir",
        ),
    ];
    for (harm, what, advice) in harms {
        let home = Home::with_backups(&[20, 30]);
        harm(&home.path(INVENTED));
        let before = files(&home.path(""));
        let said = doctor(&home, &[]);
        assert_eq!(said.code, 1, "{}", said.out);
        let line = said.out.lines().find(|line| line.contains(what)).unwrap_or_else(|| panic!("{what}: {}", said.out));
        assert!(line.contains(advice), "{line}");
        assert!(said.out.ends_with("1 asunto necesita a una persona\n"), "{}", said.out);
        assert!(said.out.contains("2 respaldos"), "what there is to go back to: {}", said.out);
        assert_eq!(doctor(&home, &["99001"]).code, 1);
        assert_eq!(files(&home.path("")), before, "it repairs nothing");
    }
}

#[test]
fn what_a_killed_program_left_is_counted() {
    let home = Home::with_backups(&[20]);
    let mut killed = home.keeper();
    for students in [30, 40] {
        let edit = capacity(killed.notebook(), students);
        killed.commit(Act::Do, edit, after(80)).unwrap();
    }
    killed.draft(Some(json!({ "text": "Llam" })), after(81)).unwrap();
    drop(killed);
    let journal = beside(&home, "/s-000002");
    let text = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, format!("{text}{{\"h\":\"12")).unwrap();
    home.write("data/.99001-escuela.tep.json.0.tmp", "half");
    fs::create_dir(beside(&home, "lock").with_file_name("salvage")).unwrap();
    fs::write(beside(&home, "lock").with_file_name("salvage").join("x.damaged.json"), "x").unwrap();
    let value = found(&home);
    for (code, n) in [("unfinished_changes", 2), ("torn_journals", 1), ("drafts", 1), ("leftovers", 1), ("salvaged", 1)]
    {
        assert_eq!(value[code], n, "{code}");
    }
    let said = doctor(&home, &[]);
    assert_eq!(said.code, 0, "nothing is lost: {}", said.out);
    assert!(
        said.out.contains("!  2 cambios están en el diario y todavía no en el archivo. Ábrelo con TEP"),
        "{}",
        said.out
    );
    assert!(
        said.out.contains("1 formulario a medio escribir") && said.out.contains(" avisos · 0 asuntos"),
        "{}",
        said.out
    );
}

#[test]
fn who_is_writing_is_no_harm() {
    let home = Home::with_backups(&[20]);
    let mut keeper = home.keeper();
    let edit = capacity(keeper.notebook(), 30);
    keeper.commit(Act::Do, edit, after(80)).unwrap();
    let said = doctor(&home, &[]);
    assert_eq!(said.code, 0, "{}", said.out);
    assert!(
        said.out.contains("✓  alguien lo edita en otro equipo") && said.out.contains("✓  1 cambio está en el diario")
    );
    drop(keeper);
    assert!(doctor(&home, &[]).out.contains("✓  nadie lo está editando"));
}

#[test]
fn a_damaged_journal_needs_a_person_until_somebody_was_told() {
    let home = Home::with_backups(&[20, 30]);
    let journal = beside(&home, "/s-");
    let text = fs::read_to_string(&journal).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let broken = lines[lines.len() - 2].replacen("\"q\"", "\"Q\"", 1);
    fs::write(&journal, text.replacen(lines[lines.len() - 2], &broken, 1)).unwrap();
    let said = doctor(&home, &[]);
    assert!(said.code == 1 && said.out.contains("✗  1 diario con una parte dañada"), "{}", said.out);
    drop(home.keeper());
    let said = doctor(&home, &[]);
    assert!(said.code == 0 && said.out.contains("!  1 diario con una parte dañada. Ya se avisó"), "{}", said.out);
}

#[cfg(unix)]
#[test]
fn a_file_that_others_can_read_is_a_warning() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::with_backups(&[20]);
    let open = |path: &Path, mode| fs::set_permissions(path, PermissionsExt::from_mode(mode)).unwrap();
    open(&home.path(INVENTED), 0o644);
    open(&beside(&home, "/backups/"), 0o604);
    open(&home.path("data"), 0o777);
    let said = doctor(&home, &[]);
    assert_eq!(said.code, 0);
    assert!(
        said.out.contains("!  2 archivos que otros pueden ver: ~/data/99001-escuela.tep.json (0644)"),
        "{}",
        said.out
    );
    assert!(said.out.contains("!  cuadernos: ~/data (0777). Otros pueden entrar"), "{}", said.out);
}

#[test]
fn a_poor_terminal_is_known_and_gets_signs_it_can_show() {
    let home = Home::with_invented();
    fs::write(home.path(INVENTED), "{").unwrap();
    let mut command = home.command(&["doctor"]);
    command.env("TERM", "dumb").env("LC_ALL", "C");
    let said = said(&command.output().unwrap());
    for line in [
        "  !  TERM: dumb. ",
        "  !  the terminal has no colours\n",
        "  !  ASCII letters only. ",
        "  ok locale: C\n",
        "  x  damaged",
    ] {
        assert!(said.out.contains(line), "{line}: {}", said.out);
    }
    assert!(!said.out.contains('✓') && !said.out.contains('✗'));
    assert!(doctor(&home, &["--plain"]).out.contains("✓  sin colores, como se pidió"));
    assert!(doctor(&home, &["--ascii"]).out.contains("x  dañado"));
}

#[test]
fn a_folder_that_cannot_be_read_ends_with_three() {
    let home = Home::with_invented();
    home.write("file", "");
    let said = doctor(&home, &["--dir", "file"]);
    assert_eq!((said.code, said.out.as_str()), (3, ""), "{}", said.err);
    home.write("config", "");
    let said = doctor(&home, &[]);
    assert_eq!(said.code, 3, "{}", said.out);
    assert!(said.out.contains("✗  configuración: ~/config · no es una carpeta"), "{}", said.out);
}

#[test]
fn an_empty_machine_is_in_order() {
    let home = Home::new();
    let said = doctor(&home, &[]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(
        said.out.contains("cuadernos: ~/data aún no existe") && said.out.contains("Todo en orden."),
        "{}",
        said.out
    );
    assert!(files(&home.path("")).is_empty() && !home.path("data").exists());
}

#[test]
fn the_alliances_own_files_are_told_of_with_each_line_that_is_not_used() {
    let home = Home::with_backups(&[20, 30]);
    let es = doctor(&home, &[]).out;
    assert!(es.contains("Archivos propios de la alianza\n"), "{es}");
    assert!(es.contains("  ✓  preguntas.txt: no está; se usan las preguntas del programa\n"), "{es}");
    home.write("data/preguntas.txt", "[paso 1]\n¿Ana faltó? | Was Ana there?\n¿Por qué?\n[paso 9]\n");
    home.write("data/temas.txt", "familias: Familias\nsin nombre\n");
    let said = doctor(&home, &["99001"]);
    assert_eq!(said.code, 0, "nothing is in danger: {}", said.out);
    for line in [
        "  ✓  preguntas.txt: 2 preguntas propias\n",
        "  !  preguntas.txt, línea 4: no existe esa sección",
        "  ✓  temas.txt: 1 tema propio\n",
        "  !  temas.txt, línea 2: se escribe «código: Nombre»",
        "Esa línea no se usa. Corrígela con un editor de texto y abre TEP otra vez.\n",
        "2 avisos · 0 asuntos",
    ] {
        assert!(said.out.contains(line), "{line}: {}", said.out);
    }
    assert!(!said.out.contains("Ana"), "never what stands in it: {}", said.out);
    let report: Value = serde_json::from_str(&doctor(&home, &["--json"]).out).unwrap();
    let findings = report["findings"].as_array().unwrap().iter().filter(|finding| finding["about"] == "own_files");
    let told: Vec<(&str, &Value)> =
        findings.map(|finding| (finding["code"].as_str().unwrap(), &finding["value"])).collect();
    let (first, second) = (json!({ "file": "preguntas.txt", "line": 4 }), json!({ "file": "temas.txt", "line": 2 }));
    let (questions, themes) = (json!(2), json!(1));
    let wanted = [("own_questions", &questions), ("bad_line", &first), ("own_themes", &themes), ("bad_line", &second)];
    assert_eq!(told, wanted);
}
