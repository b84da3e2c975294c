import type { Draft } from '../draft.ts';
import { longMoment } from '../languages.ts';
import type { Random } from '../random.ts';
import type { Body } from '../raw.ts';
import { type FlatStyle, flat, headerHtml, headerLines } from './flat.ts';
import { charsetsOf, id, rightToLeft } from './habits.ts';

const rule = '________________________________';

/** Outlook for Windows: every paragraph is Word's, broken in the source wherever column 76 falls on a space. */
export function outlookClassic(draft: Draft, random: Random): Body {
  const header = headerLines(draft, longMoment(draft.language, draft.letter.at));
  const paragraph = (html: string, colour?: string) =>
    `<p class="MsoNormal">${colour ? `<span style="color:${colour}">${html}</span>` : html}<o:p></o:p></p>`;
  const style: FlatStyle = {
    header: {
      html: `<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">${headerHtml(header)}<o:p></o:p></p></div></div>${paragraph('&nbsp;')}`,
      text: header.map((line) => line.join('')),
    },
    line: paragraph,
    rewrite: (html) =>
      html
        .replace(
          /<p\b[^>]*>/g,
          '<p class="MsoNormal" style="margin-bottom:12.0pt"><span style="font-family:&quot;Segoe UI&quot;,sans-serif">',
        )
        .replaceAll('</p>', '<o:p></o:p></span></p>'),
    wrap: (typed, footer, original) =>
      `<div class="WordSection1">${typed}${footer}${paragraph('&nbsp;')}${original}</div>`,
    link: (words, href) => `${words}<${href}>`,
    isSpaced: random.chance(0.6),
  };
  const { text, html } = flat(draft, style);
  return {
    text,
    html: `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta name="Generator" content="Microsoft Word 15 (filtered medium)"><style><!--\np.MsoNormal {margin:0cm; font-size:11.0pt;}\n--></style></head><body lang="EN-US" link="#0563C1" vlink="#954F72">${sourceWrapped(html)}</body></html>`,
    headers: { 'Thread-Topic': 'form', 'X-MS-Has-Attach': '', 'Accept-Language': draft.language.code },
    charsets: random.chance(0.7) ? charsetsOf(draft) : [],
    encoding: random.chance(0.6) ? 'quoted-printable' : 'base64',
    domain: 'DB9PR08MB7081.eurprd08.prod.outlook.com',
    boundary: `_000_${id(random, 30).toUpperCase()}_`,
  };
}

/** A line break instead of a space after 76 columns, where it means the same. */
function sourceWrapped(html: string): string {
  let column = 0;
  return html.replace(/[^ \n]* |[^ \n]*\n/g, (word) => {
    column = word.endsWith('\n') ? 0 : column + word.length;
    if (column < 76 || word.length < 2) return word;
    column = 0;
    return `${word.slice(0, -1)}\n`;
  });
}

/** The new Outlook, on the web and on telephones: a rule and bold headers, our HTML nearly as it was. */
export function outlook(draft: Draft, random: Random, where: 'new' | 'web' | 'phone'): Body {
  const { language } = draft;
  const header = headerLines(draft, longMoment(language, draft.letter.at));
  const line = (html: string, colour?: string) =>
    `<div class="elementToProof" style="font-family: Aptos, Calibri, sans-serif; font-size: 12pt; color: ${colour ?? 'rgb(0, 0, 0)'};">${html}</div>`;
  const { text, html } = flat(draft, {
    header: {
      html: `<hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="${rightToLeft(draft)}"><font face="Calibri, sans-serif" color="#000000" style="font-size:11pt">${headerHtml(header)}</font><div>&nbsp;</div></div>`,
      text: [rule, ...header.map((one) => one.join(''))],
    },
    line,
    rewrite: (words) =>
      words.replace(/class="([\w-]+)"/g, 'class="x_$1"').replace(/<p style="/g, '<p style="direction: ltr; '),
    wrap: (typed, footer, original) => `${typed}${footer}<div id="appendonsend"></div>${original}`,
    link: (words, href) => `${words}<${href}>`,
    isSpaced: true,
    ...(where === 'phone' && {
      footer: {
        html: `<div id="ms-outlook-mobile-body-separator-line"><br></div><div id="ms-outlook-mobile-signature">${language.outlook.replace(/(Outlook.*iOS)/, '<a href="https://aka.ms/o0ukef">$1</a>')}</div>`,
        text: ['', `${language.outlook}<https://aka.ms/o0ukef>`],
      },
    }),
  });
  return {
    text,
    html: `<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"><style type="text/css" style="display:none;"> P {margin-top:0;margin-bottom:0;} </style></head><body dir="${rightToLeft(draft)}">${html}</body></html>`,
    headers: { 'X-MS-Exchange-MessageSentRepresentingType': '1' },
    charsets: where === 'web' ? charsetsOf(draft) : [],
    encoding: random.chance(0.5) ? 'base64' : 'quoted-printable',
    domain: 'AM0PR04MB1234.eurprd04.prod.outlook.com',
    boundary: `_000_${id(random, 30).toUpperCase()}_`,
  };
}
