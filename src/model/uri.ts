/** As `encodeURIComponent`, which throws at half a character (a lone surrogate): here it becomes U+FFFD, as in addresses. */
export const encodeUri = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
