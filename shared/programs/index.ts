import { ProgramDefinition } from '#domain/program/program-definition.ts';
import { defaultProgram } from './default-program.ts';

/** The programs that a cohort can be started with by name. */
export const programs: readonly ProgramDefinition[] = [ProgramDefinition.parse(defaultProgram)];
