import type { Question } from '#domain/form.ts';
import { foldedWords, plain } from '../words.ts';
import { answer, type Understood, unclear } from './understood.ts';

/** Yes and no at the beginning of what was said, in the languages of our readers, without accents. Longest first. */
const yes = words(`
  yes|y|yep|yeah|yea|yup|sure|of course|certainly|absolutely|definitely|agreed|agree|i agree|i do|i would|i am|i have|we do|we have|we did|ok|okay|
  fine|approve|approved|confirmed|correct|right|true|accept|accepted|gladly|with pleasure|happy to|sounds good|looks good|please do|i think so|i did|it was me|that was me|go ahead|please go ahead|by all means|
  ja|jawohl|gerne|einverstanden|naturlich|klar|stimmt|oui|bien sur|d'accord|volontiers|tout a fait|si|claro|por supuesto|de acuerdo|vale|sim|com certeza|
  concordo|certo|certamente|va bene|d'accordo|volentieri|zeker|akkoord|graag|natuurlijk|javisst|japp|jajamensan|absolut|garna|jo|tak|oczywiscie|zgoda|zgadzam sie|jasne|
  はい|ええ|うん|もちろん|是|是的|好|好的|可以|同意|对|當然|当然|예|네|그렇습니다|좋아요|نعم|اجل|موافق|כן|בטח|מסכים|מסכימה|👍|✓|✔|✅|☑|+1`);
const no = words(`
  no|n|nope|nah|never|not really|eher nicht|pas vraiment|liever niet|helst inte|raczej nie|melhor não|meglio di no|mejor no|i do not|i don't|i would not|i wouldn't|i am not|i'm not|i have not|i haven't|we do not|we don't|we have not|we haven't|i disagree|
  disagree|disagreed|rejected|reject|decline|declined|false|wrong|not yet|not really|not at all|rather not|i'd rather not|i don't think so|not ok|not okay|not fine|i did not|i didn't|it was not me|it wasn't me|that was not me|that wasn't me|not me|
  nein|nee|ne|leider nein|leider nicht|noch nicht|lieber nicht|auf keinen fall|non|pas encore|pas du tout|todavia no|aun no|para nada|nao|ainda nao|non ancora|
  nog niet|helaas niet|nej|inte an|inte|nie|jeszcze nie|niestety nie|いいえ|いや|不|不是|否|不同意|不可以|不行|不好|아니요|아니오|아뇨|아니|لا|كلا|לא|👎|✗|✘|❌|-1`);
/** What begins like a yes or a no and is neither. */
const neither = words(`
  no problem|no problems|no objection|no objections|no worries|no doubt|no idea|no clue|no opinion|no preference|no answer|no comment|no need|no matter|no one|nobody|
  no se|no lo se|no sabria|non so|non saprei|not sure|unsure|right now|not only|no longer|sure about|ok but|fine but|never mind|nevermind|
  yes and no|yes or no|yes no|no yes|yes and no both|jein|ja und nein|oui et non|si y no|sim e nao|si e no|ja en nee|ja och nej|tak i nie|kein problem|
  maybe|perhaps|it depends|depends|n/a|不知道|不确定|不一定|不清楚|好像|对不起|是不是|לא יודע|לא יודעת|לא בטוח|لا أعرف|لا ادري|لا اعرف`);

/** Yes or no, with what was said beside it: "no, same team" is no. */
export function understandYesNo(_question: Question, said: string): Understood {
  const text = opening(said);
  const trap = longest(neither, text);
  const agrees = longest(yes, text);
  const refuses = longest(no, text);
  const ask = 'Please reply with yes or no.';
  if (trap >= Math.max(agrees, refuses) && trap > 0)
    return unclear(`We could not tell whether this is a yes or a no. ${ask}`);
  if (agrees === refuses) return unclear(`We could not tell whether this is a yes or a no. ${ask}`);
  const value = agrees > refuses;
  const rest = text.slice(Math.max(agrees, refuses));
  const next = opening(rest.replace(/^[\s,.;:/!-]+|^(?:or|and|but|oder|und|ou|et|o|y|e|of|en)\s/giu, ''));
  const opposite = longest(value ? no : yes, next);
  // "yes / no" left standing, or "no, yes": the second word is as good as the first.
  if (opposite > 0 && (opposite === next.trim().length || /^[\s]*\//.test(rest))) {
    return unclear(`We found both a yes and a no. ${ask}`);
  }
  return answer(value, isRepeated(rest, value ? yes : no) ? '' : commentIn(said, rest));
}

function opening(said: string): string {
  return plain(said)
    .replace(/^[\s"'*_([«»„“.:>-]+(?!1)/u, '')
    .replace(/[\ufe0f\u{1f3fb}-\u{1f3ff}]/gu, '')
    .trim();
}

/** The length of the longest of `phrases` that `text` begins with, as whole words. */
function longest(phrases: readonly string[], text: string): number {
  for (const phrase of phrases) {
    if (!text.startsWith(phrase)) continue;
    const next = text[phrase.length];
    const last = phrase.at(-1) ?? '';
    const isWhole =
      next === undefined ||
      !/[\p{L}\p{N}']/u.test(next) ||
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u.test(last);
    const wordJoins =
      /[\p{Script=Han}\p{Script=Hangul}]/u.test(last) &&
      next !== undefined &&
      /[\p{Script=Han}\p{Script=Hangul}]/u.test(next);
    if (isWhole && !(wordJoins && phrase.length === 1)) return phrase.length;
  }
  return 0;
}

/** The comment in their own spelling: as many characters from the end as are left of the compared text. */
function commentIn(said: string, rest: string): string {
  const wanted = foldedWords(rest).length;
  if (wanted === 0) return '';
  const own = said.trim();
  for (let at = 1; at < Math.min(own.length, 60); at += 1) {
    if (/[\p{L}\p{N}]/u.test(own[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(own[at] ?? '')) continue;
    if (foldedWords(own.slice(at)).length === wanted) return own.slice(at);
  }
  return rest;
}

const courtesies = words(
  "please|thanks|thank you|bitte|danke|s'il vous plait|merci|por favor|gracias|obrigado|obrigada|grazie|per favore|graag|tack|dziekuje|prosze",
);

/** "yes please", "yes, of course", "no thank you": nothing that has to be kept. */
function isRepeated(rest: string, same: readonly string[]): boolean {
  const bare = rest.replace(/^[\s,.!]+/, '').replace(/[\s,.!]+$/, '');
  return bare === '' || courtesies.includes(bare) || same.includes(bare);
}

function words(list: string): string[] {
  return list
    .split('|')
    .map((phrase) => plain(phrase.trim()))
    .filter((phrase) => phrase !== '')
    .sort((one, other) => other.length - one.length);
}
