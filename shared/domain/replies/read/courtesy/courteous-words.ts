/** What politeness leaves behind a yes or a no: "ok WITH ME", "yes, OF COURSE", "no, SORRY". No reason of a vote. */
const polite = new Set(
  `with me|by me|from me|for me|to me|of course|sure|absolutely|certainly|definitely|indeed|gladly|happily|happy to|with pleasure|by all means|
please|yes please|thanks|thank you|thank you very much|many thanks|cheers|sorry|very sorry|i am sorry|i'm sorry|i'm afraid|unfortunately|
that's me|it was me|that was me|it's me|i did|i do|i would|i agree|agreed|go ahead|please do|no problem|fine|ok|okay|great|good|perfect|
natürlich|gerne|selbstverständlich|klar|danke|bitte|leider|sehr gerne|für mich|bien sûr|volontiers|merci|avec plaisir|pour moi|
por supuesto|claro|gracias|con gusto|por favor|lo siento|com certeza|claro que sim|obrigado|obrigada|certo|certamente|volentieri|grazie|
natuurlijk|graag|zeker|dank je|bedankt|tack|absolut|självklart|gärna|oczywiście|jasne|dziękuję|chętnie`
    .split('|')
    .map((phrase) => phrase.trim()),
);

/** The comments that say something. Politeness beside an answer is dropped: quoted back, it reads as if we mocked it. */
export function withoutPoliteness(comments: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(comments).filter(([, words]) => !isPolite(words)));
}

function isPolite(words: string): boolean {
  return words
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .split(/[,.;:!–—\n]+|\s-\s/u)
    .map((part) => part.replace(/[^\p{L}\p{M}' ]/gu, '').trim())
    .every((part) => isMadeOfPoliteness(part.split(/\s+/).filter((word) => word !== '')));
}

/** "ok with me", "of course thank you": one polite phrase after the other, each as long as it can be. */
function isMadeOfPoliteness(words: readonly string[]): boolean {
  for (let at = 0; at < words.length; ) {
    let length = Math.min(longest, words.length - at);
    while (length > 0 && !polite.has(words.slice(at, at + length).join(' '))) length -= 1;
    if (length === 0) return false;
    at += length;
  }
  return true;
}

const longest = Math.max(...[...polite].map((phrase) => phrase.split(' ').length));

/**
 * What people say around an answer: hopes, apologies for the hour, where the answers stand. A sentence that is made of these
 * words alone asks nobody for anything. No word here denies, asks or complains: "not" or "never" makes more of any sentence.
 */
const courteous = new Set(
  `a all am and answer answers are as asked asking at attached be been before below best better bye care cheers coming could day dear
delay done email emails enjoy everybody everyone everything evening evenings everybody's excited filled few find first follow following follows for form forward
from fully glad going good got great greetings happy have hello here hey hi hope hoping i i'll i'm i've idea in inline is it it's join joining just kind kindly
know last late later left like looking looks lot lots luck love lovely mail many meet meeting message messages mine more morning much my nice now of ok okay on one other our part
participating patience perfect planning please pleased pleasure questions reading received regards reminder reminders remaining replies reply replying response rest said see seeing
send sending sent soon sorry splendid start starting super sure sweet taking ten thank thanks thankyou that that's the their them there these they this those thrilled thus to
today together tomorrow tonight too two three four five six seven eight nine very warm was we week weekend weeks well what where will wishes with wonderful words work writing year
yes you your yours
alles antwort antworten auf beste danke das dank dem den der die dir ein einen es euch freue freundliche für ganz gerne grüße gruß gut gute guten hallo herzliche herzlichen hier ich ihnen im ist
liebe lieber mein meine mich mit morgen noch rest schönen sehr sie siehe tag und unten viel viele vielen von weiter wünsche wochenende zu
à avec beaucoup belle bien bientôt bon bonjour bonne cher chère ci-dessous cordialement d'avance de du est et je journée la le les ma merci mes pour réponse réponses salutations tout tous très
un une voici vous
abajo adelante buen buena buenos con días el en encantado encantada esta está este gracias hasta hola las los luego mi mis muchas muchos muy para por pronto que respuestas respuesta saludos todo todos
un una y
abaixo abraço abraços até boa bom breve com cumprimentos da dia do e em logo me meu meus minha minhas muito muita o obrigada obrigado olá os para respostas resposta segue seguem semana tarde todos tudo
buona buono ciao cordiali di ecco giornata grazie il mie presto risposte saluti
bedankt beste dag dank groet groeten hartelijk het hierbij ik je met mijn u van veel voor vriendelijke
tack hälsningar vänliga med så mycket hej dziękuję bardzo pozdrawiam pozdrowienia serdecznie`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Courtesy that is written without spaces. */
const courteousWhole =
  /^(?:ありがとうございます|ありがとうございました|よろしくお願いします|よろしくお願いいたします|谢谢|謝謝|多谢|감사합니다|고맙습니다|شكرا|شكرا جزيلا|תודה|תודה רבה)$/u;

/** What mail programs leave of addresses, links and pictures when they turn HTML into text; nobody has written it. */
const leftOver = /<(?:mailto|https?|tel):[^<>\s]*>|\[(?:cid|image|logo|bild|imagen|imagem)\b[^\]]*\]/giu;

/** Longer sentences tell something, even in such words. */
const longestCourtesy = 16;

/** Whether a sentence is courtesy and nothing else. `names` are theirs and of whom they address. */
export function isCourtesy(sentence: string, names: readonly string[] = []): boolean {
  const own = new Set(names.flatMap(wordsOf));
  const words = wordsOf(sentence.replace(leftOver, ' ')).filter((word) => !own.has(word));
  if (courteousWhole.test(words.join(' ')) || isPolite(sentence)) return true;
  return words.length <= longestCourtesy && words.every((word) => courteous.has(word) || /^\d+$/.test(word));
}

function wordsOf(said: string): string[] {
  return (
    said
      .toLowerCase()
      .replace(/[\u2018\u2019]/g, "'")
      .match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'-]*/gu) ?? []
  );
}
