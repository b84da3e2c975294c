import { optionText } from './options.ts';
import { Phrases } from './tokens.ts';

/**
 * What people call the options that mentoring programs commonly offer, in our languages: an option by its text, and phrases that
 * mean it and nothing else that stands beside it in such a list. Used only where one option alone has such a text.
 */
const vocabulary: readonly [option: RegExp, phrases: string][] = [
  [
    /^(?:finding )?my direction$/,
    `where i'm headed|where i am headed|where i'm headed next|where i'm going|where i am going|where i'm going next|which way to go|my next step|my next steps|finding direction|finding a direction|career direction|direction|orientation|meine richtung|wohin ich will|wie es weitergeht|wie es für mich weitergeht|meinen weg finden|trouver ma voie|ma voie|mon orientation|o meu rumo|que rumo|encontrar o meu rumo|encontrar o meu caminho|mi rumo|encontrar mi camino|la mia strada`,
  ],
  [
    /^chang\w+ (?:field|role|career|job)/,
    `changing fields|changing roles|changing jobs|changing field|changing role|change of field|changing of the field|changing careers|switching fields|switching careers|career change|a career change|fachwechsel|rollenwechsel|jobwechsel|den bereich wechseln|changer de domaine|changer de métier|changer de poste|reconversion|mudar de área|mudar de função|mudar de carreira|mudança de carreira|cambiar de campo|cambiar de rol|cambiar de trabajo|cambiare campo|cambiare ruolo`,
  ],
  [
    /^leading (?:people|a team|teams)$|^leadership$/,
    `people management|managing people|managing a team|leading a team|leading teams|leading people|leading of people|team leadership|leadership|führung|menschen führen|leute führen|mitarbeiterführung|ein team führen|teamleitung|diriger une équipe|gérer une équipe|encadrement|encadrer|liderança|liderar|liderar pessoas|liderar equipas|liderar uma equipa|gerir pessoas|gestão de pessoas|liderazgo|liderar personas|liderar equipos|dirigir personas|guidare persone|guidare un team|leidinggeven`,
  ],
  [
    /difficult situations|conflict/,
    `difficult situations|the difficult situations|difficult conversations|hard conversations|tough conversations|tricky situations|tough situations|sticky situations|conflicts|conflict|schwierige situationen|schwierigen situationen|schwierige gespräche|konflikte|situations difficiles|conversations difficiles|conflits|situações difíceis|conversas difíceis|conflitos|situaciones difíciles|conversaciones difíciles|conflictos|situazioni difficili|conflitti`,
  ],
  [
    /^speaking and writing$/,
    `public speaking|speaking in public|giving talks|presenting|presentations|giving presentations|writing reports|the speaking and writing|the writing|the speaking|vor leuten reden|vor leuten sprechen|vorträge|präsentieren|vorträge halten|schreiben|schreiben und reden|reden und schreiben|parler en public|prise de parole|écrire|parler et écrire|falar em público|falar e escrever|escrever|escrever melhor|apresentações|hablar en público|hablar y escribir|escribir|presentaciones|parlare in pubblico|scrivere`,
  ],
  [
    /^skills (?:for|in) my field$/,
    `technical skills|field skills|the field skills|skills in my field|skills of my field|skills for the field|the technical side|technical side|technical things|the technical things|fachlich|fachliches|fachkenntnisse|fachliche fähigkeiten|compétences techniques|compétences métier|compétences de mon domaine|competências técnicas|competências da área|competências da minha área|competencias técnicas|habilidades técnicas|competenze tecniche`,
  ],
  [
    /^(?:making myself|being) heard$/,
    `making yourself heard|being heard|getting heard|getting myself heard|speaking up|getting my voice heard|finding my voice|mir gehör verschaffen|gehör verschaffen|gehört werden|me faire entendre|être entendu|être entendue|fazer me ouvir|fazer-me ouvir|ser ouvido|ser ouvida|hacerme oír|hacerme escuchar|farmi sentire|farmi ascoltare`,
  ],
  [
    /^work and the rest of life$|balance/,
    `work life balance|work-life balance|work and life|work and home|the rest of life|balancing work and life|balancing work and home|beruf und privatleben|vereinbarkeit|beruf und familie|équilibre entre travail et vie privée|vie privée|équilibre de vie|conciliar trabalho e vida|conciliar trabalho e família|trabalho e vida pessoal|vida pessoal|equilibrio entre trabajo y vida|conciliación|vita privata|lavoro e vita privata`,
  ],
  [
    /^listens(?: before advising)?$/,
    `listens|listens first|who listens|a good listener|good listener|a patient listener|patient listener|listen first|listen before advising|i listen|hears me out|zuhört|erst zuhört|erst mal zuhört|zuhöre|erst mal zuhöre|zuhören|zuhören kann|ein guter zuhörer|eine gute zuhörerin|écoute|qui écoute|écoute d'abord|sabe ouvir|que ouve|ouve primeiro|ouve antes de dar conselhos|que escuta|escucha|que escucha|sabe escuchar|ascolta|sa ascoltare`,
  ],
  [
    /^says things plainly$/,
    `straight talker|a straight talker|straight talk|plain speaking|plain speaker|plain words|plainspoken|says it plainly|speaks plainly|say things plainly|i say things plainly|says it straight|tells me straight|tells it like it is|direct|directness|directly|klare worte|klartext|direkt|beim namen nennt|die dinge beim namen nennt|sagt wie es ist|franc|franche|qui parle franchement|parle franchement|directo|directa|direto|direta|frontal|diz as coisas como são|que diz as coisas claramente|habla claro|dice las cosas claras|diretto|diretta|parla chiaro`,
  ],
  [
    /^asks good questions$/,
    `good questions|ask good questions|i ask good questions|the right questions|asks the right questions|gute fragen|stellt gute fragen|gute fragen stellt|bonnes questions|pose de bonnes questions|boas perguntas|faz boas perguntas|que faz boas perguntas|buenas preguntas|hace buenas preguntas|buone domande|fa buone domande`,
  ],
  [
    /^knows many people/,
    `well connected|a big network|big network|a large network|network|knows everybody|knows everyone|knows a lot of people|knows lots of people|knows many people|know many people|i know many people|know a lot of people|introduces people|großes netzwerk|ein großes netzwerk|netzwerk|gut vernetzt|viele leute kennt|réseau|un grand réseau|connaît beaucoup de monde|conhece muita gente|conhece toda a gente|conhece meio mundo|rede de contactos|conoce a mucha gente|red de contactos|conosce molte persone|conosce tutti`,
  ],
  [
    /^has made a big change$/,
    `big change|a big change|made a big change|made a big change themselves|i made a big change|have made a big change|who made a big change|made a career change|großen wechsel|einen großen wechsel gemacht|neuanfang|grand changement|a changé de voie|grande mudança|fez uma grande mudança|mudou de vida|gran cambio|ha hecho un gran cambio|grande cambiamento`,
  ],
  [
    /different background$/,
    `different background|a different background|another background|other background|a background different from mine|anderer hintergrund|anderem hintergrund|anderen hintergrund|ganz anderem hintergrund|aus einem anderen bereich|parcours différent|autre parcours|un autre horizon|percurso diferente|outro percurso|origem diferente|otro trasfondo|trayectoria diferente|background diverso|percorso diverso`,
  ],
  [
    /^newer methods and tools$/,
    `newer tools|new tools|newer methods|new methods|latest tools|the latest tools|latest methods|modern tools|modern methods|newer programs|the newer programs|neuere methoden|neue methoden|neuere werkzeuge|neue werkzeuge|neuere methoden und werkzeuge|nouvelles méthodes|nouveaux outils|méthodes et outils récents|métodos e ferramentas mais recentes|métodos mais recentes|novas ferramentas|novos métodos|ferramentas novas|nuevos métodos|nuevas herramientas|herramientas nuevas|nuovi metodi|nuovi strumenti`,
  ],
  [
    /^how things look from/,
    `how things look|how it looks|how things look like|how the things are looking|how the things look|the view from below|my perspective|my view of things|wie es aussieht|wie die dinge aussehen|mein blickwinkel|meine sicht|ma perspective|mon point de vue|a minha perspetiva|a minha perspectiva|como as coisas são vistas|mi perspectiva|mi punto de vista|la mia prospettiva`,
  ],
  [
    /^another field or country$/,
    `another field|another country|other field|other country|a different field|a different country|other fields|other countries|anderes fach|anderes land|andere länder|anderer bereich|ein anderer bereich|un autre domaine|un autre pays|autre domaine|autre pays|outra área|outro país|noutra área|noutro país|otra área|otro campo|otro país|un altro campo|un altro paese|altro settore|altro paese`,
  ],
  [
    /^what younger colleagues expect$/,
    `what younger people expect|what the younger ones expect|what young people expect|what the young ones expect|what the younger colleagues expect|what the younger crowd expects|younger colleagues|was jüngere erwarten|was jüngere kollegen erwarten|was die jüngeren erwarten|ce qu'attendent les jeunes|ce que les jeunes attendent|o que esperam os mais novos|o que os mais novos esperam|lo que esperan los jóvenes|lo que esperan los más jóvenes|cosa si aspettano i giovani`,
  ],
  [
    /^honest feedback$/,
    `feedback|some honest feedback|honest opinion|an honest opinion|honest words|ehrliches feedback|ehrliche rückmeldung|rückmeldung|retour honnête|retours honnêtes|un retour honnête|feedback honesto|feedback sincero|uma opinião honesta|opinião sincera|opinión sincera|riscontro onesto|feedback onesto`,
  ],
  [
    /^practice in guiding someone$/,
    `practice guiding|practice in guiding|practice at guiding|practice in mentoring|practice guiding someone|guiding practice|guiding someone|practice|übung im anleiten|anleiten üben|jemanden anleiten|pratique de l'accompagnement|apprendre à guider|prática em orientar|prática em orientar alguém|orientar alguém|práctica en guiar|guiar a alguien|pratica nel guidare`,
  ],
  [
    /^someone to be open with$/,
    `someone to talk to|somebody to talk to|somebody to be open with|someone i can be open with|somebody i can be open with|someone to be open with|someone i can talk to openly|someone to confide in|somebody to confide in|an open ear|someone with who i can be open|jemand zum reden|mit dem ich offen reden kann|mit der ich offen reden kann|offen reden|quelqu'un à qui parler|quelqu'un à qui me confier|alguém com quem falar|alguém com quem falar abertamente|alguém para conversar|alguien con quien hablar|alguien con quien hablar abiertamente|qualcuno con cui parlare|qualcuno con cui essere sincero`,
  ],
  [
    /^encouragement$/,
    `some encouragement|a bit of encouragement|bit of encouragement|little bit of encouragement|a little encouragement|cheering on|bit of cheering on|a bit of cheering on|ermutigung|zuspruch|etwas ermutigung|encouragements|encorajamento|o encorajamento|incentivo|algum incentivo|ánimo|aliento|ánimos|incoraggiamento`,
  ],
  [
    /give something back$/,
    `give back|giving back|giving something back|to give back|give something back|pay it forward|to pay it forward|etwas zurückgeben|zurückgeben|etwas zurückzugeben|donner en retour|rendre ce que j'ai reçu|retribuir|dar algo em troca|devolver algo|devolver lo recibido|restituire qualcosa`,
  ],
  [
    /^to meet people/,
    `meet people|meeting people|to meet people|meet new people|meeting new people|to meet new people|meet others|new people|meeting others|meeting people i would not meet otherwise|meeting people i wouldn't meet otherwise|meeting people i'd never run into otherwise|leute kennenlernen|neue leute|neue leute kennenlernen|menschen kennenlernen|rencontrer des gens|rencontrer de nouvelles personnes|conhecer pessoas|conhecer gente|conhecer gente nova|conhecer outras pessoas|conocer gente|conocer gente nueva|conoscere persone|conoscere gente nuova`,
  ],
  [
    /^a fresh look at my work$/,
    `fresh eyes|a fresh look|fresh look|a fresh perspective|fresh perspective|a second pair of eyes|second pair of eyes|new eyes|someone else's eyes|frischer blick|ein frischer blick|blick von außen|ein blick von außen|regard neuf|un regard neuf|un regard extérieur|um olhar fresco|um novo olhar|um olhar de fora|una mirada fresca|una mirada de fuera|uno sguardo nuovo|uno sguardo esterno`,
  ],
];

const made = new WeakMap<readonly string[], Phrases<number>>();

/** The phrases that mean one of these options, by its index. */
export function phrasesOf(options: readonly string[]): Phrases<number> {
  const known = made.get(options);
  if (known) return known;
  const phrases = new Phrases<number>();
  const texts = options.map(optionText);
  for (const [pattern, list] of vocabulary) {
    const own = texts.flatMap((text, option) => (pattern.test(text) ? [option] : []));
    if (own.length === 1 && own[0] !== undefined) phrases.add(list, own[0]);
  }
  made.set(options, phrases);
  return phrases;
}
