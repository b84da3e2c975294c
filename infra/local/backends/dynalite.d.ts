declare module 'dynalite' {
  import type { Server } from 'node:http';
  /** `path`: a folder to keep the tables in; in memory when absent. Times in milliseconds. */
  export default function dynalite(options?: {
    path?: string;
    createTableMs?: number;
    deleteTableMs?: number;
    updateTableMs?: number;
  }): Server;
}
