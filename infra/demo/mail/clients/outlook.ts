import { createHash } from 'node:crypto';
import type { Letter } from '../letter.ts';
import { type Draft, typedAbove, typedWithin } from './draft.ts';
import type { Body } from './mime-message.ts';
import { momentIn, twelveHours } from './moment.ts';
import { escaped, quotationOf } from './quotation.ts';

const namespaces =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"';
const style = `<style><!--
/* Style Definitions */
p.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;}
@page WordSection1 {size:612.0pt 792.0pt; margin:72.0pt 72.0pt 72.0pt 72.0pt;}
div.WordSection1 {page:WordSection1;}
--></style>`;

/**
 * Outlook for Windows: everything becomes Word paragraphs, the original under a block of its headers, without any
 * quote marks. Answers typed under the questions differ from them by nothing but a colour.
 */
export function outlook(letter: Letter, draft: Draft): Body {
  const { parts } = quotationOf(letter, (words, href) => `${words}&lt;${href}&gt;`);
  const within = typedWithin(draft);
  const moment = momentIn(draft.timeZone, letter.at);
  const sent = `${moment.weekday}, ${moment.month} ${moment.day}, ${moment.year} ${twelveHours(moment)}`;
  const headers: [string, string][] = [
    ['From', `${letter.from.name} <${letter.from.address}>`],
    ['Sent', sent],
    ['To', `${letter.to.name} <${letter.to.address}>`],
    ['Subject', letter.subject],
  ];
  const answerTo = (spot: number | undefined) => (spot === undefined ? undefined : within.get(spot));
  const above = typedAbove(draft);

  return {
    html: [
      `<html ${namespaces}><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">`,
      `<meta name="Generator" content="Microsoft Word 15 (filtered medium)">${style}</head>`,
      '<body lang="EN-GB" link="#0563C1" vlink="#954F72" style="word-wrap:break-word"><div class="WordSection1">',
      ...above.flatMap((paragraph) => [...paragraph.split('\n').map((line) => word(escaped(line))), word('&nbsp;')]),
      '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">',
      headers
        .map(([name, value]) => `<b><span lang="EN-US">${name}:</span></b><span lang="EN-US"> ${escaped(value)}`)
        .join('<br></span>'),
      '<o:p></o:p></span></p></div></div>',
      word('&nbsp;'),
      ...parts.map(({ words, spot }) => {
        const answer = answerTo(spot);
        if (answer !== undefined)
          return answer
            .split('\n')
            .map((line) => word(escaped(line), 'color:#1F497D'))
            .join('\n');
        return words === ''
          ? word('&nbsp;')
          : words
              .split('\n')
              .map((line) => word(escaped(line), font))
              .join('\n');
      }),
      '</div></body></html>',
    ].join('\n'),
    text: [
      ...above.flatMap((paragraph) => [paragraph, '']),
      ...headers.map(([name, value]) => `${name}: ${value}`),
      '',
      ...parts.flatMap(({ words, spot }) => [answerTo(spot) ?? words, '']),
    ].join('\n'),
    headers: {
      'Thread-Topic': letter.subject,
      'Thread-Index': createHash('sha256').update(letter.messageId).digest().subarray(0, 22).toString('base64'),
      'Accept-Language': 'en-GB, en-US',
      'Content-Language': 'en-US',
      'X-MS-Has-Attach': '',
    },
    idDomain: 'DB9PR08MB7081.eurprd08.prod.outlook.com',
  };
}

const font = 'font-family:&quot;Segoe UI&quot;,sans-serif';

function word(html: string, look = ''): string {
  const inner = look === '' ? html : `<span style="${look}">${html}</span>`;
  return `<p class="MsoNormal">${inner}<o:p></o:p></p>`;
}
