import type { Place } from './place.ts';

/** The job with its file, as a reader would name it: `publish (release.yml)`. */
export function named({ job, pipeline }: Pick<Place, 'job' | 'pipeline'>): string {
  const file = pipeline.source.uri.split('/').at(-1) ?? pipeline.source.uri;
  return pipeline.dialect === 'github' ? `${job.name} (${file})` : job.name;
}
