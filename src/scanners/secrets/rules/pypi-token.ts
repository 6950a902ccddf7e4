import { defineSecret } from '../define-secret.ts';
import { macaroon } from '../proof/macaroon.ts';

export const pypiToken = defineSecret({
  id: 'secrets/pypi-token',
  title: 'PyPI upload token',
  provider: 'PyPI',
  shape: 'pypi-AgEIcHlwaS5vcmc<w50+>',
  proof: macaroon('pypi.org'),
  severity: 'critical',
  gitleaks: 'pypi-upload-token',
  opens:
    "It uploads releases of one project or of all the user's projects, which run on the machines of everyone who installs them.",
  revoke:
    'Remove it under Account settings → API tokens on pypi.org and look through the release history. Use trusted publishing (OIDC).',
  bad: [
    { path: '.pypirc', code: '[pypi]\nusername = __token__\npassword = {secret}' },
    { path: 'publish.sh', code: 'TWINE_PASSWORD={secret} twine upload dist/*' },
  ],
  good: [
    { path: 'publish.sh', code: 'TWINE_PASSWORD="$PYPI_TOKEN" twine upload dist/*' },
    { path: '.pypirc', code: 'password = pypi-AgEIcHlwaS5vcmc<token>' },
  ],
});
