// `npm test`: everything that is tested, from a fresh clone. Arguments go to vitest.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install, projectRoot, requireNode, say } from './install.mjs';

requireNode();
install();
const { build } = await import('./build.mjs');
await build();

const folder = mkdtempSync(join(tmpdir(), 'open-door-report-'));
const report = join(folder, 'report.json');
const vitest = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] },
);
const { passed, failed } = count();
rmSync(folder, { recursive: true, force: true });
say(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || status !== 0 ? 1 : 0);

/** A file that could not even be read, and an error outside any test, count as one failure each. */
function count() {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const unreadable = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const known = numFailedTests + unreadable;
  return { passed: numPassedTests, failed: known === 0 && status !== 0 ? 1 : known };
}
