//! How headers are written. A header is compared without case, accents, signs and the year that may stand in it.

use super::Field;
use crate::rules::spelling::fold as plain;

/// A header in the form in which it is compared and remembered: small letters, no accents, words parted by one space,
/// no signs, no year.
pub fn fold(header: &str) -> String {
    words(header).join(" ")
}

/// The words of a header or a title, folded.
pub fn words(header: &str) -> Vec<String> {
    let unraised: String =
        header.chars().map(|letter| if matches!(letter, 'º' | 'ª') { ' ' } else { letter }).collect();
    let folded = plain(&unraised);
    let words = folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let all: Vec<&str> = words.collect();
    let alone = all.len() == 1;
    all.into_iter().filter(|word| alone || !is_year(word)).map(str::to_owned).collect()
}

/// Words that say nothing beside another.
const FILLERS: &[&str] = &[
    "del",
    "de",
    "la",
    "el",
    "los",
    "las",
    "al",
    "a",
    "o",
    "as",
    "os",
    "s",
    "alumno",
    "alumnos",
    "alumna",
    "alumnas",
    "estudiante",
    "estudiantes",
    "oficial",
    "actual",
    "n",
];

/// Words that make a column one about a guardian.
const GUARDIAN: &[&str] = &["apoderado", "apoderada", "apoderados", "tutor", "tutora", "madre", "padre", "guardian"];

pub(super) fn field(header: &str) -> Option<Field> {
    if header.trim() == "%" {
        return Some(Field::Attendance);
    }
    let words = words(header);
    let phrase = words.join(" ");
    if let Some(field) = exact(&phrase) {
        return Some(field);
    }
    if words.iter().any(|word| GUARDIAN.contains(&word.as_str())) {
        return Some(of_guardian(&words));
    }
    let short: Vec<&str> = words.iter().map(String::as_str).filter(|word| !FILLERS.contains(word)).collect();
    exact(&short.join(" ")).or_else(|| by_word(&short, header))
}

fn exact(phrase: &str) -> Option<Field> {
    if phrase.is_empty() {
        return None;
    }
    SPELLINGS.iter().find(|(_, spellings)| spellings.contains(&phrase)).map(|(field, _)| *field)
}

fn of_guardian(words: &[String]) -> Field {
    let has = |some: &[&str]| words.iter().any(|word| some.contains(&word.as_str()));
    if has(&["telefono", "telefonos", "fono", "fonos", "celular", "tel", "cel", "movil", "whatsapp", "contacto"]) {
        Field::Phone
    } else if has(&["correo", "email", "mail", "electronico"]) {
        Field::Email
    } else if has(&["parentesco", "vinculo", "relacion"]) {
        Field::Relationship
    } else if has(&["run", "rut", "domicilio", "direccion", "dv", "ocupacion", "escolaridad", "nacimiento", "estudios"])
    {
        Field::Useless
    } else {
        Field::Guardian
    }
}

/// Where no spelling fits whole: the one word that leaves no doubt.
fn by_word(words: &[&str], header: &str) -> Option<Field> {
    let has = |some: &[&str]| words.iter().any(|word| some.contains(word));
    if has(&["inasistencia", "inasistencias", "ausencias"]) && !header.contains('%') {
        return Some(Field::Absences);
    }
    if has(&["asistencia", "asist", "asistenca"]) && !has(&["dias", "inasistencia", "observacion", "lista", "registro"])
    {
        return Some(Field::Attendance);
    }
    if has(&["nacimiento", "nac"]) && !has(&["pais", "lugar", "comuna"]) {
        return Some(Field::BirthDate);
    }
    if has(&["observacion", "observaciones", "comentario", "comentarios"]) {
        return Some(Field::Remark);
    }
    if has(&["etnia", "pueblo", "indigena"]) {
        return Some(Field::Ethnicity);
    }
    if has(&["direccion", "domicilio", "residencia"]) {
        return Some(Field::Address);
    }
    None
}

/// Every field with its spellings after [`fold`].
const SPELLINGS: &[(Field, &[&str])] = &[
    (
        Field::Run,
        &[
            "run",
            "rut",
            "run rut",
            "rut run",
            "run ipe",
            "rut ipe",
            "run o ipe",
            "rut o ipe",
            "ipe",
            "cedula",
            "cedula identidad",
            "identificador",
            "documento",
            "documento identidad",
            "rol unico nacional",
            "rut dv",
            "run dv",
            "run completo",
            "rut completo",
            "nro rut",
            "numero rut",
            "numero run",
            "run con dv",
            "rut con dv",
            "r u n",
            "r u t",
            "run sin dv",
            "rut sin dv",
        ],
    ),
    (
        Field::CheckDigit,
        &[
            "digito ver",
            "digito verificador",
            "dv",
            "d v",
            "dig ver",
            "dig verificador",
            "digito",
            "dv rut",
            "dv run",
            "digito verif",
        ],
    ),
    (Field::Mrun, &["mrun"]),
    (
        Field::ForeignId,
        &[
            "id student",
            "student id",
            "state id",
            "local id",
            "id alumno",
            "id estudiante",
            "codigo alumno",
            "codigo estudiante",
        ],
    ),
    (Field::Rbd, &["rbd", "codigo rbd", "rbd establecimiento", "rbd escuela", "rbd colegio"]),
    (Field::RbdDigit, &["dgv rbd", "dv rbd"]),
    (
        Field::SchoolName,
        &[
            "nom rbd",
            "establecimiento",
            "nombre establecimiento",
            "establecimiento educacional",
            "colegio",
            "escuela",
            "liceo",
        ],
    ),
    (Field::SchoolCommune, &["nom com rbd", "comuna establecimiento", "comuna escuela"]),
    (Field::Year, &["agno", "ano", "anio", "ano escolar", "ano academico", "ano lectivo"]),
    (Field::Month, &["mes", "mes escolar"]),
    (Field::TeachingCode, &["cod ense", "cod tipo ensenanza", "tipo ensenanza", "codigo ensenanza", "cod ensenanza"]),
    (Field::GradeCode, &["cod grado", "codigo grado"]),
    (Field::Level, &["desc grado", "grado", "nivel", "descripcion grado", "nombre grado", "curso grado"]),
    (Field::Section, &["let cur", "letra curso", "letra", "seccion", "paralelo"]),
    (Field::Course, &["curso", "nivel curso", "curso letra", "curso y letra", "curso nivel", "cursos", "nombre curso"]),
    (Field::GivenNames, &["nombres", "nombre s", "nombres social", "primer nombre", "nombres pila", "nombre pila"]),
    (
        Field::PaternalSurname,
        &[
            "apellido paterno",
            "ap paterno",
            "apaterno",
            "paterno",
            "primer apellido",
            "apellido 1",
            "apell paterno",
            "ape paterno",
            "apellido p",
        ],
    ),
    (
        Field::MaternalSurname,
        &[
            "apellido materno",
            "ap materno",
            "amaterno",
            "materno",
            "segundo apellido",
            "apellido 2",
            "apell materno",
            "ape materno",
            "apellido m",
        ],
    ),
    (Field::Surnames, &["apellidos", "apellido", "apellido s", "apellidos paterno materno"]),
    (
        Field::FullName,
        &[
            "nombre completo",
            "estudiante",
            "alumno",
            "alumna",
            "alumno a",
            "estudiantes",
            "alumnos",
            "alumnas",
            "alumnos as",
            "nombre y apellido",
            "nombre y apellidos",
            "nombres y apellidos",
            "apellidos y nombres",
            "apellidos y nombre",
            "apellido y nombre",
            "nombre apellido",
            "nombres apellidos",
            "apellidos nombres",
            "nomina",
            "full name",
            "nomina estudiantes",
            "nomina alumnos",
            "nombre completo estudiante",
            "nombre completo del estudiante",
            "nombre completo alumno",
            "nombre completo del alumno",
        ],
    ),
    (
        Field::Name,
        &["nombre", "nombre alumno", "nombre estudiante", "nombre del alumno", "nombre del estudiante", "name"],
    ),
    (Field::Gender, &["gen alu", "genero", "sexo", "gender", "sex", "genero sexo"]),
    (
        Field::BirthDate,
        &[
            "fecha nacimiento",
            "fecha de nacimiento",
            "f nac",
            "fec nac",
            "fec nacimiento",
            "f nacimiento",
            "nacimiento",
            "fecha nac",
            "fecha de nac",
            "fecnac",
            "fch nac",
            "date of birth",
            "fnac",
            "f de nac",
            "f de nacimiento",
        ],
    ),
    (Field::BirthMonth, &["fec nac alu"]),
    (
        Field::EnrolledOn,
        &[
            "fecha incorporacion curso",
            "fecha incorporacion",
            "fecha de incorporacion",
            "fecha ingreso",
            "fecha de ingreso",
            "f ingreso",
            "fec ingreso",
            "ingreso",
            "incorporacion",
            "fec ing alu",
            "f incorporacion",
            "fecha ingreso curso",
            "fecha alta",
            "fecha de alta",
        ],
    ),
    (
        Field::RegisteredOn,
        &[
            "fecha de matricula",
            "fecha matricula",
            "f matricula",
            "fec matricula",
            "registration date",
            "fecha mat",
            "f de matricula",
            "fecha inscripcion",
            "fecha de inscripcion",
        ],
    ),
    (
        Field::WithdrawnOn,
        &[
            "fecha retiro",
            "fecha de retiro",
            "f retiro",
            "fec retiro",
            "retiro",
            "fecha baja",
            "fecha de baja",
            "f baja",
            "f de retiro",
            "retirado el",
            "fecha de egreso",
        ],
    ),
    (
        Field::State,
        &["estado", "estado matricula", "situacion matricula", "condicion", "enrollment status", "vigencia"],
    ),
    (
        Field::Attendance,
        &[
            "asistenca",
            "asistencia",
            "asist",
            "porcentaje asistencia",
            "porcentaje",
            "porc asistencia",
            "asist acum",
            "asistencia acumulada",
            "asist acumulada",
            "anual",
            "asistencia anual",
            "asistencia total",
            "tasa asistencia",
            "promedio asistencia",
            "asistencia promedio",
            "asis",
            "total anual",
            "acumulado",
            "acum",
            "asistencia fecha",
            "pct asistencia",
            "por asistencia",
            "attendance",
            "asist anual",
        ],
    ),
    (
        Field::Attended,
        &[
            "dias asistidos",
            "dias asist",
            "dias presente",
            "dias presentes",
            "asistidos",
            "presentes",
            "asistencias",
            "dias asistencia",
            "presencias",
            "d asist",
            "total presentes",
            "dias asis",
            "presente",
            "d asistidos",
        ],
    ),
    (
        Field::Held,
        &[
            "dias trabajados",
            "dias trab",
            "dias clases",
            "dias clase",
            "dias habiles",
            "dias lectivos",
            "dias",
            "total dias",
            "dias realizados",
            "d trab",
            "dias trabajo",
            "d trabajados",
            "trabajados",
            "dias hab",
        ],
    ),
    (
        Field::Absences,
        &[
            "ausencias",
            "inasistencias",
            "inasistencia",
            "dias ausente",
            "dias ausentes",
            "faltas",
            "ausentes",
            "absences",
            "total inasistencias",
            "total ausencias",
            "dias inasistencia",
            "dias ausencia",
            "dias falta",
            "total ausentes",
            "ausente",
            "dias inasistentes",
            "inasist",
        ],
    ),
    (
        Field::Justified,
        &["justificadas", "inasistencias justificadas", "ausencias justificadas", "justificados", "justif"],
    ),
    (Field::Rate, &["asis promedio"]),
    (
        Field::Average,
        &[
            "promedio",
            "promedio final",
            "prom gral",
            "promedio general",
            "prom general",
            "promedio anual",
            "nota final",
            "prom",
            "prom final",
            "promedio notas",
            "pf",
            "nota promedio",
            "prom anual",
            "promedio gral",
            "prom notas",
            "promedio semestral",
            "promedio 1 semestre",
            "promedio semestre",
            "average",
        ],
    ),
    (Field::OutcomeFine, &["sit fin r"]),
    (
        Field::Outcome,
        &[
            "sit fin",
            "situacion final",
            "situacion",
            "sit final",
            "estado final",
            "situacion academica",
            "resultado final",
            "resultado",
            "final result",
            "target",
            "situacion promocion",
            "promocion",
            "estado promocion",
            "situacion final ano",
            "sit academica",
            "situacion escolar",
        ],
    ),
    (Field::Email, &["email", "e mail", "mail", "correo", "correo electronico", "correos", "primary email", "e mails"]),
    (
        Field::Phone,
        &[
            "telefono",
            "telefonos",
            "celular",
            "celulares",
            "fono",
            "fonos",
            "tel",
            "cel",
            "movil",
            "telefono contacto",
            "fono contacto",
            "numero contacto",
            "telefono celular",
            "telefono movil",
            "whatsapp",
            "primary phone",
            "telefono 1",
            "telefono 2",
            "fono 1",
            "fono 2",
            "celular 1",
            "celular 2",
            "telefono fijo",
            "telefono emergencia",
            "contacto",
            "numero telefono",
            "n telefono",
            "nro telefono",
            "telefonos contacto",
        ],
    ),
    (Field::Relationship, &["parentesco", "vinculo", "relacion", "relation"]),
    (Field::Remark, &["obs", "observacion", "observaciones", "comentario", "comentarios", "nota al margen", "detalle"]),
    (
        Field::Useless,
        &[
            "n",
            "no",
            "nro",
            "num",
            "numero",
            "lista",
            "n lista",
            "nro lista",
            "numero lista",
            "orden",
            "n orden",
            "item",
            "correlativo",
            "matricula",
            "n matricula",
            "nro matricula",
            "numero matricula",
            "profesor jefe",
        ],
    ),
    (Field::Ethnicity, &["codigo etnia", "cod etnia", "etnia", "race"]),
    (
        Field::Address,
        &[
            "direccion",
            "comuna residencia",
            "codigo comuna residencia",
            "domicilio",
            "comuna",
            "student address",
            "nom com alu",
            "cod com alu",
            "poblacion",
            "sector",
        ],
    ),
];
