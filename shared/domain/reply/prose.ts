import { type Answers, applies, type FormDefinition, type Question, scaleOf } from '#domain/form.ts';
import { experienceIn } from './values/before.ts';
import { everyDays } from './values/frequency.ts';
import { languageOptions, mentionsIn, unnamed } from './values/mentions.ts';
import { figuresIn } from './values/number.ts';
import { tokensOf } from './values/tokens.ts';
import { type Turn, turnsIn } from './values/turns.ts';
import { understand } from './values/understand.ts';
import { plain } from './words.ts';

/**
 * Answers in a letter: "I've been in the field for 12 years, and Fridays suit me". A letter names no numbers of questions, so
 * only that is taken which can answer one question alone, by what it asks for (years of work, languages, times of the day, how
 * often, how many times) or by words that this question alone has, beside one figure of its scale. What a sentence says with
 * doubt or under a condition is left, and so is what is said twice and differently. The letter itself still reaches somebody.
 */

interface InProse {
  question: number;
  /** The words that were understood. */
  said: string;
}

/** A letter of more is not looked through. */
const longest = 6_000;

/** The answers in `prose` to questions that are asked and not answered, and what of it is more than those. */
export function answersInProse(
  form: FormDefinition,
  prose: string,
  known: Answers,
  isAnswered: (question: number) => boolean,
): { found: InProse[]; rest: string } {
  const isLetter = form.questions.some(({ type }) => type !== 'yesno') && form.questions.length > 1 && !isList(prose);
  if (!isLetter || prose.length > longest) return { found: [], rest: prose };
  const sentences = sentencesOf(prose);
  const said = new Map<number, { said: string; value: string }[]>();
  const answered = new Set<number>();
  const add = (question: number, words: string, sentence?: number) => {
    const asked = form.questions[question] as Question;
    const understood = understand(asked, words);
    if (understood.kind !== 'answer') return;
    said.set(question, [...(said.get(question) ?? []), { said: words, value: JSON.stringify(understood.value) }]);
    const whole = sentence === undefined ? undefined : understand(asked, sentences[sentence]?.text ?? '');
    if (whole?.kind === 'answer' && whole.comment === undefined && asked.type !== 'text' && sentence !== undefined)
      answered.add(sentence);
  };
  const open = form.questions.flatMap((asked, question) =>
    isAnswered(question) || known[asked.key] !== undefined || !applies(asked, known) ? [] : [{ asked, question }],
  );
  const contrary = new Set<number>();
  const beside = new Map<number, string[]>();
  for (const [index, sentence] of sentences.entries()) {
    for (const { asked, question } of open) {
      const read = readerOf(asked)?.(asked, sentence);
      if (read === 'unclear') contrary.add(question);
      else if (read && 'beside' in read) beside.set(question, [...(beside.get(question) ?? []), read.beside]);
      else for (const words of read ?? []) add(question, words, index);
    }
    const all = ofAll.exec(sentence.text)?.[1];
    if (all !== undefined) for (const question of usualScales(form, open)) add(question, all, index);
    const scales = scalesIn(form, sentence);
    for (const [question, words] of scales.found)
      if (open.some((one) => one.question === question)) add(question, words);
    for (const question of scales.unclear) contrary.add(question);
  }
  const found = [...said].flatMap(([question, all]): InProse[] => {
    const [first] = all;
    const isOne = new Set(all.map(({ value }) => value)).size === 1;
    const asked = form.questions[question] as Question;
    const isAlone = (beside.get(question) ?? []).every((words) => isWithin(asked, words, first?.value));
    return first && isOne && isAlone && !contrary.has(question) ? [{ question, said: first.said }] : [];
  });
  const isAll = found.length > 0 && sentences.every((_, index) => answered.has(index));
  return { found: found.sort((one, other) => one.question - other.question), rest: isAll ? '' : prose };
}

/** "All 4s": the same figure on every scale of the usual length that is not answered otherwise. */
const ofAll =
  /^(?:all|everything|all of them|alles|überall|tudo|tout|partout|todo|tutto)\s(?:is |are |an? |= ?|une? |uma? )?(\d)(?:'?s)?[.!]?$/iu;

function usualScales(form: FormDefinition, open: readonly { question: number }[]): number[] {
  const usual = form.questions.flatMap((asked, question) =>
    asked.type === 'scale' && scaleOf(asked).min === 1 && scaleOf(asked).max === 5 ? [question] : [],
  );
  return usual.length < 3 ? [] : usual.filter((one) => open.some(({ question }) => question === one));
}

/** Whether other words say the same, or a part of "both". */
function isWithin(question: Question, words: string, value: string | undefined): boolean {
  const other = understand(question, words);
  return other.kind === 'answer' && (JSON.stringify(other.value) === value || value === '"both"');
}

/** Short lines without a full stop, one below the other: answers of which nobody knows the questions. */
function isList(prose: string): boolean {
  const lines = prose.split('\n').filter((line) => line.trim() !== '');
  const isShort = lines.every((line) => line.length < 40) && lines.length > 2;
  return isShort && !/\p{L}{2}[.!]\s*$/u.test(lines[0] ?? '');
}

interface Sentence {
  text: string;
  /** Whether it holds a doubt or a condition. */
  isOpen: boolean;
}

/** Columns at which mail programs break lines at the earliest. */
const narrowest = 50;

/** Sentences; a line that a mail program did not break is one too. */
function sentencesOf(prose: string): Sentence[] {
  const lines = prose.split('\n');
  const joined = lines
    .map((line, index) => {
      const goesOn = line.length >= narrowest && (lines[index + 1] ?? '').trim() !== '' && !/[.!?:]\s*$/.test(line);
      return line.trim() + (goesOn ? ' ' : '\n');
    })
    .join('');
  return joined
    .split(/(?<=[.!?…;])\s+(?=\S)|\n+/u)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ text, isOpen: hasTurn(text, leavesOpen) }));
}

const leavesOpen: readonly Turn[] = ['condition', 'doubt'];

/** "Or" between two of what is offered is no doubt. */
function hasTurn(text: string, turns: readonly Turn[]): boolean {
  const tokens = tokensOf(text);
  return turnsIn(tokens, text).some(
    ({ turn, from }) => turns.includes(turn) && !/^(?:or|oder|ou|o|of|eller|lub|hmm?)$/.test(tokens[from]?.word ?? ''),
  );
}

/**
 * What of a sentence answers a question of this kind; `unclear` where it is about the question and cannot be taken. `beside`:
 * what would be another answer if there is one.
 */
type Reader = (
  question: Question,
  sentence: Sentence,
) => readonly string[] | { beside: string } | 'unclear' | undefined;

function readerOf(question: Question): Reader | undefined {
  const ask = plain(question.ask);
  const { type, options = [] } = question;
  if (type === 'number') {
    if (/how many (?:times|meetings)\b.*\b(?:met|meet)\b|how often .*\bmet\b/.test(ask)) return meetings;
    if (/\bhow many years\b.*\b(?:work|field|profession|job|experience)/.test(ask)) return years;
    if (/\broom for\b|\bcould you take\b/.test(ask)) return room;
  }
  if (type === 'choices' && languageOptions(options).size > 0) return languages;
  if (type === 'choices' && options.filter((text) => timeOfDay.test(text)).length > 1) return times;
  if (type === 'choice') {
    const texts = options.map(plain);
    if (options.filter((text) => everyDays(text) !== undefined).length > 1) return rhythm;
    if (texts.includes('mentor') && texts.includes('mentee')) return role;
    if (texts.some((text) => /^had a mentor$/.test(text))) return before;
  }
  if (type === 'text' && /\bwho is your (?:line )?manager\b/.test(ask)) return manager;
  return undefined;
}

const timeOfDay = /\b(?:early|morning|noon|midday|afternoon|evening)\b/i;

const yearWords = /^\s?(?:years?|yrs?|y|jahren?|jahre|j\.|ans|années|anos|años|anni|jaar|år|lat|lata)(?!\p{L})\s*/iu;
const fieldBehind =
  /^(?:(?:now|already|old hand) )?(?:of (?:work )?experience|(?:in|on|at|of) (?:the|this|my|our) (?:field|job|trade|profession|industry|business|sector|area|discipline|work)|in (?!total|all|a |an |the |this |that |these |those |our |my |one |two |here|between|school|prison|college|university|jail|row|which|\p{Lu})\p{Ll}{4,}(?=[\s.,;!?)]|$)|im (?:job|beruf|fach|feld|bereich|geschäft)|berufserfahrung|erfahrung|in (?:diesem|dem|meinem) (?:feld|beruf|bereich|fach|job)|d'expérience|de métier|dans (?:le|ce|mon) (?:domaine|métier|secteur)|de experiência|na (?:área|profissão)|no (?:ramo|setor|sector)|de experiencia|en (?:el|este|mi) (?:campo|sector|área|oficio)|di esperienza|nel (?:settore|campo)|ervaring|in het vak)(?!\p{L})/iu;
const fieldBefore =
  /(?<!\p{L})(?:(?:been|worked|working|work|am|'m) (?:here|in (?:the|this|my|our) (?:field|job|trade|profession|industry|business|sector|area|discipline)|at it|doing (?:this|it)|as an? [\p{L} ]{3,30}?)(?: now| already)?(?: for| since)?|in (?:the|this|my|our) (?:field|trade|profession|industry|business)(?: for| since)?|(?:have|'ve) worked for|(?:seit)(?=.* (?:im|in|dabei))|(?:trabalho|trabajo|estou|lavoro|travaille) (?:na|nesta|no|neste|en este|en el|en la|in questo|nel|dans ce|dans le) \p{L}+ (?:há|desde hace|da|depuis)|llevo)\s+(?:(?:about|around|roughly|nearly|some|just|a good|uns|umas|cerca de|unos|environ|circa|etwa|rund|erst|schon) )?$/iu;

/** Whose years they are, when they are not the writer's. */
const ofOthers =
  /(?<!\p{L})(?:he|she|they|he's|she's|they've|you|who|has|husband|wife|partner|boss|manager|mentor|mentee|colleagues?|father|mother|friend|er|sie|chef|mann|frau|il|elle|ele|ela|él|ella|lui|lei)(?!\p{L})[^.;:,]{0,40}$/iu;

const years: Reader = ({ ask }, { text, isOpen }) => {
  const found = figuresIn(text).figures.flatMap(({ from, to }) => {
    const unit = yearWords.exec(text.slice(to))?.[0];
    if (unit === undefined) return [];
    const [head, rest] = [text.slice(0, from), text.slice(to + unit.length)];
    if (ofOthers.test(head)) return [];
    const isField = fieldBehind.test(rest) || (fieldBefore.test(head) && !/^(?:old|ago|and|or)\b/i.test(rest));
    return isField ? [{ from, to, words: text.slice(from, to) }] : [];
  });
  const [only, ...others] = found;
  if (!only) return undefined;
  const near = text.slice(Math.max(0, only.from - 25), only.from);
  const isBound =
    /(?<!\p{L})(?:over|more than|less than|under|at least|almost|nearly|not|over|since|until|up to|going on|same|another|next|or|bis|über|mehr als|weniger als|fast|mais de|menos de|más de|plus de|moins de|quase|casi|presque|bei|beim)\s*(?:\p{L}+\s*)?$/iu.test(
      near,
    );
  if (others.length > 0 || isBound || (isOpen && text.length < longSentence)) return 'unclear';
  const isAround = /[-–]\s*$|^\s?[-–+]/.test(near) || /^\s?[-–+]\s?\d/.test(text.slice(only.to));
  return isAround || ask === '' ? 'unclear' : [`${only.words} years`];
};

/** Dictation has no full stops: beyond this, a "maybe" need not be about everything. */
const longSentence = 250;

const roomBefore =
  /(?<!\p{L})(?:(?:room|space|capacity|place|platz|kapazität|place|espaço|lugar|sitio|hueco|posto) (?:(?:only|just|enough|nur) )?(?:for|für|pour|para|per)|(?:can|could) (?:only |just )?(?:take(?: on)?|manage|handle))\s+(?:(?:only|just|exactly|nur|juste|só|apenas|solo) )?$/iu;

const room: Reader = (_, { text, isOpen }) => {
  const found = figuresIn(text).figures.filter(({ from }) => roomBefore.test(text.slice(0, from)));
  const [only] = found;
  if (!only) return undefined;
  const others = figuresIn(text).figures.length > 1;
  const isWhole =
    /^(?:\s(?:people|persons?|mentees?|of them|personen|leute|personnes?|pessoas?|personas?|persone|persona))?(?:,? (?:not more|no more|at most|for now|this time|please))?\s*(?:$|[.,;!?)(])/iu.test(
      text.slice(only.to),
    );
  return others || isOpen || !isWhole ? 'unclear' : [text.slice(only.from, only.to)];
};

const metWords =
  /(?<!\p{L})(?:met|seen each other|meetings?|getroffen|gesehen|vimo-nos|encontr[áa]mo-nos|encontrámos|vus|vues|rencontrés|rencontrées|visto|reunido|vimos|incontrati|visti)(?!\p{L})/iu;
const notMet =
  /(?<!\p{L})(?:(?:haven'?t|have not|never|not|didn'?t|did not) (?:(?:yet|actually|really|managed to|even|been able to) ){0,2}(?:met|meet)|no meetings? (?:yet|so far)|(?:noch nicht|noch nie|nicht ein(?:ziges)? mal|kein einziges mal) (?:getroffen|gesehen)|ainda não nos (?:encontr|vimos)\p{L}*|nunca nos (?:encontr|vimos|reun)\p{L}*|todavía no nos hemos (?:visto|reunido)|(?:ne nous sommes )?(?:pas encore|jamais) (?:vus|vues|rencontrés)|non ci siamo (?:ancora |mai )(?:visti|incontrati))(?!\p{L})/iu;

const meetings: Reader = (question, { text, isOpen }) => {
  const met = metWords.exec(text);
  const none = notMet.exec(text);
  if (none) {
    const isPlain =
      figuresIn(text).figures.length === 0 &&
      !isOpen &&
      !/(?<!\p{L})(?:since|until|for|before|seit|desde|depuis)(?!\p{L})/iu.test(text);
    return isPlain || /(?:yet|at all|noch|ainda|todavía|encore|ancora)/iu.test(text) ? ['not yet'] : 'unclear';
  }
  if (!met || !/(?<!\p{L})(?:we|we've|us|met|nos|uns|nous|ci)(?!\p{L})/iu.test(text)) return undefined;
  const behind = text.slice(met.index + met[0].length).trim();
  const once =
    /^(?:only |just |exactly )?(?:once|twice|thrice|einmal|zweimal|uma vez|duas vezes|une fois|deux fois|una vez|dos veces)(?=\s*(?:$|[.,;!?)]))/iu.exec(
      behind,
    )?.[0];
  if (once !== undefined) return isOpen ? 'unclear' : [once];
  const [first, ...more] = figuresIn(text).figures;
  const isTimes =
    first && /^\s?(?:x|times?|mal|vezes|vez|fois|veces|volte|keer|gånger|razy)(?!\p{L})/iu.test(text.slice(first.to));
  if (!first || !isTimes) return undefined;
  if (isOpen) return 'unclear';
  if (more.length === 0) return [`${text.slice(first.from, first.to)} times`];
  const whole = understand(question, text.slice(first.from).replace(/[.!]+$/, ''));
  return whole.kind === 'answer' ? [text.slice(first.from).replace(/[.!]+$/, '')] : 'unclear';
};

/** Clauses of a sentence, for what is listed in one of them. */
function clausesOf(text: string): string[] {
  return text
    .split(
      /[,;:()–—]\s*|\s-\s|\s(?=(?:and|but|so|because|und|aber|e|mas|et|mais|y|pero) (?:i|i'm|i've|i'd|we|my|the|it|ich|eu|je|yo|in)\s)/iu,
    )
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
}

const limiting: readonly Turn[] = ['negation', 'contrast', 'bound', 'condition', 'doubt'];

const languageFrame =
  /(?<!\p{L})(?:i (?:can |could |also |would |do )*(?:speak|do|talk|use|work|be)|i'm fluent|fluent|languages?|speak|english is|is fine|are fine|is ok|both fine|works?|ich (?:kann|spreche)|sprachen|spreche|je parle|langues?|falo|línguas?|idiomas?|hablo|parlo|lingue)(?!\p{L})/iu;
const languageFillers: ReadonlySet<string> = new Set(
  'i can could do also would speak talk use work in with and or both fluent fluently well fine is are ok okay works languages language all any either will be good best mainly only just please the my a either partner for me now ich kann spreche sprachen und oder auf in gut fliessend beides je parle langues langue et ou en bien falo linguas lingua idiomas e bem hablo y o bien parlo lingue ed bene'.split(
    ' ',
  ),
);

/** Languages in one clause of which every word is one of them or says that they are spoken. */
const languages: Reader = ({ options = [] }, sentence) => {
  const names = languageOptions(options);
  // "As" and "it" are codes of languages.
  const isName = (word: string) => word.length > 2 && names.has(word);
  if (!tokensOf(sentence.text).some(({ word }) => isName(word))) return undefined;
  const isFramed = languageFrame.test(sentence.text);
  const pieces = sentence.text.split(/[:()–—]\s*|\s-\s/u).flatMap((piece) => {
    const words = tokensOf(piece);
    return words.some(({ word }) => isName(word)) ? [piece] : [];
  });
  const found: string[] = [];
  for (const piece of pieces) {
    const clauses = clausesOf(piece).filter((clause) => tokensOf(clause).some(({ word }) => isName(word)));
    const named: string[] = [];
    for (const clause of clauses) {
      const words = tokensOf(clause);
      const left = words.filter(({ word }) => !isName(word) && !languageFillers.has(word));
      if (
        left.length > 0 ||
        hasTurn(
          clause,
          limiting.filter((turn) => turn !== 'contrast'),
        ) ||
        hasOnly(clause)
      )
        return 'unclear';
      named.push(...words.flatMap(({ word }) => (isName(word) ? [word] : [])));
    }
    found.push(named.join(', '));
  }
  const [only, ...others] = found;
  const isBare = sentence.text.split(/[\s,]+/).length <= 8;
  if (only === undefined || others.length > 0 || sentence.isOpen || !(isFramed || isBare)) return 'unclear';
  return [only];
};

function hasOnly(clause: string): boolean {
  return /(?<!\p{L})(?:a (?:bit|little)|some|enough|rusty|learning|not|no|kein|pouco|un peu|poco)(?!\p{L})/iu.test(
    clause,
  );
}

const timesFrame =
  /(?<!\p{L})(?:meet|meeting|free|available|availability|suits?|works?|best|catch|time|times|could|can|prefer|zeit|zeit hab|treffen|passt|kann|libre|disponible|me va|me convient|posso|livre|disponível|horas?|dá-me jeito|puedo|libero|posso)(?!\p{L})/iu;
const timesFillers: ReadonlySet<string> = new Set(
  'i i m im am ll can could would meet meeting to free available best time times suits suit suited me works work for you catch is are the in on at of a and or also usually mostly mainly normally generally most days day my working hours prefer either any as well too fine good it s that then now ich kann habe hab zeit meistens am um die der meist gut passt mir treffen es geht und oder je suis libre disponible le la et ou moi eu estou posso livre disponivel o a as de e ou puedo estoy el y sono io posso ed only from me'.split(
    ' ',
  ),
);

const times: Reader = ({ ask, options = [] }, sentence) => {
  const isFramed = timesFrame.test(sentence.text);
  const found: string[] = [];
  for (const clause of clausesOf(sentence.text)) {
    const tokens = tokensOf(clause);
    const mentions = mentionsIn(ask, options, clause, tokens).filter(
      ({ by, option }) => by !== 'letter' && option !== unnamed,
    );
    if (mentions.length === 0) continue;
    const covered = new Set(
      mentions.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, step) => from + step)),
    );
    const isExplained = tokens.every(
      ({ word }, at) => covered.has(at) || timesFillers.has(word.replace(/^i'/, '')) || /^i'(?:m|d|ll|ve)$/.test(word),
    );
    if (mentions.some(({ negated }) => negated)) {
      if (found.length > 0 && mentions.every(({ negated }) => negated)) continue;
      return isFramed ? 'unclear' : undefined;
    }
    if (!isExplained) return isFramed ? 'unclear' : undefined;
    found.push(...mentions.map(({ option }) => options[option] ?? ''));
  }
  if (found.length === 0) return undefined;
  if (sentence.isOpen) return isFramed ? 'unclear' : undefined;
  return isFramed || sentence.text.split(/\s+/).length <= 6 ? [[...new Set(found)].join(', ')] : undefined;
};

const rhythmFrame =
  /^\S+(?: \S+){0,5}$|(?<!\p{L})(?:let's|let us|like|love|want|prefer|propose|suggest|how about|happy with|good for|fine|suits?|works?|would be|plan to|to start|start with|rhythm|gern|möchte|lieber|passt|schlage|rhythmus|on pourrait|voudrais|aimerais|propose|gostava|gostaria|prefiro|podemos|quisiera|me gustaría|vorrei|preferisco)(?!\p{L})/iu;

/** How often they meet already, or somebody else does. */
const elsewhere =
  /(?<!\p{L})(?:already|anyway|team|meetings?|canteen|jour fixe|sowieso|ohnehin|schon|déjà|já|ya|he|she|they|my boss|everybody|in the (?!beginning|summer|morning|afternoon|evening))(?!\p{L})/iu;

const rhythm: Reader = (question, sentence) => {
  const { ask, options = [] } = question;
  const tokens = tokensOf(sentence.text);
  const mentions = mentionsIn(ask, options, sentence.text, tokens).filter(({ by }) => by !== 'letter');
  const [first] = mentions;
  if (!first || !rhythmFrame.test(sentence.text)) return undefined;
  if (elsewhere.test(sentence.text)) return undefined;
  const isOne = mentions.every(({ option, negated }) => option === first.option && !negated);
  if (!isOne || sentence.isOpen || hasTurn(sentence.text, ['negation', 'contrast'])) {
    const whole = understand(question, sentence.text);
    return whole.kind === 'answer' ? [sentence.text] : 'unclear';
  }
  const said = sentence.text.slice(tokens[first.from]?.start, tokens[first.to - 1]?.end);
  return [said];
};

const roleFrame =
  /(?<!\p{L})(?:i(?:'d| would| want| wish)? (?:like|love|want|wish|prefer)|i'?m in as|take part|participate|join|sign(?: me)? up|count me in|put me down|apply|come in|ich (?:wäre|möchte|würde)|möchte|wäre gern|je (?:voudrais|souhaite)|j'aimerais|queria|quero|gostava|gostaria|quiero|quisiera|me gustaría|vorrei)(?!\p{L})/iu;

const role: Reader = (question, sentence) => {
  const { ask, options = [] } = question;
  const text = sentence.text;
  const tokens = tokensOf(text);
  const mentions = mentionsIn(ask, options, text, tokens).filter(({ by }) => by !== 'letter');
  const [first] = mentions;
  if (!first) return undefined;
  const isBare = tokens.length <= 4 && isPlainRole(question, text);
  // "As a mentor I can help with ..." says what a part of them would do, and "I've had a mentor" what has been.
  if (
    /(?<!\p{L})(?:had|been|was|were|hatte|war|tive|fui|eu un|été|tuve|my mentor|the mentor|a mentee|from a|mein mentor)(?!\p{L})/iu.test(
      text,
    ) &&
    !/(?<!\p{L})(?:as|be|being) an? mentee(?!\p{L})/iu.test(text)
  )
    return undefined;
  const isOne = mentions.every(({ option, negated }) => option === first.option && !negated);
  const [from, to] = [tokens[first.from]?.start ?? 0, tokens[first.to - 1]?.end ?? 0];
  const said = text.slice(from, to);
  // Whom somebody else should be.
  if (
    /(?<!\p{L})(?:my|him|her|his|you|them|someone|somebody|people|boss|colleagues?|jemand|alguém|quelqu'un|alguien)(?!\p{L})/iu.test(
      text.slice(0, from),
    )
  )
    return undefined;
  // "Mentees" are whom somebody would help.
  const isOwn =
    first.by === 'own'
      ? isRoleOf(text, from) || isBare
      : !/^(?:mentees|mentors|mentorin|mentora|mentore|mentrice|mentorka)$/i.test(said);
  if (!isOwn) return undefined;
  if (!roleFrame.test(text) && !(isBare && first.by === 'own'))
    return first.option === unnamed ? undefined : { beside: said };
  const isOpen =
    sentence.isOpen ||
    hasTurn(text, ['negation', 'contrast']) ||
    hasMore.test(text.slice(to)) ||
    /(?<!\p{L})(?:someday|some day|one day|eventually|next year|in future|in the future|later|irgendwann|un jour|um dia|un día|un giorno)(?!\p{L})/iu.test(
      text,
    );
  return first.option === unnamed || !isOne || isOpen ? 'unclear' : [said];
};

/** "Mentee, please." and no heading such as "As a mentor:". */
function isPlainRole(question: Question, text: string): boolean {
  if (/^(?:as|for|if|als|comme|como|come)(?!\p{L})|:\s*$/iu.test(text)) return false;
  const read = understand(question, text);
  return read.kind === 'answer' && read.comment === undefined;
}

/** The other role behind one of them, in other words. */
const hasMore =
  /(?<!\p{L})(?:also|too|as well|at the same time|have one|get one|find one|had one|or|auch|aussi|também|también|anche|ter um|avoir un|einen haben)(?!\p{L})/iu;

/** "as a mentor", "be a mentee", "like to do both": what they would be, and not whom they look for. */
function isRoleOf(text: string, at: number): boolean {
  return /(?<!\p{L})(?:as|be|being|become|do|like to do|als|wäre gern|être|comme|ser|como|essere|come)\s+(?:an?|the|ein|eine|un|une|um|uma|una)?\s*$/iu.test(
    text.slice(0, at),
  );
}

const before: Reader = ({ options = [] }, sentence) => {
  if (
    !/(?<!\p{L})(?:ment|protég)\p{L}*/iu.test(sentence.text) ||
    !/(?<!\p{L})(?:had|been|was|have|hatte|war|tive|fui|nunca|tuve|sido|eu|été|avuto|stat[oa]|did)(?!\p{L})/iu.test(
      sentence.text,
    )
  )
    return undefined;
  const read = experienceIn(options, sentence.text);
  return read ? [sentence.text] : undefined;
};

const name =
  "\\p{Lu}[\\p{L}'’.-]+(?: (?:(?:de|da|do|dos|van|von|der|den|di|del|la|el|al|bin) ){0,2}\\p{Lu}[\\p{L}'’-]+){1,3}";
const managerFrame = new RegExp(
  `(?<!\\p{L})(?:[Mm]y (?:line )?(?:manager|boss|supervisor)(?:'s| is|:)|[Mm]ein(?:e)? (?:Chef(?:in)?|Vorgesetzte[r]?) (?:ist|heißt)|[Mm]on (?:chef|manager|responsable) est|(?:[Oo] meu|[Aa] minha) (?:chefe|gestor|gestora|manager) é(?: o| a)?|[Mm]i (?:jefe|jefa) es|(?:[Ii]l mio|[Ll]a mia) (?:capo|responsabile) è) (${name})(?=\\s*(?:$|[.,;!?)(]))`,
  'u',
);

const manager: Reader = (_, sentence) => {
  const found = managerFrame.exec(sentence.text)?.[1];
  return found === undefined || sentence.isOpen ? undefined : [found];
};

/** Words of an ask that are too common to tell questions apart. */
const weak: ReadonlySet<string> = new Set(
  'what when which would could about have much well does your with from this that they them their wanted likely other both come know many times compared towards moment partner mentee mentor question people outside time were been each'.split(
    ' ',
  ),
);

const cueTables = new WeakMap<FormDefinition, ReadonlyMap<string, number>>();

/** Words that one question with a scale has and no other question, by their stems. */
function cuesOf(form: FormDefinition): ReadonlyMap<string, number> {
  const made = cueTables.get(form);
  if (made) return made;
  const owners = new Map<string, number>();
  for (const [question, { ask, label = '', type }] of form.questions.entries()) {
    const own = new Set(
      tokensOf(`${ask} ${label}`).flatMap(({ word }) => (word.length >= 4 && !weak.has(word) ? [stem(word)] : [])),
    );
    for (const one of own) owners.set(one, owners.has(one) || type !== 'scale' ? -1 : question);
  }
  cueTables.set(form, owners);
  return owners;
}

function stem(word: string): string {
  return word.length > 5 ? word.slice(0, 5) : word.replace(/s$/, '');
}

const scoreBefore =
  /(?:(?<!\p{L})(?:an?|another|give (?:it|that|this|us|them|those|her|him)|say|so|put|down|put down|call it|makes it|it's|that's|is|are|was|be|rate it|score|also|solid|good|clear|strong|um|uma|un|une|uno|una|eine?|diria|digo|dou|sage|disons|donc|portanto|also|daher)\s+|[,:(=]\s*|\s[-–]\s*)(?:plus |minus |menos |moins |meno )?$/iu;
const scoreBehind =
  /^\s?(?:(?:\/|out of|of|von|sur|de|em)\s?(?:\d+|five|ten)\s*)?(?:$|[.,;!?)]|\s*(?:as well|too|at the moment|right now|for now|from me|please|again|there|only|because|since|and|auch|aussi|também)(?!\p{L}))/iu;

/** Figures behind words that one question with a scale has alone: "we keep what we arrange, so put a four". */
function scalesIn(
  form: FormDefinition,
  { text, isOpen }: Sentence,
): { found: Map<number, string>; unclear: Set<number> } {
  const [found, unclear] = [new Map<number, string>(), new Set<number>()];
  const { figures } = figuresIn(text);
  if (figures.length === 0) return { found, unclear };
  const cues = cuesOf(form);
  const events = [
    ...tokensOf(text).flatMap(({ word, start }) => {
      const question = cues.get(stem(word)) ?? -1;
      return question >= 0 ? [{ at: start, question }] : [];
    }),
    ...figures.map((figure) => ({ at: figure.from, figure })),
  ].sort((one, other) => one.at - other.at);
  const pending = new Set<number>();
  let last: number | undefined;
  for (const event of events) {
    if ('question' in event) {
      pending.add(event.question);
      continue;
    }
    const { value, from, to } = event.figure;
    const isScore = scoreBefore.test(text.slice(0, from)) && scoreBehind.test(text.slice(to));
    const isTotal = /(?:\/|out of|of|von|sur|de)\s?$/i.test(text.slice(0, from));
    if (isTotal) continue;
    const [question, ...others] = pending;
    if (!isScore) continue;
    if (question === undefined) {
      if (last !== undefined) unclear.add(last);
      continue;
    }
    const asked = form.questions[question] as Question;
    const { min, max } = scaleOf(asked);
    const lead = text.slice(Math.max(0, from - 20), from);
    const isNot = /(?<!\p{L})(?:not|n't|no|nicht|pas|não|nao|instead of|maybe|perhaps|between|or)(?!\p{L})/iu.test(
      lead,
    );
    const fits = Number.isInteger(value) && value >= min && value <= max;
    if (others.length > 0 || isNot || isOpen || !fits) for (const one of pending) unclear.add(one);
    else {
      if (found.has(question)) unclear.add(question);
      const sign = /(?:plus|\+)\s*$/i.test(text.slice(0, from)) ? '+' : '';
      found.set(question, sign + (value < 0 ? String(value) : text.slice(from, to)));
      last = question;
    }
    pending.clear();
  }
  return { found, unclear };
}
