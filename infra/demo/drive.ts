import { readFile } from 'node:fs/promises';
import type { Delivered } from '#infra/local/mail/local-ses.ts';
import type { System } from '#infra/local/system.ts';
import { Api, type CohortView } from './api.ts';
import { formIn } from './mail/asked-forms.ts';
import { type Letter, openLetter } from './mail/letter.ts';
import { PostOffice } from './mail/post-office.ts';
import type { Correspondent, Population } from './people/correspondents.ts';
import { Persona, type Step } from './people/persona.ts';
import { ReviewerPersona } from './people/reviewer.ts';

/** A message that lies in somebody's mailbox. */
export interface Received {
  to: string;
  file: string;
  /** Milliseconds since 1970 of the system's time. */
  at: number;
  /** The id of the email, as the log has it. Two of them may well be alike in words. */
  email: string | undefined;
  letter: Letter;
}

/** A reply that somebody sent. */
export interface Sent extends Step {
  person: string;
  /** The address that it went to, which stands for the form that it answers. */
  replyTo: string;
  raw: Buffer;
}

/** Everything that happened, as seen from outside. */
export interface Course {
  cohort: CohortView;
  received: Received[];
  sent: Sent[];
  personas: ReadonlyMap<string, Persona>;
}

export interface Standing {
  stage: string;
  status: CohortView['status'];
  now: number;
  emails: number;
  replies: number;
  pairs: number;
}

export interface DriveOptions {
  /** The date on which applications open, such as 2027-03-01. */
  start: string;
  /** What everything is written in; the default language when absent. */
  language?: string;
  /** Told after each step of the clock. */
  onStep?: (standing: Standing) => void;
  /** What went wrong lately, for the message of a program that stands still. */
  troubles?: () => string;
}

/** The program did not come to its end; the message says where it stopped, and what went wrong shortly before. */
export class Standstill extends Error {
  override readonly name = 'Standstill';
}

/** As long as a message that failed may wait in the outbound queue for its next try, and then some; in real seconds. */
const longestStandstill = 200;
/** Days after the last milestone by which everything has to be over. */
const grace = 31;
const day = 24 * 3600 * 1000;

/** Lets a cohort of simulated people run from the API call to its end. Throws when it stands still. */
export async function drive(system: System, population: Population, options: DriveOptions): Promise<Course> {
  const driver = new Driver(system, population, options, new Api(system.url, await system.token()));
  try {
    return await driver.run();
  } finally {
    driver.stop();
  }
}

class Driver {
  readonly #system: System;
  readonly #population: Population;
  readonly #options: DriveOptions;
  readonly #api: Api;
  readonly #received: Received[] = [];
  readonly #sent: Sent[] = [];
  readonly #personas: ReadonlyMap<string, Persona>;
  readonly #reviewers: ReadonlyMap<string, ReviewerPersona>;
  readonly #underWay = new Set<Promise<void>>();
  /** Moments at which people send replies: those that change nothing in what the workflow does next, and votes. */
  readonly #quiet = new Set<number>();
  readonly #votes = new Set<number>();
  /** Reply addresses of the agreements that people were asked for: two for each pair. */
  readonly #agreements = new Set<string>();
  readonly #postOffice: PostOffice;
  readonly #stopListening: () => void;
  #failure: Error | undefined;

  constructor(system: System, population: Population, options: DriveOptions, api: Api) {
    this.#system = system;
    this.#population = population;
    this.#options = options;
    this.#api = api;
    const { invitees, committee } = population;
    this.#personas = new Map(invitees.map((invitee) => [invitee.email, new Persona(invitee, population)]));
    this.#reviewers = new Map(committee.map((one) => [one.email, new ReviewerPersona(one, population)]));
    this.#postOffice = new PostOffice(system.smtpPort);
    this.#stopListening = system.onDelivered((mail) => this.#begin(this.#open(mail)));
  }

  stop(): void {
    this.#stopListening();
    this.#postOffice.close();
  }

  async run(): Promise<Course> {
    const { clock } = this.#system;
    let cohort = await this.#create();
    const lastDay = Date.parse(cohort.schedule.at(-1)?.milestones.at(-1)?.at ?? '');
    for (let isQuiet = false; ; ) {
      await this.#calm();
      if (!isQuiet) cohort = await this.#api.cohort(cohort.id);
      this.#options.onStep?.(this.#standing(cohort));
      if (cohort.status === 'finished') {
        return { cohort, received: this.#received, sent: this.#sent, personas: this.#personas };
      }
      if (cohort.status !== 'running')
        throw this.#trouble(`The cohort is ${cohort.status}: ${JSON.stringify(cohort.stuck)}`);
      const next = clock.next();
      if (next === undefined)
        throw this.#trouble(`Nothing is due, and the cohort is not finished but at ${cohort.stage}.`);
      if (next > lastDay + grace * day)
        throw this.#trouble(`The last day has passed, and the cohort is at ${cohort.stage}.`);
      isQuiet = this.#quiet.delete(next) && !this.#votes.delete(next);
      clock.jump(next);
    }
  }

  #create(): Promise<CohortView> {
    const contact = ({ name, email }: Correspondent) => ({ name, email });
    const { name, organisation, timeZone, coordinator, committee, leadership, invitees, seed } = this.#population;
    const { start, language } = this.#options;
    const cohort = {
      name,
      organisation,
      program: 'essentials',
      start,
      timeZone,
      ...(language !== undefined && { language }),
      coordinator: contact(coordinator),
      committee: committee.map(contact),
      leadership: leadership.map(contact),
      invitees: invitees.map((one) => ({ ...contact(one), department: one.team, location: one.site })),
    };
    // With a key the ids are the same in every run of a seed, and with them the order of those who are equal.
    return this.#api.call('POST', '/v1/cohorts', cohort, { 'idempotency-key': `demo-${seed}` });
  }

  /** Resolves when neither the system nor anybody's mail program has anything under way. */
  async #calm(): Promise<void> {
    do {
      await Promise.all(this.#underWay);
      await this.#within(longestStandstill, this.#system.settled());
      if (this.#failure) throw this.#trouble('A simulated person could not go on.', this.#failure);
    } while (this.#underWay.size > 0);
  }

  async #within(seconds: number, work: Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const tell = () =>
        reject(this.#trouble(`The system has been busy for ${seconds} seconds without coming to rest.`));
      timer = setTimeout(tell, seconds * 1000);
    });
    try {
      await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  #begin(work: Promise<void>): void {
    const noted = work
      .catch((error: Error) => {
        this.#failure ??= error;
      })
      .finally(() => this.#underWay.delete(noted));
    this.#underWay.add(noted);
  }

  async #open({ to, file, at, tags }: Delivered): Promise<void> {
    const letter = await openLetter(await readFile(file));
    const person = to.toLowerCase();
    this.#received.push({ to: person, file, at, email: tags.email, letter });
    if (formIn(letter) === 'agreement') this.#agreements.add(letter.replyTo);
    const reader = this.#personas.get(person) ?? this.#reviewers.get(person);
    for (const step of reader?.read(letter, at) ?? []) {
      (step.form === 'ballot' ? this.#votes : this.#quiet).add(step.at);
      this.#system.clock.at(step.at, () => this.#begin(this.#send(person, letter, step)));
    }
  }

  async #send(person: string, letter: Letter, step: Step): Promise<void> {
    const raw = await this.#postOffice.send(letter, step);
    this.#sent.push({ ...step, person, replyTo: letter.replyTo, raw });
  }

  #standing({ stage, status }: CohortView): Standing {
    return {
      stage,
      status,
      now: this.#system.clock.now(),
      emails: this.#received.length,
      replies: this.#sent.length,
      pairs: this.#agreements.size / 2,
    };
  }

  #trouble(what: string, cause?: Error): Error {
    const now = new Date(this.#system.clock.now()).toISOString();
    const lately = this.#options.troubles?.() ?? '';
    return new Standstill(`${what} It is ${now} there.${lately && `\nLately:\n${lately}`}`, { cause });
  }
}
