import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Config, readConfig, redactConfig } from './config.ts';
import { openDatabaseServer } from './db/database-server.ts';
import { migrate } from './db/migrator.ts';
import { StartError } from './errors.ts';
import { fillEmptyDatabase } from './imports/fill-empty-database.ts';
import { plainLines } from './plain-lines.ts';
import { buildServer } from './server.ts';

/** Ctrl-C reaches us twice under npm: from the terminal and passed on. */
const samePressMs = 1_000;

/** What to close, in the order of opening. */
const opened: { close(): Promise<void> }[] = [];
let stopping: { since: number } | null = null;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0));
process.on('uncaughtException', fail);

await start().catch(fail);

async function start(): Promise<void> {
  const config = readConfig(process.env);
  await checkPort(config);
  const opening = openDatabaseServer(config, say);
  // Also while it is still opening: it must not be left behind.
  opened.push({
    close: () =>
      opening.then(
        (database) => database.stop(),
        () => undefined,
      ),
  });
  const { url } = await opening;
  await migrate(url, say);
  const { isSample } = await fillEmptyDatabase(url, { sample: config.sample, progress: say });

  const stream = process.stdout.isTTY ? plainLines(process.stdout) : process.stdout;
  const app = await buildServer({ config, databaseUrl: url, logger: { level: config.logLevel, stream } });
  opened.push(app);
  app.log.debug(redactConfig(config), 'settings');
  await app.listen({ port: config.port, host: config.host }).catch((error: unknown) => Promise.reject(portProblem(config, error)));
  const address = app.server.address();
  welcome(config, typeof address === 'object' && address !== null ? address.port : config.port, isSample);
}

function welcome(config: Config, port: number, isSample: boolean): void {
  const site = config.publicUrl === `http://localhost:${config.port}` ? `http://localhost:${port}` : config.publicUrl;
  const tries = isSample
    ? [`${site}/find?near=QX3+2AB  what is around a postcode of the sample`, `${site}/find?q=choir  a wish`]
    : [`${site}/find  what is around here`];
  const mail = config.smtpUrl === null ? `saved in ${join(config.dataDir, 'mail')}` : 'sent through SMTP_URL';
  const data = config.databaseUrl === null ? `kept in ${config.dataDir}` : 'kept in the PostgreSQL of DATABASE_URL';
  say('');
  say(`Open Door is open: ${site}`);
  for (const line of [...tries, `${site}/api/docs  the same for programs`]) say(`  try ${line}`);
  say(`Data is ${data}; mail is ${mail}. Ctrl-C stops everything.`);
}

/** Half-started work fails in many ways once we are told to stop; none of them is news. */
function fail(error: unknown): void {
  if (stopping !== null) return;
  console.error(error instanceof StartError ? error.message : error);
  stop(1);
}

/** The second time, seconds later, without waiting for those who are still reading. */
function stop(exitCode: number): void {
  const now = Date.now();
  if (stopping !== null && now - stopping.since < samePressMs) return;
  const patienceMs = stopping === null ? 30_000 : 3_000;
  stopping ??= { since: now };
  const giveUp = new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
  const close = patienceMs > 3_000 ? closeInOrder() : Promise.allSettled(opened.map((part) => part.close()));
  void Promise.race([close, giveUp]).then(() => process.exit(exitCode));
}

async function closeInOrder(): Promise<void> {
  for (const part of [...opened].reverse()) await part.close().catch((error: unknown) => console.error(error));
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
