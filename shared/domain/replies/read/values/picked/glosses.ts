/** What words of other languages, and a few English ones, say of the options that mentoring programs have, in the words of such options. */
const list = `asks: stellt fragt faz pergunta pose fait hace pregunta|questions: fragen perguntas preguntas domande|good: gute guten boas bonnes buenas|plainly: directly direkt klar unverblümt diretamente francamente franchement directamente plain straight straightforward
listens: zuhört zuhöre zuhören ouve ouvir escuta écoute écouter escucha listener|advising: advice advise rat ratschläge conselho conselhos aconselhar conseils consejos|honest: ehrlich ehrliche ehrliches honesto honesta honestas honnête honnêtes sincero sincera
newer: latest neuere neuen neueren recentes récentes récents recientes novos novas|methods: methoden métodos méthodes|tools: werkzeuge ferramentas outils herramientas|guiding: anleiten anleitung orientar guider guiar|practice: übung prática pratique práctica
another: anderes anderer anderen andere outra outro noutra noutro autre otra otro|field: fach fachgebiet área áreas domaine campo|country: land país pays países|younger: jüngere jüngeren jovens jeunes jóvenes|colleagues: kollegen kolleginnen colegas collègues
expect: erwarten esperam attendent esperan|leading: leiten führen führung leadership liderar liderança diriger encadrer liderazgo|people: leute menschen pessoas gente personnes personas mitarbeiter team teams peoples|difficult: schwierige schwieriger schwierigen difíceis difficiles difíciles
situations: situationen situações situaciones|speaking: reden sprechen vorträge falar parler hablar presenting|writing: schreiben escrever écrire escribir|direction: richtung rumo direção orientation rumbo|changing: wechseln wechsel mudar mudança changer cambiar
role: rolle stelle função rôle puesto|encouragement: ermutigung zuspruch encorajamento incentivo encouragements ánimo aliento|fresh: frischer frischen fresco regard frais fresca|work: arbeit trabalho travail trabajo|open: offen aberto aberta ouvert abierto
background: hintergrund percurso parcours trayectoria|different: anderem anderer diferente différent distinto`;

const glosses = new Map<string, string>();
for (const entry of list.split(/[|\n]/)) {
  const [option = '', words = ''] = entry.split(': ');
  for (const word of words.split(' ')) glosses.set(word.normalize('NFD').replace(/\p{M}/gu, ''), option);
}

/** A word as an option would have it. */
export function glossed(word: string): string {
  return glosses.get(word) ?? word;
}
