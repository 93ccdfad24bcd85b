// Addresses that come from crawled pages, and what may become a link.

/**
 * @param {string | null | undefined} url
 * @returns {string | null}  The address if it is http or https, else null:
 *     a crawled "javascript:" address must never become a link.
 */
export function safeUrl(url) {
  if (!url) return null;
  try {
    const parsed = new URL(url);
    return ['http:', 'https:'].includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}
