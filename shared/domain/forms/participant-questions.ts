import { isCourtesy } from '../replies/read/courtesy/courteous-words.ts';
import type { Unclear } from './form.ts';
import { isConfidential, needsReasons, type Purpose } from './purposes.ts';

/** A sentence that asks something, in our readers' languages. Chinese, Japanese and Korean often end it without a sign. */
const asks = /[?？؟]|(?:ですか|ますか|でしょうか|[吗嗎])[。.]?$/u;

/** Whether something is asked in these words. */
export function isAsking(words: string): boolean {
  return sentencesOf(words).some((sentence) => asks.test(sentence));
}

/**
 * What of somebody's words beside their answers goes to the coordinator: all of it when there is a question in it, for a
 * question needs what is around it; of a form whose answers are confidential the questions alone. Empty when nothing is
 * asked. `comments` are remarks beside single answers: those that ask count with the note, but for the reasons of a vote.
 */
export function questionsBack(note: string, purpose: Purpose, comments: readonly string[] = []): string {
  const asking = needsReasons(purpose) ? [] : comments.filter((comment) => asks.test(comment));
  const words = [note, ...asking].join('\n\n').trim();
  const questions = sentencesOf(words).filter((sentence) => asks.test(sentence));
  if (questions.length === 0) return '';
  return isConfidential(purpose) ? questions.join(' ') : words;
}

/** What a reply says beside its answers. */
interface Said {
  note: string;
  /** Remarks beside single answers, without politeness. */
  comments: readonly string[];
  unclear: readonly Pick<Unclear, 'said'>[];
  /** Whether the reply has answers, too: "Sorry, I meant mentee:" introduces them. */
  hasAnswers: boolean;
}

/** What becomes of words that answer nothing. */
export interface Beside {
  /** Goes to the coordinator now. Empty when there is nothing for them. */
  passOn: string;
  /** Confidential words, which go to the coordinator once their writer has said so. Empty when there are none. */
  kept: string;
}

/**
 * What becomes of the words of a reply that answer none of our questions, so that none of them is thanked away. They go to
 * the coordinator, all of them when one sentence is more than courtesy. Of a form whose answers are confidential go
 * the questions, and the sentences that ask for the coordinator, with what stands around them in their paragraph if that is
 * about the writer alone; the rest waits for its writer's word.
 * `names`: the writer's and the coordinator's, which are courtesy where they stand alone.
 */
export function wordsBeside(said: Said, purpose: Purpose, names: readonly string[] = []): Beside {
  const { comments, unclear } = said;
  const note = withoutAddress(said.hasAnswers ? withoutIntroductions(said.note) : said.note);
  if (!isConfidential(purpose)) {
    const asked = questionsBack(note, purpose, comments);
    return { passOn: asked !== '' || !isAllCourtesy(note, names) ? asked || note.trim() : '', kept: '' };
  }
  const paragraphs = [
    ...(isListOfAnswers(note) ? [] : paragraphsOf(note)),
    ...comments.filter((comment) => comment.split(/\s+/).length >= remark),
    ...unclear.filter((one) => isPlea(one.said)).map((one) => one.said),
  ].map(sentencesOf);
  const isForThem = (sentence: string) => asks.test(sentence) || isWish(sentence);
  const passOn = paragraphs.flatMap((sentences) => {
    const isOwn = sentences.every((one) => isForThem(one) || isCourtesy(one, names) || isOfOneself(one));
    // "I am on leave from June. What now?": nobody can answer the question alone.
    return isOwn && sentences.some(isForThem) ? sentences : sentences.filter(isForThem);
  });
  const isKept = (sentence: string) => !passOn.includes(sentence) && !isCourtesy(sentence, names);
  return { passOn: passOn.join(' '), kept: paragraphs.flat().filter(isKept).join(' ') };
}

/** Longer than this, a reason is a message. */
const longestReason = 14;
/** What makes more than a reason of the words behind "no thanks": another wish, another time, another person. */
const turnsOn =
  /[?？]|\b(?:but|though|although|however|unless|if|when|until|instead|rather|ask|contact|remind|again|later|next|colleague|successor|would|aber|wenn|mais|si|pero|mas|se|ma|maar|als|men|om|ale)\b/iu;

/** Words behind "no thanks" without the reason that they begin with: nobody has to give one, and nobody has to read it. */
export function withoutReason(note: string): string {
  const [first = '', ...others] = sentencesOf(note);
  const isReason = first.split(/\s+/).length <= longestReason && !turnsOn.test(first);
  return isReason ? others.join(' ') : note;
}

/** Few words that end in a colon belong to the answer below them, and so does "Oops, one of my answers was wrong." */
function withoutIntroductions(note: string): string {
  const corrects =
    /^(?:oops|ups|sorry|correction|i made an? (?:mistake|error|typo))?[\s,.;:!-]{0,3}(?:(?:one|two|some|a few) of my answers (?:was|were|is|are) wrong|i made an? (?:mistake|error|typo))?[\s.!]*$/gimu;
  return note
    .replace(/^[^\n:?？]{1,60}[:：]\s*$/gmu, '')
    .replace(corrects, '')
    .trim();
}

/** A card that was left of a signature: short lines, one of which is a telephone number. */
function withoutAddress(note: string): string {
  const lines = note.split('\n').filter((line) => line.trim() !== '');
  const isCard =
    lines.length > 1 &&
    lines.every((line) => line.length <= 60 && !/[.!?。]\s*$/u.test(line) && !isWish(line)) &&
    lines.some((line) => /^\s*(?:tel|telephone|phone|mobile|mob|fax|t|m|p)\b[.:]?\s*\+?[\d(]/iu.test(line));
  return isCard ? '' : note;
}

/** Answers below each other of which we could not tell the questions. They are asked for again, and are no plea. */
function isListOfAnswers(note: string): boolean {
  const lines = note.split('\n').filter((line) => line.trim() !== '');
  const short = lines.filter((line) => line.trim().split(/\s+/).length <= 4);
  return lines.length > 2 && short.length >= lines.length / 2 && !lines.some((line) => isPlea(line) || isAsking(line));
}

/** "as I said" beside a figure is no more than a remark; from so many words on somebody tells something. */
const remark = 4;

/** Whether every sentence is courtesy; no words at all are. */
export function isAllCourtesy(words: string, names: readonly string[]): boolean {
  return sentencesOf(words).every((sentence) => isCourtesy(sentence, names));
}

/** "please tell Maria", "could someone call me", "I need help": words that are meant for a person who can act on them. */
const wishes: readonly RegExp[] = [
  /\b(?:please|can you|could you|kindly)\s+(?:tell|inform|forward|pass)\b/iu,
  /^(?:please )?(?:call|phone|ring|contact) me\b/iu,
  /\b(?:please|(?:can|could|would|will) (?:you|someone|somebody|anyone|\p{Lu}\p{L}+))\b.{0,20}\b(?:call|phone|ring|contact) me\b/u,
  /\bi (?:need|want|could use|would like|'d like) (?:to (?:speak|talk) (?:to|with)|help|support|advice|a (?:call|word|chat))\b/iu,
  /\b(?:ich brauche hilfe|bitte (?:rufen sie|ruf) mich|j'ai besoin d'aide|necesito ayuda|preciso de ajuda|ho bisogno di aiuto|ik heb hulp nodig)\b/iu,
];
/** A wish not to be heard: "please don't tell Maria". Nothing of such a sentence is passed on. */
const denies = /\b(?:not|don'?t|do not|never|nobody|no one|without|nicht|keine?|niemand|pas|no|não|non|niet)\b/iu;

function isWish(sentence: string): boolean {
  const plain = sentence.replace(/[\u2018\u2019]/g, "'");
  return wishes.some((wish) => wish.test(plain)) && !denies.test(plain);
}

/** "I", in a sentence that speaks of nobody else: "I'll be on parental leave from June." */
const ofOneself =
  /(?<!\p{L})(?:i|i'\w+|my|me|mine|ich|mein\p{L}*|mich|mir|je|j'\p{L}+|mon|ma|mes|yo|eu|meu|minha|ik|mijn)(?!\p{L})/iu;
const ofOthers =
  /(?<!\p{L})(?:he|she|they|him|her|his|hers|them|their|we|us|our|who|\p{L}+(?:body|one)|mentor\p{L}*|mentee\p{L}*|partner\p{L}*|boss\p{L}*|manager\p{L}*|er|sie|ihn|ihm|ihre?|wir|uns|il|elle|lui|ils|elles|nous|él|ella|ellos|nosotros|ele|ela|eles|nós|hij|zij|wij)(?!\p{L})/iu;
/** A name, or what may be one, within a sentence: not a month or a day. */
const named =
  /(?<=[\p{L},;:]\s)(?!(?:(?:Janu|Febru)ary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|English)\b)\p{Lu}\p{L}+/u;
/** A wish that what is said stays where it is. */
const silences =
  /\b(?:between (?:us|you and me)|confiden\w+|private\w*|secret)\b|\b(?:do not|don't|never|not)\b.{0,20}\b(?:tell|pass|share|forward|mention)\b|\b(?:nobody|no one)\b.{0,30}\b(?:know|hear|see|read|told)\b/iu;

/** What may be passed on with a question beside it: it tells of its writer and of nobody else, and asks for no silence. */
function isOfOneself(sentence: string): boolean {
  const plain = sentence.replace(/[\u2018\u2019]/g, "'");
  return ofOneself.test(plain) && !ofOthers.test(plain) && !named.test(plain) && !silences.test(plain);
}

/** Words where an answer was wanted that tell of trouble rather than try to answer: "We have never met. He does not reply." */
function isPlea(said: string): boolean {
  const words = said.split(/\s+/).filter((word) => word !== '');
  if (words.length < 4) return false;
  const troubled =
    /\b(?:never|nobody|not once|no answer|no reply|ignores?|unhappy|alone|afraid|worried|upset|angry|uncomfortable|problems?|difficult|trouble|stopped|left|quit|ill|sick|harass\w*|bull(?:y|ied|ying)|help|niemals?|nie|hilfe|jamais|aide|nunca|ayuda|ajuda|mai|aiuto|nooit|hulp)\b|\b(?:do|does|did|has|have|is|are|was|will|would|can|could)(?: not|n'?t)\b/iu;
  return isWish(said) || troubled.test(said.replace(/[\u2018\u2019]/g, "'"));
}

function paragraphsOf(note: string): string[] {
  return note.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
}

function sentencesOf(note: string): string[] {
  return note
    .split(/\n+|(?<=[.!?…？！؟。])\s+|(?<=[。？！])/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
