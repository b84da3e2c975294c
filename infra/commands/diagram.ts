import { readFileSync, writeFileSync } from 'node:fs';
import { diagramIn, workflowDiagram } from '#infra/workflow-diagram.ts';

/** Puts the diagram of the workflow, as it is synthesised, into the README. */
const file = new URL('../../README.md', import.meta.url);
writeFileSync(file, diagramIn(readFileSync(file, 'utf8'), workflowDiagram()));
