import Testing

@testable import ErrataCatalog

struct PortablePatternTests {
  @Test(arguments: [
    "^REF[0-9]+$", "abc", #"^[^\s"\\]+$"#, "a|b", "(?:a)(?=b)(?!c)", "a{2,3}?", "a*?b+?c??", #"\d\D\w\W\s\S\b\B"#,
    #"[\-\[\]\u00e9\x41]"#,
    #"\.\/\^\$\*\+\?\(\)\[\]\{\}\|\\"#, "[a-z_]", "[-a]", "[a-]", "é🙂",
  ])
  func acceptsCommonSyntax(_ pattern: String) {
    #expect(portabilityProblem(in: pattern) == nil)
  }

  @Test(arguments: [
    "(?i)abc", "(?>a)", "(?#c)a", "(?<name>a)", "(?<=a)b", "a++", "a*+", "a{2}+", #"\Aabc\z"#, #"\Qa\E"#, #"\h"#,
    #"\R"#, #"\x{41}"#,
    #"\u{1F600}"#, #"\p{L}"#, #"\N{DIGIT ONE}"#, #"\-"#, #"\_"#, #"\1"#, "[[:alpha:]]", "[a-z&&[^b]]", "[a--b]",
    "[a~~b]", "a]", "a}",
    "a{", "a{x}", #"[\b]"#, "\\",
  ])
  func rejectsSyntaxOfSomeDialects(_ pattern: String) {
    #expect(portabilityProblem(in: pattern) != nil)
  }
}
