import { defineSecret } from '../define-secret.ts';
import { macaroon } from '../proof/macaroon.ts';

export const testpypiToken = defineSecret({
  id: 'secrets/testpypi-token',
  title: 'TestPyPI upload token',
  provider: 'PyPI',
  shape: 'pypi-AgENdGVzdC5weXBpLm9yZw<w50+>',
  proof: macaroon('test.pypi.org'),
  severity: 'medium',
  opens: 'It uploads releases to the test index as the user.',
  revoke: 'Remove it under Account settings → API tokens on test.pypi.org.',
  bad: [{ path: '.pypirc', code: '[testpypi]\nusername = __token__\npassword = {secret}' }],
  good: [
    { path: '.pypirc', code: 'password = pypi-AgENdGVzdC5weXBpLm9yZw...' },
    { path: 'ci.yml', code: 'password: ${{ secrets.TEST_PYPI_TOKEN }}' },
  ],
});
