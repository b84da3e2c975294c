/** Where people at the Harbour Institute work: it studies coasts and ports, and builds what it measures them with. */
export const teams = [
  'tide gauges',
  'coastal models',
  'the workshop',
  'the library',
  'the field crew',
  'the data desk',
  'the visitor centre',
  'finance',
  'the people office',
  'the sensor lab',
  'fisheries',
  'the press desk',
  'harbour planning',
  'the IT room',
] as const;

/** Its houses, the first with most of the people. */
export const sites = ['Lisbon', 'Lisbon', 'Lisbon', 'Porto', 'Porto', 'Faro'] as const;

/** What somebody wants who would like a mentor. `topics` are those of the application that their words are about. */
export interface Wish {
  why: string;
  change: string;
  topics: readonly string[];
}

export const wishes: readonly Wish[] = [
  {
    why: 'I have been good at the same thing for six years, and I would like to find out what else I am good at.',
    change:
      'I would like to know whether I want to stay with models or go towards people who use them. A year from now I want to have tried the second for real, not just read about it.',
    topics: ['finding my direction', 'changing field or role'],
  },
  {
    why: 'In January I was asked to lead the team I used to be a member of. Nobody told me how that is done.',
    change:
      "To run our Monday meeting without dreading it, and to have had the two conversations that I've been putting off since spring.",
    topics: ['leading people', 'handling difficult situations'],
  },
  {
    why: 'A colleague had a mentor last year and came back standing straighter.',
    change: 'Speak up in rooms where everybody has twenty years more than I do, and be asked again afterwards.',
    topics: ['making myself heard', 'speaking and writing'],
  },
  {
    why: 'I moved here from the far side of the world and I still do not know how things get decided.',
    change:
      'I want to understand how this place works: who to ask, when to insist, and when to let something go. And one good friend outside my own corridor.',
    topics: ['making myself heard', 'handling difficult situations'],
  },
  {
    why: 'My second child is on the way and I refuse to believe that I have to choose.',
    change: 'To leave at four on Wednesdays without apologising, and still finish the salt marsh paper.',
    topics: ['work and the rest of life', 'speaking and writing'],
  },
  {
    why: 'I write software that nobody here can review, so I never learn whether it is any good.',
    change:
      'Have somebody read my code who is not afraid to say what they see. By next spring I would like to have published one tool that others actually use.',
    topics: ['skills for my field', 'finding my direction'],
  },
  {
    why: 'Because I have started three applications for other jobs this year and finished none of them.',
    change: 'To have decided: either I stay and know why, or I go and know where.',
    topics: ['finding my direction', 'changing field or role'],
  },
  {
    why: 'I present our figures to the board four times a year, and four times a year I lose them on slide two.',
    change:
      'Tell the story of a budget in five minutes, so that the board argues about the harbour and not about my table.',
    topics: ['speaking and writing', 'making myself heard'],
  },
  {
    why: 'My manager is kind and very busy; I would like to think aloud with someone who does not write my review.',
    change: 'A plan for the next three years that is mine, on one page, with the first step already taken.',
    topics: ['finding my direction', 'skills for my field'],
  },
  {
    why: 'I have been in the workshop since my apprenticeship, and I would like to train the next ones.',
    change:
      'Be the person who teaches the new apprentices to weld under water, and be patient while I do it. I am told that patience can be learned.',
    topics: ['leading people', 'handling difficult situations'],
  },
  {
    why: 'After my doctorate everything I do takes a week; I would like to learn what is good enough.',
    change: 'To finish things. Two papers and one data set out of the door, and my evenings back.',
    topics: ['speaking and writing', 'work and the rest of life'],
  },
  {
    why: 'I would like to move from measuring to planning and I don’t know anyone who has done it.',
    change: 'To have spent three months with the harbour planners, and to know whether they would keep me.',
    topics: ['changing field or role', 'skills for my field'],
  },
  {
    why: 'I am the only woman on the field crew and sometimes that is a longer day than it has to be.',
    change: 'I would like to lead a survey myself next summer, and have the crew follow without a second thought.',
    topics: ['leading people', 'making myself heard'],
  },
  {
    why: 'We lost our funding twice and I was the one who told the team. I would like to be better at it, or better afterwards.',
    change: 'Sleep through the night before a hard conversation. And have the next one early instead of late.',
    topics: ['handling difficult situations', 'work and the rest of life'],
  },
  {
    why: 'I love explaining the sea to school classes, and I have no idea where that could lead.',
    change: 'A job description that has the visitor centre in it on purpose, rather than in my spare time.',
    topics: ['finding my direction', 'speaking and writing'],
  },
  {
    why: 'Somebody in another department asked a question last month that changed my project. I want more of that.',
    change: 'Work with two people outside fisheries on something small that none of us could do alone.',
    topics: ['skills for my field', 'making myself heard'],
  },
  {
    why: 'I have come back after two years away with my father, and everything has a new name.',
    change: 'To feel at home in my own field again, and to be trusted with something difficult.',
    topics: ['skills for my field', 'work and the rest of life'],
  },
  {
    why: 'I was promoted for being an expert and now I am supposed to stop being one.',
    change:
      'Delegate the tide predictions properly: hand them over, keep my hands off, and be proud of what comes back.',
    topics: ['leading people', 'finding my direction'],
  },
  {
    why: 'My English is good enough for the lab but not for the corridor.',
    change: 'To write a grant application in my own words, and to make one joke in a meeting that works.',
    topics: ['speaking and writing', 'making myself heard'],
  },
  {
    why: 'I would like to hear how others got through their forties at work.',
    change: 'I want to change from the data desk to something with boats in it before I am too sensible to do so.',
    topics: ['changing field or role', 'work and the rest of life'],
  },
  {
    why: 'There is a conflict in our group that is older than I am, and I sit between the two desks.',
    change: 'Either it is settled or I no longer carry it home. I would like to learn what I can do and what I cannot.',
    topics: ['handling difficult situations', 'work and the rest of life'],
  },
  {
    why: 'Everything I know about sensors I learned from one person, who retires next year.',
    change: 'Know five people I can call, and be somebody that others call.',
    topics: ['skills for my field', 'making myself heard'],
  },
  {
    why: 'The library is changing faster than I am, and I would like to be ahead of it for once.',
    change: 'Lead the move of our chart collection into the open archive, and bring my two doubters along.',
    topics: ['leading people', 'skills for my field'],
  },
  {
    why: 'I have ideas after the meeting, on the bus. I would like to have them in the meeting.',
    change: 'To say the unfinished thing while it still helps. Once a week would be a fine beginning.',
    topics: ['making myself heard', 'finding my direction'],
  },
];

/** What somebody brings who would like to be a mentor. */
export interface Gift {
  why: string;
  story: string;
  helps: readonly string[];
}

export const gifts: readonly Gift[] = [
  {
    why: 'I had a mentor when I needed one, and she would not let me thank her. This is how.',
    story:
      'I left a safe post in modelling at forty to build up the field crew, was sure for a year that it had been a mistake, and would do it again tomorrow.',
    helps: ['finding my direction', 'changing field or role', 'leading people'],
  },
  {
    why: 'I know how this house works, and it would be a pity if that retired with me.',
    story:
      'Two reorganisations, one of them mine. I have told people bad news in every tone of voice, and I know which one I regret.',
    helps: ['leading people', 'handling difficult situations', 'making myself heard'],
  },
  {
    why: 'Younger colleagues ask better questions than I do these days.',
    story: 'I have sat on eleven grant panels. I can tell you what gets read at midnight and what gets put down.',
    helps: ['speaking and writing', 'skills for my field'],
  },
  {
    why: 'Because listening is the one thing I have become better at with age.',
    story:
      'I stammer. I have also given the opening talk of our open day nine times. I know something about being heard when your voice has other plans.',
    helps: ['making myself heard', 'speaking and writing', 'handling difficult situations'],
  },
  {
    why: 'I would like to give back, and honestly, I would like to learn how the new tools work.',
    story:
      'Raised three children and one institute archive at the same time, part of it alone. Both turned out well, neither as planned.',
    helps: ['work and the rest of life', 'finding my direction'],
  },
  {
    why: 'I have been asked for advice at the coffee machine for years; this would be the same with a chair.',
    story:
      'I changed field twice, from ships to statistics to sensors, and each time I was a beginner with a mortgage.',
    helps: ['changing field or role', 'skills for my field', 'finding my direction'],
  },
  {
    why: 'It keeps me honest.',
    story:
      'I led a team of thirty and was unhappy, and then a team of four and was happy. It took me too long to see that this was allowed.',
    helps: ['leading people', 'finding my direction', 'work and the rest of life'],
  },
  {
    why: 'When I came to this country nobody explained the unwritten rules. I have been writing them down since.',
    story:
      'I arrived with two suitcases and a degree that nobody recognised. Now I chair the committee that recognises degrees.',
    helps: ['making myself heard', 'changing field or role', 'handling difficult situations'],
  },
  {
    why: 'I like people who are just before a decision.',
    story:
      'I turned down a promotion once and took one once. I can talk about both without wanting you to do the same.',
    helps: ['finding my direction', 'leading people'],
  },
  {
    why: 'I spend my days with numbers and would like to spend an hour with a person.',
    story: 'I explain budgets to boards that do not like numbers. The trick is fewer numbers, and courage.',
    helps: ['speaking and writing', 'making myself heard', 'skills for my field'],
  },
  {
    why: 'The field crew taught me that nobody gets good at this alone.',
    story:
      'I lost a boat and nearly a friend through a decision of mine. What came after, and how to work with people who know it, I can share.',
    helps: ['handling difficult situations', 'leading people'],
  },
  {
    why: 'I would like to understand what people who start now expect of a place like ours.',
    story: 'I burned out in 2016, came back at half speed and found that half speed was enough for most of it.',
    helps: ['work and the rest of life', 'finding my direction', 'handling difficult situations'],
  },
  {
    why: 'Mentoring was the best hour of my week the last time.',
    story:
      'I have reviewed code, papers and welding seams, and the kind word always goes first because otherwise the other one is not heard.',
    helps: ['skills for my field', 'speaking and writing', 'leading people'],
  },
  {
    why: 'I know many people here. It costs me a phone call and it can save somebody a year.',
    story:
      'I moved from measuring tides to planning harbours, with a detour through a town hall. I still have all the phone numbers.',
    helps: ['changing field or role', 'making myself heard', 'skills for my field'],
  },
  {
    why: 'Somebody should tell them that nobody else knows what they are doing either.',
    story:
      'I was the quiet one for fifteen years. Then I was made head of the quiet ones, and had to learn to argue for them.',
    helps: ['making myself heard', 'leading people'],
  },
  {
    why: 'I have time on Thursdays, and a pot of tea.',
    story:
      'Thirty years in one workshop, and I have trained fourteen apprentices. Twelve of them still write; the other two are better than me.',
    helps: ['skills for my field', 'leading people', 'handling difficult situations'],
  },
  {
    why: 'It is good for a press officer to have one conversation a month in which nobody is quoted.',
    story: 'I have written for people who hate writing, and next to people who hate being written about.',
    helps: ['speaking and writing', 'handling difficult situations'],
  },
  {
    why: 'I was asked, and I was flattered, and then I found that I wanted to.',
    story:
      'Came back from five years of caring for my mother to a job that had moved on without me. I caught up, and I remember how.',
    helps: ['work and the rest of life', 'skills for my field', 'changing field or role'],
  },
];

/** Why somebody would like to be both. */
export const bothWays: readonly string[] = [
  'I can see both shores from where I stand: some people ask me things now, and there are things I still want to ask.',
  'To teach is to learn twice, they say. I would like to do it in one round.',
  'I had help at the start and I need help now, with the second half. In between I have something to pass on.',
  'I would like to try out as a mentor what I hope for as a mentee.',
];
