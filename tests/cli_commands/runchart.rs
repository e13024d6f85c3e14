//! `tep runchart`: a series, or a school's attendance, judged; the names of the JSON are what others rest on.

use serde_json::{Value, json};

use crate::bench::{Home, keys};

fn of(values: &str, more: &[&str]) -> Value {
    let home = Home::new();
    let path = home.write("serie.txt", values);
    home.json(&[&["runchart", path.to_str().unwrap(), "--json"], more].concat())
}

/// Ten values around a median of 5, up and down in turn.
const QUIET: &str = "4\n6\n4\n6\n4\n6\n4\n6\n4\n6\n";

#[test]
fn the_names_of_the_json_are_a_contract() {
    let names = [
        "baseline",
        "conclusion",
        "crossings",
        "limits",
        "longest_run",
        "median",
        "missing",
        "n",
        "rules",
        "shift",
        "signal",
        "trend",
        "useful",
    ];
    let quiet = of(QUIET, &[]);
    assert_eq!(keys(&quiet), names);
    let expected = json!({
        "n": 10, "useful": 10, "median": 5, "longest_run": 1, "crossings": 9, "shift": false, "trend": false,
        "signal": false, "conclusion": "none", "missing": 0, "rules": "anhoej", "baseline": null,
        "limits": { "longest_run": 6, "crossings": 2 },
    });
    assert_eq!(quiet.to_string(), expected.to_string());
}

#[test]
fn six_after_a_frozen_median_are_a_signal_by_the_classic_rules_and_five_are_not() {
    let baseline = "90\n110\n95\n105\n92\n108\n97\n103\n";
    let classic = |more: &str| of(&format!("{baseline}{more}"), &["--rules", "classic", "--baseline", "8"]);
    let five = classic("99\n98\n97\n96\n98\n");
    assert_eq!((&five["shift"], &five["signal"], &five["median"]), (&json!(false), &json!(false), &json!(100)));
    let six = classic("99\n98\n97\n\n100\n96\n98\n99\n");
    assert_eq!((&six["shift"], &six["signal"], &six["conclusion"]), (&json!(true), &json!(true), &json!("signal")));
    assert_eq!((&six["n"], &six["useful"], &six["longest_run"]), (&json!(15), &json!(14), &json!(6)));
    assert_eq!(six["baseline"], json!(8));
}

#[test]
fn nine_values_are_too_few_and_how_many_are_missing_is_said() {
    let few = of("1\n1\n1\n\n9\n9\n9\n9\n9\n9\n", &[]);
    assert_eq!((&few["n"], &few["missing"], &few["conclusion"]), (&json!(9), &json!(1), &json!("too_few")));
    assert_eq!((&few["signal"], &few["shift"]), (&json!(false), &json!(false)));
    let none = of("", &[]);
    assert_eq!((&none["n"], &none["median"], &none["conclusion"]), (&json!(0), &Value::Null, &json!("too_few")));
    let home = Home::new();
    home.write("serie.txt", "85,5\n86\n87\n88\n88\n90\n");
    let page = home.es(&["runchart", "serie.txt"]);
    assert!(page.out.contains("Sin conclusión: 6 puntos, faltan 4."), "{}", page.out);
    assert!(page.out.contains("Mediana 87,5, de todos los valores"), "{}", page.out);
    let page = home.tep(&["runchart", "serie.txt", "--lang", "en"]);
    assert!(page.out.contains("No conclusion: 6 points, 4 more needed."), "{}", page.out);
}

#[test]
fn the_median_is_exact_with_comma_and_point() {
    assert_eq!(of("0,1\n0.2\n", &[])["median"].to_string(), "0.15");
    assert_eq!(of("-1.05\n-1,10\n", &[])["median"].to_string(), "-1.075");
    assert_eq!(of("0.1\n0.2\n0.3\n", &[])["median"].to_string(), "0.2");
    let long = of("92.300000000000001\n92.300000000000002\n", &[]);
    assert_eq!(long["median"].to_string(), "92.3000000000000015");
}

#[test]
fn a_line_that_is_no_number_is_named_and_nothing_is_computed() {
    let home = Home::new();
    home.write("serie.txt", "92,5\n\nmucho\n90\n");
    let said = home.es(&["runchart", "serie.txt", "--json"]);
    assert_eq!((said.code, said.out.as_str(), said.err.lines().count()), (1, "", 1), "{}", said.err);
    assert!(said.err.contains("línea 3") && !said.err.contains("mucho"), "{}", said.err);
    let said = home.es(&["runchart", "no_esta.txt"]);
    assert_eq!((said.code, said.out.as_str()), (3, ""), "{}", said.err);
    let said = home.es(&["runchart", "Los Ulmos"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""), "{}", said.err);
    for wrong in [["--rules", "mias"], ["--baseline", "0"], ["--baseline", "x"]] {
        assert_eq!(home.es(&[&["runchart", "serie.txt"], &wrong[..]].concat()).code, 2, "{wrong:?}");
    }
}

#[test]
fn a_file_of_any_size_does_no_harm() {
    let home = Home::new();
    home.write("larga.txt", &"1\n".repeat(700_000));
    home.write("otra.txt", &format!("{}\n", "7".repeat(100_000)));
    home.write("bytes.txt", "1\n\u{0}\u{1b}[31m\n");
    for name in ["larga.txt", "otra.txt", "bytes.txt"] {
        let said = home.es(&["runchart", name, "--rules", "classic"]);
        assert_eq!((said.code, said.out.as_str(), said.err.lines().count()), (1, "", 1), "{name}: {}", said.err);
    }
    let most = of(&"1\n2\n".repeat(5_000), &["--rules", "classic"]);
    assert_eq!((&most["n"], &most["signal"], &most["crossings"]), (&json!(10_000), &json!(true), &json!(9_999)));
}

/// Ten months of 2021 with an attendance of 90 and 80 in turn, then six of 2022 with 70.
fn school() -> Home {
    let mut months: serde_json::Map<String, Value> =
        (3..=12).map(|month| (format!("2021-{month:02}"), json!([if month % 2 == 0 { 16 } else { 18 }, 20]))).collect();
    months.extend((3..=8).map(|month| (format!("2022-{month:02}"), json!([14, 20]))));
    let home = Home::new();
    let book = json!({
        "format": "tep-notebook", "version": 1, "id": "01701d5b-0000-7000-8000-000000000001",
        "school": { "rbd": 99001, "name": "Escuela Inventada", "invented": true },
        "students": [{
            "id": "01701d5b-0000-7000-8000-000000000002", "course": "7B-A", "given_names": "Zenobia",
            "attendance": months,
        }],
    });
    home.write("data/99001-escuela.tep.json", &book.to_string());
    home
}

#[test]
fn the_attendance_of_a_school_is_judged_against_the_year_before() {
    let home = school();
    let chart = home.json(&["runchart", "99001", "--json"]);
    assert_eq!((&chart["n"], &chart["median"], &chart["longest_run"]), (&json!(16), &json!(85), &json!(7)));
    let baseline = json!({ "origin": "year_before", "from": "2021-03", "to": "2021-12", "points": 10 });
    assert_eq!(chart["baseline"], baseline);
    let point = &chart["points"][10];
    assert_eq!((&point["month"], &point["percent"].to_string()), (&json!("2022-03"), &"70.00".to_owned()));
    assert_eq!((&point["attended"], &point["held"], &point["students"]), (&json!(14), &json!(20), &json!(1)));
    let classic = home.json(&["runchart", "99001", "--json", "--rules", "classic"]);
    assert_eq!((&classic["signal"], &chart["signal"]), (&json!(true), &json!(false)));
    let other = home.json(&["runchart", "99001", "--json", "--baseline", "3"]);
    assert_eq!((&other["median"], &other["baseline"]["points"]), (&json!(90), &json!(3)));
}

#[test]
fn the_page_of_a_school_names_nobody_and_says_what_there_is_not() {
    let page = school().es(&["runchart", "99001"]).out;
    for told in [
        "Línea base mar–dic 2021 (10 puntos), mediana 85 %: año anterior",
        "mar 2022",
        "Sin señal",
        "Reglas de Anhøj",
        "Por semana no hay",
        "calendario supuesto",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert!(!page.contains("Zenobia"));
}

/// A home with the invented school, and a grid of the days of April 2024 in it.
fn with_grid() -> Home {
    let home = Home::new();
    let grid = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/messy/m10a_grilla_diaria.csv");
    let said = home.es(&["import", grid, "--into", "99001", "--create"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.out.contains("la asistencia queda por mes y por semana"), "{}", said.out);
    home
}

#[test]
fn a_daily_grid_gives_a_school_its_attendance_by_week() {
    let home = with_grid();
    let chart = home.json(&["runchart", "99001", "--weekly", "--json"]);
    assert_eq!((&chart["n"], &chart["missing"], &chart["rules"]), (&json!(5), &json!(5), &json!("anhoej")));
    assert_eq!((&chart["conclusion"], &chart["signal"]), (&json!("too_few"), &json!(false)));
    let weeks: Vec<&str> =
        chart["points"].as_array().unwrap().iter().map(|point| point["week"].as_str().unwrap()).collect();
    assert_eq!(weeks, ["2024-04-01", "2024-04-08", "2024-04-15", "2024-04-22", "2024-04-29"]);
    let point = &chart["points"][0];
    assert_eq!(keys(point), ["attended", "class_days", "held", "percent", "register_days", "students", "week"]);
    assert_eq!((&point["attended"], &point["held"], &point["students"]), (&json!(33), &json!(40), &json!(8)));
    let from = &chart["baseline"];
    assert_eq!(
        (&from["origin"], &from["from"], &from["to"]),
        (&json!("not_frozen"), &json!("2024-04-01"), &json!("2024-04-29"))
    );
    // The same days as by month.
    let sum = |chart: &Value| {
        let points = chart["points"].as_array().unwrap();
        points.iter().map(|point| point["held"].as_u64().unwrap()).sum::<u64>()
    };
    assert_eq!(sum(&chart), sum(&home.json(&["runchart", "99001", "--json"])));
    let page = home.es(&["runchart", "99001", "--weekly"]).out;
    for told in [
        "Asistencia semanal del 01-04-2024 al 05-05-2024",
        "semana del",
        "15-04-2024",
        "Sin conclusión: 5 puntos, faltan 5.",
    ] {
        assert!(page.contains(told), "{told}: {page}");
    }
    assert!(home.es(&["runchart", "99001"]).out.contains("También por semana: agrega --weekly."));
}

#[test]
fn without_a_grid_it_is_said_which_file_gives_weeks_and_a_file_of_values_has_none() {
    let home = school();
    let page = home.es(&["runchart", "99001", "--weekly"]);
    assert_eq!(page.code, 0);
    assert!(page.out.contains("planilla diaria de asistencia"), "{}", page.out);
    let chart = home.json(&["runchart", "99001", "--weekly", "--json"]);
    assert_eq!((&chart["n"], &chart["points"]), (&json!(0), &json!([])));
    home.write("serie.txt", QUIET);
    let said = home.es(&["runchart", "serie.txt", "--weekly", "--json"]);
    assert_eq!((said.code, said.out.as_str(), said.err.lines().count()), (2, "", 1), "{}", said.err);
    assert!(said.err.contains("Quita --weekly"), "{}", said.err);
}

#[test]
fn a_team_that_chose_the_classic_rules_has_them_by_week_too() {
    let home = with_grid();
    let shelf = home.path("data");
    let mut files = std::fs::read_dir(&shelf).unwrap().map(|entry| entry.unwrap().path());
    let file = files.find(|path| path.to_string_lossy().ends_with(".tep.json")).unwrap();
    let mut book: Value = serde_json::from_slice(&std::fs::read(&file).unwrap()).unwrap();
    book["school"]["run_charts"] = json!({ "rules": "classic" });
    std::fs::write(&file, book.to_string()).unwrap();
    assert_eq!(home.json(&["runchart", "99001", "--weekly", "--json"])["rules"], json!("classic"));
    let anhoej = home.json(&["runchart", "99001", "--weekly", "--json", "--rules", "anhoej"]);
    assert_eq!(anhoej["rules"], json!("anhoej"));
}
