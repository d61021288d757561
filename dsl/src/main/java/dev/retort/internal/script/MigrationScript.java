package dev.retort.internal.script;

import groovy.lang.Closure;
import groovy.lang.DelegatesTo;
import groovy.transform.stc.ClosureParams;
import groovy.transform.stc.SimpleType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the script of a revision is: the words of the header are its methods. */
public abstract class MigrationScript extends AuthoredScript {

    private static final String OPERATIONS = "dev.retort.internal.script.Operations";

    private final Map<String, List<String>> header = new LinkedHashMap<>();
    private final Map<String, Closure<?>> directions = new LinkedHashMap<>();

    /** For the classes that scripts are compiled to. */
    protected MigrationScript() {}

    public void revision(String id) {
        say("revision", id);
    }

    public void downRevision(String... ids) {
        say("downRevision", ids);
    }

    public void branchLabels(String... labels) {
        say("branchLabels", labels);
    }

    public void dependsOn(String... ids) {
        say("dependsOn", ids);
    }

    /** The ids of the scripts that were put together into this one, in their order. */
    public void squashed(String... ids) {
        say("squashed", ids);
    }

    /** The rules whose findings in this script are meant, each with a reason after a comma. */
    public void nolint(String... rules) {
        say("nolint", rules);
    }

    public void message(String text) {
        say("message", text);
    }

    public void created(String time) {
        say("created", time);
    }

    public void description(String text) {
        say("description", text);
    }

    public void ddlLockTimeout(String duration) {
        say("ddlLockTimeout", duration);
    }

    public void statementTimeout(String duration) {
        say("statementTimeout", duration);
    }

    public void irreversible(String why) {
        say("irreversible", why);
    }

    public void upgrade(
            @DelegatesTo(value = Operations.class, strategy = Closure.DELEGATE_FIRST)
                    @ClosureParams(value = SimpleType.class, options = OPERATIONS)
                    Closure<?> body) {
        direction("upgrade", body);
    }

    public void upgrade(
            String why,
            @DelegatesTo(value = Operations.class, strategy = Closure.DELEGATE_FIRST)
                    @ClosureParams(value = SimpleType.class, options = OPERATIONS)
                    Closure<?> body) {
        say("upgradeDescription", why);
        direction("upgrade", body);
    }

    public void downgrade(
            @DelegatesTo(value = Operations.class, strategy = Closure.DELEGATE_FIRST)
                    @ClosureParams(value = SimpleType.class, options = OPERATIONS)
                    Closure<?> body) {
        direction("downgrade", body);
    }

    public void downgrade(
            String why,
            @DelegatesTo(value = Operations.class, strategy = Closure.DELEGATE_FIRST)
                    @ClosureParams(value = SimpleType.class, options = OPERATIONS)
                    Closure<?> body) {
        say("downgradeDescription", why);
        direction("downgrade", body);
    }

    public void change(
            @DelegatesTo(value = Operations.class, strategy = Closure.DELEGATE_FIRST)
                    @ClosureParams(value = SimpleType.class, options = OPERATIONS)
                    Closure<?> body) {
        direction("change", body);
    }

    public void change(
            String why,
            @DelegatesTo(value = Operations.class, strategy = Closure.DELEGATE_FIRST)
                    @ClosureParams(value = SimpleType.class, options = OPERATIONS)
                    Closure<?> body) {
        say("upgradeDescription", why);
        direction("change", body);
    }

    private void say(String word, @Nullable String... values) {
        if (Arrays.stream(values).anyMatch(Objects::isNull)) {
            throw new Refusal("The header says " + word + " null.", "Leave the line out to say nothing.");
        }
        if (header.put(word, List.copyOf(Arrays.asList(values))) != null) {
            throw new Refusal("The script says " + word + " twice.", "Keep one of them.");
        }
    }

    private void direction(String word, Closure<?> body) {
        if (directions.put(word, body) != null) {
            throw new Refusal("The script has " + word + " twice.", "Put both into one closure.");
        }
        for (String other : List.of("upgrade", "downgrade")) {
            if (directions.containsKey("change") && directions.containsKey(other)) {
                throw new Refusal(
                        "The script has both change and " + other + ".",
                        "change stands for both directions; keep it or write upgrade and downgrade.");
            }
        }
    }

    @Nullable
    Closure<?> direction(String word) {
        return directions.get(word);
    }

    @Nullable
    String said(String word) {
        List<String> values = header.get(word);
        return values == null ? null : values.get(0);
    }

    private Map<String, String> limits() {
        Map<String, String> limits = new LinkedHashMap<>();
        for (String word : List.of("ddlLockTimeout", "statementTimeout")) {
            header.getOrDefault(word, List.of()).forEach(value -> limits.put(word, value));
        }
        return limits;
    }

    DeclaredHeader header() {
        return new DeclaredHeader(
                said("revision"),
                header.getOrDefault("downRevision", List.of()),
                header.getOrDefault("branchLabels", List.of()),
                header.getOrDefault("dependsOn", List.of()),
                header.getOrDefault("squashed", List.of()),
                said("message"),
                said("created"),
                said("description"),
                limits(),
                said("upgradeDescription"),
                said("downgradeDescription"));
    }
}
