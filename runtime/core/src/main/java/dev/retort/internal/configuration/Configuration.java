package dev.retort.internal.configuration;

import dev.retort.RetortBuilder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings that count, each with where it came from. */
public final class Configuration {

    /**
     * @param environment the chosen one; null when there is none
     * @param file the configuration file as the user would name it; null when there is none
     * @param folder that the file's relative paths start from
     */
    record Origin(@Nullable Value environment, @Nullable String file, Path folder, Path workingDirectory) {}

    /**
     * One line of {@code retort config}.
     *
     * @param value fit to be shown; null where the setting is not set
     * @param list whether the setting may have several values
     */
    public record Shown(String key, @Nullable List<String> value, boolean list, String source) {}

    private final Origin origin;
    private final Map<Setting, Value> values;
    private final List<Source> unusedUrls;
    private final List<String> warnings;

    /** @param unusedUrls what names another database, and does not count */
    Configuration(Origin origin, Map<Setting, Value> values, List<Source> unusedUrls, List<String> warnings) {
        this.origin = origin;
        this.values = Map.copyOf(values);
        this.unusedUrls = List.copyOf(unusedUrls);
        this.warnings = List.copyOf(warnings);
    }

    /** Finds every setting's value, or says all that is wrong in one go. */
    public static Configuration resolve(SettingRequest request) {
        return new Resolution(request).configuration();
    }

    /** What is odd but no error. */
    public List<String> warnings() {
        return warnings;
    }

    /** The configuration file as the user would name it; null when there is none. */
    public @Nullable String file() {
        return origin.file();
    }

    /** The URL, fit to be shown. */
    public String shownUrl() {
        return SecretSettings.shown(Setting.URL, required(Setting.URL).text());
    }

    /** Where the URL comes from. */
    public Source urlSource() {
        return required(Setting.URL).source();
    }

    /** What names another database than the URL that counts: a variable, or a place in the file. */
    public List<Source> unusedUrls() {
        return unusedUrls;
    }

    /** Every setting, in the order they are documented. */
    public List<Shown> shown() {
        List<Shown> shown = new ArrayList<>();
        Value environment = origin.environment();
        shown.add(
                environment == null
                        ? new Shown("environment", null, false, "not set")
                        : new Shown(
                                "environment",
                                environment.parts(),
                                false,
                                environment.source().toString()));
        for (Setting setting : Setting.values()) {
            shown.add(shown(setting));
        }
        return shown;
    }

    private Shown shown(Setting setting) {
        boolean list = setting.kind().isList();
        Value value = values.get(setting);
        if (value == null) {
            return new Shown(setting.key(), null, list, "not set");
        }
        List<String> parts = value.parts().stream()
                .map(part -> SecretSettings.shown(setting, part))
                .toList();
        return new Shown(setting.key(), parts, list, value.source().toString());
    }

    /** Hands every setting that has a value to the engine's builder. */
    public void configure(RetortBuilder builder) {
        BuilderSettings handed = new BuilderSettings(builder, this);
        for (Setting setting : Setting.values()) {
            if (values.containsKey(setting)) {
                handed.set(setting);
            }
        }
    }

    /** With the file of an SQLite database rooted where its relative name starts from. */
    String url() {
        return DatabaseFile.rooted(required(Setting.URL).text(), folder(Setting.URL));
    }

    /** The files or folders of a setting that may have several. */
    public List<Path> paths(Setting setting) {
        return required(setting).parts().stream()
                .map(part -> folder(setting).resolve(part).toAbsolutePath().normalize())
                .toList();
    }

    /** The values of a setting that may have several; none where it has none. */
    public List<String> list(Setting setting) {
        Value value = values.get(setting);
        return value == null ? List.of() : value.parts();
    }

    /** The model: a file where its relative name starts from, or what else names one. */
    public String target() {
        String target = required(Setting.TARGET).text();
        Path file = folder(Setting.TARGET).resolve(target);
        return Files.exists(file) ? file.toString() : target;
    }

    /** Whether somebody said what the model is, or the file is there that it is by default. */
    public boolean hasTarget() {
        Value target = required(Setting.TARGET);
        return target.source().level() != Source.Level.DEFAULT
                || Files.exists(folder(Setting.TARGET).resolve(target.text()));
    }

    public Path path(Setting setting) {
        return paths(setting).get(0);
    }

    /** The same where a part of a name may be a pattern, which is no path everywhere. */
    List<String> pathPatterns(Setting setting) {
        String folder = Folders.named(folder(setting), origin.workingDirectory());
        return required(setting).parts().stream()
                .map(part -> folder.isEmpty() || new File(part).isAbsolute() ? part : new File(folder, part).getPath())
                .toList();
    }

    boolean flag(Setting setting) {
        return Boolean.parseBoolean(required(setting).text());
    }

    Duration duration(Setting setting) {
        return Kind.duration(required(setting).text()).orElseThrow(() -> missing(setting));
    }

    public int number(Setting setting) {
        return Integer.parseInt(required(setting).text());
    }

    ZoneId zone(Setting setting) {
        return Kind.zone(required(setting).text()).orElseThrow(() -> missing(setting));
    }

    Optional<String> text(Setting setting) {
        return Optional.ofNullable(values.get(setting)).map(Value::text);
    }

    /** The value of a setting that has one, as all with a default do. */
    Value required(Setting setting) {
        Value value = values.get(setting);
        if (value == null) {
            throw missing(setting);
        }
        return value;
    }

    /** What a relative path of a setting starts from. */
    Path folder(Setting setting) {
        return switch (required(setting).source().level()) {
            case FLAG, VARIABLE -> origin.workingDirectory();
            case FILE, DEFAULT -> origin.folder();
        };
    }

    private static IllegalStateException missing(Setting setting) {
        return new IllegalStateException("the setting " + setting.key() + " has a default and was checked");
    }
}
