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

static size_t base64(const unsigned char *sum, size_t len, char *out)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    size_t used = 0;
    uint32_t bits = 0, have = 0;
    for (size_t i = 0; i < len; i++) {
        bits = bits << 8 | sum[i];
        for (have += 8; have >= 6; have -= 6)
            out[used++] = digits[bits >> (have - 6) & 63];
    }
    if (have > 0)
        out[used++] = digits[bits << (6 - have) & 63];
    return used;
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

static const EVP_MD *algorithm(ng_slice name)
{
    static const struct {
        const char *name;
        const EVP_MD *(*kind)(void);
    } known[] = {{"sha1", EVP_sha1},     {"sha-1", EVP_sha1},     {"sha256", EVP_sha256},
                 {"sha-256", EVP_sha256}, {"sha512", EVP_sha512}, {"sha-512", EVP_sha512},
                 {"md5", EVP_md5}};
    for (size_t i = 0; i < NGI_COUNT(known); i++)
        if (ngi_equal_to_nocase(name, known[i].name))
            return known[i].kind();
    return NULL;
}

bool ngi_digest_holds(ng_slice digest, ng_slice bytes, bool *known)
{
    size_t colon = ngi_find_char(digest, ':');
    ng_slice name = ngi_slice_sub(digest, 0, colon == NGI_NONE ? 0 : colon);
    ng_slice value = ngi_trim(ngi_slice_from(digest, colon == NGI_NONE ? 0 : colon + 1));
    const EVP_MD *kind = algorithm(name);
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
           ngi_equal_nocase(value, ngi_slice(text, hexadecimal(sum, len, text))) ||
           ngi_equal(value, ngi_slice(text, base64(sum, len, text)));
}
