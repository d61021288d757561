package dev.retort.internal.cli;

import dev.retort.internal.configuration.Setting;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** For the commands that run scripts. */
final class IsolateOption {

    @Option(
            names = "--isolate",
            description = "Run the scripts in a process of their own, with its own memory (RETORT_SANDBOX=process).")
    boolean asked;

    void addTo(Map<Setting, List<String>> settings) {
        if (asked) {
            settings.put(Setting.SANDBOX, List.of("process"));
        }
    }
}
