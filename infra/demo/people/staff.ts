import type { ClientName, Correspondent, Manner, Population } from './correspondents.ts';
import { localPart } from './names.ts';

/** The organisation's own domain, which by RFC 2606 belongs to nobody. */
export const domain = 'harbour.example.org';

/** Those who run the program. Their names are in nobody's list, so that they are never taken for somebody else. */
export function staff(): Omit<Population, 'seed' | 'invitees'> {
  const at = (name: string, client: ClientName, manner: Manner = 'above'): Correspondent => ({
    name,
    email: `${localPart(name)}@${domain}`,
    client,
    manner,
    wording: 'words',
  });
  return {
    name: 'Spring 2027',
    organisation: 'Harbour Institute',
    timeZone: 'Europe/Lisbon',
    coordinator: at('Maria Ortiz', 'outlook'),
    committee: [
      { ...at('Grace Lee', 'iphone'), votes: 'approve', patience: 0 },
      { ...at('Tomas Novak', 'outlook'), votes: 'except', patience: 0 },
      { ...at('Amina Bello', 'thunderbird', 'under'), votes: 'each', patience: 0 },
      { ...at('Henrik Solberg', 'gmail'), votes: 'each', patience: 1 },
    ],
    leadership: [at('Ines Duarte', 'apple'), at('Samuel Achterberg', 'outlook')],
  };
}
