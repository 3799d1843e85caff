/** Whether the page may encrypt and send: browsers give WebCrypto to pages over https only. */
export const isSecurePage = (): boolean => (crypto.subtle as SubtleCrypto | undefined) !== undefined;
