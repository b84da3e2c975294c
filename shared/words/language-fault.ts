import { z } from 'zod';
import { languages, wordsOf } from './index.ts';

const Request = z.object({ language: z.string() });

/** What is wrong with the language that a request for a cohort names; undefined where it names one that we have, or none. */
export function languageFault(request: unknown): string | undefined {
  const { data } = Request.safeParse(request);
  if (!data || Object.hasOwn(languages, data.language)) return undefined;
  const { enumeration, problems } = wordsOf();
  return problems.at.noSuchLanguage({ tags: enumeration(Object.keys(languages)) });
}
