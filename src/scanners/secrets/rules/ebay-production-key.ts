import { defineSecret } from '../define-secret.ts';

export const ebayProductionKey = defineSecret({
  id: 'secrets/ebay-production-key',
  title: 'eBay production certificate id',
  provider: 'eBay',
  shape: 'PRD-<h8>(-<h4>){3}-<h4-12>',
  opens:
    'The secret half of the production keyset: obtains application tokens and, with a user’s consent, acts on the seller’s account.',
  revoke: 'Rotate the Cert ID under Application Keys of the eBay developer program.',
  bad: [{ path: 'ebay.yaml', code: '  certid: {secret}' }],
  good: [{ path: 'ebay.yaml', code: '  certid: PRD-xxxxxxxx-xxxx' }],
});
