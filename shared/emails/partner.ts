import * as z from 'zod';
import { shownName } from '#domain/names/called.ts';

/** A name as the coordinator's list has it; a list in capitals is no reason to shout at people. */
export const Name = z.string().transform(shownName);

/** The other one of a pair, in emails that name them. */
export const Partner = z.object({ name: Name, email: z.string().optional() });
export type Partner = z.infer<typeof Partner>;
