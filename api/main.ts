import { createServer } from 'node:net';
import { join } from 'node:path';
import { type ReadyAccount, settleReadyAccounts } from './accounts/ready-accounts.ts';
import { type Config, readConfig, redactConfig } from './config.ts';
import { createDatabase } from './db/database.ts';
import { type DatabaseServer, openDatabaseServer } from './db/database-server.ts';
import { migrate } from './db/migrator.ts';
import { StartError } from './errors.ts';
import { fillEmptyDatabase } from './imports/fill-empty-database.ts';
import { plainLines } from './plain-lines.ts';
import { buildServer } from './server.ts';

/** Ctrl-C reaches us twice under npm: from the terminal and passed on. */
const samePressMs = 1_000;

/** How long those who are still reading are waited for. */
const patienceMs = 30_000;
const hurriedPatienceMs = 3_000;

let opening: Promise<DatabaseServer> | undefined;
let app: Awaited<ReturnType<typeof buildServer>> | undefined;
let stopping: { since: number; hurry(): void } | null = null;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
process.on('uncaughtException', fail);

await start().catch(fail);

async function start(): Promise<void> {
  const config = readConfig(process.env);
  await checkPort(config);
  opening = openDatabaseServer(config, say);
  const { url, folder } = await opening;
  await migrate(url, say);
  const { isSample } = await fillEmptyDatabase(url, { sample: config.sample, progress: say });

  const stream = process.stdout.isTTY ? plainLines(process.stdout) : process.stdout;
  app = await buildServer({ config, databaseUrl: url, logger: { level: config.logLevel, stream }, print: say });
  const ready = await settleReadyAccounts(createDatabase(app.pg.pool), { config, isSample });
  app.log.debug(redactConfig(config), 'settings');
  await app.listen({ port: config.port, host: config.host }).catch((error: unknown) => Promise.reject(portProblem(config, error)));
  const address = app.server.address();
  welcome(config, { ready, port: typeof address === 'object' && address !== null ? address.port : config.port, isSample, folder });
}

interface Opened {
  port: number;
  isSample: boolean;
  folder: string | null;
  ready: ReadyAccount[];
}

function welcome(config: Config, { port, isSample, folder, ready }: Opened): void {
  const site = config.publicUrl === `http://localhost:${config.port}` ? `http://localhost:${port}` : config.publicUrl;
  const tries = isSample
    ? [`${site}/find?near=QX3+2AB  what is around a postcode of the sample`, `${site}/find?q=choir  a wish`]
    : [`${site}/find  what is around here`];
  const mail = config.smtpUrl === null ? `saved in ${join(config.dataDir, 'mail')}` : 'sent through SMTP_URL';
  const data = folder === null ? 'kept in the PostgreSQL of DATABASE_URL' : `kept in ${folder}`;
  say('');
  say(`Open Door is open: ${site}`);
  for (const line of [...tries, `${site}/api/docs  the same for programs`]) say(`  try ${line}`);
  if (ready.length > 0) say(`  sign in at ${site}/sign-in as ${ready.map(({ email }) => email).join(', ')}; the link is printed here`);
  say(`Data is ${data}; mail is ${mail}. Ctrl-C stops everything.`);
}

/** Half-started work fails in many ways once we are told to stop; none of them is news. */
function fail(error: unknown): void {
  if (stopping !== null) return;
  console.error(error instanceof StartError ? error.message : error);
  stop(1);
}

/** The second time, seconds later, without much patience for those who are still reading. */
function stop(exitCode: number): void {
  const now = Date.now();
  if (stopping !== null) {
    if (now - stopping.since >= samePressMs) stopping.hurry();
    return;
  }
  const waited = new Promise<void>((resolve) => {
    const after = (ms: number) => setTimeout(resolve, ms).unref();
    after(patienceMs);
    stopping = { since: now, hurry: () => after(hurriedPatienceMs) };
  });
  void closeInOrder(waited).then(() => process.exit(exitCode));
}

/** However long readers take, and also while it is still opening: the database is not left behind. */
async function closeInOrder(waited: Promise<void>): Promise<void> {
  await Promise.race([app?.close(), waited]).catch((error: unknown) => console.error(error));
  const database = await opening?.catch(() => undefined);
  await database?.stop().catch((error: unknown) => console.error(error));
}

/** Asked before the long work, so that the answer comes at once. */
function checkPort(config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(portProblem(config, error)));
    probe.listen(config.port, config.host, () => probe.close(() => resolve()));
  });
}

function portProblem({ host, port }: Config, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'EADDRINUSE')
    return new StartError(`Port ${port} is already in use; please stop what uses it, or set PORT to another number, such as ${port + 1}.`);
  if (code === 'EACCES')
    return new StartError(`Port ${port} is kept for programs with more rights; please set PORT to another number, such as 3000.`);
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new StartError(`This machine has no address ${host}; please correct the setting HOST.`);
  return error;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
