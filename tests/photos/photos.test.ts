import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Photo } from '../../api/contract/photo.ts';
import { loadSample } from '../../api/imports/load-sample.ts';
import { createPhotoSizer, photoFolder } from '../../api/photos/size-photo.ts';
import { sweepPhotos } from '../../api/photos/sweep-photos.ts';
import { inProject } from '../../api/project-root.ts';
import { recordChange } from '../../api/search/record-change.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { testClock } from '../support/test-clock.ts';
import { createTestConfig } from '../support/test-config.ts';

const dataDir = createTestConfig().dataDir;
let test: TestApp;
let photo: Photo;
beforeAll(async () => {
  test = await createTestApp('sample', { DATA_DIR: dataDir });
  const { photos } = (await test.app.inject('/api/v1/assets/mend-and-natter')).json<{ photos: Photo[] }>();
  const [first] = photos;
  if (!first) throw new Error('the sample shows no door');
  photo = first;
});
afterAll(() => test.close());

describe('a photo', () => {
  it.each([320, 640, 1280])('is there %d pixels wide, and kept for a day by the reader’s browser alone', async (width) => {
    const answer = await test.app.inject(`/photos/${photo.id}/${width}.webp`);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('image/webp');
    expect(answer.headers['cache-control']).toBe('private, max-age=86400');
    const { format, width: real, height } = await sharp(answer.rawPayload).metadata();
    expect([format, real, height]).toEqual(['webp', width, width * 0.75]);
  });

  it('is made once, however many ask at the same moment, and then read', async () => {
    const folder = join(dataDir, 'asked-at-once');
    const sizer = createPhotoSizer(folder);
    const ask = () => sizer.sized({ id: 'fresh', file: 'green-hall-door.svg' }, 320);
    const [first, ...others] = [ask(), ask(), ask()];
    for (const other of others) expect(other).toBe(first);
    const kept = join(folder, 'sized', 'fresh-320.webp');
    expect((await first)?.equals(readFileSync(kept))).toBe(true);
    writeFileSync(kept, 'only in the folder');
    expect((await ask()).toString()).toBe('only in the folder');
    expect(readdirSync(join(folder, 'sized'))).toEqual(['fresh-320.webp']);
  });

  it.each(['300.webp', '99999.webp', '320.png', '..%2f320.webp', '320.webp%00'])('is not there as %s', async (file) => {
    const answer = await test.app.inject(`/photos/${photo.id}/${file}`);
    expect(answer.statusCode).toBe(404);
    expect(existsSync(join(dataDir, 'photos', 'sized', `${photo.id}-300.webp`))).toBe(false);
  });

  it('of nothing we know is not there', async () => {
    for (const id of ['00000000-0000-4000-8000-000000000000', 'mend-and-natter', "'; drop table asset_photos; --"])
      expect((await test.app.inject(`/photos/${encodeURIComponent(id)}/320.webp`)).statusCode).toBe(404);
  });

  it('goes from the folder once nobody may see it, and the sample’s keep their ids', async () => {
    const { db } = test.deps;
    const sized = join(dataDir, 'photos', 'sized');
    const keptOf = () => readdirSync(sized).filter((file) => file.startsWith(photo.id));
    await test.app.inject(`/photos/${photo.id}/320.webp`);
    writeFileSync(join(sized, '00000000-0000-4000-8000-000000000000-320.webp'), '');
    expect(await sweepPhotos(test.deps, photoFolder(dataDir))).toBe(1);
    expect(keptOf()).not.toEqual([]);
    await loadSample({ db, clock: testClock }, inProject('seed-data'));
    expect((await test.app.inject(`/photos/${photo.id}/320.webp`)).statusCode).toBe(200);
    const setStatus = (status: string) =>
      db.transaction(async (tx) => {
        const [row] = await tx.query<{ id: string }>(
          'set-status',
          "update assets set status = $1::text where slug = 'mend-and-natter' returning id",
          [status],
        );
        await recordChange(tx, testClock.now(), { assetIds: [row?.id ?? ''] });
      });
    await setStatus('hidden');
    await sweepPhotos(test.deps, photoFolder(dataDir));
    expect(keptOf()).toEqual([]);
    await setStatus('published');
  });

  it('loses what the camera wrote into it, and stands upright', async () => {
    const folder = join(dataDir, 'uploads');
    mkdirSync(join(folder, 'originals'), { recursive: true });
    const held = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#0e5f57' } })
      .withExif({ IFD0: { Copyright: 'Someone at home' }, IFD3: { GPSLatitude: '52/1 15/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(held).metadata()).exif).toBeDefined();
    writeFileSync(join(folder, 'originals', 'held.jpg'), held);
    const made = await createPhotoSizer(folder).sized({ id: 'a', file: 'held.jpg' }, 320);
    const { exif, width, height } = await sharp(made).metadata();
    expect([exif, width, height]).toEqual([undefined, 200, 400]);
  });
});

describe('on a page', () => {
  it('photos have words, sizes, room kept for them, and wait until they are seen', async () => {
    const { body } = await test.app.inject({ url: '/cy/around/mend-and-natter', headers: { 'accept-encoding': 'identity' } });
    const tag = /<img[^>]*photos[^>]*>/.exec(body)?.[0] ?? '';
    for (const part of [`src="/photos/${photo.id}/640.webp"`, '320w', '1280w', 'sizes=', 'width="1280"', 'height="960"', 'loading="lazy"'])
      expect(tag).toContain(part);
    expect(tag).toContain('alt="Neuadd frics');
  });

  it('every drawing of the sample is someone’s, in two languages', () => {
    const listed = JSON.parse(readFileSync(inProject('seed-data', 'photos.json'), 'utf8')) as {
      file: string;
      alt: string;
      alt_cy?: string;
    }[];
    expect(listed.map(({ file }) => file).sort()).toEqual(readdirSync(inProject('seed-data', 'photos')).sort());
    expect(listed.filter(({ alt, alt_cy }) => !alt || !alt_cy)).toEqual([]);
  });
});
