package dev.retort.internal.configuration;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * The JSON schema of {@code retort.toml}, for editors that complete and check such files; made of the settings there are.
 * It is in draft 7, which all of them know.
 */
public final class ConfigurationSchema {

    private static final String SETTINGS = "settings";

    private final JsonGenerator json;

    private ConfigurationSchema(JsonGenerator json) {
        this.json = json;
    }

    public static String text() {
        StringWriter text = new StringWriter();
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try (JsonGenerator generator = new JsonFactory().createGenerator(text).setPrettyPrinter(printer)) {
            new ConfigurationSchema(generator).document();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot be written to", impossible);
        }
        return text + "\n";
    }

    private void document() throws IOException {
        json.writeStartObject();
        json.writeStringField("$schema", "http://json-schema.org/draft-07/schema#");
        json.writeStringField("title", "The configuration of Retort");
        json.writeStringField("type", "object");
        json.writeBooleanField("additionalProperties", false);
        json.writeObjectFieldStart("properties");
        settings();
        json.writeObjectFieldStart(TomlSettings.DEFAULT_ENVIRONMENT);
        json.writeStringField("description", "The environment to use when none is named: [env.NAME].");
        json.writeStringField("type", "string");
        json.writeEndObject();
        json.writeObjectFieldStart(TomlSettings.ENVIRONMENTS);
        json.writeStringField("description", "Environments; what one of them says comes before the top of the file.");
        json.writeStringField("type", "object");
        json.writeObjectFieldStart("additionalProperties");
        json.writeStringField("$ref", "#/definitions/" + SETTINGS);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeObjectFieldStart("definitions");
        json.writeObjectFieldStart(SETTINGS);
        table(this::settings);
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void settings() throws IOException {
        for (String key : Setting.topKeys()) {
            List<Setting> table = Arrays.stream(Setting.values())
                    .filter(setting -> setting.key().startsWith(key + "."))
                    .toList();
            json.writeObjectFieldStart(key);
            if (table.isEmpty()) {
                setting(Setting.of(null, key).orElseThrow());
            } else {
                table(() -> {
                    for (Setting setting : table) {
                        json.writeObjectFieldStart(setting.keyInTable());
                        setting(setting);
                        json.writeEndObject();
                    }
                });
            }
            json.writeEndObject();
        }
    }

    private void table(Properties properties) throws IOException {
        json.writeStringField("type", "object");
        json.writeBooleanField("additionalProperties", false);
        json.writeObjectFieldStart("properties");
        properties.write();
        json.writeEndObject();
    }

    private void setting(Setting setting) throws IOException {
        Kind kind = setting.kind();
        String description = "Must be " + kind.description() + ". As a variable: " + setting.variable() + ".";
        json.writeStringField("description", description);
        if (setting.defaultText() != null) {
            json.writeStringField("default", setting.defaultText());
        }
        json.writeArrayFieldStart("anyOf");
        alternative("string", "pattern", kind.pattern());
        switch (kind) {
            case NUMBER -> range(1, Kind.MOST);
            case DEPTH -> range(Kind.LEAST_DEPTH, Kind.MOST_DEPTH);
            case FLAG -> alternative("boolean", "", "");
            default -> {
                if (kind.isList()) {
                    list();
                }
            }
        }
        json.writeEndArray();
    }

    private void alternative(String type, String constraint, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
        if (!constraint.isEmpty() && !value.isEmpty()) {
            json.writeStringField(constraint, value);
        }
        json.writeEndObject();
    }

    private void range(int least, int most) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "integer");
        json.writeNumberField("minimum", least);
        json.writeNumberField("maximum", most);
        json.writeEndObject();
    }

    private void list() throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "array");
        json.writeNumberField("minItems", 1);
        json.writeObjectFieldStart("items");
        json.writeStringField("type", "string");
        json.writeEndObject();
        json.writeEndObject();
    }

    /** What is in an object. */
    @FunctionalInterface
    private interface Properties {
        void write() throws IOException;
    }
}
