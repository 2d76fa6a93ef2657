#include <malloc.h>
#include <cairo/cairo.h>
#include <cairo/cairo-ft.h>
#include <cairo/cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <harfbuzz/hb.h>
#include <harfbuzz/hb-ot.h>
#include <harfbuzz/hb-subset.h>
#include <libdeflate.h>
#include <pango/pango.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <zlib.h>

/* Variadic, so not imported: one string or number at a time. */
static inline void jb_unref(void *object) { g_object_unref(object); }
static inline void *jb_ref(void *object) { return g_object_ref(object); }

/* Pointers to structures that their headers do not show. */
static inline void jb_done_freetype(void *library) { FT_Done_FreeType((FT_Library)library); }
