import * as z from 'zod';
import type { Block } from '../content.ts';
import type { Writer } from '../kind.ts';
import { closing, greeting, language, nothingToDo, paragraph, runningWhy } from '../parts/phrases.ts';

export const ReportFacts = z.object({
  /** Three sentences with the figures in them. */
  headline: z.array(z.string()).min(1),
  sections: z.array(
    z.object({
      title: z.string(),
      intro: z.string().optional(),
      /** `value` is 0..1; `shown` is the figure as it is read. */
      bars: z.array(z.object({ label: z.string(), value: z.number(), shown: z.string() })).optional(),
      facts: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
      /** How the figures came about: rates, counts, what is withheld. */
      note: z.string().optional(),
    }),
  ),
  /** The same figures for a spreadsheet. */
  csv: z.string(),
});

/** The outcome of a cohort, for those who lead the organisation: readable in the message itself. */
export const report: Writer<typeof ReportFacts> = ({ headline, sections, csv }, context) => {
  const { cohort, person } = context;
  return {
    subject: `${cohort.name}: what came of the mentoring`,
    language,
    blocks: [
      greeting(person),
      paragraph(headline.join(' ')),
      ...sections.flatMap(section),
      paragraph('The figures are attached too, for a spreadsheet (outcomes.csv).'),
      nothingToDo(context),
      ...closing(context, runningWhy(context, 'leadership')),
    ],
    attachments: [{ name: 'outcomes.csv', type: 'text/csv; charset=utf-8', content: csv }],
  };
};

function section({ title, intro, bars, facts, note }: z.infer<typeof ReportFacts>['sections'][number]): Block[] {
  const blocks: Block[] = [{ kind: 'heading', of: title }];
  if (intro) blocks.push(paragraph(intro));
  if (bars && bars.length > 0) blocks.push({ kind: 'bars', of: bars });
  if (facts && facts.length > 0) blocks.push({ kind: 'facts', of: facts });
  if (note) blocks.push({ kind: 'small', of: [note] });
  return blocks;
}
