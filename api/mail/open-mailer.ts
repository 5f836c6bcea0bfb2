import { join } from 'node:path';
import { type Config, isOnEmbeddedDefaults } from '../config.ts';
import type { Log } from '../deps.ts';
import { createFolderMailer } from './folder-mailer.ts';
import type { Mailer } from './mailer.ts';
import { createSmtpMailer } from './smtp-mailer.ts';

/** SMTP where it is set, else a folder of .eml files inside the data folder. `print`: to whoever started the program. */
export function openMailer(
  config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDir' | 'databaseUrl' | 'production'>,
  log: Pick<Log, 'info'>,
  print?: (line: string) => void,
): Mailer {
  const { smtpUrl, mailFrom, dataDir } = config;
  if (smtpUrl) return createSmtpMailer({ url: smtpUrl, from: mailFrom });
  return createFolderMailer({ folder: savedMailFolder(dataDir), from: mailFrom, tellsLinks: isOnEmbeddedDefaults(config), print, log });
}

export const savedMailFolder = (dataDir: string) => join(dataDir, 'mail');
