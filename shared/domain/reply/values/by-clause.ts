import type { Question } from '#domain/form.ts';
import { leftOver } from './account.ts';
import { mentionsIn, unnamed } from './mentions.ts';
import { begins, isRemark } from './opened.ts';
import { type Token, tokensOf } from './tokens.ts';
import { turnsIn } from './turns.ts';
import type { Understood } from './understood.ts';

/**
 * Several options in a sentence of people's own: "I'd want someone who says things plainly, and good questions would be nice".
 * Every clause has to be accounted for: it names options among words that wish or offer them, rules some out, or is a remark
 * with a subject of its own.
 */
export function chosenByClause(question: Question, said: string): Understood | undefined {
  const { ask, options = [] } = question;
  if (said.length > 400 || /[?？؟]/.test(said)) return undefined;
  const [chosen, dropped] = [new Set<number>(), new Set<number>()];
  const remarks: string[] = [];
  for (const clause of clausesOf(said)) {
    const tokens = tokensOf(clause);
    if (tokens.length === 0) continue;
    const mentions = mentionsIn(ask, options, clause, tokens);
    // Lists of letters are read elsewhere, and a letter among words may be an article.
    if (mentions.some(({ option, by }) => option === unnamed || by === 'letter')) return undefined;
    const covered = new Set(
      mentions.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
    );
    const turns = turnsIn(tokens, clause).filter(({ from, to }) => !isCovered(from, to, covered));
    if (mentions.length === 0) {
      const isSoft =
        turns.length === 0 && tokens.every((token) => leading.has(token.word) || leftOver([token], '') === 0);
      if (isSoft) continue;
      const isAside = chosen.size > 0 && begins.test(clause) && isRemark(question, clause, namesOf(options, chosen));
      if (!isAside) return undefined;
      remarks.push(clause);
      continue;
    }
    if (turns.some(({ turn }) => turn === 'condition' || turn === 'doubt')) return undefined;
    const isRuledOut =
      mentions.every(({ negated }) => negated) || (startsWithNot(tokens) && mentions[0]?.from === firstWord(tokens));
    const others = turns.filter(
      ({ turn, from }) => turn !== 'bound' && !(isRuledOut && from < (mentions[0]?.from ?? 0)),
    );
    if (others.length > 0 || (!isRuledOut && mentions.some(({ negated }) => negated))) return undefined;
    if (!isExplained(tokens, covered, ask)) return undefined;
    for (const { option } of mentions) (isRuledOut ? dropped : chosen).add(option);
  }
  if (chosen.size === 0 || [...dropped].some((option) => chosen.has(option))) return undefined;
  const value = options.filter((_, option) => chosen.has(option));
  return { kind: 'answer', value, by: 'words', ...(remarks.length > 0 && { comment: remarks.join(', ') }) };
}

function clausesOf(said: string): string[] {
  return said
    .split(/[.!;,\n()…–—]+|\s-{1,2}\s|\s(?=(?:because|since|weil|porque|parce que|perché|car)\s)/u)
    .map((clause) => clause.trim().replace(/^(?:and|und|et|e|y|ed)\s+(?=\S{2})/iu, ''))
    .filter((clause) => clause !== '');
}

function namesOf(options: readonly string[], chosen: ReadonlySet<number>): string[] {
  return options.filter((_, option) => chosen.has(option));
}

function isCovered(from: number, to: number, covered: ReadonlySet<number>): boolean {
  for (let at = from; at < to; at += 1) if (!covered.has(at)) return false;
  return true;
}

function startsWithNot(tokens: readonly Token[]): boolean {
  return /^(?:not|no|never|nicht|kein|keine|pas|nao|sem|non)$/.test(tokens[0]?.word ?? '');
}

/** The place of the first word behind "not" and an article. */
function firstWord(tokens: readonly Token[]): number {
  return /^(?:the|a|an|die|der|das|le|la|les|o|a|os|as|el|los|las|il)$/.test(tokens[1]?.word ?? '') ? 2 : 1;
}

/** What begins a part of a clause that says where, with what or for whom: it goes with the option before it. */
const adjunct: ReadonlySet<string> = new Set(
  'from in at for to on with of as von in bei aus mit fur zu im am de du des dans avec pour chez em no na nos nas com para do da dos das ao con del en al di nel della per'.split(
    ' ',
  ),
);

/** "Somebody," before a clause that says who, in languages that have a comma there. */
const leading: ReadonlySet<string> = new Set(['jemand', 'jemanden', "quelqu'un", 'alguem', 'alguien', 'qualcuno']);

/** Words that wish for something, offer it or say whose it is, and name nothing themselves. */
const soft: ReadonlySet<string> = new Set(
  `i i'd i'm i'll i've me my mine we you they they'd them it it's that that's this those these he she his her their somebody someone anybody person people mentor mentee who whom which what
  would could can will should be is are was been being have has had do does did get got give gives given gets getting want wants wanted need needs like liked love loved appreciate hope look looking looks find help helping helped offer work working learn learning improve become better
  good great nice fine useful welcome important best most more much some any bit little lot really very quite pretty also too as well plus and both first mainly mostly especially above all definitely certainly absolutely obviously please so then just always about with for to of the a an in on at by from how one thing things side end kind part area areas skills skill topics topic number letter option
  jemand jemanden der die das den dem wer ich mir mich mein meine man er sie es ist sind war wäre ware hat habe hatte gern gerne auch und sowie vor allem besonders am liebsten liebsten bitte wichtig gut sehr mehr dass erst mal dann selbst einen eine ein kann konnte möchte mochte würde wurde brauche suche lernen haben sein über uber in an mit für fur zu
  quelqu'un qui je me moi mon ma c'est est sont serait j'aimerais voudrais veux besoin aussi et surtout plus bien très tres un une le la les des du de pour avec à a en
  alguém alguem quem que eu me mim meu minha é e são sao seria gostava gostaria queria quero preciso também tambem sobretudo principalmente mais bem muito um uma o os as de da do para com em
  alguien quien yo mi es son sería gustaría gustaria quisiera quiero necesito también tambien sobre todo más mas bien muy un una el los las de del para con en
  qualcuno chi io mi è sono sarebbe vorrei anche soprattutto più piu bene molto un una il lo la gli di del per con`
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/\s+/),
);

function isSoftToken(token: Token, ask: string): boolean {
  return soft.has(token.word) || leftOver([token], ask) === 0;
}

/** Whether all words beside the options change nothing, or go with the option before them. */
function isExplained(tokens: readonly Token[], covered: ReadonlySet<number>, ask: string): boolean {
  let isTail = false;
  let seen = false;
  for (const [at, token] of tokens.entries()) {
    if (covered.has(at)) {
      [seen, isTail] = [true, false];
      continue;
    }
    if (isTail || isSoftToken(token, ask)) {
      if (seen && adjunct.has(token.word)) isTail = true;
      continue;
    }
    if (!seen || !adjunct.has(token.word)) return false;
    isTail = true;
  }
  return !tokens.some(({ word }, at) => {
    const next = tokens[at + 1];
    const isArticle =
      /^[ae]$/.test(word) && next !== undefined && !next.breaks && !/^(?:and|or|plus|[b-df-h])$/.test(next.word);
    return !covered.has(at) && /\d|^[a-h]$/.test(word) && !isArticle;
  });
}
