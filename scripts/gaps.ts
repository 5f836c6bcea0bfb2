import { fewestLooks, listGaps } from '../api/gaps/list-gaps.ts';
import { runScript } from '../api/run-script.ts';

/** What people looked for around here and did not find: a place to start something. */
await runScript(process.env, async ({ deps, say }) => {
  const gaps = await listGaps(deps);
  if (gaps.length === 0) say(`Nothing yet that was looked for ${fewestLooks} times and on three days or more.`);
  for (const { month, area, term, looks } of gaps) say(`${month}  ${area ?? '(no area)'}  “${term}”  ${looks} times`);
});
