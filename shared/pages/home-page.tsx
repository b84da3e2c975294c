import { wordsOf } from '#shared/words/index.ts';
import { type Page, page } from './page.tsx';

/** For whoever opens the address alone: somebody who has cut off a link, or a coordinator who wants to call the API. */
export function homePage(): Page {
  const { what, invited, coordinator } = wordsOf().pages.home;
  return page({
    title: 'Telemachy',
    children: (
      <>
        <h1>Telemachy</h1>
        <p>{what}</p>
        <p>{invited}</p>
        <p>{coordinator}</p>
      </>
    ),
  });
}

/** The same for a terminal. */
export function homeText(): string {
  return wordsOf().pages.home.text;
}
