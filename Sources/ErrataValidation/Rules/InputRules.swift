// Rules for parts of an input that cannot be read as a response.
extension RuleFacts {
  static let brokenInput = RuleFacts(
    "broken-input", .error, "A line, an entry or a recording cannot be read.",
    explanation: """
      A line is not an exchange, an entry of a recording is not an object, a status is not an integer from 100 to 599, or a \
      recording is truncated or not valid JSON around its entries. The rest of the input is still checked.
      """,
    reason: "The response was not checked. Without a finding, it would appear to be valid.",
    example: .exchange("GET /orders/1 404"),
    remedy:
      "Write one object per line, as in `{\"path\": …, \"status\": …, \"body\": …}`, or set the format of the input with `--input`."
  )

  static let tooLarge = RuleFacts(
    "too-large", .error, "A line, an entry of a recording or a body is larger than 8 MiB and is not checked.",
    explanation:
      "A single line, entry or body is larger than 8 MiB. It is skipped, and the rest of the input is still checked.",
    reason: "Inputs of any length are read in constant memory, which requires a limit for each part.",
    example: .commands(
      "printf '%9000000s' '' | errata validate --catalog shop.yaml --surface orders --input lines -"),
    remedy: "Split the input so that each response is on a separate line.")

  static let inputFormat = RuleFacts(
    "input-format", .error, "An input has exchanges and is read as bodies, or the reverse.",
    explanation: """
      A line that should be a body is an exchange, with a status, a path and a body of its own; or a line that should be an \
      exchange has no part of one. Only the first such line of an input is reported. The others are counted as unreadable.
      """,
    reason: "Every line would be reported for something that is not wrong with it.",
    example: .exchange(#"{"code": "not_found", "message": "There is no order 7."}"#),
    remedy: "Set the format with `--input`, and with bodies the surface with `--surface`.")
}
