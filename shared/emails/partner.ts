import * as z from 'zod';

/** The other one of a pair, in emails that name them. */
export const Partner = z.object({ name: z.string(), email: z.string().optional() });
export type Partner = z.infer<typeof Partner>;
