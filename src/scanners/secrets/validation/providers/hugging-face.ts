import { active, inactive } from '../judgement.ts';
import { bearer, type Provider } from '../provider.ts';

export const huggingFace: Provider = {
  id: 'hugging-face',
  title: 'Hugging Face',
  endpoint: 'https://huggingface.co',
  rules: ['secrets/huggingface-token'],
  documentation: 'https://huggingface.co/docs/huggingface.js/hub/README',
  request: (value) => bearer('/api/whoami-v2', value),
  judge(answer) {
    if (answer.status === 401) return inactive;
    const name = answer.at('name');
    if (answer.status !== 200 || typeof name !== 'string') return undefined;
    return active({ name, type: answer.at('type'), role: answer.at('auth', 'accessToken', 'role') });
  },
};
