/**
 * The time that a local system lives in: real time plus an offset that can be raised, or a time that passes faster.
 * Nobody in `infra/local` asks for the time anywhere else.
 */
export interface Clock {
  /** Milliseconds since 1970 in the system's own time. */
  now(): number;
  /** Runs `act` once when the system's time reaches `moment`; returns how to call it off. */
  at(moment: number, act: () => void): () => void;
}

/** Something that is to happen again and again. */
interface Round {
  millis: number;
  next: number;
  act: () => void;
}

interface ClockOptions {
  start?: number;
  speed?: number;
  onJump?: (now: number) => void;
}

interface Appointment {
  moment: number;
  act: () => void;
}

/** How often a fast clock looks whether it may go on, in real milliseconds. Each appointment waits for two looks. */
const lookEvery = 4;

/**
 * A clock that goes from `start` on and can jump ahead to its next appointment. At a speed of 1 it is real time, at 0 it
 * stands. A faster one stands too until `goUnless` lets it go.
 */
export class MovableClock implements Clock {
  readonly #appointments = new Set<Appointment>();
  readonly #rounds = new Set<Round>();
  #timer: NodeJS.Timeout | undefined;
  #looking: NodeJS.Timeout | undefined;
  #base: number;
  #realBase = Date.now();
  readonly #speed: number;
  readonly #onJump: (now: number) => void;

  /** `onJump` is told of the new time before anything happens at it. */
  constructor({ start = Date.now(), speed = 1, onJump = () => {} }: ClockOptions = {}) {
    this.#base = start;
    this.#speed = speed;
    this.#onJump = onJump;
  }

  now(): number {
    return Math.floor(this.#speed === 1 ? this.#base + Date.now() - this.#realBase : this.#base);
  }

  /**
   * Lets a fast clock go, but stand still while `isBusy`, and stop at each appointment to see whether it makes work. What
   * a system does takes real time: if the clock ran on meanwhile, a call of 50 milliseconds would last a quarter of an
   * hour at a speed of 20000, and no time limit would be kept. A clock of real time waits for nobody.
   */
  goUnless(isBusy: () => boolean): void {
    if (this.#speed <= 1) return;
    let calmSince: number | undefined;
    this.#looking = setInterval(() => {
      const real = performance.now();
      const isCalm = !isBusy();
      // What one part hands to the next may be seen with neither: only a second look makes sure.
      if (isCalm && calmSince !== undefined) {
        const passed = this.#base + (real - calmSince) * this.#speed;
        this.jump(Math.min(passed, this.next() ?? passed));
      }
      calmSince = isCalm ? real : undefined;
    }, lookEvery);
  }

  at(moment: number, act: () => void): () => void {
    const appointment = { moment, act };
    this.#appointments.add(appointment);
    this.#arm();
    return () => {
      this.#appointments.delete(appointment);
      this.#arm();
    };
  }

  /**
   * Runs `act` every so many milliseconds, and once for all the times that a jump passes over. It is no appointment: whoever
   * jumps from one to the next does not stop for it.
   */
  every(millis: number, act: () => void): void {
    this.#rounds.add({ millis, next: this.now() + millis, act });
    this.#arm();
  }

  /** The moment of the earliest appointment, or undefined when there is none. */
  next(): number | undefined {
    let earliest: number | undefined;
    for (const { moment } of this.#appointments) {
      if (earliest === undefined || moment < earliest) earliest = moment;
    }
    return earliest;
  }

  /** Moves the time ahead to `moment` (never back) and keeps the appointments that fall due. */
  jump(moment: number): void {
    const now = this.now();
    if (moment > now) {
      this.#base = moment;
      this.#realBase = Date.now();
      this.#onJump(this.now());
    }
    this.#keepAppointments();
  }

  /** Forgets all appointments, so that the process may end. */
  stop(): void {
    this.#appointments.clear();
    this.#rounds.clear();
    clearInterval(this.#looking);
    clearTimeout(this.#timer);
  }

  #keepAppointments(): void {
    const now = this.now();
    const due = [...this.#appointments].filter(({ moment }) => moment <= now).sort((a, b) => a.moment - b.moment);
    for (const appointment of due) {
      if (this.#appointments.delete(appointment)) appointment.act();
    }
    for (const round of this.#rounds) {
      if (round.next > now) continue;
      round.next = now + round.millis;
      round.act();
    }
    this.#arm();
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const next = Math.min(this.next() ?? Number.POSITIVE_INFINITY, ...[...this.#rounds].map((round) => round.next));
    if (next === Number.POSITIVE_INFINITY) return;
    const left = Math.max(0, next - this.now());
    if (left > 0 && this.#speed !== 1) return;
    // setTimeout takes at most 2^31 - 1 milliseconds; a later appointment is simply armed again.
    const wait = Math.min(left, 2 ** 31 - 1);
    this.#timer = setTimeout(() => this.#keepAppointments(), wait);
  }
}
