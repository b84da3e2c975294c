import type { ClientName, Manner } from '../../people/correspondents.ts';

/** What somebody wants to say in a reply, before their mail program puts it into a message. */
export interface Draft {
  from: { name: string; address: string };
  client: ClientName;
  manner: Manner;
  /** Answers by the number of their question, in the order in which they are typed. */
  answers: ReadonlyMap<number, string>;
  /** What is said beside the answers, or instead of them: "No thanks." */
  words?: string;
  opening?: string;
  closing?: string;
  /** The name of a PDF that goes along. */
  encloses?: string;
  /** When it is sent, in milliseconds since 1970, and the zone of the computer that it is written on. */
  at: number;
  timeZone: string;
}

/** What is typed at the top, paragraph by paragraph: everything, or what remains when the answers stand in the quotation. */
export function typedAbove({ manner, answers, words, opening, closing }: Draft, withClosing = true): string[] {
  const numbered = [...answers].map(([number, answer]) => `${number}. ${answer}`);
  return [
    ...(opening ? [opening] : []),
    ...(words ? [words] : []),
    ...(manner === 'above' && numbered.length > 0 ? [numbered.join('\n')] : []),
    ...(closing && withClosing ? [closing] : []),
  ];
}

/** The answers that are typed into the quotation. */
export function typedWithin({ manner, answers }: Draft): ReadonlyMap<number, string> {
  return manner === 'above' ? new Map() : answers;
}
