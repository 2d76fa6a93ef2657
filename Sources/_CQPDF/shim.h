/* libqpdf is opened when it is first needed: with it come GnuTLS and the C++ runtime, which would add 3 ms to the start of
   a program that mostly does without. Nothing is linked; the types are those of qpdf-c.h (qpdf 11). */
#include <dlfcn.h>
#include <qpdf/qpdf-c.h>

#define JIANBAO_QPDF_CALLS(X)                                                                                          \
    X(qpdf_init) X(qpdf_cleanup) X(qpdf_silence_errors) X(qpdf_set_suppress_warnings)                                  \
    X(qpdf_has_error) X(qpdf_get_error) X(qpdf_more_warnings) X(qpdf_next_warning)                                     \
    X(qpdf_get_error_code) X(qpdf_get_error_file_position) X(qpdf_get_error_message_detail)                            \
    X(qpdf_read) X(qpdf_read_memory) X(qpdf_empty_pdf) X(qpdf_check_pdf) X(qpdf_get_pdf_version)                       \
    X(qpdf_is_encrypted) X(qpdf_is_linearized)                                                                         \
    X(qpdf_init_write_memory) X(qpdf_get_buffer_length) X(qpdf_get_buffer) X(qpdf_set_object_stream_mode)              \
    X(qpdf_set_compress_streams) X(qpdf_set_decode_level) X(qpdf_set_newline_before_endstream)                         \
    X(qpdf_set_preserve_encryption) X(qpdf_set_linearization) X(qpdf_set_minimum_pdf_version)                          \
    X(qpdf_set_deterministic_ID) X(qpdf_set_r6_encryption_parameters2) X(qpdf_write)                                   \
    X(qpdf_oh_release) X(qpdf_get_trailer) X(qpdf_get_root) X(qpdf_get_object_by_id)                                   \
    X(qpdf_make_indirect_object) X(qpdf_replace_object) X(qpdf_oh_get_type_code) X(qpdf_oh_get_dict)                   \
    X(qpdf_oh_is_indirect) X(qpdf_oh_get_object_id) X(qpdf_oh_get_generation)                                          \
    X(qpdf_oh_unparse_resolved) X(qpdf_get_last_string_length)                                                         \
    X(qpdf_oh_new_null) X(qpdf_oh_new_bool) X(qpdf_oh_new_integer) X(qpdf_oh_new_real_from_string)                     \
    X(qpdf_oh_new_name) X(qpdf_oh_new_binary_string) X(qpdf_oh_new_array) X(qpdf_oh_new_dictionary)                    \
    X(qpdf_oh_new_stream) X(qpdf_oh_append_item) X(qpdf_oh_replace_key) X(qpdf_oh_remove_key)                          \
    X(qpdf_oh_begin_dict_key_iter) X(qpdf_oh_dict_more_keys) X(qpdf_oh_dict_next_key)                                  \
    X(qpdf_oh_copy_foreign_object) X(qpdf_oh_get_stream_data) X(qpdf_oh_get_page_content_data)                         \
    X(qpdf_oh_replace_stream_data) X(qpdf_get_num_pages) X(qpdf_get_page_n)                                            \
    X(qpdf_push_inherited_attributes_to_page) X(qpdf_update_all_pages_cache) X(qpdf_add_page) X(qpdf_remove_page)

typedef struct {
#define JIANBAO_QPDF_FIELD(name) __typeof__(&name) name;
    JIANBAO_QPDF_CALLS(JIANBAO_QPDF_FIELD)
#undef JIANBAO_QPDF_FIELD
} jianbao_qpdf;

/* Fills in the calls; the name of what is missing where that fails, else NULL. The library stays open. */
static inline const char *jianbao_qpdf_open(jianbao_qpdf *qpdf) {
    void *library = dlopen("libqpdf.so.29", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) library = dlopen("libqpdf.so.30", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return "libqpdf.so.29";
#define JIANBAO_QPDF_FIND(name)                                                                                        \
    if ((*(void **)&qpdf->name = dlsym(library, #name)) == NULL) return #name;
    JIANBAO_QPDF_CALLS(JIANBAO_QPDF_FIND)
#undef JIANBAO_QPDF_FIND
    return NULL;
}
