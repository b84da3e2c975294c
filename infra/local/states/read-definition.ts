import { UnsupportedDefinition } from './errors.ts';
import { isExpression, problemsOfExpression } from './expressions.ts';
import type { Machine } from './machine.ts';
import { resources } from './resources.ts';

/** The longest that a task may take or a state may wait, in seconds (a little over three years). */
export const longestSeconds = 99_999_999;

/**
 * Reads a definition, refusing whatever it says that this interpreter would not do as AWS does. Throws
 * `UnsupportedDefinition`, which lists all of it and where.
 */
export function readDefinition(name: string, definition: unknown): Machine {
  const reader = new Reader();
  reader.machine(definition);
  if (reader.problems.length > 0) throw new UnsupportedDefinition(name, reader.problems);
  return definition as Machine;
}

type Fields = Record<string, unknown>;
type Check = (value: unknown, where: string) => void;

class Reader {
  readonly problems: string[] = [];
  #language: unknown;
  #states: Fields = {};

  machine(value: unknown): void {
    const machine = this.#object(value, '(top)');
    if (!machine) return;
    this.#language = machine.QueryLanguage ?? 'JSONPath';
    this.#states = this.#object(machine.States, 'States') ?? {};
    this.#fields(machine, '', {
      Comment: this.#text,
      QueryLanguage: this.#isJsonata,
      StartAt: required(this.#stateName),
      States: required((_states, where) => {
        if (Object.keys(this.#states).length === 0) this.#problem(where, 'there is no state');
        for (const [name, state] of Object.entries(this.#states)) this.#state(state, `${where}/${name}`);
      }),
      TimeoutSeconds: this.#wholeNumber(1, longestSeconds),
    });
  }

  #state(value: unknown, where: string): void {
    const state = this.#object(value, where);
    if (!state) return;
    const checks = this.#checksOf(state.Type);
    if (!checks) {
      const known = 'Task, Choice, Pass, Wait, Succeed or Fail';
      this.#problem(`${where}/Type`, `${JSON.stringify(state.Type)} is not supported, only ${known}`);
      return;
    }
    if (state.QueryLanguage === undefined) this.#isJsonata(this.#language, where);
    this.#fields(state, where, { Type: () => {}, Comment: this.#text, QueryLanguage: this.#isJsonata, ...checks });
    if ('Next' in checks && 'End' in checks && (state.Next === undefined) === (state.End === undefined)) {
      this.#problem(where, 'has to have either Next or End');
    }
    if (state.Type === 'Task') this.#arguments(state, `${where}/Arguments`);
  }

  #arguments(task: Fields, where: string): void {
    const resource = resources.get(String(task.Resource));
    if (!resource || typeof task.Arguments !== 'object' || task.Arguments === null) return;
    for (const name of Object.keys(task.Arguments)) {
      if (!resource.arguments.includes(name)) {
        this.#problem(`${where}/${name}`, `${resource.service}:${resource.action} does not take this here`);
      }
    }
  }

  #checksOf(type: unknown): Record<string, Check | Required> | undefined {
    const onward = { Next: this.#stateName, End: this.#isTrue };
    const yields = { Output: this.#template, Assign: this.#assign };
    switch (type) {
      case 'Task':
        return {
          ...yields,
          ...onward,
          Resource: required(this.#resource),
          Arguments: this.#template,
          TimeoutSeconds: this.#seconds(1),
          Retry: this.#listOf(this.#retrier),
          Catch: this.#listOf(this.#catcher),
        };
      case 'Choice':
        return { ...yields, Choices: required(this.#listOf(this.#choice)), Default: this.#stateName };
      case 'Pass':
        return { ...yields, ...onward };
      case 'Wait':
        return { ...yields, ...onward, Seconds: required(this.#seconds(0)) };
      case 'Succeed':
        return { Output: this.#template };
      case 'Fail':
        return { Error: this.#text, Cause: this.#text };
      default:
        return undefined;
    }
  }

  #fields(value: Fields, where: string, checks: Record<string, Check | Required>): void {
    const at = (field: string) => (where === '' ? field : `${where}/${field}`);
    for (const field of Object.keys(value)) {
      if (!Object.hasOwn(checks, field)) this.#problem(at(field), 'this field is not supported');
    }
    for (const [field, check] of Object.entries(checks)) {
      const run = typeof check === 'function' ? check : check.check;
      if (value[field] !== undefined) run(value[field], at(field));
      else if (typeof check !== 'function') this.#problem(at(field), 'this field is missing');
    }
  }

  #choice: Check = (value, where) => {
    const choice = this.#object(value, where);
    if (!choice) return;
    this.#fields(choice, where, {
      Comment: this.#text,
      Condition: required(this.#expression),
      Next: required(this.#stateName),
      Output: this.#template,
      Assign: this.#assign,
    });
  };

  #retrier: Check = (value, where) => {
    const retrier = this.#object(value, where);
    if (!retrier) return;
    this.#fields(retrier, where, {
      Comment: this.#text,
      ErrorEquals: required(this.#errorNames),
      IntervalSeconds: this.#wholeNumber(1, longestSeconds),
      MaxAttempts: this.#wholeNumber(0, longestSeconds),
      BackoffRate: (rate, at) => {
        if (typeof rate !== 'number' || rate < 1) this.#problem(at, 'has to be a number of at least 1');
      },
      MaxDelaySeconds: this.#wholeNumber(1, 31_622_399),
      JitterStrategy: (strategy, at) => {
        if (strategy !== 'FULL' && strategy !== 'NONE') this.#problem(at, 'has to be FULL or NONE');
      },
    });
  };

  #catcher: Check = (value, where) => {
    const catcher = this.#object(value, where);
    if (!catcher) return;
    this.#fields(catcher, where, {
      Comment: this.#text,
      ErrorEquals: required(this.#errorNames),
      Next: required(this.#stateName),
      Output: this.#template,
      Assign: this.#assign,
    });
  };

  #listOf =
    (check: Check): Check =>
    (value, where) => {
      if (!Array.isArray(value) || value.length === 0) return this.#problem(where, 'has to be a list of at least one');
      value.forEach((item, index) => {
        check(item, `${where}/${index}`);
        const names = (item as Fields | null)?.ErrorEquals;
        if (Array.isArray(names) && names.includes('States.ALL') && index < value.length - 1) {
          this.#problem(`${where}/${index}`, 'States.ALL is only allowed in the last one');
        }
      });
    };

  #errorNames: Check = (value, where) => {
    if (!Array.isArray(value) || value.length === 0 || !value.every((name) => typeof name === 'string')) {
      this.#problem(where, 'has to be a list of error names');
    } else if (value.includes('States.ALL') && value.length > 1) {
      this.#problem(where, 'States.ALL has to stand alone');
    }
  };

  #resource: Check = (value, where) => {
    if (!resources.has(String(value))) this.#problem(where, `${JSON.stringify(value)} is not supported`);
  };

  #stateName: Check = (value, where) => {
    if (typeof value !== 'string' || !Object.hasOwn(this.#states, value)) {
      this.#problem(where, `there is no state ${JSON.stringify(value)}`);
    }
  };

  #assign: Check = (value, where) => {
    const assigned = this.#object(value, where);
    for (const name of Object.keys(assigned ?? {})) {
      if (name === 'states' || !/^[\p{ID_Start}_][\p{ID_Continue}]{0,79}$/u.test(name)) {
        this.#problem(`${where}/${name}`, 'this is not a name that a variable may have');
      }
    }
    if (assigned) this.#template(assigned, where);
  };

  #template: Check = (value, where) => {
    if (isExpression(value)) this.#expression(value, where);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, within] of Object.entries(value)) this.#template(within, `${where}/${key}`);
    }
  };

  #expression: Check = (value, where) => {
    if (!isExpression(value)) return this.#problem(where, 'has to be an expression, "{% ... %}"');
    for (const problem of problemsOfExpression(value)) this.#problem(where, problem);
  };

  #text: Check = (value, where) => {
    if (typeof value !== 'string') this.#problem(where, 'has to be a string');
    else this.#template(value, where);
  };

  #isTrue: Check = (value, where) => {
    if (value !== true) this.#problem(where, 'has to be true');
  };

  #isJsonata: Check = (value, where) => {
    if (value !== 'JSONata') this.#problem(where, `the query language is ${JSON.stringify(value)}, not JSONata`);
  };

  #seconds =
    (least: number): Check =>
    (value, where) => {
      if (typeof value === 'string') this.#expression(value, where);
      else this.#wholeNumber(least, longestSeconds)(value, where);
    };

  #wholeNumber =
    (least: number, most: number): Check =>
    (value, where) => {
      if (!Number.isInteger(value) || Number(value) < least || Number(value) > most) {
        this.#problem(where, `has to be a whole number from ${least} to ${most}`);
      }
    };

  #object(value: unknown, where: string): Fields | undefined {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
    this.#problem(where, 'has to be an object');
    return undefined;
  }

  #problem(where: string, what: string): void {
    this.problems.push(`${where}: ${what}`);
  }
}

interface Required {
  check: Check;
}
const required = (check: Check): Required => ({ check });
