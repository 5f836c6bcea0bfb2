import type { ShapeStrings } from '../components/shape-editor/shape-editor.tsx';
import { fill } from './fill-text.ts';

export type Tool = 'before' | 'next' | 'north' | 'south' | 'west' | 'east' | 'add' | 'middle' | 'remove' | 'undo';

export interface ShapeTools {
  say(where: { number: number; count: number; hidden: number }): void;
}

/** Everything that can be done to corners as plain buttons below the map, so that nobody needs to drag. `hasMiddle`: corners are put where the map's middle is. */
export function createShapeTools(
  place: HTMLElement,
  words: ShapeStrings,
  { hasMiddle, use }: { hasMiddle: boolean; use(tool: Tool): void },
): ShapeTools {
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  status.className = 'soft small';
  const button = (tool: Tool, text: string, name?: string) => {
    const element = document.createElement('button');
    element.type = 'button';
    element.className = name ? 'button quiet square' : 'button quiet';
    element.textContent = text;
    if (name) element.setAttribute('aria-label', name);
    element.addEventListener('click', () => use(tool));
    return element;
  };
  const row = (...buttons: HTMLElement[]) => {
    const element = document.createElement('div');
    element.className = 'row';
    element.append(...buttons);
    return element;
  };
  place.setAttribute('role', 'group');
  place.setAttribute('aria-label', words.tools);
  place.replaceChildren(
    status,
    row(
      button('before', '‹', words.before),
      button('next', '›', words.next),
      button('north', '↑', words.north),
      button('west', '←', words.west),
      button('east', '→', words.east),
      button('south', '↓', words.south),
    ),
    row(
      hasMiddle ? button('middle', words.addMiddle) : button('add', words.add),
      button('remove', words.remove),
      button('undo', words.undo),
    ),
  );
  return {
    say({ number, count, hidden }) {
      const where = number > 0 ? fill(words.where, { number, count }) : words.none;
      status.textContent = hidden > 0 ? `${where} ${fill(words.closer, { count: hidden })}` : where;
    },
  };
}
