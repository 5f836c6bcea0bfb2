import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig, redactConfig, settings } from '../api/config.ts';
import { StartError } from '../api/errors.ts';

describe('readConfig', () => {
  test('needs nothing to be set', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      dataDir: resolve('data'),
      databaseUrl: null,
      meiliUrls: [],
      smtpUrl: null,
      basemapSource: null,
      sample: true,
      trustedProxies: [],
      logLevel: 'info',
    });
  });

  test('takes an empty value for unset, and spaces round one for nothing', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '  ', SAMPLE: ' no ' })).toMatchObject({ port: 3000, databaseUrl: null, sample: false });
  });

  test('derives the public address from the port, and takes the slash off one that is set', () => {
    expect(readConfig({ PORT: '8080' }).publicUrl).toBe('http://localhost:8080');
    expect(readConfig({ PUBLIC_URL: 'https://Open-Door.example.org/' }).publicUrl).toBe('https://open-door.example.org');
  });

  test('reads lists, tile addresses and files', () => {
    expect(readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, ::1,loopback' }).trustedProxies).toEqual(['10.0.0.0/8', '::1', 'loopback']);
    const tiles = 'https://tiles.example.org/{z}/{x}/{y}.png';
    expect(readConfig({ BASEMAP_SOURCE: tiles }).basemapSource).toBe(tiles);
    expect(readConfig({ BASEMAP_SOURCE: 'package.json' }).basemapSource).toBe(resolve('package.json'));
  });

  test('takes several replicas, and shows the password of none', () => {
    const config = readConfig({ DATABASE_REPLICA_URLS: 'postgres://me:tell-no-one@one/db, postgresql://me:tell-no-one@two/db' });
    expect(config.databaseReplicaUrls).toEqual(['postgres://me:tell-no-one@one/db', 'postgresql://me:tell-no-one@two/db']);
    expect(JSON.stringify(redactConfig(config))).not.toContain('tell-no-one');
    expect(() => readConfig({ DATABASE_REPLICA_URLS: 'postgres://one/db,nonsense' })).toThrow(/DATABASE_REPLICA_URLS/);
  });

  test('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  test.each([
    { PORT: 'ten' },
    { PORT: '-1' },
    { PORT: '65536' },
    { PORT: '80.5' },
    { HOST: 'not a host' },
    { PUBLIC_URL: 'open-door.example.org' },
    { PUBLIC_URL: 'https://example.org/door' },
    { DATABASE_URL: 'mysql://here/db' },
    { MEILI_URL: 'localhost:7700' },
    { MEILI_KEY: 'two words' },
    { MEILI_PREFIX: 'Our Site' },
    { SMTP_URL: 'https://mail.example.org' },
    { MAIL_FROM: 'nobody' },
    { MAIL_FROM: 'A <a@example.org>\r\nBcc: b@example.org' },
    { BASEMAP_SOURCE: 'https://tiles.example.org/{z}/{x}.png' },
    { BASEMAP_SOURCE: 'no-such-map.pmtiles' },
    { SAMPLE: 'perhaps' },
    { TRUSTED_PROXIES: '10.0.0.0/33' },
    { TRUSTED_PROXIES: 'the-proxy' },
    { LOG_LEVEL: 'loud' },
  ])('refuses %o in one sentence that names the setting and the fix', (env) => {
    const [name] = Object.keys(env);
    const error = (() => {
      try {
        return readConfig(env);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(StartError);
    expect(String(error)).toMatch(new RegExp(`The setting ${name} .*; please set it to .*[^.]\\.$`));
  });

  test('never repeats what may be secret', () => {
    for (const { name } of settings.filter((setting) => setting.secret)) {
      expect(() => readConfig({ [name]: 'ftp://me:tell-no-one@example.org with space' })).toThrow(/^(?!.*tell-no-one)/);
    }
    expect(settings.filter((setting) => setting.secret).map(({ name }) => name)).toEqual([
      'DATABASE_URL',
      'DATABASE_REPLICA_URLS',
      'MEILI_URL',
      'MEILI_KEY',
      'SMTP_URL',
      'METRICS_KEY',
    ]);
  });
});

test('the redacted config hides keys and passwords, and keeps the rest', () => {
  const config = readConfig({
    DATABASE_URL: 'postgres://me:tell-no@one@db.example.org:5432/open_door?sslmode=require&password=tell-no-one',
    MEILI_KEY: 'tell-no-one',
    METRICS_KEY: 'tell-no-one-of-this',
    SMTP_URL: 'smtp://me:tell-no-one@mail.example.org',
    BASEMAP_SOURCE: 'https://tiles.example.org/{z}/{x}/{y}.png?api_key=tell-no-one',
  });
  const shown = redactConfig(config);
  expect(JSON.stringify(shown)).not.toMatch(/tell-no|one@/);
  expect(shown).toMatchObject({
    port: 3000,
    databaseUrl: 'postgres://(hidden)@db.example.org:5432/open_door?sslmode=require&password=(hidden)',
    meiliKey: '(hidden)',
    smtpUrl: 'smtp://(hidden)@mail.example.org',
  });
});
