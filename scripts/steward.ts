import { parseArgs } from 'node:util';
import { z } from 'zod';
import { inviteSteward } from '../api/accounts/invite-steward.ts';
import { isOnEmbeddedDefaults } from '../api/config.ts';
import { StartError } from '../api/errors.ts';
import { sendWaitingMail } from '../api/mail/send-waiting-mail.ts';
import { runScript } from '../api/run-script.ts';

const Steward = z.object({ email: z.email().max(254), name: z.string().trim().min(1).max(100) });

/** The first steward of an installation, who invites everyone else from the desk. */
await runScript(process.env, async ({ config, deps, say }) => {
  const { values } = parseArgs({ options: { email: { type: 'string' }, name: { type: 'string' } }, strict: false });
  const steward = Steward.safeParse(values);
  if (!steward.success) throw new StartError('Please say who: npm run steward -- --email you@example.org --name "Your Name"');
  const link = await inviteSteward(deps, steward.data, config.publicUrl);
  if (link === null) throw new StartError('That account is suspended; another steward can bring it back.');
  await sendWaitingMail(deps);
  const where = config.smtpUrl === null ? `is saved in ${config.dataDir}/mail` : 'is on its way';
  say(`${steward.data.name} is invited as a steward: a letter to ${steward.data.email} ${where}. Its link works for 7 days.`);
  if (isOnEmbeddedDefaults(config)) say(link);
});
