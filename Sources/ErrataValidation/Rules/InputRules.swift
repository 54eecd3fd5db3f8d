// Rules about an input that has no response to check.
extension RuleFacts {
  static let brokenInput = RuleFacts(
    "broken-input", .error, "A line, entry or recording cannot be read as what it should be.",
    explanation: """
      A line is not an exchange, an entry of a recording is not an object, a status is not a number from 100 to 599, or a \
      recording ends too early. The rest of the input is still checked.
      """,
    reason: "The response was not checked. Without a finding it would look as if nothing was wrong with it.",
    example: .exchange("GET /orders/1 404"),
    remedy:
      "Write an object per line, as in `{\"path\": …, \"status\": …, \"body\": …}`, or say with `--input` what the input holds."
  )

  static let tooLarge = RuleFacts(
    "too-large", .error, "A line, an entry of a recording or a body has more than 8 MiB: it is not checked.",
    explanation:
      "A single line, entry or body is longer than 8 MiB. It is skipped, and the rest of the input is still checked.",
    reason: "Inputs of any length are read in constant memory, which a line without end would use up.",
    example: .commands(
      "printf '%9000000s' '' | errata validate --catalog shop.yaml --surface orders --input lines -"),
    remedy: "Split the input so that each response is on a line of its own.")
}
