import { sweepAccounts } from './accounts/sweep-accounts.ts';
import { carryOutRecuts } from './areas/carry-out-recuts.ts';
import type { Config } from './config.ts';
import { askGroups } from './confirm/ask-groups.ts';
import { noteRefusedLetter } from './confirm/note-refused-letter.ts';
import { forgetAnswered } from './confirm/take-back-answer.ts';
import { foldDirectoryChanges } from './db/directory-version.ts';
import type { Deps } from './deps.ts';
import { compareAgain } from './duplicates/compare-changed.ts';
import { sweepDrafts } from './editing/save-draft.ts';
import { savedMailFolder } from './mail/open-mailer.ts';
import { sendWaitingMail } from './mail/send-waiting-mail.ts';
import { sweepSavedMail } from './mail/sweep-saved-mail.ts';
import { forgetOwnLinks } from './own-links/answer-own-link.ts';
import { photoFolder } from './photos/size-photo.ts';
import { sweepPhotos } from './photos/sweep-photos.ts';
import { forgetKeptContacts, forgetProposals } from './proposals/forget-proposals.ts';
import { repeat } from './repeat.ts';
import { sweepRuns } from './runs/sweep-runs.ts';
import { workAtRuns } from './runs/work-at-runs.ts';
import { type SweepDeps, sweepNowAndThen } from './search/sweep-index.ts';
import { startSync } from './search/sync.ts';
import { refreshDates } from './sessions/refresh-dates.ts';
import { applySettings } from './settings/apply-settings.ts';
import { expireShortlists } from './shortlists/expire-shortlists.ts';
import { forgetSuggestions } from './suggestions/forget-suggestions.ts';
import { tellTheRest } from './suggestions/tell-the-rest.ts';
import { londonDate } from './time/london-time.ts';
import { forgetSteps } from './today/undo-step.ts';
import type { ViewCounts } from './views/count-views.ts';
import { forgetEntries } from './walk-about/undo-entry.ts';

export interface RunningDeps extends Deps {
  views: ViewCounts;
  kept: { forgetPast(): void };
  /** Whether letters go by themselves when their turn comes; unless told, they do. */
  sendsWaitingMail: boolean | undefined;
}

/** All that the program does by itself, from now until what it answers is called. */
export function keepRunning(
  { views, kept, sendsWaitingMail = true, ...deps }: RunningDeps,
  { dataDir, publicUrl }: Config,
): () => Promise<void> {
  const hourly = (work: (isStopped: () => boolean) => Promise<unknown>, failed: string) =>
    repeat(work, { everyMs: 3_600_000, failed: `${failed}; trying again in an hour`, log: deps.log });
  const running = [
    ...(deps.copies.length > 0 ? deps.copies : [deps.embeddedIndex]).map((assetIndex) => startSync({ ...deps, assetIndex })),
    ...deps.copies.map((assetIndex) => compareIndex({ ...deps, assetIndex })),
    ...(deps.copies.length > 1 ? [lookForLag(deps)] : []),
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
  return async () => {
    await Promise.all(running.map((each) => each.stop()));
    await views.flush().catch((error: unknown) => deps.log.warn({ err: error }, 'the last views could not be counted'));
  };
}

/** Twice a minute, so that damage is mended within one. */
const compareIndex = (deps: SweepDeps) =>
  repeat(sweepNowAndThen(deps), {
    everyMs: 30_000,
    failed: 'the search index could not be compared with the directory; trying again soon',
    log: deps.log,
  });

const lookForLag = ({ lag, log }: Deps) =>
  repeat(() => lag.look(), { everyMs: 1_000, failed: 'which search servers are behind could not be told', log });

const sendLetters = (deps: Deps) =>
  repeat((isStopped) => sendWaitingMail(deps, isStopped, noteRefusedLetter(deps)), {
    everyMs: 10_000,
    failed: 'letters could not be sent; trying again soon',
    log: deps.log,
  });
