import ErrataDraft
import ErrataText
import TestSupport
import Testing

/// Errors of well-known APIs and frameworks, besides those in `Examples/catalogues`.
struct KnownShapesTests {
  @Test(arguments: [
    // Kubernetes
    (
      #"{"kind":"Status","status":"Failure","message":"pods \"a\" not found","reason":"NotFound","code":404}"#,
      ["code: reason", "description: message", "status: code"]
    ),
    // Elasticsearch
    (
      #"{"error":{"root_cause":[],"type":"index_not_found_exception","reason":"no such index [a]"},"status":404}"#,
      ["code: {at: /error/type}", "description: {at: /error/reason}", "status: status"]
    ),
    // PayPal
    (
      #"{"name":"INVALID_REQUEST","message":"It is not well-formed","debug_id":"b1d1f06c7246c","details":[{"issue":"MISSING"}]}"#,
      ["code: name", "description: message", "reference: debug_id"]
    ),
    // Auth0
    (
      #"{"statusCode":400,"error":"Bad Request","message":"The body is invalid","errorCode":"invalid_body"}"#,
      ["code: errorCode", "description: message", "status: statusCode"]
    ),
    // FastAPI
    (
      #"{"detail":[{"loc":["body","name"],"msg":"field required","type":"value_error.missing"}]}"#,
      ["errors: /detail", "code: type", "description: msg"]
    ),
    // Salesforce
    (
      #"[{"errorCode":"REQUIRED_FIELD_MISSING","message":"Fields are missing","fields":["Name"]}]"#,
      [#"errors: """#, "code: errorCode", "description: message", "fields: {name: fields, type: json}"]
    ),
    // Anthropic
    (
      #"{"type":"error","error":{"type":"not_found_error","message":"No such model"},"request_id":"req_1"}"#,
      [#"when: {type: "error"}"#, "code: {at: /error/type}", "reference: request_id"]
    ),
    // A status is all there is.
    (#"{"code":404,"message":"Not found"}"#, ["code: {name: code, type: integer}"]),
    // JSend
    (
      #"{"status":"error","message":"No connection","code":"db_down","data":null}"#,
      [#"when: {status: "error"}"#, "code: code"]
    ),
  ])
  func hasItsPlaces(_ body: String, _ lines: [String]) throws {
    let json = try #require(JSONValue(json: body.utf8))
    let proposed = try #require(responseDraft(for: [json])).split(separator: "\n").map { line in
      String(line.prefix(upTo: line.firstRange(of: "  #")?.lowerBound ?? line.endIndex).drop { $0 == " " })
    }
    #expect(Set(lines).subtracting(proposed) == [], "\(proposed)")
  }

  /// A sentence, a resource, and values that name no error.
  @Test(arguments: [
    #"{"error": "Not Found", "status": 404}"#, #"{"message": "Forbidden"}"#, #"{"id": 17, "type": null}"#, "[]", "{}",
    "17",
    #"{"type": "about:blank", "title": "Not Found"}"#, #"{"error": "error"}"#, #"{"status": "Failure"}"#,
    #"{"code": 1.5}"#,
    #"{"code": 12345678901234567890}"#, #"{"code": ""}"#, #"{"code": "-"}"#, #"{"code": true}"#, #"{"code": ["a"]}"#,
  ])
  func hasNoCode(_ body: String) throws {
    #expect(responseDraft(for: [try #require(JSONValue(json: body.utf8))]) == nil)
  }
}
