import { connect } from 'node:net';
import { parentPort } from 'node:worker_threads';

// A worker, so that the server has its process to itself: asks the same over some open connections, and tells how often it was answered.
parentPort.on('message', async ({ port, request, connections, forMs }) => {
  const started = performance.now();
  const until = started + forMs;
  const answers = await Promise.all(Array.from({ length: connections }, () => askUntil(port, request, until)));
  const seconds = (performance.now() - started) / 1_000;
  parentPort.postMessage(answers.reduce((sum, count) => sum + count, 0) / seconds);
});

/** One after the other on one connection. */
function askUntil(port, request, until) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let [answers, waiting, isChunked] = [0, 0, false];
    socket.setEncoding('latin1');
    socket.on('connect', () => socket.write(request));
    socket.on('error', reject);
    socket.on('data', (text) => {
      if (waiting === 0) {
        const head = text.slice(0, text.indexOf('\r\n\r\n') + 4);
        const length = /^content-length: (\d+)/im.exec(head)?.[1];
        if (!/^HTTP\/1\.1 (200|304) /.test(head)) return reject(new Error(head));
        isChunked = /^transfer-encoding: chunked/im.test(head);
        waiting = isChunked ? Number.POSITIVE_INFINITY : head.length + Number(length ?? 0);
      }
      waiting -= text.length;
      if (isChunked ? !text.endsWith('0\r\n\r\n') : waiting > 0) return;
      answers += 1;
      waiting = 0;
      if (performance.now() < until) socket.write(request);
      else {
        socket.destroy();
        resolve(answers);
      }
    });
  });
}
