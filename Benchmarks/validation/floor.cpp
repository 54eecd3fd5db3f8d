// A lower bound for validators: simdjson finds the fields in each line, without validation.
#include <cstdio>
#include <simdjson.h>

int main(int, char **arguments) {
  simdjson::padded_string text = simdjson::padded_string::load(arguments[1]);
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document_stream bodies;
  if (parser.iterate_many(text, 1 << 20).get(bodies)) return 1;
  size_t count = 0, bytes = 0;
  for (auto body : bodies) {
    std::string_view code, description, reference;
    if (body["errorCode"].get(code) || body["errorDescription"].get(description) ||
        body["errorReference"].get(reference))
      return 1;
    count++;
    bytes += code.size() + description.size() + reference.size();
  }
  std::printf("%zu %zu\n", count, bytes);
}
