/* SPDX-License-Identifier: Apache-2.0 */
/* Digests as web archives write them: "sha1:" and base32 most of all. */
#include "bytes/warc.h"

#include <openssl/evp.h>

static size_t base32(const unsigned char *sum, size_t len, char *out)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    size_t used = 0;
    uint32_t bits = 0, have = 0;
    for (size_t i = 0; i < len; i++) {
        bits = bits << 8 | sum[i];
        for (have += 8; have >= 5; have -= 5)
            out[used++] = digits[bits >> (have - 5) & 31];
    }
    if (have > 0)
        out[used++] = digits[bits << (5 - have) & 31];
    return used;
}

static size_t hexadecimal(const unsigned char *sum, size_t len, char *out)
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < len; i++) {
        out[2 * i] = digits[sum[i] >> 4];
        out[2 * i + 1] = digits[sum[i] & 15];
    }
    return 2 * len;
}

void ngi_digest_make(ng_slice bytes, char out[40])
{
    unsigned char sum[EVP_MAX_MD_SIZE];
    unsigned int len = 0;
    out[0] = '\0';
    if (EVP_Digest(bytes.len == 0 ? "" : bytes.ptr, bytes.len, sum, &len, EVP_sha1(), NULL) != 1)
        return;
    memcpy(out, "sha1:", 5);
    out[5 + base32(sum, len, out + 5)] = '\0';
}

bool ngi_digest_holds(ng_slice digest, ng_slice bytes, bool *known)
{
    size_t colon = ngi_find_char(digest, ':');
    ng_slice name = ngi_slice_sub(digest, 0, colon == NGI_NONE ? 0 : colon);
    ng_slice value = ngi_trim(ngi_slice_from(digest, colon == NGI_NONE ? 0 : colon + 1));
    const EVP_MD *kind = ngi_equal_nocase(name, NGI_LIT("sha1"))      ? EVP_sha1()
                         : ngi_equal_nocase(name, NGI_LIT("sha256"))  ? EVP_sha256()
                         : ngi_equal_nocase(name, NGI_LIT("sha-256")) ? EVP_sha256()
                         : ngi_equal_nocase(name, NGI_LIT("md5"))     ? EVP_md5()
                                                                      : NULL;
    unsigned char sum[EVP_MAX_MD_SIZE];
    char text[EVP_MAX_MD_SIZE * 2];
    unsigned int len = 0;
    *known = kind != NULL &&
             EVP_Digest(bytes.len == 0 ? "" : bytes.ptr, bytes.len, sum, &len, kind, NULL) == 1;
    if (!*known)
        return false;
    while (value.len > 0 && value.ptr[value.len - 1] == '=')
        value.len--;
    return ngi_equal_nocase(value, ngi_slice(text, base32(sum, len, text))) ||
           ngi_equal_nocase(value, ngi_slice(text, hexadecimal(sum, len, text)));
}
