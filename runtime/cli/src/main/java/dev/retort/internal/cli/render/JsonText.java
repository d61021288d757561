package dev.retort.internal.cli.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes one JSON document, with two spaces of indentation and {@code \n} on every system. */
final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    /** What is in the document. */
    @FunctionalInterface
    interface Content {
        void write(JsonText json) throws IOException;
    }

    private final JsonGenerator generator;

    private JsonText(JsonGenerator generator) {
        this.generator = generator;
    }

    /** An object with the given fields. */
    static String object(Content fields) {
        return document(json -> json.nested(fields));
    }

    /** A list of objects. */
    static String list(Content elements) {
        return document(json -> {
            json.generator.writeStartArray();
            elements.write(json);
            json.generator.writeEndArray();
        });
    }

    private static String document(Content content) {
        StringWriter text = new StringWriter();
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        try (JsonGenerator generator = FACTORY.createGenerator(text).setPrettyPrinter(printer)) {
            content.write(new JsonText(generator));
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot be written to", impossible);
        }
        return text.toString();
    }

    /** An object within an array. */
    void nested(Content fields) throws IOException {
        generator.writeStartObject();
        fields.write(this);
        generator.writeEndObject();
    }

    void object(String name, Content fields) throws IOException {
        generator.writeFieldName(name);
        nested(fields);
    }

    void array(String name, Content elements) throws IOException {
        generator.writeArrayFieldStart(name);
        elements.write(this);
        generator.writeEndArray();
    }

    void texts(String name, Collection<String> texts) throws IOException {
        generator.writeArrayFieldStart(name);
        for (String text : texts) {
            generator.writeString(text);
        }
        generator.writeEndArray();
    }

    /** A null is written as one: a document of a kind always has the same fields. */
    void text(String name, @Nullable String text) throws IOException {
        generator.writeStringField(name, text);
    }

    void number(String name, long number) throws IOException {
        generator.writeNumberField(name, number);
    }

    /** From 1; null for 0, which means that there is none. */
    void position(String name, int number) throws IOException {
        if (number == 0) {
            nothing(name);
        } else {
            number(name, number);
        }
    }

    void flag(String name, boolean flag) throws IOException {
        generator.writeBooleanField(name, flag);
    }

    void nothing(String name) throws IOException {
        generator.writeNullField(name);
    }
}
