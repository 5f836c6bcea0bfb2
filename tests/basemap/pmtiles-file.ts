import { gzipSync } from 'node:zlib';
import { PbfWriter } from 'pbf';

export interface ArchivedTile {
  z: number;
  x: number;
  y: number;
  bytes: Uint8Array;
}

interface VectorFeature {
  type: 1 | 2 | 3;
  properties: Record<string, string>;
  /** Pairs in tile units; a polygon is closed by itself. */
  points: [number, number][];
}

/** A PMTiles (version 3) archive with one directory, as its specification says. `tileType`: 1 vector, 2 PNG. */
export function pmtilesFile(tiles: ArchivedTile[], { tileType, gzipped }: { tileType: number; gzipped: boolean }): Uint8Array {
  const stored = tiles
    .map((tile) => ({ id: tileId(tile), bytes: gzipped ? gzipSync(tile.bytes) : tile.bytes }))
    .sort((a, b) => a.id - b.id);
  const directory = directoryOf(stored);
  const metadata = Buffer.from('{}');
  const data = Buffer.concat(stored.map(({ bytes }) => bytes));
  const header = Buffer.alloc(127);
  header.write('PMTiles', 0);
  header.writeUInt8(3, 7);
  const parts = [directory, metadata, Buffer.alloc(0), data];
  let offset = header.length;
  for (const [i, part] of parts.entries()) {
    header.writeBigUInt64LE(BigInt(offset), 8 + i * 16);
    header.writeBigUInt64LE(BigInt(part.length), 16 + i * 16);
    offset += part.length;
  }
  for (const at of [72, 80, 88]) header.writeBigUInt64LE(BigInt(stored.length), at);
  header.writeUInt8(1, 96);
  header.writeUInt8(1, 97);
  header.writeUInt8(gzipped ? 2 : 1, 98);
  header.writeUInt8(tileType, 99);
  header.writeUInt8(Math.min(...tiles.map(({ z }) => z)), 100);
  header.writeUInt8(Math.max(...tiles.map(({ z }) => z)), 101);
  for (const [i, degrees] of [-1, 51, 1, 53].entries()) header.writeInt32LE(degrees * 1e7, 102 + i * 4);
  return Buffer.concat([header, ...parts]);
}

/** A Mapbox vector tile of extent 4096, one layer a key. */
export function vectorTile(layers: Record<string, VectorFeature[]>): Uint8Array {
  const pbf = new PbfWriter();
  for (const [name, features] of Object.entries(layers)) pbf.writeMessage(3, writeLayer, { name, features });
  return pbf.finish();
}

function writeLayer({ name, features }: { name: string; features: VectorFeature[] }, pbf: PbfWriter): void {
  const pairs = features.flatMap(({ properties }) => Object.entries(properties));
  pbf.writeVarintField(15, 2);
  pbf.writeStringField(1, name);
  pbf.writeVarintField(5, 4096);
  let next = 0;
  for (const feature of features) {
    const tags = Object.keys(feature.properties).flatMap(() => [next, next++]);
    pbf.writeMessage(2, writeFeature, { feature, tags });
  }
  for (const [key] of pairs) pbf.writeStringField(3, key);
  for (const [, value] of pairs) pbf.writeMessage(4, (text: string, inner: PbfWriter) => inner.writeStringField(1, text), value);
}

function writeFeature({ feature, tags }: { feature: VectorFeature; tags: number[] }, pbf: PbfWriter): void {
  pbf.writePackedVarint(2, tags);
  pbf.writeVarintField(3, feature.type);
  const zigzag = (value: number) => (value << 1) ^ (value >> 31);
  const steps = feature.points.map(([x, y], i) => {
    const [fromX, fromY] = feature.points[i - 1] ?? [0, 0];
    return [zigzag(x - fromX), zigzag(y - fromY)];
  });
  const [first = [], ...others] = steps;
  const lineTo = others.length > 0 ? [(others.length << 3) | 2, ...others.flat()] : [];
  pbf.writePackedVarint(4, [(1 << 3) | 1, ...first, ...lineTo, ...(feature.type === 3 ? [(1 << 3) | 7] : [])]);
}

function directoryOf(stored: { id: number; bytes: Uint8Array }[]): Buffer {
  const pbf = new PbfWriter();
  pbf.writeVarint(stored.length);
  for (const [i, { id }] of stored.entries()) pbf.writeVarint(id - (stored[i - 1]?.id ?? 0));
  for (const _ of stored) pbf.writeVarint(1);
  for (const { bytes } of stored) pbf.writeVarint(bytes.length);
  // One after the other: the first offset plus one, then 0 for "follows".
  for (const i of stored.keys()) pbf.writeVarint(i === 0 ? 1 : 0);
  return Buffer.from(pbf.finish());
}

/** Position on the Hilbert curve, all lower zooms before it. */
function tileId({ z, x, y }: Pick<ArchivedTile, 'z' | 'x' | 'y'>): number {
  let id = (4 ** z - 1) / 3;
  let [column, row] = [x, y];
  for (let side = 2 ** z / 2; side >= 1; side /= 2) {
    const right = column & side ? 1 : 0;
    const below = row & side ? 1 : 0;
    id += side * side * ((3 * right) ^ below);
    if (below === 0) {
      if (right === 1) [column, row] = [side - 1 - (column & (side - 1)), side - 1 - (row & (side - 1))];
      [column, row] = [row, column];
    }
  }
  return id;
}
