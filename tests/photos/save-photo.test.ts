import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SignedIn } from '../../api/contract/viewer.ts';
import { type SavedPhoto, savePhoto } from '../../api/photos/save-photo.ts';
import { photoFolder } from '../../api/photos/size-photo.ts';
import { takeTurns } from '../../api/photos/take-turns.ts';
import { signIn } from '../support/sign-in.ts';
import { createTestApp, type TestApp } from '../support/test-app.ts';
import { createTestConfig } from '../support/test-config.ts';
import { aPhoto } from './make-photos.ts';

const { dataDir } = createTestConfig();
const originals = join(photoFolder(dataDir), 'originals');
let test: TestApp;
let sian: SignedIn;
beforeAll(async () => {
  test = await createTestApp('sample', { DATA_DIR: dataDir });
  sian = (await signIn(test, 'coordinator')).viewer;
});
afterAll(() => test.close());
beforeEach(async () => {
  rmSync(originals, { recursive: true, force: true });
  await test.deps.db.query('no-photos', 'delete from asset_photos where added_by is not null');
});

const save = (bytes: Uint8Array, alt = 'A green door', by = sian) =>
  savePhoto({ ...test.deps, dataDir }, by, { assetId: 'cor-y-bont', bytes, alt });
const kept = () => (existsSync(originals) ? readdirSync(originals) : []);

/** The one file that was kept. */
function onlyFile(): Buffer {
  expect(kept()).toHaveLength(1);
  return readFileSync(join(originals, kept()[0] ?? ''));
}

const idOf = (saved: SavedPhoto) => ('id' in saved ? saved.id : JSON.stringify(saved));

describe('what is sent', () => {
  it('is kept as one WebP of at most 1,600 px, whatever it was, and shown at once when a coordinator sends it', async () => {
    for (const format of ['jpeg', 'png', 'webp', 'avif'] as const) {
      rmSync(originals, { recursive: true, force: true });
      const saved = await save(await aPhoto({ format, width: 2400, height: 1200 }));
      expect(saved, format).toMatchObject({ waits: false });
      const { format: now, width, height } = await sharp(onlyFile()).metadata();
      expect([now, width, height]).toEqual(['webp', 1600, 800]);
      const shown = await test.app.inject(`/photos/${idOf(saved)}/640.webp`);
      expect((await sharp(shown.rawPayload).metadata()).width).toBe(640);
    }
  });

  it('loses where it was taken and by whom: the bytes hold none of it', async () => {
    const held = await aPhoto({ exif: true });
    expect(held.includes('Someone at home')).toBe(true);
    await save(held);
    const file = onlyFile();
    const { exif, xmp, icc, iptc, width, height } = await sharp(file).metadata();
    expect({ exif, xmp, icc, iptc }).toEqual({});
    expect([width, height]).toEqual([300, 400]);
    for (const trace of ['Someone at home', 'GPS', 'Exif', 'EXIF', 'xpacket', 'ICCP']) expect(file.includes(trace), trace).toBe(false);
  });

  it('keeps its colours when it comes in those of a better screen', async () => {
    const green = { r: 14, g: 160, b: 87 };
    const p3 = await sharp({ create: { width: 64, height: 64, channels: 3, background: green } })
      .withIccProfile('p3')
      .png()
      .toBuffer();
    await save(p3);
    const { data } = await sharp(onlyFile()).raw().toBuffer({ resolveWithObject: true });
    expect(Math.abs((data[0] ?? 0) - green.r) + Math.abs((data[1] ?? 0) - green.g) + Math.abs((data[2] ?? 0) - green.b)).toBeLessThan(12);
  });

  it('is one photo however often it is sent, and needs no second file', async () => {
    const bytes = await aPhoto({});
    const [first, second] = await Promise.all([save(bytes), save(bytes)]);
    expect(idOf(first)).toBe(idOf(second));
    const rows = await test.deps.db.query('kept-rows', 'select id from asset_photos where added_by is not null');
    expect(rows).toHaveLength(1);
  });

  it('comes to twelve photos of one thing at most', async () => {
    const before = await test.deps.db.query(
      'before',
      "select from asset_photos where asset_id = (select id from assets where slug = 'cor-y-bont')",
    );
    for (let at = before.length; at < 12; at += 1) expect(await save(await aPhoto({ width: 40 + at, height: 40 }))).toHaveProperty('id');
    expect(await save(await aPhoto({ width: 99, height: 40 }))).toEqual({ wrong: 'enough' });
  });
});

describe('without words for it', () => {
  it.each([
    ['', 'no-words'],
    ['  \u200b ', 'no-words'],
    ['x'.repeat(301), 'long-words'],
  ])('a photo is not taken: %j', async (alt, wrong) => {
    expect(await save(await aPhoto({}), alt)).toEqual({ wrong });
    expect(kept()).toEqual([]);
  });
});

describe('a hostile file', () => {
  it('that is larger than 10 MB is refused unopened', async () => {
    expect(await save(new Uint8Array(10 * 1024 * 1024 + 1))).toEqual({ wrong: 'too-large' });
  });

  it.each<[string, Uint8Array | string, string]>([
    ['nothing at all', '', 'missing'],
    ['a drawing with a program in it', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)" width="9" height="9"/>', 'not-a-photo'],
    ['a drawing behind blanks', `${' '.repeat(40)}<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>`, 'not-a-photo'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'not-a-photo'],
    ['a PDF', '%PDF-1.7\n', 'not-a-photo'],
    ['a moving GIF', 'GIF89a\x01\x00\x01\x00', 'not-a-photo'],
    ['a TIFF', 'II*\x00\x08\x00\x00\x00', 'not-a-photo'],
    ['only the beginning of a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'broken'],
    ['a drawing that says it is a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<svg/>')]), 'broken'],
    ['an iPhone’s own kind', Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]), 'heic'],
  ])('that is %s is refused', async (_what, bytes, wrong) => {
    expect(await save(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)).toEqual({ wrong });
    expect(kept()).toEqual([]);
  });

  it('that moves is refused', async () => {
    const frames = await Promise.all(['#f00', '#0f0'].map((background) => aPhoto({ format: 'png', width: 20, height: 20, background })));
    expect(
      await save(
        await sharp(frames, { join: { animated: true } })
          .webp()
          .toBuffer(),
      ),
    ).toEqual({ wrong: 'moving' });
    const [still = Buffer.of()] = frames;
    const moving = Buffer.concat([
      still.subarray(0, 33),
      Buffer.from('\0\0\0\x08acTL\0\0\0\x02\0\0\0\0\0\0\0\0', 'latin1'),
      still.subarray(33),
    ]);
    expect(await save(moving)).toEqual({ wrong: 'moving' });
  });

  it('of few bytes that opens into more pixels than a photo has is refused unopened', async () => {
    const bomb = await sharp({ create: { width: 8000, height: 5001, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(400_000);
    expect(await save(bomb)).toEqual({ wrong: 'too-many-pixels' });
  });

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('that breaks off in the middle is refused: %s', async (format) => {
    const whole = await aPhoto({ format, noisy: true });
    expect(await save(whole.subarray(0, Math.floor(whole.length / 2)))).toEqual({ wrong: 'broken' });
    expect(kept()).toEqual([]);
  });

  it('that is a photo and a program at once leaves only the photo', async () => {
    const both = Buffer.concat([await aPhoto({}), Buffer.from('<script>alert("polyglot")</script>PK\x03\x04polyglot.zip')]);
    expect(await save(both)).toHaveProperty('id');
    expect(onlyFile().includes('polyglot')).toBe(false);
  });

  it('does not keep out others that come at the same moment', async () => {
    const photos = await Promise.all(Array.from({ length: 4 }, (_, at) => aPhoto({ width: 500 + at })));
    const saved = await Promise.all([save(Buffer.from([0xff, 0xd8, 0xff, 0])), ...photos.map((each) => save(each))]);
    expect(saved[0]).toEqual({ wrong: 'broken' });
    expect(saved.slice(1).every((each) => 'id' in each)).toBe(true);
  });
});

it('photos are opened one after the other; where too many wait, the next is asked to come again', async () => {
  const inTurn = takeTurns({ atOnce: 1, mostWaiting: 2 });
  const steps: string[] = [];
  const open = (name: string) => async () => {
    steps.push(`${name} begins`);
    await Promise.resolve();
    steps.push(`${name} ends`);
    if (name === 'b') throw new Error('broken');
    return name;
  };
  const [a, b, c, d] = await Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => inTurn(open(name))));
  expect(d).toEqual({ status: 'fulfilled', value: null });
  expect([a?.status, b?.status, c?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(await inTurn(open('e'))).toBe('e');
});

describe('who may', () => {
  it('is whoever may write on it: a builder’s waits, a trusted one’s is shown, and nobody adds to another patch', async () => {
    const [builder, trusted] = [(await signIn(test, 'builder')).viewer, (await signIn(test, 'trusted-builder')).viewer];
    const before = await test.deps.db.query(
      'area-of-choir',
      `select slug from areas where id = (select area_id from assets where slug = 'cor-y-bont')`,
    );
    expect(before).toEqual([{ slug: 'abbey-and-riverside' }]);
    expect(await save(await aPhoto({ width: 50 }), 'Ours', builder)).toMatchObject({ waits: true });
    expect(await save(await aPhoto({ width: 60 }), 'Ours', trusted)).toMatchObject({ waits: false });
    const elsewhere = { ...sian, areas: [] };
    const files = kept().length;
    await expect(save(await aPhoto({ width: 70 }), 'Theirs', elsewhere)).rejects.toMatchObject({ code: 'not-yours' });
    await expect(
      savePhoto({ ...test.deps, dataDir }, sian, { assetId: 'not-a-thing', bytes: await aPhoto({}), alt: 'x' }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(kept()).toHaveLength(files);
  });
});

it('a file is named by nobody but us', async () => {
  await save(await aPhoto({}));
  expect(kept()[0]).toMatch(/^[0-9a-f-]{36}\.webp$/);
});
