//! The codes of a reading in words: kinds, containers, doubts, what was skipped and rejected.

use crate::{
    exchange::codes::{Container, Doubt, Kind, Note, Reason, ResolvedBy, Skip},
    text::{Both, both},
};

/// What a table is about.
pub const fn kind(kind: Kind) -> Both {
    match kind {
        Kind::Roster => both("nómina", "list of students"),
        Kind::Attendance => both("asistencia", "attendance"),
        Kind::MonthlyAttendance => both("asistencia mensual", "attendance by month"),
        Kind::AnnualAttendance => both("asistencia anual", "attendance of the year"),
        Kind::DailyAttendance => both("asistencia diaria", "daily attendance"),
        Kind::Rendimiento => both("rendimiento", "results of the year"),
        Kind::Enrolment => both("matrícula", "enrolment"),
        Kind::Grades => both("notas", "grades"),
        Kind::Contacts => both("contactos y apoderados", "contacts and guardians"),
        Kind::Outcome => both("situación final", "final situation"),
        Kind::Engagement => both("participación", "engagement"),
        Kind::SchoolTotals => both("cifras por escuela", "figures of schools"),
    }
}

/// What holds a table.
pub const fn container(container: Container) -> Both {
    match container {
        Container::Csv => both("texto", "text"),
        Container::Xlsx => both("planilla .xlsx", ".xlsx workbook"),
        Container::Xls => both("planilla .xls", ".xls workbook"),
        Container::Ods => both("planilla .ods", ".ods workbook"),
        Container::Html => both("página web", "web page"),
    }
}

/// Why a row is no record.
pub const fn skip(skip: Skip) -> Both {
    match skip {
        Skip::Title => both("título sobre la tabla", "title above the table"),
        Skip::Blank => both("fila en blanco", "blank row"),
        Skip::Section => both("nombre de un curso", "name of a course"),
        Skip::HeaderLevel1 => both("primera fila del encabezado doble", "first row of the double header"),
        Skip::RepeatedHeader => both("encabezado repetido", "repeated header"),
        Skip::Total => both("total o promedio", "total or average"),
        Skip::Footer => both("nota o firma al pie", "note or signature below"),
        Skip::Sep => both("línea que dice el separador", "line that says the separator"),
    }
}

/// Which of several rows of one student stayed.
pub const fn resolved(how: ResolvedBy) -> Both {
    match how {
        ResolvedBy::Identical => {
            both("estudiante repetido, con lo mismo: quedó una fila", "student twice, with the same: one row stayed")
        }
        ResolvedBy::Enrolled => both(
            "estudiante repetido: quedó la fila en que sigue matriculado",
            "student twice: the row in which they are enrolled stayed",
        ),
        ResolvedBy::Last => both("estudiante repetido: quedó la última fila", "student twice: the last row stayed"),
        ResolvedBy::MoreDays => {
            both("estudiante repetido: quedó la fila con más días", "student twice: the row with more days stayed")
        }
    }
}

/// What was doubted or repaired.
pub const fn doubt(doubt: Doubt) -> Both {
    match doubt {
        Doubt::EmailInvalid => both("correo imposible: quedó vacío", "impossible mail address: left empty"),
        Doubt::RunDigitWrong => both(
            "el dígito no corresponde al RUN: quedó como está escrito",
            "the check digit does not belong to the RUN: kept as written",
        ),
        Doubt::RunWithoutDigit => both("RUN sin dígito: se calculó", "RUN without check digit: computed"),
        Doubt::RunMissing => both("estudiante sin RUN", "student without RUN"),
        Doubt::RunDuplicate => both("RUN repetido: quedó otra fila", "RUN twice: another row stayed"),
        Doubt::RunDuplicateConflict => both(
            "RUN repetido con datos distintos: quedó la última fila",
            "RUN twice with different data: the last row stayed",
        ),
        Doubt::MrunDuplicate => both("MRUN repetido: quedó otra fila", "MRUN twice: another row stayed"),
        Doubt::DateInvalid => both("fecha imposible: quedó vacía", "impossible date: left empty"),
        Doubt::DateFuture => both("fecha futura: quedó vacía", "date in the future: left empty"),
        Doubt::GradeWithoutComma => both("nota sin coma (56 es 5,6)", "grade without its comma (56 is 5.6)"),
        Doubt::GradeOutOfRange => both("nota fuera de 1,0 a 7,0: quedó vacía", "grade outside 1.0 to 7.0: left empty"),
        Doubt::PhoneDigitsLost => {
            both("teléfono con cifras perdidas: quedó vacío", "telephone that lost digits: left empty")
        }
        Doubt::RowShort => both("fila más corta: lo que falta no se sabe", "short row: what is missing is unknown"),
        Doubt::ExtraColumns => both(
            "algo escrito después de la última columna: no se leyó",
            "something written beyond the last column: not read",
        ),
        Doubt::RowDoubleQuoted => both("fila entera entre comillas: se separó", "whole row in quotes: taken apart"),
        Doubt::MojibakeRepaired => {
            both("letras rotas (Ã±): se recompusieron", "broken letters (Ã±): put together again")
        }
        Doubt::TotalMismatch => {
            both("un total del archivo no es la suma de sus filas", "a total of the file is not the sum of its rows")
        }
        Doubt::HiddenSheetIgnored => {
            both("hoja oculta con una tabla: no se leyó", "hidden sheet with a table: not read")
        }
        Doubt::DaysMissing => both("sin días: la asistencia no se sabe", "no days: the attendance is unknown"),
        Doubt::RateContradictsDays => both(
            "el porcentaje no es el que dan los días: valen los días",
            "the percent is not what the days give: the days stand",
        ),
        Doubt::CourseUnknown => both("curso que no se entiende", "course that is not understood"),
        Doubt::GenderUnknown => both("género que no se entiende", "gender that is not understood"),
        Doubt::AttendanceOutOfRange => {
            both("asistencia fuera de 0 a 100: quedó vacía", "attendance outside 0 to 100: left empty")
        }
        Doubt::MarkUnknown => both("marca de asistencia que no se conoce", "mark of attendance that is not known"),
        Doubt::OutcomeUnknown => both("situación final que no se conoce", "final situation that is not known"),
        Doubt::NotANumber => both("no es un número: quedó vacío", "no number: left empty"),
    }
}

/// Why a row cannot be used.
pub const fn reason(reason: Reason) -> Both {
    match reason {
        Reason::RowShort => both("la fila se corta antes de lo necesario", "the row ends before what is needed"),
        Reason::RowLong => {
            both("más celdas que columnas: valores corridos", "more cells than columns: values have moved")
        }
        Reason::QuoteUnclosed => both("una comilla no se cierra", "a quote is not closed"),
        Reason::RbdMissing => both("no dice de qué escuela es", "it does not say which school"),
        Reason::RbdInvalid => both("el RBD no es un número posible", "the RBD is no possible number"),
        Reason::MrunMissing | Reason::RunMissing => {
            both("no dice de qué estudiante es", "it does not say which student")
        }
        Reason::MrunInvalid => both("el MRUN no es un número", "the MRUN is not a number"),
        Reason::RunInvalid => both("el RUN no es posible", "the RUN is not possible"),
        Reason::YearOutOfRange => both("el año falta o no es posible", "the year is missing or not possible"),
        Reason::MonthOutOfRange => both("el mes falta o no es posible", "the month is missing or not possible"),
        Reason::DaysNotANumber => both("los días no son un número entero", "the days are not a whole number"),
        Reason::DaysOutOfRange => both("más días que los de un mes", "more days than a month has"),
        Reason::MoreAttendedThanHeld => both("más días asistidos que trabajados", "more days attended than held"),
        Reason::NotebookMissing => both("su escuela no tiene cuaderno", "its school has no notebook"),
        Reason::NotebookClosed => {
            both("el cuaderno de su escuela no se puede cambiar", "its school's notebook cannot be changed")
        }
        Reason::StudentUnclear => both(
            "puede ser un estudiante ya conocido: sólo una persona puede decirlo",
            "may be a known student: only a person can say",
        ),
    }
}

/// What concerns the file as a whole.
pub const fn note(note: Note) -> Both {
    match note {
        Note::EthnicityDropped => both("etnia: dato sensible que no se usa", "ethnic group: sensitive, and not used"),
        Note::AddressDropped => both("dirección: aquí nada la necesita", "home address: nothing here needs it"),
        Note::LettersLost => both(
            "algunas letras no se pudieron leer: guarda como CSV UTF-8",
            "some letters could not be read: save as CSV UTF-8",
        ),
        Note::ColumnRepeated => both("una columna repetida: vale la primera", "a column twice: the first counts"),
        Note::RbdDigitWrong => both(
            "el dígito de un RBD no corresponde: vale el número",
            "the digit of an RBD does not belong: the number counts",
        ),
    }
}
