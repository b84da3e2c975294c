import { describe, expect, test } from 'vitest';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { understand } from '#domain/replies/read/values/understand-answer.ts';
import { ballotOn } from '../forms.ts';

const people = [
  ['Juliana Teles', 'Thuy Bui'],
  ['Grace Lee', 'Ada Byron'],
  ['Kenji Mori', 'Lena Fuchs'],
  ['Hans von Stein', 'Mikkel Sørensen'],
  ['Jürgen Müller', 'Priya Nair'],
  ['Rui Ito', 'Dag Diaz'],
  ['Rui Ito', 'Will Best'],
  ['Marta Oliveira', 'Pedro Álvarez'],
] as const;
const form = ballotOn('Eight pairs', people);

/** What was read: "abstained 4, no 5, rest yes". */
function read(text: string): string {
  const { answers } = readReply({ form, sent: [], mail: { subject: 'Re', text } });
  const words = (answer: unknown) => (answer === true ? 'yes' : answer === false ? 'no' : (answer ?? 'ask'));
  const kinds = form.questions.map(({ key }) => String(words(answers[key])));
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  const most = ['yes', 'ask', 'no', 'abstained'].reduce((one, other) => (count(other) > count(one) ? other : one));
  const named = ['abstained', 'no', 'yes', 'ask']
    .filter((kind) => kind !== most && count(kind) > 0)
    .map((kind) => `${kind} ${kinds.flatMap((one, index) => (one === kind ? [index + 1] : [])).join(' ')}`);
  return [...named, `rest ${most}`].join(', ');
}

const reasonOf = (text: string, pair: string) =>
  readReply({ form, sent: [], mail: { subject: 'Re', text } }).comments[pair];

describe('somebody who would rather not vote on a pair', () => {
  test.each([
    ['I abstain on 3', 'abstained 3, rest ask'],
    ['no opinion on 5, rest yes', 'abstained 5, rest yes'],
    ["can't judge 4, I know her too well. Rest yes.", 'abstained 4, rest yes'],
    ['pass on 2, yes to the others', 'abstained 2, rest yes'],
    ['leave 6 to the others, everything else is fine', 'abstained 6, rest yes'],
    ['conflict of interest on 1, rest yes', 'abstained 1, rest yes'],
    ['Approve all, but I abstain on 3', 'abstained 3, rest yes'],
    ['approve all except 4, on which I abstain', 'abstained 4, rest yes'],
    ['Approve all but 4. I abstain on 4, she is my wife.', 'abstained 4, rest yes'],
    ['Approve all except 4, no, same team. I abstain on 7.', 'abstained 7, no 4, rest yes'],
    ['3 and 5: abstain. The others: yes', 'abstained 3 5, rest yes'],
    ['1: yes\n2: yes\n3: no, same team\n4: abstain\n5: yes\n6: no opinion', 'abstained 4 6, no 3, ask 7 8, rest yes'],
    ['As for Grace and Ada, I would rather abstain. Everything else yes.', 'abstained 2, rest yes'],
    ['1 yes, 2 no (same team), I abstain on the rest', 'no 2, yes 1, rest abstained'],
    ['I abstain on 4, 5 likewise. Rest yes', 'abstained 4 5, rest yes'],
    ['Ich enthalte mich bei 4, sonst alles gut', 'abstained 4, rest yes'],
    ["Je m'abstiens sur la 4, oui pour les autres", 'abstained 4, rest yes'],
    ['I abstain.', 'rest abstained'],
  ])('"%s": %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ["can't judge 4, I know her too well", 'I know her too well'],
    ['I abstain on 4. I know her too well. All others: yes.', 'I know her too well'],
    ['4. abstain (friend of mine)', 'friend of mine'],
  ])('"%s" keeps the reason', (text, reason) => {
    expect(reasonOf(text, 'pair4')).toBe(reason);
  });

  test.each([
    "I'd rather not say",
    'abstain',
    "can't judge, she is my sister",
    'no opinion',
    'leave this to the others',
  ])('"%s" under a pair abstains, and answers no other question', (said) => {
    const question = { key: 'with', ask: 'Would you?', type: 'yesno' } as const;

    expect(understand({ ...question, mayAbstain: true }, said)).toMatchObject({ kind: 'answer', value: 'abstained' });
    expect(understand(question, said)).not.toMatchObject({ value: 'abstained' });
  });
});

describe('words of abstaining that are no abstention', () => {
  test.each([
    ["I don't abstain on 3", 'rest ask'],
    ['I was going to abstain on 3, but yes. Rest yes', 'ask 3, rest yes'],
    ['Approve all. Grace says she abstains on 4.', 'ask 2 4, rest yes'],
    ["Juliana can't judge 4. Rest yes", 'ask 1 4, rest yes'],
    ['Should I abstain on 4? Rest yes', 'ask 4, rest yes'],
    ['I abstain on 4 until I hear more. Rest yes', 'ask 4, rest yes'],
    ['I abstain on 4, no', 'rest ask'],
    ['I abstain on 4. Actually no: same team.', 'rest ask'],
    ['I abstain on 4, 5 and 6 no', 'no 6, rest ask'],
    ["I won't vote for 4, same team. Rest yes", 'ask 4, rest yes'],
    ["I can't judge 4 favourably. Rest yes", 'ask 4, rest yes'],
    ["I can't judge 4 without more information. Rest yes", 'ask 4, rest yes'],
    ['There is a conflict of interest on 4: he is her boss. Rest fine.', 'ask 4, rest yes'],
    ['Pass on 4, same team. Rest ok', 'ask 4, rest yes'],
    ['Approve all except 4: conflict of interest', 'ask 4, rest yes'],
    ['please pass on 4 to Marta, all others fine', 'ask 4 8, rest yes'],
    ['I abstain on 4 - good match though. Rest yes', 'ask 4, rest yes'],
    ['4: abstain, but if pushed no', 'rest ask'],
    ['This is not an abstention: 4 no, same team', 'no 4, rest ask'],
    ["I can't judge. 4 no.", 'no 4, rest ask'],
    ['I abstain on Rui. Rest yes', 'ask 6 7, rest yes'],
    ["I'm not voting until Friday", 'rest ask'],
  ])('"%s": %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
