import { searchAssets } from '../assets/search-assets.ts';
import { AssetQuery } from '../contract/asset-query.ts';
import type { Proposal, ProposalPreview } from '../contract/proposal.ts';
import type { Deps } from '../deps.ts';
import { findLookAlikes } from '../duplicates/find-look-alikes.ts';
import { previewTimes } from '../sessions/preview-times.ts';
import { contactParts } from './contact-rules.ts';
import { kindFromWords } from './kind-rules.ts';
import { locateProposal } from './locate-proposal.ts';
import { seemsService } from './service-rules.ts';

const mostTopics = 3;

/** How a proposal will look, who will read it, and what is around already that may be the same. Nothing is kept. */
export async function previewProposal(deps: Deps, proposal: Proposal): Promise<ProposalPreview> {
  const { place, venueId, area, coordinator } = await locateProposal(deps, proposal);
  const { phone, web } = contactParts(proposal.contact);
  const [times, look_alikes, topics] = await Promise.all([
    previewTimes(deps, proposal.when),
    findLookAlikes(deps, { name: proposal.name, venueId, point: place?.point ?? null, phone, web }),
    proposal.topics.length > 0 ? proposal.topics : suggestTopics(deps, proposal),
  ]);
  return {
    kind: proposal.kind ?? kindFromWords(proposal.name, proposal.happens),
    topics,
    looks_like: seemsService(proposal).length > 0 ? 'service' : 'asset',
    place,
    area: area && { slug: area.slug, name: area.name, name_cy: area.name_cy },
    coordinator,
    times,
    look_alikes,
  };
}

/** What people do at the things around here that its name would find. */
async function suggestTopics(deps: Deps, { name, happens }: Proposal): Promise<string[]> {
  const found = await searchAssets(deps, AssetQuery.parse({ q: name.slice(0, 80), per_page: 5 }));
  const like = found.items.length > 0 ? found : await searchAssets(deps, AssetQuery.parse({ q: happens.slice(0, 80), per_page: 5 }));
  const counts = new Map<string, number>();
  for (const topic of like.items.flatMap(({ topics }) => topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count * 2 >= like.items.length);
  return shared
    .toSorted(([, one], [, other]) => other - one)
    .map(([topic]) => topic)
    .slice(0, mostTopics);
}
