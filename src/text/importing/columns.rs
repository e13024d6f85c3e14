//! What columns are called for people, by our name for them.

use crate::{
    app::{
        import::meaning::{self, Choice, MEANINGS},
        lang::Lang,
    },
    rules::spelling,
    text::{Both, both},
};

/// A column is read as the program finds.
pub const FOUND: Both = both("(como lo entiende el programa)", "(as the program finds)");
/// A column is left out.
pub const IGNORE: Both = both("(no leer)", "(do not read)");

const MONTHS: [Both; 12] = [
    both("enero", "January"),
    both("febrero", "February"),
    both("marzo", "March"),
    both("abril", "April"),
    both("mayo", "May"),
    both("junio", "June"),
    both("julio", "July"),
    both("agosto", "August"),
    both("septiembre", "September"),
    both("octubre", "October"),
    both("noviembre", "November"),
    both("diciembre", "December"),
];

const NAMES: &[(&str, Both)] = &[
    ("run", both("RUN o IPE", "RUN or IPE")),
    ("check_digit", both("dígito verificador", "check digit")),
    ("mrun", both("MRUN", "MRUN")),
    ("full_name", both("nombre completo", "full name")),
    ("given_names", both("nombres", "given names")),
    ("paternal_surname", both("apellido paterno", "paternal surname")),
    ("maternal_surname", both("apellido materno", "maternal surname")),
    ("surnames", both("apellidos", "surnames")),
    ("course", both("curso", "course")),
    ("level", both("nivel o grado", "grade")),
    ("section", both("letra del curso", "letter of the course")),
    ("let_cur", both("letra del curso", "letter of the course")),
    ("rbd", both("RBD", "RBD")),
    ("dgv_rbd", both("dígito del RBD", "digit of the RBD")),
    ("nom_rbd", both("nombre de la escuela", "name of the school")),
    ("nom_com_rbd", both("comuna de la escuela", "commune of the school")),
    ("cod_ense", both("código de enseñanza", "code of teaching")),
    ("cod_grado", both("código de grado", "code of grade")),
    ("year", both("año", "year")),
    ("month", both("mes", "month")),
    ("mes_escolar", both("mes", "month")),
    ("days", both("días del mes", "days of the month")),
    ("attendance", both("asistencia (%)", "attendance (%)")),
    ("asis_promedio", both("asistencia (%)", "attendance (%)")),
    ("attended", both("días asistidos", "days attended")),
    ("held", both("días trabajados", "days held")),
    ("absences", both("inasistencias", "absences")),
    ("justified", both("inasistencias justificadas", "absences with a reason")),
    ("average", both("promedio", "average")),
    ("prom_gral", both("promedio", "average")),
    ("status", both("estado de matrícula", "enrolment status")),
    ("outcome", both("situación final", "final situation")),
    ("sit_fin", both("situación final", "final situation")),
    ("sit_fin_r", both("situación final con traslados", "final situation with transfers")),
    ("birth_date", both("fecha de nacimiento", "date of birth")),
    ("fec_nac_alu", both("mes de nacimiento", "month of birth")),
    ("edad_alu", both("edad", "age")),
    ("enrolled_on", both("fecha de incorporación", "date of joining")),
    ("registered_on", both("fecha de matrícula", "date of enrolment")),
    ("withdrawn_on", both("fecha de retiro", "date of leaving")),
    ("phone", both("teléfono", "telephone")),
    ("phones", both("teléfono", "telephone")),
    ("email", both("correo", "mail")),
    ("guardian", both("apoderado", "guardian")),
    ("relationship", both("parentesco", "relationship")),
    ("remark", both("observación", "remark")),
    ("gender", both("género", "gender")),
    ("student_id", both("otro número del estudiante", "another number of the student")),
    ("birth_month", both("mes de nacimiento", "month of birth")),
    ("gen_alu", both("género", "gender")),
];

/// What people call a column.
pub fn name(lang: Lang, name: &str) -> String {
    if let Some((_, both)) = NAMES.iter().find(|(known, _)| *known == name) {
        return both.of(lang).to_owned();
    }
    let (kind, rest) = name.split_once('_').unwrap_or((name, ""));
    let month = |rest: &str| {
        let at = rest.parse::<usize>().ok()?.checked_sub(1)?;
        MONTHS.get(at).map(|month| month.of(lang))
    };
    match (kind, month(rest)) {
        ("month", Some(month)) => both("asistencia de", "attendance of").of(lang).to_owned() + " " + month,
        ("grade", _) => format!("{} {rest}", both("nota de", "grade in").of(lang)),
        ("concept", _) => format!("{} {rest}", both("concepto de", "concept in").of(lang)),
        _ => name.to_owned(),
    }
}

/// The name of something that can be chosen for a column.
pub fn choice(lang: Lang, choice: Choice) -> String {
    match choice {
        Choice::Found => FOUND.of(lang).to_owned(),
        Choice::Ignore => IGNORE.of(lang).to_owned(),
        Choice::Means(at) => MEANINGS.get(at).map(|meaning| name(lang, meaning)).unwrap_or_default(),
    }
}

/// The folded names of all that can be chosen, in both languages.
pub fn folded() -> Vec<String> {
    let choices = (0..meaning::CHOICES).filter_map(meaning::choice);
    let words = choices.map(|one| Lang::ALL.map(|lang| choice(lang, one)).join(" "));
    words.map(|words| spelling::fold(&words)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_column_can_mean_has_a_name_for_people() {
        for meaning in MEANINGS {
            for lang in Lang::ALL {
                let shown = name(lang, meaning);
                assert!(!shown.contains('_') && !shown.is_empty(), "{meaning}");
            }
        }
        assert_eq!(name(Lang::Es, "month_3"), "asistencia de marzo");
        assert_eq!(name(Lang::Es, "grade_Lenguaje"), "nota de Lenguaje");
        assert_eq!(name(Lang::Es, "month_13"), "month_13");
        assert_eq!(folded().len(), meaning::CHOICES);
    }
}
