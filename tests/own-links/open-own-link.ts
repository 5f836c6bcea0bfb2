import { type Editing, openEditing } from '../editing/open-editing.ts';
import { sendForm, tokenOf } from '../support/send-form.ts';
import { sendDeskForm, type TestSession } from '../support/sign-in.ts';

/** The path of a group's own link in a page or a letter. */
export const linkIn = (text: string) => /http:\/\/[^/]+(?:\/cy)?(\/our\/[\w-]+)/.exec(text)?.[1] ?? '';

/** The sample, a coordinator who gives Mend and Natter a link, and what the group does with it. */
export async function openOwnLink() {
  const open = await openEditing();
  const { app } = open.test;
  const desk = (pressed: string, by: TestSession = open.sian, id = open.id) =>
    sendDeskForm(app, `/desk/assets/${id}/link`, { by, fields: { do: pressed } });
  const visit = (path: string) => app.inject({ url: path, headers: { 'accept-encoding': 'identity' } });
  return {
    ...open,
    desk,
    visitLink: visit,
    giveLink: async () => linkIn((await desk('show')).body),
    read: async (path: string) => (await visit(path)).body,
    /** As the group's browser has it: every box as it stands, with what is typed over it. `opened`: an earlier page. */
    async write(path: string, typed: Record<string, string>, opened?: string) {
      const boxes = boxesIn(opened ?? (await visit(path)).body);
      open.clock.pass(5_000);
      return sendForm(app, path, { fields: { ...boxes, ...typed, more: '' } });
    },
    async say(path: string, fields: Record<string, string>) {
      const token = await tokenOf(app, path);
      open.clock.pass(5_000);
      return sendForm(app, path, { fields: { token, ...fields } });
    },
  };
}

export type OwnLinkOpen = Awaited<ReturnType<typeof openOwnLink>> & Editing;

function boxesIn(body: string): Record<string, string> {
  const form = body.split('<form ').find((part) => part.includes('value="write"')) ?? '';
  const boxes: Record<string, string> = {};
  for (const [, name = '', value = ''] of form.matchAll(/<input (?=[^>]*type="(?:text|hidden)")[^>]*?name="([^"]+)"[^>]*?value="([^"]*)"/g))
    boxes[name] = plain(value);
  for (const [, name = '', value = ''] of form.matchAll(/<textarea [^>]*?name="([^"]+)"[^>]*>([^<]*)</g))
    boxes[name] = plain(value).replace(/^\n/, '');
  boxes.cost_type = /<option value="([^"]+)" selected/.exec(form.split('name="cost_type"')[1] ?? '')?.[1] ?? '';
  return boxes;
}

const plain = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
