import { plain } from '../words.ts';

/** Number words that people write instead of figures, from 0 on, in the languages of our readers. */
const lists = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig',
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf vingt',
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte',
  'zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte',
  'zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti',
  'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien twintig',
  'noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo',
  'zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście trzynaście czternaście piętnaście szesnaście siedemnaście osiemnaście dziewiętnaście dwadzieścia',
];
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Articles, which are hardly ever meant as a number. */
const articles = new Set(['un', 'um', 'een', 'ett']);
/** Words that are a number in one of our languages and another word in another: "once", "elf". */
const misleading = new Set(['once', 'sex', 'sei', 'seis', 'sept', 'elf', 'fem', 'tien', 'doce']);

const values = new Map<string, number>();
const besideUnits = new Map<string, number>();
for (const list of lists) {
  for (const [value, word] of list.split(' ').entries()) {
    const spelled = plain(word);
    if (articles.has(spelled)) continue;
    if (misleading.has(spelled)) {
      besideUnits.set(spelled, value);
      continue;
    }
    const before = values.get(spelled);
    // "acht" is eight in German and Dutch; a word that is two different numbers is neither.
    if (before !== undefined && before !== value) values.delete(spelled);
    else values.set(spelled, value);
  }
}
for (const [index, word] of tens.entries()) values.set(word, (index + 2) * 10);
values.set('dozen', 12);
values.set('hundred', 100);

/** The value of a word that is a number only where nothing else can be meant: as the whole answer, or before a unit ("elf Jahre"). */
export function misleadingNumberWord(word: string): number | undefined {
  return besideUnits.get(plain(word));
}

/** The value of one number word; "twenty-five" is one word here. */
export function numberWord(word: string): number | undefined {
  const spelled = plain(word);
  const direct = values.get(spelled);
  if (direct !== undefined) return direct;
  const [ten = '', one = ''] = spelled.split(/[- ]/);
  const whole = tens.includes(ten) ? values.get(ten) : undefined;
  const part = values.get(one);
  return whole !== undefined && part !== undefined && part > 0 && part < 10 ? whole + part : undefined;
}
