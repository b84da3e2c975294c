import { afterAll, beforeAll, expect, test } from 'vitest';
import { Invited } from '#test/harness/cohorts/invited.ts';

const invited = new Invited('handed-on');
beforeAll(() => invited.start());
afterAll(() => invited.stop());

const sender = 'mentoring@mentoring.example.org';

/** How many letters the coordinator has that carry somebody's words. */
async function handedOn(): Promise<number> {
  const kinds = await invited.program.kinds(invited.id);
  return (kinds['question-from'] ?? 0) + (kinds['new-mail'] ?? 0);
}

test('whichever way somebody takes, six letters of theirs a day reach the coordinator, who hears of the others', async () => {
  const ada = invited.somebody();
  const { program } = invited;
  const before = await handedOn();
  const ways = [
    (nth: number) =>
      program.mail(ada.invitation.replyTo, `No thanks. Who runs this, and why, ${nth}?`, { from: ada.email }),
    (nth: number) => program.mail(ada.invitation.replyTo, `Is it paid in hours of work, ${nth}?`, { from: ada.email }),
    (nth: number) =>
      program.mail(ada.invitation.replyTo, `Please stop emailing me about this. May Bob take part instead, ${nth}?`, {
        from: ada.email,
      }),
    (nth: number) => program.mail(sender, `A question of its own, number ${nth}.`, { from: ada.email }),
  ];

  for (let nth = 0; nth < 16; nth += 1) await ways[nth % ways.length]?.(nth);

  expect((await handedOn()) - before).toBe(6);
  const unheard = (await invited.table.items(invited.id, 'REPLY#')).filter((reply) => reply.unheard);
  expect(unheard.length).toBeGreaterThan(0);
});

test('fifteen declines with a question each are six letters, and an identical one is none', async () => {
  const ada = invited.somebody();
  const before = await handedOn();

  for (let nth = 0; nth < 15; nth += 1) {
    const headers = { 'Message-ID': `<decline-${Math.max(1, nth)}@handed-on>` };
    await invited.program.mail(ada.invitation.replyTo, `No thanks. Who runs this, and why, ${nth}?`, {
      from: ada.email,
      headers,
    });
  }

  expect((await handedOn()) - before).toBe(6);
});

test('what one person sends does not use up the day of another', async () => {
  const [ada, bob] = [invited.somebody(), invited.somebody()];
  for (let nth = 0; nth < 7; nth += 1) await invited.program.mail(sender, `Number ${nth}.`, { from: ada.email });
  const before = await handedOn();

  await invited.program.mail(bob.invitation.replyTo, 'No thanks. Who runs this?', { from: bob.email });

  expect((await handedOn()) - before).toBe(1);
});
