// Reads the cases of Tests/Fixtures/reading with the generated Kotlin: a case on each line of standard input, and what a reader
// finds in it on each line of standard output. The package of each catalogue has an object `Cases`, which read.kt.mustache makes.
package reading

import java.time.Instant
import java.util.Base64
import org.json.JSONArray
import org.json.JSONObject

/** A response of a case. */
class Response(case: JSONObject) {
    val path: String = case.optString("path")
    val base: String? = case.opt("base") as String?
    val status: Int = case.optInt("status")
    val headers: Map<String, List<String>> = pairs(case.optJSONArray("headers") ?: JSONArray()).groupBy({ it.first }, { it.second })
    val body: ByteArray =
        if (case.has("body_base64")) Base64.getDecoder().decode(case.getString("body_base64"))
        else case.optString("body").toByteArray()
    val now: Instant = if (case.has("now")) Instant.parse(case.getString("now")) else Instant.now()

    private fun pairs(list: JSONArray) =
        (0 until list.length()).map { list.getJSONArray(it) }.map { it.getString(0) to it.getString(1) }
}

/** The errors of one catalogue. */
interface Catalogue {
    /** The values of the error that `surface` reads, or the surface that the path says if it is null. */
    fun values(surface: String?, response: Response): JSONObject

    /** The values of the error in a redirect; null if there is none. */
    fun values(surface: String, url: String): JSONObject?
}

private fun reading(case: JSONObject): JSONObject? {
    val catalogue = Class.forName(case.getString("catalog") + ".Cases").getField("INSTANCE").get(null) as Catalogue
    val surface = case.opt("surface") as String?
    return if (case.has("url")) catalogue.values(surface!!, case.getString("url")) else catalogue.values(surface, Response(case))
}

fun main() {
    for (line in System.`in`.bufferedReader().lineSequence()) {
        val result = try {
            reading(JSONObject(line))
        } catch (error: Throwable) {
            JSONObject().put("failed", "$error")
        }
        println(result ?: "null")
    }
}
