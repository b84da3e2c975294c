import * as z from 'zod';
import { Outcomes } from '#domain/outcomes/outcome-report.ts';
import { outcomesCsv } from '#domain/outcomes/outcome-table.ts';
import { wordsOf } from '#shared/words/index.ts';
import { headlineWords } from '#shared/words/report/headline-words.ts';
import { type Section, sectionsOf } from '#shared/words/report/section-words.ts';
import type { Block } from '../content.ts';
import type { Writer } from '../kind.ts';
import { closing, greeting, nothingToDo, paragraph, runningWhy } from '../parts/phrases.ts';

export const ReportFacts = z.object({ outcomes: Outcomes });

/** The outcome of a cohort, for those who lead the organisation: readable in the message itself. */
export const report: Writer<typeof ReportFacts> = ({ outcomes }, context) => {
  const { cohort } = context;
  const words = wordsOf(cohort.language);
  const { subject, attached } = words.report;
  return {
    subject: subject({ cohort: cohort.name }),
    language: words.language,
    blocks: [
      greeting(context),
      paragraph(headlineWords(outcomes, words).join(' ')),
      ...sectionsOf(outcomes, words).flatMap(section),
      paragraph(attached),
      nothingToDo(context),
      ...closing(context, runningWhy(context, 'leadership')),
    ],
    attachments: [{ name: 'outcomes.csv', type: 'text/csv; charset=utf-8', content: outcomesCsv(outcomes) }],
  };
};

function section({ title, intro, bars, facts, note }: Section): Block[] {
  const blocks: Block[] = [{ kind: 'heading', of: title }];
  if (intro) blocks.push(paragraph(intro));
  if (bars && bars.length > 0) blocks.push({ kind: 'bars', of: bars });
  if (facts && facts.length > 0) blocks.push({ kind: 'facts', of: facts });
  if (note) blocks.push({ kind: 'small', of: [note] });
  return blocks;
}
