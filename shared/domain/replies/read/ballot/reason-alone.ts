import { abstained } from '#domain/forms/abstained.ts';
import type { Answers, FormDefinition } from '#domain/forms/form.ts';
import type { Vote } from './ballot-reading.ts';
import { isGlue } from './clause-content.ts';
import { ballotTokensOf, type Token } from './tokens/ballot-tokens.ts';
import { Names } from './tokens/pair-names.ts';

/** "About 4: the reason is rather that they share a manager." */
const aboutPair =
  /^(?:(?:about|on|for|regarding|concerning|re|as for|ps|p\.s\.)\s+)?(.{1,60}?)\s*[,:–-]\s*(?:the|my) (?:real |actual |main |right |correct )?reason (?:is|should be)\s+(.+)$/isu;
/** "The reason for 4 is that they share a manager." */
const ofPair =
  /^(?:(?:the|my) )?(?:real |actual |main |right |correct )?reason (?:for|behind|against) (?:(?:my|the) no (?:to|on|for) )?(.{1,60}?)\s*(?:\s(?:is|should be)\s+|:\s*)(.+)$/isu;
/** "Just to explain my no to 4: they share a manager." */
const explained = /^(?:just )?to explain (?:my|the) no (?:to|on|for) (.{1,60}?)\s*[:,–-]\s*(.+)$/isu;

const opening =
  /^(?:(?:hi|hello|dear)[^,!\n]{0,30}[,!]\s*|(?:sorry|correction|oh|one more thing|ps|p\.s\.)[,:.]?\s+)*/iu;

const closing = /[.!]\s*(?:thanks|thank you|cheers|danke|merci|obrigad[oa]|gracias)(?:\s\p{L}+){0,2}[\s.!]*$/iu;

/** How a reason begins that says what is, rather than what has become of the reason. */
const begins =
  /^(?:rather |really |actually |just |simply )*(?:that\s+|because\s+|:\s*)?(?=(?:they|he|she|it|there|both|the two|these two|one of|same|the same|shared|the shared|a shared|their|his|her)(?!\p{L}))/iu;

/** A reason that is taken back, is none, or may not be the last word on the pair. */
const takesBack =
  /(?<!\p{L})(?:gone|longer|any ?more|void|obsolete|invalid|hold|holds|solved|resolved|settled|moot|withdraw\p{L}*|forget|ignore|yes|but|though|although|however|unless|if|maybe|perhaps|might|may|could|would|should|used to|were|was|had|left|leaving|moved?|never|mistake\p{L}*|wrong|changed?|reconsider\p{L}*|hurry|otherwise|rest|others?)(?!\p{L})|n['’]t(?!\p{L})|\?/iu;

const weighty = new Set<Token['kind']>([
  'approve',
  'praise',
  'reject',
  'except',
  'rest',
  'all',
  'none',
  'if',
  'part',
  'ask',
  'beyond',
  'doubt',
  'but',
  'too',
]);

/**
 * The vote against a pair, or the abstention, that a message leaves as it is, with the reason that it gives in place of the one
 * before. Nothing where a message says more than that, or where the reason is taken back.
 */
export function reasonAlone(
  form: FormDefinition,
  said: string,
  known: Answers,
): { pair: number; vote: Vote } | undefined {
  if (said.length > longest) return undefined;
  const words = said
    .trim()
    .replace(opening, '')
    .replace(closing, '')
    .replace(/[\s.!]+$/u, '');
  if (/[.!?;\n]\s*\S/u.test(words)) return undefined;
  const [, where = '', text = ''] = aboutPair.exec(words) ?? ofPair.exec(words) ?? explained.exec(words) ?? [];
  const lead = begins.exec(text);
  const reason = lead ? text.slice(lead[0].length) : '';
  if (reason === '' || takesBack.test(reason)) return undefined;
  const names = new Names(form.questions.map(({ ask }) => ask));
  const pair = onlyPairOf(ballotTokensOf(where, names, form.questions.length));
  const value = pair === undefined ? undefined : known[form.questions[pair]?.key ?? ''];
  if (pair === undefined || (value !== false && value !== abstained)) return undefined;
  const others = ballotTokensOf(reason, names, form.questions.length);
  const isOfOthers = others.some(
    ({ kind, pairs = [] }) => weighty.has(kind) || (kind === 'pair' && !pairs.includes(pair)),
  );
  return isOfOthers ? undefined : { pair, vote: { value, comment: reason, said: said.trim(), by: 'words' } };
}

function onlyPairOf(tokens: readonly Token[]): number | undefined {
  const named = tokens.filter(({ kind }) => kind === 'pair');
  const [only, ...more] = named.flatMap(({ pairs = [] }) => pairs);
  const isAlone = tokens.every(({ kind, guessed }) => (kind === 'pair' && !guessed) || isGlue(kind));
  return more.length === 0 && isAlone ? only : undefined;
}

const longest = 300;
