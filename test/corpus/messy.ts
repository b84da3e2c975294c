import type { Draft } from './draft.ts';
import type { Random } from './random.ts';

type Mess = (draft: Draft, random: Random) => Draft;

/** Every line that was typed, changed. */
function typed(draft: Draft, change: (line: string) => string): Draft {
  const lines = (of: ReadonlyMap<number, string[]>) => new Map([...of].map(([key, value]) => [key, value.map(change)]));
  return { ...draft, above: draft.above.map(change), below: draft.below.map(change), under: lines(draft.under) };
}

const signatures = (name: string) => [
  ['--', name, 'Analytical Engines Ltd | Research', 'T +44 20 7946 0123 | www.engines.example'],
  [name, 'Head of Research', 'Analytical Engines Ltd', '12 Dorset Street, London W1U', 'Tel. 020 7946 0123'],
  [
    '________________________________',
    `${name.toUpperCase()} | Head of Research`,
    'Please consider the environment before printing this email.',
  ],
];
const disclaimers = [
  'This e-mail and any attachments are confidential and may be privileged. If you are not the intended recipient, please notify the sender immediately and delete it. Any unauthorised copying or disclosure is strictly forbidden.',
  'Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, informieren Sie bitte sofort den Absender und vernichten Sie diese Mail.',
  'Ce message est confidentiel. Si vous n’êtes pas le destinataire, merci de le détruire et d’en avertir l’expéditeur.',
];

const messes: Mess[] = [
  (draft) => ({ ...draft, tight: true }),
  (draft, random) => ({ ...draft, above: [...draft.above, '', ...random.pick(signatures(draft.language.name))] }),
  (draft, random) => ({ ...draft, appended: [random.pick(disclaimers)] }),
  // A telephone begins every line with a capital.
  (draft) => typed(draft, (line) => line.charAt(0).toUpperCase() + line.slice(1)),
  (draft) => typed(draft, (line) => line.replaceAll(', ', ',\u00a0').replace(/^(\d+[.)]) /, '$1\u00a0')),
  (draft) =>
    typed(draft, (line) =>
      line
        .replace(/-{1,2}>/g, '→')
        .replaceAll(' - ', ' – ')
        .replaceAll('...', '…'),
    ),
  (draft) => typed(draft, (line) => line.replaceAll("'", '’').replace(/"([^"]*)"/g, '“$1”')),
  (draft) => typed(draft, (line) => (line === '' ? line : `${line}  `)),
  (draft, random) => mixed(draft, random),
  (draft) => ({
    ...draft,
    isDeleted: (piece) => draft.isDeleted(piece) || (piece.kind === 'other' && piece.question === undefined),
  }),
  (draft) => ({ ...draft, isDeleted: (piece) => draft.isDeleted(piece) || piece.kind === 'hint' }),
];

/** Some of what stands under the questions moves to the top, as numbered lines. */
function mixed(draft: Draft, random: Random): Draft {
  const moved = [...draft.under].filter(([, lines]) => lines.length === 1 && random.chance(0.5));
  if (moved.length === 0 || draft.above.length > 0) return draft;
  const gone = new Set(moved.map(([index]) => index));
  return {
    ...draft,
    above: moved.map(([index, [line]]) => `${index + 1}. ${line}`),
    under: new Map([...draft.under].filter(([index]) => !gone.has(index))),
  };
}

/** One or two of the things that go wrong in real mail. */
export function messy(draft: Draft, random: Random): Draft {
  return random.some(messes, random.int(1, 2)).reduce((done, mess) => mess(done, random), draft);
}
