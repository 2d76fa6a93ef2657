/* libarchive is opened when a document is first unpacked: with it come a dozen libraries of other formats, which would add a
   millisecond to the start of a program that mostly does without. Nothing is linked. */
#include <archive.h>
#include <archive_entry.h>
#include <dlfcn.h>

#define JIANBAO_ARCHIVE_CALLS(X)                                                                                       \
    X(archive_read_new) X(archive_read_free) X(archive_error_string) X(archive_read_support_format_zip)                \
    X(archive_read_open_memory) X(archive_read_next_header) X(archive_read_data)                                       \
    X(archive_entry_pathname) X(archive_entry_is_encrypted)

typedef struct {
#define JIANBAO_ARCHIVE_FIELD(name) __typeof__(&name) name;
    JIANBAO_ARCHIVE_CALLS(JIANBAO_ARCHIVE_FIELD)
#undef JIANBAO_ARCHIVE_FIELD
} jianbao_archive;

/* Fills in the calls; the name of what is missing where that fails, else NULL. The library stays open. */
static inline const char *jianbao_archive_open(jianbao_archive *archive) {
    void *library = dlopen("libarchive.so.13", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return "libarchive.so.13";
#define JIANBAO_ARCHIVE_FIND(name)                                                                                     \
    if ((*(void **)&archive->name = dlsym(library, #name)) == NULL) return #name;
    JIANBAO_ARCHIVE_CALLS(JIANBAO_ARCHIVE_FIND)
#undef JIANBAO_ARCHIVE_FIND
    return NULL;
}
