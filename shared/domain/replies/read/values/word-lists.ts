/* Words that several readers of answers look for, one list for each meaning: lower case, without accents. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** How a reason begins. */
export const reasonStarts = words(
  'because since as so cause cos cuz given weil da denn car parce puisque comme porque pois ya perche poiche siccome omdat want aangezien eftersom bo poniewaz gdyz',
);

/** Whom or what a sentence tells something of, where it begins with that. */
export const subjects = words(
  "i we he she they it my our his her their there people nobody everybody everyone someone somebody ich wir er sie es man je il elle nous on eu ele ela nos yo el ella lei lui i've i'm we've we're he's she's they're it's i'd i'll that that's this you the das niemand c'est personne ninguem isso nadie they've they'll there's mein j'ai mon ma meu minha mi io sagt",
);

/** Words by which somebody says what they want or think: a "not" beside them is about the value, also in a later sentence. */
export const attitudes = words(
  'want wants wish like likes love agree approve accept happy comfortable keen sure convinced think believe recommend support prefer mind would will shall should yes no ok okay fine good right true correct really possible work works mag finde bin veux souhaite accepte aime quero gosto concordo aceito quiero gusta acepto voglio piace publish introduce wait hold remove drop leave veto',
);

/** What points back to an answer: "I don't want that". */
export const pointing = words(
  'that this it these those them one either neither das dies es cela ca isso isto eso quello both him her',
);

/** What takes something out of an answer. */
export const exceptive = words(
  'except excepting excluding apart other aside minus save bar exc excl ausser sauf hormis exceto salvo tranne instead another else',
);

/** "A little", "rusty": how well, of a language. */
export const degrees = words(
  'bit little some rusty poor weak limited survive survival get manage holiday tourist holpert basic basics school learning beginner wenig bisschen etwas peu pouco poco understand verstehe reading lesen ler partly half',
);

/** "..., but not really" at the end of what is said. */
export const endsInButNot =
  /(?<!\p{L})(?:but|though|aber|mais|mas|pero|ma)\s+(?:not|nicht|pas|não|nao|no|non)(?:\s+\p{L}+)?\s*[.!]*$/iu;
