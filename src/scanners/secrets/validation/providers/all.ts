import type { Provider } from '../provider.ts';
import { airtable } from './airtable.ts';
import { anthropic } from './anthropic.ts';
import { aws } from './aws.ts';
import { buildkite } from './buildkite.ts';
import { cloudflare } from './cloudflare.ts';
import { digitalocean } from './digitalocean.ts';
import { discord } from './discord.ts';
import { doppler } from './doppler.ts';
import { figma } from './figma.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { heroku } from './heroku.ts';
import { huggingFace } from './hugging-face.ts';
import { linear } from './linear.ts';
import { mailgun } from './mailgun.ts';
import { netlify } from './netlify.ts';
import { notion } from './notion.ts';
import { npm } from './npm.ts';
import { openai } from './openai.ts';
import { postman } from './postman.ts';
import { sendgrid } from './sendgrid.ts';
import { sentry } from './sentry.ts';
import { slack } from './slack.ts';
import { stripe } from './stripe.ts';
import { telegram } from './telegram.ts';
import { vercel } from './vercel.ts';

/** Everyone who can be asked, by id. */
export const providers: readonly Provider[] = [
  airtable,
  anthropic,
  aws,
  buildkite,
  cloudflare,
  digitalocean,
  discord,
  doppler,
  figma,
  github,
  gitlab,
  heroku,
  huggingFace,
  linear,
  mailgun,
  netlify,
  notion,
  npm,
  openai,
  postman,
  sendgrid,
  sentry,
  slack,
  stripe,
  telegram,
  vercel,
];
