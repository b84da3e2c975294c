import { createHash, randomUUID } from 'node:crypto';
import jsonata from 'jsonata';
import { StateError } from './errors.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What an expression can see. */
export interface Scope {
  /** `$states`: input, context and, where they exist, result and errorOutput. */
  states: Record<string, Json | undefined>;
  /** What `Assign` has stored so far. */
  variables: Record<string, Json>;
  /** What `$now()` and `$millis()` say: milliseconds since 1970. */
  now: number;
}

/** An expression is a string that starts with `{%` and ends with `%}`; with anything around it, it is plain text. */
export function isExpression(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('{%') && value.endsWith('%}');
}

const inside = (text: string): string => text.slice(2, -2).trim();

/**
 * Functions that an expression here may not call: AWS removed `$eval`, and adds `$partition`, `$range` and a seed for
 * `$random` that our definition has no use for.
 */
const refused = new Set(['eval', 'partition', 'range']);

/** What is wrong with an expression, before it has ever been evaluated. */
export function problemsOfExpression(text: string): string[] {
  let tree: unknown;
  try {
    tree = jsonata(inside(text)).ast();
  } catch (error) {
    return [`not a JSONata expression: ${explain(error)}`];
  }
  const problems: string[] = [];
  for (const { name, given } of callsIn(tree)) {
    if (refused.has(name)) problems.push(`$${name}() is not supported`);
    if (name === 'random' && given > 0) problems.push('$random() is not supported with a seed');
  }
  return problems;
}

function callsIn(node: unknown): { name: string; given: number }[] {
  if (typeof node !== 'object' || node === null) return [];
  const within = Object.values(node).flatMap(callsIn);
  const { type, procedure, arguments: given } = node as Partial<jsonata.ExprNode>;
  const isCall = (type === 'function' || type === 'partial') && procedure?.type === 'variable';
  return isCall ? [{ name: String(procedure.value), given: given?.length ?? 0 }, ...within] : within;
}

/**
 * The value of a field: every expression in it, at any depth, replaced by what it evaluates to. Keys are left alone.
 * Throws `States.QueryEvaluationError`, in AWS's words.
 */
export async function evaluate(template: unknown, field: string, scope: Scope): Promise<Json> {
  if (isExpression(template)) return evaluateOne(template, field, scope);
  if (Array.isArray(template)) {
    return Promise.all(template.map((item, index) => evaluate(item, `${field}/${index}`, scope)));
  }
  if (typeof template === 'object' && template !== null) {
    const entries = Object.entries(template).map(
      async ([key, value]): Promise<[string, Json]> => [key, await evaluate(value, `${field}/${key}`, scope)],
    );
    return Object.fromEntries(await Promise.all(entries));
  }
  return template as Json;
}

/** As `evaluate`, for a field that has to be of one type. */
export async function evaluateAs<T extends 'boolean' | 'string' | 'number'>(
  type: T,
  template: unknown,
  field: string,
  scope: Scope,
): Promise<{ boolean: boolean; string: string; number: number }[T]> {
  const value = await evaluate(template, field, scope);
  if (typeof value === type) return value as never;
  const expected = `Expected '${type}', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`;
  throw failure(template, field, `returned an unexpected result type. ${expected}`);
}

const compiled = new Map<string, jsonata.Expression>();

function compile(text: string): jsonata.Expression {
  let expression = compiled.get(text);
  if (!expression) {
    expression = jsonata(text);
    compiled.set(text, expression);
  }
  return expression;
}

async function evaluateOne(text: string, field: string, scope: Scope): Promise<Json> {
  const bindings = { ...scope.variables, states: scope.states, ...functionsAt(scope.now) };
  let value: unknown;
  try {
    // No input document: as in AWS, `$` and names without `$states.` refer to nothing at the top of an expression.
    value = await compile(inside(text)).evaluate(undefined, bindings);
  } catch (error) {
    throw failure(text, field, `threw an error during evaluation. ${explain(error)}`);
  }
  if (value === undefined) throw failure(text, field, 'returned nothing (undefined).');
  // JSONata's arrays carry hidden marks, and its functions are objects: only plain JSON may leave an expression.
  const plain = isFunction(value) ? undefined : JSON.stringify(value);
  if (plain === undefined) throw failure(text, field, 'returned an unsupported result type.');
  return JSON.parse(plain) as Json;
}

/** Functions of AWS beside JSONata's own, and the two that tell the time, by our clock. */
function functionsAt(now: number): Record<string, (...given: never[]) => unknown> {
  return {
    parse: (text?: string) => (text === undefined ? undefined : JSON.parse(text)),
    uuid: () => randomUUID(),
    hash,
    millis: () => now,
    now: (picture?: string, timezone?: string) =>
      compile('$fromMillis($moment, $picture, $timezone)').evaluate(undefined, { moment: now, picture, timezone }),
  };
}

const algorithms = new Set(['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']);

function hash(text?: string, algorithm?: string): string | undefined {
  if (text === undefined) return undefined;
  if (typeof text !== 'string') throw new Error('$hash() takes a string');
  if (algorithm === undefined || !algorithms.has(algorithm)) {
    throw new Error(`$hash() takes one of ${[...algorithms].join(', ')}, not ${algorithm}`);
  }
  return createHash(algorithm.replace('-', '').toLowerCase()).update(text).digest('hex');
}

function isFunction(value: unknown): boolean {
  if (typeof value === 'function') return true;
  return typeof value === 'object' && value !== null && ('_jsonata_function' in value || '_jsonata_lambda' in value);
}

function failure(template: unknown, field: string, what: string): StateError {
  const said = isExpression(template) ? `The JSONata expression '${inside(template)}'` : `The value`;
  return new StateError('States.QueryEvaluationError', `${said} specified for the field '${field}' ${what}`, field);
}

/** JSONata throws plain objects with a code; our own functions throw errors. */
function explain(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return code ? `${code}: ${message}` : String(message);
}

function typeName(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
