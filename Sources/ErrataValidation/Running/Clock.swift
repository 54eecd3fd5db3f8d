#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The current time in seconds since 1970.
func secondsSince1970() -> Int {
  time(nil)
}
