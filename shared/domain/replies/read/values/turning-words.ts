import { Phrases, type Token } from '../text/word-tokens.ts';

/**
 * Words that turn, limit or open up the value that they stand beside. negation: "not". condition: "if", "unless". contrast:
 * "but", "except". doubt: "maybe", "I think". bound: "at least", "over".
 */
export type Turn = 'negation' | 'condition' | 'contrast' | 'doubt' | 'bound';

/** Turns that leave the whole answer open, wherever they stand. */
export const leavesOpen: ReadonlySet<Turn> = new Set(['condition', 'doubt']);

/** The languages that have lists of their own, and what tells that somebody writes in one: its commonest words. */
const common = {
  en: 'the of and to is are was were have has had i we you he she they it my our his her their this that these those there here with for from at in on be been will would can could should do does did yes no please thanks same team what who when how about all some any more very just so than then them us me as by an a too also people time work good',
  de: 'der die das und ist sind war habe haben hat ich wir du sie er es mein meine unser mit von zu zum im am auf ja nein bitte danke ein eine den dem des als auch für bei aus wie was wer so sehr schon noch hier da dann sich uns mich mir dir ihn ihr ihre sein werden wird kann gut gleiche gleiches team mal alle alles über',
  fr: "le la les et est sont ai avons je nous tu vous il elle ils mon ma mes notre nos avec du des au aux un une oui non merci dans pour que qui ce cette ces c'est j'ai d'un l'un on y en plus très bien trop déjà ici là tout toute tous leur leurs lui même équipe être fait suis sur par",
  pt: 'o os as e é são tenho temos eu nos voce ele ela eles elas meu minha meus seu sua com do da dos das ao aos à um uma sim nao obrigado para que no na nos nas em por isto isso esta este está estou muito muita mais já também toda todo gente aqui foi ser ter vou vai pela pelo mesma mesmo equipa como anda dele dela',
  es: 'el los las y es son tengo tenemos yo nosotros usted ella ellos mi mis nuestro con del al un una sí gracias para que en por esto eso esta este está muy más también toda todo gente aquí fue ser tener voy va como mismo misma equipo lo le se su',
  it: 'il lo gli e è sono ho abbiamo io noi lei lui mio mia con del della al alla un una sì grazie per che nel nella di questo questa molto più già anche tutto tutta gente qui stato essere avere vado come stesso stessa',
  nl: 'de het en is zijn was heb hebben ik wij we je u hij zij mijn onze met van naar ja nee dank een op dat dit die voor bij uit hoe wat wie zo heel al ook hier daar dan ons mij zelfde team worden wordt kan goed te',
  sv: 'och är var har jag vi du han hon det den de min vår med från till ja nej tack en ett på att för som vad vem så mycket redan också här där sedan oss mig samma blir kan bra av',
  pl: 'i jest są był mam mamy ja my ty on ona to moj nasz z od do tak nie dziekuje na że w jak co kto bardzo już też tutaj tam potem nas mnie ten sam być może dobrze po za się',
} as const;
export type Language = keyof typeof common;

const words: Record<Language, Record<Turn, string>> = {
  en: {
    negation: `not|no|nor|never|none|neither|nobody|nothing|nowhere|cannot|can't|don't|doesn't|didn't|won't|wouldn't|isn't|aren't|wasn't|weren't|haven't|hasn't|hadn't|
      couldn't|shouldn't|mustn't|needn't|ain't|dont|doesnt|didnt|wont|wouldnt|isnt|arent|wasnt|havent|hasnt|cant|couldnt|shouldnt|without|hardly|barely|scarcely|far from|against|instead of|refuse`,
    condition: `if|unless|provided|providing|depends|depending|depend|assuming|as long as|so long as|in case|otherwise|on condition|subject to|conditional|conditionally|only when|contingent|whenever|ideally`,
    contrast: `but|though|tho|although|however|except|excepting|excluding|only|apart from|other than|aside from|rather|instead|whereas|nevertheless|nonetheless|that said|on the other hand|minus|save for|bar|despite|exc|excl|except for|w/o|reluctantly|supposed to|else|another|different`,
    doubt: `maybe|perhaps|possibly|probably|might|unsure|uncertain|undecided|doubt|doubtful|guess|suppose|think|believe|not sure|hesitant|hesitate|torn|wonder|wondering|could be|hmm|hm|ish|wait|hang on|hold on|tbd|tbc|either|or|kind of|sort of|kinda|sorta|more or less|presumably|
      supposedly|it seems|seems so|seems fine|seems ok|likely|unlikely|worried|worries|worry|worrying|concern|concerns|concerned|reservations|reservation|whichever|debatable|tempted|idk|dunno|if anything|theoretically|in theory|potentially`,
    bound: `over|more than|at least|less than|under|up to|at most|between|beyond|fewer than|minimum|maximum|max|min|plus|no more than|no less than|nearly|almost|since|until|till|before|after|or more|or less|upwards|ranging|above|below|not before|earliest|latest|later|tomorrow|next week|next month|next year|monday|tuesday|wednesday|thursday|friday|saturday|sunday|eventually|someday|one day`,
  },
  de: {
    negation:
      'nicht|kein|keine|keinen|keinem|keiner|keins|nie|niemals|nein|nichts|weder|ohne|kaum|nee|niemand|keinesfalls|statt|anstatt|gegen',
    condition:
      'wenn|falls|sofern|solange|vorausgesetzt|es sei denn|kommt drauf an|kommt darauf an|je nachdem|hängt|bedingung|unter der bedingung|notfalls|sonst|ansonsten|würde|idealerweise',
    contrast:
      'aber|jedoch|doch|allerdings|obwohl|obgleich|sondern|nur|außer|ausser|bis auf|ausgenommen|eher|lieber|trotzdem|dennoch|wobei|hingegen',
    doubt:
      'vielleicht|evtl|eventuell|wahrscheinlich|vermutlich|womöglich|möglicherweise|glaube|glaub|denke|unsicher|unschlüssig|wohl|oder|zweifel|mal sehen|schwer zu sagen|keine ahnung|weiß nicht|weiss nicht|könnte|bedenken|sorge|sorgen|entweder|beziehungsweise|bzw',
    bound:
      'über|mehr als|mindestens|wenigstens|weniger als|unter|bis zu|höchstens|maximal|zwischen|seit|bis|vor|nach|ab|fast|knapp|gut|beinahe|frühestens|spätestens|später|morgen|nächste woche|nächsten monat|montag|dienstag|mittwoch|donnerstag|freitag|irgendwann',
  },
  fr: {
    negation:
      "pas|ne|jamais|non|aucun|aucune|ni|rien|sans|guère|personne|n'ai|n'est|n'a|n'ont|n'avons|n'en|plutôt que|au lieu de|contre",
    condition:
      "si|s'il|s'ils|à condition|pourvu|tant que|ça dépend|dépend|selon|au cas où|à moins|éventuellement|sous réserve|sinon",
    contrast:
      'mais|sauf|cependant|toutefois|pourtant|quoique|bien que|seulement|excepté|hormis|plutôt|hors|néanmoins|en revanche|par contre|uniquement|or',
    doubt:
      "peut-être|peut être|probablement|sans doute|crois|pense|hésite|hésitante|hésitant|ou|doute|je ne sais|j'ignore|bof|mouais|faut voir|à voir|possible|possiblement|soit|inquiète|réserve|réserves",
    bound:
      'plus de|moins de|au moins|au plus|maximum|minimum|entre|depuis|jusque|avant|après|presque|dès|plus tard|demain|la semaine prochaine|lundi|mardi|mercredi|jeudi|vendredi',
  },
  pt: {
    negation: 'não|nao|nunca|jamais|nem|nenhum|nenhuma|sem|nada|tampouco|ninguém|em vez de|contra',
    condition: 'se|caso|desde que|contanto|depende|a menos|conforme|sob condição|senão',
    contrast:
      'mas|porém|contudo|exceto|excepto|salvo|só|somente|apenas|embora|menos|tirando|a não ser|todavia|no entanto|porem|fora|aliás',
    doubt:
      'talvez|provavelmente|possivelmente|acho|penso|creio|não sei|ou|quem sabe|dúvida|dúvidas|duvido|se calhar|hesito|receio|pode ser',
    bound:
      'mais de|menos de|pelo menos|no máximo|no mínimo|entre|até|desde|antes|depois|quase|a partir|máximo|mínimo|mais tarde|amanhã|depois|para a semana|próxima semana|segunda feira|terça feira|quarta feira|quinta feira|sexta feira',
  },
  es: {
    negation: 'no|nunca|jamás|ni|ningún|ninguno|ninguna|sin|nada|tampoco|nadie|en vez de|contra',
    condition: 'si|siempre que|con tal|depende|a menos|según|en caso|mientras',
    contrast: 'pero|sino|aunque|salvo|excepto|menos|solo|sólo|solamente|sin embargo|más bien|únicamente',
    doubt:
      'quizá|quizás|tal vez|probablemente|posiblemente|creo|pienso|supongo|no sé|o|duda|dudas|dudo|a lo mejor|puede ser|puede que',
    bound:
      'más de|menos de|al menos|como máximo|como mínimo|entre|hasta|desde|antes|después|casi|a partir|más tarde|mañana|luego|próxima semana|lunes|martes|miércoles|jueves|viernes',
  },
  it: {
    negation: 'non|mai|né|nessun|nessuno|nessuna|senza|niente|nemmeno|neanche|mica|invece di|contro',
    condition: 'se|purché|a patto|dipende|a meno|qualora|nel caso|secondo',
    contrast: 'ma|però|tranne|eccetto|solo|soltanto|sebbene|salvo|piuttosto|invece|tuttavia',
    doubt: 'forse|probabilmente|credo|penso|non so|o|magari|dubbio|dubbi|mah|boh|può darsi|oppure',
    bound: 'più di|meno di|almeno|al massimo|tra|fra|fino|da più|prima|dopo|quasi',
  },
  nl: {
    negation: 'niet|geen|nooit|nee|noch|zonder|niets|amper|niemand|tegen',
    condition: 'als|indien|mits|tenzij|hangt|zolang|afhankelijk|anders',
    contrast: 'maar|echter|behalve|alleen|hoewel|uitgezonderd|liever|eerder|toch|slechts',
    doubt: 'misschien|waarschijnlijk|mogelijk|denk|geloof|weet niet|of|twijfel|wellicht',
    bound: 'meer dan|minder dan|minstens|minimaal|maximaal|hoogstens|tussen|sinds|tot|bijna|vanaf',
  },
  sv: {
    negation: 'inte|ingen|inget|inga|aldrig|utan|ej|knappt|nej|mot',
    condition: 'om|såvida|förutsatt|beror|ifall|annars',
    contrast: 'men|dock|utom|förutom|bara|endast|fastän|hellre|snarare|ändå',
    doubt: 'kanske|troligen|förmodligen|nog|tror|eller|osäker|tvekar|möjligen|vet inte',
    bound: 'mer än|mindre än|minst|högst|mellan|sedan|till|nästan|över|under',
  },
  pl: {
    negation: 'nie|nigdy|bez|ani|żaden|żadna|żadne|nic|nikt|zamiast|przeciw',
    condition: 'jeśli|jeżeli|gdyby|o ile|zależy|chyba że|pod warunkiem|inaczej',
    contrast: 'ale|lecz|jednak|oprócz|poza|tylko|chociaż|choć|raczej|wyjątkiem',
    doubt: 'może|chyba|prawdopodobnie|pewnie|myślę|sądzę|lub|albo|nie wiem|wątpię|czy',
    bound: 'ponad|więcej niż|mniej niż|co najmniej|najwyżej|między|od|do|prawie|około ponad',
  },
};

/** Signs of the same in scripts whose words are not taken apart: one of them anywhere is a turn. */
const signs: [Turn, RegExp][] = [
  [
    'negation',
    /[不没沒無无非]|ない|ません|なし|아니|않|없|못|안 |(?<!\p{L})(?:لا|ليس|لست|لم|لن|بدون|غير|לא|אין|בלי|אף)(?!\p{L})/u,
  ],
  ['condition', /如果|要是|除非|取决|もし|なら|場合|れば|만약|면 |경우|(?<!\p{L})(?:اذا|إذا|لو|אם|תלוי)(?!\p{L})/u],
  [
    'contrast',
    /但|可是|不过|除了|只|けど|しかし|だけ|のみ|以外|지만|하지만|만 |제외|(?<!\p{L})(?:لكن|ولكن|فقط|إلا|אבל|רק|חוץ)(?!\p{L})/u,
  ],
  [
    'doubt',
    /也许|可能|大概|或|たぶん|多分|かも|でしょう|아마|혹시|또는|(?<!\p{L})(?:ربما|قد|او|אולי|כנראה|או)(?!\p{L})/u,
  ],
];

interface Entry {
  language: Language;
  turn: Turn;
}

const turning = new Phrases<Entry>();
for (const [language, kinds] of Object.entries(words) as [Language, Record<Turn, string>][]) {
  for (const [turn, list] of Object.entries(kinds) as [Turn, string][]) turning.add(list, { language, turn });
}

const evidence = new Map<string, Language[]>();
for (const [language, list] of Object.entries(common) as [Language, string][]) {
  for (const word of list.split(' ')) {
    const plainWord = word.normalize('NFD').replace(/\p{M}/gu, '');
    evidence.set(plainWord, [...(evidence.get(plainWord) ?? []), language]);
  }
}

/** The languages that somebody may be writing in; all of them when nothing tells. */
export function languagesOf(tokens: readonly Token[], said = ''): ReadonlySet<Language> {
  const counts = new Map<Language, number>();
  for (const { word } of tokens.slice(0, 200)) {
    for (const language of evidence.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  for (const [language, letters] of accents) {
    if (letters.test(said)) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  const all = Object.keys(common) as Language[];
  // One common word more or less tells nothing.
  return new Set(all.filter((language) => (counts.get(language) ?? 0) >= Math.min(most - 1, most / 2)));
}

/** Letters that few languages have. */
const accents: [Language, RegExp][] = [
  ['pt', /[ãõ]|ção|ções/iu],
  ['de', /[ßü]/iu],
  ['fr', /[êèœ]|ç[ao]/iu],
  ['es', /[ñ¿¡]/iu],
  ['sv', /å/iu],
  ['pl', /[ąęłżźśćń]/iu],
];

/** A turning word, by its place in the tokens. */
export interface Turning {
  turn: Turn;
  from: number;
  to: number;
}

/** "Se" is "if", but for "each other" behind words such as these: "nunca se vão ver". */
function isReflexive(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at]?.breaks ? '' : (tokens[at - 1]?.word ?? '');
  return /^(?:nunca|nao|no|que|ja|ya|para|de|eles|elas|ele|ela|ellos|ellas|sempre|siempre|tambem|tambien|onde|donde|como|quando|cuando|quem|quien|nem|ni|ambos|non|mai|che|dove)$/.test(
    before,
  );
}

/** Words that turn in one language and are ordinary words, or another name of one, in the next: "men", "of", "mais", "so". */
const ambiguous: ReadonlySet<string> = new Set(
  'no or over under bar min max plus minus but before after since between more less tho wait against later bout fast gut ab bis nur wohl doch unter or si ne ni mais soit se so mas caso menos o mai ma tra fra prima solo fino als of tot noch nog anders om men till mot anda minst utan od do ale per entre antes ou dock ej nog depois luego morgen contra salvo fora'.split(
    ' ',
  ),
);

/** The turning words among `tokens`, in any language that these may be. */
export function turnsIn(tokens: readonly Token[], said: string, languages = languagesOf(tokens, said)): Turning[] {
  const found: Turning[] = [];
  for (let at = 0; at < tokens.length; ) {
    const phrase = turning.at(tokens, at);
    if (!phrase) {
      at += 1;
      continue;
    }
    const first = tokens[at]?.word ?? '';
    if (first === 'se' && phrase.length === 1 && isReflexive(tokens, at)) {
      at += 1;
      continue;
    }
    // People mix languages: only what is another word elsewhere counts in its own language alone.
    const isAmbiguous = phrase.length === 1 && ambiguous.has(first);
    const kinds = phrase.kinds.filter(({ language }) => !isAmbiguous || languages.has(language));
    const own = kinds.length > 0 ? kinds : [];
    for (const { turn } of own) found.push({ turn, from: at, to: at + phrase.length });
    at += own.length > 0 ? phrase.length : 1;
  }
  if (/(?!\p{Script=Latin})\p{L}/u.test(said)) {
    for (const [turn, pattern] of signs) if (pattern.test(said)) found.push({ turn, from: 0, to: tokens.length });
  }
  return found;
}
