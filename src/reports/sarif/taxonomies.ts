import { uuid5 } from '../../lib/uuid5/uuid5.ts';
import type { ReportedRule } from '../../model/report.ts';

const namespace = 'c8f4d1de-0f0c-4f53-9b8f-2f8e7c7e5f0b';

interface Catalogue {
  readonly name: string;
  readonly organization: string;
  readonly shortDescription: string;
  readonly informationUri: string;
  /** Ids of the catalogue that a rule names. */
  taxa(rule: ReportedRule): readonly string[];
  helpUri(id: string): string;
}

const catalogues: readonly Catalogue[] = [
  {
    name: 'CWE',
    organization: 'MITRE',
    shortDescription: 'Common Weakness Enumeration',
    informationUri: 'https://cwe.mitre.org/',
    taxa: (rule) => rule.cwe.map((number) => `CWE-${number}`),
    helpUri: (id) => `https://cwe.mitre.org/data/definitions/${id.slice('CWE-'.length)}.html`,
  },
  {
    name: 'OWASP CICD-SEC',
    organization: 'OWASP',
    shortDescription: 'OWASP Top 10 CI/CD Security Risks',
    informationUri: 'https://owasp.org/www-project-top-10-ci-cd-security-risks/',
    taxa: (rule) => rule.tags.filter((tag) => /^CICD-SEC-\d+$/.test(tag)),
    helpUri: () => 'https://owasp.org/www-project-top-10-ci-cd-security-risks/',
  },
];

/** A taxon as rules and results refer to it (`reportingDescriptorReference`, SARIF 2.1.0 §3.52). */
interface TaxonReference {
  readonly id: string;
  readonly index: number;
  readonly toolComponent: { readonly name: string; readonly index: number; readonly guid: string };
}

export interface Taxonomies {
  /** For `run.taxonomies`: only catalogues and entries that the rules name. */
  readonly components: readonly object[];
  /** For `driver.supportedTaxonomies`. */
  readonly references: readonly object[];
  of(rule: ReportedRule): readonly TaxonReference[];
}

export function taxonomies(rules: readonly ReportedRule[]): Taxonomies {
  const used = catalogues
    .map((catalogue) => ({ catalogue, ids: [...new Set(rules.flatMap((rule) => catalogue.taxa(rule)))].sort() }))
    .filter(({ ids }) => ids.length > 0)
    .map(({ catalogue, ids }, index) => ({
      catalogue,
      positions: new Map(ids.map((id, position) => [id, position])),
      reference: { name: catalogue.name, index, guid: uuid5(namespace, catalogue.name) },
    }));
  return {
    components: used.map(({ catalogue, positions, reference }) => ({
      name: catalogue.name,
      guid: reference.guid,
      organization: catalogue.organization,
      shortDescription: { text: catalogue.shortDescription },
      informationUri: catalogue.informationUri,
      isComprehensive: false,
      taxa: [...positions.keys()].map((id) => ({ id, helpUri: catalogue.helpUri(id) })),
    })),
    references: used.map(({ reference }) => reference),
    of: (rule) =>
      used.flatMap(({ catalogue, positions, reference }) =>
        [...new Set(catalogue.taxa(rule))].map((id) => ({
          id,
          index: positions.get(id) ?? -1,
          toolComponent: reference,
        })),
      ),
  };
}
