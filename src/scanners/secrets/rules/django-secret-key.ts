import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const djangoSecretKey = defineSecret({
  id: 'secrets/django-secret-key',
  title: 'Secret key of a Django or Flask application',
  provider: 'Django',
  regex: {
    source: String.raw`(?<![\w-])(?:DJANGO_|FLASK_|APP_)?SECRET_KEY(?:_FALLBACKS)?["']?\]?\s{0,4}[=:,]\s{0,4}(?:default\s?=\s?)?\(?\[?[a-z]{0,8}[("']{0,2}["'](?:[A-Z_]{3,40}["'],\s{0,4}(?:default\s?=\s?)?["'])?(?<secret>[^"'\n\s]{16,200})["']`,
    literals: ['SECRET_KEY'],
    lead: 12,
    maxLength: 310,
    sample: (random) =>
      drawText(random, 'abcdefghijklmnopqrstuvwxyz0123456789!@#%^&*(-_=+)', 50).replace(/^[^a-z]/, 'k'),
  },
  entropy: 3,
  distinctive: false,
  opens:
    'It signs sessions, password-reset links and cookies: whoever has it logs in as anybody; with pickled sessions it runs code on the server.',
  revoke: 'Generate a new key, list the old one in SECRET_KEY_FALLBACKS for a while, and read it from the environment.',
  references: ['https://docs.djangoproject.com/en/stable/ref/settings/#secret-key'],
  bad: [
    { path: 'shop/settings.py', code: "SECRET_KEY = '{secret}'\n" },
    { path: 'app.py', code: 'app.config["SECRET_KEY"] = "{secret}"' },
    { path: 'settings.py', code: "SECRET_KEY = os.environ.get('SECRET_KEY', '{secret}')" },
  ],
  good: [
    { path: 'settings.py', code: "SECRET_KEY = os.environ['DJANGO_SECRET_KEY']\n" },
    { path: 'settings_test.py', code: 'SECRET_KEY = "not-a-secret-key"\n' },
  ],
});
