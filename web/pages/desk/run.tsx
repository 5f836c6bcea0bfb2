import {
  type FilePeek,
  type ImportRunView,
  type RowsAsked,
  type RunRowView,
  type RunType,
  rowOutcomes,
  rowUndone,
} from '../../../api/contract/import-run.ts';
import type { TodayStep } from '../../../api/contract/today.ts';
import type { TopicNames } from '../../../api/contract/vocabulary.ts';
import type { FormError } from '../../components/form-errors/form-errors.tsx';
import type { FormState } from '../../components/open-form/open-form.tsx';
import type { Reader } from '../../reader.ts';
import type { DeskFormPage, DeskSent } from '../../server/desk-page.ts';
import { SaidTwo } from './duplicates/said-two.tsx';
import { ChooseReading } from './run/choose-reading.tsx';
import { readingFrom } from './run/reading-from.ts';
import { RunProgress } from './run/run-progress.tsx';
import { RunReport } from './run/run-report.tsx';
import { RunSteps } from './run/run-steps.tsx';
import { addressOf, isAtWork, nameRun, sayWhoAndWhen } from './run/say-run.ts';

export interface RunProps {
  run: ImportRunView;
  form: FormState;
  /** While how to read the file is being chosen. */
  choice: { peek: FilePeek; topics: TopicNames; as: string } | null;
  report: ({ rows: RunRowView[]; next: number | null } & RowsAsked) | null;
  /** What was just said of two that are alike. */
  step: TodayStep | null;
  /** How far it is, in words. */
  says: string;
}

/** One run, whatever its state: choosing how to read a file, watching, reading the report, bringing in, taking back. */
export const runPage = (type: RunType): DeskFormPage<RunProps> => ({
  async load(data, { params, query, form, reader }, viewer) {
    const run = await data.desk.run(viewer, params.id ?? '');
    const outcome = rowOutcomes.find((one) => one === query.outcome) ?? null;
    const undone = rowUndone.find((one) => one === query.undone) ?? null;
    const isReading = run.state === 'reading';
    const choice = isReading
      ? { peek: await data.desk.peekImport(viewer, run.id), topics: await data.topicNames(), as: String(query.as ?? '') }
      : null;
    const rows =
      isReading || isAtWork(run) ? null : await data.desk.runRows(viewer, { id: run.id, outcome, undone, after: Number(query.after) || 0 });
    const step = typeof query.step === 'string' ? await data.desk.stepToday(viewer, query.step) : null;
    return { run, form, choice, report: rows && { ...rows, outcome, undone }, step, says: sayProgress(reader, run) };
  },
  async take(data, sent, viewer) {
    const id = sent.params.id ?? '';
    const { desk } = data;
    const steps: Record<string, () => Promise<FormError[] | undefined>> = {
      reading: () => check(sent, (chosen) => desk.checkImport(viewer, { id, ...chosen })),
      'read-again': () => done(desk.readAgain(viewer, id)),
      'bring-in': () => done(desk.bringIn(viewer, { id, publish: sent.typed.publish === 'yes' })),
      'carry-on': () => done(desk.carryOn(viewer, id)),
      undo: () => done(desk.undoRun(viewer, id)),
    };
    const wrong = await steps[sent.typed.form ?? '']?.();
    return wrong && wrong.length > 0 ? wrong : addressOf(sent.reader, { type, id });
  },
  title: ({ run }, reader) => nameRun(reader, run),
  answer: ({ run, says }) => ({ atWork: isAtWork(run), state: run.state, done: run.done, total: run.total, says }),
  style: 'runs',
  Body: ({ reader, run, form, choice, report, step, says }) => (
    <div class="wrap stack loose">
      <header class="stack tight narrow">
        <p>
          <a class="target" href={type === 'import' ? reader.urls.imports() : reader.urls.bulk()}>
            {reader.t(type === 'import' ? 'runs.title' : 'bulk.title')}
          </a>
        </p>
        <h1>{nameRun(reader, run)}</h1>
        <p>
          <strong>{reader.t(`runs.state-${run.state}`)}</strong>
          <span class="soft"> · {sayWhoAndWhen(reader, run)}</span>
        </p>
      </header>
      {isAtWork(run) && <RunProgress reader={reader} run={run} says={says} />}
      {choice && <ChooseReading reader={reader} run={run} form={form} {...choice} />}
      {report && <RunSteps reader={reader} run={run} form={form} />}
      {report && run.total > 0 && (
        <RunReport reader={reader} run={run} {...report}>
          <SaidTwo reader={reader} form={form} step={step} run={run.id} />
        </RunReport>
      )}
    </div>
  ),
});

const done = (step: Promise<void>) => step.then(() => undefined);

/** What is wrong with the choices, or what they led to. */
async function check(sent: DeskSent, take: (chosen: { reading: unknown; name: string }) => Promise<void>): Promise<FormError[]> {
  const chosen = readingFrom(sent);
  if (chosen.errors.length === 0) await take(chosen);
  return chosen.errors;
}

const sayProgress = ({ t }: Reader, { done, total }: ImportRunView) => t('runs.progress', { done: Math.min(done, total), total });
