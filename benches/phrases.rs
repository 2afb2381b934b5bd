//! What made-up texts are made of: settings, parts of sentences in English and Spanish, dice.
//!
//! The same seed always gives the same text: the dice are a linear congruential generator. Every choice is an index into lists that hold
//! both languages, so that versions say the same and have the same structure.

/// The `book.toml` of whatever is made of them.
pub const BOOK: &str = r#"[publication]
title = { en = "International Guidelines", es = "Directrices Internacionales" }
publisher = { en = "A publisher made up for measuring", es = "Una editorial inventada para medir" }
address = "https://guidelines.example/"

[languages.en]
name = "English"
formats = "en-GB"

[languages.es]
name = "español"
formats = "es-ES"
"#;

/// The same in English and Spanish.
pub type Phrase = [&'static str; 2];

pub const SUBJECTS: [Phrase; 16] = [
    ["public authorities", "los poderes públicos"],
    ["local services", "los servicios locales"],
    ["community councils", "los consejos vecinales"],
    ["mediators", "los equipos de mediación"],
    ["police officers", "los agentes de policía"],
    ["the residents of each neighbourhood", "los vecinos de cada barrio"],
    ["public-safety professionals", "los profesionales de la seguridad ciudadana"],
    ["schools and health centres", "los centros educativos y sanitarios"],
    ["the courts", "los órganos judiciales"],
    ["urban planners", "los responsables de urbanismo"],
    ["associations and foundations", "las asociaciones y fundaciones"],
    ["universities", "las universidades"],
    ["those who plan a measure", "quienes planifican una medida"],
    ["those who work in the street", "quienes trabajan en la calle"],
    ["the heads of each service", "los directores de cada servicio"],
    ["regional administrations", "las administraciones regionales"],
];
pub const DUTIES: [Phrase; 4] =
    [["shall", "deberán"], ["should", "deberían"], ["may", "podrán"], ["are expected to", "habrán de"]];
pub const ACTIONS: [Phrase; 12] = [
    ["protect", "proteger"],
    ["review", "revisar"],
    ["publish", "publicar"],
    ["assess", "evaluar"],
    ["discuss", "debatir"],
    ["explain", "explicar"],
    ["take into account", "tener en cuenta"],
    ["record", "registrar"],
    ["improve", "mejorar"],
    ["coordinate", "coordinar"],
    ["adapt", "adaptar"],
    ["strengthen", "reforzar"],
];
pub const OBJECTS: [Phrase; 16] = [
    ["the agreements between services", "los acuerdos entre servicios"],
    ["the needs of people at risk", "las necesidades de las personas en riesgo"],
    ["the means of support for victims", "los medios de apoyo a las víctimas"],
    ["the annual plan and its budget", "el plan anual y su presupuesto"],
    ["the results of each programme", "los resultados de cada programa"],
    ["the ways of making a complaint", "las vías de reclamación"],
    ["the procedures of mediation", "los procedimientos de mediación"],
    ["the training of their staff", "la formación de su personal"],
    ["the use of public space", "el uso del espacio público"],
    ["the indicators of quality", "los indicadores de calidad"],
    ["the knowledge of the community", "el conocimiento de la comunidad"],
    ["the protocols of urgent action", "los protocolos de actuación urgente"],
    ["the information given to the public", "la información que se da a la ciudadanía"],
    ["the languages spoken in the neighbourhood", "las lenguas que se hablan en el barrio"],
    ["the causes of each conflict", "las causas de cada conflicto"],
    ["the cooperation between cities", "la cooperación entre ciudades"],
];
pub const CIRCUMSTANCES: [Phrase; 12] = [
    ["before any decision is taken", "antes de tomar cualquier decisión"],
    ["in the light of experience", "a la luz de la experiencia"],
    ["together with the people concerned", "junto con las personas afectadas"],
    ["at least once a year", "al menos una vez al año"],
    ["in clear and plain language", "en un lenguaje claro y sencillo"],
    ["without discrimination of any kind", "sin discriminación de ningún tipo"],
    ["as early as possible", "lo antes posible"],
    ["within the limits of the law", "dentro de los límites de la ley"],
    ["at the local, national and international levels", "en los ámbitos local, nacional e internacional"],
    ["with respect for the dignity of every person", "con respeto a la dignidad de toda persona"],
    ["even when resources are scarce", "incluso cuando los recursos son escasos"],
    ["through an open and regular dialogue", "mediante un diálogo abierto y periódico"],
];
pub const TOPICS: [Phrase; 16] = [
    ["Mediation", "Mediación"],
    ["Prevention", "Prevención"],
    ["Trust", "Confianza"],
    ["Community life", "Vida comunitaria"],
    ["Public space", "Espacio público"],
    ["Support", "Apoyo"],
    ["Cooperation", "Cooperación"],
    ["Evaluation", "Evaluación"],
    ["Training", "Formación"],
    ["Equal treatment", "Igualdad de trato"],
    ["Openness", "Transparencia"],
    ["Housing", "Vivienda"],
    ["Health", "Salud"],
    ["Learning", "Aprendizaje"],
    ["Justice", "Justicia"],
    ["Diversity", "Diversidad"],
];
pub const PLACES: [Phrase; 8] = [
    ["in the neighbourhood", "en el barrio"],
    ["in the city", "en la ciudad"],
    ["at school", "en la escuela"],
    ["in public services", "en los servicios públicos"],
    ["in the region", "en la región"],
    ["between institutions", "entre instituciones"],
    ["in daily practice", "en la práctica diaria"],
    ["across borders", "más allá de las fronteras"],
];
pub const STRESSED: [Phrase; 4] = [
    ["in every case", "en todo caso"],
    ["above all", "sobre todo"],
    ["as a rule", "por regla general"],
    ["in good time", "con antelación"],
];

/// Knuth's MMIX constants; the high bits are the good ones.
pub struct Dice(u64);

impl Dice {
    pub fn of(seed: usize) -> Self {
        let mut dice = Dice(seed as u64 ^ 0x5DEE_CE66_D1F7_0A3B);
        dice.roll(2);
        dice
    }

    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    pub fn pick(&mut self, phrases: &[Phrase]) -> Phrase {
        phrases[self.roll(phrases.len())]
    }
}

/// A different one for each of 128 numbers in a row.
pub fn title(number: usize) -> [String; 2] {
    let scattered = number * 37 % (TOPICS.len() * PLACES.len());
    let (topic, place) = (TOPICS[scattered % TOPICS.len()], PLACES[scattered / TOPICS.len()]);
    [0, 1].map(|language| format!("{} {}", topic[language], place[language]))
}

/// For phrases that begin with an ASCII letter, as all of them do.
pub fn capitalised(phrase: &str) -> String {
    format!("{}{}", phrase[..1].to_uppercase(), &phrase[1..])
}

pub fn slug(title: &str) -> String {
    let plain = |character: char| match character.to_ascii_lowercase() {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        'ñ' => 'n',
        letter if letter.is_ascii_alphanumeric() => letter,
        _ => '-',
    };
    title.chars().map(plain).collect()
}

/// What a plain sentence says, in both languages.
pub fn plain_sentence(dice: &mut Dice) -> [String; 2] {
    let [subject, duty, action] = [dice.pick(&SUBJECTS), dice.pick(&DUTIES), dice.pick(&ACTIONS)];
    let [object, circumstance] = [dice.pick(&OBJECTS), dice.pick(&CIRCUMSTANCES)];
    [0, 1].map(|own| {
        format!("{} {} {} {} {}.", capitalised(subject[own]), duty[own], action[own], object[own], circumstance[own])
    })
}

/// A sentence; one in three has something stressed.
pub fn sentence(dice: &mut Dice) -> [String; 2] {
    let sentence = plain_sentence(dice);
    let stressed = dice.pick(&STRESSED);
    let own = |of: usize| capitalised(stressed[of]);
    match dice.roll(6) {
        0 => [0, 1].map(|of| format!("*{}*: {}", own(of), sentence[of])),
        1 => [0, 1].map(|of| format!("{} **{}.**", sentence[of], own(of))),
        _ => sentence,
    }
}
