import type { Question } from '#domain/forms/form.ts';
import { tokensOf } from '../text/word-tokens.ts';
import { mentionsIn } from '../values/mentions/option-mentions.ts';
import { understand } from '../values/understand-answer.ts';
import { hasTurn, type Sentence } from './letter-sentences.ts';

const wantsToBe =
  /(?<!\p{L})(?:i(?:'d| would)? (?:like|love|want|prefer)|take part|participate|join|sign(?: me)? up|count me in|put me down|möchte|wäre gern|voudrais|queria|quero|gost[a-z]+ia|gostava|quiero|vorrei)(?!\p{L})/iu;

/** What makes the role somebody else's, or one that has been. */
const otherRole =
  /(?<!\p{L})(?:had|been|was|were|hatte|war|tive|fui|été|tuve|my|him|hers?|his|you|them|some(?:one|body)|people|jemand|alguém)(?!\p{L})/iu;

const moreRoles =
  /(?<!\p{L})(?:also|too|as well|one|or|auch|aussi|também|también|someday|eventually|next|later|irgendwann)(?!\p{L})/iu;

const roleBefore = /(?<!\p{L})(?:as|be|being|do|als|gern|être|comme|ser|como)\s(?:an?|eine?|une?|uma?)?\s*$/iu;

/** The role that a sentence says its writer wants; empty where it cannot be taken. */
export function roleIn(asked: Question, { text, isOpen }: Sentence): string | { beside: string } | undefined {
  const tokens = tokensOf(text);
  const mentions = mentionsIn(asked.ask, asked.options ?? [], text, tokens).filter(({ by }) => by !== 'letter');
  const [first] = mentions;
  if (!first || first.option < 0) return undefined;
  const [from, to] = [tokens[first.from]?.start ?? 0, tokens[first.to - 1]?.end ?? 0];
  const said = text.slice(from, to);
  if (otherRole.test(text.slice(0, from))) return undefined;
  // "Mentee, please." and no heading such as "As a mentor:".
  const isBare =
    first.by === 'own' &&
    tokens.length <= 4 &&
    !/^(?:as|for|if|als)\s|:$/iu.test(text) &&
    understand(asked, text).kind === 'answer';
  // "Mentees" are whom somebody would help.
  const isOwn = first.by === 'own' ? isBare || roleBefore.test(text.slice(0, from)) : !/^ment(?:ee|or)s$/i.test(said);
  if (!isOwn) return undefined;
  if (!wantsToBe.test(text) && !isBare) return { beside: said };
  const isOne = mentions.every(({ option, negated }) => option === first.option && !negated);
  return isOne && !isOpen && !hasTurn(text, 'negation', 'contrast') && !moreRoles.test(text.slice(to)) ? said : '';
}
