//! `tep validate`: what is said of the list, against figures that were computed elsewhere from the same files.

use std::path::Path;

use serde_json::{Value, json};

use crate::bench::{Home, INVENTED, files, keys};

/// Invented tables of 2022 and 2023.
const RESULTS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/20230209_Rendimiento_2022_20230131_WEB.csv");
const ENROLMENT: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/20230906_Matricula_unica_2023_20230430_WEB.CSV");
const MONTHS: [&str; 4] = [
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/20220415_Asistencia_MARZO_2022_20220410_WEB.csv"),
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/20220515_Asistencia_ABRIL_2022_20220510_WEB.csv"),
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/20220615_Asistencia_MAYO_2022_20220610_WEB.csv"),
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/20220715_Asistencia_JUNIO_2022_20220710_WEB.csv"),
];

fn rule<'v>(validation: &'v Value, id: &str) -> &'v Value {
    validation["rules"].as_array().unwrap().iter().find(|rule| rule["rule"] == id).unwrap()
}

/// A file of others, where it is.
fn shared(name: &str) -> Option<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(name);
    if !path.is_file() {
        crate::figures::say(&format!("skipped: {name} is not here"));
        return None;
    }
    Some(path.to_str().unwrap().to_owned())
}

#[test]
fn the_ministrys_results_of_2024_give_the_figures_that_pandas_gives() {
    let (Some(file), Some(expected)) =
        (shared("mineduc/20250213_Rendimiento_2024_20250131_WEB_RM_muestra.csv"), shared("esperado.json"))
    else {
        return;
    };
    let expected: Value = serde_json::from_str(&std::fs::read_to_string(expected).unwrap()).unwrap();
    let expected = &expected["rendimiento_2024_rm"];
    let found = Home::new().json(&["validate", &file, "--json"]);
    assert_eq!((&found["rows"], &found["positives"]), (&expected["filas"], &expected["sit_fin"]["R"]));
    let pairs = [
        ("attendance_lt_85", "regla_asistencia_menor_85"),
        ("average_lt_4_5", "regla_promedio_menor_45"),
        ("both", "regla_85_y_45"),
        ("either", "regla_85_o_45"),
    ];
    for (id, name) in pairs {
        for key in ["tp", "fp", "fn", "tn", "precision", "recall"] {
            assert_eq!(rule(&found, id)[key], expected[name][key], "{id} {key}");
        }
    }
    assert_eq!(rule(&found, "absence")["auc"], expected["auc_inasistencia"]);
    assert_eq!(found["base_rate"], json!(0.0319));
}

#[test]
fn a_month_of_2019_and_an_enrolment_of_2021_are_never_called_dropout() {
    let (Some(month), Some(later)) = (
        shared("mineduc/20190513_Asistencia_abril_2019_20190430_PUBL_muestra.csv"),
        shared("mineduc/20210913_Matricula_unica_2021_20210430_WEB_muestra.csv"),
    ) else {
        return;
    };
    let found = Home::new().json(&["validate", &month, &later, "--json"]);
    assert_eq!(
        (&found["outcome"], &found["rows"], &found["positives"]),
        (&json!("not_seen_again"), &json!(1682), &json!(421))
    );
    let flag = rule(&found, "attendance_lt_85");
    assert_eq!((&flag["tp"], &flag["fp"], &flag["fn"]), (&json!(72), &json!(125), &json!(349)));
    assert_eq!(rule(&found, "absence")["auc"], json!(0.5631));
    assert_eq!(found["rules"].as_array().unwrap().len(), 2);
}

#[test]
fn the_contract_of_the_answer_stands() {
    let found = Home::new().json(&["validate", RESULTS, "--json"]);
    let ids: Vec<&Value> = found["rules"].as_array().unwrap().iter().map(|rule| &rule["rule"]).collect();
    assert_eq!(ids, ["attendance_lt_85", "average_lt_4_5", "both", "either", "absence"]);
    let contract = ["auc", "auc_high", "auc_low", "flagged", "fn", "fp", "lift", "precision", "recall", "rule", "tp"];
    for rule in found["rules"].as_array().unwrap() {
        let keys = keys(rule);
        assert!(contract.iter().all(|key| keys.contains(key)), "{keys:?}");
    }
    // 14 of 805: withdrawn, transferred and unknown rows are no case.
    assert_eq!((&found["rows"], &found["positives"], &found["base_rate"]), (&json!(805), &json!(14), &json!(0.0174)));
    assert_eq!(found["left_out"], json!({ "withdrawn": 33, "transferred": 51, "unknown": 6, "repeated": 0 }));
    // A rule without a threshold flags nobody: null, never zero.
    assert_eq!(rule(&found, "absence")["flagged"], Value::Null);
}

#[test]
fn who_is_not_enrolled_any_more_is_found_by_the_official_method() {
    let found = Home::new().json(&["validate", RESULTS, ENROLMENT, "--json"]);
    let dropout = &found["dropout"][0];
    assert_eq!((&dropout["year"], &dropout["next_year"]), (&json!(2022), &json!(2023)));
    assert_eq!((&dropout["scope"], &dropout["deaths_discounted"]), (&json!("partial"), &json!(false)));
    let total = ["students", "graduates", "cohort", "global", "regular", "adults"].map(|key| dropout[key].as_u64());
    assert_eq!(total, [837, 74, 763, 23, 25, 2].map(Some));
    let schools = json!({
        "99001": [239, 6, 8, 275, 0.021_352, 0.028_269, 0.025_105, { "failed": 1, "withdrawn": 5 }],
        "99002": [437, 16, 16, 399, 0.038_554, 0.038_554, 0.036_613, { "failed": 2, "promoted": 3, "withdrawn": 11 }],
        "99003": [47, 0, 0, 65, 0, 0, 0, {}],
        "99010": [40, 1, 1, 59, 0.016_667, 0.016_667, 0.025, { "promoted": 1 }],
    });
    let shown =
        ["cohort", "global", "regular", "enrolment", "rate_global", "rate_regular", "cohort_rate_global", "by_end"];
    for school in dropout["schools"].as_array().unwrap() {
        let found: Vec<&Value> = shown.iter().map(|key| &school[key]).collect();
        assert_eq!(json!(found), schools[school["rbd"].to_string()]);
    }
    assert_eq!(dropout["schools"].as_array().unwrap().len(), 4);
    let grades = json!({ "1B": 2, "2B": 2, "3B": 4, "4B": 1, "5B": 6, "7B": 2, "1M": 2, "2M": 1, "3M": 1, "4M": 2 });
    assert_eq!(dropout["grades"], grades);
    let withdrawal = &found["withdrawal"][0]["schools"][0];
    let ends = json!({ "promoted": 282, "failed": 6, "withdrawn": 16, "transferred": 23, "unknown": 1 });
    assert_eq!(
        (&withdrawal["rbd"], &withdrawal["by_end"], &withdrawal["rate"]),
        (&json!(99_001), &ends, &json!(0.052_632))
    );
}

#[test]
fn the_attendance_of_march_to_june_is_compared_with_who_did_not_come_back() {
    let tables = [&MONTHS[..], &[RESULTS, ENROLMENT]].concat();
    let found = Home::new().json(&[&["validate"], &tables[..], &["--json"]].concat());
    assert_eq!((&found["outcome"], &found["rows"], &found["positives"]), (&json!("dropout"), &json!(763), &json!(23)));
    let flag = rule(&found, "attendance_lt_85");
    let counts = ["tp", "fp", "fn", "tn", "precision", "recall"].map(|key| &flag[key]);
    assert_eq!(counts, [&json!(18), &json!(219), &json!(5), &json!(521), &json!(0.0759), &json!(0.7826)]);
    assert_eq!(rule(&found, "absence")["auc"], json!(0.7911));
    // Adding tables asks more and takes nothing away.
    assert_eq!(found["outcomes"][1]["outcome"], "failed");
    assert_eq!((&found["sufficient"], &found["enough"]), (&json!(false), &json!({ "positives": 30, "rows": 996 })));
}

#[test]
fn a_page_says_how_many_were_fine_and_refuses_to_conclude_from_few() {
    let said = Home::new().es(&["validate", RESULTS, ENROLMENT]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let words = said.out.split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in [
        "Insuficiente: 23 casos, y bastarían 30",
        "No se vuelven a ver aquí, 2022 → 2023",
        "es una cota superior",
        "Las defunciones no se descuentan",
        "siguen matriculados.",
        "fueron promovidos.",
        "al azar",
        "sólo inasistencia",
    ] {
        assert!(words.contains(sentence), "{sentence}: {words}");
    }
    assert!(!words.contains("DeLong"), "{words}");
}

#[test]
fn a_smaller_team_is_told_what_it_would_find() {
    let found = Home::new().json(&["validate", RESULTS, "--capacity", "5", "--json"]);
    assert_eq!((&found["capacity"]["percent"], &found["capacity"]["students"]), (&json!(5), &json!(41)));
    let orders: Vec<&Value> = found["capacity"]["orders"].as_array().unwrap().iter().map(|cut| &cut["order"]).collect();
    assert_eq!(orders, ["list", "absence", "random"]);
}

#[test]
fn where_nothing_says_how_it_ended_nothing_is_compared() {
    let home = Home::new();
    let said = home.es(&["validate", MONTHS[0]]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert!(said.err.contains("ningún archivo dice cómo terminó el año"), "{}", said.err);
    let said = home.es(&["validate", RESULTS, "no-existe.csv"]);
    assert_eq!(said.code, 3);
    assert!(said.out.contains("805") && said.err.contains("no-existe.csv"), "{}", said.err);
}

#[test]
fn a_notebook_is_asked_about_its_own_years_and_stays_as_it_is() {
    let home = Home::with_invented();
    let before = files(&home.path("data"));
    let found = home.json(&["validate", home.path(INVENTED).to_str().unwrap(), "--json"]);
    assert_eq!((&found["outcome"], &found["years"], &found["rows"]), (&json!("failed"), &json!([2019]), &json!(1)));
    assert_eq!((&found["sufficient"], &found["enough"]["rows"]), (&json!(false), &Value::Null));
    assert_eq!(files(&home.path("data")), before);
}
