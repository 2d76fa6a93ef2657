/* GMime is opened when the first mail is written: with it comes GnuPG's library, which would add a millisecond to the start
   of a program that mostly does without. Its headers cannot be had without linking it (pkg-config names both at once), so the
   calls are declared here as gmime.h has them (GMime 3.0), its objects as pointers. */
#include <dlfcn.h>
#include <glib-object.h>

enum {
    JIANBAO_GMIME_ENCODING_DEFAULT = 0,
    JIANBAO_GMIME_ENCODING_BASE64 = 4,
    JIANBAO_GMIME_NEWLINE_DOS = 1,
    JIANBAO_GMIME_PARAM_RFC2231 = 1,
    JIANBAO_GMIME_PARAM_RFC2047 = 2,
    JIANBAO_GMIME_ADDRESS_FROM = 1,
    JIANBAO_GMIME_ADDRESS_TO = 3,
    JIANBAO_GMIME_ADDRESS_CC = 4
};

/* X(what it returns, its name, what it takes) */
#define JIANBAO_GMIME_CALLS(X)                                                                                         \
    X(void, g_mime_init, (void))                                                                                       \
    X(void *, g_mime_part_new_with_type, (const char *type, const char *subtype))                                      \
    X(void, g_mime_part_set_content, (void *part, void *wrapper))                                                      \
    X(void, g_mime_part_set_content_encoding, (void *part, int encoding))                                              \
    X(void, g_mime_part_set_filename, (void *part, const char *name))                                                  \
    X(void *, g_mime_stream_mem_new, (void))                                                                           \
    X(void *, g_mime_stream_mem_new_with_buffer, (const char *bytes, size_t count))                                    \
    X(GByteArray *, g_mime_stream_mem_get_byte_array, (void *stream))                                                  \
    X(int, g_mime_stream_flush, (void *stream))                                                                        \
    X(void *, g_mime_data_wrapper_new_with_stream, (void *stream, int encoding))                                       \
    X(void, g_mime_object_set_content_type_parameter, (void *object, const char *name, const char *value))             \
    X(void, g_mime_object_set_disposition, (void *object, const char *disposition))                                    \
    X(void *, g_mime_object_get_content_type, (void *object))                                                          \
    X(void *, g_mime_object_get_content_disposition, (void *object))                                                   \
    X(void, g_mime_object_append_header,                                                                               \
      (void *object, const char *name, const char *value, const char *charset))                                        \
    X(ssize_t, g_mime_object_write_to_stream, (void *object, void *options, void *stream))                             \
    X(void *, g_mime_content_type_get_parameters, (void *type))                                                        \
    X(void *, g_mime_content_disposition_get_parameters, (void *disposition))                                          \
    X(void *, g_mime_param_list_get_parameter, (void *list, const char *name))                                         \
    X(void, g_mime_param_set_value, (void *parameter, const char *value))                                              \
    X(void, g_mime_param_set_charset, (void *parameter, const char *charset))                                          \
    X(void, g_mime_param_set_encoding_method, (void *parameter, int method))                                           \
    X(void *, g_mime_multipart_new_with_subtype, (const char *subtype))                                                \
    X(void, g_mime_multipart_set_boundary, (void *multipart, const char *boundary))                                    \
    X(void, g_mime_multipart_add, (void *multipart, void *part))                                                       \
    X(void *, g_mime_message_new, (gboolean pretty))                                                                   \
    X(void, g_mime_message_set_subject, (void *message, const char *subject, const char *charset))                     \
    X(void, g_mime_message_set_date, (void *message, GDateTime *date))                                                 \
    X(void, g_mime_message_set_message_id, (void *message, const char *id))                                            \
    X(void, g_mime_message_set_mime_part, (void *message, void *part))                                                 \
    X(void *, g_mime_message_get_addresses, (void *message, int kind))                                                 \
    X(void *, internet_address_mailbox_new, (const char *name, const char *address))                                   \
    X(const char *, internet_address_mailbox_get_idn_addr, (void *mailbox))                                            \
    X(int, internet_address_list_add, (void *list, void *address))                                                     \
    X(void *, g_mime_format_options_new, (void))                                                                       \
    X(void, g_mime_format_options_free, (void *options))                                                               \
    X(void, g_mime_format_options_set_newline_format, (void *options, int format))

typedef struct {
#define JIANBAO_GMIME_FIELD(result, name, arguments) result(*name) arguments;
    JIANBAO_GMIME_CALLS(JIANBAO_GMIME_FIELD)
#undef JIANBAO_GMIME_FIELD
} jianbao_gmime;

/* Fills in the calls; the name of what is missing where that fails, else NULL. The library stays open. */
static inline const char *jianbao_gmime_open(jianbao_gmime *gmime) {
    void *library = dlopen("libgmime-3.0.so.0", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return "libgmime-3.0.so.0";
#define JIANBAO_GMIME_FIND(result, name, arguments)                                                                    \
    if ((*(void **)&gmime->name = dlsym(library, #name)) == NULL) return #name;
    JIANBAO_GMIME_CALLS(JIANBAO_GMIME_FIND)
#undef JIANBAO_GMIME_FIND
    return NULL;
}
