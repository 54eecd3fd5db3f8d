import Foundation
import Testing
import TestSupport

@testable import ErrataCatalog
@testable import ErrataOutputs

/// Identifiers with every letter, digit and mark that a code can have. Of large uniform ranges such as Chinese characters, only one
/// in a hundred is tested.
struct IdentifierTests {
  private static let scalars: [Unicode.Scalar] = (0x80...0x10FFFF as ClosedRange<UInt32>).compactMap { value in
    let isOneOfMany =
      [0x4E10..<0x9F00, 0xAC10..<0xD700, 0x17010..<0x18700, 0x20010..<0x2FA00, 0x30010..<0x32300].contains {
        $0.contains(value)
      }
    guard !isOneOfMany || value % 97 == 0, let scalar = Unicode.Scalar(value), isWordCharacter(scalar) else {
      return nil
    }
    return scalar
  }

  /// Each character alone, after a letter, and at the start of a word.
  private static let codes = scalars.flatMap { ["\($0)", "a\($0)", "a_\($0)"] }

  private static let constants = codes.map { code in
    var names = ConstantNames()
    return names.name(for: code)
  }

  @Test func keepsLettersOfManyScripts() {
    #expect(Self.constants.count > 100_000)
    let names = ["größe", "ошибка", "エラー", "错误", "오류", "خطأ", "ﷺ", "ͺ", "ƛ", "ªº", "e\u{301}t\u{E9}", "x\u{FF9E}"]
    let constants = names.map { name in
      var names = ConstantNames()
      return names.name(for: name)
    }
    #expect(
      constants == ["GRÖSSE", "ОШИБКА", "エラー", "错误", "오류", "خطأ", "صلىاللهعليهوسلم", "Ι", "ƛ", "AO", "ÉTÉ", "X"])
  }

  @Test func areNormalizedForPython() async throws {
    let script = """
      import ast, sys, unicodedata
      names = sys.stdin.buffer.read().decode().split("\\n")
      bad = [name for name in names if not name.isidentifier() or unicodedata.normalize("NFKC", name) != name]
      ast.parse("\\n".join(f"{name} = 1" for name in names if name not in bad))
      print(len(names), bad)
      """
    let result = try await runTool("python3", ["-c", script], input: Self.constants.joined(separator: "\n"))
    #expect(result.output == "\(Self.constants.count) []\n", "\(result.error)")
  }

  @Test(.enabled(if: RequiredTool.node.isExpected, "needs node: run Scripts/bootstrap --tests"))
  func areIdentifiersOfJavaScript() async throws {
    let script = """
      const names = require("fs").readFileSync(0, "utf8").split("\\n");
      const isBad = (name) => { try { new Function(`const ${name} = 1`); return false; } catch { return true; } };
      console.log(names.length, JSON.stringify(names.filter(isBad)));
      """
    let result = try await runTool(
      RequiredTool.node.path, ["-e", script], input: Self.constants.joined(separator: "\n"))
    #expect(result.output == "\(Self.constants.count) []\n", "\(result.error)")
  }

  /// Compilers are slower, so a hundred letters are combined into one name.
  private static let longNames: [String] = {
    let letters = Set(constants.joined().unicodeScalars).sorted()
    return stride(from: 0, to: letters.count, by: 100).map { start in
      "X\(start)_" + String(String.UnicodeScalarView(letters[start..<min(start + 100, letters.count)]))
    }
  }()

  @Test(.enabled(if: RequiredTool.tsc.isExpected, "needs tsc: run Scripts/bootstrap --tests"))
  func areIdentifiersOfTypeScript() async throws {
    try await withTemporaryFolder { folder in
      let text = Self.longNames.map { "export const \($0) = 1;\n" }.joined()
      try Data(text.utf8).write(to: folder.appending(path: "names.ts"))
      let result = try await runTool(RequiredTool.tsc.path, ["--target", "es2018", "names.ts"], in: folder)
      #expect(result.status == 0, "\(result.output.prefix(2000))")
    }
  }

  @Test(.enabled(if: RequiredTool.kotlinc.isExpected, "needs kotlinc: run Scripts/bootstrap --tests"))
  func areIdentifiersOfKotlin() async throws {
    try await withTemporaryFolder { folder in
      let text = Self.longNames.map { "const val \($0) = 1\n" }.joined()
      try Data(text.utf8).write(to: folder.appending(path: "names.kt"))
      let result = try await runTool(RequiredTool.kotlinc.path, ["names.kt", "-d", "names.jar"], in: folder)
      #expect(result.status == 0, "\(result.error.prefix(2000))")
    }
  }

  @Test(.enabled(if: RequiredTool.go.isExpected, "needs go: run Scripts/bootstrap --tests"))
  func areIdentifiersOfGo() async throws {
    try await withTemporaryFolder { folder in
      let text = Self.longNames.map { "const C\(goName($0)) = 1\n" }.joined()
      try Data("package names\n\n\(text)".utf8).write(to: folder.appending(path: "names.go"))
      let result = try await runTool(RequiredTool.go.path, ["vet", "names.go"], in: folder)
      #expect(result.status == 0, "\(result.error.prefix(2000))")
    }
  }

  @Test(arguments: [
    ("invalid_credential_id", "InvalidCredentialID"), ("invalidXMLDocument", "InvalidXMLDocument"), ("404", "404"),
    ("SOLD-OUT", "SoldOut"), ("größe", "Grösse"), ("X\u{130}", "Xi"), ("__proto__", "Proto"), ("-", "Code"),
  ])
  func goNamesHaveInitialisms(_ text: String, _ name: String) {
    #expect(goName(text) == name)
  }

  @Test func namesThatDifferOnlyInCaseAreNumbered() {
    var names = UniqueNames()
    #expect(["ApiKey", "APIKey", "APIKey_2"].map { names.unique($0) } == ["ApiKey", "APIKey_2", "APIKey_2_2"])
  }

  @Test(.slow) func areIdentifiersOfSwift() async throws {
    try await withTemporaryFolder { folder in
      let text = Self.codes.compactMap(caseName).map { "let \($0) = 1\n" }.joined()
      try Data(text.utf8).write(to: folder.appending(path: "names.swift"))
      let result = try await runTool("swiftc", ["-parse", "names.swift"], in: folder)
      #expect(result.status == 0, "\(result.error.prefix(2000))")
    }
  }
}

/// Module names that don't collide with keywords or the standard library.
struct ModuleNameTests {
  private func catalog(_ name: String) throws -> Catalog {
    try catalogue(Repository.text("Tests/Fixtures/catalogues/minimal.yaml").replacing("Minimal", with: name))
  }

  @Test(
    arguments: [
      ("Json", "json", "json_errors"), ("Re", "re", "re_errors"), ("Datetime", "datetime", "datetime_errors"),
      ("Class", "class_errors", "class_errors"), ("Object", "object_errors", "object_errors"),
      ("Select", "select_errors", "select_errors"), ("Main", "main_errors", "main_errors"),
      ("JsonErrors", "jsonerrors", "jsonerrors"), ("BankIDCSC", "bankidcsc", "bankidcsc"),
    ])
  func avoidCollisions(_ name: String, _ module: String, _ pythonModule: String) throws {
    let catalog = try catalog(name)
    #expect(catalog.moduleName == module && catalog.pythonModuleName == pythonModule)
  }

  @Test func avoidAllNamesOfPython() async throws {
    let script = """
      import keyword, sys
      print(*[name for name in [*sys.stdlib_module_names, *keyword.kwlist] if name.isalnum() and name.islower()])
      """
    let names = try await runTool("python3", ["-c", script]).output.split(whereSeparator: \.isWhitespace)
    #expect(names.count > 200)
    for name in names where !name.isEmpty {
      #expect(try catalog(name.uppercased()).pythonModuleName == name + "_errors")
    }
  }

  @Test(arguments: ["Json", "Re", "Datetime", "Enum", "Typing", "Dataclasses", "Builtins", "Urllib", "Import"])
  func shadowNoModuleOfPython(_ name: String) async throws {
    try await withTemporaryFolder { folder in
      for file in TemplateOutput(BuiltInTemplate.python.template).files(for: try catalog(name)) {
        try Data(file.contents.utf8).write(to: folder.appending(path: file.path))
      }
      let script = """
        import \(name.lowercased())_errors as errors
        print(errors.ApiError(400, {}, b'{"code": "failed"}').code)
        """
      let result = try await runTool("python3", ["-W", "error", "-c", script], in: folder)
      #expect(result.output == "failed\n", "\(result.error)")
    }
  }
}
