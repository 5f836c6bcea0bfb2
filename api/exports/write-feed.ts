import { Feed } from 'feed';

/** One thing in a feed; plain text throughout. */
export interface FeedEntry {
  id: string;
  name: string;
  summary: string;
  address: string;
  kind: string;
  publishedAt: Date;
  updatedAt: Date;
}

export interface FeedHead {
  name: string;
  /** The page that it follows, and the feed itself. */
  address: string;
  self: string;
  language: string;
}

/** Atom (RFC 4287), as it stands: the same for as long as nothing changes. */
export function writeFeed({ name, address, self, language }: FeedHead, entries: FeedEntry[]): string {
  const feed = new Feed({
    id: self,
    title: name,
    link: address,
    feedLinks: { atom: self },
    language,
    generator: false,
    author: { name: 'Open Door' },
    updated: new Date(Math.max(0, ...entries.map(({ updatedAt }) => updatedAt.getTime()))),
  });
  for (const entry of entries) {
    feed.addItem({
      // An id of its own: names and addresses may change.
      id: `urn:uuid:${entry.id}`,
      title: asHtml(entry.name),
      description: asHtml(entry.summary),
      link: entry.address,
      published: entry.publishedAt,
      date: entry.updatedAt,
      category: [{ name: entry.kind, term: entry.kind }],
    });
  }
  return feed.atom1();
}

/** The library declares titles and summaries as HTML; ours are plain text. */
const asHtml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
