import { cohortDefinition } from './cohort-state-machine.ts';
import { mermaid } from './local/states/draw-states.ts';

const begins = '<!-- The workflow, drawn from its definition by `npm run diagram`. -->';
const ends = '<!-- End of the workflow. -->';

/** The `Cohort` state machine as a Mermaid diagram. */
export function workflowDiagram(): string {
  return mermaid(
    cohortDefinition({
      stagesFunction: 'stages',
      stagesTimeoutSeconds: 60,
      table: 'table',
      outboundQueueUrl: 'queue',
      partition: 'aws',
    }),
  );
}

/** `document` with this diagram between its two marks. Throws when it has none. */
export function diagramIn(document: string, diagram: string): string {
  const from = document.indexOf(begins);
  const to = document.indexOf(ends);
  if (from < 0 || to < from) throw new Error('The document has no place for the diagram.');
  return `${document.slice(0, from)}${begins}\n\n\`\`\`mermaid\n${diagram.trim()}\n\`\`\`\n\n${document.slice(to)}`;
}
