#ifndef ERRATA_YAML_H
#define ERRATA_YAML_H

#include <stdbool.h>
#include <stddef.h>

/// A YAML parser that reads UTF-8 bytes, one event at a time. The caller keeps the bytes alive.
typedef struct errata_yaml_parser errata_yaml_parser;

typedef enum {
  ERRATA_YAML_STREAM_START,
  ERRATA_YAML_STREAM_END,
  ERRATA_YAML_DOCUMENT_START,
  ERRATA_YAML_DOCUMENT_END,
  ERRATA_YAML_ALIAS,
  ERRATA_YAML_SCALAR,
  ERRATA_YAML_SEQUENCE_START,
  ERRATA_YAML_SEQUENCE_END,
  ERRATA_YAML_MAPPING_START,
  ERRATA_YAML_MAPPING_END,
} errata_yaml_event_kind;

/// A position in the text. Lines and columns count from zero; a column is one Unicode scalar.
typedef struct {
  size_t line;
  size_t column;
} errata_yaml_mark;

/// One event. Its pointers are valid until the next call on the same parser.
typedef struct {
  errata_yaml_event_kind kind;
  /// A scalar's text, or an alias's name. It is `text_length` bytes long and may contain NUL.
  const unsigned char *text;
  size_t text_length;
  /// The name after `&`, or NULL.
  const char *anchor;
  /// The tag as resolved (`!!str` is `tag:yaml.org,2002:str`), or NULL.
  const char *tag;
  /// Whether it is a plain scalar: neither quoted nor a block.
  bool is_plain;
  errata_yaml_mark start;
  errata_yaml_mark end;
} errata_yaml_event;

/// Why parsing stopped.
typedef struct {
  bool out_of_memory;
  /// libyaml's description of the problem; never NULL.
  const char *message;
  /// libyaml's description of what it was parsing, or NULL.
  const char *context;
  errata_yaml_mark context_mark;
  errata_yaml_mark mark;
  /// The code point of a character that YAML does not allow, at byte `offset`; otherwise -1.
  int character;
  size_t offset;
} errata_yaml_problem;

/// Creates a parser for `length` bytes of UTF-8. Returns NULL if it runs out of memory.
errata_yaml_parser *errata_yaml_parser_create(const unsigned char *bytes, size_t length);

/// Reads the next event. Returns false if there is a problem; don't call it again after that.
bool errata_yaml_parser_next(errata_yaml_parser *parser, errata_yaml_event *event);

/// The problem for which `errata_yaml_parser_next` returned false.
errata_yaml_problem errata_yaml_parser_problem(const errata_yaml_parser *parser);

void errata_yaml_parser_destroy(errata_yaml_parser *parser);

#endif
