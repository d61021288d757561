package dev.retort.internal.cli;

import dev.retort.BackfillListener;
import dev.retort.BackfillProgress;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how a backfill gets on to who sits before a terminal; of its end, a line of the log is left. */
final class BackfillBar implements BackfillListener, AutoCloseable {

    private static final int INTERVAL_MILLIS = 250;
    private static final int WIDEST = 110;

    private final StatusLine line;
    private final IntSupplier width;
    private final BackfillListener log;
    private @Nullable ProgressBar bar;
    private Duration last = Duration.ZERO;

    /** @param log receives the end */
    BackfillBar(StatusLine line, IntSupplier width, BackfillListener log) {
        this.line = line;
        this.width = width;
        this.log = log;
    }

    @Override
    public void progress(BackfillProgress progress) {
        if (progress.finished()) {
            close();
            log.progress(progress);
            return;
        }
        if (progress.elapsed().compareTo(last) < 0) {
            close();
        }
        if (bar == null) {
            bar = Shown.bar(progress, new Shown(line, Math.min(WIDEST, width.getAsInt() - 1)));
        }
        last = progress.elapsed();
        bar.maxHint(progress.total().orElse(-1));
        bar.stepTo(progress.rows());
    }

    /** Where a backfill failed, there is no other end of it. */
    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
        last = Duration.ZERO;
    }

    /**
     * All that touches the library's types, which are then loaded with the first bar and not before.
     *
     * @param getMaxRenderedLength short of the terminal's last column, after which some begin a new line
     */
    private record Shown(StatusLine line, int getMaxRenderedLength) implements ProgressBarConsumer {

        /** The rows of an interrupted run count, but not for the pace. */
        static ProgressBar bar(BackfillProgress progress, Shown on) {
            return new ProgressBarBuilder()
                    .setTaskName(progress.table())
                    .setInitialMax(progress.total().orElse(-1))
                    .startsFrom(progress.rowsBefore(), Duration.ZERO)
                    .setUnit(" rows", 1)
                    .showSpeed(new DecimalFormat("0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(INTERVAL_MILLIS)
                    .continuousUpdate()
                    .clearDisplayOnFinish()
                    .setConsumer(on)
                    .build();
        }

        @Override
        public void accept(String text) {
            line.show(text);
        }

        @Override
        public void clear() {
            line.clear();
        }

        @Override
        public void close() {
            line.clear();
        }
    }
}
