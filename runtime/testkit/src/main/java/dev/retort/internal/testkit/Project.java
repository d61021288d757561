package dev.retort.internal.testkit;

import dev.retort.Retort;
import dev.retort.RetortBuilder;
import dev.retort.RetortException;
import dev.retort.internal.configuration.CacheFolder;
import dev.retort.internal.configuration.Configuration;
import dev.retort.internal.configuration.SecretSettings;
import dev.retort.internal.configuration.Setting;
import dev.retort.internal.configuration.SettingRequest;
import dev.retort.internal.sandbox.PackedGroovy;
import dev.retort.internal.testkit.server.TestServer;
import dev.retort.testkit.Database;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The scripts of a project, and one place where databases for its tests are created.
 *
 * @param place in a word, where there are several
 * @param option by which the command line has databases of that kind; empty where it has them as configured
 */
public record Project(Configuration configuration, String place, String option) {

    /**
     * The project of a test, once for each kind of database.
     *
     * @throws dev.retort.RetortException of the kind USAGE with all that is wrong with the configuration
     */
    public static List<Project> of(ProjectRequest request) {
        return of(request, Map.of());
    }

    /** @param more settings that the test says besides */
    static List<Project> of(ProjectRequest request, Map<Setting, List<String>> more) {
        Map<Setting, List<String>> flags = new EnumMap<>(Setting.class);
        flags.putAll(request.settings());
        flags.putAll(more);
        if (request.url().isPresent()) {
            String url = request.url().get();
            return List.of(
                    new Project(at(request, flags, url), "url", "--url " + SecretSettings.withoutPasswords(url)));
        }
        if (request.databases().isEmpty()) {
            TestServer server = TestServer.like(configuration(request, flags).shownUrl());
            return List.of(new Project(at(request, flags, server.url()), server.toString(), ""));
        }
        return request.databases().stream()
                .map(database -> {
                    TestServer server = TestServer.of(database);
                    String option = isConfigured(database, request, flags) ? "" : server.option();
                    return new Project(at(request, flags, server.url()), server.toString(), option);
                })
                .toList();
    }

    private static boolean isConfigured(Database database, ProjectRequest request, Map<Setting, List<String>> flags) {
        try {
            return TestServer.isOfKind(database, configuration(request, flags).shownUrl());
        } catch (RetortException e) {
            // A database of the application may be named only where that runs.
            return false;
        }
    }

    private static Configuration at(ProjectRequest request, Map<Setting, List<String>> flags, String url) {
        Map<Setting, List<String>> there = new EnumMap<>(flags);
        there.put(Setting.URL, List.of(url));
        return configuration(request, there);
    }

    private static Configuration configuration(ProjectRequest request, Map<Setting, List<String>> flags) {
        return Configuration.resolve(new SettingRequest(
                flags,
                null,
                request.environment().orElse(null),
                System.getenv(),
                Path.of("").toAbsolutePath()));
    }

    /** What migrates databases there. */
    public Retort retort() {
        RetortBuilder builder = Retort.configure().environment(System.getenv());
        configuration.configure(builder);
        CacheFolder.of(System.getenv()).ifPresent(folder -> builder.scriptCache(folder.resolve("scripts")));
        if (PackedGroovy.isNeeded()) {
            builder.isolated(true);
        }
        return builder.home(Path.of("").toAbsolutePath()).build();
    }
}
