/**
 * Ends a command that a full disk has stopped with a sentence. The table can't go on after a write that failed, and what it
 * has acknowledged is on the disk; other faults end with all that is known of them, as they would without this.
 */
export function endOnFullDisk(folder: string): void {
  process.on('uncaughtException', (error) => {
    console.error(isFullDisk(error) ? fullDisk(folder) : error);
    process.exit(1);
  });
}

/** The error of Node, of SQLite, or of LevelDB, which says so in words alone. */
export function isFullDisk(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return code === 'ENOSPC' || /no space left on device|database or disk is full/i.test(message ?? '');
}

/** What has happened, and what to do. */
export const fullDisk = (folder: string) =>
  `The disk is full, so Telemachy has ended. Nothing that it acknowledged is lost: make room where ${folder} is, and start it again.`;
