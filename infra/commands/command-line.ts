import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Ends a command with what was wrong and what to do. 2 is what shells and tools use for "called wrongly". */
export function fail(message: string): never {
  console.error(printable(message));
  process.exit(2);
}

/** The options that a command was called with, or its end with a sentence about the one that is wrong. */
export function optionsOf<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node explains at length how to pass an argument that begins with a dash, of which no command has any.
    const [what = ''] = (error as Error).message.split(/\. To specify|\. This command/);
    return fail(`${what.replace(/\.?$/, '.')} See --help.`);
  }
}

/**
 * Text for a terminal, in which control characters from a file would be obeyed (colours, a title, a cleared screen) and
 * marks of direction would turn what follows around: they are shown as `\\u001b` instead, which JSON reads back as they were.
 */
export function printable(text: string): string {
  return text.replace(
    /[^\P{Cc}\t\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The JSON in a file, or the end of the command with a message that names the file and what is wrong with it. */
export function jsonFile(path: string, read: (path: string) => string): unknown {
  try {
    return JSON.parse(read(path));
  } catch (error) {
    fail(`${path} can't be read: ${(error as Error).message}`);
  }
}
