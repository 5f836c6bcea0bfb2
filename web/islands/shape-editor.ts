import type { Outline } from '../../api/contract/recut.ts';
import { readProps } from '../browser/read-props.ts';
import type { ShapeEditorProps } from '../components/shape-editor/shape-editor.tsx';

/** The map on which boundaries are drawn. What is drawn is written to a box of the form, which sends it as though it had been typed. */
export async function shapeEditor(element: HTMLElement): Promise<void> {
  const props = readProps<ShapeEditorProps>(element);
  const map = element.querySelector<HTMLElement>('.map');
  const tools = element.querySelector<HTMLElement>('.shape-tools') ?? document.createElement('div');
  const box = props.field ? document.getElementById(props.field) : null;
  if (!map) return;
  const isBox = box instanceof HTMLTextAreaElement;
  const onChange = (text: string) => {
    if (isBox) box.value = text;
  };
  await draw().catch(() => {
    map.textContent = props.strings.map.failed;
  });

  async function draw() {
    if (!map) return;
    const response = await fetch(location.href, { headers: { accept: 'application/json' } });
    if (!response.ok) throw new Error(`the boundaries answered ${response.status}`);
    const { outlines }: { outlines: Outline[] } = await response.json();
    const { createShapeEditor } = await import('../map/shape-editor.ts');
    await createShapeEditor({ map, tools, begin: isBox ? box.value : '', onChange }, props, outlines);
  }
}
