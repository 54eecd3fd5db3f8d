#ifndef ERRATA_YAML_H
#define ERRATA_YAML_H

#include <stdbool.h>
#include <stddef.h>

/// A YAML parser that reads UTF-8 bytes which its caller keeps alive, and gives one event at a time.
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

/// A place in the text. Both numbers count from zero; a column is a Unicode scalar.
typedef struct {
  size_t line;
  size_t column;
} errata_yaml_mark;

/// One event. Its pointers are good until the next call on the same parser.
typedef struct {
  errata_yaml_event_kind kind;
  /// A scalar's text, or an alias's name. It may hold NUL: `text_length` counts.
  const unsigned char *text;
  size_t text_length;
  /// The name after `&`, or NULL.
  const char *anchor;
  /// The tag as resolved (`!!str` is `tag:yaml.org,2002:str`), or NULL.
  const char *tag;
  /// A scalar without quotes and not a block.
  bool is_plain;
  errata_yaml_mark start;
  errata_yaml_mark end;
} errata_yaml_event;

/// Why parsing stopped.
typedef struct {
  bool out_of_memory;
  /// What went wrong, in libyaml's words; never NULL.
  const char *message;
  /// What libyaml was doing, in its words, or NULL.
  const char *context;
  errata_yaml_mark context_mark;
  errata_yaml_mark mark;
  /// For a character that YAML does not allow: its code point, and its offset in bytes; otherwise -1.
  int character;
  size_t offset;
} errata_yaml_problem;

/// Makes a parser over `length` bytes of UTF-8, or NULL when there is no memory.
errata_yaml_parser *errata_yaml_parser_create(const unsigned char *bytes, size_t length);

/// Reads the next event. False: there is a problem, and no event may be asked for again.
bool errata_yaml_parser_next(errata_yaml_parser *parser, errata_yaml_event *event);

/// The problem that made `errata_yaml_parser_next` answer false.
errata_yaml_problem errata_yaml_parser_problem(const errata_yaml_parser *parser);

void errata_yaml_parser_destroy(errata_yaml_parser *parser);

#endif
