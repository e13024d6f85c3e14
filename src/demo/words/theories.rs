//! What each school wrote in its cycles: challenge, theory of action, observations, reasons. Invented sentences.

/// A theory of action in a team's words, without the *si*, *entonces*, *porque* that stand before them on paper.
#[derive(Debug, Clone, Copy)]
pub(in crate::demo) struct TheoryWords {
    /// If we …
    pub if_we: &'static str,
    /// … then …
    pub then: &'static str,
    /// … because.
    pub because: &'static str,
    /// What will be seen.
    pub sign: &'static str,
}

/// What one school wrote.
#[derive(Debug, Clone, Copy)]
pub(in crate::demo) struct SchoolWords {
    /// The challenge of each cycle.
    pub challenges: [&'static str; 3],
    /// The theory of each cycle; the last one goes on where the team maintained it.
    pub theories: &'static [TheoryWords],
    /// Why the theory was kept, adjusted or replaced at the end of cycles 1 and 2.
    pub reasons: [&'static str; 2],
}

/// By school, in the order of the plan.
pub(in crate::demo) const SCHOOLS: [SchoolWords; 12] = [
    SchoolWords {
        challenges: [
            "Uno de cada cuatro estudiantes de 7° a 1° medio no ha sido contactado desde que se suspendieron las clases presenciales.",
            "Hablamos con las familias, pero pocos estudiantes de 1° medio reciben comentarios sobre los trabajos que entregan.",
            "Los cursos que llegaron este año a 1° medio tienen la asistencia más baja del liceo y aún no los conocemos bien.",
        ],
        theories: &[TheoryWords {
            if_we: "cada profesor jefe llama dos veces al mes a las familias de su curso con una misma pauta y lo registra el mismo día",
            then: "sabremos qué necesita cada estudiante y le responderemos en menos de una semana",
            because: "quien se siente esperado por un adulto del liceo vuelve a conectarse",
            sign: "8 de cada 10 familias contactadas al mes y la mitad de los inasistentes graves con una respuesta registrada",
        }],
        reasons: [
            "La pauta común funcionó y el contacto llegó a 8 de cada 10 familias; falta que dure.",
            "La señal se mantuvo en el segundo semestre también en 1° medio; seguimos con la misma teoría.",
        ],
    },
    SchoolWords {
        challenges: [
            "Hay familias de primer ciclo que no tienen internet y solo retiran la caja de alimentos: ahí las perdemos de vista.",
            "Los niños entregan guías, pero no saben cómo les fue ni qué deben mejorar.",
            "La asistencia de los lunes y viernes no se recupera en 2° y 3° básico.",
        ],
        theories: &[TheoryWords {
            if_we: "aprovechamos cada entrega de alimentos y de guías para conversar diez minutos con la familia y dejar un acuerdo escrito",
            then: "las familias sin internet seguirán vinculadas a la escuela",
            because: "la confianza se construye cara a cara y con acuerdos pequeños que se cumplen",
            sign: "9 de cada 10 familias sin internet con un acuerdo vigente al cierre de cada mes",
        }],
        reasons: [
            "Los acuerdos escritos se cumplieron en tres de cada cuatro casos; conviene sostener la práctica.",
            "Se mantiene: la conversación breve ya es costumbre del equipo y no depende de una persona.",
        ],
    },
    SchoolWords {
        challenges: [
            "No sabemos cuántos estudiantes de 5° a 8° dejaron de responder, porque cada docente lleva su propia lista.",
            "Tenemos una lista única, pero el seguimiento se corta después de la primera llamada sin respuesta.",
            "Los estudiantes con inasistencia grave mejoran un mes y vuelven a faltar al siguiente.",
        ],
        theories: &[
            TheoryWords {
                if_we: "reunimos las listas de todos los docentes en un solo registro y lo revisamos cada lunes",
                then: "ningún estudiante pasará más de dos semanas sin contacto",
                because: "lo que se mira en conjunto deja de depender de la memoria de cada uno",
                sign: "ningún estudiante con más de 14 días sin contacto en el registro de los lunes",
            },
            TheoryWords {
                if_we: "revisamos el registro único cada lunes y repartimos los casos sin respuesta entre inspectoría, orientación y la dupla",
                then: "ningún estudiante pasará más de dos semanas sin un segundo intento por otra vía",
                because: "una llamada sin respuesta es información y no un cierre",
                sign: "todos los casos sin respuesta con un segundo intento dentro de 7 días",
            },
            TheoryWords {
                if_we: "acordamos con cada familia un plan de cuatro semanas y lo revisamos a mitad de camino",
                then: "la mejora de la asistencia se sostendrá más de un mes",
                because: "una llamada abre la puerta, pero un plan compartido la mantiene abierta",
                sign: "2 de cada 3 estudiantes con plan sin nuevas inasistencias en la cuarta semana",
            },
        ],
        reasons: [
            "El registro único sirvió, pero mirar la lista no bastaba: faltaba decir quién toma el caso sin respuesta.",
            "El segundo intento llega a la familia, pero el cambio dura poco; agregamos un plan con fecha de revisión.",
        ],
    },
    SchoolWords {
        challenges: [
            "Los estudiantes de 3° y 4° medio que trabajan se desconectan y nadie les pregunta por sus horarios.",
            "Quienes trabajan entregan tarde, y el liceo les responde con una nota en vez de una conversación.",
            "En 4° medio la asistencia cae cuando aparece un trabajo; queremos que igual terminen.",
        ],
        theories: &[TheoryWords {
            if_we: "un adulto del liceo acompaña a cada estudiante que trabaja y acuerda con él plazos posibles",
            then: "seguirá entregando sus trabajos y no se retirará",
            because: "la flexibilidad con compromiso le permite sostener las dos cosas",
            sign: "3 de cada 4 estudiantes que trabajan con al menos una entrega por quincena",
        }],
        reasons: [
            "Los acuerdos de plazo evitaron retiros en los cursos donde se aplicaron; se extiende a todos.",
            "La práctica resistió el segundo semestre y los docentes la piden; se mantiene.",
        ],
    },
    SchoolWords {
        challenges: [
            "Muchos niños viven la pandemia con miedo y duelo, y la escuela les ha hablado sobre todo de tareas.",
            "Las clases a distancia se dictan, pero no sabemos qué están aprendiendo los que apagan la cámara.",
            "Volvemos por grupos y hay estudiantes que en un año entero casi no pisaron la escuela.",
        ],
        theories: &[TheoryWords {
            if_we: "abrimos cada semana con un momento de contención y preguntamos a cada niño cómo está antes de pedirle una tarea",
            then: "participarán más y nos contarán lo que les impide seguir",
            because: "sin vínculo no hay aprendizaje, y el vínculo también se planifica",
            sign: "7 de cada 10 niños hablan o escriben en el momento semanal de cada curso",
        }],
        reasons: [
            "La participación creció curso por curso; el momento semanal se queda.",
            "Los docentes dicen que la contención les devolvió a los niños; no hay razón para cambiarla.",
        ],
    },
    SchoolWords {
        challenges: [
            "Creemos que las familias no contestan por falta de interés, y no lo hemos comprobado.",
            "Las guías impresas vuelven en blanco desde los cursos con peor conexión.",
            "Los apoderados de 7° y 8° no conocen los criterios con que se revisa el trabajo de sus hijos.",
        ],
        theories: &[
            TheoryWords {
                if_we: "enviamos mensajes semanales a todos los apoderados recordando las clases y las tareas",
                then: "aumentará la conexión a las clases en línea",
                because: "las familias olvidan los horarios",
                sign: "6 de cada 10 estudiantes conectados en la clase de los miércoles",
            },
            TheoryWords {
                if_we: "cada docente devuelve una guía por semana con un comentario breve y una pregunta",
                then: "los estudiantes sin conexión volverán a entregar sus trabajos",
                because: "una respuesta personal muestra que alguien leyó lo que hicieron",
                sign: "la mitad de las guías entregadas con la pregunta respondida",
            },
            TheoryWords {
                if_we: "cada docente devuelve una guía por semana con un comentario breve y comparte con la familia una rúbrica de tres líneas",
                then: "estudiantes y apoderados sabrán qué mejorar y volverán a entregar sus trabajos",
                because: "una respuesta personal y un criterio conocido permiten ayudar desde la casa",
                sign: "la mitad de las guías corregidas por el estudiante después del comentario",
            },
        ],
        reasons: [
            "Los datos no mostraron ningún cambio: el problema no era el olvido sino la conexión. Empezamos de nuevo.",
            "Los comentarios funcionaron con los estudiantes, pero las familias pedían entenderlos; sumamos la rúbrica.",
        ],
    },
    SchoolWords {
        challenges: [
            "Los niños de 1° y 2° básico apenas alcanzaron a conocer a su profesora y se están desvinculando.",
            "Escuchamos audios de lectura, pero no devolvemos a tiempo qué practicar.",
            "Hay 1° básico que llega sin jardín infantil: necesitamos que venga todos los días.",
        ],
        theories: &[TheoryWords {
            if_we: "cada profesora escucha leer a cada niño una vez por semana por teléfono y le cuenta a la familia un avance",
            then: "los más pequeños mantendrán el vínculo y la práctica diaria",
            because: "el avance que se nombra anima al niño y a quien lo cuida",
            sign: "4 de cada 5 niños escuchados cada semana, anotado en la planilla del ciclo",
        }],
        reasons: [
            "Las familias esperan la llamada y los audios llegan solos; se mantiene.",
            "La práctica pasó a 3° básico por iniciativa de las docentes; la sostenemos.",
        ],
    },
    SchoolWords {
        challenges: [
            "Los hermanos faltan juntos: cuando uno se desconecta, se desconecta la familia completa.",
            "Cada curso pide lo suyo y las familias con tres hijos no dan abasto.",
            "Volvieron las clases presenciales y las familias numerosas mandan a los niños por turnos.",
        ],
        theories: &[TheoryWords {
            if_we: "organizamos el contacto por familia y no por curso, con un solo adulto de referencia",
            then: "bajará la carga de las familias y volverán los hermanos juntos",
            because: "una familia que recibe una sola voz puede cumplir lo que acuerda",
            sign: "todas las familias con tres o más hijos con un adulto de referencia y un acuerdo al mes",
        }],
        reasons: [
            "Con un adulto de referencia bajaron los mensajes cruzados y volvieron familias completas.",
            "Se mantiene: el segundo ciclo mostró lo mismo con más familias.",
        ],
    },
    SchoolWords {
        challenges: [
            "En los sectores altos no hay señal: cuarenta estudiantes estudian solo con material impreso.",
            "El material impreso llega, pero vuelve sin que nadie converse sobre él.",
            "Con el invierno se corta el camino y cada año perdemos los mismos días.",
        ],
        theories: &[TheoryWords {
            if_we: "llevamos el material a los puntos de encuentro cada quince días con un docente que revisa y conversa",
            then: "los estudiantes de los sectores altos avanzarán al mismo ritmo que el resto",
            because: "la revisión en conjunto convierte una guía en una clase",
            sign: "9 de cada 10 guías retiradas vuelven revisadas en la quincena siguiente",
        }],
        reasons: [
            "Los puntos de encuentro se llenaron y las guías vuelven hechas; se mantiene.",
            "El transporte mejoró y los datos acompañan; seguimos con lo mismo en invierno.",
        ],
    },
    SchoolWords {
        challenges: [
            "De 8° a 1° medio se pierde contacto con estudiantes que se cambiaron de escuela y no llegaron.",
            "Los estudiantes nuevos de 1° medio tienen bajas calificaciones en el primer trimestre.",
            "Las parejas de tutores funcionan, pero en 2° medio crecieron las inasistencias de los lunes.",
        ],
        theories: &[
            TheoryWords {
                if_we: "conversamos con las escuelas de origen sobre cada estudiante que llega a 1° medio",
                then: "sabremos desde marzo a quién acompañar",
                because: "las escuelas de origen ya conocen lo que a cada uno le ayuda",
                sign: "una ficha de traspaso por cada estudiante nuevo antes de que termine el primer mes",
            },
            TheoryWords {
                if_we: "conversamos con las escuelas de origen y además damos a cada estudiante nuevo un tutor de 3° medio",
                then: "sabremos a quién acompañar y tendrá con quién quedarse",
                because: "la información ayuda a los adultos, pero la pertenencia la dan los compañeros",
                sign: "9 de cada 10 estudiantes nuevos se reúnen con su tutor cada quincena",
            },
            TheoryWords {
                if_we: "los profesores jefes de 2° medio revisan cada lunes al mediodía quién falta y llaman el mismo día",
                then: "bajarán las inasistencias que se repiten",
                because: "la respuesta del mismo día impide que la falta se vuelva costumbre",
                sign: "las inasistencias de los lunes bajan a la mitad en ocho semanas",
            },
        ],
        reasons: [
            "Las fichas ayudaron a los docentes, pero los estudiantes pedían un compañero; sumamos tutores.",
            "El desafío cambió de curso y de causa: los tutores siguen, y la teoría pasa a ser otra.",
        ],
    },
    SchoolWords {
        challenges: [
            "Somos tres docentes para seis cursos y no alcanzamos a visitar a todas las familias del estero.",
            "Sabemos cómo está cada niño, pero no dejamos registro de lo que aprende en la casa.",
            "Cuando sube el estero los niños faltan una semana entera; queremos que no dejen de aprender.",
        ],
        theories: &[TheoryWords {
            if_we: "visitamos cada sector en ruta fija y dejamos en cada casa un cuaderno viajero con lo acordado",
            then: "cada niño tendrá una tarea posible y una respuesta nuestra cada quincena",
            because: "la familia rural enseña con nosotros cuando sabe qué se espera",
            sign: "todos los cuadernos viajeros con una respuesta de la casa por quincena",
        }],
        reasons: [
            "El cuaderno viajero volvió siempre; en una escuela pequeña eso es todo.",
            "La ruta fija resiste el mal tiempo mejor que cualquier plataforma; se mantiene.",
        ],
    },
    SchoolWords {
        challenges: [
            "Seis familias se fueron a la temporada agrícola y no sabemos si los niños siguen estudiando.",
            "Los niños que vuelven de la temporada encuentran al curso en otra parte.",
            "Queremos saber en marzo, y no en junio, quiénes viajarán a la temporada este año.",
        ],
        theories: &[TheoryWords {
            if_we: "acordamos con cada familia, antes de que viaje, un plan de estudio corto y un día fijo de llamada",
            then: "los niños volverán sin haber perdido el hilo",
            because: "anticipar el viaje es más fácil que recuperar después",
            sign: "todas las familias que viajan con un plan firmado y una llamada a la semana",
        }],
        reasons: [
            "De las familias que viajaron, casi todas contestaron su llamada; la teoría se sostiene.",
            "Los niños volvieron al día; se mantiene y se empieza antes.",
        ],
    },
];

/// What a team saw in its indicators, by cycle.
pub(in crate::demo) const OBSERVATIONS: [&[&str]; 3] = [
    &[
        "Desde la suspensión de clases la participación baja en todos los cursos, y más en los que tienen profesor jefe nuevo.",
        "Marzo tuvo pocos días con registro; abril no alcanza para sacar conclusiones. Lo claro es a quién no hemos visto.",
        "La inasistencia se concentra en pocas familias, no está repartida como creíamos.",
        "Hay cursos sin información de abril: lo primero es completar el registro antes de comparar.",
    ],
    &[
        "La participación subió desde junio en los cursos con llamadas regulares; en los demás sigue igual.",
        "Los estudiantes contactados participan más, pero su asistencia es la que más varía de un mes a otro.",
        "El grupo crítico es más pequeño que en abril, y son casi siempre los mismos nombres.",
        "Subió la conexión, pero no las entregas: estar conectado no es lo mismo que aprender.",
    ],
    &[
        "Marzo partió con mejor asistencia que el año pasado; en mayo baja con el frío y las cuarentenas.",
        "Los cursos que recibimos de otras escuelas son los que más faltan.",
        "Menos estudiantes en el tramo crítico; crece el tramo grave, que antes no mirábamos.",
        "Hay estudiantes nuevos sin ningún dato del año anterior: conviene pedirlos a la escuela de origen.",
    ],
];

/// Notes of the data review, by cycle.
pub(in crate::demo) const REVIEWS: [&[&str]; 3] = [
    &[
        "Revisamos la lista curso por curso. Sorpresa: tres estudiantes que dábamos por perdidos responden por mensaje.",
        "Comparamos lista y registro de alimentos: quien retira la caja está, aunque no se conecte.",
        "Sacamos de la lista a quienes ya volvieron y sumamos a dos hermanos que nadie había mencionado.",
        "Quedaron fuera los que faltan poco; decidimos partir por quienes llevan más de un mes sin contacto.",
    ],
    &[
        "Cruzamos contactos con entregas: donde hubo conversación con la familia, hay más trabajos.",
        "Leímos diez trabajos por curso; los comentarios largos casi no se usan, los breves sí.",
        "Analizamos los intentos sin respuesta por horario: en la tarde contestan el doble.",
        "Hay números equivocados que se repiten desde abril; inspectoría los corrige esta semana.",
    ],
    &[
        "Miramos primero a quienes tuvieron inasistencia grave el año pasado: la mitad partió bien este año.",
        "La lista se ordena distinto si se mira junio solo o el año completo; usamos el año.",
        "Separamos a quienes faltan por turnos de quienes faltan de verdad.",
        "Queda pendiente conversar con la escuela de origen de los estudiantes nuevos.",
    ],
];

/// Names that teams gave to their cycles, by cycle.
pub(in crate::demo) const CYCLE_NAMES: [&[&str]; 3] = [
    &["Estamos contigo", "Volver a encontrarnos", "Nadie queda fuera", "Una llamada, un vínculo", "¿Cómo estás?"],
    &["Acompañar y retroalimentar", "Te leemos", "Paso a paso", "Juntos aprendemos", "Lo que sigue"],
    &["Que nadie falte", "Volvemos a clases", "Todos los días cuentan", "Seguimos juntos", "Te esperamos"],
];
