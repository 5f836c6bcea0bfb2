import { expect, test } from 'vitest';
import { pickEncoding } from '../../api/http/pick-encoding.ts';
import { createPreparedAnswers, type PreparedAnswer, type Standing } from '../../api/http/prepared-answers.ts';

const standing: Standing = { version: 1, minute: 1, index: 1, words: {}, failures: 0 };
const answer = (length: number): PreparedAnswer<unknown> => ({
  etag: '',
  headers: [],
  headersUnchanged: [],
  body: 'x'.repeat(length),
  works: [],
});

test('bytes are held up to a limit, and what was asked for longest ago goes first', () => {
  const answers = createPreparedAnswers<unknown>(1_000_000);
  expect(answers.find('first', standing)).toBeUndefined();
  for (let number = 0; number < 1_000; number += 1) {
    answers.keep(`answer ${number}`, standing, answer(10_000));
    expect(answers.find('answer 0', standing)).toBeDefined();
    expect(answers.bytes()).toBeLessThanOrEqual(1_000_000);
  }
  expect(answers.bytes()).toBeGreaterThan(900_000);
  expect(answers.find('answer 1', standing)).toBeUndefined();
  expect(answers.find('answer 999', standing)).toBeDefined();
});

test('an answer as large as many others together is not held', () => {
  const answers = createPreparedAnswers<unknown>(1_000_000);
  answers.find('large', standing);
  answers.keep('large', standing, answer(60_000));
  expect(answers.find('large', standing)).toBeUndefined();
});

test('with anything that an answer rests on, all are forgotten, and one made before is not held', () => {
  for (const next of [{ version: 2 }, { minute: 2 }, { index: 2 }, { words: {} }, { failures: 1 }]) {
    const answers = createPreparedAnswers<unknown>(1_000_000);
    answers.find('one', standing);
    answers.keep('one', standing, answer(10));
    expect(answers.find('one', standing)).toBeDefined();
    const later = { ...standing, ...next };
    expect(answers.find('one', later)).toBeUndefined();
    expect(answers.bytes()).toBe(0);
    answers.keep('made before', standing, answer(10));
    expect(answers.find('made before', later)).toBeUndefined();
  }
});

test('what is past is forgotten without anybody asking', () => {
  const answers = createPreparedAnswers<unknown>(1_000_000);
  answers.find('one', standing);
  answers.keep('one', standing, answer(10));
  answers.forget(({ minute }) => minute !== 1);
  expect(answers.bytes()).toBeGreaterThan(0);
  answers.forget(({ minute }) => minute !== 2);
  expect(answers.bytes()).toBe(0);
});

test('the smallest encoding that the reader can open is taken', () => {
  const asked = {
    'gzip, deflate, br, zstd': 'br',
    'gzip, deflate': 'gzip',
    'br;q=0, gzip;q=0.5': 'gzip',
    GZIP: 'gzip',
    identity: 'identity',
    'br;q=0.0': 'identity',
    '': 'identity',
  };
  for (const [accepted, picked] of Object.entries(asked)) expect([accepted, pickEncoding(accepted)]).toEqual([accepted, picked]);
  expect(pickEncoding(undefined)).toBe('identity');
});
