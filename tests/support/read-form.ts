/** What a browser would send of the form on a page whose hidden `form` is `name`, before anybody types: its boxes with what stands in them. */
export function readForm(html: string, name: string): Record<string, string> {
  const form = html
    .split('<form ')
    .find((part) => part.includes(`name="form" value="${name}"`))
    ?.split('</form>')[0];
  if (!form) throw new Error(`the page has no form “${name}”`);
  const boxes: Record<string, string> = {};
  for (const [, attributes = ''] of form.matchAll(/<input ([^>]*)>/g)) {
    const [box, type] = [attribute(attributes, 'name'), attribute(attributes, 'type')];
    if (!box || (/^(checkbox|radio)$/.test(type ?? '') && !/\bchecked\b/.test(attributes))) continue;
    boxes[box] = attribute(attributes, 'value') ?? '';
  }
  for (const [, attributes = '', text = ''] of form.matchAll(/<textarea ([^>]*)>([^<]*)<\/textarea>/g)) {
    boxes[attribute(attributes, 'name') ?? ''] = plain(text).replace(/^\n/, '').replaceAll('\n', '\r\n');
  }
  for (const [, attributes = '', options = ''] of form.matchAll(/<select ([^>]*)>(.*?)<\/select>/gs)) {
    const chosen = /<option (?=[^>]*\bselected\b)([^>]*)>/.exec(options) ?? /<option ([^>]*)>/.exec(options);
    boxes[attribute(attributes, 'name') ?? ''] = attribute(chosen?.[1] ?? '', 'value') ?? '';
  }
  return boxes;
}

const attribute = (attributes: string, name: string) => {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return found === undefined ? undefined : plain(found);
};

const plain = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
