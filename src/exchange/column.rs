//! The columns that are known, and every way in which their headers are written: one table for all kinds.
//! Never binds by position.

use csv::StringRecord;

/// A column that some kind of table reads or leaves out on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Column {
    /// School year.
    Year,
    /// Month of the school year.
    Month,
    /// School.
    Rbd,
    /// Check digit of the school.
    RbdDigit,
    /// Name of the school.
    SchoolName,
    /// Commune of the school.
    SchoolCommune,
    /// Code of teaching.
    TeachingCode,
    /// Code of grade, which means something only with the code of teaching.
    GradeCode,
    /// The grade in words.
    GradeName,
    /// Letter of the course.
    Letter,
    /// The Ministry's mask of the RUN.
    Mrun,
    /// RUN or IPE.
    Run,
    /// Check digit of the RUN.
    RunDigit,
    /// Given names.
    GivenNames,
    /// Father's surname.
    PaternalSurname,
    /// Mother's surname.
    MaternalSurname,
    /// Gender.
    Gender,
    /// Birth as year and month.
    BirthMonth,
    /// Birth as a date.
    BirthDate,
    /// Days attended in the month.
    DaysAttended,
    /// Days held in the month.
    DaysHeld,
    /// Rate of the month, 0 to 1.
    MonthRate,
    /// Attendance of the year in percent.
    YearPercent,
    /// Final average.
    Average,
    /// Mail.
    Email,
    /// Phone.
    Phone,
    /// Mobile phone.
    Mobile,
    /// When the student joined the course.
    EnrolledOn,
    /// When the student left.
    WithdrawnOn,
    /// Home address: never read.
    Address,
    /// Home commune: never read.
    HomeCommune,
    /// Ethnic group: never read.
    Ethnicity,
}

/// Column, its header in the official table, and all its spellings after [`fold`].
const COLUMNS: &[(Column, &str, &[&str])] = &[
    (Column::Year, "AGNO", &["agno", "ano"]),
    (Column::Month, "MES_ESCOLAR", &["mes escolar"]),
    (Column::Rbd, "RBD", &["rbd"]),
    (Column::RbdDigit, "DGV_RBD", &["dgv rbd"]),
    (Column::SchoolName, "NOM_RBD", &["nom rbd"]),
    (Column::SchoolCommune, "NOM_COM_RBD", &["nom com rbd"]),
    (Column::TeachingCode, "COD_ENSE", &["cod ense", "cod tipo ensenanza", "tipo ensenanza"]),
    (Column::GradeCode, "COD_GRADO", &["cod grado"]),
    (Column::GradeName, "Desc Grado", &["desc grado"]),
    (Column::Letter, "LET_CUR", &["let cur", "letra curso"]),
    (Column::Mrun, "MRUN", &["mrun"]),
    (Column::Run, "Run", &["run", "rut"]),
    (Column::RunDigit, "Dígito Ver.", &["digito ver", "digito verificador", "dv"]),
    (Column::GivenNames, "Nombres", &["nombres", "nombre"]),
    (Column::PaternalSurname, "Apellido Paterno", &["apellido paterno"]),
    (Column::MaternalSurname, "Apellido Materno", &["apellido materno"]),
    (Column::Gender, "GEN_ALU", &["gen alu", "genero", "sexo"]),
    (Column::BirthMonth, "FEC_NAC_ALU", &["fec nac alu"]),
    (Column::BirthDate, "Fecha Nacimiento", &["fecha nacimiento"]),
    (Column::DaysAttended, "DIAS_ASISTIDOS", &["dias asistidos"]),
    (Column::DaysHeld, "DIAS_TRABAJADOS", &["dias trabajados"]),
    (Column::MonthRate, "ASIS_PROMEDIO", &["asis promedio"]),
    (Column::YearPercent, "%Asistenca", &["asistenca", "asistencia"]),
    (Column::Average, "Promedio Final", &["promedio final"]),
    (Column::Email, "Email", &["email", "e mail"]),
    (Column::Phone, "Telefono", &["telefono"]),
    (Column::Mobile, "Celular", &["celular"]),
    (Column::EnrolledOn, "Fecha Incorporación Curso", &["fecha incorporacion curso"]),
    (Column::WithdrawnOn, "Fecha Retiro", &["fecha retiro"]),
    (Column::Address, "Dirección", &["direccion"]),
    (Column::HomeCommune, "Comuna Residencia", &["comuna residencia"]),
    (Column::Ethnicity, "Código Etnia", &["codigo etnia", "cod etnia"]),
];

impl Column {
    /// Its header in the official table, to be shown to a person as it stands there.
    pub fn header(self) -> &'static str {
        COLUMNS.iter().find(|(column, ..)| *column == self).map_or("", |(_, header, _)| header)
    }

    /// The column that a header names, whatever its case, accents and spacing.
    pub fn from_header(written: &str) -> Option<Self> {
        let folded = fold(written);
        COLUMNS.iter().find(|(.., names)| names.contains(&folded.as_str())).map(|(column, ..)| *column)
    }
}

/// A header without case and accents, its words parted by single spaces.
fn fold(written: &str) -> String {
    let plain = crate::rules::spelling::fold(written);
    let words = plain.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// Where each column stands in one file.
#[derive(Debug, Clone, Default)]
pub struct Binding {
    /// By the column's place in the declaration: asked several times for each of some 300,000 rows.
    places: [Option<usize>; COLUMNS.len()],
    /// Cells up to the last header that says something.
    pub width: usize,
    /// Whether a column appears twice; the first is bound.
    pub repeated: bool,
}

impl Binding {
    /// Binds what is known of a header row.
    pub fn of(header: &StringRecord) -> Self {
        let mut binding = Self::default();
        for (place, written) in header.iter().enumerate() {
            if written.trim().is_empty() {
                continue;
            }
            binding.width = place + 1;
            let Some(column) = Column::from_header(written) else { continue };
            match binding.places.get_mut(column as usize) {
                Some(free @ None) => *free = Some(place),
                _ => binding.repeated = true,
            }
        }
        binding
    }

    /// The place of a column, from 0.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places.get(column as usize).copied().flatten()
    }

    /// Whether the file has the column.
    pub fn has(&self, column: Column) -> bool {
        self.place(column).is_some()
    }

    /// Those of `required` that the file lacks.
    pub fn missing(&self, required: &[Column]) -> Vec<Column> {
        required.iter().copied().filter(|column| !self.has(*column)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_official_header_finds_its_own_column() {
        for (place, (column, header, names)) in COLUMNS.iter().enumerate() {
            assert_eq!(*column as usize, place, "the table follows the declaration");
            assert_eq!(Column::from_header(header), Some(*column), "{header}");
            assert_eq!(column.header(), *header);
            for name in *names {
                assert_eq!(fold(name), *name, "a spelling that can never match");
                assert_eq!(Column::from_header(name), Some(*column), "{name} names two columns");
            }
        }
    }

    #[test]
    fn case_accents_and_spacing_do_not_matter() {
        for written in ["Dígito Ver.", "DIGITO VER", "  dígito   ver. ", "DI\u{301}GITO_VER."] {
            assert_eq!(Column::from_header(written), Some(Column::RunDigit), "{written}");
        }
        assert_eq!(Column::from_header("%Asistenca"), Some(Column::YearPercent));
        assert_eq!(Column::from_header("Observaciones"), None);
    }

    #[test]
    fn a_binding_knows_its_width_without_trailing_separators() {
        let binding = Binding::of(&StringRecord::from(vec!["MRUN", "", "rbd", "RBD", "otra", "", " "]));
        assert_eq!((binding.place(Column::Mrun), binding.place(Column::Rbd), binding.width), (Some(0), Some(2), 5));
        assert!(binding.repeated);
        assert_eq!(binding.missing(&[Column::Rbd, Column::Year]), [Column::Year]);
    }
}
