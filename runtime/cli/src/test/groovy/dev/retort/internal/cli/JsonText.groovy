package dev.retort.internal.cli

import com.fasterxml.jackson.core.JsonFactory
import com.fasterxml.jackson.core.JsonParser
import com.fasterxml.jackson.core.JsonToken

/** Reads a document into maps, lists and plain values; fails where it is not exactly one document. */
class JsonText {

    static Object parsed(String text) {
        new JsonFactory().createParser(text).withCloseable { parser ->
            parser.nextToken()
            def value = value(parser)
            assert parser.nextToken() == null : 'more than one document'
            value
        }
    }

    private static Object value(JsonParser parser) {
        switch (parser.currentToken()) {
            case JsonToken.START_OBJECT:
                Map<String, Object> fields = [:]
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName()
                    parser.nextToken()
                    fields.put(name, value(parser))
                }
                return fields
            case JsonToken.START_ARRAY:
                List<Object> elements = []
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements << value(parser)
                }
                return elements
            case JsonToken.VALUE_NULL: return null
            case JsonToken.VALUE_TRUE: return true
            case JsonToken.VALUE_FALSE: return false
            case JsonToken.VALUE_NUMBER_INT: return parser.intValue
            default: return parser.text
        }
    }
}
