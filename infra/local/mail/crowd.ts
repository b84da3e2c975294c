import type { Server, Socket } from 'node:net';

/** Keeps room for whoever comes next: beyond `most` connections the one is closed that has said nothing for longest. */
export function keepRoom(server: Server, most: number): void {
  /** The one that has said something last stands last. */
  const connected = new Set<Socket>();
  server.on('connection', (socket) => {
    connected.add(socket);
    socket.on('data', () => {
      connected.delete(socket);
      connected.add(socket);
    });
    socket.once('close', () => connected.delete(socket));
    const [idlest] = connected;
    if (connected.size <= most || !idlest) return;
    connected.delete(idlest);
    idlest.destroy();
  });
}
