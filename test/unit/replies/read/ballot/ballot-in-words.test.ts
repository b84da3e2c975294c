import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers, FormDefinition } from '#domain/forms/form.ts';
import { readBallot } from '#domain/replies/read/ballot/read-ballot.ts';
import { readReply } from '#domain/replies/read/read-reply.ts';
import { askedText } from '#shared/emails/render/plain-text.ts';
import { wordsOf } from '#shared/words/index.ts';

const people = [
  ['Juliana Teles', 'Thuy Bui'],
  ['Grace Lee', 'Ada Byron'],
  ['Kenji Mori', 'Lena Fuchs'],
  ['DR. HANS VON STEIN', 'Mikkel Sørensen'],
  ['Jürgen Müller', 'Priya Nair'],
  ['Aisha Khan', 'Tomasz Wójcik'],
  ['Rui Ito', 'Dag Diaz'],
  ['Rui Ito', 'Will Best'],
  ['Olivia Johansson', 'Chidi Okafor'],
  ['Marta Oliveira', 'Pedro Álvarez'],
  ['Claire Dubois', 'Yusuf Demir'],
  ['Noor Haddad', 'Sven Lindqvist'],
] as const;
const form: FormDefinition = {
  id: 'ballot',
  title: 'Twelve pairs',
  questions: people.map(([mentor, mentee], index) => ({
    key: `pair${index + 1}`,
    ask: `${mentor} as mentor of ${mentee}`,
    type: 'yesno' as const,
  })),
};

const asText = askedText(form, wordsOf());
const read = (text: string, known: Answers = {}) =>
  readReply({ form, sent: [], asText, mail: { subject: 'Re', text }, known });

/** The votes as a line: "no 4, ask 9, rest yes". */
function votes(text: string, known: Answers = {}): string {
  const { answers } = read(text, known);
  const kinds = form.questions.map(({ key }) => (answers[key] === undefined ? 'ask' : answers[key] ? 'yes' : 'no'));
  const most = ['yes', 'ask', 'no'].reduce((one, other) =>
    kinds.filter((kind) => kind === other).length > kinds.filter((kind) => kind === one).length ? other : one,
  );
  const named = ['yes', 'no', 'ask'].flatMap((kind) => {
    const own = kinds.flatMap((one, index) => (one === kind && kind !== most ? [index + 1] : []));
    return own.length > 0 ? [`${kind} ${own.join(' ')}`] : [];
  });
  return [...named, `rest ${most}`].join(', ');
}

describe('a ballot in words', () => {
  test.each([
    // As handed over.
    ['All fine apart from 4', 'no 4, rest yes'],
    ['approve all. 4: no, same team', 'no 4, rest yes'],
    ['everything ok but not 4', 'no 4, rest yes'],
    ['Yes to all, except the second one: same team', 'no 2, rest yes'],
    ['approve all except 4 and maybe 9', 'no 4, ask 9, rest yes'],
    ['4 is a no (same team), everything else yes', 'no 4, rest yes'],
    ['All good from my side! Only number 4 worries me.', 'ask 4, rest yes'],
    ['Approve all except Rui Ito as mentor of Dag Diaz: same team', 'no 7, rest yes'],
    ["yes to all but I'd rather not see 4 go ahead", 'no 4, rest yes'],
    ['no to Kenji and Mikkel, the rest is fine', 'no 3 4, rest yes'],
    ["happy with everything, 7 however is my own report's brother so no", 'no 7, rest yes'],
    ['Reject 3 and 5 (same team), fine otherwise', 'no 3 5, rest yes'],
    ['LGTM minus 9', 'no 9, rest yes'],
    ['ok alles außer 4: gleiches Team', 'no 4, rest yes'],
    ['tout est bon sauf le 4', 'no 4, rest yes'],
    ['sim a todos menos o 4', 'no 4, rest yes'],
    ['todo bien excepto 4', 'no 4, rest yes'],
    ['not sure about 6', 'rest ask'],
    // One word for all.
    ['approve', 'rest yes'],
    ['Approved, thank you.', 'rest yes'],
    ['Looks good to me', 'rest yes'],
    ['Yes to everything, nice work!', 'rest yes'],
    ['I approve all of them.', 'rest yes'],
    ['I am happy with all 12 pairs.', 'rest yes'],
    ['No objections from me.', 'rest yes'],
    ["I've had a look at the list. All good, approve all.", 'rest yes'],
    ['Thanks for preparing this so carefully. Approve all.', 'rest yes'],
    ['👍', 'rest yes'],
    ['Alles in Ordnung, vielen Dank!', 'rest yes'],
    ['Einverstanden mit allen.', 'rest yes'],
    ["D'accord pour tous.", 'rest yes'],
    ["J'approuve tout, merci !", 'rest yes'],
    ['De acuerdo con todo', 'rest yes'],
    ['Apruebo todas las parejas.', 'rest yes'],
    ['Aprovo todos, obrigada!', 'rest yes'],
    ['Concordo com todos os pares.', 'rest yes'],
    // One word against all.
    ['I approve none of them', 'rest no'],
    ['no to all', 'rest no'],
    ['reject all: nobody asked us', 'rest no'],
    ['None of them is ok', 'rest no'],
    ['Nein zu allen', 'rest no'],
    ['reject all except 4', 'yes 4, rest no'],
    // Not all, conditions, questions, doubts.
    ['not all', 'rest ask'],
    ['not everything', 'rest ask'],
    ['not all are fine', 'rest ask'],
    ['approve if nobody objects', 'rest ask'],
    ['Approve all unless HR objects.', 'rest ask'],
    ['fine, I suppose?', 'rest ask'],
    ['fine, I suppose', 'rest ask'],
    ['approve all?', 'rest ask'],
    ['approve most', 'rest ask'],
    ['approve almost all of them', 'rest ask'],
    ['approve all, mostly', 'rest ask'],
    ['Approve all in principle', 'rest ask'],
    ['Approve all. But some of them share a manager.', 'rest ask'],
    ['Approve all. The Lisbon ones are odd.', 'rest ask'],
    ['Approve all except the ones in Lisbon', 'rest ask'],
    ['Approve all except Kristina', 'rest ask'],
    ['approve all except two', 'rest ask'],
    ['approve all except 4 and Kristina', 'no 4, rest ask'],
    ['approve all pending the check by HR', 'rest ask'],
    ['approve all except 14', 'rest ask'],
    ['yes to all except from 6 onwards', 'rest ask'],
    ['Vielleicht alle', 'rest ask'],
    ['Alle, wenn niemand etwas dagegen hat', 'rest ask'],
    ['Je ne sais pas', 'rest ask'],
    ['Sim a todos, se ninguém se opuser', 'rest ask'],
    ['Approve all 11', 'rest ask'],
    // By number, in every order.
    ['No to 4, yes to the rest', 'no 4, rest yes'],
    ['yes to all but no to 4', 'no 4, rest yes'],
    ['Yes, but not 4', 'no 4, rest yes'],
    ['all but 4', 'no 4, rest yes'],
    ['All but 4 are fine.', 'no 4, rest yes'],
    ['Everything is fine, but 4 and 9 are not ok', 'no 4 9, rest yes'],
    ['4 and 9 no, rest yes', 'no 4 9, rest yes'],
    ['no to 4, 9 and 11 - same team', 'no 4 9 11, rest ask'],
    ['no to 4, 9 and 11; yes to the others', 'no 4 9 11, rest yes'],
    ['number four is a no', 'no 4, rest ask'],
    ['Number four is a no, the rest is good', 'no 4, rest yes'],
    ['No to four and nine, yes to everything else.', 'no 4 9, rest yes'],
    ['Approve 1 to 8, reject 9-12', 'no 9 10 11 12, rest yes'],
    ['3-5 no, all the others yes', 'no 3 4 5, rest yes'],
    ['yes to 1, 2, 3 and no to 4', 'yes 1 2 3, no 4, rest ask'],
    ['5 yes 6 no 7 yes', 'yes 5 7, no 6, rest ask'],
    ['5 yes, 6 no, 7 no', 'yes 5, no 6 7, rest ask'],
    ['no to 4, 9 is fine', 'yes 9, no 4, rest ask'],
    ['no to 4, 9 and 11 yes', 'yes 11, rest ask'],
    ['Yes to all. No. 4: same team', 'ask 4, rest yes'],
    ['Everything except no. 3', 'no 3, rest yes'],
    ['Apart from 4, all good.', 'no 4, rest yes'],
    ['except for 4 I approve everything', 'no 4, rest yes'],
    ['I approve all pairs with the exception of 4 and 9.', 'no 4 9, rest yes'],
    ['Approve all. Except 4.', 'no 4, rest yes'],
    ['4: no, 9 too, the rest fine', 'no 4 9, rest yes'],
    ['I do not approve 4. The others are all fine.', 'no 4, rest yes'],
    ['4 should not go ahead. Everything else is ok.', 'no 4, rest yes'],
    ["I can't approve 4, the rest is ok", 'no 4, rest yes'],
    ['Approve all. 4 is fine too.', 'rest yes'],
    ['No problem with 4', 'yes 4, rest ask'],
    ['the last one no, the rest yes', 'no 12, rest yes'],
    ['I approve the first three, no to the others', 'yes 1 2 3, rest no'],
    ['The second and the fifth: no. Otherwise yes.', 'no 2 5, rest yes'],
    ['4. no, same team. Everything else yes', 'no 4, rest yes'],
    ['4 → no\nall others → yes', 'no 4, rest yes'],
    ['Yes to all.\n4: no, same team', 'no 4, rest yes'],
    ['approve all.\n4: no, same team\n9: no, her manager', 'no 4 9, rest yes'],
    ['4: no, same team\nRest: yes', 'no 4, rest yes'],
    ['Approve all except 4 (same team), 9 (her manager) and 11 (on leave).', 'no 4 9 11, rest yes'],
    ['Reject: 4, 9. Approve: the rest.', 'no 4 9, rest yes'],
    ['I veto 4', 'no 4, rest ask'],
    ['Drop 4, keep the others', 'no 4, rest ask'],
    // A pair that is mentioned in another way is asked.
    ['All fine but 4 looks odd', 'ask 4, rest yes'],
    ['approve all. 4 has just changed jobs.', 'ask 4, rest yes'],
    ['Approve all, 4 with reservations', 'ask 4, rest yes'],
    ['all good, I wonder about 6 though', 'ask 6, rest yes'],
    ['Approve all. Is 4 not her manager?', 'ask 4, rest yes'],
    ['Approve all. If 4 is in the same team, no.', 'ask 4, rest yes'],
    ['Approve all except 4. 4 is fine.', 'ask 4, rest yes'],
    ['no to 4? the rest is fine', 'ask 4, rest yes'],
    ['no to 4, same team as 9. Rest yes.', 'no 4, ask 9, rest yes'],
    ['Yes to all, 4 and 9', 'ask 4 9, rest yes'],
    ['Fine, although Thuy asked for somebody else', 'ask 1, rest yes'],
    ['Yes to all with the exception of 4, which I approve', 'ask 4, rest yes'],
    ['all except 4 and 9 should be looked at again', 'rest ask'],
    ['everything fine, not just 4', 'ask 4, rest yes'],
    ['Reject all. No wait, approve all.', 'rest ask'],
    ['Approve everything from 5', 'rest ask'],
    ['either 4 or 9 no, rest yes', 'rest ask'],
    ['approve 4 or 9', 'rest ask'],
    ['I refuse to vote', 'rest ask'],
    ["Yes to 1-6. I haven't looked at the others yet.", 'ask 7 8 9 10 11 12, rest yes'],
    ['I have no objections to any of the pairs', 'rest yes'],
    ['approve all; swap 4 and 9', 'ask 4 9, rest yes'],
    // By name.
    ['No to Ms Bui', 'no 1, rest ask'],
    ['No to Juliana Teles, yes to the rest', 'no 1, rest yes'],
    ['All fine except Bui Thuy', 'no 1, rest yes'],
    ['all fine except hans stein', 'no 4, rest yes'],
    ['Everything except Hans von Stein and Mikkel Sorensen', 'no 4, rest yes'],
    ['Approve all except Juergen Mueller: they share an office', 'no 5, rest yes'],
    ['approve all but Muller/Nair', 'no 5, rest yes'],
    ['Approve all except Rui', 'ask 7 8, rest yes'],
    ['Approve all except Rui with Dag', 'no 7, rest yes'],
    ['Approve all except Rui and Will Best', 'no 8, rest yes'],
    ['Approve all except Olivia Johanson', 'no 9, rest yes'],
    ['no to Claire & Noor, rest ok', 'no 11 12, rest yes'],
    ['Pedro Alvarez no, the rest yes', 'no 10, rest yes'],
    ['All good except the one with Grace', 'no 2, rest yes'],
    ['I will approve all', 'rest yes'],
    ["Approve all except Lena's pair", 'no 3, rest yes'],
    // German.
    ['Ja zu allen, nur 4 nicht', 'no 4, rest yes'],
    ['Alle ok bis auf 4 und 9', 'no 4 9, rest yes'],
    ['Nein zu 4 (gleiches Team), der Rest passt', 'no 4, rest yes'],
    ['4 nicht, sonst alles gut', 'no 4, rest yes'],
    ['Ich stimme allen zu außer Nummer vier, weil sie im gleichen Team sind', 'no 4, rest yes'],
    ['Bei 6 bin ich unsicher, die anderen sind in Ordnung.', 'ask 6, rest yes'],
    ['Alle außer dem zweiten', 'no 2, rest yes'],
    // French.
    ['Oui à tout sauf 4 et 9 : même équipe', 'no 4 9, rest yes'],
    ['Non au 4, oui aux autres', 'no 4, rest yes'],
    ['Tout me convient, mais pas le 4', 'no 4, rest yes'],
    ["Je suis d'accord avec tous, à part le numéro quatre", 'no 4, rest yes'],
    ["J'hésite pour le 6, le reste est bon", 'ask 6, rest yes'],
    ['Tous sauf le deuxième', 'no 2, rest yes'],
    // Portuguese.
    ['Aprovo todos exceto o 4: mesma equipa', 'no 4, rest yes'],
    ['Não ao 4 e ao 9, sim aos restantes', 'no 4 9, rest yes'],
    ['Tudo bem, mas não o 4', 'no 4, rest yes'],
    ['Tenho dúvidas quanto ao 6, o resto está bem', 'ask 6, rest yes'],
    ['O 4 não, os outros sim', 'no 4, rest yes'],
    // Spanish.
    ['Sí a todos menos el 4 porque son del mismo equipo', 'no 4, rest yes'],
    ['No al 4, sí al resto', 'no 4, rest yes'],
    ['Todo bien pero no el 4', 'no 4, rest yes'],
    ['El 4 no, los demás sí', 'no 4, rest yes'],
    ['Tengo dudas con el 6, los demás están bien', 'ask 6, rest yes'],
  ])('"%s": %s', (text, expected) => {
    expect(votes(text)).toBe(expected);
  });
});

describe('a ballot as people write it', () => {
  test.each([
    ['Hi Paul, all twelve look right to me.', 'rest yes'],
    ['yeah hi paul all good with me go ahead with all twelve', 'rest yes'],
    ['Passt so, alle zwölf. Schöne Arbeit.\n\nA. B.', 'rest yes'],
    ['Approved.\n\nK. M.', 'rest yes'],
    [
      'Respected Maria ji,\n\nI have gone through all the twelve pairs with due care and I am giving my approval for each one of them. Very nice work by the team.',
      'rest yes',
    ],
    ['I went through the whole list and I have no objections to any of them.', 'rest yes'],
    [
      'all ok but 3 and the last one\n3 Kenji reports to the wife of Lena\n12 Noor will be away by June',
      'no 3 12, rest yes',
    ],
    ['approve all except 2 and 5. There is only one Grace and that is enough for anybody.', 'no 2 5, rest yes'],
    [
      'aprovo tudo menos o 4 e o 9.\n4: só coincidem no horário, não chega.\n9: já trabalham juntos num projeto.\nQuanto ao 7 fico na dúvida, são os dois de Lisboa. Deixem-me pensar até amanhã.',
      'no 4 9, ask 7, rest yes',
    ],
    ['Anything with Rui Ito in it gets a no from me, he has enough to do. Otherwise carry on.', 'no 7 8, rest yes'],
    ['1-3 ✓ 4 ✗ 5-12 ✓ (4: same team)', 'no 4, rest yes'],
    [
      'mit der Liste bin ich einverstanden, nur Dubois/Demir auf keinen Fall, die sitzen zusammen und haben denselben Chef.\nBeste Grüße',
      'no 11, rest yes',
    ],
    [
      'Das dritte und das vorletzte Paar bitte nicht: beim dritten sitzen beide auf demselben Flur, beim vorletzten ist die Entfernung zu groß. Der Rest ist in Ordnung.',
      'no 3 11, rest yes',
    ],
    [
      "The second and the seventh I'd say no. Grace & Ada share a flat, and Dag's off from May for his op. Happy w the rest",
      'no 2 7, rest yes',
    ],
    ['y y n y y y y n y y y y\n3 same corridor, know each other\n8 same team', 'no 3 8, rest yes'],
    ["Where I wrote nothing, that's a yes.", 'rest yes'],
    [
      "I'd approve everything but 4... no, hang on, I'm reading my own notes wrong, it's 10 I had the trouble with, 4 is lovely. So: all of them, minus ten. They sit in the same room.",
      'no 10, rest yes',
    ],
    [
      'one yes to yes three yes for no because there is nothing there five yes six yes seven yes ate no same team nine yes ten yes eleven yes twelve yes',
      'no 4 8, rest yes',
    ],
    [
      'Dear Maria,\nwith all the pairs I agree, only not with Claire and Yusuf. They are both from the same office, practically colleagues, and Yusuf will not say to her anything openly.\nRegards,\nA.',
      'no 11, rest yes',
    ],
    ['i approve everything accept number eight they both work in sales so it is the same team', 'no 8, rest yes'],
    [
      'I have approved everything on the page apart from number 4, which should not go ahead: they are in the same team.',
      'no 4, rest yes',
    ],
    [
      'I am happy with 1 to 8. I would like to say no to 9 because they know each other well. 10, 11 and 12 are fine too.',
      'no 9, rest yes',
    ],
    [
      'My votes: 1-6 yes. 7 no, they share an office. 8 yes. I will look at 9 to 12 tomorrow.',
      'no 7, ask 9 10 11 12, rest yes',
    ],
    [
      'I vote yes for all pairs except pair 3 (Kenji and Lena). They already work together closely, so I think another mentor would be better for Lena.',
      'no 3, rest yes',
    ],
    ['All approved, but I have a question about 6: does Aisha know that Tomasz is leaving?', 'ask 6, rest yes'],
    ['Please approve all of them except for Claire and Yusuf. Reason: same manager.', 'no 11, rest yes'],
    [
      "I'm comfortable with eleven of the twelve. The one I can't support is number 7, as they've just finished a project together.",
      'no 7, rest yes',
    ],
    [
      'Yes to all apart from the fourth pair. The reason is that they are in the same team and Hans is his line manager.',
      'no 4, rest yes',
    ],
    ['Sorry, I meant no to 5, not 4. Otherwise approve all.', 'no 5, ask 4, rest yes'],
    ['All good except 10.\nSorry, 11 I mean. They share an office.', 'no 11, rest yes'],
    [
      'Approve all but 2. Actually, I am so sorry, I looked at the wrong line! The one I meant is number 5.',
      'no 5, rest yes',
    ],
    ['I should not vote on Mikkel, he is in my team. All others approved.', 'ask 4, rest yes'],
    [
      'Yes to eleven of them. Number 8 only if they do not report to each other, can you check that?',
      'ask 8, rest yes',
    ],
    ['All fine except 4. Sorry, 3 not 4.', 'no 3, rest yes'],
    ['Not 3. They have fallen out. Everything else can go ahead.', 'no 3, rest yes'],
    ['As Kenji and Lena know each other already, I would say no to that one. The others are fine.', 'no 3, rest yes'],
    [
      'I have doubts about two pairs, Claire with Yusuf and Noor with Sven. On balance I would say no to those two. The rest I approve.',
      'no 11 12, rest yes',
    ],
    [
      'Approved. Only with 9 I am not sure, Chidi is away until June as far as I know. Is that a problem?',
      'ask 9, rest yes',
    ],
    ['Thank you Paul, no objections to any of them. When do we see how the others voted?', 'rest yes'],
    ['I was going to object to 9 as well, but I slept on it. Approve all.', 'ask 9, rest yes'],
    ['I would approve 4 if they were not on one team. The rest is fine.', 'ask 4, rest yes'],
    ['Approve all except 4. Wait for the answer of HR.', 'no 4, rest ask'],
    ['Approve all except 4. The ones in Lisbon are odd.', 'no 4, rest ask'],
    ['Approve all except 4. Kristina is leaving.', 'no 4, rest ask'],
  ])('"%s": %s', (text, expected) => {
    expect(votes(text)).toBe(expected);
  });
});

describe('what looks like a vote and is none', () => {
  test.each([
    // Good wishes.
    ['Hope everyone is well. 9 is a no, they share a manager.', 'no 9, rest ask'],
    ['Happy Wednesday! No to 7.', 'no 7, rest ask'],
    ["I'm good, thanks. No to 2.", 'no 2, rest ask'],
    ['Approve all. Hope someone looks at the Berlin ones first.', 'rest ask'],
    // Promises.
    ['Okay, will do!', 'rest ask'],
    ['Great, I will vote on Thursday.', 'rest ask'],
    ['Yes, I want to look at them on Sunday.', 'rest ask'],
    ["Yes to 1-4. I'll confirm the others on Tuesday.", 'yes 1 2 3 4, rest ask'],
    ['I will vote yes to all.', 'rest yes'],
    // The answer to a question of their own, or a word on what was said before.
    ['Any concerns? No.', 'rest ask'],
    ['Should 11 go ahead? No.', 'rest ask'],
    ['5? Wonderful. Just wonderful.', 'rest ask'],
    ['Somebody told me that 10 is a bad idea. I disagree.', 'rest ask'],
    ["Number 9: Chidi is Olivia's assistant. I'd say no.", 'rest ask'],
    ['12 - same office. Reject.', 'rest ask'],
    ['I looked at 6 once more. It is fine.', 'rest ask'],
    ['No, I have not read them yet.', 'rest ask'],
    ['I cannot say yes or no.', 'rest ask'],
    ['Yeah, right.', 'rest ask'],
    ['I am against voting by mail.', 'rest ask'],
    ["I'm against it.", 'rest ask'],
    ['No! This is all wrong.', 'rest ask'],
    ['1-4 yes, 5 no. Great.', 'no 5, rest ask'],
    ['1-4 yes, 5 no, rest yes and no.', 'yes 1 2 3 4, no 5, rest ask'],
    ['1-4 yes, 5 no. The rest is fine, I hope.', 'yes 1 2 3 4, no 5, rest ask'],
    // Of something else.
    ['Everything is clear, thanks.', 'rest ask'],
    ['Tuesday works for me.', 'rest ask'],
    ['Good point.', 'rest ask'],
    ['No problem.', 'rest ask'],
    ['No questions from me.', 'rest ask'],
    ['Happy to do this.', 'rest ask'],
    ["I'd hate to say no to 9.", 'rest ask'],
    // What others say, and what is better or worse than another.
    ['Everything approved. Chidi says yes.', 'ask 9, rest yes'],
    ['Olivia has declined. The others are approved.', 'ask 9, rest yes'],
    ['Everything approved. Chidi wrote to me: no.', 'ask 9, rest yes'],
    ['Olivia & Chidi rejected. The others are approved.', 'no 9, rest yes'],
    ['9 is no worse than 10.', 'rest ask'],
    ['9 is as good as 10.', 'rest ask'],
    ['Not 9 but 10.', 'rest ask'],
    ['Between 8 and 10 no.', 'rest ask'],
    // For some, although it says "all" or "both".
    ['10 and 11: both fine.', 'yes 10 11, rest ask'],
    ['I read 10 and 11 twice. Both are fine.', 'rest ask'],
    ['1 to 4: all good.', 'yes 1 2 3 4, rest ask'],
    ["I've read the first five, all fine.", 'rest ask'],
    ['I looked at 3 to 8. All of them are fine.', 'rest ask'],
    ['All approved, but I only read the first four.', 'rest ask'],
    ['Yes to everything I have read.', 'rest ask'],
    ['Approve the others.', 'rest ask'],
  ])('"%s": %s', (text, expected) => {
    expect(votes(text)).toBe(expected);
  });
});

describe('numbers that are no pairs, and pairs that are no numbers of ours', () => {
  test.each([
    ['My result: 9 yes, 3 no.', 'rest ask'],
    ['11 yes, 1 no (number 8)', 'rest ask'],
    ['Reject 2: 5 and 10.', 'no 5 10, rest ask'],
    ['All fine except 3: 1, 5 and 10.', 'no 1 5 10, rest yes'],
    ['All fine except 3, 5 and 10.', 'no 3 5 10, rest yes'],
    ['As for 5 and 6: the first is fine, the second is not. Rest yes.', 'ask 5 6, rest yes'],
    ["Of Rui's two, the second one is a no. Rest yes.", 'ask 7 8, rest yes'],
    ['The second one is a no. Rest yes.', 'no 2, rest yes'],
    ['The first page looks good.', 'rest ask'],
    ['All pairs but 10 are fine.', 'no 10, rest yes'],
    ['Anything but 10 would be fine.', 'rest ask'],
    ['I agree with Kenji on 9.', 'rest ask'],
    ['9 is a no. 10 is fine. The rest is fine.', 'no 9, rest yes'],
    ['All fine, 9 no. 10 is also fine.', 'no 9, rest yes'],
    ['9: no. 10: yes. Rest: yes.', 'no 9, rest yes'],
    ['Yes to no. 9 and no. 10, no to no. 11.', 'yes 9 10, no 11, rest ask'],
    ['All fine except no. 9, no. 10.', 'no 9 10, rest yes'],
    ['9: yes... Rest: yes.', 'ask 9, rest yes'],
    ['All fine except 9 (same boss, as 10).', 'no 9, ask 10, rest yes'],
    ['All fine except 9, plus a question on 10.', 'no 9, ask 10, rest yes'],
  ])('"%s": %s', (text, expected) => {
    expect(votes(text)).toBe(expected);
  });
});

describe('a yes or no that belongs to another word', () => {
  test.each([
    ['I may support 10.', 'rest ask'],
    ['10 no strong opinion, rest yes', 'ask 10, rest yes'],
    ['10 is a no-brainer.', 'rest ask'],
    ['10 no worries at all from me, rest yes', 'rest yes'],
    ['10 no same office, rest yes', 'no 10, rest yes'],
    ['no 10 is in her team, the rest is fine', 'ask 10, rest yes'],
    ['I see no reason to reject any of them.', 'rest ask'],
    ['No reason to say no to 10.', 'rest ask'],
    ['No veto on my side.', 'rest ask'],
    ['A no to 10 would be too harsh. Rest yes.', 'ask 10, rest yes'],
    ['10 was rejected last spring, the rest is fine.', 'ask 10, rest yes'],
    ['Please confirm 10.', 'rest ask'],
    ['All yes, 10 at best a maybe.', 'ask 10, rest yes'],
    ["Oui au 10 si Marta est d'accord.", 'rest ask'],
    ['Apruebo todos si los demás también.', 'rest ask'],
    ['Si a todos menos el 10', 'no 10, rest yes'],
    ["Yes to 10 if that's fine with Marta.", 'rest ask'],
    ['No rechazo el 10.', 'rest ask'],
    ['O 10 não tem problema, os outros sim.', 'ask 10, rest yes'],
    ['El 10 no lo veo mal, los demás sí.', 'ask 10, rest yes'],
    ['No 10 tenho dúvidas, sim aos outros.', 'ask 10, rest yes'],
    ['No apruebo todos.', 'rest ask'],
    ["Je ne suis pas d'accord avec tous.", 'rest ask'],
    ['10: no others: yes', 'no 10, rest yes'],
  ])('"%s": %s', (text, expected) => {
    expect(votes(text)).toBe(expected);
  });

  test.each([
    ['1 yes\n2 yes\n4 no\n6 no preference', 'yes 1 2, no 4, rest ask'],
    ['1. yes\n2. yes\n4. no reason to object', 'yes 1 2, rest ask'],
    ['1. sim\n2. sim\n4. não conheço', 'yes 1 2, rest ask'],
    ["1. oui\n2. oui\n4. oui si Mikkel est d'accord", 'yes 1 2, rest ask'],
    ['1 ok\n2 ok\n4 ok for now', 'yes 1 2, rest ask'],
    ['1 ok\n2 ok\n4 no, I mean yes', 'yes 1 2, rest ask'],
    ['1 ok\n2 ok\n4 no, same team', 'yes 1 2, no 4, rest ask'],
    ['6: no. Ignore that.', 'rest ask'],
  ])('in a list: "%s": %s', (text, expected) => {
    expect(votes(text)).toBe(expected);
  });
});

describe('a no that is taken back, and pairs that are not named', () => {
  test.each([
    ['Reject 5. Forget it.', 'rest ask'],
    ['No to 5. Actually, yes.', 'rest ask'],
    ['No to 5. Scratch that. Yes.', 'rest ask'],
    ['No to 5. On reflection they are fine.', 'rest ask'],
    ['No to 5. Unless they have swapped offices.', 'rest ask'],
    ['I was inclined to say no, and I do say no to 5, but Ann won me over.', 'rest ask'],
    ['No to 5. But I could be persuaded.', 'rest ask'],
    ['5: no, not yet. Rest yes.', 'ask 5, rest yes'],
    ['No to 5 and 6. So the rest is approved.', 'no 5 6, rest yes'],
    ['No to 3. Not sure about 5. Same with 6.', 'no 3, rest ask'],
    ['Yes to 3. I have doubts about 5. 6 too.', 'yes 3, rest ask'],
    ['No to 5 and the one in Oslo; the others yes.', 'no 5, rest ask'],
    ['No to 5 (same team) and the two from sales. Rest yes.', 'no 5, rest ask'],
    ['Approve all except 5. The interns should get somebody else.', 'no 5, rest ask'],
    ['Approve all but 5 keeps me busy.', 'ask 5, rest yes'],
    ['Yes to all, bar 5, where I have a conflict of interest.', 'ask 5, rest yes'],
    ['Yes to all. Priya, really?', 'ask 5, rest yes'],
  ])('"%s": %s', (text, expected) => {
    expect(votes(text)).toBe(expected);
  });
});

describe('the reason of a no', () => {
  test.each([
    ['Approve all except 4: same team', { pair4: 'same team' }],
    ['Yes to all except 3 (same team) and 7 (her manager)', { pair3: 'same team', pair7: 'her manager' }],
    ['No to 4 and 9: both in HR. Rest fine.', { pair4: 'both in HR', pair9: 'both in HR' }],
    [
      'no to 4 because he manages her, 9 since she is on leave, rest ok',
      { pair4: 'he manages her', pair9: 'she is on leave' },
    ],
    ['No to 4. They are in the same team.', { pair4: 'They are in the same team' }],
    ["happy with everything, 7 however is my own report's brother so no", { pair7: "is my own report's brother" }],
    ['4: no, they do not get along. Everything else yes', { pair4: 'they do not get along' }],
    ['Alle außer 4: Gleiches Team', { pair4: 'Gleiches Team' }],
  ])('"%s" is kept as it was written', (text, comments) => {
    expect(read(text).comments).toEqual(comments);
  });
});

describe('where it is written', () => {
  const quoted = form.questions.map(({ ask }, index) => `> ${index + 1}. ${ask}\n>    yes or no\n>\n`).join('');
  const attribution = 'On Mon, 1 Feb 2027 at 10:00, Maria Ortiz <maria@example.org> wrote:\n\n';

  test.each([
    'approve all except 4: same team',
    'All fine. 4: no, same team',
    '4: no, same team. Everything else yes',
    'Approve all except Hans von Stein as mentor of Mikkel Sørensen: same team',
    'I decline 4, same team; the rest is ok',
  ])('"%s" is the same above and below the quotation', (said) => {
    for (const text of [`${said}\n\n${attribution}${quoted}`, `${attribution}${quoted}\n${said}\n`]) {
      expect(votes(text)).toBe('no 4, rest yes');
    }
  });

  test('"approve" below the quotation is for all', () => {
    expect(votes(`${attribution}${quoted}\napprove\n`)).toBe('rest yes');
  });

  test('a request to be left alone is no vote', () => {
    expect(read('Please remove me from all of these lists')).toMatchObject({ answers: {}, intent: 'stop' });
  });
});

describe('what is told of a ballot in words', () => {
  test('a pair in doubt is asked with their words', () => {
    expect(read('All good from my side! Only number 4 worries me.').unclear).toMatchObject([
      { key: 'pair4', said: 'Only number 4 worries me' },
    ]);
  });

  test('a remark is kept for the coordinator', () => {
    expect(read('Approve all. They look well thought out.').note).toBe('They look well thought out');
  });

  test('where one sentence is in doubt, that one is kept, and what is likely is proposed', () => {
    const { answers, note, proposed, unclear } = read('Approve all except 4: same team. Some of them share a manager.');

    expect(answers).toEqual({ pair4: false });
    expect(note).toBe('Some of them share a manager');
    expect(Object.keys(proposed ?? {})).toEqual(form.questions.flatMap(({ key }) => (key === 'pair4' ? [] : [key])));
    expect(new Set(Object.values(proposed ?? {}))).toEqual(new Set([true]));
    expect(unclear).toHaveLength(11);
    expect(unclear[0]).toMatchObject({ key: 'pair1', said: 'Some of them share a manager' });
  });

  test('somebody of several pairs, named in the reason of one, is proposed for that one alone', () => {
    const { proposed } = read("all good exc 7, rui shouldn't have two people on his first go");

    expect(proposed).toMatchObject({ pair7: false, pair8: true });
  });

  test('what contradicts itself is kept whole, and proposes nothing', () => {
    const said = 'Reject all. No wait, approve all.';

    expect(read(said)).toMatchObject({ answers: {}, note: said });
    expect(read(said).proposed).toBeUndefined();
  });

  test('a vote says whether it was read from words, and by a rule of least certainty', () => {
    const { worded } = read('Yes to all except the last one and Olivia Johanson. 4: yes');

    expect(worded?.pair1?.sure).toBe(true);
    expect(worded?.pair9?.sure).toBe(false);
    expect(worded?.pair12?.sure).toBe(false);
    expect(worded?.pair4).toBeUndefined();
  });

  test('a word for all is for the pairs that are still open', () => {
    expect(read('approve all', { pair1: false, pair2: true }).answers).not.toHaveProperty('pair1');
    expect(votes('no to the rest', { pair1: true })).toBe('ask 1, rest no');
  });
});

describe('a reply to votes that we have proposed', () => {
  const proposed = Object.fromEntries(form.questions.map(({ key }) => [key, key !== 'pair3']));
  const votesAfter = (text: string) => readReply({ form, sent: [], mail: { subject: 'Re', text }, proposed }).answers;

  test.each(['Yes, and 6 no: same team', '6 no (same team), the others right', 'Right. 6: no, same team'])(
    '"%s" agrees with the others',
    (text) => {
      expect(votesAfter(text)).toEqual({ ...proposed, pair6: false });
    },
  );

  test('"approve all" is not taken for a pair that we read a no to', () => {
    const { pair3: _, ...others } = proposed;

    expect(votesAfter('approve all')).toEqual(others);
  });

  test('a yes with a story beside it does not turn what we read a no to', () => {
    const text = 'Yes, that is all right now. About 6 they will have to talk first, some day.';
    const reading = readReply({ form, sent: [], mail: { subject: 'Re', text }, proposed });

    expect({ ...reading.answers, ...reading.proposed }).not.toMatchObject({ pair3: true });
  });

  test('a vote of its own changes that pair alone', () => {
    expect(votesAfter('3 yes')).toEqual({ pair3: true });
  });
});

describe('what people said in between', () => {
  test.each([
    ['So for these two I vote no, 3 and 4 that is, and for the others I vote yes.', 'ask 3 4, rest yes'],
    ['3 and 4 are not so good. So for these two I vote no and for the others I vote yes.', 'ask 3 4, rest yes'],
    ['I had a no to 6 in my draft. All twelve are fine with me.', 'ask 6, rest yes'],
    ['- 1-3: ok\n- 4: no, she is booked until the end of July\n- 5-12: ok', 'no 4, rest yes'],
    ['All twelve get a yes from me :)', 'rest yes'],
    ['Approve all without reservations. Sorry it is late, the freezer kept us busy until Friday.', 'rest yes'],
  ])('"%s": %s', (text, expected) => {
    expect(votes(text)).toBe(expected);
  });

  test('a remark in doubt leaves votes that stand as they are', () => {
    const known = Object.fromEntries(form.questions.map(({ key }) => [key, key !== 'pair4']));

    expect(read('Approve all. Some of them share a manager.', known)).toMatchObject({ answers: {}, unclear: [] });
  });
});

describe('a long ballot', () => {
  const long = (length: number): FormDefinition => ({
    ...form,
    questions: Array.from({ length }, (_, index) => ({
      key: `pair${index + 1}`,
      ask: `Mentor${String.fromCharCode(97 + (index % 26))} Family${index} as mentor of Mentee Other${index}`,
      type: 'yesno' as const,
    })),
  });
  const answers = (text: string, length: number) =>
    readReply({ form: long(length), sent: [], mail: { subject: 'Re', text } }).answers;

  test('numbers behind votes on one line are for their own pairs', () => {
    expect(answers('5 yes, 21 no, 60 no', 60)).toEqual({ pair5: true, pair21: false, pair60: false });
  });

  test('in doubt, a thousand proposed votes fit into a record', () => {
    const story = `Some of them ${'know each other rather well and '.repeat(9)}so on`;
    const { proposed, unclear } = readReply({
      form: long(1_000),
      sent: [],
      mail: { subject: 'Re', text: `Approve all. ${story}.` },
    });

    expect(Object.keys(proposed ?? {})).toHaveLength(1_000);
    expect(JSON.stringify(unclear).length).toBeLessThan(200_000);
  });

  test('numbers of three digits are read', () => {
    const read = answers('Approve all except 150: same team, and 163', 186);

    expect(Object.entries(read).filter(([, vote]) => vote === false)).toEqual([
      ['pair150', false],
      ['pair163', false],
    ]);
  });

  test('600 pairs and a page of prose take no more than moments', () => {
    const form = long(600);
    const said = `${'No to Mentora and Mentorb, 4, 9 and 11 to 20 (same team). '.repeat(60)}Rest yes.`.slice(0, 3_900);
    readBallot(form, said);

    const start = performance.now();
    readBallot(form, said);

    // Some milliseconds on an idle machine; quadratic work would take seconds.
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('what is added to an approval', () => {
  const approvals = [
    'approve',
    'approve all',
    'Yes to all',
    'All fine',
    'LGTM',
    'ok',
    'Alles in Ordnung',
    'tout est bon',
    'todo bien',
    'sim a todos',
  ];
  const around = ['.', ',', '!', ' -', ':', ';', '\n', ''];

  test('about one pair never leaves it approved', () => {
    const added = [
      'except 4',
      'but not 4',
      'not 4',
      'maybe 4',
      '4?',
      'if 4 agrees',
      'I wonder about 4',
      '4 looks odd',
      'nur 4 nicht',
      'Mikkel left',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...approvals),
        fc.constantFrom(...added),
        fc.constantFrom(...around),
        fc.boolean(),
        (approval, more, sign, isBefore) => {
          const said = isBefore ? `${more}${sign} ${approval}` : `${approval}${sign} ${more}`;
          expect(read(said).answers.pair4, said).not.toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('about nothing in particular never leaves any approved', () => {
    const added = [
      'if nobody objects',
      'maybe',
      'not',
      'but',
      'unless HR says no',
      'not all',
      'only some',
      'vielleicht',
      'peut-être',
      'except two',
      'however',
      'I am not sure',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...approvals),
        fc.constantFrom(...added),
        fc.constantFrom(...around),
        fc.boolean(),
        (approval, more, sign, isBefore) => {
          const said = isBefore ? `${more}${sign} ${approval}` : `${approval}${sign} ${more}`;
          expect(Object.values(read(said).answers), said).not.toContain(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('that is no part of any rule never leaves the pairs that it names approved', () => {
    const words = [
      '4',
      'the',
      'looks',
      'Mikkel',
      'team',
      'because',
      'and',
      'with',
      'so',
      'rather',
      'before',
      'hmm',
      'manager',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...approvals),
        fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 5 }),
        fc.constantFrom(...around),
        (approval, more, sign) => {
          const said = `${approval}${sign} ${[...more, '4'].join(' ')} is a riddle`;
          expect(read(said).answers.pair4, said).not.toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
