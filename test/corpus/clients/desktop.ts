import type { Draft } from '../draft.ts';
import { longMoment } from '../languages.ts';
import { escaped } from '../letter.ts';
import type { Random } from '../random.ts';
import type { Body } from '../raw.ts';
import { flat, headerLines } from './flat.ts';
import { appleLink, charsetsOf, id } from './habits.ts';
import { marked } from './marked.ts';
import { plainText } from './plain.ts';

export function thunderbirdPlain(draft: Draft, random: Random, below: boolean): Body {
  const flowed = random.chance(0.8);
  return {
    text: plainText(draft, {
      attribution: draft.language.thunderbird(draft.letter.at, draft.letter.from.name),
      mark: '> ',
      flowed,
      below,
    }),
    parameters: flowed ? '; format=flowed' : '',
    headers: { 'User-Agent': 'Mozilla Thunderbird', 'Content-Language': draft.language.code },
    encoding: '8bit',
    charsets: random.chance(0.3) ? charsetsOf(draft) : [],
    domain: 'example.org',
    boundary: `------------${id(random, 24)}`,
  };
}

export function thunderbirdHtml(draft: Draft, random: Random): Body {
  const { text, html } = marked(draft, {
    attribution: draft.language.thunderbird(draft.letter.at, draft.letter.from.name),
    wrap: (attribution, quotation) => `<div class="moz-cite-prefix">${attribution}<br></div>${quotation}`,
    open: '<blockquote type="cite" cite="mid:0102@eu-west-1.amazonses.com"><div class="letter">',
    close: '</div></blockquote>',
    line: (words) => `<p>${words}</p>`,
    rewrite: (words) => words,
    width: 72,
    mark: '> ',
    stars: true,
    link: appleLink,
  });
  const onlyHtml = random.chance(0.5);
  return {
    ...(onlyHtml ? {} : { text }),
    html: `<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=UTF-8"></head><body>${html}</body></html>`,
    headers: { 'User-Agent': 'Mozilla Thunderbird' },
    encoding: random.chance(0.5) ? '8bit' : 'quoted-printable',
    domain: 'example.org',
    boundary: `------------${id(random, 24)}`,
  };
}

export function samsung(draft: Draft, random: Random): Body {
  const { letter, language } = draft;
  const day = new Intl.DateTimeFormat(language.code, {
    timeZone: 'UTC',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(letter.at);
  const header = headerLines(draft, `${day} (GMT+01:00)`);
  const dashes = `-------- ${language.original} --------`;
  const { text, html } = flat(draft, {
    header: {
      html: `<div><br></div><div align="left" style="font-size:100%;color:#000000" dir="auto"><div>${dashes}</div>${header.map((line) => `<div>${escaped(line.join(''))} </div>`).join('')}<div><br></div></div>`,
      text: [dashes, ...header.map((line) => line.join(''))],
    },
    line: (words, colour) => `<div dir="auto"${colour ? ` style="color:${colour}"` : ''}>${words}</div>`,
    rewrite: (words) => words,
    wrap: (typed, footer, original) => `${typed}<div dir="auto"><br></div>${footer}${original}`,
    link: (words) => words,
    isSpaced: random.chance(0.5),
    footer: {
      html: `<div id="composer_signature" dir="auto"><div style="font-size:85%;color:#575757" dir="auto">${language.galaxy}</div></div>`,
      text: ['', language.galaxy, ''],
    },
  });
  return {
    text,
    html: `<html><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"></head><body dir="auto">${html}</body></html>`,
    encoding: 'base64',
    domain: 'email.android.com',
    boundary: `--_com.samsung.android.email_${id(random, 16)}`,
  };
}

/** HCL Notes: headers in a table, its own names for them, national character sets. */
export function notes(draft: Draft, random: Random): Body {
  const day = new Intl.DateTimeFormat(draft.language.code, {
    timeZone: 'UTC',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(draft.letter.at);
  const header = headerLines(draft, day, ':        ');
  const { text, html } = flat(draft, {
    header: {
      html: `<br><br><table width=100% style="border-collapse:collapse;">${header.map(([name, value]) => `<tr valign=top><td><font size=1 color=#5f5f5f face="sans-serif">${escaped(name.trim())}</font><td><font size=1 face="sans-serif">${escaped(value)}</font>`).join('\n')}</table>\n<hr noshade>\n<br>`,
      text: header.map((line) => line.join('')),
    },
    line: (words, colour) => `<font size=2${colour ? ` color="${colour}"` : ''} face="sans-serif">${words}</font><br>`,
    rewrite: (words) => words,
    wrap: (typed, footer, original) => `${typed}${footer}${original}`,
    link: (words) => words,
    isSpaced: true,
    width: 74,
  });
  return {
    text,
    html,
    headers: { 'X-Mailer': 'HCL Notes Release 12.0.2' },
    charsets: charsetsOf(draft),
    encoding: random.chance(0.5) ? 'base64' : 'quoted-printable',
    domain: 'notes.example.org',
    boundary: `=_alternative ${id(random, 16)}`,
  };
}

export function mutt(draft: Draft, random: Random): Body {
  const { letter, language } = draft;
  return {
    text: plainText(draft, {
      attribution: `On ${letter.at.toUTCString().slice(0, 16)} at 10:00:00AM +0000, ${letter.from.name} wrote:`,
      mark: '> ',
      flowed: false,
      signature: random.chance(0.5) ? ['-- ', language.name, 'https://example.org/~me'] : [],
    }),
    headers: { 'User-Agent': 'Mutt/2.2.12 (2023-09-09)', 'Content-Disposition': 'inline' },
    charsets: charsetsOf(draft),
    encoding: '8bit',
    domain: 'example.org',
    boundary: '',
  };
}

/** What programs that nobody remembers the names of do: other marks, none at all, bare headers. */
export function plain(draft: Draft, random: Random): Body {
  const { letter, language } = draft;
  const attribution = random.pick([
    `${letter.from.name} wrote on ${letter.at.toISOString().slice(0, 10)}:`,
    `-----Original Message-----\nFrom: ${letter.from.name}\nSent: ${longMoment(language, letter.at)}\nSubject: ${letter.subject}\n`,
    `Quoting ${letter.from.name} <${letter.from.address}>:\n`,
    `--- ${letter.from.name} schrieb am ${letter.at.toISOString().slice(0, 10)} ---`,
  ]);
  return {
    text: plainText(draft, {
      attribution, // Two messages deep, nobody could tell them apart without marks.
      mark: random.pick(draft.depth === 1 ? ['> ', '>', '| ', ''] : ['> ', '>', '| ']),
      flowed: false,
    }),
    charsets: charsetsOf(draft),
    encoding: random.pick(['8bit', 'quoted-printable', 'base64']),
    domain: 'webmail.example.org',
    boundary: '',
  };
}
