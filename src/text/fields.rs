//! Labels of fields, the options of choices, and what forms are called.

use super::{Both, account, both, charts, cycle, learnings};
use crate::{
    app::{forms::Task, lang::Lang},
    notebook::{
        action::{ActionFate, ActionKind, ActionScope, ActionState, PmeDimension},
        attention::AttentionKind,
        contact::{ContactKind, ContactResult, ContactWith},
        cycle::{Criterion, Fate, Judgement},
        learning::Voice,
        member::Role,
        prediction::Predicted,
        problem::Field,
        trajectory::BY_HAND,
        transfer::Prompt,
    },
    rules::{
        run_chart::RuleSet,
        status::{Status, YearEnd},
    },
};

/// The label of a field.
pub const fn label(field: Field) -> Both {
    match field {
        Field::Rbd => both("RBD", "RBD"),
        Field::SchoolName => both("Nombre", "Name"),
        Field::Commune => both("Comuna", "Commune"),
        Field::CycleName => both("Nombre del ciclo", "Name of the cycle"),
        Field::Observation => both("Qué muestran los indicadores", "What the indicators show"),
        Field::Challenge => both("Desafío", "Challenge"),
        Field::Urgent => both("¿Es urgente?", "Is it urgent?"),
        Field::Relevant => both("¿Es relevante?", "Is it relevant?"),
        Field::InScope => both("¿Depende de nosotros?", "Is it up to us?"),
        Field::If => both("SI", "IF"),
        Field::Then => both("ENTONCES", "THEN"),
        Field::Because => both("PORQUE", "BECAUSE"),
        Field::Sign => both("Señal esperada", "Expected sign"),
        Field::SeenBy => both("Se verá el", "Seen by"),
        Field::Focus => both("Foco del ciclo", "Focus of the cycle"),
        Field::Review => both("Notas de la revisión", "Notes of the review"),
        Field::Fate => both("La teoría de acción", "The theory of action"),
        Field::Reason => both("Motivo", "Reason"),
        Field::Student => both("Estudiante", "Student"),
        Field::On => both("Fecha", "Date"),
        Field::ContactKind => both("Contacto por", "Contact by"),
        Field::ActionKind => both("Tipo", "Kind"),
        Field::With => both("Con", "With"),
        Field::Result => both("Resultado", "Result"),
        Field::LastChange => both("último cambio de estado", "last change of status"),
        Field::Status => both("Estado de matrícula", "Status"),
        Field::Arrived => both("¿Llegó?", "There already?"),
        Field::To => both("RBD de quien recibe", "RBD that receives"),
        Field::Sent => both("Enviado el", "Sent on"),
        Field::Told(prompt) => told(prompt),
        Field::Folder => both("Carpeta", "Folder"),
        Field::Sealed => both("El archivo va", "The file goes"),
        Field::Passphrase => both("Frase de paso", "Passphrase"),
        Field::PassphraseAgain => both("La misma, otra vez", "The same once more"),
        Field::WorkResult => both("Trabajos", "Work"),
        Field::By => both("Quién contactó", "Who made it"),
        Field::Reviewer => both("Quién revisó", "Reviewed by"),
        Field::Note => both("Nota", "Note"),
        Field::Restricted => both("Nota reservada", "Restricted note"),
        Field::Next => both("Próximo paso el", "Next step on"),
        Field::Again => both("Volver a mirar el", "Look again on"),
        Field::Capacity => both("A cuántos podemos seguir", "How many we can follow"),
        Field::GraveBelow => both("Grave bajo (%)", "Grave under (%)"),
        Field::CriticalBelow => both("Crítica bajo (%)", "Critical under (%)"),
        Field::FallsBy => both("Baja al mes (puntos)", "Falls a month (points)"),
        Field::AbsentDays => both("Días seguidos sin venir", "Days without coming"),
        Field::FailedSubjects => both("Asignaturas bajo 4,0", "Subjects under 4.0"),
        Field::OverAge => both("Años de sobreedad", "Years over age"),
        Field::CourseExpected => both("Curso en esperada (%)", "Course in esperada (%)"),
        Field::ClassesFrom => both("Primer día de clases", "First day of classes"),
        Field::ClassesTo => both("Último día de clases", "Last day of classes"),
        Field::ClassesToOfLast => both("Último día de 4° medio", "Last day of 4° medio"),
        Field::WinterFrom => both("Vacaciones desde", "Holidays from"),
        Field::WinterTo => both("Vacaciones hasta", "Holidays to"),
        Field::FreeDays => both("Otros días sin clases", "Other days off"),
        Field::BaselineFrom => both("Desde el mes de", "From the month of"),
        Field::BaselineTo => both("Hasta el mes de", "To the month of"),
        Field::ChartRules => both("Reglas del gráfico", "Rules of the chart"),
        Field::What => both("Qué haremos", "What we will do"),
        Field::UrgentBecause | Field::RelevantBecause | Field::InScopeBecause => both("  porque…", "  because…"),
        Field::Drivers => both("Meta e impulsores", "Aim and drivers"),
        Field::Expected => both("Esperamos ver", "We expect to see"),
        Field::Observed => both("Observar (sin porqués)", "Observe (no causes)"),
        Field::Inferred => both("Inferir y preguntar", "Infer and ask"),
        Field::Judgement => both("Avance, según el equipo", "Progress, by the team"),
        Field::ActionFate => both("La acción", "The action"),
        Field::Scope => both("Depende", "It depends"),
        Field::Effort => both("Esfuerzo", "Effort"),
        Field::Courses => both("Cursos", "Courses"),
        Field::PmeDimension => both("Dimensión del PME", "PME dimension"),
        Field::PmeObjective => both("Objetivo del PME", "PME objective"),
        Field::SeenIn => both("Se ve en", "Seen in"),
        Field::EffectOn => both("Efecto en", "Effect on"),
        Field::Effect => both("Qué cambió", "What changed"),
        Field::Who => both("Responsable", "Who answers for it"),
        Field::Start => both("Desde el", "From"),
        Field::Due => both("Para el", "By"),
        Field::Ended => both("Término", "End"),
        Field::Students => both("Para quiénes", "For whom"),
        Field::State => both("Estado", "State"),
        Field::Statement => both("Qué aprendimos", "What we learned"),
        Field::Quote => both("Cita textual", "Quote"),
        Field::Voice => both("Lo dijo", "Said by"),
        Field::Theme => both("Temas", "Themes"),
        Field::Evidence => both("Evidencia", "Evidence"),
    }
}

/// What is passed on about a student, as short as a label has to be.
const fn told(prompt: Prompt) -> Both {
    match prompt {
        Prompt::Strengths => both("Fortalezas y gustos", "Does well, and likes"),
        Prompt::Connect => both("Cómo acercarse", "How to connect"),
        Prompt::Peers => both("Con quién se lleva bien", "Gets on with"),
        Prompt::Community => both("Lazos con la comunidad", "Ties to the community"),
        Prompt::Family => both("Trabajo con la familia", "Working with the family"),
        Prompt::Other => both("Qué más le ayuda", "What else helps"),
    }
}

/// The options of a field with one choice, in the order in which the form offers them.
pub fn options(lang: Lang, field: Field) -> Vec<String> {
    let words: Vec<Both> = match field {
        Field::Urgent | Field::Relevant | Field::InScope => Criterion::ALL.map(criterion).to_vec(),
        Field::Fate => Fate::ALL.map(cycle::fate).to_vec(),
        Field::ContactKind => ContactKind::CONTACTS.map(contact_kind).to_vec(),
        Field::ActionKind => ActionKind::ALL.map(action_kind).to_vec(),
        Field::With => ContactWith::ALL.map(contact_with).to_vec(),
        Field::Result => ContactResult::OF_CONTACT.map(contact_result).to_vec(),
        Field::WorkResult => ContactResult::OF_WORK.map(contact_result).to_vec(),
        Field::Restricted => {
            vec![both("no", "no"), both("sí: se oculta con los nombres", "yes: hidden with the names")]
        }
        Field::Judgement => Judgement::ALL.map(judgement).to_vec(),
        Field::ActionFate => ActionFate::ALL.map(account::action_fate).to_vec(),
        Field::Scope => ActionScope::ALL.map(account::scope).to_vec(),
        Field::Effort => vec![both("bajo", "low"), both("medio", "medium"), both("alto", "high")],
        Field::PmeDimension => PmeDimension::ALL.map(dimension).to_vec(),
        Field::SeenIn => learnings::PLACES.to_vec(),
        Field::EffectOn => vec![both("las prácticas", "practice"), both("los procesos", "processes")],
        Field::State => STATES.to_vec(),
        Field::Status => BY_HAND.map(status).to_vec(),
        Field::Sealed => vec![
            both("sellado con una frase de paso", "sealed by a passphrase"),
            both("sin sellar, en mano", "unsealed, by hand"),
        ],
        Field::Arrived => vec![
            both("sí, la otra escuela lo confirmó", "yes, that school has confirmed"),
            both("no: escribir otra vez el archivo", "not yet: write the file once more"),
        ],
        Field::ChartRules => RuleSet::ALL.map(charts::rules).to_vec(),
        Field::Voice => Voice::ALL.map(voice).to_vec(),
        _ => Vec::new(),
    };
    words.into_iter().map(|word| word.of(lang).to_owned()).collect()
}

/// What an empty field means, where that is not plain.
pub const fn empty(field: Field) -> Both {
    match field {
        Field::To => both("vacío si aún no se sabe", "empty where it is not known yet"),
        Field::Folder => both("vacío: «traspasos», junto a los cuadernos", "empty: “traspasos”, beside the notebooks"),
        Field::Passphrase => both("sólo si va sellado", "only where it is sealed"),
        _ => both("", ""),
    }
}

/// How far a team thinks it has come, with the figure of the scale.
const fn judgement(judgement: Judgement) -> Both {
    match judgement {
        Judgement::Intent => both("0,5 intención", "0.5 intent"),
        Judgement::TeamFormed => both("1,0 equipo y propósito", "1.0 charter and team"),
        Judgement::Planning => both("1,5 planificación", "1.5 planning"),
        Judgement::Activity => both("2,0 actividad, aún sin cambios", "2.0 activity, no change yet"),
        Judgement::Tested => both("2,5 cambios probados, aún sin mejora", "2.5 changes tested, no gain yet"),
        Judgement::Modest => both("3,0 mejora modesta", "3.0 modest improvement"),
        Judgement::Improvement => both("3,5 mejora", "3.5 improvement"),
        Judgement::Significant => both("4,0 mejora significativa", "4.0 significant improvement"),
        Judgement::Sustained => both("4,5 mejora sostenida", "4.5 sustained improvement"),
        Judgement::Outstanding => both("5,0 resultados sobresalientes", "5.0 outstanding results"),
    }
}

/// A dimension of the school's improvement plan.
pub const fn dimension(dimension: PmeDimension) -> Both {
    match dimension {
        PmeDimension::Pedagogy => both("gestión pedagógica", "teaching and learning"),
        PmeDimension::Leadership => both("liderazgo", "leadership"),
        PmeDimension::Coexistence => both("convivencia escolar", "school climate"),
        PmeDimension::Resources => both("gestión de recursos", "resources"),
    }
}

/// Where nobody has chosen yet.
pub const NOT_CHOSEN: Both = both("elige una opción", "choose one");

const STATES: [Both; 4] = [
    both("planificada", "planned"),
    both("en curso", "under way"),
    both("cumplida", "done"),
    both("descartada", "dropped"),
];

/// How far an action is.
pub const fn action_state(state: &ActionState) -> Both {
    match state {
        ActionState::Planned => STATES[0],
        ActionState::Doing => STATES[1],
        ActionState::Done { .. } => STATES[2],
        ActionState::Dropped { .. } => STATES[3],
    }
}

/// An answer to a criterion.
pub const fn criterion(criterion: Criterion) -> Both {
    match criterion {
        Criterion::Open => both("por conversar", "to be discussed"),
        Criterion::Yes => both("sí", "yes"),
        Criterion::No => both("no", "no"),
    }
}

/// How a contact was made.
pub const fn contact_kind(kind: ContactKind) -> Both {
    match kind {
        ContactKind::Call => both("llamada", "call"),
        ContactKind::Message => both("mensaje", "message"),
        ContactKind::Visit => both("visita", "visit"),
        ContactKind::Interview => both("entrevista", "interview"),
        ContactKind::Referral => both("derivación", "referral"),
        ContactKind::ReviewOfWork => both("revisión de trabajos", "review of work"),
    }
}

/// With whom a contact was.
pub const fn contact_with(with: ContactWith) -> Both {
    match with {
        ContactWith::Guardian => both("apoderado o apoderada", "guardian"),
        ContactWith::Student => both("estudiante", "student"),
        ContactWith::Other => both("otra persona", "somebody else"),
    }
}

/// What came of a contact.
pub const fn contact_result(result: ContactResult) -> Both {
    match result {
        ContactResult::Reached => both("hubo contacto", "reached"),
        ContactResult::NoAnswer => both("sin respuesta", "no answer"),
        ContactResult::WrongNumber => both("datos erróneos", "wrong number or address"),
        ContactResult::HandedIn => both("entregados", "handed in"),
        ContactResult::PartlyHandedIn => both("entregados en parte", "partly handed in"),
        ContactResult::NotHandedIn => both("no entregados", "not handed in"),
    }
}

/// The kind of an action.
pub const fn action_kind(kind: ActionKind) -> Both {
    match kind {
        ActionKind::ContactBonding => both("contacto y vínculo", "contact and bonding"),
        ActionKind::SocioEmotional => both("apoyo socioemocional", "socio-emotional support"),
        ActionKind::Accompaniment => both("acompañamiento", "accompaniment"),
        ActionKind::Feedback => both("retroalimentación", "feedback"),
        ActionKind::ReviewOfWork => both("revisión de trabajos", "review of work"),
        ActionKind::Other => both("otra", "other"),
    }
}

/// The part of who said a learning.
pub const fn voice(voice: Voice) -> Both {
    match voice {
        Voice::SchoolTeam => both("equipo", "school team"),
        Voice::Advisor => both("asesoría", "advisor"),
        Voice::Alliance => both("alianza", "alliance"),
    }
}

/// The part of a member of the team.
pub const fn role(role: Role) -> Both {
    match role {
        Role::Principal => both("dirección", "principal"),
        Role::TechnicalUnit => both("UTP", "pedagogical unit"),
        Role::Counsellor => both("orientación", "counsellor"),
        Role::Inspectorate => both("inspectoría", "inspectorate"),
        Role::Psychosocial => both("dupla psicosocial", "psychosocial team"),
        Role::Teacher => both("docente", "teacher"),
        Role::Advisor => both("asesoría", "advisor"),
        Role::Alliance => both("alianza", "alliance"),
        Role::Other => both("otro rol", "another role"),
    }
}

/// The title of a form.
pub const fn task(task: Task) -> Both {
    match task {
        Task::NewSchool => both("Nuevo cuaderno", "New notebook"),
        Task::OpenCycle => both("Abrir un ciclo de mejora", "Open an improvement cycle"),
        Task::NameCycle => both("Nombre del ciclo", "Name of the cycle"),
        Task::Observation => both("Paso 1 · Infografía", "Step 1 · Infographic"),
        Task::Challenge => both("Paso 2 · Desafío", "Step 2 · Challenge"),
        Task::Theory => both("Paso 2 · Teoría de acción", "Step 2 · Theory of action"),
        Task::Drivers => both("Paso 2 · Árbol de impulsores", "Step 2 · Driver tree"),
        Task::Predict(_) => both("Antes de mirar", "Before you look"),
        Task::Decide(_) => both("¿Qué se mantiene de esta acción?", "What is kept of this action?"),
        Task::Describe(_) => both("Más sobre la acción", "More about the action"),
        Task::Review => both("Paso 3 · Revisión de datos", "Step 3 · Data review"),
        Task::CloseCycle => both("Cerrar el ciclo y abrir el siguiente", "Close the cycle and open the next"),
        Task::Contact(_, None) => both("Registrar un contacto", "Log a contact"),
        Task::Contact(_, Some(_)) => both("Corregir un contacto", "Correct a contact"),
        Task::Work(_, None) => both("Revisar trabajos", "Review work"),
        Task::Work(_, Some(_)) => both("Corregir una revisión de trabajos", "Correct a review of work"),
        Task::Action(_, None) => both("Planificar una acción", "Plan an action"),
        Task::Action(_, Some(_)) => both("Acción", "Action"),
        Task::Place(_, AttentionKind::Pinned) => both("Fijar en la lista", "Pin to the list"),
        Task::Place(_, AttentionKind::SetAside) => both("Dejar aparte por un tiempo", "Set aside for a while"),
        Task::HandOver(_) => both("Traspaso", "Hand-over"),
        Task::Status(_) => both("Estado de matrícula", "Status"),
        Task::Settings => both("Ajustes de la lista", "Settings of the list"),
        Task::Calendar => both("Calendario escolar", "School calendar"),
        Task::Baseline => both("Fijar otra línea base", "Set another baseline"),
        Task::Learning(None) => both("Registrar un aprendizaje", "Record a learning"),
        Task::Learning(Some(_)) => both("Aprendizaje", "Learning"),
    }
}

/// One line that says how to fill a form, where that is not plain.
pub const fn hint(task: Task) -> Option<Both> {
    Some(match task {
        Task::NewSchool => both("El RBD con su dígito: 99001-9.", "The RBD with its check digit: 99001-9."),
        Task::OpenCycle => both(
            "Un nombre corto que el equipo recuerde; puede quedar vacío.",
            "A short name that the team remembers; may stay empty.",
        ),
        Task::Challenge => both(
            "Urgente, relevante y al alcance del equipo. Todo puede quedar para después.",
            "Urgent, relevant and within reach. Everything can wait.",
        ),
        Task::Theory => both(
            "Si los adultos hacemos…, entonces…, porque… Todo puede quedar para después.",
            "If we adults do…, then…, because… Everything can wait.",
        ),
        Task::Drivers => both(
            "Una línea por rama, con dos espacios por nivel: meta, impulsor, impulsor secundario, acción.",
            "A line for each branch, two blanks for each level: aim, driver, driver of a driver, action.",
        ),
        Task::Predict(Predicted::Attendance) => both(
            "¿Qué asistencia, en %, esperan ver en el último mes con datos? Esc salta la pregunta.",
            "What attendance, in %, do you expect to see in the last month with data? Esc skips the question.",
        ),
        Task::Predict(Predicted::Flagged) => both(
            "¿Cuántos estudiantes con señal esperan ver en la lista? Esc salta la pregunta.",
            "How many students with a flag do you expect to see in the list? Esc skips the question.",
        ),
        Task::Decide(_) => both(
            "Adoptar: queda como forma de trabajo. Adaptar: sigue de otra forma. Abandonar: no pasa al ciclo siguiente.",
            "Adopt: it becomes how we work. Adapt: it goes on in another form. Abandon: it does not go on into the next cycle.",
        ),
        Task::Describe(_) => both(
            "Todo es opcional. Cursos separados por espacios: 7B-A 1M-B.",
            "Everything is optional. Courses apart by blanks: 7B-A 1M-B.",
        ),
        Task::CloseCycle => both(
            "¿La teoría de acción se mantuvo, se ajustó o se reemplazó, y por qué? Las acciones sin terminar y el foco pasan al ciclo siguiente.",
            "Was the theory of action maintained, adjusted or replaced, and why? Unfinished actions and the focus go on into the next cycle.",
        ),
        Task::Contact(..) | Task::Work(..) => both(
            "Un número elige y avanza. Fechas: 12-5, hoy, -3 (hace tres días), 7d, lu.",
            "A digit chooses and goes on. Dates: 12-5, today, -3 (three days ago), 7d, mo.",
        ),
        Task::Place(_, AttentionKind::Pinned) => both(
            "Queda primero en la lista hasta que el equipo lo cambie con «p».",
            "Stands first in the list until the team changes it with “p”.",
        ),
        Task::Place(_, AttentionKind::SetAside) => both(
            "Sale de la lista hasta ese día y después vuelve por sí solo.",
            "Leaves the list until that day and comes back by itself.",
        ),
        Task::HandOver(_) => both(
            "Fortalezas primero. Viajan asistencia, notas, años, contacto y apoyos individuales; nunca notas reservadas ni observaciones.",
            "Strengths first. Attendance, grades, years, contact and individual supports travel; restricted notes and remarks never do.",
        ),
        Task::Status(_) => both(
            "Queda en su historia con la fecha. Un traslado se anota con «H».",
            "Stays in the history with its date. A transfer is noted with “H”.",
        ),
        Task::Settings => both(
            "Sin número, el equipo sigue a uno de cada diez. Los ciclos cerrados conservan los umbrales que usaron.",
            "Without a number the team follows one in ten. Closed cycles keep the thresholds that they used.",
        ),
        Task::Calendar => both(
            "De este año. Los feriados por ley ya están; otros días, separados por espacios: 12-5 13-5.",
            "Of this year. Holidays by law are in it already; other days apart by blanks: 12-5 13-5.",
        ),
        Task::Baseline => both(
            "Los meses con que se compara lo que sigue; basta un día de cada uno. El gráfico parte de nuevo en el primero. Sólo si el cambio es de verdad.",
            "The months that what follows is compared with; a day of each is enough. The chart begins anew with the first. Only if the change is real.",
        ),
        Task::Learning(_) => both(
            "Temas: espacio marca, y el primero es el principal; sin ninguno queda «otro tema».",
            "Themes: space marks, and the first is the main one; without any it is “another theme”.",
        ),
        Task::Review => both(
            "Escribe para buscar; espacio marca. Los nombres siguen ocultos.",
            "Type to search; space marks. Names stay hidden.",
        ),
        _ => return None,
    })
}

/// The status of a student.
pub const fn status(status: Status) -> Both {
    match status {
        Status::Enrolled => both("con matrícula", "enrolled"),
        Status::Withdrawn => both("con retiro", "withdrawn"),
        Status::TransferredUnconfirmed => both("traslado sin confirmar", "transferred, unconfirmed"),
        Status::TransferredConfirmed => both("traslado confirmado", "transferred, confirmed"),
        Status::NotEnrolledAnywhere => both("sin matrícula en ninguna escuela", "not enrolled anywhere"),
        Status::Validation => both("validación de estudios", "validation of studies"),
        Status::Abroad => both("en el extranjero", "abroad"),
        Status::Deceased => both("fallecimiento", "deceased"),
        Status::Graduated => both("egreso", "graduated"),
    }
}

/// How a school year ended.
pub const fn year_end(end: YearEnd) -> Both {
    match end {
        YearEnd::Promoted => both("promoción", "promoted"),
        YearEnd::Failed => both("repitencia", "repeats"),
        YearEnd::Withdrawn => both("retiro", "withdrawn"),
        YearEnd::Transferred => both("traslado", "transferred"),
        YearEnd::DroppedOut => both("desvinculación", "left school"),
    }
}
