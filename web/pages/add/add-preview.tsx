import type { AreaSummary } from '../../../api/contract/area.ts';
import type { Proposal, ProposalPreview } from '../../../api/contract/proposal.ts';
import type { Topics } from '../../../api/contract/vocabulary.ts';
import { CoordinatorStrip } from '../../components/coordinator-strip/coordinator-strip.tsx';
import { type FormState, OpenForm } from '../../components/open-form/open-form.tsx';
import type { Reader } from '../../reader.ts';
import { Carried } from './add-form.tsx';
import { HowItLooks } from './how-it-looks.tsx';
import { IsItThis } from './is-it-this.tsx';
import { MadeOfIt } from './made-of-it.tsx';

export interface PreviewProps {
  reader: Reader;
  form: FormState;
  proposal: Proposal;
  preview: ProposalPreview;
  topics: Topics;
  areas: AreaSummary[];
}

/** How it will look, what it may be already, and who reads it; then it is sent. */
export function AddPreview(props: PreviewProps) {
  const { reader, form, preview } = props;
  const { t, urls } = reader;
  const { coordinator } = preview;
  const asksArea = preview.area === null;
  return (
    <>
      <header class="stack tight">
        <h1>{t('add.preview-title')}</h1>
        <p class="lead">{t('add.preview-lead')}</p>
      </header>
      <IsItThis {...props} />
      <OpenForm reader={reader} form={form} action={urls.add()}>
        <HowItLooks {...props} />
        <MadeOfIt {...props} />
        {preview.looks_like === 'service' && <p class="said">{t('add.service')}</p>}
        <section class="stack tight" aria-labelledby="reader">
          <h2 id="reader">{t('add.reader')}</h2>
          {coordinator && <CoordinatorStrip reader={reader} coordinator={coordinator} />}
          <p>{coordinator ? t('add.reader-lead', { name: coordinator.first_name }) : t('add.reader-nobody')}</p>
          <p class="soft">{t('add.kept')}</p>
        </section>
        <Carried form={form} names={(name) => isTyped(name) && !(name === 'area' && asksArea)} />
        <p class="row">
          <button class="button" type="submit" name="step" value="send">
            {t('add.send')}
          </button>
          <button class="button quiet" type="submit" name="step" value="edit">
            {t('add.change')}
          </button>
        </p>
      </OpenForm>
    </>
  );
}

/** Asked on the step before, not on this one. */
const isTyped = (name: string) => !['step', 'token', 'more', 'kind'].includes(name) && !name.startsWith('topic.');
