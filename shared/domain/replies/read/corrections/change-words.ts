import { fold } from '../text/words.ts';

/** Words by which people change an answer that they have given, in our readers' languages, as they stand in a folded clause. */

/** Said before a correction: it makes plain that what follows is meant to replace something. */
const correcting =
  /^(?:(?:i'm |i am |so |very |ich bin |je suis )?sorry|oops|ooops|whoops|ups|apologies|my apologies|excuse me|pardon|(?:it was |that was )?(?:my|a) mistake|i (?:made|see|found|notice|noticed) (?:a|an|one|my|some) (?:small |little )?(?:mistakes?|errors?|typos?)|correction|corrections|(?:one|a|two|some|small|quick|a small|a quick|one small) (?:small )?(?:corrections?|changes?|fix|thing to correct)|update|edit|wait|actually|in fact|no wait|hold on|on second thoughts?|i (?:meant|mean) to (?:say|write)|entschuldigung|verzeihung|korrektur|berichtigung|eigentlich|pardon|desolee?|correction|rectification|en fait|desculpem?|correcao|na verdade|perdon|lo siento|correccion|en realidad|scusa|scusate|correzione|in realta|pardon|correctie|eigenlijk|ursakta|rattelse|egentligen|przepraszam|poprawka|korekta)(?![\p{L}'])[\s,:;.!–-]*/u;

/** Said before anything. */
const opening =
  /^(?:hi|hello|hey|dear|hallo|bonjour|hola|ola|ciao|and|also|but|then|so|oh|ah|well|ps|p\.s|please|kindly|just|btw|by the way|one (?:more )?thing|und|auch|bitte|et|e|y|por favor|en|och)(?![\p{L}'])[\s,:;.!–-]*/u;

/** A clause without what people say before it. `corrects`: it was said to be a correction. */
export function withoutOpening(clause: string): { clause: string; corrects: boolean } {
  let [rest, corrects] = [clause.trim(), false];
  for (let times = 0; times < 6; times += 1) {
    const text = comparable(rest);
    const [found] = correcting.exec(text) ?? [];
    if (found) corrects = true;
    const length = (found ?? opening.exec(text)?.[0] ?? '').length;
    if (length === 0) break;
    rest = rest.slice(length);
  }
  return { clause: rest.trim(), corrects };
}

const ascii = /^[\n\x20-\x5f\x61-\x7e]*$/;

/** Folded and without accents, and as long as it was, so that places in it are places in what was written. */
export function comparable(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  const folded = [...text].map((one) => {
    const bare = fold(one).normalize('NFD').replace(/\p{M}/gu, '');
    return bare.length === one.length ? bare : one;
  });
  return folded.join('');
}

/** "please", "thanks" and the like behind a value. */
const closing =
  /(?:[\s,.!–-]+(?:please|pls|thanks|thank you|many thanks|sorry|instead|after all|bitte|danke|merci|s'il vous plait|por favor|obrigad[oa]|gracias|grazie|per favore|sein|zijn))+[\s.!?]*$/u;

/** Characters: a few words. Bounded, because the expression is tried at every character. */
const longestClosing = 80;

export function withoutClosing(words: string): string {
  const from = Math.max(0, words.length - longestClosing);
  const found = closing.exec(comparable(words.slice(from)));
  const end = found ? from + found.index : words.length;
  return words
    .slice(0, end)
    .replace(/[\s.!,;]+$/u, '')
    .trim();
}

/** Between a question and its new value. `certain` ones are said of nothing but a change. */
const becoming: readonly { pattern: RegExp; certain: boolean }[] = [
  {
    certain: true,
    pattern:
      /^[\s,]*(?:(?:should|must|has to|needs? to|ought to)(?: really| actually| rather| in fact| now| please)? (?:be|read|say|have been|have read)(?: changed to| set to)?|was (?:meant|supposed) to be|is (?:now|actually|really|in fact|to be|meant to be)|becomes|to be|(?:->|=>|[→➔➜⇒]|-->)|soll(?:te)?|muss|devrait etre|doit etre|deve(?:ria)? ser|debe(?:ria)? ser|deve essere|dovrebbe essere|moet(?: zijn)?|ska vara|borde vara|powinno byc)(?![\p{L}])\s*:?\s*/u,
  },
  {
    certain: false,
    pattern: /^\s*(?:(?:is|are|ist|sind|est|es|e|is|ar|jest)(?![\p{L}])\s*:?\s*|[=:]\s*|[-–—]{1,2}\s+|,\s*)/u,
  },
];

/** The value behind "should be", "is" or "=" at the beginning of `rest`. */
export function becomes(rest: string): { value: string; certain: boolean } | undefined {
  const text = comparable(rest);
  for (const { pattern, certain } of becoming) {
    const [found] = pattern.exec(text) ?? [];
    if (found) return { value: rest.slice(found.length), certain };
  }
  return undefined;
}

/** "is wrong", which may go on with the right value: "is wrong, it's 2". */
const mistaken =
  /^\s*(?:is|was|are|were|ist|war|est|etait|esta|estava|e|is|ar)\s(?:also |not |nicht |pas )?(?:wrong|incorrect|a mistake|mistaken|a typo|an error|right|correct|falsch|ein fehler|richtig|faux|fausse|incorrecte?|correcte?|errad[oa]|equivocad[oa]|mal|sbagliat[oa]|fout|verkeerd|fel|corret[oa])(?![\p{L}])[\s,.:;–-]*/u;
const right =
  /^(?:and |but |it |that |this |sorry )*(?:it's|its|that's|it is|that is|it should (?:be|read)|it must be|it ought to be|should (?:be|read)|that should (?:be|read)|make (?:it|that)|i (?:meant|mean)|the (?:right|correct) (?:answer|one|value|number) is|correct is|right is|(?:es )?(?:sollte|muss|ist)|c'est|e|es)(?![\p{L}])\s*(?:really |actually |in fact )?:?\s*/u;

/** What is said behind "is wrong": the right value, or nothing. Undefined when it is not said to be wrong. */
export function afterMistaken(rest: string): string | undefined {
  const text = comparable(rest);
  const [found] = mistaken.exec(text) ?? [];
  const isWrong =
    found !== undefined &&
    /(?:not|nicht|pas)\s|wrong|incor|mistak|typo|error|fals|fehl|faux|fauss|errad|equiv|mal|sbagl|fout|verk|fel/u.test(
      found,
    );
  if (!isWrong) return undefined;
  const left = rest.slice(found.length);
  return left.slice((right.exec(comparable(left))?.[0] ?? '').length);
}

/** "It should be 2", said of the question that was named before. */
export function ofTheSame(clause: string): string | undefined {
  const [found] = right.exec(comparable(clause)) ?? [];
  return found === undefined ? undefined : clause.slice(found.length);
}

/** "19, not 23": the new value, and the one that it takes the place of. */
const replacing =
  /(?:^|[\s,(]+)(?:(?:and |but )?not|instead of|rather than|in place of|no longer|nicht|und nicht|statt|anstatt|anstelle von|(?:et )?non|pas|et pas|au lieu de|y no|en vez de|em vez de|invece di|(?:en )?niet|in plaats van|inte|i stallet for|(?:a )?nie|zamiast)\s+/u;

/** Characters of two values; longer is a text, and "not" is a word of it. */
const longestReplacement = 400;

export function insteadOf(words: string): { value: string; old: string } | undefined {
  if (words.length > longestReplacement) return undefined;
  const found = replacing.exec(comparable(words));
  if (!found || found.index === 0) return undefined;
  const old = words.slice(found.index + found[0].length).replace(/[)\s.!]+$/u, '');
  return old === '' ? undefined : { value: words.slice(0, found.index), old };
}

/** "from 23 to 19". */
export function fromTo(words: string): { value: string; old: string } | undefined {
  const found = /^(?:from|von|de|da|van|fran|z)\s(.{1,80}?)\s(?:to|auf|zu|a|para|naar|till|na)\s/u.exec(
    comparable(words),
  );
  if (!found) return undefined;
  const start = words.search(/\s/u) + 1;
  return { old: words.slice(start, start + (found[1]?.length ?? 0)), value: words.slice(found[0].length) };
}

const asking =
  /^(?:(?:could|can|would|will) (?:you|i|we)(?: please| kindly)? |may i |i(?:'d| would) (?:like|want|need|love)(?: you)? to |i (?:want|need|have|wish) to |let me |let's |please |konnen sie |konnten sie |bitte |pouvez-vous |podem? |puede[ns]? )?/u;
const changing =
  /^(?:change|changing|correct|update|switch|set|amend|modify|alter|fix|make|edit|replace|turn|put|andern?(?: sie)?|korrigieren(?: sie)?|changer|changez|corriger|corrigez|mudar|mudem?|corrigir|corrijam?|alterar|cambiar|cambien?|corregir|cambia|cambiare|correggere|wijzig|verander|andra)\s+/u;
const adding =
  /^(?:add|include|append|also add|fuge? |ajouter|ajoutez|adicionar|acrescentar|anadir|agregar|aggiungere|voeg|lagg till|dodac)\s+/u;
const removing =
  /^(?:remove|delete|drop|strike|take (?:out|away|off)|leave out|without|cross out|entferne?n?|ohne|supprimer|retirer|enlever|sans|remover|tirar|sem|quitar|eliminar|sin|togliere|senza|verwijder|zonder|ta bort|utan)\s+/u;

/** What somebody asks us to do with an answer, and with what. */
export function request(clause: string): { does: 'change' | 'add' | 'remove'; what: string } | undefined {
  const start = asking.exec(comparable(clause))?.[0].length ?? 0;
  const rest = clause.slice(start);
  const text = comparable(rest);
  for (const [does, pattern] of [
    ['change', changing],
    ['add', adding],
    ['remove', removing],
  ] as const) {
    const [found] = pattern.exec(text) ?? [];
    if (found) return { does, what: rest.slice(found.length) };
  }
  return undefined;
}

const before =
  /^(?:also|plus|and also|additionally|add|include|auch|zusatzlich|aussi|ajouter|tambem|mais|tambien|anche|ook|remove|without|minus|drop|delete|ohne|sans|sem|sin|senza|zonder)\s+/u;
const behind = /[\s,]+(?:too|as well|also|in addition|auch|dazu|aussi|tambem|tambien|anche|ook)[\s.!]*$/u;

/** "also b", "b too", "without a": options to be put to those that were chosen, or taken from them. */
export function asAddition(words: string): { does: 'add' | 'remove'; options: string } | undefined {
  if (words.length > 200) return undefined;
  const text = comparable(words);
  const [lead = ''] = before.exec(text) ?? [];
  const end = behind.exec(text)?.index;
  if (lead === '' && end === undefined) return undefined;
  const does = /^(?:remove|without|minus|drop|delete|ohne|sans|sem|sin|senza|zonder)/u.test(lead) ? 'remove' : 'add';
  return { does, options: words.slice(lead.length, end) };
}

/** A "too" or a "not" beside an option: more than that option is meant, or another. */
export function saysMoreOrNot(clause: string): boolean {
  return /(?<![\p{L}])(?:also|too|as well|both|not|no longer|never|neither|nor|\p{L}+n't|auch|nicht|kein\p{L}*|aussi|pas|jamais|tambem|nao|tambien|no|anche|non|ook|niet|geen|inte|nie)(?![\p{L}])/u.test(
    comparable(clause).replaceAll('’', "'"),
  );
}

/** Between the question and its value in a request to change it. */
export function toValue(rest: string): string | undefined {
  const [found] =
    /^\s*(?:to(?: be| read| say)?|into|as|with|by|so that it (?:is|says|reads)|->|=>|[→=:]|zu|auf|in|en|por|para|a|naar|till)(?![\p{L}])\s*/u.exec(
      comparable(rest),
    ) ?? [];
  return found === undefined ? undefined : rest.slice(found.length);
}

/** Before a question that is only a topic: "I have changed my mind about 12: b". */
const topic =
  /^(?:i(?:'ve| have)? (?:just )?chang(?:ed?|ing) my mind (?:about|on|regarding|with|for|over)|regarding|about|concerning|as for|as to|with regard to|re|for|on|in|to|under|at|zu|bei|fur|zur|pour|concernant|quant a|para|sobre|per|voor|om|for) (?=\S)/u;
const choosing =
  /^[\s,:–-]*(?:(?:it(?:'s| is| should be| should read| must be)|i(?:'d| would)? (?:now )?(?:say|choose|like|prefer|take|pick)|i(?:'ll| will) (?:say|take|choose)|my answer (?:is|should be)(?: now)?|the answer (?:is|should be)(?: now)?|make it|please(?: put| write)?|now)(?![\p{L}])\s*)+:?\s*/u;

export function aboutTopic(clause: string): { rest: string; changesMind: boolean } | undefined {
  const [found] = topic.exec(comparable(clause)) ?? [];
  return found === undefined ? undefined : { rest: clause.slice(found.length), changesMind: /chang/u.test(found) };
}

export function afterChoosing(rest: string): string {
  const [found] = choosing.exec(comparable(rest)) ?? [];
  return found === undefined ? rest : rest.slice(found.length);
}

/** "I meant mentee". */
export function meant(clause: string): string | undefined {
  const [found] =
    /^(?:i (?:meant|mean|wanted|intended|should have (?:said|written)|wanted to (?:say|write)|meant to (?:say|write))|that should (?:be|read)|it should (?:be|read)|make (?:it|that)|ich meinte|gemeint war|je voulais dire|queria dizer|quise decir|queria decir|volevo dire|ik bedoelde|jag menade)\s+/u.exec(
      comparable(clause),
    ) ?? [];
  return found === undefined ? undefined : clause.slice(found.length);
}

/** Signs inside a sentence that it changes something. */
export function saysChange(clause: string): boolean {
  return /(?<![\p{L}])(?:only|just|no longer|any more|anymore|after all|now|actually|in fact|instead|nur noch|doch|finalement|afinal|al final|alla fine|toch)(?![\p{L}])/u.test(
    comparable(clause),
  );
}

/** A number, and that its answer should be another one. */
const changesNumber =
  /^(?:(?:my |the )?(?:answer|question|number|frage|antwort|question|reponse|pergunta|resposta|pregunta|respuesta|domanda|risposta|vraag|antwoord)(?: to)? |q|#|no\.? )?\d{1,3}[)\]]?(?:\s?(?:->|=>|[→➔➜⇒])\s?\S|\s(?:should|must|ought to|needs? to|has to|was meant to) (?:be|read|say|have been)\s|\s(?:is|was) (?:wrong|incorrect|a mistake|not right)(?!\p{L})|\s(?:sollte|devrait|deve|deberia|dovrebbe|moet)\s)/u;

/**
 * Whether a line under an answer begins a correction of another one. In words of theirs "sorry" begins many a sentence; there
 * it has to name a number.
 */
export function beginsCorrection(line: string, isText: boolean): boolean {
  const { clause, corrects } = withoutOpening(line.slice(0, 300));
  const text = comparable(clause);
  if (changesNumber.test(text)) return true;
  const isRequest = /^(?:please )?(?:change|correct)\s(?:my answer |question |number |no\.? )/u.test(text);
  return isText ? (corrects || isRequest) && /^\D{0,40}\d{1,3}\s(?:is|to)\s/u.test(text) : corrects || isRequest;
}

/** "4 is fine": said of what we have, and nothing to change. */
export function isApproval(value: string): boolean {
  return /^(?:fine|ok|okay|correct|right|good|perfect|true|as it (?:is|should be)|still (?:right|correct|true)|unchanged|the same|richtig|korrekt|correcte?|juste|certo|correcto|giusto)[\s.!]*$/u.test(
    comparable(value.trim()),
  );
}

/** Signs that what was said before no longer holds. */
export function saysReplacing(clause: string): boolean {
  return /(?<![\p{L}])(?:after all|instead|actually|on second thoughts?|change|doch|finalement|afinal|al final)(?![\p{L}])/u.test(
    comparable(clause),
  );
}

/** Words of wanting or of changing one's mind, beside an option that is not the one we have. */
export function saysWish(clause: string): boolean {
  return /(?<![\p{L}])(?:rather|want|wants|like|prefer|prefers|better|best|choose|change|changed|switch|put me|make me|count me|also|too|as well|not|don't|do not|no longer|only|instead|after all|actually|sorry|mochte|lieber|auch|nicht|kein|doch|nur|prefere|voudrais|aussi|pas|plutot|quero|gostaria|tambem|nao|quiero|prefiero|tambien|no|vorrei|preferisco|anche|non)(?![\p{L}])/u.test(
    comparable(clause),
  );
}

const changeWords =
  /should|wrong|incorrect|mistake|swap|mixed up|change|correct|meant|instead|wrote|typo|falsch|fehler|ander|sollte|faux|erreur|errad|erro|equivoc|sbagliat|fout/u;
const namedNumbers =
  /(?:^|(?:^|\s)(?:for|in|to|on|except|except for|but|questions?|numbers?|answers?|about|change|swap|correct|with|of|and|frage|nummer|bei|von|pour|para|per) )((?:#|q)?\d{1,3}(?:\s*(?:,|and|&|und|et|e|y)\s*\d{1,3})*)(?=\s*$|\s*[,.;:!?)=]|\s(?:should|shouldn't|is|isn't|are|aren't|was|were|to|from|must|which|instead|wrong|and|i|it|we|sollte|ist|est|devrait)(?![\p{L}]))/u;

/** Numbers that are named beside words of changing, wherever they stand: "all good but 9 should be 1", "swap 9 and 11". */
export function numbersToChange(clause: string): number[] {
  const text = comparable(clause);
  const [, listed = ''] = /^(\d{1,3}(?:\s*(?:,|and|&|und|et|e|y)\s*\d{1,3})+)\s*[:=]/u.exec(text) ?? [];
  if (listed !== '') return [...listed.matchAll(/\d{1,3}/gu)].map(([number]) => Number(number));
  if (!changeWords.test(text)) return [];
  const [, found = ''] = namedNumbers.exec(text) ?? [];
  return [...found.matchAll(/\d{1,3}/gu)].map(([number]) => Number(number));
}
