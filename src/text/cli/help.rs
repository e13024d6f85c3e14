//! The help of every command and option, by the names that the command line has for them.

use crate::text::{Both, both};

/// What stands above the usage line.
pub const USAGE: Both = both("Uso:", "Usage:");
/// Heading of the list of commands.
pub const COMMANDS: Both = both("Comandos", "Commands");
/// Heading of what a command takes.
pub const ARGUMENTS: Both = both("Argumentos", "Arguments");
/// Heading of a command's own options.
pub const OPTIONS: Both = both("Opciones", "Options");
/// Heading of the options that every command has.
pub const COMMON: Both = both("Opciones de todos los comandos", "Options of every command");
/// What the list of commands shows in the place of a command.
pub const COMMAND: Both = both("COMANDO", "COMMAND");

/// What a command does; `tep` is the program itself.
pub fn about(command: &str) -> Option<Both> {
    Some(match command {
        "tep" => both(
            "TEP Notebook: el cuaderno en que los equipos de las escuelas mantienen a cada estudiante en su trayectoria.\n\nSin comando abre el último cuaderno, o el estante con los cuadernos de la carpeta. La primera vez, empieza con «tep tutor».",
            "TEP Notebook: the notebook in which school teams keep every student on their educational path.\n\nWithout a command it opens the last notebook, or the shelf with the notebooks of the folder. The first time, begin with “tep tutor”.",
        ),
        "open" => both("Abre el cuaderno de una escuela", "Open the notebook of a school"),
        "new" => both("Crea el cuaderno de una escuela", "Make the notebook of a school"),
        "list" => both("Lista los cuadernos de la carpeta", "List the notebooks of the folder"),
        "show" => both("Muestra un cuaderno, sin nombres", "Show a notebook, without names"),
        "students" => both("Lista a quién seguir, con motivos", "List whom to follow, with reasons"),
        "runchart" => both(
            "Dice si una serie cambió más de lo que cambia por azar",
            "Say whether a series changed more than chance makes it",
        ),
        "contacts" => both("Muestra la tasa y el análisis de contactos", "Show the contact rate and analysis"),
        "log" => both("Muestra quién cambió qué y cuándo", "Show who changed what, and when"),
        "backups" => both("Lista los respaldos de un cuaderno", "List the backups of a notebook"),
        "restore" => both("Repone un respaldo de un cuaderno", "Put a backup of a notebook back"),
        "doctor" => both(
            "Revisa este equipo y los cuadernos, sin cambiar nada",
            "Look over this machine and the notebooks, changing nothing",
        ),
        "import" => both(
            "Lleva planillas del Ministerio, de SIGE o de la escuela a los cuadernos",
            "Take tables of the Ministry, of SIGE or of the school into the notebooks",
        ),
        "cycle" => both(
            "Muestra un ciclo: teoría, acciones, aprendizajes, indicadores",
            "Show a cycle: theory, actions, learnings, indicators",
        ),
        "worksheet" => both("Imprime la hoja de trabajo de un paso", "Print the worksheet of a step"),
        "questions" => both("Imprime las preguntas guía, para editarlas", "Print the guiding questions, to edit them"),
        "compare" => both("Pone dos ciclos lado a lado", "Put two cycles side by side"),
        "handover" => both(
            "Traspasa estudiantes a la escuela que los recibe",
            "Hand students over to the school that receives them",
        ),
        "inspect" => both(
            "Muestra qué se entiende de un archivo, sin cuaderno",
            "Show what is understood of a file, without a notebook",
        ),
        "validate" => {
            both("Compara las señales con lo que de verdad ocurrió", "Compare the flags with what really happened")
        }
        "tutor" => both(
            "Enseña un ciclo entero en diez minutos, haciéndolo",
            "Teach a whole cycle in ten minutes, by doing it",
        ),
        "demo" => both(
            "Crea y abre una alianza de práctica con datos inventados",
            "Make and open a practice alliance with invented data",
        ),
        "keys" => both("Muestra las teclas de cada lugar", "Show the keys of every place"),
        "schema" => both("Muestra el JSON Schema de un cuaderno", "Print the JSON Schema of a notebook"),
        "completions" => both("Genera el autocompletado para una terminal", "Print the completions script of a shell"),
        "help" => both("Muestra la ayuda de un comando", "Show the help of a command"),
        _ => return None,
    })
}

/// How a command is written, after the name of the program.
pub fn usage(command: &str) -> Option<Both> {
    Some(match command {
        "tep" => both("[OPCIONES] [COMANDO]", "[OPTIONS] [COMMAND]"),
        "open" => both("ESCUELA", "SCHOOL"),
        "new" => both("RBD --name NOMBRE [--commune COMUNA]", "RBD --name NAME [--commune COMMUNE]"),
        "list" | "keys" => both("[--json]", "[--json]"),
        "show" => both("ESCUELA [--json] [--names]", "SCHOOL [--json] [--names]"),
        "students" => both(
            "ESCUELA [--flagged] [--as-of FECHA] [--scale ESCALA] [--json]",
            "SCHOOL [--flagged] [--as-of DATE] [--scale SCALE] [--json]",
        ),
        "runchart" => both(
            "ARCHIVO|ESCUELA [--weekly] [--rules REGLAS] [--baseline N] [--json]",
            "FILE|SCHOOL [--weekly] [--rules RULES] [--baseline N] [--json]",
        ),
        "contacts" => both("ESCUELA [--days N] [--as-of FECHA] [--json]", "SCHOOL [--days N] [--as-of DATE] [--json]"),
        "log" => both("ESCUELA [--json] [--values] [--names]", "SCHOOL [--json] [--values] [--names]"),
        "backups" => both("ESCUELA [--json]", "SCHOOL [--json]"),
        "restore" => both("ESCUELA CUÁL [--dry-run] [--json]", "SCHOOL WHICH [--dry-run] [--json]"),
        "doctor" => both("[ESCUELA] [--json]", "[SCHOOL] [--json]"),
        "import" => both(
            "ARCHIVO… [--into ESCUELA] [--create] [--year AÑO] [--same | --different] [--dry-run] [--json]",
            "FILE… [--into SCHOOL] [--create] [--year YEAR] [--same | --different] [--dry-run] [--json]",
        ),
        "cycle" => both(
            "ESCUELA [--number N] [--as-of FECHA] [--drivers text|dot | --json]",
            "SCHOOL [--number N] [--as-of DATE] [--drivers text|dot | --json]",
        ),
        "worksheet" => both(
            "ESCUELA --step N [--number N | --blank] [--as-of FECHA]",
            "SCHOOL --step N [--number N | --blank] [--as-of DATE]",
        ),
        "compare" => both("ESCUELA A B [--as-of FECHA] [--json]", "SCHOOL A B [--as-of DATE] [--json]"),
        "handover" => both(
            "ESCUELA (ESTUDIANTE | --grade NIVEL) (--output ARCHIVO [--to RBD] [--say PREGUNTA=TEXTO]… [--sealed] | --confirm) [--json]",
            "SCHOOL (STUDENT | --grade GRADE) (--output FILE [--to RBD] [--say PROMPT=TEXT]… [--sealed] | --confirm) [--json]",
        ),
        "inspect" => both("ARCHIVO [--json]", "FILE [--json]"),
        "validate" => both("ARCHIVO… [--capacity N] [--json]", "FILE… [--capacity N] [--json]"),
        "tutor" => both("[--again]", "[--again]"),
        "demo" => both("[--dir CARPETA] [--no-open]", "[--dir DIR] [--no-open]"),
        "schema" | "questions" => both("", ""),
        "completions" => both("TERMINAL", "SHELL"),
        "help" => both("[COMANDO]", "[COMMAND]"),
        _ => return None,
    })
}

/// What an argument or an option does, by its id.
pub fn arg(id: &str) -> Option<Both> {
    Some(match id {
        "school" => both(
            "La escuela: su RBD con o sin dígito, un archivo, o una parte de su nombre que no se repita",
            "The school: its RBD with or without digit, a file, or a part of its name that no other school has",
        ),
        "rbd" => both("El RBD de la escuela, con o sin dígito", "The school's RBD, with or without digit"),
        "name" => both("El nombre de la escuela", "The school's name"),
        "commune" => both("La comuna de la escuela", "The school's commune"),
        "json" => both("Escribe JSON para otros programas", "Print JSON for other programs"),
        "names" => both(
            "Muestra también nombres y RUN: hazlo sólo donde nadie más mira",
            "Show names and RUN too: only where nobody else is looking",
        ),
        "flagged" => both("Sólo estudiantes con señal", "Only students with a flag"),
        "as_of" => both(
            "Como si ese día fuera hoy: 2026-05-31 (si no, hoy)",
            "As if that day were today: 2026-05-31 (else today)",
        ),
        "days" => both(
            "Cuántos días se miran hacia atrás, el último incluido (14 si no se dice)",
            "How many days to look back, the last one counted in (14 unless said)",
        ),
        "scale" => both(
            "La escala de los tramos: mineduc o agencia (si no, mineduc)",
            "The scale of the bands: mineduc or agencia (else mineduc)",
        ),
        "which" => both(
            "El respaldo: su nombre, el comienzo de él, o su número, donde 1 es el más nuevo",
            "The backup: its name, the beginning of it, or its number, where 1 is the newest",
        ),
        "values" => both(
            "Muestra también qué decía cada campo antes y después; lo que identifica a una persona, sólo con --names",
            "Show too what each field said before and after; what identifies a person only with --names",
        ),
        "files" => both(
            "Los archivos: nóminas, asistencia, notas, contactos, situación final y otras tablas de estudiantes",
            "The files: rosters, attendance, grades, contacts, ends of year and other tables of students",
        ),
        "into" => both(
            "La escuela de las filas que no dicen la suya; de las demás filas se usan sólo las de esa escuela",
            "The school of rows that do not say theirs; of the others only those of that school are used",
        ),
        "year" => both(
            "El año escolar de las filas que no lo dicen; si falta, el de hoy",
            "The school year of rows that do not say it; without it, that of today",
        ),
        "same" => both(
            "Lo que sólo coincide en nombre, nacimiento y curso es la misma persona",
            "What is alike only in name, birth and course is the same person",
        ),
        "different" => both(
            "Lo que sólo coincide en nombre, nacimiento y curso es otra persona",
            "What is alike only in name, birth and course is another person",
        ),
        "file" => both(
            "El archivo: CSV, Excel, LibreOffice o una tabla de SIGE",
            "The file: CSV, Excel, LibreOffice or a table of SIGE",
        ),
        "capacity" => both(
            "A cuántos de cada 100 estudiantes se puede seguir (10 si no se dice)",
            "How many of every 100 students can be followed (10 unless said)",
        ),
        "create" => both(
            "Crea los cuadernos de las escuelas que aún no tienen uno",
            "Make the notebooks of schools that have none yet",
        ),
        "dry_run" => both("Dice qué pasaría y no escribe nada", "Say what would happen and write nothing"),
        "again" => both("Empieza con una copia nueva", "Begin with a fresh copy"),
        "no_open" => both("Sólo crea la alianza, sin abrirla", "Only make the alliance, without opening it"),
        "shell" => both(
            "La terminal: bash, elvish, fish, powershell o zsh",
            "The shell: bash, elvish, fish, powershell or zsh",
        ),
        "topic" => both("El comando", "The command"),
        other => return arg_of_work(other),
    })
}

/// The same for what is done with students and cycles.
fn arg_of_work(id: &str) -> Option<Both> {
    Some(match id {
        "series" => both(
            "Un archivo con un valor por línea (en blanco: falta), o una escuela: su asistencia mensual",
            "A file with one value a line (blank: missing), or a school: its attendance by month",
        ),
        "rules" => both(
            "Las reglas: anhoej o classic (si no, las del cuaderno; para un archivo, anhoej)",
            "The rules: anhoej or classic (else those of the notebook; for a file, anhoej)",
        ),
        "weekly" => both(
            "La asistencia de la escuela por semana (donde se importaron planillas diarias)",
            "The attendance of the school by week (where daily grids were imported)",
        ),
        "baseline" => both(
            "La mediana es la de los primeros N valores (si no, la de todos; en una escuela, su línea base)",
            "The median is that of the first N values (else of all; of a school, its baseline)",
        ),
        "drivers" => both(
            "Sólo el árbol de impulsores, como texto o como grafo (DOT)",
            "Only the driver tree, as text or as a graph (DOT)",
        ),
        "number" => both("El número del ciclo; sin él, el último", "The number of the cycle; without it, the last one"),
        "step" => both("El paso, de 1 a 5", "The step, from 1 to 5"),
        "blank" => both("Sin lo escrito: una hoja para llenar a mano", "Without what is written: to be filled by hand"),
        "first" => both("El número del primer ciclo", "The number of the first cycle"),
        "second" => both("El número del segundo ciclo", "The number of the second cycle"),
        "student" => both(
            "El estudiante: el código que muestra la lista, o su RUN",
            "The student: the code that the list shows, or the RUN",
        ),
        "grade" => both(
            "Todo un nivel en vez de un estudiante, por ejemplo 8B; entonces -o es una carpeta",
            "A whole grade instead of one student, such as 8B; then -o is a folder",
        ),
        "output" => {
            both("Dónde escribir; lo que existe no se reemplaza", "Where to write; what exists is not replaced")
        }
        "to" => both("El RBD de la escuela que recibe", "The RBD of the receiving school"),
        "say" => both(
            "Lo que se quiere contar, empezando por las fortalezas: strengths, connect, peers, community, family, other",
            "What one wants to pass on, strengths first: strengths, connect, peers, community, family, other",
        ),
        "sealed" => both(
            "Sella el archivo con una frase de paso, que se pide (o la primera línea de la entrada)",
            "Seal the file with a passphrase, which is asked for (or the first line of the input)",
        ),
        "confirm" => both("La escuela que recibe confirmó que llegó", "The receiving school has confirmed the arrival"),
        other => return common(other),
    })
}

fn common(id: &str) -> Option<Both> {
    Some(match id {
        "dir" => both(
            "La carpeta de los cuadernos (también con la variable TEP_DIR)",
            "The folder of the notebooks (also with the variable TEP_DIR)",
        ),
        "lang" => both("El idioma: es o en", "The language: es or en"),
        "ascii" => {
            both("Usa sólo letras y signos ASCII en la pantalla", "Use only ASCII letters and signs on the screen")
        }
        "private" => {
            both("Pantalla propia: los nombres se ven siempre", "A screen of one's own: names are always shown")
        }
        "plain" => both("Sin colores (también con NO_COLOR)", "No colours (also with NO_COLOR)"),
        "help" => both("Muestra esta ayuda", "Show this help"),
        "version" => both("Muestra la versión", "Show the version"),
        _ => return None,
    })
}

/// What stands for the value of an argument or option, by its id; none where it takes no value.
pub fn value(id: &str) -> Option<Both> {
    Some(match id {
        "school" | "into" => both("ESCUELA", "SCHOOL"),
        "as_of" => both("FECHA", "DATE"),
        "scale" => both("ESCALA", "SCALE"),
        "which" => both("CUÁL", "WHICH"),
        "rbd" | "to" => both("RBD", "RBD"),
        "name" => both("NOMBRE", "NAME"),
        "commune" => both("COMUNA", "COMMUNE"),
        "files" | "file" | "output" => both("ARCHIVO", "FILE"),
        "year" => both("AÑO", "YEAR"),
        "first" => both("A", "A"),
        "second" => both("B", "B"),
        "shell" => both("TERMINAL", "SHELL"),
        "student" => both("ESTUDIANTE", "STUDENT"),
        "grade" => both("NIVEL", "GRADE"),
        "say" => both("PREGUNTA=TEXTO", "PROMPT=TEXT"),
        "capacity" | "days" | "number" | "step" | "baseline" => both("N", "N"),
        "drivers" => both("FORMA", "FORM"),
        "series" => both("ARCHIVO|ESCUELA", "FILE|SCHOOL"),
        "rules" => both("REGLAS", "RULES"),
        "topic" => COMMAND,
        "dir" => both("CARPETA", "DIR"),
        "lang" => both("IDIOMA", "LANG"),
        _ => return None,
    })
}

/// What stands under the help of a command.
pub fn after(command: &str) -> Option<Both> {
    Some(match command {
        "tep" => both(
            "Ejemplos:\n  tep tutor                                  aprender un ciclo entero, haciéndolo\n  tep demo                                   practicar con doce escuelas inventadas\n  tep import asistencia_abril.csv --create   crear cuadernos desde el archivo del Ministerio\n  tep list                                   ver los cuadernos de la carpeta\n  tep open 12669-1                           abrir una escuela por su RBD\n  tep open \"los ulmos\"                       … o por una parte de su nombre\n  tep show 12669 --json                      un cuaderno para otros programas, sin nombres\n\nTermina con 0 si se hizo, 1 si la respuesta es no o los datos tienen problemas, 2 si el comando está mal escrito y 3 si no se pudo leer o escribir.",
            "Examples:\n  tep tutor                                  learn a whole cycle by doing it\n  tep demo                                   practise with twelve invented schools\n  tep import attendance_april.csv --create   make notebooks from the Ministry's file\n  tep list                                   see the notebooks of the folder\n  tep open 12669-1                           open a school by its RBD\n  tep open \"los ulmos\"                       … or by a part of its name\n  tep show 12669 --json                      a notebook for other programs, without names\n\nEnds with 0 if done, 1 if the answer is no or the data have problems, 2 if the command is written wrongly, and 3 if something could not be read or written.",
        ),
        "import" => both(
            "Ejemplos:\n  tep import abril.csv --create --dry-run   mirar antes qué haría\n  tep import abril.csv --create             hacerlo\n  tep import notas_7A.xlsx --into 12669     una planilla que no dice de qué escuela es\n\nImportar dos veces el mismo archivo no cambia nada.",
            "Examples:\n  tep import april.csv --create --dry-run   look first at what it would do\n  tep import april.csv --create             do it\n  tep import grades_7A.xlsx --into 12669    a table that does not say which school it is of\n\nImporting the same file twice changes nothing.",
        ),
        "inspect" => both(
            "Ejemplos:\n  tep inspect nomina.xls           qué columnas se entienden, qué se reparó y qué se dejó fuera\n  tep inspect nomina.xls --json    cada registro, para otros programas (con nombres: es tu propio archivo)\n\nNo lee ni cambia ningún cuaderno. Termina con 0 si se pudo leer, 1 si no es una tabla que se entienda y 3 si el archivo no se pudo abrir.",
            "Examples:\n  tep inspect list.xls           which columns are understood, what was repaired and what was left out\n  tep inspect list.xls --json    every record, for other programs (with names: it is your own file)\n\nIt neither reads nor changes a notebook. Ends with 0 if it could be read, 1 if it is no table that is understood, and 3 if the file could not be opened.",
        ),
        "validate" => both(
            "Ejemplos:\n  tep validate rendimiento_2024.csv                       ¿quién repite?, por regla\n  tep validate rendimiento_2022.csv matricula_2023.csv    ¿quién no sigue matriculado?, también por escuela\n  tep validate marzo.csv … rendimiento.csv matricula.csv  … con la asistencia hasta el mes que se dé\n  tep validate 12669*.tep.json                            lo que recuerdan los cuadernos\n\nTodo junto, nunca por escuela; con menos de 30 casos dice «insuficiente» y cuántos bastarían. Con --json: rows, positives, base_rate y rules (rule, flagged, tp, fp, fn, precision, recall, lift, auc, auc_low, auc_high; absence no tiene umbral y por eso sólo auc), outcome (failed, dropout, in_year_dropout, not_seen_again), capacity, left_out, y dropout y withdrawal por escuela y grado. Si varias preguntas tienen respuesta, arriba va la última de esa serie y todas están en outcomes.",
            "Examples:\n  tep validate rendimiento_2024.csv                      who repeats, rule by rule\n  tep validate rendimiento_2022.csv matricula_2023.csv   who is not enrolled any more, by school too\n  tep validate march.csv … rendimiento.csv enrolment.csv … with attendance up to the month that is given\n  tep validate 12669*.tep.json                           what the notebooks remember\n\nAll together, never by school; under 30 cases it says “not enough” and how many would do. With --json: rows, positives, base_rate and rules (rule, flagged, tp, fp, fn, precision, recall, lift, auc, auc_low, auc_high; absence has no threshold and therefore auc only), outcome (failed, dropout, in_year_dropout, not_seen_again), capacity, left_out, and dropout and withdrawal by school and grade. Where several questions have an answer, the weightiest stands at the top and all are in outcomes.",
        ),
        "students" => both(
            "Ejemplos:\n  tep students 12669                      la lista, dónde se corta y lo que queda fuera\n  tep students 12669 --flagged --json     quien tiene señal, para otros programas\n  tep students 12669 --as-of 2026-05-31   lo que se sabía a fines de mayo\n\nSin nombres. La lista ordena por número y gravedad de los motivos que se pueden cambiar, después por quién aún no tiene a nadie, después por la baja reciente, después por la menor asistencia; el equipo decide. Con --json, cada estudiante tiene id, code, course, status, attended, held, percent, band, at_edge, days_to_recover, flags (rule, value, threshold, date, source), in_list, followed_up, last_contact y next_date; lo que no se sabe es null.",
            "Examples:\n  tep students 12669                      the list, where it is cut and what stays outside\n  tep students 12669 --flagged --json     who has a flag, for other programs\n  tep students 12669 --as-of 2026-05-31   what was known at the end of May\n\nWithout names. The list is ordered by number and gravity of the reasons that can be changed, then by who has nobody yet, then by the recent fall, then by the lower attendance; the team decides. With --json every student has id, code, course, status, attended, held, percent, band, at_edge, days_to_recover, flags (rule, value, threshold, date, source), in_list, followed_up, last_contact and next_date; what is not known is null.",
        ),
        "runchart" => both(
            "Ejemplos:\n  tep runchart 12669                          la asistencia mensual de una escuela\n  tep runchart 12669 --weekly                 la semanal, donde se importaron planillas diarias\n  tep runchart serie.txt --baseline 8         una serie cualquiera, con línea base congelada\n  tep runchart serie.txt --rules classic      con las reglas clásicas\n\nReglas: anhoej, una racha de más de log2(n)+3 puntos útiles (redondeado) o menos cruces que el cuantil 5 % de Binomial(n−1, ½); classic, 6 puntos útiles seguidos a un lado de la mediana, o un número de rachas cuya probabilidad exacta es a lo más 2,5 % por lado. La tendencia (5 puntos que suben o bajan; los iguales seguidos cuentan una vez) sólo se avisa: nunca es señal. Con menos de 10 valores no se concluye. Los decimales van con coma o punto.\n\nCon --json: n (valores que no faltan), useful (los que no están en la mediana), median (exacta; null sin valores), longest_run (puntos útiles), crossings (cruces de la mediana), shift y trend (si hay 6 y 5 puntos así, con las reglas que sea), signal (según las reglas; false con menos de 10 valores) y conclusion (too_few, none o signal); además rules, baseline, missing (valores que faltan para concluir) y limits; de una escuela, también points, cada uno con month o, con --weekly, con week (el lunes).\n\nTermina con 0 si se pudo calcular, haya señal o no, con 1 si una línea no es un número y con 3 si el archivo no se pudo leer.",
            "Examples:\n  tep runchart 12669                          the attendance of a school by month\n  tep runchart 12669 --weekly                 the same by week, where daily grids were imported\n  tep runchart series.txt --baseline 8        any series, with a frozen baseline\n  tep runchart series.txt --rules classic     by the classic rules\n\nRules: anhoej, a run of more than log2(n)+3 useful points (rounded) or fewer crossings than the 5% quantile of Binomial(n−1, ½); classic, 6 useful points in a row on one side of the median, or a number of runs whose exact chance is 2.5% at most on either side. A trend (5 points up or down; equal neighbours count once) is only told: it is never a signal. With fewer than 10 values nothing is concluded. Decimals have a comma or a point.\n\nWith --json: n (values that are not missing), useful (those that are not on the median), median (exact; null without values), longest_run (useful points), crossings (of the median), shift and trend (whether there are 6 and 5 such points, whatever the rules), signal (by the rules; false with fewer than 10 values) and conclusion (too_few, none or signal); besides, rules, baseline, missing (values that are missing to conclude) and limits; of a school points too, each with its month or, with --weekly, its week (the Monday).\n\nEnds with 0 if it could be computed, signal or not, with 1 if a line is no number, and with 3 if the file could not be read.",
        ),
        "cycle" => both(
            "Ejemplos:\n  tep cycle 12669                 el ciclo abierto, o el último\n  tep cycle 12669 --number 1      el primero, como terminó\n  tep cycle 12669 --json          lo mismo para otros programas\n\nLos indicadores de un ciclo cerrado son los de su último día, con los umbrales de entonces; cada uno lleva su n y, si es una proporción de personas o acciones, su intervalo de 95 % (Wilson). Con --json, theory.fate es maintained, adjusted, replaced u open; actions tiene by_status, by_fate (adopt, adapt, abandon, open) y by_scope; lo que no se sabe es null. Sin nombres.",
            "Examples:\n  tep cycle 12669                 the open cycle, or the last one\n  tep cycle 12669 --number 1      the first, as it ended\n  tep cycle 12669 --json          the same for other programs\n\nThe indicators of a closed cycle are those of its last day, by the thresholds of then; each has its n and, where it is a proportion of people or actions, its 95% interval (Wilson). With --json theory.fate is maintained, adjusted, replaced or open; actions has by_status, by_fate (adopt, adapt, abandon, open) and by_scope; what is not known is null. Without names.",
        ),
        "compare" => both(
            "Ejemplos:\n  tep compare 12669 1 2           qué cambió entre el primer ciclo y el segundo\n  tep compare 12669 1 2 --json    lo mismo para otros programas\n\nLa teoría se compara palabra por palabra; los indicadores, en puntos, con el intervalo de 95 % de la diferencia (Newcombe). Con --json: first y second como en «tep cycle», theory_diff y challenge_diff (change: same, removed, added), differences (name, points, low, high).",
            "Examples:\n  tep compare 12669 1 2           what changed between the first cycle and the second\n  tep compare 12669 1 2 --json    the same for other programs\n\nThe theory is compared word by word; indicators in points, with the 95% interval of the difference (Newcombe). With --json: first and second as in “tep cycle”, theory_diff and challenge_diff (change: same, removed, added), differences (name, points, low, high).",
        ),
        "questions" => both(
            "Ejemplo:\n  tep questions > preguntas.txt\n\nEl archivo «preguntas.txt» va en la carpeta de los cuadernos y vale para toda la alianza: lo usan la pantalla, la infografía y las hojas de trabajo. Una línea que no se entiende se avisa y no se usa; «tep doctor» dice cuáles.\n\nAl lado, «temas.txt» agrega temas a los aprendizajes: una línea por tema, «familias: Familias | Families».",
            "Example:\n  tep questions > preguntas.txt\n\nThe file “preguntas.txt” goes into the folder of the notebooks and holds for the whole alliance: the screen, the infographic and the worksheets use it. A line that is not understood is told and not used; “tep doctor” says which.\n\nBeside it “temas.txt” adds themes for learnings: a line for each, “familias: Familias | Families”.",
        ),
        "worksheet" => both(
            "Ejemplos:\n  tep worksheet 12669 --step 2              lo escrito, con líneas donde falta\n  tep worksheet 12669 --step 2 --blank      una hoja para llenar a mano\n  tep worksheet 12669 --step 5 --number 1   el primer ciclo\n\nTexto de 80 columnas, sin nombres: cada estudiante por su código. Trae las preguntas del paso.",
            "Examples:\n  tep worksheet 12669 --step 2              what is written, with lines where something is missing\n  tep worksheet 12669 --step 2 --blank      a sheet to be filled by hand\n  tep worksheet 12669 --step 5 --number 1   the first cycle\n\nText of 80 columns, without names: each student by the code. It has the questions of the step.",
        ),
        "handover" => both(
            "Ejemplos:\n  tep handover 12669 XV-88r -o traspaso.json --to 4560-8 --say strengths=\"Dibuja muy bien\"\n  tep handover 12669 --grade 8B -o traspasos --sealed    8° básico a 1° medio, un archivo por estudiante\n  tep import traspaso.json                               en la escuela que recibe\n  tep handover 12669 XV-88r --confirm                    cuando ella avisa que llegó\n\nViajan asistencia, notas, años, familia, apoyos y lo que se cuenta; no viajan observaciones ni notas de contactos. Hasta que se confirme, queda como traslado sin confirmar. Un archivo sellado se abre también con cualquier programa age.",
            "Examples:\n  tep handover 12669 XV-88r -o handover.json --to 4560-8 --say strengths=\"Draws very well\"\n  tep handover 12669 --grade 8B -o handovers --sealed    8° básico to 1° medio, a file for each student\n  tep import handover.json                               at the receiving school\n  tep handover 12669 XV-88r --confirm                    when it says that they have arrived\n\nAttendance, grades, years, family, supports and what is told travel; remarks and notes of contacts do not. Until it is confirmed the status is transferred, unconfirmed. A sealed file opens with any age program too.",
        ),
        "log" => both(
            "Ejemplos:\n  tep log 12669                     fecha, qué se hizo, quién, y los campos que cambiaron\n  tep log 12669 --values            … y qué decían antes y después\n  tep log \"los ulmos\" --json        lo mismo para otros programas\n\nEl más nuevo va al final. Con --json, cada cambio tiene n, at, by, host, deed, act (done, undone, redone) y changes; cada uno de éstos, kind, id, code (de estudiante), number (de ciclo), change (added, changed, removed), fields y, con --values, values: por campo, before y after. Los campos llevan el nombre que tienen en el archivo. Mostrar nombres en pantalla («v» o --private) también queda: deed es reveal_names y n es null.",
            "Examples:\n  tep log 12669                     date, what was done, who, and the fields that changed\n  tep log 12669 --values            … and what they said before and after\n  tep log \"los ulmos\" --json        the same for other programs\n\nThe newest stands last. With --json every change has n, at, by, host, deed, act (done, undone, redone) and changes; each of these has kind, id, code (of a student), number (of a cycle), change (added, changed, removed), fields and, with --values, values: for each field before and after. Fields are called as in the file. Names shown on the screen (“v” or --private) are in it too: deed is reveal_names and n is null.",
        ),
        "backups" => both(
            "Ejemplos:\n  tep backups 12669          número, nombre, fecha, tamaño y cuántos datos tiene cada uno\n  tep backups 12669 --json   lo mismo para otros programas\n\nEl más nuevo va al final y tiene el número 1. Con --json, cada respaldo tiene number, name, at, bytes, items, students y problem (null, unreadable, newer, other_notebook o would_lose).",
            "Examples:\n  tep backups 12669          number, name, date, size and how many items each has\n  tep backups 12669 --json   the same for other programs\n\nThe newest stands last and has the number 1. With --json every backup has number, name, at, bytes, items, students and problem (null, unreadable, newer, other_notebook or would_lose).",
        ),
        "restore" => both(
            "Ejemplos:\n  tep restore 12669 1 --dry-run         mirar antes qué cambiaría el más nuevo\n  tep restore 12669 20261124T0915       reponer el de esa hora\n\nLo que había queda en un respaldo nuevo, y «u» en el programa deshace la restauración. También sirve si el archivo está dañado (se guarda en la carpeta «salvage») o falta (se crea de nuevo). No escribe mientras otra persona tiene abierto el cuaderno. Con --json: backup, at, file (whole, damaged, missing), changes (added, changed, removed), items, students, kept, in_file y dry_run.",
            "Examples:\n  tep restore 12669 1 --dry-run         look first at what the newest would change\n  tep restore 12669 20261124T0915       put back the one of that time\n\nWhat was there is kept in a new backup, and “u” in the program undoes the restoring. It works too where the file is damaged (it is kept in the folder “salvage”) or missing (it is made again). Writes nothing while somebody else has the notebook open. With --json: backup, at, file (whole, damaged, missing), changes (added, changed, removed), items, students, kept, in_file and dry_run.",
        ),
        "doctor" => both(
            "Ejemplos:\n  tep doctor                      terminal, carpetas, disco y todos los cuadernos\n  tep doctor 12669                … y sólo uno de ellos\n  tep doctor --json > informe.txt   para enviarlo a quien ayuda\n\nNo repara nada ni deja rastro, y no dice nombres, textos de un cuaderno ni cómo se llama tu cuenta. Con --json: mark y findings, cada uno con about, path, code, mark (ok, warning, problem) y value.\n\nTermina con 0 si está bien (puede haber avisos), 1 si algo necesita a una persona y 3 si algo no se pudo leer.",
            "Examples:\n  tep doctor                      terminal, folders, disk and all notebooks\n  tep doctor 12669                … and only one of them\n  tep doctor --json > report.txt    to send it to whoever helps\n\nIt repairs nothing and leaves no trace, and it says no names, no text of a notebook, nor what your account is called. With --json: mark and findings, each with about, path, code, mark (ok, warning, problem) and value.\n\nEnds with 0 if all is well (there may be warnings), 1 if something needs a person, and 3 if something could not be read.",
        ),
        "new" => both(
            "Ejemplo:\n  tep new 12669-1 --name \"Escuela Los Ulmos\" --commune Temuco",
            "Example:\n  tep new 12669-1 --name \"Escuela Los Ulmos\" --commune Temuco",
        ),
        "tutor" => both(
            "Ejemplos:\n  tep tutor            empieza, o sigue donde quedaste\n  tep tutor --again    empieza de nuevo, con otra copia\n\nTodo ocurre en la copia de una escuela inventada, en una carpeta propia del programa: no aparece en el estante ni toca tus cuadernos. Una frase dice por qué y otra qué tecla; F4 salta una lección y F3 oculta el tutor.",
            "Examples:\n  tep tutor            begin, or go on where you left off\n  tep tutor --again    begin anew, with another copy\n\nEverything happens in the copy of an invented school, in a folder of the program's own: it does not stand on the shelf and touches none of your notebooks. One sentence says why, and one which key; F4 skips a lesson, and F3 hides the tutor.",
        ),
        "demo" => both(
            "Sin --dir ni TEP_DIR la alianza queda en la carpeta «practica», junto a los cuadernos de verdad y nunca entre ellos. Lo que cambiaste practicando se conserva; para partir de nuevo, borra esa carpeta.",
            "Without --dir or TEP_DIR the alliance goes to the folder “practica”, beside the real notebooks and never among them. What you changed while practising is kept; to begin again, delete that folder.",
        ),
        "completions" => both(
            "Ejemplo:\n  tep completions bash > ~/.local/share/bash-completion/completions/tep",
            "Example:\n  tep completions bash > ~/.local/share/bash-completion/completions/tep",
        ),
        _ => return None,
    })
}
