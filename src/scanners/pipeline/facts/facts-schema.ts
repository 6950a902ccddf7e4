import { z } from 'zod';
import { githubFacts } from './github-facts-schema.ts';
import { gitlabFacts } from './gitlab-facts-schema.ts';

/**
 * What the platform knows and the repository does not, as its REST API gives it; values of variables are never part of
 * it. Keys that are not used are ignored, so that answers of the API can be kept as they are.
 */
export const factsSchema = z.object({
  version: z.literal(1),
  gitlab: gitlabFacts.optional(),
  github: githubFacts.optional(),
});

export type FactsData = z.infer<typeof factsSchema>;

/** JSON Schema (draft 2020-12) of a facts file, for editors. */
export function factsJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(factsSchema, { io: 'input' });
}
