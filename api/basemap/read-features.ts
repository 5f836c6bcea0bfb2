import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Feature, Geometry, MultiLineString, MultiPolygon, Point, Position } from 'geojson';
import type { BasemapClass, BasemapFeature } from '../contract/basemap.ts';
import { StartError } from '../errors.ts';
import { featureClass } from './feature-class.ts';

export interface DrawnFeature {
  class: BasemapClass;
  geometry: MultiPolygon | MultiLineString | Point;
  name?: string;
  name_cy?: string;
  big?: boolean;
}

/** A drawn map is kept in memory; past this, PMTiles do better. */
const maxBytes = 300_000_000;
const isDrawn = (path: string) => /\.(geo)?json(\.gz)?$/i.test(path);

/** Every feature that is drawn, from one GeoJSON file or a folder of them. Throws a `StartError`. */
export function readFeatures(path: string): DrawnFeature[] {
  const features = filesOf(path).flatMap(readFile);
  if (features.length === 0)
    throw new StartError(`The base map ${path} holds nothing that can be drawn; please choose GeoJSON with roads, water or woods in it.`);
  return features;
}

function filesOf(path: string): string[] {
  if (!stat(path).isDirectory()) return [path];
  const files = readdirSync(path).filter(isDrawn).sort();
  if (files.length === 0) throw new StartError(`The base map folder ${path} holds no .geojson or .geojson.gz file.`);
  return files.map((file) => join(path, file));
}

function readFile(path: string): DrawnFeature[] {
  if (!isDrawn(path))
    throw new StartError(`The base map ${path} is not a kind we read; please choose a .geojson, .geojson.gz or .pmtiles file.`);
  if (stat(path).size > maxBytes)
    throw new StartError(`The base map ${path} is too large to keep in memory; please turn it into a .pmtiles file.`);
  const fileName = basename(path);
  return parse(path).flatMap((feature) => drawnFeature(feature, fileName, path));
}

function parse(path: string): Partial<Feature>[] {
  try {
    const bytes = readFileSync(path);
    const text = (path.toLowerCase().endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: maxBytes }) : bytes).toString('utf8');
    const { features } = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (Array.isArray(features)) return features;
  } catch (cause) {
    throw new StartError(`The base map ${path} cannot be read as GeoJSON.`, { cause });
  }
  throw new StartError(`The base map ${path} is not a GeoJSON FeatureCollection.`);
}

function drawnFeature(feature: Partial<Feature>, fileName: string, path: string): DrawnFeature[] {
  const geometry = asMulti(feature.geometry);
  if (geometry === null) return [];
  const properties = feature.properties ?? {};
  const found = featureClass(properties, shapeOf(geometry), fileName);
  if (found === null) return [];
  if (!isDegrees(firstPosition(geometry)))
    throw new StartError(`The base map ${path} is not in degrees of longitude and latitude; please convert it to WGS84.`);
  return [{ class: found, geometry, ...namesOf(properties), big: isBig(properties.place ?? properties.type) }];
}

function asMulti(geometry: Geometry | null | undefined): DrawnFeature['geometry'] | null {
  switch (geometry?.type) {
    case 'Polygon':
      return { type: 'MultiPolygon', coordinates: [geometry.coordinates] };
    case 'LineString':
      return { type: 'MultiLineString', coordinates: [geometry.coordinates] };
    case 'MultiPolygon':
    case 'MultiLineString':
    case 'Point':
      return geometry;
    default:
      return null;
  }
}

function shapeOf({ type }: DrawnFeature['geometry']): BasemapFeature['type'] {
  if (type === 'Point') return 'point';
  return type === 'MultiPolygon' ? 'polygon' : 'line';
}

function firstPosition({ type, coordinates }: DrawnFeature['geometry']): Position | undefined {
  if (type === 'Point') return coordinates;
  return type === 'MultiPolygon' ? coordinates[0]?.[0]?.[0] : coordinates[0]?.[0];
}

function isDegrees(position: Position | undefined): boolean {
  const [lng, lat] = position ?? [];
  return lng !== undefined && lat !== undefined && Math.abs(lng) <= 180 && Math.abs(lat) <= 90;
}

/** `BUA24NM`: what the Office for National Statistics calls a built-up area's name. */
function namesOf(properties: Readonly<Record<string, unknown>>) {
  return { name: text(properties.name ?? properties.BUA24NM), name_cy: text(properties.name_cy ?? properties['name:cy']) };
}

const isBig = (place: unknown) => place === 'town' || place === 'city';

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 80) : undefined;
}

function stat(path: string) {
  try {
    return statSync(path);
  } catch (cause) {
    throw new StartError(`The base map ${path} is not there or cannot be read.`, { cause });
  }
}
