import { expect, test } from 'vitest';
import { createSharedLook } from '../../api/db/shared-look.ts';

/** Looks that end when they are told to. */
function looks() {
  const under: ((answer: number) => void)[] = [];
  const look = createSharedLook(() => new Promise<number>((resolve) => under.push(resolve)));
  return { look, under };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('all who come while a look is under way share the next one, and none is told of the one before', async () => {
  const { look, under } = looks();
  const first = look();
  const others = [look(), look(), look()];
  await turn();
  expect(under).toHaveLength(1);
  under[0]?.(1);
  expect(await first).toBe(1);
  await turn();
  expect(under).toHaveLength(2);
  under[1]?.(2);
  expect(await Promise.all(others)).toEqual([2, 2, 2]);
  const last = look();
  expect(under).toHaveLength(3);
  under[2]?.(3);
  expect(await last).toBe(3);
});

test('a look that fails is told to who asked, and the next is made all the same', async () => {
  let fails = true;
  const look = createSharedLook(async () => {
    if (fails) throw new Error('away');
    return 'there';
  });
  const [first, second] = [look(), look()];
  fails = false;
  await expect(first).rejects.toThrow('away');
  expect(await second).toBe('there');
});
