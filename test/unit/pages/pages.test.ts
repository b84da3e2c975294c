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
  it('shows what was answered before', () => {
    const { html } = formPage({
      ...application,
      answers: { role: 'mentee', topics: ['leading people'], why: 'I <3 it', experience: 6 },
    });

    expect(html).toMatch(/id="q-role-2"[^>]*checked/);
    expect(html.match(/checked=""/g)).toHaveLength(2);
    expect(html).toContain('I &lt;3 it</textarea>');
    expect(html).toMatch(/name="experience"[^>]*value="6"|value="6"[^>]*name="experience"/);
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

describe('the page to stop', () => {
  it('does so by POST, and escapes whom it names', () => {
    const { html } = stopPage({ cohort, person: { ...person(), name: '<img src=x>' } });

    expect(html).toContain('<form method="post">');
    expect(html).toContain('&lt;img');
  });
});
