import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../../api/config.ts';

/** Defaults, with a data folder that belongs to this test; the caller removes it. */
export function createTestConfig(env: Record<string, string> = {}): Config {
  return readConfig({ DATA_DIR: mkdtempSync(join(tmpdir(), 'open-door-test-')), LOG_LEVEL: 'silent', ...env });
}
