import type { Machine, State } from './machine.ts';
import { readDefinition } from './read-definition.ts';
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

  const lines = ['flowchart LR', `  start((" ")) --> ${id(machine.StartAt)}`];
  for (const group of groups) {
    if (group.length === 1) lines.push(...group.map((name) => `  ${node(machine, id(name), name)}`));
    else {
      lines.push(`  subgraph ${id(titleOf(machine, group))}stage ["${plain(titleOf(machine, group))}"]`);
      lines.push(...group.map((name) => `    ${node(machine, id(name), name)}`), '  end');
    }
  }
  for (const { from, to, labels, isCatch } of edges) {
    const label = labels.length > 0 ? `|"${plain(labels.join(' or '))}"|` : '';
    const leaves = groups.some((group) => group.length > 1 && group.includes(from) && !group.includes(to));
    // What leaves a box goes one step further, so that it ends beside the box and not among what is in it.
    const line = leaves ? '--->' : '-->';
    lines.push(`  ${id(from)} ${isCatch ? '-.->' : line}${label} ${id(to)}`);
  }
  for (const [index, failure] of failures.entries()) {
    lines.push(`  any${index}["a step that keeps failing"]:::quiet -.-> ${id(failure)}`);
  }
  lines.push(
    '  classDef hold fill:#fff8e1,stroke:#c9a227,color:#333',
    '  classDef quiet fill:none,stroke:none,color:#777',
  );
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
      const edge = found.get(to);
      if (!edge) found.set(to, { from, to, labels: label ? [label] : [], isCatch });
      // An error that leads where the state goes anyway needs no words, unless it is the other way a hold ends.
      else if (label && (edge.isCatch || !isCatch || label === timeIsUp)) edge.labels.push(label);
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
    label: ErrorEquals.includes('States.Timeout') ? timeIsUp : ErrorEquals.map(errorInWords).join(', '),
    isCatch: true,
  }));
  return [...usual, ...caught];
}

const timeIsUp = 'time is up';

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

/** `{% $states.input.outcome.over %}` reads as `over`, and `{% $exists($next) %}` as `next`. */
function inWords(condition: string): string {
  return condition
    .slice(2, -2)
    .trim()
    .replace(/^\$exists\((.*)\)$/, '$1')
    .replaceAll(/\$\w+(\.\w+)*/g, (path) => path.replace(/^.*[.$]/, ''));
}

/** `DynamoDb.ConditionalCheckFailedException` reads as `conditional check failed`. */
function errorInWords(name: string): string {
  if (name === 'States.ALL') return 'fails';
  return name
    .replace(/^.*\./, '')
    .replace(/Exception$/, '')
    .replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`)
    .toLowerCase();
}

/** Text that can stand between double quotes in a diagram. */
const plain = (text: string): string => text.replaceAll('"', "'").replaceAll('\n', ' ');
