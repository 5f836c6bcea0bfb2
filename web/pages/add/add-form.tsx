import { longest } from '../../../api/contract/proposal.ts';
import { Island } from '../../components/island/island.tsx';
import { type FormState, OpenForm } from '../../components/open-form/open-form.tsx';
import { RadioField } from '../../components/radio-field/radio-field.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import type { MessageKey } from '../../i18n/translate.ts';
import type { Reader } from '../../reader.ts';

/** Six questions, the three of the open door, and whether to hear of it. */
export function AddForm({ reader, form }: { reader: Reader; form: FormState }) {
  const { t, urls } = reader;
  const text = (name: keyof typeof longest, hint?: MessageKey) => ({
    ...{ reader, form, name, maxLength: longest[name], label: t(`add.${name}`) },
    ...(hint ? { hint: t(hint) } : {}),
  });
  return (
    <>
      <header class="stack tight">
        <h1>{t('add.title')}</h1>
        <p class="lead">{t('add.lead')}</p>
      </header>
      <OpenForm reader={reader} form={form} action={urls.add()}>
        <div class="question">
          <TextField {...text('name', 'add.name-hint')} short />
        </div>
        <div class="question">
          <TextField {...text('happens', 'add.happens-hint')} rows={4} />
        </div>
        <section class="stack question" aria-labelledby="where-when">
          <h2 id="where-when">{t('add.where-when')}</h2>
          <Island name="plain-times" props={{ href: urls.addTimes() }}>
            <TextField {...text('when', 'add.when-hint')} rows={3} />
            <div class="as-typed" role="status" />
          </Island>
          <TextField {...text('place', 'add.place-hint')} short />
          <label class="choice">
            <input type="checkbox" name="home" value="yes" checked={form.typed.home === 'yes'} />
            <span>{t('add.home')}</span>
          </label>
        </section>
        <div class="question">
          <TextField {...text('join', 'add.join-hint')} rows={2} />
        </div>
        <section class="stack question" aria-labelledby="who-to-ask">
          <h2 id="who-to-ask">{t('add.contact-title')}</h2>
          <TextField {...text('contact_name')} short />
          <TextField {...text('contact', 'add.contact-hint')} short />
        </section>
        <div class="question">
          <RadioField
            reader={reader}
            form={form}
            name="may_show"
            legend={t('add.may_show')}
            choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`add.may_show-${value}`) }))}
          />
        </div>
        <OpenDoor reader={reader} form={form} />
        <TextField {...text('reply_email', 'suggest.email-hint')} email />
        <Carried form={form} names={carried} />
        <p class="row">
          <button class="button" type="submit" name="step" value="preview">
            {t('add.see')}
          </button>
          <span class="soft">{t('add.see-lead')}</span>
        </p>
      </OpenForm>
    </>
  );
}

/** The open-door test, in plain words. */
function OpenDoor({ reader, form }: { reader: Reader; form: FormState }) {
  const { t } = reader;
  const choices = (['yes', 'no', 'unsure'] as const).map((value) => ({ value, label: t(`add.${value}`) }));
  return (
    <section class="stack card" aria-labelledby="open-door">
      <h2 id="open-door">{t('add.open-title')}</h2>
      <p>{t('add.open-lead')}</p>
      {(['anyone', 'neighbours', 'freely'] as const).map((name) => (
        <RadioField reader={reader} form={form} name={name} legend={t(`add.${name}`)} choices={choices} />
      ))}
    </section>
  );
}

/** What another step of the page asks for. */
const carried = (name: string) => name === 'area' || name === 'kind' || name.startsWith('topic.');

/** What was typed on another step, carried along unseen. */
export function Carried({ form, names }: { form: FormState; names: (name: string) => boolean }) {
  return (
    <>
      {Object.entries(form.typed)
        .filter(([name, value]) => value !== '' && names(name))
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
    </>
  );
}
