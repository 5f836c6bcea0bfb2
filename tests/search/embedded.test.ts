import { createEmbeddedIndex } from '../../api/search/embedded/embedded-index.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { allowNamedDocuments } from './allow-named-documents.ts';
import { vocabulary } from './asked.ts';
import { describeIndex } from './contract.ts';

describeIndex('the embedded index', async () => {
  const { db, close } = await createTestDatabase();
  await allowNamedDocuments(db);
  return { index: createEmbeddedIndex(db, vocabulary), close };
});
