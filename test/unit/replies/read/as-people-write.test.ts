import { describe, expect, test } from 'vitest';
import type { Answers, FormDefinition } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { linesOfHtml } from '#domain/replies/read/text/html-lines.ts';
import { application, ballot, invitation } from './forms.ts';

/** What the generated corpus (test/corpus) found to be misread, one test for each kind. */

const attribution = 'On Mon, 1 Feb 2027 at 10:00, Maria Ortiz <maria@example.org> wrote:\n\n';
const quoted = attribution + invitation.replace(/^/gm, '> ');

function read(text: string, { form = application, known = {} }: { form?: FormDefinition; known?: Answers } = {}) {
  const sent = form === application ? [{ text: invitation }] : [];
  return readReply({ form, sent, mail: { from: { name: 'Ada Byron' }, subject: 'Re:', text }, known });
}

/** The quoted invitation with `said` typed below each line that ends in `end`. */
function under(said: Record<string, string>): string {
  return quoted
    .split('\n')
    .map((line) => {
      const [, words] = Object.entries(said).find(([end]) => line.endsWith(end)) ?? [];
      return words === undefined ? line : `${line}\n\n${words}\n`;
    })
    .join('\n');
}

function one(type: 'text' | 'scale' | 'number' | 'date'): FormDefinition {
  return { id: 'one', title: 'One', questions: [{ key: 'only', ask: 'How was the last meeting?', type }] };
}

describe('where an answer begins', () => {
  test.each(['-> ', '=> ', '--> ', '→ ', '- ', 'Answer: ', '[Ada] ', '*'])(
    'behind "%s" it is the same answer',
    (start) => {
      const end = start === '*' ? '*' : '';
      const text = under({
        'c) both': `${start}c${end}`,
        '0 to 60.': `${start}12${end}`,
        'yes or no': `${start}yes${end}`,
      });

      expect(read(text)).toMatchObject({ answers: { role: 'both', years: 12, share: true }, unclear: [] });
    },
  );

  test('behind a dash or an arrow on the line of the question', () => {
    const text = quoted
      .replace('like to be?', 'like to be? - Option c')
      .replace('a year from now?', 'a year from now? -> Lead my own group.');

    expect(read(text)).toMatchObject({ answers: { role: 'both', year: 'Lead my own group.' } });
  });

  test('text in bold print keeps no stars', () => {
    expect(read('*Lead my own group.*', { form: one('text') }).answers).toEqual({ only: 'Lead my own group.' });
    expect(read('*Lead my\nown group.*\n*Sleep.*', { form: one('text') }).answers).toEqual({
      only: 'Lead my\nown group.\nSleep.',
    });
    expect(read('* lead\n* sleep', { form: one('text') }).answers).toEqual({ only: '* lead\n* sleep' });
  });

  test('the words of a question are a label also when they end in a full stop, are wrapped, or begin another question', () => {
    const form: FormDefinition = {
      id: 'labels',
      title: 'Labels',
      questions: [
        { key: 'be', ask: 'What would you like to be?', type: 'text' },
        { key: 'differ', ask: 'What would you like to be different a year from now?', type: 'text' },
        { key: 'listened', ask: 'My partner listened to me.', type: 'scale' },
      ],
    };
    const text =
      'What would you like to be? Calm\nWhat would you like to be different\na year from now? Everything\nMy partner listened to me. 5';

    expect(read(text, { form }).answers).toEqual({ be: 'Calm', differ: 'Everything', listened: 5 });
  });

  test('numbers as wide as the characters around them are numbers', () => {
    expect(read(`１．ｃ\n４．12\n５：４\n６．はい\n\n${quoted}`).answers).toEqual({
      role: 'both',
      years: 12,
      room: 4,
      share: true,
    });
    expect(read(`4. ١٢\n5. ٤\n\n${quoted}`).answers).toEqual({ years: 12, room: 4 });
  });

  test('a list that a mail program numbers goes on where it says', () => {
    expect(
      linesOfHtml('<ol start="4"><li>twelve</li><li>3</li><li value="7">no</li></ol>').map(({ text }) => text),
    ).toEqual(['4. twelve', '5. 3', '7. no']);
  });

  test('a line that was broken among answers on one line goes on', () => {
    const text = '1. yes  2. no  3. yes  4. no  5. of course  6. not really  7. yes  8.\nno, sorry  9. yes  10. no';

    expect(read(text, { form: ballot }).answers).toMatchObject({ pair8: false, pair9: true, pair10: false });
  });

  test('the day of a date behind its number is not taken for the next number', () => {
    const text = `From which day could you start? 3. Dezember 2026\n\n${quoted}`;

    expect(read(text)).toMatchObject({ answers: { start: '2026-12-03' }, unclear: [] });
    expect(read(`7. 3. Dezember 2026\n\n${quoted}`)).toMatchObject({ answers: { start: '2026-12-03' }, unclear: [] });
  });

  test('the first of several bullets may stand behind the number', () => {
    expect(read(`#3 - writing papers\n- giving talks\n- funding\n\n${quoted}`).answers).toEqual({
      help: ['writing papers', 'giving talks', 'funding'],
    });
  });
});

describe('what is not said is not heard', () => {
  test('answers without numbers that fit our questions in order are those answers, whichever number one of them is', () => {
    const reading = read(`both\nLead my own group\na, e\n2.\nfour\nno\n\n${quoted}`);

    expect(reading.answers).toEqual({
      role: 'both',
      year: 'Lead my own group',
      help: ['writing papers', 'funding'],
      years: 2,
      room: 4,
      share: false,
    });
    expect(reading.worded).toMatchObject({ role: { sure: false }, years: { sure: false } });
  });

  test('answers without numbers that fit our questions in no order, or in two, are not given to any', () => {
    expect(read(`both\nLead my own group\n2.\nfour\nno\n\n${quoted}`).answers).toEqual({});
    expect(read(`both\n2.\nfour\n\n${quoted}`).answers).toEqual({});
  });

  test('a date among answers without numbers is not given to the question of its day', () => {
    expect(read(`both\n2. August 2027\nno\n\n${quoted}`).answers).toEqual({});
  });

  test('a date right above the line of a mail program is not lost with it', () => {
    const text = under({}).replace(attribution, `1 - c\n7 - 26/08/2027\n${attribution}`);

    expect(read(text).answers).toEqual({ role: 'both', start: '2027-08-26' });
  });

  test('a numbered list without full stops below the quotation is read like any other', () => {
    const form: FormDefinition = { ...application, questions: application.questions.slice(0, 2) };
    const asked =
      '> 1. What would you like to be?\n>    a) mentor\n>    b) mentee\n>    c) both\n>\n> 2. What would you like to be different a year from now?\n';

    expect(read(`${attribution}${asked}\n1 - c\n2 - Everything.\n`, { form }).answers).toEqual({
      role: 'both',
      year: 'Everything.',
    });
  });

  test('votes one below the other, without numbers, are no vote for all', () => {
    for (const said of ['no\nyes', 'y\nNo.', 'nein, danke\nja\nnein']) {
      expect(read(said, { form: ballot })).toMatchObject({ answers: {}, intent: 'answer' });
    }
  });

  test('a yes to the one pair that is open changes no earlier vote', () => {
    const known = Object.fromEntries(ballot.questions.slice(1).map(({ key }) => [key, false]));

    expect(read('Yes!', { form: ballot, known }).answers).toEqual({ pair1: true });
  });

  test('"this one" is no number', () => {
    for (const said of [
      'Paul, could you take this one? I am away.',
      'The last one was good.',
      'One of my answers is wrong.',
    ]) {
      expect(read(said, { form: one('scale') }).answers).toEqual({});
    }
    expect(read('about one', { form: one('number') }).answers).toEqual({ only: 1 });
  });

  test('a question to somebody else reaches the coordinator', () => {
    const said = 'Paul, could you take this? I am away until summer.';

    expect(read(said, { form: one('scale') })).toMatchObject({ answers: {}, unclear: [], note: said });
  });

  test('a question back below an answer is kept beside it', () => {
    const { answers, comments } = read('12 March 2027\n\nWho will read this?', { form: one('date') });

    expect({ answers, comments }).toEqual({
      answers: { only: '2027-03-12' },
      comments: { only: 'Who will read this?' },
    });
  });

  test('a correction below the quotation is for the question that it names', () => {
    const known = { role: 'both', room: 4 };
    const text = quoted.slice(0, quoted.indexOf("> If it's not")).trimEnd();

    expect(read(`${text}\n\nOops, one of my answers was wrong.\n1. a`, { known }).answers).toEqual({ role: 'mentor' });
  });
});

describe('what is theirs and what is ours', () => {
  test('"no" is theirs where "yes or no" was deleted', () => {
    const text = quoted.replace('>    yes or no\n', '\nno\n\n');

    expect(read(text).answers).toEqual({ share: false });
  });

  test('an option or the end of a scale is theirs below a quoted question of which only the first line is left', () => {
    const text = `${attribution}> 1. What would you like to be?\n\na) mentor\n\n> 5. How much room do you have for this?\n\n1 - not at all\n`;

    expect(read(text).answers).toEqual({ role: 'mentor', room: 1 });
  });

  test('a quotation with bars is a quotation', () => {
    const bars = under({ 'from now?': 'Lead.' }).replace(/^> ?/gm, '| ');

    expect(read(bars.replace('Lead.', '| Lead.')).answers).toEqual({ year: 'Lead.' });
  });

  test.each([
    'Quoting Maria Ortiz <maria@example.org>:',
    '--- Maria Ortiz schrieb am 2027-02-01 ---',
    '2027. 02. 01. 10:00에 Maria Ortiz 이(가) 쓴 글:',
    'El 01/02/2027 a las 10:00, Maria Ortiz escribió:',
  ])('"%s" is no part of the answer above it', (line) => {
    const text = `Lead my own group.\n\n${line}\n> 1. How was the last meeting?\n`;

    expect(read(text, { form: one('text') }).answers).toEqual({ only: 'Lead my own group.' });
  });

  test.each([
    'Ada',
    '/Ada',
    'Cheers, Ada',
    'LG Ada',
    'Med vänlig hälsning\nAda Byron',
    'مع التحية\nAda',
    'Ada Byron\nHead of Research\n12 Dorset Street, London W1U\nTel. 020 7946 0123',
    '获取 Outlook for iOS<https://aka.ms/o0ukef>',
    'Télécharger Outlook pour iOS',
    'Skaffa Outlook för iOS<https://aka.ms/o0ukef>',
    'تم الإرسال من هاتف Galaxy الخاص بي',
  ])('"%s" below an answer is no part of it', (end) => {
    expect(read(`Lead my own group.\n\n${end}`, { form: one('text') }).answers).toEqual({ only: 'Lead my own group.' });
  });

  test.each(['お世話になっております。', '田中様', 'Maria 你好：'])(
    '"%s" above an answer is a greeting',
    (greeting) => {
      expect(read(`${greeting}\n\n4`, { form: one('scale') }).answers).toEqual({ only: 4 });
    },
  );
});

describe('words for no and stop', () => {
  test.each(["Thanks, but I'm not interested this time.", '不，谢谢。'])('"%s" declines', (said) => {
    expect(read(`${said}\n\n${quoted}`).intent).toBe('decline');
  });

  test.each([
    'Quero cancelar a inscrição',
    'Vorrei cancellarmi',
    '请退订',
    '配信停止をお願いします。',
    'Proszę o wypisanie',
  ])('"%s" stops', (said) => {
    expect(read(`${said}\n\n${quoted}`).intent).toBe('stop');
  });
});

describe('a greeting with the answer on its line', () => {
  test.each([
    ['您好，不用了，谢谢', 'decline'],
    ['お世話になっております。今回は見送ります。', 'decline'],
    ['שלום, לא תודה', 'decline'],
    ['مرحبا، لا شكرا', 'decline'],
  ])('"%s" is more than a greeting', (said, intent) => {
    expect(read(`${said}\n\n${quoted}`).intent).toBe(intent);
  });

  test.each([
    'Mes réponses en bleu.',
    'Hallo Maria, meine Antworten stehen unten.',
    'Mis respuestas están en rojo abajo',
  ])('"%s" is nothing that anybody has to read', (said) => {
    expect(read(`${said}\n\n${under({ 'c) both': 'c' })}`)).toMatchObject({ answers: { role: 'both' }, note: '' });
  });

  test('"Mes réponses sont confidentielles" has to reach somebody', () => {
    const said = 'Mes réponses sont confidentielles.';

    expect(read(`${said}\n\n${under({ 'c) both': 'c' })}`)).toMatchObject({ note: said });
  });
});

test.each(['oui, bien sûr', 'ja, gerne', 'sì, certo', 'yes, of course', 'no, never'])(
  '"%s" says one thing, and leaves no remark',
  (said) => {
    expect(read(`6. ${said}\n\n${quoted}`).comments).toEqual({});
  },
);

test.each(['', ' ?', ' -', ' ...'])(
  'a question that is copied and left with "%s" is no part of the answer above it',
  (left) => {
    const [, year = '', help = ''] = application.questions.map(({ ask }) => ask);
    const text = `${year} Lead my own group.\n${help}${left}\n${application.questions[3]?.ask} 12\n\n${quoted}`;

    expect(read(text)).toMatchObject({ answers: { year: 'Lead my own group.', years: 12 }, note: '' });
    expect(read(text).missing).toContain('help');
  },
);

test.each([
  'בתאריך יום ב׳, 1 בפבר׳ 2027 ב-10:00 מאת Maria Ortiz <maria@example.org>:',
  '2027年2月1日(月) 10:00 Maria Ortiz <maria@example.org>:',
  'On Mon, 1 Feb 2027 at 10:00, Maria Ortiz <maria@example.org> wrote:',
])('what stands below "%s" is not theirs, also where it is no message of ours', (line) => {
  const text = `2. Lead my own group.\n\n${line}\n\nPaul, can you answer this for us?\n\n${invitation}`;

  expect(read(text)).toMatchObject({ answers: { year: 'Lead my own group.' }, note: '' });
});

test('"2. 2027-03-01" is for the second question, also where another date is the only answer that is open', () => {
  const dates: FormDefinition = {
    id: 'dates',
    title: 'Dates',
    questions: [
      { key: 'first', ask: 'When did you join?', type: 'date' },
      { key: 'second', ask: 'When could you start?', type: 'date' },
    ],
  };

  expect(read('2. 2027-03-01', { form: dates, known: { second: '2027-02-01' } }).answers).toEqual({
    second: '2027-03-01',
  });
});

test('figures in words of theirs are no labels, as long as not all that follows is a list of answers', () => {
  const said = '2. Lead the 3. floor, and 4. something new';

  expect(read(`${said}\n\n${quoted}`).answers).toEqual({ year: said.slice(3) });
});

test('an answer behind its question, in the words that our next line begins with, is theirs', () => {
  const text = invitation
    .replace('for this?\n', 'for this? -> 1 - not at all\n')
    .replace(/^ {3}1 .not at all.*\n/m, '');

  expect(read(attribution + text).answers).toEqual({ room: 1 });
});

describe('below a quotation that ends with a question in free text', () => {
  const form: FormDefinition = {
    id: 'pulse',
    title: 'Pulse',
    questions: [
      { key: 'mood', ask: 'How was the last meeting?', type: 'scale' },
      { key: 'again', ask: 'Will you meet again?', type: 'yesno' },
      { key: 'note', ask: 'Anything we should know?', type: 'text', required: false },
    ],
  };
  const asked =
    '> 1. How was the last meeting?\n>\n> 2. Will you meet again?\n>\n> 3. Anything we should know? (optional)\n>\n\n';

  test('a number and an answer are for that question', () => {
    expect(read(`${asked}2) not really`, { form }).answers).toEqual({ again: false });
  });

  test('a correction is one, and what stands before it is no answer', () => {
    const known = { mood: 2, again: true };

    expect(read(`${asked}Oops, one was wrong.\n1. one`, { form, known })).toMatchObject({
      answers: { mood: 1 },
      note: 'Oops, one was wrong.',
    });
  });

  test('words with a number in them are the answer', () => {
    const said = 'We spoke of two things:\n1. the budget';

    expect(read(asked + said, { form }).answers).toEqual({ note: said });
  });
});

test('"iOS 版 Outlook を入手" is a footer, with its link and without', () => {
  expect(read(`2. 研究の時間を増やしたい。\n\niOS 版 Outlook を入手\n\n${quoted}`).answers).toEqual({
    year: '研究の時間を増やしたい。',
  });
});

test('a question whose "(optional)" was deleted is still ours', () => {
  const text = quoted.replace(' (optional)', '').replace('> Just reply and type', '> Just answer, and type');

  expect(read(`1. both\n\n${text}`)).toMatchObject({ answers: { role: 'both' }, unclear: [], note: '' });
  expect(read(under({ 'yes or no': 'yes' }).replace(' (optional)', ''))).toMatchObject({
    answers: { share: true },
    unclear: [],
  });
});

test.each(['1 (not at all)', '- 1 - not at all', 'A: 1 (not at all)'])(
  '"%s" under a question that is quoted without marks and without its scale is an answer',
  (said) => {
    const text = invitation.replace(/^ {3}1 .not at all.*$/m, `\n${said}`);

    expect(read(attribution + text).answers).toEqual({ room: 1 });
  },
);

test('a figure with a full stop, on a line of numbered answers, is an answer', () => {
  const form: FormDefinition = {
    id: 'pulse',
    title: 'Pulse',
    questions: [
      { key: 'times', ask: 'How often have you met?', type: 'number' },
      { key: 'mood', ask: 'How was it?', type: 'scale' },
      { key: 'again', ask: 'Will you go on?', type: 'yesno' },
      { key: 'why', ask: 'Why?', type: 'text' },
      { key: 'else', ask: 'What else?', type: 'text' },
    ],
  };
  const asked = form.questions.map(({ ask }, index) => `> ${index + 1}. ${ask}\n>\n`).join('');

  expect(read('1. 3.  2. 2 out of 5  3. sure', { form }).answers).toEqual({ times: 3, mood: 2, again: true });
  expect(read(`${asked}\n4. I like it.`, { form }).answers).toEqual({ why: 'I like it.' });
});
