/* libcrypto is opened when the first sum is asked for: most commands do without its four megabytes. Nothing is linked. */
#include <dlfcn.h>
#include <openssl/evp.h>

#define JIANBAO_CRYPTO_CALLS(X)                                                                                        \
    X(EVP_MD_CTX_new) X(EVP_MD_CTX_free) X(EVP_sha256) X(EVP_DigestInit_ex) X(EVP_DigestUpdate) X(EVP_DigestFinal_ex)

typedef struct {
#define JIANBAO_CRYPTO_FIELD(name) __typeof__(&name) name;
    JIANBAO_CRYPTO_CALLS(JIANBAO_CRYPTO_FIELD)
#undef JIANBAO_CRYPTO_FIELD
} jianbao_crypto;

/* Fills in the calls; the name of what is missing where that fails, else NULL. The library stays open. */
static inline const char *jianbao_crypto_open(jianbao_crypto *crypto) {
    void *library = dlopen("libcrypto.so.3", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return "libcrypto.so.3";
#define JIANBAO_CRYPTO_FIND(name)                                                                                      \
    if ((*(void **)&crypto->name = dlsym(library, #name)) == NULL) return #name;
    JIANBAO_CRYPTO_CALLS(JIANBAO_CRYPTO_FIND)
#undef JIANBAO_CRYPTO_FIND
    return NULL;
}
