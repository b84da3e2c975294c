import { describe, expect, it } from 'vitest';
import { Question } from '#domain/forms/form.ts';
import type { Email, Inline } from '#shared/emails/content.ts';
import { write } from '#shared/emails/index.ts';
import { EmailKind, emailKinds } from '#shared/emails/kinds.ts';
import { renderHtml } from '#shared/emails/render/html.tsx';
import { renderText } from '#shared/emails/render/plain-text.ts';
import { cohort, context, person, type Sample, samples, weights } from './samples.ts';
import { wordsOfHtml, wordsOfText } from './words.ts';

/** Facts are stored and read again before they are written from. */
function written({ kind, facts, context }: Sample): Email {
  return write(kind, JSON.parse(JSON.stringify(facts)), context);
}

function inlineWords(inline: Inline): string {
  return typeof inline === 'string' ? inline : 'words' in inline ? inline.words : inline.strong;
}

describe.each(samples.map((sample) => ({ name: sample.name, sample, email: written(sample) })))(
  'the email $name',
  ({ sample, email }) => {
    const text = renderText(email);

    it('keeps its lines under 72 columns, but for an address that is longer', () => {
      const long = text.split('\n').filter((line) => line.length >= 72 && !/^https?:\S+$/.test(line));

      expect(long).toEqual([]);
    });

    it('says the same words in plain text and in HTML', () => {
      // A link shows its address in plain text, after a colon that the HTML has no need for.
      const links = (words: string[]) => words.map((word) => word.replace(/:$/, ''));

      expect(links(wordsOfHtml(renderHtml(email)))).toEqual(links(wordsOfText(text)));
    });

    it('has a subject that a person would write', () => {
      expect(email.subject).toMatch(/^\p{Lu}/u);
      expect(email.subject.length).toBeLessThanOrEqual(78);
      expect(email.subject).not.toMatch(/[[\]!<>]|Fwd?:|Re:|_|[A-Z]{4,}/);
    });

    it('makes one request, or says that there is nothing to do', () => {
      const asks = email.blocks.filter((block) => block.kind === 'questions').length;
      const told = text.replace(/\s+/g, ' ');
      const isAsking = asks === 1 || /Please (reply|forward|talk|write|answer)|Reply with the answers/.test(told);

      expect(asks).toBeLessThanOrEqual(1);
      expect(isAsking || /nothing (more )?to do|You said no/i.test(told)).toBe(true);
    });

    it('says who writes, why, and how to stop', () => {
      const last = text.trimEnd().split('\n\n').slice(-2).join('\n');

      expect(last).toContain(`for mentoring at ${cohort.organisation}`);
      if (sample.kind === 'stopped') return;
      expect(last).toContain('You get this because');
      // A reply to it goes to somebody else, with all of it quoted.
      if (email.replyTo !== undefined) return;
      expect(last).toContain(sample.context.stop);
    });

    it('puts nothing between the last question and the words that follow it but an empty line', () => {
      const block = email.blocks.find((one) => one.kind === 'questions');
      if (!block) return;
      const alone = renderText({ ...email, blocks: [block] }).trimEnd();

      expect(text).toContain(`\n\n${alone}\n\n`);
    });
  },
);

describe('every kind', () => {
  it('has a sample', () => {
    expect(new Set(samples.map(({ kind }) => kind))).toEqual(new Set(Object.keys(emailKinds)));
  });

  it.each(Object.keys(emailKinds))('%s refuses facts that are none', (kind) => {
    expect(() => write(EmailKind.parse(kind), 'nonsense', context({ purpose: 'application' }))).toThrow();
  });

  it('that is unknown is refused by name', () => {
    // @ts-expect-error: no email is of this kind.
    expect(() => write('toString', {}, context())).toThrow('There is no email of the kind toString.');
  });

  it('that asks a form says so when there is none', () => {
    expect(() => write('invitation', {}, context())).toThrow('asks a form, but none was given');
  });
});

describe('sentences that a person would not write', () => {
  /** Grammar that counting goes wrong with: "two s of the four", "all of the 0", "1 people", "there are no pair". */
  const slips = [
    /\b(no|one|two|three|four|five|\d+) s\b/i,
    /\b(of the|for|all|all of the) 0\b|\b0 (of|people|pairs|answers|would)\b/,
    /\b1 (people|pairs|answers|places|mentees|mentors|of the 1)\b|\bat least 1\b|\b(one|1) (are|have|stand)\b/i,
    /\bno (person|pair|member|answer)s? (is|has|stand)s?\b|\bundefined\b|\bNaN\b|\.\.(?!\.)| {2}\S.*\.$|\s,/,
  ];

  it.each(samples)('are not in $name', (sample) => {
    const { subject, blocks } = written(sample);
    const words = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.of.map(inlineWords).join('')] : []));

    for (const slip of slips) expect([subject, ...words].filter((one) => slip.test(one))).toEqual([]);
  });

  // Words are never passed on to whoever wrote them (shared/domain/replies/outcome/forwarding.ts).
  const ofAnybody = samples.filter(
    ({ kind, facts }) => kind !== 'passed-on' && !/"(passedOn|confided)"/.test(JSON.stringify(facts)),
  );

  it.each(ofAnybody)('do not send the coordinator to the coordinator in $name', (sample) => {
    const { name, email } = cohort.coordinator;
    const asked = { ...sample.context, person: { ...sample.context.person, name, email } };
    const words = renderText(write(sample.kind, JSON.parse(JSON.stringify(sample.facts)), asked)).replace(/\s+/g, ' ');

    expect(words).not.toMatch(new RegExp(`${name}|(write|talk) to Maria`));
  });

  it.each(samples)('do not shout a name of a list in capitals in $name', (sample) => {
    const shout = (words: string) =>
      words.replace(/"(Grace Hopper|Ada Lovelace|Alan Turing|Emil Post|Maria Ortiz|Tomas Novak)"/g, (name) =>
        name.toUpperCase(),
      );
    const { form, ...context } = sample.context;
    const asked: typeof sample.context = { ...JSON.parse(shout(JSON.stringify(context))), ...(form && { form }) };
    const email = write(sample.kind, JSON.parse(shout(JSON.stringify(sample.facts))), asked);

    expect(`${email.subject} ${renderText(email)}`).not.toMatch(/HOPPER|LOVELACE|TURING|EMIL|ORTIZ|NOVAK/);
  });
});

describe('names from outside', () => {
  const hostile = 'Ada\r\nBcc: all@example.org <script>alert(1)</script> & \u202egnp.exe\u202c 李明 👩🏽‍🚀 "Q"';

  it.each(samples)('can do no harm in $name', (sample) => {
    const facts = JSON.parse(
      JSON.stringify(sample.facts).replace(/Grace Hopper|Ada Lovelace/g, () => JSON.stringify(hostile).slice(1, -1)),
    );
    const named = {
      ...sample.context,
      person: { ...sample.context.person, name: hostile },
      cohort: {
        ...cohort,
        name: hostile,
        organisation: hostile,
        coordinator: { ...cohort.coordinator, name: hostile },
      },
    };

    const email = write(sample.kind, facts, named);
    const html = renderHtml(email);
    const text = renderText(email);

    expect(html).not.toMatch(/<script/i);
    expect(html + text).not.toMatch(/[\u202a-\u202e]/);
    expect(text).not.toContain('\r');
    expect(text).toContain('李');
    expect(
      Math.max(
        ...text
          .split('\n')
          .filter((line) => !/^https?:/.test(line))
          .map((line) => line.length),
      ),
    ).toBeLessThan(90);
  });
});

describe('confidentiality', () => {
  it.each(['survey-midpoint', 'survey-closeout', 'survey-reminder', 'not-matched', 'declined'])(
    'the subject of %s names neither a partner nor an outcome',
    (name) => {
      const sample = samples.find((one) => one.name === name);
      if (!sample) throw new Error(`no sample ${name}`);

      expect(written(sample).subject).not.toMatch(/Grace|Ada|no partner|declin/i);
    },
  );

  it('the note to the coordinator about a refusal quotes nothing', () => {
    const sample = samples.find((one) => one.kind === 'pair-not-agreed');
    if (!sample) throw new Error('no sample');

    expect(written(sample).blocks.some(({ kind }) => kind === 'quote' || kind === 'facts')).toBe(false);
  });
});

describe('emails about one of two partners', () => {
  it.each(samples.filter(({ name }) => name.endsWith('of one of two')))('name that partner in $name', (sample) => {
    const email = written(sample);

    expect(renderText(email)).toContain('Grace Hopper');
    if (sample.kind.startsWith('survey') || sample.kind === 'understood') expect(email.subject).toContain('Grace');
  });
});

describe('the link that sets the weights of the matching', () => {
  const shows = (sample: Sample) => renderText(written(sample)).includes(weights);

  it('is in the one email that speaks of it, and in none that the coordinator would answer or pass on', () => {
    const withLink = samples.map((sample) => ({ ...sample, context: { ...sample.context, weights } })).filter(shows);

    expect(new Set(withLink.map(({ kind }) => kind))).toEqual(new Set(['readiness']));
  });

  it('leaves no gap where there is none', () => {
    const email = write('readiness', samples.find(({ kind }) => kind === 'readiness')?.facts, context());

    expect(renderText(email)).not.toMatch(/weights/);
  });
});

describe('words that are passed on', () => {
  const sample = samples.find(({ name }) => name === 'question-from');
  if (!sample) throw new Error('no sample');
  const email = written(sample);

  it('can be answered by replying, which reaches their writer', () => {
    expect(email.replyTo).toBe('ada@harbour.example');
  });

  it("carry no link that would stop the coordinator's mail once it is quoted to somebody else", () => {
    expect(renderText(email) + renderHtml(email)).not.toContain(sample.context.stop);
  });
});

describe('an application reminder to somebody who has begun', () => {
  const email = write(
    'application-reminder',
    { nth: 1 },
    context({ purpose: 'application', answers: { role: 'mentor', why: 'Because.' } }),
  );
  const asked = email.blocks.flatMap((block) => (block.kind === 'questions' ? block.of : []));

  it('asks only what is missing, with the numbers it had at first', () => {
    expect(asked.map(({ number }) => number)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
  });

  it('leaves out a condition that is already met', () => {
    expect(renderText(email)).toContain('\n11. How many mentees do you have room for?\n');
  });
});

describe('an acknowledgement', () => {
  it('asks the unclear again beside the missing, and quotes what was said', () => {
    const partial = samples.find(({ name }) => name === 'understood-partial');
    if (!partial) throw new Error('no sample');
    const text = renderText(written(partial));

    expect(text).toContain('To question 14 you wrote "a while". We could not find a number in it.');
    expect(text).toMatch(/\n14\. For about how many years/);
    expect(text).toMatch(/\n16\. When in your working day/);
    expect(text).not.toMatch(/\n15\. In which/);
  });

  it('of a refusal asks nothing more', () => {
    const facts = {
      answers: { agree: false },
      missing: ['rhythm', 'hopes'],
      unclear: [],
      complete: false,
      asks: 'again',
    };
    const email = write('understood', facts, context({ purpose: 'agreement', side: 'mentee' }));

    expect(email.blocks.some(({ kind }) => kind === 'questions')).toBe(false);
    expect(renderText(email)).toContain('You said no, and that is all right');
  });

  it('says where a question to us has gone', () => {
    const given = context({ purpose: 'application' });
    const facts = {
      answers: {},
      missing: ['role', 'why'],
      unclear: [],
      complete: false,
      asks: 'again',
      passedOn: 'Can I join from Porto?',
    };

    const email = write('understood', facts, given);

    expect(email.subject).toBe('We have passed on your question');
    expect(renderText(email)).toContain(
      'Maria Ortiz has your question, "Can I join from Porto?", and will\nanswer it.',
    );
  });

  it('names no day for a decision, whose deadline has passed', () => {
    const questions = [Question.parse({ key: 'publish', ask: 'Shall we publish?', type: 'yesno' })];
    const facts = {
      answers: {},
      missing: ['publish'],
      unclear: [{ key: 'publish', said: 'perhaps', why: { kind: 'neither' } }],
      complete: false,
      asks: 'again',
    };

    const text = renderText(
      write('understood', facts, context({ purpose: 'decision', questions }, person('Maria Ortiz'))),
    );

    expect(text).not.toMatch(/ by \w+day/);
  });
});

describe('a ballot', () => {
  const text = (name: string) => {
    const sample = samples.find((one) => one.name === name);
    if (!sample) throw new Error(`no sample ${name}`);
    return renderText(written(sample)).replace(/\s+/g, ' ');
  };

  it('of very many pairs asks about those it has room for, and says where the others are', () => {
    expect(text('ballot-many')).toContain('We propose 40 pairs');
    expect(text('ballot-many')).toContain('The other 22 are on the page alone, and "approve" counts for them too.');
    expect(text('ballot-many')).toMatch(/ 18\. \S+ \S+ as mentor of \S+ \S+ Score 41 of 100\. /);
    expect(text('ballot-many')).not.toContain('19. ');
  });

  it('that changes asks only about what is new, and names what is gone without asking', () => {
    const email = text('ballot-change');

    expect(email).toContain('Only this one needs your vote');
    expect(email).toContain('- Grace Hopper as mentor of Ada Lovelace');
    expect(email).toMatch(/ 3\. Alan Turing as mentor of Joan Clarke/);
    expect(email).not.toMatch(/ [12]\. /);
  });

  it('shows few of many flags, and of few that there are none', () => {
    expect(text('ballot-change').match(/of the second, under four fifths/g)).toHaveLength(4);
    expect(text('ballot-change')).toContain("five rates are under four fifths of another's. Here are four of them;");
    expect(text('ballot')).toContain('no rate is clearly under four fifths');
    expect(text('ballot of an older cohort')).not.toContain('four fifths');
  });

  it('is reminded of pairs that are still proposed, and of no more than one reads at once', () => {
    expect(text('ballot-reminder of many')).toContain('35 votes of yours are still open');
    expect(text('ballot-reminder of many')).toContain('the other 15 are on the page alone');
    expect(text('ballot-reminder of many')).toMatch(/ 21\. /);
    expect(text('ballot-reminder of many')).not.toMatch(/ (1|22)\. /);
  });
});

describe('the words that people see first', () => {
  it.each(['invitation', 'understood-partial', 'introduction-mentee', 'ballot', 'ballot-change', 'report'])(
    'of %s',
    async (name) => {
      const sample = samples.find((one) => one.name === name);
      if (!sample) throw new Error(`no sample ${name}`);
      const email = written(sample);

      await expect(`Subject: ${email.subject}\n\n${renderText(email)}`).toMatchFileSnapshot(`golden/${name}.txt`);
    },
  );
});
