import { type CSSProperties, createElement, Fragment, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { NumberedQuestion } from '#domain/forms/form.ts';
import { type Words, wordsOf } from '#shared/words/index.ts';
import type { Block, Email, Inline } from '../content.ts';
import { ground, readableAccent } from './accent.ts';
import { lines, oneLine } from './clean.ts';
import { directionOf } from './direction.ts';
import { cleanWords } from './question.ts';

/** No quotation marks: these words stand in attributes and in a style element. */
const font = '-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica, Arial, sans-serif';
const muted = { light: '#565a61', dark: '#b3b7bd' };
const line = { light: '#d5d8dc', dark: '#4a4e55' };

/**
 * The HTML of `email`: the same words as its plain text, as a letter rather than a poster. The words stand in ordinary
 * paragraphs, not in tables, because people type their answers between them and a cursor gets lost in table cells.
 * Colours are left to the mail program wherever it knows better; a letter without colours of its own is right in the dark.
 */
export function renderHtml(email: Email): string {
  const colours = readableAccent();
  const direction = directionOf(email.language);
  const from = direction === 'rtl' ? 'right' : 'left';
  const look: Look = { accent: colours.light, from, language: email.language };
  const body = renderToStaticMarkup(
    <div
      className="letter"
      style={{
        maxWidth: 600,
        margin: '0 auto',
        fontFamily: font,
        fontSize: 16,
        lineHeight: '24px',
        overflowWrap: 'anywhere',
      }}
    >
      {keyed(email.blocks, (block) => (
        <BlockHtml block={block} look={look} />
      ))}
    </div>,
  );
  const head = renderToStaticMarkup(
    <head>
      <meta httpEquiv="Content-Type" content="text/html; charset=utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <meta name="x-apple-disable-message-reformatting" />
      <title>{oneLine(email.subject)}</title>
      <style>{styleOf(colours.dark)}</style>
    </head>,
  );
  const language = /^[a-z0-9-]+$/i.test(email.language) ? email.language : 'en';
  // Outlook for Windows knows no max-width. It alone reads these comments, and gets a table of 600 pixels instead.
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}" dir="${direction}">${head}<body style="margin:0;padding:16px">`,
    '<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0"><tr><td><![endif]-->',
    body,
    '<!--[if mso]></td></tr></table><![endif]-->',
    '</body></html>',
    '',
  ].join('\n');
}

interface Look {
  accent: string;
  /** The side where a line begins. */
  from: 'left' | 'right';
  language: string;
}

/** Without quotation marks, < or &, which markup would change. */
function styleOf(accent: string): string {
  return [
    ':root{color-scheme:light dark}',
    '@media (prefers-color-scheme:dark){',
    `body{background:${ground.dark}!important;color:#e8eaed!important}`,
    `a{color:${accent}!important}.muted{color:${muted.dark}!important}`,
    `.ruled{border-color:${line.dark}!important}.bar{background:${accent}!important}`,
    '}',
    // Where there is room, a label is not broken; on a telephone it may be.
    '@media (min-width:480px){th{white-space:nowrap}}',
  ].join('');
}

function BlockHtml({ block, look }: { block: Block; look: Look }): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return <p style={paragraph}>{inline(block.of, look)}</p>;
    case 'small':
      return (
        <p className="muted" style={{ ...paragraph, color: muted.light, fontSize: 14, lineHeight: '21px' }}>
          {inline(block.of, look)}
        </p>
      );
    case 'heading':
      return <h2 style={{ margin: '28px 0 8px', fontSize: 18, lineHeight: '26px' }}>{oneLine(block.of)}</h2>;
    case 'signature':
      return <p style={{ ...paragraph, margin: '24px 0' }}>{oneLine(block.of)}</p>;
    case 'list':
      return (
        <ul style={{ margin: '0 0 16px', ...inset('padding', look, 24) }}>
          {keyed(block.of, (item) => (
            <li style={{ marginBottom: 4 }}>{oneLine(item)}</li>
          ))}
        </ul>
      );
    case 'quote':
      return (
        <blockquote className="ruled" style={quote(look)}>
          {broken(block.of)}
        </blockquote>
      );
    case 'facts':
      return <Facts of={block.of} look={look} />;
    case 'bars':
      return <Bars of={block.of} accent={look.accent} />;
    case 'questions':
      return <Questions of={block.of} look={look} />;
  }
}

function Questions({ of, look }: { of: readonly NumberedQuestion[]; look: Look }): ReactNode {
  const words = wordsOf(look.language);
  return keyed(of, (question) => <QuestionHtml question={question} among={of} look={look} words={words} />);
}

/** The empty paragraph at the end is where the answer goes: a reply in HTML can be typed there as in any letter. */
function QuestionHtml({
  question,
  among,
  look,
  words,
}: {
  question: NumberedQuestion;
  among: readonly NumberedQuestion[];
  look: Look;
  words: Words;
}): ReactNode {
  const { number, ask, hints, options } = cleanWords(question, among, words);
  return (
    <>
      <p style={{ margin: '8px 0 4px', fontWeight: 600 }}>
        {number}. {ask}
      </p>
      {keyed(hints, (hint) => (
        <p className="muted" style={{ margin: '0 0 4px', ...inset('margin', look, 20), color: muted.light }}>
          {hint}
        </p>
      ))}
      {keyed(options, ({ letter, text }) => (
        <p style={{ margin: '0 0 2px', ...inset('margin', look, 20) }}>
          {letter}) {text}
        </p>
      ))}
      <p style={{ margin: '4px 0 0' }}>{'\u00a0'}</p>
    </>
  );
}

function Facts({ of, look }: { of: readonly { label: string; value: string }[]; look: Look }): ReactNode {
  return (
    <table cellPadding={0} cellSpacing={0} style={{ margin: '0 0 16px', borderCollapse: 'collapse', fontSize: 16 }}>
      <tbody>
        {keyed(of, ({ label, value }) => (
          <tr>
            <th
              scope="row"
              className="muted"
              style={{ ...cell, color: muted.light, fontWeight: 400, textAlign: look.from, ...wholeWords(label) }}
            >
              {oneLine(label)}
            </th>
            <td style={{ ...cell, textAlign: look.from, ...wrapping(value) }}>{broken(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The column of labels gets narrow beside long values: its ordinary words are not broken for that. */
function wholeWords(label: string): CSSProperties {
  return label.split(/\s+/).every((word) => word.length <= longestWord) ? { overflowWrap: 'break-word' } : {};
}

/** A long label beside it would otherwise squeeze "yes" into two lines on a telephone. */
function wrapping(value: string): CSSProperties {
  return value.length <= longestOnALine ? { whiteSpace: 'nowrap' } : { wordBreak: 'break-word' };
}

const longestOnALine = 12;
/** The longest word of a label, in characters, that a telephone has room for beside its value. */
const longestWord = 14;

function Bars({
  of,
  accent,
}: {
  of: readonly { label: string; value: number; shown: string }[];
  accent: string;
}): ReactNode {
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      style={{ margin: '0 0 16px', fontSize: 16 }}
    >
      <tbody>
        {keyed(of, ({ label, value, shown }) => (
          <tr>
            <td style={{ padding: '4px 0 8px' }}>
              {oneLine(label)} <b>{oneLine(shown)}</b>
              <Bar
                share={Math.round(Math.min(1, Math.max(0, Number.isFinite(value) ? value : 0)) * 100)}
                accent={accent}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A bar of `share` percent. A cell with a width is the one thing that every mail program draws to measure. */
function Bar({ share, accent }: { share: number; accent: string }): ReactNode {
  const row = { height: 10, fontSize: 1, lineHeight: '10px' };
  return (
    <table role="presentation" aria-hidden="true" width="100%" cellPadding={0} cellSpacing={0} style={{ marginTop: 4 }}>
      <tbody>
        <tr>
          {share > 0 && <td className="bar" width={`${share}%`} style={{ ...row, background: accent }} />}
          {share < 100 && <td className="ruled" style={{ ...row, borderBottom: `1px solid ${line.light}` }} />}
        </tr>
      </tbody>
    </table>
  );
}

const paragraph: CSSProperties = { margin: '0 0 16px' };
const cell: CSSProperties = { padding: '3px 12px 3px 0', verticalAlign: 'top' };
function quote(look: Look): CSSProperties {
  const edge = `3px solid ${line.light}`;
  const border = look.from === 'left' ? { borderLeft: edge } : { borderRight: edge };
  return { margin: '0 0 16px', ...border, ...inset('padding', look, 14) };
}

/** Space before the beginning of a line, said in the words that old mail programs know (no `padding-inline-start`). */
function inset(property: 'margin' | 'padding', { from }: Look, pixels: number): CSSProperties {
  return { [`${property}${from === 'left' ? 'Left' : 'Right'}`]: pixels };
}

function inline(of: readonly Inline[], look: Look): ReactNode {
  return keyed(of, (part) => {
    if (typeof part === 'string') return spaced(part);
    if ('strong' in part) return <strong>{spaced(part.strong)}</strong>;
    // Only what we know to be an address becomes a link: a program's or a person's words must not bring their own scheme.
    return /^(https?:|mailto:)/i.test(part.href) ? (
      <a href={part.href} style={{ color: look.accent }}>
        {spaced(part.words)}
      </a>
    ) : (
      spaced(part.words)
    );
  });
}

/** Clean words that keep the space at either end, because the next part of the sentence follows. */
function spaced(words: string): string {
  const clean = oneLine(words);
  if (clean === '') return words === '' ? '' : ' ';
  return `${/^\s/.test(words) ? ' ' : ''}${clean}${/\s$/.test(words) ? ' ' : ''}`;
}

function broken(words: string): ReactNode {
  return keyed(lines(words), (one, index) => (
    <>
      {index > 0 && <br />}
      {one}
    </>
  ));
}

/** Static markup needs no keys, but React asks for them; here the position is the identity. */
function keyed<T>(of: readonly T[], draw: (one: T, index: number) => ReactNode): ReactNode[] {
  return of.map((one, index) => createElement(Fragment, { key: index }, draw(one, index)));
}
