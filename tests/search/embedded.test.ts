import { createEmbeddedIndex } from '../../api/search/embedded/embedded-index.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { vocabulary } from './asked.ts';
import { describeIndex } from './contract.ts';

describeIndex('the embedded index', async () => {
  const { db, close } = await createTestDatabase();
  // The contract's documents are called by their names, where the directory's have the ids that dates look them up by.
  await db.query('test-no-asset-ids', 'alter table asset_search drop column asset_id');
  return { index: createEmbeddedIndex(db, vocabulary), close };
});
