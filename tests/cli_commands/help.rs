//! Help, wrong use and languages.

use std::io;

use crate::bench::{Home, said};

const COMMANDS: [&str; 16] = [
    "open",
    "new",
    "list",
    "show",
    "students",
    "log",
    "backups",
    "restore",
    "doctor",
    "import",
    "tutor",
    "demo",
    "keys",
    "schema",
    "completions",
    "help",
];

#[test]
fn whoever_asks_for_help_gets_it_in_their_language() {
    let home = Home::new();
    for (lang, usage, examples) in [("es", "Uso: tep", "Ejemplos:"), ("en", "Usage: tep", "Examples:")] {
        let whole = home.tep(&["--help", "--lang", lang]);
        assert_eq!((whole.code, whole.err.as_str()), (0, ""));
        assert!(whole.out.contains(usage) && whole.out.contains(examples), "{}", whole.out);
        for command in COMMANDS {
            assert!(whole.out.contains(&format!("\n  {command} ")), "{command}: {}", whole.out);
            let help = home.tep(&[command, "--help", "--lang", lang]);
            assert_eq!((help.code, help.err.as_str()), (0, ""));
            assert!(help.out.contains(&format!("{usage} {command}")), "{}", help.out);
            assert_eq!(home.tep(&["help", command, "--lang", lang]).out, help.out);
        }
    }
    assert_eq!(home.tep(&["-h"]).out, home.tep(&["--help"]).out);
    assert_eq!(home.tep(&["--version"]).out, format!("tep {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_slip_of_the_pen_is_explained_in_one_sentence_and_ends_with_two() {
    let home = Home::new();
    for (args, es, en) in [
        (&["lst"][..], "No hay un comando «lst»; quizás quisiste escribir «list».", "There is no command “lst”"),
        (&["list", "--jsn"], "quizás quisiste escribir «--json»", "perhaps you meant “--json”"),
        (&["list", "more"], "No se entiende «more» aquí.", "“more” is not understood here."),
        (&["show"], "Falta <ESCUELA>.", "<SCHOOL> is missing."),
        (&["import"], "Falta <ARCHIVO>...", "<FILE>... is missing."),
        (&["new", "99001-9"], "Falta --name <NOMBRE>.", "--name <NAME> is missing."),
        (&["list", "--json", "--json"], "«--json» está dos veces.", "“--json” stands twice."),
        (&["completions", "tcsh"], "puede ser bash, elvish, fish", "it can be bash, elvish, fish"),
        (&["list", "--dir", ""], "Falta el valor de «--dir <CARPETA>».", "The value of “--dir <DIR>” is missing."),
        (&["help", "lst"], "No hay un comando «lst».", "There is no command “lst”."),
    ] {
        for (lang, expected, how) in [("es", es, "Cómo se usa: tep "), ("en", en, "How it is used: tep ")] {
            let said = home.tep(&[&["--lang", lang], args].concat());
            assert_eq!((said.code, said.out.as_str()), (2, ""), "{args:?}");
            assert!(said.err.contains(expected) && said.err.contains(how), "{args:?}: {}", said.err);
            assert_eq!(said.err.lines().count(), 1, "{args:?}: {}", said.err);
        }
    }
    let said = home.tep(&["list", "--lang", "fr"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("“fr” does not do for “--lang <LANG>”: it can be es, en."), "{}", said.err);
}

#[test]
fn the_language_is_the_one_that_was_asked_for_remembered_or_spoken_here() {
    let home = Home::new();
    let speaks = |lang: &str, env: &[(&str, &str)], args: &[&str]| {
        let mut command = home.command(args);
        command.envs(env.iter().copied());
        let out = said(&command.output().unwrap()).out;
        let found = if out.contains("Uso:") { "es" } else { "en" };
        assert_eq!(found, lang, "{env:?} {args:?}");
    };
    speaks("en", &[], &["--help"]);
    speaks("es", &[("LANG", "es_CL.UTF-8")], &["--help"]);
    speaks("en", &[("LC_ALL", "C"), ("LANG", "es_CL.UTF-8")], &["--help"]);
    speaks("es", &[("LC_ALL", ""), ("LC_MESSAGES", "es_ES"), ("LANG", "en_US")], &["--help"]);
    speaks("en", &[("LANG", "es_CL.UTF-8")], &["--help", "--lang", "en"]);
    home.write("state/settings.json", r#"{"language": "es"}"#);
    speaks("es", &[("LANG", "en_US.UTF-8")], &["--help"]);
    speaks("en", &[], &["--lang=en", "--help"]);
}

#[test]
fn damaged_settings_are_said_and_stop_nothing() {
    let home = Home::new();
    home.write("state/settings.json", "{\n\"language\": }");
    let said = home.tep(&["list"]);
    assert_eq!(said.code, 0);
    assert!(said.err.contains("settings.json is damaged (line 2)"), "{}", said.err);
}

#[test]
fn without_a_terminal_one_sentence_says_what_works() {
    let home = Home::new();
    for args in [&[][..], &["open", "99001"], &["tutor"], &["tutor", "--again"]] {
        for (lang, word) in [("es", "terminal; sin ella sirven"), ("en", "terminal; without one the commands")] {
            let said = home.tep(&[args, &["--lang", lang]].concat());
            assert_eq!((said.code, said.out.as_str(), said.err.lines().count()), (2, "", 1));
            assert!(said.err.contains(word), "{}", said.err);
            // What it names works here.
            for command in ["list", "show", "students", "cycle"] {
                assert!(said.err.contains(&format!("tep {command}")), "{command}: {}", said.err);
                assert_eq!(home.tep(&[command, "--help"]).code, 0);
            }
        }
    }
}

#[test]
fn other_programs_get_the_keys_with_stable_names() {
    let home = Home::new();
    let keys = home.json(&["keys", "--json"]);
    let contact = keys.as_array().unwrap().iter().find(|row| row["command"] == "add-contact").unwrap();
    assert_eq!((&contact["context"], &contact["keys"][0]), (&"card".into(), &"c".into()));
    assert!(keys.as_array().unwrap().iter().any(|row| row["command"] == "go-to-step-data"));
}

#[test]
fn the_keys_are_listed_by_place_in_both_languages() {
    let home = Home::new();
    let (es, en) = (home.es(&["keys"]), home.tep(&["keys"]));
    assert_eq!((es.code, en.code), (0, 0));
    assert!(es.out.starts_with("Estante\n  Enter  Abrir lo seleccionado\n"), "{}", es.out);
    assert!(en.out.starts_with("Shelf\n  Enter  Open what is selected\n"), "{}", en.out);
    assert!(es.out.contains("\nEn todas partes\n") && en.out.contains("\nEverywhere\n"));
    assert_eq!(es.out.lines().count(), en.out.lines().count());
}

#[test]
fn schema_and_completions_are_for_other_programs() {
    let home = Home::new();
    let schema = home.json(&["schema"]);
    assert_eq!(schema["properties"]["format"]["const"], "tep-notebook");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = home.es(&["completions", shell]);
        assert_eq!((script.code, script.err.as_str()), (0, ""));
        assert!(script.out.contains("dry-run"), "{shell}");
    }
    assert!(home.es(&["completions", "fish"]).out.contains("Crea el cuaderno de una escuela"));
}

#[test]
fn a_reader_that_had_enough_ends_the_program_quietly() {
    let home = Home::new();
    for args in [&["schema"][..], &["--help"], &["list"]] {
        let (reader, writer) = io::pipe().unwrap();
        drop(reader);
        let said = said(&home.command(args).stdout(writer).output().unwrap());
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_finds_no_room_is_said() {
    let home = Home::new();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let said = said(&home.command(&["schema"]).stdout(full).output().unwrap());
    assert_eq!(said.code, 3);
    assert!(said.err.starts_with("The answer could not be written"), "{}", said.err);
}
