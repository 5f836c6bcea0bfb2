import type { ComponentChildren } from 'preact';
import type { ImportRunView } from '../../../../api/contract/import-run.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import type { MessageKey } from '../../../i18n/translate.ts';
import type { Reader } from '../../../reader.ts';
import { addressOf } from './say-run.ts';

interface StepsProps {
  reader: Reader;
  run: ImportRunView;
  form: FormState;
}

/** What may be done with a run now, the likeliest first. */
export function RunSteps({ reader, run, form }: StepsProps) {
  const { state, type } = run;
  return (
    <div class="stack narrow">
      {(state === 'failed' || run.problem !== null) && <WhatWentWrong reader={reader} problem={run.problem} />}
      {state === 'undone' && <WhatWent reader={reader} run={run} />}
      {state === 'checked' && <BringIn {...{ reader, run, form }} />}
      {state === 'done' && type === 'import' && <WaitingOnes reader={reader} run={run} />}
      {state === 'failed' && type === 'bulk' && <Step {...{ reader, run, form }} name="carry-on" label="runs.carry-on" />}
      {state === 'failed' && type === 'import' && <Step {...{ reader, run, form }} name="read-again" label="runs.try-again" />}
      {run.mayUndo && (
        <Step {...{ reader, run, form }} name="undo" label={run.undone.removed ? 'runs.undo-again' : 'runs.undo'} quiet>
          <p class="soft">
            {reader.t('runs.undo-hint')} {type === 'bulk' && reader.t('runs.undo-day')}
          </p>
        </Step>
      )}
    </div>
  );
}

function WhatWentWrong({ reader: { t }, problem }: { reader: Reader; problem: string | null }) {
  if (!problem) return <p class="notice">{t('runs.failed-ours')}</p>;
  return (
    <p class="notice">
      {t('runs.failed')} <span lang="en">{problem}</span>
    </p>
  );
}

function WhatWent({ reader, run }: { reader: Reader; run: ImportRunView }) {
  const { t } = reader;
  const { removed = 0, kept = 0, 'put-back': putBack = 0 } = run.undone;
  return (
    <>
      {run.type === 'import' && <p>{t('runs.gone', { count: removed })}</p>}
      {putBack > 0 && <p>{t('runs.put-back', { count: putBack })}</p>}
      {kept > 0 && (
        <p class="notice">
          <a href={`${addressOf(reader, run)}?undone=kept#report`}>{t('runs.kept', { count: kept })}</a>
        </p>
      )}
    </>
  );
}

function BringIn({ reader, run, form }: StepsProps) {
  const { t } = reader;
  const isOurs = run.reading?.ours === true;
  const something = (run.counts.made ?? 0) + (run.counts.changed ?? 0) + (run.counts['looks-like'] ?? 0);
  return (
    <>
      {something === 0 ? (
        <p>{t('runs.nothing-new')}</p>
      ) : (
        <DeskForm reader={reader} form={form} action={addressOf(reader, run)} name="bring-in">
          {!isOurs && (
            <fieldset class="stack tight">
              <legend>{t('runs.as')}</legend>
              <div class="tick-list wide">
                <label>
                  <input type="radio" name="publish" value="no" checked />
                  {t('runs.as-waiting')}
                </label>
                <label>
                  <input type="radio" name="publish" value="yes" />
                  {t('runs.as-published')}
                </label>
              </div>
              {run.counts['looks-like'] && <p class="soft">{t('runs.as-likes')}</p>}
            </fieldset>
          )}
          <p>
            <button class="button" type="submit">
              {t('runs.bring-in')}
            </button>
          </p>
        </DeskForm>
      )}
      {!isOurs && <Step {...{ reader, run, form }} name="read-again" label="runs.read-again" quiet />}
    </>
  );
}

/** First what may be here twice; the rest may be shown to everyone all at once. */
function WaitingOnes({ reader, run }: { reader: Reader; run: ImportRunView }) {
  const { t, urls } = reader;
  const likes = run.counts['looks-like'] ?? 0;
  return (
    <>
      <p class="row">
        {likes > 0 && (
          <a class="button" href={`${addressOf(reader, run)}?outcome=looks-like#report`}>
            {t('runs.likes', { count: likes })}
          </a>
        )}
        {(likes > 0 || ((run.counts.made ?? 0) > 0 && !run.publish)) && (
          <a class={likes > 0 ? 'button quiet' : 'button'} href={`${urls.bulk()}?run=${run.id}&status=draft`}>
            {t('runs.waiting-ones')}
          </a>
        )}
      </p>
      {likes > 0 && <p class="soft">{t('runs.likes-hint')}</p>}
    </>
  );
}

interface StepProps extends StepsProps {
  name: string;
  label: MessageKey;
  quiet?: boolean;
  children?: ComponentChildren;
}

function Step({ reader, run, form, name, label, quiet = false, children }: StepProps) {
  return (
    <DeskForm reader={reader} form={form} action={addressOf(reader, run)} name={name} class="stack tight">
      <p>
        <button class={quiet ? 'button quiet' : 'button'} type="submit">
          {reader.t(label)}
        </button>
      </p>
      {children}
    </DeskForm>
  );
}
