import { Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { plainLines } from '../api/plain-lines.ts';

function shown(entry: object): string {
  let text = '';
  const out = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  plainLines(out).write(`${JSON.stringify(entry)}\n`);
  return text;
}

test('a person at a terminal reads time, message and what belongs to it, one thing a line', () => {
  const text = shown({ level: 30, time: Date.now(), pid: 1, hostname: 'h', msg: 'Mail saved', links: ['https://example.org/a'] });
  expect(text).toMatch(/^\d\d:\d\d:\d\d Mail saved\n {9}links \["https:\/\/example\.org\/a"\]\n$/);
});

test('what needs attention is marked', () => {
  expect(shown({ level: 40, time: 0, msg: 'Search rests' })).toContain('please note: Search rests');
});
