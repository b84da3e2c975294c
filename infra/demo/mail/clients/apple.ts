import type { Letter } from '../letter.ts';
import { type Draft, typedAbove, typedWithin } from './draft.ts';
import type { Body } from './mime-message.ts';
import { momentIn, two } from './moment.ts';
import { escaped, quotationOf } from './quotation.ts';

/** Apple Mail on a Mac: a cited blockquote that is broken in two wherever somebody types into it. */
export function apple(letter: Letter, draft: Draft): Body {
  const { open, close, parts } = quotationOf(letter, (words) => words);
  const within = typedWithin(draft);
  const wrote = introduction(letter, draft);
  const lines = (words: string) => words.split('\n').map((line) => `<div>${escaped(line) || '<br>'}</div>`);
  const answerTo = (spot: number | undefined) => (spot === undefined ? undefined : within.get(spot));

  const quoted = parts.map(({ html, spot }) => {
    const answer = answerTo(spot);
    if (answer === undefined) return html;
    if (draft.manner === 'inside') return html.replace('\u00a0', escaped(answer).replaceAll('\n', '<br>'));
    return `${close}</blockquote><div><br></div>${lines(answer).join('')}<div><br></div><blockquote type="cite">${open}`;
  });
  const above = typedAbove(draft).map((paragraph) => lines(paragraph).join(''));
  return {
    html: [
      '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head>',
      '<body style="overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;">',
      above.join('<div><br></div>'),
      '<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite">',
      `<div>${escaped(wrote)}</div><br class="Apple-interchange-newline">`,
      `<div>${open}${quoted.join('')}${close}</div></blockquote></div><br></body></html>`,
    ].join(''),
    text: [
      ...typedAbove(draft).flatMap((paragraph) => [paragraph, '']),
      `> ${wrote}`,
      '> ',
      ...parts.flatMap(({ words, spot }) => {
        const answer = answerTo(spot);
        if (answer === undefined) return [...words.split('\n').map((line) => `> ${line}`), '> '];
        return draft.manner === 'inside' ? [`> ${answer}`, '> '] : ['', answer, ''];
      }),
      '',
    ].join('\n'),
    headers: { 'X-Mailer': 'Apple Mail (2.3826.400.131.1.6)' },
  };
}

/** Mail on an iPhone: what was thumbed, the phone's own footer, and the whole message below. */
export function iphone(letter: Letter, draft: Draft): Body {
  const { open, close, parts } = quotationOf(letter, (words) => words);
  const wrote = introduction(letter, draft);
  const typed = typedAbove({ ...draft, manner: 'above' })
    .join('\n\n')
    .split('\n');
  return {
    html: [
      '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body dir="auto">',
      ...typed.map((line) => `<div dir="ltr">${escaped(line) || '<br>'}</div>`),
      '<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Sent from my iPhone</div><div dir="ltr"><br>',
      `<blockquote type="cite">${escaped(wrote)}<br><br></blockquote></div>`,
      `<blockquote type="cite"><div dir="ltr">\ufeff${open}${parts.map(({ html }) => html).join('')}${close}</div></blockquote>`,
      '</body></html>',
    ].join(''),
    text: [
      ...typed,
      '',
      'Sent from my iPhone',
      '',
      `> ${wrote}`,
      '> ',
      ...parts.flatMap(({ words }, index) =>
        `${index === 0 ? '\ufeff' : ''}${words}\n`.split('\n').map((line) => `> ${line}`),
      ),
      '',
    ].join('\n'),
    headers: { 'X-Mailer': 'iPhone Mail (22G100)' },
  };
}

/** "On 1 Mar 2027, at 09:00, Maria Ortiz <...> wrote:". */
function introduction({ at, from }: Letter, { timeZone }: Draft): string {
  const { day, monthShort, year, hour, minute } = momentIn(timeZone, at);
  return `On ${day} ${monthShort} ${year}, at ${two(hour)}:${minute}, ${from.name} <${from.address}> wrote:`;
}
