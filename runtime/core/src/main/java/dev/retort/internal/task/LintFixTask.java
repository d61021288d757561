package dev.retort.internal.task;

import dev.retort.LintFinding;
import dev.retort.LintFinding.Severity;
import dev.retort.LintFixes;
import dev.retort.LintRequest;
import dev.retort.LintResult;
import dev.retort.RetortException;
import dev.retort.Revision;
import dev.retort.RevisionRequest;
import dev.retort.internal.chain.Chain;
import dev.retort.internal.chain.RevisionFile;
import dev.retort.internal.header.ScriptSource;
import dev.retort.internal.lint.KnownSizes;
import dev.retort.internal.lint.LintedRevision;
import dev.retort.internal.lint.fix.Fix;
import dev.retort.internal.lint.fix.MechanicalFixes;
import dev.retort.internal.lint.fix.NotMechanical;
import dev.retort.internal.lint.fix.TextEdit;
import dev.retort.internal.operation.Operation;
import dev.retort.internal.project.Drafts;
import dev.retort.internal.project.TextDiff;
import dev.retort.internal.sandbox.Sandbox;
import dev.retort.internal.settings.Settings;
import dev.retort.internal.source.RevisionBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Changes scripts so that lint does not find any more what it has found, as far as that is sure to be meant. */
public final class LintFixTask {

    private final Settings settings;
    private final Chain chain;
    private final Sandbox sandbox;

    public LintFixTask(Settings settings, Chain chain, Sandbox sandbox) {
        this.settings = settings;
        this.chain = chain;
        this.sandbox = sandbox;
    }

    /**
     * @param applied what a database says is applied, and stays as it is; empty where none could be asked
     * @param wanted what is to be fixed of what is found
     */
    public LintFixes fixes(
            LintRequest request, Optional<SortedSet<String>> applied, KnownSizes sizes, Predicate<LintFinding> wanted) {
        Map<String, LintedRevision> seen = new LinkedHashMap<>();
        LintResult result = new LintTask(settings, chain, sandbox).lint(request, applied, sizes, seen);
        Map<String, List<LintFinding>> found = result.findings().stream()
                .filter(wanted)
                .filter(MechanicalFixes::isKnown)
                .collect(Collectors.groupingBy(LintFinding::revision, LinkedHashMap::new, Collectors.toList()));
        List<LintFixes.Change> changes = new ArrayList<>();
        List<LintFinding> fixed = new ArrayList<>();
        List<LintFixes.Left> left = new ArrayList<>();
        found.forEach((id, findings) -> {
            if (applied.isPresent() && applied.get().contains(id)) {
                findings.forEach(each -> left.add(new LintFixes.Left(each, "The revision is applied.")));
            } else {
                FixedRevision revision = new FixedRevision(Objects.requireNonNull(seen.get(id)), request, sizes);
                left.addAll(revision.leaves(findings));
                changes.addAll(revision.changes());
                revision.fixes.forEach(fix -> fixed.add(fix.finding()));
            }
        });
        return new LintFixes(changes, fixed, left, applied.isPresent());
    }

    /** One script, with the fixes that are known to be good. */
    private final class FixedRevision {
        private final LintRequest request;
        private final KnownSizes sizes;
        private final RevisionFile file;
        private final String id;
        private final MechanicalFixes mechanical;
        private final Map<String, Long> before;
        private List<Fix> fixes = List.of();
        private Written written;

        FixedRevision(LintedRevision linted, LintRequest request, KnownSizes sizes) {
            this.id = linted.header().revision();
            this.request = request.within(LintRequest.Scope.ALL);
            this.sizes = sizes;
            this.file = chain.file(id);
            boolean last = chain.graph().heads().stream().map(Revision::id).anyMatch(id::equals);
            this.mechanical = new MechanicalFixes(linted, file.source(), last);
            this.before = counts(chain, List.of(id));
            this.written = new Written(file, Optional.empty());
        }

        /** Those that are not fixed. */
        List<LintFixes.Left> leaves(List<LintFinding> findings) {
            List<LintFixes.Left> left = new ArrayList<>();
            for (LintFinding finding : findings) {
                try {
                    accept(mechanical.of(finding));
                } catch (NotMechanical e) {
                    left.add(new LintFixes.Left(finding, e.reason()));
                }
            }
            return left;
        }

        private void accept(Fix fix) throws NotMechanical {
            if (fixes.stream().anyMatch(fix::touches)) {
                throw new NotMechanical("Another finding changes the same statement; fix again when that is written.");
            }
            List<Fix> all = new ArrayList<>(fixes);
            all.add(fix);
            try {
                Written tried = written(all);
                Map<String, Long> after = counts(tried.chain(), tried.ids(id));
                Map<String, Long> most = new TreeMap<>(before);
                all.forEach(each -> most.merge(each.finding().rule(), -1L, Long::sum));
                if (after.entrySet().stream()
                        .anyMatch(each -> each.getValue() > most.getOrDefault(each.getKey(), 0L))) {
                    throw new NotMechanical("Written so, it would be reported all the same, or something else would.");
                }
                fixes = all;
                written = tried;
            } catch (RetortException e) {
                throw new NotMechanical("Written so, the script would be refused: "
                        + e.problems().get(0).sentence());
            }
        }

        private Written written(List<Fix> all) {
            List<TextEdit> edits =
                    all.stream().flatMap(fix -> fix.edits().stream()).toList();
            String text = TextEdit.applied(file.source().text(), edits);
            RevisionFile changed = RevisionFile.of(file.path(), new ScriptSource(file.file(), text));
            List<Fix> halves =
                    all.stream().filter(fix -> !fix.later().isEmpty()).toList();
            if (halves.isEmpty()) {
                return new Written(changed, Optional.empty());
            }
            String message = halves.size() == 1 ? halves.get(0).message() : "Validate what " + id + " has added";
            RevisionRequest next = new RevisionRequest(message, null, List.of(id), false, List.of(), List.of(), null);
            return new Written(changed, Optional.of(new Drafts(settings, next, List.of(body(halves)))));
        }

        private static RevisionBody body(List<Fix> halves) {
            List<Operation> up = new ArrayList<>();
            List<Operation> down = new ArrayList<>();
            for (Fix half : halves) {
                up.addAll(half.later());
                down.addAll(0, half.laterDown());
            }
            return down.isEmpty() ? new RevisionBody.Change(up) : new RevisionBody.Pair(up, down);
        }

        /** How often each rule has found something that those who use the database notice. */
        private Map<String, Long> counts(Chain in, List<String> ids) {
            return new LintTask(settings, in, sandbox)
                    .lint(request.of(ids), Optional.empty(), sizes).findings().stream()
                            .filter(each -> each.severity() != Severity.INFO || MechanicalFixes.isKnown(each))
                            .collect(Collectors.groupingBy(LintFinding::rule, TreeMap::new, Collectors.counting()));
        }

        List<LintFixes.Change> changes() {
            List<LintFixes.Change> changes = new ArrayList<>();
            if (!fixes.isEmpty()) {
                changes.add(change(written.script(), file.file(), file.source().text()));
                written.next().stream()
                        .flatMap(drafts -> drafts.files().stream())
                        .forEach(draft -> changes.add(change(draft, "/dev/null", "")));
            }
            return changes;
        }

        private static LintFixes.Change change(RevisionFile to, String fromName, String from) {
            String text = to.source().text();
            return new LintFixes.Change(
                    to.path(), to.file(), from, text, TextDiff.unified(fromName, from, to.file(), text));
        }
    }

    /** A script as it would be, and what would follow it. */
    private final class Written {
        private final RevisionFile script;
        private final Optional<Drafts> next;

        Written(RevisionFile script, Optional<Drafts> next) {
            this.script = script;
            this.next = next;
        }

        RevisionFile script() {
            return script;
        }

        Optional<Drafts> next() {
            return next;
        }

        Chain chain() {
            return next.map(Drafts::chain).orElse(chain).with(List.of(script));
        }

        List<String> ids(String id) {
            return next.map(drafts -> List.of(id, drafts.last())).orElse(List.of(id));
        }
    }
}
