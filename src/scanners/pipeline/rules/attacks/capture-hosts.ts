/** Services that take data from anybody and show it to whoever knows the address: request catchers, paste sites, file drops. */
export const captureHosts =
  /(?:^|\.)(?:webhook\.site|requestbin\.(?:com|net)|requestcatcher\.com|pipedream\.net|hookbin\.com|beeceptor\.com|mockbin\.org|postb\.in|ptsv\d?\.com|ngrok\.(?:io|app)|ngrok-free\.(?:app|dev)|trycloudflare\.com|serveo\.net|loca\.lt|localtunnel\.me|burpcollaborator\.net|oastify\.com|interact\.sh|oast\.(?:pro|live|site|online|fun|me)|dnslog\.cn|ceye\.io|canarytokens\.(?:com|org)|pastebin\.com|paste\.ee|hastebin\.com|ghostbin\.com|dpaste\.(?:com|org)|rentry\.co|termbin\.com|ix\.io|sprunge\.us|0x0\.st|transfer\.sh|file\.io|temp\.sh|bashupload\.com|gofile\.io|anonfiles\.com|catbox\.moe|tmpfiles\.org|oshi\.at|x0\.at)$/i;

/** The host of an address in a text; undefined when there is none, or when it is expanded. */
export function hostIn(text: string): string | undefined {
  return /(?:https?|ftp|wss?):\/\/(?:[^\s/@"']*@)?([a-z0-9.-]+)/i.exec(text)?.[1]?.toLowerCase();
}
