@main
struct Main {
  static func main() {
    for code in ShopErrorCode.known { print(code.rawValue, code.httpStatus ?? 0) }
  }
}
