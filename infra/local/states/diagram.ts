import type { Machine, State } from './definition.ts';
import { readDefinition } from './definition.ts';
import { resourceOf } from './resources.ts';

interface Edge {
  from: string;
  to: string;
  labels: string[];
  /** Only errors lead this way. */
  isCatch: boolean;
}

/** A failure state that this many states lead to is drawn with one arrow for all of them. */
const common = 3;

/**
 * A definition as a Mermaid flowchart: what calls, decides and holds, and what leads where. States that go round (a
 * stage: task, choice, hold) stand in a box with the first task's name. Retries are left out.
 */
export function mermaid(definition: object): string {
  const machine = readDefinition('the diagram', definition);
  const names = Object.keys(machine.States);
  const id = (name: string) => `s${names.indexOf(name)}`;
  const { edges, failures } = edgesOf(machine);
  const groups = roundsOf(names, edges);

  const lines = ['flowchart TD', `  start((" ")) --> ${id(machine.StartAt)}`];
  for (const group of groups) {
    if (group.length === 1) lines.push(...group.map((name) => `  ${node(machine, id(name), name)}`));
    else {
      lines.push(`  subgraph ${id(titleOf(machine, group))}stage ["${plain(titleOf(machine, group))}"]`);
      lines.push(...group.map((name) => `    ${node(machine, id(name), name)}`), '  end');
    }
  }
  for (const { from, to, labels, isCatch } of edges) {
    const label = labels.length > 0 ? `|"${plain(labels.join(', '))}"|` : '';
    lines.push(`  ${id(from)} ${isCatch ? '-.->' : '-->'}${label} ${id(to)}`);
  }
  for (const [index, failure] of failures.entries()) {
    lines.push(`  any${index}["a step that keeps failing"]:::quiet -.-> ${id(failure)}`);
  }
  lines.push('  classDef hold fill:#fff8e1,stroke:#c9a227', '  classDef quiet fill:none,stroke:none,color:#777');
  return `${lines.join('\n')}\n`;
}

function node(machine: Machine, id: string, name: string): string {
  const state = machine.States[name];
  const text = `"${plain(name)}"`;
  switch (state?.Type) {
    case 'Choice':
      return `${id}{${text}}`;
    case 'Task':
      return holds(state) ? `${id}([${text}]):::hold` : `${id}[${text}]`;
    case 'Wait':
      return `${id}([${text}]):::hold`;
    case 'Pass':
      return `${id}(${text})`;
    default:
      return `${id}(((${text})))`;
  }
}

function edgesOf(machine: Machine): { edges: Edge[]; failures: string[] } {
  const all = Object.entries(machine.States).flatMap(([from, state]) => {
    const found = new Map<string, Edge>();
    for (const { to, label, isCatch } of waysOf(state)) {
      const edge = found.get(to) ?? { from, to, labels: [], isCatch };
      if (label && !edge.labels.includes(label)) edge.labels.push(label);
      found.set(to, edge);
    }
    return [...found.values()];
  });
  const caught = all.filter(({ isCatch }) => isCatch).map(({ to }) => to);
  const failures = [...new Set(caught)].filter((name) => caught.filter((to) => to === name).length >= common);
  return { edges: all.filter(({ isCatch, to }) => !(isCatch && failures.includes(to))), failures };
}

/** Ways out of a state, the usual ones first. */
function waysOf(state: State): { to: string; label?: string; isCatch: boolean }[] {
  if (state.Type === 'Choice') {
    const choices = state.Choices.map(({ Next, Comment, Condition }) => ({
      to: Next,
      label: Comment ?? inWords(Condition),
      isCatch: false,
    }));
    return state.Default ? [...choices, { to: state.Default, label: 'otherwise', isCatch: false }] : choices;
  }
  const next = 'Next' in state && state.Next ? [{ to: state.Next, isCatch: false }] : [];
  if (state.Type !== 'Task') return next;
  const usual = next.map((way) => (holds(state) ? { ...way, label: 'woken' } : way));
  const caught = (state.Catch ?? []).map(({ Next, ErrorEquals }) => ({
    to: Next,
    label: ErrorEquals.map(errorInWords).join(', '),
    isCatch: true,
  }));
  return [...usual, ...caught];
}

const holds = (state: State): boolean => state.Type === 'Task' && resourceOf(state.Resource).holds;

/** States in the order of the definition, each with those that it can reach and that can reach it. */
function roundsOf(names: string[], edges: Edge[]): string[][] {
  const reach = new Map(names.map((name) => [name, reachable(name, edges)]));
  const leadsTo = (from: string, to: string) => reach.get(from)?.has(to) ?? false;
  const groups: string[][] = [];
  for (const name of names) {
    const group = groups.find(([first]) => first !== undefined && leadsTo(first, name) && leadsTo(name, first));
    if (group) group.push(name);
    else groups.push([name]);
  }
  return groups;
}

function reachable(from: string, edges: Edge[]): Set<string> {
  const found = new Set<string>();
  const next = [from];
  for (let name = next.pop(); name !== undefined; name = next.pop()) {
    for (const edge of edges) {
      if (edge.from !== name || found.has(edge.to)) continue;
      found.add(edge.to);
      next.push(edge.to);
    }
  }
  return found;
}

function titleOf(machine: Machine, group: string[]): string {
  const task = group.find((name) => {
    const state = machine.States[name];
    return state?.Type === 'Task' && !holds(state);
  });
  return task ?? group[0] ?? '';
}

/** `{% $states.input.over = true %}` reads as `over = true`. */
function inWords(condition: string): string {
  return condition
    .slice(2, -2)
    .replaceAll(/\$(states\.(input|result|context)\.)?/g, '')
    .trim();
}

/** `DynamoDb.ConditionalCheckFailedException` reads as `conditional check failed`. */
function errorInWords(name: string): string {
  if (name === 'States.ALL') return 'fails';
  if (name === 'States.Timeout') return 'time is up';
  return name
    .replace(/^.*\./, '')
    .replace(/Exception$/, '')
    .replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase();
}

/** Text that can stand between double quotes in a diagram. */
const plain = (text: string): string => text.replaceAll('"', "'").replaceAll('\n', ' ');
