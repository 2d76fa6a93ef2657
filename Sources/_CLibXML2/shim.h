/* Where ICU's headers are installed too, libxml2's bring them in for one field that nothing here reads; they differ from
   those that Foundation carries, and a program that sees both does not compile. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>

/* xmlFree is a variable, which Swift 6 does not let code read from several threads. */
static inline void jianbao_xml_free(void *memory) { xmlFree(memory); }
