/** Whether an address is on this machine, so that what goes there without encryption does not leave it. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
