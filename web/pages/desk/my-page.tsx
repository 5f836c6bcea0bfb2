import type { OpenedCoordinatorPage } from '../../../api/contract/coordinator-page.ts';
import type { ComingDate, TimesTold } from '../../../api/contract/desk-asset.ts';
import type { SignedIn } from '../../../api/contract/viewer.ts';
import { DeskField } from '../../components/desk-field/desk-field.tsx';
import { DeskForm } from '../../components/desk-form/desk-form.tsx';
import type { FormState } from '../../components/open-form/open-form.tsx';
import type { MessageKey } from '../../i18n/translate.ts';
import type { DeskFormPage, DeskRequest } from '../../server/desk-page.ts';
import type { PageSetting } from '../../server/page.ts';
import type { PageData } from '../../server/page-data.ts';
import type { Boxes } from './asset/boxes-of.ts';
import { Pair } from './asset/group.tsx';
import { cleanBoxes } from './asset/load-edit.ts';
import { Doors } from './my-page/doors.tsx';
import { pageBoxes, readPageBoxes } from './my-page/page-boxes.ts';
import { PageHistory } from './my-page/page-history.tsx';

export interface MyPageProps {
  form: FormState;
  /** Null: a steward without a page of their own, who chooses whose. */
  opened: OpenedCoordinatorPage | null;
  boxes: Boxes;
  told: Record<string, TimesTold[]>;
  dates: Record<string, ComingDate[]>;
  /** For stewards: whose pages there are. */
  all: { slug: string; name: string }[];
  /** Another's page, for stewards. */
  who: string | null;
  done: string | null;
}

const said: Record<string, MessageKey> = { saved: 'edit.done-published', back: 'edit.done-put-back' };

/** What residents see of a coordinator: a word about them, the telephone, and where their door is open. */
export const myPagePage: DeskFormPage<MyPageProps> = {
  load: loadMyPage,
  async take(data, request, viewer) {
    const { typed, reader, problemOf } = request;
    const slug = whoIn(request);
    if (typed.form === 'back') {
      await data.desk.putPageBack(viewer, { slug, revisionId: Number(typed.revision) || 0 });
      return reader.urls.myPage(slug ?? undefined, 'back');
    }
    const opened = await data.desk.coordinatorPage(viewer, slug);
    if (typed.version !== opened.version) return [{ field: null, text: 'my-page.meanwhile' }];
    const read = await readPageBoxes(cleanBoxes(typed), { opened, desk: data.desk });
    if (read.errors.length > 0) return read.errors;
    if (typed.do !== 'publish') return [];
    try {
      await data.desk.saveCoordinatorPage(viewer, { slug, page: read.page, version: opened.version });
    } catch (error) {
      if (problemOf(error).type !== '/problems/edited-meanwhile') throw error;
      return [{ field: null, text: 'my-page.meanwhile' }];
    }
    return reader.urls.myPage(slug ?? undefined, 'saved');
  },
  // Doors with many exceptions carry them along.
  bodyLimit: 256 * 1024,
  title: ({ opened, who }, { t }) => (opened && who ? t('my-page.of', { name: opened.name }) : t('my-page.title')),
  style: 'desk-asset',
  Body: MyPageBody,
};

const whoIn = ({ query }: Pick<DeskRequest, 'query'>): string | null =>
  typeof query.who === 'string' && /^[a-z0-9-]{1,120}$/.test(query.who) ? query.who : null;

async function loadMyPage(data: PageData, request: DeskRequest, viewer: SignedIn): Promise<MyPageProps> {
  const { form, query, reader } = request;
  const who = whoIn(request);
  const isSteward = viewer.role === 'steward';
  const all = isSteward ? (await data.coordinators()).items.map(({ slug, name }) => ({ slug, name })) : [];
  const shared = { form, all, who, done: typeof query.done === 'string' ? query.done : null };
  if (who === null && isSteward && viewer.coordinatorId === null) return { ...shared, opened: null, boxes: {}, told: {}, dates: {} };
  const opened = await data.desk.coordinatorPage(viewer, who);
  const isSent = form.typed.form === 'page';
  const standing = pageBoxes(opened, reader);
  const boxes = isSent ? { ...cleanBoxes(form.typed), version: opened.version } : standing;
  const read = await readPageBoxes(boxes, { opened, desk: data.desk });
  const dates = Object.entries(read.byBox).map(async ([box, doors]) => [box, await data.desk.foretellDates(doors)] as const);
  return { ...shared, opened, boxes, told: read.told, dates: Object.fromEntries(await Promise.all(dates)) };
}

function MyPageBody(props: MyPageProps & PageSetting) {
  const { reader, opened, form, boxes: values, who, done, all } = props;
  const { t, urls } = reader;
  const boxes = { reader, values, errors: form.typed.form === 'page' ? form.errors : [] };
  const text = done === null ? undefined : said[done];
  return (
    <div class="wrap stack loose narrow">
      <header class="stack tight">
        <h1>{opened && who ? t('my-page.of', { name: opened.name }) : t('my-page.title')}</h1>
        <p class="lead">{t('my-page.lead')}</p>
        {opened && (
          <p>
            <a class="target" href={urls.coordinator(opened.slug)}>
              {t('edit.see-page')}
            </a>
          </p>
        )}
      </header>
      {text && (
        <p class="said" role="status">
          {t(text)}
        </p>
      )}
      {opened && (
        <DeskForm reader={reader} form={form} action={urls.myPage(who ?? undefined)} name="page" class="stack loose edit-form">
          {/* The first button of a form is the one that Enter presses. */}
          <button class="unseen" type="submit" name="do" value="show" tabIndex={-1} aria-hidden="true" />
          <input type="hidden" name="version" value={values.version} />
          <section class="card stack" aria-labelledby="about-title">
            <h2 id="about-title">{t('my-page.about-title')}</h2>
            <Pair>
              <DeskField boxes={boxes} name="about" label={t('my-page.about')} rows={5} maxLength={1200} lang="en" />
              <DeskField boxes={boxes} name="about_cy" label={t('my-page.about_cy')} rows={5} maxLength={1200} lang="cy" />
            </Pair>
            <DeskField
              boxes={boxes}
              name="phone"
              label={t('my-page.phone')}
              hint={t('my-page.phone-hint')}
              maxLength={40}
              inputMode="tel"
            />
          </section>
          <Doors {...props} />
          <p class="row">
            <button class="button" type="submit" name="do" value="publish">
              {t('edit.publish')}
            </button>
            <button class="button quiet" type="submit" name="do" value="show">
              {t('edit.show-dates')}
            </button>
          </p>
        </DeskForm>
      )}
      {opened && <PageHistory {...props} opened={opened} />}
      {all.length > 0 && (
        <section class="stack tight" aria-labelledby="others">
          <h2 id="others">{t('my-page.others')}</h2>
          <ul class="stack tight desk-links">
            {all.map(({ slug, name }) => (
              <li>
                <a href={urls.myPage(slug)}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
