import { foldedWords } from './words.ts';

/** What people write above their answers, and nobody has to read. */
const said = new Set(
  `thanks|thank you|thanks a lot|many thanks|thank you very much|thanks for asking|thanks for this|see below|please see below|see my answers below|
my answers are below|answers below|answers inline|my answers are inline|see inline|please find my answers below|here are my answers|here you go|
my answers|here it is|done|hi|hello|see my replies below|please see my answers below|find my answers below|
danke|vielen dank|siehe unten|meine antworten stehen unten|antworten unten|hier meine antworten|anbei meine antworten|
merci|voir ci dessous|mes réponses ci dessous|voici mes réponses|gracias|ver abajo|mis respuestas abajo|aquí están mis respuestas|
obrigado|obrigada|ver abaixo|seguem as minhas respostas|seguem minhas respostas|grazie|vedi sotto|ecco le mie risposte|bedankt|zie hieronder|mijn antwoorden staan hieronder|
tack|se nedan|mina svar nedan|dziękuję|patrz poniżej|moje odpowiedzi poniżej`
    .split('|')
    .map((words) => foldedWords(words.trim()).join(' ')),
);

/** "My answers are in blue below." */
const pointer =
  /^(?:(?:please )?(?:see|find) )?(?:my |the )?(?:answers|replies|responses|comments)(?: \w+){0,4} (?:below|inline|in line|above|blue|red|green|bold)$/;

/** Whether all that is said is thanks, or that the answers are below. */
export function isPleasantry(words: string): boolean {
  const sentences = words.split(/[.!,:;\n]+/).filter((sentence) => sentence.trim() !== '');
  return sentences.length <= 4 && sentences.every(isSaid);
}

function isSaid(sentence: string): boolean {
  const words = foldedWords(sentence).join(' ');
  return said.has(words) || pointer.test(words);
}
