import type { Draft } from '../draft.ts';
import type { Random } from '../random.ts';
import type { Body } from '../raw.ts';
import { apple } from './apple.ts';
import { mutt, notes, plain, samsung, thunderbirdHtml, thunderbirdPlain } from './desktop.ts';
import { outlook, outlookClassic } from './microsoft.ts';
import { fastmail, gmail, proton, yahoo } from './webmail.ts';

/** A mail program: what it makes of a draft. */
type Client = (draft: Draft, random: Random) => Body;

export const clients: Record<string, Client> = {
  'Gmail web': gmail,
  'Gmail Android': (draft, random) => gmail(draft, random),
  'Gmail iOS': (draft, random) => gmail(draft, random, { html: '', text: [] }),
  'Apple Mail macOS': (draft, random) => apple(draft, random, false),
  'Apple Mail iOS': (draft, random) => apple(draft, random, true),
  'Outlook classic': outlookClassic,
  'Outlook new': (draft, random) => outlook(draft, random, 'new'),
  'Outlook web': (draft, random) => outlook(draft, random, 'web'),
  'Outlook mobile': (draft, random) => outlook(draft, random, 'phone'),
  'Thunderbird plain': (draft, random) => thunderbirdPlain(draft, random, false),
  'Thunderbird HTML': thunderbirdHtml,
  'Thunderbird below': (draft, random) => thunderbirdPlain(draft, random, true),
  Yahoo: yahoo,
  Proton: proton,
  Samsung: samsung,
  Fastmail: fastmail,
  Notes: notes,
  mutt,
  plain,
};
