import { describe, expect, test } from 'vitest';
import { type Answers, FormDefinition } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { application, ballot, invitation } from './forms.ts';

const attribution = 'On Mon, 1 Feb 2027 at 10:00, Maria Ortiz <maria@example.org> wrote:\n\n';
const quoted = attribution + invitation.replace(/^/gm, '> ');

function read(text: string, known: Answers = {}, form: FormDefinition = application) {
  return readReply({
    form,
    sent: form === application ? [{ text: invitation }] : [],
    mail: { subject: 'Re:', text },
    known,
  });
}

/** The invitation with something done to the line that ends in `end`. */
function edited(end: string, edit: (line: string) => string, text = invitation): string {
  return text
    .split('\n')
    .map((line) => (line.endsWith(end) ? edit(line) : line))
    .join('\n');
}

/** Everything but the year of what a person who answered is known to have said. */
const almost: Answers = { role: 'both', help: [], years: 3, room: 3, share: true };

describe('above the quotation', () => {
  test.each([
    ['1. both', 'both'],
    ['1) both', 'both'],
    ['1: both', 'both'],
    ['Q1: both', 'both'],
    ['Q1. c', 'both'],
    ['#1 c', 'both'],
    ['Question 1: c', 'both'],
    ['(1) c', 'both'],
    ['1c', 'both'],
    ['1.c', 'both'],
    ['*1.* both', 'both'],
    ['Frage 1: both', 'both'],
    ['role: both', 'both'],
    ['Role - both', 'both'],
    ['What would you like to be? both', 'both'],
    ['1. What would you like to be? both', 'both'],
    ['1. c) both', 'both'],
  ])('"%s" answers the first question', (said, role) => {
    expect(read(`${said}\n\n${quoted}`)).toMatchObject({ answers: { role }, note: '', unclear: [] });
  });

  test('numbers without punctuation count when every line has one', () => {
    expect(read(`1 both\n4 twelve\n5 3\n\n${quoted}`).answers).toEqual({ role: 'both', years: 12, room: 3 });
    expect(read(`4 years ago I was a mentee.\n\n${quoted}`)).toMatchObject({
      answers: {},
      note: '4 years ago I was a mentee.',
    });
  });

  test('answers one behind the other on one line', () => {
    expect(read(`1c 3a,b 4: 12, 5: 3\n\n${quoted}`).answers).toEqual({
      role: 'both',
      help: ['writing papers', 'leading a team'],
      years: 12,
      room: 3,
    });
  });

  test('an answer with several paragraphs goes on until the next number', () => {
    const { answers } = read(`2. Lead.\n\nAnd sleep.\n3. none\n\n${quoted}`);

    expect(answers).toEqual({ year: 'Lead.\n\nAnd sleep.', help: [] });
  });

  test('prose is the answer when a single question is open', () => {
    expect(read(`Hi Maria,\n\nI want to lead a group.\n\nBest,\nAda\n\n${quoted}`, almost)).toMatchObject({
      answers: { year: 'I want to lead a group.' },
      missing: [],
      note: '',
    });
  });

  test('prose is a note when several questions are open', () => {
    expect(read(`I am thinking about it.\n\n${quoted}`)).toMatchObject({
      answers: {},
      note: 'I am thinking about it.',
      intent: 'answer',
    });
  });

  test('the day of a date is not taken for the number of a question', () => {
    const known = { ...almost, year: 'Lead' };

    expect(read(`3. März 2027\n\n${quoted}`, known)).toMatchObject({ answers: { start: '2027-03-03' }, unclear: [] });
    expect(read(`7. Juli 2027\n\n${quoted}`).answers).toEqual({ start: '2027-07-07' });
  });

  test('a question back to us is no answer to a question about words', () => {
    expect(read(`Who will read this?\n\n${quoted}`, almost)).toMatchObject({
      answers: {},
      note: 'Who will read this?',
    });
  });

  test('thanks and a greeting are nothing', () => {
    expect(read(`Hi Maria,\n\nThanks!\n\nBest,\nAda\n\n${quoted}`).intent).toBe('nothing');
  });

  test('a remark under a short answer is kept as a note', () => {
    expect(read(`1. both\n\nCan I change this later?\n\n${quoted}`)).toMatchObject({
      answers: { role: 'both' },
      note: 'Can I change this later?',
    });
  });
});

describe('in the quotation', () => {
  test('on the line of the question', () => {
    const text = edited('like to be?', (line) => `${line} both`).replace(/^/gm, '> ');

    expect(read(attribution + text)).toMatchObject({ answers: { role: 'both' }, unclear: [], note: '' });
  });

  test.each([
    (line: string) => `${line} x`,
    (line: string) => `${line} X`,
    (line: string) => `${line} [x]`,
    (line: string) => `${line} <--`,
    (line: string) => `${line} <- this one`,
    (line: string) => `${line}: yes`,
    (line: string) => `${line} ✓`,
    (line: string) => `[x] ${line.trim()}`,
    (line: string) => `x ${line.trim()}`,
    (line: string) => `-> ${line.trim()}`,
    (line: string) => line.replace('b) ', 'b) [x] '),
    (line: string) => line.replace('b) ', 'b) x '),
    (line: string) => `☑ ${line.trim()}`,
  ])('an option is marked on its line (%#)', (mark) => {
    const marked = edited('b) mentee', mark);

    for (const text of [marked, attribution + marked.replace(/^/gm, '> ')]) {
      expect(read(text)).toMatchObject({ answers: { role: 'mentee' }, unclear: [], note: '' });
    }
  });

  test('empty boxes before the other options say nothing', () => {
    const boxes = invitation.replace(/^ {3}(?=[a-e]\))/gm, '[ ] ').replace('[ ] c) both', '[x] c) both');

    expect(read(boxes)).toMatchObject({ answers: { role: 'both' }, unclear: [], note: '' });
  });

  test('two marked options of one choice are asked again', () => {
    const text = edited(
      'a) mentor',
      (line) => `${line} x`,
      edited('c) both', (line) => `${line} x`),
    );

    expect(read(text)).toMatchObject({ answers: {}, unclear: [{ key: 'role' }] });
  });

  test('an option typed again before the options is an answer', () => {
    const text = edited('like to be?', (line) => `${line}\nc) both`)
      .replace(/^/gm, '> ')
      .replace('> c) both', 'c) both');

    expect(read(attribution + text).answers).toEqual({ role: 'both' });
  });

  test('a form that was partly deleted', () => {
    const text = `> 1. What would you like to be?
both

> 5. How much room do you have for this?
4
> 6. May we show your answers to your partner?
yes`;

    expect(read(attribution + text)).toMatchObject({
      answers: { role: 'both', room: 4, share: true },
      missing: ['year', 'help', 'years'],
      unclear: [],
      note: '',
    });
  });

  test('only numbers were left of the questions', () => {
    const text = '> 1. What would you like to be?\nboth\n2. Lead my own group\n5. 4';

    expect(read(attribution + text).answers).toEqual({ role: 'both', year: 'Lead my own group', room: 4 });
  });

  test('a numbered list as the answer to a question about words stays whole', () => {
    const text = edited('three sentences.', (line) => `${line}\n\n1. Lead\n2. Sleep`).replace(/^/gm, '> ');

    expect(read(attribution + text).answers).toEqual({ year: '1. Lead\n2. Sleep' });
  });

  test('an answer that repeats our words is still theirs', () => {
    const said = 'I would like to be different a year from now by leading a team.';
    const text = edited('three sentences.', (line) => `${line}\n${said}`);

    for (const body of [text, `2. ${said}\n\n${quoted}`]) expect(read(body).answers).toEqual({ year: said });
  });

  test('typographic quotes, non-breaking spaces and lost blank lines change nothing', () => {
    const text = edited('like to be?', (line) => `${line}\nboth`)
      .replaceAll('"', '”')
      .replaceAll("'", '’')
      .replace(/ {3}/g, '\u00a0\u00a0 ')
      .replaceAll('\n\n', '\n');

    expect(read(text)).toMatchObject({ answers: { role: 'both' }, unclear: [], note: '' });
  });

  test('an address of ours that a mail program has rewritten is not theirs', () => {
    const safe = `https://eur01.safelinks.example.com/?url=${encodeURIComponent('https://mentoring.example.org/f/3k9x')}&data=05`;
    const text = invitation.replace('https://mentoring.example.org/f/3k9x', safe);

    expect(read(text).intent).toBe('nothing');
  });

  test('an address of theirs is theirs', () => {
    const text = edited('three sentences.', (line) => `${line}\nSee https://ada.example.org/plan`);

    expect(read(text).answers).toEqual({ year: 'See https://ada.example.org/plan' });
  });

  test('two answers to one question that differ are asked again', () => {
    const text = `1. mentor\n\n${attribution}${edited('c) both', (line) => `${line}\n\nboth`)}`;

    expect(read(text)).toMatchObject({ answers: {}, unclear: [{ key: 'role', said: 'mentor\nboth' }] });
  });
});

describe('what could be read in two ways', () => {
  test('answers typed above their questions are asked again', () => {
    const said = ['both', 'Lead my own group', 'none', '12', '4', 'yes', '2027-03-08'];
    const text = invitation.replace(/^(\d)\. /gm, (line, number) => `${said[number - 1]}\n\n${line}`);

    for (const mark of ['> ', '']) {
      const body = text.replace(/^/gm, mark).replace(/^> (both|Lead my own group|none|12|4|yes|2027-03-08)$/gm, '$1');

      expect(read(attribution + body)).toMatchObject({ answers: {}, unclear: { length: 7 } });
    }
  });

  test('a remark above the first question moves no answer', () => {
    const text = edited('c) both', (line) => `${line}\nmentor`).replace('1. What', 'Gladly.\n\n1. What');

    expect(read(text)).toMatchObject({ answers: { role: 'mentor' }, unclear: [], note: 'Gladly.' });
  });
});

describe('a conversation', () => {
  const earlier = edited('like to be?', (line) => `${line}\n\nboth`)
    .replace(/^/gm, '> ')
    .replace(/^> both$/m, 'both');

  test('an earlier reply that is quoted is not read again, and a correction above it counts', () => {
    const text = `1. mentor\n\nOn Tue, 2 Feb 2027 at 11:00, Ada Byron <ada@example.org> wrote:\n${`${attribution}${earlier}`.replace(/^/gm, '> ')}`;

    expect(read(text, { role: 'both' })).toMatchObject({ answers: { role: 'mentor' }, unclear: [] });
  });

  test('the one thing that was asked again is answered by prose, whatever else is optional', () => {
    const again = `Thank you, Ada. This is what we understood:\n\n  To be   both\n\nOne thing is still open.\n\n4. How many years have you worked in your field?\n   A number from 0 to 60.\n\nMaria Ortiz\n`;
    const mail = { subject: 'Re:', text: `Oh, about twelve.\n\n${attribution}${again.replace(/^/gm, '> ')}` };
    const sent = [{ text: again }, { text: invitation }];

    const reading = readReply({
      form: application,
      sent,
      mail,
      known: { role: 'both', year: 'x', help: [], room: 3, share: true },
    });

    expect(reading).toMatchObject({ answers: { years: 12 }, missing: [], note: '' });
  });

  test('thanks, when the one question without an answer need not have one, are thanks and no unclear answer to it', () => {
    const [role] = application.questions;
    const choice = { key: 'group', ask: 'Which group?', type: 'choice', options: ['one', 'other'], required: false };
    const form = FormDefinition.parse({ id: 'f', title: 'f', questions: [role, choice] });
    const on = (text: string) => readReply({ form, sent: [], mail: { subject: 'Re:', text }, known: { role: 'both' } });

    expect(on('Thank you very much, Maria, for everything!')).toMatchObject({ answers: {}, unclear: [] });
    expect(on('b')).toMatchObject({ answers: { group: 'other' }, unclear: [] });
  });

  test('a correction of an answer that is known', () => {
    expect(read(`5. 2\n\n${quoted}`, almost)).toMatchObject({ answers: { room: 2 }, missing: ['year'] });
  });
});

describe('what is not an answer', () => {
  test.each([
    'Sent from my iPhone',
    'Von meinem iPhone gesendet',
    'Envoyé de mon iPhone',
    'Enviado desde mi iPhone',
    'Inviato da iPhone',
    'Verstuurd vanaf mijn iPhone',
    'Skickat från min iPhone',
    'Wysłane z iPhone’a',
    'Get Outlook for Android',
    'iPhoneから送信',
    '发自我的iPhone',
    '나의 iPhone에서 보냄',
    '-- \nAda Byron\nAnalytical Engines',
    'This email and any attachments are confidential and intended only for the addressee.',
    'Kind regards,\nAda Byron\nAnalytical Engines\n+44 555 0100',
    'Mit freundlichen Grüßen\nAda Byron',
    'Cordialement,\nAda',
  ])('"%s" under the answers', (footer) => {
    const { answers, note } = read(`1. both\n2. Lead a group\n\n${footer}\n\n${quoted}`);

    expect({ answers, note }).toEqual({ answers: { role: 'both', year: 'Lead a group' }, note: '' });
  });

  test.each([
    'Am Mo., 1. Feb. 2027 um 10:00 Uhr schrieb Maria Ortiz <maria@example.org>:',
    'Le lun. 1 févr. 2027 à 10:00, Maria Ortiz <maria@example.org> a écrit :',
    'El lun, 1 feb 2027 a las 10:00, Maria Ortiz (<maria@example.org>) escribió:',
    'Em seg., 1 de fev. de 2027 às 10:00, Maria Ortiz <maria@example.org> escreveu:',
    'Il giorno lun 1 feb 2027 alle ore 10:00 Maria Ortiz <maria@example.org> ha scritto:',
    'Op ma 1 feb 2027 om 10:00 schreef Maria Ortiz <maria@example.org>:',
    'Den mån 1 feb. 2027 kl 10:00 skrev Maria Ortiz <maria@example.org>:',
    'pon., 1 lut 2027 o 10:00 Maria Ortiz <maria@example.org> napisał(a):',
    '2027年2月1日(月) 10:00 Maria Ortiz <maria@example.org>:',
    'Maria Ortiz <maria@example.org> 于2027年2月1日周一 10:00写道：',
    '2027년 2월 1일 (월) 오전 10:00, Maria Ortiz <maria@example.org>님이 작성:',
    'في الاثنين، 1 فبراير 2027 في 10:00 ص تمت كتابة ما يلي بواسطة Maria Ortiz <maria@example.org>:',
    'בתאריך יום ב׳, 1 בפבר׳ 2027 ב-10:00 מאת Maria Ortiz <maria@example.org>:',
    'On Mon, Feb 1, 2027 at 10:00 AM Maria Ortiz\n<maria@example.org> wrote:',
    '-----Original Message-----\nFrom: Maria Ortiz\nSent: 1 February 2027 10:00\nTo: Ada\nSubject: Mentoring',
    'Von: Maria Ortiz <maria@example.org>\nGesendet: Montag, 1. Februar 2027 10:00\nAn: Ada Byron\nBetreff: Mentoring',
    'De : Maria Ortiz <maria@example.org>\nEnvoyé : lundi 1 février 2027 10:00\nÀ : Ada Byron\nObjet : Mentoring',
    '差出人: Maria Ortiz <maria@example.org>\n送信日時: 2027年2月1日 10:00\n宛先: Ada\n件名: Mentoring',
  ])('the line that introduces the quotation: %s', (line) => {
    for (const mark of ['> ', '']) {
      const text = `I am thinking about it.\n\n${line}\n\n${invitation.replace(/^/gm, mark)}`;

      expect(read(text)).toMatchObject({ answers: {}, note: 'I am thinking about it.', unclear: [] });
    }
  });

  test('a message of somebody else that is quoted', () => {
    const text = `1. both\n\nOn Mon, 1 Feb 2027, Bob <bob@example.org> wrote:\n> 1. mentor\n> 4. 30`;

    expect(read(text).answers).toEqual({ role: 'both' });
  });
});

describe('what someone wants', () => {
  test.each(
    'No thanks|no thank you!|Not interested.|Not for me, sorry.|Nein danke|Non merci|No, gracias|Não, obrigada|No grazie|Nee, bedankt|Nej tack|Nie, dziękuję|結構です|不用了，谢谢|사양하겠습니다|لا شكرا|לא תודה|No'.split(
      '|',
    ),
  )('"%s" declines', (said) => {
    expect(read(`${said}\n\n${quoted}`)).toMatchObject({ intent: 'decline', answers: {} });
  });

  test('"no thanks" typed under the first question declines, when it is all they wrote', () => {
    const text = edited('c) both', (line) => `${line}\n\nNo thanks`)
      .replace(/^/gm, '> ')
      .replace('> No thanks', 'No thanks');

    expect(read(attribution + text).intent).toBe('decline');
  });

  test('"no thanks" to the last open question is a no to it', () => {
    const known: Answers = { role: 'both', year: 'Lead', help: [], years: 3, room: 3 };

    expect(read(`No thanks\n\n${quoted}`, known)).toMatchObject({ intent: 'answer', answers: { share: false } });
  });

  test.each(
    'unsubscribe|STOP|Please remove me from your list|take me off this list|Bitte austragen|désinscription|quiero darme de baja|Please stop emailing me.|配信停止|退订'.split(
      '|',
    ),
  )('"%s" asks us to stop', (said) => {
    expect(read(`${said}\n\n${quoted}`).intent).toBe('stop');
  });

  test.each([
    'Please do not remove me from the list.',
    'No thanks needed, here it is:\n1. both',
    'Stop by my office, and I will tell you in person what I think of this form.',
  ])('"%s" is neither', (said) => {
    expect(read(`${said}\n\n${quoted}`).intent).toBe('answer');
  });

  test('"unsubscribe" as the subject of an empty message asks us to stop', () => {
    expect(readReply({ form: application, sent: [], mail: { subject: 'unsubscribe', text: '' } }).intent).toBe('stop');
  });
});

describe('a ballot', () => {
  const votes = (text: string) => {
    const { answers } = read(text, {}, ballot);
    return Object.values(answers).length === 10
      ? ballot.questions.flatMap(({ key }, index) => (answers[key] === false ? [index + 1] : []))
      : answers;
  };

  test.each([
    ['approve', []],
    ['Approve all', []],
    ['Approved.', []],
    ['yes to all', []],
    ['All fine, thanks', []],
    ['Looks good', []],
    ['I approve them all', []],
    ['👍', []],
    ['approve all except 4 and 9', [4, 9]],
    ['Approve all but 4, 9.', [4, 9]],
    ['all fine except 3: same team', [3]],
    ['Yes to all except 3 (same team) and 7 (her manager)', [3, 7]],
    ['Everything except no. 3', [3]],
    ['No to 2 and 5, yes to the rest', [2, 5]],
    ['reject 2, approve the others', [2]],
    ['no to all', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ['Alle außer 4', [4]],
    ['Approve all.\n\n4: no, same team\n9: no', [4, 9]],
  ])('"%s" refuses %j and approves the rest', (text, refused) => {
    expect(votes(text)).toEqual(refused);
  });

  test('the reason of a refusal is kept', () => {
    expect(read('All fine except 3: same team', {}, ballot).comments).toEqual({ pair3: 'same team' });
    expect(read('3: no, Same Team', {}, ballot).comments).toEqual({ pair3: 'Same Team' });
  });

  test.each([
    "I can't approve all of these",
    'approve all except 12',
    'approve most',
    'approve all except the one with Grace',
  ])('"%s" is no vote at all', (text) => {
    expect(read(text, {}, ballot)).toMatchObject({ answers: {}, note: text });
  });

  test('a question about two pairs leaves them open', () => {
    const { answers, unclear } = read('approve 3 or 4?', {}, ballot);

    expect(answers).toEqual({});
    expect(unclear.map(({ key, said }) => [key, said])).toEqual([
      ['pair3', 'approve 3 or 4?'],
      ['pair4', 'approve 3 or 4?'],
    ]);
  });

  test('votes for some pairs leave the others open', () => {
    expect(votes('approve 1, 2 and 5')).toEqual({ pair1: true, pair2: true, pair5: true });
    expect(votes('3: no, same team')).toEqual({ pair3: false });
  });
});

describe('a conditional question', () => {
  const form: FormDefinition = {
    id: 'f',
    title: 'F',
    questions: [
      { key: 'role', ask: 'What would you like to be?', type: 'choice', options: ['mentor', 'mentee'] },
      { key: 'many', ask: 'How many mentees could you take?', type: 'number', when: { key: 'role', is: ['mentor'] } },
    ],
  };

  test('is missing once it applies', () => {
    expect(read('1. mentor', {}, form).missing).toEqual(['many']);
    expect(read('1. mentee', {}, form).missing).toEqual([]);
  });

  test('is not answered by someone whom it is not asked of, and what they say of it is kept', () => {
    expect(read('1. mentee\n2. none of course', {}, form)).toMatchObject({
      answers: { role: 'mentee' },
      note: 'none of course',
    });
  });
});
