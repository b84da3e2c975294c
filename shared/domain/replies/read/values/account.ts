import { Phrases, type Token, tokensOf } from '../text/word-tokens.ts';
import { languagesOf, type Turn, type Turning, turnsIn } from './turning-words.ts';
import { attitudes, endsInButNot, reasonStarts, subjects } from './word-lists.ts';

/**
 * The one place that decides whether what stands beside a value leaves it standing. A value is taken only when every word of
 * what was said is accounted for: the value itself, courtesy, words that change nothing, or a reason that comes after it.
 */

/** What stands before and after a value, as it was written. */
export interface Beside {
  before: string;
  after: string;
}

/**
 * How much may follow. A `no` is often given with a reason, in which a "not" is no turn. A `fact` (yes, it has happened) is
 * limited by a "but" and not turned, and so is a `denial` (no, it has not). An `option` and an `amount` have no bounds or their own. A `yes` to something that is to come
 * is turned by all.
 */
export type Kind = 'yes' | 'no' | 'fact' | 'denial' | 'option' | 'amount';

/** Explained, with the remark that is left; or the kind of word that may turn the value. */
export type Account = { comment: string } | { turn: Turn | 'unknown' | 'question' };

/** Words that change nothing, wherever they stand. */
const courtesy = `bye|goodbye|bye bye|tschüss|tchau|adeus|if (you'll have me|you will have me|i may|that's all right|that's alright|you count|we count|one counts)|but (thanks|thank you|many thanks|thanks for asking|thank you for asking|thanks for thinking of me|thanks anyway|thank you anyway)|aber danke|
(aber vielen|vielen|herzlichen) dank|mais merci|(mas|muito) obrigado|(mas|muito) obrigada|(pero|muchas) gracias|ma grazie|maar bedankt|no (hurry|rush|need to reply|worries)|please|pls|plz|thanks|thank you|thank you very much|thanks a lot|many thanks|cheers|sorry|i am sorry|very sorry|i am afraid|
afraid|unfortunately|sadly|happily|hi|hello|hey|dear|dear all|good morning|good afternoon|(kind|best) regards|best wishes|best|regards|well|so|oh|ah|um|uh|er|erm|uhm|ok so|right|now|then|here|honestly|frankly|to be honest|tbh|in (short|a word|all|totale|totaal)|actually|of course|obviously|naturally|
indeed|certainly|definitely|absolutely|surely|clearly|gladly|with pleasure|as (always|ever|before|well|you know)|again|too|also|by the way|btw|fyi|for the record|for sure|that is (it|all)|(there|here) you go|hope that helps|hope this helps|
(i would|i'll|i have to|i must|let's|i meant to|needless to) say|say|(my|the) answer is|(my|the) answer|answer|i mean|i meant|you know|to be clear|simply|simply put|plainly|exactly|precisely|personally|(in|au|no|en) total|altogether|overall|bitte|danke|danke schön|leider|hallo|guten tag|liebe grüße|
viele grüße|gruß|grüße|mfg|lg|tja|na|naja|ehrlich gesagt|natürlich|gerne|gern|sehr gerne|sehr gern|ich würde sagen|ich sage|meine antwort|meine antwort ist|selbstverständlich|klar|insgesamt|s'il vous plaît|s'il te plaît|svp|stp|merci|merci beaucoup|merci bien|désolé|désolée|malheureusement|bonjour|
salut|cordialement|bien (cordialement|sûr|entendu)|évidemment|franchement|honnêtement|alors|bon|ben|eh bien|je dirais|je dis|ma réponse|ma réponse est|avec plaisir|en tout|volontiers|por (favor|desgracia|supuesto)|obrigado|obrigada|desculpe|desculpem|infelizmente|olá|bom dia|boa tarde|cumprimentos|
com (os melhores cumprimentos|certeza|prazer|todo o gosto|muito gosto)|abraço|abraços|claro|diria|eu diria|a minha (resposta é|resposta)|bem|bom|sinceramente|ao todo|gracias|lo siento|desgraciadamente|lamentablemente|hola|buenos días|saludos|un saludo|desde luego|diría|yo diría|mi respuesta es|
mi respuesta|bueno|pues|con (gusto|mucho gusto|piacere)|per favore|per piacere|grazie|grazie mille|purtroppo|mi dispiace|ciao|buongiorno|cordiali saluti|saluti|certo|certamente|ovviamente|direi|la mia risposta è|volentieri|alstublieft|alsjeblieft|hoor|graag|dank je|dank u|bedankt|helaas|groeten|
met vriendelijke groet|natuurlijk|zeker|ik zou zeggen|tack|tack så mycket|tyvärr|hej|hälsningar|gärna|självklart|totalt|proszę|dziękuję|dzięki|niestety|cześć|dzień dobry|pozdrawiam|oczywiście|jasne|chętnie|w sumie|łącznie|moja odpowiedź|moja odpowiedź to`;

/** What leads up to a value in the same clause without changing it. */
const leadIn = `(make|ok make|okay make|call|ok call|give) it|make that|ok make that|i (said|am|was|have|had|choose|pick|go for|go with|take|select|want to be|would like to be|want to be a|would like|would love to be|wish to be|prefer|would prefer|vote|give it|give this|would give it|rate it)|as i said|
(it|that|this|my choice|my vote|het) is|its|it was|thats|that was|that would be|im|we've|we (have|had|are|hebben)|i|we|me|my|mine|our|you|a|an|the|of|to|in|for|at|is|are|be|was|were|been|have|has|had|from (me|my side|us)|for me|on my side|put me down (as|for)|count me (as|in as)|i'd choose|i'd pick|
i'll pick|(i'd|i'll|let's) go for|(i'll|i'd|let's) go with|i'll take|happy to be|going with|my choice|my vote|rating|just|now|big|clear|clearly|firm|definite|solid|strong|very|really|roughly speaking|currently|at the moment|at present|and|so far|so|es ist|das ist|
ich (bin|habe|möchte|möchte gern|möchte gerne|wäre gern|wäre gerne|nehme|wähle)|wir haben|ich|wir|ein|eine|einen|der|die|das|als|es|von mir|für mich|meinerseits|von meiner seite|und|c'est|(ce|ça) serait|je (suis|voudrais être|souhaite être|choisis|prends)|j'ai|nous avons|on a|j'aimerais être|un|une|
le|la|les|pour moi|de ma part|de mon côté|et|je|nous|é|são|sou|tenho|temos|já|eu|nós|um|uma|o|os|as|para mim|(da minha|por mi|de mi) parte|por mim|(quero|gostaria de|gostava de|quiero|me gustaría|quisiera) ser|escolho|prefiro|seria|e|son|soy|tengo|tenemos|yo|nosotros|una|el|los|las|para mí|elijo|
prefiero|sería|y|è|sono|ho|abbiamo|io|noi|il|lo|per me|da parte mia|(vorrei|mi piacerebbe) essere|scelgo|preferisco|sarebbe|ik (ben|heb|kies|wil)|ik|wij|een|de|het|voor mij|wat mij betreft|en|det är|jag (är|har|väljer)|vi har|jag|vi|ett|för mig|från mig|och|to jest|jestem|mam|mamy|ja|dla mnie|
z mojej strony|wybieram`;

const neutral = new Phrases<'courtesy' | 'lead'>()
  .add(courtesy.replaceAll('\n', ''), 'courtesy')
  .add(leadIn.replaceAll('\n', ''), 'lead');

/** What is an opinion in a reason, and doubt where the opinion is the answer. */
const opinions = new Set(
  'think believe guess suppose glaube glaub denke crois pense acho penso creio creo pienso credo denk tror worried worries worry concern concerns concerned bedenken sorge sorgen likely wohl inquiete'.split(
    ' ',
  ),
);

/** Words that concede, behind the "but" of a reason. */
const conceding =
  /(?<!\p{L})(?:could|would|will|can|might|may|ok|okay|fine|good|yes|accept|agree|happy|live with|willing|otherwise|könnte|kann|gut|oui|bien|sim|bem|pode|posso|accord|einverstanden|geht|trotzdem|still)(?!\p{L})/u;

/**
 * Whether a value stands with what is beside it. `ask` is the question, whose own words people repeat. `own`: more words that
 * change nothing beside this kind of value, such as units.
 */
export function explain(beside: Beside, kind: Kind, ask: string, own: ReadonlySet<string> = new Set()): Account {
  const echo = echoOf(ask);
  const before = turnBefore(beside.before, kind, echo, own);
  if (before) return { turn: before };
  // "2: no", "no to 4": an answer to something else that has a number.
  const isWord = kind !== 'option' && kind !== 'amount';
  if (isWord && (/\d/.test(beside.before) || numbered.test(beside.after))) return { turn: 'unknown' };
  return explainAfter(beside.after, kind, echo, own);
}

const numbered =
  /^\s*(?:(?:to|for|on|about|zu|bei|für|à|pour|a|ao|al|para|per)\s+)?(?:(?:number|no\.?|nr\.?|nummer|numéro|número|numero|pair|paar|paire|par|#)\s*)?\d/iu;

/** The words of the question, and what has their beginning: "mentored" for "mentor". */
function echoOf(ask: string): (word: string) => boolean {
  const words = new Set(tokensOf(ask).map(({ word }) => word));
  const stems = [...words].filter((word) => word.length >= 4);
  return (word) => words.has(word) || stems.some((stem) => word.startsWith(stem) && word.length <= stem.length + 3);
}

/** The turning words that are in no phrase of courtesy: the "but" of "but thank you" turns nothing. */
function turnsOutside(tokens: readonly Token[], said: string, languages = languagesOf(tokens, said)): Turning[] {
  const covered = new Set<number>();
  for (let at = 0; at < tokens.length; ) {
    const phrase = neutral.at(tokens, at);
    if (phrase && phrase.length > 1 && phrase.kinds.includes('courtesy')) {
      for (let step = 0; step < phrase.length; step += 1) covered.add(at + step);
    }
    at += phrase?.length ?? 1;
  }
  return turnsIn(tokens, said, languages).filter(({ from }) => !covered.has(from));
}

/** Words that are left of `tokens` once what changes nothing is taken away. */
function unexplained(tokens: readonly Token[], echo: (word: string) => boolean, own: ReadonlySet<string>): Token[] {
  const left: Token[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const phrase = neutral.at(tokens, at);
    if (phrase) at += phrase.length;
    else {
      if (!own.has(token.word) && !(echo(token.word) && !isTurning(token, tokens))) left.push(token);
      at += 1;
    }
  }
  return left;
}

function isTurning(token: Token, all: readonly Token[]): boolean {
  return turnsIn([token], token.word, languagesOf(all)).length > 0;
}

/** Before a value, in its clause, every word has to change nothing; a clause of its own before it has to be free of turns. */
function turnBefore(
  words: string,
  kind: Kind,
  echo: (word: string) => boolean,
  own: ReadonlySet<string>,
): Turn | 'unknown' | 'question' | undefined {
  const tokens = tokensOf(words);
  const turnings = turnsOutside(tokens, words);
  const endsInBreak = /[,.;:!\n、。，！；：(–—]\s*["'“„*_]*\s*$|\s[-–—]{1,3}\s*$/u.test(words);
  const last = endsInBreak ? tokens.length : lastClauseOf(tokens);
  const clause = tokens.slice(last);
  if (turnings.length > 0) {
    const isOwn = ({ from, to }: Turning) => tokens.slice(from, to).every(({ word }) => own.has(word));
    const turned = turnings.find((one) => !isOwn(one) && (one.turn !== 'bound' || kind === 'amount'));
    if (turned) return turned.turn;
  }
  if (tokens.some(({ word }) => word === '?' || word === '？' || word === '؟')) return 'question';
  return unexplained(clause, echo, own).length > 0 ? 'unknown' : undefined;
}

function lastClauseOf(tokens: readonly Token[]): number {
  for (let at = tokens.length - 1; at > 0; at -= 1) if (tokens[at]?.breaks) return at;
  return 0;
}

/** "They are on the same team, aren't they?": a question that asks for nothing. */
const tag =
  /,\s*(?:(?:is|are|was|were|do|does|did|have|has|wo|would|ca|could|should)n'?t (?:it|they|he|she|we|you|i)|right|no|eh|nicht wahr|oder(?: nicht)?|gell|n'est-ce pas|non|não é|né|verdad|no es así|vero|toch)\s?\?/giu;

function explainAfter(
  asWritten: string,
  kind: Kind,
  echo: (word: string) => boolean,
  own: ReadonlySet<string>,
): Account {
  const words = kind === 'no' || kind === 'fact' || kind === 'denial' ? asWritten.replace(tag, '.') : asWritten;
  const { first, later } = sentencesOf(words);
  const tokens = tokensOf(first);
  const left = unexplained(tokens, echo, own);
  // "A mentor like Grace": what goes on in the clause of an option or a figure is part of what it says.
  const runsOn = (kind === 'option' || kind === 'amount') && clauseAfter(tokens, words);
  if (runsOn && unexplained(runsOn, echo, own).length > 0) return { turn: 'unknown' };
  if (tokens.some(({ word }) => word === '?' || word === '？' || word === '؟')) return { turn: 'question' };
  const languages = languagesOf(tokensOf(words), words);
  for (const turning of turnsOutside(tokens, first, languages)) {
    if (!isHarmless(turning, tokens, first, kind, own)) return { turn: turning.turn };
  }
  for (const sentence of later) {
    const turn = turnInLater(sentence, kind);
    if (turn) return { turn };
  }
  const isEmpty =
    left.length === 0 && later.every((sentence) => unexplained(tokensOf(sentence), echo, own).length === 0);
  return { comment: isEmpty ? '' : trimmed(asWritten) };
}

/** What of `tokens` is still in the clause of the value: up to the next break, or to a word that begins a reason. */
function clauseAfter(tokens: readonly Token[], words: string): readonly Token[] | false {
  const [first] = tokens;
  if (!first || first.breaks || /^\s*(?:$|[^\p{L}\p{N}\s'"*_])/u.test(words)) return false;
  const end = tokens.findIndex(({ word, breaks }, at) => (at > 0 && breaks) || reasonStarts.has(word));
  return end === -1 ? tokens : tokens.slice(0, end);
}

/** Whether a turning word in what follows a value is part of its reason. */
function isHarmless(
  { turn, from, to }: Turning,
  tokens: readonly Token[],
  said: string,
  kind: Kind,
  own: ReadonlySet<string>,
): boolean {
  if ((kind === 'amount' || kind === 'option') && tokens.slice(from, to).every(({ word }) => own.has(word)))
    return true;
  if (turn === 'bound') return kind !== 'yes' && kind !== 'amount';
  const isException = turn === 'contrast' && exceptive.test(said.slice(tokens[from]?.start ?? 0));
  if (isException) return false;
  if (kind === 'fact') return turn === 'contrast';
  if (kind !== 'no' && kind !== 'denial') return false;
  if (kind === 'denial' && turn === 'contrast' && to < tokens.length) return true;
  const isLast = to === tokens.length;
  // "No, but not really": a "not" behind a "but" is about the no.
  if (turn === 'negation') return !isLast && !but.test(tokens[from - 1]?.word ?? '');
  if (turn === 'doubt') return tokens.length - to >= 2 && opinions.has(tokens[to - 1]?.word ?? '');
  if (turn !== 'contrast' || isLast) return false;
  const isBut = /^(?:but|though|although|however|aber|jedoch|doch|mais|mas|pero|ma|maar|men|ale|sauf|except)$/u.test(
    tokens[from]?.word ?? '',
  );
  return !isBut || (from > 0 && !conceding.test(said.slice(tokens[to]?.start ?? 0).toLowerCase()));
}

const but = /^(?:but|though|although|however|aber|jedoch|doch|mais|mas|pero|ma|maar|men|ale|sauf|except)$/u;

/** What takes something out of an answer. */
const exceptive =
  /^(?:except|excepting|excluding|apart from|other than|aside from|bar|minus|save|exc|excl|außer|ausser|bis auf|ausgenommen|sauf|excepté|hormis|exceto|excepto|salvo|tirando|tranne|eccetto|behalve|uitgezonderd|utom|förutom|oprócz)/iu;

/** A later sentence is a remark unless it turns the value, or says what its writer wants or thinks with a "not". */
function turnInLater(sentence: string, kind: Kind): Turn | undefined {
  const tokens = tokensOf(sentence);
  const isQuestion = /[?？؟]\s*$/u.test(sentence);
  // "..., but not really" at its end is about the value again.
  if (endsInButNot.test(sentence)) return 'negation';
  // "I get plenty at home, but a second opinion never hurt anybody": about its subject, not about the value.
  const isAside = subjects.has(tokens[0]?.word ?? '') && !tokens.some(({ word }) => attitudes.has(word));
  for (const { turn, from, to } of turnsIn(tokens, sentence)) {
    if (turn === 'bound' || (isAside && (turn === 'negation' || turn === 'contrast') && to < tokens.length)) continue;
    if (turn === 'negation') {
      const isAbout =
        from > 0 &&
        to < tokens.length &&
        (kind === 'no' || kind === 'denial' || !tokens.some(({ word }) => attitudes.has(word)));
      if (!isAbout) return turn;
    } else if (turn === 'contrast' && from === 0) {
      return turn;
    } else if (turn === 'doubt' || turn === 'contrast') {
      const isOpinion =
        tokens.length - to >= 2 &&
        (opinions.has(tokens[to - 1]?.word ?? '') ||
          kind === 'no' ||
          kind === 'denial' ||
          kind === 'fact' ||
          isQuestion);
      if (!isOpinion) return turn;
    } else if (!isQuestion) return turn;
  }
  return undefined;
}

/** What belongs to the sentence of the value, and the sentences after it. */
function sentencesOf(words: string): { first: string; later: string[] } {
  const [first = '', ...later] = words.split(/(?<=[.!?。！？؟])(?=\s|$)|\n+|(?<=[。！？])/u);
  return { first, later: later.filter((sentence) => sentence.trim() !== '') };
}

function trimmed(words: string): string {
  return words
    .trim()
    .replace(/^[\s,;:.!)\]–—-]+/u, '')
    .replace(/^\(/u, '')
    .trim();
}
