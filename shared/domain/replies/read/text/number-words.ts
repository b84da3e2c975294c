import { plain } from './words.ts';

/** How a language says numbers: 0 to 19 or 20, the tens, and what joins "twenty" and "five". */
interface Numerals {
  small: string;
  /** From twenty on, in tens. */
  tens: string;
  /** "fünfundzwanzig" has the ones first. */
  onesFirst?: boolean;
  /** Between the two, by all the ways that it is written. */
  joins: readonly string[];
}

const numerals: readonly Numerals[] = [
  {
    small:
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    tens: 'twenty thirty forty fifty sixty seventy eighty ninety',
    joins: [' ', '-', ''],
  },
  {
    small:
      'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
    tens: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
    onesFirst: true,
    joins: ['und'],
  },
  {
    small:
      'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
    tens: 'vingt trente quarante cinquante soixante',
    joins: ['-', ' ', ' et ', '-et-'],
  },
  {
    small:
      'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
    tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    joins: [' y '],
  },
  {
    small:
      'zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezasseis dezassete dezoito dezanove',
    tens: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    joins: [' e '],
  },
  {
    small:
      'zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
    tens: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
    joins: [''],
  },
  {
    small:
      'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
    tens: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
    onesFirst: true,
    joins: ['en', 'ën'],
  },
  {
    small:
      'noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton',
    tens: 'tjugo trettio fyrtio femtio sextio sjuttio åttio nittio',
    joins: [''],
  },
  {
    small:
      'zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście',
    tens: 'dwadzieścia trzydzieści czterdzieści pięćdziesiąt sześćdziesiąt siedemdziesiąt osiemdziesiąt dziewięćdziesiąt',
    joins: [' '],
  },
];

/** Other spellings, by value. */
const others: [string, number][] = [
  ['eins', 1],
  ['eine', 1],
  ['zwo', 2],
  ['duas', 2],
  ['quatorze', 14],
  ['dezesseis', 16],
  ['dezessete', 17],
  ['dezenove', 19],
  ['veintiuno', 21],
  ['veintidós', 22],
  ['veintitrés', 23],
  ['veinticuatro', 24],
  ['veinticinco', 25],
  ['veintiséis', 26],
  ['veintisiete', 27],
  ['veintiocho', 28],
  ['veintinueve', 29],
  ['ventuno', 21],
  ['ventotto', 28],
  ['dreissig', 30],
  ['twentyish', 20],
  ['dozen', 12],
  ['hundred', 100],
];

/** Articles, which are hardly ever meant as a number. */
const articles = new Set(['un', 'um', 'een', 'ett', 'ein', 'eine']);
/** Words that are a number in one of our languages and another word in another: "once", "elf". */
const misleading = new Set(['once', 'sex', 'sei', 'seis', 'sept', 'elf', 'fem', 'tien', 'doce', 'six']);

const values = new Map<string, number>();
const besideUnits = new Map<string, number>();
const ambiguous = new Set<string>();

function add(word: string, value: number): void {
  const spelled = plain(word);
  if (articles.has(spelled) || ambiguous.has(spelled)) return;
  if (misleading.has(spelled) && spelled !== 'six') {
    besideUnits.set(spelled, value);
    return;
  }
  const before = values.get(spelled);
  // "acht" is eight in German and Dutch; a word that is two different numbers is neither.
  if (before !== undefined && before !== value) {
    values.delete(spelled);
    ambiguous.add(spelled);
  } else values.set(spelled, value);
}

for (const { small, tens, onesFirst, joins } of numerals) {
  const ones = small.split(' ');
  for (const [value, word] of ones.entries()) add(word, value);
  for (const [index, ten] of tens.split(' ').entries()) {
    const value = (index + 2) * 10;
    add(ten, value);
    for (const [one, word] of ones.slice(0, 10).entries()) {
      if (one === 0) continue;
      for (const join of joins) add(onesFirst ? `${word}${join}${ten}` : `${ten}${join}${word}`, value + one);
    }
  }
}
for (const [word, value] of others) add(word, value);
// "Viermal": how often, in one word.
for (const [value, word] of (numerals[1]?.small ?? '').split(' ').slice(0, 13).entries())
  if (value > 0) add(`${word}mal`, value);

/** Words of the longest number: "vingt et un". */
export const longestNumber = 3;

/** The value of a word that is a number only where nothing else can be meant: as the whole answer, or before a unit ("elf Jahre"). */
export function misleadingNumberWord(word: string): number | undefined {
  return besideUnits.get(plain(word));
}

/** The value of a number in words, of one word or up to `longestNumber` of them: "twelve", "twenty five", "fünfundzwanzig". */
export function numberWord(words: string): number | undefined {
  return values.get(plain(words));
}
