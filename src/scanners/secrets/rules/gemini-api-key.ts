import { defineSecret } from '../define-secret.ts';

export const geminiApiKey = defineSecret({
  id: 'secrets/gemini-api-key',
  title: 'Google Gemini API key',
  provider: 'Google',
  shape: 'AQ.Ab8RN6<w44>',
  opens:
    "It calls Gemini and other Vertex AI models in express mode at the project's expense and reads files uploaded with it.",
  revoke:
    'Delete the key in Google AI Studio → API keys or Cloud Console → Credentials. Server code should use application default credentials.',
  bad: [
    { path: '.env', code: 'GEMINI_API_KEY={secret}' },
    { path: 'app.py', code: 'client = genai.Client(api_key="{secret}")' },
  ],
  good: [
    { path: 'app.py', code: 'client = genai.Client(api_key=os.environ["GEMINI_API_KEY"])' },
    { path: 'doc.md', code: 'Keys look like AQ.Ab8RN6…' },
  ],
});
