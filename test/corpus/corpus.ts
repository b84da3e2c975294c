import type { FormDefinition } from '#domain/forms/form.ts';
import type { Intent, Sent } from '#domain/replies/read/reply-reading.ts';
import { clients } from './clients/clients.ts';
import { forms } from './forms.ts';
import { languages } from './languages.ts';
import { manners } from './manners.ts';
import { messy } from './messy.ts';
import { Random } from './random.ts';
import { type Body, rawMessage } from './raw.ts';
import type { Label } from './sayings.ts';

/** One person's replies to one form, as raw messages, with what must be made of them. */
export interface Conversation {
  name: string;
  form: FormDefinition;
  client: string;
  manner: string;
  language: string;
  isMessy: boolean;
  /** In the order in which they are sent, each with our messages that had gone out by then. */
  replies: { raw: Buffer; sent: Sent[] }[];
  /** By the question's key; a question that they left alone has none. */
  labels: Record<string, Label>;
  intent: Intent;
  /** Words that must reach the coordinator. */
  note?: string;
}

const messyShare = 0.2;

/**
 * Conversation number `index` of the corpus with this seed. Clients and manners come round in turn, so that every pair of
 * them is there alike; form, language and what is said are drawn.
 */
export async function conversation(seed: number, index: number): Promise<Conversation> {
  const random = new Random(seed * 1_000_003 + index);
  const [client, compose] = at(Object.entries(clients), index);
  const [manner, tell] = at(Object.entries(manners), Math.floor(index / Object.keys(clients).length));
  const form = random.pick(forms);
  // Half of the world writes English to an English form.
  const language = random.chance(0.35) ? (languages[0] ?? random.pick(languages)) : random.pick(languages);
  const told = await tell({ form, language, random });
  const isMessy = random.chance(messyShare);
  const sent: Sent[] = [];
  const replies = told.drafts.map((tidy, reply) => {
    const draft = isMessy ? messy(tidy, random) : tidy;
    if (!sent.includes(draft.letter.sent)) sent.push(draft.letter.sent);
    const raw = rawMessage(
      draft,
      stripped(compose(draft, random), random),
      new Date(draft.letter.at.getTime() + (reply + 1) * 7_200_000),
    );
    return { raw, sent: [...sent] };
  });
  const name = `${seed}/${index} ${client}, ${manner}, ${language.code}${isMessy ? ', messy' : ''}, ${form.id}`;
  const { labels, intent, note } = told;
  return {
    name,
    form,
    client,
    manner,
    language: language.code,
    isMessy,
    replies,
    labels,
    intent,
    ...(note && { note }),
  };
}

/** Some programs and gateways send HTML alone, or with an empty text beside it. */
function stripped(body: Body, random: Random): Body {
  const { text, ...rest } = body;
  if (body.html === undefined || text === undefined || random.chance(0.78)) return body;
  return random.chance(0.8) ? rest : { ...rest, text: '\n' };
}

function at<T>(list: readonly T[], index: number): T {
  const one = list[index % list.length];
  if (one === undefined) throw new Error('An empty list.');
  return one;
}
