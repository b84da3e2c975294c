import { isGreeting } from '../clean/signature-and-greeting.ts';
import { foldedWords, plain } from '../text/words.ts';

/** What people write above their answers, and nobody has to read. */
const said = new Set(
  `thanks|thank you|thanks a lot|many thanks|thank you very much|thanks for asking|thanks for this|see below|please see below|see my answers below|
my answers are below|answers below|answers inline|my answers are inline|see inline|please find my answers below|here are my answers|here you go|
my answers|here it is|done|hi|hello|see my replies below|please see my answers below|find my answers below|
danke|vielen dank|siehe unten|meine antworten stehen unten|antworten unten|hier meine antworten|anbei meine antworten|
merci|voir ci dessous|mes réponses ci dessous|voici mes réponses|gracias|ver abajo|mis respuestas abajo|aquí están mis respuestas|
obrigado|obrigada|ver abaixo|seguem as minhas respostas|seguem minhas respostas|grazie|vedi sotto|ecco le mie risposte|bedankt|zie hieronder|mijn antwoorden staan hieronder|
tack|se nedan|mina svar nedan|dziękuję|patrz poniżej|moje odpowiedzi poniżej|
התשובות שלי למטה|תשובותיי למטה|תודה|إجاباتي أدناه|شكرا|回答如下|我的回答如下|谢谢|以下が回答です|以下に回答します|ありがとうございます|아래에 답변드립니다|감사합니다`
    .split('|')
    .map((words) => foldedWords(words.trim()).join(' ')),
);

/** "My answers are in blue below." */
const pointer =
  /^(?:(?:please )?(?:see|find) )?(?:my |the )?(?:answers|replies|responses|comments)(?: \w+){0,4} (?:below|inline|in line|above|blue|red|green|bold)$/;

/** The same in other languages: "Mes réponses en bleu", "Meine Antworten stehen unten". Only with a place or a colour at its end. */
const otherPointer =
  /^(?:voici |voir |siehe |ver |vedi |zie |se )?(?:mes reponses|meine antworten|mis respuestas|(?:as )?minhas respostas|le mie risposte|mijn antwoorden|mina svar|moje odpowiedzi|ich antworte|je reponds|(?:les? )?respondo|contesto|rispondo|ik antwoord|jag svarar|odpowiadam)(?: \p{L}{1,10}){0,4} (?:abaixo|dessous|bleu|rouge|vert|gras|unten|darunter|blau|rot|grun|fett|text|abajo|debajo|azul|rojo|verde|negrita|vermelho|negrito|sotto|blu|rosso|grassetto|hieronder|blauw|rood|groen|vet|nedan|blatt|rott|gront|fetstil|ponizej|niebiesko|czerwono|zielono)$/u;

/** Whether all that is said is thanks, or that the answers are below. */
export function isOpeningCourtesy(words: string): boolean {
  const sentences = words.split(/[.!,:;\n。！，、：；،]+/).filter((sentence) => sentence.trim() !== '');
  return sentences.length <= 4 && sentences.every(isSaid);
}

function isSaid(sentence: string): boolean {
  const words = foldedWords(sentence).join(' ');
  return said.has(words) || pointer.test(words) || otherPointer.test(plain(words)) || isGreeting(sentence);
}
