import compress from '@fastify/compress';
import etag from '@fastify/etag';
import fastifyPostgres from '@fastify/postgres';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import fastify, { LogController } from 'fastify';
import { pageStyleHashes } from '../web/server/built-files.ts';
import { webPlugin } from '../web/server/plugin.ts';
import { apiPlugin } from './app.ts';
import { basemapRoutes } from './basemap/routes.ts';
import type { Config } from './config.ts';
import { createDatabase, poolSettings } from './db/database.ts';
import { readDirectoryVersion } from './db/directory-version.ts';
import { openReplicas } from './db/replicas.ts';
import { createSharedLook } from './db/shared-look.ts';
import type { Clock, Deps } from './deps.ts';
import { systemClock } from './deps.ts';
import { toProblem } from './errors.ts';
import { exportRoutes } from './exports/routes.ts';
import { watchConnections } from './http/connections-today.ts';
import { createReading } from './http/create-reading.ts';
import { guardDesk } from './http/desk-guard.ts';
import { docsStyleHash } from './http/docs-page.ts';
import { answerEarlyRefusal } from './http/error-handler.ts';
import { healthRoutes } from './http/health.ts';
import { keepAnswers } from './http/keep-answers.ts';
import { bodyMs, limitBodies, longestRequestMs } from './http/limit-bodies.ts';
import { offerMetrics } from './http/offer-metrics.ts';
import { openForms } from './http/open-forms.ts';
import type { Standing } from './http/prepared-answers.ts';
import { addSecurityHeaders } from './http/security-headers.ts';
import { turnAwayWhenBusy } from './http/turn-away-when-busy.ts';
import { keepRunning } from './keep-running.ts';
import { openDeps } from './open-deps.ts';
import { createPageData, createReadingData } from './page-data.ts';
import { photoRoutes } from './photos/routes.ts';
import { inProject } from './project-root.ts';
import { readFrom } from './read-from.ts';
import { countViews } from './views/count-views.ts';

export interface ServerOptions {
  config: Config;
  /** A migrated database; `config.databaseUrl` or the embedded server's. */
  databaseUrl: string;
  clock?: Clock;
  logger?: FastifyServerOptions['logger'];
  /** To whoever started the program, whatever is logged. */
  print?: (line: string) => void;
  /** For how long after the start nobody is turned away, however busy the process is. */
  busyGraceMs?: number;
  /** How long what is sent may take; unless told, 15 s. */
  bodyWithinMs?: number;
  /** How long a search waits for Meilisearch. */
  searchLimitMs?: number;
  /** Whether letters go by themselves when their turn comes; unless told, they do. */
  sendsWaitingMail?: boolean;
}

/** The one file that joins API and pages. Ready to listen or to inject; closing it stops everything it started, not the database server. */
export async function buildServer({ logger = false, ...options }: ServerOptions): Promise<FastifyInstance> {
  const { trustedProxies } = options.config;
  const app = fastify({
    logger,
    // What people look for stands in addresses: requests are not logged.
    logController: new LogController({ disableRequestLogging: true }),
    // A small machine that has other work reads the program slowly; that is no reason not to start.
    pluginTimeout: 120_000,
    // What is sent has 15 s (`limitBodies`); a photo on a slow line may take longer, and Node has one limit for all.
    requestTimeout: longestRequestMs(options.config.largestImport),
    http: { headersTimeout: bodyMs, connectionsCheckingInterval: 5_000 },
    connectionTimeout: 30_000,
    bodyLimit: 64 * 1024,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    frameworkErrors: answerEarlyRefusal,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
  });
  try {
    await registerParts(app, options);
    return app;
  } catch (error) {
    // What was started must not keep the process alive.
    await app.close();
    throw error;
  }
}

async function registerParts(
  app: FastifyInstance,
  {
    config,
    databaseUrl,
    clock = systemClock,
    print,
    busyGraceMs,
    bodyWithinMs,
    searchLimitMs,
    sendsWaitingMail,
  }: Omit<ServerOptions, 'logger'>,
): Promise<void> {
  const webRoot = inProject('dist', 'web');
  const https = config.publicUrl.startsWith('https:');

  limitBodies(app, { withinMs: bodyWithinMs });
  await app.register(fastifyPostgres, poolSettings(databaseUrl));
  app.pg.pool.on('error', (error: Error) => app.log.warn({ err: error }, 'a resting database connection was lost; a new one will be made'));

  const deps = openDeps(config, { db: createDatabase(app.pg.pool), clock, log: app.log, print, searchLimitMs });
  const replicas = openReplicas(config.databaseReplicaUrls, { primary: deps.db, log: app.log });
  app.addHook('onClose', () => replicas.close());
  const kept = keepAnswers(app, {
    look: createSharedLook(() => readDirectoryVersion(deps.db)),
    standing: standingOf(deps),
    replicas,
  });
  addSecurityHeaders(app, { styleHashes: [...pageStyleHashes(webRoot), docsStyleHash], https });
  // Before compressing: a page that has not changed is not sent again.
  await app.register(etag, { weak: true });
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'], brotliOptions: { params: { 1: 5 } } });
  await turnAwayWhenBusy(app, { graceMs: busyGraceMs });
  const views = countViews(deps);
  runWhileOpen(app, () => keepRunning({ ...deps, views, kept, sendsWaitingMail }, config));

  await app.register(healthRoutes, { deps });
  offerMetrics(app, { deps, key: config.metricsKey });
  await app.register(apiPlugin, {
    prefix: '/api',
    deps,
    reading: createReading(replicas, deps, (replica) => readFrom(deps, replica)),
    publicUrl: config.publicUrl,
  });
  await app.register(exportRoutes, { deps, publicUrl: config.publicUrl });
  await app.register(basemapRoutes, { prefix: '/basemap', source: config.basemapSource, credit: config.basemapCredit });
  await app.register(photoRoutes, { prefix: '/photos', deps, dataDir: config.dataDir });
  await app.register(fastifyStatic, {
    root: inProject('seed-data', 'portraits'),
    prefix: '/portraits/',
    decorateReply: false,
    index: false,
    maxAge: '1d',
  });
  const connections = watchConnections(clock);
  app.addHook('onClose', async () => connections.stop());
  const pageData = createPageData(deps, {
    publicUrl: config.publicUrl,
    dataDir: config.dataDir,
    largestImport: config.largestImport,
    connections,
    views,
  });
  await app.register(webPlugin, {
    pageData,
    readingData: createReading(replicas, pageData, (replica) => ({ ...pageData, ...createReadingData(readFrom(deps, replica)) })),
    guardForms: (pages) => openForms(pages, deps, connections),
    deskGuard: guardDesk(deps, { https }),
    toProblem,
    webRoot,
    clock,
    kept,
    origin: config.publicUrl,
  });
}

/** Begins when every part has been opened: one that cannot be opened leaves nothing running. */
function runWhileOpen(app: FastifyInstance, begin: () => () => Promise<void>): void {
  let stop: () => Promise<void> = async () => undefined;
  app.addHook('onReady', async () => {
    stop = begin();
  });
  app.addHook('onClose', () => stop());
}

const minuteMs = 60_000;

const standingOf =
  ({ clock, embeddedIndex, vocabulary, searchFailures }: Deps) =>
  (version: number): Standing => ({
    version,
    minute: Math.floor(clock.now().getTime() / minuteMs),
    index: embeddedIndex.lastVersion(),
    words: vocabulary.current(),
    failures: searchFailures(),
  });
