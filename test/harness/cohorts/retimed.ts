import type { StageDefinition } from '#domain/program/stage-definition.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

/** What a stage is, without when it happens. */
type Timing = Partial<Record<'pause' | 'lasts' | 'decide' | 'publish', string>> & { remind?: string[] };

/** The schedule of the default program with stages, by name, at other times: all that is said of their times is replaced. */
export function retimed(timings: Readonly<Record<string, Timing>>): StageDefinition[] {
  return defaultProgram.schedule.map((stage) => {
    const timing = timings[stage.name];
    if (!timing) return stage;
    const { pause: _, ...rest } = stage;
    return { ...rest, remind: [], ...timing } as StageDefinition;
  });
}
