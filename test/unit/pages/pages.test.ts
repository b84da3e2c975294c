import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { formPage } from '#shared/pages/form-page.tsx';
import { stopPage } from '#shared/pages/stop-pages.tsx';
import { cohort, person } from '../emails/samples.ts';
import { application, pages } from './samples.ts';

describe.each(Object.entries(pages))('the page %s', (_name, { html, headers }) => {
  it('is a whole document in a language, without a script or anything from elsewhere', () => {
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en" dir="ltr">/);
    expect(html).toMatch(/<title>[^<]+<\/title>/);
    expect(html).not.toMatch(/<script|\son\w+=|\ssrc=|style=|@import|url\(/i);
  });

  it('allows its one style by its hash, and nothing else', () => {
    const [, css = ''] = /<style>([\s\S]*?)<\/style>/.exec(html) ?? [];
    const policy = headers['content-security-policy'];

    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(css).digest('base64')}'`);
    expect(policy).toContain("default-src 'none'");
  });

  it('has one main heading, and a label for every field', () => {
    const fields = [...html.matchAll(/<(?:input|textarea)[^>]*\sid="([^"]+)"/g)].map(([, id]) => id);

    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(fields.filter((id) => !html.includes(`for="${id}"`))).toEqual([]);
    expect(new Set(fields).size).toBe(fields.length);
  });
});

describe('a form page', () => {
  it('says which questions were answered before, and not what: a link can be passed on', () => {
    const definition = {
      id: 'f',
      title: 'F',
      questions: [
        { key: 'one', ask: 'One?', type: 'text' as const },
        { key: 'two', ask: 'Two?', type: 'yesno' as const, required: false },
        { key: 'three', ask: 'Three?', type: 'text' as const },
      ],
    };
    const { html } = formPage({ ...application, definition, answered: new Set(['one', 'two']) });

    expect(html.match(/Answered\./g)).toHaveLength(2);
    expect(html).not.toContain('checked');
    expect(html).toContain('name="two.clear"');
    expect(html).not.toContain('name="one.clear"');
    expect(html).toContain('Send the changes');
  });

  it('keeps what was typed, and says what is wrong beside the field and above', () => {
    const html = pages['form-wrong']?.html ?? '';

    expect(html).toContain('I was helped, and &lt;b&gt;would&lt;/b&gt; like to pass it on.</textarea>');
    expect(html).toContain('value="a while"');
    expect(html).toContain('<a href="#q-experience">Question 14: Please write a number in digits, such as 3.</a>');
    expect(html).toMatch(/aria-describedby="q-experience-hint q-experience-error" aria-invalid="true"/);
    expect(html).toMatch(/<title>Not sent yet:/);
  });

  it('hides a question when another one is answered otherwise, and only then', () => {
    const { html } = formPage(application);

    expect(html).toContain('form:has(#q-role-2:checked) #q-capacity{display:none}');
    expect(html).not.toContain('form:has(#q-role-1:checked) #q-capacity');
    expect(html).not.toContain('form:has(#q-role-3:checked) #q-capacity');
  });

  it('offers a short range of numbers as choices, and a way to leave an optional one open', () => {
    const definition = {
      id: 'f',
      title: 'F',
      questions: [
        { key: 'many', ask: 'Many?', type: 'number' as const, min: 1, max: 3 },
        { key: 'years', ask: 'Years?', type: 'number' as const },
        { key: 'well', ask: 'Well?', type: 'yesno' as const, required: false },
      ],
    };
    const { html } = formPage({ ...application, definition });

    expect(
      html.match(/type="radio" name="many"|name="many"[^>]*type="radio"|type="radio"[^>]*name="many"/g),
    ).toHaveLength(3);
    expect(html).toMatch(/<input type="text"[^>]*name="years"/);
    expect(html).toContain('no answer');
  });

  it('lets only those decline who may', () => {
    expect(pages.form?.html).toContain('name="decline"');
    expect(pages.survey?.html).not.toContain('name="decline"');
  });
});

describe('the page of a ballot', () => {
  const ballots = Object.entries(pages).filter(([name]) => name.startsWith('ballot'));

  it.each(ballots)('%s names its tables and what their rows and columns are of', (_name, { html }) => {
    const tables = html.split('<table').slice(1);

    expect(tables.length).toBeGreaterThan(2);
    for (const table of tables) {
      const [own = ''] = table.split('</table>');
      expect(own).toContain('<caption>');
      expect(own.match(/<th(?!ead| scope="(col|row|rowgroup)")/g)).toBeNull();
      expect(own.match(/<th scope="row(group)?"/g)?.length).toBeGreaterThan(0);
    }
  });

  it.each(ballots)('%s has its headings in order, and a place for every link within it', (_name, { html }) => {
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);

    expect(levels[0]).toBe(1);
    expect(levels.every((level, index) => index === 0 || level <= (levels[index - 1] ?? 0) + 1)).toBe(true);
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((id) => !html.includes(`id="${id}"`))).toEqual([]);
  });

  it('describes a vote by what speaks for the pair, and folds the figures away', () => {
    const [, described = ''] = /id="q-pair2" aria-describedby="([^"]+)"/.exec(pages.ballot?.html ?? '') ?? [];
    const words = new RegExp(`<div id="${described}">(.*?)</div>`, 's').exec(pages.ballot?.html ?? '')?.[1] ?? '';

    expect(words).toContain('Score 44 of 100.');
    expect(words).not.toContain('<table');
    expect(pages.ballot?.html).not.toContain('<details open');
  });

  it('asks no vote on a pair that is no longer proposed', () => {
    const html = pages['ballot-voted']?.html ?? '';

    expect(html).not.toContain('name="pair3"');
    expect(html).toContain('No longer proposed, no vote needed.');
    expect(html).not.toContain('optional');
  });

  it('says what stands out before any table, and what is too small apart from it', () => {
    const html = pages['ballot-forty']?.html ?? '';
    const audit = html.slice(html.indexOf('id="audit"'));

    expect(audit.indexOf('under four fifths')).toBeLessThan(audit.indexOf('<table'));
    expect(audit).toMatch(/<summary>Two rates are under four fifths, in numbers too small to mean anything/);
  });

  it('folds many names away', () => {
    expect(pages['ballot-forty']?.html).toMatch(/<summary>Show \d+ mentees/);
    expect(pages.ballot?.html).not.toMatch(/<summary>Show/);
  });
});

describe('the page to stop', () => {
  it('does so by POST, and escapes whom it names', () => {
    const { html } = stopPage({ cohort, person: { ...person(), name: '<img src=x>' } });

    expect(html).toContain('<form method="post">');
    expect(html).toContain('&lt;img');
  });
});
