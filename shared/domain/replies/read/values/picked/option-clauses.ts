import type { Question } from '#domain/forms/form.ts';
import { type Token, tokensOf } from '#domain/replies/read/text/word-tokens.ts';
import { languageOptions } from '../mentions/language-options.ts';
import type { Mention } from '../mentions/mention.ts';
import { type Turn, turnsIn } from '../turning-words.ts';
import { degrees, reasonStarts, subjects } from '../word-lists.ts';
import { filler, light } from './own-words.ts';

/** A piece of what was said that says one thing: the words up to a sign or an "and", and the options that it names. */
export interface Clause {
  tokens: readonly Token[];
  /** What it names, with places counted in `tokens`. */
  mentions: readonly Mention[];
  said: string;
  /** Whether a sentence begins with it. */
  isFirst: boolean;
}

/** What a clause does to the options that it names, or that it says something else; undefined: nobody knows. */
type Effect = 'chooses' | 'rulesOut' | 'remarks' | undefined;

const conjunctions = new Set(
  'and but so because since though although und aber weil denn sondern et mais car e mas porque pois y pero'.split(' '),
);

/** Cuts what was said into clauses; never within the words of an option. */
export function clausesOf(said: string, tokens: readonly Token[], mentions: readonly Mention[]): Clause[] {
  const isWithin = (at: number) => mentions.some(({ from, to }) => at > from && at < to);
  const starts = tokens.flatMap(({ word, breaks }, at) =>
    at === 0 || (!isWithin(at) && (breaks || conjunctions.has(word))) ? [at] : [],
  );
  return starts.map((from, index): Clause => {
    const to = starts[index + 1] ?? tokens.length;
    const own = tokens.slice(from, to);
    const sign = said.slice(tokens[from - 1]?.end ?? 0, own[0]?.start ?? 0);
    return {
      tokens: own,
      mentions: mentions
        .filter((one) => one.from >= from && one.from < to)
        .map((one) => ({ ...one, from: one.from - from, to: one.to - from })),
      said: said.slice(own[0]?.start ?? 0, own.at(-1)?.end ?? 0),
      isFirst: from === 0 || /[.!;:(\n]/.test(sign),
    };
  });
}

/** Words that join what is said and weigh it. */
const joining =
  'and und et e y also plus then first second please sure yes ok mostly mainly especially too as well particularly auch aussi tambem';

/** Words that may lead to an option, stand between two or follow one: who would like it, and how much. */
const frame = new Set(
  `${joining} s
i'm i'd i've i'll let's they'd that'd am did should may might've us her his he she their there here just only pretty quite rather great nice lovely fine welcome useful handy happy glad keen curious
able enjoy enjoyed appreciate prefer pick choose chose add put down up out go going mean means meant answer option choice tell tells hear find see seeing bring talk
side sides kind sort end part bit little area areas topic topics easily always best strongest stronger strong mein meine mir mich sich der die das den dem dass wie es er sie ich bin kann jemand jemanden mit von im gern gerne etwas ein eine einen
que qui quelqu'un de des du les la le je j'aimerais alguem eu em o os a as da do um uma outras umas alguien el los las se una isso comigo seria erst erstmal mal dinge primeiro antes dar give gives giving obviously naturally thanks thank works work free meet usually generally
daily around public own afraid`.split(/\s+/),
);

/** Words that say nothing by themselves, in a clause of their own. */
const courtesy = new Set(
  `${joining} i would say that is it for me so oh hi well thanks obviously naturally certainly definitely absolutely of course indeed really apparently always afraid am bitte danke natürlich gerne obrigado obrigada merci gracias`.split(
    ' ',
  ),
);

/** How a reason begins. */
const reasons: ReadonlySet<string> = new Set([...reasonStarts, 'to']);
const times = new Set('before after during when while on at in around until once'.split(' '));

/** One more thing that somebody offers or would like, in words that are none of the options'. */
const offering =
  /(?<!\p{L})(?:also|too|add|plus|as well|help|like|want|love|interested|glad|happy|offer|need|wish|prefer|learn|talk|teach|would|could|can|good at|great at|handy|enjoy|know|speak|expect|hoping|looking|curious|auch|möchte|kann|würde|mag|também|gosto|posso|quero|sei|aussi|voudrais|aime|peux|quiero|puedo)(?!\p{L})/iu;
/** What was named before, in one word. */
const anaphora = /(?<!\p{L})(?:that|those|them|it|one|ones|either|both|all|any|this|these|isso|das|ça)(?!\p{L})/iu;
const negation =
  /(?<!\p{L})(?:not|\p{L}+n't|cannot|no|never|none|nor|without|nicht|kein\p{L}*|nie|pas|não|nao|nunca|sem|jamais)(?!\p{L})/iu;
/** A "not" by which something is welcome. */
const welcome =
  /(?<!\p{L})(?:would not (?:hurt|go amiss|mind|be (?:bad|wrong|amiss))|would not (?:say no to|turn down|refuse)|can never (?:hurt|have enough)|never hurts)(?:\s+(?:me|either))?(?!\p{L})/giu;
/** What limits the use of a language to less than a conversation. */
const limited =
  /(?<!\p{L})(?:(?:only|just|nur) (?:(?:good|fine|ok|enough) )?(?:for|to)|not (?:(?:good|well) )?enough|not (?:for (?:talking|speaking|work|this)))(?!\p{L})/iu;

/** What one clause of an answer to a question does. */
export function effectOf(clause: Clause, { type, options = [] }: Question): Effect {
  if (clause.mentions.length === 0) return effectWithout(clause);
  // One choice out of several is often told with the others beside it: as few words as can be may stand around it.
  const areLanguages = languageOptions(options).size > 0;
  return effectWith(clause, type === 'choices' ? isFrame : isLight, areLanguages);
}

function effectWithout({ tokens, said, isFirst }: Clause): Effect {
  const [first] = tokens;
  if (!first || turns(tokens, said).some((turn) => turn !== 'negation' && turn !== 'bound')) return undefined;
  const hasNot = negation.test(said);
  const weighty = tokens.filter((token) => !isFrame(token));
  // "That I say what I mean" is one more thing in common words.
  if (weighty.length === 0) return !hasNot && tokens.every(({ word }) => courtesy.has(word)) ? 'remarks' : undefined;
  if (reasons.has(first.word)) return 'remarks';
  if (hasNot && (anaphora.test(said) || negation.test(tokens.at(-1)?.word ?? ''))) return undefined;
  if (times.has(first.word) && tokens.length <= 6 && !hasNot) return 'remarks';
  const isRemark = subjects.has(first.word) && tokens.length > 2 && !offering.test(said);
  return isRemark && (isFirst || first.word !== 'the') ? 'remarks' : undefined;
}

function effectWith(
  { tokens, mentions, said }: Clause,
  isPlain: (token: Token) => boolean,
  areLanguages: boolean,
): Effect {
  if (areLanguages && limited.test(said)) return isOpenBeside(said) ? undefined : 'rulesOut';
  const rest = said.replace(welcome, (words) => ' '.repeat(words.length));
  const isNamed = (at: number) => mentions.some(({ from, to }) => at >= from && at < to);
  const start = tokens[0]?.start ?? 0;
  const isLeft = ({ start: at }: Token) => rest[at - start] !== ' ';
  const beside = tokens.filter((token, at) => !isNamed(at) && isLeft(token));
  if (beside.some(({ word }) => degrees.has(word)) && areLanguages) return undefined;
  const words = beside.map(({ word }) => word).join(' ');
  const found = turns(beside, words);
  if (found.some((turn) => turn === 'condition' || turn === 'doubt' || turn === 'contrast')) return undefined;
  const weighty = beside.filter((token) => !isPlain(token) && !negation.test(token.word));
  if (weighty.length > 0) return undefined;
  const negations = beside.filter(({ word }) => negation.test(word));
  if (negations.length === 0) return found.includes('negation') ? undefined : 'chooses';
  // "Not the writing", "mornings not": with hardly a word that the "not" may be about instead.
  const isShort = negations.length === 1 && beside.length <= 4;
  return isShort ? 'rulesOut' : undefined;
}

/** Whether anything is left open beside the words that limit the use of a language. */
function isOpenBeside(said: string): boolean {
  const rest = said.replace(limited, ' ');
  return turns(tokensOf(rest), rest).some((turn) => turn !== 'bound');
}

function isFrame(token: Token): boolean {
  return frame.has(token.word) || isLight(token);
}

function isLight({ word }: Token): boolean {
  return filler.has(word) || light.has(word);
}

function turns(tokens: readonly Token[], said: string): Turn[] {
  return turnsIn(tokens, said).flatMap(({ turn, from, to }) => {
    // "Rather than" is a contrast, "only" at the end is none.
    const isOnly = to - from === 1 && tokens[from]?.word === 'only' && to === tokens.length;
    return isOnly ? [] : [turn];
  });
}
