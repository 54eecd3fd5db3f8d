// Decodes responses with the generated Kotlin. Each line of standard input is a kind and bytes in base64: `body`, `redirect`
// or `retry-after`. Writes a line of values in base64 for each, `-` for none.
package bankidcsc

import java.util.Base64

private fun encoded(value: Any?): String =
    if (value == null) "-" else "+" + Base64.getEncoder().encodeToString(value.toString().toByteArray())

private fun values(kind: String, text: ByteArray): List<Any?> = when (kind) {
    "body" -> {
        val error = CSCError(400, emptyMap(), text)
        check(error.body.contentEquals(text) && error.status == 400)
        check(error.code != CSCErrorCode.HASH_MISMATCH) { "no case has it" }
        listOf(error.code, error.description, error.reference, error.recovery?.key, error.details?.guidance)
    }
    "redirect" -> {
        val error: OAuthAuthorizeError? = OAuthAuthorizeError.fromRedirect(String(text))
        if (error == null) listOf(null) else listOf(error.code, error.description, error.state)
    }
    else -> {
        val retryAfter = CSCError(503, mapOf("RETRY-after" to String(text)), ByteArray(0)).retryAfter
        listOf(
            when (retryAfter) {
                is RetryAfter.Delay -> retryAfter.seconds
                is RetryAfter.Date -> retryAfter.instant.toEpochMilli()
                null -> null
            }
        )
    }
}

fun main() {
    for (line in generateSequence(::readLine)) {
        val (kind, text) = (line.trim() + " ").split(" ")
        println(values(kind, Base64.getDecoder().decode(text)).joinToString(" ", transform = ::encoded))
    }
}
