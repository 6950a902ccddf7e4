import { defineSecret } from '../define-secret.ts';

export const adafruitIoKey = defineSecret({
  id: 'secrets/adafruit-io-key',
  title: 'Adafruit IO key',
  provider: 'Adafruit',
  shape: 'aio_<A28>',
  gitleaks: 'adafruit-api-key',
  opens: 'Reads and writes all feeds of the account, which may switch devices.',
  revoke: 'Regenerate it on the My Key page of io.adafruit.com.',
  bad: [{ path: 'config.h', code: '#define IO_KEY "{secret}"' }],
  good: [{ path: 'config.h', code: '#define IO_KEY "your_key"' }],
});
