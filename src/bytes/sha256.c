/* SPDX-License-Identifier: Apache-2.0 */
/* The SHA-256 of a page's bytes, so that evidence can be checked against the very page it
 * was read from. libcrypto's implementation: it uses the processor's own instructions. */
#include "bytes/bytes.h"

#include <openssl/evp.h>

void ngi_sha256(ng_slice bytes, char out[65])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char sum[EVP_MAX_MD_SIZE] = {0};
    unsigned int len = 0;
    if (EVP_Digest(bytes.len == 0 ? "" : bytes.ptr, bytes.len, sum, &len, EVP_sha256(), NULL) != 1)
        len = 0;
    for (unsigned int i = 0; i < 32 && i < len; i++) {
        out[2 * i] = digits[sum[i] >> 4];
        out[2 * i + 1] = digits[sum[i] & 15];
    }
    out[len == 32 ? 64 : 0] = '\0';
}
