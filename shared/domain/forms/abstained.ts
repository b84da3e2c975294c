/** The answer to a vote of somebody who would rather not say. */
export const abstained = 'abstained';
