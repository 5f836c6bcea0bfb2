import type { OwnListing } from '../../../api/contract/asset.ts';
import { longestSuggestion, Suggestion, type SuggestionType } from '../../../api/contract/suggestion.ts';
import type { FormError } from '../../components/form-errors/form-errors.tsx';
import { type FormState, OpenForm } from '../../components/open-form/open-form.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import type { Reader } from '../../reader.ts';
import type { FormPage, PageSetting } from '../../server/page.ts';
import { FormHead } from './form-head.tsx';

interface SuggestProps {
  type: SuggestionType;
  asset: OwnListing;
  form: FormState;
  thanks: boolean;
}

/** The last part of each form's address, and its name in `urls`. */
const paths = { change: 'suggest', closed: 'closed' } as const;

/** What should be different about an asset, or that it has closed: said by anyone, read by the coordinator. */
export function suggestPage(type: SuggestionType): FormPage<SuggestProps> {
  return {
    async load(data, { params, query, formFor }) {
      const asset = await data.listing(params.slug ?? '');
      return { type, asset, form: formFor(`/around/${asset.slug}/${paths[type]}`), thanks: query.thanks === 'yes' };
    },
    async take(data, { params, typed, form, reader }) {
      const said = Suggestion.safeParse({ type, text: typed.text ?? '', reply_email: typed.reply_email?.trim() ?? '' });
      if (!said.success) return said.error.issues.map(({ path, code }) => errorOf(path[0], code));
      await data.suggest(params.slug ?? '', said.data, { form, locale: reader.locale });
      return `${reader.urls[paths[type]](params.slug ?? '')}?thanks=yes`;
    },
    title: ({ form, thanks }, { t }) => {
      if (thanks) return t('suggest.thanks');
      return form.errors.length > 0 ? t('form.title', { title: t(`suggest.${type}`) }) : t(`suggest.${type}`);
    },
    style: 'asset',
    Body: SuggestBody,
  };
}

function errorOf(field: unknown, code: string | undefined): FormError {
  if (field !== 'text') return { field: 'reply_email', text: 'suggest.email-wrong' };
  return { field: 'text', text: code === 'too_big' ? 'suggest.text-long' : 'suggest.text-missing' };
}

function SuggestBody({ reader, asset, type, form, thanks }: SuggestProps & PageSetting) {
  const { t } = reader;
  return (
    <div class="wrap stack loose narrow">
      <FormHead reader={reader} asset={asset} title={t(thanks ? 'suggest.thanks' : `suggest.${type}`)} />
      {thanks ? <Thanks reader={reader} asset={asset} /> : <SuggestForm reader={reader} asset={asset} type={type} form={form} />}
    </div>
  );
}

function SuggestForm({ reader, asset, type, form }: { reader: Reader; asset: OwnListing; type: SuggestionType; form: FormState }) {
  const { t, urls } = reader;
  return (
    <>
      <p class="lead">{t(`suggest.${type}-lead`)}</p>
      <OpenForm reader={reader} form={form} action={urls[paths[type]](asset.slug)}>
        <TextField
          reader={reader}
          form={form}
          name="text"
          label={t(`suggest.${type}-text`)}
          hint={t(`suggest.${type}-hint`)}
          maxLength={longestSuggestion}
        />
        <TextField
          reader={reader}
          form={form}
          name="reply_email"
          label={t('suggest.email')}
          hint={t('suggest.email-hint')}
          email
          maxLength={254}
        />
        <p class="soft">{asset.coordinator ? t('suggest.who', { name: asset.coordinator.first_name }) : t('suggest.who-nobody')}</p>
        <p class="row">
          <button class="button" type="submit">
            {t(`suggest.${type}-send`)}
          </button>
          <a class="target" href={urls.asset(asset.slug)}>
            {t('suggest.back')}
          </a>
        </p>
      </OpenForm>
    </>
  );
}

function Thanks({ reader, asset }: { reader: Reader; asset: OwnListing }) {
  const { t, urls } = reader;
  return (
    <>
      <p class="lead">{asset.coordinator ? t('suggest.next', { name: asset.coordinator.first_name }) : t('suggest.next-nobody')}</p>
      <p>{t('suggest.kept')}</p>
      <p>
        <a class="button" href={urls.asset(asset.slug)}>
          {t('suggest.back')}
        </a>
      </p>
    </>
  );
}
