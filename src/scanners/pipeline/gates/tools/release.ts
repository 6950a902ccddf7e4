import { failsUnless, never, type Tool } from '../tool.ts';

/** Programs that look at what is released: the running application, signatures, deployments. Facts from their own documentation. */
export const releaseTools: readonly Tool[] = [
  {
    name: 'ZAP',
    kinds: ['dast'],
    programs: ['zap-baseline.py', 'zap-full-scan.py', 'zap-api-scan.py'],
    toothless: failsUnless('-I'),
  },
  { name: 'nuclei', kinds: ['dast'], programs: ['nuclei'], toothless: never('nuclei ends with 0 whatever it finds') },
  {
    name: 'nikto',
    kinds: ['dast'],
    programs: ['nikto', 'nikto.pl'],
    toothless: never('nikto ends with 0 whatever it finds'),
  },
  {
    name: 'cosign sign',
    kinds: ['signature'],
    programs: ['cosign'],
    verbs: ['sign', 'sign-blob', 'attest', 'attest-blob'],
  },
  {
    name: 'cosign verify',
    kinds: ['verification'],
    programs: ['cosign', 'slsa-verifier', 'gh'],
    verbs: ['verify', 'verify-attestation', 'verify-blob', 'verify-artifact', 'verify-image', 'attestation'],
  },
  { name: 'kubectl rollout status', kinds: ['verification'], programs: ['kubectl', 'oc'], when: /^rollout status/ },
  {
    name: 'smoke test',
    kinds: ['verification'],
    programs: ['newman', 'k6', 'smoke-test', 'smoke-test.sh', 'verify.sh', 'healthcheck.sh'],
  },
  { name: 'ZAP by a plan', kinds: ['dast'], programs: ['zap.sh'], when: /-autorun|-quickurl/ },
  { name: 'wapiti', kinds: ['dast'], programs: ['wapiti'], toothless: never('wapiti ends with 0 whatever it finds') },
  { name: 'dastardly', kinds: ['dast'], programs: ['dastardly'] },
  { name: 'schemathesis', kinds: ['dast'], programs: ['schemathesis', 'st'], verbs: ['run'] },
  { name: 'StackHawk', kinds: ['dast'], programs: ['hawk'], verbs: ['scan'] },
  { name: 'notation sign', kinds: ['signature'], programs: ['notation', 'signtool'], verbs: ['sign'] },
  { name: 'sigstore sign', kinds: ['signature'], programs: ['sigstore'], verbs: ['sign', 'attest'] },
  { name: 'jarsigner', kinds: ['signature'], programs: ['jarsigner', 'rpmsign', 'debsign'] },
  {
    name: 'gpg',
    kinds: ['signature'],
    programs: ['gpg', 'gpg2'],
    when: /(?:--(?:detach-sign|sign|clearsign|clear-sign)|^-\w*[sb]\w*)(?:\s|$)/,
  },
  { name: 'minisign', kinds: ['signature'], programs: ['minisign'], when: /(?:^|\s)-S/ },
  { name: 'docker trust', kinds: ['signature'], programs: ['docker'], when: /^trust sign/ },
  { name: 'in-toto', kinds: ['signature'], programs: ['in-toto-run', 'witness'] },
  { name: 'notation verify', kinds: ['verification'], programs: ['notation', 'sigstore'], verbs: ['verify'] },
  { name: 'in-toto-verify', kinds: ['verification'], programs: ['in-toto-verify'] },
  { name: 'kubectl wait', kinds: ['verification'], programs: ['kubectl', 'oc'], verbs: ['wait'] },
  { name: 'argocd app wait', kinds: ['verification'], programs: ['argocd'], when: /^app wait/ },
  { name: 'helm test', kinds: ['verification'], programs: ['helm'], verbs: ['test'] },
];
