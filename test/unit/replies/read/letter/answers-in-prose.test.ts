import { describe, expect, test } from 'vitest';
import type { FormDefinition } from '#domain/forms/form.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';

const { application, midpoint, closeout } = defaultProgram.forms;

function read(form: FormDefinition, text: string) {
  return readReply({ form, sent: [], mail: { subject: 'Re:', text } });
}

describe('a letter that names no numbers', () => {
  test('answers what each of its sentences can answer alone', () => {
    const text =
      "Hello Maria,\n\nwhat a good idea. I'd like to take part as a mentee. I've worked in this field for eleven years. I had a mentor in my first lab but I've never been one. I speak English and French. I'm usually free around lunch or in the late afternoon.\n\nMy manager is Lena Forsberg.";

    const reading = read(application, text);

    expect(reading.answers).toEqual({
      role: 'mentee',
      experience: 11,
      manager: 'Lena Forsberg',
      before: 'had a mentor',
      languages: ['English', 'French'],
      times: ['around noon', 'in the afternoon'],
    });
    expect(reading.worded).toHaveProperty('languages');
    expect(reading.note).toContain('what a good idea');
  });

  test('in other languages', () => {
    expect(
      read(application, 'Ich wäre gern Mentor. Ich arbeite seit 9 Jahren im Fach. Sprachen: Deutsch und Englisch.')
        .answers,
    ).toEqual({ role: 'mentor', experience: 9, languages: ['English', 'German'] });
    expect(read(application, 'Trabalho na área há 20 anos. Falo português e espanhol.').answers).toEqual({
      experience: 20,
      languages: ['Spanish', 'Portuguese'],
    });
  });

  test('gives its scales the figures that stand behind the words of one question', () => {
    const reading = read(
      midpoint,
      'Dear Maria, we have met seven times. I can talk about nearly everything, so a 4. Our conversations help me a lot, 5. What I have learned is worth another 5. We keep what we arrange, put down a three.',
    );

    expect(reading.answers).toEqual({ meetings: 7, trust: 4, useful: 5, learning: 5, reliable: 3 });
  });

  test('says that nobody has met', () => {
    expect(read(closeout, 'Sadly we never met at all. Nobody answered me. What now?').answers).toEqual({ meetings: 0 });
  });

  test.each<[FormDefinition, string]>([
    [application, 'I came back after two years in Norway. It was cold there.'],
    [application, 'When I was 24 years old nobody helped me. I want to change that.'],
    [application, 'I might join as a mentor. Or something else, we will see.'],
    [application, 'I would like to take part as a mentor. I could also come in as a mentee.'],
    [application, 'I need somebody for my English. My French is rusty and my German worse.'],
    [application, 'I speak English and a little German. Is that enough?'],
    [application, 'I am free in the evening if my wife is home. She travels.'],
    [application, 'I have been in the same job for six years. It bores me.'],
    [application, 'I have more than ten years of experience. Is that too much?'],
    [application, 'My husband has been in this field for 12 years. I am the new one.'],
    [application, 'I would like my boss to be a mentor. She is good at it.'],
    [application, 'I would like to be a mentor one day. Not now.'],
    [application, 'I can take 2 hours a week for it. More is hard.'],
    [application, 'My mentee should speak English. The rest is not important.'],
    [application, 'My mentor said I should write. So here I am.'],
    [midpoint, 'After one talk I cannot say how openly we speak. She has not answered my last 3 messages.'],
    [midpoint, 'I would not give a 5 for what I learned. Sorry.'],
    [midpoint, 'We talk and help each other, so 4. Good luck with it all.'],
    [midpoint, 'How openly we talk: 4. When it comes to talk about money: 2.'],
  ])('leaves open what may be otherwise: %#', (form, text) => {
    const reading = read(form, text);

    expect(reading.answers).toEqual({});
    expect(reading.note).toBe(text);
  });
});
