import { parseArgs } from 'node:util';
import { takeBounces } from '../api/confirm/take-bounces.ts';
import { StartError } from '../api/errors.ts';
import { runScript } from '../api/run-script.ts';

/** Letters that came back: `npm run bounces -- --from FOLDER`. */
await runScript(process.env, async ({ deps, say }) => {
  const { values } = parseArgs({ options: { from: { type: 'string' } } });
  if (!values.from) throw new StartError('Please say where the returned mail is: npm run bounces -- --from FOLDER');
  const { bounced, others, unread } = await takeBounces(deps, values.from);
  say(`Letters that came back for good: ${bounced}. Their addresses get no more.`);
  if (others > 0) say(`Other mail, left as it is: ${others}.`);
  for (const file of unread) say(`Could not be read: ${file}`);
});
