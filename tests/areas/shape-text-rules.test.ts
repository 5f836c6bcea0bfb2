import { describe, expect, it } from 'vitest';
import { isFault, readGround, readLine } from '../../api/areas/shape-text-rules.ts';

const ring = [
  [-3.02, 52.2],
  [-3.01, 52.2],
  [-3.01, 52.21],
  [-3.02, 52.21],
  [-3.02, 52.2],
];
const polygon = { type: 'Polygon', coordinates: [ring] };
const corners = ring.map(([lng, lat]) => `${lat}, ${lng}`);
const faultOf = (text: string) => {
  const read = readGround(text);
  return isFault(read) ? read.fault : 'none';
};

describe('a boundary as text', () => {
  it.each([
    ['a polygon', polygon],
    ['several', { type: 'MultiPolygon', coordinates: [[ring]] }],
    ['a feature', { type: 'Feature', properties: { name: 'x' }, geometry: polygon }],
    ['a collection', { type: 'FeatureCollection', name: 'mine', features: [{ type: 'Feature', properties: null, geometry: polygon }] }],
    ['one with heights', { type: 'Polygon', coordinates: [ring.map((corner) => [...corner, 12])] }],
  ])('is read from GeoJSON: %s', (_, json) => {
    expect(readGround(JSON.stringify(json))).toEqual([[ring]]);
  });

  it('is read from corners, one a line, and closed', () => {
    expect(readGround(corners.slice(0, 4).join('\n'))).toEqual([[ring]]);
    expect(readGround(`${corners.join(' ; ')}\n`)).toEqual([[ring]]);
  });

  it.each([
    ['', 'missing'],
    ['{"type":', 'unreadable'],
    ['{"type":"Point","coordinates":[1,2]}', 'no-polygon'],
    ['52.2, -3.0\nover there', 'unreadable'],
    ['52.2, -3.0\n52.3, -3.0', 'corners-few'],
    ['335000, 214000\n336000, 214000\n336000, 215000', 'not-degrees'],
    ['52.2, -3.0\n52.2, -3.0001\n52.2001, -3.0', 'too-small'],
    ['40, -9\n60, -9\n60, 2\n40, 2', 'too-large'],
  ])('is refused with a reason: %j', (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });

  it('is refused where it crosses itself, with where and between which corners', () => {
    const bow = [corners[0], corners[2], corners[1], corners[3]].join('\n');
    expect(readGround(bow)).toEqual({ fault: 'crosses', values: { lat: '52.2050', lng: '-3.0150', one: 1, other: 3 } });
  });

  it('is refused with more corners than any boundary has', () => {
    const many = Array.from({ length: 20_001 }, (_, at) => `${52 + Math.sin(at / 3_183) / 10}, ${-3 + Math.cos(at / 3_183) / 10}`);
    expect(faultOf(many.join('\n'))).toBe('corners-many');
  });

  it('takes a line of two corners, and no fewer', () => {
    expect(readLine('52.2, -3.02\n52.21, -3.01')).toEqual([
      [-3.02, 52.2],
      [-3.01, 52.21],
    ]);
    expect(readLine('52.2, -3.02')).toMatchObject({ fault: 'corners-few' });
    expect(readLine('52.2, -3.02\nnorth')).toEqual({ fault: 'unreadable', values: { line: 2 } });
  });
});
