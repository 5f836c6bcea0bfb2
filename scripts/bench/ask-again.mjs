// `node ask-again.mjs PORT PATH READERS SECONDS`: so many readers at once ask one address of this machine again and again, on connections that
// stay open; prints how many answers came. A process of its own, so that asking takes no time from answering.
import { connect } from 'node:net';

const [port, path, readers, seconds] = process.argv.slice(2);
const request = Buffer.from(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n`);
let answers = 0;

for (let reader = 0; reader < Number(readers); reader += 1) ask();

setTimeout(() => {
  process.stdout.write(String(answers));
  process.exit();
}, Number(seconds) * 1_000);

function ask() {
  const socket = connect(Number(port), '127.0.0.1');
  let text = '';
  socket.setNoDelay(true).setEncoding('latin1');
  socket.on('connect', () => socket.write(request));
  socket.on('data', (part) => {
    text += part;
    const head = text.indexOf('\r\n\r\n');
    if (head < 0) return;
    if (!text.startsWith('HTTP/1.1 200')) throw new Error(text.slice(0, 200));
    const length = Number(/content-length: (\d+)/i.exec(text.slice(0, head))?.[1]);
    if (text.length < head + 4 + length) return;
    text = '';
    answers += 1;
    socket.write(request);
  });
}
