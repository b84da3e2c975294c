import { plain } from '../text/words.ts';

interface Names {
  said: string;
  to: number;
}

const title = String.raw`(?:(?:[Mm]rs?|[Mm]s|[Mm]iss|[Dd]r|[Pp]rof(?:essor)?|Herrn?|Frau|Sra?|Mme|M)\.?\s)`;
const word = String.raw`\p{Lu}[\p{L}'-]*\p{Ll}(?!\p{L})`;
const particle = String.raw`(?:(?:von|van|de|da|dos|der|den|di|du|la|bin|al)\s)`;
const name = new RegExp(`^(${title}{0,2})(${word}(?:\\s${particle}{0,2}${word}){0,3})`, 'u');
/** What may follow a name in the clause that ends with it. */
const ends =
  /^\s*(?:$|[.,;!?)(\n]|\s[-–—]\s|(?:because|since|as|please|btw|by the way|if possible|weil|denn|and i|and my|and on|and we|und ich|und mein)(?!\p{L}))/iu;
/** What has a capital and is nobody's name. */
const noName =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|english|german|french|spanish|portuguese|chinese|italian|dutch|swedish|british|american|monsieur|maria)$/;

/** The names that stand at a place and end its clause: "Felix Brandt or Mr Ibrahim Sow". `whole`: each with a title or of two words. */
export function namesAt(text: string, at: number, kind: 'whole' | 'any'): Names | undefined {
  const found: string[] = [];
  let to = at;
  for (;;) {
    const [whole, titles = '', own = ''] = name.exec(text.slice(to)) ?? [];
    if (whole === undefined || /'s$/.test(whole)) return undefined;
    const words = own.split(/\s/);
    if (words.some((one) => noName.test(plain(one)))) return undefined;
    if (kind === 'whole' && titles === '' && words.length < 2) return undefined;
    found.push(own);
    to += whole.length;
    const rest = text.slice(to);
    const more = /^\s(?:and|or|nor|und|oder|ou|e)\s(?=\p{Lu}\p{L})/u.exec(rest)?.[0];
    if (more === undefined || /^\sand I'/u.test(rest)) {
      return ends.test(rest) ? { said: found.join(' and '), to } : undefined;
    }
    to += more.length;
  }
}

/** Words that a clause about somebody goes on with instead of a name. */
const ordinary =
  /^(?:very|really|so|quite|too|not|no|an?|the|on|in|out|away|also|still|always|at|from|with|fine|happy|ok|okay|aware|who|my|your|is|and|but|for|of|to|new|great|nice|good|bad|here|there|i|you|we|he|she|it|that|this|gone|sick|ill|nobody|someone|fully|all|both|more|pretty|rather|super|behind|busy|just|one|now|never|probably|maybe|\p{L}+(?:ing|ly|ed|ful|ive|ous|ant|ent|able|less))$/u;

/** "tom baker" at the end of a clause: likely a name, as people write it on a telephone. */
export function lowerName(text: string, at: number): Names | undefined {
  const [said] = /^\p{Ll}{2,}\s\p{Ll}[\p{Ll}'-]+(?=\s*(?:$|[.,;!?)\n]))/u.exec(text.slice(at)) ?? [];
  if (said === undefined || said.split(/\s/).some((one) => ordinary.test(one))) return undefined;
  return { said, to: at + said.length };
}
