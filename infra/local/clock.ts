/**
 * The time that a local system lives in: real time plus an offset that can be raised, or real time run faster.
 * Nobody in `infra/local` asks for the time anywhere else.
 */
export interface Clock {
  /** Milliseconds since 1970 in the system's own time. */
  now(): number;
  /** Runs `act` once when the system's time reaches `moment`; returns how to call it off. */
  at(moment: number, act: () => void): () => void;
}

interface Appointment {
  moment: number;
  act: () => void;
}

/** A clock that follows real time `speed` times as fast, from `start` on, and can jump ahead to its next appointment. */
export class MovableClock implements Clock {
  readonly #appointments = new Set<Appointment>();
  #timer: NodeJS.Timeout | undefined;
  #base: number;
  #realBase = Date.now();
  readonly #speed: number;

  constructor({ start = Date.now(), speed = 1 }: { start?: number; speed?: number } = {}) {
    this.#base = start;
    this.#speed = speed;
  }

  now(): number {
    return Math.floor(this.#base + (Date.now() - this.#realBase) * this.#speed);
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
    }
    this.#keepAppointments();
  }

  /** Forgets all appointments, so that the process may end. */
  stop(): void {
    this.#appointments.clear();
    clearTimeout(this.#timer);
  }

  #keepAppointments(): void {
    const now = this.now();
    const due = [...this.#appointments].filter(({ moment }) => moment <= now).sort((a, b) => a.moment - b.moment);
    for (const appointment of due) {
      if (this.#appointments.delete(appointment)) appointment.act();
    }
    this.#arm();
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const next = this.next();
    if (next === undefined) return;
    // setTimeout takes at most 2^31 - 1 milliseconds; a later appointment is simply armed again.
    const wait = Math.min(Math.max(0, Math.ceil((next - this.now()) / this.#speed)), 2 ** 31 - 1);
    this.#timer = setTimeout(() => this.#keepAppointments(), wait);
  }
}
