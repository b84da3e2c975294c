import type { Letter } from '../letter.ts';
import { type Draft, typedAbove, typedWithin } from './draft.ts';
import type { Body } from './mime-message.ts';
import { momentIn } from './moment.ts';
import { escaped, type Part, quotationOf, wrapped } from './quotation.ts';

const quote =
  '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">';

/** Gmail in a browser: HTML with its own classes, and plain text made of it, both with "On ... wrote:". */
export function gmail(letter: Letter, draft: Draft): Body {
  const { open, close, parts } = quotationOf(letter, (words, href) => `${words} &lt;${href}&gt;`);
  const within = typedWithin(draft);
  const { weekdayShort, day, monthShort, year, hour, minute } = momentIn(draft.timeZone, letter.at);
  const when = `On ${weekdayShort}, ${day} ${monthShort} ${year} at ${String(hour).padStart(2, '0')}:${minute}`;
  const { name, address } = letter.from;
  const own = open.replace(/class="([\w-]+)"/g, 'class="gmail-$1"');
  const lines = (words: string) => words.split('\n').map((line) => `<div>${escaped(line) || '<br>'}</div>`);

  const quoted = parts.map((part) => {
    const answer = part.spot === undefined ? undefined : within.get(part.spot);
    const html = part.html.replace(/class="([\w-]+)"/g, 'class="gmail-$1"');
    if (answer === undefined) return html;
    if (draft.manner === 'inside') return html.replace('\u00a0', escaped(answer).replaceAll('\n', '<br>'));
    // Enter on a quoted line breaks the quotation in two, with a line of one's own in between.
    return `${close}</blockquote><div><br></div>${lines(answer).join('')}<div><br></div>${quote}${own}`;
  });
  const above = typedAbove(draft).map((paragraph) => lines(paragraph).join(''));
  return {
    html: [
      `<div dir="ltr">${above.join('<div><br></div>') || '<br>'}</div><br>`,
      '<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">',
      `${when}, ${escaped(name)} &lt;<a href="mailto:${address}">${address}</a>&gt; wrote:<br></div>`,
      `${quote}${own}${quoted.join('\n')}${close}</blockquote></div>\n`,
    ].join(''),
    text: [
      ...typedAbove(draft).flatMap((paragraph) => [...wrapped(paragraph, 76), '']),
      // Gmail breaks a long line of introduction behind the angle bracket.
      ...(name.length + address.length > 45
        ? [`${when}, ${name} <`, `${address}> wrote:`]
        : [`${when}, ${name} <${address}> wrote:`]),
      '',
      ...quotedText(parts, within, draft.manner === 'inside'),
      '',
    ].join('\n'),
    headers: { 'MIME-Version': '1.0' },
    idDomain: 'mail.gmail.com',
    encoding: 'base64',
  };
}

function quotedText(parts: readonly Part[], within: ReadonlyMap<number, string>, inside: boolean): string[] {
  return parts.flatMap((part) => {
    const answer = part.spot === undefined ? undefined : within.get(part.spot);
    if (answer === undefined) return [...wrapped(part.words, 76).map((line) => `> ${line}`.trimEnd()), '>'];
    return inside ? [...wrapped(answer, 76).map((line) => `> ${line}`), '>'] : ['', ...wrapped(answer, 76), ''];
  });
}
