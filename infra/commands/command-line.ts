/** Ends a command with what was wrong and what to do. 2 is what shells and tools use for "called wrongly". */
export function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

/** The JSON in a file, or the end of the command with a message that names the file and what is wrong with it. */
export function jsonFile(path: string, read: (path: string) => string): unknown {
  try {
    return JSON.parse(read(path));
  } catch (error) {
    fail(`${path} can't be read: ${(error as Error).message}`);
  }
}
