/// `name` in a form in which its usual spellings are equal: `error_code`, `errorCode` and `Error-Code` are all `errorcode`.
func plainName(_ name: String) -> String {
  var bytes: [UInt8] = []
  for byte in name.utf8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 32)
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "."): continue
    default: bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
