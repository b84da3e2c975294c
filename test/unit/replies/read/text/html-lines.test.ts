import { expect, test } from 'vitest';
import { linesOfHtml } from '#domain/replies/read/text/html-lines.ts';
import { linesOfText } from '#domain/replies/read/text/lines.ts';

const shown = (html: string) => linesOfHtml(html).map(({ depth, text }) => `${'>'.repeat(depth)}${text}`);

test('paragraphs, line breaks and table cells are lines, and an empty paragraph is a blank one', () => {
  expect(shown('<p>one</p><p>&nbsp;</p><div>two<br>three</div><table><tr><td>a</td><td>b</td></tr></table>')).toEqual([
    'one',
    '',
    'two',
    'three',
    'a b',
  ]);
});

test('quotations keep their depth', () => {
  expect(shown('a<blockquote>b<blockquote>c</blockquote>d</blockquote>e')).toEqual(['a', '>b', '>>c', '>d', 'e']);
});

test('what nobody sees is not read', () => {
  expect(
    shown(
      '<head><title>t</title></head><style>p{}</style><!-- c --><!--[if mso]>m<![endif]--><script>1<2</script>seen',
    ),
  ).toEqual(['seen']);
});

test('character references are characters', () => {
  expect(shown('caf&eacute; &amp; &#8220;x&#x201D; &lt;b&gt; &unknown; &#0;')).toEqual([
    'café & “x” <b> &unknown; \ufffd',
  ]);
});

test('rare references are read as browsers show them', () => {
  expect(shown('&Lstrok;&oacute;d&zacute; &hearts; AT&T &#128; &copy 2027')).toEqual(['Łódź ♥ AT&T € © 2027']);
});

test('broken markup is read as far as it goes', () => {
  expect(shown('<p>one<p>two</b></div><a href="x>three')).toEqual(['one', 'two']);
  expect(shown('1 < 2 and <b>bold')).toEqual(['1 < 2 and bold']);
  expect(shown('</blockquote></blockquote>a<blockquote>b')).toEqual(['a', '>b']);
});

test('numbered lists have their numbers', () => {
  expect(shown('<ol><li>one</li><li>two</li></ol>')).toEqual(['1. one', '2. two']);
});

test.each([
  ['> a', 1, 'a'],
  ['>> a', 2, 'a'],
  ['> > a', 2, 'a'],
  [' > a', 1, 'a'],
  ['>   a) mentor', 1, '  a) mentor'],
  ['a > b', 0, 'a > b'],
  ['>', 1, ''],
])('"%s" is quoted %i deep', (line, depth, text) => {
  expect(linesOfText(line)[0]).toMatchObject({ depth, text });
});
