import { readdirSync, readFileSync } from 'node:fs';
import EmailReplyParser from 'email-reply-parser';
import { type Answers, FormDefinition, numbered } from '#domain/form.ts';
import { readReply } from '#domain/reply/read-reply.ts';
import { type Mail, parseMail } from '#shared/mail/parse.ts';
import type { Row } from './row.ts';

const folder = new URL('../fixtures/replies/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));
const peerName = 'email-reply-parser and a reader of numbered lines';

/** Answers read from the fixture replies, beside stripping the quotation and reading "3. answer" lines. */
export async function benchReading(): Promise<Row[]> {
  const form = FormDefinition.parse(JSON.parse(read('form.json').toString()));
  const original = await parseMail(read('sent.eml'));
  const sent = [{ text: original.text ?? '', html: original.html }];
  const cases = await Promise.all(
    readdirSync(folder)
      .filter((name) => name.endsWith('.eml') && name !== 'sent.eml')
      .map(async (name) => ({
        mail: await parseMail(read(name)),
        expected: (JSON.parse(read(name.replace('.eml', '.json')).toString()) as { answers?: Answers }).answers ?? {},
      })),
  );
  const human = cases.filter(({ mail }) => !mail.automatic);
  const total = human.reduce((sum, { expected }) => sum + Object.keys(expected).length, 0);

  const ours = tally(human, (mail) => readReply({ form, sent, mail }).answers);
  const peer = tally(human, (mail) => numberedLines(form, mail));
  const what = `${human.length} fixture replies, ${total} answers`;
  return [
    { case: `${what}: right`, ours: ours.right, peer: peer.right, peerName, unit: 'answers' },
    { case: `${what}: silently wrong`, ours: ours.wrong, peer: peer.wrong, peerName, unit: 'answers' },
    { case: `${what}: milliseconds a reply`, ours: ours.millis, peer: peer.millis, peerName, unit: 'ms' },
  ];
}

function tally(cases: readonly { mail: Mail; expected: Answers }[], readAnswers: (mail: Mail) => Answers) {
  let [right, wrong] = [0, 0];
  const start = performance.now();
  const readings = cases.map(({ mail }) => readAnswers(mail));
  const millis = (performance.now() - start) / cases.length;
  cases.forEach(({ expected }, index) => {
    for (const [key, answer] of Object.entries(readings[index] ?? {})) {
      if (JSON.stringify(answer) === JSON.stringify(expected[key])) right += 1;
      else wrong += 1;
    }
  });
  return { right, wrong, millis };
}

/** What a script for one's own program does: strip the quotation, split at numbers, take letters and words as they are. */
function numberedLines(form: FormDefinition, { text }: Mail): Answers {
  const answers: Answers = {};
  const visible = new EmailReplyParser().read(text ?? '').getVisibleText();
  for (const line of visible.split('\n')) {
    const [, number, said] = /^\s*(\d{1,2})[.):]\s*(.+?)\s*$/.exec(line) ?? [];
    const question = numbered(form).find((one) => one.number === Number(number));
    if (!question || !said) continue;
    const option = (word: string) =>
      question.options?.find((text, index) => text === word || String.fromCharCode(97 + index) === word) ?? word;
    switch (question.type) {
      case 'choice':
        answers[question.key] = option(said);
        break;
      case 'choices':
        answers[question.key] = said.split(/,\s*/).map(option);
        break;
      case 'scale':
      case 'number':
        answers[question.key] = Number.parseFloat(said);
        break;
      case 'yesno':
        answers[question.key] = /^y/i.test(said);
        break;
      default:
        answers[question.key] = said;
    }
  }
  return answers;
}
