import type { Sample } from './read-sample.ts';

/** What one entry says of another: every area, venue, topic and asset that is named exists, and no short name stands twice. */
export function checkReferences(sample: Sample): string[] {
  const areas = new Set(sample.areas.map((area) => area.properties.slug));
  const topics = new Set(sample.topics.map((topic) => topic.slug));
  const venues = new Set(sample.areaFiles.flatMap((file) => file.venues.map((venue) => venue.slug)));
  const assets = new Set(sample.areaFiles.flatMap((file) => file.assets.map((asset) => asset.slug)));
  const problems: string[] = [];
  const need = (known: Set<string>, what: string, value: string | null | undefined, where: string) => {
    if (value && !known.has(value)) problems.push(`${where}: there is no ${what} "${value}"`);
  };

  for (const { area, file, assets: ownAssets, events } of sample.areaFiles) {
    need(areas, 'area', area, file);
    for (const asset of ownAssets) {
      const where = `${file}, assets, "${asset.slug}"`;
      need(venues, 'venue', asset.venue, where);
      for (const topic of asset.topics) need(topics, 'topic', topic, where);
      for (const session of asset.sessions) need(venues, 'venue', session.venue, where);
    }
    for (const event of events) {
      need(assets, 'asset', event.asset, `${file}, events, "${event.slug}"`);
      need(venues, 'venue', event.venue, `${file}, events, "${event.slug}"`);
    }
  }
  for (const coordinator of sample.coordinators) {
    const where = `coordinators.json, "${coordinator.slug}"`;
    need(areas, 'area', coordinator.area, where);
    for (const cover of coordinator.cover) need(areas, 'area', cover.area, where);
    for (const door of coordinator.open_doors) need(venues, 'venue', door.venue, where);
  }
  for (const signpost of sample.signposts) {
    const where = `signposts.json, "${signpost.slug}"`;
    for (const area of signpost.areas) need(areas, 'area', area, where);
    for (const topic of signpost.topics) need(topics, 'topic', topic, where);
  }
  for (const photo of sample.photos) {
    const where = `photos.json, "${photo.file}"`;
    for (const venue of photo.venues) need(venues, 'venue', venue, where);
    for (const asset of photo.assets) need(assets, 'asset', asset, where);
  }
  return [...problems, ...repeated(sample)];
}

function repeated(sample: Sample): string[] {
  const named = [
    ...sample.areaFiles.flatMap(({ file, venues }) => venues.map((venue) => ['venue', venue.slug, file])),
    ...sample.areaFiles.flatMap(({ file, assets }) => assets.map((asset) => ['asset', asset.slug, file])),
    ...sample.areaFiles.flatMap(({ file, events }) => events.map((event) => ['event', event.slug, file])),
    ...sample.areas.map((area) => ['area', area.properties.slug, 'areas.geojson']),
    ...sample.coordinators.map((coordinator) => ['coordinator', coordinator.slug, 'coordinators.json']),
    ...sample.signposts.map((signpost) => ['signpost', signpost.slug, 'signposts.json']),
  ];
  const firstIn = new Map<string, string>();
  return named.flatMap(([type, slug, file]) => {
    const key = `${type} "${slug}"`;
    const first = firstIn.get(key);
    firstIn.set(key, first ?? file ?? '');
    return first === undefined ? [] : [`${file}: the ${key} stands twice (also in ${first})`];
  });
}
