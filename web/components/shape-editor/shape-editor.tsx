import type { Translate } from '../../i18n/translate.ts';
import type { Reader } from '../../reader.ts';
import { mapStrings } from '../map-place/map-place.tsx';

/** What the island `shape-editor` is given. The boundaries themselves it asks of the page it stands on, as JSON. */
export interface ShapeEditorProps {
  /** `shape`: the corners of a boundary; `line`: a line through it; `new`: a shape from its first corner; `show`: nothing to change. */
  mode: 'shape' | 'line' | 'new' | 'show';
  /** The id of the box that the drawing is written to. */
  field: string | null;
  strings: ShapeStrings;
}

export type ShapeStrings = ReturnType<typeof shapeStrings>;

/** Where the map goes. Without script there is none: the form beside it takes a file or corners as text. */
export function ShapeEditor({
  reader: { t },
  mode,
  field = null,
}: {
  reader: Reader;
  mode: ShapeEditorProps['mode'];
  field?: string | null;
}) {
  return (
    <div
      class="shape-editor needs-script stack tight"
      data-desk-island="shape-editor"
      data-props={JSON.stringify({ mode, field, strings: shapeStrings(t) } satisfies ShapeEditorProps)}
    >
      {mode !== 'show' && <p class="soft small">{t(`boundary.how-${mode}`)}</p>}
      <div class="map" />
      {mode !== 'show' && <div class="shape-tools stack tight" />}
    </div>
  );
}

/** `{…}` is filled by the island. */
const shapeStrings = (t: Translate) => ({
  map: { ...mapStrings(t), label: t('boundary.map') },
  tools: t('boundary.tools'),
  corner: t.raw('boundary.corner'),
  where: t.raw('boundary.where'),
  none: t('boundary.no-corner'),
  closer: t.raw('boundary.closer'),
  before: t('boundary.before'),
  next: t('boundary.next'),
  north: t('boundary.north'),
  south: t('boundary.south'),
  west: t('boundary.west'),
  east: t('boundary.east'),
  add: t('boundary.add'),
  addMiddle: t('boundary.add-middle'),
  remove: t('boundary.remove'),
  undo: t('boundary.undo'),
});
