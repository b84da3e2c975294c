/** Where in the request something is wrong, as a JSON pointer (RFC 6901), and what. */
export interface Fault {
  pointer: string;
  detail: string;
}

/** What a caller may see (RFC 9457). Anything else that is thrown is a fault of ours and shows as a plain 500. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly Fault[];

  constructor(status: number, title: string, detail: string, errors: readonly Fault[] = []) {
    super(`${status} ${title}: ${detail}`);
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.errors = errors;
  }

  /** `type` is about:blank (RFC 9457 section 4.2.1): the title says what the status means here. */
  body(): Record<string, unknown> {
    return {
      type: 'about:blank',
      title: this.title,
      status: this.status,
      detail: this.detail,
      ...(this.errors.length > 0 && { errors: this.errors }),
    };
  }
}

/** Somebody else was faster. */
export function conflict(): Problem {
  return new Problem(
    409,
    'Changed meanwhile',
    'The cohort was changed by somebody else just now. Look at it and try again.',
  );
}

export function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
