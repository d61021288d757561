package dev.retort.internal.task;

import dev.retort.LintFinding;
import dev.retort.Problem;
import dev.retort.RetortException;
import dev.retort.RetortException.Kind;
import dev.retort.internal.settings.UpgradeCheck;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports what is wrong with the revisions of an upgrade, a line for each, or refuses it. */
final class UpgradeErrors {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.run");

    private final UpgradeCheck check;

    UpgradeErrors(UpgradeCheck check) {
        this.check = check;
    }

    /** @throws RetortException of the kind DIFFERENCES where errors are to be refused */
    void report(List<LintFinding> errors) {
        if (errors.isEmpty()) {
            return;
        }
        if (check.refuse()) {
            throw new RetortException(
                    Kind.DIFFERENCES,
                    errors.stream().map(UpgradeErrors::problem).toList());
        }
        Map<String, List<LintFinding>> revisions = errors.stream()
                .collect(Collectors.groupingBy(LintFinding::revision, LinkedHashMap::new, Collectors.toList()));
        revisions.forEach((revision, findings) -> LOG.warn(
                "{}: {} [{}]{} See: retort lint {}",
                findings.get(0).place(),
                findings.get(0).sentence(),
                findings.get(0).rule(),
                more(findings.size() - 1),
                revision));
    }

    private static String more(int others) {
        return others == 0 ? "" : " And " + others + " more.";
    }

    private static Problem problem(LintFinding finding) {
        return Problem.at(finding.place(), finding.sentence() + " [" + finding.rule() + "]")
                .withHint("See what to write instead: retort lint " + finding.revision()
                        + ". Where it is meant, write above it: // nolint: " + finding.rule() + ", why");
    }
}
