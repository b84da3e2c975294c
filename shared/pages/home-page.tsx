import { type Page, page } from './page.tsx';

/** For whoever opens the address alone: somebody who has cut off a link, or a coordinator who wants to call the API. */
export function homePage(): Page {
  return page({
    title: 'Telemachy',
    children: (
      <>
        <h1>Telemachy</h1>
        <p>This is Telemachy. It runs mentoring programs by email.</p>
        <p>
          Did you get an email from a mentoring program? Open the whole link in it, or just reply to the email. There is
          nothing to sign in to.
        </p>
        <p>Do you coordinate a program? The API is at /v1/cohorts and takes a token. The README lists its calls.</p>
      </>
    ),
  });
}

/** The same for a terminal. */
export const homeText = `This is Telemachy. It runs mentoring programs by email.

API     /v1/cohorts, with "Authorization: Bearer TOKEN"; the README lists its calls
Pages   behind the links in emails; there is nothing to sign in to
`;
