/* libcurl is opened when the first mail is sent: with it come thirty libraries, which would treble the time a program needs
   to start that sends none. So nothing is linked; the types of the calls are those of its own header. */
#include <curl/curl.h>
#include <dlfcn.h>

/* Macros that would call the real functions. */
#undef curl_easy_setopt
#undef curl_easy_getinfo

typedef struct {
    __typeof__(&curl_global_init) global_init;
    __typeof__(&curl_easy_init) open;
    __typeof__(&curl_easy_cleanup) cleanup;
    __typeof__(&curl_easy_perform) perform;
    __typeof__(&curl_easy_strerror) message;
    __typeof__(&curl_slist_append) append;
    __typeof__(&curl_slist_free_all) free_list;
    __typeof__(&curl_easy_setopt) set;
} jianbao_curl;

/* Fills in the calls; the name of what is missing where that fails, else NULL. The library stays open. */
static inline const char *jianbao_curl_open(jianbao_curl *curl) {
    void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return "libcurl.so.4";
#define JIANBAO_FIND(field, name)                                                                                      \
    if ((*(void **)&curl->field = dlsym(library, name)) == NULL) return name;
    JIANBAO_FIND(global_init, "curl_global_init")
    JIANBAO_FIND(open, "curl_easy_init")
    JIANBAO_FIND(cleanup, "curl_easy_cleanup")
    JIANBAO_FIND(perform, "curl_easy_perform")
    JIANBAO_FIND(message, "curl_easy_strerror")
    JIANBAO_FIND(append, "curl_slist_append")
    JIANBAO_FIND(free_list, "curl_slist_free_all")
    JIANBAO_FIND(set, "curl_easy_setopt")
#undef JIANBAO_FIND
    return NULL;
}

/* Variadic calls are not imported: one wrapper for each type of value. */
static inline CURLcode jianbao_curl_set_number(const jianbao_curl *curl, CURL *handle, CURLoption option, long value) {
    return curl->set(handle, option, value);
}

static inline CURLcode jianbao_curl_set_size(
    const jianbao_curl *curl, CURL *handle, CURLoption option, curl_off_t value) {
    return curl->set(handle, option, value);
}

static inline CURLcode jianbao_curl_set_pointer(
    const jianbao_curl *curl, CURL *handle, CURLoption option, const void *value) {
    return curl->set(handle, option, value);
}

static inline CURLcode jianbao_curl_set_reader(
    const jianbao_curl *curl, CURL *handle, size_t (*read)(char *, size_t, size_t, void *), void *context) {
    CURLcode code = curl->set(handle, CURLOPT_READFUNCTION, read);
    return code != CURLE_OK ? code : curl->set(handle, CURLOPT_READDATA, context);
}

static inline CURLcode jianbao_curl_set_listener(
    const jianbao_curl *curl, CURL *handle, int (*listen)(CURL *, curl_infotype, char *, size_t, void *),
    void *context) {
    CURLcode code = curl->set(handle, CURLOPT_DEBUGFUNCTION, listen);
    return code != CURLE_OK ? code : curl->set(handle, CURLOPT_DEBUGDATA, context);
}
