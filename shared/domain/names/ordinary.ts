/** Words around names, in the languages that are read. All without accents, as `folded` makes them. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Words that join two names. */
export const conjunctions = list('and or und oder et ou y o e i ni nor sowie och og en plus as-well');

/** Words that say that there is nobody. */
export const nobodyWords = list(
  `no none nobody noone nope nothing na nil nein niemand niemanden keine keiner keinen kein nichts non aucun aucune personne rien
  nadie ninguno ninguna ningun nada nao ninguem nenhum nenhuma nessuno nessuna niente ingen nej nie geen niemand`,
);

/** Words after which a name is not wanted, in an answer about whom one would like. */
export const negations = list(
  'not no except without never dont than instead but nicht kein keine ohne ausser pas sauf sans sin excepto menos salvo nao sem exceto non tranne niet',
);

/** Words that say nothing about who is meant. Also the ordinary words that are names, where they stand in a sentence. */
export const ordinary = list(
  `does do did asking ask asked tell will would was were obviously hears hear enough read reads friend
  a about absolutely actually again ago all along already also always am an any anybody anyone anything apart applicable apply are around as
  at be because been before being best better bit both but by can cant cannot care come comes comfortable comment could couldnt currently
  decline did didnt do doesnt dont done each easy either else even ever every everybody everyone everything except fine for from further general get gets
  getting give glad go going good got great had happy has have havent having he hello help her here hers hi him himself his honestly
  how i id if ill im in into is isnt it its ive join just kind know known knows last least less let like likely likes list little long look
  lot many match matched matching matter may maybe me mean mentee mentees mentor mentored mentoring mentors might mind mine more most much must my
  myself name named names need never new not now of off ok okay on once one ones only open or other others otherwise our out over own
  pair paired partner people perhaps person pick please possible prefer preferably preference preferred preferences probably program question
  quite rather really reason reasons regards right round said same say see seems she should since so some somebody someone something
  sorry specific still such sure take taken than thank thanks that thats the their them then there theres these they thing things think this
  those though thus time to together too under unless up us use used very want was way we well were what when where which while
  who whoever whom why will willing wise wish with within without wont word work worked working works would wouldnt write year years yet
  you your yours mark grace hope faith joy rose bill art frank young brown green white black gray grey king park price rich day love small short
  strong moon sun song man men max miles drew summer autumn april june august chance chase dean dick don drake earl earnest ernest guy harry
  sent iphone ipad mochte wurde wollen will hatte sein kann zusammen ich bin ist sind war mit bitte gerne lieber nur auch alle jeder jede jeden fur von vom im am an aus auf zu zur zum der die das den dem des ein eine
  einen einem einer mein meine meinem meinen meiner ware nicht danke moglich egal alles gut passt mir fallt habe hat haben wir uns sie er es wenn
  ob sonst weiss keiner gibt je le les la un une des du de mon ma mes avec pas merci est suis ne me moi tout monde personne il elle nous vous
  sil plait plutot pense el los las uno una unos mi mis con gracias por favor es soy estoy todo todos bien ningun tengo quien quisiera preferiria
  nada o os as um uma meu minha com obrigado obrigada eu sou tudo bem qualquer ninguem prefiro gostaria se su sua para per sono ho
  il lo gli di da mio mia grazie tutti va bene`,
);

/** Words for somebody whose name is not said. Beside a name they only explain it. */
export const roleWords = list(
  `boss bosss manager managers supervisor lead leader leads head director chief ceo cto cfo chair colleague coworker teammate team group
  department lab office unit division company project assistant deputy former ex exboss exmanager excolleague previous current old line direct
  husband wife spouse partnerin friend sister brother cousin neighbour neighbor neighbors roommate ex-wife ex-husband report reports reporting
  chef chefin vorgesetzter vorgesetzte vorgesetzten kollege kollegin kollegen fuhrungskraft leiter leiterin teamleiter teamleiterin abteilung frau mann
  responsable collegue collegues directeur directrice superieur jefe jefa supervisora companero companera colega colegas gerente chefe supervisor
  diretor diretora capo responsabile collega`,
);

/** Words of assent: no name, and no sign that there is nobody. */
export const affirmations = list('yes yeah yep yup sure certainly definitely ja jawohl oui si sim claro da hai tak');

/** Words that point to a place of work: what follows is hardly a name. */
export const placeWords = list('from in at aus im beim dans chez of');

/** Words that begin a reason. */
export const reasonWords = list(
  'because since as we he she they it i due reason weil da denn wir er sie parce car nous il elle porque pois ele ela nos',
);

/** Words right before a name that is written small: "not with schmidt". */
export const leadWords = list(
  'with not except mit nicht avec con com is boss manager called named von by than but and supervisor without',
);

/** Short names by which people with these given names go. Each group stands for one given name in its forms. */
export const shortNames: readonly (readonly string[])[] = `robert bob rob bobby robbie bert
  william bill will billy liam
  richard rick rich dick
  james jim jimmy jamie
  john jack johnny
  michael mike mick micha
  thomas tom tommy
  edward ed eddie ted ned
  charles charlie chuck
  joseph joe joey
  daniel dan danny
  david dave
  samuel samantha sam
  benjamin ben
  matthew matt
  anthony antony tony
  andrew andy drew
  christopher christine christina christian chris
  nicholas nicolas nick
  alexander alexandra alejandro alex sasha
  patrick patricia pat
  steven stephen steve
  gregory greg
  jeffrey geoffrey jeff geoff
  kenneth ken
  ronald ron
  donald don
  lawrence laurence larry
  timothy tim
  peter pete
  philip phillip phil
  theodore ted theo
  elizabeth elisabeth liz lizzie beth betty eliza lisa
  katherine catherine kathryn kate katie kathy cathy kat
  margaret maggie meg peggy
  jennifer jen jenny
  susan susanne sue
  rebecca becky becca
  victoria vicky
  deborah debbie deb
  barbara barb
  pamela pam
  jacqueline jackie
  abigail abby
  johannes hans johann hannes
  friedrich fritz
  josef sepp
  maximilian max
  sebastian basti
  katharina kathi katrin
  francisco paco pancho
  jose pepe
  ignacio nacho
  giuseppe beppe
  ekaterina katya
  dmitri dima
  mikhail misha
  ivan vanya`
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
