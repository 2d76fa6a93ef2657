#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/tree.h>

/* xmlFree is a variable, which Swift 6 does not let code read from several threads. */
static inline void jianbao_xml_free(void *memory) { xmlFree(memory); }
