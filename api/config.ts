import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { StartError } from './errors.ts';

/** One row of the table in README.md. `expected` completes "set it to …"; a secret's value is never repeated. */
export interface Setting<T extends z.ZodType = z.ZodType> {
  name: string;
  help: string;
  /** In words. */
  default: string;
  expected: string;
  secret: boolean;
  schema: T;
}

const setting = <T extends z.ZodType>(row: Omit<Setting<T>, 'secret'> & { secret?: boolean }): Setting<T> => ({ secret: false, ...row });
const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.some((protocol) => text.startsWith(`${protocol}//`)), { abort: true });
/** Parted by commas. */
const listOf = (schema: z.ZodType<string, string>) =>
  z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(schema));
const orNull = <T extends z.ZodType>(schema: T) => schema.optional().transform((value) => value ?? null);

const table = {
  port: setting({
    name: 'PORT',
    help: 'Where the program listens.',
    default: '3000',
    expected: 'a whole number from 0 (any free port) to 65535, such as 3000',
    schema: z.string().regex(/^\d+$/).default('3000').transform(Number).pipe(z.number().max(65_535)),
  }),
  host: setting({
    name: 'HOST',
    help: 'The network address to listen on; `0.0.0.0` lets other machines in.',
    default: '127.0.0.1',
    expected: 'an address or name of this machine, such as 127.0.0.1',
    schema: z
      .string()
      .regex(/^[\w.:-]+$/)
      .default('127.0.0.1'),
  }),
  publicUrl: setting({
    name: 'PUBLIC_URL',
    help: 'The address by which people reach the site, for links in mail, feeds and search engines.',
    default: '`http://localhost:PORT`',
    expected: 'an address without a path, such as https://open-door.example.org',
    schema: orNull(
      url('http:', 'https:')
        .refine((text) => new URL(text).pathname === '/')
        .transform((text) => new URL(text).origin),
    ),
  }),
  dataDir: setting({
    name: 'DATA_DIR',
    help: 'The folder for everything the program keeps: the embedded database, saved mail, photos. Started as root, it keeps the database in `/var/lib/open-door` when only root can reach this folder.',
    default: '`data` in the working folder',
    expected: 'the path of a folder, such as ./data',
    schema: z
      .string()
      .default('data')
      .transform((path) => resolve(path)),
  }),
  databaseUrl: setting({
    name: 'DATABASE_URL',
    help: 'Your own PostgreSQL (14 or newer, with pg_trgm and unaccent).',
    default: 'unset: a PostgreSQL of our own, in the data folder',
    expected: 'an address such as postgres://user:password@host:5432/open_door',
    secret: true,
    schema: orNull(url('postgres:', 'postgresql:')),
  }),
  databaseReplicaUrls: setting({
    name: 'DATABASE_REPLICA_URLS',
    help: 'Read replicas of that PostgreSQL, parted by commas, each by an address of its own: pages for everyone are read from them.',
    default: 'unset: everything is read from `DATABASE_URL`',
    expected: 'addresses such as postgres://user:password@replica:5432/open_door, parted by commas',
    secret: true,
    schema: listOf(url('postgres:', 'postgresql:')),
  }),
  meiliUrls: setting({
    name: 'MEILI_URL',
    help: 'Your Meilisearch; of several, each of which holds all, the addresses parted by commas.',
    default: 'unset: search runs inside PostgreSQL',
    expected: 'an address such as http://localhost:7700, or several different ones parted by commas',
    secret: true,
    schema: listOf(url('http:', 'https:')).refine((urls) => new Set(urls.map((each) => new URL(each).href)).size === urls.length),
  }),
  meiliKey: setting({
    name: 'MEILI_KEY',
    help: 'The master key of that Meilisearch, the same for each of several, by which the program makes itself two keys that reach no further than its own indexes; or a key that may write and make them.',
    default: 'unset: none is sent',
    expected: 'the key alone, without spaces',
    secret: true,
    schema: orNull(z.string().regex(/^\S+$/)),
  }),
  meiliPrefix: setting({
    name: 'MEILI_PREFIX',
    help: 'How the names of the indexes begin: two sites on one Meilisearch have two.',
    default: 'assets',
    expected: 'small letters, digits and hyphens, such as assets',
    schema: z
      .string()
      .regex(/^[a-z0-9-]{1,60}$/)
      .default('assets'),
  }),
  smtpUrl: setting({
    name: 'SMTP_URL',
    help: 'Your mail server.',
    default: 'unset: mail is saved as .eml files in the data folder',
    expected: 'an address such as smtp://user:password@mail.example.org:587',
    secret: true,
    schema: orNull(url('smtp:', 'smtps:')),
  }),
  mailFrom: setting({
    name: 'MAIL_FROM',
    help: 'Whom mail comes from.',
    default: '`Open Door <open-door@localhost>`',
    expected: 'a name and address, such as Open Door <hello@example.org>',
    schema: z
      .string()
      .regex(/^([^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/)
      .default('Open Door <open-door@localhost>'),
  }),
  basemapSource: setting({
    name: 'BASEMAP_SOURCE',
    help: 'The map beneath the pins: a `.geojson` or `.geojson.gz` file or a folder of them, a `.pmtiles` file, or the address of raster tiles (`https://…/{z}/{x}/{y}.png`), fetched by our server so that no reader is seen by another.',
    default: 'unset: the drawn map of the sample',
    expected: 'an existing .geojson, .geojson.gz or .pmtiles file, a folder, or an address with {z}, {x} and {y} in it',
    schema: orNull(z.string().transform(asBasemap)),
  }),
  basemapCredit: setting({
    name: 'BASEMAP_CREDIT',
    help: 'Whose map it is, shown on it as its licence asks.',
    default: 'unset: nothing is shown',
    expected: 'one line of text',
    schema: orNull(z.string().regex(/^[^\r\n]*$/)),
  }),
  sample: setting({
    name: 'SAMPLE',
    help: 'Whether to fill an empty database with the sample district.',
    default: 'yes',
    expected: 'yes or no',
    schema: z
      .enum(['yes', 'no'])
      .default('yes')
      .transform((word) => word === 'yes'),
  }),
  trustedProxies: setting({
    name: 'TRUSTED_PROXIES',
    help: 'Proxies whose word on the visitor’s address we take: addresses or ranges parted by commas, or `loopback`, `linklocal`, `uniquelocal`.',
    default: 'none',
    expected: 'addresses or ranges parted by commas, such as 10.0.0.0/8,loopback',
    schema: listOf(z.string().refine(isProxyRange)),
  }),
  metricsKey: setting({
    name: 'METRICS_KEY',
    help: 'What a Prometheus server sends as bearer token to read `/metrics`; 16 characters or more.',
    default: 'unset: there is no `/metrics`',
    expected: '16 characters or more, without spaces',
    secret: true,
    schema: orNull(z.string().regex(/^\S{16,}$/)),
  }),
  largestImport: setting({
    name: 'LARGEST_IMPORT',
    help: 'The most that a list sent to the desk may have, in megabytes. It is read as it comes in, so it takes room on the disk alone.',
    default: '64',
    expected: 'a whole number of megabytes from 1 to 1000, such as 64',
    schema: z
      .string()
      .regex(/^\d+$/)
      .default('64')
      .transform(Number)
      .pipe(z.number().min(1).max(1_000))
      .transform((megabytes) => megabytes * 1024 * 1024),
  }),
  logLevel: setting({
    name: 'LOG_LEVEL',
    help: 'How much is logged: `silent`, `error`, `warn`, `info` or `debug`.',
    default: 'info',
    expected: 'silent, error, warn, info or debug',
    schema: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  }),
  production: setting({
    name: 'NODE_ENV',
    help: '`production`: as with a `DATABASE_URL` or an `SMTP_URL`, the sample has no ready accounts and no link is printed.',
    default: 'unset: on a PostgreSQL and a mail folder of our own, ready accounts sign in by a printed link',
    expected: 'production, or leave it out',
    schema: z
      .string()
      .optional()
      .transform((word) => word === 'production'),
  }),
} as const;

type Key = keyof typeof table;
type Read = { [K in Key]: z.infer<(typeof table)[K]['schema']> };

/** What was set, checked and filled in. `null`: unset. Paths are absolute, addresses without a slash at the end. */
export type Config = Readonly<Omit<Read, 'publicUrl'> & { publicUrl: string }>;

/** Every setting, in the order of the README's table. */
export const settings: readonly Setting[] = Object.values(table);

/** Throws a `StartError` that names the first broken setting and the fix. An empty value counts as unset. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const schema = z.object(Object.fromEntries(entries().map(([key, row]) => [key, row.schema])));
  const read = schema.safeParse(Object.fromEntries(entries().map(([key, row]) => [key, env[row.name]?.trim() || undefined])));
  if (!read.success) throw new StartError(sentence(String(read.error.issues[0]?.path[0]), env));
  const values = read.data as Read;
  return Object.freeze({ ...values, publicUrl: values.publicUrl ?? `http://localhost:${values.port}` });
}

/** Nobody's own installation: everything stays in the data folder. Only there is the sample's desk open to whoever sees the terminal. */
export const isOnEmbeddedDefaults = ({
  databaseUrl,
  smtpUrl,
  production,
}: Pick<Config, 'databaseUrl' | 'smtpUrl' | 'production'>): boolean => databaseUrl === null && smtpUrl === null && !production;

/** For the start-up log: secrets and passwords are hidden, the rest is as it is. */
export function redactConfig(config: Config): Record<string, unknown> {
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [key, redactAny(key, value)]));
}

function entries() {
  return Object.entries(table) as [Key, Setting][];
}

function sentence(key: string, env: Readonly<Record<string, string | undefined>>): string {
  const row = entries().find(([name]) => name === key)?.[1];
  if (row === undefined) return 'A setting cannot be read.';
  const what = row.secret
    ? `The setting ${row.name} cannot be understood`
    : `The setting ${row.name} is ${JSON.stringify(env[row.name])}, which cannot be used`;
  return `${what}; please set it to ${row.expected}.`;
}

function redactAny(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => redactAny(key, one));
  return typeof value === 'string' ? redact(key, value) : value;
}

function redact(key: string, value: string): string {
  if (key === 'meiliKey' || key === 'metricsKey') return '(hidden)';
  return value
    .replace(/^([a-z]+:\/\/)[^/]*@/i, '$1(hidden)@')
    .replace(/([?&][^=&]*(?:key|token|password|secret)[^=&]*=)[^&]*/gi, '$1(hidden)');
}

function asBasemap(text: string, context: z.RefinementCtx): string {
  const isUrl = /^https?:\/\//.test(text);
  if (isUrl && ['{z}', '{x}', '{y}'].every((part) => text.includes(part))) return text;
  if (!isUrl && existsSync(text)) return resolve(text);
  context.addIssue({ code: 'custom', message: 'not a base map' });
  return z.NEVER;
}

function isProxyRange(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
