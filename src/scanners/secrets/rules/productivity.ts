import type { SecretRule } from '../secret-rule.ts';
import { airtableLegacyKey } from './airtable-legacy-key.ts';
import { airtableToken } from './airtable-token.ts';
import { asanaToken } from './asana-token.ts';
import { canvaSecret } from './canva-secret.ts';
import { clickupToken } from './clickup-token.ts';
import { contentfulToken } from './contentful-token.ts';
import { dropboxToken } from './dropbox-token.ts';
import { figmaToken } from './figma-token.ts';
import { frameioToken } from './frameio-token.ts';
import { gitbookToken } from './gitbook-token.ts';
import { hubspotToken } from './hubspot-token.ts';
import { linearApiKey } from './linear-api-key.ts';
import { n8nApiKey } from './n8n-api-key.ts';
import { notionToken } from './notion-token.ts';
import { postmanApiKey } from './postman-api-key.ts';
import { readmeApiKey } from './readme-api-key.ts';
import { retoolToken } from './retool-token.ts';
import { salesforceSession } from './salesforce-session.ts';
import { trelloToken } from './trello-token.ts';
import { typeformToken } from './typeform-token.ts';
import { zohoToken } from './zoho-token.ts';

/** Project, document, design and customer tools. */
export const productivityRules: readonly SecretRule[] = [
  airtableLegacyKey,
  airtableToken,
  asanaToken,
  canvaSecret,
  clickupToken,
  contentfulToken,
  dropboxToken,
  figmaToken,
  frameioToken,
  gitbookToken,
  hubspotToken,
  linearApiKey,
  n8nApiKey,
  notionToken,
  postmanApiKey,
  readmeApiKey,
  retoolToken,
  salesforceSession,
  trelloToken,
  typeformToken,
  zohoToken,
];
