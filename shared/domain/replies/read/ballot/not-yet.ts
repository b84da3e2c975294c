/** Sentences that look like a vote and are none: good wishes, promises to vote, votes taken back. */

const days =
  'monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|lunes|martes|miércoles|jueves|viernes|segunda|terça|quarta|quinta|sexta';

const wish =
  /^(?:(?:otherwise|and),?\s+|(?:hi|hello|dear|hallo|hola|olá)\s+\p{L}+,?\s+|thanks,?\s+)*(?:(?:i|we|ich|wir)\s+)?(?:do\s+|really\s+)?(?:hope|hoping|trust|hoffe|hoffen|espero|esperamos|espérons|j['’]espère)(?!\p{L})/iu;

const health =
  /^(?:(?:otherwise|and),?\s+)?(?:(?:i(?:['’]m| am)|we(?:['’]re| are))\s+(?:\p{L}+\s+)?(?:fine|well|good|ok|okay|great)(?:\s+(?:here|thanks|thank you|and you|too)|\s*,\s*(?:thanks|thank you|and you|how are you)|\s*$)|(?:all|everything is) well(?: here)?\s*$)/iu;

const happyDay = new RegExp(
  `^(?:happy|merry|good)\\s+(?:new year|easter|christmas|birthday|day|morning|afternoon|evening|weekend|week|${days})(?!\\p{L})`,
  'iu',
);

/** "Hope all is well", "I'm fine, thanks", "Happy Monday": about people, and no word on any pair. */
export function isWish(words: string): boolean {
  const said = words.trim();
  return wish.test(said) || happyDay.test(said) || health.test(said);
}

/** A hope that something is done first. */
const errand =
  /(?<!\p{L})(?:check\p{L}*|look\p{L}*|first|before|ask\p{L}*|should|change\p{L}*|reconsider\p{L}*|others?|else|ones|some(?:body|one)|not|nobody|prüf\p{L}*|zuerst|nicht|vérifi\p{L}*|verifi\p{L}*|antes)(?!\p{L})/iu;

/** A wish that asks for something. */
export function asksFor(words: string): boolean {
  return errand.test(words);
}

const promise =
  /(?<!\p{L})(?:(?:i|we)(?:['’]ll| will| shall| want to| would like to|['’]d like to| am going to|['’]m going to| need to| have to| still have to)|(?:will|going to))\s+(?:\p{L}+\s+)?(?:do|vote|look|have a look|take a look|read|get|see|go through|check|reply|answer|respond|send|try|come back)(?!\p{L})/iu;
const promiseEnd =
  /(?<!\p{L})(?:(?:yes|ok|okay|right|sure),?\s+)?(?:i|we)(?:['’]ll| will| shall| do| am|['’]m here| am here)\s*$/iu;
const willDo = /(?<!\p{L})will do(?!\p{L})|(?<!\p{L})(?:yes|ok|okay|right|sure),?\s+(?:i['’]m |i am )?on it\s*$/iu;

const dated = new RegExp(
  `(?<!(?:see you|good|nice|great|happy|lovely|wonderful)(?:\\s+\\p{L}+){0,2}\\s)(?<!\\p{L})(?:(?:on|by|for|until|till|this|next|am|bis|le|el|na|coming)\\s+)(?:${days}|tomorrow|tonight|later|week)(?!\\p{L})`,
  'iu',
);
const future = /['’]ll(?!\p{L})|(?<!\p{L})(?:will|shall|ill|going to|want to|would like to)(?!\p{L})/iu;

/** "OK, will do", "I'll approve the rest on Monday": what is to come has not been said. */
export function isPromise(words: string, votes: string): boolean {
  const said = words.trim();
  const at = promise.exec(said);
  // "I will vote yes"
  const isVote = at !== null && votes !== '' && said.indexOf(votes, at.index) >= at.index;
  if ((at !== null && !isVote) || promiseEnd.test(said) || willDo.test(said)) return true;
  return dated.test(said) && (future.test(said) || /^(?:yes|ok|okay|right|sure|ja|no|on|by)(?!\p{L})/iu.test(said));
}

const takenBack =
  /(?<!\p{L})(?:take (?:that|it|this) back|forget (?:that|it|what|this|about)|(?:ignore|disregard) (?:that|this|it|what|my)|scratch that|scrap that|strike that|never ?mind|misread|mixed up|changed? my mind|second thoughts?|on reflection|(?:just|only) (?:kidding|joking)|i mean(?:t)? (?:yes|no)|(?<=^\s*)not really|vergiss|vergesst|ignorier\p{L}*|zurückgenommen|doch nicht|oubliez|olvid\p{L}*|ignor[ea]\p{L}*|esque[cç]\p{L}*)(?!\p{L})/iu;

/** "Friday is fine", "no problem", "all good, I hope": perhaps not of the pairs, or not for sure. `names`: pairs, or all of them. */
export function isOfAnother(words: string, names: boolean): boolean {
  const said = words.trim();
  if (/(?<!\p{L})(?:i|we|ich|j['’])\s?(?:hope|hoffe|espère)\s*$/iu.test(said)) return true;
  return !names && (ofDay.test(said) || idiom.test(said));
}

const ofDay = new RegExp(
  `(?<!(?:see you|have a|nice|good|great|happy|until|till|lovely)(?:\\s+\\p{L}+){0,2}\\s)(?<!\\p{L})(?:${days})(?!\\p{L})`,
  'iu',
);
const idiom = /^no (?:way|problem|problems|worries|kidding|issue)(?: at all)?$/iu;

/** "Ada says", "Grace has declined": what somebody else said. */
export function isSpeech(words: string): boolean {
  return /(?<!\p{L})(?:says?|said|told|tells|wrote|writes|asked|asks|replied|answered|wants?|thinks?|feels|sagt|sagte|meinte|schrieb|dit|dice|dijo|diz|disse)(?!\p{L})/iu.test(
    words,
  );
}

/** How the deed of a person begins behind the name. */
export function isDeed(words: string): boolean {
  return /^\s*(?:(?:has|have|had|would|will|also|already)\s+)*(?:says?|said|declined|accepted|rejected|refused|agreed|agrees|approves|approved|objected|objects|opposes|opposed|confirmed|confirms|declines|accepts|refuses|sagt|sagte|dit|dice|diz|disse)(?!\p{L})/iu.test(
    words,
  );
}

/** "Yeah, right." */
export function isIrony(words: string): boolean {
  return /^\s*(?:yeah|oh|sure|ja),?\s+(?:right|great|sure|brilliant|perfect|klar)\s*$/iu.test(words);
}

/** "Forget that", "I take that back": what was said just before does not count. */
export function isTakenBack(words: string): boolean {
  return takenBack.test(words);
}

const partly =
  /(?<!\p{L})(?:only|just)(?: \p{L}+)? (?:read|looked|seen|checked|managed|got|gone|studied|reviewed)(?!\p{L})|(?<!\p{L})(?:all|everything|those|the ones)(?: that| which)?(?: i| we)(?:['’]ve| have)?(?: \p{L}+)? (?:read|looked|seen|checked|managed|got|studied|reviewed)(?!\p{L})/iu;

/** "I only read the first six", "yes to all I have read": of the others nothing is said. */
export function isPartlyRead(words: string): boolean {
  return partly.test(words);
}

/** A no for the time being, or less than one. */
const passing =
  /^(?:(?:at least|but|only|well|just)\s+)*(?:for (?:now|the moment|the time being)|not (?:yet|now|really|necessarily|a hard no)|at (?:the|this) moment|vorerst|noch nicht|pour l['’]instant|por ahora|por enquanto)(?!\p{L})/iu;

export function isPassing(words: string): boolean {
  return passing.test(words.trim());
}

/** "A no to 4 would be too harsh" */
export function isHypothetical(words: string): boolean {
  return /^\s*(?:would|could|might|may|wäre|waere|könnte|serait|sería|seria|is too|is hard|are too)(?!\p{L})/iu.test(
    words,
  );
}

const abstaining =
  /(?<!\p{L})(?:abstain\p{L}*|conflict of interest|not vote|no vote|recuse\p{L}*|stay out|biased|befangen|enthalt\p{L}*|abstiens|abstengo|abstenho)(?!\p{L})/iu;

export function isAbstaining(words: string): boolean {
  return abstaining.test(words);
}

/** Further pairs, of which nobody knows which they are. */
export function isOfOthers(words: string): boolean {
  return /^(?:(?:and|or|also)\s+)?(?:to|for)\s|(?<!\p{L})(?:ones?|two|three|couple|pair|match|guys?|girls?|woman|women|man|men|lady|people|folks|whoever|anyone|anybody)(?!\p{L})/iu.test(
    words,
  );
}

/** What has to be done, rather than why. */
export function isDemand(words: string): boolean {
  return /(?<!\p{L})(?:please|should|need|needs|must|first|let['’]s|give me|deserves?|another|bitte|zuerst|por favor|primeiro|primero|d['’]abord)(?!\p{L})/iu.test(
    words,
  );
}
