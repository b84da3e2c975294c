import { foldedWords, plain } from '../text/words.ts';

/** "No thanks", as it begins. What may follow is a reason. */
const declines = phrases(`
  no thanks|no thank you|no thankyou|not interested|i am not interested|i'm not interested|not for me|it's not for me|this is not for me|not this time|
  not this year|not now thanks|i'd rather not|i would rather not|i decline|i'll pass|i will pass|pass this time|count me out|no not this time|
  not at this time|i can't this time|i have to decline|thanks but no thanks|thank you but no|thanks but no|thank you but i'd rather not|
  nein danke|kein interesse|nicht für mich|diesmal nicht|danke nein|danke aber nein|leider nein|ich möchte nicht|non merci|pas intéressé|pas intéressée|
  ça ne m'intéresse pas|pas cette fois|no gracias|no me interesa|esta vez no|não obrigado|não obrigada|nao obrigado|nao obrigada|não tenho interesse|
  desta vez não|no grazie|non mi interessa|non sono interessato|non sono interessata|nee dank je|nee bedankt|nee dank u|geen interesse|geen belangstelling|
  nej tack|inte intresserad|nie dziękuję|nie dziekuje|nie jestem zainteresowany|nie jestem zainteresowana|結構です|遠慮します|遠慮しておきます|
  いいえ結構です|今回は見送ります|不用了|不用谢谢|不谢谢|不了谢谢|不感兴趣|괜찮습니다|아니요 괜찮습니다|사양하겠습니다|관심 없습니다|لا شكرا|لست مهتما|غير مهتم|
  לא תודה|לא מעוניין|לא מעוניינת`);

/** "Unsubscribe", as the whole of a short message or within one. */
const stops = phrases(`
  unsubscribe|unsubscribe me|please unsubscribe|please unsubscribe me|remove me|please remove me|stop|stop emailing me|stop writing to me|
  stop sending me emails|please stop|take me off|take me off the list|take me off your list|take me off this list|opt out|opt me out|remove me from|
  do not contact me|don't contact me|do not email me|don't email me|leave me alone|abmelden|bitte abmelden|austragen|bitte austragen|keine e mails mehr|
  keine weiteren e mails|désabonner|me désabonner|désinscription|désinscrire|me désinscrire|darme de baja|baja|dame de baja|dar de baja|quiero darme de baja|
  cancelar suscripción|cancelar inscrição|cancelar a inscrição|cancelar minha inscrição|cancelar a minha inscrição|descadastrar|quero cancelar a inscrição|remover me|cancellami|cancellarmi|vorrei cancellarmi|disiscrivimi|cancellatemi|annulla iscrizione|uitschrijven|afmelden|
  schrijf me uit|avregistrera|avsluta prenumeration|avprenumerera|wypisz mnie|proszę o wypisanie|proszę mnie wypisać|wypisać|配信停止|配信停止をお願いします|配信を停止|退订|请退订|取消订阅|退訂|수신거부|수신 거부|구독 취소|
  إلغاء الاشتراك|הסר|הסירו אותי|להסיר אותי|הסר אותי`);

/** What may stand around "stop" without making it more than that: "Please unsubscribe me from all emails, thanks". */
const aroundStop = new Set(
  foldedWords(
    `please kindly now thanks thank you hi hello hey dear me from all any more further this the your these list lists mailing mail mails email emails e sending me
    writing to bitte mich danke merci s il vous plait por favor per favore graag alstublieft tack prosze obrigado obrigada gracias grazie 请 您 谢谢 謝謝 多谢 お願いします お願いいたします ありがとうございます 감사합니다 부탁드립니다 شكرا תודה בבקשה all at once right away immediately`,
  ),
);

/**
 * Whether `said`, the whole of what someone wrote, asks us to stop or declines. `isPart`: there is more in it than the wish to
 * stop, so that it may be about something else.
 */
export function intentOf(said: string): { intent: 'decline' | 'stop'; rest: string; isPart?: true } | undefined {
  const words = comparable(said);
  const count = words === '' ? 0 : words.split(' ').length;
  if (count === 0 || count > 160) return undefined;
  // In a longer message the wish is asked about, whatever else is in it.
  if (count > 40) return wishesIn(said) ? { intent: 'stop', rest: said, isPart: true } : undefined;
  const stop = stops.find((phrase) => begins(words, phrase));
  if (stop && count <= stop.split(' ').length + 8) return stopIn(said, words, stop);
  if (count <= 16 && !/(?:^| )(?:not|dont|do not|never|until) /.test(words)) {
    const within = stops.find((phrase) => phrase.length > 8 && ` ${words} `.includes(` ${phrase} `));
    if (within) return stopIn(said, words, within);
  }
  const thanks =
    /^(?:(?:thanks|thank you|many thanks) for (?:asking|the invitation|thinking of me|inviting me|this|writing)(?: but)?|thanks|thank you|danke|merci|gracias|obrigad[oa]|grazie|bedankt|tack|dziekuje)(?: (?:but|aber|mais|pero|mas|ma|maar|men|ale))? /.exec(
      words,
    )?.[0] ?? '';
  if (wishesIn(said)) return { intent: 'stop', rest: said, isPart: true };
  const decline = declines
    .map((phrase) => (begins(words, phrase) ? phrase : thanks + phrase))
    .find((phrase) => begins(words, phrase));
  if (!decline) return undefined;
  return { intent: 'decline', rest: wordsAfter(said, decline) };
}

function stopIn(said: string, words: string, phrase: string): { intent: 'stop'; rest: string; isPart?: true } {
  const around = words.replace(phrase, ' ').split(' ');
  const isWhole = around.every((word) => word === '' || aroundStop.has(word));
  return isWhole ? { intent: 'stop', rest: '' } : { intent: 'stop', rest: said, isPart: true };
}

/** A wish for no more mail in words of one's own, anywhere in a message. It is asked about before anything ends. */
const wishesToStop =
  /(?<!\p{L})(?:(?:take|remove|delete|strike|drop) (?:me|my (?:e-?mail |mail )?(?:address|name)|this address|us)(?: \p{L}+){0,4} (?:lists?|mailings?|distribution|database|mails?|emails?)|(?:do not|don't|no longer) (?:want|wish)(?: to)?(?: (?:get|receive|have|see))?(?: \p{L}+){0,2} (?:mails?|emails?|messages)|tir(?:em|ar|e|a)(?:-| )?me(?: \p{L}+){0,3} lista|(?:remov|apag|exclu)\p{L}{1,4}(?:-| )(?:me|o meu)(?: \p{L}+){0,3} (?:lista|endereco|email)|nao (?:quero|desejo|pretendo) (?:receber )?mais (?:emails?|mails?|mensagens)|nao (?:quero|desejo) receber mais|(?:retir|enlev|supprim|ot)\p{L}{1,4}(?:-moi| moi| mon (?:adresse|nom))(?: \p{L}+){0,3} (?:listes?|mailing)|ne (?:veux|souhaite|desire) plus (?:recevoir|de (?:mails?|courriels?))|(?:nehmt|nehmen sie|streich\p{L}*|losch\p{L}*|entfern\p{L}*)(?: \p{L}+){0,4} (?:liste|verteiler|adresse|mailadresse)|keine (?:weiteren )?(?:e-?mails?|mails|nachrichten) mehr|quit(?:en|ar|e)(?:me| me)(?: \p{L}+){0,3} lista|no quiero recibir mas)(?!\p{L})/u;

/** "Please do not remove me from the list" is no such wish. */
function wishesIn(said: string): boolean {
  const words = plain(said);
  const found = wishesToStop.exec(words);
  return (
    found !== null &&
    !/(?<!\p{L})(?:not|don't|never|nao|nicht|pas|no)\s(?:\p{L}+\s)?$/u.test(
      words.slice(Math.max(0, found.index - 20), found.index),
    )
  );
}

/** Whether someone wrote a bare "no" and nothing else. */
export function isBareNo(said: string): boolean {
  return /^(?:no|nein|non|não|nao|nee|nej|nie|いいえ|不|아니요|لا|לא)[.!]*$/iu.test(said.trim());
}

function begins(words: string, phrase: string): boolean {
  return (
    words === phrase ||
    words.startsWith(`${phrase} `) ||
    (/[\u0590-\u06ff\u3000-\u9fff\uac00-\ud7a3]$/u.test(phrase) && words.startsWith(phrase))
  );
}

/** Their own words after the phrase: the reason. */
function wordsAfter(said: string, phrase: string): string {
  const wanted = comparable(said).length - phrase.length;
  if (wanted <= 0) return '';
  for (let at = 1; at < said.length && at < 120; at += 1) {
    if (comparable(said.slice(0, at)) === phrase && !/[\p{L}\p{N}'’]/u.test(said[at] ?? '')) {
      return said.slice(at).replace(/^[\s,.;:!–—،、。，！-]{1,10}/u, '');
    }
  }
  return said;
}

function comparable(said: string): string {
  return foldedWords(plain(said)).join(' ').replaceAll(')', '');
}

function phrases(list: string): string[] {
  return list
    .split('|')
    .map((phrase) => comparable(phrase.trim()))
    .filter((phrase) => phrase !== '')
    .sort((one, other) => other.length - one.length);
}
