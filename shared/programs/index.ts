import { ProgramDefinition } from '#domain/program/program-definition.ts';
import { essentials } from './essentials.ts';

/** The programs that a cohort can be started with by name. */
export const programs: readonly ProgramDefinition[] = [ProgramDefinition.parse(essentials)];
