/**
 * What a word or phrase does in what a member of a committee says of pairs. `word` is any other: nothing is known of it, so
 * nothing may depend on it.
 */
export type Sense =
  /** For: said clearly. */
  | 'approve'
  /** For, by words that are also said of other things ("good"). */
  | 'praise'
  | 'reject'
  /** Turns what it stands beside. */
  | 'not'
  /** "none of them" */
  | 'none'
  | 'doubt'
  /** Would rather not say. A doubt wherever it is not understood as that. */
  | 'abstain'
  /** Takes out of "all" what follows. */
  | 'except'
  | 'but'
  | 'only'
  | 'all'
  | 'both'
  | 'rest'
  /** A condition: "if", "unless". */
  | 'if'
  | 'and'
  | 'or'
  /** "9 too": the same as of the pair before. */
  | 'too'
  /** What follows is a reason. */
  | 'because'
  | 'so'
  /** Takes an unknown part ("most"). */
  | 'part'
  /** Goes beyond a number beside it ("from 6 on"): a part. Anywhere else it is a word like any other. */
  | 'bound'
  /** In a remark, a hint that something is amiss with somebody. */
  | 'alarm'
  /** In a remark, a sign that it is a friendly one. */
  | 'kind'
  /** Refers to what was said before: "they", "same". */
  | 'again'
  /** Before a number: "number", "pair". */
  | 'number'
  /** "the": what may stand before an ordinal. */
  | 'the'
  /** Begins a question that asks about the course of things: "when". */
  | 'when'
  | 'fill';

/** Phrases in the languages of our readers, without accents and apostrophes. What a phrase does goes before what its words do. */
const lists: [Sense, string][] = [
  [
    'approve',
    `carry on|proceed|go right ahead|all systems go|i have no objections to any|my approval|give my approval|giving my approval|i give my approval|publish|publish them|have my blessing|my blessing|blessing|approve|approves|approving|approved|approval|i approve|yes|yep|yeah|yup|aye|agree|agreed|agreeing|accept|accepted|accepting|lgtm|go ahead|
in favour|in favor|go for it|go with|green light|thumbs up|support|supported|sign off on|signed off|confirm|confirmed|endorse|endorsed|no objection|no objections|no objection to|
no objections to|no concerns|no concern|no problem|no problems|no issue|no issues|no worries|no comments|nothing against|nothing to object|nothing to add|works for me|work for me|dont have objections|dont have any objections|do not have objections|do not have any objections|have no objections|spot on|can stay|happy to approve|happy to support|comfortable|comfortable with|content|content with|pleased|pleased with|delighted|delighted with|can go ahead|
may go ahead|should go ahead|
ja|jawohl|jep|zustimmung|ich stimme zu|stimme zu|stimme allen zu|zugestimmt|einverstanden|genehmigt|genehmige|bin dafur|dafur|keine einwande|kein problem|nichts dagegen|passt|passen|angenommen|freigegeben|
oui|d accord|jestem za|daccord|approuve|j approuve|japprouve|approuvee|approuves|approuver|accepte|jaccepte|valide|je valide|validee|validees|valides|pas d objection|pas dobjection|aucune objection|aucun probleme|pas de probleme|rien a redire|favorable|
si|apruebo|aprobado|aprobada|aprobados|aprobadas|aprobar|de acuerdo|acepto|sin objeciones|ningun problema|sin problema|vale|a favor|conforme|
sim|podem avancar|pode avancar|avancem|aprovo|aprovado|aprovada|aprovados|aprovadas|aprovar|concordo|aceito|sem objecoes|sem problema|nenhum problema|a favor|va bene|tak|akkoord`,
  ],
  [
    'praise',
    `ok|okay|k|fine|good|great|perfect|happy|happy with|ideal|excellent|wonderful|super|sound|sounds good|looks good|look good|well|well matched|reasonable|sensible|suitable|convincing|good to go|
nice|lovely|brilliant|fair enough|acceptable|right|correct|
gut|prima|ok so|in ordnung|klasse|toll|sehr gut|wunderbar|bestens|schon|
bon|bien|bonne|bons|bonnes|tres bien|tres bon|parfait|parfaite|parfaits|parfaites|impeccable|convient|me convient|conviennent|me conviennent|en ordre|super bien|
bueno|buena|buenos|buenas|perfecto|perfecta|perfectos|excelente|excelentes|muy bien|esta bien|estan bien|me parece bien|me parecen bien|correcto|correctos|genial|
bom|boa|bons|boas|bem|perfeito|perfeita|perfeitos|otimo|otima|otimos|muito bem|esta bem|estao bem|certo|certos|parece me bem|parecem me bem`,
  ],
  [
    'reject',
    `no|nope|nah|reject|rejected|rejecting|decline|declined|declining|veto|vetoed|no way|absolutely no|definitely no|refuse|refused|i would object|i would object to|i would have to object to|i have to object to|i must object to|object to|i object to|object|i object|against|oppose|opposed|disapprove|disapproved|disagree|disagree with|a no go|no go|nogo|thumbs down|
turn down|drop|strike|thumbs down to|should not go ahead|shouldnt go ahead|cannot go ahead|cant go ahead|should not be paired|should not be matched|should not be a pair|should not be put together|remove|take out|leave out|not ok|not okay|not fine|no good|must not go ahead|
nein|ne|ablehnen|abgelehnt|lehne ab|ich lehne ab|ablehnung|dagegen|bin dagegen|geht nicht|passt nicht|passt nicht gut|nicht gut|nicht in ordnung|nicht ok|
non|je refuse|refuse|refusee|refuser|rejette|je rejette|contre|pas d accord|pas daccord|pas bon|ne convient pas|ne va pas|
rechazo|rechazado|rechazada|rechazar|en contra|no estoy de acuerdo|no apruebo|no esta bien|no me parece bien|
nao|rejeito|rejeitado|rejeitada|rejeitar|recuso|contra|nao concordo|nao aprovo|nao esta bem|nie|nee|nej`,
  ],
  [
    'not',
    `not really|not|dont|do not|auf keinen fall|keinesfalls|auf gar keinen fall|en aucun cas|surtout pas|de ninguna manera|de modo nenhum|doesnt|does not|didnt|cant|cannot|can not|couldnt|wouldnt|would not|wont|will not|shouldnt|should not|isnt|is not|arent|are not|must not|mustnt|never|neither|nor|rather not|id rather not|i would rather not|
would rather not see|id rather not see|i would rather not see|rather not see|prefer not|would prefer not|not happy|not happy with|not happy about|unhappy with|unhappy about|without|
nicht|kein|keine|keinen|lieber nicht|niemals|nie mals|pas|ne pas|jamais|tampoco|nunca|jamas|tambem nao|nem|ni`,
  ],
  [
    'none',
    `none|none of them|none of these|none of those|none of the pairs|not one of them|not a single one|not any|not any of them|no pair|keine davon|keins|keines|keiner|keinem|keins davon|keines davon|keinem davon|aucun|aucune|aucun d eux|
aucun dentre eux|aucune dentre elles|ninguno|ninguna|ningun|ninguno de ellos|ninguna pareja|nenhum|nenhuma|nenhum deles|nenhum dos pares`,
  ],
  [
    'abstain',
    `abstain|enthalte mich bei|enthaltung bei|enthaltung zu|abstain on|abstain from|abstain from voting|abstain from voting on|rather abstain|rather abstain on|rather abstain from|would rather abstain|id rather abstain|prefer to abstain|want to abstain|would like to abstain|have to abstain|must abstain|will abstain|ill abstain|going to abstain|abstaining|abstaining on|abstaining from|an abstention|abstention|abstention on|abstention for|abstention from me|
should not vote|shouldnt vote|cannot vote|cant vote|will not vote|wont vote|would rather not vote|id rather not vote|i would rather not vote|rather not vote|prefer not to vote|not voting|rather not judge|rather not say|would rather not say|id rather not say|i would rather not say|prefer not to say|prefer not to judge|
recuse|recuse myself|recuse myself from|recusing myself|recusing myself from|recused|have to recuse myself|must recuse myself|i stay out of|ill stay out of|i will stay out of|rather stay out of|staying out of|sit this one out|sit that one out|conflict of interest|a conflict of interest|conflict of interest on|conflict of interest with|not for me to say|not for me to judge|not mine to judge|no opinion|no opinion on|no opinion about|no view|no view on|pass on|passing on|cant judge|cannot judge|can not judge|cant really judge|cannot really judge|not able to judge|unable to judge|
enthalte mich|ich enthalte mich|ich enthalte mich bei|ich enthalte mich zu|enthaltung|keine meinung|nicht abstimmen|nicht beurteilen|
abstiens|mabstiens|je mabstiens|m abstiens|sans opinion|
me abstengo|abstencion|sin opinion|no opino|no me pronuncio|
abstenho me|abstencao|sem opiniao|nao voto|nao me pronuncio`,
  ],
  [
    'doubt',
    `maybe|perhaps|may|not against|love to|would love to|id love to|hate to|id hate to|would hate to|no question|no questions|no further|no more|no reason to|no grounds to|no need to|no cause to|no veto|no vetoes|no strong feelings|no strong views|no preference|no preferences|no clue|no conflict|no conflicts|no red flags|no complaints|no brainer|no doubt|anything but|nothing but|far from|not ideal|is not ideal|isnt ideal|are not ideal|arent ideal|not perfect|is not perfect|isnt perfect|are not perfect|arent perfect|not great|is not great|isnt great|are not great|arent great|not bad|is not bad|isnt bad|are not bad|arent bad|not terrible|is not terrible|isnt terrible|are not terrible|arent terrible|not a clear|is not a clear|isnt a clear|are not a clear|arent a clear|not a firm|is not a firm|isnt a firm|are not a firm|arent a firm|not a full|is not a full|isnt a full|are not a full|arent a full|no voto|vote pas|nicht so|ist nicht so|sind nicht so|nicht unbedingt|nicht ganz|no clear|kein klares|object to voting|i object to voting|i object to this vote|against voting|a question on|a question about|a question for|question on|question about|questions on|questions about|please confirm|pls confirm|can you confirm|could you confirm|to be confirmed|yet to confirm|best to|better to|was rejected|were rejected|has been rejected|had been rejected|was declined|were declined|was turned down|were turned down|was approved|were approved|had been approved|at best|on paper|in theory|auf dem papier|as a trial|as an experiment|under protest|with another mentor|with a different mentor|not yet|the others have|others have|all others have|all the others have|everyone else has|refuse to|refuse to vote|decline to|decline to vote|possibly|probably|presumably|might|unsure|not sure|not so sure|im not sure|i am not sure|not certain|not quite sure|not convinced|unconvinced|undecided|uncertain|doubt|doubts|doubtful|doubting|hesitate|hesitant|hesitation|hesitations|
worry|worries me|worries|worried|concern|concerned|concerns|concerns me|bothers me|puzzles me|puzzled|questionable|hmm|hm|suppose|i suppose|guess|i guess|i think|think|believe|i believe|seems|seem|not really sure|kind of|sort of|somewhat|reservation|reservations|wonder|wondering|dont know|do not know|i dont know|no idea|
i had a|i had put|i had said|i had voted|in my draft|at first|originally|initially|i wanted to|i was going to|i was about to|i almost|i nearly|i first thought|i had thought|not vote|no vote|leave me out|leave me out of|stay out of|count me out|i am biased|im biased|skip|cant say|cannot say|discuss|lets discuss|lets talk|lets talk about|talk about|tbd|open|depends|it depends|dont mind|do not mind|mixed|torn|could live with|can live with|if anything|either way|in principle|in general|generally|mostly|largely|basically|more or less|so far|for now|tentatively|provisionally|with reservations|borderline|
vielleicht|eventuell|evtl|wohl|unsicher|nicht sicher|bin nicht sicher|zweifel|zweifle|bedenken|sorge|sorgen|skeptisch|weiss nicht|fraglich|glaube|ich glaube|denke|ich denke|grundsatzlich|im prinzip|
peut etre|peutetre|pas sur|pas sure|pas certain|doute|doutes|hesite|jhesite|j hesite|inquiete|minquiete|m inquiete|je ne sais pas|ne sais pas|sais pas|je crois|je pense|en principe|
quiza|quizas|tal vez|puede que|no estoy seguro|no estoy segura|no se|duda|dudas|dudo|me preocupa|preocupa|creo|creo que|en principio|a lo mejor|
talvez|nao tenho certeza|nao tenho a certeza|nao sei|duvida|duvidas|preocupa me|preocupa|acho|acho que|em principio`,
  ],
  [
    'except',
    `except|except for|excepting|excluding|exept|expect for|apart from|aside from|other than|bar|barring|save|save for|minus|besides|with the exception of|with exception of|with the exceptions of|the exception is|exception|exceptions|the only exception is|only exception|sans|but not|just not|only not|not however|
ausser|bis auf|ausgenommen|abgesehen von|mit ausnahme von|nur nicht|aber nicht|nicht aber|
sauf|excepte|hormis|a part|a lexception de|a l exception de|a lexception du|a l exception du|mais pas|
excepto|salvo|menos|a excepcion de|con excepcion de|con la excepcion de|pero no|
exceto|excetuando|tirando|a excecao de|a excecao do|com excecao de|com excecao do|a excepcao de|mas nao|tranne|behalve|utom`,
  ],
  [
    'but',
    `but|however|though|although|whereas|while|albeit|aber|jedoch|allerdings|doch|mais|cependant|toutefois|pero|sin embargo|aunque|mas|porem|contudo|embora`,
  ],
  ['only', `only|just|merely|solely|nur|bloss|lediglich|seulement|juste|solo|solamente|so o|apenas|somente`],
  [
    'all',
    `all|whole lot|the whole lot|all of this|each of them|each one of them|each one|every single one|every single one of them|the list|die liste|die ganze liste|der liste|the lot of them|all of it|the whole thing|all of the above|all of them|all of these|all of those|them all|any of them|any of these|any of those|any of the pairs|everything|everyone|every one|every one of them|every pair|each pair|each one|every|each|whole list|the whole list|the lot|everybody|the entire list|entire list|all around|across the board|
alle|alles|allen|allem|samtliche|samtlichen|jedes|jedes paar|alle paare|allen paaren|
tout|tous|toutes|toute|tous les couples|toutes les paires|
todo|todos|todas|toda|tudo|tutto|tutti|alla|wszystkie|todos os pares|todas as duplas|todas las parejas`,
  ],
  ['both', `both|beide|beiden|beides|les deux|tous les deux|toutes les deux|ambos|ambas|los dos|las dos|os dois`],
  [
    'rest',
    `the others have my|others have my|all others have my|all the others have my|everyone else has my|all of the others|all of the other|all of the rest|all of the remaining|all the remaining|for the rest|for the others|as for the rest|as for the others|wherever i didnt|wherever i did not|where i didnt|where i did not|rest|the rest|where i wrote nothing|where i have written nothing|where i have not written anything|where i havent written anything|where i didnt write anything|where i did not write anything|where i said nothing|where there is nothing|where nothing is written|where i left it blank|the ones i left blank|those i left blank|whatever i left blank|the blank ones|blanks|the ones i left empty|those i left empty|those without a comment|the ones without a comment|pairs without a comment|no comment|no remark|no remarks|wo nichts steht|wo ich nichts geschrieben habe|wo ich nichts schreibe|la ou je n ai rien ecrit|la ou je nai rien ecrit|donde no escribi nada|donde no he escrito nada|onde nao escrevi nada|nos que nao escrevi nada|naqueles em que nao escrevi nada|os que deixei em branco|the rest of them|others|the others|all others|all the others|all the other|all other|all the rest|other ones|the other ones|the other pairs|the other matches|remaining|the remaining|remaining ones|the remaining ones|all remaining|remainder|the remainder|everything else|everyone else|anything else|all else|otherwise|elsewise|any other|any others|every other pair|every other one|
der rest|den rest|dem rest|alle anderen|allen anderen|aos outros|as outras|aos demais|aux autres|alles andere|die anderen|den anderen|die ubrigen|den ubrigen|alle ubrigen|allen ubrigen|ubrigen|ansonsten|sonst|anderen|restlichen|die restlichen|
le reste|reste|tout le reste|les autres|tous les autres|toutes les autres|autres|pour le reste|sinon|
el resto|todo el resto|resto|los demas|las demas|todos los demas|todas las demas|demas|todo lo demas|lo demas|los otros|las otras|por lo demas|
o resto|todo o resto|os outros|todos os outros|as outras|todas as outras|os restantes|todos os restantes|as restantes|os demais|todos os demais|demais|tudo o resto|de resto|restantes`,
  ],
  [
    'if',
    `if|either|entweder|soit|unless|until|till|provided|providing|provided that|as long as|so long as|assuming|in case|only if|on condition|condition|conditional|conditionally|subject to|pending|once|except if|whether|as soon as|before we|after we|
wenn|falls|sofern|solange|ausser wenn|es sei denn|bis wir|vorbehaltlich|unter der bedingung|ob|sobald|
a condition|a moins|tant que|pourvu|des que|sous reserve|
siempre que|a menos que|salvo que|a condicion|mientras|en cuanto|hasta que|
se|desde que|a menos que|a nao ser|caso|contanto|ate que|assim que`,
  ],
  ['or', `or|oder|ou`],
  ['and', `and|plus|und|sowie|et|y|e|og|as well as|nor the|ni el|ni la|nem o|nem a`],
  [
    'too',
    `too|so is|so are|also|as well|likewise|ditto|same for|the same for|same goes for|the same goes for|same with|same applies to|auch|ebenso|ebenfalls|genauso|aussi|egalement|pareil pour|idem|tambien|igualmente|lo mismo para|tambem|o mesmo para`,
  ],
  [
    'because',
    `as i understand|as i understand it|as they|as theyre|as he|as hes|as she|as shes|as both|as we|as there|as it|as its|as the two|as these two|because|because of|since|due to|given|given that|reason|reasons|the reason|weil|wegen|denn|grund|parce que|parce qu|car|puisque|a cause de|raison|porque|ya que|por causa de|motivo|razon|pois|ja que|porque e`,
  ],
  [
    'so',
    `so|therefore|thus|hence|so its|so it is|so thats|so that is|daher|deshalb|deswegen|also nein|donc|alors|por eso|asi que|por isso|portanto|entao`,
  ],
  [
    'part',
    `some|some of them|most|most of them|many|several|few|a few|a couple|couple|half|almost all|almost everything|nearly all|almost|nearly|the majority|majority|part|partly|partially|certain|odd numbers|even numbers|odd ones|even ones|odd numbered|even numbered|one of them|one of these|two of them|one pair|any|
einige|manche|mehrere|die meisten|meisten|fast alle|fast alles|halfte|einer davon|eines davon|teilweise|
certains|certaines|quelques|plusieurs|la plupart|presque tous|presque tout|moitie|partie|
algunos|algunas|varios|la mayoria|casi todos|casi todo|mitad|
alguns|algumas|varios|a maioria|quase todos|quase tudo|metade`,
  ],
  [
    'bound',
    `from|onwards|onward|upward|upwards|downwards|and up|and above|and below|and over|and following|ff|up to|above|below|beyond|between|under|over|after|before|following|later|earlier|higher|lower|
ab|zwischen|bis zu|unter|uber|desde|depuis|entre|a partir de|a partir del|jusqu a|jusqua|hasta|ate`,
  ],
  [
    'alarm',
    `yet|still|problem|problems|issue|issues|conflict|conflicts|team|teams|manager|managers|managed|manages|boss|supervisor|line|brother|sister|wife|husband|partner|partners|friend|friends|cousin|family|relative|married|couple|department|dept|report|reports|swap|change|changed|switch|instead|move|difficult|difficulties|hard|prefer|rather|wait|hold|later|withdrawn|withdrew|withdraw|left|leaving|quit|wrong|mistake|error|missing|bad|poor|poorly|unfair|biased|bias|close|strange|odd|weird|late|sorry|risk|risky|trouble|unfortunately|sadly|lacking|lack|less|least|worse|worst|weak|weakest|weaker|look again|check|again|reconsider|rethink|need|needs|must|should|would|could|please change|without|too|mismatch|nothing|nobody|noone|no one|hardly|barely|
gleiche|gleiches|chef|chefin|bruder|schwester|leider|fehler|falsch|schwierig|tauschen|andern|warten|spater|team|
meme|equipe|chef|cheffe|frere|soeur|malheureusement|erreur|changer|attendre|
mismo|misma|equipo|jefe|jefa|hermano|hermana|error|cambiar|esperar|lamentablemente|
mesma|mesmo|equipa|chefe|irmao|irma|erro|trocar|mudar|esperar|infelizmente`,
  ],
  [
    'kind',
    `happy to help|happy to do|happy to do this|happy to do it|good question|good point|nice one|good idea|serdecznie|pozdrawiam|met vriendelijke groet|groeten|med vanlig halsning|mvh|by the team|of the team|the whole team|from the team|thanks|thank you|thank|thanks a lot|many thanks|thx|cheers|nice work|good work|great work|good job|great job|well done|job well done|congratulations|congrats|appreciate|appreciated|impressive|impressed|enjoyed|love|thoughtful|careful|carefully|looking forward|look forward|had a look|have had a look|looked at|looked through|went through|gone through|been through|read|reviewed|hope|helpful|useful|see you|have a nice|have a good|have a great|weekend|best|monday|tuesday|wednesday|thursday|friday|saturday|sunday|best wishes|regards|hi all|hello all|dear all|thanks all|thank you all|hi everyone|hello everyone|thanks everyone|all the best|great pairs|great matches|good matches|nice pairs|nice matches|good pairs|great pairings|good pairings|nice pairings|from my side|on my side|for all your work|
danke|vielen dank|herzlichen dank|gute arbeit|tolle arbeit|schone arbeit|angeschaut|durchgesehen|gelesen|gruss|grusse|viel erfolg|
merci|merci beaucoup|bon travail|beau travail|bravo|felicitations|relu|lu|bonne journee|bon week end|merci a tous|merci pour tout|
gracias|muchas gracias|buen trabajo|gran trabajo|enhorabuena|felicidades|revisado|saludos|gracias a todos|gracias por todo|
obrigado|obrigada|muito obrigado|muito obrigada|bom trabalho|otimo trabalho|parabens|abraco|abracos|obrigado a todos|obrigada a todos|obrigado por tudo|obrigada por tudo|li tudo`,
  ],
  [
    'again',
    `those two|both of those|both those|both of these|that one|this one|that pair|this pair|that match|this match|that pairing|this pairing|those ones|these ones|each other|one another|einander|each others|they|he|she|it|its|theyre|hes|shes|his|her|their|them|same|that|thats|this|these two|the two|the two of them|sie|er|beide sind|ihr|ihre|sein|seine|gleiche|gleicher|gleiches|il|elle|ils|elles|meme|son|sa|leur|ellos|ellas|el es|ella|su|mismo|misma|eles|elas|ele|ela|mesmo|mesma|seu|sua|both are|both of them|both work|both report`,
  ],
  [
    'number',
    `number|numbers|num|nr|nos|nrs|pair|pairs|pairing|pairings|match|matches|question|questions|item|items|proposal|proposals|nummer|nummern|paar|paare|paaren|vorschlag|vorschlage|numero|numeros|paire|paires|binome|binomes|couple no|pareja|parejas|par|pares|dupla|duplas|ndeg|no`,
  ],
  [
    'the',
    `the|der|die|das|den|dem|le|la|les|l|el|los|las|lo|o|a|os|as|au|aux|du|ao|aos|del|al|do|dos|da|das|zum|zur|beim`,
  ],
  ['when', `when|by when|until when|wann|quand|quando|cuando`],
  [
    'fill',
    `i|you have|without reservation|without reservations|without hesitation|without any reservation|without any reservations|with pleasure|with great pleasure|if thats all right|if that is all right|if thats alright|if thats ok|if that is ok|if thats okay|if thats fine|if you dont mind|if i may|if i may say so|you may|they may start|they may begin|may proceed|glad to|id be glad to|very happy to|delighted to|pleased to|willing to|ready to|prepared to|i am going to|im going to|im going with|i am going with|voting|voting for|put me down as|put me down for|count me as|count me in|mark me down as|mark me as|record me as|record my vote as|im a|i am a|its a|clear|a clear|a definite|a firm|a strong|a solid|a resounding|wholeheartedly|gladly|happily|perfectly|from my end|from my part|from my perspective|in my book|simply|i hereby|i can confirm|i want to|i wish to|feel free to|you can take it that|you may take it that|take it that|i have decided to|decided to|along with|together with|including|the whole list of|for that reason|for this reason|for these reasons|because of that|thats why|that is why|every monday|every tuesday|every wednesday|every thursday|every friday|every day|every week|every month|every year|every time|every now and then|all the time|all day|all year|all along|at all|after all|first of all|above all|i would say|id say|i will say|i have to say|i would have to say|i would like to say|i must say|i would vote|i would have to vote|i have to vote|i must vote|i will vote|ill have to|i will have to|take this as|take that as|please take this as|consider this|please consider this|please take|on balance|all things considered|as far as i am concerned|as far as im concerned|at once|all at once|i meant|i mean|meant|what i meant is|by me|ps|w|which|who|that i|the page|the list here|on the page|on the list|in the list|on your list|page|yeah hi|um|uh|erm|hi um|im|ive|id|ill|we|us|our|to|for|of|with|in|on|at|from me|from here|me|my|is|are|am|be|was|it is|its a|is a|an|one|ones|look|looks|looking|vote|votes|voting|say|says|my vote|my vote is|my vote goes|as is|as proposed|as it is|as they stand|as they are|listed|proposed|very|really|quite|absolutely|definitely|certainly|totally|fully|completely|all in all|overall|please|pls|pray|hi|hello|hey|dear|there|have|has|had|been|will|would like|would like to|want|want to|can|do|does|go|goes|get|gets|that is|thats|this is|here|personally|side|view|point of view|opinion|in my opinion|in my view|imho|imo|sir|madam|madame|ms|mr|mrs|mx|miss|dr|prof|professor|frau|herr|herrn|fraulein|m|mme|monsieur|mlle|sr|sra|srta|senor|senora|senhor|senhora|dona|don|doutor|doutora|und zwar|namely|i e|ie|them|these|those|own|both of|as|mentor|mentee|tandem|
ich|wir|ist|sind|bin|habe|hat|fur|fuer|mich|mir|mit|von|vom|zu|im|es|ein|eine|einen|einem|bitte|hallo|liebe|lieber|stimme|sehr|ganz|absolut|werden|wird|kann|konnen|nun|mal|ok von mir|aus meiner sicht|meinerseits|von meiner seite|
je|j|nous|est|sont|c|cest|suis|ai|pour|pour moi|moi|de|des|d|un|une|avec|a|sur|en|bonjour|svp|s il vous plait|sil vous plait|tres|tout a fait|dit|vote pour|de mon cote|de ma part|
yo|es|son|esta|estan|estoy|para|para mi|por|mi|con|una|uno|hola|por favor|muy|digo|voto|de mi parte|por mi parte|
eu|sao|esta|estao|estou|por mim|minha|meu|com|uma|um|ola|faz favor|muito|digo|da minha parte|no meu caso|em|na|no caso|na verdade|parece|parecem|me|lhe`,
  ],
];

/** A phrase as its words, and what it does. */
interface Phrase {
  words: string[];
  sense: Sense;
}

/** Phrases by their first word, the longest first; of two that are spelled the same, the one of the list that stands first. */
const phrases = new Map<string, Phrase[]>();
for (const [sense, list] of lists) {
  for (const phrase of list.split('|')) {
    const words = phrase.trim().split(/\s+/).filter(Boolean);
    const [first] = words;
    if (first === undefined) continue;
    const same = phrases.get(first) ?? [];
    if (!same.some((other) => other.words.join(' ') === words.join(' '))) same.push({ words, sense });
    phrases.set(first, same);
  }
}
for (const same of phrases.values()) same.sort((one, other) => other.words.length - one.words.length);

/** The longest phrase that stands at `at` in `words`, which are plain and without apostrophes. */
export function phraseAt(words: readonly string[], at: number): Phrase | undefined {
  const same = phrases.get(words[at] ?? '');
  return same?.find(({ words: own }) => own.every((word, index) => words[at + index] === word));
}

const counting = [
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty',
  'eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn zwanzig',
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
  'uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte',
  'um dois tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezasseis dezassete dezoito dezanove vinte',
].map((list) => list.split(' '));
const ordering = [
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth',
  'erste zweite dritte vierte funfte sechste siebte achte neunte zehnte elfte zwolfte',
  'ersten zweiten dritten vierten funften sechsten siebten achten neunten zehnten elften zwolften',
  'premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme',
  'premiere seconde troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme',
  'primero segundo tercero cuarto quinto sexto septimo octavo noveno decimo undecimo duodecimo',
  'primera segunda tercera cuarta quinta sexta septima octava novena decima',
  'primeiro segundo terceiro quarto quinto sexto setimo oitavo nono decimo',
  'primeira segunda terceira quarta quinta sexta setima oitava nona decima',
].map((list) => list.split(' '));
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

const cardinals = new Map<string, number>();
for (const list of counting) for (const [index, word] of list.entries()) cardinals.set(word, index + 1);
for (const [index, word] of tens.entries()) cardinals.set(word, (index + 2) * 10);
const ordinals = new Map<string, number>();
for (const list of ordering) for (const [index, word] of list.entries()) ordinals.set(word, index + 1);
const lasts = new Set('last letzte letzten letztes derniere dernier ultimo ultima'.split(' '));
const penultimate = new Set(
  'penultimate vorletzte vorletzten vorletztes penultima penultimo avantdernier avantderniere'.split(' '),
);
/** Number words that are other words as well: they count only behind "number" or "pair". */
const unsure = new Set('one un uno um eins once elf dos'.split(' '));

/** The value of a number word. `behind`: it stands behind "number" or the like, where it can be nothing else. */
export function cardinalOf(word: string, behind: boolean): number | undefined {
  return unsure.has(word) && !behind ? undefined : cardinals.get(word);
}

/** The value of an ordinal word; 'last' for the last, 'before last' for the one before it. */
export function ordinalOf(word: string): number | 'last' | 'before last' | undefined {
  return penultimate.has(word) ? 'before last' : lasts.has(word) ? 'last' : ordinals.get(word);
}
