package dev.retort.internal.spring;

import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RevisionView;
import dev.retort.Status;
import dev.retort.spring.RetortInstance;
import dev.retort.spring.RetortInstances;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;

/** Shows where the databases are. It asks them each time, and changes nothing. */
@Endpoint(id = "retort")
final class RetortEndpoint {

    private final RetortInstances instances;

    RetortEndpoint(RetortInstances instances) {
        this.instances = instances;
    }

    /** The names of the answer are those of {@code retort status --json}. */
    @ReadOperation
    public Map<String, Object> status() {
        Map<String, Object> all = new LinkedHashMap<>();
        instances.all().forEach(instance -> all.put(instance.name(), of(instance)));
        return Map.of("instances", all);
    }

    private static Map<String, Object> of(RetortInstance instance) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("mode", instance.mode().name().toLowerCase(Locale.ROOT));
        answer.put("target", instance.target());
        try {
            Status status = instance.retort().status();
            answer.put("clean", status.isClean());
            answer.put("current", revisions(status.current()));
            answer.put("heads", revisions(status.heads()));
            answer.put("pending", revisions(status.pending()));
            answer.put("neverRun", revisions(status.neverRun()));
            answer.put("edited", revisions(status.edited()));
            answer.put("interrupted", status.interrupted());
            answer.put("missingFiles", status.missingFiles());
            answer.put("unexplainedRows", status.unexplainedRows());
        } catch (RetortException e) {
            answer.put("problems", e.problems().stream().map(Problem::toString).toList());
        }
        return answer;
    }

    private static List<Map<String, String>> revisions(Collection<RevisionView> views) {
        return views.stream()
                .map(view -> Map.of("id", view.id(), "message", view.message(), "file", view.file()))
                .toList();
    }
}
