/** Where in the request something is wrong, as a JSON pointer (RFC 6901), and what. */
export interface Fault {
  pointer: string;
  detail: string;
}

/** A request may have 10 MB, all of it wrong: an answer lists so many faults, and quotes so much of each. */
const most = { faults: 100, characters: 300 };

const clip = (text: string) => (text.length > most.characters ? `${text.slice(0, most.characters)}...` : text);

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

  /** `more`: how many faults are not listed. `type` is about:blank (RFC 9457 section 4.2.1): the title says what the status means here. */
  body(): Record<string, unknown> {
    return {
      type: 'about:blank',
      title: this.title,
      status: this.status,
      detail: clip(this.detail),
      ...(this.errors.length > 0 && {
        errors: this.errors
          .slice(0, most.faults)
          .map(({ pointer: at, detail }) => ({ pointer: clip(at), detail: clip(detail) })),
      }),
      ...(this.errors.length > most.faults && { more: this.errors.length - most.faults }),
    };
  }
}

export function pointer(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
