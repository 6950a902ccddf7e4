import { defineSecret } from '../define-secret.ts';

export const telegramBotToken = defineSecret({
  id: 'secrets/telegram-bot-token',
  title: 'Telegram bot token',
  provider: 'Telegram',
  shape: ['<d8-10>:AA<w33>', 'bot^<d8-10>:AA<w33>'],
  gitleaks: 'telegram-bot-api-token',
  opens: 'Full control of the bot: reads what its users write, sends messages in its name, redirects its webhook.',
  revoke: 'Send /revoke to @BotFather and keep the new token out of the repository.',
  bad: [
    { path: 'bot.py', code: 'updater = Updater("{secret}")' },
    { path: 'watchdog.sh', code: 'curl -s https://api.telegram.org/bot{secret}/getMe' },
  ],
  good: [{ path: 'bot.py', code: 'updater = Updater(os.environ["TELEGRAM_TOKEN"])  # 123456:ABC-DEF…' }],
});
