/* Poppler is opened when the first PDF is met: with it come fifty libraries, which would more than double the time a
   program needs to start that reads no PDF. So nothing is linked, and the few calls are declared here as poppler.h has them
   (libpoppler-glib.so.8, stable since 0.18). */
#include <dlfcn.h>
#include <glib.h>

typedef struct {
    double x1, y1, x2, y2;
} jianbao_poppler_rectangle;

typedef struct {
    void *(*document_new)(GBytes *bytes, const char *password, GError **error);
    int (*page_count)(void *document);
    void *(*page)(void *document, int index);
    void (*page_size)(void *page, double *width, double *height);
    char *(*page_text)(void *page);
    gboolean (*page_layout)(void *page, jianbao_poppler_rectangle **rectangles, unsigned *count);
    GQuark (*error_quark)(void);
    void (*unref)(void *object);
} jianbao_poppler;

/* Fills in the calls; the name of what is missing where that fails, else NULL. The library stays open. */
static inline const char *jianbao_poppler_open(jianbao_poppler *poppler) {
    void *library = dlopen("libpoppler-glib.so.8", RTLD_NOW | RTLD_LOCAL);
    if (library == NULL) return "libpoppler-glib.so.8";
#define JIANBAO_FIND(field, name)                                                                                      \
    if ((*(void **)&poppler->field = dlsym(library, name)) == NULL) return name;
    JIANBAO_FIND(document_new, "poppler_document_new_from_bytes")
    JIANBAO_FIND(page_count, "poppler_document_get_n_pages")
    JIANBAO_FIND(page, "poppler_document_get_page")
    JIANBAO_FIND(page_size, "poppler_page_get_size")
    JIANBAO_FIND(page_text, "poppler_page_get_text")
    JIANBAO_FIND(page_layout, "poppler_page_get_text_layout")
    JIANBAO_FIND(error_quark, "poppler_error_quark")
    JIANBAO_FIND(unref, "g_object_unref")
#undef JIANBAO_FIND
    return NULL;
}
