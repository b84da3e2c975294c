/** Why a state failed: a name that `Retry` and `Catch` match on, and a cause in words. */
export class StateError extends Error {
  /** Null when `SendTaskFailure` named none, as in AWS. */
  readonly error: string | null;
  override readonly cause: string | null;
  /** The field whose expression failed, such as `Arguments/Payload/stage`. */
  readonly field: string | undefined;

  constructor(error: string | null, cause: string | null, field?: string) {
    super(`${error}: ${cause}`);
    this.name = 'StateError';
    this.error = error;
    this.cause = cause;
    this.field = field;
  }
}

/** A refusal of the Step Functions API; `code` is the `__type` that SDK clients turn into an exception. */
export class Refusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
  }
}

/** A definition that this interpreter can't run as AWS would, with everything that is wrong with it. */
export class UnsupportedDefinition extends Error {
  readonly problems: readonly string[];

  constructor(name: string, problems: readonly string[]) {
    super(`The definition of ${name} can't be run here:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'UnsupportedDefinition';
    this.problems = problems;
  }
}
