import { describe, expect, test } from 'vitest';
import { strikesIn, wordsOf } from '#domain/strikes-in-words.ts';
import { composeReply } from '#infra/demo/mail/compose-reply.ts';
import { type Letter, openLetter } from '#infra/demo/mail/letter.ts';
import type { ClientName } from '#infra/demo/people/correspondents.ts';
import { write } from '#shared/emails/index.ts';
import { composeMessage } from '#shared/emails/mime.ts';
import { parseMail } from '#shared/mail/parse.ts';
import { wordsOf as languageOf } from '#shared/words/index.ts';
import { ownQuestion } from '#shared/words/own-question-words.ts';
import { cohort, type Sample, samples } from '#test/unit/emails/samples.ts';

const clients: ClientName[] = ['gmail', 'apple', 'iphone', 'outlook', 'thunderbird', 'mutt'];
const pairs = [
  { pair: 'p1', mentor: 'Grace Hopper', mentee: 'Ada Lovelace' },
  { pair: 'p2', mentor: 'Mary Somerville', mentee: 'Charles Babbage' },
  { pair: 'p3', mentor: 'Alan Turing', mentee: 'Joan Clarke' },
];

/** A letter to the coordinator, as it lies in their mailbox. */
async function letterOf(name: string): Promise<Letter> {
  const { kind, facts, context } = samples.find((one) => one.name === name) as Sample;
  const to = { name: context.person.name, address: context.person.email };
  const from = { name: 'Telemachy', address: 'mentoring@mentoring.example.org' };
  const email = write(kind, JSON.parse(JSON.stringify(facts)), context);
  const raw = await composeMessage({ email, from, to, replyTo: 'r+x@example.org', thread: `${cohort.id}.per_1` });
  return openLetter(raw);
}

async function wordsBy(client: ClientName, letter: Letter, words: string): Promise<string> {
  const draft = {
    from: { name: 'Maria Ortiz', address: 'maria.ortiz@harbour.example' },
    client,
    manner: client === 'mutt' || client === 'thunderbird' ? ('under' as const) : ('above' as const),
    answers: new Map<number, string>(),
    opening: 'Hello,',
    words,
    closing: 'Best wishes\nMaria',
    at: Date.parse('2027-03-01T09:00:00Z'),
    timeZone: 'Europe/Lisbon',
  };
  const mail = await parseMail(await composeReply(letter, draft));
  const questions = [ownQuestion('decision', languageOf())];
  return wordsOf({ questions }, [{ text: letter.text, html: letter.html }], mail);
}

describe.each(clients)('a reply by %s that leaves out a pair', (client) => {
  test.each([
    'Yes, but not Mary Somerville and Charles Babbage, they share a desk.',
    'Please publish all pairs on the list except for the one of Mary Somerville and Charles Babbage: they share a desk.',
    'All but Mary Somerville and Charles Babbage (they share a desk).',
    'Yes to all but Mary Somerville and Charles Babbage (two for, one against): they share a desk',
    'Leave out Mary Somerville and Charles Babbage because they share a desk. Publish the others.',
  ])('says so in one piece, below the list as above it: %s', async (said) => {
    const words = await wordsBy(client, await letterOf('publish-decision'), said);

    expect(strikesIn(words, pairs)?.strikes).toEqual([{ ...pairs[1], reason: 'they share a desk' }]);
  });

  test('gives the reason that we asked for, and nothing of our words', async () => {
    const words = await wordsBy(client, await letterOf('understood-leaving-out-why'), 'They share a desk.');

    expect(words).toBe('They share a desk.');
  });
});
