/** Connection URL of the superuser; the password is made of URL-safe characters. */
export function adminUrl(port: number, password: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${String(port)}/postgres`;
}
