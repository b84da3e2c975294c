import type { Question } from '#domain/form.ts';
import { explain } from './account.ts';
import { Phrases, type Token, tokensOf } from './tokens.ts';
import { answer, type Understood, unclear } from './understood.ts';

/**
 * What a phrase says. yes, no: by itself. says-yes, says-no: as a sentence, behind which nothing may follow but the question's
 * own words. idiom: neither, whatever words are in it ("no problem" to "Would you like to?"). wish: no answer
 * to whether something has happened. pass: no word of an answer.
 */
type Polarity = 'yes' | 'no' | 'says-yes' | 'says-no' | 'idiom' | 'wish' | 'pass';

const plainYes = `yes|y|yep|yeah|yea|yup|ya|aye|ja|jawohl|jep|jup|oui|ouais|sí|si|sim|tak|jo|japp|javisst|はい|ええ|うん|是|是的|好|好的|可以|同意|对|예|네|그렇습니다|좋아요|نعم|اجل|موافق|כן|בטח|מסכים|מסכימה|👍|✓|✔|✅|☑|👌|+1|ok|okay|okey|okie|k`;

const plainNo = `no|n|nope|nah|nein|nee|ne|nö|non|não|nao|nej|nie|いいえ|いや|不|不是|否|不同意|不可以|不行|不好|아니요|아니오|아뇨|아니|لا|كلا|לא|👎|✗|✘|❌|-1`;

/** Other ways to say yes to anything. */
const yes = `sure|approve all|approved all|all approved|approve them all|approve them|approve it|approve this|approve the lot|approve both|yes to all|yes to all of them|yes to everything|yes to both|all of them yes|all yes|ok to all|okay to all|fine with all of them|everything is fine|all is fine|all are fine|everything fine|everything ok|all ok|all okay|with the greatest pleasure|with great pleasure|
with the greatest of pleasure|nothing i would like more|most certainly|most definitely|it works|it works for me|je veux bien|bien volontiers|avec le plus grand plaisir|me encantaría|gostaria muito|gostava muito|adoraria|adorava|bien sûr que oui|claro que sí|mit dem größten vergnügen|sehr gerne doch|ja klar|ja natürlich|ja sicher|i certainly will|i sure will|i will indeed|i most certainly will|
i would be delighted|i would be pleased to|pleased to|in favour|in favor|i am in favour|i am for it|all in favour|dafür|ich bin dafür|je suis pour|a favor|a favore|deal|it's a deal|why wouldn't i yes|i'd be daft not to|i'd be honoured|i'd be honored|honoured|
i couldn't ask for better|all in|i'm all in|i'm on board|on board|all for it|i'm all for it|i am happy to|i'm glad to|i'm fine with it|i'm ok with it|i am ok with that|i'm okay with that|fine for me|fine from me|
fine from my side|ok from my side|ok from me|yes from me|thumbs up|go|approved by me|carry on|proceed|please proceed|let's do it|let's go|lets go|lets do it|do it|wonderful|brilliant|excellent|lovely|fantastic|exactly|roger that|you have my yes|
no hesitation|any time|anytime|any day|sure thing|of course|of course yes|certainly|absolutely|definitely|definitely yes|agreed|agree|i agree|we agree|fine|all fine|all good|good|great|perfect|approve|approved|i approve|confirmed|confirm|i confirm|correct|that is correct|right|that is right|true|accept|accepted|i accept|gladly|happily|with pleasure|my pleasure|happy to|very happy to|happy to do so|
i would be happy to|i would be glad to|i would be delighted to|delighted|delighted to|i would love to|love to|would love to|i would love that|i would like that|i would like to|would like to|sounds good|sounds great|sounds perfect|sounds fine|sounds lovely|looks good|looks great|looks fine|please do|yes please|go ahead|please go ahead|go for it|by all means|works for me|that works|that works for me|
fine by me|fine with me|ok with me|okay with me|ok by me|ok for me|good with me|good for me|i'm good with that|i am fine with that|i am happy with that|happy with that|that is fine|suits me|that suits me|count me in|i am in|im in|i'm game|you bet|affirmative|roger|indeed|yes indeed|very much so|very much|hell yes|hell yeah|heck yes|heck yeah|oh yes|too right|one hundred percent|hundred percent|100|
done|that's a yes|it is a yes|a yes|can't wait|cannot wait|without a doubt|without doubt|no doubt about it yes|say yes|i say yes|i would say yes|i will say yes|i do say yes|i can only say yes|gladly yes|why not yes|lgtm|gerne|gern|sehr gerne|sehr gern|ja gerne|ja gern|einverstanden|natürlich|klar|na klar|klar doch|logisch|logo|stimmt|passt|passt für mich|passt mir|das passt|ok für mich|in ordnung|
geht klar|geht in ordnung|selbstverständlich|auf jeden fall|unbedingt|jawoll|aber ja|aber gerne|aber klar|mit vergnügen|mit freude|genau|richtig|absolut|freilich|zustimmung|ich stimme zu|stimme zu|ich bin einverstanden|ich bin dabei|bin dabei|sicher|bien sûr|bien entendu|d'accord|volontiers|tout à fait|absolument|carrément|avec plaisir|avec grand plaisir|évidemment|certainement|parfait|ça marche|
ça me va|ça me convient|cela me convient|ok pour moi|c'est bon|c'est bon pour moi|c'est d'accord|je suis d'accord|je suis partant|je suis partante|partant|partante|entendu|mais oui|oui bien sûr|banco|claro|claro que sim|com certeza|com prazer|com todo o gosto|com muito gosto|concordo|de acordo|estou de acordo|combinado|por mim sim|está bem|tudo bem|tudo certo|perfeito|óptimo|ótimo|certo|exato|
exacto|aceito|aprovo|aprovado|podem avançar|pode avançar|força|bora|fechado|por supuesto|de acuerdo|estoy de acuerdo|vale|con gusto|con mucho gusto|encantado|encantada|desde luego|perfecto|me parece bien|me parece perfecto|acepto|apruebo|adelante|cómo no|certamente|va bene|per me va bene|d'accordo|sono d'accordo|volentieri|molto volentieri|con piacere|perfetto|ma certo|sì certo|certo che sì|
accetto|approvo|assolutamente sì|zeker|akkoord|graag|natuurlijk|prima|goed|uiteraard|jazeker|gärna|självklart|jajamensan|visst|okej|självfallet|det går bra|oczywiście|zgoda|zgadzam się|jasne|pewnie|chętnie|z przyjemnością|もちろん|當然|当然`;

const no = `no to all|no to all of them|no to both|reject all|reject them all|reject it|all no|preferably not|better not|best not|i am afraid i cannot|i am afraid i can't|i do not want to|i do not want that|i'd rather not do that|not him|not her|not them|anyone but him|anyone but her|anyone but them|that would not work for me|that does not work for me|does not work for me|passt nicht|passt mir nicht|
das passt nicht|das passt mir nicht|lieber jemand anderen|ça ne me convient pas|ça ne me va pas|não gostaria|não quero|no me gustaría|i certainly will not|i will certainly not|veto|against|i am against|i am against it|against it|opposed|i am opposed|dagegen|ich bin dagegen|je suis contre|vetoed|i veto|i'd sooner we didn't|i'd sooner they didn't|i would sooner not|i'd rather we did not|
i'd rather they didn't|i'd rather you didn't|rather you didn't|no deal|no go|not keen|i am not keen|not a fan|i can't do that|i can not do that|i will have to decline|i would have to say no|
i will have to say no|sorry no|sadly no|afraid not|i am afraid not|i fear not|it is not|it isn't|it was not|never ever|not really|no way|no chance|not a chance|not at all|not in the least|absolutely not|certainly not|definitely not|of course not|surely not|clearly not|obviously not|sure not|most certainly not|most definitely not|really not|under no circumstances|not on your life|
over my dead body|hell no|heck no|god no|hard no|hard pass|rather not|i would rather not|i would prefer not|i would prefer not to|prefer not to|prefer not|i prefer not to|no thanks|no thank you|thanks but no thanks|thanks but no|not for me|not this time|not now|not this year|i will pass|count me out|i am out|i decline|i must decline|i have to decline|i refuse|i object|i disagree|we disagree|
disagree|disagreed|reject|rejected|i reject|decline|declined|false|wrong|incorrect|negative|no can do|not interested|i am not interested|please do not|please not|do not|not yet|not so far|not ok|not okay|not fine|not me|not mine|that's a no|it is a no|a no|say no|i say no|i would say no|i will say no|i have to say no|i must say no|i am saying no|no no|i do not think so|don't think so|
not that i know of|not to my knowledge|not that i remember|not that i recall|not that i'm aware of|eher nicht|leider nein|leider nicht|noch nicht|noch nie|bisher nicht|lieber nicht|besser nicht|bitte nicht|auf keinen fall|auf gar keinen fall|keinesfalls|keineswegs|unter keinen umständen|nicht wirklich|natürlich nicht|absolut nicht|sicher nicht|ganz sicher nicht|bestimmt nicht|überhaupt nicht|
gar nicht|nein danke|kommt nicht in frage|möchte ich nicht|ich möchte nicht|ich lehne ab|abgelehnt|nicht dass ich wüsste|pas vraiment|pas encore|pas du tout|absolument pas|certainement pas|bien sûr que non|surtout pas|hors de question|pas question|non merci|plutôt non|plutôt pas|je préfère pas|je ne préfère pas|je préfère ne pas|je préférerais pas|
je préférerais ne pas|je refuse|pas moi|en aucun cas|melhor não|ainda não|prefiro não|preferia não|nem pensar|de modo nenhum|de modo algum|de maneira nenhuma|de jeito nenhum|claro que não|não obrigado|não obrigada|com certeza que não|certamente que não|recuso|acho que não|em caso nenhum|mejor no|todavía no|aún no|para nada|en absoluto|ni hablar|de ninguna manera|claro que no|por supuesto que no|
prefiero no|preferiría no|no gracias|no quiero|meglio di no|non ancora|no grazie|assolutamente no|certo che no|preferisco di no|preferirei di no|per niente|non direi|liever niet|nog niet|helaas niet|zeker niet|absoluut niet|helemaal niet|nee dank je|helst inte|inte än|inte|absolut inte|nej tack|verkligen inte|jeszcze nie|niestety nie|raczej nie|na pewno nie|absolutnie nie|
wolałbym nie|wolałabym nie`;

/** A wish: a yes to what may be, and no answer to whether something has been. */
const wishes = `gladly|happily|with pleasure|with great pleasure|with the greatest pleasure|my pleasure|happy to|very happy to|i would be happy to|i am happy to|glad to|i would be glad to|delighted|delighted to|i would be delighted|i would be delighted to|i would love to|love to|would love to|i would love that|i would like to|would like to|i would like that|count me in|i am in|by all means|please do|go ahead|
go for it|sounds good|sounds great|works for me|can't wait|cannot wait|honoured|i'd be honoured|gerne|gern|sehr gerne|sehr gern|mit vergnügen|mit freude|mit dem größten vergnügen|bin dabei|ich bin dabei|volontiers|bien volontiers|avec plaisir|avec grand plaisir|je veux bien|je suis partant|je suis partante|partant|partante|com prazer|com todo o gosto|com muito gosto|adoraria|adorava|gostaria muito|
gostava muito|bora|força|con gusto|con mucho gusto|encantado|encantada|me encantaría|volentieri|molto volentieri|con piacere|graag|gärna|chętnie|z przyjemnością`;

/** Sentences that answer a question of their kind, when nothing else is said. */
const saysYes = `i do|i would|i am|i have|we do|we have|we did|i did|we are|i can|we can|we will|i will|it was me|that was me|it was mine|it is mine|that's me|it's me|that's mine|i wrote it|i wrote that|c'est moi|c'était moi|das war ich|ich war es|ich war das|fui eu|fui yo|sono stato io|sono stata io`;
const saysNo = `never|never ever|nunca|jamais|jamás|nie|niemals|mai|nooit|aldrig|nigdy|i do not|i dont|i would not|i wouldn't|i wouldnt|i am not|im not|i have not|i haven't|i havent|we do not|we have not|we did not|i did not|i didnt|i will not|i won't|i wont|we will not|i can not|i cannot|i can't|i would never|i will never|i have never|i never have|i never did|it was not me|it wasnt me|that was not me|wasn't me|
wasnt me|not by me|not from me|it is not mine|ce n'est pas moi|ce n'était pas moi|das war ich nicht|ich war es nicht|não fui eu|no fui yo|non sono stato io|non sono stata io`;

/** What is in none of the two, whatever words it has. */
const idioms = `i am good|we're good|i cannot say no|i can not say no|cannot say no|can not say no|couldn't say no|could not say no|i couldn't say no|i could not say no|won't say no|i won't say no|i don't say no|i never say no|not say no|hard to say no|can't really say no|can't refuse|cannot refuse|i can't refuse|couldn't refuse|i couldn't refuse|how could i say no|
how could i refuse|abstain|i abstain|i'll abstain|abstention|i recuse myself|recuse|enthaltung|ich enthalte mich|abstenho-me|je m'abstiens|me abstengo|not against|i am not against|not opposed|no veto|i won't veto|no problem|no problems|no problem at all|not a problem|no objection|no objections|no objection from me|no objections from me|nothing against|
nothing against it|not against it|no doubt|no idea|no clue|no opinion|no preference|no strong feelings|no strong view|no answer|no comment|no need|no matter|no matter what|no one|nobody|no se|no lo se|no sabria|non so|non saprei|not sure|unsure|i am not sure|right now|not only|not just|no longer|not any more|not anymore|never mind|nevermind|never say no|never say never|yes and no|yes or no|yes no|
no yes|yes and no both|jein|ja und nein|ja oder nein|oui et non|si y no|sim e não|si e no|ja en nee|ja och nej|tak i nie|maybe|perhaps|it depends|depends|that depends|why not|why would i|why wouldn't i|i don't see why not|i see no reason why not|can't see why not|don't see why not|don't mind|dont mind|i wouldn't mind|wouldn't mind|i would not mind|i do not mind|wouldn't say no|i wouldn't say no|
i would not say no|can't say no|i can't say no|i can hardly say no|hardly|not a yes|not a no|not yes|not no|neither|either|not a bad idea|not bad|could be worse|can't complain|not unhappy|i'm not opposed|not averse|no harm|no harm in it|no harm done|no regrets|i guess|i guess so|i suppose|i suppose so|i think|i think so|i think not|i believe so|i hope so|i hope not|if you like|
if you want|if you must|if i must|as you like|as you wish|whatever|fine whatever|ok whatever|up to you|your call|you decide|i'd say|not exactly|not quite|not necessarily|not entirely|not particularly|not always|not often|not much|not many|not all|not everything|not a lot|not fully|not completely|not totally|not as such|not likely|not unless|not if|only if|dont know|do not know|i do not know|
i dont know|can't say|cannot say|i can't say|hard to say|can't promise|i can't promise|cannot promise|i will try|i will do my best|i'd say yes but|ok but|fine but|sure about|would if i could|nothing|none|not half|as if|yeah right|yeah no|no yeah|ja klar sicher|yes right|if only|i wish|i wish i could|kein problem|keine einwände|
keine ahnung|warum nicht|wieso nicht|nichts dagegen|hab nichts dagegen|habe nichts dagegen|hätte nichts dagegen|ich sage nicht nein|sag niemals nie|von mir aus gerne nicht|mal sehen|vielleicht|schauen wir mal|egal|mir egal|ist mir egal|weiß nicht|weiss nicht|ich weiß nicht|ich weiss nicht|nicht sicher|wenn es sein muss|wenn's sein muss|nicht nein|na ja|naja|geht so|jein eher|pourquoi pas|
pas de problème|pas de souci|aucun problème|aucune objection|pas d'objection|je ne dis pas non|je dis pas non|c'est pas de refus|ce n'est pas de refus|je ne sais pas|je sais pas|sais pas|peut-être|ça dépend|bof|mouais|si vous voulez|si tu veux|comme vous voulez|rien contre|je n'ai rien contre|peu importe|ça m'est égal|pas forcément|pas toujours|por que não|porque não|sem problema|sem problemas|
não há problema|nenhum problema|não me importo|não digo que não|nada contra|não tenho nada contra|não sei|talvez|depende|pode ser|tanto faz|é-me indiferente|se quiserem|se for preciso|acho que sim|sei lá|quem sabe|mais ou menos|nem sempre|por qué no|sin problema|ningún problema|no hay problema|no me importa|no digo que no|nada en contra|no tengo nada en contra|no sé|quizás|quizá|tal vez|puede ser|
como quieras|creo que sí|creo que no|me da igual|más o menos|perché no|nessun problema|non mi dispiace|non dico di no|niente in contrario|forse|può darsi|fa lo stesso|credo di sì|penso di sì|waarom niet|geen probleem|geen bezwaar|misschien|weet niet|maakt niet uit|varför inte|inga problem|inget problem|kanske|vet inte|spelar ingen roll|dlaczego nie|czemu nie|nie ma problemu|żaden problem|może|
nie wiem|wszystko jedno|n/a|不知道|不确定|不一定|不清楚|好像|对不起|是不是|לא יודע|לא יודעת|לא בטוח|لا أعرف|لا ادري|لا اعرف`;

/** A yes or a no inside these is no second one: what politeness and leading up put beside an answer. */
const passing = `yes men|yes-men|no doubt at all|no worries|no need to worry|no hurry|no rush|no need for more|no thanks needed|no reply needed|no further questions|no questions|no questions from me|no further comment|no further comments|no changes|no concerns|no concerns from me|no complaints|no issues|no issue|no surprises|no objection there|in no time|no hard feelings|no offence|no offense|no kidding|no drama|
no fuss|for good|good luck|good morning|good afternoon|good evening|good day|good question|all good wishes|good people|good match|good fit|good pair|good work|great work|great job|good job|great match|great idea|good idea|so sure|be sure|make sure|fine people|great people|true that|happy to help|happy to chat|happy to talk|right away|right person|right now|in my right|not only that|no ano|no mês|
no trabalho|no início|no fim|no final|no meu|no nosso|no máximo|no mínimo|no total|no entanto|no passado|no próximo|no departamento`;

const will = `i promise|mum's the word|my lips are sealed|lips sealed|i swear|i give you my word|always have|always do|i always do|i shall|you can rely on it|you can rely on me|rely on it|without fail|that's a promise|it's a promise|promised|i promise to|i promise that|i promise i will|will do|of course i will|always|you have my word|my word on it|count on it|
count on me|you can count on me|you can count on it|naturally|as a matter of course|goes without saying|that goes without saying|it goes without saying|needless to say|i undertake to|i commit|i commit to that|committed|pledge|i pledge|versprochen|ich verspreche es|das verspreche ich|ehrensache|wird gemacht|mache ich|werde ich|das werde ich|promis|c'est promis|
je promets|je m'y engage|je m'engage|prometo|prometido|combinado sim|comprometo-me|lo prometo|prometto|promesso|beloofd|dat beloof ik|jag lovar|obiecuję|yes to both|both yes`;
const hasYes = `once|twice|three times|several times|many times|a few times|a couple of times|lots of times|more than once|often|years ago|long ago|a long time ago|many years ago|i was|i was one|i was once|i have been one|been there|been one|done it before|done that|einmal|zweimal|mehrmals|schon oft|schon öfter|schon einmal|schon mal|öfters|une fois|deux fois|plusieurs fois|souvent|déjà|uma vez|duas vezes|
várias vezes|muitas vezes|já|já fui|una vez|dos veces|varias veces|muchas veces|ya|una volta|due volte|più volte|già|i have done it|i have done that|i've done so|i have indeed`;
const hasNo = `not once|not before|nope never|never before|can't say i have|cannot say i have|can't say that i have|first time|first time for me|this is my first time|this is my first|it is my first time|it would be my first time|my first time|this will be my first|this would be my first|new to this|i am new to this|zum ersten mal|das erste mal|mein erstes mal|nie|première fois|c'est la première fois|
c'est ma première fois|primeira vez|é a primeira vez|primera vez|es la primera vez|prima volta|è la prima volta`;
const shallYes = `publish|publish them|publish it|publish all|publish them all|please publish|do publish|release them|send them|send them out|send it|ship it|do it|do so|let's do it|let's go|let's publish|out with them|take it|include them|include her|include him|include it|let them in|let her in|let him in|accept it|accept them|accept her|accept him|count it|let it count|introduce them|veröffentlichen|
bitte veröffentlichen|raus damit|los|los geht's|machen|publiez|publier|allez-y|on y va|publicar|publiquem|publicarlos|pubblicate|pubblica`;
const shallNo = `hold|hold on|hold off|hold them|hold it|please hold|please wait|wait|leave it out|leave them out|leave it|leave them|do not publish|do not take it|do not publish them|not like this|not in this form|warten|bitte warten|noch warten|attendez|attendre|esperem|esperar|espera|aguardem`;

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

const ask = 'Please reply with yes or no.';
const neither = `We could not tell whether this is a yes or a no. ${ask}`;

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
  if (!first || first.polarity === 'idiom' || first.polarity === 'wish') return unclear(neither);
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
      return unclear(next.polarity === 'idiom' ? neither : `We found both a yes and a no. ${ask}`);
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
  if ('turn' in account) return unclear(neither);
  if (isSentence && account.comment !== '' && !/^(?:\s+then\b)?\s*[.,;:!(\n–—-]/u.test(beside.after))
    return unclear(neither);
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
