/** Forms that carry their own questions: what is asked, what that is called in a list, and the title of the page. */
export const ownQuestions = {
  titles: {
    ballot: 'Your view of the proposed pairs',
    decision: 'Your decision',
    consent: 'The partner we thought of',
    opening: 'A place that has opened',
    confirm: 'Your reply',
    late: 'A late reply',
  },
  ballot: { ask: '{$mentor} as mentor of {$mentee}', label: '{$mentor} and {$mentee}' },
  decision: { ask: 'Shall we publish these pairs?', label: 'Publish' },
  consent: { ask: 'Would you like to work with {$partner}?', label: 'With {$partner}' },
  opening: { ask: 'Shall we introduce {$mentor} as mentor to {$mentee}?', label: 'Introduce them' },
  confirm: { ask: 'Did you write that reply?', label: 'Your reply' },
  late: { ask: "Shall we take {$name}'s late reply?", label: 'Take it' },
} as const;
