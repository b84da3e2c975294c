/**
 * Messages that somebody may send to hurt us, or that a broken program sends: each about a megabyte, or as large as its
 * kind gets. `ours`: the plain text of the message that they reply to.
 */
export function hostileMessages(ours: string): [name: string, raw: Buffer][] {
  return [
    ...Object.entries(texts(ours)).map(([name, text]): [string, Buffer] => [name, plain(text)]),
    ...Object.entries(pages(ours)).map(([name, html]): [string, Buffer] => [
      name,
      Buffer.from(`${head}Content-Type: text/html; charset=utf-8\r\n\r\n${html}`),
    ]),
    ...Object.entries(envelopes()),
  ];
}

const size = 1_000_000;
const head = 'From: Ada <ada@example.org>\r\nTo: r+abc@reply.example.org\r\nSubject: Re: x\r\nMIME-Version: 1.0\r\n';

function plain(text: string, parameters = ''): Buffer {
  return Buffer.from(`${head}Content-Type: text/plain; charset=utf-8${parameters}\r\n\r\n${text}`);
}

/** `piece` again and again, up to a megabyte. */
function filled(piece: string): string {
  return piece.repeat(Math.ceil(size / Buffer.byteLength(piece)));
}

/** A megabyte of lines, the next one different from the last. */
function lines(lineOf: (index: number) => string): string {
  const all: string[] = [];
  for (let length = 0, index = 0; length < size; index += 1) {
    const line = lineOf(index);
    all.push(line);
    length += line.length + 1;
  }
  return all.join('\n');
}

function texts(ours: string): Record<string, string> {
  const own = ours.split('\n');
  const words = ours.split(/\s+/);
  return {
    'one line without a space': filled('a'),
    'one line of words': filled('word '),
    'one line of the commonest word of ours': filled('a '),
    'lines of the commonest words of ours': lines((index) => `${'a to the you of '.repeat(1 + (index % 12))}`),
    'our message again and again': filled(`${ours}\n`),
    'our message again and again, each time deeper': lines(
      (index) => '> '.repeat(index % 60) + (own[index % own.length] ?? ''),
    ),
    'our message without every seventh word': filled(`${words.filter((_, index) => index % 7 > 0).join(' ')}\n`),
    'our words, shuffled': lines((index) =>
      Array.from({ length: 12 }, (_, at) => words[(index * 31 + at * 17) % words.length]).join(' '),
    ),
    'every line of ours with an answer in it': lines((index) => `${own[index % own.length]} yes ${index}`),
    'options with marks': lines((index) => `[x] ${'abcde'[index % 5]}) mentor`),
    'numbered answers': lines((index) => `${(index % 99) + 1}. a, b and c`),
    'numbers alone': filled('1 2 3 4 5 6 7 '),
    'dates alone': filled('1/2/3/2027-04-05 '),
    'labels without answers': filled('role: year: help: years:\n'),
    'header blocks': filled('From: Maria <m@example.org>\nSent: Monday, 1 February 2027\nTo: Ada\nSubject: x\n\n'),
    'introductions of quotations': filled('On Mon, 1 Feb 2027 at 10:00, Maria Ortiz <m@example.org> wrote:\n'),
    'introductions without an end': filled('On Mon, 1 Feb 2027 at 10:00, Maria Ortiz <m@example.org>\n'),
    'rules of dashes': filled(`${'-'.repeat(300)} a\n`),
    'a line of quote marks': filled('>'),
    'initials before quote marks': lines((index) => `${'abcdefgh'[index % 8]}${'xyz'[index % 3]}> ${index}`),
    'bars before lines': filled('| a line of an answer\n'),
    'web addresses': filled('https://example.org/%E0%A4%A '),
    'greetings and farewells': filled('Hi Maria,\n\nBest,\nAda\n\n'),
    'greetings in Chinese': filled('你好\n'),
    'accents without letters': filled('\u0301'),
    'one character that stands for eighteen': filled('\ufdfa'),
    'one character that stands for eighteen, in words': filled('\ufdfa '),
    NULs: filled('\0 '),
    'stars and brackets': filled('*[(x'),
    'spaces alone': filled(' '),
    'blank lines': filled('\n'),
    'a vote in every word': filled('approve 1 except 2 '),
  };
}

function pages(ours: string): Record<string, string> {
  const deep = 100_000;
  return {
    'quotations in quotations': `${'<blockquote>'.repeat(deep)}1. mentor${'</blockquote>'.repeat(deep / 10)}`,
    'tables in tables': filled('<table><tr><td>'),
    'a table of a hundred thousand cells': `<table>${filled('<tr><td>a</td></tr>')}</table>`,
    'one row of a hundred thousand cells': `<table><tr>${filled('<td>a')}`,
    'character references': filled('&#55357;&amp;&#x1f44d;&nosuch;&'),
    'tags without an end': filled('<p '),
    'attributes without an end': filled('<a href="'),
    'comments without an end': filled('<!--'),
    'comments that are closed': filled('<!-- a -->'),
    'styles that are never closed': filled('<style>'),
    'every element that hides': filled('<style><script><head><svg><select>'),
    'closing tags alone': filled('</p></blockquote></li></ol>'),
    'lists in lists': filled('<ol><li>'),
    'numbered lists': filled('<ol start=2><li value=3>a</ol>'),
    'empty paragraphs': filled('<p></p>'),
    'a preformatted page': `<pre>${filled('a\n')}</pre>`,
    'less-than signs': filled('<'),
    'our message in paragraphs, again and again': filled(
      ours
        .split('\n')
        .map((line) => `<p>${line}</p>`)
        .join(''),
    ),
  };
}

function envelopes(): Record<string, Buffer> {
  const multipart = (body: string, boundary = 'b') =>
    Buffer.from(`${head}Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n${body}`);
  const nested = Array.from(
    { length: 3_000 },
    (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n`,
  );
  const attachment = 'Content-Type: application/zip; name=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n';
  return {
    'ten thousand parts': multipart('--b\r\nContent-Type: text/plain\r\n\r\n1. mentor\r\n'.repeat(10_000)),
    'parts in parts': Buffer.from(`${head}${nested.join('')}`),
    'messages in messages': Buffer.from(`${head}${filled('Content-Type: message/rfc822\r\n\r\n')}`),
    'lines that look like boundaries': multipart(filled('--\r\n')),
    'a boundary that is never there': multipart(filled('a\r\n'), 'x'.repeat(900)),
    'an attachment of a megabyte': multipart(
      `--b\r\nContent-Type: text/plain\r\n\r\n1. mentor\r\n--b\r\n${attachment}${filled(`${'A'.repeat(76)}\r\n`)}\r\n--b--\r\n`,
    ),
    'a text in base64': Buffer.from(
      `${head}Content-Transfer-Encoding: base64\r\n\r\n${filled(`${'YWFh'.repeat(19)}\r\n`)}`,
    ),
    'a text in base64 on one line': Buffer.from(`${head}Content-Transfer-Encoding: base64\r\n\r\n${filled('YWFh')}`),
    'soft line breaks': Buffer.from(`${head}Content-Transfer-Encoding: quoted-printable\r\n\r\n${filled('=\r\n')}`),
    'encoded characters': Buffer.from(`${head}Content-Transfer-Encoding: quoted-printable\r\n\r\n${filled('=C3=A9')}`),
    'flowing lines': plain(filled('a \n'), '; format=flowed'),
    'flowing lines at changing depths': plain(
      lines((index) => `${'>'.repeat(index % 9)} a `),
      '; format=flowed; delsp=yes',
    ),
    'escape sequences': Buffer.from(
      `${head}Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n${filled('\x1b$B\x1b(B')}`,
    ),
    'a character set that nobody knows': Buffer.from(
      `${head}Content-Type: text/plain; charset=martian\r\n\r\n${filled('\xff ')}`,
      'latin1',
    ),
    'a subject of a megabyte': Buffer.from(`Subject: ${filled('a')}\r\n${head}\r\n1. mentor`),
    'a subject of encoded words': Buffer.from(`Subject: ${filled('=?utf-8?q?=41?= ')}\r\n${head}\r\n1. mentor`),
    'a hundred thousand recipients': Buffer.from(`To: ${'a@b.org, '.repeat(100_000)}c@d.org\r\n${head}\r\n1. mentor`),
    'comments in an address': Buffer.from(`From: ${filled('(')}\r\n\r\n1. mentor`),
    'quotation marks in an address': Buffer.from(`From: ${filled('"<')}\r\n\r\n1. mentor`),
    'a hundred thousand header lines': Buffer.from(`${'X: y\r\n'.repeat(100_000)}${head}\r\n1. mentor`),
    'parameters without an end': Buffer.from(
      `${head}Content-Type: text/plain; ${filled("a*0*=utf-8''%41; ")}\r\n\r\n1. mentor`,
    ),
    'empty groups in an address': Buffer.from(`From: ${filled(':;')}\r\nTo: ${filled(':;')}\r\n\r\n1. mentor`),
    'groups in groups': Buffer.from(`${head}Cc: ${filled('a:')}\r\n\r\n1. mentor`),
    'fields of addresses': Buffer.from(`${`To: ${':;'.repeat(1_000)}\r\n`.repeat(500)}${head}\r\n1. mentor`),
    'a field of folded lines': Buffer.from(`${head}Cc: a${filled('\r\n ,')}\r\n\r\n1. mentor`),
    'lines and folded lines': Buffer.from(`${head}${filled('a\r\n b\r\n')}\r\n1. mentor`),
    'lines with characters that need no encoding': Buffer.from(
      `${head}Content-Transfer-Encoding: quoted-printable\r\n\r\n${filled(`${'=41='.repeat(19)}\r\n`)}`,
    ),
    'boundaries of a thousand characters': multipart(filled(`--${'x'.repeat(990)}\r\n`), 'x'.repeat(990)),
    'folded lines of a header': Buffer.from(`${head}References: <a@b>\r\n${filled(' <a@b>\r\n')}\r\n1. mentor`),
  };
}
