/** The page's Content-Security-Policy nonce, as the server wrote it into index.html; absent in development. */
export function pageNonce(): string | undefined {
  const content = document.querySelector('meta[property="csp-nonce"]')?.getAttribute('content');
  return content && content !== '__CSP_NONCE__' ? content : undefined;
}
