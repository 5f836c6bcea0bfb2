const fronts = [
  { kind: 'group', roof: 'M0 96V40h56v56z' },
  { kind: 'exchange', roof: 'M56 96V38l28-18 28 18v58z' },
  { kind: 'place', roof: 'M112 96V46h56v50z' },
  { kind: 'people', roof: 'M168 96V32h56v64z' },
  { kind: 'institution', roof: 'M224 96V44l28-16 28 16v52z' },
  { kind: 'story', roof: 'M280 96V40h56v56z' },
];
const lit = 3;

/** A row of front doors, one of them open with the light on. Only for joy. */
export function Street() {
  return (
    <svg class="street" aria-hidden="true">
      <pattern id="houses" width="336" height="96" patternUnits="userSpaceOnUse">
        {fronts.map(({ kind, roof }, index) => (
          <g class={`kind-${kind}`}>
            <path class="wall" d={roof} />
            <path class={index === lit || index === 5 ? 'lamp' : 'pane'} d={`M${index * 56 + 9} 54h11v13h-11z`} />
            <path class={index === lit ? 'lamp' : 'leaf'} d={`M${index * 56 + 32} 96V68a7 7 0 0114 0v28z`} />
            {index === lit && <path class="leaf" d={`M${index * 56 + 32} 96V67l-7 4v25z`} />}
          </g>
        ))}
      </pattern>
      <rect width="100%" height="96" fill="url(#houses)" />
    </svg>
  );
}
