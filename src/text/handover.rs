//! Handing over and taking in, in words. Students are codes: nobody is named.

use std::{io::ErrorKind, path::Path};

use super::{Both, both, count, figures, files, keeping};
use crate::{
    app::{
        effect::NotSent,
        import::received::{NotReceived, Received},
        lang::Lang,
    },
    exchange::{handover::NotOpened, seal::SealError},
    notebook::{
        handover::{HandOver, Refusal},
        student::Student,
        transfer::{Prompt, Transfer},
    },
    rules::identity::Rbd,
};

/// Asks for a passphrase.
pub const PASSPHRASE: Both = both("Frase de paso: ", "Passphrase: ");
/// Asks for it once more.
pub const AGAIN: Both = both("La misma, otra vez: ", "The same, once more: ");

/// What a hand-over asks, strengths first.
pub const fn prompt(prompt: Prompt) -> Both {
    match prompt {
        Prompt::Strengths => both("¿Qué hace bien y qué le gusta?", "What does the student do well, and like?"),
        Prompt::Connect => both("¿Cómo se llega a conectar con ella o él?", "How does one connect with the student?"),
        Prompt::Peers => both("¿Con quiénes se lleva bien?", "Whom does the student get on with?"),
        Prompt::Community => both(
            "¿Qué lazos tiene con la comunidad (deporte, arte, iglesia, trabajo)?",
            "What ties are there to the community (sport, arts, church, work)?",
        ),
        Prompt::Family => both("¿Cómo es mejor trabajar con la familia?", "How is it best to work with the family?"),
        Prompt::Other => both("¿Qué más le ayuda?", "What else helps?"),
    }
}

/// A file asks for its passphrase.
pub const IS_SEALED: Both = both(
    "Otra escuela lo selló con una frase de paso. Escríbela; no se muestra ni se guarda.",
    "Another school sealed it with a passphrase. Type it; it is neither shown nor kept.",
);

/// Who comes, from where, with what; and what accepting does in the notebook that is open.
pub fn arriving(lang: Lang, file: &HandOver, there: Destination) -> [String; 3] {
    let HandOver { school, transfer, student, .. } = file;
    let (code, course, from) = (student.code(), &student.course, transfer.from);
    let sent = figures::day(lang, transfer.sent);
    let who = match lang {
        Lang::Es => format!("{code}, de {course}: traspaso de «{}» ({from}), enviado el {sent}.", school.as_str()),
        Lang::En => format!("{code}, of {course}: handed over by “{}” ({from}), sent on {sent}.", school.as_str()),
    };
    let then = match (there, lang) {
        (Destination::Open(here), Lang::Es) => {
            format!("Enter recibe al estudiante en {here}, con matrícula desde hoy; «u» lo deshace. {}", JOINS.of(lang))
        }
        (Destination::Open(here), Lang::En) => {
            format!("Enter takes the student in at {here}, enrolled from today; “u” takes it back. {}", JOINS.of(lang))
        }
        (Destination::Shelf(Some(here)), Lang::Es) => {
            format!("Enter recibe al estudiante en el cuaderno de {here}, con matrícula desde hoy. {}", JOINS.of(lang))
        }
        (Destination::Shelf(Some(here)), Lang::En) => {
            format!("Enter takes the student into the notebook of {here}, enrolled from today. {}", JOINS.of(lang))
        }
        (Destination::Shelf(None), _) => not_received_here(lang, &no_place(file)),
    };
    [who, along(lang, file), then]
}

/// What becomes of a student whom the notebook knows.
const JOINS: Both = both(
    "Si ya figura en el cuaderno, se agrega lo que falta y nada se reemplaza.",
    "If the notebook knows the student already, what is missing is added and nothing is replaced.",
);

fn no_place(file: &HandOver) -> NotReceived {
    file.transfer.to.map_or(NotReceived::NoSchool, NotReceived::NoNotebook)
}

/// Where a student goes who is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination {
    /// Into the notebook that is open.
    Open(Rbd),
    /// Into a notebook of the shelf; none where it has none for them.
    Shelf(Option<Rbd>),
}

/// What comes along, counted.
fn along(lang: Lang, file: &HandOver) -> String {
    let HandOver { transfer, student, .. } = file;
    let said = transfer.prompts.iter().filter(|told| !told.answer.is_empty()).count();
    let contacts = transfer.contacts.as_ref().map_or(0, |contacts| usize::try_from(contacts.all).unwrap_or(0));
    let parts = [
        (
            student.attendance.iter().count(),
            both("mes de asistencia", "month of attendance"),
            both("meses de asistencia", "months of attendance"),
        ),
        (
            student.reported.len(),
            both("cifra de asistencia", "figure of attendance"),
            both("cifras de asistencia", "figures of attendance"),
        ),
        (student.grades.len(), both("nota", "mark"), both("notas", "marks")),
        (student.concepts.len(), both("concepto", "concept"), both("conceptos", "concepts")),
        (student.years.len(), both("año escolar", "school year"), both("años escolares", "school years")),
        (student.guardians.len(), both("apoderado", "guardian"), both("apoderados", "guardians")),
        (transfer.supports.len(), both("apoyo", "support"), both("apoyos", "supports")),
        (contacts, both("contacto contado", "contact, counted"), both("contactos contados", "contacts, counted")),
        (
            said,
            both("respuesta sobre lo que ayuda", "answer on what helps"),
            both("respuestas sobre lo que ayuda", "answers on what helps"),
        ),
    ];
    let parts: Vec<String> =
        parts.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count(lang, n, one, many)).collect();
    let word = both("Trae", "It brings").of(lang);
    let none = || both("sólo su identificación", "nothing but who it is").of(lang).to_owned();
    format!("{word}: {}.", if parts.is_empty() { none() } else { parts.join(", ") })
}

/// The hand-overs of a student in full, the newest first; what was told shows only together with the names.
pub fn of_student(lang: Lang, student: &Student, names: bool) -> Vec<String> {
    student.transfers.iter().rev().flat_map(|transfer| of_transfer(lang, transfer, names)).collect()
}

fn of_transfer(lang: Lang, transfer: &Transfer, names: bool) -> Vec<String> {
    let to = transfer.to.map_or_else(|| "?".to_owned(), |to| to.to_string());
    let day = |word: Both, on: Option<chrono::NaiveDate>| {
        on.map(|on| format!("{} {}", word.of(lang), figures::day(lang, on)))
    };
    let parts = [
        Some(format!("{} {} → {to}", both("Traspaso", "Hand-over").of(lang), transfer.from)),
        day(both("enviado el", "sent on"), Some(transfer.sent)),
        day(both("recibido el", "received on"), transfer.received),
        day(both("confirmado el", "confirmed on"), transfer.confirmed),
        transfer.is_open().then(|| both("sin confirmar", "not confirmed").of(lang).to_owned()),
    ];
    let mut lines = vec![String::new(), parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")];
    let told: Vec<_> = transfer.prompts.iter().filter(|told| !told.answer.is_empty()).collect();
    if !names && !told.is_empty() {
        let what = count(lang, told.len(), both("respuesta", "answer"), both("respuestas", "answers"));
        lines.push(format!("{what} {}", both("(con «v»)", "(with “v”)").of(lang)));
    }
    for told in told.into_iter().filter(|_| names) {
        lines.push(format!("{} {}", prompt(told.prompt).of(lang), told.answer.as_str()));
    }
    lines.extend(transfer.supports.iter().map(|support| {
        let day = support.day.map(|day| format!(" ({})", figures::day(lang, day))).unwrap_or_default();
        format!("· {}{day}", support.what.as_str())
    }));
    lines
}

/// Why nobody was picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotPicked {
    /// No student answers to it.
    Nobody,
    /// More than one does.
    Several,
    /// It is no grade.
    NoGrade,
    /// Nobody of that grade is here.
    EmptyGrade,
}

/// Why nobody was picked, and what to do.
pub fn not_picked(lang: Lang, why: NotPicked) -> String {
    match why {
        NotPicked::Nobody => both(
            "Ningún estudiante de este cuaderno responde a eso. Escribe el código que muestra la lista (XV-88r), el RUN, o --grade 8B para un nivel.",
            "No student of this notebook answers to that. Write the code that the list shows (XV-88r), the RUN, or --grade 8B for a grade.",
        ),
        NotPicked::Several => both(
            "Más de un estudiante responde a eso. Escribe su RUN.",
            "More than one student answers to that. Write the RUN.",
        ),
        NotPicked::NoGrade => both(
            "Ese nivel no se entiende. Escribe 8B para 8° básico o 1M para 1° medio.",
            "That grade is not understood. Write 8B for 8° básico or 1M for 1° medio.",
        ),
        NotPicked::EmptyGrade => both(
            "Nadie de ese nivel está en la escuela ni espera confirmación.",
            "Nobody of that grade is in the school or waits for a confirmation.",
        ),
    }
    .of(lang)
    .to_owned()
}

/// Why nothing was handed over or taken in.
pub fn refusal(lang: Lang, refusal: Refusal, code: &str) -> String {
    let why = match refusal {
        Refusal::NotHere(_) => both(
            "ya no está en la escuela por otra causa. Corrige antes su estado.",
            "is no longer in the school for another reason. Correct the status first.",
        ),
        Refusal::NothingToConfirm => {
            both("no tiene un traslado sin confirmar.", "has no transfer that waits for a confirmation.")
        }
        Refusal::OwnSchool => both(
            "la escuela que envía y la que recibe son la misma. Revisa el RBD, o envía el archivo a la que recibe.",
            "the sending and the receiving school are the same. Look at the RBD, or send the file to the one that receives.",
        ),
        Refusal::OtherSchool(_) => both("el archivo es para otra escuela.", "the file is for another school."),
        Refusal::Practice => both(
            "lo inventado para practicar y lo real no se mezclan.",
            "what is invented for practice and what is real are not mixed.",
        ),
    };
    format!("{code}: {}", why.of(lang))
}

/// Why a student was not taken in, and what to do.
pub fn not_received(lang: Lang, why: &NotReceived) -> String {
    match (why, lang) {
        (NotReceived::NoNotebook(rbd), Lang::Es) => {
            format!("es para {rbd}, que no tiene cuaderno en esta carpeta. «tep new» lo crea.")
        }
        (NotReceived::NoNotebook(rbd), Lang::En) => {
            format!("it is for {rbd}, which has no notebook in this folder. “tep new” makes one.")
        }
        (NotReceived::TwoNotebooks(rbd), Lang::Es) => {
            format!("es para {rbd}, que tiene más de un cuaderno en esta carpeta. Di cuál con --into ARCHIVO.")
        }
        (NotReceived::TwoNotebooks(rbd), Lang::En) => {
            format!("it is for {rbd}, which has more than one notebook in this folder. Say which with --into FILE.")
        }
        (NotReceived::NoSchool, _) => both(
            "no dice a qué escuela va y aquí no hay un solo cuaderno. Dilo con --into ESCUELA.",
            "it does not say for which school, and there is not exactly one notebook here. Say it with --into SCHOOL.",
        )
        .of(lang)
        .to_owned(),
        (NotReceived::Refused(why, code), _) => refusal(lang, *why, code),
        (NotReceived::NotBegun, _) => both(
            "No se pudo empezar: al equipo le falta memoria. Cierra otros programas e inténtalo otra vez.",
            "It could not be begun: the machine lacks memory. Close other programs and try again.",
        )
        .of(lang)
        .to_owned(),
        (NotReceived::Failed(failure), _) => files::failure(lang, failure),
    }
}

/// The same on the shelf, where keys do what options do elsewhere.
pub fn not_received_here(lang: Lang, why: &NotReceived) -> String {
    match (why, lang) {
        (NotReceived::NoNotebook(rbd), Lang::Es) => {
            format!("El traspaso es para {rbd}, que no tiene cuaderno en esta carpeta. En el estante, «n» lo crea.")
        }
        (NotReceived::NoNotebook(rbd), Lang::En) => {
            format!("The hand-over is for {rbd}, which has no notebook in this folder. On the shelf, “n” makes one.")
        }
        (NotReceived::TwoNotebooks(rbd), Lang::Es) => {
            format!("{rbd} tiene más de un cuaderno aquí. Abre el que corresponde e importa ahí con «i».")
        }
        (NotReceived::TwoNotebooks(rbd), Lang::En) => {
            format!("{rbd} has more than one notebook here. Open the right one, and import there with “i”.")
        }
        (NotReceived::NoSchool, _) => both(
            "El archivo no dice a qué escuela va. Abre primero el cuaderno de la que recibe, e importa ahí con «i».",
            "The file does not say for which school it is. Open the notebook of the receiving school first, and import there with “i”.",
        )
        .of(lang)
        .to_owned(),
        (why, _) => not_received(lang, why),
    }
}

/// A student who is in a notebook of the shelf.
pub fn received_on_shelf(lang: Lang, received: &Received) -> String {
    let Received { school, code, behind, .. } = received;
    let did = match lang {
        Lang::Es => format!("{code} quedó en el cuaderno de {school}. Avisa a la otra escuela que llegó."),
        Lang::En => format!("{code} is in the notebook of {school}. Tell the other school of the arrival."),
    };
    if *behind { format!("{did} {}", keeping::behind(lang, *school)) } else { did }
}

/// While the file of a student is written.
pub const SENDING: Both = both(
    "Escribiendo el archivo… Sellarlo toma un momento. Nada cuenta como enviado hasta que esté ahí.",
    "Writing the file… Sealing it takes a moment. Nothing counts as sent until it is there.",
);

/// Why a file is not sealed or opened.
pub fn seal(lang: Lang, why: SealError) -> String {
    match why {
        SealError::NotSealed => both(
            "está sellado de un modo que aquí no se abre. Pide que lo sellen con una frase de paso.",
            "it is sealed in a way that is not opened here. Ask for it sealed with a passphrase.",
        ),
        SealError::TooCostly => both(
            "abrirlo pediría demasiada memoria. Pide que lo sellen otra vez con TEP.",
            "opening it would take too much memory. Ask for it sealed again with TEP.",
        ),
        SealError::WrongPassphrase => both(
            "la frase de paso no es esa, o el archivo cambió en el camino.",
            "the passphrase is another, or the file changed on its way.",
        ),
        SealError::Damaged => {
            both("no llegó entero. Pídelo otra vez.", "it did not arrive whole. Ask for it once more.")
        }
        SealError::NoChance => both(
            "el sistema no entrega números al azar: no se puede sellar.",
            "the system gives no random numbers: nothing can be sealed.",
        ),
    }
    .of(lang)
    .to_owned()
}

/// A file that could not be written.
pub fn not_written(lang: Lang, path: &Path, kind: ErrorKind) -> String {
    let why = match kind {
        ErrorKind::AlreadyExists => both(
            "ya existe y no se reemplaza. Elige otro nombre.",
            "it exists and is not replaced. Choose another name.",
        ),
        ErrorKind::NotFound => both("la carpeta no existe.", "the folder is not there."),
        ErrorKind::PermissionDenied => both("falta permiso.", "there is no permission."),
        _ => both("el disco no lo acepta.", "the disk does not take it."),
    };
    match lang {
        Lang::Es => format!("No se escribió {}: {} Nada quedó enviado.", path.display(), why.of(lang)),
        Lang::En => format!("{} was not written: {} Nothing counts as sent.", path.display(), why.of(lang)),
    }
}

/// Why a file is not a student.
pub fn not_opened(lang: Lang, why: NotOpened) -> String {
    match why {
        NotOpened::NotOne => no_handover(lang).to_owned(),
        NotOpened::Newer => newer(lang).to_owned(),
        NotOpened::Sealed => both("está sellado: falta la frase de paso.", "it is sealed: the passphrase is missing.")
            .of(lang)
            .to_owned(),
        NotOpened::Seal(why) => seal(lang, why),
    }
}

/// A file that is something else.
const fn no_handover(lang: Lang) -> &'static str {
    both(
        "no es un traspaso que se entienda. Las tablas se importan aparte.",
        "it is no hand-over that is understood. Tables are imported apart.",
    )
    .of(lang)
}

/// A file of a newer program.
const fn newer(lang: Lang) -> &'static str {
    both("lo escribió un TEP más nuevo. Actualiza este.", "a newer TEP wrote it. Update this one.").of(lang)
}

/// A file that was not sent from the program.
pub fn not_sent(lang: Lang, why: &NotSent) -> String {
    match why {
        NotSent::Seal(why) => seal(lang, *why),
        NotSent::Disk(path, kind) => not_written(lang, path, *kind),
    }
}

/// Where the file of a student lies, and what to do now.
pub fn lies_at(lang: Lang, path: &Path, sealed: bool) -> Vec<String> {
    let how = if sealed {
        both(
            "Está sellado: envíalo, y la frase de paso por otro camino.",
            "It is sealed: send it, and the passphrase by another way.",
        )
    } else {
        both(
            "Tiene nombres y datos sensibles, sin sellar: entrégalo en mano, o escríbelo otra vez con «H» y una frase de paso.",
            "It has names and sensitive data, unsealed: hand it over in person, or write it again with “H” and a passphrase.",
        )
    };
    let then = both(
        "Queda sin confirmar. Cuando la escuela que recibe diga que llegó, anótalo con «H»; a los 10 días de clases sin respuesta vuelve a la lista.",
        "It waits for a confirmation. When the receiving school says that the student is there, note it with “H”; after 10 class days without an answer the student is on the list again.",
    );
    vec![path.display().to_string(), how.of(lang).to_owned(), then.of(lang).to_owned()]
}

/// A passphrase that anybody guesses, in a form.
pub fn too_short(lang: Lang, shortest: usize) -> String {
    match lang {
        Lang::Es => format!("Necesita al menos {shortest} letras."),
        Lang::En => format!("It needs at least {shortest} letters."),
    }
}

/// A passphrase that anybody guesses.
pub fn short(lang: Lang, shortest: usize) -> String {
    match lang {
        Lang::Es => format!("La frase de paso necesita al menos {shortest} letras. Nada quedó enviado."),
        Lang::En => format!("The passphrase needs at least {shortest} letters. Nothing counts as sent."),
    }
}

/// Two passphrases that are not the same.
pub fn unlike(lang: Lang) -> String {
    both("Las dos frases no son iguales. Nada quedó enviado.", "The two are not the same. Nothing counts as sent.")
        .of(lang)
        .to_owned()
}

/// No file was named.
pub fn no_output(lang: Lang) -> String {
    both("Falta dónde escribir: -o ARCHIVO.", "Where to write is missing: -o FILE.").of(lang).to_owned()
}

/// No such prompt.
pub fn no_prompt(lang: Lang) -> String {
    let names = Prompt::ALL.map(Prompt::name).join(", ");
    match lang {
        Lang::Es => format!("--say se escribe PREGUNTA=TEXTO, con una de: {names}."),
        Lang::En => format!("--say is written PROMPT=TEXT, with one of: {names}."),
    }
}

/// No RBD.
pub fn no_rbd(lang: Lang) -> String {
    both("--to espera el RBD de la escuela que recibe.", "--to takes the RBD of the receiving school.")
        .of(lang)
        .to_owned()
}

/// A check digit of another school.
pub fn wrong_digit(lang: Lang, rbd: Rbd) -> String {
    match lang {
        Lang::Es => format!("El dígito no corresponde: sería {rbd}. Revisa el RBD de la escuela que recibe."),
        Lang::En => format!("The digit does not belong: it would be {rbd}. Look at the RBD of the receiving school."),
    }
}

/// A file that was written.
pub fn sent(lang: Lang, file: &HandOver, path: &Path) -> String {
    let (course, code, path) = (&file.student.course, file.student.code(), path.display());
    let not_said = || both("escuela sin decir", "school not said").of(lang).to_owned();
    let to = file.transfer.to.map_or_else(not_said, |to| to.to_string());
    format!("{course} {code} → {to}: {path}\n")
}

/// What to do now.
pub const fn afterwards(lang: Lang, sealed: bool) -> &'static str {
    if sealed {
        both(
            "Envía el archivo, y la frase de paso por otro camino. Quedan sin confirmar: cuando la escuela que recibe lo diga, «tep handover ESCUELA CÓDIGO --confirm».\n",
            "Send the file, and the passphrase by another way. They wait for a confirmation: when the receiving school says so, “tep handover SCHOOL CODE --confirm”.\n",
        )
    } else {
        both(
            "El archivo tiene nombres y datos sensibles, sin sellar: entrégalo en mano, o usa --sealed. Quedan sin confirmar: cuando la escuela que recibe lo diga, «tep handover ESCUELA CÓDIGO --confirm».\n",
            "The file has names and sensitive data, unsealed: hand it over in person, or use --sealed. They wait for a confirmation: when the receiving school says so, “tep handover SCHOOL CODE --confirm”.\n",
        )
    }
    .of(lang)
}

/// A confirmation.
pub fn confirmed(lang: Lang, code: &str) -> String {
    match lang {
        Lang::Es => format!("{code}: traspaso confirmado.\n"),
        Lang::En => format!("{code}: hand-over confirmed.\n"),
    }
}

/// A student who came in.
pub fn received(lang: Lang, file: &HandOver, school: Rbd, is_new: bool, dry_run: bool) -> String {
    let (course, code, from) = (&file.student.course, file.student.code(), file.transfer.from);
    let sent = figures::day(lang, file.transfer.sent);
    let did = match (is_new, dry_run) {
        (false, _) => both("ya estaba: sin cambios", "was here already: no changes"),
        (true, true) => both("se recibiría", "would be received"),
        (true, false) => both("recibido", "received"),
    }
    .of(lang);
    let (line, then) = match lang {
        Lang::Es => (
            format!("{course} {code} en {school}: {did}; lo envió {from} el {sent}."),
            format!("Avísale que llegó: allá, «tep handover {} {code} --confirm».", from.number()),
        ),
        Lang::En => (
            format!("{course} {code} in {school}: {did}; sent by {from} on {sent}."),
            format!("Tell them: there, “tep handover {} {code} --confirm”.", from.number()),
        ),
    };
    // Nobody has arrived by being looked at.
    if dry_run { format!("{line}\n") } else { format!("{line} {then}\n") }
}
