import type { Area, AreaSummary } from '../../api/contract/area.ts';
import type { Proposal, ProposalPreview } from '../../api/contract/proposal.ts';
import type { Topics } from '../../api/contract/vocabulary.ts';
import type { FormState } from '../components/open-form/open-form.tsx';
import type { FormPage, PageSetting } from '../server/page.ts';
import { AddForm } from './add/add-form.tsx';
import { AddPreview } from './add/add-preview.tsx';
import { readProposal } from './add/read-proposal.ts';
import { Thanks } from './add/thanks.tsx';

type AddProps = { form: FormState } & (
  | { step: 'ask' }
  | { step: 'preview'; proposal: Proposal; preview: ProposalPreview; topics: Topics; areas: AreaSummary[] }
  | { step: 'thanks'; area: Area | null }
);

/**
 * Something for the directory, from anyone: six questions, then how it will look, then it is sent. All steps are one page that carries what was
 * typed along, so that it works without script and nothing is lost.
 */
export const addPage: FormPage<AddProps> = {
  async load(data, { query, formFor }) {
    const given = formFor('/add');
    const area = typeof query.area === 'string' ? query.area.slice(0, 80) : '';
    const form: FormState = { ...given, typed: { area, ...given.typed } };
    if (typeof query.thanks === 'string') return { step: 'thanks', form, area: await data.area(query.thanks).catch(() => null) };
    const read = readProposal(form.typed);
    const asked = form.typed.step === 'preview' ? form.errors.length === 0 : form.typed.step === 'send';
    if (!asked || !read.success) return { step: 'ask', form };
    const [preview, topics, areas] = await Promise.all([data.previewProposal(read.data), data.topics(), data.areas()]);
    return { step: 'preview', form, proposal: read.data, preview, topics, areas: areas.items };
  },
  async take(data, { typed, form, connection, reader }) {
    if (typed.step === 'edit') return 'next-step';
    const read = readProposal(typed);
    if (!read.success) return read.errors;
    if (typed.step !== 'send') return 'next-step';
    const area = await data.propose(read.data, { form, connection, locale: reader.locale });
    return `${reader.urls.add()}?thanks=${area ?? 'yes'}`;
  },
  title: ({ form, step }, { t }) => {
    const title = t(step === 'thanks' ? 'add.thanks' : step === 'preview' ? 'add.preview-title' : 'add.title');
    return form.errors.length > 0 ? t('form.title', { title }) : title;
  },
  style: 'add',
  Body: AddBody,
};

function AddBody(props: AddProps & PageSetting) {
  return (
    <div class="wrap stack loose narrow">
      {props.step === 'thanks' && <Thanks {...props} />}
      {props.step === 'ask' && <AddForm {...props} />}
      {props.step === 'preview' && <AddPreview {...props} />}
    </div>
  );
}
