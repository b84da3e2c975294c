import { isOfVotes, proposedIn } from '#domain/forms/confirming.ts';
import type { Answers, NumberedQuestion } from '#domain/forms/form.ts';
import type { Strike } from '#domain/forms/form-record.ts';
import type { Block, Email } from '../../content.ts';
import type { EmailContext } from '../../context.ts';
import type { Writer } from '../../kind.ts';
import { leavingOut, leftOut } from '../../matching/leaving-out.ts';
import { notYou } from '../../page/not-you.ts';
import { aboutNames } from '../../parts/named-people.ts';
import { closing, language, paragraph } from '../../parts/phrases.ts';
import { formOf } from '../../parts/question-blocks.ts';
import { filesWords, hasYourWords, keptWords, nobodyHas } from '../attachments-and-questions.ts';
import { nextStep } from './next-step.ts';
import { openQuestions, openWords } from './still-open.ts';
import { unclearWords } from './unclear-words.ts';
import { knownOf, thanks, understoodWords } from './understood-answers.ts';
import { hasRefused, isFinal, type UnderstoodFacts } from './understood-facts.ts';
import { isThisMeant, proposalsOf, subjectOfProposal, votesProposed } from './understood-proposals.ts';
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
  const { fromWords, others } = knownOf(facts, form);
  const left = open.filter(({ key }) => proposed[key] === undefined);
  const unclear = facts.unclear.filter(({ key }) => proposed[key] === undefined);
  const rest = [...fromWords, ...others];
  return {
    subject: `${subjectOfProposal(Object.keys(proposed).length)}${ofWhom(open, proposed, form)}`,
    language,
    blocks: [
      paragraph(`${thanks(facts, context)} ${isThisMeant(proposed)}`),
      ...proposalsOf(proposed, facts.unclear, form.definition),
      ...unclearWords(unclear, form.definition, false),
      ...(left.length > 0 ? openWords(left, facts, context) : []),
      ...aboutNames(facts.named, form.definition, 'by reply').map((words) => paragraph(words)),
      ...besideWords(facts, context),
      ...filesWords(facts, false),
      ...(facts.cut ? [paragraph(tooLong)] : []),
      ...(rest.length > 0 ? [paragraph('The rest, as we understood it:'), { kind: 'facts' as const, of: rest }] : []),
      ...closing(context, repliedWhy(context)),
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
  const known = knownOf(facts, form);
  const isProposal = Object.keys(proposed).length > 0;
  return {
    subject: subjectOf(known.all > 0, open, proposed, facts, form),
    language,
    blocks: [
      ...understoodWords(known, facts, context),
      ...leftOut(facts.strikes, context),
      ...unclearWords(
        open.length === 1 || !isProposal
          ? facts.unclear
          : facts.unclear.filter(({ key }) => proposed[key] === undefined),
        form.definition,
        isProposal,
      ),
      ...aboutNames(facts.named, form.definition, 'by reply').map((words) => paragraph(words)),
      ...besideWords(facts, context),
      ...filesWords(facts, open.length === 0),
      ...(facts.cut ? [paragraph(tooLong)] : []),
      ...(open.length > 0
        ? isProposal
          ? votesProposed(proposed, open, facts.unclear, form)
          : openWords(open, facts, context)
        : [paragraph(nextStep(facts, form, context))]),
      ...(known.all > 0 && known.fromWords.length === 0 && !isProposal && !isFinal(facts.answers, form)
        ? [paragraph('Something wrong? Reply with its number and the right answer.')]
        : []),
      ...(facts.onPage ? [notYou()] : []),
      ...closing(
        context,
        facts.onPage
          ? `You get this because you answered our questions about ${context.cohort.name} on a page.`
          : repliedWhy(context),
      ),
    ],
  };
}

function leavingOutSome(strikes: readonly Strike[], facts: UnderstoodFacts, context: EmailContext): Email {
  const said = facts.unclear.find(({ key }) => key === 'publish')?.said ?? '';
  const { subject, blocks } = leavingOut(strikes, said, context, formOf(context).page);
  const why = repliedWhy(context);
  return { subject, language, blocks: [...blocks, ...besideWords(facts, context), ...closing(context, why)] };
}

function repliedWhy({ cohort }: EmailContext): string {
  return `You get this because you replied to an email about ${cohort.name}.`;
}

const tooLong =
  'Your message was longer than we can read, so we read its beginning. If something is missing above, please send it again in a shorter reply.';

function besideWords({ passedOn, unheard, confided }: UnderstoodFacts, context: EmailContext): Block[] {
  return [
    ...(passedOn ? [paragraph(hasYourWords(passedOn, context))] : []),
    ...(unheard ? [paragraph(nobodyHas(unheard))] : []),
    ...(confided ? [keptWords(confided, context)] : []),
  ];
}
