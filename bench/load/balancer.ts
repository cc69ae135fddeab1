/** Hands connections on to the ports it is given, each to the next one. Prints the port that it listens on. */
import { createConnection, createServer } from 'node:net';

const ports = process.argv.slice(2).map(Number);
let turn = 0;
const server = createServer({ noDelay: true }, (incoming) => {
  const outgoing = createConnection({ port: ports[turn++ % ports.length] ?? 0, host: '127.0.0.1', noDelay: true });
  incoming.on('error', () => outgoing.destroy()).on('close', () => outgoing.destroy());
  outgoing.on('error', () => incoming.destroy()).on('close', () => incoming.destroy());
  incoming.pipe(outgoing).pipe(incoming);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}.\n`);
});
