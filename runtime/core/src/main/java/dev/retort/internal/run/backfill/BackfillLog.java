package dev.retort.internal.run.backfill;

import dev.retort.BackfillListener;
import dev.retort.BackfillProgress;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs how backfills get on, a line every few seconds and one at the end of each. */
public final class BackfillLog implements BackfillListener {

    private static final Logger LOG = LoggerFactory.getLogger("dev.retort.backfill");
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final int PERCENT = 100;

    private Duration reported = Duration.ZERO;

    @Override
    public void progress(BackfillProgress progress) {
        if (progress.elapsed().compareTo(reported) < 0) {
            reported = Duration.ZERO;
        }
        if (progress.finished()) {
            reported = Duration.ZERO;
            LOG.info("{}: {} rows set, {}", progress.table(), progress.rows(), rate(progress));
        } else if (progress.elapsed().minus(reported).compareTo(INTERVAL) >= 0) {
            reported = progress.elapsed();
            LOG.info(
                    "{}: {}, {}{}",
                    progress.table(),
                    share(progress),
                    rate(progress),
                    progress.left()
                            .map(left -> ", about " + shown(left) + " left")
                            .orElse(""));
        }
    }

    private static String share(BackfillProgress progress) {
        OptionalLong total = progress.total();
        return total.isPresent()
                ? progress.rows() + " of about " + total.getAsLong() + " rows set ("
                        + PERCENT * progress.rows() / Math.max(1, total.getAsLong()) + " %)"
                : progress.rows() + " rows set so far";
    }

    private static String rate(BackfillProgress progress) {
        return String.format(Locale.ROOT, "%.0f rows/s", progress.rowsPerSecond());
    }

    private static String shown(Duration left) {
        return left.toHours() > 0
                ? left.toHours() + " h " + left.toMinutesPart() + " min"
                : left.toMinutes() > 0
                        ? left.toMinutes() + " min " + left.toSecondsPart() + " s"
                        : Math.max(1, left.toSeconds()) + " s";
    }
}
