import type { Question } from '#domain/forms/form.ts';
import { Phrases, type Token, tokensOf } from '../text/word-tokens.ts';
import { explain } from './account.ts';
import { answer, type Understood, unclear } from './understood-answer.ts';

/**
 * What a phrase says. yes, no: by itself. says-yes, says-no: as a sentence, behind which nothing may follow but the question's
 * own words. idiom: neither, whatever words are in it ("no problem" to "Would you like to?"). wish: no answer
 * to whether something has happened. pass: no word of an answer.
 */
type Polarity = 'yes' | 'no' | 'says-yes' | 'says-no' | 'idiom' | 'wish' | 'pass';

const plainYes = `yes|y|yep|yeah|yea|yup|ya|aye|ja|jawohl|jep|jup|oui|ouais|sí|si|sim|tak|jo|japp|javisst|はい|ええ|うん|是|是的|好|好的|可以|同意|对|예|네|그렇습니다|좋아요|نعم|اجل|موافق|כן|בטח|מסכים|מסכימה|👍|✓|✔|✅|☑|👌|+1|ok|okay|okey|okie|k`;

const plainNo = `no|n|nope|nah|nein|nee|ne|nö|non|não|nao|nej|nie|いいえ|いや|不|不是|否|不同意|不可以|不行|不好|아니요|아니오|아뇨|아니|لا|كلا|לא|👎|✗|✘|❌|-1`;

/** Other ways to say yes to anything, besides the wishes below. */
const yes = `nichts lieber als das|bora lá|vamos a isso|nada me gustaría más|nothing would please me more|sure|approve (all|them all|them|it|this|the lot|both)|(approved|ok to|okay to) all|all (approved|is fine|are fine|ok|okay|in favour|in|for it|fine|good)|yes (to all|to all of them|to everything|please|indeed)|
(all of them|all|why wouldn't i|of course|definitely|hell|heck|that's a|no doubt about it|i would say|i will say|i do say|i can only say|gladly|why not) yes|fine with all of them|everything (is fine|fine|ok)|with the greatest of pleasure|nothing i would like more|most certainly|most definitely|
it works|(it works for|fine for|fine from|ok from|yes from|approved by|that works for|fine by|fine with|ok with|okay with|ok by|ok for|good with|good for|suits|that suits) me|avec le plus grand plaisir|bien (sûr que oui|sûr|entendu)|claro que (sí|sim)|sehr gerne doch|
ja (klar|natürlich|sicher|gerne|gern)|(i|i most) certainly will|i (sure will|will indeed|would be pleased to|am in favour|am for it|couldn't ask for better)|pleased to|in favour|in favor|dafür|je suis pour|a favor|a favore|deal|it's a deal|i'd be (daft not to|honored)|
i'm (all in|on board|all for it|glad to|fine with it|ok with it|game)|on board|(i am ok|i'm okay|i'm good|i am fine|i am happy|happy) with that|(fine|ok) from my side|thumbs up|go|carry on|proceed|let's do it|let's go|lets go|lets do it|do it|wonderful|brilliant|excellent|lovely|fantastic|exactly|
roger that|no hesitation|any time|anytime|any day|sure thing|of course|certainly|absolutely|definitely|agreed|agree|fine|good|great|perfect|approve|approved|confirmed|confirm|correct|right|true|accept|accepted|happy to do so|sounds (perfect|fine|lovely)|looks (good|great|fine)|please go ahead|
that works|im in|you bet|affirmative|roger|indeed|very much so|very much|hell yeah|heck yeah|(one hundred|hundred) percent|100|done|without (a doubt|doubt)|lgtm|einverstanden|natürlich|klar|klar doch|logisch|logo|stimmt|passt|(passt|ok) für mich|passt mir|(in|geht in) ordnung|geht klar|
selbstverständlich|auf jeden fall|unbedingt|jawoll|aber (ja|gerne|klar)|genau|richtig|absolut|freilich|zustimmung|ich stimme zu|stimme zu|sicher|d'accord|tout à fait|absolument|carrément|évidemment|certainement|parfait|ça marche|ça me va|(ça|cela) me convient|(ok|c'est bon) pour moi|c'est bon|
entendu|mais oui|oui bien sûr|banco|claro|com certeza|concordo|(de|estou de) acordo|combinado|está bem|tudo bem|(tudo|ma|sì) certo|perfeito|óptimo|ótimo|certo|exato|exacto|aceito|aprovo|aprovado|(podem|pode) avançar|fechado|por supuesto|(de|estoy de) acuerdo|vale|desde luego|perfecto|
me parece (bien|perfecto)|acepto|apruebo|adelante|cómo no|certamente|va bene|per me va bene|d'accordo|perfetto|certo che sì|accetto|approvo|assolutamente sì|zeker|akkoord|natuurlijk|prima|goed|uiteraard|jazeker|självklart|jajamensan|visst|okej|självfallet|det går bra|oczywiście|zgoda|zgadzam się|
jasne|pewnie|もちろん|當然|当然`;

const no = `no (to all|to all of them|to both|me gustaría|deal|go|way|chance|thanks|thank you|can do|gracias|quiero|grazie)|reject (all|them all|it)|
(all|i would have to say|i will have to say|hell|heck|god|hard|thanks but|that's a|i would say|i will say|i have to say|i am saying|no|mejor|todavía|aún|claro que|por supuesto que|preferiría|meglio di|assolutamente|certo che|preferisco di|preferirei di) no|
(preferably|better|best|i certainly will|i will certainly|i would sooner|i'd rather we did|afraid|i am afraid|i fear|it is|it was|absolutely|certainly|definitely|of course|surely|clearly|obviously|sure|most certainly|most definitely|really|rather|i would rather|i would prefer|prefer|please do|please|do) not|
i (am afraid i cannot|am afraid i can't|do not want to|do not want that|am against|am against it|am opposed|am not keen|can't do that|can not do that|will have to decline|would prefer not to|prefer not to|will pass|am out|must decline|have to decline|refuse|object|am not interested|do not think so)|
i'd rather not do that|not (him|her|them|keen|a fan|really|a chance|at all|in the least|on your life|for me|this time|now|this year|interested|yet|so far|ok|okay|fine|me|mine|that i know of|to my knowledge|that i remember|that i recall|that i'm aware of)|anyone but (him|her|them)|
(that would|that does|does) not work for me|(passt|passt mir|das passt|das passt mir|eher|leider|noch|bisher|lieber|besser|bitte|natürlich|absolut|sicher|ganz sicher|bestimmt|überhaupt|gar|möchte ich|ich möchte) nicht|lieber jemand anderen|
(ça ne me convient|ça ne me va|absolument|certainement|surtout|plutôt|je préfère|je ne préfère|je préfère ne|je préférerais|je préférerais ne) pas|não (gostaria|quero|obrigado|obrigada)|veto|against|against it|opposed|dagegen|je suis contre|vetoed|
(i'd sooner we|i'd sooner they|i'd rather they|i'd rather you|rather you) didn't|it isn't|under no circumstances|over my dead body|hard pass|prefer not to|thanks but no thanks|count me out|disagree|disagreed|reject|rejected|decline|declined|false|wrong|incorrect|negative|don't think so|
(noch|jeszcze|raczej|na pewno|absolutnie|wolałbym|wolałabym) nie|(auf|auf gar) keinen fall|keinesfalls|keineswegs|unter keinen umständen|nicht wirklich|nein danke|kommt nicht in frage|ich lehne ab|abgelehnt|nicht dass ich wüsste|pas (vraiment|encore|du tout|question|moi)|bien sûr que non|
hors de question|non (merci|ancora|direi)|plutôt non|je refuse|en aucun cas|(melhor|ainda|preferia|claro que|com certeza que|certamente que|acho que) não|nem pensar|(de modo|de jeito|em caso) nenhum|de modo algum|de maneira nenhuma|recuso|para nada|en absoluto|ni hablar|de ninguna manera|per niente|
(liever|nog|helaas|zeker|absoluut|helemaal) niet|nee dank je|(helst|absolut|verkligen) inte|inte än|inte|nej tack`;

/** A wish: a yes to what may be, and no answer to whether something has been. */
const wishes = `gladly|happily|(with|with great|with the greatest|my) pleasure|(happy|very happy|i am happy|glad|delighted|love|would love|would like) to|i would (be happy to|be glad to|be delighted|be delighted to|love to|love that|like to|like that)|delighted|count me in|i am in|by all means|please do|go ahead|
go for it|sounds (good|great)|works for me|can't wait|cannot wait|honoured|i'd be honoured|gerne|gern|sehr gerne|sehr gern|(mit|mit dem größten) vergnügen|mit freude|bin dabei|ich bin dabei|volontiers|bien volontiers|(avec|avec grand) plaisir|je veux bien|partant|partante|
com (prazer|todo o gosto|muito gosto)|adoraria|adorava|gostaria muito|gostava muito|bora|força|con (gusto|mucho gusto|piacere)|encantado|encantada|me encantaría|volentieri|molto volentieri|graag|gärna|chętnie|z przyjemnością`;

/** Sentences that answer a question of their kind, when nothing else is said. */
const saysYes = `i (do|would|am|have|did|can|will|wrote it|wrote that)|we (do|have|did|are|can|will)|(it was|that was|that's|it's) me|(it was|it is|that's) mine|c'est moi|c'était moi|das war ich|ich war (es|das)|fui eu|fui yo|sono stato io|sono stata io`;
const saysNo = `never|nunca|jamais|jamás|nie|niemals|mai|nooit|aldrig|nigdy|(i do|i would|i am|im|i have|we do|we have|we did|i did|i will|we will|i can) not|i (dont|wouldn't|wouldnt|haven't|havent|didnt|won't|wont|cannot|can't|would never|will never|have never|never have|never did)|
(it was not|it wasnt|wasn't|wasnt|not by|not from) me|it is not mine|(ce n'est|ce n'était) pas moi|das war ich nicht|ich war es nicht|não fui eu|no fui yo|non sono (stato io|stata io)`;

/** What is in none of the two, whatever words it has. */
const idioms = `i (am good|can't refuse|couldn't refuse|abstain|recuse myself|am not against|won't veto|am not sure|don't see why not|see no reason why not|wouldn't mind|would not mind|do not mind|guess|guess so|suppose|suppose so|think|think so|think not|believe so|hope so|hope not|do not know|dont know|can't say|can't promise|will try|will do my best|wish|wish i could)|
we're good|(i cannot|i can not|cannot|can not|couldn't|could not|i couldn't|i could not|won't|i won't|i don't|i never|not|hard to|can't really|how could i|never|wouldn't|i wouldn't|i would not|can't|i can't|i can hardly) say no|can't (refuse|see why not|complain|say|promise)|
cannot (refuse|say|promise)|(couldn't|how could i) refuse|abstain|i'll abstain|abstention|recuse|enthaltung|ich enthalte mich|abstenho-me|je (m'abstiens|ne dis pas non|dis pas non|ne sais pas|sais pas|n'ai rien contre)|me abstengo|
not (against|opposed|a problem|against it|only|just|any more|anymore|a yes|a no|yes|no|a bad idea|bad|unhappy|averse|exactly|quite|necessarily|entirely|particularly|always|often|much|many|all|everything|a lot|fully|completely|totally|as such|likely|half)|
no (veto|problem|problems|problem at all|objection|objections|objection from me|objections from me|idea|clue|opinion|preference|strong feelings|strong view|answer|comment|need|matter|matter what|one|se|lo se|sabria|longer|yes|harm|harm in it|harm done|regrets|yeah|hay problema|me importa|digo que no|tengo nada en contra|sé)|
nothing (against|against it)|nobody|non (so|saprei|mi dispiace)|unsure|right now|(never|don't|dont|wouldn't) mind|nevermind|never say never|(yes and|yes|si e|yeah|por qué|creo que|perché|non dico di) no|yes and no both|jein|(ja und|ich sage nicht|nicht) nein|oui et non|
(sim e|por que|porque|não digo que) não|ja en nee|ja och nej|(tak i|sag niemals|dlaczego|czemu) nie|maybe|perhaps|depends|why (not|would i|wouldn't i)|don't see why not|hardly|neither|either|i'm not opposed|as you (like|wish)|whatever|(fine|ok) whatever|up to you|your call|you decide|i'd say|
dont know|do not know|hard to say|(i'd say yes|ok|fine) but|sure about|nothing|none|yeah right|(ja klar|nicht) sicher|yes right|(kein|inga|inget|żaden) problem|keine einwände|(warum|wieso|von mir aus gerne) nicht|nichts dagegen|(hab|habe|hätte) nichts dagegen|vielleicht|schauen wir mal|egal|mir egal|
ist mir egal|wenn's sein muss|na ja|naja|geht so|jein eher|pourquoi pas|pas (de problème|de souci|d'objection|forcément|toujours)|aucun problème|aucune objection|(c'est|ce n'est) pas de refus|sais pas|peut-être|bof|mouais|(si|comme) vous voulez|si tu veux|rien contre|peu importe|ça m'est égal|
(sem|não há|nenhum|sin|ningún|nessun) problema|sem problemas|não me importo|(nada|não tenho nada|nada en) contra|não sei|talvez|depende|tanto faz|é-me indiferente|se quiserem|se for preciso|acho que sim|sei lá|nem sempre|quizás|quizá|como quieras|me da igual|niente in contrario|forse|fa lo stesso|
waarom niet|geen probleem|geen bezwaar|misschien|maakt niet uit|varför inte|kanske|spelar ingen roll|nie ma problemu|może|nie wiem|wszystko jedno|n/a|不知道|不确定|不一定|不清楚|好像|对不起|是不是|לא יודע|לא יודעת|לא בטוח|لا أعرف|لا ادري|لا اعرف`;

/** A yes or a no inside these is no second one: what politeness and leading up put beside an answer. */
const passing = `yes men|yes-men|
no (doubt at all|worries|need to worry|hurry|rush|need for more|thanks needed|reply needed|further questions|questions|questions from me|further comment|further comments|changes|concerns|concerns from me|complaints|issues|issue|surprises|objection there|hard feelings|offence|offense|kidding|drama|fuss|ano|mês|trabalho|início|fim|final|meu|nosso|máximo|mínimo|total|entanto|passado|próximo|departamento)|
in no time|for good|good (luck|morning|afternoon|evening|day|question|people|match|fit|pair|work|job|idea)|all good wishes|great (work|job|match|idea|people)|(so|be|make) sure|fine people|true that|happy to (help|chat|talk)|right (away|person|now)|in my right|not only that`;

const will = `cross my heart|ehrenwort|großes ehrenwort|parole d'honneur|palavra de honra|palabra de honor|i (promise|swear|give you my word|always do|shall|promise to|promise that|promise i will|undertake to|commit|commit to that)|mum's the word|(my lips are|lips) sealed|always (have|do)|you can (rely on it|rely on me|count on me|count on it)|(rely|my word|count) on it|without fail|
(that's|it's) a promise|promised|will do|of course i will|always|you have my word|count on me|naturally|as a matter of course|(goes|that goes|it goes) without saying|needless to say|committed|pledge|versprochen|ich verspreche es|(das verspreche|mache|werde|das werde) ich|ehrensache|wird gemacht|
promis|je promets|je m'y engage|je m'engage|prometo|prometido|combinado sim|comprometo-me|prometto|promesso|beloofd|dat beloof ik|jag lovar|obiecuję|both yes`;
const hasYes = `once|twice|(three|several|many|a few|a couple of|lots of) times|more than once|often|(years|long|a long time|many years) ago|i was|i was one|i was once|i have (been one|done it|done that|indeed)|been there|been one|done it before|done that|einmal|zweimal|mehrmals|schon (oft|öfter|mal)|öfters|
(une|deux|plusieurs) fois|souvent|déjà|uma vez|(duas|várias|muitas) vezes|já|já fui|una vez|(dos|varias|muchas) veces|ya|una volta|due volte|più volte|già|i've done so`;
const hasNo = `not once|(not|never) before|nope never|(can't say|cannot say|can't say that) i have|first time|first time for me|(this is my|it is my|it would be my|my) first time|(this is|this will be|this would be) my first|(new|i am new) to this|(zum ersten|das erste|mein erstes) mal|nie|première fois|
(c'est la|c'est ma) première fois|(primeira|é a primeira|primera|es la primera) vez|prima volta|è la prima volta`;
const shallYes = `publish|(publish|release|send|out with|include|accept|introduce) them|(publish|send|ship|do|let's do|take|include|accept|count) it|publish (all|them all)|(please|do|let's) publish|send them out|do so|let's go|include (her|him)|let (them in|her in|him in|it count)|accept (her|him)|veröffentlichen|
bitte veröffentlichen|raus damit|los|los geht's|machen|publiez|publier|allez-y|on y va|publicar|publiquem|publicarlos|pubblicate|pubblica`;
const shallNo = `hold|hold (on|off|them|it)|please (hold|wait)|wait|leave (it out|them out|it|them)|do not (publish|take it|publish them)|not like this|not in this form|warten|(bitte|noch) warten|attendez|attendre|esperem|esperar|espera|aguardem`;

/** Questions by what their first word asks: whether something has happened, will be done, or shall be. */
const kinds = {
  fact: /^(?:have|has|had|did|do|does|were|was|are|is)\b/,
  will: /^(?:will|do you agree|do you promise|can|are you willing|would you be willing)\b/,
  shall: /^(?:shall|should|may)\b/,
};

function vocabulary(...added: [string, Polarity][]): Phrases<Polarity> {
  const phrases = new Phrases<Polarity>();
  const all: [string, Polarity][] = [
    [plainYes, 'yes'],
    [plainNo, 'no'],
    [yes, 'yes'],
    [wishes, 'yes'],
    [no, 'no'],
    [saysYes, 'says-yes'],
    [saysNo, 'says-no'],
    [idioms, 'idiom'],
    [passing, 'pass'],
    ...added,
  ];
  for (const [list, kind] of all) phrases.add(list.replaceAll('\n', ''), kind);
  return phrases;
}

const vocabularies = {
  fact: vocabulary([hasYes, 'says-yes'], [hasNo, 'no'], [wishes, 'wish']),
  will: vocabulary([will, 'yes']),
  shall: vocabulary([shallYes, 'yes'], [shallNo, 'no']),
  other: vocabulary(),
};

/** Words that are the answer as we asked for it: a figure of speech is shown back to its writer, these are not. */
const own = new Set(
  `${plainYes}|${plainNo}|agreed|approve|approved|reject|of course|sure|gerne|gern|natürlich|claro|graag|zeker|volontiers|oczywiście|no thanks|nein danke`
    .split('|')
    .map((one) =>
      tokensOf(one)
        .map(({ word }) => word)
        .join(' '),
    ),
);

/** Words that are yes or no whatever follows them. */
const bare = new Set(
  `${plainYes}|${plainNo}`.split('|').map((one) =>
    tokensOf(one)
      .map(({ word }) => word)
      .join(' '),
  ),
);

interface Said {
  polarity: Polarity;
  from: number;
  to: number;
}

/** Yes or no, with what was said beside it: "no, same team" is no, and "of course not" is. */
export function understandYesNo(question: Question, said: string): Understood {
  const asks = question.ask.trim().toLowerCase();
  const kind = kinds.will.test(asks)
    ? 'will'
    : kinds.shall.test(asks)
      ? 'shall'
      : kinds.fact.test(asks)
        ? 'fact'
        : 'other';
  const isPast = kind === 'fact' && /^(?:have|has|had|did|were|was)\b/.test(asks);
  const tokens = tokensOf(said);
  const found = polarities(tokens, vocabularies[kind]);
  const [first, ...more] = withoutAgreement(tokens, found);
  if (!first || first.polarity === 'idiom' || first.polarity === 'wish') return unclear('neither');
  const value = first.polarity === 'yes' || first.polarity === 'says-yes';
  // "Yes yes", "yes, of course", "no, never": the same again. "Yes, why not" says why it is a yes.
  let last = first;
  for (const next of more) {
    if (next.polarity === 'wish' && value) continue;
    const isSame = next.polarity !== 'idiom' && (next.polarity === 'yes' || next.polarity === 'says-yes') === value;
    const isBetween = tokens.slice(last.to, next.from).every(({ word }) => word === 'then');
    const isWhyNot =
      next.polarity === 'idiom' &&
      value &&
      /^(?:why not|warum nicht|pourquoi pas|no problem|no objections?|kein problem|sans problème)$/.test(
        wordsOf(tokens, next),
      );
    if (isBetween && (isSame || isWhyNot)) {
      last = next;
      continue;
    }
    if (isSame) continue;
    // Within a reason a "no" is one of its words; "no - yes" and "yes, no" are two answers.
    const isBare = isClauseOfItsOwn(tokens, next);
    if (isBare || value) {
      if (isBare && isWhyNot) continue;
      return unclear(next.polarity === 'idiom' ? 'neither' : 'both');
    }
  }
  const [start, end] = [tokens[first.from]?.start ?? 0, tokens[last.to - 1]?.end ?? 0];
  const beside = { before: said.slice(0, start), after: said.slice(end) };
  // "Yes they get on" is a yes and its reason; "top people" is no yes.
  const isSentence = !bare.has(wordsOf(tokens, last)) && !bare.has(wordsOf(tokens, first));
  const account = explain(
    beside,
    value ? (isPast ? 'fact' : 'yes') : isPast ? 'denial' : 'no',
    question.ask,
    repetitions(isPast),
  );
  if ('turn' in account) return unclear('neither');
  if (isSentence && account.comment !== '' && !/^(?:\s+then\b)?\s*[.,;:!(\n–—-]/u.test(beside.after))
    return unclear('neither');
  const isOwn = first.from === 0 && (own.has(wordsOf(tokens, first)) || own.has(tokens[0]?.word ?? ''));
  // "No - not before we have met": the second no is a part of the reason.
  const read = answer(value, account.comment === '' ? '' : said.slice(tokens[first.to - 1]?.end ?? 0));
  return isOwn || read.kind !== 'answer' ? read : { ...read, by: 'words' };
}

const agreeing =
  /^(?:no objections?(?: from me)?|no problems?(?: at all)?|not a problem|why not|i don't mind|don't mind|nothing against(?: it)?|kein problem|warum nicht|nichts dagegen|pourquoi pas|pas de problème|sem problema|porque não|sin problema|nessun problema)$/;

/** "No objections, yes": what leans to a yes is one beside a yes in so many words. */
function withoutAgreement(tokens: readonly Token[], found: readonly Said[]): Said[] {
  const [first, next] = found;
  const leans = first?.polarity === 'idiom' && next?.polarity === 'yes' && agreeing.test(wordsOf(tokens, first));
  return leans && first.from === 0
    ? found.slice(1).map((one, index) => (index === 0 ? { ...one, from: 0 } : one))
    : [...found];
}

/** Whether a sentence has a word for the other answer, or for neither. */
export function saysOtherwise(sentence: string, value: boolean): boolean {
  return polarities(tokensOf(sentence), vocabularies.other).some(
    ({ polarity }) => polarity === 'idiom' || (polarity === 'yes' || polarity === 'says-yes') !== value,
  );
}

/** The phrases of yes and no in the order in which they stand, the longest at each place. */
function polarities(tokens: readonly Token[], phrases: Phrases<Polarity>): Said[] {
  const found: Said[] = [];
  for (let at = 0; at < tokens.length; ) {
    const phrase = phrases.at(tokens, at);
    const polarity = phrase?.kinds.at(-1);
    if (!phrase || polarity === undefined) at += 1;
    else {
      if (polarity !== 'pass') found.push({ polarity, from: at, to: at + phrase.length });
      at += phrase.length;
    }
  }
  return found;
}

function wordsOf(tokens: readonly Token[], { from, to }: Said): string {
  return tokens
    .slice(from, to)
    .map(({ word }) => word)
    .join(' ');
}

function isClauseOfItsOwn(tokens: readonly Token[], { from, to }: Said): boolean {
  const next = tokens[to];
  return (tokens[from]?.breaks ?? false) && (next === undefined || next.breaks);
}

/** How often and when something has happened changes no yes or no to whether it has. */
function repetitions(isPast: boolean): ReadonlySet<string> {
  return isPast ? often : none;
}

const none: ReadonlySet<string> = new Set();
const often: ReadonlySet<string> = new Set(
  'once twice thrice times time several many few couple ago years year months long before already often briefly formally informally officially unofficially myself one two three four five six seven eight nine ten people mentors mentees schon mal einmal zweimal mehrmals déjà fois plusieurs já vez vezes várias ya veces varias'
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(' '),
);
