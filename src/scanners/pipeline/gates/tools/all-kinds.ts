import { failsUnless, type Tool } from '../tool.ts';

/** Portcullis: a gate asks for whatever the policy says; a scan for one scanner is that one. */
export const allKinds: readonly Tool[] = [
  { name: 'portcullis gitleaks', kinds: ['secrets'], programs: ['portcullis'], verbs: ['gitleaks'] },
  ...(['secrets', 'sast', 'sca', 'iac'] as const).map((kind): Tool => ({
    name: `portcullis scan --only ${kind}`,
    kinds: [kind],
    programs: ['portcullis'],
    verbs: ['scan'],
    when: new RegExp(`--only[ =]${kind}$|--only[ =]${kind} `),
    toothless: failsUnless('--fail-on=never'),
  })),
  {
    name: 'portcullis',
    kinds: ['secrets', 'sast', 'sca', 'licenses', 'iac', 'image', 'dast', 'sbom', 'verification'],
    programs: ['portcullis'],
    verbs: ['gate'],
  },
  {
    name: 'portcullis scan',
    kinds: ['secrets', 'sast', 'sca', 'licenses', 'iac', 'image'],
    programs: ['portcullis'],
    verbs: ['scan'],
    toothless: failsUnless('--fail-on=never'),
  },
];
