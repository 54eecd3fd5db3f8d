// Handles errors of BankID's generated Kotlin. Every `when` is an expression without an `else`, so this compiles only if the compiler
// knows that it is exhaustive.
import bankidcsc.BankIDCSCException
import bankidcsc.CSCError
import bankidcsc.OAuthAuthorizeError
import bankidcsc.OAuthAuthorizeErrorCode
import bankidcsc.OAuthTokenError
import bankidcsc.Recovery
import bankidcsc.RetryAfter

fun surface(error: BankIDCSCException): String = when (error) {
    is CSCError -> "csc"
    is OAuthTokenError -> "token"
    is OAuthAuthorizeError -> "authorize"
}

fun reaction(error: OAuthAuthorizeError): String = when (error.code) {
    OAuthAuthorizeErrorCode.ACCESS_DENIED -> "the user said no"
    OAuthAuthorizeErrorCode.SERVER_ERROR, OAuthAuthorizeErrorCode.TEMPORARILY_UNAVAILABLE -> "wait"
    OAuthAuthorizeErrorCode.INVALID_REQUEST,
    OAuthAuthorizeErrorCode.INVALID_SCOPE,
    OAuthAuthorizeErrorCode.UNSUPPORTED_RESPONSE_TYPE -> "a bug"
    OAuthAuthorizeErrorCode.UNRECOGNIZED -> "new: ${error.rawCode}"
    null -> "none"
}

fun delay(error: BankIDCSCException): String = when (val retryAfter = error.retryAfter) {
    is RetryAfter.Delay -> "${retryAfter.seconds} s"
    is RetryAfter.Date -> "${retryAfter.instant}"
    null -> "no time"
}

fun main() {
    val body = """{"errorCode": "csc_user_keys_limit", "errorReference": "REF1"}""".toByteArray()
    try {
        throw BankIDCSCException.of("/csc/v2/info", 503, mapOf("retry-after" to listOf("5")), body)
    } catch (error: BankIDCSCException) {
        println("${surface(error)}, ${error.isRetryable}, ${delay(error)}: ${error.message}")
    }
    val unknown = BankIDCSCException.of("/oauth2/token", 400, emptyMap(), """{"error": "brand_new"}""".toByteArray())
    println("${surface(unknown)}, ${unknown.recovery}, ${delay(unknown)}: ${unknown.message}")
    for (code in listOf("access_denied", "brand_new")) {
        println(reaction(OAuthAuthorizeError.fromRedirect("https://c.example/cb?error=$code")!!))
    }
    check(OAuthAuthorizeError.fromRedirect("https://c.example/cb?code=1") == null)
    check(CSCError(400, emptyMap(), body).entry?.recovery == Recovery.RETRY_LATER)
    val bomb = ByteArray(10_000_000) { '['.toByte() }
    check(CSCError(502, emptyMap(), bomb).body === bomb)
}
