import compress from '@fastify/compress';
import etag from '@fastify/etag';
import fastifyPostgres from '@fastify/postgres';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import fastify, { LogController } from 'fastify';
import { pageStyleHashes } from '../web/server/built-files.ts';
import { webPlugin } from '../web/server/plugin.ts';
import { sweepAccounts } from './accounts/sweep-accounts.ts';
import { apiPlugin } from './app.ts';
import { carryOutRecuts } from './areas/carry-out-recuts.ts';
import { basemapRoutes } from './basemap/routes.ts';
import type { Config } from './config.ts';
import { askGroups } from './confirm/ask-groups.ts';
import { noteRefusedLetter } from './confirm/note-refused-letter.ts';
import { forgetAnswered } from './confirm/take-back-answer.ts';
import { createDatabase, poolSettings } from './db/database.ts';
import { foldDirectoryChanges, readDirectoryVersion } from './db/directory-version.ts';
import { openReplicas } from './db/replicas.ts';
import { createSharedLook } from './db/shared-look.ts';
import type { Clock, Deps } from './deps.ts';
import { systemClock } from './deps.ts';
import { compareAgain } from './duplicates/compare-changed.ts';
import { sweepDrafts } from './editing/save-draft.ts';
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
import { savedMailFolder } from './mail/open-mailer.ts';
import { sendWaitingMail } from './mail/send-waiting-mail.ts';
import { sweepSavedMail } from './mail/sweep-saved-mail.ts';
import { openDeps } from './open-deps.ts';
import { forgetOwnLinks } from './own-links/answer-own-link.ts';
import { createPageData, createReadingData } from './page-data.ts';
import { photoRoutes } from './photos/routes.ts';
import { photoFolder } from './photos/size-photo.ts';
import { sweepPhotos } from './photos/sweep-photos.ts';
import { inProject } from './project-root.ts';
import { forgetKeptContacts, forgetProposals } from './proposals/forget-proposals.ts';
import { readFrom } from './read-from.ts';
import { repeat } from './repeat.ts';
import { sweepRuns } from './runs/sweep-runs.ts';
import { workAtRuns } from './runs/work-at-runs.ts';
import { sweepNowAndThen } from './search/sweep-index.ts';
import { startSync } from './search/sync.ts';
import { refreshDates } from './sessions/refresh-dates.ts';
import { applySettings } from './settings/apply-settings.ts';
import { expireShortlists } from './shortlists/expire-shortlists.ts';
import { forgetSuggestions } from './suggestions/forget-suggestions.ts';
import { tellTheRest } from './suggestions/tell-the-rest.ts';
import { londonDate } from './time/london-time.ts';
import { forgetSteps } from './today/undo-step.ts';
import { countViews, type ViewCounts } from './views/count-views.ts';
import { forgetEntries } from './walk-about/undo-entry.ts';

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
  keepRunning(app, { ...deps, views, kept, sendsWaitingMail }, config);

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

/** Twice a minute, so that damage is mended within one. */
const compareIndex = (deps: Deps) =>
  repeat(sweepNowAndThen(deps), {
    everyMs: 30_000,
    failed: 'the search index could not be compared with the directory; trying again soon',
    log: deps.log,
  });

const sendLetters = (deps: Deps) =>
  repeat((isStopped) => sendWaitingMail(deps, isStopped, noteRefusedLetter(deps)), {
    everyMs: 10_000,
    failed: 'letters could not be sent; trying again soon',
    log: deps.log,
  });

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

/** Begins when every part has been opened: one that cannot be opened leaves nothing running. */
function keepRunning(
  app: FastifyInstance,
  {
    views,
    kept,
    sendsWaitingMail = true,
    ...deps
  }: Deps & { views: ViewCounts; kept: { forgetPast(): void }; sendsWaitingMail: boolean | undefined },
  { dataDir, publicUrl }: Config,
): void {
  const hourly = (work: (isStopped: () => boolean) => Promise<unknown>, failed: string) =>
    repeat(work, { everyMs: 3_600_000, failed: `${failed}; trying again in an hour`, log: deps.log });
  let stop: () => Promise<void> = async () => undefined;
  app.addHook('onReady', async () => {
    const running = [
      startSync(deps),
      ...(deps.assetIndex === deps.embeddedIndex ? [] : [compareIndex(deps)]),
      repeat(() => deps.vocabulary.refresh(), { everyMs: 500, failed: 'the words that stewards set could not be read', log: deps.log }),
      repeat((isStopped) => applySettings(deps, isStopped), {
        everyMs: 5_000,
        failed: 'what stewards set could not be brought to the search; trying again soon',
        log: deps.log,
      }),
      repeat((isStopped) => refreshDates(deps, isStopped), {
        everyMs: 5 * 60_000,
        failed: 'dates could not be worked out; trying again in five minutes',
        log: deps.log,
      }),
      ...(sendsWaitingMail ? [sendLetters(deps)] : []),
      repeat(() => views.flush(), { everyMs: 60_000, failed: 'views could not be counted; trying again soon', log: deps.log }),
      repeat(compareAgain(deps), {
        everyMs: 10_000,
        failed: 'what may be here twice could not be worked out; trying again soon',
        log: deps.log,
      }),
      repeat(() => carryOutRecuts(deps), {
        everyMs: 60_000,
        failed: 'boundaries could not be changed that were to change today; trying again soon',
        log: deps.log,
      }),
      repeat(
        () => {
          kept.forgetPast();
          return foldDirectoryChanges(deps.db);
        },
        { everyMs: 10_000, failed: 'the directory’s version could not be folded', log: deps.log },
      ),
      hourly(() => sweepAccounts(deps), 'sign-in links and sessions past their time could not be removed'),
      hourly(() => sweepDrafts(deps), 'drafts of the desk past their time could not be removed'),
      repeat(() => forgetSteps(deps), { everyMs: 60_000, failed: 'steps at the desk past their time could not be removed', log: deps.log }),
      repeat(() => forgetEntries(deps), { everyMs: 60_000, failed: 'what was noted on walks could not be forgotten', log: deps.log }),
      hourly(() => expireShortlists(deps), 'shortlists past their time could not be emptied'),
      hourly(() => tellTheRest(deps, publicUrl), 'coordinators could not be told of what else neighbours said'),
      repeat(() => forgetKeptContacts(deps), {
        everyMs: 60_000,
        failed: 'contacts of proposals past their time could not be removed',
        log: deps.log,
      }),
      hourly(() => forgetProposals(deps), 'proposals past their day could not be removed'),
      hourly((isStopped) => askGroups(deps, publicUrl, isStopped), 'groups could not be asked whether all is still right'),
      hourly(() => forgetAnswered(deps), 'what groups can no longer take back could not be removed'),
      hourly(() => forgetOwnLinks(deps), 'groups’ own links past their time could not be removed'),
      hourly(() => forgetSuggestions(deps), 'suggestions past their day could not be removed'),
      hourly(
        () => sweepSavedMail(savedMailFolder(dataDir), londonDate(deps.clock.now())),
        'saved letters past their day could not be removed',
      ),
      repeat((isStopped) => workAtRuns({ ...deps, dataDir }, isStopped), {
        everyMs: 500,
        failed: 'what waits to be imported could not be worked at; trying again soon',
        log: deps.log,
      }),
      hourly(() => sweepRuns({ ...deps, dataDir }), 'imports left lying could not be removed'),
      hourly(() => sweepPhotos(deps, photoFolder(dataDir)), 'photos that nobody may see any more could not be removed'),
    ];
    stop = async () => {
      await Promise.all(running.map((each) => each.stop()));
      await views.flush().catch((error: unknown) => deps.log.warn({ err: error }, 'the last views could not be counted'));
    };
  });
  app.addHook('onClose', () => stop());
}
