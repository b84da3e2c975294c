/** The SDK retries each request, with pauses. Of hundreds at once one may fail all the same. */
const mostTries = 4;

/**
 * Does `act`, and again at once when AWS did not answer or refused for now: for idempotent calls alone. What still
 * fails is thrown, for the caller to retry later.
 */
export async function persistently<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; tries < mostTries; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (!isOfAws(error)) throw error;
    }
  }
  return act();
}

/** Every error that a client of the SDK ends in carries this, also when there was no answer at all. */
function isOfAws(error: unknown): boolean {
  return error instanceof Error && '$metadata' in error;
}
