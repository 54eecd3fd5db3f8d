#include "errata_yaml.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct errata_yaml_parser {
  yaml_parser_t parser;
  yaml_event_t event;
  bool has_event;
};

static errata_yaml_mark mark_from(yaml_mark_t mark) {
  return (errata_yaml_mark){.line = mark.line, .column = mark.column};
}

static void discard_event(errata_yaml_parser *self) {
  if (self->has_event) {
    yaml_event_delete(&self->event);
    self->has_event = false;
  }
}

errata_yaml_parser *errata_yaml_parser_create(const unsigned char *bytes, size_t length) {
  errata_yaml_parser *self = calloc(1, sizeof *self);
  if (self == NULL) return NULL;
  if (!yaml_parser_initialize(&self->parser)) {
    free(self);
    return NULL;
  }
  yaml_parser_set_encoding(&self->parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&self->parser, bytes, length);
  return self;
}

bool errata_yaml_parser_next(errata_yaml_parser *self, errata_yaml_event *out) {
  discard_event(self);
  if (!yaml_parser_parse(&self->parser, &self->event)) return false;
  self->has_event = true;

  const yaml_event_t *event = &self->event;
  memset(out, 0, sizeof *out);
  out->start = mark_from(event->start_mark);
  out->end = mark_from(event->end_mark);
  switch (event->type) {
    case YAML_NO_EVENT:
    case YAML_STREAM_END_EVENT:
      out->kind = ERRATA_YAML_STREAM_END;
      break;
    case YAML_STREAM_START_EVENT:
      out->kind = ERRATA_YAML_STREAM_START;
      break;
    case YAML_DOCUMENT_START_EVENT:
      out->kind = ERRATA_YAML_DOCUMENT_START;
      break;
    case YAML_DOCUMENT_END_EVENT:
      out->kind = ERRATA_YAML_DOCUMENT_END;
      break;
    case YAML_ALIAS_EVENT:
      out->kind = ERRATA_YAML_ALIAS;
      out->text = event->data.alias.anchor;
      out->text_length = strlen((const char *)event->data.alias.anchor);
      break;
    case YAML_SCALAR_EVENT:
      out->kind = ERRATA_YAML_SCALAR;
      out->text = event->data.scalar.value;
      out->text_length = event->data.scalar.length;
      out->anchor = (const char *)event->data.scalar.anchor;
      out->tag = (const char *)event->data.scalar.tag;
      out->is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
      break;
    case YAML_SEQUENCE_START_EVENT:
      out->kind = ERRATA_YAML_SEQUENCE_START;
      out->anchor = (const char *)event->data.sequence_start.anchor;
      out->tag = (const char *)event->data.sequence_start.tag;
      break;
    case YAML_SEQUENCE_END_EVENT:
      out->kind = ERRATA_YAML_SEQUENCE_END;
      break;
    case YAML_MAPPING_START_EVENT:
      out->kind = ERRATA_YAML_MAPPING_START;
      out->anchor = (const char *)event->data.mapping_start.anchor;
      out->tag = (const char *)event->data.mapping_start.tag;
      break;
    case YAML_MAPPING_END_EVENT:
      out->kind = ERRATA_YAML_MAPPING_END;
      break;
  }
  return true;
}

errata_yaml_problem errata_yaml_parser_problem(const errata_yaml_parser *self) {
  const yaml_parser_t *parser = &self->parser;
  bool is_reader_error = parser->error == YAML_READER_ERROR;
  return (errata_yaml_problem){
      .out_of_memory = parser->error == YAML_MEMORY_ERROR,
      .message = parser->problem != NULL ? parser->problem : "out of memory",
      .context = parser->context,
      .context_mark = mark_from(parser->context_mark),
      .mark = mark_from(parser->problem_mark),
      .character = is_reader_error ? parser->problem_value : -1,
      .offset = is_reader_error ? parser->problem_offset : 0,
  };
}

void errata_yaml_parser_destroy(errata_yaml_parser *self) {
  if (self == NULL) return;
  discard_event(self);
  yaml_parser_delete(&self->parser);
  free(self);
}
