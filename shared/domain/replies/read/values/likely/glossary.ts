/**
 * What people call the things that options are about, in their own words and in the languages of our readers, by a word that
 * the option has. It counts only where one option alone has that word: so it never says more than the option itself.
 */
const glossary: readonly [own: string, said: RegExp][] = [
  [
    'listen',
    /^(?:listener|hear(?:s|ing)? (?:me |them |people )?out|zuhor\w*|hort? (?:\w+ ){0,2}zu|zuhort|ouve|ouvir primeiro|ecoute\w*|escuch\w*|ascolt\w*|luister\w*)$/,
  ],
  [
    'plainly',
    /^(?:plain(?:er|est)?|plain[- ]spoken|blunt\w*|straight(?: talk\w*)?|straightforward|direct(?:ly|ness)?|frank(?:ly|ness)?|candid\w*|outspoken|truth|(?:no|without|ohne) sugar ?coat\w*|say what (?:i|you|they) (?:mean|see|say)|direkt\w*|beim namen|klartext|unverblumt|offene worte|franche?|franco|franca|diret[oa]|direto ao ponto|na cara)$/,
  ],
  [
    'question',
    /^(?:(?:gute|kluge|die richtigen) fragen|(?:boas|muitas) perguntas|bonnes questions|buenas preguntas|buone domande|goede vragen)$/,
  ],
  ['background', /^(?:hintergrund|bagagem|parcours|achtergrund)$/],
  [
    'share',
    /^(?:net ?work(?:er|ing|s)?|well connected|contacts|connections|knows everybody|knows everyone|netzwerk|vernetzt|rede de contactos|conhece meio mundo|conhece toda a gente|carnet d'adresses)$/,
  ],
  [
    'lead',
    /^(?:leadership|manag(?:e|ing) (?:a |my |the |people|others|teams?|staff)\w*|management|people management|team ?lead(?:er|ing)?|fuhrung|fuhren|mitarbeiterfuhrung|leiten|lider\w*|chefia\w*|encadrer|encadrement|equipas|gerir pessoas)$/,
  ],
  [
    'difficult',
    /^(?:hard (?:conversations?|talks?|situations?|moments?)|tough (?:\w+)|conflicts?|tricky (?:\w+)|schwierig\w*|konflikt\w*|dificeis|dificil|complicad[oa]s|difficiles?|conflits?|conflitos?|moeilijke)$/,
  ],
  [
    'speak',
    /^(?:speaking|presenting|presentations?|public speaking|giving talks|talks|reden halten|vor leuten reden|vortrag\w*|prasentier\w*|falar em publico|apresenta\w+|prendre la parole|parler en public)$/,
  ],
  ['writ', /^(?:reports|writer|papers|schreiben|escrever|escrita|rediger|redaction)$/],
  [
    'heard',
    /^(?:gehor verschaffen|gehor|fazer[- ]me ouvir|me faire entendre|word in edgewise|speak(?:ing)? up|visib(?:le|ility)|sichtbar\w*)$/,
  ],
  ['direction', /^(?:orientation|richtung|rumo|wohin ich will|cap|what i want|where i am going)$/],
  [
    'role',
    /^(?:career change|change of career|job change|new job|wechseln|quereinstieg|mudar de (?:funcao|area|carreira)|mudanca de (?:funcao|area|carreira)|changer de (?:metier|poste|domaine))$/,
  ],
  [
    'rest',
    /^(?:(?:work[- ]life )?balanc(?:e|ing)|family|home|vereinbarkeit|work life|familie|familia|vie privee|vida pessoal|equilibrio)$/,
  ],
  [
    'skill',
    /^(?:technical\w*|fachlich\w*|fachkenntnisse|fachwissen|competencias tecnicas|parte tecnica|tecnic[ao]s?|savoir[- ]faire technique|technique|handwerk)$/,
  ],
  ['method', /^(?:software|python|programs|methoden|metodos|methodes|ferramentas|werkzeuge|outils|new tools)$/],
  [
    'honest',
    /^(?:feed ?back|ehrlich\w*|honestly|honesty|honesto|honesta|na cara|sincer[oa]|honnete\w*|ruckmeldung\w*)$/,
  ],
  ['practice', /^(?:guiding|ubung|anleiten|pratica|orientar|pratique|entrainement|practise)$/],
  [
    'country',
    /^(?:other countries|abroad|(?:another|other) area|n?outra area|noutro pais|ein anderer bereich|ausland|anderes land|outro pais|autre pays|otro pais)$/,
  ],
  [
    'expect',
    /^(?:younger (?:folks?|people|ones|generation|colleagues)|young (?:folks?|people|ones|generation|colleagues)|jungere\w*|die jungen|jovens|mais novos|jeunes)$/,
  ],
  [
    'fresh',
    /^(?:second opinion|second pair of eyes|outside view|fresh eyes?|frischer blick|blick von aussen|olhar (?:fresco|de fora|novo)|regard (?:neuf|exterieur)|points of view)$/,
  ],
  [
    'encouragement',
    /^(?:encourag\w*|cheer(?:ing)?(?: me)? on|ermutig\w*|zuspruch|ermunterung|encoraja\w*|incentivo|animo|aliento)$/,
  ],
  ['back', /^(?:pay(?:ing)? (?:it )?(?:forward|back)|zuruckgeben|retribuir|devolver|rendre|give back|giving back)$/],
  [
    'open',
    /^(?:openly|offen reden|offen sprechen|falar abertamente|falar com abertura|parler ouvertement|confide|confidant)$/,
  ],
  [
    'otherwise',
    /^(?:meeting (?:new )?people|new people|neue leute|leute kennen\w*|kennenlernen|conhecer (?:gente|pessoas)|rencontrer (?:des gens|du monde)|conocer gente|other departments)$/,
  ],
];

/** The longest phrase of the glossary, in words. */
export const longestEntry = 4;

/** The words of options that these words, folded and without accents, mean. */
export function glossed(words: string): string[] {
  return glossary.flatMap(([own, said]) => (said.test(words) ? [own] : []));
}
