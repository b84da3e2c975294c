import { Phrases, type Token } from '#domain/replies/read/text/word-tokens.ts';
import { optionText } from '../named-option.ts';
import { type Found, unnamed } from './mention.ts';

/** What mentors and mentees say they want, for options that are the two roles. */
const roleWords = new Phrases<'mentor' | 'mentee' | 'both' | 'open'>()
  .add(
    `(be|being|get) mentored|mentored|(looking for a|look for a|seeking a|seek a|searching for a|search for a|in search of a|find a|ich suche einen|suche einen|auf der suche nach einem|je cherche un|cherche un|à la recherche d'un|procuro um|à procura de um|busco un|busco|cerco un) mentor|mentees|a protégé|protégé|protégée|the mentee|as a mentee|suche eine mentorin|ich suche eine mentorin|procuro uma mentora|cerco un mentore|mentorado|mentorada|mentoré|mentorée|mentorando|mentoranda|mentorierte|mentorado mesmo`,
    'mentee',
  )
  .add(`(on the|the) receiving end|the (student|learner|one who learns|one who gets the advice)`, 'mentee')
  .add(`(on the|the) giving end|the (teacher|one who teaches|one who gives it|one who gives advice)`, 'mentor')
  .add(
    `mentor (someone|somebody|others|people|other people|a colleague|for someone|to someone|for others)|mentoring (someone|somebody|others|people)|mentors|mentorin|mentora|mentore|mentrice|mentorka|jemanden begleiten`,
    'mentor',
  )
  .add(
    `mentor and mentee|mentee and mentor|mentor plus mentee|mentee plus mentor|mentor mentee|mentee mentor|mentor & mentee|mentor as well as mentee|mentor und mentee|mentee und mentor|mentor et mentee|mentor e mentee|mentor y mentee|both of them|both roles|beides|beide|alles beides|les deux|les 2|tous les deux|ambos|ambas|os dois|as duas|los dos|las dos|entrambi|entrambe|tutti e due|allebei|båda|oba|obie|obydwa|a bit of both|each|(both|from both) sides|both things|sowohl als auch|as duas coisas|las dos cosas|둘 다|둘다|両方|两者|两个都|都|كلاهما|שניהם|שתיהן`,
    'both',
  )
  .add(
    `(need a|needs a|want a|would like a|i'd like a|like to have a|like a|have a|having a|get a|love a|love to have a|brauche einen|möchte einen|hätte gern einen|hätte gerne einen|besoin d'un|voudrais un|aimerais un|aimerais avoir un|preciso de um|gostava de ter um|gostaria de ter um|quero um|necesito un|quiero un|me gustaría tener un|ho bisogno di un) mentor|mentor (for me|for myself|myself)`,
    'open',
  );

/** Whether the options are the roles of a pair. */
function rolesOf(options: readonly string[]): { mentor: number; mentee: number; both: number } | undefined {
  const texts = options.map(optionText);
  const [mentor, mentee] = [
    texts.findIndex((text) => /^(?:a )?mentor$/.test(text)),
    texts.findIndex((text) => /^(?:a )?mentee$/.test(text)),
  ];
  const both = texts.findIndex((text) => /^both$|^mentor (?:and|&) mentee$/.test(text));
  return mentor >= 0 && mentee >= 0 ? { mentor, mentee, both } : undefined;
}

/** Options that are roles, genders or nothing, by words that mean them. */
export function byMeaning(options: readonly string[], tokens: readonly Token[]): Found[] {
  const found: Found[] = [];
  const roles = rolesOf(options);
  const neither = options
    .map(optionText)
    .flatMap((text, option) => (/^(?:neither|none|no|never|not yet|nein|non|nao)$/.test(text) ? [option] : []));
  for (let at = 0; at < tokens.length; ) {
    const phrase = roles && roleWords.at(tokens, at);
    const kind = phrase?.kinds[0];
    if (!roles || !phrase || kind === undefined) {
      at += 1;
      continue;
    }
    const option = kind === 'open' ? unnamed : roles[kind];
    // The frontier between two sentences is none between two roles.
    const isOne = tokens.slice(at + 1, at + phrase.length).every(({ breaks }) => !breaks) || kind === 'both';
    if ((option >= 0 || kind === 'open') && isOne)
      found.push({ option, from: at, to: at + phrase.length, by: 'words' });
    at += phrase.length;
  }
  found.push(...byGender(options, tokens));
  const [only] = neither;
  if (neither.length === 1 && only !== undefined && nothing.has(tokens.map(({ word }) => word).join(' '))) {
    found.push({ option: only, from: 0, to: tokens.length, by: 'words' });
  }
  return found;
}

/** What people write for "woman" and "man", where those are options. */
const genders: [RegExp, ReadonlySet<string>][] = [
  [
    /^(?:a )?wom[ae]n$|^female$/,
    new Set(
      'f w female woman lady girl she her weiblich frau femme feminin feminine mulher feminino mujer femenino donna vrouw kvinna kobieta'.split(
        ' ',
      ),
    ),
  ],
  [
    /^(?:a )?m[ae]n$|^male$/,
    new Set(
      'm male man guy gentleman bloke he him mannlich mann homme masculin homem masculino hombre uomo mezczyzna'.split(
        ' ',
      ),
    ),
  ],
];

function byGender(options: readonly string[], tokens: readonly Token[]): Found[] {
  const [woman, man] = genders.map(([pattern]) => options.findIndex((text) => pattern.test(optionText(text))));
  if (woman === undefined || man === undefined || woman < 0 || man < 0) return [];
  return tokens.flatMap(({ word }, from): Found[] => {
    const option = genders[0]?.[1].has(word) ? woman : genders[1]?.[1].has(word) ? man : undefined;
    return option === undefined ? [] : [{ option, from, to: from + 1, by: 'words' }];
  });
}

const nothing = new Set(
  "no|none|neither|never|not yet|nope|no never|neither of them|none of these|none of them|neither of these|never before|no neither|nein|nie|noch nie|weder noch|keins von beiden|keines von beiden|non|jamais|ni l un ni l autre|ni l'un ni l'autre|aucun|aucun des deux|nao|nunca|nem uma coisa nem outra|nenhum|nenhuma|nenhum dos dois|ninguno|ninguna|ni uno ni otro|nessuno|nessuna|nessuno dei due|mai|geen van beide|nee|nooit|nej|aldrig|ingetdera|nie|nigdy|zadne".split(
    '|',
  ),
);
