import type { Draft } from '../draft.ts';
import type { Random } from '../random.ts';
import type { Body } from '../raw.ts';
import { appleLink, attributionArguments, id } from './habits.ts';
import { marked } from './marked.ts';

export function apple(draft: Draft, random: Random, onPhone: boolean): Body {
  const { language } = draft;
  const { text, html } = marked(draft, {
    attribution: language.apple(...attributionArguments(draft)),
    wrap: (attribution, quotation) =>
      onPhone
        ? `<div dir="ltr"><br><blockquote type="cite">${attribution}<br><br></blockquote></div>${quotation}`
        : `<div><br>${quotation.replace('>', `><div>${attribution}</div><br class="Apple-interchange-newline">`)}</div>`,
    open: `<blockquote type="cite"><div${onPhone ? ' dir="ltr">\ufeff' : '>'}`,
    close: '</div></blockquote>',
    line: (words) => `<div>${words}</div>`,
    rewrite: (words) => words,
    width: 0,
    mark: '> ',
    link: appleLink,
    marksAttribution: true,
    ...(onPhone && {
      footer: {
        html: `<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">${language.iphone}</div>`,
        text: ['', language.iphone],
      },
    }),
  });
  return {
    text: onPhone ? text.replace('> Hello', '> \ufeffHello') : text,
    html: `<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body ${onPhone ? 'dir="auto"' : 'style="overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;"'}>${html}</body></html>`,
    headers: { 'X-Mailer': onPhone ? 'iPhone Mail (22G100)' : 'Apple Mail (2.3826.400.131.1.6)' },
    charsets: ['us-ascii'],
    domain: 'icloud.com',
    boundary: `Apple-Mail-${id(random, 8).toUpperCase()}-${id(random, 12).toUpperCase()}`,
  };
}
