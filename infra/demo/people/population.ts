import type { Answers } from '#domain/forms/form.ts';
import { bothWays, gifts, sites, teams, wishes } from '#infra/demo/people/sample-applications.ts';
import { defaultProgram } from '#shared/programs/default-program.ts';
import { surveys } from '../mail/asked-forms.ts';
import {
  applies,
  type Behaviour,
  type ClientName,
  type Correspondent,
  type Invitee,
  type Manner,
  type Patience,
  type Population,
} from './correspondents.ts';
import { localPart, regions } from './names.ts';
import { questionsBack } from './sample-answers.ts';
import { SeededRandom } from './seeded-random.ts';
import { domain, staff } from './staff.ts';

/** Which mail programs people reply with and how, by about how common they are among office workers. */
const habits: readonly { client: ClientName; manners: readonly Manner[]; share: number }[] = [
  { client: 'gmail', manners: ['above', 'under', 'inside'], share: 10 },
  { client: 'outlook', manners: ['under', 'under', 'above'], share: 12 },
  { client: 'apple', manners: ['under', 'above'], share: 6 },
  { client: 'iphone', manners: ['above'], share: 6 },
  { client: 'thunderbird', manners: ['under'], share: 4 },
  { client: 'mutt', manners: ['under'], share: 2 },
];

/** Of 40 people this many behave in other ways than answering at once. Scaled for other numbers, and rounded. */
const ofForty: readonly [Behaviour, number][] = [
  ['answers after a reminder', 6],
  ['answers after two reminders', 3],
  ['answers in two goes', 2],
  ['answers too late', 1],
  ['is away first', 1],
  ['answers from another address', 1],
  ['declines', 2],
  ['is silent', 2],
  ['cannot be reached', 1],
];

/** `size` people who are invited, and those who run the program. The same for the same seed, and all made up. */
export function populate(size: number, seed: number): Population {
  const chance = new SeededRandom(seed, 'population');
  const behaviours = behavioursOf(size, chance.of('behaviours'));
  const roles = rolesOf(behaviours, chance.of('roles'));
  const names = namesOf(size, chance.of('names'));
  const wanted = endless(wishes, chance.of('wishes'));
  const given = endless(gifts, chance.of('gifts'));
  const places = placesOf(roles);

  const invitees = behaviours.map((behaviour, index): Invitee => {
    const own = chance.of('person', String(index));
    const role = roles[index] ?? 'mentee';
    const { name, languages } = names[index] ?? { name: `Person ${index}`, languages: [] };
    const local = localPart(name);
    const lives = {
      wish: role === 'mentor' ? undefined : wanted(),
      gift: role === 'mentee' ? undefined : given(),
    };
    return {
      name,
      email: `${local}@${behaviour === 'cannot be reached' ? 'harbour.invalid' : domain}`,
      ...habit(own.of('habit')),
      ...phrases(name, own.of('phrases')),
      role,
      team: own.pick(teams),
      site: own.of('site').pick(sites),
      behaviour,
      application: {
        ...application({ role, languages, ...lives }, places[index] ?? 1, own.of('application')),
        ...gender(own.of('gender')),
      },
      ...(behaviour === 'answers from another address' && { elsewhere: `${local}@post.example.net` }),
      agreement: patience(own.of('agreement'), 0.1, 0.02),
      surveys: Object.fromEntries(
        surveys.map(({ kind, form }) => [form, patience(own.of(form), 0.14, kind === 'closeout' ? 0.1 : 0.12)]),
      ),
    };
  });
  mentionOthers(invitees, chance.of('mentions'));
  askBack(invitees, chance.of('remarks'));
  enclose(invitees);
  return { seed, ...staff(), invitees };
}

function behavioursOf(size: number, chance: SeededRandom): Behaviour[] {
  const special = ofForty.flatMap(([behaviour, count]) =>
    Array.from({ length: Math.round((count * size) / 40) }, () => behaviour),
  );
  const prompt = Array.from({ length: size - special.length }, (): Behaviour => 'answers at once');
  return chance.shuffled([...special, ...prompt]);
}

/** Of those who apply in time about a third are mentors and one in eight is both: nearly, not quite, enough mentors. */
function rolesOf(behaviours: readonly Behaviour[], chance: SeededRandom): Invitee['role'][] {
  const applicants = chance.shuffled(behaviours.flatMap((behaviour, index) => (applies(behaviour) ? [index] : [])));
  const both = Math.round(applicants.length * 0.12);
  const mentors = Math.round(applicants.length * 0.35);
  const byIndex = new Map(
    applicants.map(
      (index, rank) => [index, rank < both ? 'both' : rank < both + mentors ? 'mentor' : 'mentee'] as const,
    ),
  );
  return behaviours.map((_, index) => byIndex.get(index) ?? chance.pick(['mentor', 'mentee', 'mentee'] as const));
}

/** One mentor in four has room for two. */
function placesOf(roles: readonly Invitee['role'][]): number[] {
  let mentors = 0;
  return roles.map((role) => {
    if (role !== 'mentor') return 1;
    mentors += 1;
    return mentors % 4 === 0 ? 2 : 1;
  });
}

function namesOf(size: number, chance: SeededRandom): { name: string; languages: readonly string[] }[] {
  const mixed = chance.shuffled(regions).map(({ languages, given, family }) => ({
    languages,
    given: chance.shuffled(given),
    family: chance.shuffled(family),
  }));
  return Array.from({ length: size }, (_, index) => {
    const { languages, given, family } = mixed[index % mixed.length] ?? { languages: [], given: [], family: [] };
    const round = Math.floor(index / mixed.length);
    // Every given name with every family name of its region, and then all of them again with an initial.
    const first = given[round % given.length];
    const last = family[(round + Math.floor(round / given.length)) % family.length];
    const again = Math.floor(round / (given.length * family.length));
    const initial = again === 0 ? '' : `${'ABCDEFGHJKLMNOPRSTVW'.charAt(again - 1)}. `;
    return { name: `${first} ${initial}${last}`, languages };
  });
}

interface Life {
  role: Invitee['role'];
  languages: readonly string[];
  wish: (typeof wishes)[number] | undefined;
  gift: (typeof gifts)[number] | undefined;
}

function application({ role, languages, wish, gift }: Life, places: number, chance: SeededRandom): Answers {
  const options = (key: string) => {
    const question = defaultProgram.forms.application.questions.find((one) => one.key === key);
    return question?.options ?? [];
  };
  const withMore = (key: string, chosen: readonly string[]) => {
    const more = chance.happens(0.4) ? chance.some(options(key), 1, 1) : [];
    return options(key).filter((option) => chosen.includes(option) || more.includes(option));
  };
  const years = { mentee: [1, 9], both: [6, 14], mentor: [10, 31] }[role] as [number, number];
  const before = {
    mentee: ['neither', 'neither', 'had a mentor'],
    both: ['had a mentor', 'had one and been one'],
    mentor: ['been a mentor', 'had one and been one', 'had a mentor', 'neither'],
  }[role];
  return {
    role,
    why: role === 'both' ? chance.pick(bothWays) : (wish?.why ?? gift?.why ?? ''),
    ...(wish && {
      change: wish.change,
      topics: withMore('topics', wish.topics),
      prefers: chance.some(options('prefers'), 1, 3),
      offers: chance.some(options('offers'), 1, 3),
    }),
    ...(gift && {
      helps: withMore('helps', gift.helps),
      story: gift.story,
      strengths: chance.some(options('strengths'), 2, 4),
      learns: chance.some(options('learns'), 1, 3),
      capacity: places,
    }),
    beyond: chance.some(options('beyond'), 1, 2),
    before: chance.pick(before),
    experience: chance.between(...years),
    languages: options('languages').filter((language) => language === 'English' || languages.includes(language)),
    times: chance.some(options('times'), 1, 3),
  };
}

/** One in six keeps it to themselves. */
function gender(chance: SeededRandom): Answers {
  if (chance.happens(1 / 6)) return {};
  return { gender: chance.happens(0.03) ? 'non-binary' : chance.pick(['woman', 'man']) };
}

/** Half of them name their manager, who may be a mentor here; one in twenty names somebody to be kept apart from. */
function mentionOthers(invitees: readonly Invitee[], chance: SeededRandom): void {
  const elsewhere = ['Ingrid Vass', 'Teodoro Lima', 'Margarethe Olsen', 'Peter Adomako'];
  const mentors = invitees.filter(({ role }) => role === 'mentor').map(({ name }) => name);
  for (const { name, application: answers } of invitees) {
    const others = invitees.filter((one) => one.name !== name);
    if (others.length < 5) return;
    if (chance.happens(0.5)) answers.manager = chance.pick([...elsewhere, ...mentors.filter((one) => one !== name)]);
    if (chance.happens(0.05)) answers.avoid = chance.pick(others).name;
  }
}

/** One in twenty has a question for the coordinator. */
function askBack(invitees: readonly Invitee[], chance: SeededRandom): void {
  const remark = endless(questionsBack, chance);
  const prompt = chance.shuffled(invitees.filter(({ behaviour }) => behaviour === 'answers at once'));
  for (const invitee of prompt.slice(0, Math.round(invitees.length / 20))) invitee.remark = remark();
}

/** One of them sends a CV along, from a mail program that makes messages of several parts. */
function enclose(invitees: readonly Invitee[]): void {
  const sender = invitees.find(
    ({ behaviour, client, remark }) => behaviour === 'answers at once' && client === 'outlook' && remark === undefined,
  );
  if (sender) sender.encloses = `CV ${sender.name}.pdf`;
}

function patience(chance: SeededRandom, afterReminder: number, never: number): Patience {
  const drawn = chance.next();
  return drawn < never ? 'never' : drawn < never + afterReminder ? 1 : 0;
}

function habit(chance: SeededRandom): Pick<Correspondent, 'client' | 'manner' | 'wording'> {
  const { client, manners } = chance.pick(habits.flatMap((one) => Array.from({ length: one.share }, () => one)));
  return { client, manner: chance.pick(manners), wording: chance.pick(['letters', 'words', 'both']) };
}

function phrases(name: string, chance: SeededRandom): Pick<Correspondent, 'opening' | 'closing'> {
  const [given = name] = name.split(' ');
  const opening = chance.pick(['Dear Maria,', 'Hi Maria,', 'Hello,', '', '', '']);
  const closing = chance.pick([`Best wishes,\n${given}`, `Kind regards\n${name}`, `Thanks,\n${given}`, given, '', '']);
  return { ...(opening && { opening }), ...(closing && { closing }) };
}

/** All of `of` in a random order, and again in another when they are used up. */
function endless<T>(of: readonly T[], chance: SeededRandom): () => T {
  let left: T[] = [];
  return () => {
    if (left.length === 0) left = chance.shuffled(of);
    return left.pop() as T;
  };
}
