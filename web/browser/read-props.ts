/** What the server gave an island. Trusted: it wrote the page. */
export function readProps<Props>(element: HTMLElement): Props {
  return JSON.parse(element.dataset.props ?? '{}');
}
