package dev.retort.internal.testkit;

import dev.retort.Retort;
import dev.retort.RetortBuilder;
import dev.retort.internal.configuration.CacheFolder;
import dev.retort.internal.configuration.Configuration;
import dev.retort.internal.configuration.Setting;
import dev.retort.internal.configuration.SettingRequest;
import dev.retort.internal.sandbox.PackedGroovy;
import dev.retort.internal.testkit.server.TestServer;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The scripts of a project, and one place where databases for its tests are created.
 *
 * @param place in a word, where there are several
 */
public record Project(Configuration configuration, String place) {

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
            return List.of(at(request, flags, request.url().get(), "url"));
        }
        List<TestServer> servers = request.databases().isEmpty()
                ? List.of(TestServer.like(configuration(request, flags).shownUrl()))
                : request.databases().stream().map(TestServer::of).toList();
        return servers.stream()
                .map(server -> at(request, flags, server.url(), server.toString()))
                .toList();
    }

    private static Project at(ProjectRequest request, Map<Setting, List<String>> flags, String url, String place) {
        Map<Setting, List<String>> there = new EnumMap<>(flags);
        there.put(Setting.URL, List.of(url));
        return new Project(configuration(request, there), place);
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
