import type { TodayStep } from '../../../../api/contract/today.ts';
import { DeskForm } from '../../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../../components/open-form/open-form.tsx';
import type { Reader } from '../../../reader.ts';

interface SaidTwoProps {
  reader: Reader;
  form: FormState;
  /** Null: none, or it is past. */
  step: TodayStep | null;
  /** The list in whose report it was said. */
  run?: string;
}

/** That two are two was just said, and the way back while there is one. */
export function SaidTwo({ reader, form, step, run }: SaidTwoProps) {
  const { t, urls } = reader;
  if (!step) return null;
  return (
    <DeskForm reader={reader} form={form} action={urls.duplicates()} name="undo" class="said row">
      <span role="status">{t(step.takenBack ? 'edit.done-undone' : 'merge.done-apart')}</span>
      {run && <input type="hidden" name="run" value={run} />}
      {step.canTakeBack && (
        <button class="button quiet" type="submit" name="step" value={step.id}>
          {t('edit.undo')}
        </button>
      )}
    </DeskForm>
  );
}
