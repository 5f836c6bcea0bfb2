import type { Listing } from '../../api/contract/listing.ts';
import { AskBox } from '../components/ask-box/ask-box.tsx';
import { ChosenFilters } from '../components/chosen-filters/chosen-filters.tsx';
import { CoordinatorStrip } from '../components/coordinator-strip/coordinator-strip.tsx';
import { FilterPanel } from '../components/filter-panel/filter-panel.tsx';
import { HardNow } from '../components/hard-now/hard-now.tsx';
import { ListingCard } from '../components/listing-card/listing-card.tsx';
import { MapPlace } from '../components/map-place/map-place.tsx';
import { NothingFound } from '../components/nothing-found/nothing-found.tsx';
import { Notice } from '../components/notice/notice.tsx';
import { Paging } from '../components/paging/paging.tsx';
import { SignpostList } from '../components/signpost-list/signpost-list.tsx';
import { SortLinks } from '../components/sort-links/sort-links.tsx';
import { Understood } from '../components/understood/understood.tsx';
import { inLocale } from '../i18n/locale.ts';
import { sayPlace } from '../i18n/say-place.ts';
import type { Reader } from '../reader.ts';
import type { Page, PageSetting } from '../server/page.ts';
import { carryKept, queryString } from '../urls.ts';
import { Amends } from './find/amends.tsx';
import { chosenElsewhere } from './find/chosen-elsewhere.ts';
import { chosenOptions, filterGroups, withoutFilters } from './find/find-filters.ts';
import { KeptParameters } from './find/kept-parameters.tsx';
import { type FindProps, loadFind } from './find/load-find.ts';

/** List and map of what is around here, from the one query state in the address. */
export const findPage: Page<FindProps> = {
  load: loadFind,
  note(data, { ways, query, area }, { address }) {
    if (ways?.isGap) data.noteGap({ words: query.q ?? '', area, from: address });
  },
  // Words that lead to a service, too ("anxious", "hungry"), stay out of tabs and of what a browser remembers.
  title: (props, reader) => heading(countSignposts(props) > 0 ? withoutWords(props) : props, reader),
  feeds: ({ query }, { urls }) => [{ format: 'atom', href: urls.feed('atom', query) }],
  Body: FindBody,
};

/** What every list begins with; from here on it says how far it has come. */
const pageLength = 20;

function FindBody(given: FindProps & PageSetting) {
  const reader = { ...given.reader, urls: carryKept(given.reader.urls, given.kept) };
  const props = { ...given, reader };
  const { query, found, place, lostPlace } = props;
  const { t, urls } = reader;
  const groups = filterGroups(reader, query, { facets: found.facets, topics: props.topics, areas: props.areas });
  const chosen = [...chosenOptions(groups), ...chosenElsewhere(reader, query)];
  return (
    <div class="wrap stack">
      <h1>{heading(props, reader)}</h1>
      <search>
        <form id="find-form" action={given.reader.urls.find()} method="get" class="stack tight">
          <AskBox reader={reader} q={query.q ?? ''} near={lostPlace ?? query.near ?? ''} />
          <KeptParameters query={query} kept={props.kept} />
          <FilterPanel reader={reader} groups={groups} />
        </form>
      </search>
      <div id="understood" class="stack tight" data-swap>
        <Amends {...props} />
        {(!isOnlyHelp(props) || isChosenByWords(props)) && (
          <Understood reader={reader} query={query} place={place} taken={props.taken} meant={found.meant} topics={props.topics.topics} />
        )}
        <ChosenFilters reader={reader} chosen={chosen} reset={withoutFilters(query)} />
        <Notice reader={reader} {...found} />
      </div>
      <div class="columns two">
        <div class="stack tight">
          <div class="row counted">
            <p id="result-count" role="status">
              {countWords(props, reader)}
            </p>
            {!isOnlyHelp(props) && (
              <a class="target" href={urls.whatsOn({ ...query, page: 1 })}>
                {t('find.whats-on')}
              </a>
            )}
            <a class="button quiet needs-script to-map" href="#map">
              {t('map.open')}
            </a>
          </div>
          <section id="results" class="stack" aria-label={t('find.results')} data-swap>
            <Results {...props} />
          </section>
        </div>
        <FindMap {...props} />
      </div>
    </div>
  );
}

function Results(props: FindProps & PageSetting) {
  const { reader, found, query, coordinators, ways } = props;
  const { t, locale } = reader;
  const kinds = new Map(props.topics.kinds.map((kind) => [String(kind.slug), inLocale(locale, kind.label, kind.label_cy).text]));
  const assets = found.items.filter((item) => item.type === 'asset');
  const signposts = found.items.filter((item) => item.type === 'signpost');
  return (
    <>
      {(ways || (found.page === 1 && query.q && countSignposts(props) > 0)) && <HardNow reader={reader} />}
      {assets.length > 0 && (
        <>
          {coordinators.slice(0, 1).map((coordinator) => (
            <CoordinatorStrip reader={reader} coordinator={coordinator} />
          ))}
          <h2 class="unseen">{t('find.results')}</h2>
          <SortLinks reader={reader} query={query} />
          <p class="printed">
            {t('find.printed-range', { from: firstNumber(props), to: firstNumber(props) + assets.length - 1, total: countAssets(props) })}
          </p>
          <ol class="results">
            {assets.map((listing, index) => (
              <ListingCard
                reader={reader}
                listing={listing}
                kind={kinds.get(listing.kind) ?? listing.kind}
                mark={firstNumber(props) + index}
                undated={Boolean(query.on || query.from || query.to)}
              />
            ))}
          </ol>
        </>
      )}
      {ways && <Signposts reader={reader} signposts={signposts} />}
      {ways && (
        <NothingFound
          reader={reader}
          query={query}
          ways={ways}
          helped={signposts.length > 0}
          topics={props.topics.topics}
          coordinators={coordinators}
        />
      )}
      <Paging reader={reader} query={query} page={found.page} perPage={found.per_page} total={found.total} />
      {!ways && <Signposts reader={reader} signposts={signposts} />}
      {!ways && (
        <a class="target on-screen" href={reader.urls.printWeek(query)}>
          {t('take.list')}
        </a>
      )}
    </>
  );
}

/** After everything else; at once when there is nothing else. */
function Signposts({ reader, signposts }: { reader: Reader; signposts: Listing[] }) {
  if (signposts.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="signposts">
      <h2 id="signposts">{reader.t('find.signposts')}</h2>
      <SignpostList reader={reader} items={signposts} />
    </section>
  );
}

function FindMap({ reader, found, query, district, place }: FindProps & PageSetting) {
  const box = query.bbox;
  const bounds: [number, number, number, number] | null = box
    ? [box.west, box.south, box.east, box.north]
    : place || found.items.some((item) => item.type === 'asset' && item.point)
      ? null
      : district.bounds;
  const near = found.near && { ...found.near.point, label: sayPlace(reader.t, found.near.label) };
  return (
    <MapPlace reader={reader} mode="find" query={queryString(query)} bounds={bounds} points={[]} areas={query.area ?? []} near={near} />
  );
}

const withoutWords = (props: FindProps): FindProps => ({ ...props, query: { ...props.query, q: undefined } });

function heading(props: FindProps, { t, locale }: Reader): string {
  const { place, query, areas } = props;
  if (isOnlyHelp(props)) return t('find.help');
  if (place) return t('find.around', { place });
  const [only, ...others] = query.area ?? [];
  const area = others.length === 0 && areas.find((each) => each.slug === only);
  if (area) return t('find.in', { place: inLocale(locale, area.name, area.name_cy).text });
  return query.q ? t('find.words', { words: query.q }) : t('find.title');
}

function countWords(props: FindProps, { t }: Reader): string {
  if (isOnlyHelp(props)) return t('find.count-help', { count: countSignposts(props) });
  const count = countAssets(props);
  const found = props.place ? t('find.count-around', { count }) : t('find.count', { count });
  const to = Math.min(count, props.found.page * props.found.per_page);
  return to > pageLength ? t('find.shown-to', { found, to }) : found;
}

/** Services of last resort stand after what is around here, and are not counted with it. */
const countAssets = (props: FindProps): number => Math.max(0, props.found.total - countSignposts(props));

/** Who asks for this may be in need: they read neither that nothing was found, nor their own word back. */
const isOnlyHelp = (props: FindProps): boolean => countAssets(props) === 0 && countSignposts(props) > 0;

/** Days and the like were taken out of the words: that must be seen, to be undone. */
const isChosenByWords = ({ taken }: FindProps): boolean => (taken?.choices.length ?? 0) > 0;

function countSignposts({ found, query }: FindProps): number {
  const kinds = query.kind ?? [];
  return kinds.length === 0 || kinds.includes('signpost') ? (found.facets.kind.signpost ?? 0) : 0;
}

const firstNumber = ({ found }: Pick<FindProps, 'found'>) => (found.page - 1) * found.per_page + 1;
