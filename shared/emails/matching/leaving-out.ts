import type { Strike } from '#domain/forms/form-record.ts';
import { shownName } from '#domain/names/called.ts';
import type { Block } from '../content.ts';
import type { EmailContext } from '../context.ts';
import { quoted, quotedAtEnd } from '../parts/answer-words.ts';
import { count, listed, numberWord, paragraph, thankYou } from '../parts/phrases.ts';

/** What the answer to "all but these" begins with, and the request for a word that goes with it. */
export function leavingOut(
  strikes: readonly Strike[],
  said: string,
  { person }: EmailContext,
  page: string,
): { subject: string; blocks: Block[] } {
  const without = strikes.filter(({ reason }) => reason === '');
  const these = strikes.length === 1 ? 'this one' : `these ${numberWord(strikes.length)}`;
  const understood: Block[] = [
    paragraph(
      `${thankYou(person)}${said === '' ? '' : ` You wrote ${quotedAtEnd(said)}`} We read that as a yes to all pairs but ${these}:`,
    ),
    { kind: 'list', of: strikes.map(pairWords) },
  ];
  const orPage = paragraph('Or strike pairs on the page. ', { words: 'Open the page', href: page });
  if (without.length > 0) {
    const pairs = listed(without.map(names), 'and for');
    const isAll = without.length === strikes.length;
    return {
      subject: `Why should ${strikes.length === 1 ? 'this pair' : 'these pairs'} be left out?`,
      blocks: [
        ...understood,
        paragraph(
          `A pair is left out with a reason. Please reply with ${isAll ? 'the reason' : `the reason for ${pairs}`} in a few words. We then ask once more, and publish the others when you say yes. Nothing is published before that.`,
        ),
        orPage,
      ],
    };
  }
  const [they, are] = strikes.length === 1 ? ['this pair', 'is'] : ['these pairs', 'are'];
  const people = strikes.length === 1 ? 'two' : 'people in them';
  return {
    subject: `Shall we leave out ${count(strikes.length, 'pair')} and publish the others?`,
    blocks: [
      ...understood,
      paragraph(
        `Is that right? Please reply "yes" and we publish the others; ${they} ${are} left out, and we look for other partners for the ${people}. Please reply "no" if it is wrong. Nothing is published before you answer.`,
      ),
      orPage,
    ],
  };
}

/** Which pairs a decision that has been taken leaves out. */
export function leftOut(strikes: readonly Strike[] | undefined): Block[] {
  if (!strikes || strikes.length === 0) return [];
  return [paragraph('Left out of what is published:'), { kind: 'list', of: strikes.map(pairWords) }];
}

function pairWords(strike: Strike): string {
  return strike.reason === '' ? names(strike) : `${names(strike)}: ${quoted(strike.reason)}`;
}

function names({ mentor, mentee }: Strike): string {
  return `${shownName(mentor)} and ${shownName(mentee)}`;
}
