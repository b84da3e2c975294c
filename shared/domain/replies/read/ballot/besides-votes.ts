import { isUnknown } from './clause-content.ts';
import type { Token } from './tokens/ballot-tokens.ts';

/** Sentences that vote on nothing: reasons, tales, and what they must not hold in order to be no more than that. */

/** A sentence about what its writer did. */
export const ownTale =
  /^\s*(?:(?:and|so|as always|this time),?\s+)?(?:i(?:'ve|'m| have| had| was| am| sat| looked| went| read| took| spent| checked| thought about| enjoyed| came)|we(?:'ve| have| looked| went)|ich habe|ich hab|j'ai|vi |li |he |eu vi|eu li|he visto|lo he)(?![\p{L}])/iu;

/** Words by which such a sentence could still mean some of the pairs. */
export const cautious =
  /(?<![\p{L}])(?:not|n't|no|never|ones?|two|three|several|hop(?:ed|ing)|some|few|most|except|but|only|however|though|swap\p{L}*|chang\p{L}*|mov\p{L}*|drop\p{L}*|skip\p{L}*|remov\p{L}*|replac\p{L}*|wonder\p{L}*|worr\p{L}*|prefer\p{L}*|rather|would|could|might|should|wish|doubt\p{L}*|concern\p{L}*|object\p{L}*|against|problem\p{L}*|nicht|kein\p{L}*|aber|ausser|außer|pas|mais|sauf|nao|não|mas|menos|pero|salvo)(?![\p{L}])/iu;

const looking =
  /^(?:(?:so|and|well|ok|okay|thanks|yes),?\s+)?(?:i|we)(?:'ve|’ve| have)?(?: just| now| finally| already| carefully)*(?: had a (?:good |quick |careful )?look| look(?:ed)?| gone| went| been| read| reviewed| checked| studied| considered| sat down| worked my way)(?! for)(?![\p{L}])/iu;

/** "I have gone through all twelve pairs with care": what they did with all of them, and no word for it or against it. */
export function isLooking(tokens: readonly Token[], words: string): boolean {
  const says = tokens.some(({ kind }) => weighty.includes(kind) && kind !== 'all' && kind !== 'rest');
  return (
    looking.test(words) && !says && !tokens.some(({ kind }) => kind === 'not' || kind === 'alarm' || kind === 'rest')
  );
}

const isSorryFor =
  /^(?:(?:i'm|i’m|i am|my|so|very|many|please accept my) )*(?:sorry|apologies) (?:to be|(?:that )?(?:it'?s|it is|this is|i'?m|i am) (?:so |a bit )?late|for (?:the|any|being|all|my)|about (?:the|that|this|my))(?![\p{L}])/iu;

/** An apology that stands alone, or is for the trouble. */
export function isSorry(words: string): boolean {
  return (
    isSorryFor.test(words.trim()) ||
    /^(?:(?:oh|so|very|i'm|i am|but) )*(?:sorry|apologies|unfortunately|sadly|leider|entschuldigung|sorry about that|infelizmente|desculpem?|desculpa|lamentablemente|perdón|malheureusement|désolée?)$/iu.test(
      words.trim(),
    )
  );
}

/** Words with which a sentence may speak of other pairs, or of what is to be done before anything goes ahead. */
const elsewhere =
  /(?<![\p{L}])(?:pair\p{L}*|match\p{L}*|couple\p{L}*|ones|those|these|some|many|most|others?|people|mentors|mentees|list|wait\p{L}*|hold|publish\p{L}*|send|again|check\p{L}*|prefer\p{L}*|swap\p{L}*|instead|overall|scores|vot\p{L}*|committee|process|actually|however|sorry|wrong|mistake|moreover|besides|too|also|paare?\p{L}*|leute|andere[nrs]?|warten|liste|nochmals?|auch|außerdem|ausserdem|leider|paires?|autres?|attendre|liste|aussi|pares|parejas|outr\p{L}+|otr\p{L}+|esperar|lista|tambem|también|também)(?![\p{L}])/iu;

const softly =
  /^(?:i )?(?:think|believe|guess|seems?|worry|worries(?: me)?|worried|concern(?:s|ed)?(?: me)?|glaube|ich glaube|denke|ich denke|je crois|je pense|creo|creo que|acho|acho que)$/iu;

/** "They work together closely, so I think another mentor would be better": doubt that is said of the reason, not of the no. */
function isSoftDoubt(words: string): boolean {
  return softly.test(words);
}

/** A doubt that is said of more than a reason. */
export function isFirmDoubt({ kind, start, end }: Token, said: string): boolean {
  return kind === 'doubt' && !isSoftDoubt(said.slice(start, end));
}

const weighty: readonly Token['kind'][] = [
  'approve',
  'reject',
  'praise',
  'except',
  'rest',
  'none',
  'all',
  'part',
  'beyond',
  'pair',
  'if',
  'ask',
  'doubt',
  'but',
  'only',
  'too',
];

/** Whether a sentence that follows a doubt about a pair can be about nothing else. */
export function goesOnDoubting(tokens: readonly Token[], words: string): boolean {
  // "They are not a good start": praise that is turned.
  const isTurned = tokens[0]?.kind === 'again' && tokens.some(({ kind }) => kind === 'not');
  const doubts: readonly Token['kind'][] = [
    'doubt',
    'only',
    'part',
    'but',
    'ask',
    ...(isTurned ? (['praise'] as const) : []),
  ];
  const others = tokens.filter(({ kind }) => !doubts.includes(kind));
  return isAside(others, words) || (others.length < tokens.length && isAside([...others, ...asWords(tokens)], words));
}

function asWords(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ kind }) => kind === 'doubt').map((token) => ({ ...token, kind: 'word' }));
}

/** "When will we see how the others voted?": asks how things go on, and takes nothing back. */
export function isQuestionBack(tokens: readonly Token[], words: string): boolean {
  const votes = tokens.some(({ kind }) => ['pair', 'beyond', 'reject', 'except', 'none', 'part', 'if'].includes(kind));
  return wQuestion.test(words) && !votes && !cautiousQuestion.test(words);
}

const wQuestion =
  /^(?:(?:ps|p\.s\.|by the way|btw|just one question|one question|a question|and|but|also)[:,]?\s+)*(?:when|by when|who|how|where|what (?:is|are|will|happens|comes)|which day|wann|wer|wie|wo|quand|qui|comment|quando|quem|como|cuándo|quién|cómo|dónde)(?![\p{L}])/iu;
const cautiousQuestion = /(?<![\p{L}])(?:ones|those|some|swap\p{L}*|instead|wait|hold|about)(?![\p{L}])/iu;

const reference =
  /(?<![\p{L}])(?:(?:that|this) (?:one|pair|match|pairing)|(?:those|these|the|both) (?:two|ones|pairs)|those|these|them|both|it|that|beiden?|diese[ns]?|das|dem|ces deux|celui-là|celle-là|esses? dois|esse|essas?|esos dos|ese|esta)(?![\p{L}])/iu;

/** How many pairs a clause refers back to that names none: "no to that one", "no to those two"; undefined when it refers to none. */
export function referredTo(words: string): 'one' | 'two' | 'any' | undefined {
  const [said] = reference.exec(words) ?? [];
  if (said === undefined) return undefined;
  if (/two|both|beide|deux|dois|dos/iu.test(said)) return 'two';
  return /one|pair$|match|pairing|^it$/iu.test(said) ? 'one' : 'any';
}

/** How somebody begins who puts something right. */
export function isCorrection(words: string): boolean {
  return /^(?:(?:oh|ah|so|no|but|actually|well|i am|i'm|i’m|so|very),?\s+)*(?:sorry|apologies|correction|wait|hang on|hold on|scrap that|scratch that|i meant|my mistake|i was wrong|on second thoughts?|entschuldigung|moment|pardon|desculpe|perdón|perdona)(?![\p{L}])/iu.test(
    words,
  );
}

/** "Sorry, 11 I mean", "No, make that 11": names what was meant instead, and says nothing else. */
export function isMeantInstead(words: string): boolean {
  return /(?<![\p{L}])(?:i mean|i meant|make (?:that|it)|should (?:be|have been|read|say)|instead|ich meinte|ich meine|je voulais dire|quería decir|queria dizer)(?![\p{L}])/iu.test(
    words,
  );
}

/** Whether a sentence speaks of nothing but what was spoken of before it: it can touch no other pair. */
export function isAside(tokens: readonly Token[], words: string): boolean {
  const unknown = tokens.filter(({ kind }) => isUnknown(kind));
  if (unknown.length === 0 || tokens.some(({ kind }) => weighty.includes(kind))) return false;
  const [first] = tokens;
  // "Tomas is leaving": perhaps somebody whose name has a slip of the finger.
  const beginsWithName = first?.kind === 'word' && /^\p{Lu}/u.test(words) && !common.test(words);
  return !elsewhere.test(words) && !beginsWithName && !unknown.some(({ proper }) => proper);
}

const idle: readonly Token['kind'][] = [
  'fill',
  'and',
  'comma',
  'colon',
  'dash',
  'word',
  'kind',
  'so',
  'when',
  'open',
  'close',
];

/** "It was quite a read, I have to say.": speaks of nobody and of nothing that is put to the vote. */
export function isIdle(tokens: readonly Token[], said: string): boolean {
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (!first || !last) return false;
  const isOfNobody = tokens.every(
    ({ kind, start, end }) =>
      idle.includes(kind) || (kind === 'again' && /^(?:it|its|it's|that|that's|this)$/iu.test(said.slice(start, end))),
  );
  return isOfNobody && isAside(tokens, said.slice(first.start, last.end));
}

/** How sentences begin that do not begin with a name. */
const common =
  /^(?:different|same|a|an|at|is|are|does|do|did|could|can|as|by|for|from|in|it|its|it's|one|two|three|four|five|no|not|nobody|on|that|that's|there|there's|they|they're|this|those|to|we|what|when|where|who|with|you|you'll|you're|your|i|i'd|i'll|i'm|i've|let|let's|same|working|sharing|having|being|both|ich|wir|man|das|es|da|sie|je|nous|on|c'est|il|elle|eu|nós|é|eles|elas|yo|ellos|son|está|deixem|deixem-me|déjenme|laissez-moi)(?![\p{L}'])/iu;
