import { isOfVotes, proposedIn } from '#domain/forms/confirming.ts';
import type { Answers, NumberedQuestion } from '#domain/forms/form.ts';
import type { Strike } from '#domain/forms/form-record.ts';
import { wordsOf } from '#shared/words/index.ts';
import type { Block, Email } from '../../content.ts';
import type { EmailContext } from '../../context.ts';
import type { Writer } from '../../kind.ts';
import { leavingOut, leftOut } from '../../matching/leaving-out.ts';
import { notYou } from '../../page/not-you.ts';
import { aboutNames } from '../../parts/named-people.ts';
import { closing, namedIn, paragraph } from '../../parts/phrases.ts';
import { formOf } from '../../parts/question-blocks.ts';
import { besideWords, filesWords } from '../attachments-and-questions.ts';
import { nextStep } from './next-step.ts';
import { openQuestions, openWords } from './still-open.ts';
import { unclearWords } from './unclear-answers.ts';
import { knownOf, thanks, understoodWords } from './understood-answers.ts';
import { hasRefused, isFinal, type UnderstoodFacts } from './understood-facts.ts';
import { isThisMeant, proposalsOf, votesProposed } from './understood-proposals.ts';
import { ofWhom, subjectOf } from './understood-subject.ts';

/** The answer to a reply: what we understood, in their words, what is still open, and how to correct it. */
export const understood: Writer<typeof UnderstoodFacts> = (facts, context) => {
  const form = formOf(context);
  const open = hasRefused(facts.answers, form) ? [] : openQuestions(facts, form);
  if (facts.strikes && open.length > 0) return leavingOutSome(facts.strikes, facts, context);
  const proposed = open.length > 0 ? proposedIn(facts, form.definition) : {};
  return Object.keys(proposed).length > 0 && !isOfVotes(form.definition)
    ? proposing(proposed, open, facts, context)
    : telling(proposed, open, facts, context);
};

/** Answers that we would like to be sure of come first, then what is open, then the rest. */
function proposing(
  proposed: Answers,
  open: readonly NumberedQuestion[],
  facts: UnderstoodFacts,
  context: EmailContext,
): Email {
  const form = formOf(context);
  const words = wordsOf(context.cohort.language);
  const { rest, subject } = words.understood;
  const { fromWords, others } = knownOf(facts, form, words);
  const left = open.filter(({ key }) => proposed[key] === undefined);
  const unclear = facts.unclear.filter(({ key }) => proposed[key] === undefined);
  const known = [...fromWords, ...others];
  const asked = subject.proposal({ n: Object.keys(proposed).length });
  return {
    subject: ofWhom(asked, open, proposed, form, words.understood),
    language: words.language,
    blocks: [
      paragraph(...thanks(facts, context), ` ${isThisMeant(proposed, words)}`),
      ...proposalsOf(proposed, facts.unclear, form.definition, words),
      ...unclearWords(unclear, form.definition, false, words),
      ...(left.length > 0 ? openWords(left, facts, context) : []),
      ...notes(facts, false, context),
      ...(known.length > 0 ? [paragraph(rest), { kind: 'facts' as const, of: known }] : []),
      ...closing(context, words.common.why.replied(namedIn(context))),
    ],
  };
}

function telling(
  proposed: Answers,
  open: readonly NumberedQuestion[],
  facts: UnderstoodFacts,
  context: EmailContext,
): Email {
  const form = formOf(context);
  const words = wordsOf(context.cohort.language);
  const { common, understood } = words;
  const known = knownOf(facts, form, words);
  const isProposal = Object.keys(proposed).length > 0;
  const why = facts.onPage ? understood.whyPage(namedIn(context)) : common.why.replied(namedIn(context));
  return {
    subject: subjectOf(known.all > 0, open, proposed, facts, form, understood),
    language: words.language,
    blocks: [
      ...understoodWords(known, facts, context),
      ...leftOut(facts.strikes, context),
      ...unclearWords(
        open.length === 1 || !isProposal
          ? facts.unclear
          : facts.unclear.filter(({ key }) => proposed[key] === undefined),
        form.definition,
        isProposal,
        wordsOf(context.cohort.language),
      ),
      ...notes(facts, open.length === 0, context),
      ...(open.length > 0
        ? isProposal
          ? votesProposed(proposed, open, facts.unclear, context)
          : openWords(open, facts, context)
        : [paragraph(nextStep(facts, form, context))]),
      ...(known.all > 0 && known.fromWords.length === 0 && !isProposal && !isFinal(facts.answers, form)
        ? [paragraph(understood.correct.any)]
        : []),
      ...(facts.onPage ? [notYou(context)] : []),
      ...closing(context, why),
    ],
  };
}

function leavingOutSome(strikes: readonly Strike[], facts: UnderstoodFacts, context: EmailContext): Email {
  const { common, language } = wordsOf(context.cohort.language);
  const said = facts.unclear.find(({ key }) => key === 'publish')?.said ?? '';
  const { subject, blocks } = leavingOut(strikes, said, context, formOf(context).page);
  const why = common.why.replied(namedIn(context));
  return { subject, language, blocks: [...blocks, ...besideWords(facts, context), ...closing(context, why)] };
}

/** What is to be said of the reply besides its answers. */
function notes(facts: UnderstoodFacts, isComplete: boolean, context: EmailContext): Block[] {
  const words = wordsOf(context.cohort.language);
  return [
    ...aboutNames(facts.named, formOf(context).definition, 'by reply', words).map((sentence) => paragraph(sentence)),
    ...besideWords(facts, context),
    ...filesWords(facts, context, isComplete),
    ...(facts.cut ? [paragraph(words.understood.tooLong)] : []),
  ];
}
