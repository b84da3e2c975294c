import type { Draft } from '../draft.ts';
import type { Random } from '../random.ts';
import type { Body } from '../raw.ts';
import { flat } from './flat.ts';
import { appleLink, attributionArguments, charsetsOf, id, rightToLeft } from './habits.ts';
import { type MarkedStyle, marked } from './marked.ts';

const gmailStyle = (draft: Draft, footer?: MarkedStyle['footer']): MarkedStyle => {
  const quote =
    '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">';
  return {
    attribution: draft.language.gmail(...attributionArguments(draft)),
    wrap: (attribution, quotation) =>
      `<br><div class="gmail_quote gmail_quote_container"><div dir="${rightToLeft(draft)}" class="gmail_attr">${attribution}<br></div>${quotation}</div>`,
    open: `${quote}<div class="gmail-letter" style="max-width:600px;margin:0px auto;font-size:16px">`,
    close: '</div></blockquote>',
    line: (html) => `<div>${html}</div>`,
    rewrite: (html) =>
      html.replace(/class="([\w-]+)"/g, 'class="gmail-$1"').replaceAll('margin:0 0 4px', 'margin:0px 0px 4px'),
    width: 76,
    mark: '> ',
    stars: true,
    link: (words, href) => (words === href ? words : `${words}\n<${href}>`),
    ...(footer && { footer }),
  };
};

export function gmail(draft: Draft, random: Random, footer?: MarkedStyle['footer']): Body {
  const { text, html } = marked(draft, gmailStyle(draft, footer));
  return {
    text,
    html: `<div dir="${rightToLeft(draft)}">${html}</div>\n`,
    encoding: /^[\0-\u024f\s]*$/.test(text) ? 'quoted-printable' : 'base64',
    charsets: [],
    domain: 'mail.gmail.com',
    boundary: `000000000000${id(random, 16)}`,
  };
}

/** Yahoo's plain text has no quote marks, only a space before every line. */
export function yahoo(draft: Draft, random: Random): Body {
  const { letter, language } = draft;
  const day = new Intl.DateTimeFormat(language.code, { timeZone: 'UTC', dateStyle: 'full', timeStyle: 'long' }).format(
    letter.at,
  );
  const usual = language.gmail(...attributionArguments(draft));
  const wrote = usual.slice(usual.lastIndexOf('>') + 1).trim();
  const on = language.code === 'en' ? 'On ' : '';
  // Where the verb stands before the name, the line is as everywhere.
  const attribution = /\p{L}/u.test(wrote)
    ? `${on}${day}, ${letter.from.name} <${letter.from.address}> ${wrote}`
    : usual;
  const style = {
    attribution,
    wrap: (line: string, quotation: string) =>
      `<div id="ydp1yahoo_quoted" class="yahoo_quoted"><div style="font-family:'Helvetica Neue', Helvetica, Arial, sans-serif;font-size:13px;color:#26282a;"><div>${line}</div><div><br></div><div><br></div>${quotation}</div></div>`,
    open: '<div id="ydpletter" class="ydpletter">',
    close: '</div>',
    line: (html: string) => `<div dir="ltr" data-setdir="false">${html}</div>`,
    rewrite: (html: string) => html.replace(/class="([\w-]+)"/g, 'class="ydp$1"'),
    width: 0,
    mark: '' as const,
    link: appleLink,
  };
  const { html } = marked(draft, style);
  const { text } = flat(draft, {
    header: { html: '', text: [`    ${attribution}  `, ' '] },
    line: (line) => line,
    rewrite: (line) => line,
    wrap: () => '',
    link: appleLink,
    isSpaced: false,
    indent: ' ',
  });
  return {
    text,
    html: `<html><head></head><body><div class="ydp yahoo-style-wrap" style="font-size:16px;">${html}</div></body></html>`,
    headers: { 'X-Mailer': 'WebService/1.1.23737 YMailNovation' },
    domain: 'mail.yahoo.com',
    boundary: `----=_Part_${random.int(1000, 99999)}_${id(random, 10)}`,
  };
}

export function proton(draft: Draft, random: Random): Body {
  const { letter, language } = draft;
  const when = new Intl.DateTimeFormat('en-US', {
    timeZone: 'UTC',
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    year: 'numeric',
  }).format(letter.at);
  const english = `On ${when} at 10:00 AM, ${letter.from.name} <${letter.from.address}> wrote:`;
  const { text, html } = marked(draft, {
    attribution: random.chance(0.5) ? english : language.apple(...attributionArguments(draft)),
    wrap: (attribution, quotation) => `<div class="protonmail_quote">${attribution}<br>${quotation}</div>`,
    open: '<blockquote class="protonmail_quote" type="cite"><div class="letter">',
    close: '</div></blockquote><br>',
    line: (words) => `<div style="font-family: Arial, sans-serif; font-size: 14px;">${words}</div>`,
    rewrite: (words) => words,
    width: 0,
    mark: '> ',
    link: (words) => words,
    footer: {
      html: '<div class="protonmail_signature_block" style="font-family: Arial;"><div class="protonmail_signature_block-proton">Sent with <a target="_blank" href="https://proton.me/mail/home">Proton Mail</a> secure email.</div></div>',
      text: ['', 'Sent with [Proton Mail](https://proton.me/mail/home) secure email.'],
    },
  });
  const onlyHtml = random.chance(0.3);
  return {
    ...(onlyHtml ? {} : { text }),
    html,
    encoding: 'base64',
    domain: 'proton.me',
    boundary: `b1_${id(random, 30)}`,
  };
}

export function fastmail(draft: Draft, random: Random): Body {
  const when = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(draft.letter.at);
  const { text, html } = marked(draft, {
    attribution: `On ${when}, at 10:00 AM, ${draft.letter.from.name} wrote:`,
    wrap: (attribution, quotation) => `<div>${attribution}<br></div>${quotation}`,
    open: '<blockquote type="cite" id="qt" style=""><div class="qt-letter">',
    close: '</div></blockquote>',
    line: (words) => `<div>${words}</div>`,
    rewrite: (words) => words.replace(/class="([\w-]+)"/g, 'class="qt-$1"'),
    width: 0,
    mark: '> ',
    link: (words, href) => `${words} <${href}>`,
  });
  return {
    text,
    html: `<!DOCTYPE html><html><head><title></title><style type="text/css">p.MsoNormal{margin:0}</style></head><body>${html}</body></html>`,
    charsets: charsetsOf(draft).slice(0, 1),
    domain: 'app.fastmail.com',
    boundary: id(random, 32),
  };
}
