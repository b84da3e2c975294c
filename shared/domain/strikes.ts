import type { Answers, Unclear } from './forms/form.ts';
import type { AskedForm, Strike } from './forms/form-record.ts';

/** What somebody has said of publishing: by a reply, or by one word about what we had read. */
interface Said {
  answers: Answers;
  unclear: readonly Unclear[];
  settles?: 'offer' | 'proposal' | undefined;
  strikes?: readonly Strike[];
  struck?: AskedForm['struck'] | Readonly<Record<string, string>>;
  isWhole?: boolean;
}

/** The pairs that are left out once a reply is confirmed, and those that are, after somebody has said something. */
export function strikesAfter(
  form: AskedForm,
  said: Said,
): { strikes: AskedForm['strikes']; struck: AskedForm['struck'] } {
  const { answers, unclear, settles, strikes, struck = form.struck, isWhole } = said;
  if (isWhole) return { strikes: undefined, struck };
  if (strikes) return { strikes: [...strikes], struck };
  const isOfPublishing = answers.publish !== undefined || unclear.some(({ key }) => key === 'publish');
  if (!isOfPublishing) return { strikes: form.strikes, struck };
  if (answers.publish !== true) return { strikes: undefined, struck };
  // A plain yes is to all pairs as they are, whatever was said of some of them before.
  const confirmed = settles === 'proposal' ? form.strikes : undefined;
  return {
    strikes: confirmed,
    struck: confirmed && Object.fromEntries(confirmed.map(({ pair, reason }) => [pair, reason])),
  };
}
