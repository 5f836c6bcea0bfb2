import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeLength, codeSigns, makeCode, readCode } from '../../api/shortlists/code-rules.ts';

const code = fc.array(fc.constantFrom(...codeSigns), { minLength: codeLength, maxLength: codeLength }).map((signs) => signs.join(''));
const between = fc.stringMatching(/^[ \-.,–]{0,3}$/);

describe('a code', () => {
  it('has six signs, none a vowel and no two alike to the eye', () => {
    expect(codeSigns).not.toMatch(/[AEIOUBSZGLQ]/);
    expect(new Set(codeSigns).size).toBe(25);
    expect(makeCode(randomInt)).toMatch(new RegExp(`^[${codeSigns}]{6}$`));
  });

  it('uses each sign about as often as any other', () => {
    const counts = new Map<string, number>();
    let next = 0;
    const inTurn = (most: number) => next++ % most;
    for (let made = 0; made < codeSigns.length; made += 1)
      for (const sign of makeCode(inTurn)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    expect([...counts.values()]).toEqual(Array.from(codeSigns, () => codeLength));
  });

  it('reads as itself in any case, whatever stands between its signs', () => {
    fc.assert(
      fc.property(
        code,
        fc.array(between, { minLength: 7, maxLength: 7 }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        (made, gaps, lower) => {
          const typed = [...made].map((sign, at) => `${gaps[at]}${lower[at] ? sign.toLowerCase() : sign}`).join('') + gaps[6];
          expect(readCode(typed)).toBe(made);
        },
      ),
    );
  });

  it('forgives the letters that look like its signs', () => {
    expect(readCode('ois zbg')).toBe('015286');
    expect(readCode('LQU-AE0')).toBe('10V430');
  });

  it('is read from any six letters and digits, and from nothing else', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9]{0,9}$/), (typed) => {
        const read = readCode(typed);
        expect(read === null).toBe(typed.length !== codeLength);
        if (read) expect(readCode(read)).toBe(read);
      }),
    );
    expect(['', '4KD 7P', '4KD 7PXX', '4KD7Pé', '４KD7PX'].map(readCode)).toEqual([null, null, null, null, null]);
  });
});
