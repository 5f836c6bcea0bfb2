import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metresBetween } from '../../api/geo/metres-between.ts';
import { fromBritishGrid, readPoint } from '../../api/imports/point-rules.ts';
import { pointInside } from '../../api/imports/shape-rules.ts';

const record = { line: 2, cells: {}, geometry: null };

describe('where a row is', () => {
  // Points that Ordnance Survey gives in both systems (OSTN15 test data); the seven-parameter shift is good to about five metres.
  test.each([
    [651_409.804, 313_177.45, 52.658_007_833, 1.716_073_973], // Caister water tower
    [91_492.146, 11_318.804, 49.922_261_937, -6.299_777_52], // St Mary's, Scilly
    [424_639.355, 565_012.703, 54.979_123_73, -1.616_576_845], // Newcastle
  ])('easting %d, northing %d', (easting, northing, lat, lng) => {
    expect(metresBetween(fromBritishGrid(easting, northing), { lat, lng })).toBeLessThan(6);
  });

  test('columns of eastings and northings are read, and what lies off the grid is refused', () => {
    const columns = { easting: 'e', northing: 'n' };
    expect(readPoint(columns, { e: '378500', n: '391500' }, record)).toEqual({
      point: { lat: expect.closeTo(53.42, 1), lng: expect.closeTo(-2.32, 1) },
    });
    expect(readPoint(columns, { e: '0', n: '0' }, record)).toEqual({ refused: '“0, 0” is not on the British grid' });
    expect(readPoint(columns, {}, record)).toEqual({ point: null });
  });

  test('a number in another notation is no coordinate', () => {
    const columns = { lat: 'lat', lng: 'lng' };
    for (const lat of ['53,42', '5e1', '0x35', 'Infinity', '53.42N'])
      expect(readPoint(columns, { lat, lng: '-2.3' }, record)).toHaveProperty('refused');
  });
});

describe('a point for a shape', () => {
  const bars = (lng: number, lat: number) => [
    [lng, lat],
    [lng + 3, lat],
    [lng + 3, lat + 3],
    [lng + 2.9, lat + 3],
    [lng + 2.9, lat + 0.1],
    [lng + 0.1, lat + 0.1],
    [lng + 0.1, lat + 3],
    [lng, lat + 3],
    [lng, lat],
  ];

  test('lies inside, even in a horseshoe', () => {
    const point = pointInside({ type: 'Polygon', coordinates: [bars(-2, 53)] });
    expect(point).not.toBeNull();
    if (!point) return;
    const inGap = point.lng > -1.9 && point.lng < 0.9 && point.lat > 53.1;
    const inBox = point.lng >= -2 && point.lng <= 1 && point.lat >= 53 && point.lat <= 56;
    expect({ inGap, inBox }).toEqual({ inGap: false, inBox: true });
  });

  test('lies in no hole', () => {
    const square = (size: number) => [
      [-size, 53 - size],
      [size, 53 - size],
      [size, 53 + size],
      [-size, 53 + size],
      [-size, 53 - size],
    ];
    const point = pointInside({ type: 'Polygon', coordinates: [square(2), square(1)] });
    expect(point && Math.max(Math.abs(point.lng), Math.abs(point.lat - 53))).toBeGreaterThan(1);
  });

  test('stands for the largest of several parts', () => {
    const box = (west: number, size: number) => [
      [west, 53],
      [west + size, 53],
      [west + size, 53 + size],
      [west, 53 + size],
      [west, 53],
    ];
    const point = pointInside({ type: 'MultiPolygon', coordinates: [[box(-5, 0.1)], [box(1, 1)]] });
    expect(point).toEqual({ lng: expect.closeTo(1.5), lat: expect.closeTo(53.5) });
  });

  test('any rectangle has its middle as its point', () => {
    const size = fc.double({ min: 0.000_01, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.double({ min: -8, max: 1, noNaN: true }),
        fc.double({ min: 50, max: 59, noNaN: true }),
        size,
        size,
        (west, south, width, height) => {
          const ring = [
            [west, south],
            [west + width, south],
            [west + width, south + height],
            [west, south + height],
            [west, south],
          ];
          const point = pointInside({ type: 'Polygon', coordinates: [ring] });
          expect(point?.lng).toBeCloseTo(west + width / 2, 6);
          expect(point?.lat).toBeCloseTo(south + height / 2, 6);
        },
      ),
    );
  });

  test('a shape without area has none', () => {
    expect(
      pointInside({
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [1, 1],
            [0, 0],
          ],
        ],
      }),
    ).toBeNull();
  });
});
