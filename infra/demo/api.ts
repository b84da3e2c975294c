/** What the demo reads of a cohort through the API. */
export interface CohortView {
  id: string;
  status: 'running' | 'stuck' | 'cancelled' | 'finished';
  stage: string;
  stuck?: { stage: string; cause: string };
  schedule: { stage: string; milestones: { id: string; at: string; doneAt?: string }[] }[];
}

export interface PersonView {
  id: string;
  name: string;
  email: string;
  unreachable?: string;
  forms: { purpose: string; status: string; pair?: string }[];
}

export interface EmailView {
  id: string;
  person: string;
  kind: string;
  occasion: string;
  status: string;
  why?: string;
  outcome?: string;
  attempts: number;
}

/** The coordinator's API, as every client would use it. */
export class Api {
  readonly #url: string;
  readonly #token: string;

  constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** Throws an Error with the answer's status and body unless it is a success. */
  async call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
    const response = await fetch(`${this.#url}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} was answered with ${response.status}: ${text.slice(0, 2000)}`);
    return JSON.parse(text) as T;
  }

  cohort(id: string): Promise<CohortView> {
    return this.call('GET', `/v1/cohorts/${id}`);
  }

  people(id: string): Promise<PersonView[]> {
    return this.#all(`/v1/cohorts/${id}/people`, 'people');
  }

  emails(id: string): Promise<EmailView[]> {
    return this.#all(`/v1/cohorts/${id}/emails`, 'emails');
  }

  /** All pages of a list. */
  async #all<T>(path: string, key: string): Promise<T[]> {
    const found: T[] = [];
    let after: string | undefined;
    do {
      const query = new URLSearchParams({ limit: '200', ...(after && { after }) });
      const page = await this.call<Record<string, T[]> & { next?: string }>('GET', `${path}?${query}`);
      found.push(...(page[key] ?? []));
      after = page.next as string | undefined;
    } while (after);
    return found;
  }
}
