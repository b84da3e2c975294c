import { manner } from './manner.ts';
import { ownQuestions } from './own-questions.ts';
import { questions } from './questions.ts';

/** What is said of questions. */
export const englishAsked = { ...manner, messages: { ownQuestions, questions } } as const;
