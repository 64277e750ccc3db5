#include "jsonld/to_rdf.h"

#include <string.h>

#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

blz_status blz_ld_word_term(blz_ld_rdf *rdf, blz_term **out, blz_ld_word word)
{
    static const char *const words[] = {RDF "type",  RDF "first",    RDF "rest",     RDF "nil",
                                        RDF "value", RDF "language", RDF "direction"};
    return blz_dataset_iri(rdf->data, out, words[word], strlen(words[word]));
}

/* A blank node of the document gets a label of ours, so that none can meet those that are made. */
static blz_status blank_term(blz_ld_rdf *rdf, const blz_term **out, const char *label)
{
    blz_term *name = NULL;
    size_t before = rdf->names.blank_count;
    BLZ_TRY(blz_dataset_blank(&rdf->names, &name, label, strlen(label)));
    if (name->blank >= rdf->blank_capacity) {
        size_t capacity = rdf->blank_capacity ? rdf->blank_capacity * 2 : 16;
        blz_term **blanks = blz_realloc(rdf->blanks, capacity * sizeof(blz_term *));
        BLZ_TRY_MEM(blanks);
        memset(blanks + rdf->blank_capacity, 0, (capacity - rdf->blank_capacity) * sizeof(blz_term *));
        rdf->blanks = blanks;
        rdf->blank_capacity = capacity;
    }
    if (name->blank >= before || !rdf->blanks[name->blank])
        BLZ_TRY(blz_dataset_fresh_blank(rdf->data, &rdf->blanks[name->blank]));
    *out = rdf->blanks[name->blank];
    return BLZ_OK;
}

blz_status blz_ld_reference_term(blz_ld_rdf *rdf, const blz_term **out, const char *reference)
{
    blz_term *term = NULL;
    *out = NULL;
    if (!reference) return BLZ_OK;
    if (blz_ld_is_blank(reference)) return blank_term(rdf, out, reference + 2);
    if (!blz_ld_is_iri(reference)) return BLZ_OK;
    BLZ_TRY(blz_dataset_iri(rdf->data, &term, reference, strlen(reference)));
    *out = term;
    return BLZ_OK;
}

/* The node; NULL if its id cannot be one. */
static blz_status node_term(blz_ld_rdf *rdf, blz_ld_object *node)
{
    blz_term *fresh = NULL;
    if (blz_ld_has(node, BLZ_LD_ID)) return blz_ld_reference_term(rdf, &node->term, node->id);
    BLZ_TRY(blz_dataset_fresh_blank(rdf->data, &fresh));
    node->term = fresh;
    return BLZ_OK;
}

/* A node has one @index in a graph (7.2.2, step 6.9). */
static blz_status check_index(blz_ld_rdf *rdf, const blz_term *graph, const blz_ld_object *node)
{
    const void **index = NULL;
    if (!blz_ld_has(node, BLZ_LD_INDEX) || !blz_ld_has(node, BLZ_LD_ID) || !node->term) return BLZ_OK;
    BLZ_SCOPED(blz_buf) key = BLZ_BUF(BLZ_BUF_MAX);
    BLZ_TRY(blz_buf_append(&key, node->term->form, node->term->length));
    if (graph) BLZ_TRY(blz_buf_append(&key, graph->form, graph->length));
    BLZ_TRY(blz_ld_see(&rdf->indexes, rdf->run->arena, key.data, key.length, &index));
    if (!*index) *index = node->index;
    if (strcmp(*index, node->index) == 0) return BLZ_OK;
    return blz_ld_refuse(rdf->run, NULL, "conflicting indexes", NULL,
                         "the node \"%s\" has two values of @index, \"%s\" and \"%s\"", node->id,
                         (const char *)*index, node->index);
}

static bool is_wanted(const blz_quad *place)
{
    return place->subject && place->predicate;
}

/* Puts the object into its place, if there is one for it. */
static blz_status put(blz_ld_rdf *rdf, const blz_quad *place, const blz_term *object)
{
    if (!is_wanted(place) || !object) return BLZ_OK;
    return blz_dataset_add(rdf->data, &(blz_quad){place->subject, place->predicate, object, place->graph});
}

static blz_status put_node(blz_ld_rdf *rdf, const blz_term *graph, blz_ld_object *node);
static blz_status put_list(blz_ld_rdf *rdf, const blz_quad *place, const blz_ld_list *list,
                           const blz_term **out);

/* Object to RDF Conversion (8.2.2): the term of the object, after all that it says itself was put. */
static blz_status put_object(blz_ld_rdf *rdf, const blz_quad *place, blz_ld_object *object,
                             const blz_term **out)
{
    *out = NULL;
    if (blz_ld_has(object, BLZ_LD_VALUE))
        return is_wanted(place) ? blz_ld_literal(rdf, place, object, out) : BLZ_OK;
    if (blz_ld_has(object, BLZ_LD_LIST)) return put_list(rdf, place, &object->list, out);
    BLZ_TRY(put_node(rdf, place->graph, object));
    *out = object->term;
    return BLZ_OK;
}

/* Of a list that nothing leads to only the nodes are left. */
static blz_status put_items(blz_ld_rdf *rdf, const blz_quad *place, const blz_ld_list *list)
{
    const blz_term *ignored = NULL;
    for (size_t i = 0; i < list->count; i++)
        BLZ_TRY(put_object(rdf, place, list->items[i], &ignored));
    return BLZ_OK;
}

/* List Conversion (8.4.2). */
static blz_status put_list(blz_ld_rdf *rdf, const blz_quad *place, const blz_ld_list *list,
                           const blz_term **out)
{
    blz_term *first = NULL, *rest = NULL, *nil = NULL, *cell = NULL;
    const blz_term *item = NULL;
    if (!is_wanted(place)) return put_items(rdf, place, list);
    BLZ_TRY(blz_ld_word_term(rdf, &nil, BLZ_LD_RDF_NIL));
    *out = nil;
    if (list->count == 0) return BLZ_OK;
    BLZ_TRY(blz_ld_word_term(rdf, &first, BLZ_LD_RDF_FIRST));
    BLZ_TRY(blz_ld_word_term(rdf, &rest, BLZ_LD_RDF_REST));
    for (size_t i = 0; i < list->count; i++) {
        blz_quad before = {.subject = cell, .predicate = rest, .graph = place->graph};
        BLZ_TRY(blz_dataset_fresh_blank(rdf->data, &cell));
        if (i == 0) *out = cell;
        BLZ_TRY(put(rdf, &before, cell));
        blz_quad here = {.subject = cell, .predicate = first, .graph = place->graph};
        BLZ_TRY(put_object(rdf, &here, list->items[i], &item));
        BLZ_TRY(put(rdf, &here, item));
    }
    return put(rdf, &(blz_quad){.subject = cell, .predicate = rest, .graph = place->graph}, nil);
}

static blz_status predicate_of(blz_ld_rdf *rdf, const blz_ld_property *property, const blz_term **out)
{
    *out = property->predicate;
    if (*out || (blz_ld_is_blank(property->iri) && !rdf->run->options->generalized)) return BLZ_OK;
    return blz_ld_reference_term(rdf, out, property->iri);
}

static blz_status put_properties(blz_ld_rdf *rdf, const blz_term *graph, const blz_ld_object *node)
{
    blz_quad place = {.subject = node->term, .graph = graph};
    const blz_term *object = NULL;
    for (const blz_ld_property *p = node->properties.first; p; p = p->next) {
        BLZ_TRY(predicate_of(rdf, p, &place.predicate));
        for (size_t i = 0; i < p->values.count; i++) {
            BLZ_TRY(put_object(rdf, &place, p->values.items[i], &object));
            BLZ_TRY(put(rdf, &place, object));
        }
    }
    return BLZ_OK;
}

static blz_status put_reverse(blz_ld_rdf *rdf, const blz_term *graph, const blz_ld_object *node)
{
    blz_quad place = {.graph = graph};
    for (const blz_ld_property *p = node->reverse.first; p; p = p->next) {
        BLZ_TRY(predicate_of(rdf, p, &place.predicate));
        for (size_t i = 0; i < p->values.count; i++) {
            BLZ_TRY(put_node(rdf, graph, p->values.items[i]));
            place.subject = p->values.items[i]->term;
            BLZ_TRY(put(rdf, &place, node->term));
        }
    }
    return BLZ_OK;
}

static blz_status put_types(blz_ld_rdf *rdf, const blz_term *graph, const blz_ld_object *node)
{
    blz_term *predicate = NULL;
    const blz_term *type = NULL;
    if (node->type_count == 0) return BLZ_OK;
    BLZ_TRY(blz_ld_word_term(rdf, &predicate, BLZ_LD_RDF_TYPE));
    blz_quad place = {.subject = node->term, .predicate = predicate, .graph = graph};
    for (size_t i = 0; i < node->type_count; i++) {
        BLZ_TRY(blz_ld_reference_term(rdf, &type, node->types[i]));
        BLZ_TRY(put(rdf, &place, type));
    }
    return BLZ_OK;
}

static blz_status put_nodes(blz_ld_rdf *rdf, const blz_term *graph, const blz_ld_list *nodes)
{
    for (size_t i = 0; i < nodes->count; i++)
        if (blz_ld_is_node(nodes->items[i])) BLZ_TRY(put_node(rdf, graph, nodes->items[i]));
    return BLZ_OK;
}

static blz_status put_node(blz_ld_rdf *rdf, const blz_term *graph, blz_ld_object *node)
{
    BLZ_TRY(node_term(rdf, node));
    BLZ_TRY(check_index(rdf, graph, node));
    BLZ_TRY(put_types(rdf, graph, node));
    BLZ_TRY(put_properties(rdf, graph, node));
    BLZ_TRY(put_reverse(rdf, graph, node));
    BLZ_TRY(put_nodes(rdf, graph, &node->included));
    return node->term ? put_nodes(rdf, node->term, &node->graph) : BLZ_OK;
}

blz_status blz_ld_put_rdf(blz_dataset *data, blz_ld_run *run, const blz_ld_list *document)
{
    blz_ld_rdf rdf = {.data = data, .run = run};
    blz_status status = put_nodes(&rdf, NULL, document);
    blz_dataset_clear(&rdf.names);
    blz_free(rdf.blanks);
    return status;
}
