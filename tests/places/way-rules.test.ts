import { expect, test } from 'vitest';
import { landmarksOnWay, walkMinutes } from '../../api/places/way-rules.ts';

/** About 1,100 metres to the north. */
const home = { lat: 52.25, lng: -3 };
const hall = { lat: 52.26, lng: -3 };
const at = (name: string, lat: number, lng: number) => ({ name, lat, lng });
const passed = (landmarks: ReturnType<typeof at>[]) => landmarksOnWay(home, landmarks)(hall);

test('a landmark beside the straight way is passed', () => {
  expect(passed([at('library', 52.255, -3.001)])?.name).toBe('library');
});

test('of several the one that is least out of the way', () => {
  expect(passed([at('park', 52.255, -3.003), at('bridge', 52.257, -3.0002), at('mill', 52.253, -2.998)])?.name).toBe('bridge');
});

test.each([
  ['out of the way', at('castle', 52.255, -3.01)],
  ['behind', at('school', 52.247, -3)],
  ['beyond', at('church', 52.263, -3)],
  ['next door to where one starts', at('pub', 52.2505, -3)],
  ['next door to where one goes', at('hall’s own name', 52.2598, -3)],
])('one that is %s is not', (_where, landmark) => {
  expect(passed([landmark])).toBeNull();
});

test('however far the goal, one that is behind, or beyond it, is not', () => {
  const far = { lat: 52.2707, lng: -3 };
  const passedOn = landmarksOnWay(home, [at('school', 52.249, -3), at('church', 52.2717, -3)]);
  expect(passedOn(far)).toBeNull();
});

test('nobody walks less than a minute', () => {
  expect([walkMinutes(5), walkMinutes(80), walkMinutes(1000)]).toEqual([1, 1, 13]);
});
