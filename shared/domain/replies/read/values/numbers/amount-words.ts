const unitWords =
  '年 年間 年间 歳 岁 回 次 人 名 점 년 년간 번 명 회 약 정도 쯤 約 约 大约 大約 左右 くらい ぐらい ほど שנים שנה פעמים בערך כ سنة سنوات عام اعوام مرة مرات تقريبا حوالي years year yrs yr y months month mos weeks week days day hours hour hrs h minutes minute times time x meetings meeting calls call mentees mentee mentors mentor people persons person others places place of jahre jahren jahr monate monat mal treffen personen leute ans annees annee mois fois rencontres rencontre personnes personne anos ano meses mes vez vezes encontros reunioes pessoas veces reuniones personas anni anno mesi volte incontri persone jaar jaren keer gesprekken mensen ar ganger traffar lat lata razy razem spotkan osoby';

const roughly =
  'hmm hm at disons omkring digamos sagen wir zeggen diciamo about around roughly approximately approx ca circa some ish give or take so say guess near enough odd rough estimate estimated nearly almost close just only exactly precisely bang solid good full whole etwa ungefahr rund zirka knapp gut fast genau environ presque peu pres juste exactement cerca aproximadamente quase exatamente unos unas casi exactamente quasi esattamente ongeveer bijna precies ungefar nastan okolo prawie dokladnie cerca';

/** Words that stand beside an amount and leave it what it is. */
export const amounts: ReadonlySet<string> = new Set(
  `it has been is that's that makes ${unitWords} ${roughly} now already yet far to date till still total together altogether experience working worked work field industry job max maximum most tops limit room capable handle manage start begin met meet with seen have had so we i been for in the up`.split(
    ' ',
  ),
);

/** Where a guess is asked for, "I think" is how one is given. */
export const estimates: ReadonlySet<string> = new Set([
  ...amounts,
  ...'think believe guess reckon suppose glaube denke schatze crois pense acho penso creo credo would'.split(' '),
]);
